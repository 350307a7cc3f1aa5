//! Lengths of time, and what comes back: "three weeks", "a five-year plan", "every Monday", "twice a week".

use super::clock;
use super::cursor::{Cursor, Read, longest};
use super::meaning::{Count, Habit, Length, Meaning};
use super::number;
use super::step;
use crate::lexicon::{TimeUnit, TimeWord};
use crate::text::TokenKind;
use crate::value::{Clock, PartialDate, VagueTime};

/// "three weeks", "a few days", "the last five years", "two and a half hours", "all day"
pub(super) fn duration(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let lead = step::step(cursor).map_or(cursor, |(_, c)| c).skip(&["first", "final", "entire"]);
    let counted = length(lead).filter(|(_, end)| !is_age(*end) && !is_rate(cursor, *end));
    let (length, end) = counted.or_else(|| whole(cursor)).or_else(|| plural(cursor))?;
    Some((Meaning::Duration(length), end.skip(&["period"])))
}

/// A length that goes on: "two years and six months", "three weeks later", "a few days ago"
pub(super) fn continued(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (length, c) = length(cursor)?;
    match length.count {
        Count::Whole(_) => later(length, c).or_else(|| compound(length, c)),
        Count::Vague => {
            c.sense(|s| matches!(s, TimeWord::Ago).then_some(Meaning::Reference(PartialDate::Reference(VagueTime::Past).into())))
        }
        _ => None,
    }
}

/// "(three weeks) later"
fn later<'p>(length: Length, cursor: Cursor<'p>) -> Read<'p, Meaning<'p>> {
    step::granularity(length.unit)?;
    cursor.sense(|s| matches!(s, TimeWord::Later).then_some(Meaning::Later(length)))
}

/// "(two years) and six months", "(2 hours) 20 minutes"
fn compound<'p>(coarse: Length, cursor: Cursor<'p>) -> Read<'p, Meaning<'p>> {
    let (fine, end) = length(cursor.skip(&[","]).skip(&["and"]))?;
    let fits = matches!(fine.count, Count::Whole(_)) && fine.unit < coarse.unit && !is_age(end);
    fits.then_some((Meaning::Compound(coarse, fine), end))
}

/// "in three weeks"
pub(super) fn ahead(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let (length, end) = length(cursor.word(&["in"])?).filter(|(_, end)| !is_age(*end) && end.lower() != "of")?;
    matches!(length.count, Count::Whole(_)).then_some((Meaning::Ahead(length), end))
}

