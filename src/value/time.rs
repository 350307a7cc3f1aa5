//! Times as ranges of days.

use std::fmt;

use jiff::civil::Date;
use jiff::{Span, ToSpan};
use serde::{Deserialize, Serialize};

use super::TimePoint;

/// How exactly a time was written, from coarse to fine.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Granularity {
    /// `19`
    Century,
    /// `199`
    Decade,
    /// `2022`
    Year,
    /// `2022-H1`
    Half,
    /// `2022-SU`: March to May is spring, and so on; winter begins in the December of its year
    Season,
    /// `2022-Q1`
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
/// use corroborate::value::{TimeRelation, Timex};
/// let time = |value: &str| value.parse::<Timex>().unwrap().time().unwrap();
/// let (weekend, saturday, sunday) = (time("2022-W06-WE"), time("2022-02-12"), time("2022-02-20"));
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
    /// One day.
    #[must_use]
    pub fn day(date: Date) -> Self {
        Self { first: date, last: date, granularity: Granularity::Day, minute: None }
    }

    /// The stretch of this granularity that holds the day; a day for what is finer. `None` at the edge of the calendar.
    ///
    /// ```
    /// use corroborate::value::{Granularity, Time};
    /// let day = "2022-02-14".parse().unwrap();
    /// assert_eq!(Time::containing(day, Granularity::Week).unwrap().to_string(), "2022-W07");
    /// assert_eq!(Time::containing(day, Granularity::Quarter).unwrap().to_string(), "2022-Q1");
    /// ```
    #[must_use]
    pub fn containing(day: Date, granularity: Granularity) -> Option<Self> {
        let (year, month) = (day.year(), day.month());
        let monday = || day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).ok();
        let (first, length) = match granularity {
            Granularity::Century => (Date::new(year - year.rem_euclid(100), 1, 1).ok()?, 100.years()),
            Granularity::Decade => (Date::new(year - year.rem_euclid(10), 1, 1).ok()?, 10.years()),
            Granularity::Year => (Date::new(year, 1, 1).ok()?, 1.year()),
            Granularity::Half => (Date::new(year, (month - 1) / 6 * 6 + 1, 1).ok()?, 6.months()),
            Granularity::Quarter => (Date::new(year, (month - 1) / 3 * 3 + 1, 1).ok()?, 3.months()),
            Granularity::Season if month < 3 => (Date::new(year.checked_sub(1)?, 12, 1).ok()?, 3.months()),
            Granularity::Season => (Date::new(year, month / 3 * 3, 1).ok()?, 3.months()),
            Granularity::Month => (Date::new(year, month, 1).ok()?, 1.month()),
            Granularity::Week => (monday()?, 1.week()),
            Granularity::Weekend => (monday()?.checked_add(5.days()).ok()?, 2.days()),
            Granularity::Day | Granularity::PartOfDay | Granularity::Minute => return Some(Self::day(day)),
        };
        let last = first.checked_add(length).ok()?.yesterday().ok()?;
        Some(Self { first, last, granularity, minute: None })
    }

    /// The stretch of the same granularity that lies `by` steps on (back, where negative). `None` at the edge of the calendar.
    ///
    /// ```
    /// use corroborate::value::Timex;
    /// let quarter = "2022-Q1".parse::<Timex>().unwrap().time().unwrap();
    /// assert_eq!(quarter.shifted(-1).unwrap().to_string(), "2021-Q4");
    /// ```
    #[must_use]
    pub fn shifted(&self, by: i64) -> Option<Self> {
        let step = match self.granularity {
            Granularity::Century => Span::new().try_years(by.checked_mul(100)?),
            Granularity::Decade => Span::new().try_years(by.checked_mul(10)?),
            Granularity::Year => Span::new().try_years(by),
            Granularity::Half => Span::new().try_months(by.checked_mul(6)?),
            Granularity::Quarter | Granularity::Season => Span::new().try_months(by.checked_mul(3)?),
            Granularity::Month => Span::new().try_months(by),
            Granularity::Week | Granularity::Weekend => Span::new().try_weeks(by),
            Granularity::Day | Granularity::PartOfDay | Granularity::Minute => Span::new().try_days(by),
        };
        Self::containing(self.first.checked_add(step.ok()?).ok()?, self.granularity)
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

/// The TIMEX3 value of a stretch of the calendar: `2022-Q1`, `2022-02-14`, `2022-02-14T18:30`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        TimePoint::from(self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Timex;

    fn t(value: &str) -> Time {
        value.parse::<Timex>().expect(value).time().expect(value)
    }

    #[test]
    fn a_value_is_written_as_it_is_read() {
        for value in
            ["19", "199", "2022", "2022-H2", "2022-Q4", "2022-SU", "2022-WI", "2022-02", "2020-W53", "2022-W07-WE", "2022-02-14T18:30"]
        {
            assert_eq!(t(value).to_string(), value);
        }
    }

    #[test]
    fn steps_of_a_time() {
        for (value, by, want) in [
            ("2022-02-14", -14, "2022-01-31"),
            ("2022-W01", -1, "2021-W52"),
            ("2022-W07-WE", 1, "2022-W08-WE"),
            ("2022-01", -1, "2021-12"),
            ("2022-Q1", -1, "2021-Q4"),
            ("2021-WI", 1, "2022-SP"),
            ("2022", -5, "2017"),
            ("199", 2, "201"),
        ] {
            assert_eq!(t(value).shifted(by).map(|t| t.to_string()).as_deref(), Some(want), "{value} {by}");
        }
        assert_eq!(t("2022").shifted(i64::MAX), None);
    }

    #[test]
    fn relations_of_times() {
        assert_eq!(t("2022-02-14").relation(&t("2022-02-14")), TimeRelation::Equal);
        assert_eq!(t("2022-02").relation(&t("2022-02-14")), TimeRelation::Within);
        assert_eq!(t("2022-W05").relation(&t("2022-02")), TimeRelation::Overlap);
        assert_eq!(t("2022-02-14").relation(&t("2022-02-15")), TimeRelation::Apart);
        assert_eq!(t("2022-02-14T10:00").relation(&t("2022-02-14T11:00")), TimeRelation::Apart);
        assert_eq!(t("2022-02-14T10:00").relation(&t("2022-02-14")), TimeRelation::Within);
    }
}
