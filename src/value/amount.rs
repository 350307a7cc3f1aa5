//! Amounts as intervals with bounds, and the one rule that says how far "about" reaches.

use serde::{Deserialize, Serialize};

/// How a number was hedged.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Bound {
    /// The number and nothing else.
    #[default]
    Exact,
    /// "about", "some", "nearly", "roughly".
    About,
    /// "more than", "over".
    MoreThan,
    /// "at least", "no fewer than".
    AtLeast,
    /// "less than", "under".
    LessThan,
    /// "at most", "up to".
    AtMost,
    /// Two ends: "5 to 7", "between 40 and 60", and words such as "dozens" (24 to 99).
    Range,
}

/// Which way a number moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// "rose by 5", "gained 190 points"
    Up,
    /// "fell by 5", "lost 190 points"
    Down,
}

impl Trend {
    /// The word used in reports: "up", "down".
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }
}

/// An amount as written: a closed interval and how it was hedged.
///
/// An exact or approximate figure has `low == high`, a range its two ends, a bound the one end that was written.
///
/// ```
/// use corroborate::value::{Amount, AmountRelation, Bound};
/// let agency = Amount::new(100_000.0, Bound::About);
/// let gazette = Amount::exact(130_000.0);
/// let tribune = Amount::new(100_000.0, Bound::MoreThan);
/// assert_eq!(agency.relation(&gazette), AmountRelation::Apart);
/// assert_eq!(tribune.relation(&gazette), AmountRelation::Consistent);
/// assert_eq!(gazette.relation(&Amount::exact(130_000.0)), AmountRelation::Equal);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Amount {
    /// Lower end; `None` when only an upper bound was written.
    pub low: Option<f64>,
    /// Upper end; `None` when only a lower bound was written.
    pub high: Option<f64>,
    /// The hedge.
    pub bound: Bound,
}

/// How two amounts stand to each other, whatever their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AmountRelation {
    /// The same number under the same kind of hedge, or under one and none ("130,000", "some 130,000").
    Equal,
    /// Equal after rounding to the coarser figure's last digit.
    Rounded,
    /// One covers the other, or they share a part: a bound, a range or an approximation.
    Consistent,
    /// No number satisfies both.
    Apart,
}

impl Amount {
    /// The number alone.
    #[must_use]
    pub fn exact(value: f64) -> Self {
        Self::new(value, Bound::Exact)
    }

    /// One written number under a hedge. [`Bound::Range`] makes a range of one number.
    #[must_use]
    pub fn new(value: f64, bound: Bound) -> Self {
        let (low, high) = match bound {
            Bound::MoreThan | Bound::AtLeast => (Some(value), None),
            Bound::LessThan | Bound::AtMost => (None, Some(value)),
            Bound::Exact | Bound::About | Bound::Range => (Some(value), Some(value)),
        };
        Self { low, high, bound }
    }

    /// A range; the ends may come in either order.
    #[must_use]
    pub fn range(a: f64, b: f64) -> Self {
        Self { low: Some(a.min(b)), high: Some(a.max(b)), bound: Bound::Range }
    }

    /// The one number that stands in the text, if there is one.
    #[must_use]
    pub fn written(&self) -> Option<f64> {
        match self.bound {
            Bound::Range => None,
            _ => self.low.or(self.high),
        }
    }

    /// The numbers that the words allow, as a closed interval; open bounds reach to infinity.
    ///
    /// "About" reaches a tenth of the number to either side where it has one significant digit, a twentieth for two, a
    /// hundredth for more: "some 100,000" is 90,000 to 110,000, "about 130,000" 123,500 to 136,500, "some 4,832"
    /// 4,783.7 to 4,880.3. The roundness of a number says how exactly the speaker knew it (round numbers are read as
    /// approximate, Krifka 2002).
    #[must_use]
    pub fn interval(&self) -> (f64, f64) {
        let low = self.low.unwrap_or(f64::NEG_INFINITY);
        let high = self.high.unwrap_or(f64::INFINITY);
        match self.bound {
            Bound::About => (low - about_reach(low), high + about_reach(high)),
            _ => (low.min(high), high.max(low)),
        }
    }

