//! The reconciled story as data and as pages to read.
//!
//! [`Report`] is the data. [`Story`] looks up its cross-references once; every page is written from it ([`terminal`], [`markdown`],
//! [`csv`]).

pub mod card;
pub mod csv;
pub mod escape;
pub mod markdown;
mod overview;
mod section;
mod story;
pub mod terminal;
pub mod variants;
pub mod wordings;
mod words;

pub use section::Section;
pub use story::{Coverage, Story};
pub use words::clean;

use serde::{Deserialize, Serialize};

use crate::claim::Claim;
use crate::document::{Document, Published};
use crate::entity::Entity;
use crate::extract::{DateExpression, Quantity, Quotation};
use crate::finding::Finding;
use crate::origin::Origin;

/// The number of the JSON contract that these types write.
pub const SCHEMA_VERSION: u32 = 1;

/// A reconciled story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Report {
    /// [`SCHEMA_VERSION`]
    pub schema_version: u32,
    /// What was found in each document, in input order.
    pub documents: Vec<Extracted>,
    /// Every claim, grouped or not, by document and place.
    pub claims: Vec<Claim>,
    /// People and organisations across documents.
    pub entities: Vec<Entity>,
    /// Documents that go back to one text, and those that stand alone.
    pub origins: Vec<Origin>,
    /// The findings, those that differ first.
    pub groups: Vec<Finding>,
}

/// What was found in one document: a line of `extract`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Extracted {
    /// [`SCHEMA_VERSION`]
    pub schema_version: u32,
    /// The document without its text.
    pub document: Heading,
    /// Passages that somebody is credited with.
    pub quotations: Vec<Quotation>,
    /// Numbers as written.
    pub quantities: Vec<Quantity>,
    /// Times as written and resolved.
    pub dates: Vec<DateExpression>,
    /// People and organisations of this document.
    pub entities: Vec<Entity>,
    /// The claims; left out inside a [`Report`], which has them all in one list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claims: Option<Vec<Claim>>,
}

/// A document without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Heading {
    /// Its id.
    pub id: String,
    /// Who published it.
    pub outlet: String,
    /// When.
    #[cfg_attr(feature = "schema", schemars(with = "Option<String>"))]
    pub published: Option<Published>,
    /// Its headline.
    pub title: Option<String>,
    /// Where.
    pub url: Option<String>,
}

impl From<&Document> for Heading {
    fn from(document: &Document) -> Self {
        let Document { id, outlet, published, title, url, .. } = document.clone();
        Self { id, outlet, published, title, url }
    }
}
