//! One function for stems, so that the stemmer can be exchanged in one place.

use frostem::{Algorithm, Stemmer};

/// The Snowball (English) stem of a lower-case word; words that are no plain letters stay as they are.
///
/// ```
/// use corroborate::text::stem;
/// assert_eq!(stem("negotiations"), stem("negotiation"));
/// assert_eq!(stem("10"), "10");
/// ```
#[must_use]
pub fn stem(word: &str) -> String {
    if word.len() < 3 || !word.bytes().all(|b| b.is_ascii_lowercase() || b == b'\'') {
        return word.to_owned();
    }
    Stemmer::new(Algorithm::English).stem(word).into_owned()
}