    /// How this amount stands to `other`. Symmetric.
    #[must_use]
    pub fn relation(&self, other: &Self) -> AmountRelation {
        if let (Some(a), Some(b)) = (self.written(), other.written()) {
            if close(a, b) && self.points() && other.points() {
                return AmountRelation::Equal;
            }
            if self.points() && other.points() && (rounds_to(a, b) || rounds_to(b, a)) {
                return AmountRelation::Rounded;
            }
        }
        if self.bound == other.bound && same_end(self.low, other.low) && same_end(self.high, other.high) {
            return AmountRelation::Equal;
        }
        let ((a, b), (c, d)) = (self.interval(), other.interval());
        // two outlets that both hedge: "about 19", "about 21" differ, though some number is about both
        if let (Bound::About, Bound::About, Some(x), Some(y)) = (self.bound, other.bound, self.written(), other.written()) {
            let held = (c..=d).contains(&x) || (a..=b).contains(&y);
            return if held { AmountRelation::Consistent } else { AmountRelation::Apart };
        }
        // "below 62" and "62" share no number, nor do "up to 400" and "more than 400"; "more than 62" is how 62 and a bit is told
        let strict = |lower: &Self, upper: &Self| match upper.bound {
            Bound::LessThan => lower.bound != Bound::LessThan,
            Bound::AtMost => lower.bound == Bound::MoreThan,
            _ => false,
        };
        let touching = |end: f64, start: f64, upper: &Self, lower: &Self| close(end, start) && strict(lower, upper);
        if a.max(c) > b.min(d) || touching(b, c, self, other) || touching(d, a, other, self) {
            AmountRelation::Apart
        } else {
            AmountRelation::Consistent
        }
    }

    /// Whether a single number was written without a one-sided bound.
    fn points(&self) -> bool {
        matches!(self.bound, Bound::Exact | Bound::About)
    }
}

fn same_end(a: Option<f64>, b: Option<f64>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => close(a, b),
        (None, None) => true,
        _ => false,
    }
}

/// Equal up to the noise of floating point.
fn close(a: f64, b: f64) -> bool {
    a == b || (a.is_finite() && b.is_finite() && (a - b).abs() <= 1e-9 * a.abs().max(b.abs()))
}

fn about_reach(value: f64) -> f64 {
    let share = match significant_digits(value) {
        0 | 1 => 0.10,
        2 => 0.05,
        _ => 0.01,
    };
    value.abs() * share
}

/// How many digits stand before the trailing zeros: 1 for 100,000, 2 for 130,000, 3 for 1.06.
fn significant_digits(value: f64) -> usize {
    decimal(value).0
}

/// The step of the last significant digit: 10,000 for 130,000, 0.1 for 7.7.
fn last_digit_step(value: f64) -> f64 {
    if value == 0.0 || !value.is_finite() {
        return 0.0;
    }
    let (digits, exponent) = decimal(value);
    10f64.powi(exponent + 1 - digits as i32)
}

/// The shortest decimal form: how many digits it has, and the power of ten of the first. A logarithm would err at powers of ten.
fn decimal(value: f64) -> (usize, i32) {
    let form = format!("{:e}", value.abs());
    let (digits, exponent) = form.split_once('e').unwrap_or((form.as_str(), "0"));
    (digits.bytes().filter(u8::is_ascii_digit).count(), exponent.parse().unwrap_or(0))
}

/// From here on numbers are written with a word for their zeros, and one digit is all that is meant.
const SCALED: f64 = 1e6;

/// How far a number of one digit may be from what was rounded to it, as a share of it.
const ONE_DIGIT: f64 = 0.05;

