//! Years beside a date.

use super::cursor::{Cursor, Read};
use super::meaning::Year;
use super::{number, step};

/// The year behind a month, a day or a quarter: "1998", ", 1998", "of 1998", "'98", "last year", "of this year".
pub(super) fn behind(cursor: Cursor<'_>) -> Read<'_, Year> {
    let linked = cursor.skip(&[","]).skip(&["of", "in"]);
    let written = number::year(linked).filter(|(year, _)| (1000..2200).contains(year)).map(|(year, end)| (Year::Written(year), end));
    written.or_else(|| short_year(linked)).or_else(|| {
        let linked = cursor.skip(&["of"]);
        let told = || linked.word(&["that"])?.skip(&["same"]).word(&["year"]).map(|end| (Year::Told, end));
        step::year_step(linked.skip(&["the"])).map(|(step, end)| (Year::Step(step), end)).or_else(told)
    })
}

/// "'98", "of 87"
fn short_year(cursor: Cursor<'_>) -> Read<'_, Year> {
    let apostrophe = cursor.word(&["'"]).filter(Cursor::is_glued);
    if apostrophe.is_none() && cursor.before() != "of" {
        return None;
    }
    let ((number, digits), end) = apostrophe.unwrap_or(cursor).digits()?;
    (digits == 2 && end.unit().is_none()).then(|| (Year::Written(number::two_digit_year(number)), end))
}
