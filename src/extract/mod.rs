//! What an article says and credits: quotations with their speakers, quantities, dates and names.
//!
//! Each kind has a room of its own and can be called alone ([`quotation::extract`], [`quantity::extract`], [`date::extract`],
//! [`name::extract`]); [`Extractor`] is what a user plugs in.

pub mod date;
pub mod name;
pub mod quantity;
pub mod quotation;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::text::Article;

pub use date::{DateExpression, DateKind};
pub use name::{Mention, MentionKind};
pub use quantity::{Quantity, Trend};
pub use quotation::{Act, Cue, Form, Quotation, Relay, Speaker};

/// Everything that was found in one article, each list in the order of the text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Extraction {
    /// Passages that somebody is credited with.
    pub quotations: Vec<Quotation>,
    /// Numbers as written.
    pub quantities: Vec<Quantity>,
    /// Times as written, resolved against the dateline.
    pub dates: Vec<DateExpression>,
    /// People, organisations and places as named.
    pub mentions: Vec<Mention>,
}

/// Reads one article. The built-in one is [`English`]; a user's own may wrap it and add or drop results.
pub trait Extractor: Send + Sync {
    /// What the article of `document` holds. `article` is the view of its text.
    fn extract(&self, document: &Document, article: &Article<'_>) -> Extraction;
}

/// The built-in extractor: rules over tokens with the word lists of a lexicon.
///
/// ```
/// use corroborate::extract::{English, Extractor};
/// use corroborate::{Document, lexicon::Lexicon, text::Article};
/// let document = Document::new("herald", "About 40 people were hurt, Mayor Ann Bell said on Monday.").with_published("2025-03-14");
/// let lexicon = Lexicon::english();
/// let article = Article::new(&document.text, lexicon);
/// let found = English::new(lexicon).extract(&document, &article);
/// assert_eq!(found.quantities[0].low, Some(40.0));
/// assert_eq!(found.dates[0].value.to_string(), "2025-03-10");
/// ```
#[derive(Debug, Clone, Copy)]
pub struct English<'l> {
    lexicon: &'l Lexicon,
}

impl<'l> English<'l> {
    /// An extractor that uses this lexicon.
    #[must_use]
    pub fn new(lexicon: &'l Lexicon) -> Self {
        Self { lexicon }
    }
}

impl Extractor for English<'_> {
    fn extract(&self, document: &Document, article: &Article<'_>) -> Extraction {
        let dateline = date::dateline(document, article, self.lexicon);
        let dates = date::extract(article, dateline, self.lexicon);
        let quantities = quantity::extract(article, &dates, self.lexicon);
        let mentions = name::extract(article, self.lexicon);
        let quotations = quotation::extract(article, &mentions, self.lexicon);
        Extraction { quotations, quantities, dates, mentions }
    }
}
