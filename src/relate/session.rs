//! What is traded has another price at each hour: figures of two hours of one trading day are no difference.

use crate::comparison::Reading;
use crate::lexicon::{Class, Lexicon};

/// The words for two hours of a trading day that cannot be one: "closed" and "midday". `None` where a claim names no hour, or neither
/// speaks of what is traded.
pub(super) fn two_hours<'r>(a: &'r Reading<'_>, b: &'r Reading<'_>, lexicon: &Lexicon) -> Option<(&'r str, &'r str)> {
    // the hour of one may tell of trade by itself: "fell 5 percent before the open"
    let traded =
        |r: &Reading<'_>| (0..r.article.tokens().len()).any(|i| lexicon.classes(lexicon.lemma(r.article.lower(i))).has(Class::Market));
    if !traded(a) && !traded(b) {
        return None;
    }
    let ((p, x), (q, y)) = (hours(a, lexicon)?, hours(b, lexicon)?);
    (x.1 <= y.0 || y.1 <= x.0).then_some((p, q))
}

/// The hours of the trading day at which a claim's figures were read, with the first word that tells them.
fn hours<'r>(reading: &'r Reading<'_>, lexicon: &Lexicon) -> Option<(&'r str, (u8, u8))> {
    let article = &reading.article;
    let count = article.tokens().len();
    // "from Thursday's close of $28.91" is what the figure is set against
    let against = |i: usize| (i.saturating_sub(3)..i).any(|before| matches!(article.lower(before), "from" | "'s"));
    (0..count).filter(|&i| !against(i)).find_map(|i| Some((article.lower(i), lexicon.session(article.lowers(i, count))?.1)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::of_two_texts;

    #[test]
    fn hours_of_a_trading_day() {
        let lexicon = Lexicon::english();
        for (phenomenon, first, second, want) in [
            ("close and midday", "Shares of Orrin Steel closed at $12.", "Orrin Steel shares were at $11 at midday.", true),
            ("morning and afternoon", "The index rose 4 points in early trading.", "The index rose 9 points by mid-afternoon.", true),
            ("one within the other", "The index rose 4 points in morning trade.", "The index rose 9 points in early trading.", false),
            ("one says nothing", "The index rose 4 points in early trading.", "The index rose 9 points.", false),
            ("set against a close", "Shares fell to $11 from Monday's close of $12.", "Shares fell to $10 at midday.", false),
            ("nothing traded", "Some 40 people were hurt at midday.", "Some 85 people were hurt in late afternoon.", false),
        ] {
            of_two_texts([first, second], |a, b| {
                assert_eq!(two_hours(a, b, lexicon).is_some(), want, "{phenomenon}");
                assert_eq!(two_hours(b, a, lexicon).is_some(), want, "{phenomenon}, the other way round");
            });
        }
    }
}
