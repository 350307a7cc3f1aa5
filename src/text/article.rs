//! The view that every later stage reads.

use super::layout;
use super::sentence;
use super::tagger::Tagger;
use super::token::{self, Token};
use super::zone::{self, Zone};
use crate::lexicon::Lexicon;
use crate::span::Span;

/// A text cut into paragraphs, sentences and tokens.
///
/// ```
/// use corroborate::lexicon::Lexicon;
/// use corroborate::text::Article;
/// let article = Article::new("He [told](#) Mr. Ode. \"It is far\nfrom over,\" she said.", Lexicon::english());
/// assert_eq!(article.sentences().len(), 2);
/// let last = article.sentences()[1];
/// assert_eq!(article.clean(last.span), "\"It is far from over,\" she said.");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Article<'t> {
    pub(super) text: &'t str,
    pub(super) lower: String,
    pub(super) tokens: Vec<Token>,
    pub(super) sentences: Vec<Sentence>,
    pub(super) paragraphs: Vec<Paragraph>,
}

/// One sentence: its tokens and where they stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first token's start to its last token's end.
    pub span: Span,
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub last: usize,
    /// Its paragraph.
    pub paragraph: usize,
}

/// One paragraph: its sentences and its zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// Where it stands.
    pub span: Span,
    /// Its first sentence.
    pub first: usize,
    /// One past its last sentence.
    pub last: usize,
    /// Which part of the page it is.
    pub zone: Zone,
}

impl<'t> Article<'t> {
    /// Reads a text. Never fails, whatever its characters.
    #[must_use]
    pub fn new(text: &'t str, lexicon: &Lexicon) -> Self {
        let (tokens, lower) = token::tokenize(text, lexicon);
        let mut article = Self { text, lower, tokens, sentences: Vec::new(), paragraphs: Vec::new() };
        article.lay_out(lexicon);
        article.tag();
        article
    }

    fn lay_out(&mut self, lexicon: &Lexicon) {
        let mut at = 0;
        let mut body_begun = false;
        for span in layout::paragraphs(self.text) {
            let first_token = at;
            while at < self.tokens.len() && self.tokens[at].span.start < span.end {
                at += 1;
            }
            if first_token == at {
                continue;
            }
            let first = self.sentences.len();
            for (a, b) in sentence::split(self.text, &self.tokens, first_token, at) {
                let span = self.tokens[a].span.hull(self.tokens[b - 1].span);
                self.sentences.push(Sentence { span, first: a, last: b, paragraph: self.paragraphs.len() });
            }
            let zone = zone::judge(span.slice(self.text), body_begun, self.paragraphs.last().map(|p| p.zone), lexicon);
            body_begun |= zone == Zone::Body;
            self.paragraphs.push(Paragraph { span, first, last: self.sentences.len(), zone });
        }
        // a text of one short line has no headline over it: it is all there is
        if !body_begun {
            for paragraph in self.paragraphs.iter_mut().filter(|p| p.zone == Zone::Headline) {
                paragraph.zone = Zone::Body;
            }
        }
    }

    fn tag(&mut self) {
        for sentence in &self.sentences {
            Tagger::shared().tag(self.text, &self.lower, &mut self.tokens[sentence.first..sentence.last]);
        }
    }

    /// The text as it came.
    #[must_use]
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// All tokens, in order.
    #[must_use]
    pub fn tokens(&self) -> &[Token] {
        &self.tokens
    }

    /// All sentences, in order.
    #[must_use]
    pub fn sentences(&self) -> &[Sentence] {
        &self.sentences
    }

    /// All paragraphs, in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The zone of the paragraph that a sentence stands in.
    #[must_use]
    pub fn zone(&self, sentence: &Sentence) -> Zone {
        self.paragraphs[sentence.paragraph].zone
    }

