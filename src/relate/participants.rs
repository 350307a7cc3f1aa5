//! Whether two figures are said of two parties: each side names somebody or something that the other does not.

use itertools::Itertools;

use super::difference::FigureOf;
use super::{Excuse, ExcuseName, ExcuseResult, unit};
use crate::claim::Figure;
use crate::comparison::{Pairing, Reading, Term};
use crate::lexicon::{Class, Lexicon};
use crate::span::Span;
use crate::text::TokenKind;
use crate::value::AmountRelation;

/// How far from a figure a name is taken to be what the figure is said of.
const REACH: usize = 12;

/// How far behind a figure the things stand that it is of: "a 25 percent tariff on steel", "18 cases in Wisconsin".
const BEHIND: usize = 6;

/// The excuse that the two figures belong to two parties: names near the figures ("Home Depot", "Lowe's") or things behind them ("on
/// steel", "on aluminum") without a partner on both sides. A word on one side only is detail, or another word for what the other side
/// calls "the company".
pub(super) fn excuse((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>, pairing: &Pairing, lexicon: &Lexicon) -> Excuse {
    let left = Lone { reading: a, figure: x.span, matched: pairing.matched.iter().map(|m| m.left).collect() };
    let right = Lone { reading: b, figure: y.span, matched: pairing.matched.iter().map(|m| m.right).collect() };
    let shared_name = pairing.matched.iter().any(|m| a.terms[m.left].name && b.terms[m.right].name);
    let names = Some((left.names(), right.names())).filter(|(p, q)| !shared_name && !p.is_empty() && !q.is_empty());
    let names = names.or_else(|| subjects(a, b, pairing)).or_else(|| compounds((a, x), (b, y), lexicon));
    let things = || Some((left.things(), right.things())).filter(|(p, q)| !p.is_empty() && !q.is_empty());
    told(names.or_else(things))
}

fn told(parties: Option<(Vec<&str>, Vec<&str>)>) -> Excuse {
    // on one line, however the text is broken
    let words = |party: Vec<&str>| party.iter().flat_map(|word| word.split_whitespace()).join(" ");
    let (result, why) = match parties {
        Some((p, q)) => (ExcuseResult::Possible, format!("one speaks of {}, the other of {}", words(p), words(q))),
        None => (ExcuseResult::RuledOut, "no two parties are named".to_owned()),
    };
    Excuse::new(ExcuseName::OtherParty, result, why)
}

/// The excuse that two dates are of two parties: the subjects name two. A country is named in many ways ("the Bush administration").
pub(super) fn of_subjects(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Excuse {
    let country = |r: &Reading<'_>| {
        let mut named = r.names_in_subject().into_iter().map(|i| r.terms[i].word.as_str());
        named.any(|word| lexicon.names().country(word.split(' ')).is_some())
    };
    told(subjects(a, b, pairing).filter(|_| !country(a) && !country(b)))
}

/// The names in the two subjects, where neither subject names what the other claim does, whatever else both name: "Shares of Orrin Steel
/// closed at $44 on the New York Stock Exchange".
fn subjects<'r>(a: &'r Reading<'_>, b: &'r Reading<'_>, pairing: &Pairing) -> Option<(Vec<&'r str>, Vec<&'r str>)> {
    let (left, right) = (a.names_in_subject(), b.names_in_subject());
    let shared = pairing.matched.iter().any(|m| left.contains(&m.left) || right.contains(&m.right));
    let words = |r: &'r Reading<'_>, terms: Vec<usize>| -> Vec<&'r str> {
        terms.into_iter().filter_map(|i| r.terms[i].token).map(|t| r.article.word(t)).collect()
    };
    (!shared && !left.is_empty() && !right.is_empty()).then(|| (words(a, left), words(b, right)))
}

/// "The two-year note", "the 10-year note": the terms beside the figures, where the two claims have none in common.
fn compounds<'r>((a, x): FigureOf<'r, '_>, (b, y): FigureOf<'r, '_>, lexicon: &Lexicon) -> Option<(Vec<&'r str>, Vec<&'r str>)> {
    let of = |r: &'r Reading<'_>, figure: &Figure| -> Vec<&'r Figure> {
        r.claim.value.figures.iter().filter(|f| f.span != figure.span && is_compound(r, f)).collect()
    };
    let one = |p: &Figure, q: &Figure| unit::in_one(p, q, lexicon).is_some_and(|(p, q)| p.relation(&q) != AmountRelation::Apart);
    let (p, q) = (of(a, x), of(b, y));
    let apart = !p.is_empty() && !q.is_empty() && !p.iter().any(|f| q.iter().any(|g| one(f, g)));
    let texts = |figures: Vec<&'r Figure>| figures.into_iter().map(|f| f.text.as_str()).collect();
    apart.then(|| (texts(p), texts(q)))
}

/// Whether a measure is joined to the noun that it describes: "a 10-year note".
pub(super) fn is_compound(reading: &Reading<'_>, figure: &Figure) -> bool {
    let joined = figure.unit.is_some() && figure.text.contains('-');
    joined && reading.tokens_at(figure.span).is_some_and(|(_, last)| reading.article.tokens().get(last).is_some_and(|t| t.tag.is_noun()))
}

/// The words of one side that have no partner on the other.
struct Lone<'r, 'c> {
    reading: &'r Reading<'c>,
    figure: Span,
    matched: Vec<usize>,
}

impl<'r> Lone<'r, '_> {
    /// Names near the figure, as written, that do not credit anybody.
    fn names(&self) -> Vec<&'r str> {
        let Some((first, last)) = self.reading.tokens_at(self.figure) else { return Vec::new() };
        let near = |t: usize| t + REACH >= first && t <= last + REACH;
        let named = self.terms(|term, token| term.name && near(token));
        let source = self.reading.claim.source();
        let credits = |word: &str| source.is_some_and(|s| s.names.iter().any(|name| name.split_whitespace().any(|part| part == word)));
        named.into_iter().filter(|word| !credits(word)).collect()
    }

    /// Nouns that a preposition ties to the figure, up to the next verb or mark.
    fn things(&self) -> Vec<&'r str> {
        let Some((_, last)) = self.reading.tokens_at(self.figure) else { return Vec::new() };
        let tokens = self.reading.article.tokens();
        let stops = |i: &usize| tokens[*i].tag.is_verb() || !matches!(tokens[*i].kind, TokenKind::Word | TokenKind::Number);
        let furthest = tokens.len().min(last + BEHIND);
        let end = (last..furthest).find(stops).unwrap_or(furthest);
        let tie = (last..end).find(|&i| tokens[i].has(Class::Preposition) && self.reading.article.lower(i) != "of").unwrap_or(end);
        self.terms(|_, token| token > tie && token < end && tokens[token].tag.is_noun())
    }

    fn terms(&self, wanted: impl Fn(&Term, usize) -> bool) -> Vec<&'r str> {
        let own = (0..self.reading.own).filter(|i| !self.matched.contains(i)).map(|i| &self.reading.terms[i]);
        own.filter_map(|term| term.token.filter(|t| wanted(term, *t))).map(|token| self.reading.article.word(token)).collect()
    }
}
