//! The noun that is counted or measured.

use super::figure::Figure;
use super::reader::Reader;
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Tag, TokenKind};

/// How many pieces a noun is looked for behind or before its number; longer noun phrases are rare, and the scan stays linear.
const REACH: usize = 12;

/// A noun with its modifying nouns: "heart transplants" is one, "Russian troops" is "troops".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    pub first: usize,
    pub last: usize,
}

impl Reader<'_> {
    /// What an amount counts or measures: the noun it stands before ("40 troops", "60% of its revenue", "a $7 million award"), or,
    /// for a measure, what it is said of ("shares fell 5 percent").
    /// `referred` is the noun of the figure that this one converts or adds to.
    pub fn noun_of(&self, figure: &Figure<'_>, last: usize, referred: Option<Noun>) -> Option<Noun> {
        let behind = self.noun_behind(figure, last);
        if behind.is_some() || figure.is_in("time") {
            return behind;
        }
        if referred.is_some() {
            return referred;
        }
        let said_of = figure.unit.is_some() || self.is_said_of_subject(figure.first);
        if said_of { self.noun_before(figure.first) } else { None }
    }

    /// The head of the noun phrase that begins behind the amount; measures and shares reach into "of the revenue".
    fn noun_behind(&self, figure: &Figure<'_>, last: usize) -> Option<Noun> {
        let mut at = last;
        if self.is_dash(at) && self.glued(at) {
            at += 1;
        }
        if self.lower(at) == "of" {
            at = self.skip_determiners(at + 1);
        } else if figure.unit.is_none() && matches!(figure.style, super::numeral::Style::Share) {
            at = self.skip_determiners(at);
        } else if figure.unit.is_none() && self.lower(at) == "more" {
            at += 1;
        }
        self.phrase_head(at)
    }

    fn skip_determiners(&self, at: usize) -> usize {
        let skipped = (at..at + 3).take_while(|i| {
            matches!(self.tag(*i), Tag::Determiner | Tag::PossessivePronoun | Tag::Predeterminer) && self.kind(*i) == Some(TokenKind::Word)
        });
        at + skipped.count()
    }

    /// The head of a noun phrase from here on: modifiers are passed over, the last noun of the first run of nouns is the head.
    pub fn phrase_head(&self, at: usize) -> Option<Noun> {
        let mut first = None;
        let mut last = at;
        for i in at..at + REACH {
            let Some(piece) = self.piece(i) else { break };
            let tag = self.tag(i);
            if tag == Tag::Possessive {
                first = None;
            } else if piece.is_word() && tag.is_noun() && !self.is_time_adverb(i) {
                first = if tag.is_proper() || first.is_some_and(|f| i > last && f < i && self.tag(last - 1).is_proper()) {
                    Some(i)
                } else {
                    first.or(Some(i))
                };
                last = i + 1;
            } else if !self.is_modifier(i, first.is_some()) {
                break;
            }
        }
        first.map(|first| Noun { first, last })
    }

    /// What may stand inside a noun phrase before its head.
    fn is_modifier(&self, at: usize, after_noun: bool) -> bool {
        let Some(piece) = self.piece(at) else { return false };
        if piece.kind == TokenKind::Dash {
            return piece.glued && self.glued(at + 1);
        }
        if piece.digits.is_some() {
            // a number in a name: "Model 3 sedans"
            return after_noun && self.before(at).is_some_and(|p| p.is_capital());
        }
        let tag = self.tag(at);
        let joins = tag == Tag::Conjunction && self.tag(at.wrapping_sub(1)).is_adjective() && self.tag(at + 1).is_adjective();
        let opens = tag.is_adjective()
            || matches!(tag, Tag::VerbParticiple | Tag::VerbGerund) && (self.tag(at + 1).is_noun() || self.tag(at + 1).is_adjective())
            || tag.is_adverb() && (self.tag(at + 1).is_adjective() || self.tag(at + 1) == Tag::VerbParticiple)
            || joins;
        piece.is_word() && !after_noun && opens
    }

    fn is_time_adverb(&self, at: usize) -> bool {
        self.has(at, Class::Weekday) || self.piece(at).is_some_and(|p| p.is_capital()) && self.has(at, Class::Month)
    }

    /// Whether a bare number is what its subject came to: "the toll rose to 40", "the maximum is 50,000".
    fn is_said_of_subject(&self, first: usize) -> bool {
        let from = self.hedge_before(first).map_or(first, |(at, _)| at);
        let moved = self.trend_before(first).is_some()
            || matches!(self.lower_back(from, 1), "to" | "at") && self.words.trend(self.lower_back(from, 2)).is_some();
        moved || matches!(self.lower_back(from, 1), "is" | "was" | "are" | "were" | "totaled" | "totalled" | "reached" | "hit")
    }

    /// The head of the noun phrase that the amount is said of, before it: "The price of gold is $5" is about the price.
    fn noun_before(&self, first: usize) -> Option<Noun> {
        let mut head = None;
        let mut at = first;
        for _ in 0..2 * REACH {
            at = at.checked_sub(1)?;
            let tag = self.tag(at);
            let word = self.piece(at).is_some_and(|p| p.is_word());
            if word && tag.is_noun() && !self.is_time_adverb(at) {
                let noun = self.run_of_nouns(at);
                at = noun.first;
                head = Some(noun);
                // behind a preposition stands the head proper: "sales of the company"
                let before = self.start_of_phrase(at);
                if before > 0 && self.tag(before - 1) == Tag::Preposition && before >= 2 && self.tag(before - 2).is_noun() {
                    at = before - 1;
                    continue;
                }
                return head;
            }
            if head.is_none() && matches!(self.kind(at), Some(TokenKind::Stop | TokenKind::Colon | TokenKind::Quote)) {
                return None;
            }
        }
        head
    }

    /// The run of nouns that ends at this piece, without the names before a common noun.
    fn run_of_nouns(&self, at: usize) -> Noun {
        let proper = self.tag(at).is_proper();
        let mut first = at;
        while first > 0
            && self.piece(first - 1).is_some_and(|p| p.is_word())
            && self.tag(first - 1).is_noun()
            && self.tag(first - 1).is_proper() == proper
        {
            first -= 1;
        }
        Noun { first, last: at + 1 }
    }

    /// Where the noun phrase whose nouns begin here opens, with its adjectives, names and determiner.
    fn start_of_phrase(&self, first: usize) -> usize {
        let mut at = first;
        while at > 0 {
            let tag = self.tag(at - 1);
            let inside = tag.is_noun()
                || tag.is_adjective()
                || matches!(tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Possessive | Tag::Cardinal);
            if !inside || first - at >= REACH {
                break;
            }
            at -= 1;
        }
        at
    }

    /// Whether nothing but a joint stands between the figure that ended at `last` and the one that begins at `first`, so that both
    /// speak of one thing: "60%, or $30 billion", "162 points (2%)", "rose 7 percent to 47 yuan".
    pub fn refers(&self, last: usize, first: usize) -> bool {
        let joint = |at: usize| matches!(self.lower(at), "," | "(" | "or" | "/" | "to" | "from" | "up" | "down" | "at" | "a" | "an");
        last < first && first - last <= 3 && (last..first).all(joint)
    }

    pub fn noun_span(&self, noun: Noun) -> Span {
        match (self.piece(noun.first), self.piece(noun.last.wrapping_sub(1))) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::default(),
        }
    }
}
