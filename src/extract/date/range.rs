//! Ranges written as one: "Feb. 10-20", "from March to May 2020", "between 2 and 4 p.m. on Monday".

use jiff::civil::Weekday;

use super::cursor::{Cursor, DatePiece, Read, longest};
use super::meaning::{Anchor, CalendarDay, Meaning, Member, Moment, When, Year};
use super::moment::{date, edge, is_near_day, moment};
use super::{calendar, clock, number, relative, year};
use crate::lexicon::{Edge, TimeWord};
use crate::text::TokenKind;
use crate::value::{Clock, Granularity, PartOfDay};

/// How far behind its beginning the mark of a range may stand: "tomorrow afternoon from 3 to 5".
const REACH: usize = 10;

/// A range written as one: "Feb. 10-20", "Jan.-Feb. 2017", "2014-2018", "from 2 to 4 p.m.", "between March 3 and May 9".
///
/// "From" and "to" around two kinds of date, as in "from Sept. 14 to Thursday", stay two expressions, each as exact as it was written.
pub(super) fn range(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    // most expressions are no range: look no further without a sign of one
    let ahead = || (0..=REACH).map_while(|n| cursor.behind(n).peek());
    let is_mark = |p: &DatePiece<'_>| match p.lower {
        "-" | "\u{2013}" | "~" | "/" | "to" | "through" | "until" | "till" => true,
        "and" => ahead().any(|p| p.lower == "between"),
        _ => false,
    };
    if !ahead().skip(1).any(is_mark) {
        return None;
    }
    let timed = || longest([hours(cursor), clocks(cursor)]);
    let tells_hour = |p: &DatePiece<'_>| p.is_number() || p.senses.iter().any(|s| matches!(s, TimeWord::Clock(_)));
    let timed = ahead().any(tells_hour).then(timed).flatten();
    longest([days_of_month(cursor), months(cursor), years(cursor), timed, dates(cursor)])
}

/// What opened a range, and so what may close it.
fn opened(cursor: Cursor<'_>) -> (Cursor<'_>, &'static [&'static str]) {
    match cursor.lower() {
        "from" => (cursor.behind(1), &["to", "through", "until", "till", "-", "\u{2013}"]),
        "between" => (cursor.behind(1), &["and", "to", "through", "-", "\u{2013}"]),
        _ => (cursor, &["-", "\u{2013}", "through"]),
    }
}

/// "from March to May 2020", "between Aug. 26 and Oct. 20", "2014 through 2018", "Feb. 28 to March 1"
fn dates(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (start, marks) = opened(cursor);
    let is_opened = start.at > cursor.at;
    let (from, c) = end_of_range(start)?;
    let c = joint(c, marks)?;
    let (to, end) = up_to_now(c).filter(|_| is_opened).or_else(|| end_of_range(c))?;
    let alike = is_bare_weekday(from) || !is_bare_weekday(to);
    let fits = if is_opened { alike } else { is_plain(from) && is_plain(to) };
    (fits && !is_moved(cursor)).then(|| (Meaning::Range(lend_year(from, to).into(), to.into()), end))
}

