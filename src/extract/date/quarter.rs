//! Quarters and halves of a year: "the third quarter of 1989", and as business news tells of them: "the latest quarter", "the year-ago
//! period", "the same quarter of 1988".

use super::cursor::{Cursor, Read};
use super::meaning::{Count, Length, Reported, When, Year};
use super::{duration, number, step, year};
use crate::lexicon::{TimeUnit, TimeWord};
use crate::value::Granularity;

/// "third quarter", "the second half of 1989", "Q3 2020", "2019 H2", "1988 third quarter", "this year's first quarter"
pub(super) fn part_of_year(cursor: Cursor<'_>) -> Read<'_, When> {
    let (before, c) = match owner(cursor) {
        Some((year, c)) => (Some(year), c),
        None => (None, cursor),
    };
    let c = c.skip_hyphen().skip(&["fiscal"]).skip_hyphen();
    if let Some(first) = first_of_two(c) {
        return Some(first);
    }
    let (granularity, number, c) = numbered_part(c)?;
    let behind = || {
        let linked = if c.is_hyphen() { c.behind(1) } else { c };
        number::year_digits(linked).map(|(y, end)| (Year::Written(y), end)).or_else(|| year::behind(c))
    };
    let at_hand = || Some((Year::Unstated, c.word(&["of"])?.word(&["the"])?.skip(&["fiscal"]).word(&["year"])?));
    let (year, end) = before.map(|y| (y, c)).or_else(behind).or_else(at_hand).unwrap_or((Year::Unstated, c));
    Some((When::PartOfYear { granularity, number, year }, end))
}

/// "the second (and fourth quarters of 1989)"
fn first_of_two(cursor: Cursor<'_>) -> Read<'_, When> {
    let (number, end) = number::ordinal(cursor).filter(|(n, _)| (1..=4).contains(n))?;
    let (granularity, second, behind) = numbered_part(end.skip_hyphen().word(&["and", "or"])?)?;
    let year = year::behind(behind).map_or(Year::Unstated, |(year, _)| year);
    let number = i8::try_from(number).ok().filter(|n| *n < second)?;
    Some((When::PartOfYear { granularity, number, year }, end))
}

/// "1988", "this year's", "(the) year's", in front of a quarter.
fn owner(cursor: Cursor<'_>) -> Read<'_, Year> {
    if let Some((year, end)) = number::year_digits(cursor.skip(&["fiscal"])) {
        return Some((Year::Written(year), end.skip(&["'s"])));
    }
    if let Some(end) = cursor.word(&["year"]).filter(|_| cursor.before() == "the") {
        return end.word(&["'s"]).map(|end| (Year::Unstated, end));
    }
    let (step, end) = step::year_step(cursor)?;
    end.word(&["'s"]).map(|end| (Year::Step(step), end))
}

fn numbered_part(cursor: Cursor<'_>) -> Option<(Granularity, i8, Cursor<'_>)> {
    let code = cursor.sense(|s| match s {
        TimeWord::Quarter(n) => Some((Granularity::Quarter, *n)),
        TimeWord::Half(n) => Some((Granularity::Half, *n)),
        _ => None,
    });
    if let Some(((granularity, number), end)) = code {
        return Some((granularity, number, end));
    }
    let (number, c) = match cursor.word(&["last", "latter"]).filter(|c| c.lower() == "half") {
        Some(c) => (2, c),
        None => number::ordinal(cursor)?,
    };
    let c = c.skip_hyphen().skip(&["fiscal"]);
    let granularity = match c.lower() {
        "quarter" | "quarters" => Granularity::Quarter,
        "half" => Granularity::Half,
        _ => return None,
    };
    let most = if granularity == Granularity::Half { 2 } else { 4 };
    (1..=most).contains(&number).then(|| (granularity, number as i8, c.behind(1)))
}

/// A quarter or period named by the one that is being told: the year of it, or one so many years back.
pub(super) fn reported(cursor: Cursor<'_>) -> Read<'_, When> {
    match cursor.lower() {
        "latest" | "recent" => latest(cursor),
        "same" | "comparable" | "corresponding" | "quarter" | "period" => compared(cursor),
        "year" => year_ago(cursor).or_else(|| of_year(cursor)),
        _ => of_year(cursor),
    }
}

fn noun(cursor: Cursor<'_>) -> Read<'_, Reported> {
    match cursor.lower() {
        "quarter" => Some((Reported::Quarter, cursor.behind(1))),
        "period" => Some((Reported::Period, cursor.behind(1))),
        _ => None,
    }
}

/// "the latest quarter", "the most recent period"
fn latest(cursor: Cursor<'_>) -> Read<'_, When> {
    let (what, end) = noun(cursor.word(&["latest", "recent"])?)?;
    Some((When::Reported(what, Year::Unstated), end))
}

/// "the year-ago quarter", "the year-earlier period"
fn year_ago(cursor: Cursor<'_>) -> Read<'_, When> {
    let c = back(cursor.word(&["year"])?.skip_hyphen())?;
    noun(c).map(|(what, end)| (When::Reported(what, Year::Step(-1)), end))
}

/// "the same period last year", "the comparable quarter of 1988", "the quarter a year ago"
fn compared(cursor: Cursor<'_>) -> Read<'_, When> {
    let like = cursor.word(&["same", "comparable", "corresponding"]);
    let (what, c) = noun(like.unwrap_or(cursor)).filter(|_| like.is_some() || cursor.before() == "the")?;
    let (year, end) = years_back(c).or_else(|| stated_year(c).filter(|_| like.is_some()))?;
    Some((When::Reported(what, year), end))
}

/// "a year ago", "two years earlier"
fn years_back(cursor: Cursor<'_>) -> Read<'_, Year> {
    let (Length { count: Count::Whole(count), unit: TimeUnit::Year }, c) = duration::length(cursor)? else { return None };
    let years = i8::try_from(count).ok()?;
    back(c).map(|end| (Year::Step(-years), end))
}

/// "last year", "of the year before", "in 1988"
fn stated_year(cursor: Cursor<'_>) -> Read<'_, Year> {
    let c = cursor.skip(&["of", "in"]);
    if let Some((year, end)) = number::year_digits(c) {
        return Some((Year::Written(year), end));
    }
    let c = c.skip(&["the"]);
    let before = || c.word(&["year"])?.word(&["before", "earlier"]).map(|end| (-1, end));
    step::year_step(c).or_else(before).map(|(by, end)| (Year::Step(by), end))
}

/// "the 1988 quarter", "last year's period"
fn of_year(cursor: Cursor<'_>) -> Read<'_, When> {
    let (year, c) = owner(cursor)?;
    noun(c).map(|(what, end)| (When::Reported(what, year), end))
}

/// "ago", "earlier"
fn back(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.sense(|s| matches!(s, TimeWord::Ago | TimeWord::Earlier).then_some(())).map(|((), end)| end)
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn parts_of_the_year_at_hand() {
        table(&[
            ("It fell in the first half of the year.", &[("first half of the year", "2025-H1")]),
            ("It fell in the year's first quarter.", &[("year's first quarter", "2025-Q1")]),
            ("In fiscal 2024's second half it rose.", &[("fiscal 2024's second half", "2024-H2")]),
            ("It rose in its fourth fiscal quarter.", &[("fourth fiscal quarter", "2024-Q4")]),
        ]);
    }

    #[test]
    fn the_quarter_that_is_told() {
        table(&[
            (
                "Orrin Mills lost money in the third quarter. Sales fell in the latest quarter.",
                &[("third quarter", "2024-Q3"), ("latest quarter", "2024-Q3")],
            ),
            (
                "Its second-quarter profit rose. Costs of the latest period fell.",
                &[("second-quarter", "2025-Q2"), ("latest period", "2025-Q2")],
            ),
            ("Nothing was earned in the most recent quarter.", &[("recent quarter", "2024-Q4")]),
        ]);
    }

    #[test]
    fn the_quarter_it_is_compared_with() {
        table(&[
            (
                "Profit of the third quarter doubled from the year-ago quarter.",
                &[("third quarter", "2024-Q3"), ("year-ago quarter", "2023-Q3")],
            ),
            (
                "For the first quarter it told a loss. It had earned $3 million in the same period last year.",
                &[("first quarter", "2025-Q1"), ("same period last year", "2024-Q1")],
            ),
            (
                "In the fourth quarter sales fell from the quarter a year ago.",
                &[("fourth quarter", "2024-Q4"), ("quarter a year ago", "2023-Q4")],
            ),
            (
                "It lost less in the fourth quarter than in the comparable quarter of 2022.",
                &[("fourth quarter", "2024-Q4"), ("comparable quarter of 2022", "2022-Q4")],
            ),
            (
                "The third quarter was better than the 2019 quarter, and so was the second half.",
                &[("third quarter", "2024-Q3"), ("2019 quarter", "2019-Q3"), ("second half", "2024-H2")],
            ),
            ("It had earned as much in the year-ago period.", &[("year-ago period", "2024")]),
        ]);
    }

    #[test]
    fn two_quarters_at_once() {
        table(&[
            ("Most was sold in the third and fourth quarters.", &[("third", "2024-Q3"), ("fourth quarters", "2024-Q4")]),
            ("The first and second quarters of 2023 were weak.", &[("first", "2023-Q1"), ("second quarters of 2023", "2023-Q2")]),
            ("Rain fell in the third or fourth quarter of 2021.", &[("third", "2021-Q3"), ("fourth quarter of 2021", "2021-Q4")]),
            ("He was first and second to none.", &[]),
        ]);
    }

    #[test]
    fn a_quarter_by_its_end() {
        table(&[
            ("In the quarter ended July 31 it grew.", &[("quarter", "2024-Q2"), ("July 31", "2024-07-31")]),
            ("In the quarter ended Aug. 31 it grew.", &[("quarter", "2024-Q3"), ("Aug. 31", "2024-08-31")]),
            ("In the quarter ended Dec. 31 it grew.", &[("quarter", "2024-Q4"), ("Dec. 31", "2024-12-31")]),
        ]);
    }
}
