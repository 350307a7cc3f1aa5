//! Dates and clock times put together, and ranges of them.

use jiff::civil::Weekday;

use super::cursor::{Cursor, Read, longest};
use super::meaning::{Anchor, CalendarDay, Clock, Meaning, Moment, When, Year};
use super::{calendar, clock, duration, number, relative};
use crate::lexicon::TimeWord;
use crate::text::TokenKind;
use crate::value::Granularity;

/// The longest expression that begins here.
pub(super) fn expression(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    longest([range(cursor), single(cursor), duration::set(cursor), duration::duration(cursor), reference(cursor)])
}

fn single(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    moment(cursor).map(|(moment, end)| (Meaning::Moment(moment), end))
}

/// "now", "in the future"
fn reference(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (count, value) = cursor.words.references.longest(cursor.lowers())?;
    Some((Meaning::Reference(value), cursor.behind(count)))
}

/// "Friday at 10 a.m.", "10 a.m. Friday", "early March", "late yesterday", "tonight", "6 p.m."
pub(super) fn moment(cursor: Cursor<'_>) -> Read<'_, Moment<'_>> {
    longest([date_then_clock(cursor), clock_then_date(cursor), part_of_today(cursor), clock_alone(cursor)])
}

/// Passes over "early", "late", "mid-", "the end of": the value is that of the whole stretch.
fn edge(cursor: Cursor<'_>) -> Cursor<'_> {
    match cursor.sense(|s| matches!(s, TimeWord::Edge).then_some(())) {
        Some(((), c)) if matches!(c.before(), "beginning" | "start" | "end" | "middle") => {
            c.word(&["of"]).map_or(cursor, |c| c.skip(&["the"]))
        }
        Some(((), c)) => c.skip(&["in"]).skip_hyphen(),
        None => cursor,
    }
}

fn date(cursor: Cursor<'_>) -> Read<'_, When<'_>> {
    let cursor = edge(cursor);
    longest([calendar::date(cursor), relative::date(cursor)])
}

fn date_then_clock(cursor: Cursor<'_>) -> Read<'_, Moment<'_>> {
    let (when, end) = date(cursor)?;
    let clock = clock::clock_beside_date(end.skip(&[","])).filter(|_| is_near_day(when));
    Some(clock.map_or((when.into(), end), |(clock, end)| (Moment { when, clock: Some(clock) }, end)))
}

/// Whether a time of day can belong to it.
fn is_near_day(when: When<'_>) -> bool {
    match when {
        When::Calendar(day) => day.day.is_some() || day.weekday.is_some(),
        When::Step { granularity, .. } => granularity == Granularity::Day,
        When::Weekday(..) | When::WeekdayOfWeek(..) | When::Feast { .. } => true,
        _ => false,
    }
}

fn clock_then_date(cursor: Cursor<'_>) -> Read<'_, Moment<'_>> {
    let (clock, c) = clock::clock(cursor).or_else(|| clock::clock_beside_date(cursor))?;
    let linked = c.skip(&[","]).skip(&["on", "of", "this", "late", "early"]);
    let (when, end) = date(linked).filter(|(when, _)| is_near_day(*when))?;
    Some((Moment { when, clock: Some(clock) }, end))
}

fn clock_alone(cursor: Cursor<'_>) -> Read<'_, Moment<'_>> {
    let (clock, end) = clock::clock(cursor)?;
    // "good evening", "morning after morning"
    Some((Moment { when: When::Unstated, clock: Some(clock) }, end))
}

/// "tonight", "this morning", "last night", "early this evening"
fn part_of_today(cursor: Cursor<'_>) -> Read<'_, Moment<'_>> {
    let day = |by| When::Step { granularity: Granularity::Day, by, anchor: Anchor::Now };
    if let Some((code, end)) = cursor.sense(|s| if let TimeWord::Tonight(code) = s { Some(&**code) } else { None }) {
        return Some((Moment { when: day(0), clock: Some(Clock::Part(code)) }, end));
    }
    let (hour, c) = match clock::clock(cursor) {
        Some((clock @ Clock::At(..), c)) => (Some(clock), c),
        _ => (None, edge(cursor)),
    };
    let (step, c) = relative::step(c)?;
    let (part, end) = c.part().filter(|(_, end)| !end.before().ends_with('s'))?;
    Some((Moment { when: day(i64::from(step.by())), clock: Some(hour.unwrap_or(Clock::Part(part))) }, end))
}

/// "from Feb. 10 to Feb. 20", "between 1991 and 1997", "Feb. 10-20", "2014-2018", "from 2 to 4 p.m."
fn range(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    longest([dates(cursor), days_of_month(cursor), years(cursor), hours(cursor)])
}

/// What opened a range, and so what may close it.
fn opened(cursor: Cursor<'_>) -> (Cursor<'_>, &'static [&'static str]) {
    match cursor.lower() {
        "from" => (cursor.behind(1), &["to", "through", "until", "till", "-", "\u{2013}"]),
        "between" => (cursor.behind(1), &["and", "to", "-", "\u{2013}"]),
        _ => (cursor, &["-", "\u{2013}", "through"]),
    }
}

