//! Yes against no: negations, antonyms and denials on words that match.

use super::judgement::Difference;
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::comparison::{Pairing, Reading};
use crate::lexicon::{Class, Lexicon, WordRelation};

/// Share of the words' weight that must match before a yes and a no are held against each other: of cross-outlet pairs with a
/// negation on one side, one in twenty disagrees, and those share most of their words.
const MATCHING: f64 = 0.6;

/// Verbs that deny what they govern.
const DENIALS: &[&str] = &["deny", "reject", "dismiss", "refute", "dispute", "denial", "rejection", "refuse", "contradict"];

/// The words of a claim that turn yes into no, and what they govern.
pub(super) struct Turns {
    /// Token of the negator or antonym, with the content token that it governs.
    negated: Vec<(usize, usize)>,
}

impl Turns {
    pub fn of(reading: &Reading<'_>) -> Self {
        let article = &reading.article;
        let count = article.tokens().len();
        let mut negated = Vec::new();
        for index in 0..count {
            if !article.tokens()[index].has(Class::Negator) || is_idle(article.lower(index), article.lower(index + 1)) {
                continue;
            }
            // a negator governs the next content word: "not investigated", "no plans", "has never said"
            if let Some(governed) = (index + 1..count.min(index + 6)).find(|&i| reading.is_content(i)) {
                negated.push((index, governed));
            }
        }
        Self { negated }
    }

    fn governs(&self, token: usize) -> bool {
        self.negated.iter().any(|(_, g)| *g == token)
    }
}

fn is_idle(word: &str, next: &str) -> bool {
    matches!(
        (word, next),
        ("not", "only" | "just" | "least") | ("no", "doubt" | "less" | "matter" | "fewer" | "longer") | ("never", "mind")
    )
}

/// Whether a claim tells a denial: its predicate denies.
pub(super) fn is_denial(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    (0..reading.article.tokens().len()).any(|i| DENIALS.contains(&lexicon.lemma(reading.article.lower(i))))
}

/// The difference in polarity, if the matched words differ by an odd number of negations and antonyms.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Difference> {
    let (left, right) = (Turns::of(a), Turns::of(b));
    let mut turns = Vec::new();
    for matched in &pairing.matched {
        let (Some(p), Some(q)) = (a.terms[matched.left].token, b.terms[matched.right].token) else { continue };
        let (x, y) = (left.governs(p), right.governs(q));
        let opposite = matched.relation == WordRelation::Antonym;
        if (x != y) != opposite {
            turns.push((matched, x, y, opposite));
        }
    }
    // a negator on a word that has no partner on the other side says nothing of the shared words
    let (matched, x, _, opposite) = turns.first().copied()?;
    if turns.len() % 2 == 0 || is_denial(a, lexicon) != is_denial(b, lexicon) {
        return None;
    }
    let (p, q) = (a.terms[matched.left].word.as_str(), b.terms[matched.right].word.as_str());
    let reason = if opposite {
        format!("\u{201c}{p}\u{201d} against its opposite \u{201c}{q}\u{201d}")
    } else if x {
        format!("the first denies \u{201c}{p}\u{201d}, the second affirms it")
    } else {
        format!("the first affirms \u{201c}{p}\u{201d}, the second denies it")
    };
    let excuse =
        Excuse { name: ExcuseName::OtherEvent, result: ExcuseResult::RuledOut, why: "the other words match".to_owned(), a: None, b: None };
    Some(Difference { relation: Relation::Polarity, reason, excuses: vec![excuse] })
}
