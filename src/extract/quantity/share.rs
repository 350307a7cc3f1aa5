//! Fractions: "half of", "two thirds", "one in three", and what they add to a whole: "two and a half", "five point five".

use super::numeral::{NumberRead, Numeral, Style};
use super::piece::NumberPiece;
use super::reader::QuantityReader;
use crate::lexicon::NumberWord;
use crate::text::{Tag, TokenKind};

impl QuantityReader<'_> {
    /// Half and quarter: "half of", "half the", "half a million", "a quarter million".
    pub fn half(&self, at: usize) -> Option<Numeral> {
        let from = if matches!(self.lower(at), "a" | "one") && !self.is_dash(at + 2) { at + 1 } else { at };
        let value = match self.lower(from) {
            "half" => 0.5,
            "quarter" => 0.25,
            _ => return None,
        };
        let scaled = if matches!(self.lower(from + 1), "a" | "an") { from + 2 } else { self.past_dash(from + 1) };
        if let Some((scale, last)) = self.scales(scaled).or_else(|| self.group(scaled)) {
            return Some(Numeral::new(at, (value * scale, last), Style::Words));
        }
        let share = if from > at { self.is_share(from + 1) } else { value == 0.5 && self.is_half_of(from + 1) };
        share.then(|| Numeral::new(at, (value, from + 1), Style::Share))
    }

    /// Whether "half" before this piece is a share: "half the crew", "almost half"; not "the second half of", "this half".
    fn is_half_of(&self, at: usize) -> bool {
        let determined = matches!(self.tag(at), Tag::Determiner | Tag::PossessivePronoun) || matches!(self.lower(at), "of" | "all");
        let named = self.tag(at.wrapping_sub(2)).is_adjective()
            || matches!(self.lower_back(at, 2), "the" | "this" | "that" | "first" | "second" | "last" | "other");
        !named && (determined || self.hedged(at - 1))
    }

    /// Whether a denominator before this piece is a share of something rather than an ordinal: "a third of".
    fn is_share(&self, at: usize) -> bool {
        let ends = |p: &NumberPiece<'_>| !p.is_word() && !matches!(p.kind, TokenKind::Number | TokenKind::Dash);
        self.lower(at) == "of" || self.piece(at).is_none_or(ends)
    }

    /// What stands behind a whole number and adds to it: "and a half", "3/4", "and two dozen", "dozen".
    pub fn mixed(&self, value: f64, at: usize) -> Option<NumberRead> {
        if let Some(NumberWord::Group(size) | NumberWord::Vague(size, _)) = self.number_word(at)
            && (self.lower(at).starts_with('d') && value.fract() == 0.0)
        {
            return Some((value * if size == 24.0 { 12.0 } else { size }, at + 1));
        }
        if let Some(digits) = self.piece(at).and_then(|p| p.digits)
            && digits.value < 1.0
            && !digits.plain
            && value.fract() == 0.0
            && !self.piece(at)?.text.contains('.')
        {
            return Some((value + digits.value, at + 1));
        }
        if self.lower(at) != "and" {
            return None;
        }
        let (part, last) = self.part_alone(at + 1)?;
        let whole_scale = if value >= 1e6 && value % 1e6 == 0.0 { scale_of(value) } else { 1.0 };
        match self.scales(last) {
            Some((scale, last)) if whole_scale == 1.0 => Some(((value + part) * scale, last)),
            Some((scale, last)) => Some((value + part * scale, last)),
            None => Some((value + part * whole_scale, last)),
        }
    }

    /// "a half", "three quarters", "two thirds".
    pub fn part_alone(&self, at: usize) -> Option<NumberRead> {
        let (count, next) = if self.lower(at) == "a" { (1.0, at + 1) } else { self.small(at)? };
        match self.number_word(self.past_dash(next)) {
            Some(NumberWord::Part(size)) if size > 1.0 => Some((count / size, self.past_dash(next) + 1)),
            _ => None,
        }
    }

    /// "point five", "point zero three"
    pub fn point(&self, value: f64, at: usize) -> Option<NumberRead> {
        if self.lower(at) != "point" {
            return None;
        }
        let (mut value, mut next, mut step) = (value, at + 1, 0.1);
        while let Some((digits, behind)) = self.small(next).filter(|(d, _)| *d < 100.0 && d.fract() == 0.0) {
            let width = if digits >= 10.0 { 0.1 } else { 1.0 };
            value += digits * step * width;
            step *= 0.1 * width;
            next = behind;
        }
        (next > at + 1).then_some((value, next))
    }

    /// "a third of", "a twenty-first"
    pub fn single_part(&self, at: usize) -> Option<NumberRead> {
        if self.lower(at) == "a" { self.parts(at, 1.0, at + 1) } else { None }
    }

    /// The denominator behind a count: "two thirds", "one-fifth", "three twenty-firsts". A singular one behind "a" is an ordinal
    /// ("a third man") unless it is a share of something.
    pub fn parts(&self, from: usize, count: f64, at: usize) -> Option<NumberRead> {
        let at = self.past_dash(at);
        let (size, last) = match self.number_word(at)? {
            NumberWord::Part(size) => (size, at + 1),
            NumberWord::Tens(tens) => match self.number_word(self.past_dash(at + 1))? {
                NumberWord::Part(ones) if ones < 10.0 => (tens + ones, self.past_dash(at + 1) + 1),
                _ => return None,
            },
            _ => return None,
        };
        let plural = self.lower(last - 1).ends_with('s') || self.lower(last - 1) == "halves";
        let single = count == 1.0 && (self.lower(from) == "one" || self.is_share(last));
        let fits = size > 1.0 && count.fract() == 0.0 && if count == 1.0 { !plural && single } else { plural };
        if !fits {
            return None;
        }
        let value = count / size;
        Some(match self.scales(last) {
            Some((scale, last)) if scale >= 1e3 => (value * scale, last),
            _ => (value, last),
        })
    }

    /// "one in three", "two out of five": a share where the first is the smaller and the second no year and no measure.
    pub fn one_in(&self, count: f64, at: usize) -> Option<NumberRead> {
        let next = match (self.lower(at), self.lower(at + 1), self.lower(at + 2)) {
            ("over", ..) if count == 1.0 => at + 1,
            ("in", "every", _) => at + 2,
            ("out", "of", "every") => at + 3,
            ("in", ..) => at + 1,
            ("out", "of", _) => at + 2,
            _ => return None,
        };
        let (whole, last) = self.whole(next)?;
        let year = self.is_plain(next, last) && (1500.0..2100.0).contains(&whole);
        let whole_number = count.fract() == 0.0 && whole.fract() == 0.0;
        let fits = count >= 1.0
            && count < whole
            && count <= 100.0
            && whole_number
            && !year
            && self.unit_words(last).is_none()
            && self.measure(last).is_none();
        fits.then_some((count / whole, last))
    }

    fn is_plain(&self, first: usize, last: usize) -> bool {
        last == first + 1 && self.piece(first).and_then(|p| p.digits).is_some_and(|d| d.plain)
    }
}

/// The scale that a round number was written with: a million for three million.
fn scale_of(value: f64) -> f64 {
    [1e12, 1e9, 1e6].into_iter().find(|scale| value % scale == 0.0).unwrap_or(1.0)
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn shares() {
        check(&[
            ("a third", "A third of the bridges are unsafe.", "0.3333333333333333: bridges"),
            ("two thirds", "Two-thirds of the voters stayed home.", "0.6666666666666666: voters"),
            ("half", "Half the crew fell ill.", "0.5: crew"),
            ("half of", "They lost more than half of their herd.", ">0.5: herd"),
            ("one in", "One in five pupils walks to school.", "0.2: pupils"),
            ("out of", "Two out of three wells are dry.", "0.6666666666666666: wells"),
            ("half-dozen", "A half-dozen bees escaped.", "6: bees"),
            ("half a million", "Half a million bees escaped.", "500000: bees"),
            ("and a half", "The walk took two and a half hours.", "2.5 [hour]: walk"),
            ("no share", "The second half of the match was dull, and a third man left.", ""),
            ("no share of a year", "One in 2014 was enough.", ""),
        ]);
    }
}
