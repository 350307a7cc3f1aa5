//! The smallest things that a document says or credits, with slot and value kept apart.

mod act;
mod as_of;
mod build;
mod clause;
mod credit;
mod draft;
mod figure;
mod grammar;
mod id;
mod mode;
mod passage;
mod place;
mod reference;
mod setting;
mod slot;
mod slots;
mod speech;
mod statement;
mod subject;
mod utterance;
mod value;

pub use build::claims;
pub(crate) use id::fingerprint;
pub(crate) use mode::is_idle;
#[cfg(test)]
pub(crate) use passage::claim_of_text;
pub use passage::passage_claims;
pub use slot::{Facet, Filler, Provenance, Slot};
pub use subject::name_subjects;
pub use value::{Figure, TimeValue, Value};

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::document::Published;
use crate::extract::Act;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::{Article, Excerpt, Zone};

/// What kind of thing a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum ClaimKind {
    /// Somebody's words.
    Utterance,
    /// A quantity of something.
    Figure,
    /// When something happens.
    Time,
    /// Anything else that is said to be so.
    Statement,
}

/// Whether a claim says yes or no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Polarity {
    /// It is so.
    #[default]
    Affirmed,
    /// It is not so.
    Denied,
}

/// How firmly a claim is put.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Modality {
    /// It is so.
    #[default]
    Asserted,
    /// It may be so.
    Possible,
    /// It would be so, if.
    Conditional,
    /// It will be so, or is planned.
    Intended,
    /// It is asked for.
    Asked,
    /// It must be so.
    Required,
}

/// One link of an attribution chain: who credits, and how.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Credit {
    /// Resolved names; several where several speak as one.
    pub names: Vec<String>,
    /// The mention in the text; `None` where the speaker is carried over.
    #[serde(default)]
    pub mention: Option<Span>,
    /// The crediting word.
    #[serde(default)]
    pub cue: Option<Span>,
    /// What the source did.
    #[serde(default)]
    pub act: Act,
    /// The country that the source speaks for, where the story tells it: what was said may be a translation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// To whom, where, when and on which occasion it was said, where the words around it tell.
    #[serde(default, skip_serializing_if = "Setting::is_empty")]
    pub setting: Setting,
}

/// The circumstances of a saying, from the clause that credits: "told reporters in Odeville on Monday after the vote".
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Setting {
    /// To whom: "reporters".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Filler>,
    /// Where: "Odeville".
    #[serde(default, rename = "where", skip_serializing_if = "Option::is_none")]
    pub place: Option<Filler>,
    /// When: "Monday".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<TimeValue>,
    /// On which occasion: "the vote", "an interview with the Herald".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub occasion: Option<Filler>,
}

impl Setting {
    /// Whether nothing is known of it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A passage that stands for another one: "those demands" and what was demanded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Reference {
    /// The referring words.
    pub mention: Span,
    /// What they stand for.
    pub antecedent: Span,
}

/// When a claim holds.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct AsOf {
    /// First day, as `2022-02-14` or with a time.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub low: Published,
    /// Last day.
    #[cfg_attr(feature = "schema", schemars(with = "String"))]
    pub high: Published,
    /// Whether the text says so or the dateline stands in.
    pub basis: Basis,
}

/// Where an as-of comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The text names the time.
    Stated,
    /// The article's date.
    Dateline,
}

/// The smallest thing that a document says or credits to somebody.
///
/// `slot` and `value` are kept apart: two claims are *linked* by what they speak about and *related* by what they say of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(remote = "Self")]
pub struct Claim {
    /// Made from the document's id, the kind, the normalised words and the occurrence, so that a corrected letter elsewhere in the
    /// article changes none.
    pub id: String,
    /// The document's id.
    pub document: String,
    /// Its place among the document's claims, from 0.
    #[serde(default)]
    pub order: usize,
    /// Its words in the document's text.
    #[serde(default)]
    pub span: Span,
    /// What stands at the span, byte for byte.
    pub text: String,
    /// The words for people: markup left out, white space folded.
    #[serde(default)]
    pub plain: String,
    /// How the text is cut into words and tagged in its sentence; empty for a claim that no article stands behind.
    #[serde(default, skip_serializing_if = "Excerpt::is_empty")]
    pub tokens: Excerpt,
    /// The sentence that it stands in: what other claims say there tells what "some" or "that" speaks of.
    #[serde(default)]
    pub context: Option<Span>,
    /// What it says as a sentence that begins with its subject, where its own words leave the subject out or part it from its verb.
    #[serde(default)]
    pub statement: Option<String>,
    /// The part of the page.
    #[serde(default)]
    pub zone: Zone,
    /// What kind of thing it is.
    pub kind: ClaimKind,
    /// The claim that it lies inside; its parents are context.
    #[serde(default)]
    pub parent: Option<String>,
    /// Who credits whom, outermost first; empty where the outlet speaks.
    #[serde(default)]
    pub attribution: Vec<Credit>,
    /// What it is about.
    #[serde(default)]
    pub slot: Slot,
    /// What it says of it.
    #[serde(default)]
    pub value: Value,
    /// What its referring words stand for.
    #[serde(default)]
    pub references: Vec<Reference>,
    /// Indexes into the document's quotations.
    #[serde(default)]
    pub quotations: Vec<usize>,
    /// Indexes into the document's quantities.
    #[serde(default)]
    pub quantities: Vec<usize>,
    /// Indexes into the document's dates.
    #[serde(default)]
    pub dates: Vec<usize>,
    /// Yes or no.
    #[serde(default)]
    pub polarity: Polarity,
    /// How firmly.
    #[serde(default)]
    pub modality: Modality,
    /// When it holds.
    #[serde(default)]
    pub as_of: Option<AsOf>,
}

impl Claim {
    /// The innermost source: whose words or assertion this is; `None` where the outlet speaks.
    #[must_use]
    pub fn source(&self) -> Option<&Credit> {
        self.attribution.last()
    }

    /// Whether it only says who or what somebody is, by a title or a description beside the name.
    #[must_use]
    pub fn is_introduction(&self) -> bool {
        let known = |facet| self.slot.get(facet).is_some();
        self.kind == ClaimKind::Statement && !known(Facet::Predicate) && known(Facet::Subject) && known(Facet::Object)
    }

    /// Its words for people who read them alone: the statement or, where the words stand for themselves, the words.
    #[must_use]
    pub fn printed(&self) -> &str {
        self.statement.as_deref().unwrap_or(&self.plain)
    }

    /// The view of its text, with the words and tags that its sentence gave.
    #[must_use]
    pub fn article(&self, lexicon: &Lexicon) -> Article<'_> {
        self.tokens.over(&self.text, lexicon).unwrap_or_else(|| Article::new(&self.text, lexicon))
    }
}

/// The ids of the claims that say little more than a figure inside of them: a group holds the figure, and these are its context.
pub(crate) fn told_by_figures<'c>(claims: impl Iterator<Item = &'c Claim> + Clone) -> FxHashSet<&'c str> {
    let figures = claims.clone().filter(|c| c.kind == ClaimKind::Figure);
    let lengths: FxHashMap<&str, usize> = figures.filter_map(|c| Some((c.parent.as_deref()?, c.text.len()))).collect();
    let statements = claims.filter(|c| c.kind == ClaimKind::Statement);
    statements.filter(|c| lengths.get(c.id.as_str()).is_some_and(|l| l * 2 >= c.text.len())).map(|c| c.id.as_str()).collect()
}
