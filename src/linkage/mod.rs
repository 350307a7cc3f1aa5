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

/// A scored pair.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    /// The sum of the evidence, in thousandths of a bit: whole numbers add up the same in every order.
    pub millibits: i64,
    /// Line by line.
    pub evidence: Vec<Evidence>,
}

impl Link {
    /// The weight in bits.
    #[must_use]
    pub fn bits(&self) -> f64 {
        self.millibits as f64 / 1000.0
    }

    /// The probability that the two claims share a slot.
    #[must_use]
    pub fn probability(&self) -> f64 {
        1.0 / (1.0 + (-self.bits()).exp2())
    }
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

    /// Scores a pair: each comparison's level, weighed and added up on top of the prior.
    ///
    /// Reads no masked word, so a changed figure, date, negation or modal leaves the weight as it was.
    #[must_use]
    pub fn link(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> Link {
        let mut millibits = self.weights.prior();
        let mut evidence = vec![Evidence {
            comparison: "prior".to_owned(),
            level: "two passages of one story".to_owned(),
            weight: millibits as f64 / 1000.0,
            a: String::new(),
            b: String::new(),
        }];
        for weighed in &self.comparisons {
            let level = weighed.comparison.level(a, b, pairing, self.lexicon);
            let [p, q] = weighed.comparison.words(a, b, pairing, self.lexicon);
            let weight = weighed.weight(level);
            millibits += weight;
            let (comparison, level) = (weighed.comparison.name().to_owned(), level.to_owned());
            evidence.push(Evidence { comparison, level, weight: weight as f64 / 1000.0, a: p, b: q });
        }
        Link { millibits, evidence }
    }

    /// The weight alone, in thousandths of a bit: no word of the evidence is written down.
    #[must_use]
    pub fn weigh(&self, a: &Reading<'_>, b: &Reading<'_>) -> i64 {
        let pairing = Pairing::new(a, b, self.lexicon);
        let levels = self.comparisons.iter().map(|c| c.weight(c.comparison.level(a, b, &pairing, self.lexicon)));
        self.weights.prior() + levels.sum::<i64>()
    }
}
