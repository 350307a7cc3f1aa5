//! What a pair's comparison knows besides its two claims: how common each word is in the story.

use rustc_hash::FxHashMap;

use crate::claim::Claim;
use crate::lexicon::Lexicon;
use crate::text::{Article, stem};

/// The term weights of a story; the empty one gives every word the weight of a middling rare one.
#[derive(Debug, Clone, Default)]
pub struct Context {
    documents: FxHashMap<String, u32>,
    claims: u32,
}

impl Context {
    /// Counts in how many claims each stem stands. The order of the claims does not matter.
    #[must_use]
    pub fn of(claims: &[Claim], lexicon: &Lexicon) -> Self {
        let mut context = Self { claims: claims.len() as u32, ..Self::default() };
        for claim in claims {
            let article = Article::new(&claim.text, lexicon);
            let mut stems: Vec<String> =
                (0..article.tokens().len()).filter(|&i| article.tokens()[i].is_word()).map(|i| stem(article.lower(i))).collect();
            stems.sort_unstable();
            stems.dedup();
            for stem in stems {
                *context.documents.entry(stem).or_insert(0) += 1;
            }
        }
        context
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
        let (claims, having) = (f64::from(self.claims), f64::from(self.documents.get(stem).copied().unwrap_or(1)));
        (1.4 * ((claims + 1.0) / (having + 0.5)).ln() / (claims + 1.0).ln()).powf(1.5).clamp(0.1, 1.3)
    }
}

/// Fewer claims are no story to count in.
const FEWEST: u32 = 20;

/// The weight of a word where no story is known to count in.
const MIDDLING: f64 = 0.8;
