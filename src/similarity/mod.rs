//! How close in meaning two statements are: words made comparable, aligned, and weighed by a small learned model.
//!
//! [`Words`] brings every way of writing one thing into one form (1,000 and "one thousand", "Feb. 14" and "14 February",
//! "U.S." and "United States"); [`align`] pairs the words of two passages by form, lemma, derivation, synonym and spelling;
//! [`Wording`] makes one number of it, which a search and `compare` tell. The linkage stage has its own pairing of words,
//! [`crate::comparison::Pairing`], with values masked.
//! [`Similarity`] is what a user plugs in instead.

mod align;
mod features;
mod model;
mod reader;
mod sequence;
mod weights;
mod wording;
mod words;

pub use align::{Alignment, Pair, align};
pub use features::{COUNT, Features, NAMES, features};
pub use model::{Model, logistic, longness};
pub(crate) use sequence::{MOST_WORDS, common_runs, common_subsequence};
pub use weights::TermWeights;
pub use wording::Wording;
pub use words::{Word, WordClass, Words};

/// How close two statements are, values included: 1 the same, 0 unrelated, 0.5 the cut for "the same statement". Symmetric.
///
/// ```
/// use corroborate::similarity::Similarity;
/// struct FirstWord;
/// impl Similarity for FirstWord {
///     fn similarity(&self, a: &str, b: &str) -> f64 {
///         if a.split(' ').next() == b.split(' ').next() { 1.0 } else { 0.0 }
///     }
/// }
/// let plugged: Box<dyn Similarity> = Box::new(FirstWord);
/// assert_eq!(plugged.similarity("Rain fell", "Rain stopped"), 1.0);
/// ```
pub trait Similarity: Send + Sync {
    /// The similarity of two texts, 0 to 1.
    fn similarity(&self, a: &str, b: &str) -> f64;
}