/// A count and its unit.
pub(super) fn length(cursor: Cursor<'_>) -> Read<'_, Length> {
    longest([counted(cursor), article(cursor), half(cursor), vague(cursor)])
}

fn counted(cursor: Cursor<'_>) -> Read<'_, Length> {
    // "the '89 quarter"
    let (count, c) = count(cursor).filter(|_| cursor.before() != "'" || !cursor.is_glued())?;
    // "the 5 past years", "10 business days"
    let c = step::step(c).map_or(c, |(_, c)| c).skip(&["full", "more", "straight", "consecutive", "calendar", "business", "whole"]);
    let (unit, end) = c.skip_hyphen().unit()?;
    // "the 1988 quarter"
    if cursor.behind(1).at == c.at && !c.is_hyphen() && number::year_digits(cursor).is_some() && !end.before().ends_with('s') {
        return None;
    }
    // "three-quarters" of something
    if unit == TimeUnit::Quarter && c.is_hyphen() && end.before().ends_with('s') {
        return None;
    }
    Some(with_half(Length { count, unit }, end))
}

/// "3", "twenty", "2.5", "5 1/2", "1,000", "two and a half"
fn count(cursor: Cursor<'_>) -> Read<'_, Count> {
    if let Some((number, c)) = number::cardinal(cursor) {
        // "two-and-a-half"
        let joined = c.skip_hyphen();
        let and = joined.word(&["and"]).map_or(c, |c| c.skip_hyphen().skip(&["a"]).skip_hyphen());
        let half = and.word(&["half"]).or_else(|| written_half(c));
        return Some(half.map_or((Count::Whole(number), c), |end| (and_a_half(number), end)));
    }
    let piece = cursor.peek().filter(|p| p.kind == TokenKind::Number)?;
    let plain = piece.lower.replace(',', "");
    let count = plain.parse().map(Count::Whole).or_else(|_| plain.parse().map(Count::Decimal)).ok()?;
    Some((count, cursor.behind(1)))
}

fn and_a_half(number: u32) -> Count {
    Count::Halves(number.saturating_mul(2).saturating_add(1))
}

/// "1/2"
fn written_half(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.word(&["1"])?.word(&["/"])?.word(&["2"]).or_else(|| cursor.word(&["\u{bd}"]))
}

/// "a minute and a half"
fn with_half(length: Length, end: Cursor<'_>) -> (Length, Cursor<'_>) {
    let half = end.word(&["and"]).and_then(|c| c.word(&["a"])).and_then(|c| c.word(&["half"]));
    match (half, length.count) {
        (Some(end), Count::Whole(n)) => (Length { count: and_a_half(n), ..length }, end),
        _ => (length, end),
    }
}

/// "a week", "an hour", "another year"
fn article(cursor: Cursor<'_>) -> Read<'_, Length> {
    let (unit, end) = cursor.word(&["a", "an", "another"])?.unit()?;
    // "a second chance"
    let fits = unit != TimeUnit::Second && unit != TimeUnit::Quarter && !end.before().ends_with('s');
    fits.then(|| with_half(Length { count: Count::Whole(1), unit }, end))
}

/// "half an hour", "half-year"
fn half(cursor: Cursor<'_>) -> Read<'_, Length> {
    let (unit, end) = cursor.word(&["half"])?.skip(&["a", "an", "-"]).unit()?;
    Some((Length { count: Count::Halves(1), unit }, end))
}

/// "a few days", "several years", "some weeks"
fn vague(cursor: Cursor<'_>) -> Read<'_, Length> {
    let c = cursor.skip(&["a"]);
    if let Some((unit, end)) = cursor.word(&["recent"]).and_then(Cursor::unit).filter(|(_, end)| end.before().ends_with('s')) {
        return Some((Length { count: Count::Vague, unit }, end));
    }
    let ((), c) = c.sense(|s| matches!(s, TimeWord::Vague).then_some(()))?;
    let (unit, end) = c.skip(&["of", "more", "-"]).unit()?;
    end.before().ends_with('s').then_some((Length { count: Count::Vague, unit }, end))
}

/// "all day", "the whole week", "the year (ended March 31)"
fn whole(cursor: Cursor<'_>) -> Read<'_, Length> {
    let (unit, end) = cursor.skip(&["fiscal"]).unit().filter(|(_, end)| !end.before().ends_with('s'))?;
    let bounded = cursor.before() == "the" && matches!(end.lower(), "ended" | "ending" | "through") && unit == TimeUnit::Year;
    if !bounded && !matches!(cursor.before(), "all" | "whole") {
        return None;
    }
    Some((Length { count: Count::Whole(1), unit }, end))
}

/// "for weeks", "decades-long", "years of war": a length without a count
fn plural(cursor: Cursor<'_>) -> Read<'_, Length> {
    let (unit, end) =
        cursor.unit().filter(|(unit, end)| end.before().ends_with('s') && !matches!(unit, TimeUnit::Second | TimeUnit::Quarter))?;
    // "in the early hours of Sunday"
    if matches!(cursor.before(), "early" | "small" | "wee" | "late") {
        return None;
    }
    let long = end.word(&["-"]).and_then(|c| c.word(&["long"]));
    let fits = matches!(cursor.before(), "for" | "in" | "over" | "within" | "after" | "or" | "last" | "takes" | "took" | "take" | "of")
        || matches!(end.lower(), "of" | "or" | "after");
    (long.is_some() || fits).then(|| (Length { count: Count::Vague, unit }, long.unwrap_or(end)))
}

/// "a 44-year-old", "six years old"
fn is_age(end: Cursor<'_>) -> bool {
    matches!(end.skip_hyphen().lower(), "old" | "olds")
}

/// "$5 a day", "three times a week"
fn is_rate(cursor: Cursor<'_>, end: Cursor<'_>) -> bool {
    let amount = cursor.previous().is_some_and(|p| p.kind == TokenKind::Number || matches!(p.lower, "%" | "times" | "once" | "twice"));
    matches!(cursor.lower(), "a" | "an") && amount && end.at == cursor.at + 2
}

/// "every Monday at 4 p.m.", "each week", "every other Friday", "Tuesdays", "daily", "once a week"
pub(super) fn set(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    let habit = longest([every(cursor), habit_weekday(cursor), frequency(cursor), times_a_unit(cursor), day_of_months(cursor)]);
    habit.map(|(habit, end)| (Meaning::Set(habit), end))
}

fn every(cursor: Cursor<'_>) -> Read<'_, Habit<'_>> {
    let ((), c) = cursor.sense(|s| matches!(s, TimeWord::Every).then_some(()))?;
    let other = c.word(&["other"]);
    let c = other.unwrap_or(c.skip(&["single"]));
    if let Some((weekday, end)) = c.weekday() {
        return Some(at_clock(weekday, end));
    }
    if let Some((part, end)) = c.part() {
        return Some(clock_behind(end).unwrap_or((Habit::Clock(Clock::Part(part)), end)));
    }
    if let Some((length, end)) = vague(c) {
        return Some((Habit::Period(length), end));
    }
    let once = if other.is_some() { 2 } else { 1 };
    let (count, c) = number::cardinal(c).unwrap_or((once, c));
    let (unit, end) = c.unit()?;
    let timed = clock_behind(end).filter(|_| unit == TimeUnit::Day && count == 1);
    timed.or(Some((Habit::Period(Length { count: Count::Whole(count), unit }), end)))
}

/// "(every day) at 7:13 p.m."
fn clock_behind(cursor: Cursor<'_>) -> Read<'_, Habit<'_>> {
    clock::clock(cursor.word(&["at"])?).map(|(clock, end)| (Habit::Clock(clock), end))
}

/// "the 19th of every month"
fn day_of_months(cursor: Cursor<'_>) -> Read<'_, Habit<'_>> {
    let (day, c) = number::ordinal(cursor).filter(|(day, _)| (1..=31).contains(day))?;
    let ((), c) = c.word(&["of"])?.sense(|s| matches!(s, TimeWord::Every).then_some(()))?;
    c.word(&["month"]).map(|end| (Habit::DayOfMonth(day), end))
}

fn habit_weekday(cursor: Cursor<'_>) -> Read<'_, Habit<'_>> {
    let (weekday, end) = cursor.sense(|s| if let TimeWord::Weekdays(w) = s { Some(*w) } else { None })?;
    Some(at_clock(weekday, end))
}

fn at_clock(weekday: jiff::civil::Weekday, end: Cursor<'_>) -> (Habit<'_>, Cursor<'_>) {
    match clock::clock(end.skip(&["at"])) {
        Some((clock, end)) => (Habit::Weekday(weekday, Some(clock)), end),
        None => (Habit::Weekday(weekday, None), end),
    }
}

fn frequency(cursor: Cursor<'_>) -> Read<'_, Habit<'_>> {
    // with a capital inside a sentence it belongs to a name: "the Daily Lantern"
    if cursor.at > 0 && cursor.peek()?.capital {
        return None;
    }
    cursor.sense(|s| if let TimeWord::Frequency(often) = s { Some(Habit::Frequency(often)) } else { None })
}

/// "once a week", "three times a year"
fn times_a_unit(cursor: Cursor<'_>) -> Read<'_, Habit<'_>> {
    if !matches!(cursor.before(), "once" | "twice" | "times") {
        return None;
    }
    let (unit, end) = cursor.word(&["a", "an", "per"])?.unit()?;
    Some((Habit::Period(Length { count: Count::Whole(1), unit }), end))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn lengths() {
        table(&[
            ("It lasted three weeks, she two hours.", &[("three weeks", "P3W"), ("two hours", "PT2H")]),
            ("A five-year plan and a 30-day truce followed.", &[("five-year", "P5Y"), ("30-day", "P30D")]),
            ("For decades they waited, then several years more.", &[("decades", "PXY"), ("several years", "PXY")]),
            ("It took two and a half years.", &[("two and a half years", "P2Y6M")]),
            ("It was a two-and-a-half-year wait.", &[("two-and-a-half-year", "P2Y6M")]),
            ("Over the past 20 years and the last two quarters it grew.", &[("past 20 years", "P20Y"), ("last two quarters", "P6M")]),
            ("Half an hour later all was over.", &[("Half an hour", "PT30M")]),
            ("It went on for another week, then a hundred days more.", &[("another week", "P1W"), ("a hundred days", "P100D")]),
        ]);
    }

    #[test]
    fn lengths_of_two_units() {
        table(&[
            ("He got two years and six months in prison.", &[("two years and six months", "P2Y6M")]),
            ("The run took 2 hours 20 minutes.", &[("2 hours 20 minutes", "PT2H20M")]),
            ("They sailed for one day and five hours.", &[("one day and five hours", "P1DT5H")]),
            ("It rained for two hours and ten days it snowed.", &[("two hours", "PT2H"), ("ten days", "P10D")]),
        ]);
    }

    #[test]
    fn vaguely_ago() {
        table(&[
            ("It was shut a few days ago.", &[("a few days ago", "PAST_REF")]),
            ("Several years ago it burned.", &[("Several years ago", "PAST_REF")]),
            ("She left some weeks ago.", &[("some weeks ago", "PAST_REF")]),
        ]);
    }

    #[test]
    fn what_comes_back_now_and_then() {
        table(&[
            ("They meet every other week.", &[("every other week", "P2W")]),
            ("It floods every few years.", &[("every few years", "PXY")]),
            ("He calls every single day.", &[("every single day", "P1D")]),
        ]);
    }

    #[test]
    fn habits() {
        table(&[
            ("They meet every Monday and each month.", &[("every Monday", "XXXX-WXX-1"), ("each month", "P1M")]),
            ("The ferry runs daily, the bus on Sundays at 9 a.m.", &[("daily", "P1D"), ("Sundays at 9 a.m.", "XXXX-WXX-7T09")]),
            ("Twice a week it is cleaned.", &[("a week", "P1W")]),
            ("Every two weeks it floods.", &[("Every two weeks", "P2W")]),
            ("The bell rings every day at 7:13 p.m.", &[("every day at 7:13 p.m.", "T19:13")]),
            ("They pray every evening at 6 p.m.", &[("every evening at 6 p.m.", "T18")]),
            ("Rent is due on the 3rd of every month.", &[("3rd of every month", "XXXX-XX-03")]),
        ]);
    }
}
