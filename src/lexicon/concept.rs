//! Concepts: what news says in several words and phrases for one thing.

use rustc_hash::FxHashMap;

use super::Table;
use crate::error::LexiconError;

/// The number of a concept.
pub type ConceptId = u16;

/// Words and phrases by concept.
#[derive(Debug, Clone, Default)]
pub struct Concepts {
    names: Vec<Box<str>>,
    words: FxHashMap<Box<str>, Vec<ConceptId>>,
    /// By first word: the other words, and the concept.
    phrases: FxHashMap<Box<str>, Vec<Phrase>>,
}

#[derive(Debug, Clone)]
struct Phrase {
    rest: Vec<Box<str>>,
    concept: ConceptId,
}

/// How many words may stand between a verb and its particle: "ruled that out", "put the vote off".
const GAP: usize = 3;

impl Concepts {
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut concepts = Self::default();
        for row in table.rows() {
            let concept = concepts.number(row.cells[0]);
            for phrase in table.cell(row, 1, "word")?.split('|').map(str::trim).filter(|p| !p.is_empty()) {
                match phrase.split_once(' ') {
                    None => concepts.words.entry(phrase.into()).or_default().push(concept),
                    Some((first, rest)) => {
                        let rest = rest.split(' ').map(Box::from).collect();
                        concepts.phrases.entry(first.into()).or_default().push(Phrase { rest, concept });
                    }
                }
            }
        }
        Ok(concepts)
    }

    /// A later line with a known name adds to that concept.
    fn number(&mut self, name: &str) -> ConceptId {
        let known = self.names.iter().position(|n| **n == *name);
        known.unwrap_or_else(|| {
            self.names.push(name.into());
            self.names.len() - 1
        }) as ConceptId
    }

    /// The concepts of the word at `index`, alone and as the head of a phrase; `lemma` gives the dictionary form of each word.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let concepts = Lexicon::english().concepts();
    /// let ruled_out = ["rule", "that", "out"];
    /// let rejected = ["reject"];
    /// let of = |words: &[&'static str]| { let words = words.to_vec(); concepts.of(0, move |i| words.get(i).copied().unwrap_or("")) };
    /// assert_eq!(of(&ruled_out).iter().filter(|c| of(&rejected).contains(c)).count(), 1);
    /// ```
    pub fn of<'w>(&self, index: usize, lemma: impl Fn(usize) -> &'w str) -> Vec<ConceptId> {
        let word = lemma(index);
        let mut found = self.words.get(word).cloned().unwrap_or_default();
        for phrase in self.phrases.get(word).into_iter().flatten() {
            let adjacent = phrase.rest.iter().enumerate().all(|(k, w)| lemma(index + 1 + k) == &**w);
            let parted = phrase.rest.len() == 1 && (1..=1 + GAP).any(|k| lemma(index + k) == &*phrase.rest[0]);
            if adjacent || parted {
                found.push(phrase.concept);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}
