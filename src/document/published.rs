//! A date, or date and time, as it was written: when a document was published, when a claim holds.

use std::fmt;
use std::str::FromStr;

use jiff::ToSpan;
use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::lexicon::{Lexicon, TimeWord};

/// When a document was published, or a claim holds: a day, and the minute where it is known; written as it was read.
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
    /// A day, with so many minutes after its midnight: `2022-02-14T18:30`.
    #[must_use]
    pub fn at(date: Date, minute: Option<u16>) -> Self {
        let clock = minute.map_or_else(String::new, |minute| format!("T{:02}:{:02}", minute / 60, minute % 60));
        let midnight = date.to_datetime(Time::midnight());
        let time = minute.and_then(|minute| midnight.checked_add(i64::from(minute).minutes()).ok());
        Self { written: format!("{date}{clock}"), date, time }
    }

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
            // the midnight that ends a day, which belongs to the next one
            let ends = || clock.get(10..)?.strip_prefix("T24:00").and_then(|_| Self::at(date, Some(24 * 60)).time);
            (date, clock.parse::<DateTime>().ok().or_else(ends).filter(|_| trimmed.len() > 10))
        });
        // years before the first have six digits: -000500-01-01
        let parsed = parsed.or_else(|| Some((trimmed.parse::<Date>().ok()?, None)));
        let (date, time) = parsed.or_else(|| words(trimmed)).ok_or_else(error)?;
        Ok(Self { written: trimmed.to_owned(), date, time })
    }
}

/// "Feb. 14, 2022", "Mon, 14 Feb 2022 18:30:00 GMT", "14th February 2022 at 6:30 p.m.": the two orders of a date in English words.
fn words(text: &str) -> Option<(Date, Option<DateTime>)> {
    let calendar = Lexicon::english().calendar();
    let known = |word: &str, fits: fn(&TimeWord) -> bool| calendar.senses(&word.to_lowercase()).iter().any(fits);
    let month = |word: &str| {
        let word = word.to_lowercase();
        calendar.senses(&word).iter().find_map(|s| if let TimeWord::Month(m) = s { Some(*m) } else { None })
    };
    let parts: Vec<&str> = text.split(|c: char| c.is_whitespace() || c == ',').filter(|p| !p.is_empty()).collect();
    let parts = match parts.split_first() {
        Some((first, rest)) if known(first, |s| matches!(s, TimeWord::Weekday(_))) => rest,
        _ => &parts,
    };
    let [a, b, year, clock @ ..] = parts else { return None };
    let (month, day) = month(a).map(|m| (m, *b)).or_else(|| month(b).map(|m| (m, *a)))?;
    let day = ["st", "nd", "rd", "th"].iter().find_map(|end| day.strip_suffix(end)).unwrap_or(day);
    let date = Date::new(year.parse().ok().filter(|_| year.len() == 4)?, month, day.parse().ok()?).ok()?;
    Some((date, time_of_day(clock).map(|time| date.to_datetime(time))))
}

/// "18:30:00 GMT", "at 6:30 p.m."
fn time_of_day(parts: &[&str]) -> Option<Time> {
    let parts = parts.strip_prefix(&["at"]).unwrap_or(parts);
    let (written, behind) = parts.split_first()?;
    let mut numbers = written.split(':').map(|n| n.parse::<i8>().ok());
    let (hour, minute, second) = (numbers.next()??, numbers.next()??, numbers.next().flatten().unwrap_or(0));
    let half = behind.first().map(|word| word.to_lowercase().replace('.', ""));
    let hour = match half.as_deref() {
        Some("pm") if hour < 12 => hour + 12,
        Some("am") if hour == 12 => 0,
        _ => hour,
    };
    Time::new(hour, minute, second, 0).ok()
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
            ("Monday, February 14th, 2022", "2022-02-14", false),
            ("Mon, 14 Feb 2022 18:30:00 GMT", "2022-02-14", true),
            ("Feb. 14, 2022 at 6:30 p.m.", "2022-02-14", true),
        ] {
            let published: Published = text.parse().expect(text);
            assert_eq!((published.date().to_string().as_str(), published.time().is_some()), (date, timed), "{text}");
        }
        for (day, minute, written) in [
            ("2022-02-14", Some(1110), "2022-02-14T18:30"),
            ("2022-02-14", Some(1440), "2022-02-14T24:00"),
            ("-000500-01-01", None, "-000500-01-01"),
        ] {
            let published = Published::at(day.parse().unwrap(), minute);
            assert_eq!(published.to_string(), written);
            assert_eq!(written.parse(), Ok(published));
        }
        for text in ["", "soon", "2022", "Feb 31, 2022", "Feb 14 22", "é-é-é", "May"] {
            assert!(text.parse::<Published>().is_err(), "{text}");
        }
    }
}
