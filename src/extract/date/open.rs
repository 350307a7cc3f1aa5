//! TIMEX3 values with open places, for times that no dateline fixes, and the periods of durations and sets.

use jiff::civil::Weekday;

use super::meaning::{CalendarDay, Count, Habit, Length, Reported, When, Year};
use super::resolve::Context;
use crate::lexicon::TimeUnit;
use crate::value::Granularity;

/// The value of a date without a dateline: `XXXX-02-20`, `XXXX-WXX-1`, `XXXX-XX`.
pub(super) fn value(when: When<'_>, context: Context<'_>) -> String {
    match when {
        When::Unstated => String::new(),
        When::Calendar(day) => calendar(day, context),
        When::Weekday(weekday, _) | When::WeekdayOfWeek(weekday, _) => on_weekday(weekday),
        When::Month(month, _) => format!("XXXX-{month:02}"),
        When::PartOfYear { granularity: Granularity::Half, number, year } => format!("{}-H{number}", written_year(year, context)),
        When::PartOfYear { number, year, .. } => format!("{}-Q{number}", written_year(year, context)),
        When::Season { code, year, .. } => format!("{}-{code}", written_year(year, context)),
        When::Step { granularity, .. } => stretch(granularity).to_owned(),
        When::Offset { unit, .. } => super::relative::granularity(unit).map_or("", stretch).to_owned(),
        When::Feast { feast, .. } => {
            feast.fixed().map_or_else(|| stretch(Granularity::Day).to_owned(), |(m, d)| format!("XXXX-{m:02}-{d:02}"))
        }
        When::Told => "PAST_REF".to_owned(),
        When::Reported(Reported::Quarter, year) => format!("{}-QX", written_year(year, context)),
        When::Reported(Reported::Period, year) => written_year(year, context),
        When::Weekend => stretch(Granularity::Weekend).to_owned(),
        When::YearEnd => "XXXX-12-31".to_owned(),
        When::StretchOf(granularity, _) => stretch(granularity).to_owned(),
        When::NumberedWeek(number, year) => format!("{}-W{number:02}", written_year(year, context)),
        When::Nth { what: super::meaning::Member::Unit(granularity), .. } => stretch(granularity).to_owned(),
        When::Nth { .. } | When::Era(..) => stretch(Granularity::Day).to_owned(),
    }
}

fn written_year(year: Year, context: Context<'_>) -> String {
    match (year, context.dateline) {
        (Year::Written(year), _) => format!("{year:04}"),
        (Year::Step(by), Some(day)) => format!("{:04}", day.year() + i16::from(by)),
        _ => "XXXX".to_owned(),
    }
}

fn calendar(day: CalendarDay, context: Context<'_>) -> String {
    let year = written_year(day.year, context);
    match (day.month, day.day, day.weekday) {
        (Some(month), Some(day), _) => format!("{year}-{month:02}-{day:02}"),
        (Some(month), None, _) => format!("{year}-{month:02}"),
        (None, _, Some(weekday)) => on_weekday(weekday),
        (None, Some(day), None) => format!("{year}-XX-{day:02}"),
        (None, None, None) => year,
    }
}

fn on_weekday(weekday: Weekday) -> String {
    format!("XXXX-WXX-{}", weekday.to_monday_one_offset())
}

fn stretch(granularity: Granularity) -> &'static str {
    match granularity {
        Granularity::Century => "XX",
        Granularity::Decade => "XXX",
        Granularity::Year => "XXXX",
        Granularity::Half => "XXXX-HX",
        Granularity::Season => "XXXX-XX",
        Granularity::Quarter => "XXXX-QX",
        Granularity::Month => "XXXX-XX",
        Granularity::Week => "XXXX-WXX",
        Granularity::Weekend => "XXXX-WXX-WE",
        Granularity::Day | Granularity::PartOfDay | Granularity::Minute => "XXXX-XX-XX",
    }
}

/// The period of a length of time: `P3D`, `PT2H30M`, `PXW`.
pub(super) fn period(length: Length) -> String {
    let (prefix, each, code) = length.unit.period();
    match length.count {
        Count::Whole(n) => format!("{prefix}{}{code}", u64::from(n) * u64::from(each)),
        Count::Decimal(n) => format!("{prefix}{}{code}", n * f64::from(each)),
        Count::Vague => format!("{prefix}X{code}"),
        Count::Halves(halves) => half_period(halves, length.unit),
    }
}

/// "two years and six months" is `P2Y6M`, "a day and five hours" `P1DT5H`.
pub(super) fn periods(coarse: Length, fine: Length) -> String {
    let (coarse, fine) = (period(coarse), period(fine));
    let repeated = if coarse.starts_with("PT") { "PT" } else { "P" };
    fine.strip_prefix(repeated).map_or_else(|| coarse.clone(), |rest| format!("{coarse}{rest}"))
}

/// "two and a half years" is `P2Y6M`.
fn half_period(halves: u32, unit: TimeUnit) -> String {
    let (prefix, each, code) = unit.period();
    let (finer, per_unit) = match unit {
        TimeUnit::Hour => ("M", 60),
        TimeUnit::Minute => ("S", 60),
        TimeUnit::Year => ("M", 12),
        TimeUnit::Day => return format!("PT{}H", u64::from(halves) * 12),
        _ => return format!("{prefix}{}{code}", f64::from(halves) / 2.0 * f64::from(each)),
    };
    match halves / 2 {
        0 => format!("{prefix}{}{finer}", per_unit / 2),
        whole => format!("{prefix}{whole}{code}{}{finer}", per_unit / 2),
    }
}

/// The value of what comes back: `P1W`, `XXXX-WXX-1T16`, `TNI`.
pub(super) fn habit(habit: Habit<'_>) -> String {
    match habit {
        Habit::Period(length) => period(length),
        Habit::Weekday(weekday, None) => on_weekday(weekday),
        Habit::Weekday(weekday, Some(clock)) => on_weekday(weekday) + &super::resolve::clock_value(clock, false),
        Habit::Clock(clock) => super::resolve::clock_value(clock, false),
        Habit::DayOfMonth(day) => format!("XXXX-XX-{day:02}"),
        Habit::Code(code) => code.to_owned(),
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
            assert_eq!(found.iter().map(|d| d.value.as_str()).collect::<Vec<_>>(), [want], "{text}");
        }
    }
}