/// One end of a range: a date, or an edge of one that is exact enough to count from.
fn end_of_range(cursor: Cursor<'_>) -> Read<'_, When> {
    let cursor = cursor.skip(&["the"]);
    let (edge, _) = edge(cursor);
    date(cursor).map(|(when, end)| (edge.map_or(when, |edge| at_edge(when, edge)), end))
}

/// The end of a month or year is where the next one begins, its middle half a month or year on.
fn at_edge(when: When, edge: Edge) -> When {
    let When::Calendar(day) = when else { return when };
    let next = |day: CalendarDay| match day.year {
        Year::Unstated | Year::Told => day,
        Year::Written(year) => CalendarDay { year: Year::Written(year + 1), ..day },
        Year::Step(by) => CalendarDay { year: Year::Step(by + 1), ..day },
    };
    When::Calendar(match (edge, day.month, day.day) {
        (Edge::End, Some(12), None) => CalendarDay { month: Some(1), ..next(day) },
        (Edge::End, Some(month), None) => CalendarDay { month: Some(month + 1), ..day },
        (Edge::End, None, None) => next(day),
        (Edge::Middle, Some(_), None) => CalendarDay { day: Some(16), ..day },
        (Edge::Middle, None, None) if day.year != Year::Unstated => CalendarDay { month: Some(7), ..day },
        _ => day,
    })
}

fn is_bare_weekday(when: When) -> bool {
    match when {
        When::Calendar(day) => day.month.is_none() && day.year == Year::Unstated,
        When::Weekday(..) | When::WeekdayOfWeek(..) => true,
        _ => false,
    }
}

/// "(between 2019 and) now", "(from March to) date"
fn up_to_now(cursor: Cursor<'_>) -> Read<'_, When> {
    let end = cursor.word(&["now", "date"])?;
    Some((When::Step { granularity: Granularity::Day, by: 0, anchor: Anchor::Now }, end))
}

/// Whether it is a year, or has a month: "Monday to Friday" without "from" may be anything.
fn is_plain(when: When) -> bool {
    matches!(when, When::Calendar(day) if day.month.is_some() || day.year != Year::Unstated)
}

/// Whether what "from" and "to" tell is how a date changed: "postponed from March to May".
fn is_moved(cursor: Cursor<'_>) -> bool {
    (1..=REACH).any(|n| cursor.back(n).and_then(|c| c.peek().copied()).is_some_and(|p| p.senses.contains(&TimeWord::Moved)))
}

/// The year behind both ends belongs to the first as well: "from May to October 2020", and over its turn "November-February 2017".
fn lend_year(from: When, to: When) -> When {
    match (from, to) {
        (When::Calendar(first), When::Calendar(CalendarDay { year: Year::Written(year), month, day, .. }))
            if first.year == Year::Unstated && first.month.is_some() =>
        {
            let turned = month.is_some() && (first.month, first.day) > (month, day);
            When::Calendar(CalendarDay { year: Year::Written(year - i16::from(turned)), ..first })
        }
        _ => from,
    }
}

/// "between 3 a.m. and noon on Monday"
fn clocks(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (start, marks) = opened(cursor);
    if start.at == cursor.at && !cursor.peek()?.is_number() {
        return None;
    }
    let (from, c) = moment(start)?;
    let (to, end) = moment(c.word(marks)?)?;
    let timed = matches!((from.clock, to.clock), (Some(Clock::At(..)), Some(Clock::At(..))));
    let day = |own, other| if own == When::Unstated { other } else { own };
    let range = Meaning::Range(Moment { when: day(from.when, to.when), ..from }, Moment { when: day(to.when, from.when), ..to });
    timed.then_some((range, end))
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
        let closing = from.day < Some(day) && end.peek().is_none_or(|p| p.kind != TokenKind::Symbol);
        let (year, end) = year::behind(end).unwrap_or((Year::Unstated, end));
        return closing.then(|| (range(CalendarDay { year, ..from }, CalendarDay { year, day: Some(day), ..from }), end));
    }
    let (day, c) = number::day(start.skip(&["the"]))?;
    let second = joint(c, marks)?;
    if let Some((to, c)) = number::day(second.skip(&["the"]))
        && let Some((of, end)) = c.word(&["of", "in"]).and_then(relative::stepped_month)
    {
        // "from the 4th to the 23rd of next month"
        let nth = |number| Moment::from(When::Nth { number, of, what: Member::Unit(Granularity::Day) });
        return Some((Meaning::Range(nth(day), nth(to)), end));
    }
    let (to, end) = calendar::calendar_day(second).filter(|(d, _)| d.month.is_some() && d.day.is_some())?;
    Some((range(CalendarDay { day: Some(day), weekday: None::<Weekday>, ..to }, to), end))
}

fn joint<'p>(cursor: Cursor<'p>, marks: &[&str]) -> Option<Cursor<'p>> {
    cursor.word(marks).or_else(|| cursor.word(&["to", "through"]))
}

