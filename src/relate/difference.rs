//! What the rules hand to each other: differences with their excuses, and what supports agreement.

use super::{Excuse, ExcuseResult, Relation};
use crate::claim::Figure;
use crate::comparison::Reading;

/// A figure with the claim that it stands in.
pub(super) type FigureOf<'r, 'c> = (&'r Reading<'c>, &'r Figure);

/// Share of the words that must match for two claims to say the same but for their values: figures and dates are then held against each
/// other by their place in the sentence alone, and a word of scope on one side is a matter of wording.
pub(crate) const SAME_SENTENCE: f64 = 0.55;

/// A candidate difference: it is reported only where no decisive excuse is left.
#[derive(Debug, Clone)]
pub(crate) struct Difference {
    pub relation: Relation,
    pub reason: String,
    pub excuses: Vec<Excuse>,
}

/// A value that both sides share.
#[derive(Debug, Clone)]
pub(crate) struct Support {
    pub relation: Relation,
    pub a: String,
    pub b: String,
}

impl Difference {
    /// The first decisive excuse that stays open; "later" alone never is decisive, it is told as a hint.
    pub fn open(&self) -> Option<&Excuse> {
        self.excuses.iter().find(|e| e.result != ExcuseResult::RuledOut && e.name != super::ExcuseName::Later)
    }
}
