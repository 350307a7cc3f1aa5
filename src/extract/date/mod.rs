//! Times as written, resolved against the dateline.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Article;

/// What kind of time an expression names, as in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// A day or something coarser: "Monday", "February", "last year".
    Date,
    /// A part of a day or a clock time.
    Time,
    /// "three weeks"
    Duration,
    /// "every Monday"
    Set,
}

/// A time as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateExpression {
    /// Where it stands.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// What kind of time it names.
    pub kind: DateKind,
    /// Its TIMEX3 value: `2022-02-14`, `2022-W07`, `P3D`, `PRESENT_REF`; relative ones stay open (`XXXX-WXX-1`) where no dateline is known.
    pub value: String,
}

/// The day that relative times count from: the document's `published` date, or else a date line at the head of its text.
#[must_use]
pub fn dateline(document: &Document, _article: &Article<'_>, _lexicon: &Lexicon) -> Option<Date> {
    document.published.as_ref().map(crate::document::Published::date)
}

/// The times of an article, in order, resolved against `dateline`.
#[must_use]
pub fn extract(_article: &Article<'_>, _dateline: Option<Date>, _lexicon: &Lexicon) -> Vec<DateExpression> {
    Vec::new()
}
