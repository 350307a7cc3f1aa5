//! What every rule of this room looks at: the pieces of one sentence and the words of quantities.

use super::piece::NumberPiece;
use crate::lexicon::{Class, NumberContext, NumberWord, QuantityWords, Unit};
use crate::text::{Article, Tag, Token, TokenKind};

/// How far the last of several joined compounds is looked for: "four-, five- and six-cylinder" takes nine pieces.
const COMPOUND_REACH: usize = 10;

/// One sentence under reading. An index past its end is no piece and an empty word, so that rules need not count.
pub(super) struct QuantityReader<'a> {
    pub article: &'a Article<'a>,
    pub pieces: &'a [NumberPiece<'a>],
    pub words: &'a QuantityWords,
}

impl<'a> QuantityReader<'a> {
    pub fn piece(&self, at: usize) -> Option<&'a NumberPiece<'a>> {
        self.pieces.get(at)
    }

    /// The piece before this one.
    pub fn before(&self, at: usize) -> Option<&'a NumberPiece<'a>> {
        self.pieces.get(at.checked_sub(1)?)
    }

    pub fn lower(&self, at: usize) -> &'a str {
        self.pieces.get(at).map_or("", |p| p.lower)
    }

    /// The lower-case word this many pieces before `at`.
    pub fn lower_back(&self, at: usize, back: usize) -> &'a str {
        at.checked_sub(back).map_or("", |i| self.lower(i))
    }

    /// The lower-case words from here on, for matching phrases.
    pub fn lowers(&self, at: usize) -> impl Iterator<Item = &'a str> + Clone + use<'a> {
        self.pieces.get(at..).unwrap_or(&[]).iter().map(|p| p.lower)
    }

    pub fn number_word(&self, at: usize) -> Option<NumberWord> {
        self.piece(at).filter(|p| p.is_word()).and_then(|p| self.words.number(p.lower))
    }

    pub fn says(&self, at: usize, context: NumberContext) -> bool {
        self.piece(at).is_some_and(|p| self.words.says(p.lower, context))
    }

    pub fn says_back(&self, at: usize, back: usize, context: NumberContext) -> bool {
        at.checked_sub(back).is_some_and(|i| self.says(i, context))
    }

    pub fn token(&self, at: usize) -> Option<&'a Token> {
        self.piece(at).map(|p| &self.article.tokens()[p.token])
    }

    pub fn tag(&self, at: usize) -> Tag {
        self.token(at).map_or(Tag::Mark, |t| t.tag)
    }

    pub fn has(&self, at: usize, class: Class) -> bool {
        self.piece(at).is_some_and(|p| p.is_word()) && self.token(at).is_some_and(|t| t.has(class))
    }

    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.piece(at).map(|p| p.kind)
    }

    /// Whether no blank stands between this piece and the one before it.
    pub fn glued(&self, at: usize) -> bool {
        at > 0 && self.piece(at).is_some_and(|p| p.glued)
    }

    /// A hyphen inside a compound, or one with blanks on both sides as tokenised text has it ("fifty - two").
    pub fn is_dash(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|p| p.kind == TokenKind::Dash && p.text == "-" && p.glued == self.glued(at + 1))
    }

    /// A hyphen glued to the piece before it and to the one behind.
    pub fn is_hyphen(&self, at: usize) -> bool {
        self.is_dash(at) && self.glued(at)
    }

    /// A hyphen glued to a number whose compound is finished by a later one, and the word that finishes it: the "day" of "two- to
    /// three-day", the "cylinder" of "four-, five- and six-cylinder".
    pub fn shared_compound(&self, at: usize) -> Option<usize> {
        let dangles = self.kind(at) == Some(TokenKind::Dash) && self.glued(at) && !self.glued(at + 1)
            || self.lower(at + 1) == "," && self.kind(at) == Some(TokenKind::Dash);
        let hyphen = (at + 1..at + COMPOUND_REACH).find(|i| self.is_hyphen(*i) && self.piece(*i + 1).is_some_and(|p| p.is_word()))?;
        dangles.then_some(hyphen + 1)
    }

    /// Whether the piece before this one ends in a letter or a figure.
    pub fn ends_word(&self, at: usize) -> bool {
        self.before(at).is_some_and(|p| p.text.ends_with(char::is_alphanumeric))
    }

    /// The text from the end of the piece before `at` on, without one blank.
    pub fn text_after(&self, at: usize) -> &'a str {
        let end = self.before(at).map_or(0, |p| p.span.end);
        let text = &self.article.text()[end..];
        text.strip_prefix([' ', '\u{a0}', '\u{202f}']).unwrap_or(text)
    }

    /// The first piece at or behind `at` that starts at this byte or later.
    pub fn piece_from(&self, at: usize, byte: usize) -> usize {
        let rest = self.pieces.get(at..).unwrap_or(&[]);
        at + rest.iter().take_while(|p| p.span.start < byte).count()
    }

    /// A unit written in words at this piece, "square-foot" too; a verb ("won") is none.
    pub fn unit_words(&self, at: usize) -> Option<(usize, &'a Unit)> {
        if self.is_hyphen(at + 1) && matches!(self.lower(at), "square" | "cubic") {
            let (_, unit) = self.words.unit([self.lower(at), self.lower(at + 2)].into_iter())?;
            return Some((at + 3, unit));
        }
        let (length, unit) = self.words.unit(self.lowers(at))?;
        let verb = length == 1 && self.tag(at).is_verb() && !self.lower(at).ends_with('s') && unit.is_money();
        (!verb).then_some((at + length, unit))
    }
}
