//! What a pair's comparison knows besides its two claims: how common each word is in the story.

use std::borrow::Cow;

use rustc_hash::FxHashMap;

use crate::claim::Claim;
use crate::lexicon::Lexicon;
use crate::parallel;
use crate::perceptron;
use crate::text::{Article, stem};

/// The term weights of a story; the empty one gives every word the weight of a middling rare one.
#[derive(Debug, Clone, Default)]
pub struct Context {
    /// In how many claims each stem stands.
    counts: FxHashMap<String, u32>,
    /// The words of the story: looking one up costs less than finding its stem and its lemma again.
    words: FxHashMap<String, KnownWord>,
    claims: u32,
}

/// What is known of a word wherever it stands.
#[derive(Debug, Clone)]
pub(super) struct KnownWord {
    pub stem: String,
    /// The hash of its stem.
    pub hash: u64,
    pub lemma: String,
    /// The number of its lemma among the related words, if it is one of them.
    pub id: Option<u32>,
    /// The weight of its stem.
    pub weight: f64,
}

impl Context {
    /// Counts in how many claims each stem stands. The order of the claims does not matter.
    #[must_use]
    pub fn of(claims: &[Claim], lexicon: &Lexicon) -> Self {
        let articles = parallel::map(claims, |claim| claim.article(lexicon));
        Self::of_articles(&articles.iter().collect::<Vec<_>>(), lexicon)
    }

    /// [`Context::of`] for claims whose texts were cut into words before.
    pub(super) fn of_articles(articles: &[&Article<'_>], lexicon: &Lexicon) -> Self {
        let chunks: Vec<&[&Article<'_>]> = articles.chunks(CHUNK).collect();
        let mut context = Self { claims: articles.len() as u32, ..Self::default() };
        let mut stems: FxHashMap<&str, String> = FxHashMap::default();
        for chunk in parallel::map(&chunks, |articles| StemCounts::of(articles)) {
            for (stem, count) in chunk.stems.iter().zip(chunk.counts) {
                *context.counts.entry(stem.clone()).or_insert(0) += count;
            }
            for (word, number) in chunk.numbers {
                stems.entry(word).or_insert_with(|| chunk.stems[number].clone());
            }
        }
        let words =
            parallel::map_owned(stems.into_iter().collect(), |(word, stem)| (word.to_owned(), context.describe(word, stem, lexicon)));
        context.words = words.into_iter().collect();
        context
    }

    fn describe(&self, word: &str, stem: String, lexicon: &Lexicon) -> KnownWord {
        let lemma = lexicon.lemma(word);
        KnownWord {
            weight: self.weight(&stem),
            hash: perceptron::hash(stem.as_bytes()),
            stem,
            id: lexicon.word_id(lemma),
            lemma: lemma.to_owned(),
        }
    }

    /// What is known of a word, remembered where the story has it.
    pub(super) fn word(&self, word: &str, lexicon: &Lexicon) -> Cow<'_, KnownWord> {
        self.words.get(word).map_or_else(|| Cow::Owned(self.describe(word, stem(word), lexicon)), Cow::Borrowed)
    }

    /// The weight of a stem: about one for a word that stands in three claims of the story, less the more claims have it.
    ///
    /// The logarithm of its rarity over that of the rarest word. Words that name the story itself ("Russia", "tariffs") stand in every
    /// fifth claim and tell little about which claim it is.
    #[must_use]
    pub fn weight(&self, stem: &str) -> f64 {
        if self.claims < FEWEST {
            return MIDDLING;
        }
        let (claims, having) = (f64::from(self.claims), f64::from(self.counts.get(stem).copied().unwrap_or(1)));
        (1.4 * ((claims + 1.0) / (having + 0.5)).ln() / (claims + 1.0).ln()).powf(1.5).clamp(0.1, 1.3)
    }
}

/// Fewer claims are no story to count in.
const FEWEST: u32 = 20;

/// The weight of a word where no story is known to count in.
const MIDDLING: f64 = 0.8;

/// Texts that are counted together: they share one table of words.
const CHUNK: usize = 4096;

/// The stems of some texts, by number, and in how many of the texts each stands.
#[derive(Default)]
struct StemCounts<'a> {
    stems: Vec<String>,
    counts: Vec<u32>,
    /// The number of each word's stem.
    numbers: FxHashMap<&'a str, usize>,
}

impl<'a> StemCounts<'a> {
    fn of(articles: &[&'a Article<'_>]) -> Self {
        let mut stems = Self::default();
        let mut by_stem: FxHashMap<String, usize> = FxHashMap::default();
        // the last text that each stem was seen in, counted from one
        let mut seen: Vec<usize> = Vec::new();
        for (text, article) in articles.iter().enumerate() {
            for word in (0..article.tokens().len()).filter(|&i| article.tokens()[i].is_word()).map(|i| article.lower(i)) {
                let number = *stems.numbers.entry(word).or_insert_with(|| {
                    let stem = stem(word);
                    *by_stem.entry(stem).or_insert_with_key(|stem| {
                        stems.stems.push(stem.clone());
                        stems.counts.push(0);
                        seen.push(0);
                        stems.stems.len() - 1
                    })
                });
                stems.counts[number] += u32::from(seen[number] <= text);
                seen[number] = text + 1;
            }
        }
        stems
    }
}
