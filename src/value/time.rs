//! Times as ranges of days, read from TIMEX3 values.

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span as Period, ToSpan};
use serde::{Deserialize, Serialize};

/// How exactly a time was written, from coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Granularity {
    /// `199`
    Decade,
    /// `2022`
    Year,
    /// `2022-Q1`, `2022-H1`, `2022-SU`
    Quarter,
    /// `2022-02`
    Month,
    /// `2022-W07`
    Week,
    /// `2022-W07-WE`
    Weekend,
    /// `2022-02-14`
    Day,
    /// `2022-02-14TMO`
    PartOfDay,
    /// `2022-02-14T18:30`
    Minute,
}

/// A point or stretch of the calendar: the first and the last day it can mean.
///
/// ```
/// use corroborate::value::{Time, TimeRelation};
/// let weekend = Time::parse("2022-W06-WE").unwrap();
/// let saturday = Time::parse("2022-02-12").unwrap();
/// let sunday = Time::parse("2022-02-20").unwrap();
/// assert_eq!(weekend.relation(&saturday), TimeRelation::Within);
/// assert_eq!(sunday.relation(&saturday), TimeRelation::Apart);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Time {
    /// First day.
    pub first: Date,
    /// Last day, the same as `first` for a day.
    pub last: Date,
    /// How exactly it was written.
    pub granularity: Granularity,
    /// Minutes after midnight, where a clock time was written.
    pub minute: Option<u16>,
}

/// How two times stand to each other, whatever their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum TimeRelation {
    /// The same stretch.
    Equal,
    /// One lies within the other: Saturday and the weekend.
    Within,
    /// They share days, but neither holds the other.
    Overlap,
    /// They share no day, or name two clock times of one day.
    Apart,
}

impl Time {
    /// Reads the calendar forms of a TIMEX3 value; `None` for durations, sets and vague references (`PAST_REF`).
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        let (date, clock) = value.split_once('T').map_or((value, None), |(d, c)| (d, Some(c)));
        let mut time = Self::parse_date(date)?;
        if let Some(clock) = clock {
            time.granularity = Granularity::PartOfDay;
            if let Some((hour, rest)) = clock.split_once(':') {
                let hour: u16 = hour.parse().ok()?;
                let minute: u16 = rest.get(..2)?.parse().ok()?;
                time.minute = Some(hour * 60 + minute);
                time.granularity = Granularity::Minute;
            }
        }
        Some(time)
    }

    /// One day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { first: date, last: date, granularity: Granularity::Day, minute: None }
    }

    fn parse_date(value: &str) -> Option<Self> {
        let span = |first: Date, length: Period, granularity| {
            let last = first.checked_add(length).ok()?.yesterday().ok()?;
            Some(Self { first, last, granularity, minute: None })
        };
        let bytes = value.as_bytes();
        let year = |digits: &str| digits.parse::<i16>().ok();
        match bytes.len() {
            3 if all_digits(bytes) => span(Date::new(year(value)? * 10, 1, 1).ok()?, 10.years(), Granularity::Decade),
            4 if all_digits(bytes) => span(Date::new(year(value)?, 1, 1).ok()?, 1.year(), Granularity::Year),
            _ => {
                let (y, rest) = value.split_at_checked(4)?;
                if !all_digits(y.as_bytes()) {
                    return None;
                }
                let y = year(y)?;
                let rest = rest.strip_prefix('-')?;
                let from_month = |month: i8, months: i64, g| span(Date::new(y, month, 1).ok()?, months.months(), g);
                match rest.split_at_checked(1)? {
                    ("Q", q) => from_month((q.parse::<i8>().ok()?.checked_sub(1)?).checked_mul(3)? + 1, 3, Granularity::Quarter),
                    ("H", h) => from_month((h.parse::<i8>().ok()?.checked_sub(1)?).checked_mul(6)? + 1, 6, Granularity::Quarter),
                    ("W", week) if week != "I" => {
                        let (number, weekend) = week.strip_suffix("-WE").map_or((week, false), |w| (w, true));
                        let monday = ISOWeekDate::new(y, number.parse().ok()?, Weekday::Monday).ok()?.date();
                        if weekend {
                            span(monday.checked_add(5.days()).ok()?, 2.days(), Granularity::Weekend)
                        } else {
                            span(monday, 7.days(), Granularity::Week)
                        }
                    }
                    _ => match rest {
                        "SP" => from_month(3, 3, Granularity::Quarter),
                        "SU" => from_month(6, 3, Granularity::Quarter),
                        "FA" => from_month(9, 3, Granularity::Quarter),
                        "WI" => from_month(12, 3, Granularity::Quarter),
                        _ => match rest.split_once('-') {
                            None => from_month(rest.parse().ok()?, 1, Granularity::Month),
                            Some((m, d)) => Date::new(y, m.parse().ok()?, d.parse().ok()?).ok().map(Self::day),
                        },
                    },
                }
            }
        }
    }

    /// How this time stands to `other`. Symmetric.
    #[must_use]
    pub fn relation(&self, other: &Self) -> TimeRelation {
        let within = |a: &Self, b: &Self| b.first <= a.first && a.last <= b.last;
        if self.last < other.first || other.last < self.first {
            return TimeRelation::Apart;
        }
        if (self.first, self.last) == (other.first, other.last) {
            return match (self.minute, other.minute) {
                (Some(a), Some(b)) if a != b => TimeRelation::Apart,
                (a, b) if a == b => TimeRelation::Equal,
                _ => TimeRelation::Within,
            };
        }
        if within(self, other) || within(other, self) { TimeRelation::Within } else { TimeRelation::Overlap }
    }
}

