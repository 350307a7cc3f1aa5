//! When in a trading day a figure was read: "in midday trading", "at the close".

use super::{Lexicon, Phrases, Table};
use crate::error::LexiconError;

/// Phrases with the hours of the trading day that they may mean.
#[derive(Debug, Clone, Default)]
pub(super) struct Sessions {
    phrases: Phrases<(u8, u8)>,
}

impl Sessions {
    /// Reads `sessions.txt`: first hour, last hour, phrase.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut sessions = Self::default();
        for row in table.rows() {
            let hours = (table.number(row, 0, "hour")?, table.number(row, 1, "hour")?);
            sessions.phrases.insert(table.cell(row, 2, "phrase")?, hours);
        }
        Ok(sessions)
    }
}

impl Lexicon {
    /// The hours of a trading day, from and up to, that the lower-case words begin with, and how many words tell them.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.session(["midday", "trading"].into_iter()), Some((1, (12, 13))));
    /// assert_eq!(lexicon.session(["trading"].into_iter()), None);
    /// ```
    pub fn session<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, (u8, u8))> {
        self.sessions.phrases.longest(words).map(|(length, hours)| (length, *hours))
    }
}
