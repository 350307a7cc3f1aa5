//! Dates with parts that stay open.

use std::fmt;

use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::value::{Granularity, Time};

/// A date as far as it is known; `None` is written `X`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// `PAST_REF`
    Reference(VagueTime),
    /// `19`
    Century(Option<i16>),
    /// `199`
    Decade(Option<i16>),
    /// `2022`, `XXXX-02`: a year, or a part of one
    Year(Option<i16>, PartOfYear),
}

/// A time that no calendar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum VagueTime {
    /// `PAST_REF`
    Past,
    /// `PRESENT_REF`
    Present,
    /// `FUTURE_REF`
    Future,
}

/// What a date says behind its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartOfYear {
    /// Nothing.
    Whole,
    /// `H2`
    Half(Option<i8>),
    /// `Q1`
    Quarter(Option<i8>),
    /// `SU`
    Season(Season),
    /// `02`
    Month(Option<i8>),
    /// Month and day: `02-14`
    Day(Option<i8>, Option<i8>),
    /// `W07`, as ISO 8601 counts
    Week(Option<i8>, Week),
}

/// Which part of a week.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Week {
    /// All of it.
    Whole,
    /// `WE`
    Weekend,
    /// `1`
    Day(Weekday),
}

/// A season; winter begins in the December of its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// `SP`
    Spring,
    /// `SU`
    Summer,
    /// `FA`
    Fall,
    /// `WI`
    Winter,
}

impl VagueTime {
    const ALL: [Self; 3] = [Self::Past, Self::Present, Self::Future];

    fn code(self) -> &'static str {
        match self {
            Self::Past => "PAST_REF",
            Self::Present => "PRESENT_REF",
            Self::Future => "FUTURE_REF",
        }
    }
}

impl Season {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Spring, Self::Summer, Self::Fall, Self::Winter];

    /// The season with this code: `SU`.
    #[must_use]
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|season| season.code() == code)
    }

    /// Its TIMEX3 code: `SU`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::Spring => "SP",
            Self::Summer => "SU",
            Self::Fall => "FA",
            Self::Winter => "WI",
        }
    }

    /// The month that it begins with: March for spring, as meteorology counts.
    #[must_use]
    pub fn first_month(self) -> i8 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Fall => 9,
            Self::Winter => 12,
        }
    }
}

impl PartialDate {
    /// The part of an open year.
    #[must_use]
    pub fn of_some_year(part: PartOfYear) -> Self {
        Self::Year(None, part)
    }

    /// The month of a day, the week of a day of the week; what is coarser stays as it is.
    #[must_use]
    pub fn month(self) -> Self {
        match self {
            Self::Year(year, PartOfYear::Day(month, _)) => Self::Year(year, PartOfYear::Month(month)),
            Self::Year(year, PartOfYear::Week(number, _)) => Self::Year(year, PartOfYear::Week(number, Week::Whole)),
            coarser => coarser,
        }
    }

    /// Whether two dates of open years are of one form and known to the same part, so that they can be held against each other: some
    /// February and some March, some Monday and some Tuesday.
    #[must_use]
    pub fn is_like(self, other: Self) -> bool {
        let (Self::Year(None, part), Self::Year(None, second)) = (self, other) else { return false };
        match (part, second) {
            (PartOfYear::Half(p), PartOfYear::Half(q))
            | (PartOfYear::Quarter(p), PartOfYear::Quarter(q))
            | (PartOfYear::Month(p), PartOfYear::Month(q))
            | (PartOfYear::Day(_, p), PartOfYear::Day(_, q))
            | (PartOfYear::Week(p, Week::Whole), PartOfYear::Week(q, Week::Whole)) => p.is_some() && q.is_some(),
            (PartOfYear::Week(p, Week::Day(_)), PartOfYear::Week(q, Week::Day(_))) => p == q,
            _ => false,
        }
    }

    /// Its place on the calendar; `None` where its year or its part is open.
    #[must_use]
    pub fn time(self) -> Option<Time> {
        let starting = |year, month, granularity| Time::containing(Date::new(year, month, 1).ok()?, granularity);
        // the first month of the so-manieth part
        let month = |number: Option<i8>, months: i8| number?.checked_sub(1)?.checked_mul(months)?.checked_add(1);
        let (year, part) = match self {
            Self::Reference(_) => return None,
            Self::Century(century) => return starting(century?.checked_mul(100)?, 1, Granularity::Century),
            Self::Decade(decade) => return starting(decade?.checked_mul(10)?, 1, Granularity::Decade),
            Self::Year(year, part) => (year?, part),
        };
        match part {
            PartOfYear::Whole => starting(year, 1, Granularity::Year),
            PartOfYear::Half(number) => starting(year, month(number, 6)?, Granularity::Half),
            PartOfYear::Quarter(number) => starting(year, month(number, 3)?, Granularity::Quarter),
            PartOfYear::Season(season) => starting(year, season.first_month(), Granularity::Season),
            PartOfYear::Month(month) => starting(year, month?, Granularity::Month),
            PartOfYear::Day(month, day) => Date::new(year, month?, day?).ok().map(Time::day),
            PartOfYear::Week(number, part) => {
                let day = |weekday| Some(ISOWeekDate::new(year, number?, weekday).ok()?.date());
                match part {
                    Week::Whole => Time::containing(day(Weekday::Monday)?, Granularity::Week),
                    Week::Weekend => Time::containing(day(Weekday::Monday)?, Granularity::Weekend),
                    Week::Day(weekday) => day(weekday).map(Time::day),
                }
            }
        }
    }

