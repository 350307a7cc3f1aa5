//! From what an expression says to the calendar: counted from the dateline, by the tense of its clause.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use super::context::TimeContext;
use super::meaning::{Anchor, CalendarDay, Member, Moment, Reported, Step, When, Within, Year};
use super::open;
use super::step;
use super::tense::Tense;
use crate::lexicon::TimeUnit;
use crate::value::{Clock, Granularity, PartOfYear, PartialDate, Season, Time, TimePoint, Timex};

/// What a moment comes to, and its place in the calendar where that is known.
pub(super) fn moment(moment: Moment, context: TimeContext<'_>) -> (TimePoint, Option<Time>) {
    let told = context.last.filter(|t| context.same_sentence && t.granularity == Granularity::Day);
    let time = match (moment.when, moment.clock) {
        // "a bomb went off on Friday; at 10:35 a.m. ..."
        (When::Unstated, Some(Clock::At(..))) => told.cloned(),
        (stated, _) => when(stated, context),
    };
    let point = match &time {
        Some(time) => TimePoint::from(time).at(moment.clock.map(to_the_minute)),
        None => TimePoint { date: open::date(moment.when, context), clock: moment.clock },
    };
    (point, time)
}

/// An hour beside a known day is written in full, as TimeBank does: `T06:00`.
fn to_the_minute(clock: Clock) -> Clock {
    match clock {
        Clock::At(hour, None, second) => Clock::At(hour, Some(0), second),
        full => full,
    }
}

/// The value of a range, from the beginning of one end to the beginning of the other; both ends have clock times, or neither has.
pub(super) fn range(from: Moment, to: Moment, context: TimeContext<'_>) -> (Timex, Option<Time>) {
    // what runs up to now began in the past
    let begun = from.when != to.when && matches!(to.when, When::Step { granularity: Granularity::Day, by: ..=0, anchor: Anchor::Now });
    let (from_point, from_time) = self::moment(from, if begun { TimeContext { tense: Tense::Past, ..context } } else { context });
    let (to_point, to_time) = self::moment(to, from_time.as_ref().map_or(context, |time| behind(time, to.when, context)));
    // one day holds both ends of "from 2 to 4 p.m. next Monday"
    let to_time = if from.when == to.when { from_time.clone() } else { to_time };
    let clocks = (from.clock.map(to_the_second), to.clock.map(to_the_second));
    match (from_time, to_time) {
        (Some(a), Some(b)) => {
            let on = |day: Date, clock| TimePoint::from(&Time::day(day)).at(clock);
            (Timex::Interval(on(a.first, clocks.0), on(b.first, clocks.1)), Some(Time { first: a.first, ..b }))
        }
        _ if matches!((from.when, to.when), (When::Unstated, When::Unstated)) => {
            (Timex::Interval(TimePoint { date: None, clock: clocks.0 }, TimePoint { date: None, clock: clocks.1 }), None)
        }
        _ => (Timex::Interval(from_point, to_point), None),
    }
}

/// `T06:41:00`, as ISO 8601 writes the ends of an interval.
fn to_the_second(clock: Clock) -> Clock {
    match clock {
        Clock::At(hour, minute, second) => Clock::At(hour, Some(minute.unwrap_or(0)), Some(second.unwrap_or(0))),
        part => part,
    }
}

/// Where the later end of a range is looked for: behind the earlier one, as in "November-March", but "next Friday" counts from now.
fn behind<'c>(from: &Time, to: When, context: TimeContext<'c>) -> TimeContext<'c> {
    match to {
        When::Calendar(_) | When::PartOfYear { .. } | When::Season { .. } | When::Feast { .. } => {
            TimeContext { dateline: Some(from.first), tense: Tense::Future, ..context }
        }
        _ => context,
    }
}

