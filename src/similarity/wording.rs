//! The built-in similarity: aligned words, weighed by a small learned model.

use super::Similarity;
use super::align::{Alignment, align};
use super::features::features;
use super::model::Model;
use super::weights::TermWeights;
use super::words::Words;
use crate::lexicon::Lexicon;

/// How close two statements are in wording and meaning, from the alignment of their words.
///
/// ```
/// use corroborate::lexicon::Lexicon;
/// use corroborate::similarity::{Similarity, Wording};
/// let wording = Wording::new(Lexicon::english());
/// let same = wording.similarity("The council rejected the plan on Monday.", "On Monday the plan was rejected by the council.");
/// let other = wording.similarity("The council rejected the plan on Monday.", "The mayor opened a bridge.");
/// assert!(same > 0.5 && other < 0.1);
/// ```
#[derive(Clone, Debug)]
pub struct Wording<'l> {
    lexicon: &'l Lexicon,
    weights: TermWeights<'l>,
    model: &'static Model,
}

impl<'l> Wording<'l> {
    /// With the background weights of words.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self::with_weights(lexicon, TermWeights::background(lexicon))
    }

    /// With the weights of words in a story of its own.
    #[must_use]
    pub fn with_weights(lexicon: &'l Lexicon, weights: TermWeights<'l>) -> Self {
        Self { lexicon, weights, model: Model::shipped() }
    }

    /// The comparable words of a text, for [`Wording::compare`].
    #[must_use]
    pub fn words(&self, text: &str) -> Words {
        Words::read(text, self.lexicon, &self.weights)
    }

    /// The probability that two passages state the same, with the alignment it comes from.
    #[must_use]
    pub fn compare(&self, a: &Words, b: &Words) -> (f64, Alignment) {
        if b.before(a) {
            let (probability, alignment) = self.compare(b, a);
            return (probability, alignment.swapped());
        }
        let alignment = align(a, b, self.lexicon);
        let words = (a.len() + b.len()) as f64 / 2.0;
        (self.model.probability(&features(a, b, &alignment), words), alignment)
    }
}

impl Similarity for Wording<'_> {
    fn similarity(&self, a: &str, b: &str) -> f64 {
        let (a, b) = (self.words(a), self.words(b));
        self.compare(&a, &b).0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_statement_is_above_one_half() {
        let wording = Wording::new(Lexicon::english());
        for (phenomenon, a, b, same) in [
            ("the very words", "The harbour bridge collapsed on Monday.", "The harbour bridge collapsed on Monday.", true),
            ("passive", "The council rejected the plan on Monday.", "On Monday the plan was rejected by the council.", true),
            ("a number in words", "Ferry fire kills forty in Velmouth", "40 killed in Velmouth ferry fire", true),
            ("a synonym", "Velmouth mayor quits after bridge report", "Velmouth mayor resigns after report on bridge", true),
            ("another subject", "Ferry fire kills forty in Velmouth", "Velmouth mayor opens new ferry line", false),
            ("another place and number", "Quake kills 12 in Orrin", "Flood kills 300 in Skerry", false),
            ("nothing in common", "The council rejected the plan on Monday.", "A bear was seen near the school.", false),
        ] {
            assert_eq!(wording.similarity(a, b) >= 0.5, same, "{phenomenon}: {}", wording.similarity(a, b));
        }
    }

    #[test]
    fn an_empty_text_is_like_nothing() {
        let wording = Wording::new(Lexicon::english());
        assert!(wording.similarity("", "The council rejected the plan.") < 0.5);
    }
}
