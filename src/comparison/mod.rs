//! The features of a pair, each with labelled levels and a null level where one side is silent.
//!
//! A [`Reading`] is a claim made ready once; a [`Pairing`] says which words of two readings match. Each comparison reads them and
//! answers with a level, by its key; what a level weighs is data ([`crate::linkage`]). No comparison reads a masked word.

mod context;
mod features;
mod pairing;
mod reading;
mod replaced;
mod source;
mod surroundings;

pub use context::Context;
pub use features::{COMPARISONS, Comparison};
pub use pairing::{Matched, Pairing};
pub(crate) use reading::may_be_translated;
pub use reading::{Reading, Term, readings};
pub use replaced::Replaced;
pub(crate) use source::same_spelling;

/// What `ask` makes of the readings of two passages of one sentence each, for the tests of the stages behind.
#[cfg(test)]
pub(crate) fn of_two_texts<R>(texts: [&str; 2], ask: impl FnOnce(&Reading<'_>, &Reading<'_>) -> R) -> R {
    let claims = texts.map(crate::claim::claim_of_text);
    let [a, b] = claims.each_ref().map(|claim| Reading::new(claim, &Context::default(), crate::lexicon::Lexicon::english()));
    ask(&a, &b)
}