/// The stretch of the calendar; `None` where too little is known.
fn when(when: When, context: TimeContext<'_>) -> Option<Time> {
    match when {
        When::Unstated => None,
        When::Calendar(day) => calendar(day, context),
        When::Era(year, granularity) => Time::containing(Date::new(year, 1, 1).ok()?, granularity),
        When::PartOfYear { granularity, number, year } => part_of_year(granularity, number, year, context),
        When::Season { season, year, step } => self::season(season, year, step, context),
        When::Step { granularity, by, anchor } => Time::containing(anchor_day(anchor, context)?, granularity)?.shifted(by),
        When::Weekday(weekday, step) => stepped_weekday(weekday, step, context.dateline?),
        When::WeekdayOfWeek(weekday, by) => weekday_of_week(weekday, i64::from(by), context.dateline?),
        When::Month(month, by) => stepped_month(month, by, context.dateline?),
        When::Feast { feast, year, step } => {
            let chosen = stated_year(year, context).or_else(|| fitting_year(step, context, |year| Some(Time::day(feast.day(year)?))))?;
            Some(Time::day(feast.day(chosen)?))
        }
        When::Weekend => weekend(context),
        When::Told => context.last.cloned(),
        When::Reported(what, year) => reported(what, year, context),
        When::YearEnd => {
            let at = |year| Date::new(year, 12, 31).ok().map(Time::day);
            at(fitting_year(0, context, at)?)
        }
        When::Offset { count, unit, anchor } => offset(count, unit, anchor, context),
        When::StretchOf(granularity, anchor) => stretch_of(granularity, anchor_day(anchor, context)?),
        When::NumberedWeek(number, year) => {
            let year = stated_year(year, context).or_else(|| Some(context.dateline?.year()))?;
            let monday = ISOWeekDate::new(year, number, Weekday::Monday).ok()?.date();
            Time::containing(monday, Granularity::Week)
        }
        When::Nth { number, of: Within::Calendar(day), what } => nth(number, &calendar(day, context)?, what),
        When::Nth { number, of: Within::Step(granularity, by, anchor), what } => {
            nth(number, &Time::containing(anchor_day(anchor, context)?, granularity)?.shifted(by)?, what)
        }
    }
}

fn anchor_day(anchor: Anchor, context: TimeContext<'_>) -> Option<Date> {
    match anchor {
        Anchor::Now => context.dateline,
        Anchor::Last => context.last.map(|t| t.first).or(context.dateline),
        Anchor::Date(day) => calendar(day, context).map(|t| t.first),
        Anchor::Day(by) => context.dateline?.checked_add(by.days()).ok(),
        Anchor::Feast(feast, year) => when(When::Feast { feast, year, step: 0 }, context).map(|t| t.first),
        Anchor::Weekday(weekday, step) => stepped_weekday(weekday, step, context.dateline?).map(|t| t.first),
    }
}

fn stated_year(year: Year, context: TimeContext<'_>) -> Option<i16> {
    match year {
        Year::Written(year) => Some(year),
        Year::Step(by) => context.dateline?.year().checked_add(i16::from(by)),
        Year::Told => context.last.map(|told| told.first.year()),
        Year::Unstated => None,
    }
}

/// A date that lies against the tense of its clause counts as this many times farther away. Both are evidence: news writes the year
/// of what is nearly a year away, and "expects" and "said" stand near dates of either side.
const AGAINST_TENSE: i32 = 6;

/// The year in which a date without one fits: the nearest, by the tense of its clause.
///
/// `step` is -1 for "last", 1 for "next", which leave the day of the dateline itself out.
fn fitting_year(step: i8, context: TimeContext<'_>, at: impl Fn(i16) -> Option<Time>) -> Option<i16> {
    let now = context.dateline?;
    let cost = |time: &Time| {
        let against = match context.tense {
            Tense::Past => time.first > now,
            Tense::Future => time.last < now,
            Tense::Unknown => false,
        };
        distance(now, time).saturating_mul(if against { AGAINST_TENSE } else { 1 })
    };
    let years = [now.year() - 1, now.year(), now.year() + 1];
    let mut known = years.into_iter().filter_map(|y| Some((y, at(y)?)));
    match step {
        -1 => known.filter(|(_, t)| t.last < now).last(),
        1 => known.find(|(_, t)| t.first > now),
        _ => known.min_by_key(|(_, t)| cost(t)),
    }
    .map(|(year, _)| year)
}

/// Days between a day and a stretch, none where the day lies within.
fn distance(now: Date, time: &Time) -> i32 {
    let days = |from: Date, to: Date| from.until(to).map_or(i32::MAX, |s| s.get_days());
    if now < time.first {
        days(now, time.first)
    } else if time.last < now {
        days(time.last, now)
    } else {
        0
    }
}

