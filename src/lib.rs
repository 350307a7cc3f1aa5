//! Cross-source claim reconciliation: what several outlets say about one story, where they agree and where they differ.
#![forbid(unsafe_code)]

pub mod document;
pub mod error;
pub mod extract;
pub mod lexicon;
mod perceptron;
mod span;
pub mod text;
pub mod value;

pub use document::Document;
pub use error::{InputError, LexiconError};
pub use span::Span;
