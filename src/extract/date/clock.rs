//! Times of day: "6:41 p.m.", "10 a.m. EST", "noon", "five o'clock", "Friday morning".

use super::cursor::{Cursor, Read, longest};
use super::number;
use crate::lexicon::{Meridiem, TimeWord};
use crate::text::TokenKind;
use crate::value::{Clock, PartOfDay};

/// A time of day that is plainly one by itself: "6 p.m.", "noon", "14:30 GMT", "in the morning".
pub(super) fn clock(cursor: Cursor<'_>) -> Read<'_, Clock> {
    longest([
        with_meridiem(cursor),
        named(cursor),
        o_clock(cursor),
        past_hour(cursor),
        colon(cursor),
        four_digits(cursor),
        in_part(cursor),
        joined_part(cursor),
    ])
}

/// A time of day beside a date, where a bare hour or part of the day is one too: "Friday at 5", "Monday night".
pub(super) fn clock_beside_date(cursor: Cursor<'_>) -> Read<'_, Clock> {
    longest([clock(cursor), hour_after_at(cursor), plain_part(cursor), colon_anywhere(cursor)])
}

fn hour(cursor: Cursor<'_>) -> Read<'_, u32> {
    number::cardinal(cursor).filter(|(hour, _)| *hour <= 24)
}

/// "3:45", "3:45:10", "3.45" (with a meridiem only), "three forty-five", "3"
fn written(cursor: Cursor<'_>) -> Read<'_, (u32, Option<u32>, Option<u32>)> {
    if let Some((hour, minute)) = cursor.peek().filter(|p| p.kind == TokenKind::Number).and_then(|p| p.lower.split_once('.')) {
        let fits = minute.len() == 2 && minute < "60";
        return fits.then(|| Some(((hour.parse().ok().filter(|h| *h <= 24)?, minute.parse().ok(), None), cursor.behind(1))))?;
    }
    let (hour, c) = hour(cursor)?;
    let Some((minute, c)) = minutes(c) else {
        let spelled = cursor.digits().is_none().then(|| number::cardinal(c)).flatten().filter(|(m, _)| (10..60).contains(m));
        return Some(spelled.map_or(((hour, None, None), c), |(minute, end)| ((hour, Some(minute), None), end)));
    };
    Some(minutes(c).map_or(((hour, Some(minute), None), c), |(second, end)| ((hour, Some(minute), Some(second)), end)))
}

/// The first hour of a range, which leaves its half of the day to the second: "(from) 2 (to 4 p.m.)"
pub(super) fn open_hour(cursor: Cursor<'_>) -> Read<'_, (u32, Option<u32>, Option<u32>)> {
    written(cursor).filter(|((hour, ..), end)| (1..=24).contains(hour) && meridiem(*end).is_none())
}

/// ":45"
fn minutes(cursor: Cursor<'_>) -> Read<'_, u32> {
    let c = cursor.word(&[":"]).filter(|c| cursor.is_glued() && c.is_glued())?;
    let ((minute, digits), end) = c.digits()?;
    (digits == 2 && minute < 60).then_some((minute, end))
}

fn meridiem(cursor: Cursor<'_>) -> Read<'_, Meridiem> {
    let spaced = |letter: &str, which| {
        let c = cursor.word(&[letter])?.skip(&["."]).word(&["m"])?;
        Some((which, c))
    };
    let short = |letter: &str, which| cursor.word(&[letter]).filter(|c| cursor.is_glued() && !c.is_glued()).map(|c| (which, c));
    cursor.meridiem().or_else(|| spaced("a", Meridiem::Am)).or_else(|| spaced("p", Meridiem::Pm)).or_else(|| short("p", Meridiem::Pm))
}

fn on_the_clock(hour: u32, meridiem: Meridiem) -> u32 {
    match (meridiem, hour) {
        (Meridiem::Am, 12) => 0,
        (Meridiem::Pm, 1..=11) => hour + 12,
        _ => hour,
    }
}

/// "6 p.m.", "6:41pm EST", "9 in the evening", "11ish"
fn with_meridiem(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let ((hour, minute, second), c) = written(cursor)?;
    if let Some(end) = c.word(&["ish"]).filter(|_| c.is_glued() && (1..=12).contains(&hour)) {
        return Some((Clock::At(hour, minute, second), end));
    }
    let c = c.skip(&["o'clock"]);
    let (which, end) = meridiem(c).or_else(|| part_as_meridiem(c))?;
    // "5 million am": an hour of twelve, or already past noon
    (1..=24).contains(&hour).then(|| (Clock::At(on_the_clock(hour, which), minute, second), zone(end)))
}

/// "(eight) in the evening", "(eleven) at night"
fn part_as_meridiem(cursor: Cursor<'_>) -> Read<'_, Meridiem> {
    if let Some(end) = cursor.word(&["at"]).and_then(|c| c.word(&["night"])) {
        return Some((Meridiem::Pm, end));
    }
    let (part, end) = cursor.word(&["in"])?.word(&["the"])?.part()?;
    Some((if part == PartOfDay::Morning { Meridiem::Am } else { Meridiem::Pm }, end))
}

/// Passes over "GMT", "(1800 GMT)" and "local time".
pub(super) fn zone(cursor: Cursor<'_>) -> Cursor<'_> {
    match cursor.sense(|s| matches!(s, TimeWord::Zone).then_some(())) {
        Some(((), end)) => end.skip(&["time"]),
        None => cursor.word(&["eastern", "pacific", "central", "mountain"]).and_then(|c| c.word(&["time"])).unwrap_or(cursor),
    }
}

/// "noon", "midnight", "12 noon"
fn named(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let c = cursor.skip(&["12"]);
    // with a capital inside a sentence it belongs to a name: "Midday with ..."
    if cursor.at > 0 && c.peek()?.capital {
        return None;
    }
    let (hour, end) = c.sense(|s| if let TimeWord::Clock(hour) = s { Some(*hour) } else { None })?;
    Some((Clock::At(u32::try_from(hour).ok()?, None, None), end))
}

/// "five o'clock"
fn o_clock(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let (hour, c) = hour(cursor)?;
    let end = c.word(&["o'clock"])?;
    Some((Clock::At(hour, None, None), end))
}

/// "ten past nine", "20 min past eight in the evening", "half past six", "quarter to five"
fn past_hour(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let (minute, c) = cursor
        .word(&["half"])
        .map(|c| (30, c))
        .or_else(|| cursor.skip(&["a"]).word(&["quarter"]).map(|c| (15, c)))
        .or_else(|| number::cardinal(cursor).map(|(m, c)| (m, c.skip(&["minutes", "minute", "min", "mins"]))))
        .filter(|(minute, _)| *minute < 60)?;
    let (sign, c) = c.word(&["past"]).map(|c| (1, c)).or_else(|| c.word(&["to"]).filter(|_| minute != 30).map(|c| (-1, c)))?;
    let (hour, c) = hour(c).filter(|(hour, _)| (1..=12).contains(hour))?;
    let (which, end) = meridiem(c).or_else(|| part_as_meridiem(c)).map_or((None, c), |(m, end)| (Some(m), end));
    // "two to four people" is no clock time: "to" needs a quarter, minutes, or a word for the part of the day
    let counts = sign < 0 && which.is_none() && number::cardinal(cursor).is_some_and(|(_, c)| c.lower() == "to");
    if counts || c.month().is_some() || c.unit().is_some() {
        return None;
    }
    let hour = which.map_or(hour, |which| on_the_clock(hour, which));
    let minutes = if sign > 0 { hour * 60 + minute } else { (hour * 60).checked_sub(minute)? };
    Some((Clock::At(minutes / 60, Some(minutes % 60), None), end))
}

/// "0730 hours", "1900 GMT"
fn four_digits(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let ((number, 4), c) = cursor.digits()? else { return None };
    let behind = zone(c);
    let end = if behind.at > c.at { behind } else { c.word(&["hours", "hrs"])? };
    (number < 2400 && number % 100 < 60).then_some((Clock::At(number / 100, Some(number % 100), None), end))
}

/// "14:30", where its hour, a preposition or a zone shows that it is no score: "at 3:45", "15:30", "6:00 GMT"
fn colon(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let ((hour, minute, second), end) = written(cursor).filter(|((_, minute, _), _)| minute.is_some())?;
    if cursor.behind(1).lower() != ":" || hour > 24 {
        return None;
    }
    let behind = zone(end);
    let shown = matches!(cursor.before(), "at" | "by" | "around" | "about" | "before" | "after" | "until" | "till" | "since" | "from");
    (shown || hour >= 13 || behind.at > end.at).then_some((Clock::At(hour, minute, second), behind))
}

fn colon_anywhere(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let c = cursor.skip(&["at"]);
    let ((hour, minute, second), end) = written(c).filter(|((_, minute, _), _)| minute.is_some())?;
    (c.behind(1).lower() == ":").then(|| (Clock::At(hour, minute, second), zone(end)))
}

/// "in the morning", "in the afternoon at 3"
fn in_part(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let (part, end) = cursor.word(&["in"])?.skip(&["the"]).skip(&["early", "late"]).part()?;
    // "in the nights of" is no part of a day
    if end.before().ends_with('s') {
        return None;
    }
    Some(hour_of_part(part, end).unwrap_or((Clock::Part(part), end)))
}

/// "(last night) at 8", in the half of the day that the part lies in
pub(super) fn hour_of_part(part: PartOfDay, cursor: Cursor<'_>) -> Read<'_, Clock> {
    let (Clock::At(hour, minute, second), end) = hour_after_at(cursor)? else { return None };
    Some((in_half_of(part, Clock::At(hour, minute, second)), end))
}

/// An hour in the half of the day that the part lies in.
pub(super) fn in_half_of(part: PartOfDay, clock: Clock) -> Clock {
    match clock {
        Clock::At(hour, minute, second) if part != PartOfDay::Morning && hour < 12 => Clock::At(hour + 12, minute, second),
        _ => clock,
    }
}

/// "morning", "lunchtime" ("at lunchtime today"): a part of the day that needs no other word; "night" and "evening" are as often an event
pub(super) fn part_alone(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let (part, end) = cursor.part().filter(|(_, end)| !end.before().ends_with('s'))?;
    let greeting = cursor.before() == "good" || cursor.peek()?.capital;
    (matches!(part, PartOfDay::Morning | PartOfDay::Afternoon) || part.is_mealtime())
        .then_some((Clock::Part(part), end))
        .filter(|_| !greeting)
}

/// "mid-afternoon", "late afternoon"
fn joined_part(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let c = cursor.word(&["mid", "late", "early"])?.skip_hyphen();
    let (part, end) = c.part()?;
    (!end.before().ends_with('s')).then_some((Clock::Part(part), end))
}

/// "(Friday) night", "(Friday) night at 8"
fn plain_part(cursor: Cursor<'_>) -> Read<'_, Clock> {
    // "tomorrow a.m."
    if let Some((half, end)) = cursor.meridiem() {
        return Some((Clock::Part(if half == Meridiem::Am { PartOfDay::Morning } else { PartOfDay::Afternoon }), end));
    }
    let (part, end) = cursor.skip(&["in"]).skip(&["the"]).skip(&["early", "late", "mid"]).skip_hyphen().part()?;
    let fits = !end.before().ends_with('s') && !part.is_mealtime();
    fits.then(|| hour_of_part(part, end).unwrap_or((Clock::Part(part), end)))
}

/// "(at) 10 (tonight)"
pub(super) fn bare_hour(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let led = matches!(cursor.before(), "at" | "around" | "about" | "until" | "by");
    let ((hour, minute, second), end) = led.then(|| written(cursor))?.filter(|((hour, ..), _)| (1..=12).contains(hour))?;
    Some((Clock::At(hour, minute, second), end))
}

pub(super) fn hour_after_at(cursor: Cursor<'_>) -> Read<'_, Clock> {
    let c = cursor.word(&["at", "around", "about"])?;
    let ((hour, minute, second), end) = written(c)?;
    // "on Friday at 20 sites"
    let closes = end.peek().is_none_or(|p| !p.kind.eq(&TokenKind::Word) && p.kind != TokenKind::Symbol);
    (closes && (1..=24).contains(&hour)).then_some((Clock::At(hour, minute, second), end))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn times_of_day() {
        table(&[
            ("The alarm rang at 6:41 p.m. in Velmouth.", &[("6:41 p.m.", "T18:41")]),
            ("Doors open at 10 a.m. EST today.", &[("10 a.m. EST today", "2025-03-12T10:00")]),
            ("It struck at 14:30, he said.", &[("14:30", "T14:30")]),
            ("He came at five o'clock and left at noon.", &[("five o'clock", "T05"), ("noon", "T12")]),
            (
                "Quarter to five it was, ten minutes to six, with two to four people there.",
                &[("Quarter to five", "T04:45"), ("ten minutes to six", "T05:50")],
            ),
            ("It was ten past nine in the evening.", &[("ten past nine in the evening", "T21:10")]),
            ("He left at 11 at night.", &[("11 at night", "T23")]),
            ("They met at 6 o'clock on Monday evening.", &[("6 o'clock on Monday evening", "2025-03-10T18:00")]),
            ("It burned on the morning of the 5th.", &[("the morning of the 5th", "2025-03-05TMO")]),
        ]);
    }

    #[test]
    fn hours_of_four_digits() {
        table(&[
            ("Troops moved at 0730 hours.", &[("0730 hours", "T07:30")]),
            ("It struck at 1900 GMT, he said.", &[("1900 GMT", "T19:00")]),
            ("Lights went out at 2215 hrs.", &[("2215 hrs", "T22:15")]),
        ]);
    }

    #[test]
    fn parts_of_a_day() {
        table(&[
            ("She prefers one morning class.", &[("morning", "TMO")]),
            ("He naps in the afternoon at 3.", &[("in the afternoon at 3", "T15")]),
            ("Shops are full at lunchtime today.", &[("lunchtime", "TMEL"), ("today", "2025-03-12")]),
            ("The play begins at 8 p.m. tonight.", &[("8 p.m. tonight", "2025-03-12T20:00")]),
            ("They will talk tomorrow night at 8.", &[("tomorrow night at 8", "2025-03-13T20:00")]),
            ("They will talk at 10 tonight.", &[("10 tonight", "2025-03-12T22:00")]),
            ("They spoke at 3 o'clock this afternoon.", &[("3 o'clock this afternoon", "2025-03-12T15:00")]),
            ("It fell at 2 a.m. last night.", &[("2 a.m. last night", "2025-03-11T02:00")]),
            ("Good morning, she said.", &[]),
        ]);
    }

    #[test]
    fn times_of_a_day() {
        table(&[
            ("It burned on Friday morning.", &[("Friday morning", "2025-03-07TMO")]),
            ("It burned last night and again this morning.", &[("last night", "2025-03-11TNI"), ("this morning", "2025-03-12TMO")]),
            ("The talks ended at 9 p.m. on Monday.", &[("9 p.m. on Monday", "2025-03-10T21:00")]),
            ("On Monday a wall fell at 10:35 a.m., killing nobody.", &[("Monday", "2025-03-10"), ("10:35 a.m.", "2025-03-10T10:35")]),
        ]);
    }
}
