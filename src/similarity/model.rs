//! From features to a probability: a logistic regression with one set of weights for short statements and one for long ones.

use std::sync::OnceLock;

use super::features::{self, COUNT, Features};
use crate::error::LexiconError;
use crate::lexicon::Table;

/// Between these mean numbers of words a statement passes from short to long: headlines have 5 to 10 words, sentences of news
/// articles 11 to 27. In a headline one word more or less is another statement, in a long sentence it is a detail.
const MIDDLE_LENGTH: f64 = 12.0;
/// How soft that passage is, in words.
const PASSAGE: f64 = 2.0;

/// The weights, learned with `corroborate-train similarity`.
#[derive(Clone, Debug, PartialEq)]
pub struct Model {
    long: FeatureWeights,
    short: FeatureWeights,
}

#[derive(Clone, Debug, PartialEq)]
struct FeatureWeights {
    constant: f64,
    of: Features,
}

impl FeatureWeights {
    fn score(&self, features: &Features) -> f64 {
        self.constant + self.of.iter().zip(features).map(|(weight, value)| weight * value).sum::<f64>()
    }
}

/// How much a pair of statements counts as long, 0 to 1, by the mean of their numbers of words.
#[must_use]
pub fn longness(words: f64) -> f64 {
    logistic((words - MIDDLE_LENGTH) / PASSAGE)
}

/// 1 / (1 + e^-x)
#[must_use]
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

impl Model {
    /// The shipped weights.
    pub(super) fn shipped() -> &'static Self {
        static MODEL: OnceLock<Model> = OnceLock::new();
        MODEL.get_or_init(|| match Model::parse("model.tsv", include_str!("model.tsv")) {
            Ok(model) => model,
            // A test reads the file, so this is a build that never passed its tests.
            Err(error) => unreachable!("the shipped weights are broken: {error}"),
        })
    }

    /// Reads weights: a feature's name, a tab, its weight in long statements, a tab, its weight in short ones; every feature
    /// once, and the constants under the name `*`.
    pub fn parse(file: &str, content: &str) -> Result<Self, LexiconError> {
        let table = Table::parse(file, std::iter::once(content))?;
        let mut columns = [[None; COUNT + 1]; 2];
        for row in table.rows() {
            let index = features::NAMES.iter().position(|name| *name == row.cells[0]);
            let index = index.or((row.cells[0] == "*").then_some(COUNT)).ok_or_else(|| table.error(row, "no such feature"))?;
            for (number, column) in columns.iter_mut().enumerate() {
                column[index] = Some(table.number(row, number + 1, "weight")?);
            }
        }
        let [long, short] = columns.map(|column| column.map(|weight: Option<f64>| weight.unwrap_or(0.0)));
        Ok(Self::new(&long, &short))
    }

    /// A model of these weights, the constant last.
    #[must_use]
    pub fn new(long: &[f64; COUNT + 1], short: &[f64; COUNT + 1]) -> Self {
        let weights = |all: &[f64; COUNT + 1]| FeatureWeights { constant: all[COUNT], of: std::array::from_fn(|i| all[i]) };
        Self { long: weights(long), short: weights(short) }
    }

    /// The probability that two statements with these features say the same; `words` is the mean of their numbers of words.
    #[must_use]
    pub fn probability(&self, features: &Features, words: f64) -> f64 {
        let long = longness(words);
        logistic(long * self.long.score(features) + (1.0 - long) * self.short.score(features))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_weights_name_every_feature() {
        let content = include_str!("model.tsv");
        Model::parse("model.tsv", content).expect("shipped weights");
        for name in features::NAMES.iter().chain(&["*"]) {
            assert_eq!(content.lines().filter(|line| line.split('\t').next() == Some(name)).count(), 1, "{name}");
        }
    }

    #[test]
    fn a_bad_line_is_named() {
        assert_eq!(Model::parse("m.tsv", "edits\t1").unwrap_err().to_string(), "m.tsv, line 1: no weight in column 3");
        assert_eq!(Model::parse("m.tsv", "height\t1\t2").unwrap_err().to_string(), "m.tsv, line 1: no such feature");
    }
}
