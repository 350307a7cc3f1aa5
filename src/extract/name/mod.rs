//! People, organisations and places as mentions with spans.

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Article;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MentionKind {
    /// A person.
    Person,
    /// An organisation: ministry, company, party.
    Organisation,
    /// A country, a town, a building.
    Place,
    /// A capitalised name of unknown kind.
    Other,
}

/// A name in the text, with the title before it and the description after it kept apart.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name alone: "Sergei Lavrov".
    pub span: Span,
    /// Title, name and description: "Foreign Minister Sergei Lavrov", "Ann Bell, the mayor of Ode".
    pub full: Span,
    /// The words of `span`.
    pub name: String,
    /// The words of the title or description, where one stands beside the name: "Foreign Minister".
    pub title: Option<String>,
    /// What it names.
    pub kind: MentionKind,
}

/// The names of an article, in order, not overlapping.
#[must_use]
pub fn extract(_article: &Article<'_>, _lexicon: &Lexicon) -> Vec<Mention> {
    Vec::new()
}