fn all_digits(bytes: &[u8]) -> bool {
    bytes.iter().all(u8::is_ascii_digit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timex_values_as_ranges_of_days() {
        for (value, first, last) in [
            ("199", "1990-01-01", "1999-12-31"),
            ("2022", "2022-01-01", "2022-12-31"),
            ("2022-02", "2022-02-01", "2022-02-28"),
            ("2022-Q4", "2022-10-01", "2022-12-31"),
            ("2022-H2", "2022-07-01", "2022-12-31"),
            ("2022-W07", "2022-02-14", "2022-02-20"),
            ("2022-W07-WE", "2022-02-19", "2022-02-20"),
            ("2022-02-14", "2022-02-14", "2022-02-14"),
            ("2022-02-14TMO", "2022-02-14", "2022-02-14"),
            ("2022-WI", "2022-12-01", "2023-02-28"),
        ] {
            let time = Time::parse(value).expect(value);
            assert_eq!((time.first.to_string().as_str(), time.last.to_string().as_str()), (first, last), "{value}");
        }
        for value in ["P3D", "PRESENT_REF", "XXXX-02", "2022-13", "2022-Q9", "2022-H0", "2022-Q0", "", "é", "2022é"] {
            assert_eq!(Time::parse(value), None, "{value}");
        }
    }

    #[test]
    fn relations_of_times() {
        let t = |v| Time::parse(v).unwrap();
        assert_eq!(t("2022-02-14").relation(&t("2022-02-14")), TimeRelation::Equal);
        assert_eq!(t("2022-02").relation(&t("2022-02-14")), TimeRelation::Within);
        assert_eq!(t("2022-W05").relation(&t("2022-02")), TimeRelation::Overlap);
        assert_eq!(t("2022-02-14").relation(&t("2022-02-15")), TimeRelation::Apart);
        assert_eq!(t("2022-02-14T10:00").relation(&t("2022-02-14T11:00")), TimeRelation::Apart);
        assert_eq!(t("2022-02-14T10:00").relation(&t("2022-02-14")), TimeRelation::Within);
    }
}
