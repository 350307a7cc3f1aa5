//! What the other parts of this room look at: sentences in which each passage in quotation marks is one unit.

use std::ops::Range;

use super::marks::{self, Passage};
use crate::extract::name::{Mention, MentionKind};
use crate::lexicon::{self, Lexicon};
use crate::span::Span;
use crate::text::{Article, Tag, Token, TokenKind};

/// A token outside quotation marks, or a whole passage in them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Its first token.
    pub first: usize,
    /// One past its last token.
    pub last: usize,
    /// Which passage it is.
    pub passage: Option<usize>,
}

/// A sentence of units: `"It is over. We lost," he said.` is one, whatever ends inside the marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    /// Its first unit.
    pub first: usize,
    /// One past its last unit.
    pub last: usize,
    /// Its paragraph.
    pub paragraph: usize,
}

/// Passages of so many words tell which marks an article sets its speech in.
const SPEECH_WORDS: usize = 4;

/// How far behind a quotation its tag may have its verb: a name with its title and description.
const TAG_REACH: usize = 14;

/// An article cut into frames of units.
pub(super) struct Scene<'a, 't> {
    pub article: &'a Article<'t>,
    pub lexicon: &'a Lexicon,
    pub passages: Vec<Passage>,
    pub units: Vec<Unit>,
    pub frames: Vec<Frame>,
    /// The names of the article, each with its tokens, in order.
    names: Vec<(Range<usize>, MentionKind)>,
    /// Whether the article marks its speech with single marks.
    pub single: bool,
}

impl<'a, 't> Scene<'a, 't> {
    /// Pairs the marks and lays the sentences out; `mentions` are the names of the article.
    pub fn new(article: &'a Article<'t>, lexicon: &'a Lexicon, mentions: &[Mention]) -> Self {
        let units = Vec::with_capacity(article.tokens().len());
        let passages = marks::passages(article);
        let speech = || passages.iter().filter(|p| p.words(article) >= SPEECH_WORDS);
        let single = speech().filter(|p| marks::is_single(article, p.first)).count() * 2 > speech().count();
        let tokens = |m: &Mention| {
            let (first, last) = article.tokens_in(m.span);
            (first..last, m.kind)
        };
        let names = mentions.iter().map(tokens).collect();
        let mut scene = Self { article, lexicon, passages, units, frames: Vec::new(), names, single };
        scene.lay_out();
        scene
    }

    fn lay_out(&mut self) {
        let mut next_passage = 0;
        let mut token = 0;
        for sentence in self.article.sentences() {
            let first = self.units.len();
            // a sentence that ends inside a passage leaves the passage to the frame where it began
            let goes_on = token > sentence.first;
            while token < sentence.last {
                let passage = self.passages.get(next_passage).filter(|p| p.first == token).map(|p| (next_passage, p.last));
                next_passage += usize::from(passage.is_some());
                let last = passage.map_or(token + 1, |(_, last)| last);
                self.units.push(Unit { first: token, last, passage: passage.map(|(index, _)| index) });
                token = last;
            }
            let frame = Frame { first, last: self.units.len(), paragraph: sentence.paragraph };
            if frame.first == frame.last {
                continue;
            }
            let before = self.frames.last().copied().filter(|b| b.paragraph == frame.paragraph);
            if before.is_some_and(|b| goes_on || self.is_tag(b, frame) || self.is_signed(b, frame)) {
                self.frames.pop();
            }
            let first = before.filter(|_| self.frames.last() != before.as_ref()).map_or(frame.first, |b| b.first);
            self.frames.push(Frame { first, ..frame });
        }
    }

    /// Whether a sentence is the tag of the quotation that ends right before it: `"Who knows?" Bell said.`
    fn is_tag(&self, before: Frame, frame: Frame) -> bool {
        let tokens = self.article.tokens();
        let asks = |p: Passage| p.last > p.first + 1 && matches!(self.article.word(p.last - 2), "?" | "!");
        if frame.first == before.first || !self.passage(before.last - 1).is_some_and(asks) {
            return false;
        }
        let is_cue = |u: usize| {
            self.lexicon.speech().verb(self.lower(u)).is_some_and(|v| v.frame != lexicon::Frame::Object) && self.tag(u).is_finite()
        };
        let Some(cue) = (frame.first + 1..frame.last.min(frame.first + TAG_REACH)).find(|u| is_cue(*u)) else { return false };
        // what goes on with a clause is a statement of its own: "Bell said the bridge was safe."
        let end = self.addressee(cue, frame);
        let behind = self.units.get(end).filter(|_| end < frame.last);
        behind.is_none_or(|u| {
            u.passage.is_some() || matches!(tokens[u.first].tag, Tag::Mark | Tag::Preposition | Tag::To | Tag::Adverb | Tag::VerbGerund)
        }) && self.lower(end) != "that"
    }

