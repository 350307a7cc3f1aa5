//! Dates and clock times put together, and ranges of them.

use jiff::civil::Weekday;

use super::cursor::{Cursor, Piece, Read, longest};
use super::meaning::{Anchor, CalendarDay, Clock, Meaning, Moment, When, Year};
use super::{calendar, clock, duration, number, relative};
use crate::lexicon::TimeWord;
use crate::text::TokenKind;
use crate::value::Granularity;

/// The longest expression that begins here.
pub(super) fn expression(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    longest([range(cursor), single(cursor), duration::set(cursor), reference(cursor), duration::duration(cursor), duration::ahead(cursor)])
}

fn single(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    moment(cursor).map(|(moment, end)| (Meaning::Moment(moment), end))
}

/// "now", "in the future"
fn reference(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (count, value) = cursor.words.references.longest(cursor.lowers())?;
    let end = cursor.behind(count);
    // "the past" stands alone, "the past year" and "the past two weeks" do not
    let lead =
        end.before() == "past" && (end.unit().is_some() || end.peek().is_some_and(Piece::is_number) || duration::length(end).is_some());
    (!lead).then_some((Meaning::Reference(value), end))
}

/// "Friday at 10 a.m.", "10 a.m. Friday", "early March", "late yesterday", "tonight", "6 p.m."
pub(super) fn moment(cursor: Cursor<'_>) -> Read<'_, Moment<'_>> {
    longest([part_of_today(cursor), date_then_clock(cursor), clock_then_date(cursor), clock_alone(cursor)])
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
    // in a story "the next morning" counts from what was told last
    let anchor = if cursor.before() == "the" { Anchor::Last } else { Anchor::Now };
    let day = |by| When::Step { granularity: Granularity::Day, by, anchor };
    if let Some((code, end)) = cursor.sense(|s| if let TimeWord::Tonight(code) = s { Some(&**code) } else { None }) {
        return Some((Moment { when: day(0), clock: Some(Clock::Part(code)) }, end));
    }
    let (hour, c) = match clock::clock(cursor) {
        Some((clock @ Clock::At(..), c)) => (Some(clock), c),
        _ => (None, edge(cursor)),
    };
    let (step, c) = relative::step(c)?;
    let (part, end) = c.part().filter(|(_, end)| !end.before().ends_with('s'))?;
    let moment = |clock| Moment { when: day(i64::from(step.by())), clock: Some(clock) };
    // "last night at 8"
    match clock::hour_after_at(end) {
        Some((Clock::At(at, minute, second), end)) if hour.is_none() => {
            let at = if part != "MO" && at < 12 { at + 12 } else { at };
            Some((moment(Clock::At(at, minute, second)), end))
        }
        _ => Some((moment(hour.unwrap_or(Clock::Part(part))), end)),
    }
}

/// So many pieces are looked through for what joins the ends of a range: "from Wednesday, Feb. 10, at 9:30:15 a.m. Eastern time to".
const RANGE_REACH: usize = 16;

/// A range written as one: "Feb. 10-20", "Jan.-Feb. 2017", "2014-2018", "from 2 to 4 p.m."
///
/// Two whole dates, as in "from Sept. 14 to Thursday", stay two expressions, each as exact as it was written.
fn range(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    // most expressions are no range: look no further without what joins two ends
    let joins = |word: &str| matches!(word, "-" | "\u{2013}" | "/" | "to" | "and" | "through" | "until" | "till");
    if !cursor.lowers().take(RANGE_REACH).any(joins) {
        return None;
    }
    longest([days_of_month(cursor), months(cursor), years(cursor), hours(cursor), clocks(cursor)])
}

/// What opened a range, and so what may close it.
fn opened(cursor: Cursor<'_>) -> (Cursor<'_>, &'static [&'static str]) {
    match cursor.lower() {
        "from" => (cursor.behind(1), &["to", "through", "until", "till", "-", "\u{2013}"]),
        "between" => (cursor.behind(1), &["and", "to", "-", "\u{2013}"]),
        _ => (cursor, &["-", "\u{2013}", "through"]),
    }
}

