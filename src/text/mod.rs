//! A clean view of an article: tokens, sentences, paragraphs and zones, all in bytes of the original text.
//!
//! There is one system of coordinates. Markup (`[told](#)`, `**`, headings, bullets) and line breaks inside a sentence yield no
//! token, so the stages that follow read clean prose, while every span still points into the text as it came.

mod article;
mod emphasis;
mod excerpt;
mod layout;
mod sentence;
mod shape;
mod stem;
mod tag;
mod tagger;
mod token;
mod zone;

pub use article::{Article, Paragraph, Sentence};
pub use excerpt::Excerpt;
pub(crate) use shape::Shape;
pub use stem::stem;
pub use tag::Tag;
pub(crate) use tagger::Tagger;
#[cfg(feature = "train")]
pub use tagger::train as train_tagger;
pub use token::{Token, TokenKind};
pub use zone::Zone;