    /// One past the noun phrase to which a tag speaks: "told CNBC", "told the city council".
    fn addressee(&self, cue: usize, frame: Frame) -> usize {
        if self.lower(cue) != "told" {
            return cue + 1;
        }
        let phrase = |u: &usize| {
            let tag = self.tag(*u);
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Possessive)
        };
        (cue + 1..frame.last).find(|u| !phrase(u)).unwrap_or(frame.last)
    }

    /// Whether a sentence opens with a dash behind a passage that ends the one before: `"We go on." — Ann Bell`.
    fn is_signed(&self, before: Frame, frame: Frame) -> bool {
        self.passage(before.last - 1).is_some() && self.kind(frame.first) == TokenKind::Dash
    }

    /// The token of a unit outside quotation marks.
    pub fn token(&self, unit: usize) -> Option<&Token> {
        let unit = self.units.get(unit).filter(|u| u.passage.is_none())?;
        self.article.tokens().get(unit.first)
    }

    /// The kind of a unit's token; `Quote` for a passage.
    pub fn kind(&self, unit: usize) -> TokenKind {
        self.token(unit).map_or(TokenKind::Quote, |t| t.kind)
    }

    /// The part of speech of a unit's token; `Mark` for a passage.
    pub fn tag(&self, unit: usize) -> Tag {
        self.token(unit).map_or(Tag::Mark, |t| t.tag)
    }

    /// A unit's word in lower case; empty for a passage.
    pub fn lower(&self, unit: usize) -> &str {
        match self.units.get(unit) {
            Some(Unit { first, passage: None, .. }) => self.article.lower(*first),
            _ => "",
        }
    }

    /// How many units the words at a unit have that add one more speaker: "along with".
    pub fn companion(&self, unit: usize) -> Option<usize> {
        let words = (unit..self.units.len()).map(|u| self.lower(u));
        self.lexicon.speech().companions().longest(words).map(|(length, ())| length)
    }

    /// What the name names that a unit stands in, and whether the unit goes on with it; `None` outside of names.
    pub fn name(&self, unit: usize) -> Option<(MentionKind, bool)> {
        let token = self.units.get(unit)?.first;
        let (tokens, kind) = self.names[..self.names.partition_point(|(t, _)| t.start <= token)].last()?;
        tokens.contains(&token).then_some((*kind, token > tokens.start))
    }

    /// Whether a unit goes on with the name that the unit before it stands in: "der" of "Piet van der Ode".
    pub fn is_inside_name(&self, unit: usize) -> bool {
        self.name(unit).is_some_and(|(_, inside)| inside)
    }

    /// The passage that a unit is.
    pub fn passage(&self, unit: usize) -> Option<Passage> {
        self.units.get(unit)?.passage.map(|p| self.passages[p])
    }

    /// Where the units from `first` up to `last` stand.
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.units.get(first), last.checked_sub(1).and_then(|l| self.units.get(l))) {
            (Some(a), Some(b)) if first < last => self.article.span(a.first, b.last),
            _ => self.article.span(0, 0),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_passage_is_one_unit_and_never_cut_by_a_sentence() {
        for (name, text, want) in [
            ("tag behind", "\"It is over. We lost,\" he said.", vec![4]),
            ("tag in the middle", "\"It is over,\" he said. \"We lost. We go.\"", vec![4, 1]),
            ("tag before", "He said: \"We lost. We go.\" She left.", vec![4, 3]),
            ("a name behind a question", "\"Who knows?\" Mayor Ann Bell said on Friday.", vec![8]),
            ("a question put to somebody", "\"Who knows?\" Bell told the city council. She left.", vec![7, 3]),
            ("a statement behind a question", "\"Who knows?\" Bell said the bridge was safe.", vec![1, 7]),
            ("one passage a paragraph", "\"We lost.\n\n\"We go.\"", vec![1, 1]),
        ] {
            let article = Article::new(text, Lexicon::english());
            let scene = Scene::new(&article, Lexicon::english(), &[]);
            let got: Vec<_> = scene.frames.iter().map(|f| f.last - f.first).collect();
            assert_eq!(got, want, "{name}");
        }
    }
}
