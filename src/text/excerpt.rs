//! A stretch of an article as a text of its own, without reading it again.

use super::article::{Article, Paragraph, Sentence};
use super::token::Token;
use super::zone::Zone;
use crate::span::Span;

/// The tokens of a stretch of an article, placed as they stand in its clean words.
///
/// Cutting and tagging is a third of what reading a short passage costs; a claim that was cut from one takes its tokens along.
#[derive(Debug, Clone, Default)]
pub(crate) struct Excerpt(Article<'static>);

impl Article<'_> {
    /// The tokens of a span, for a text that is [`Article::clean`] of it.
    pub(crate) fn excerpt(&self, span: Span) -> Excerpt {
        let (first, last) = self.tokens_in(span);
        let inside = &self.tokens()[first..last];
        let base = inside.first().map_or(0, |t| t.lower.0);
        let mut tokens: Vec<Token> = Vec::with_capacity(inside.len());
        for token in inside {
            let glued = token.glued && !tokens.is_empty();
            let before = tokens.last().map_or(0, |t| t.span.end);
            let start = before + usize::from(!glued && before > 0);
            let lower = (token.lower.0 - base, token.lower.1 - base);
            tokens.push(Token { span: Span::new(start, start + token.span.len()), glued, lower, ..*token });
        }
        let whole = |first: usize, last: usize| tokens[first].span.hull(tokens[last - 1].span);
        let sentences: Vec<Sentence> = self
            .sentences()
            .iter()
            .map(|s| (s.first.max(first), s.last.min(last)))
            .filter(|(from, to)| from < to)
            .map(|(from, to)| (from - first, to - first))
            .map(|(first, last)| Sentence { span: whole(first, last), first, last, paragraph: 0 })
            .collect();
        let paragraph =
            (!tokens.is_empty()).then(|| Paragraph { span: whole(0, tokens.len()), first: 0, last: sentences.len(), zone: Zone::Body });
        let lower = self.lower_of(first, last).to_owned();
        Excerpt(Article { text: "", lower, tokens, sentences, paragraphs: paragraph.into_iter().collect() })
    }
}

impl Excerpt {
    /// The excerpt over its words, which [`Article::clean`] gave for the same span.
    pub(crate) fn over(self, text: &str) -> Article<'_> {
        let Article { lower, tokens, sentences, paragraphs, .. } = self.0;
        debug_assert_eq!(tokens.last().map_or(0, |t| t.span.end), text.len());
        Article { text, lower, tokens, sentences, paragraphs }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn an_excerpt_reads_as_its_words_do() {
        for (phenomenon, text, span) in [
            ("the whole", "Rain fell. The dam held.", Span::new(0, 24)),
            ("one sentence", "Rain fell. The dam held.", Span::new(11, 24)),
            ("inside quotation marks", "\u{201c}The dam\u{2019}s wall held,\u{201d} Ode said.", Span::new(3, 25)),
            ("over a line break and markup", "He [told](#) us\nof  **two** dams.", Span::new(3, 32)),
            ("nothing", "Rain fell.", Span::new(4, 4)),
        ] {
            let article = Article::new(text, Lexicon::english());
            let clean = article.clean(span);
            let (excerpt, fresh) = (article.excerpt(span).over(&clean), Article::new(&clean, Lexicon::english()));
            let tokens = |a: &Article<'_>| (0..a.tokens().len()).map(|i| (a.word(i).to_owned(), a.lower(i).to_owned())).collect::<Vec<_>>();
            assert_eq!(tokens(&excerpt), tokens(&fresh), "{phenomenon}");
            assert_eq!(excerpt.clean(Span::new(0, clean.len())), clean, "{phenomenon}");
            assert_eq!(excerpt.sentences(), fresh.sentences(), "{phenomenon}");
        }
    }
}
