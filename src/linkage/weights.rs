//! What each level weighs: data, not code.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::error::LexiconError;
use crate::lexicon::Table;

/// Why a table of weights could not be read.
pub type WeightsError = LexiconError;

/// The weight of each comparison's levels, in thousandths of a bit.
///
/// ```
/// use corroborate::linkage::Weights;
/// let weights = Weights::shipped();
/// assert!(weights.of("speaker", "same speaker") > weights.of("speaker", "another speaker"));
/// ```
#[derive(Debug, Clone)]
pub struct Weights {
    prior: i64,
    /// Which pairs the prior is of.
    of_pairs: Box<str>,
    levels: FxHashMap<Box<str>, Levels>,
}

/// The weight of each level of one comparison.
pub(super) type Levels = FxHashMap<Box<str>, i64>;

impl Weights {
    /// The table that is compiled in.
    #[must_use]
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Weights> = OnceLock::new();
        SHIPPED.get_or_init(|| match Weights::parse("weights.tsv", include_str!("weights.tsv")) {
            Ok(weights) => weights,
            // A test reads the table, so this is a build that never passed its tests.
            Err(error) => unreachable!("the shipped weights are broken: {error}"),
        })
    }

    /// The shipped table with the levels of [`crate::comparison::Replaced`], for passages that stand alone.
    #[must_use]
    pub fn of_passages() -> &'static Self {
        static SHIPPED: OnceLock<Weights> = OnceLock::new();
        SHIPPED.get_or_init(|| match Weights::with_rows("passages.tsv", include_str!("passages.tsv")) {
            Ok(weights) => weights,
            // A test reads the table, so this is a build that never passed its tests.
            Err(error) => unreachable!("the shipped weights of passages are broken: {error}"),
        })
    }

    /// Reads a table: comparison, level and thousandths of a bit, parted by tabs; the row `prior` has the weight that every
    /// pair starts from, and for its level which pairs those are.
    pub fn parse(file: &str, content: &str) -> Result<Self, WeightsError> {
        let mut weights = Self { prior: 0, of_pairs: Box::default(), levels: FxHashMap::default() };
        weights.read(file, content)?;
        Ok(weights)
    }

    /// The shipped table with further rows, for the levels of a comparison of one's own; a level that the table names takes the new
    /// weight.
    ///
    /// ```
    /// use corroborate::linkage::Weights;
    /// let weights = Weights::with_rows("own.tsv", "country\tother countries\t-6000").unwrap();
    /// assert_eq!(weights.of("country", "other countries"), -6000);
    /// assert_eq!(weights.prior(), Weights::shipped().prior());
    /// ```
    pub fn with_rows(file: &str, content: &str) -> Result<Self, WeightsError> {
        let mut weights = Self::shipped().clone();
        weights.read(file, content)?;
        Ok(weights)
    }

    fn read(&mut self, file: &str, content: &str) -> Result<(), WeightsError> {
        let table = Table::parse(file, std::iter::once(content))?;
        for row in table.rows() {
            let level = table.cell(row, 1, "level")?;
            let value = table.number(row, 2, "whole number of thousandths of a bit")?;
            if row.cells[0] == "prior" {
                (self.prior, self.of_pairs) = (value, level.into());
            } else {
                self.levels.entry(row.cells[0].into()).or_default().insert(level.into(), value);
            }
        }
        Ok(())
    }

    /// The weight that every pair starts from.
    #[must_use]
    pub fn prior(&self) -> i64 {
        self.prior
    }

    /// Which pairs the prior is of: "two passages of one story".
    #[must_use]
    pub fn of_pairs(&self) -> &str {
        &self.of_pairs
    }

    /// The levels of a comparison; `None` for one that the table does not name.
    pub(super) fn levels(&self, comparison: &str) -> Option<&Levels> {
        self.levels.get(comparison)
    }

    /// The weight of a level; zero for one that the table does not name.
    #[must_use]
    pub fn of(&self, comparison: &str, level: &str) -> i64 {
        self.levels(comparison).and_then(|levels| levels.get(level)).copied().unwrap_or(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_broken_table_names_the_line() {
        let error = Weights::parse("w.tsv", "prior\t-\t-4000\nwording\tmost\tmuch").unwrap_err();
        assert_eq!(error.line, 2);
        assert_eq!(Weights::shipped().of("wording", "no such level"), 0);
        let passages = Weights::of_passages();
        assert!(passages.of("replaced", "nothing") > passages.of("replaced", "a rare name"));
    }
}