fn calendar(day: CalendarDay, context: TimeContext<'_>) -> Option<Time> {
    let year = stated_year(day.year, context);
    match (year, day.month, day.day, day.weekday) {
        (Some(year), None, None, _) => Time::containing(Date::new(year, 1, 1).ok()?, Granularity::Year),
        (Some(year), Some(month), None, _) => Time::containing(Date::new(year, month, 1).ok()?, Granularity::Month),
        (Some(year), Some(month), Some(d), _) => Date::new(year, month, d).ok().map(Time::day),
        (_, Some(month), None, _) => {
            let at = |year| Time::containing(Date::new(year, month, 1).ok()?, Granularity::Month);
            at(fitting_year(0, context, at)?)
        }
        (_, Some(month), Some(d), weekday) => {
            // a weekday beside the day picks the year, where it fits one near by
            let at = |year| Date::new(year, month, d).ok().map(Time::day);
            let near = |t: &Time| context.dateline.is_some_and(|now| distance(now, t) < 200);
            let on_weekday = |year| at(year).filter(|t| weekday.is_some_and(|w| t.first.weekday() == w) && near(t));
            at(fitting_year(0, context, on_weekday).or_else(|| fitting_year(0, context, at))?)
        }
        (_, None, Some(d), weekday) => day_of_month(d, weekday, context),
        (_, None, None, Some(weekday)) => bare_weekday(weekday, context),
        (None, None, None, None) => None,
    }
}

/// "the 14th", "Monday the 14th": the nearest month that has such a day.
fn day_of_month(day: i8, weekday: Option<Weekday>, context: TimeContext<'_>) -> Option<Time> {
    let now = context.dateline?;
    let month = Time::containing(now, Granularity::Month)?;
    let fits = |by: i64| {
        let first = month.shifted(by)?.first;
        let date = Date::new(first.year(), first.month(), day).ok()?;
        weekday.is_none_or(|w| date.weekday() == w).then_some(date)
    };
    let candidates = (-12..=12).filter_map(fits);
    let best = match context.tense {
        Tense::Past => candidates.rev().find(|d| *d <= now),
        Tense::Future => candidates.into_iter().find(|d| *d >= now),
        Tense::Unknown => candidates.min_by_key(|d| distance(now, &Time::day(*d))),
    };
    best.map(Time::day)
}

/// A weekday behind in a clause that looks ahead counts as this many times farther away; of TimeBank's weekdays none lies more than
/// four days ahead.
const AGAINST_WEEKDAY: i64 = 4;

/// The latest such day up to the dateline's, unless the clause speaks of the future.
fn bare_weekday(weekday: Weekday, context: TimeContext<'_>) -> Option<Time> {
    let now = context.dateline?;
    let back = i64::from(weekday.until(now.weekday()));
    let on = i64::from(now.weekday().until(weekday));
    // even beside "will", what was yesterday is not six days away
    let by = if context.tense == Tense::Future && on < AGAINST_WEEKDAY * back.max(1) { on } else { -back };
    Some(Time::day(now.checked_add(by.days()).ok()?))
}

/// "last Friday" is that of the week before, "past Friday" the nearest one behind.
fn stepped_weekday(weekday: Weekday, step: Step, now: Date) -> Option<Time> {
    match step {
        Step::By(by) => weekday_of_week(weekday, i64::from(by), now),
        Step::Near(by) => now.nth_weekday(i32::from(by), weekday).ok().map(Time::day),
    }
}

fn weekday_of_week(weekday: Weekday, weeks: i64, now: Date) -> Option<Time> {
    let week = now.checked_add(weeks.weeks()).ok()?.iso_week_date();
    ISOWeekDate::new(week.year(), week.week(), weekday).ok().map(|d| Time::day(d.date()))
}

/// "this March" lies in the dateline's year, "last March" is the last one that is over; the month beside the dateline's own would be
/// called "last month" or "next month", so in March "last February" lies a year farther back.
fn stepped_month(month: i8, by: i8, now: Date) -> Option<Time> {
    let at = |year| Time::containing(Date::new(year, month, 1).ok()?, Granularity::Month);
    match by {
        0 => at(now.year()),
        _ => {
            let context =
                TimeContext { dateline: Some(now), tense: Tense::Unknown, last: None, same_sentence: false, quarter: None, reported: None };
            let year = fitting_year(by, context, at)?;
            let beside = Time::containing(now, Granularity::Month)?.shifted(i64::from(by)) == at(year);
            at(if beside { year + i16::from(by) } else { year })
        }
    }
}

