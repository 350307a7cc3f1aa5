//! The families and relations of a pair, and the excuses for a difference.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// The kind of relation, which decides where a finding stands in the report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// The outlets differ.
    Differ,
    /// The outlets agree that the sources disagree.
    Disputed,
    /// The outlets agree.
    Agree,
    /// They differ, but not about the same thing.
    NotAConflict,
    /// Worth knowing, no finding about agreement.
    Note,
    /// Two slots; only between two texts that were handed in as a pair.
    Unrelated,
}

/// How two claims stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Relation {
    /// The same words.
    Verbatim,
    /// The same meaning in other words.
    Wording,
    /// An approximation or bound covers the other.
    Consistent,
    /// One is more exact.
    Refinement,
    /// Another figure.
    Value,
    /// Another day.
    Date,
    /// One statement credited to two people.
    Speaker,
    /// Another person, place or thing in the same slot.
    Entity,
    /// Yes against no.
    Polarity,
    /// May against will. No rule makes it today: a hedge on one side is told in the reason of an agreement. It stands in the JSON contract,
    /// where no name is taken away.
    Modality,
    /// Is ending against has ended.
    Status,
    /// A quotation altered so that it says something else.
    Meaning,
    /// One source asserts, another denies, and the outlets agree on that.
    Disputed,
    /// A later figure.
    Superseded,
    /// A part against the whole, another place, another group.
    OtherScope,
    /// Another occasion.
    OtherEvent,
    /// Two slots.
    Unrelated,
    /// An excuse stays open, or the claims may well speak of different things.
    CannotTell,
    /// The same origin.
    Echo,
    /// Only one outlet has it.
    SingleSource,
}

impl Relation {
    /// The family that this relation belongs to.
    #[must_use]
    pub fn family(self) -> Family {
        use Relation::*;
        match self {
            Verbatim | Wording | Consistent | Refinement => Family::Agree,
            Value | Date | Speaker | Entity | Polarity | Modality | Status | Meaning => Family::Differ,
            Disputed => Family::Disputed,
            Superseded | OtherScope | OtherEvent => Family::NotAConflict,
            Unrelated => Family::Unrelated,
            CannotTell | Echo | SingleSource => Family::Note,
        }
    }

    /// The name used in JSON and in reports: `other-scope`.
    #[must_use]
    pub fn name(self) -> &'static str {
        use Relation::*;
        match self {
            Verbatim => "verbatim",
            Wording => "wording",
            Consistent => "consistent",
            Refinement => "refinement",
            Value => "value",
            Date => "date",
            Speaker => "speaker",
            Entity => "entity",
            Polarity => "polarity",
            Modality => "modality",
            Status => "status",
            Meaning => "meaning",
            Disputed => "disputed",
            Superseded => "superseded",
            OtherScope => "other-scope",
            OtherEvent => "other-event",
            Unrelated => "unrelated",
            CannotTell => "cannot-tell",
            Echo => "echo",
            SingleSource => "single-source",
        }
    }
}

impl Family {
    /// The name used in JSON and in reports: `not_a_conflict`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Family::Differ => "differ",
            Family::Disputed => "disputed",
            Family::Agree => "agree",
            Family::NotAConflict => "not_a_conflict",
            Family::Note => "note",
            Family::Unrelated => "unrelated",
        }
    }
}

/// A reason for which a difference would be none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExcuseName {
    /// One is a later state.
    Later,
    /// One is a part of the other.
    Part,
    /// They hold for two places.
    OtherPlace,
    /// They are measured in two units.
    Unit,
    /// One is the other, rounded.
    Rounding,
    /// Two translations of one sentence.
    Translation,
    /// Two sources are quoted, and each outlet may be right about its own.
    OtherSource,
    /// Two occasions.
    OtherEvent,
    /// Two parties, each with a figure of its own.
    OtherParty,
}

/// What became of an excuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum ExcuseResult {
    /// It does not hold.
    RuledOut,
    /// It may hold.
    Possible,
    /// The texts do not tell.
    Unknown,
}

/// One line of the ledger of excuses.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Excuse {
    /// Which excuse.
    pub name: ExcuseName,
    /// What became of it.
    pub result: ExcuseResult,
    /// The words that decided, in a few words for people.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// Where those words stand in the document of the first claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub a: Option<Span>,
    /// Where those words stand in the document of the second claim.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub b: Option<Span>,
}

impl Excuse {
    /// A line that no single words decide.
    pub(super) fn new(name: ExcuseName, result: ExcuseResult, why: impl Into<String>) -> Self {
        Self { name, result, why: why.into(), a: None, b: None }
    }
}
