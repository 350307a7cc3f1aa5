//! What a page adds to an article: bylines, credits of pictures, links to other articles.

use aho_corasick::AhoCorasick;

use super::{Lexicon, Table};
use crate::error::LexiconError;

/// What words of a page's furniture tell of the line that they stand in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Furniture {
    /// "read more": what begins so is no part of the report
    Opens,
    /// "by": so is a short line that begins with it and is no sentence
    Byline,
    /// "contributed reporting": a line that names who helped
    Thanks,
    /// "photo:": a picture's caption
    Credit,
    /// "(r)": a caption that tells who stands where
    Side,
    /// "views": behind a number
    Count,
    /// "feb": a line of a date
    Month,
}

impl Furniture {
    fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "opens" => Self::Opens,
            "byline" => Self::Byline,
            "thanks" => Self::Thanks,
            "credit" => Self::Credit,
            "side" => Self::Side,
            "count" => Self::Count,
            "month" => Self::Month,
            _ => return None,
        })
    }
}

/// The list of such words.
#[derive(Debug, Clone)]
pub(super) struct FurnitureWords {
    words: Vec<(Furniture, Box<str>)>,
    /// Finds a credit in one pass, in capitals or not: it is looked for in every paragraph.
    credits: AhoCorasick,
}

impl FurnitureWords {
    /// Reads `furniture.txt`: what it tells, words.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut words = Vec::new();
        for row in table.rows() {
            let kind = Furniture::from_key(row.cells[0]);
            let kind = kind.ok_or_else(|| table.error(row, &format!("{:?} is no kind of furniture", row.cells[0])))?;
            words.push((kind, Box::from(table.cell(row, 1, "word")?)));
        }
        let credits: Vec<&str> = words.iter().filter(|(kind, _)| *kind == Furniture::Credit).map(|(_, words)| &**words).collect();
        let credits = AhoCorasick::builder().ascii_case_insensitive(true).build(credits);
        let refused =
            |error: aho_corasick::BuildError| LexiconError { file: "furniture.txt".to_owned(), line: 0, message: error.to_string() };
        Ok(Self { credits: credits.map_err(refused)?, words })
    }
}

impl Lexicon {
    /// The words of this kind of furniture.
    ///
    /// ```
    /// use corroborate::lexicon::{Furniture, Lexicon};
    /// assert!(Lexicon::english().furniture(Furniture::Opens).any(|words| words == "read more"));
    /// ```
    pub fn furniture(&self, kind: Furniture) -> impl Iterator<Item = &str> {
        self.furniture.words.iter().filter(move |(of, _)| *of == kind).map(|(_, words)| &**words)
    }

    /// Whether a text holds the credit of a picture, in capitals or not.
    #[must_use]
    pub fn credits_picture(&self, text: &str) -> bool {
        self.furniture.credits.is_match(text)
    }
}
