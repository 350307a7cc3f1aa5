//! The whole way through, stage by stage; no logic of its own.

mod observer;
mod passages;
mod story;

pub use observer::{Cancelled, Observer, Stage, Unwatched};
pub use passages::Passage;

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::blocking::{self, Blocking, Stems};
use crate::clustering;
use crate::comparison::{Comparison, Replaced};
use crate::document::Document;
use crate::extract::{English, Extraction, Extractor};
use crate::lexicon::Lexicon;
use crate::linkage::{Linker, Weights};
use crate::origin;
use crate::similarity::{Similarity, Wording};
use crate::text::Article;

/// The settings of every stage.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Which pairs of a story are compared.
    pub blocking: blocking::BlockingConfig,
    /// Which pairs of passages are compared where many are grouped.
    pub passages: blocking::Passages,
    /// When two groups become one.
    pub clustering: clustering::ClusteringConfig,
    /// When two documents go back to one text.
    pub origin: origin::OriginConfig,
}

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
#[derive(Clone, Default)]
pub struct Reconciler {
    config: Config,
    parts: Parts,
}

/// What a user put in the place of the built-in parts.
#[derive(Clone, Default)]
struct Parts {
    lexicon: Option<Arc<Lexicon>>,
    weights: Option<Arc<Weights>>,
    extractor: Option<Arc<dyn Extractor>>,
    comparisons: Vec<Arc<dyn Comparison>>,
    similarity: Option<Arc<dyn Similarity>>,
    blocking: Option<Arc<dyn Blocking>>,
}

impl fmt::Debug for Reconciler {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Reconciler").field("config", &self.config).finish_non_exhaustive()
    }
}

impl Reconciler {
    /// A reconciler with these settings.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self { config, parts: Parts::default() }
    }

    /// The same with other word lists.
    #[must_use]
    pub fn with_lexicon(mut self, lexicon: Lexicon) -> Self {
        self.parts.lexicon = Some(Arc::new(lexicon));
        self
    }

    /// The same with other weights of the comparisons' levels.
    #[must_use]
    pub fn with_weights(mut self, weights: Weights) -> Self {
        self.parts.weights = Some(Arc::new(weights));
        self
    }

    /// The same with another extractor.
    #[must_use]
    pub fn with_extractor(mut self, extractor: impl Extractor + 'static) -> Self {
        self.parts.extractor = Some(Arc::new(extractor));
        self
    }

    /// The same with one more comparison; its levels' weights stand in [`Reconciler::with_weights`].
    #[must_use]
    pub fn with_comparison(mut self, comparison: impl Comparison + 'static) -> Self {
        self.parts.comparisons.push(Arc::new(comparison));
        self
    }

    /// The same with another similarity of two texts, for [`Reconciler::compare`].
    #[must_use]
    pub fn with_similarity(mut self, similarity: impl Similarity + 'static) -> Self {
        self.parts.similarity = Some(Arc::new(similarity));
        self
    }

    /// The same with another rule for which pairs are compared.
    #[must_use]
    pub fn with_blocking(mut self, blocking: impl Blocking + 'static) -> Self {
        self.parts.blocking = Some(Arc::new(blocking));
        self
    }

    fn lexicon(&self) -> &Lexicon {
        self.parts.lexicon.as_deref().unwrap_or_else(|| Lexicon::english())
    }

    fn read(&self, document: &Document, article: &Article<'_>) -> Extraction {
        match &self.parts.extractor {
            Some(extractor) => extractor.extract(document, article),
            None => English::new(self.lexicon()).extract(document, article),
        }
    }

    fn linker(&self) -> Linker<'_> {
        self.linker_by(Weights::shipped())
    }

    /// The linker of passages that stand alone: nothing says that they are of one story.
    fn linker_of_passages(&self) -> Linker<'_> {
        self.linker_by(Weights::of_passages()).with(std::iter::once(&Replaced as &dyn Comparison))
    }

    fn linker_by<'l>(&'l self, shipped: &'l Weights) -> Linker<'l> {
        let weights = self.parts.weights.as_deref().unwrap_or(shipped);
        Linker::new(weights, self.lexicon()).with(self.parts.comparisons.iter().map(|c| c.as_ref()))
    }

    fn similarity(&self, a: &str, b: &str) -> f64 {
        match &self.parts.similarity {
            Some(similarity) => similarity.similarity(a, b),
            None => Wording::new(self.lexicon()).similarity(a, b),
        }
    }

    fn blocking(&self) -> &dyn Blocking {
        self.parts.blocking.as_deref().unwrap_or(&Stems)
    }
}