/// Whether `fine` rounds to `coarse` at the coarser figure's last digit.
///
/// Rounding to a single digit is no agreement: 130,000 does not round to 100,000 in a newspaper. Two digits at least, a coarse figure
/// below ten with a finer decimal one ("2 percent", "1.9 percent"), or millions and more that are as near as [`ONE_DIGIT`].
fn rounds_to(fine: f64, coarse: f64) -> bool {
    let (f, c) = (significant_digits(fine), significant_digits(coarse));
    let step = last_digit_step(coarse);
    // "$50" for $50.01: written to the unit, whatever the zero says
    let to_the_unit = coarse.fract() == 0.0 && fine.fract() != 0.0 && (fine - coarse).abs() < 0.5;
    // "100,000" is no rounded 130,000, but "5 billion" is a rounded 5.1 billion
    let scaled = coarse.abs() >= SCALED && (fine - coarse).abs() <= ONE_DIGIT * coarse.abs();
    let exact_enough = c >= 2 || coarse.abs() < 10.0 || scaled;
    to_the_unit || f > c && step > 0.0 && exact_enough && (fine - coarse).abs() <= step / 2.0 + 1e-12
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_relations() {
        use AmountRelation::*;
        use Bound::*;
        let n = Amount::new;
        let r = Amount::range;
        let table = [
            ("same figure", n(130_000.0, Exact), n(130_000.0, Exact), Equal),
            ("hedged and plain", n(130_000.0, About), n(130_000.0, Exact), Equal),
            ("another figure", n(100_000.0, Exact), n(130_000.0, Exact), Apart),
            ("about does not reach so far", n(100_000.0, About), n(130_000.0, Exact), Apart),
            ("about reaches a little", n(100_000.0, About), n(108_000.0, Exact), Consistent),
            ("more than covers", n(100_000.0, MoreThan), n(130_000.0, Exact), Consistent),
            ("more than rounds down", n(62.0, MoreThan), n(62.0, Exact), Consistent),
            ("at least is not", n(62.0, AtLeast), n(62.0, Exact), Consistent),
            ("below contradicts", n(62.0, LessThan), n(62.0, Exact), Apart),
            ("two lower bounds", n(100.0, MoreThan), n(120.0, MoreThan), Consistent),
            ("range covers", r(40.0, 60.0), n(50.0, Exact), Consistent),
            ("range does not cover", r(40.0, 60.0), n(85.0, Exact), Apart),
            ("same range", r(5.0, 7.0), r(7.0, 5.0), Equal),
            ("rounded", n(1.6e6, Exact), n(1_612_345.0, Exact), Rounded),
            ("rounded decimal", n(2.0, Exact), n(1.9, Exact), Rounded),
            ("one digit is no rounding", n(100.0, Exact), n(132.0, Exact), Apart),
            ("rounded at a power of ten", n(1.0, Exact), n(1.04, Exact), Rounded),
            ("rounded below zero", n(-1.6, Exact), n(-1.63, Exact), Rounded),
            ("dozens cover a count", r(24.0, 99.0), n(40.0, Exact), Consistent),
            ("dozens are no hundreds", r(24.0, 99.0), n(300.0, About), Apart),
            ("up to and more than", n(400.0, AtMost), n(400.0, MoreThan), Apart),
            ("up to and at least", n(400.0, AtMost), n(400.0, AtLeast), Consistent),
            ("zero", n(0.0, Exact), n(0.0, About), Equal),
        ];
        for (name, a, b, want) in table {
            assert_eq!(a.relation(&b), want, "{name}");
            assert_eq!(b.relation(&a), want, "{name}, other way round");
        }
    }

    #[test]
    fn about_reaches_by_roundness() {
        assert_eq!(Amount::new(100_000.0, Bound::About).interval(), (90_000.0, 110_000.0));
        let (low, high) = Amount::new(130_000.0, Bound::About).interval();
        assert!((low - 123_500.0).abs() < 1e-6 && (high - 136_500.0).abs() < 1e-6);
    }
}
