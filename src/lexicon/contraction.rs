//! Short forms written out: `n't` is "not".

use rustc_hash::FxHashMap;

use super::{Lexicon, Table};
use crate::error::LexiconError;

/// Short forms with the word that each stands for.
#[derive(Debug, Clone, Default)]
pub(super) struct Contractions(FxHashMap<Box<str>, Box<str>>);

impl Contractions {
    /// Reads `contractions.txt`: short form, word.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let entry = |row| Ok((Box::from(table.cell(row, 0, "short form")?), Box::from(table.cell(row, 1, "word")?)));
        table.rows().iter().map(entry).collect::<Result<_, _>>().map(Self)
    }
}

impl Lexicon {
    /// The word that a lower-case short form stands for; any other word as it is.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let lexicon = Lexicon::english();
    /// assert_eq!((lexicon.written_out("n't"), lexicon.written_out("open")), ("not", "open"));
    /// ```
    #[must_use]
    pub fn written_out<'w>(&'w self, word: &'w str) -> &'w str {
        self.contractions.0.get(word).map_or(word, |full| full)
    }
}
