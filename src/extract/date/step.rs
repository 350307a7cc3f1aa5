//! Steps from one time to another, which all rules share: "last", "next", so many units on or back.

use super::cursor::{Cursor, Read};
use super::meaning::{Anchor, Count, Length, Step, When};
use crate::lexicon::{TimeUnit, TimeWord};
use crate::value::Granularity;

/// The stretch of the calendar that one such unit is; `None` for parts of a day.
pub(super) fn granularity(unit: TimeUnit) -> Option<Granularity> {
    Some(match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return None,
        TimeUnit::Day => Granularity::Day,
        TimeUnit::Week | TimeUnit::Fortnight => Granularity::Week,
        TimeUnit::Weekend => Granularity::Weekend,
        TimeUnit::Month => Granularity::Month,
        TimeUnit::Quarter => Granularity::Quarter,
        TimeUnit::Year => Granularity::Year,
        TimeUnit::Decade => Granularity::Decade,
        TimeUnit::Century => Granularity::Century,
    })
}

/// "last", "this past", "next"
pub(super) fn step(cursor: Cursor<'_>) -> Read<'_, Step> {
    let (first, behind) = step_word(cursor)?;
    step_word(behind).filter(|_| first == Step::By(0)).or(Some((first, behind)))
}

fn step_word(cursor: Cursor<'_>) -> Read<'_, Step> {
    cursor.sense(|s| match s {
        TimeWord::Step(by) => Some(Step::By(*by)),
        TimeWord::Near(by) => Some(Step::Near(*by)),
        _ => None,
    })
}

/// "last year", "this fiscal year"
pub(super) fn year_step(cursor: Cursor<'_>) -> Read<'_, i8> {
    let (step, c) = step(cursor)?;
    c.skip(&["fiscal", "calendar", "school", "academic"]).word(&["year"]).map(|end| (step.by(), end))
}

/// "in three weeks", of what lies ahead: the day, or for longer units their stretch of the calendar.
pub(super) fn in_time(length: Length) -> Option<When> {
    let exact = matches!(length.unit, TimeUnit::Week | TimeUnit::Fortnight);
    offset(length, 1, if exact { Anchor::Day(0) } else { Anchor::Now })
}

/// "three weeks later"
pub(super) fn later(length: Length) -> Option<When> {
    offset(length, 1, Anchor::Last)
}

pub(super) fn offset(length: Length, sign: i64, anchor: Anchor) -> Option<When> {
    let Count::Whole(count) = length.count else { return None };
    granularity(length.unit)?;
    Some(When::Offset { count: sign * i64::from(count), unit: length.unit, anchor })
}
