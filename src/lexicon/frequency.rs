//! How often words stand in news, and whether they are written as names there.

use rustc_hash::FxHashMap;

use super::{Lexicon, Table};
use crate::error::LexiconError;

/// How often a form was seen in the background texts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Frequency {
    /// In how many sentences.
    pub count: u32,
    /// Whether it mostly has a capital inside a sentence.
    pub name: bool,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Frequencies {
    forms: FxHashMap<Box<str>, Frequency>,
    total: f64,
}

impl Frequencies {
    /// Reads `frequencies.txt`: a form, a tab, its count, and a tab and `name`; the form `*` counts all sentences.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut frequencies = Self::default();
        for row in table.rows() {
            let count = table.number(row, 1, "count")?;
            if row.cells[0] == "*" {
                frequencies.total = f64::from(count);
            } else {
                frequencies.forms.insert(row.cells[0].into(), Frequency { count, name: row.cells.get(2) == Some(&"name") });
            }
        }
        Ok(frequencies)
    }
}

impl Lexicon {
    /// How often a form (see `similarity::Words`) was seen in the background texts.
    #[must_use]
    pub fn frequency(&self, form: &str) -> Frequency {
        self.frequencies.forms.get(form).copied().unwrap_or_default()
    }

    /// How many sentences the background texts have.
    #[must_use]
    pub fn frequency_total(&self) -> f64 {
        self.frequencies.total
    }
}
