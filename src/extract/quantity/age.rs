//! Ages that carry no unit: "Ann Bell, 44,", "aged 44", "who was 10".

use super::figure::WrittenAmount;
use super::noun::{Noun, Taken};
use super::reader::QuantityReader;
use crate::lexicon::NumberContext;
use crate::text::TokenKind;

/// Nobody in the news is older; above it a bare number behind a name is something else.
const OLDEST: f64 = 115.0;

/// The unit of an age that carries none.
pub(super) const YEARS: &str = "year of age";

impl QuantityReader<'_> {
    /// Whether a bare number is the age of somebody.
    pub fn is_age(&self, figure: &WrittenAmount<'_>) -> bool {
        let years = figure.unit.is_none() && !figure.range && figure.low.fract() == 0.0 && (1.0..=OLDEST).contains(&figure.low);
        years && (self.says_back(figure.first, 1, NumberContext::Age) || self.apposed_to(figure).is_some() || self.is_of_person(figure))
    }

    /// Whose age a figure is: the name right before it, or whom the sentence speaks of.
    pub fn aged(&self, figure: &WrittenAmount<'_>, taken: &[Taken]) -> Option<Noun> {
        let named = |at: &usize| self.tag(*at).is_proper() && self.piece(*at).is_some_and(|p| p.is_word());
        let name = self.apposed_to(figure).map(|last| {
            let first = (0..=last).rev().take_while(named).last().unwrap_or(last);
            Noun { first, last: last + 1 }
        });
        name.or_else(|| self.noun_before(figure.first, taken))
    }

    /// The last word of a person's name, where a number stands between commas or in brackets behind it: "Ann Bell, 44, said", "Ann Bell
    /// (44)".
    fn apposed_to(&self, figure: &WrittenAmount<'_>) -> Option<usize> {
        let then = usize::from(matches!(self.lower_back(figure.first, 1), "then" | "now" | "aged"));
        let name = figure.first.checked_sub(2 + then)?;
        let opens = matches!(self.lower_back(figure.first, 1 + then), "," | "(");
        let closes = matches!(self.kind(figure.last), None | Some(TokenKind::Comma | TokenKind::Close | TokenKind::Stop))
            || self.lower(figure.last) == "of";
        let person = self.tag(name).is_proper() && self.piece(name).is_some_and(|p| p.is_word());
        (figure.is_plain() && figure.low >= 5.0 && opens && closes && person).then_some(name)
    }

    /// "who was 10", "at age 35", "at the age of 35"
    fn is_of_person(&self, figure: &WrittenAmount<'_>) -> bool {
        let ends = !self.tag(figure.last).is_noun() && !self.tag(figure.last).is_adjective();
        let back = |n| self.lower_back(figure.first, n);
        let who = matches!(back(1), "was" | "is") && back(2) == "who" || back(1) == "of" && matches!(back(2), "age" | "ages");
        let when = matches!(back(1), "was" | "is" | "were") && matches!(back(2), "he" | "she" | "i") && back(3) == "when";
        ends && (who || when)
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn ages() {
        check(&[
            ("between commas", "Ann Bell, 44, said so.", "44 [year of age]: Ann Bell"),
            ("in a phrase", "They found the body of Ann Bell, 44, of Leeds.", "44 [year of age]: Ann Bell"),
            ("aged", "A boy aged 9 was found.", "9 [year of age]: boy"),
            ("year-old", "A 50-year-old man fell.", "50 [year of age]: man"),
            ("months", "The calf is ten months old.", "10 [month of age]: calf"),
            ("a group", "Men aged 18 to 34 bet more.", ""),
        ]);
    }
}
