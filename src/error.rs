//! What can go wrong, and only at the edges: reading documents, word lists and settings.

use thiserror::Error;

/// Why an input could not be used: always the file, the line where one is known, what is wrong and what to do.
///
/// ```
/// use corroborate::{InputError, document::read_jsonl};
/// let line = r#"{"id":"a","outlet":"Herald"}"#;
/// let error = read_jsonl("story.jsonl", line.as_bytes()).next().unwrap().unwrap_err();
/// assert!(matches!(error, InputError::Line { line: 1, .. }));
/// assert!(error.to_string().starts_with("story.jsonl, line 1: "));
/// ```
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum InputError {
    /// The file or folder could not be opened or read.
    #[error("{path}: {source}; check that the path exists and may be read")]
    Io {
        /// The path as it was given.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// The file's bytes are no UTF-8.
    #[error("{path}, byte {offset}: not UTF-8; save the file as UTF-8")]
    Encoding {
        /// The path as it was given.
        path: String,
        /// Where the first bad byte stands.
        offset: usize,
    },
    /// One line of a file is not what it should be.
    #[error("{path}, line {line}: {message}")]
    Line {
        /// The path as it was given.
        path: String,
        /// The line, counted from 1.
        line: usize,
        /// What is wrong and what to do.
        message: String,
    },
    /// A file of a kind that is not read.
    #[error("{path}: not a kind of file that is read here; give .txt, .md or .jsonl, or - for standard input")]
    Kind {
        /// The path as it was given.
        path: String,
    },
    /// Two documents carry one id.
    #[error("{second}: a second document with the id {id:?} (the first is {first}); give each document its own id")]
    DuplicateId {
        /// The id that both carry.
        id: String,
        /// Where the first one stands.
        first: String,
        /// Where the second one stands.
        second: String,
    },
    /// Nothing was found to read.
    #[error("{path}: no document in it; give at least one article as .txt, .md or .jsonl")]
    Empty {
        /// The path as it was given.
        path: String,
    },
}

/// Why a word list could not be read.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
#[error("{file}, line {line}: {message}")]
pub struct LexiconError {
    /// The list's file name.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// What is wrong and what to do.
    pub message: String,
}
