//! What a number is measured in.

use std::fmt;

use serde::{Deserialize, Serialize};

/// A unit by its usual name, and what it is counted by: "US dollar", "US dollar per barrel".
///
/// ```
/// use corroborate::value::Measure;
/// let price = Measure::from("US dollar").by("barrel");
/// assert_eq!((price.unit.as_str(), price.per.as_deref()), ("US dollar", Some("barrel")));
/// assert_eq!(price, Measure::from("US dollar per barrel"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", from = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!into, !from, with = "String"))]
pub struct Measure {
    /// The unit in the singular: "US dollar", "kilometre"; of a speed "mile".
    pub unit: String,
    /// What it is counted by: "barrel", "hour".
    pub per: Option<String>,
}

/// Stands between the unit and what it is counted by.
const PER: &str = " per ";

impl Measure {
    /// The same, counted by this as well: 5 percent, 5 percent per year.
    #[must_use]
    pub fn by(self, counted: &str) -> Self {
        let per = match self.per {
            Some(per) => format!("{per}{PER}{counted}"),
            None => counted.to_owned(),
        };
        Self { per: Some(per), ..self }
    }

    /// Whether it is this unit and no rate of it.
    #[must_use]
    pub fn is(&self, unit: &str) -> bool {
        self.per.is_none() && self.unit == unit
    }

    /// Whether the two may be counted by one thing: a rate that one side leaves out is taken as the other's.
    #[must_use]
    pub fn shares_rate(&self, other: &Self) -> bool {
        self.per.is_none() || other.per.is_none() || self.per == other.per
    }
}

impl From<&str> for Measure {
    fn from(text: &str) -> Self {
        match text.split_once(PER) {
            Some((unit, per)) => Self { unit: unit.to_owned(), per: Some(per.to_owned()) },
            None => Self { unit: text.to_owned(), per: None },
        }
    }
}

impl From<String> for Measure {
    fn from(text: String) -> Self {
        Self::from(text.as_str())
    }
}

impl From<Measure> for String {
    fn from(measure: Measure) -> Self {
        measure.to_string()
    }
}

impl fmt::Display for Measure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.unit)?;
        self.per.as_ref().map_or(Ok(()), |per| write!(f, "{PER}{per}"))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn rates_that_may_be_one() {
        for (a, b, one) in [
            ("percent", "percent", true),
            ("percent", "percent per year", true),
            ("US dollar per barrel", "US dollar per share", false),
            ("mile per hour", "kilometre per hour", true),
        ] {
            assert_eq!(Measure::from(a).shares_rate(&Measure::from(b)), one, "{a}, {b}");
            assert_eq!(Measure::from(b).shares_rate(&Measure::from(a)), one, "{b}, {a}");
        }
        assert!(Measure::from("percent").is("percent") && !Measure::from("percent per year").is("percent"));
    }

    proptest! {
        #[test]
        fn a_measure_is_written_as_it_is_read(text in "[a-z]{0,3}( per [a-z]{0,3}){0,2}|.{0,9}", counted in "[a-z]{1,5}") {
            let measure = Measure::from(text.as_str());
            prop_assert_eq!(measure.to_string(), text.clone());
            prop_assert_eq!(measure.by(&counted), Measure::from(format!("{text} per {counted}")));
        }
    }
}