/// "the weekend": over, about to come, or at hand.
fn weekend(context: TimeContext<'_>) -> Option<Time> {
    let this = Time::containing(context.dateline?, Granularity::Weekend)?;
    let last = this.shifted(-1)?;
    let (back, on) = (i64::from(distance(context.dateline?, &last)), i64::from(distance(context.dateline?, &this)));
    let back_weighs = if context.tense == Tense::Future { AGAINST_WEEKDAY } else { 1 };
    let on_weighs = if context.tense == Tense::Past { AGAINST_WEEKDAY } else { 1 };
    Some(if back * back_weighs < on * on_weighs { last } else { this })
}

/// In days.
const HALF_A_QUARTER: i64 = 45;

/// The week or weekend that a day is spoken of with; a feast on a Monday or Tuesday ends the weekend before it. Of a quarter it is the
/// last day, and its middle tells which one: firms' years begin in any month.
fn stretch_of(granularity: Granularity, day: Date) -> Option<Time> {
    if granularity == Granularity::Quarter {
        return Time::containing(day.checked_sub(HALF_A_QUARTER.days()).ok()?, granularity);
    }
    let stretch = Time::containing(day, granularity)?;
    let early = granularity == Granularity::Weekend && day.weekday().to_monday_zero_offset() < 2;
    if early { stretch.shifted(-1) } else { Some(stretch) }
}

fn offset(count: i64, unit: TimeUnit, anchor: Anchor, context: TimeContext<'_>) -> Option<Time> {
    let granularity = step::granularity(unit)?;
    let from = anchor_day(anchor, context)?;
    let days = match unit {
        TimeUnit::Fortnight => count.checked_mul(2)?,
        _ => count,
    };
    // "a year earlier" behind a quarter is that quarter of the year before
    if let (Anchor::Last | Anchor::Now, Some(quarter), TimeUnit::Year) = (anchor, context.quarter, unit) {
        return years_on(quarter, days);
    }
    // from a day one counts to a day
    if !matches!(anchor, Anchor::Now | Anchor::Last) && matches!(granularity, Granularity::Week | Granularity::Month | Granularity::Year) {
        let first = match granularity {
            Granularity::Week => from.checked_add(jiff::Span::new().try_weeks(days).ok()?).ok()?,
            Granularity::Month => from.checked_add(jiff::Span::new().try_months(days).ok()?).ok()?,
            _ => from.checked_add(jiff::Span::new().try_years(days).ok()?).ok()?,
        };
        return Some(Time::day(first));
    }
    let decades = if granularity == Granularity::Decade { (Granularity::Year, days.checked_mul(10)?) } else { (granularity, days) };
    Time::containing(from, decades.0)?.shifted(decades.1)
}

/// The same part of another year: the third quarter of 1989 for that of 1988.
fn years_on(part: &Time, years: i64) -> Option<Time> {
    let per_year = match part.granularity {
        Granularity::Quarter => 4,
        Granularity::Half => 2,
        _ => 1,
    };
    part.shifted(years.checked_mul(per_year)?)
}

/// The quarter that is told, or where none is: for "quarter" the last one that is over, for "period" the year at hand.
fn reported(what: Reported, year: Year, context: TimeContext<'_>) -> Option<Time> {
    let told = context.reported.cloned().or_else(|| match what {
        Reported::Quarter => Time::containing(context.dateline?, Granularity::Quarter)?.shifted(-1),
        Reported::Period => Time::containing(context.dateline?, Granularity::Year),
    })?;
    match year {
        Year::Unstated | Year::Told => Some(told),
        Year::Step(by) => years_on(&told, i64::from(by)),
        Year::Written(year) => years_on(&told, i64::from(year) - i64::from(told.first.year())),
    }
}

fn part_of_year(granularity: Granularity, number: i8, year: Year, context: TimeContext<'_>) -> Option<Time> {
    let months = if granularity == Granularity::Half { 6 } else { 3 };
    let at = |year| Time::containing(Date::new(year, (number - 1) * months + 1, 1).ok()?, granularity);
    if let Some(year) = stated_year(year, context) {
        return at(year);
    }
    at(fitting_year(0, context, at)?)
}

fn season(season: Season, year: Year, step: Option<Step>, context: TimeContext<'_>) -> Option<Time> {
    let at = |year: i16| PartialDate::Year(Some(year), PartOfYear::Season(season)).time();
    if let Some(year) = stated_year(year, context) {
        return at(year);
    }
    match step {
        Some(Step::By(0)) => at(context.dateline?.year()),
        step => at(fitting_year(step.map_or(0, Step::by), context, at)?),
    }
}

