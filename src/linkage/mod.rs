//! Same slot? The weight of a pair, with the evidence for it.

use serde::{Deserialize, Serialize};

/// One line of the waterfall: a comparison, its level, and the words that decided.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Evidence {
    /// Which comparison: "wording", "speaker", "counted noun".
    pub comparison: String,
    /// Its labelled answer: "same speaker by last name"; the null level where one side is silent.
    pub level: String,
    /// Bits for (positive) or against (negative) one slot.
    pub weight: f64,
    /// The words of the first claim that decided.
    pub a: String,
    /// The words of the second claim that decided.
    pub b: String,
}
