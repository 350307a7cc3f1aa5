//! When two claims hold: a later count of the same matter, or another occasion.

use std::cmp::Ordering;

use jiff::civil::Date;

use super::difference::FigureOf;
use super::{Excuse, ExcuseName, ExcuseResult, session};
use crate::claim::{AsOf, Basis, Facet, TimeValue};
use crate::comparison::Reading;
use crate::document::Published;
use crate::lexicon::{Class, Lexicon};
use crate::value::{PartOfYear, PartialDate, TimePoint, Timex};

/// How the times of two claims stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occasion {
    /// One day, as far as the texts tell.
    Same,
    /// The texts date one count later than the other: "as of 10 a.m.", "by 6 p.m.".
    Later,
    /// A period of their own each, or dates too far apart for one running count.
    Other,
    /// Only the articles' dates differ, or none is known.
    Open,
}

/// Counts of one matter are not kept up for longer than this; what is told of days further apart is told of two matters.
const RUNNING_DAYS: i64 = 60;

/// A stated time as long as this is a period, and figures of two periods are two figures: months, quarters, years.
const PERIOD_DAYS: i64 = 27;

/// Reads the as-ofs of two claims.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>) -> Occasion {
    let (Some(x), Some(y)) = (&a.claim.as_of, &b.claim.as_of) else { return Occasion::Open };
    let stated = x.basis == Basis::Stated || y.basis == Basis::Stated;
    let ((x_low, x_high), (y_low, y_high)) = (days(x), days(y));
    let gap = (y_low - x_high).max(x_low - y_high);
    let period = |as_of: &AsOf, low: i64, high: i64| as_of.basis == Basis::Stated && high - low >= PERIOD_DAYS;
    let periods = period(x, x_low, x_high) || period(y, y_low, y_high);
    match (stated, gap) {
        (true, gap) if gap > RUNNING_DAYS || (periods && gap > 0) => Occasion::Other,
        (true, gap) if gap > 0 => Occasion::Later,
        (true, 0) if at_other_hours(x, y) => Occasion::Later,
        (_, gap) if gap <= 0 => Occasion::Same,
        _ => Occasion::Open,
    }
}

const EPOCH: Date = Date::constant(1970, 1, 1);

/// The occasion of two figures. A toll that grows from one day's report to the next is one count, kept up.
pub(super) fn of_figures((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>, lexicon: &Lexicon) -> Occasion {
    let occasion = compare(a, b);
    if session::two_hours(a, b, lexicon).is_some() {
        return Occasion::Later;
    }
    if two_periods(a, b).is_some() {
        return Occasion::Other;
    }
    let is_tally = |word: &str| lexicon.classes(lexicon.lemma(word)).has(Class::Tally);
    let tallied = |r: &Reading<'_>| {
        let predicate = r.claim.slot.get(Facet::Predicate).map(|f| f.text.to_lowercase());
        predicate.is_some_and(|p| is_tally(&p)) || (0..r.article.tokens().len()).any(|i| is_tally(r.article.lower(i)))
    };
    let open = matches!(occasion, Occasion::Open | Occasion::Same) && tallied(a) && tallied(b);
    let last = |as_of: &AsOf| (as_of.high.date(), as_of.high.time());
    let told = a.claim.as_of.as_ref().zip(b.claim.as_of.as_ref()).map(|(p, q)| last(p).cmp(&last(q)));
    let counted = x.amount().interval().0.partial_cmp(&y.amount().interval().0);
    if open && told.is_some_and(|order| order != Ordering::Equal) && told == counted { Occasion::Later } else { occasion }
}

/// The first month, quarter or year that each claim names, where no two of them overlap: "in the first quarter", "in the second".
fn two_periods<'c>(a: &Reading<'c>, b: &Reading<'c>) -> Option<(String, String)> {
    let periods = |r: &Reading<'c>| -> Vec<&'c TimeValue> { r.claim.value.times.iter().filter(|t| period(&t.value).is_some()).collect() };
    let (x, y) = (periods(a), periods(b));
    let apart = |p: &TimeValue, q: &TimeValue| period(&p.value).zip(period(&q.value)).is_some_and(|(p, q)| are_apart(p, q));
    let all = x.iter().all(|p| y.iter().all(|q| apart(p, q)));
    Some((x.first()?.plain(), y.first()?.plain())).filter(|_| all)
}

/// The year and the part of it that a time names, where it names a month, a quarter or a year as a whole: "2002-Q2".
fn period(value: &Timex) -> Option<(Option<i16>, PartOfYear)> {
    let TimePoint { date: Some(PartialDate::Year(year, part)), clock: None } = value.point()? else { return None };
    let named = match part {
        PartOfYear::Whole => year.is_some(),
        PartOfYear::Month(number) | PartOfYear::Quarter(number) => number.is_some(),
        _ => false,
    };
    named.then_some((year, part))
}

/// Two periods without a day in common; what is not known may be the same.
fn are_apart((year, part): (Option<i16>, PartOfYear), (other, second): (Option<i16>, PartOfYear)) -> bool {
    let one_kind = std::mem::discriminant(&part) == std::mem::discriminant(&second);
    year.zip(other).is_some_and(|(p, q)| p != q) || (one_kind && part != second)
}

/// First and last day as numbers.
fn days(as_of: &AsOf) -> (i64, i64) {
    let day = |time: &Published| time.date().duration_since(EPOCH).as_hours() / 24;
    (day(&as_of.low), day(&as_of.high))
}

/// One day, and the clock tells them apart.
fn at_other_hours(x: &AsOf, y: &AsOf) -> bool {
    let minute = |as_of: &AsOf| as_of.high.time().map(|time| (time.hour(), time.minute()));
    minute(x).zip(minute(y)).is_some_and(|(p, q)| p != q)
}

/// The lines of the ledger that speak of time: a later state, another occasion.
pub(super) fn excuses(a: &Reading<'_>, b: &Reading<'_>, occasion: Occasion, lexicon: &Lexicon) -> [Excuse; 2] {
    let day = |r: &Reading<'_>| r.claim.as_of.as_ref().map(|t| t.high.date());
    let hours = session::two_hours(a, b, lexicon).map(|(p, q)| (p.to_owned(), q.to_owned()));
    let told = match (hours.or_else(|| two_periods(a, b)), day(a), day(b)) {
        (Some((p, q)), ..) => format!("\u{201c}{p}\u{201d} and \u{201c}{q}\u{201d}"),
        (_, Some(x), Some(y)) if x == y => format!("both of {x}"),
        (_, Some(x), Some(y)) => format!("{x} and {y}"),
        _ => "a date is not known".to_owned(),
    };
    let later = if occasion == Occasion::Same { ExcuseResult::RuledOut } else { ExcuseResult::Possible };
    let other = if occasion == Occasion::Other { ExcuseResult::Possible } else { ExcuseResult::RuledOut };
    [Excuse::new(ExcuseName::Later, later, told.clone()), Excuse::new(ExcuseName::OtherEvent, other, told)]
}