/// "between 3 a.m. and noon on Monday"
fn clocks(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (start, marks) = opened(cursor);
    // most expressions are no range: look no further without a sign of one
    if start.at == cursor.at && !cursor.peek()?.is_number() {
        return None;
    }
    let (from, c) = moment(start)?;
    let (to, end) = moment(c.word(marks)?)?;
    let timed = matches!((from.clock, to.clock), (Some(Clock::At(..)), Some(Clock::At(..))));
    let when = if from.when == When::Unstated { to.when } else { from.when };
    timed.then_some((
        Meaning::Range(Moment { when, ..from }, Moment { when: if to.when == When::Unstated { when } else { to.when }, ..to }),
        end,
    ))
}

/// "Jan.-Feb. 2017", "May-June"
fn months(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (from, c) = cursor.month()?;
    if !c.is_hyphen() && c.lower() != "\u{2013}" {
        return None;
    }
    let (to, end) = calendar::calendar_day(c.behind(1)).filter(|(d, _)| d.month.is_some() && d.day.is_none())?;
    let from = When::Calendar(CalendarDay { month: Some(from), ..to });
    Some((Meaning::Range(from.into(), When::Calendar(to).into()), end))
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

/// "from 2 to 4 p.m.", "3-8pm", "between 9:30 and 11", where the first hour borrows its half of the day
fn hours(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (day, c) = match date(cursor).filter(|(when, _)| is_near_day(*when)) {
        Some((when, c)) => (when, c.skip(&[","])),
        None => (When::Unstated, cursor),
    };
    let (start, marks) = opened(c);
    let (from, c) = clock::open_hour(start)?;
    let c = c.word(marks).or_else(|| c.word(&["to"]))?;
    let stated = clock::clock(c).and_then(|(clock, end)| if let Clock::At(h, m, s) = clock { Some(((h, m, s), end)) } else { None });
    // "from 10 to 20" may count anything; minutes show a clock
    let shown = |to: &(u32, Option<u32>, Option<u32>)| start.at > cursor.at && (from.1.is_some() || to.1.is_some());
    let (to, end) = stated.or_else(|| clock::open_hour(c).filter(|(to, _)| shown(to)).map(|(to, end)| (to, clock::zone(end))))?;
    let hour = if from.0 < 12 && to.0 > 12 && from.0 + 12 <= to.0 { from.0 + 12 } else { from.0 };
    let (day, end) = match day {
        When::Unstated => date(end.skip(&["on"])).filter(|(w, _)| is_near_day(*w)).unwrap_or((day, end)),
        _ => (day, end),
    };
    let moment = |clock| Moment { when: day, clock: Some(clock) };
    Some((Meaning::Range(moment(Clock::At(hour, from.1, from.2)), moment(Clock::At(to.0, to.1, to.2))), end))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn ranges() {
        table(&[
            ("Drills ran Feb. 10-20 in the strait.", &[("Feb. 10-20", "2025-02-10/2025-02-20")]),
            ("The fair is open from 14 to 17 April.", &[("from 14 to 17 April", "2025-04-14/2025-04-17")]),
            ("The 2021-22 season was short.", &[("2021-22", "2021-01-01/2022-01-01")]),
            ("Roads close from 2 to 4 p.m. each day.", &[("from 2 to 4 p.m.", "14:00:00/16:00:00"), ("each day", "P1D")]),
            ("Roads closed from Sept. 14 to Monday.", &[("Sept. 14", "2024-09-14"), ("Monday", "2025-03-10")]),
        ]);
    }

    #[test]
    fn vague_references() {
        table(&[
            ("It is now shut, at least for the moment.", &[("now", "PRESENT_REF"), ("for the moment", "PRESENT_REF")]),
            ("In the past it was open.", &[("In the past", "PAST_REF")]),
            ("In the past year it was shut.", &[("past year", "2024")]),
            ("It will open in the near future.", &[("the near future", "FUTURE_REF")]),
        ]);
    }
}
