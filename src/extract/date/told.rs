//! Times counted from the one told last: "that day", "since then", "the day before", "the night before".

use super::cursor::{Cursor, Read};
use super::meaning::{Anchor, Count, Length, When};
use super::step;
use crate::lexicon::TimeUnit;
use crate::text::TokenKind;
use crate::value::{Granularity, PartOfDay};

/// "until then", "since then"
pub(super) fn then(cursor: Cursor<'_>) -> Read<'_, When> {
    let led = matches!(cursor.before(), "until" | "till" | "since" | "by");
    cursor.word(&["then"]).filter(|_| led).map(|end| (When::Told, end))
}

/// "that day", "the same month": the one told last
pub(super) fn spoken_of(cursor: Cursor<'_>) -> Read<'_, When> {
    let (unit, end) = that(cursor)?.unit()?;
    let granularity = step::granularity(unit).filter(|_| !end.before().ends_with('s'))?;
    Some((When::Step { granularity, by: 0, anchor: Anchor::Last }, end))
}

fn that(cursor: Cursor<'_>) -> Option<Cursor<'_>> {
    cursor.word(&["that", "same"]).map(|c| c.skip(&["same"]))
}

/// "the day before", "the year earlier", "the week after", where nothing is told of that it came before
pub(super) fn day_before(cursor: Cursor<'_>) -> Read<'_, When> {
    let (unit, c) = cursor.unit().filter(|(unit, c)| cursor.before() == "the" && is_day(*unit, c.before()))?;
    let (sign, end) = before(c)?;
    let when = step::offset(Length { count: Count::Whole(1), unit }, sign, Anchor::Last)?;
    Some((when, end))
}

/// "days" are none, and "the night before" tells more than a day
fn is_day(unit: TimeUnit, word: &str) -> bool {
    !word.ends_with('s') && (unit != TimeUnit::Day || word == "day")
}

fn before(cursor: Cursor<'_>) -> Read<'_, i64> {
    let (sign, end) = cursor.word(&["before", "earlier"]).map(|c| (-1, c)).or_else(|| cursor.word(&["after"]).map(|c| (1, c)))?;
    closes(end).then_some((sign, end))
}

/// Whether the words behind tell of something else: "the day before, ...", "the day before in Orrin", but not "the day before the vote".
fn closes(cursor: Cursor<'_>) -> bool {
    cursor.peek().is_none_or(|p| p.kind != TokenKind::Word || matches!(p.lower, "and" | "but" | "in" | "on" | "at" | "to" | "when" | "as"))
}

/// "that night", "the same evening", "the night before": the day, counted from the one told last, and the part of it
pub(super) fn part(cursor: Cursor<'_>) -> Read<'_, (i64, PartOfDay)> {
    if let Some((part, end)) = that(cursor).and_then(Cursor::part) {
        return (!end.before().ends_with('s')).then_some(((0, part), end));
    }
    let (part, c) = cursor.part().filter(|_| cursor.before() == "the")?;
    before(c).map(|(by, end)| ((by, part), end))
}

/// "(more this year than) last"
pub(super) fn last_alone(cursor: Cursor<'_>) -> Read<'_, When> {
    let end = cursor.word(&["last"]).filter(|end| closes(*end) && matches!(cursor.before(), "as" | "than" | "and" | "or" | "from"))?;
    let (unit, _) = cursor.back(3)?.word(&["this"])?.unit()?;
    let granularity: Granularity = step::granularity(unit)?;
    Some((When::Step { granularity, by: -1, anchor: Anchor::Now }, end))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn the_time_told_before() {
        table(&[
            ("The pier closed in May 2024. Since then nobody came.", &[("May 2024", "2024-05"), ("then", "2024-05")]),
            ("It opens on March 20. Until then it is shut.", &[("March 20", "2025-03-20"), ("then", "2025-03-20")]),
            ("He came in 1994, and by then all was lost; then he left.", &[("1994", "1994"), ("then", "1994")]),
        ]);
    }

    #[test]
    fn the_day_before_it() {
        table(&[
            ("He fell on Jan. 7. The day before, he had sung.", &[("Jan. 7", "2025-01-07"), ("day before", "2025-01-06")]),
            ("It lost money in 2021 and made some the year before.", &[("2021", "2021"), ("year before", "2020")]),
            ("She left in June 2024; her sister came the month after.", &[("June 2024", "2024-06"), ("month after", "2024-07")]),
            ("He sang the day before the vote, and the week after it.", &[]),
        ]);
    }

    #[test]
    fn the_night_of_it() {
        table(&[
            ("The mill burned on March 3. That night it snowed.", &[("March 3", "2025-03-03"), ("That night", "2025-03-03TNI")]),
            ("He spoke on Monday and left the same evening.", &[("Monday", "2025-03-10"), ("same evening", "2025-03-10TEV")]),
            ("The vote was on Jan. 7; she had arrived the night before.", &[("Jan. 7", "2025-01-07"), ("night before", "2025-01-06TNI")]),
        ]);
    }

    #[test]
    fn so_long_after_it() {
        table(&[
            ("He was hurt on March 3 and died two days later.", &[("March 3", "2025-03-03"), ("two days later", "2025-03-05")]),
            ("She was chosen in May 2021. Three months later she resigned.", &[("May 2021", "2021-05"), ("Three months later", "2021-08")]),
            ("The mill opened in 1994; five years later it burned.", &[("1994", "1994"), ("five years later", "1999")]),
            ("It came in 1994; two days later it went.", &[("1994", "1994"), ("two days later", "P2D")]),
            ("Two days later he was found.", &[("Two days later", "P2D")]),
        ]);
    }

    #[test]
    fn last_beside_this() {
        table(&[
            ("More was sold this year than last.", &[("this year", "2025"), ("last", "2024")]),
            ("It rained as much this month as last, she said.", &[("this month", "2025-03"), ("last", "2025-02")]),
            ("Fares rose this week and last.", &[("this week", "2025-W11"), ("last", "2025-W10")]),
            ("He came last, and she was last to leave this year.", &[("this year", "2025")]),
        ]);
    }
}
