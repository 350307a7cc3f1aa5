//! A sentence cut finer than tokens, so that no number shares a piece with its sign, its unit or its neighbour.
//!
//! "RM3.06mil" is a sign, a number and a word; "twenty-one" and "10-page" are parted at their hyphens.

use super::digits::{self, Digits};
use crate::lexicon::{FoundSign, NumberWord, QuantityWords};
use crate::span::Span;
use crate::text::{Article, Sentence, TokenKind};

/// One piece of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct NumberPiece<'a> {
    /// Where it stands.
    pub span: Span,
    /// Its words.
    pub text: &'a str,
    /// Its words in lower case.
    pub lower: &'a str,
    /// What it is by its characters.
    pub kind: TokenKind,
    /// Whether no white space stands before it.
    pub glued: bool,
    /// The token it was cut from.
    pub token: usize,
    /// The number in figures that it is.
    pub digits: Option<Digits>,
    /// The currency sign that it is.
    pub sign: Option<FoundSign<'a>>,
}

impl NumberPiece<'_> {
    /// Whether it is written with a capital.
    pub fn is_capital(&self) -> bool {
        self.text.starts_with(char::is_uppercase)
    }

    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }
}

/// Whether a sentence can hold a number at all; most hold none and are passed over.
pub(super) fn may_hold_number(article: &Article<'_>, sentence: &Sentence, words: &QuantityWords) -> bool {
    (sentence.first..sentence.last).any(|index| {
        let token = &article.tokens()[index];
        match token.kind {
            TokenKind::Number => true,
            TokenKind::Word => is_number_word(article.lower(index), words),
            _ => false,
        }
    })
}

/// A number word, a compound that begins or goes on with one, or a word with figures in it.
fn is_number_word(lower: &str, words: &QuantityWords) -> bool {
    if lower.bytes().any(|b| b == b'-' || b.is_ascii_digit() || b >= 0xc2) {
        return lower.bytes().any(|b| b.is_ascii_digit()) || lower.split(is_hyphen).any(|part| is_number_word_alone(part, words));
    }
    is_number_word_alone(lower, words)
}

fn is_number_word_alone(lower: &str, words: &QuantityWords) -> bool {
    let fold = lower.strip_suffix("fold").filter(|rest| !rest.is_empty()).unwrap_or(lower);
    words.number(fold).is_some_and(|word| !matches!(word, NumberWord::Short(_)))
        || lower.starts_with(|c: char| !c.is_ascii() && digits::read(lower).is_some())
}

fn is_hyphen(c: char) -> bool {
    matches!(c, '-' | '\u{2010}' | '\u{2011}')
}

/// Cuts a sentence into pieces.
pub(super) fn cut<'a>(article: &'a Article<'_>, sentence: &Sentence, words: &'a QuantityWords) -> Vec<NumberPiece<'a>> {
    let mut cutter = Cutter { article, words, pieces: Vec::with_capacity(2 * (sentence.last - sentence.first)), end: 0 };
    for index in sentence.first..sentence.last {
        cutter.token(index);
    }
    cutter.pieces
}

struct Cutter<'a, 't> {
    article: &'a Article<'t>,
    words: &'a QuantityWords,
    pieces: Vec<NumberPiece<'a>>,
    /// One past the last byte that was cut.
    end: usize,
}

