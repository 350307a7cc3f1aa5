//! Dates and clock times put together.

use super::cursor::{Cursor, DatePiece, Read, longest};
use super::meaning::{Anchor, CalendarDay, Meaning, Moment, When, Year};
use super::{calendar, clock, duration, number, relative, step, told};
use crate::lexicon::{Edge, TimeWord};
use crate::value::{Clock, Granularity, PartOfDay};

pub(super) fn single(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    moment(cursor).map(|(moment, end)| (Meaning::Moment(moment), end))
}

/// "now", "in the future"
pub(super) fn reference(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (count, value) = cursor.words.references.longest(cursor.lowers())?;
    let end = cursor.behind(count);
    // "the past" stands alone, "the past year" and "the past two weeks" do not
    let lead =
        end.before() == "past" && (end.unit().is_some() || end.peek().is_some_and(DatePiece::is_number) || duration::length(end).is_some());
    // "most recently last October" is that October, "the past Monday" that Monday
    (!lead && date(end).is_none()).then_some((Meaning::Reference(*value), end))
}

/// "Friday at 10 a.m.", "10 a.m. Friday", "early March", "late yesterday", "tonight", "6 p.m."
pub(super) fn moment(cursor: Cursor<'_>) -> Read<'_, Moment> {
    longest([part_of_today(cursor), date_then_clock(cursor), clock_then_date(cursor), clock_alone(cursor)])
}

/// Passes over "early", "late", "mid-", "the end of": the value is that of the whole stretch. What is exact about it, a range needs.
pub(super) fn edge(cursor: Cursor<'_>) -> (Option<Edge>, Cursor<'_>) {
    let Some((edge, c)) = cursor.sense(|s| if let TimeWord::Edge(edge) = s { Some(*edge) } else { None }) else { return (None, cursor) };
    if matches!(c.before(), "beginning" | "start" | "end" | "middle") {
        return c.word(&["of"]).map_or((None, cursor), |c| (Some(edge), c.skip(&["the"])));
    }
    // "late 2019" says no more than 2019
    (Some(edge).filter(|edge| *edge == Edge::Middle), c.word(&["in"]).map_or(c, |c| c.skip(&["the"])).skip_hyphen())
}

pub(super) fn date(cursor: Cursor<'_>) -> Read<'_, When> {
    let (_, cursor) = edge(cursor);
    longest([calendar::date(cursor), relative::date(cursor)])
}

fn date_then_clock(cursor: Cursor<'_>) -> Read<'_, Moment> {
    let (when, end) = date(cursor)?;
    let behind = end.skip(&[","]);
    if !is_near_day(when) {
        return Some((when.into(), end));
    }
    let clock = longest([clock::clock_beside_date(behind), clock::clock(behind.skip(&["at"]))]);
    let Some((clock, end)) = clock else { return Some((when.into(), end)) };
    let (when, end) = year_behind_clock(when, end).unwrap_or((when, end));
    Some((Moment { when, clock: Some(clock) }, end))
}

/// "(Wed Oct 26 15:50:06) 2016", as machines write it.
fn year_behind_clock<'p>(when: When, end: Cursor<'p>) -> Read<'p, When> {
    match when {
        When::Calendar(day) if day.year == Year::Unstated && day.month.is_some() => {
            let (year, end) = number::plain_year(end)?;
            Some((When::Calendar(CalendarDay { year: Year::Written(year), ..day }), end))
        }
        _ => None,
    }
}

/// Whether a time of day can belong to it.
pub(super) fn is_near_day(when: When) -> bool {
    match when {
        When::Calendar(day) => day.day.is_some() || day.weekday.is_some(),
        When::Step { granularity, .. } => granularity == Granularity::Day,
        When::Weekday(..) | When::WeekdayOfWeek(..) => true,
        _ => false,
    }
}

fn clock_then_date(cursor: Cursor<'_>) -> Read<'_, Moment> {
    let (clock, c) = clock::clock(cursor).or_else(|| clock::clock_beside_date(cursor))?;
    let linked = c.skip(&[","]).skip(&["on", "of", "this", "late", "early"]);
    // "midnight on New Year's Eve", but "Christmas at 6 p.m." names the day and the hour
    let (when, end) = date(if linked.before() == "of" { linked.skip(&["the"]) } else { linked })
        .filter(|(when, _)| is_near_day(*when) || matches!(when, When::Feast { .. }))?;
    // "6 o'clock on Monday evening"
    let part = end.part().filter(|_| matches!(clock, Clock::At(..)));
    let (clock, end) = part.map_or((clock, end), |(part, end)| (clock::in_half_of(part, clock), end));
    Some((Moment { when, clock: Some(clock) }, end))
}

fn clock_alone(cursor: Cursor<'_>) -> Read<'_, Moment> {
    let (clock, end) = longest([clock::clock(cursor), clock::part_alone(cursor)])?;
    // "good evening", "morning after morning"
    Some((Moment { when: When::Unstated, clock: Some(clock) }, end))
}

/// "tonight", "this morning", "last night", "early this evening", "that night"
fn part_of_today(cursor: Cursor<'_>) -> Read<'_, Moment> {
    let (hour, c) = match clock::clock(cursor) {
        // "3 o'clock this afternoon", but "2 a.m. last night"
        Some((Clock::At(hour, minute, second), c)) => (Some((Clock::At(hour, minute, second), c.before() == "o'clock")), c),
        _ => match clock::bare_hour(cursor) {
            Some((clock, c)) => (Some((clock, true)), c),
            None => (None, edge(cursor).1),
        },
    };
    let ((by, anchor, part), end) = longest([tonight(c), stepped_part(c), told_part(c)])?;
    let moment = |clock| Moment { when: When::Step { granularity: Granularity::Day, by, anchor }, clock: Some(clock) };
    let clock = hour.map(|(clock, is_open)| if is_open { clock::in_half_of(part, clock) } else { clock });
    match clock::hour_of_part(part, end) {
        Some((clock, end)) if hour.is_none() => Some((moment(clock), end)),
        _ => Some((moment(clock.unwrap_or(Clock::Part(part))), end)),
    }
}

/// A day, counted from another one, and the part of it.
type PartOfSomeDay = (i64, Anchor, PartOfDay);

fn tonight(cursor: Cursor<'_>) -> Read<'_, PartOfSomeDay> {
    cursor.sense(|s| if let TimeWord::Tonight(part) = s { Some((0, Anchor::Now, *part)) } else { None })
}

/// "this morning", "last night"; in a story "the next morning" counts from what was told last
fn stepped_part(cursor: Cursor<'_>) -> Read<'_, PartOfSomeDay> {
    let anchor = if cursor.before() == "the" { Anchor::Last } else { Anchor::Now };
    let (step, c) = step::step(cursor)?;
    let (part, end) = c.part().filter(|(_, end)| !end.before().ends_with('s'))?;
    Some(((i64::from(step.by()), anchor, part), end))
}

fn told_part(cursor: Cursor<'_>) -> Read<'_, PartOfSomeDay> {
    told::part(cursor).map(|((by, part), end)| ((by, Anchor::Last, part), end))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn vague_references() {
        table(&[
            ("It is now shut, at least for the moment.", &[("now", "PRESENT_REF"), ("for the moment", "PRESENT_REF")]),
            ("In the past it was open.", &[("In the past", "PAST_REF")]),
            ("In the past year it was shut.", &[("past year", "2024")]),
            ("It will open in the near future.", &[("the near future", "FUTURE_REF")]),
            ("It was shut in past years, long before Black Monday.", &[("past years", "PAST_REF"), ("Black Monday", "1987-10-19")]),
            ("Years from now they will know.", &[("Years from now", "FUTURE_REF")]),
            ("They met most recently last October.", &[("last October", "2024-10")]),
            ("She called the past Monday.", &[("past Monday", "2025-03-10")]),
        ]);
    }
}