fn nth(number: i8, of: &Time, what: Member) -> Option<Time> {
    let (first, last) = (of.first, of.last);
    match what {
        Member::Weekday(weekday) if number == 0 => {
            let back = i64::from(weekday.until(last.weekday()));
            Some(Time::day(last.checked_sub(back.days()).ok()?))
        }
        Member::Weekday(weekday) => {
            let on = i64::from(first.weekday().until(weekday)) + 7 * (i64::from(number) - 1);
            Some(Time::day(first.checked_add(on.days()).ok()?)).filter(|t| t.first <= last)
        }
        Member::Unit(granularity) if number == 0 => {
            let end = Time::containing(last, granularity)?;
            // a year's last week is the last that lies mostly within it
            let outside = granularity == Granularity::Week
                && of.granularity == Granularity::Year
                && end.first.tomorrow().ok()?.year() != end.last.year();
            let outside = outside && end.last.iso_week_date().year() != last.year();
            let thursday = end.first.checked_add(3.days()).ok()?;
            let outside = outside || (granularity == Granularity::Week && of.granularity == Granularity::Month && thursday > last);
            if outside { end.shifted(-1) } else { Some(end) }
        }
        Member::Unit(granularity) => {
            let start = Time::containing(first, granularity)?;
            // as ISO 8601 counts, the first week is the one that holds the first Thursday
            let skipped = granularity == Granularity::Week && start.first.checked_add(3.days()).ok()? < first;
            start.shifted(i64::from(number) - 1 + i64::from(skipped)).filter(|t| t.first <= last)
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn a_day_without_its_year() {
        table(&[
            ("The treaty was signed on Feb. 20.", &[("Feb. 20", "2025-02-20")]),
            ("The treaty will be signed on Jan. 5.", &[("Jan. 5", "2026-01-05")]),
            ("It was signed on Dec. 20 in Velmouth.", &[("Dec. 20", "2024-12-20")]),
            ("The talks are to begin on April 2.", &[("April 2", "2025-04-02")]),
        ]);
    }

    #[test]
    fn a_month_without_its_year() {
        table(&[
            ("The mill burned in November.", &[("November", "2024-11")]),
            ("The mill will reopen in November.", &[("November", "2025-11")]),
            ("In January it snowed.", &[("January", "2025-01")]),
            ("Voting begins in May.", &[("May", "2025-05")]),
        ]);
    }

    #[test]
    fn early_and_late() {
        table(&[
            ("It opened in early March.", &[("early March", "2025-03")]),
            ("The lake froze in late January.", &[("late January", "2025-01")]),
            ("It will open in mid-June.", &[("mid-June", "2025-06")]),
            ("It was built in early 2019.", &[("early 2019", "2019")]),
        ]);
    }

    #[test]
    fn a_quarter_without_its_year() {
        table(&[
            ("Sales fell in the fourth quarter.", &[("fourth quarter", "2024-Q4")]),
            ("Sales will rise in the second quarter.", &[("second quarter", "2025-Q2")]),
            ("It earned nothing in the first quarter.", &[("first quarter", "2025-Q1")]),
            ("In the third quarter of last year it lost money.", &[("third quarter of last year", "2024-Q3")]),
        ]);
    }

    #[test]
    fn a_weekday_up_to_the_dateline() {
        table(&[
            ("He resigned on Wednesday.", &[("Wednesday", "2025-03-12")]),
            ("He resigned on Thursday.", &[("Thursday", "2025-03-06")]),
            ("He resigned Tuesday in Orrin.", &[("Tuesday", "2025-03-11")]),
            ("He will resign on Thursday.", &[("Thursday", "2025-03-13")]),
        ]);
    }

    #[test]
    fn a_stretch_keeps_its_granularity() {
        table(&[
            ("They met last week.", &[("last week", "2025-W10")]),
            ("They met last month.", &[("last month", "2025-02")]),
            ("They met last quarter.", &[("last quarter", "2024-Q4")]),
            ("They met last year.", &[("last year", "2024")]),
            ("They met in the last decade.", &[("last decade", "201")]),
            (
                "They meet next week, next month and next year.",
                &[("next week", "2025-W12"), ("next month", "2025-04"), ("next year", "2026")],
            ),
        ]);
    }
}
