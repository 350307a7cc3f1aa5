//! Whether a clause speaks of the past or of the future.

use crate::lexicon::Class;
use crate::text::{Article, Sentence};

/// The time that a clause speaks of, as far as its verb shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far from an expression its verb is looked for.
const REACH: usize = 25;

/// The tense of the nearest verb before these tokens, or else of the first behind them.
pub(super) fn around(article: &Article<'_>, sentence: &Sentence, first: usize, last: usize) -> Tense {
    let before = (sentence.first.max(first.saturating_sub(REACH))..first).rev();
    let behind = last..sentence.last.min(last + REACH);
    before.chain(behind).find_map(|index| of_word(article, index)).unwrap_or(Tense::Unknown)
}

fn of_word(article: &Article<'_>, index: usize) -> Option<Tense> {
    let token = article.tokens().get(index)?;
    let word = article.lower(index);
    match word {
        "will" | "'ll" | "wo" | "shall" | "won't" => Some(Tense::Future),
        "would" | "'d" => Some(Tense::Future),
        "was" | "were" | "had" | "did" | "has" | "have" | "been" | "said" | "told" | "began" | "took" | "made" | "came" | "went" => {
            Some(Tense::Past)
        }
        "expected" | "scheduled" | "due" | "set" | "planned" | "plans" | "slated" | "expects" => Some(Tense::Future),
        _ if token.has(Class::Modal) => Some(Tense::Future),
        _ if token.is_word() && word.len() > 4 && word.ends_with("ed") => Some(Tense::Past),
        _ => None,
    }
}
