//! Half-open byte ranges into a document's text, the proof behind every result.

use serde::{Deserialize, Serialize};

/// A half-open range of UTF-8 bytes, `start..end`, in one document's text.
///
/// Every span that the library returns lies on character boundaries of the text it was read from, so
/// [`Span::slice`] gives back the very words.
///
/// ```
/// use corroborate::Span;
/// let text = "some 130,000 troops";
/// let span = Span::new(5, 12);
/// assert_eq!(span.slice(text), "130,000");
/// assert!(Span::new(0, 19).contains(span));
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// A span from `start` up to `end`; an `end` before `start` makes it empty.
    #[must_use]
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in bytes.
    #[must_use]
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether it covers nothing.
    #[must_use]
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether `other` lies wholly inside.
    #[must_use]
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    #[must_use]
    pub fn overlaps(self, other: Span) -> bool {
        self.overlap(other) > 0
    }

    /// How many bytes the two share.
    #[must_use]
    pub fn overlap(self, other: Span) -> usize {
        self.end.min(other.end).saturating_sub(self.start.max(other.start))
    }

    /// The smallest span that covers both.
    #[must_use]
    pub fn hull(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words: the slice of `text`, or the empty string where the span does not lie on characters of `text`.
    #[must_use]
    pub fn slice(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_off_the_characters_slices_to_nothing() {
        assert_eq!(Span::new(1, 2).slice("é"), "");
        assert_eq!(Span::new(0, 9).slice("é"), "");
        assert_eq!(Span::new(0, 2).slice("é"), "é");
    }

    #[test]
    fn touching_spans_do_not_overlap() {
        assert!(!Span::new(0, 3).overlaps(Span::new(3, 5)));
        assert_eq!(Span::new(0, 3).overlap(Span::new(2, 5)), 1);
        assert_eq!(Span::new(0, 3).hull(Span::new(4, 5)), Span::new(0, 5));
        assert!(Span::new(5, 2).is_empty());
    }
}
