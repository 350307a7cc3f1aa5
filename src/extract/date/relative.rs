//! Times counted from another time: "last week", "yesterday", "three days ago", "the first Monday of next month".

use super::calendar;
use super::cursor::{Cursor, Read, longest};
use super::duration;
use super::meaning::{Anchor, CalendarDay, Count, Length, Member, Step, When, Within, Year};
use super::number;
use super::step::{granularity, in_time, offset, step};
use super::{quarter, told, year};
use crate::lexicon::{TimeUnit, TimeWord};
use crate::value::Granularity;

/// A date counted from another one.
pub(super) fn date(cursor: Cursor<'_>) -> Read<'_, When> {
    longest([
        day_word(cursor),
        stepped_unit(cursor),
        stepped_name(cursor),
        weekday_of_week(cursor),
        unit_alone(cursor),
        told::spoken_of(cursor),
        told::day_before(cursor),
        told::last_alone(cursor),
        ago(cursor),
        ahead(cursor),
        from_date(cursor),
        nth(cursor),
        stretch_of(cursor),
        feast_stretch(cursor),
        numbered_week(cursor),
        two_steps(cursor),
        weekdays_ago(cursor),
        told::then(cursor),
        quarter::reported(cursor),
    ])
}

/// "yesterday", "the day after tomorrow"
fn day_word(cursor: Cursor<'_>) -> Read<'_, When> {
    let (by, end) = day_after(cursor).or_else(|| named_day(cursor))?;
    Some((When::Step { granularity: Granularity::Day, by, anchor: Anchor::Now }, end))
}

fn named_day(cursor: Cursor<'_>) -> Read<'_, i64> {
    cursor.sense(|s| if let TimeWord::Day(d) = s { Some(i64::from(*d)) } else { None })
}

fn day_after(cursor: Cursor<'_>) -> Read<'_, i64> {
    let c = cursor.word(&["day"])?;
    let (by, c) = c.word(&["before"]).map(|c| (-1, c)).or_else(|| c.word(&["after"]).map(|c| (1, c)))?;
    named_day(c).filter(|(day, _)| *day == by).map(|(day, end)| (day + by, end))
}

/// "last week", "this fiscal year", "the current quarter"
fn stepped_unit(cursor: Cursor<'_>) -> Read<'_, When> {
    let (step, c) = step(cursor)?;
    let (unit, end) = c.skip(&["fiscal", "calendar", "business", "school", "academic"]).unit()?;
    let granularity = granularity(unit)?;
    // "last days", "next years" name no one stretch
    let plural = end.before().ends_with('s');
    // in a story "the next day" and "the following month" count from what was told last, "next month" from now
    let told = cursor.before() == "the"
        && (granularity == Granularity::Day || matches!(cursor.lower(), "following" | "previous" | "prior" | "preceding"));
    let anchor = if told { Anchor::Last } else { Anchor::Now };
    let by = i64::from(step.by());
    (!plural).then_some((When::Step { granularity, by, anchor }, end))
}

/// "last Monday", "next March"
fn stepped_name(cursor: Cursor<'_>) -> Read<'_, When> {
    let (step, c) = step(cursor)?;
    if let Some((weekday, end)) = c.weekday() {
        return Some((When::Weekday(weekday, step), end));
    }
    let (month, end) = c.month()?;
    // "this Feb. 14" is a day of the calendar
    match calendar::calendar_day(c) {
        Some((day, end)) if day.day.is_some() => Some((When::Calendar(day), end)),
        _ => Some((When::Month(month, step.by()), end)),
    }
}

/// "next week Monday", "Monday of next week"
fn weekday_of_week(cursor: Cursor<'_>) -> Read<'_, When> {
    if let Some((by, c)) = week_step(cursor) {
        let (weekday, end) = c.skip(&["'s", "on", "-"]).weekday()?;
        return Some((When::WeekdayOfWeek(weekday, by), end));
    }
    let (weekday, c) = cursor.weekday()?;
    let (by, end) = week_step(c.skip(&["of"]))?;
    Some((When::WeekdayOfWeek(weekday, by), end))
}

fn week_step(cursor: Cursor<'_>) -> Read<'_, i8> {
    let (step, c) = step(cursor)?;
    c.word(&["week"]).map(|end| (step.by(), end))
}

/// "the week after next", "the year before last"
fn two_steps(cursor: Cursor<'_>) -> Read<'_, When> {
    let (unit, c) = cursor.unit().filter(|(_, c)| cursor.before() == "the" && !c.before().ends_with('s'))?;
    let (by, end) = match c.lower() {
        "after" => (2, c.behind(1).word(&["next"])?),
        "before" => (-2, c.behind(1).word(&["last"])?),
        _ => return None,
    };
    // "the week before last Friday"
    let alone = end.unit().is_none() && end.weekday().is_none() && end.month().is_none();
    alone.then_some((When::Step { granularity: granularity(unit)?, by, anchor: Anchor::Now }, end))
}

/// "two Sundays ago", "three Fridays from now"
fn weekdays_ago(cursor: Cursor<'_>) -> Read<'_, When> {
    let (count, c) = number::cardinal(cursor).filter(|(count, _)| (1..=100).contains(count))?;
    let (weekday, c) = c.sense(|s| if let TimeWord::Weekdays(w) = s { Some(*w) } else { None })?;
    let count = i8::try_from(count).ok()?;
    let ahead = || c.word(&["from"]).and_then(|c| c.word(&["now", "today"])).map(|end| (count, end));
    let (by, end) = c.sense(|s| matches!(s, TimeWord::Ago).then_some(-count)).or_else(ahead)?;
    Some((When::Weekday(weekday, Step::Near(by)), end))
}

/// "the weekend", "the year", "the quarter", where nothing more is said
fn unit_alone(cursor: Cursor<'_>) -> Read<'_, When> {
    let c = cursor.skip(&["fiscal", "calendar"]);
    if let Some(end) = c.word(&["year"]).and_then(|c| c.word(&["'s"])).and_then(|c| c.word(&["end"])) {
        return Some((When::Step { granularity: Granularity::Year, by: 0, anchor: Anchor::Now }, end));
    }
    let year_end = c.lower() == "year" && c.behind(1).is_hyphen();
    if cursor.before() != "the" && !(year_end && c.at == cursor.at) {
        return None;
    }
    // "later in the day", "earlier in the month", "the end of the month"
    let edge_of =
        cursor.back(3).is_some_and(|c| matches!(c.lower(), "end" | "beginning" | "start" | "middle") && c.behind(1).lower() == "of");
    let part_of_it = edge_of
        || cursor.back(3).is_some_and(|c| matches!(c.lower(), "earlier" | "later" | "early" | "late") && c.behind(1).lower() == "in");
    if let Some((unit, end)) = c.unit().filter(|(_, end)| part_of_it && !end.before().ends_with('s')) {
        let anchor = if unit == TimeUnit::Day { Anchor::Last } else { Anchor::Now };
        return Some((When::Step { granularity: granularity(unit)?, by: 0, anchor }, end));
    }
    match c.lower() {
        "weekend" => Some((When::Weekend, c.behind(1))),
        "quarter" => {
            let end = c.behind(1);
            let dated = end.word(&["ended", "ending"]).and_then(calendar::calendar_day).map(|(day, _)| day);
            let told = When::Step { granularity: Granularity::Quarter, by: 0, anchor: Anchor::Last };
            let ended = |day| When::StretchOf(Granularity::Quarter, Anchor::Date(day));
            Some((dated.filter(|d| d.month.is_some()).map_or(told, ended), end))
        }
        "year" if c.behind(1).is_hyphen() && c.behind(2).lower() == "end" => Some((When::YearEnd, c.behind(3))),
        "year" if !matches!(c.behind(1).lower(), "ended" | "ending" | "through" | "before" | "after" | "-") => {
            Some((When::Step { granularity: Granularity::Year, by: 0, anchor: Anchor::Now }, c.behind(1)))
        }
        _ => None,
    }
}

/// "three days ago", "a year earlier", "year-ago"
fn ago(cursor: Cursor<'_>) -> Read<'_, When> {
    let (length, c) = duration::length(cursor).or_else(|| {
        let (unit, c) = cursor.unit().filter(|(_, c)| c.is_hyphen())?;
        Some((Length { count: Count::Whole(1), unit }, c))
    })?;
    let c = c.skip_hyphen();
    let c = c.word(&["or"]).and_then(|c| c.word(&["so", "more"])).unwrap_or(c);
    let (anchor, end) = c.sense(|s| match s {
        TimeWord::Ago => Some(Anchor::Now),
        TimeWord::Earlier => Some(Anchor::Last),
        _ => None,
    })?;
    // "a week ago Friday", "forty years ago today"
    if let Some((anchor, end)) = self::anchor(end).filter(|_| anchor == Anchor::Now && length.unit > TimeUnit::Day) {
        return offset(length, -1, anchor).map(|when| (when, end));
    }
    let end = end.word(&["period", "quarter"]).unwrap_or(end);
    offset(length, -1, anchor).map(|when| (when, end))
}

/// "three days from now", "in two weeks' time", "(will end) in three weeks"
fn ahead(cursor: Cursor<'_>) -> Read<'_, When> {
    let (length, c) = duration::length(cursor.skip(&["in"]))?;
    let now = c.word(&["from"]).and_then(|c| c.word(&["now", "today"])).or_else(|| c.word(&["hence"]));
    let time = c.word(&["'"]).unwrap_or(c.skip(&["'s", "\u{2019}s"])).word(&["time"]).filter(|_| cursor.lower() == "in");
    in_time(length).zip(now.or(time))
}

/// "two weeks after Feb. 14", "the day before Christmas"
fn from_date(cursor: Cursor<'_>) -> Read<'_, When> {
    let (length, c) = duration::length(cursor).or_else(|| {
        let (unit, c) = cursor.unit().filter(|(_, c)| !c.before().ends_with('s'))?;
        Some((Length { count: Count::Whole(1), unit }, c))
    })?;
    let (sign, c) = match c.lower() {
        "before" => (-1, c.behind(1)),
        "after" | "from" => (1, c.behind(1)),
        _ => return None,
    };
    let (anchor, end) = anchor(c)?;
    offset(length, sign, anchor).map(|when| (when, end))
}

/// The day behind "two weeks after".
fn anchor(cursor: Cursor<'_>) -> Read<'_, Anchor> {
    if let Some((day, end)) = calendar::calendar_day(cursor).filter(|(d, _)| d.day.is_some() || d.weekday.is_some()) {
        return Some((Anchor::Date(day), end));
    }
    if let Some((by, end)) = named_day(cursor) {
        return Some((Anchor::Day(by), end));
    }
    if let Some((When::Weekday(weekday, step), end)) = stepped_name(cursor) {
        return Some((Anchor::Weekday(weekday, step), end));
    }
    let (count, feast) = cursor.words.feasts.longest(cursor.lowers())?;
    Some((Anchor::Feast(*feast, Year::Unstated), cursor.behind(count)))
}

/// "the first week of July", "the last Monday of 2020", "the third month of 2021"
fn nth(cursor: Cursor<'_>) -> Read<'_, When> {
    let (number, c) = match number::ordinal(cursor) {
        Some((number, c)) => (i8::try_from(number).ok()?, c),
        None => (0, cursor.word(&["last", "final"])?),
    };
    // "the 15th of next month"
    if let Some((of, end)) = c.word(&["of"]).and_then(stepped_month).filter(|_| (1..=31).contains(&number)) {
        return Some((When::Nth { number, of, what: Member::Unit(Granularity::Day) }, end));
    }
    let (what, c) = match c.weekday() {
        Some((weekday, c)) => (Member::Weekday(weekday), c),
        None => {
            let (unit, c) = c.unit().filter(|(_, c)| !c.before().ends_with('s'))?;
            (Member::Unit(granularity(unit)?), c)
        }
    };
    let c = c.word(&["of", "in"])?;
    let (of, end) = container(c.skip(&["the"]))?;
    Some((When::Nth { number, of, what }, end))
}

/// "next month", as what a day is counted in
pub(super) fn stepped_month(cursor: Cursor<'_>) -> Read<'_, Within> {
    match stepped_unit(cursor)? {
        (When::Step { granularity: Granularity::Month, by, anchor }, end) => Some((Within::Step(Granularity::Month, by, anchor), end)),
        _ => None,
    }
}

/// The stretch that [`nth`] counts in: "2020", "next month", "July", "the year".
fn container(cursor: Cursor<'_>) -> Read<'_, Within> {
    if let Some((year, end)) = number::year_digits(cursor) {
        return Some((Within::Calendar(CalendarDay { year: Year::Written(year), ..CalendarDay::NONE }), end));
    }
    let step = stepped_unit(cursor).or_else(|| {
        let (unit, end) = cursor.unit().filter(|(_, end)| cursor.before() == "the" && !end.before().ends_with('s'))?;
        Some((When::Step { granularity: granularity(unit)?, by: 0, anchor: Anchor::Now }, end))
    });
    if let Some((When::Step { granularity: granularity @ (Granularity::Month | Granularity::Year), by, anchor }, end)) = step {
        return Some((Within::Step(granularity, by, anchor), end));
    }
    let (day, end) = calendar::calendar_day(cursor).filter(|(d, _)| d.day.is_none() && d.weekday.is_none() && d.month.is_some())?;
    Some((Within::Calendar(day), end))
}

/// "the week of March 6", "the week ended Sept. 30", "the weekend of the 18th"
fn stretch_of(cursor: Cursor<'_>) -> Read<'_, When> {
    let (granularity, c) = week_or_weekend(cursor)?;
    let c = c.word(&["of", "ending", "ended", "starting", "beginning", "commencing"])?;
    let (anchor, end) = anchor(c.skip(&["on"]).skip(&["the"]))?;
    let fits = matches!(anchor, Anchor::Feast(..)) || matches!(anchor, Anchor::Date(day) if day.day.is_some());
    fits.then_some((When::StretchOf(granularity, anchor), end))
}

fn week_or_weekend(cursor: Cursor<'_>) -> Read<'_, Granularity> {
    let (unit, end) = cursor.unit().filter(|(unit, c)| matches!(unit, TimeUnit::Week | TimeUnit::Weekend) && !c.before().ends_with('s'))?;
    Some((granularity(unit)?, end))
}

/// "Easter week", "Labor Day weekend", "Halloween weekend 2021"
fn feast_stretch(cursor: Cursor<'_>) -> Read<'_, When> {
    let (count, feast) = cursor.words.feasts.longest(cursor.lowers())?;
    let (granularity, c) = week_or_weekend(cursor.behind(count))?;
    let (year, end) = year::behind(c).unwrap_or((Year::Unstated, c));
    Some((When::StretchOf(granularity, Anchor::Feast(*feast, year)), end))
}

/// "week 31", "week 3 of 2027", "week 27 of last year"; what is of no year is of something else: "week 3 of the trial"
fn numbered_week(cursor: Cursor<'_>) -> Read<'_, When> {
    let (_, c) = cursor.unit().filter(|(unit, c)| *unit == TimeUnit::Week && c.before() == "week")?;
    let ((number, _), end) = c.digits().filter(|((n, _), _)| (1..=53).contains(n))?;
    let year = year::behind(end);
    if year.is_none() && matches!(end.lower(), "of" | "'s" | "-" | "%") {
        return None;
    }
    let (year, end) = year.unwrap_or((Year::Unstated, end));
    Some((When::NumberedWeek(i8::try_from(number).ok()?, year), end))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn steps_from_the_dateline() {
        table(&[
            ("Yesterday it was shut; today it is open.", &[("Yesterday", "2025-03-11"), ("today", "2025-03-12")]),
            (
                "It was shut last week, last month and last year.",
                &[("last week", "2025-W10"), ("last month", "2025-02"), ("last year", "2024")],
            ),
            ("Earlier this month they met.", &[("Earlier this month", "2025-03")]),
            ("The vote is next Tuesday, not this Friday.", &[("next Tuesday", "2025-03-18"), ("this Friday", "2025-03-14")]),
            ("He left last Friday, she this past Sunday.", &[("last Friday", "2025-03-07"), ("this past Sunday", "2025-03-09")]),
            ("It began last October and ends next March.", &[("last October", "2024-10"), ("next March", "2026-03")]),
            ("They quarrelled over the weekend.", &[("weekend", "2025-W10-WE")]),
        ]);
    }

    #[test]
    fn counts_back_and_on() {
        table(&[
            ("Three days ago it rained.", &[("Three days ago", "2025-03-09")]),
            ("It was built five years ago.", &[("five years ago", "2020")]),
            ("The tunnel will open in two weeks.", &[("in two weeks", "2025-03-26")]),
            ("It was built in two weeks.", &[("in two weeks", "P2W")]),
            ("They meet two days before Christmas.", &[("two days before Christmas", "2025-12-23")]),
            ("In the third quarter it earned more than a year earlier.", &[("third quarter", "2024-Q3"), ("a year earlier", "2023-Q3")]),
        ]);
    }

    #[test]
    fn counted_back_from_a_day() {
        table(&[
            ("She fell ill a week ago Friday.", &[("a week ago Friday", "2025-02-28")]),
            ("A hundred years ago it was a village.", &[("A hundred years ago", "1925")]),
            ("Forty years ago today the mill opened.", &[("Forty years ago today", "1985-03-12")]),
            ("It began two months ago Monday.", &[("two months ago Monday", "2025-01-10")]),
            ("Three days ago, Sunday, it began.", &[("Three days ago", "2025-03-09"), ("Sunday", "2025-03-09")]),
        ]);
    }

    #[test]
    fn numbered_weeks() {
        table(&[
            ("The plant shuts in week 31.", &[("week 31", "2025-W31")]),
            ("Sales of week 3 of 2027 are planned.", &[("week 3 of 2027", "2027-W03")]),
            ("It was week 27 of last year.", &[("week 27 of last year", "2024-W27")]),
            ("In week 3 of the trial he spoke.", &[]),
        ]);
    }

    #[test]
    fn weeks_and_weekends_of_a_day() {
        table(&[
            ("It snowed in the week of the 18th.", &[("week of the 18th", "2025-W08")]),
            ("He died on the weekend of March 1.", &[("weekend of March 1", "2025-W09-WE")]),
            ("Roads fill on Labor Day weekend 2024.", &[("Labor Day weekend 2024", "2024-W35-WE")]),
            ("Schools close for Easter week.", &[("Easter week", "2025-W16")]),
        ]);
    }

    #[test]
    fn months_back_and_on() {
        table(&[
            ("It sank last November.", &[("last November", "2024-11")]),
            ("It sank last February.", &[("last February", "2024-02")]),
            ("It will sail next June.", &[("next June", "2025-06")]),
            ("It will sail next April.", &[("next April", "2026-04")]),
        ]);
    }

    #[test]
    fn two_steps_at_once() {
        table(&[
            ("It opens the week after next.", &[("week after next", "2025-W13")]),
            ("It closed the month before last.", &[("month before last", "2025-01")]),
            ("Rain fell the year before last.", &[("year before last", "2023")]),
            (
                "They met two Sundays ago and meet three Fridays from now.",
                &[("two Sundays ago", "2025-03-02"), ("three Fridays from now", "2025-03-28")],
            ),
        ]);
    }

    #[test]
    fn the_stretch_at_hand() {
        table(&[
            ("It must be ready by the end of the month.", &[("end of the month", "2025-03")]),
            ("It rained on Monday; later in the day it cleared.", &[("Monday", "2025-03-10"), ("later in the day", "2025-03-10")]),
            ("Rules will be in place by year's end.", &[("year's end", "2025")]),
            ("He left at the start of the week.", &[("start of the week", "2025-W11")]),
        ]);
    }

    #[test]
    fn days_of_a_month_at_hand() {
        table(&[
            ("Rent is due on the 15th of next month.", &[("15th of next month", "2025-04-15")]),
            ("It was due two months after last Friday.", &[("two months after last Friday", "2025-05-07")]),
            ("On the last Friday of next month they vote.", &[("last Friday of next month", "2025-04-25")]),
        ]);
    }

    #[test]
    fn within_a_stretch() {
        table(&[
            ("It was the first Monday of May 2024.", &[("first Monday of May 2024", "2024-05-06")]),
            ("On the last Friday of 2023 they met.", &[("last Friday of 2023", "2023-12-29")]),
            ("Strikes hit in the week of Jan. 6, he said.", &[("week of Jan. 6", "2025-W02")]),
            ("It fell in the first week of 2021.", &[("first week of 2021", "2021-W01")]),
            ("It rained in the last week of March 2024.", &[("last week of March 2024", "2024-W13")]),
            ("It rained in the last week of July 2017.", &[("last week of July 2017", "2017-W30")]),
        ]);
    }
}
