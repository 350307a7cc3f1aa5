//! When a claim holds: the time that its words name, or the article's date.

use super::{AsOf, Basis};
use crate::document::{Document, Published};
use crate::extract::{DateExpression, DateKind};
use crate::value::{Time, TimePoint, Timex};

/// The as-of of a claim with these dates. A clock time alone ("as of 10 a.m.") is of the article's day.
pub(super) fn as_of<'d>(document: &Document, mut dates: impl Iterator<Item = &'d DateExpression>) -> Option<AsOf> {
    let stated = dates.find_map(|date| match date.kind {
        DateKind::Date | DateKind::Time => stated(&date.value, document),
        _ => None,
    });
    let dateline = || document.published.clone().map(|day| AsOf { low: day.clone(), high: day, basis: Basis::Dateline });
    stated.or_else(dateline)
}

fn stated(value: &Timex, document: &Document) -> Option<AsOf> {
    let today = || document.published.as_ref().map(|published| Time::day(published.date()));
    let of_today = |point: TimePoint| Some(TimePoint::from(&today()?).at(point.clock).into());
    let clock_alone = value.point().filter(|point| point.date.is_none());
    let time = clock_alone.and_then(of_today).as_ref().unwrap_or(value).time()?;
    Some(AsOf { low: Published::at(time.first, time.minute), high: Published::at(time.last, time.minute), basis: Basis::Stated })
}
