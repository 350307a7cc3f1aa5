//! Times as ranges of days, read from TIMEX3 values.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};
use jiff::{Span as Period, ToSpan};
use serde::{Deserialize, Serialize};

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

const SEASONS: [(&str, i8); 4] = [("SP", 3), ("SU", 6), ("FA", 9), ("WI", 12)];

impl Time {
    /// Reads the calendar forms of a TIMEX3 value; `None` for durations, sets and vague references (`PAST_REF`).
    ///
    /// An interval `2022-02-10/2022-02-20` runs from the first day of its beginning to the last day of its end.
    #[must_use]
    pub fn parse(value: &str) -> Option<Self> {
        if let Some((from, to)) = value.split_once('/') {
            let (from, to) = (Self::parse(from)?, Self::parse(to)?);
            let granularity = from.granularity.max(to.granularity);
            return (from.first <= to.last).then_some(Self { first: from.first, last: to.last, granularity, minute: None });
        }
        let (date, clock) = value.split_once('T').map_or((value, None), |(d, c)| (d, Some(c)));
        let mut time = Self::parse_date(date)?;
        if let Some(clock) = clock {
            time.granularity = Granularity::PartOfDay;
            let mut digits = clock.split(':');
            if let Some(hour) = digits.next().and_then(|h| h.parse::<u16>().ok()) {
                let minute = digits.next().map_or(Some(0), |m| m.parse::<u16>().ok())?;
                time.minute = (hour <= 24 && minute < 60).then_some(hour * 60 + minute);
                time.minute?;
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
    /// use corroborate::value::Time;
    /// assert_eq!(Time::parse("2022-Q1").unwrap().shifted(-1).unwrap().to_string(), "2021-Q4");
    /// ```
    #[must_use]
    pub fn shifted(&self, by: i64) -> Option<Self> {
        let step = match self.granularity {
            Granularity::Century => Period::new().try_years(by.checked_mul(100)?),
            Granularity::Decade => Period::new().try_years(by.checked_mul(10)?),
            Granularity::Year => Period::new().try_years(by),
            Granularity::Half => Period::new().try_months(by.checked_mul(6)?),
            Granularity::Quarter | Granularity::Season => Period::new().try_months(by.checked_mul(3)?),
            Granularity::Month => Period::new().try_months(by),
            Granularity::Week | Granularity::Weekend => Period::new().try_weeks(by),
            Granularity::Day | Granularity::PartOfDay | Granularity::Minute => Period::new().try_days(by),
        };
        Self::containing(self.first.checked_add(step.ok()?).ok()?, self.granularity)
    }

    fn parse_date(value: &str) -> Option<Self> {
        let january = |year: i16, granularity| Self::containing(Date::new(year, 1, 1).ok()?, granularity);
        let (digits, rest) = value.split_once('-').map_or((value, None), |(y, r)| (y, Some(r)));
        let year = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<i16>().ok())??;
        let Some(rest) = rest else {
            return match digits.len() {
                2 => january(year.checked_mul(100)?, Granularity::Century),
                3 => january(year.checked_mul(10)?, Granularity::Decade),
                4 => january(year, Granularity::Year),
                _ => None,
            };
        };
        let from_month = |month: i8, granularity| Self::containing(Date::new(year, month, 1).ok()?, granularity);
        if digits.len() != 4 {
            return None;
        }
        if let Some((_, month)) = SEASONS.iter().find(|(name, _)| *name == rest) {
            return from_month(*month, Granularity::Season);
        }
        match rest.split_at_checked(1)? {
            ("Q", q) => from_month(q.parse::<i8>().ok()?.checked_sub(1)?.checked_mul(3)?.checked_add(1)?, Granularity::Quarter),
            ("H", h) => from_month(h.parse::<i8>().ok()?.checked_sub(1)?.checked_mul(6)?.checked_add(1)?, Granularity::Half),
            ("W", week) => {
                let (number, granularity) = week.strip_suffix("-WE").map_or((week, Granularity::Week), |w| (w, Granularity::Weekend));
                let monday = ISOWeekDate::new(year, number.parse().ok()?, Weekday::Monday).ok()?.date();
                Self::containing(monday, granularity)
            }
            _ => match rest.split_once('-') {
                None => from_month(rest.parse().ok()?, Granularity::Month),
                Some((m, d)) => Date::new(year, m.parse().ok()?, d.parse().ok()?).ok().map(Self::day),
            },
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

/// The TIMEX3 value of a stretch of the calendar: `2022-Q1`, `2022-02-14`, `2022-02-14T18:30`.
impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month) = (self.first.year(), self.first.month());
        let week = self.first.iso_week_date();
        match self.granularity {
            Granularity::Century => write!(f, "{:02}", year.div_euclid(100)),
            Granularity::Decade => write!(f, "{:03}", year.div_euclid(10)),
            Granularity::Year => write!(f, "{year:04}"),
            Granularity::Half => write!(f, "{year:04}-H{}", (month - 1) / 6 + 1),
            Granularity::Quarter => write!(f, "{year:04}-Q{}", (month - 1) / 3 + 1),
            Granularity::Season => {
                write!(f, "{year:04}-{}", SEASONS.iter().find(|(_, first)| *first == month).map_or("WI", |(name, _)| name))
            }
            Granularity::Month => write!(f, "{year:04}-{month:02}"),
            Granularity::Week => write!(f, "{:04}-W{:02}", week.year(), week.week()),
            Granularity::Weekend => write!(f, "{:04}-W{:02}-WE", week.year(), week.week()),
            Granularity::Day | Granularity::PartOfDay | Granularity::Minute => match self.minute {
                Some(minute) => write!(f, "{}T{:02}:{:02}", self.first, minute / 60, minute % 60),
                None => write!(f, "{}", self.first),
            },
        }
    }
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
            ("20", "2000-01-01", "2099-12-31"),
            ("2022-02-10/2022-02-20", "2022-02-10", "2022-02-20"),
            ("2022-Q1/2022-Q2", "2022-01-01", "2022-06-30"),
        ] {
            let time = Time::parse(value).expect(value);
            assert_eq!((time.first.to_string().as_str(), time.last.to_string().as_str()), (first, last), "{value}");
        }
        for value in [
            "P3D",
            "PRESENT_REF",
            "XXXX-02",
            "2022-13",
            "2022-Q9",
            "2022-H0",
            "2022-Q0",
            "",
            "é",
            "2022é",
            "2022-H99",
            "2022-02-10/2022-02-01",
            "2022-02-14T99:00",
        ] {
            assert_eq!(Time::parse(value), None, "{value}");
        }
    }

    #[test]
    fn a_value_is_written_as_it_is_read() {
        for value in
            ["19", "199", "2022", "2022-H2", "2022-Q4", "2022-SU", "2022-WI", "2022-02", "2020-W53", "2022-W07-WE", "2022-02-14T18:30"]
        {
            assert_eq!(Time::parse(value).expect(value).to_string(), value);
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
            assert_eq!(Time::parse(value).and_then(|t| t.shifted(by)).map(|t| t.to_string()).as_deref(), Some(want), "{value} {by}");
        }
        assert_eq!(Time::parse("2022").unwrap().shifted(i64::MAX), None);
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
