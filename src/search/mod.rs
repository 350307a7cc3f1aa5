//! The earlier claims that a message repeats: a word index finds candidates, the alignment of words orders them.

mod index;
mod message;
mod terms;

pub use index::{Entry, Hit, SearchIndex};
pub use message::plain;
