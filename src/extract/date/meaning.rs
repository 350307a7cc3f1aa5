//! What an expression of time says, before the calendar is asked.

use jiff::civil::Weekday;

use crate::lexicon::{Feast, TimeUnit};
use crate::value::{Clock, Granularity, Period, Season, TimePoint};

/// What an expression of time says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning<'p> {
    Moment(Moment),
    /// "from Feb. 10 to Feb. 20"
    Range(Moment, Moment),
    /// "three weeks"
    Duration(Length),
    /// "two years and six months": the coarser one first
    Compound(Length, Length),
    /// "in three weeks": a day in a clause that looks ahead, else how long something took
    Ahead(Length),
    /// "three weeks later": counted from the day told last, else how long something took
    Later(Length),
    /// "every Monday", "daily"
    Set(Habit<'p>),
    /// "now", "Black Monday"
    Reference(TimePoint),
}

/// A date, a clock time, or both.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Moment {
    pub(super) when: When,
    pub(super) clock: Option<Clock>,
}

impl From<When> for Moment {
    fn from(when: When) -> Self {
        Self { when, clock: None }
    }
}

/// The year of a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Year {
    Unstated,
    Written(i16),
    /// "of last year" is -1
    Step(i8),
    /// "of that year"
    Told,
}

/// "last" and "next", in their two readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// that of the last or next week, of the last or next year
    By(i8),
    /// the nearest one, back or on
    Near(i8),
}

impl Step {
    pub(super) fn by(self) -> i8 {
        match self {
            Self::By(by) | Self::Near(by) => by,
        }
    }
}

/// What a time counts from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Anchor {
    /// The dateline.
    Now,
    /// The time spoken of last.
    Last,
    Date(CalendarDay),
    /// Today or so many days from it.
    Day(i64),
    Feast(Feast, Year),
    /// "next Friday"
    Weekday(Weekday, Step),
}

/// A date.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum When {
    /// A clock time alone.
    Unstated,
    /// "Monday, Feb. 14, 2022" and whatever part of it.
    Calendar(CalendarDay),
    /// "the 1990s", "the 19th century": any year of it.
    Era(i16, Granularity),
    /// "the third quarter of 1989", "the second half": its number, from 1.
    PartOfYear { granularity: Granularity, number: i8, year: Year },
    /// "the summer of 1989", "last summer"
    Season { season: Season, year: Year, step: Option<Step> },
    /// "last week", "this year", "yesterday", "the weekend"
    Step { granularity: Granularity, by: i64, anchor: Anchor },
    /// "last Monday"
    Weekday(Weekday, Step),
    /// "Monday next week"
    WeekdayOfWeek(Weekday, i8),
    /// "last March"
    Month(i8, i8),
    /// "Christmas 2021", "last Easter"
    Feast { feast: Feast, year: Year, step: i8 },
    /// "(until) then": the time spoken of last
    Told,
    /// "the latest quarter", "the year-ago period", "the 1988 quarter": that whose results are told, or the same of another year; a
    /// step counts from its year
    Reported(Reported, Year),
    /// "the weekend" without more
    Weekend,
    /// "year-end"
    YearEnd,
    /// "three weeks ago", "a year earlier", "two days after Feb. 14": negative counts back
    Offset { count: i64, unit: TimeUnit, anchor: Anchor },
    /// "the week of March 6", "Christmas week", "the weekend of the 18th"
    StretchOf(Granularity, Anchor),
    /// "week 31", "week 3 of 2027": as ISO 8601 counts
    NumberedWeek(i8, Year),
    /// "the first week of July", "the last Monday of 2020": 0 is the last
    Nth { number: i8, of: Within, what: Member },
}

/// What business news calls the stretch whose results it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reported {
    Quarter,
    Period,
}

/// What "the first Monday of" counts in.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Within {
    /// "2020", "July"
    Calendar(CalendarDay),
    /// "next month", "the year"
    Step(Granularity, i64, Anchor),
}

/// What is counted in "the first Monday of May".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Member {
    Weekday(Weekday),
    Unit(Granularity),
}

/// A date by year, month, day and weekday, each where stated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CalendarDay {
    pub(super) year: Year,
    pub(super) month: Option<i8>,
    pub(super) day: Option<i8>,
    pub(super) weekday: Option<Weekday>,
}

impl CalendarDay {
    pub(super) const NONE: Self = Self { year: Year::Unstated, month: None, day: None, weekday: None };
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    pub(super) count: Count,
    pub(super) unit: TimeUnit,
}

/// How many units.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Count {
    Whole(u32),
    /// "2.5": hundredths
    Decimal(f64),
    /// "two and a half"
    Halves(u32),
    /// "several"
    Vague,
}

/// What comes back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Habit<'p> {
    /// "every two weeks"
    Period(Length),
    /// "every Monday", with the time of day
    Weekday(Weekday, Option<Clock>),
    /// "every morning", "every day at 7 p.m."
    Clock(Clock),
    /// "the 19th of every month"
    DayOfMonth(u32),
    /// "daily"
    Frequency(&'p Period),
}
