//! Cross-source claim reconciliation: what several outlets say about one story, where they agree and where they differ.

pub mod blocking;
pub mod claim;
pub mod clustering;
pub mod comparison;
pub mod document;
pub mod entity;
pub mod error;
pub mod extract;
pub mod finding;
pub mod lexicon;
pub mod linkage;
pub mod origin;
mod parallel;
mod perceptron;
pub mod pipeline;
pub mod relate;
pub mod report;
pub mod search;
pub mod similarity;
mod span;
pub mod text;
pub mod value;

pub use claim::Claim;
pub use document::Document;
pub use error::{InputError, LexiconError};
pub use pipeline::Reconciler;
pub use report::Report;
pub use span::Span;
