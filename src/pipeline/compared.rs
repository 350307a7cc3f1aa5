//! Two passages side by side.

use serde::{Deserialize, Serialize};

use crate::linkage::Evidence;
use crate::relate::{Excuse, Family, Relation};

/// A claim handed in as a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The words.
    pub text: String,
    /// Who published them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// When, as `2022-02-14` or with a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Who said them, where that is known from elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

/// How two passages stand to each other: a line of `corroborate compare`, without its id.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Compared {
    /// Whether they speak about the same thing.
    pub same_slot: bool,
    /// Evidence for one slot, in bits.
    pub weight: f64,
    /// The weight through the calibration.
    pub probability: f64,
    /// How close in meaning the two texts are, values included; 0.5 is the cut for "the same statement".
    pub similarity: f64,
    /// How they stand to each other.
    pub relation: Relation,
    /// The relation's family.
    pub family: Family,
    /// One sentence.
    pub reason: String,
    /// Why a difference would be none.
    pub excuses: Vec<Excuse>,
    /// The waterfall.
    pub evidence: Vec<Evidence>,
}

impl Compared {
    /// Two passages that speak about two things have no relation, whatever their values.
    pub(super) fn unless_linked(self) -> Self {
        if self.same_slot {
            return self;
        }
        let reason = "the two speak about different things".to_owned();
        Self { relation: Relation::Unrelated, family: Family::Unrelated, reason, excuses: Vec::new(), ..self }
    }
}

impl Default for Compared {
    fn default() -> Self {
        Self {
            same_slot: false,
            weight: 0.0,
            probability: 0.0,
            similarity: 0.0,
            relation: Relation::Unrelated,
            family: Family::Unrelated,
            reason: String::new(),
            excuses: Vec::new(),
            evidence: Vec::new(),
        }
    }
}

/// The waterfall of one pair of claims of a story, linked or not.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Explanation {
    /// The first claim's id.
    pub a: String,
    /// The second claim's id.
    pub b: String,
    /// The first claim's words.
    pub a_text: String,
    /// The second claim's words.
    pub b_text: String,
    /// Whether the two stand in one group.
    pub grouped: bool,
    /// Why they do or do not.
    pub verdict: String,
    /// The comparison itself.
    pub compared: Compared,
}
