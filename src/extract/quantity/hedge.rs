//! Hedges and movements beside a number: "more than", "or so", "up to"; "rose", "lost", "lower".

use super::figure::WrittenAmount;
use super::reader::QuantityReader;
use crate::lexicon::NumberContext;
use crate::value::{Bound, Trend};

/// No hedge has more pieces than this.
const HEDGE_LENGTH: usize = 6;

/// How many adverbs may stand between a movement and its number: "rose by as much as 5 percent".
const TREND_REACH: usize = 4;

impl QuantityReader<'_> {
    /// The longest hedge that ends right before this piece: its first piece and its bound. An article may follow it.
    pub fn hedge_before(&self, first: usize) -> Option<(usize, Bound)> {
        let end = match self.lower_back(first, 1) {
            "a" | "an" | "the" => first - 1,
            _ => first,
        };
        let starts = end.saturating_sub(HEDGE_LENGTH)..end;
        starts.into_iter().find_map(|at| {
            let (length, bound) = self.words.hedge_before(self.lowers(at).take(end - at))?;
            (at + length == end && self.is_hedge(at, end)).then_some((at, bound))
        })
    }

    /// Words that hedge only right before the number itself, not before an article: "some 40", not "near the 40".
    fn is_hedge(&self, at: usize, end: usize) -> bool {
        let preposition =
            matches!(self.lower(at), "around" | "near" | "over" | "above" | "below" | "under" | "beyond" | "before") && end == at + 1;
        let article = matches!(self.lower(end), "a" | "an" | "the");
        !(preposition && article && self.lower(end) == "the")
    }

    /// The hedge behind an amount, and the piece behind the hedge: "or more", "or so", "-plus", "+".
    pub fn hedge_after(&self, at: usize) -> Option<(usize, Bound)> {
        let (length, bound) = self.words.hedge_after(self.lowers(at).take(HEDGE_LENGTH))?;
        // "12 and more than 40" hedges the number behind
        (self.lower(at + length) != "than").then_some((at + length, bound))
    }

    pub fn hedged(&self, at: usize) -> bool {
        self.hedge_before(at).is_some()
    }

    /// Which way the number that begins at this piece moved, told by a word before it: "rose 5", "up about 5", "fell by 5".
    pub fn trend_before(&self, first: usize) -> Option<Trend> {
        for back in 1..=TREND_REACH {
            let at = first.checked_sub(back)?;
            if let Some(trend) = self.words.trend(self.lower(at)) {
                return Some(trend);
            }
            if !self.says(at, NumberContext::Adverb) {
                return None;
            }
            if self.lower(at) == "by" {
                return self.trend_of_object(at);
            }
        }
        None
    }

    /// "cut its rates by": a movement whose object stands between it and "by". One word of a movement alone is the nearer one.
    fn trend_of_object(&self, by: usize) -> Option<Trend> {
        if let Some(trend) = self.words.trend(self.lower_back(by, 1)) {
            return Some(trend);
        }
        let verb = self.start_of_phrase(by).checked_sub(1).filter(|at| *at + 1 < by && self.tag(*at).is_verb())?;
        self.words.trend(self.lower(verb))
    }

    /// Which way an amount moved: a movement before it, or "higher" and "lower" right behind. A bare count behind the very word is
    /// what was set up, lost or added ("set up 40 clinics", "lost 40 men"), not how far something moved.
    pub fn trend(&self, figure: &WrittenAmount<'_>, first: usize) -> Option<Trend> {
        let before = self.trend_before(first);
        let direct = self.words.trend(self.lower_back(first, 1)).is_some();
        let behind = || match self.lower(figure.last) {
            "higher" => Some(Trend::Up),
            "lower" => Some(Trend::Down),
            _ => None,
        };
        before.filter(|_| !direct || figure.unit.is_some()).or_else(|| behind().filter(|_| figure.unit.is_some()))
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn hedges() {
        check(&[
            ("a hedge of the next number", "They need no more than 12 and more than 4 boats.", "<=12: boats, >4: boats"),
            ("more than", "More than 200 cows died.", ">200: cows"),
            ("at least", "At least 12 miners are trapped.", ">=12: miners"),
            ("about", "About 40 people watched.", "~40: people"),
            ("some", "Some 130,000 troops wait.", "~130000: troops"),
            ("up to", "Up to 400 jobs may go.", "<=400: jobs"),
            ("fewer than", "Fewer than 30 seats are left.", "<30: seats"),
            ("an article between", "Nearly a dozen cars burned.", "~12: cars"),
            ("behind", "The hall holds 500 or more.", ">=500"),
            ("plus and a unit", "She works 35-plus hours a week.", ">35 [hour per week]"),
            ("a conversion", "It has over 7 million crowns ($1 million) in cash.", ">7000000 [krone]: cash, >1000000 [US dollar]: cash"),
        ]);
    }

    #[test]
    fn movements() {
        check(&[
            ("rose", "Rents rose 5 percent.", "^5 [percent]: Rents"),
            ("lost", "The index lost 190 points.", "v190 [point]: index"),
            ("by", "Staff numbers fell by 60.", "v60"),
            ("down about", "Turnover is down about 4 percent.", "~v4 [percent]: Turnover"),
            ("higher", "The yen closed 2 percent higher.", "^2 [percent]: yen"),
            ("set up", "The charity set up 40 clinics.", "40: clinics"),
            ("up to", "It gives up to 3 percent.", "<=3 [percent]"),
        ]);
    }
}
