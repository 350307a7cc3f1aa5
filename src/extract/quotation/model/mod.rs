//! The learned part of the room: who speaks, whether a cue credits anybody, and where the words that are credited begin and end.
//!
//! One linear model over hashed features scores all of these choices; [`credit`](super::credit) puts the best ones together.

pub(super) mod features;
#[cfg(feature = "train")]
pub(super) mod train;
pub(super) mod view;

use features::Keys;

/// Made by `corroborate-train quotations`, see the README beside it: a signed byte for each place.
const WEIGHTS: &[u8; PLACES] = include_bytes!("weights.bin");

/// How many places there are for weights. Features share a place now and then, which costs nothing that can be measured, and a
/// table of this size stays in the cache.
const PLACES: usize = 1 << PLACE_BITS;

const PLACE_BITS: u32 = 19;

/// What scores a choice: the shipped weights, or those that are being learned.
pub(super) trait Score {
    /// How much the features of a choice speak for it.
    fn score(&self, keys: &Keys) -> i32;
}

/// The weights that are compiled in.
pub(super) struct Shipped;

impl Score for Shipped {
    fn score(&self, keys: &Keys) -> i32 {
        keys.as_slice().iter().map(|place| i32::from(WEIGHTS[*place as usize % PLACES] as i8)).sum()
    }
}
