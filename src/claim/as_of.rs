//! When a claim holds: the time that its words name, or the article's date.

use super::{AsOf, Basis};
use crate::document::Document;
use crate::extract::{DateExpression, DateKind};
use crate::value::Time;

/// The as-of of a claim with these dates. A clock time alone ("as of 10 a.m.") is of the article's day.
pub(super) fn as_of<'d>(document: &Document, mut dates: impl Iterator<Item = &'d DateExpression>) -> Option<AsOf> {
    let published = document.published.as_ref().map(ToString::to_string);
    let stated = dates.find_map(|date| match date.kind {
        DateKind::Date | DateKind::Time => stated(&date.value, published.as_deref()),
        _ => None,
    });
    let dateline = || published.clone().map(|day| AsOf { low: day.clone(), high: day, basis: Basis::Dateline });
    stated.or_else(dateline)
}

fn stated(value: &str, published: Option<&str>) -> Option<AsOf> {
    let of_today = value.starts_with('T').then(|| published?.get(..10).map(|day| format!("{day}{value}"))).flatten();
    let time = Time::parse(of_today.as_deref().unwrap_or(value))?;
    let at = |day: jiff::civil::Date| match time.minute {
        Some(minute) => format!("{day}T{:02}:{:02}", minute / 60, minute % 60),
        None => day.to_string(),
    };
    Some(AsOf { low: at(time.first), high: at(time.last), basis: Basis::Stated })
}
