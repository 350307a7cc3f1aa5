//! TIMEX3 values: what an expression of time says, as far as it says it.

mod clock;
mod date;
mod period;

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

pub use self::clock::{Clock, PartOfDay};
pub use self::date::{PartOfYear, PartialDate, Season, VagueTime, Week};
pub use self::period::{Period, PeriodPart, PeriodUnit};
use super::{Granularity, Time};

/// A TIMEX3 value, read from and written as its text.
///
/// ```
/// use corroborate::value::Timex;
/// let value: Timex = "2022-W07".parse().unwrap();
/// assert_eq!(value.time().unwrap().first.to_string(), "2022-02-14");
/// let monday: Timex = "XXXX-WXX-1TNI".parse().unwrap();
/// assert_eq!((monday.time(), monday.to_string().as_str()), (None, "XXXX-WXX-1TNI"));
/// assert!("on Monday".parse::<Timex>().is_err());
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(!into, !try_from, with = "String"))]
pub enum Timex {
    /// `2022-02-14`, `XXXX-WXX-1T08`, `TMO`, `PAST_REF`
    Point(TimePoint),
    /// `2022-02-10/2022-02-20`
    Interval(TimePoint, TimePoint),
    /// `P3D`
    Period(Period),
}

/// A date, a time of day, or both, each as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TimePoint {
    /// The date; `None` for a time of day alone.
    pub date: Option<PartialDate>,
    /// The time of day; `None` for a date alone.
    pub clock: Option<Clock>,
}

/// The text is no TIMEX3 value that is understood.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no TIMEX3 value; write it as 2022-02-14, 2022-02-14T18:30, XXXX-WXX-1, P3D or PAST_REF")]
pub struct TimexError(String);

impl Timex {
    /// Its place on the calendar; `None` for periods, for what leaves its year open and for a time of day alone.
    ///
    /// An interval `2022-02-10/2022-02-20` runs from the first day of its beginning to the last day of its end.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        match self {
            Self::Point(point) => point.time(),
            Self::Interval(from, to) => {
                let (from, to) = (from.time()?, to.time()?);
                let granularity = from.granularity.max(to.granularity);
                (from.first <= to.last).then_some(Time { first: from.first, last: to.last, granularity, minute: None })
            }
            Self::Period(_) => None,
        }
    }

    /// The point of time that it names, where it is one.
    #[must_use]
    pub fn point(&self) -> Option<TimePoint> {
        match self {
            Self::Point(point) => Some(*point),
            _ => None,
        }
    }
}

impl TimePoint {
    /// Its place on the calendar; see [`Timex::time`].
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        let mut time = self.date?.time()?;
        if let Some(clock) = self.clock {
            time.granularity = Granularity::PartOfDay;
            if let Clock::At(..) = clock {
                time.minute = Some(clock.minute()?);
                time.granularity = Granularity::Minute;
            }
        }
        Some(time)
    }

    /// The same to the month: of a day its month, of a day of the week the week; no time of day beside a date.
    #[must_use]
    pub fn month(self) -> Self {
        match self.date {
            Some(date) => date.month().into(),
            None => self,
        }
    }

    /// The same date with a time of day.
    #[must_use]
    pub fn at(self, clock: Option<Clock>) -> Self {
        Self { clock, ..self }
    }
}

impl From<PartialDate> for TimePoint {
    fn from(date: PartialDate) -> Self {
        Self { date: Some(date), clock: None }
    }
}

impl From<Clock> for TimePoint {
    fn from(clock: Clock) -> Self {
        Self { date: None, clock: Some(clock) }
    }
}

impl From<&Time> for TimePoint {
    fn from(time: &Time) -> Self {
        let clock = time.minute.map(|minute| Clock::At(u32::from(minute / 60), Some(u32::from(minute % 60)), None));
        Self::from(PartialDate::from(time)).at(clock)
    }
}

impl From<TimePoint> for Timex {
    fn from(point: TimePoint) -> Self {
        Self::Point(point)
    }
}

impl From<Period> for Timex {
    fn from(period: Period) -> Self {
        Self::Period(period)
    }
}

