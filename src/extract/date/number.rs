//! Numbers inside times: counts, days of the month and years, in digits or in words.

use super::cursor::{Cursor, DatePiece, Read};
use crate::lexicon::TimeWord;
use crate::text::{Tag, TokenKind};

/// A year that news writes without a mark of its own; earlier ones need "the year" or a month beside them.
const PLAIN_YEARS: std::ops::RangeInclusive<u32> = 1700..=2100;

fn spelled(cursor: Cursor<'_>) -> Read<'_, u32> {
    cursor.sense(|s| if let TimeWord::Number(n) = s { Some(*n) } else { None })
}

/// "twenty-five", "seven": below a hundred.
fn below_hundred(cursor: Cursor<'_>) -> Read<'_, u32> {
    let (tens, rest) = spelled(cursor).filter(|(n, _)| *n < 100)?;
    match spelled(rest.skip_hyphen()) {
        Some((ones, end)) if tens >= 20 && ones < 10 => Some((tens + ones, end)),
        _ => Some((tens, rest)),
    }
}

/// "3", "twenty-five", "two hundred", "a hundred".
pub(super) fn cardinal(cursor: Cursor<'_>) -> Read<'_, u32> {
    if let Some(((number, _), end)) = cursor.digits() {
        return Some((number, end));
    }
    if let Some(scaled) = cursor.word(&["a"]).and_then(spelled).filter(|(scale, _)| *scale >= 100) {
        return Some(scaled);
    }
    let (number, rest) = below_hundred(cursor)?;
    match spelled(rest.skip_hyphen()) {
        Some((scale, end)) if scale >= 100 => Some((number * scale, end)),
        _ => Some((number, rest)),
    }
}

/// "3rd", "third", "twenty-third".
pub(super) fn ordinal(cursor: Cursor<'_>) -> Read<'_, u32> {
    if let Some(((number, _), end)) = cursor.digits() {
        return end.word(&["st", "nd", "rd", "th"]).filter(|_| end.is_glued()).map(|end| (number, end));
    }
    if let Some(read) = spelled_ordinal(cursor) {
        return Some(read);
    }
    let (tens, rest) = spelled(cursor).filter(|(n, _)| matches!(n, 20 | 30))?;
    let (ones, end) = spelled_ordinal(rest.skip_hyphen()).filter(|(n, _)| *n < 10)?;
    Some((tens + ones, end))
}

fn spelled_ordinal(cursor: Cursor<'_>) -> Read<'_, u32> {
    cursor.sense(|s| if let TimeWord::Ordinal(n) = s { Some(*n) } else { None })
}

/// A day of the month: "3", "3rd", "the third", "twenty-third".
pub(super) fn day(cursor: Cursor<'_>) -> Read<'_, i8> {
    let (number, end) = ordinal(cursor).or_else(|| cardinal(cursor))?;
    (1..=31).contains(&number).then_some((number as i8, end))
}

/// The same behind its month, where one plain word counts what follows: "in March two men", but "March twenty-two".
pub(super) fn day_behind_month(cursor: Cursor<'_>) -> Read<'_, i8> {
    let (number, end) = day(cursor)?;
    let counts = cursor.digits().is_none() && ordinal(cursor).is_none() && end.at == cursor.at + 1;
    (!counts).then_some((number, end))
}

/// A year in four digits: "1998".
pub(super) fn year_digits(cursor: Cursor<'_>) -> Read<'_, i16> {
    let ((number, digits), end) = cursor.digits()?;
    (digits == 4 && (1000..=2199).contains(&number)).then_some((number as i16, end))
}

/// "1998", "nineteen ninety-eight", "two thousand and five", "nineteen hundred ninety three".
pub(super) fn year(cursor: Cursor<'_>) -> Read<'_, i16> {
    year_digits(cursor).or_else(|| {
        let (century, rest) = below_hundred(cursor)?;
        if let Some((scale, end)) = spelled(rest).filter(|(s, _)| *s >= 100) {
            let base = if scale == 1000 && century < 3 { century * 1000 } else { century * 100 };
            let plausible = (1000..=2100).contains(&base) && (scale == 1000) == (century < 3);
            let more = below_hundred(end.skip(&["and"]));
            return plausible.then(|| more.map_or((base as i16, end), |(n, end)| ((base + n) as i16, end)));
        }
        let (rest_of_it, end) = below_hundred(rest)?;
        ((16..=20).contains(&century) && rest_of_it >= 10).then_some(((century * 100 + rest_of_it) as i16, end))
    })
}

/// A year that may stand alone: within [`PLAIN_YEARS`], and no amount by what stands around it.
pub(super) fn plain_year(cursor: Cursor<'_>) -> Read<'_, i16> {
    let (number, end) = year(cursor)?;
    let piece = cursor.peek()?;
    let sign = |p: &DatePiece<'_>| p.kind == TokenKind::Symbol;
    let joined = |p: &DatePiece<'_>| p.glued && matches!(p.kind, TokenKind::Dash | TokenKind::Colon | TokenKind::Stop | TokenKind::Number);
    // "mid-1996", "post-1959"
    let led = cursor.before_previous().is_some_and(|p| p.senses.iter().any(|s| matches!(s, TimeWord::Edge(_))));
    let marked = cursor.previous().is_some_and(|p| sign(p) || (piece.glued && joined(p) && !led) || p.senses.contains(&TimeWord::Numbered));
    let counts = end.peek().is_some_and(|p| sign(p) || (p.glued && p.kind == TokenKind::Number) || p.senses.contains(&TimeWord::Counted));
    // "two thousand trees", "two thousand two hundred"
    let spelled = cursor.behind(1).lower() == "thousand"
        && end.peek().is_some_and(|p| p.is_number() || matches!(p.tag, Tag::Noun | Tag::NounPlural | Tag::Adjective));
    (!spelled && PLAIN_YEARS.contains(&u32::from(number.unsigned_abs())) && !marked && !counts).then_some((number, end))
}

/// The tail of a year behind an apostrophe or in a numeric date: 98 is 1998, 22 is 2022.
pub(super) fn two_digit_year(number: u32) -> i16 {
    // as ISO C and POSIX read it: 69 to 99 lie in the last century
    if number >= 69 { 1900 + number as i16 } else { 2000 + number as i16 }
}
