//! What is written in several ways: `Fla.` and "Florida", `%` and "percent", "prime minister" and `PM`.

use super::{Lexicon, Phrases, Table};
use crate::error::LexiconError;

/// Phrases with the usual way of writing each.
#[derive(Debug, Clone, Default)]
pub(super) struct WrittenForms {
    phrases: Phrases<Box<str>>,
}

impl WrittenForms {
    /// Reads `variants.txt`: the usual way, a tab, the others parted by tabs.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut variants = Self::default();
        for row in table.rows() {
            table.cell(row, 1, "other way of writing it")?;
            for phrase in &row.cells[1..] {
                variants.phrases.insert(phrase, row.cells[0].into());
            }
        }
        Ok(variants)
    }
}

impl Lexicon {
    /// The usual way of writing what the lower-case words begin with: how many words it covers, and that way.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.variant(["prime", "minister", "ode"].into_iter()), Some((2, "pm")));
    /// assert_eq!(lexicon.variant(["fla."].into_iter()), Some((1, "florida")));
    /// assert_eq!(lexicon.variant(["troops"].into_iter()), None);
    /// ```
    pub fn variant<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, &str)> {
        self.variants.phrases.longest(words).map(|(length, usual)| (length, usual.as_ref()))
    }
}
