//! Cross-source claim reconciliation: what several outlets say about one story, where they agree and where they differ.
//!
//! [`Reconciler`] is the front door: [`Document`]s in, a [`Report`] out.
//!
//! ```
//! use corroborate::{Document, Reconciler};
//! let herald = Document::new("herald", "Some 100,000 troops are massed near the border, Minister Okafor said.");
//! let gazette = Document::new("gazette", "Minister Okafor spoke of 130,000 troops massed near the border.");
//! let report = Reconciler::default().reconcile(&[herald, gazette]);
//! assert_eq!(report.groups[0].values.len(), 2);
//! ```
//!
//! # Two questions
//!
//! 1. **Same slot?** Do two claims speak about one thing? [`comparison`] and [`linkage`] answer with each claim's value *masked*
//!    (figures, dates, negations, modal words). The answer is a weight in bits, with its evidence.
//! 2. **Same value?** Do they say the same of it? [`relate`] reads *only* what was masked. The answer is a relation with its reason,
//!    and an excuse for each way in which a difference would be none.
//!
//! # The stages, in the order in which a story passes them
//!
//! | stage | from → to |
//! |---|---|
//! | [`document`] | files, folders, streams → [`Document`] |
//! | [`text`] | a text → [`Article`](text::Article): tokens with parts of speech, sentences, paragraphs, zones |
//! | [`syntax`] | an article → who does what to whom: the arcs of each sentence |
//! | [`extract`] | an article → [quotations](extract::quotation), [quantities](extract::quantity), [dates](extract::date), [names](extract::name) |
//! | [`entity`] | names → people, organisations and places under all their names, across documents |
//! | [`claim`] | all of these → [`Claim`]s: slot and value apart, with their chain of attribution |
//! | [`origin`] | documents → those that go back to one text |
//! | [`comparison`] | a claim → a [`Reading`](comparison::Reading) with its value masked; two readings → labelled levels |
//! | [`blocking`] | readings → the pairs that are worth comparing |
//! | [`linkage`] | a pair → its weight in bits, level by level |
//! | [`clustering`] | weighed pairs → groups |
//! | [`relate`] | two claims of one group → relation, reason, excuses |
//! | [`judgement`] | one pair, both questions: its weight, its relation and the evidence |
//! | [`finding`] | a group → its family, values, pairs and probability |
//! | [`report`] | findings → pages for the terminal, Markdown, CSV; and the [`Report`] itself as JSON |
//!
//! [`pipeline`] calls them in this order. Each is a function over plain data and can be called alone; `examples/walk.rs` does.
//!
//! Beside the way: [`value`] (amounts and times with an algebra of their own), [`lexicon`] (the word lists), [`similarity`] (how close
//! two statements are in meaning) and [`search`] (which earlier claims a message repeats).
//!
//! # What plugs in
//!
//! [`extract::Extractor`], [`comparison::Comparison`] with its [`linkage::Weights`], [`blocking::Blocking`],
//! [`similarity::Similarity`], and word lists by [`lexicon::Lexicon::with_lists`]; each has an example. Long work is watched, and
//! stopped, by a [`pipeline::Observer`].
//!
//! # What always holds
//!
//! Spans are bytes of the text as it came, and slicing the text with one gives the words. Text never fails and never panics. The same
//! input gives the same output, to the byte, on one core or on all; the order of the documents changes no group.
//!
//! # Features
//!
//! `parallel` (all cores), `schema` (JSON Schema of what is printed), `cli` (the program), `train` (the program that makes the data
//! files again). None changes a result.

pub mod blocking;
pub mod claim;
pub mod clustering;
pub mod comparison;
pub mod document;
pub mod entity;
pub mod error;
pub mod extract;
pub mod finding;
pub mod judgement;
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
pub mod syntax;
pub mod text;
pub mod value;

pub use claim::Claim;
pub use document::Document;
pub use error::{InputError, LexiconError};
pub use pipeline::Reconciler;
pub use report::Report;
pub use span::Span;

/// The README's code runs as a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
