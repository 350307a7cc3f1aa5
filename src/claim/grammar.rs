//! What the clause and figure rules ask of a token, in one place.

use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Article, Tag, TokenKind};

/// Half-open range of token indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Range {
    pub first: usize,
    pub last: usize,
}

impl Range {
    pub fn new(first: usize, last: usize) -> Self {
        Self { first, last: last.max(first) }
    }

    /// The tokens of a span.
    pub fn of(article: &Article<'_>, span: Span) -> Self {
        let (first, last) = article.tokens_in(span);
        Self::new(first, last)
    }

    pub fn len(self) -> usize {
        self.last - self.first
    }

    pub fn contains(self, index: usize) -> bool {
        (self.first..self.last).contains(&index)
    }

    pub fn iter(self) -> std::ops::Range<usize> {
        self.first..self.last
    }
}

pub(crate) fn tag(article: &Article<'_>, index: usize) -> Tag {
    article.tokens().get(index).map_or(Tag::Mark, |t| t.tag)
}

pub(crate) fn has(article: &Article<'_>, index: usize, class: Class) -> bool {
    article.tokens().get(index).is_some_and(|t| t.has(class))
}

pub(crate) fn kind(article: &Article<'_>, index: usize) -> Option<TokenKind> {
    article.tokens().get(index).map(|t| t.kind)
}

/// Whether a finite verb group may begin here: a modal or an inflected verb.
pub(crate) fn is_finite(article: &Article<'_>, index: usize) -> bool {
    tag(article, index).is_finite()
}

pub(crate) fn is_verb(article: &Article<'_>, index: usize) -> bool {
    tag(article, index).is_verb()
}

pub(crate) fn is_noun(article: &Article<'_>, index: usize) -> bool {
    tag(article, index).is_noun()
}

/// Whether a token may stand inside a noun phrase before or at its head.
pub(crate) fn in_noun_phrase(article: &Article<'_>, index: usize) -> bool {
    let t = tag(article, index);
    t.is_noun()
        || matches!(
            t,
            Tag::Determiner
                | Tag::Adjective
                | Tag::AdjectiveComparative
                | Tag::AdjectiveSuperlative
                | Tag::Cardinal
                | Tag::PossessivePronoun
                | Tag::Possessive
                | Tag::Pronoun
                | Tag::Predeterminer
        )
}

/// Punctuation that parts clauses or phrases; the point that opens ".5 percent" does not.
pub(crate) fn is_break(article: &Article<'_>, index: usize) -> bool {
    match kind(article, index) {
        Some(TokenKind::Stop) if opens_number(article, index) => false,
        Some(TokenKind::Comma | TokenKind::Colon | TokenKind::Stop | TokenKind::Ellipsis | TokenKind::Open | TokenKind::Close) => true,
        Some(TokenKind::Dash) => !article.tokens()[index].glued || article.word(index).len() > 1,
        Some(_) => false,
        None => true,
    }
}

fn opens_number(article: &Article<'_>, stop: usize) -> bool {
    article.tokens().get(stop + 1).is_some_and(|t| t.glued && t.kind == TokenKind::Number)
}

/// The finite verb group that begins at or after `from`: its first finite verb and its main verb, the last verb of the group.
pub(crate) fn verb_group(article: &Article<'_>, range: Range) -> Option<(usize, usize)> {
    let start = range.iter().find(|&i| is_finite(article, i))?;
    let mut main = start;
    for index in start + 1..range.last.min(start + 8) {
        let t = tag(article, index);
        if t.is_verb() {
            main = index;
        } else if !matches!(t, Tag::Adverb | Tag::AdverbComparative | Tag::Particle) && !(has(article, index, Class::Negator)) {
            break;
        }
    }
    Some((start, main))
}

/// The noun phrase that ends right before `end` (adverbs between are passed over), not reaching back past `first`.
pub(crate) fn phrase_before(article: &Article<'_>, first: usize, end: usize) -> Option<Range> {
    let mut last = end;
    while last > first && matches!(tag(article, last - 1), Tag::Adverb | Tag::AdverbComparative) {
        last -= 1;
    }
    let mut start = last;
    while start > first && !(start < last && opens_phrase(article, start)) && goes_back(article, first, start - 1) {
        start -= 1;
    }
    while start < last && !in_noun_phrase(article, start) {
        start += 1;
    }
    (start < last && (start..last).any(|i| is_noun(article, i) || tag(article, i) == Tag::Pronoun)).then(|| Range::new(start, last))
}

/// Whether a noun phrase that begins behind `index` takes it in.
fn goes_back(article: &Article<'_>, first: usize, index: usize) -> bool {
    in_noun_phrase(article, index) || joins_phrases(article, first, index) || is_title_dot(article, index) || is_hyphen(article, index)
}

/// Whether nothing of the same phrase stands before a token: "Monday | the ministry", "Geneva | they", "a claim | Moscow denies"; but
/// "all the troops".
fn opens_phrase(article: &Article<'_>, index: usize) -> bool {
    let before = index.checked_sub(1).map_or(Tag::Mark, |b| tag(article, b));
    match tag(article, index) {
        Tag::Pronoun => true,
        Tag::Determiner | Tag::PossessivePronoun => before.is_noun(),
        Tag::ProperNoun | Tag::ProperNounPlural => before == Tag::Noun && has(article, index - 1, Class::Resumption),
        _ => false,
    }
}

/// The hyphen of "a 10-page response".
fn is_hyphen(article: &Article<'_>, index: usize) -> bool {
    article.word(index) == "-" && article.tokens().get(index).is_some_and(|t| t.glued)
}

/// "of" and "and" between two nouns hold one phrase together; "of" also behind "some" and "most".
fn joins_phrases(article: &Article<'_>, first: usize, index: usize) -> bool {
    let before = |fits: fn(&Article<'_>, usize) -> bool| index > first && fits(article, index - 1);
    match article.lower(index) {
        "of" => before(in_noun_phrase),
        "and" | "&" | "for" => before(is_noun),
        _ => false,
    }
}

fn is_title_dot(article: &Article<'_>, index: usize) -> bool {
    has(article, index, Class::Honorific)
}