/// "2014-2018", "1998-99"
fn years(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (from, c) = number::year_digits(cursor).filter(|_| number::plain_year(cursor).is_some() || cursor.behind(1).lower() == "~")?;
    let c = c.word(&["-", "\u{2013}", "/", "~"])?;
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

/// "from 2 to 4 p.m.", "3-8pm", "between 9:30 and 11", where the first hour borrows its half of the day; "between 7 and 9 last night"
fn hours(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (before, c) = day_or_part(cursor).map_or((None, cursor), |(day, c)| (Some(day), c.skip(&[","]).skip(&["at"])));
    let (start, marks) = opened(c);
    let (from, behind) = clock::open_hour(start)?;
    let c = behind.word(marks).or_else(|| behind.word(&["to"]))?;
    let stated = clock::clock(c).and_then(|(clock, end)| if let Clock::At(h, m, s) = clock { Some(((h, m, s), end)) } else { None });
    let (to, end) = stated.or_else(|| clock::open_hour(c).map(|(to, end)| (to, clock::zone(end))))?;
    let (day, end) = match before {
        Some(day) => (Some(day), end),
        None => day_or_part(end.skip(&["on"])).map_or((None, end), |(day, end)| (Some(day), end)),
    };
    // "from 10 to 20" may count anything: minutes show a clock, and so does a day beside "between 3 and 8"
    let opened = start.at > cursor.at;
    let minutes = (opened && (from.1.is_some() || to.1.is_some())) || (from.1.is_some() && to.1.is_some());
    let between = start.before() == "between" && day.is_some() && from.0 <= 12 && to.0 <= 12;
    if stated.is_none() && !minutes && !between {
        return None;
    }
    let Moment { when, clock: part } = day.unwrap_or(Moment { when: When::Unstated, clock: None });
    let (from, to) = half_of_day(from, to, part);
    let moment = |(hour, minute, second)| Moment { when, clock: Some(Clock::At(hour, minute, second)) };
    Some((Meaning::Range(moment(from), moment(to)), end))
}

/// A day or a part of one: "yesterday", "this morning".
fn day_or_part(cursor: Cursor<'_>) -> Read<'_, Moment> {
    // "Tuesday at 2:00 - 2:30 pm": the hour belongs to the range
    let (moment, end) = moment(cursor).filter(|(m, _)| is_near_day(m.when))?;
    match moment.clock {
        Some(Clock::At(..)) => date(cursor).filter(|(when, _)| is_near_day(*when)).map(|(when, end)| (when.into(), end)),
        _ => Some((moment, end)),
    }
}

type Hour = (u32, Option<u32>, Option<u32>);

/// The ends of a range of hours in the half of the day that fits: what is left open lies before what is stated.
fn half_of_day(from: Hour, to: Hour, part: Option<Clock>) -> (Hour, Hour) {
    let minutes = |(hour, minute, _): Hour| hour * 60 + minute.unwrap_or(0);
    let after_noon = |(hour, minute, second): Hour| (if hour < 12 { hour + 12 } else { hour }, minute, second);
    if matches!(part, Some(Clock::Part(part)) if part != PartOfDay::Morning) {
        return (after_noon(from), after_noon(to));
    }
    if to.0 > 12 && minutes(after_noon(from)) <= minutes(to) {
        return (after_noon(from), to);
    }
    (from, if minutes(to) < minutes(from) { after_noon(to) } else { to })
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
    fn ranges_of_whole_dates() {
        table(&[
            ("The mill ran from 1994 to 2011.", &[("from 1994 to 2011", "1994-01-01/2011-01-01")]),
            ("He sold shares between Aug. 26 and Oct. 20.", &[("between Aug. 26 and Oct. 20", "2024-08-26/2024-10-20")]),
            ("The pier will be shut from May to October 2026.", &[("from May to October 2026", "2026-05-01/2026-10-01")]),
            ("The ban held from November to March 2021.", &[("from November to March 2021", "2020-11-01/2021-03-01")]),
            ("The ferry stops Feb. 28 to March 1, 2027.", &[("Feb. 28 to March 1, 2027", "2027-02-28/2027-03-01")]),
            ("Nobody came between June 2024 and now.", &[("between June 2024 and now", "2024-06-01/2025-03-12")]),
            ("The camp will last from next Monday to Friday.", &[("from next Monday to Friday", "2025-03-17/2025-03-21")]),
            ("Prices rose 2019~2023 in Orrin.", &[("2019~2023", "2019-01-01/2023-01-01")]),
        ]);
    }

    #[test]
    fn ranges_from_an_edge() {
        table(&[
            ("She led it from 2007 to the end of 2018.", &[("from 2007 to the end of 2018", "2007-01-01/2019-01-01")]),
            (
                "It rained from the middle of June 2024 to the end of July 2024.",
                &[("from the middle of June 2024 to the end of July 2024", "2024-06-16/2024-08-01")],
            ),
            ("He waited from late 2019 to early 2021.", &[("from late 2019 to early 2021", "2019-01-01/2021-01-01")]),
        ]);
    }

    #[test]
    fn a_change_of_dates_is_no_range() {
        table(&[
            ("The vote was postponed from March to May.", &[("March", "2025-03"), ("May", "2024-05")]),
            ("They moved the hearing from Monday to Thursday.", &[("Monday", "2025-03-10"), ("Thursday", "2025-03-06")]),
            ("He shifted the launch from 2023 to 2026.", &[("2023", "2023"), ("2026", "2026")]),
        ]);
    }

    #[test]
    fn ranges_of_hours() {
        table(&[
            ("The museum is open 2-4 p.m. Saturday.", &[("2-4 p.m. Saturday", "2025-03-15T14:00:00/2025-03-15T16:00:00")]),
            ("It was dark between 7 and 9 last night.", &[("between 7 and 9 last night", "2025-03-11T19:00:00/2025-03-11T21:00:00")]),
            ("She was seen between 3 and 8 yesterday.", &[("between 3 and 8 yesterday", "2025-03-11T03:00:00/2025-03-11T08:00:00")]),
            ("It is shut from 10:30 to 3 on Friday.", &[("from 10:30 to 3 on Friday", "2025-03-14T10:30:00/2025-03-14T15:00:00")]),
            (
                "Doors open between 3 a.m. and noon next Monday.",
                &[("between 3 a.m. and noon next Monday", "2025-03-17T03:00:00/2025-03-17T12:00:00")],
            ),
            ("It was dark from noon until midnight.", &[("from noon until midnight", "12:00:00/24:00:00")]),
            ("She is out Friday at 2:00 - 2:30 pm.", &[("Friday at 2:00 - 2:30 pm", "2025-03-14T14:00:00/2025-03-14T14:30:00")]),
            ("They won between 3 and 8 seats.", &[]),
        ]);
    }

    #[test]
    fn ranges_of_days_in_a_month() {
        table(&[
            ("She is away from 4 to 22 October 2027.", &[("from 4 to 22 October 2027", "2027-10-04/2027-10-22")]),
            ("The fair runs from the 4th to the 9th of next month.", &[("from the 4th to the 9th of next month", "2025-04-04/2025-04-09")]),
            ("They meet Nov. 3rd-5th in Orrin.", &[("Nov. 3rd-5th", "2025-11-03/2025-11-05")]),
            ("It ran 3-5 June 2024.", &[("3-5 June 2024", "2024-06-03/2024-06-05")]),
        ]);
    }
}
