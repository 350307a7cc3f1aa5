//! A stretch of an article as a text of its own, cut and tagged as it stands there.

use std::fmt::Write;

use serde::{Deserialize, Serialize};

use super::article::{Article, Paragraph, Sentence};
use super::tag::Tag;
use super::token;
use super::zone::Zone;
use crate::lexicon::Lexicon;
use crate::span::Span;

/// Where the tokens of a stretch of an article stand, from its beginning on, and their tags.
///
/// A stretch that is cut out of its sentence and read again may come out otherwise: "*old" is half of an emphasis, "her" at an end no
/// longer "her plan". So a claim keeps what its sentence told. It is written as one word for each token, its tag and its length in bytes:
/// `DT3 NN6POS2 NN4`, where tokens with a byte between them are parted by a blank, and further gaps are told as in `NN4+8NN5`.
///
/// ```
/// use corroborate::Span;
/// use corroborate::lexicon::Lexicon;
/// use corroborate::text::{Article, Excerpt};
/// let article = Article::new("Rain fell. The dam's wall held.", Lexicon::english());
/// let excerpt = article.excerpt(Span::new(11, 25));
/// assert_eq!(String::from(excerpt.clone()), "DT3 NN3POS2 NN4");
/// assert_eq!(Excerpt::from("DT3 NN3POS2 NN4".to_owned()), excerpt);
/// assert_eq!(excerpt.over("The dam's wall", Lexicon::english()).unwrap().word(2), "'s");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "String"))]
#[serde(from = "String", into = "String")]
pub struct Excerpt(Vec<ExcerptToken>);

/// One token: its bytes from the beginning of the stretch on, and its tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct ExcerptToken {
    start: u32,
    end: u32,
    tag: Tag,
}

impl Article<'_> {
    /// The tokens of a span, which begins and ends with a token, for the text that it slices to.
    #[must_use]
    pub fn excerpt(&self, span: Span) -> Excerpt {
        let (first, last) = self.tokens_in(span);
        let place = |byte: usize| (byte - span.start) as u32;
        let tokens = self.tokens()[first..last].iter();
        Excerpt(tokens.map(|t| ExcerptToken { start: place(t.span.start), end: place(t.span.end), tag: t.tag }).collect())
    }
}

impl Excerpt {
    /// Whether it holds no token.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The view of its text, as one sentence; `None` where the places do not fit the text.
    #[must_use]
    pub fn over<'t>(&self, text: &'t str, lexicon: &Lexicon) -> Option<Article<'t>> {
        let pieces = self.0.iter().map(|p| (Span::new(p.start as usize, p.end as usize), p.tag));
        let (tokens, lower) = token::recut(text, pieces, lexicon)?;
        let (span, last) = (Span::new(0, text.len()), tokens.len());
        let sentence = (last > 0).then_some(Sentence { span, first: 0, last, paragraph: 0 });
        let paragraph = sentence.map(|_| Paragraph { span, first: 0, last: 1, zone: Zone::Body });
        Some(Article { text, lower, tokens, sentences: sentence.into_iter().collect(), paragraphs: paragraph.into_iter().collect() })
    }
}

impl From<Excerpt> for String {
    fn from(excerpt: Excerpt) -> Self {
        let mut written = String::with_capacity(excerpt.0.len() * 5);
        let mut at = 0;
        for ExcerptToken { start, end, tag } in excerpt.0 {
            // writing into a string does not fail
            let _ = match start - at {
                0 => Ok(()),
                1 => written.write_char(' '),
                gap => write!(written, "+{gap}"),
            };
            let _ = write!(written, "{}{}", tag.treebank(), end - start);
            at = end;
        }
        written
    }
}

/// What is not written as it should be gives the empty excerpt, which fits no text.
impl From<String> for Excerpt {
    fn from(written: String) -> Self {
        let (mut rest, mut at, mut pieces) = (written.as_str(), 0_u32, Vec::new());
        while !rest.is_empty() {
            let Some((piece, behind)) = read(rest, at) else { return Self::default() };
            (rest, at) = (behind, piece.end);
            pieces.push(piece);
        }
        Self(pieces)
    }
}

/// The token at the head of `rest`, if the one before ends at `at`, and what is written behind it.
fn read(rest: &str, at: u32) -> Option<(ExcerptToken, &str)> {
    let (gap, rest) = match (rest.strip_prefix(' '), rest.strip_prefix('+')) {
        (Some(rest), _) => (1, rest),
        (_, Some(rest)) => number(rest)?,
        _ => (0, rest),
    };
    let (tag, rest) = rest.split_at(rest.find(|c: char| c.is_ascii_digit())?);
    let (length, behind) = number(rest)?;
    let start = at.checked_add(gap)?;
    Some((ExcerptToken { start, end: start.checked_add(length)?, tag: Tag::from_treebank(tag)? }, behind))
}

fn number(rest: &str) -> Option<(u32, &str)> {
    let (digits, behind) = rest.split_at(rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len()));
    Some((digits.parse().ok()?, behind))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_excerpt_reads_as_its_words_do_in_their_article() {
        for (phenomenon, text, span) in [
            ("the whole", "Rain fell. The dam held.", Span::new(0, 24)),
            ("one sentence", "Rain fell. The dam held.", Span::new(11, 24)),
            ("inside quotation marks", "\u{201c}The dam\u{2019}s wall held,\u{201d} Ode said.", Span::new(3, 24)),
            ("over a line break and markup", "He [told](#) us\nof  **two** dams.", Span::new(4, 32)),
            ("half of an emphasis", "The *old dam* held, and budget_2*3 too.", Span::new(5, 12)),
            ("numbers and marks", "In 2024_03 'twas \u{201c}-5.2\u{201d}% or $7.7m (A.B. Ode's).", Span::new(3, 51)),
        ] {
            let article = Article::new(text, Lexicon::english());
            let (first, last) = article.tokens_in(span);
            let excerpt = Excerpt::from(String::from(article.excerpt(span)));
            let own = excerpt.over(span.slice(text), Lexicon::english()).unwrap_or_else(|| panic!("{phenomenon}: {excerpt:?}"));
            let told = |a: &Article<'_>, i: usize| {
                let token = a.tokens()[i];
                (a.word(i).to_owned(), a.lower(i).to_owned(), token.kind, token.tag, token.classes)
            };
            let all = |a: &Article<'_>, from: usize, to: usize| (from..to).map(|i| told(a, i)).collect::<Vec<_>>();
            assert_eq!(all(&own, 0, own.tokens().len()), all(&article, first, last), "{phenomenon}");
            assert_eq!(own.clean(Span::new(0, span.len())), article.clean(span), "{phenomenon}");
        }
    }

    #[test]
    fn what_does_not_fit_gives_nothing() {
        for (phenomenon, written, text) in [
            ("no tag", "3 NN4", "the dams"),
            ("an unknown tag", "ABC3 NN4", "the dams"),
            ("too short", "DT3", "the dams"),
            ("too long", "DT3 NN9", "the dams"),
            ("inside a character", "NN1NN1", "\u{e9}"),
            ("too large", "NN99999999999", "the"),
            ("nothing", "NN0", ""),
        ] {
            assert!(Excerpt::from(written.to_owned()).over(text, Lexicon::english()).is_none_or(|a| a.tokens().is_empty()), "{phenomenon}");
        }
    }
}