impl fmt::Display for Timex {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Point(point) => point.fmt(f),
            // ISO 8601 writes an interval of two hours without their marks
            Self::Interval(TimePoint { date: None, clock: Some(from) }, TimePoint { date: None, clock: Some(to) }) => {
                write!(f, "{}/{}", from.bare(), to.bare())
            }
            Self::Interval(from, to) => write!(f, "{from}/{to}"),
            Self::Period(period) => period.fmt(f),
        }
    }
}

impl fmt::Display for TimePoint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.date.map_or(Ok(()), |date| date.fmt(f))?;
        self.clock.map_or(Ok(()), |clock| clock.fmt(f))
    }
}

impl FromStr for Timex {
    type Err = TimexError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let read = match text.split_once('/') {
            Some((from, to)) => interval(from, to),
            None => TimePoint::read(text).map(Self::Point).or_else(|| Period::read(text).map(Self::Period)),
        };
        // what would be written in another way is another value: "2022-2", "P03D"
        read.filter(|value| value.to_string() == text).ok_or_else(|| TimexError(text.chars().take(40).collect()))
    }
}

fn interval(from: &str, to: &str) -> Option<Timex> {
    let bare = || Some(Timex::Interval(Clock::read_bare(from)?.into(), Clock::read_bare(to)?.into()));
    let dated = || Some(Timex::Interval(TimePoint::read(from)?, TimePoint::read(to)?));
    bare().or_else(dated)
}

impl TimePoint {
    fn read(text: &str) -> Option<Self> {
        let (date, rest) = PartialDate::read(text).map_or((None, text), |(date, rest)| (Some(date), rest));
        let clock = if rest.is_empty() { None } else { Some(Clock::read(rest)?) };
        (date.is_some() || clock.is_some()).then_some(Self { date, clock })
    }
}

impl From<Timex> for String {
    fn from(value: Timex) -> Self {
        value.to_string()
    }
}

impl TryFrom<String> for Timex {
    type Error = TimexError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::Weekday;
    use proptest::prelude::*;

    use super::*;

    /// A text of each form that the extractor writes.
    const FORMS: &str = "20 XX 199 XXX 2022 XXXX 0954 -2975 -005 2022-H2 XXXX-HX 2019-Q1 XXXX-QX 2022-WI XXXX-SU 2022-02 XXXX-XX \
        2022-W07 XXXX-W31 XXXX-WXX 2022-W07-WE XXXX-WXX-WE XXXX-WXX-1 2022-02-14 2022-02-31 XXXX-XX-04 XXXX-XX-XX -002975-02-14 \
        2022-02-14TMO 2022-02-14T18:30 2022-02-14T18:30:05 XXXX-WXX-5T17 T06 TNI T19:56:30 TMEL PAST_REF PRESENT_REF PAST_REFT19 \
        2022-02-10/2022-02-20 2022-02-10T10:30:00/2022-02-10T15:00:00 XXXX-WXX-1/2020-10-01 06:30:00/09:00:00 TMO/16:00:00 \
        XXXX-WXX-1/PAST_REF P3D PXW PT30M P2Y6M P1DT5H PT2.5H P1WE P0.30000000000000004Y PT60H5H P180000000000D";

    #[test]
    fn a_value_is_written_as_it_is_read() {
        for text in FORMS.split_whitespace() {
            assert_eq!(text.parse::<Timex>().expect(text).to_string(), text);
        }
    }

    #[test]
    fn what_is_no_value() {
        for text in ["", "T", "P", "PT", "é", "2022é", "20222", "2022-", "2022-é", "X", "2022-Q", "P3", "P3DT", "T1é", "now", "2022/", "/"]
        {
            assert!(text.parse::<Timex>().is_err(), "{text}");
        }
    }

