//! Same slot? The weight of a pair in bits, with the evidence for it.

mod weights;

pub use weights::{Weights, WeightsError};

use serde::{Deserialize, Serialize};

use crate::comparison::{COMPARISONS, Comparison, Pairing, Reading};
use crate::lexicon::Lexicon;
use weights::Levels;

/// One line of the waterfall: a comparison, its level, and the words that decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Evidence {
    /// Which comparison: "wording", "speaker", "counted noun".
    pub comparison: String,
    /// Its labelled answer: "same speaker"; the null level where one side is silent.
    pub level: String,
    /// Bits for (positive) or against (negative) one slot.
    pub weight: f64,
    /// The words of the first claim that decided.
    pub a: String,
    /// The words of the second claim that decided.
    pub b: String,
}

/// The bits of a weight, which is summed in thousandths: whole numbers add up the same in every order.
#[must_use]
pub fn bits(millibits: i64) -> f64 {
    millibits as f64 / 1000.0
}

/// The probability that two claims share a slot, by the weight of their link in bits.
///
/// ```
/// assert_eq!(corroborate::linkage::probability(0.0), 0.5);
/// ```
#[must_use]
pub fn probability(bits: f64) -> f64 {
    1.0 / (1.0 + (-bits).exp2())
}

/// Scores pairs: the built-in comparisons and a user's own, weighed by a table.
#[derive(Clone)]
pub struct Linker<'l> {
    comparisons: Vec<Weighed<'l>>,
    weights: &'l Weights,
    lexicon: &'l Lexicon,
}

/// A comparison with the weights of its levels, looked up once for all pairs.
#[derive(Clone, Copy)]
struct Weighed<'l> {
    comparison: &'l dyn Comparison,
    levels: Option<&'l Levels>,
}

impl Weighed<'_> {
    fn weight(&self, level: &str) -> i64 {
        self.levels.and_then(|levels| levels.get(level)).copied().unwrap_or(0)
    }
}

impl std::fmt::Debug for Linker<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.comparisons.iter().map(|c| c.comparison.name())).finish()
    }
}

impl<'l> Linker<'l> {
    /// The built-in comparisons with these weights.
    #[must_use]
    pub fn new(weights: &'l Weights, lexicon: &'l Lexicon) -> Self {
        Self { comparisons: Vec::new(), weights, lexicon }.with(COMPARISONS.iter().copied())
    }

    /// The same with further comparisons.
    #[must_use]
    pub fn with(mut self, further: impl Iterator<Item = &'l dyn Comparison>) -> Self {
        let weights = self.weights;
        self.comparisons.extend(further.map(|comparison| Weighed { comparison, levels: weights.levels(comparison.name()) }));
        self
    }

    /// The weight of a pair's link in thousandths of a bit: each comparison's level, weighed and added up on top of the prior.
    ///
    /// Reads no masked word, so a changed figure, date, negation or modal leaves the weight as it was.
    #[must_use]
    pub fn weigh(&self, a: &Reading<'_>, b: &Reading<'_>) -> i64 {
        self.weigh_paired(a, b, &Pairing::new(a, b, self.lexicon))
    }

    /// The same, where it is known which words match.
    #[must_use]
    pub fn weigh_paired(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> i64 {
        let levels = self.comparisons.iter().map(|c| c.weight(c.comparison.level(a, b, pairing, self.lexicon)));
        self.weights.prior() + levels.sum::<i64>()
    }

    /// The weight line by line: the prior, then each comparison with its level and the words that decided.
    #[must_use]
    pub fn evidence(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> Vec<Evidence> {
        let prior = Evidence {
            comparison: "prior".to_owned(),
            level: self.weights.of_pairs().to_owned(),
            weight: bits(self.weights.prior()),
            a: String::new(),
            b: String::new(),
        };
        let compared = self.comparisons.iter().map(|weighed| {
            let level = weighed.comparison.level(a, b, pairing, self.lexicon);
            let [p, q] = weighed.comparison.words(a, b, pairing, self.lexicon);
            let comparison = weighed.comparison.name().to_owned();
            Evidence { comparison, level: level.to_owned(), weight: bits(weighed.weight(level)), a: p, b: q }
        });
        std::iter::once(prior).chain(compared).collect()
    }
}
