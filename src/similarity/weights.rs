//! How much a word tells: rare words tell more.

use rustc_hash::FxHashMap;

use crate::lexicon::Lexicon;

/// Weights of words by their inverse document frequency, from the lexicon's background counts or a story's own.
#[derive(Clone, Debug)]
pub struct TermWeights<'l> {
    lexicon: &'l Lexicon,
    story: FxHashMap<Box<str>, u32>,
    passages: f64,
}

impl<'l> TermWeights<'l> {
    /// The background weights: counted over sentences of news and claims.
    #[must_use]
    pub fn background(lexicon: &'l Lexicon) -> Self {
        Self { lexicon, story: FxHashMap::default(), passages: 0.0 }
    }

    /// Background weights corrected by what one story keeps talking about; `counts` says in how many of `passages` a form stands.
    ///
    /// The name that every article of the story repeats tells little within it. The lower one of the two weights counts.
    #[must_use]
    pub fn with_story(lexicon: &'l Lexicon, counts: FxHashMap<Box<str>, u32>, passages: usize) -> Self {
        Self { lexicon, story: counts, passages: passages as f64 }
    }

    /// The weight of a form, 0 to 1.
    #[must_use]
    pub fn weight(&self, form: &str) -> f64 {
        let background = self.lexicon.frequency(form);
        let weight = inverse_frequency(f64::from(background.count), self.lexicon.frequency_total());
        match self.story.get(form) {
            Some(count) => weight.min(inverse_frequency(f64::from(*count), self.passages)),
            None => weight,
        }
    }
}

/// ln((N + 1) / (n + 1)) as a share of its greatest value.
fn inverse_frequency(count: f64, total: f64) -> f64 {
    if total < 1.0 {
        return 1.0;
    }
    (((total + 1.0) / (count + 1.0)).ln() / (total + 1.0).ln()).clamp(0.0, 1.0)
}