fn dates(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (start, marks) = opened(cursor);
    let (from, c) = moment(start.skip(&["the"]))?;
    let c = c.word(marks)?.skip(&["the"]);
    let (to, end) = moment(c)?;
    fits(from, to).then(|| (Meaning::Range(inherit(from, to), to), end))
}

/// Both ends are of one kind: two dates, or two clock times.
fn fits(from: Moment<'_>, to: Moment<'_>) -> bool {
    let dated = |m: Moment<'_>| !matches!(m.when, When::Unstated);
    dated(from) == dated(to) && from.clock.is_some() == to.clock.is_some()
}

/// "from May to October 2020" begins in 2020 too.
fn inherit<'p>(from: Moment<'p>, to: Moment<'p>) -> Moment<'p> {
    match (from.when, to.when) {
        (When::Calendar(a), When::Calendar(b)) if a.year == Year::Unstated && a.month.is_some() => {
            Moment { when: When::Calendar(CalendarDay { year: b.year, ..a }), ..from }
        }
        _ => from,
    }
}

/// "Feb. 10-20", "February 10 to 20, 2022", "10 to 20 February"
fn days_of_month(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (start, marks) = opened(cursor);
    let range = |from: CalendarDay, to: CalendarDay| Meaning::Range(When::Calendar(from).into(), When::Calendar(to).into());
    if let Some((from, c)) = calendar::calendar_day(start).filter(|(d, _)| d.month.is_some() && d.day.is_some() && d.year == Year::Unstated)
    {
        let (day, end) = number::day(joint(c, marks)?).filter(|(_, end)| end.month().is_none() && end.unit().is_none())?;
        let closing = end.peek().is_none_or(|p| p.kind != TokenKind::Symbol);
        let (year, end) = calendar::year_behind(end).unwrap_or((Year::Unstated, end));
        return closing.then(|| (range(CalendarDay { year, ..from }, CalendarDay { year, day: Some(day), ..from }), end));
    }
    let (day, c) = number::day(start.skip(&["the"]))?;
    let (to, end) = calendar::calendar_day(joint(c, marks)?).filter(|(d, _)| d.month.is_some() && d.day.is_some())?;
    Some((range(CalendarDay { day: Some(day), weekday: None::<Weekday>, ..to }, to), end))
}

fn joint<'p>(cursor: Cursor<'p>, marks: &[&str]) -> Option<Cursor<'p>> {
    cursor.word(marks).or_else(|| cursor.word(&["to", "through"]))
}

/// "2014-2018", "1998-99"
fn years(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (from, c) = number::plain_year(cursor).filter(|_| cursor.digits().is_some())?;
    let c = c.word(&["-", "\u{2013}", "/"])?;
    if !c.is_glued() {
        return None;
    }
    let ((to, digits), end) = c.digits()?;
    let to = match digits {
        4 => i16::try_from(to).ok()?,
        2 => from - from % 100 + i16::try_from(to).ok()?,
        _ => return None,
    };
    let closes = !end.is_glued() || end.peek().is_some_and(|p| !matches!(p.lower, "-" | "/" | "\u{2013}" | "%"));
    let year = |year| When::Calendar(CalendarDay { year: Year::Written(year), ..CalendarDay::NONE }).into();
    (from < to && to - from <= 150 && closes).then(|| (Meaning::Range(year(from), year(to)), end))
}

/// "from 2 to 4 p.m.", "3-8pm", where the first hour borrows its half of the day
fn hours(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (day, c) = match date(cursor).filter(|(when, _)| is_near_day(*when)) {
        Some((when, c)) => (when, c.skip(&[","])),
        None => (When::Unstated, cursor),
    };
    let (start, marks) = opened(c);
    let (from, c) = clock::open_hour(start)?;
    let (to, end) = clock::clock(c.word(marks).or_else(|| c.word(&["to"]))?)?;
    let (Clock::At(to_hour, ..), (hour, minute, second)) = (to, from) else { return None };
    let hour = if hour < 12 && to_hour > 12 && hour + 12 <= to_hour { hour + 12 } else { hour };
    let (day, end) = match day {
        When::Unstated => date(end.skip(&["on"])).filter(|(w, _)| is_near_day(*w)).unwrap_or((day, end)),
        _ => (day, end),
    };
    let moment = |clock| Moment { when: day, clock: Some(clock) };
    Some((Meaning::Range(moment(Clock::At(hour, minute, second)), moment(to)), end))
}
