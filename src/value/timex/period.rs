//! Lengths of time.

use std::fmt;
use std::hash::{Hash, Hasher};

/// A length of time, or how often something comes back: `P3D`, `PT2H30M`, `PXW`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    parts: Vec<PeriodPart>,
}

/// So many of one unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PeriodPart {
    /// How many; `None` for "several".
    pub count: Option<f64>,
    /// The unit.
    pub unit: PeriodUnit,
}

/// A unit that TIMEX3 counts periods in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum PeriodUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Month,
    Year,
}

// a count comes from a text's digits and is never NaN
impl Eq for PeriodPart {}

impl Hash for PeriodPart {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.count.map(f64::to_bits), self.unit).hash(state);
    }
}

impl PeriodUnit {
    /// All of them; those of a clock behind those of a calendar, whose codes come first.
    pub(super) const ALL: [Self; 8] =
        [Self::Year, Self::Month, Self::Weekend, Self::Week, Self::Day, Self::Hour, Self::Minute, Self::Second];

    fn code(self) -> &'static str {
        match self {
            Self::Second => "S",
            Self::Minute | Self::Month => "M",
            Self::Hour => "H",
            Self::Day => "D",
            Self::Weekend => "WE",
            Self::Week => "W",
            Self::Year => "Y",
        }
    }

    /// Whether a clock counts it; such units stand behind a `T`.
    fn is_of_clock(self) -> bool {
        self <= Self::Hour
    }
}

impl Period {
    /// So many of one unit; `None` for "several".
    #[must_use]
    pub fn new(count: Option<f64>, unit: PeriodUnit) -> Self {
        Self { parts: vec![PeriodPart { count, unit }] }
    }

    /// This length and a finer one: "two years and six months".
    #[must_use]
    pub fn and(mut self, finer: &Self) -> Self {
        self.parts.extend(&finer.parts);
        self
    }

    /// Its parts, the coarser ones first.
    #[must_use]
    pub fn parts(&self) -> &[PeriodPart] {
        &self.parts
    }

    /// Reads `P2Y6M`.
    pub(super) fn read(text: &str) -> Option<Self> {
        let (mut rest, mut of_clock, mut parts) = (text.strip_prefix('P')?, false, Vec::new());
        while !rest.is_empty() {
            if let Some(behind) = rest.strip_prefix('T').filter(|_| !of_clock) {
                (rest, of_clock) = (behind, true);
            }
            let (part, behind) = part(rest, of_clock)?;
            parts.push(part);
            rest = behind;
        }
        (!parts.is_empty()).then_some(Self { parts })
    }
}

fn part(text: &str, of_clock: bool) -> Option<(PeriodPart, &str)> {
    let (number, rest) = text.split_at(text.find(|c: char| !c.is_ascii_digit() && c != '.' && c != 'X')?);
    let count = if number == "X" { None } else { Some(number.parse::<f64>().ok()?) };
    let unit = PeriodUnit::ALL.into_iter().find(|unit| unit.is_of_clock() == of_clock && rest.starts_with(unit.code()))?;
    Some((PeriodPart { count, unit }, &rest[unit.code().len()..]))
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut of_clock = false;
        for PeriodPart { count, unit } in &self.parts {
            if unit.is_of_clock() && !of_clock {
                f.write_str("T")?;
                of_clock = true;
            }
            match count {
                Some(count) => write!(f, "{count}{}", unit.code())?,
                None => write!(f, "X{}", unit.code())?,
            }
        }
        Ok(())
    }
}
