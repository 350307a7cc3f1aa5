//! One pair of claims, both questions: whether they speak about one thing, and how they stand to each other if they do.

use serde::{Deserialize, Serialize};

use crate::comparison::{Pairing, Reading};
use crate::lexicon::Lexicon;
use crate::linkage::{Evidence, Linker, bits, probability};
use crate::relate::{Excuse, Family, Judgement, Relation, relate};

/// What both questions come to for one pair.
#[derive(Clone, Debug)]
pub struct Judged {
    /// Which words of the two match.
    pub pairing: Pairing,
    /// The weight of the link, in thousandths of a bit.
    pub millibits: i64,
    /// How the two stand to each other, if they speak about one thing.
    pub judgement: Judgement,
}

/// Asks both questions of a pair.
#[must_use]
pub fn judge(a: &Reading<'_>, b: &Reading<'_>, linker: &Linker<'_>, lexicon: &Lexicon) -> Judged {
    let pairing = Pairing::new(a, b, lexicon);
    let (millibits, judgement) = (linker.weigh_paired(a, b, &pairing), relate(a, b, &pairing, lexicon));
    Judged { pairing, millibits, judgement }
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
    /// A judged pair with the evidence for its link, whose slot is one from `least` on, in thousandths of a bit.
    pub(crate) fn new(judged: Judged, evidence: Vec<Evidence>, least: i64, similarity: f64) -> Self {
        let Judged { millibits, judgement: Judgement { relation, reason, excuses }, .. } = judged;
        let weight = bits(millibits);
        Self {
            same_slot: millibits >= least,
            weight,
            probability: probability(weight),
            similarity,
            relation,
            family: relation.family(),
            reason,
            excuses,
            evidence,
        }
    }

    /// Two passages that speak about two things have no relation, whatever their values.
    pub(crate) fn unless_linked(self) -> Self {
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
