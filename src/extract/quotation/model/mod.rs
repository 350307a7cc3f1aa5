//! The learned part of the room: who speaks, whether a cue credits anybody, and where the words that are credited begin and end.
//!
//! One linear model over hashed features scores all of these choices; [`credit`](super::credit) puts the best ones together.

pub(super) mod features;
#[cfg(feature = "train")]
pub(super) mod train;
pub(super) mod view;

use std::sync::OnceLock;

use crate::perceptron::{Model, Reader};
use features::Keys;

/// Made by `corroborate-train quotations`, see the README beside it.
const WEIGHTS: &[u8] = include_bytes!("weights.bin");

/// What scores a choice: the shipped weights, or those that are being learned.
pub(super) trait Score {
    /// How much the features of a choice speak for it.
    fn score(&self, keys: &Keys) -> i32;
}

impl Score for Model<1> {
    fn score(&self, keys: &Keys) -> i32 {
        let mut scores = [0];
        Model::score(self, keys.as_slice(), &mut scores);
        scores[0]
    }
}

/// The model that is compiled in, read at its first use.
pub(super) fn shared() -> &'static Model<1> {
    static MODEL: OnceLock<Model<1>> = OnceLock::new();
    MODEL.get_or_init(|| match Model::read(&mut Reader(WEIGHTS)) {
        Some(model) => model,
        // A test reads the weights, so this is a build that never passed its tests.
        None => unreachable!("the shipped weights of the quotations are broken"),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_shipped_weights_are_sound() {
        let _model = super::shared();
    }
}
