//! One article by one outlet, and the ways to read it in: `.txt`, `.md`, `.jsonl`.

mod front_matter;
mod inputs;
mod published;
mod read;

pub use inputs::{check_ids, read_inputs, read_path};
pub use published::Published;
pub use read::{read_jsonl, read_stream, read_text};

use serde::{Deserialize, Serialize};

/// One article by one outlet. What is unknown stays unknown.
///
/// ```
/// use corroborate::Document;
/// let document = Document::new("herald", "About 40 people were hurt, the mayor said.").with_outlet("Herald");
/// assert_eq!(document.outlet, "Herald");
/// assert_eq!(document.published, None);
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Unique in one run; the file's stem where the input names none.
    pub id: String,
    /// Who published; the id where the input names none.
    pub outlet: String,
    /// When it was published.
    #[serde(default)]
    pub published: Option<Published>,
    /// Headline, where it stands apart from the text.
    #[serde(default)]
    pub title: Option<String>,
    /// Where it was published.
    #[serde(default)]
    pub url: Option<String>,
    /// Who wrote it.
    #[serde(default)]
    pub byline: Option<String>,
    /// The article; every span points into it.
    #[serde(default)]
    pub text: String,
}

impl Document {
    /// A document with a text and nothing else known; its outlet is its id.
    #[must_use]
    pub fn new(id: impl Into<String>, text: impl Into<String>) -> Self {
        let id = id.into();
        Self { outlet: id.clone(), id, published: None, title: None, url: None, byline: None, text: text.into() }
    }

    /// The same document by this outlet.
    #[must_use]
    pub fn with_outlet(mut self, outlet: impl Into<String>) -> Self {
        self.outlet = outlet.into();
        self
    }

    /// The same document, published then. A text that is no date leaves it unknown.
    #[must_use]
    pub fn with_published(mut self, published: &str) -> Self {
        self.published = published.parse().ok();
        self
    }
}
