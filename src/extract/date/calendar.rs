//! Dates by the calendar: "Monday, Feb. 14, 2022" in all its orders and parts, numeric dates, decades, feasts.

use super::cursor::{Cursor, DatePiece, Read, longest};
use super::meaning::{CalendarDay, Step, When, Year};
use super::{number, quarter, step, year};
use crate::lexicon::TimeWord;
use crate::text::{Tag, TokenKind};
use crate::value::Granularity;

/// A date by the calendar, without what stands before it.
pub(super) fn date(cursor: Cursor<'_>) -> Read<'_, When> {
    longest([
        calendar_when(cursor),
        year_alone(cursor),
        quarter::part_of_year(cursor),
        season(cursor),
        decade(cursor),
        century(cursor),
        feast(cursor),
    ])
}

fn calendar_when(cursor: Cursor<'_>) -> Read<'_, When> {
    calendar_day(cursor).map(|(day, end)| (When::Calendar(day), end))
}

/// A date by year, month, day and weekday.
pub(super) fn calendar_day(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    longest([
        numeric(cursor),
        slashed(cursor),
        month_first(cursor),
        day_first(cursor),
        year_first(cursor),
        weekday_first(cursor),
        another_day(cursor),
        compact(cursor),
        ordinal_day(cursor),
    ])
}

/// "2022-02-14", "2022/Feb/14", "2/14/2022", "14.2.2022", "2022-02"
fn numeric(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    fn joint(c: Cursor<'_>) -> Option<&str> {
        let mark = c.peek().filter(|p| p.glued && matches!(p.lower, "-" | "/" | "\u{2013}"))?;
        c.behind(1).is_glued().then_some(mark.lower)
    }
    if let Some(day) = dotted(cursor) {
        return Some(day);
    }
    let ((first, first_digits), c) = cursor.digits()?;
    let mark = joint(c)?;
    let c = c.behind(1);
    let (second, c) = c.digits().map(|((n, _), c)| (n, c)).or_else(|| c.month().map(|(m, c)| (m as u32, c)))?;
    let third = (joint(c) == Some(mark)).then(|| c.behind(1).digits()).flatten();
    let year = |number: u32, digits: usize| match digits {
        4 => Some(Year::Written(i16::try_from(number).ok().filter(|y| (1000..2200).contains(y))?)),
        2 => Some(Year::Written(number::two_digit_year(number))),
        _ => None,
    };
    match third {
        Some(((third, _), end)) if first_digits == 4 => calendar(year(first, 4)?, second, third).map(|d| (d, end)),
        Some(((third, digits), end)) => {
            // the American order, unless the first number can be no month
            let (month, day) = if first > 12 { (second, first) } else { (first, second) };
            calendar(year(third, digits)?, month, day).map(|d| (d, end))
        }
        // "12-2015"
        None if first_digits <= 2 && c.digits().is_none() && joint(c).is_none() => month_and_year(first, c.previous()?).map(|d| (d, c)),
        None if first_digits == 4 && mark != "/" && c.at == cursor.at + 3 && joint(c).is_none() => {
            let written = c.previous()?;
            (written.kind != TokenKind::Number || written.lower.len() <= 2).then_some(())?;
            calendar(year(first, 4)?, second, 1).map(|d| (CalendarDay { day: None, ..d }, c))
        }
        None => None,
    }
}

/// "(12-)2015"
fn month_and_year(month: u32, year: &DatePiece<'_>) -> Option<CalendarDay> {
    let year = year.lower.parse().ok().filter(|y| year.lower.len() == 4 && (1900..2100).contains(y))?;
    calendar(Year::Written(year), month, 1).map(|d| CalendarDay { day: None, ..d })
}

/// "20161016", as machines write it
fn compact(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let ((number, 8), end) = cursor.digits()? else { return None };
    let counts =
        |p: &DatePiece<'_>| p.senses.contains(&TimeWord::Counted) || p.kind == TokenKind::Symbol || (p.glued && p.kind != TokenKind::Stop);
    let year = i16::try_from(number / 10_000).ok().filter(|y| (1900..2100).contains(y))?;
    let amount = cursor.previous().is_some_and(|p| p.kind == TokenKind::Symbol) || end.peek().is_some_and(counts);
    (!amount).then(|| calendar(Year::Written(year), number / 100 % 100, number % 100))?.map(|d| (d, end))
}

/// "Friday 7/6", "on 11/20": without a year only beside a word that takes a day, as fractions and scores look the same
fn slashed(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let (weekday, c) = opening_weekday(cursor);
    // "on 11/20, 11/22 or 11/25"
    let another = || matches!(cursor.before(), "," | "or" | "and") && cursor.back(3).is_some_and(|c| c.lower() == "/");
    if weekday.is_none() && cursor.before() != "on" && !another() {
        return None;
    }
    let ((first, _), slash) = c.digits()?;
    let c = slash.word(&["/"]).filter(|c| slash.is_glued() && c.is_glued())?;
    let ((second, _), end) = c.digits().filter(|(_, end)| end.word(&["/"]).is_none())?;
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    // "on 9/11" is a name
    ((first, second) != (9, 11)).then(|| calendar(Year::Unstated, month, day))?.map(|d| (CalendarDay { weekday, ..d }, end))
}

fn calendar(year: Year, month: u32, day: u32) -> Option<CalendarDay> {
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some(CalendarDay { year, month: Some(month as i8), day: Some(day as i8), weekday: None })
}

/// "14.02.2022", which is one token.
fn dotted(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let piece = cursor.peek().filter(|p| p.kind == TokenKind::Number)?;
    let mut parts = piece.lower.split('.');
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    // "2025.03.12"
    let (day, year) = if day.len() == 4 { (year, day) } else { (day, year) };
    let written = year.len() == 4 && day.len() <= 2 && month.len() <= 2 && parts.next().is_none();
    let year = Year::Written(year.parse().ok().filter(|y| (1000..2200).contains(y))?);
    written.then(|| calendar(year, month.parse().ok()?, day.parse().ok()?))?.map(|d| (d, cursor.behind(1)))
}

/// "[Monday,] Feb. 14[, 2022]", "February 2022", "February"
fn month_first(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let (weekday, c) = opening_weekday(cursor);
    let (month, c) = c.month()?;
    let base = CalendarDay { month: Some(month), weekday, ..CalendarDay::NONE };
    let slash = if c.word(&["/", "-"]).is_some_and(|d| d.is_glued()) && c.is_glued() { c.behind(1) } else { c };
    // "March 2019" is no second of March
    let with_day = number::day_behind_month(slash.skip(&["the"])).filter(|(_, end)| !is_clock(*end));
    if let Some((day, end)) = with_day.filter(|_| !starts_year(slash)) {
        let base = CalendarDay { day: Some(day), ..base };
        return joined_year(base, end).or_else(|| Some(with_year(base, end)));
    }
    if weekday.is_some() {
        return None;
    }
    if let Some((year, end)) = number::year_digits(slash) {
        // "September-2020-23"
        return Some((CalendarDay { year: Year::Written(year), ..base }, end));
    }
    let (day, end) = with_year(base, c);
    (day.year != Year::Unstated || !is_name(cursor)).then_some((day, end))
}

/// Whether a month's word alone is a name: "Theresa May", "April Jones".
fn is_name(cursor: Cursor<'_>) -> bool {
    let other = |p: Option<&DatePiece<'_>>| p.is_some_and(|p| p.capital && p.tag == Tag::ProperNoun && p.senses.is_empty());
    let leads = |p: &DatePiece<'_>| matches!(p.tag, Tag::Preposition | Tag::Determiner | Tag::Adjective | Tag::Mark) && p.lower != "that";
    let led = cursor.previous().is_some_and(leads);
    // "the March of the Mothers"
    let of = |n: usize, word: &str| cursor.behind(n).lower() == word;
    if of(1, "of") && of(2, "the") && cursor.behind(3).peek().is_some_and(|p| p.capital && p.senses.is_empty()) {
        return true;
    }
    other(cursor.previous()) || (!led && other(cursor.behind(1).peek()))
}

/// "[Monday,] [the] 14[th] [of] February[, 2022]"
fn day_first(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let (weekday, c) = opening_weekday(cursor);
    // "for $12 December 27"
    if cursor.previous().is_some_and(|p| p.kind == TokenKind::Symbol) {
        return None;
    }
    let (day, c) = number::day(if weekday.is_some() { c.skip(&["the"]) } else { c })?;
    let c = c.skip(&["day"]);
    let joined = if c.is_hyphen() || c.word(&["/"]).is_some() { c.behind(1) } else { c.skip(&["of"]) };
    let (month, c) = joined.month()?;
    let base = CalendarDay { month: Some(month), day: Some(day), weekday, ..CalendarDay::NONE };
    joined_year(base, c).or_else(|| Some(with_year(base, c)))
}

/// "(19-Jan)-2018", "(Jan/19)/2018"
fn joined_year(base: CalendarDay, cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let c = cursor.word(&["/", "-"]).filter(|_| cursor.is_glued())?;
    let (year, end) = number::year_digits(c)?;
    Some((CalendarDay { year: Year::Written(year), ..base }, end))
}

/// "2017 April"
fn year_first(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let (year, c) = number::year_digits(cursor)?;
    let (month, c) = c.month()?;
    let base = CalendarDay { year: Year::Written(year), month: Some(month), ..CalendarDay::NONE };
    match number::day(c) {
        Some((day, end)) if !starts_year(c) => Some((CalendarDay { day: Some(day), ..base }, end)),
        _ => Some((base, c)),
    }
}

/// "Monday", "Monday the 14th", "Monday 14"
fn weekday_first(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let (weekday, c) = cursor.weekday()?;
    let base = CalendarDay { weekday: Some(weekday), ..CalendarDay::NONE };
    let day = number::ordinal(c.word(&["the"]).unwrap_or(c)).filter(|(n, _)| (1..=31).contains(n));
    let day = day.or_else(|| closing_day(c));
    let dated = day.filter(|(_, end)| end.month().is_none() && end.unit().is_none() && c.lower() != "first" && c.lower() != "second");
    Some(dated.map_or((base, c), |(day, end)| (CalendarDay { day: Some(day as i8), ..base }, end)))
}

/// "(April 24 and) 25"
fn another_day(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    if !matches!(cursor.before(), "and" | "or") {
        return None;
    }
    let ((day, _), end) = cursor.digits().filter(|((day, _), _)| (1..=31).contains(day))?;
    let (month, first) = cursor.back(3)?.month()?;
    first.digits()?;
    let counts = end.peek().is_some_and(|p| p.kind == TokenKind::Symbol || matches!(p.tag, Tag::Noun | Tag::NounPlural | Tag::Adjective));
    (!counts).then(|| with_year(CalendarDay { month: Some(month), day: Some(day as i8), ..CalendarDay::NONE }, end))
}

/// "on the 14th", "by the 3rd", where nothing stands behind that is counted
fn ordinal_day(cursor: Cursor<'_>) -> Read<'_, CalendarDay> {
    let led = cursor.before() == "the"
        && cursor.before_previous().is_some_and(|p| matches!(p.lower, "on" | "by" | "until" | "till" | "since" | "from" | "before" | "of"));
    let (day, end) = number::ordinal(cursor).filter(|(n, _)| led && cursor.digits().is_some() && (1..=31).contains(n))?;
    let closes = end.peek().is_none_or(|p| p.kind != TokenKind::Word || matches!(p.lower, "at" | "to" | "and" | "or" | "from" | "between"));
    (closes && !end.is_hyphen()).then_some((CalendarDay { day: Some(day as i8), ..CalendarDay::NONE }, end))
}

/// "Monday 21", where nothing stands behind that the number could count.
fn closing_day(cursor: Cursor<'_>) -> Read<'_, u32> {
    let ((number, _), end) = cursor.digits()?;
    let closes = end.peek().is_none_or(|p| matches!(p.kind, TokenKind::Stop) || matches!(p.lower, "at" | "between" | "from"));
    ((1..=31).contains(&number) && closes).then_some((number, end))
}

fn opening_weekday(cursor: Cursor<'_>) -> (Option<jiff::civil::Weekday>, Cursor<'_>) {
    match cursor.weekday() {
        Some((weekday, c)) => (Some(weekday), c.skip(&[","])),
        None => (None, cursor),
    }
}

/// Whether the number before is the hour of a clock time ("in February 6:30").
fn is_clock(end: Cursor<'_>) -> bool {
    end.peek().is_some_and(|p| p.kind == TokenKind::Colon && p.glued) && end.behind(1).is_glued() || end.meridiem().is_some()
}

fn starts_year(cursor: Cursor<'_>) -> bool {
    number::year_digits(cursor).is_some() || number::year(cursor).is_some()
}

/// The year behind a month or day: "1998", ", 1998", "of 1998", "'98", "last year", "of this year".
fn with_year(base: CalendarDay, cursor: Cursor<'_>) -> (CalendarDay, Cursor<'_>) {
    match year::behind(cursor) {
        Some((year, end)) => (CalendarDay { year, ..base }, end),
        None => (base, cursor),
    }
}

/// "1998", "fiscal 1998", "the year 2000"
fn year_alone(cursor: Cursor<'_>) -> Read<'_, When> {
    let c = cursor.skip(&["fiscal", "calendar"]).skip(&["year"]);
    let c = if c.at > cursor.at { c.skip(&["of"]) } else { c };
    let (year, end) = number::plain_year(c)?;
    Some((When::Calendar(CalendarDay { year: Year::Written(year), ..CalendarDay::NONE }), end))
}

/// "the summer of 1989", "this fall", "summer 2021"
fn season(cursor: Cursor<'_>) -> Read<'_, When> {
    let (step, c) = match step::step(cursor) {
        Some((step, c)) => (Some(step), c),
        None => (None, cursor),
    };
    let (season, c) = c.season()?;
    let (year, end) = year::behind(c).unwrap_or((Year::Unstated, c));
    // alone, "spring" and "fall" are other words as well
    let stated = step.is_some() || year != Year::Unstated;
    let alone = matches!(cursor.before(), "in" | "the" | "of" | "early" | "late" | "mid" | "-" | "by" | "until" | "since");
    let verb = matches!(c.before(), "fall" | "spring") && !matches!(cursor.behind(1).lower(), "." | ",");
    // "this fall in prices"
    let movement = c.before() == "fall" && year == Year::Unstated && matches!(c.lower(), "in" | "of");
    let fits = (stated && !movement) || (alone && !verb && !matches!(c.lower(), "of" | "in"));
    fits.then_some((When::Season { season, year, step }, end))
}

/// "the 1990s", "the '80s", "the nineties"
fn decade(cursor: Cursor<'_>) -> Read<'_, When> {
    let spelled = cursor.sense(|s| if let TimeWord::Decade(d) = s { Some(*d) } else { None });
    if let Some((decade, end)) = spelled {
        // "in her nineties" is an age
        let age = matches!(cursor.before(), "his" | "her" | "their" | "my" | "your" | "our" | "low" | "high" | "upper");
        return (!age).then_some((When::Era(1900 + decade, Granularity::Decade), end));
    }
    let apostrophe = cursor.word(&["'"]).filter(Cursor::is_glued);
    let ((number, digits), c) = apostrophe.unwrap_or(cursor).digits()?;
    let end = c.word(&["s", "'s"]).filter(|_| c.is_glued())?;
    let year = match digits {
        4 if (1000..2200).contains(&number) => number as i16,
        // "in his 60s" is an age, "temperatures in the 60s" are degrees: a short decade needs its apostrophe
        2 if apostrophe.is_some() => number::two_digit_year(number),
        _ => return None,
    };
    (year % 10 == 0 && c.lower() == "s").then_some((When::Era(year, Granularity::Decade), end))
}

/// "19th century", "the twentieth century"
fn century(cursor: Cursor<'_>) -> Read<'_, When> {
    let (number, c) = number::ordinal(cursor)?;
    let end = c.skip_hyphen().word(&["century"])?;
    let year = i16::try_from(number).ok()?.checked_sub(1)?.checked_mul(100)?;
    (year <= 2100).then_some((When::Era(year, Granularity::Century), end))
}

/// "Christmas", "last Thanksgiving", "Easter 2018"
fn feast(cursor: Cursor<'_>) -> Read<'_, When> {
    let (step, c) = match step::step(cursor) {
        Some((step, c)) => (step, c),
        None => (Step::By(0), cursor),
    };
    let (count, feast) = c.words.feasts.longest(c.lowers())?;
    let end = c.behind(count);
    let (year, end) = year::behind(end).unwrap_or((Year::Unstated, end));
    Some((When::Feast { feast: *feast, year, step: step.by() }, end))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn days_in_all_orders() {
        table(&[
            ("The bridge opened on Monday, Feb. 14, 2022, at last.", &[("Monday, Feb. 14, 2022", "2022-02-14")]),
            ("It was signed on the 14th of February 2022 in Velmouth.", &[("14th of February 2022", "2022-02-14")]),
            ("The 3 March 2021 ruling stands.", &[("3 March 2021", "2021-03-03")]),
            ("It was filed on 2022-02-14 and again on 2/15/2022.", &[("2022-02-14", "2022-02-14"), ("2/15/2022", "2022-02-15")]),
            ("Le Courrier of 23.04.2022 had it.", &[("23.04.2022", "2022-04-23")]),
            ("It ran until 30/11/2021 only.", &[("30/11/2021", "2021-11-30")]),
            ("They met on April 24 and 25 in Orrin.", &[("April 24", "2025-04-24"), ("25", "2025-04-25")]),
        ]);
    }

    #[test]
    fn days_as_machines_write_them() {
        table(&[
            ("Backup 20240516 was lost.", &[("20240516", "2024-05-16")]),
            ("The log says 2025.03.02 and 12-2024.", &[("2025.03.02", "2025-03-02"), ("12-2024", "2024-12")]),
            (
                "Build Jan-19-2024 passed, as did Wed Oct 16 15:50:06 2024.",
                &[("Jan-19-2024", "2024-01-19"), ("Wed Oct 16 15:50:06 2024", "2024-10-16T15:50:06")],
            ),
            ("They met on 11/20, 11/22 or 11/25.", &[("11/20", "2024-11-20"), ("11/22", "2024-11-22"), ("11/25", "2024-11-25")]),
            ("It sold 20250101 units for $20240516.", &[]),
        ]);
    }

    #[test]
    fn a_day_by_its_ordinal() {
        table(&[
            ("He arrived on the 4th.", &[("4th", "2025-03-04")]),
            ("Answers are due by the 28th, she said.", &[("28th", "2025-03-28")]),
            ("She sat on the 4th floor and came in the 5th.", &[]),
        ]);
    }

    #[test]
    fn parts_of_a_date() {
        table(&[
            ("In November 2019 the firm moved.", &[("November 2019", "2019-11")]),
            ("The 1994 treaty and the law of June of last year hold.", &[("1994", "1994"), ("June of last year", "2024-06")]),
            ("The mill closed in nineteen ninety-six.", &[("nineteen ninety-six", "1996")]),
            ("Sales peaked in mid-2016, he said.", &[("mid-2016", "2016")]),
            ("In fiscal 2023 it lost money.", &[("fiscal 2023", "2023")]),
            ("It began in 2019; in May of that year it failed.", &[("2019", "2019"), ("May of that year", "2019-05")]),
        ]);
    }

    #[test]
    fn a_month_in_a_name() {
        table(&[
            ("He led the March of the Mothers.", &[]),
            ("In March of the same year he fell.", &[("March", "2025-03"), ("same year", "2025")]),
            (
                "They came in March of 2021 and left from Nov to Feb this time.",
                &[("March of 2021", "2021-03"), ("from Nov to Feb", "2024-11-01/2025-02-01")],
            ),
        ]);
    }

    #[test]
    fn quarters_seasons_decades_and_feasts() {
        table(&[
            ("Profit fell in the fourth quarter.", &[("fourth quarter", "2024-Q4")]),
            (
                "Third-quarter sales of 2023 were weak, but Q1 2024 was not.",
                &[("Third-quarter", "2024-Q3"), ("2023", "2023"), ("Q1 2024", "2024-Q1")],
            ),
            ("The second half of 2022 was dry.", &[("second half of 2022", "2022-H2")]),
            ("It rained in the summer of 2021 and last fall.", &[("summer of 2021", "2021-SU"), ("last fall", "2024-FA")]),
            ("Born in the 1990s, it recalls the '80s.", &[("1990s", "199"), ("'80s", "198")]),
            ("A church of the 19th century burned.", &[("19th century", "18")]),
            ("It closed on Christmas Eve and last Easter.", &[("Christmas Eve", "2024-12-24"), ("last Easter", "2024-03-31")]),
        ]);
    }
}