    /// A token as it stands in the text; empty for an index past the end.
    #[must_use]
    pub fn word(&self, index: usize) -> &'t str {
        self.tokens.get(index).map_or("", |t| t.span.slice(self.text))
    }

    /// A token in lower case, with straight apostrophes; empty for an index past the end.
    #[must_use]
    pub fn lower(&self, index: usize) -> &str {
        self.tokens.get(index).map_or("", |t| &self.lower[t.lower.0 as usize..t.lower.1 as usize])
    }

    /// The buffer that the lower-case forms of the tokens stand in.
    #[cfg(feature = "train")]
    pub(super) fn lower_buffer(&self) -> &str {
        &self.lower
    }

    /// The lower-case forms of the tokens from `first` up to `last`, for matching phrases.
    pub fn lowers(&self, first: usize, last: usize) -> impl Iterator<Item = &str> + Clone {
        (first..last.min(self.tokens.len())).map(|i| self.lower(i))
    }

    /// Whether a token is written with a capital.
    #[must_use]
    pub fn is_capital(&self, index: usize) -> bool {
        self.word(index).starts_with(char::is_uppercase)
    }

    /// The span of the tokens from `first` up to `last`; empty at the end of the text where there are none.
    #[must_use]
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.tokens.get(first), last.checked_sub(1).and_then(|l| self.tokens.get(l))) {
            (Some(a), Some(b)) if first < last => a.span.hull(b.span),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The tokens that lie in a span: indexes of the first and of one past the last.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> (usize, usize) {
        let first = self.tokens.partition_point(|t| t.span.start < span.start);
        let last = self.tokens.partition_point(|t| t.span.end <= span.end);
        (first, last.max(first))
    }

    /// The sentence that holds this byte, or the next one behind it.
    #[must_use]
    pub fn sentence_at(&self, byte: usize) -> Option<usize> {
        let index = self.sentences.partition_point(|s| s.span.end <= byte);
        (index < self.sentences.len()).then_some(index)
    }

    /// The words of a span for people: markup left out, white space folded.
    #[must_use]
    pub fn clean(&self, span: Span) -> String {
        let (first, last) = self.tokens_in(span);
        let mut result = String::with_capacity(span.len());
        for token in &self.tokens[first..last] {
            if !token.glued && !result.is_empty() {
                result.push(' ');
            }
            result.push_str(token.span.slice(self.text));
        }
        result
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentences(text: &str) -> Vec<String> {
        let article = Article::new(text, Lexicon::english());
        article.sentences().iter().map(|s| article.clean(s.span)).collect()
    }

    #[test]
    fn the_table_of_sentences() {
        for (text, want) in [
            ("Mr. Ode spoke. He left.", vec!["Mr. Ode spoke.", "He left."]),
            (
                "\u{201c}Really?\u{201d} she asked. \u{201c}Yes.\u{201d} He left.",
                vec!["\u{201c}Really?\u{201d} she asked.", "\u{201c}Yes.\u{201d}", "He left."],
            ),
            ("In the U.S. The law is old.", vec!["In the U.S.", "The law is old."]),
            ("The U.S. Army came.", vec!["The U.S. Army came."]),
            ("He left Dunn & Co. Prices rose.", vec!["He left Dunn & Co.", "Prices rose."]),
            ("Dunn & Co. President Bell left.", vec!["Dunn & Co. President Bell left."]),
            ("It fell 1.6 percent. Then it rose.", vec!["It fell 1.6 percent.", "Then it rose."]),
            ("On Feb. 20 it ends. \"Good,\" he said.", vec!["On Feb. 20 it ends.", "\"Good,\" he said."]),
            ("He will go... maybe. Yes!", vec!["He will go... maybe.", "Yes!"]),
        ] {
            assert_eq!(sentences(text), want, "{text}");
        }
    }

    #[test]
    fn a_broken_line_is_one_sentence() {
        assert_eq!(sentences("from across a long\n\ntable in the room."), ["from across a long table in the room."]);
    }
}
