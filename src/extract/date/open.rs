//! Dates with open places, for times that no dateline fixes, and the periods of durations and sets.

use jiff::civil::Weekday;

use super::context::TimeContext;
use super::meaning::{CalendarDay, Count, Habit, Length, Member, Reported, When, Year};
use super::step;
use crate::lexicon::TimeUnit;
use crate::value::{Granularity, PartOfYear, PartialDate, Period, PeriodUnit, TimePoint, Timex, VagueTime, Week};

/// A date without a dateline: `XXXX-02-20`, `XXXX-WXX-1`, `XXXX-XX`; `None` where only a time of day is stated.
pub(super) fn date(when: When, context: TimeContext<'_>) -> Option<PartialDate> {
    let in_year = |year, part| PartialDate::Year(written_year(year, context), part);
    Some(match when {
        When::Unstated => return None,
        When::Calendar(day) => calendar(day, context),
        When::Weekday(weekday, _) | When::WeekdayOfWeek(weekday, _) => on_weekday(weekday),
        When::Month(month, _) => PartialDate::of_some_year(PartOfYear::Month(Some(month))),
        When::PartOfYear { granularity: Granularity::Half, number, year } => in_year(year, PartOfYear::Half(Some(number))),
        When::PartOfYear { number, year, .. } => in_year(year, PartOfYear::Quarter(Some(number))),
        When::Season { season, year, .. } => in_year(year, PartOfYear::Season(season)),
        When::Step { granularity, .. } | When::StretchOf(granularity, _) => some(granularity),
        When::Offset { unit, .. } => some(step::granularity(unit)?),
        When::Feast { feast, .. } => match feast.fixed() {
            Some((month, day)) => PartialDate::of_some_year(PartOfYear::Day(Some(month), Some(day))),
            None => some(Granularity::Day),
        },
        When::Told => PartialDate::Reference(VagueTime::Past),
        When::Reported(Reported::Quarter, year) => in_year(year, PartOfYear::Quarter(None)),
        When::Reported(Reported::Period, year) => in_year(year, PartOfYear::Whole),
        When::Weekend => some(Granularity::Weekend),
        When::YearEnd => PartialDate::of_some_year(PartOfYear::Day(Some(12), Some(31))),
        When::NumberedWeek(number, year) => in_year(year, PartOfYear::Week(Some(number), Week::Whole)),
        When::Nth { what: Member::Unit(granularity), .. } => some(granularity),
        When::Nth { .. } | When::Era(..) => some(Granularity::Day),
    })
}

fn written_year(year: Year, context: TimeContext<'_>) -> Option<i16> {
    match (year, context.dateline) {
        (Year::Written(year), _) => Some(year),
        (Year::Step(by), Some(day)) => Some(day.year() + i16::from(by)),
        _ => None,
    }
}

fn calendar(day: CalendarDay, context: TimeContext<'_>) -> PartialDate {
    let part = match (day.month, day.day, day.weekday) {
        (Some(month), Some(day), _) => PartOfYear::Day(Some(month), Some(day)),
        (Some(month), None, _) => PartOfYear::Month(Some(month)),
        (None, _, Some(weekday)) => return on_weekday(weekday),
        (None, Some(day), None) => PartOfYear::Day(None, Some(day)),
        (None, None, None) => PartOfYear::Whole,
    };
    PartialDate::Year(written_year(day.year, context), part)
}

fn on_weekday(weekday: Weekday) -> PartialDate {
    PartialDate::of_some_year(PartOfYear::Week(None, Week::Day(weekday)))
}

/// Some stretch of this length. Of a season no more is written than of a month, as TimeBank does.
fn some(granularity: Granularity) -> PartialDate {
    PartialDate::of_some_year(match granularity {
        Granularity::Century => return PartialDate::Century(None),
        Granularity::Decade => return PartialDate::Decade(None),
        Granularity::Year => PartOfYear::Whole,
        Granularity::Half => PartOfYear::Half(None),
        Granularity::Quarter => PartOfYear::Quarter(None),
        Granularity::Season | Granularity::Month => PartOfYear::Month(None),
        Granularity::Week => PartOfYear::Week(None, Week::Whole),
        Granularity::Weekend => PartOfYear::Week(None, Week::Weekend),
        Granularity::Day | Granularity::PartOfDay | Granularity::Minute => PartOfYear::Day(None, None),
    })
}

/// The period of a length of time: `P3D`, `PT2H30M`, `PXW`.
pub(super) fn period(length: Length) -> Period {
    let (each, unit) = length.unit.period();
    let each = f64::from(each);
    match length.count {
        Count::Whole(n) => Period::new(Some(f64::from(n) * each), unit),
        Count::Decimal(n) => Period::new(Some(n * each), unit),
        Count::Vague => Period::new(None, unit),
        Count::Halves(halves) => half_period(halves, length.unit),
    }
}

/// "two and a half years" is `P2Y6M`.
fn half_period(halves: u32, unit: TimeUnit) -> Period {
    let (finer, half) = match unit {
        TimeUnit::Hour => (PeriodUnit::Minute, 30.0),
        TimeUnit::Minute => (PeriodUnit::Second, 30.0),
        TimeUnit::Year => (PeriodUnit::Month, 6.0),
        TimeUnit::Day => return Period::new(Some(f64::from(halves) * 12.0), PeriodUnit::Hour),
        _ => return period(Length { count: Count::Decimal(f64::from(halves) / 2.0), unit }),
    };
    let rest = Period::new(Some(half), finer);
    match halves / 2 {
        0 => rest,
        whole => period(Length { count: Count::Whole(whole), unit }).and(&rest),
    }
}

/// The value of what comes back: `P1W`, `XXXX-WXX-1T16`, `TNI`.
pub(super) fn habit(habit: Habit<'_>) -> Timex {
    match habit {
        Habit::Period(length) => period(length).into(),
        Habit::Weekday(weekday, clock) => TimePoint::from(on_weekday(weekday)).at(clock).into(),
        Habit::Clock(clock) => TimePoint::from(clock).into(),
        Habit::DayOfMonth(day) => TimePoint::from(PartialDate::of_some_year(PartOfYear::Day(None, i8::try_from(day).ok()))).into(),
        Habit::Frequency(often) => often.clone().into(),
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::date;
    use crate::lexicon::Lexicon;
    use crate::text::Article;

    #[test]
    fn values_without_a_dateline() {
        for (text, want) in [
            ("It ends on Feb. 20.", "XXXX-02-20"),
            ("It ended on Monday night.", "XXXX-WXX-1TNI"),
            ("It ended last week.", "XXXX-WXX"),
            ("It ended last month.", "XXXX-XX"),
            ("It ended yesterday.", "XXXX-XX-XX"),
            ("It rose in the third quarter.", "XXXX-Q3"),
            ("It closed on Christmas Day.", "XXXX-12-25"),
            ("It ended over the weekend.", "XXXX-WXX-WE"),
            ("It ended on Feb. 14, 2022.", "2022-02-14"),
            ("It ran Feb. 10-20.", "XXXX-02-10/XXXX-02-20"),
        ] {
            let lexicon = Lexicon::english();
            let found = date::extract(&Article::new(text, lexicon), None, lexicon);
            assert_eq!(found.iter().map(|d| d.value.to_string()).collect::<Vec<_>>(), [want], "{text}");
        }
    }
}