impl<'a> Cutter<'a, '_> {
    fn token(&mut self, index: usize) {
        let token = self.article.tokens()[index];
        if token.span.end <= self.end {
            return;
        }
        if token.span.start < self.end {
            return self.rest_of(index);
        }
        if self.sign(index, token.span.start) || self.number(index, token.span.start, token.glued) {
            return self.rest_of(index);
        }
        match token.kind {
            TokenKind::Word if token.span.slice(self.article.text()).contains(is_hyphen) => self.compound(index),
            kind => self.word(index, kind),
        }
    }

    /// A whole token; "sixfold" is parted, and the "MEUR" of company reports, which is a million euros.
    fn word(&mut self, index: usize, kind: TokenKind) {
        let token = self.article.tokens()[index];
        let lower = self.article.lower(index);
        if self.is_million_code(token.span) && lower.len() == token.span.len() {
            let middle = token.span.start + 1;
            self.push(index, Span::new(token.span.start, middle), &lower[..1], kind, token.glued);
            return self.push(index, Span::new(middle, token.span.end), &lower[1..], kind, true);
        }
        let stem = lower.strip_suffix("fold").filter(|stem| stem.len() + 4 == token.span.len() && self.words.number(stem).is_some());
        match stem {
            Some(stem) => {
                let middle = token.span.start + stem.len();
                self.push(index, Span::new(token.span.start, middle), stem, kind, token.glued);
                self.push(index, Span::new(middle, token.span.end), "fold", kind, true);
            }
            None => self.push(index, token.span, lower, kind, token.glued),
        }
    }

    /// "MEUR", "MSEK" behind figures
    fn is_million_code(&self, span: Span) -> bool {
        let code = span.slice(self.article.text()).strip_prefix('M').filter(|code| code.len() == 3);
        let figures = self.pieces.last().is_some_and(|p| p.digits.is_some());
        figures && code.is_some_and(|code| self.words.sign(code).is_some_and(|sign| sign.length == 3))
    }

    /// A currency sign with figures behind it, glued or after one blank.
    fn sign(&mut self, index: usize, at: usize) -> bool {
        let text = self.article.text();
        let Some(sign) = self.words.sign(&text[at..]) else {
            return false;
        };
        let end = at + sign.length;
        let behind = text[end..].trim_start_matches([' ', '\u{a0}']);
        let signed = behind.trim_start_matches(['-', '\u{2212}', '+']);
        let letters = text[..end].ends_with(char::is_alphanumeric);
        let word_before = letters && self.pieces.last().is_some_and(|p| p.span.end == at && p.text.ends_with(char::is_alphanumeric));
        if word_before || !signed.trim_start_matches('.').starts_with(|c: char| c.is_ascii_digit()) {
            return false;
        }
        let glued = self.article.tokens()[index].glued || self.end == at;
        let span = Span::new(at, end);
        let word = span.slice(text);
        self.pieces.push(NumberPiece {
            span,
            text: word,
            lower: word,
            kind: TokenKind::Symbol,
            glued,
            token: index,
            digits: None,
            sign: Some(sign),
        });
        self.end = end;
        if behind.len() == signed.len() {
            self.number(index, text.len() - behind.len(), behind.len() == text.len() - end);
        }
        true
    }

    /// A number in figures at this byte; behind a letter it is part of a name ("S23").
    fn number(&mut self, index: usize, at: usize, glued: bool) -> bool {
        let text = self.article.text();
        let Some(digits) = digits::read(&text[at..]) else {
            return false;
        };
        let stop = text[at..].starts_with('.') && text[..at].ends_with(|c: char| c.is_alphanumeric() || c == '.');
        if stop {
            return false;
        }
        let span = Span::new(at, at + digits.length);
        let word = span.slice(text);
        self.pieces.push(NumberPiece {
            span,
            text: word,
            lower: word,
            kind: TokenKind::Number,
            glued,
            token: index,
            digits: Some(digits),
            sign: None,
        });
        self.end = span.end;
        true
    }

    /// What is left of a token behind a number that was cut from its head.
    fn rest_of(&mut self, index: usize) {
        let token = self.article.tokens()[index];
        if self.end >= token.span.end {
            return;
        }
        let span = Span::new(self.end, token.span.end);
        let lower = self.article.lower(index);
        // the lower-case form has the same length but for a few capitals outside of ASCII, whose words are no units
        let tail = lower.len().checked_sub(span.len()).and_then(|from| lower.get(from..)).unwrap_or(lower);
        self.parts(index, span, tail, true);
    }

    fn compound(&mut self, index: usize) {
        let token = self.article.tokens()[index];
        self.parts(index, token.span, self.article.lower(index), token.glued);
    }

    /// The parts of a hyphenated word, and its hyphens.
    fn parts(&mut self, index: usize, span: Span, lower: &'a str, glued: bool) {
        let text = self.article.text();
        let mut at = span.start;
        let mut lowers = lower.split(is_hyphen);
        let mut glued = glued;
        for part in span.slice(text).split(is_hyphen) {
            let lower = lowers.next().unwrap_or("");
            if at > span.start {
                let dash = text[..at].chars().next_back().map_or(1, char::len_utf8);
                self.push(index, Span::new(at - dash, at), "-", TokenKind::Dash, true);
                glued = true;
            }
            let end = at + part.len();
            if at >= self.end && !part.is_empty() && !(self.sign(index, at) || self.number(index, at, glued)) {
                self.push(index, Span::new(at, end), lower, TokenKind::Word, glued);
            }
            if self.end > at && self.end < end {
                let tail = lower.len().checked_sub(end - self.end).and_then(|from| lower.get(from..)).unwrap_or("");
                self.push(index, Span::new(self.end, end), tail, TokenKind::Word, true);
            }
            let hyphen = text[end..].chars().next().map_or(0, char::len_utf8);
            at = end + hyphen;
        }
    }

    fn push(&mut self, index: usize, span: Span, lower: &'a str, kind: TokenKind, glued: bool) {
        self.pieces.push(NumberPiece {
            span,
            text: span.slice(self.article.text()),
            lower,
            kind,
            glued,
            token: index,
            digits: None,
            sign: None,
        });
        self.end = span.end;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn the_table_of_pieces() {
        let lexicon = Lexicon::english();
        for (text, want) in [
            ("RM3.06mil or US$7.2bn", "RM|3.06|mil|or|US$|7.2|bn"),
            ("a six-mile, 10-page walk", "a|six|-|mile|,|10|-|page|walk"),
            ("12-cent-a-share", "12|-|cent|-|a|-|share"),
            ("the S23 and COVID-19", "the|S23|and|COVID|-|19"),
            ("minus-5 to-260,000", "minus|-|5|to|-|260,000"),
            ("a rate of .08, up", "a|rate|of|.08|,|up"),
            ("$-50.8bn and USD10m", "$|-|50.8|bn|and|USD|10|m"),
            ("32m2 of HK $3", "32|m2|of|HK $|3"),
            ("x 1.5x10^6 y", "x|1.5x10^6|y"),
        ] {
            let article = Article::new(text, lexicon);
            let sentence = article.sentences()[0];
            let pieces = cut(&article, &sentence, lexicon.quantity());
            assert_eq!(pieces.iter().map(|p| p.text).collect::<Vec<_>>().join("|"), want);
        }
    }
}
