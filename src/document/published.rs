//! The date, or date and time, when a document was published.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// When a document was published: a day, and the minute where it is known.
///
/// ```
/// use corroborate::document::Published;
/// let day: Published = "2022-02-14".parse().unwrap();
/// let minute: Published = "2022-02-14T18:30:00+00:00".parse().unwrap();
/// assert_eq!(day.date(), minute.date());
/// assert_eq!(minute.to_string(), "2022-02-14T18:30:00+00:00");
/// assert!("soon".parse::<Published>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Published {
    written: String,
    date: Date,
    time: Option<DateTime>,
}

impl Published {
    /// The day, in the zone in which it was written.
    #[must_use]
    pub fn date(&self) -> Date {
        self.date
    }

    /// Day and time, where a time was written.
    #[must_use]
    pub fn time(&self) -> Option<DateTime> {
        self.time
    }
}

/// The text is no date that is understood: `2022-02-14`, `2022-02-14T18:30:00Z` or `Feb. 14, 2022`.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no date; write it as 2022-02-14 or 2022-02-14T18:30:00Z")]
pub struct PublishedError(String);

impl FromStr for Published {
    type Err = PublishedError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let trimmed = text.trim();
        let error = || PublishedError(trimmed.chars().take(40).collect());
        let day = trimmed.get(..10).unwrap_or(trimmed);
        let parsed = day.parse::<Date>().ok().map(|date| {
            let clock = trimmed.get(..19).or_else(|| trimmed.get(..16)).unwrap_or("").replace(' ', "T");
            (date, clock.parse::<DateTime>().ok().filter(|_| trimmed.len() > 10))
        });
        let (date, time) = parsed.or_else(|| words(trimmed).map(|d| (d, None))).ok_or_else(error)?;
        Ok(Self { written: trimmed.to_owned(), date, time })
    }
}

/// "Feb. 14, 2022", "14 February 2022": the two orders of a date in English words.
fn words(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == ',' || c == '.').filter(|p| !p.is_empty()).collect();
    let [a, b, year] = parts[..] else { return None };
    let (month, day) = if a.starts_with(|c: char| c.is_ascii_digit()) { (b, a) } else { (a, b) };
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let month = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|m| *m == month)?;
    Date::new(year.parse().ok()?, month as i8 + 1, day.parse().ok()?).ok()
}

impl fmt::Display for Published {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

impl Serialize for Published {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.written)
    }
}

impl<'de> Deserialize<'de> for Published {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_forms_of_a_date() {
        for (text, date, timed) in [
            ("2022-02-14", "2022-02-14", false),
            ("2022-02-14T18:30:00Z", "2022-02-14", true),
            ("2022-02-14 18:30", "2022-02-14", true),
            ("Feb. 14, 2022", "2022-02-14", false),
            ("14 February 2022", "2022-02-14", false),
        ] {
            let published: Published = text.parse().expect(text);
            assert_eq!((published.date().to_string().as_str(), published.time().is_some()), (date, timed), "{text}");
        }
        for text in ["", "soon", "2022", "Feb 31, 2022", "é-é-é"] {
            assert!(text.parse::<Published>().is_err(), "{text}");
        }
    }
}
