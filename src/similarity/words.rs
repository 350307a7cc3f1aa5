//! Sentences as rows of comparable words: each way of writing one thing has one form, a class and a weight.

use std::hash::Hasher;

use rustc_hash::FxHasher;

use crate::span::Span;
use crate::text::Tag;

/// What kind of word it is, as far as comparing goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordClass {
    /// Nouns, verbs, adjectives, adverbs.
    Content,
    /// Part of a proper name.
    Name,
    /// A number, in digits or words.
    Number,
    /// A day of the month, a month or a weekday.
    Date,
    /// "not", "never", "without".
    Negator,
    /// "will", "may", "must".
    Modal,
    /// Articles, prepositions, pronouns, auxiliaries.
    Function,
}

impl WordClass {
    /// Whether a word of this class may answer to another one than itself.
    pub(super) fn is_open(self) -> bool {
        matches!(self, Self::Content | Self::Name)
    }
}

/// One word that can be compared.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Word {
    /// Where it stands; covers several tokens for "Feb. 14" or "United States".
    pub span: Span,
    /// Its kind.
    pub class: WordClass,
    /// How much it tells, 0 to 1: the inverse document frequency of its stem, as a share of the greatest one.
    pub weight: f64,
    /// Whether it is left out of comparisons.
    pub masked: bool,
    /// The same for all ways of writing it: a hash of its form.
    pub(super) key: u64,
    /// Its part of speech.
    pub tag: Tag,
    /// The concepts and the country that it stands for; zeros behind them.
    pub(super) concepts: [u32; CONCEPTS],
    /// Its lemma's number in the lexicon, where it has relations.
    pub(super) lemma: Option<u32>,
    /// Its form in the buffer.
    pub(super) form: (u32, u32),
}

/// Marks the number of a country among those of concepts.
pub(super) const COUNTRY: u32 = 1 << 31;

/// How many concepts of a word are kept; only a handful of words has more.
pub(super) const CONCEPTS: usize = 3;

/// The comparable words of a passage, in order.
///
/// ```
/// use corroborate::lexicon::Lexicon;
/// use corroborate::similarity::{TermWeights, Words};
/// let lexicon = Lexicon::english();
/// let weights = TermWeights::background(lexicon);
/// let words = |text| Words::read(text, lexicon, &weights);
/// let forms = |text| { let w = words(text); (0..w.len()).map(|i| w.form(i).to_owned()).collect::<Vec<_>>() };
/// assert_eq!(forms("one thousand troops"), ["1000", "troop"]);
/// assert_eq!(forms("1,000 troops"), ["1000", "troop"]);
/// assert_eq!(forms("Feb. 14 in the U.S."), forms("14 February in the United States"));
/// ```
#[derive(Clone, Debug, Default)]
pub struct Words {
    forms: String,
    words: Vec<Word>,
}

impl Words {
    /// The words, in order.
    #[must_use]
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// How many words there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is no word.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The form of a word: its stem, or the usual way of writing it.
    #[must_use]
    pub fn form(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |w| &self.forms[w.form.0 as usize..w.form.1 as usize])
    }

    /// A fixed order of passages, so that what is greedy does not depend on which of two comes first.
    pub(super) fn before(&self, other: &Self) -> bool {
        self.forms < other.forms
    }

    /// The same words with those left out of every comparison for which `choose` says so.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// use corroborate::similarity::{TermWeights, WordClass, Words, align};
    /// let lexicon = Lexicon::english();
    /// let weights = TermWeights::background(lexicon);
    /// let slot = |text| Words::read(text, lexicon, &weights).mask(|word| word.class == WordClass::Number);
    /// let (a, b) = (slot("100,000 troops massed"), slot("130,000 troops massed"));
    /// assert_eq!(align(&a, &b, lexicon).coverage_a, 1.0);
    /// ```
    #[must_use]
    pub fn mask(mut self, choose: impl Fn(&Word) -> bool) -> Self {
        for word in &mut self.words {
            word.masked |= choose(word);
        }
        self
    }
}

impl Words {
    /// Adds a word; its key is made of its form.
    pub(super) fn push(&mut self, form: &str, word: Word) {
        let start = self.forms.len() as u32;
        self.forms.push_str(form);
        self.words.push(Word { key: key(form), form: (start, self.forms.len() as u32), ..word });
    }
}

/// A hash of a form, the same in every run.
pub(super) fn key(form: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(form.as_bytes());
    hasher.finish()
}
