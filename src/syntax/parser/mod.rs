//! Which word each word hangs on: a greedy transition parser over the project's own perceptron.
//!
//! The system of moves is the arc-hybrid one (Kuhlmann, Gómez-Rodríguez and Satta 2011), learned with the dynamic oracle of Goldberg
//! and Nivre (2013): each word is shifted once and attached once, so that a sentence takes as many steps as twice its words.

mod features;
mod state;
#[cfg(feature = "train")]
mod train;

#[cfg(feature = "train")]
pub(super) use train::train;

use super::certain::Certain;
use super::word::ParseWord;
use crate::perceptron::{ByteReader, LinearModel};
use state::{ALL, MOVES, Move, State};

/// A move that is so far ahead after the features that tell most is taken: on held-out news the others turn two heads in a thousand.
const FAR_AHEAD: i32 = 120;

/// Which move to make: by the tags alone where they nearly always tell it, by the weights elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Parser {
    certain: Certain,
    model: LinearModel<MOVES>,
}

impl Parser {
    pub(super) fn read(reader: &mut ByteReader<'_>) -> Option<Self> {
        Some(Self { certain: Certain::read(reader)?, model: LinearModel::read(reader)? })
    }

    /// The head of each word of a sentence; `None` for the word that the sentence hangs on. The arcs do not cross.
    pub(super) fn heads(&self, words: &[ParseWord]) -> Vec<Option<u32>> {
        let mut state = State::new(words.len());
        while let Some(only) = state.next() {
            let step = only.unwrap_or_else(|| self.decide(words, &state));
            state.apply(step);
        }
        state.into_heads()
    }

    fn decide(&self, words: &[ParseWord], state: &State) -> Move {
        let told = self.certain.get(features::situation(words, state)).and_then(|class| ALL.get(class).copied());
        told.filter(|step| state.allows(*step)).unwrap_or_else(|| {
            let keys = features::features(words, state);
            let (telling, others) = keys.split_at(features::TELLING);
            let mut scores = [0; MOVES];
            self.model.score(telling, &mut scores);
            let best = state.best(&scores);
            let ahead = |m: Move| m == best || !state.allows(m) || scores[best as usize] - scores[m as usize] >= FAR_AHEAD;
            if ALL.into_iter().all(ahead) {
                return best;
            }
            self.model.score(others, &mut scores);
            state.best(&scores)
        })
    }
}
