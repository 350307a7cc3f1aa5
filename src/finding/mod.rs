//! A group with its family, its reason in one plain sentence and the evidence.

mod assemble;
mod title;

pub use assemble::{StoryContext, assemble};

use serde::{Deserialize, Serialize};

use crate::relate::{Excuse, Family, Relation};
use crate::value::Bound;

/// One group of equivalent claims and what the outlets make of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Finding {
    /// Derived from the members' ids.
    pub id: String,
    /// A few words that name the slot: "troops near the border", `Lavrov: "far from exhausted"`.
    pub title: String,
    /// Claim ids in the order of documents and places.
    pub members: Vec<String>,
    /// The family of its strongest pair.
    pub family: Family,
    /// The relation of its strongest pair.
    pub relation: Relation,
    /// One plain sentence that names the words.
    pub reason: String,
    /// The probability that this family is right, 0 to 1.
    pub probability: f64,
    /// What the members say, one row for each value or wording.
    pub values: Vec<ValueRow>,
    /// Outlets on the story that do not carry it.
    pub silent: Vec<String>,
    /// One row for each two members of different documents.
    pub pairs: Vec<PairRow>,
}

/// One value or wording of a group and who has it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct ValueRow {
    /// As written by the first member that has it.
    pub text: String,
    /// Lower end of a figure.
    pub low: Option<f64>,
    /// Upper end of a figure.
    pub high: Option<f64>,
    /// The hedge of a figure.
    pub bound: Option<Bound>,
    /// The claims that have it.
    pub claims: Vec<String>,
    /// Their outlets, each once.
    pub outlets: Vec<String>,
    /// Their origins, each once: agreement counts these.
    pub origins: Vec<String>,
    /// Indexes of other rows that this one does not contradict.
    pub consistent_with: Vec<usize>,
}

/// How two members of different documents stand to each other.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct PairRow {
    /// The first claim.
    pub a: String,
    /// The second claim.
    pub b: String,
    /// The family of their relation.
    pub family: Family,
    /// Their relation.
    pub relation: Relation,
    /// One sentence that names the words.
    pub reason: String,
    /// The link's weight in bits.
    pub weight: f64,
    /// Why a difference would be none, where there is one.
    pub excuses: Vec<Excuse>,
}