    #[test]
    fn values_as_ranges_of_days() {
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
            let time = value.parse::<Timex>().expect(value).time().expect(value);
            assert_eq!((time.first.to_string().as_str(), time.last.to_string().as_str()), (first, last), "{value}");
        }
        for value in ["P3D", "PRESENT_REF", "XXXX-02", "2022-13", "2022-Q9", "2022-H0", "2022-Q0", "2022-H99", "2022-02-10/2022-02-01"] {
            assert_eq!(value.parse::<Timex>().expect(value).time(), None, "{value}");
        }
    }

    fn known<T: std::fmt::Debug + Clone>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
        proptest::option::of(of)
    }

    fn parts_of_year() -> impl Strategy<Value = PartOfYear> {
        prop_oneof![
            Just(PartOfYear::Whole),
            known(1..=2i8).prop_map(PartOfYear::Half),
            known(1..=4i8).prop_map(PartOfYear::Quarter),
            proptest::sample::select(Season::ALL.to_vec()).prop_map(PartOfYear::Season),
            known(1..=12i8).prop_map(PartOfYear::Month),
            (known(1..=12i8), known(1..=31i8)).prop_map(|(month, day)| PartOfYear::Day(month, day)),
            (known(1..=53i8), 0..=8i8).prop_map(|(number, day)| {
                let week = Weekday::from_monday_one_offset(day).map_or(if day == 0 { Week::Whole } else { Week::Weekend }, Week::Day);
                PartOfYear::Week(number, week)
            }),
        ]
    }

    fn clocks() -> impl Strategy<Value = Clock> {
        let hours = (0..=24u32, known((0..60u32, known(0..60u32))));
        prop_oneof![
            hours.prop_map(|(hour, rest)| Clock::At(hour, rest.map(|(minute, _)| minute), rest.and_then(|(_, second)| second))),
            proptest::sample::select(vec![Clock::Part(PartOfDay::Morning), Clock::Part(PartOfDay::Lunchtime)]),
        ]
    }

    fn points() -> impl Strategy<Value = TimePoint> {
        let dates = prop_oneof![
            known(0..=99i16).prop_map(PartialDate::Century),
            known(0..=999i16).prop_map(PartialDate::Decade),
            (known(0..=9999i16), parts_of_year()).prop_map(|(year, part)| PartialDate::Year(year, part)),
            Just(PartialDate::Reference(VagueTime::Future)),
        ];
        (known(dates), clocks(), any::<bool>())
            .prop_map(|(date, clock, timed)| TimePoint { date, clock: Some(clock).filter(|_| timed || date.is_none()) })
    }

    fn periods() -> impl Strategy<Value = Period> {
        let units = PeriodUnit::ALL.to_vec();
        let count = || known((0..400u32, 0..4u32).prop_map(|(whole, quarters)| f64::from(whole) + f64::from(quarters) / 4.0));
        let part = || (count(), proptest::sample::select(units.clone())).prop_map(|(count, unit)| Period::new(count, unit));
        let in_order = |p: &Period, q: &Period| p.parts()[0].unit > q.parts()[0].unit;
        (part(), part()).prop_map(move |(p, q)| if in_order(&p, &q) { p.and(&q) } else { p })
    }

    fn values() -> impl Strategy<Value = Timex> {
        let ends = (points(), points(), clocks(), clocks(), any::<bool>());
        prop_oneof![
            points().prop_map(Timex::Point),
            ends.prop_map(|(from, to, first, last, bare)| {
                // both ends have a date, or both have the hour alone, written to the second
                let hour = |clock| match clock {
                    Clock::At(hour, minute, second) => Clock::At(hour, Some(minute.unwrap_or(0)), Some(second.unwrap_or(0))),
                    part => part,
                };
                let dated = |point: TimePoint| TimePoint { date: point.date.or(Some(PartialDate::Year(None, PartOfYear::Whole))), ..point };
                if bare { Timex::Interval(hour(first).into(), hour(last).into()) } else { Timex::Interval(dated(from), dated(to)) }
            }),
            periods().prop_map(Timex::Period),
        ]
    }

    proptest! {
        #[test]
        fn each_value_is_read_back(value in values()) {
            // some year's month and season without a name are written alike
            prop_assert_eq!(value.to_string().parse::<Timex>().map(|read| read.to_string()), Ok(value.to_string()));
        }

        #[test]
        fn any_text_is_read_as_it_is_or_not_at_all(text in "-?[0-9X]{1,4}(-[QHW]?[0-9X]{1,2}){0,2}(-WE)?(T[0-9:]{1,8}|TMO)?|PT?[0-9X.]{1,6}[YMWDHS]|.{0,12}") {
            if let Ok(value) = text.parse::<Timex>() {
                prop_assert_eq!(value.to_string(), text);
            }
        }
    }
}
