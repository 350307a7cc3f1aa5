//! Amounts and ranges: a number with its sign, unit and rate, and two of them joined.

use super::numeral::{Numeral, Style};
use super::reader::QuantityReader;
use super::unit::UnitBehind;
use crate::lexicon::{NumberWord, Unit};
use crate::text::TokenKind;

/// An amount as written, before it is hedged.
#[derive(Clone, Debug)]
pub(super) struct WrittenAmount<'a> {
    /// Its first piece, a currency sign included.
    pub first: usize,
    /// The piece behind it, its unit and rate included.
    pub last: usize,
    /// The piece behind its (last) number.
    pub number_last: usize,
    pub low: f64,
    pub high: f64,
    pub style: Style,
    pub unit: Option<&'a Unit>,
    pub rate: Option<&'a str>,
    /// Whether it has two written ends.
    pub range: bool,
}

impl WrittenAmount<'_> {
    /// Whether it is measured in this.
    pub fn is_in(&self, dimension: &str) -> bool {
        self.unit.is_some_and(|unit| &*unit.dimension == dimension)
    }

    /// Whether it is a bare whole number without unit, as years and labels are.
    pub fn is_plain(&self) -> bool {
        self.style == Style::Plain && self.unit.is_none()
    }
}

impl<'a> QuantityReader<'a> {
    /// The amount or range that begins at this piece.
    pub fn figure(&self, at: usize) -> Option<WrittenAmount<'a>> {
        let left = self.amount(at)?;
        Some(self.range(&left).unwrap_or(left))
    }

    /// One number with what belongs to it.
    fn amount(&self, at: usize) -> Option<WrittenAmount<'a>> {
        let piece = self.piece(at)?;
        if let Some(sign) = piece.sign {
            let numeral = self.numeral(at + 1)?;
            let scaled = numeral.style == Style::Figures && self.scale_written(&numeral) > 1.0;
            return (scaled || !sign.scaled_only).then(|| self.signed_amount(at, numeral, sign.unit));
        }
        let numeral = self.numeral(at)?;
        if let Some(last) = self.fold(numeral.last) {
            return Some(self.whole_figure(at, numeral, self.words.named("time"), last));
        }
        let open = numeral.style == Style::Vague && self.lower(numeral.last) == "of";
        let Some(measure) = self.measure(numeral.last + usize::from(open)).or_else(|| self.part_of_unit(&numeral)) else {
            return Some(self.percent_of(at, numeral));
        };
        let scaled = self.scale_behind(numeral, measure.last, measure.unit);
        let (numeral, last) = scaled.unwrap_or((numeral, measure.last));
        let mut figure = self.whole_figure(at, numeral, Some(measure.unit), last);
        figure.number_last = numeral.last;
        if let Some((more, last)) = self.smaller(measure.unit, last) {
            figure.low += more;
            figure.high += more;
            figure.last = last;
        }
        Some(self.with_rate(figure))
    }

    fn whole_figure(&self, first: usize, numeral: Numeral, unit: Option<&'a Unit>, last: usize) -> WrittenAmount<'a> {
        let Numeral { low, high, style, last: number_last, .. } = numeral;
        WrittenAmount { first, last, number_last, low, high, style, unit, rate: None, range: low < high }
    }

    fn signed_amount(&self, at: usize, numeral: Numeral, unit: &'a Unit) -> WrittenAmount<'a> {
        let country = self.dollar_country(numeral.last).filter(|m| m.unit.name == unit.name);
        let last = country.map_or(numeral.last, |m| m.last);
        self.with_rate(self.whole_figure(at, numeral, Some(unit), last))
    }

    fn with_rate(&self, figure: WrittenAmount<'a>) -> WrittenAmount<'a> {
        match self.rate(figure.last) {
            Some((rate, last)) => WrittenAmount { rate: Some(rate), last, ..figure },
            None => figure,
        }
    }

    /// "35-plus hours a week": the unit behind the hedge, and where the whole ends.
    pub fn measured_behind(&self, figure: WrittenAmount<'a>, at: usize) -> (WrittenAmount<'a>, usize) {
        match self.measure(at).filter(|_| figure.unit.is_none()) {
            Some(measure) => {
                let (rate, last) = self.rate(measure.last).map_or((None, measure.last), |(rate, last)| (Some(rate), last));
                (WrittenAmount { unit: Some(measure.unit), rate, ..figure }, last)
            }
            None => (figure, at),
        }
    }

    /// "75 USD million": the scale behind the code.
    fn scale_behind(&self, numeral: Numeral, at: usize, unit: &Unit) -> Option<(Numeral, usize)> {
        match self.number_word(at) {
            Some(NumberWord::Scale(scale)) if unit.is_money() => Some((numeral.times(scale), at + 1)),
            _ => None,
        }
    }

    /// "half an hour", "half a mile", "one-half of 1 percent": a share of one unit is that much of the unit.
    fn part_of_unit(&self, numeral: &Numeral) -> Option<UnitBehind<'a>> {
        let one = numeral.last + usize::from(self.lower(numeral.last) == "of");
        let whole = matches!(self.lower(one), "a" | "an" | "one" | "1") && numeral.style == Style::Share;
        self.unit_words(one + 1).filter(|_| whole).map(|(last, unit)| UnitBehind { unit, last })
    }

    /// "sixfold", "10-fold".
    fn fold(&self, at: usize) -> Option<usize> {
        let behind = if self.is_dash(at) { at + 1 } else { at };
        (self.lower(behind) == "fold" && self.glued(behind)).then_some(behind + 1)
    }

    /// "per cent of 210": a bare number behind the words.
    fn percent_of(&self, at: usize, numeral: Numeral) -> WrittenAmount<'a> {
        let figure = self.whole_figure(at, numeral, None, numeral.last);
        let words = at.checked_sub(3).filter(|i| self.lower(*i) == "per" && self.lower(i + 1) == "cent" && self.lower(i + 2) == "of");
        let headless = words.is_some_and(|i| !self.before(i).is_some_and(|p| p.digits.is_some() || p.is_word()));
        WrittenAmount { unit: if headless { self.words.named("percent") } else { None }, ..figure }
    }

    /// The scale word that a number ends with: a million for "5 million" and "5m".
    pub fn scale_written(&self, numeral: &Numeral) -> f64 {
        self.scale_before(numeral.last)
    }

    fn scale_before(&self, at: usize) -> f64 {
        match at.checked_sub(1).and_then(|i| self.number_word(i)) {
            Some(NumberWord::Scale(scale) | NumberWord::Short(scale)) => scale,
            Some(NumberWord::Hundred) => 100.0,
            _ => 1.0,
        }
    }

    /// Joins an amount with the one behind it: "5 to 7 per cent", "between 40 and 60", "20-30", "three or four".
    fn range(&self, left: &WrittenAmount<'a>) -> Option<WrittenAmount<'a>> {
        let (joint, at) = self.joint(left)?;
        let right = self.amount(at).filter(|right| !right.range && !left.range)?;
        let unit = self.common_unit(left, &right)?;
        let scale = self.scale_before(right.number_last);
        let shared = self.scale_before(left.number_last) == 1.0 && scale > 1.0 && left.low < right.low / scale;
        let low = if shared { left.low * scale } else { left.low };
        let high = right.low;
        let shares = left.style == Style::Share || right.style == Style::Share;
        let joined = match joint {
            Joint::Or => high == low + 1.0 && high <= 20.0,
            Joint::Slash => left.is_in("money") && right.is_in("money"),
            Joint::Dash => low < high && !self.is_code(right.number_last),
            Joint::And | Joint::FromTo => true,
            Joint::To => (low < high || unit.is_some()) && !self.is_move(left, &right),
        };
        let years = self.is_year(left.first) && left.is_plain() && right.is_plain();
        (joined && !shares && !years).then(|| WrittenAmount {
            first: left.first,
            low: low.min(high),
            high: low.max(high),
            style: if left.style == Style::Plain { right.style } else { left.style },
            unit,
            rate: right.rate.or(left.rate),
            range: true,
            ..right
        })
    }

    /// What joins an amount to the next, and where the next begins.
    fn joint(&self, left: &WrittenAmount<'_>) -> Option<(Joint, usize)> {
        let at = left.last;
        let opener = self.range_opener(left.first);
        let piece = self.piece(at)?;
        let joint = match piece.lower {
            "to" if opener == "from" => Joint::FromTo,
            "to" | "till" | "until" => Joint::To,
            "up" if self.lower(at + 1) == "to" => return Some((Joint::To, at + 2)),
            "and" if opener == "between" => Joint::And,
            "or" => Joint::Or,
            "/" => Joint::Slash,
            _ if piece.kind == TokenKind::Dash && piece.glued == self.glued(at + 1) && piece.text.chars().count() == 1 => Joint::Dash,
            _ => return None,
        };
        let behind = if self.kind(at + 1) == Some(TokenKind::Dash) && self.lower(at) == "to" { at + 2 } else { at + 1 };
        Some((joint, behind))
    }

    /// "from" or "between" before an amount, a hedge or an article may stand in between.
    fn range_opener(&self, first: usize) -> &'a str {
        if self.lower_back(first, 2) == "ages" && self.lower_back(first, 1) == "of" {
            return "between";
        }
        (1..=3).map(|back| self.lower_back(first, back)).find(|word| matches!(*word, "from" | "between" | "range" | "ranges")).map_or(
            "",
            |word| {
                if word.starts_with("range") { "from" } else { word }
            },
        )
    }

    /// Two amounts can be the ends of one range where they share the unit, or only one of them carries it.
    fn common_unit(&self, left: &WrittenAmount<'a>, right: &WrittenAmount<'a>) -> Option<Option<&'a Unit>> {
        match (left.unit, right.unit) {
            (Some(a), Some(b)) => (a.name == b.name).then_some(Some(a)),
            (None, unit) => Some(unit),
            // a sign before the first end holds for both: "$5-7"; a unit behind it does not: "5 percent to 84"
            (unit, None) => self.piece(left.first).is_some_and(|p| p.sign.is_some()).then_some(unit),
        }
    }

    /// "increased by $4 billion to $19 billion": how far and where to, each with a unit of its own.
    fn is_move(&self, left: &WrittenAmount<'_>, right: &WrittenAmount<'_>) -> bool {
        let moved = self.trend_before(left.first).is_some();
        moved && left.unit.is_some() && right.unit.is_some()
    }

    /// More figures behind a dash: "555-12-34".
    fn is_code(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Dash) && self.glued(at) && self.piece(at + 1).is_some_and(|p| p.glued && p.digits.is_some())
    }
}

/// What joins the two ends of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Joint {
    To,
    FromTo,
    And,
    Or,
    Dash,
    Slash,
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn ranges() {
        check(&[
            ("to", "Growth will be 5 to 7 per cent.", "5..7 [percent]: Growth"),
            ("between", "Between 40 and 60 goats died.", "40..60: goats"),
            ("hyphen", "The trip takes 20-30 minutes.", "20..30 [minute]: trip"),
            ("or", "Three or four shots were heard.", "3..4: shots"),
            ("shared scale", "There were four to five thousand fans.", "4000..5000: fans"),
            ("shared sign", "Flats cost $1-2 million.", "1000000..2000000 [US dollar]: Flats"),
            ("from one value to the next", "Sales fell from 800 to 600 tons.", "600..800 [ton]: Sales"),
            (
                "how far and where to",
                "Debt rose by $4 billion to $19 billion.",
                "^4000000000 [US dollar]: Debt, 19000000000 [US dollar]: Debt",
            ),
            ("two units", "Shares rose 7 percent to 47 yuan.", "^7 [percent]: Shares, 47 [Chinese yuan]: Shares"),
        ]);
    }
}
