//! Whether a thing is settled for good: "a final agreement", "an agreement in principle".

use super::{Lexicon, Phrases, Table};
use crate::error::LexiconError;

/// How settled a thing is said to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Finality {
    /// For good.
    Final,
    /// Until something else is agreed.
    Provisional,
}

/// Phrases that tell it.
#[derive(Debug, Clone, Default)]
pub(super) struct Finalities(Phrases<Finality>);

impl Finalities {
    /// Reads `finality.txt`: final or provisional, phrase.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut found = Self::default();
        for row in table.rows() {
            let finality = match row.cells[0] {
                "final" => Finality::Final,
                "provisional" => Finality::Provisional,
                other => return Err(table.error(row, &format!("{other:?} is no finality; write final or provisional"))),
            };
            found.0.insert(table.cell(row, 1, "phrase")?, finality);
        }
        Ok(found)
    }
}

impl Lexicon {
    /// Whether these lower-case words begin with a phrase for what is settled or for what is not yet, and how many words it has.
    ///
    /// ```
    /// use corroborate::lexicon::{Finality, Lexicon};
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.finality(["in", "principle", "with"].into_iter()), Some((2, Finality::Provisional)));
    /// assert_eq!(lexicon.finality(["permanent"].into_iter()), Some((1, Finality::Final)));
    /// assert_eq!(lexicon.finality(["in", "order"].into_iter()), None);
    /// ```
    pub fn finality<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, Finality)> {
        self.finalities.0.longest(words).map(|(length, finality)| (length, *finality))
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn a_bad_finality_names_its_line() {
        let error = Lexicon::with_lists(&[("finality.txt", "# none\nhalf\tin part")]).unwrap_err();
        assert_eq!(error.to_string(), "finality.txt, line 2: \"half\" is no finality; write final or provisional");
    }
}