    /// The date that a text begins with, and what stands behind it.
    pub(super) fn read(text: &str) -> Option<(Self, &str)> {
        for reference in VagueTime::ALL {
            if let Some(rest) = text.strip_prefix(reference.code()) {
                return Some((Self::Reference(reference), rest));
            }
        }
        let (date, rest) = text.split_at(text.find('T').unwrap_or(text.len()));
        let (sign, digits) = date.strip_prefix('-').map_or((1, date), |digits| (-1, digits));
        let (year, part) = digits.split_once('-').map_or((digits, None), |(year, part)| (year, Some(part)));
        let number = if year.bytes().all(|b| b == b'X') { None } else { Some(number::<i16>(year)? * sign) };
        let part = part.map(PartOfYear::read);
        let date = match (sign, year.len(), part) {
            (1, 2, None) | (-1, 1, None) => Self::Century(number),
            (1, 3, None) | (-1, 2, None) => Self::Decade(number),
            (1, 4, None) | (-1, 3 | 4, None) => Self::Year(number, PartOfYear::Whole),
            (1, 4, Some(part)) | (-1, 3 | 4 | 6, Some(part)) => Self::Year(number, part?),
            _ => return None,
        };
        Some((date, rest))
    }
}

/// A number in digits alone.
fn number<N: std::str::FromStr>(text: &str) -> Option<N> {
    text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()))
}

impl PartOfYear {
    fn read(text: &str) -> Option<Self> {
        let part = |text: &str| if matches!(text, "X" | "XX") { Some(None) } else { number::<i8>(text).map(Some) };
        if let Some(season) = Season::from_code(text) {
            return Some(Self::Season(season));
        }
        match text.split_at_checked(1)? {
            ("Q", number) => part(number).map(Self::Quarter),
            ("H", number) => part(number).map(Self::Half),
            ("W", week) => {
                let (number, rest) = week.split_once('-').map_or((week, None), |(number, rest)| (number, Some(rest)));
                Some(Self::Week(part(number)?, rest.map_or(Some(Week::Whole), Week::read)?))
            }
            _ => match text.split_once('-') {
                Some((month, day)) => Some(Self::Day(part(month)?, part(day)?)),
                None => part(text).map(Self::Month),
            },
        }
    }
}

impl Week {
    fn read(text: &str) -> Option<Self> {
        if text == "WE" {
            return Some(Self::Weekend);
        }
        let number = number::<i8>(text)?;
        Weekday::from_monday_one_offset(number).ok().map(Self::Day)
    }
}

impl From<&Time> for PartialDate {
    fn from(time: &Time) -> Self {
        let (year, month, day) = (time.first.year(), time.first.month(), time.first.day());
        let in_week = |week| {
            let date = time.first.iso_week_date();
            Self::Year(Some(date.year()), PartOfYear::Week(Some(date.week()), week))
        };
        let part = match time.granularity {
            Granularity::Century => return Self::Century(Some(year.div_euclid(100))),
            Granularity::Decade => return Self::Decade(Some(year.div_euclid(10))),
            Granularity::Week => return in_week(Week::Whole),
            Granularity::Weekend => return in_week(Week::Weekend),
            Granularity::Year => PartOfYear::Whole,
            Granularity::Half => PartOfYear::Half(Some((month - 1) / 6 + 1)),
            Granularity::Quarter => PartOfYear::Quarter(Some((month - 1) / 3 + 1)),
            Granularity::Season => PartOfYear::Season(Season::ALL.into_iter().find(|s| s.first_month() == month).unwrap_or(Season::Winter)),
            Granularity::Month => PartOfYear::Month(Some(month)),
            Granularity::Day | Granularity::PartOfDay | Granularity::Minute => PartOfYear::Day(Some(month), Some(day)),
        };
        Self::Year(Some(year), part)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = |f: &mut fmt::Formatter<'_>, number: Option<i16>, width: usize| match number {
            Some(number) => write!(f, "{number:0width$}"),
            None => write!(f, "{:X<width$}", ""),
        };
        match *self {
            Self::Reference(reference) => f.write_str(reference.code()),
            Self::Century(century) => written(f, century, 2),
            Self::Decade(decade) => written(f, decade, 3),
            Self::Year(year, part) => {
                // ISO 8601 gives the days of years before the first six digits
                let before_first = year.is_some_and(|year| year < 0) && matches!(part, PartOfYear::Day(..));
                written(f, year, if before_first { 7 } else { 4 })?;
                part.fmt(f)
            }
        }
    }
}

/// What stands behind the year: `-02-14`, `-W07-WE`.
impl fmt::Display for PartOfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |f: &mut fmt::Formatter<'_>, mark: &str, number: Option<i8>, width: usize| match number {
            Some(number) => write!(f, "-{mark}{number:0width$}"),
            None => write!(f, "-{mark}{:X<width$}", ""),
        };
        match *self {
            Self::Whole => Ok(()),
            Self::Half(number) => part(f, "H", number, 1),
            Self::Quarter(number) => part(f, "Q", number, 1),
            Self::Season(season) => write!(f, "-{}", season.code()),
            Self::Month(month) => part(f, "", month, 2),
            Self::Day(month, day) => {
                part(f, "", month, 2)?;
                part(f, "", day, 2)
            }
            Self::Week(number, week) => {
                part(f, "W", number, 2)?;
                match week {
                    Week::Whole => Ok(()),
                    Week::Weekend => f.write_str("-WE"),
                    Week::Day(weekday) => write!(f, "-{}", weekday.to_monday_one_offset()),
                }
            }
        }
    }
}
