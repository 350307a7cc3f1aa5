//! What a negator governs: "not" the verb behind it, "no" the noun, "refused to" the verb that is refused.

use crate::claim::is_idle;
use crate::comparison::Reading;
use crate::lexicon::{Class, Lexicon};
use crate::text::{Article, Tag, TokenKind};

/// A negator of a claim and the content words under it.
#[derive(Debug, Clone)]
pub(super) struct Negation {
    /// The negator's token.
    pub token: usize,
    /// The terms that it governs: the words up to the first verb or noun behind it.
    pub governed: Vec<usize>,
    /// All terms behind it in its clause: what it may be an answer to.
    pub reach: Vec<usize>,
    /// "Rarely", "lost": nearly a no. It says what another one's "not" says, and denies nothing of what another one affirms.
    pub weak: bool,
}

/// How far a negator reaches: "not, as the minister put it on Monday, closed" is as far as newspapers go.
const REACH: usize = 9;

/// The negations of a claim, in order.
pub(super) fn negations(reading: &Reading<'_>, lexicon: &Lexicon) -> Vec<Negation> {
    let article = &reading.article;
    let count = article.tokens().len();
    // "has he not understood that ...?" says that he has
    let question = reading.claim.text.trim_end_matches(['"', '\u{201d}', '\u{2019}']).ends_with('?');
    let asks = |i: usize| question && (is_person(article, i + 1) || i > 1 && is_person(article, i - 1) && is_auxiliary(article, i - 2));
    let negator = |i: usize| {
        let weak = is_weak(article, i, lexicon);
        (weak || negates(reading, i, lexicon)).then(|| negation(reading, i, weak))
    };
    (0..count).filter(|i| !asks(*i)).filter_map(negator).collect()
}

fn negation(reading: &Reading<'_>, token: usize, weak: bool) -> Negation {
    let article = &reading.article;
    let ends = |i: &usize| matches!(article.tokens()[*i].kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Colon);
    let furthest = article.tokens().len().min(token + 1 + REACH);
    let last = (token + 1..furthest).find(ends).unwrap_or(furthest);
    let reach: Vec<usize> = (0..reading.own).filter(|&t| reading.terms[t].token.is_some_and(|i| i > token && i < last)).collect();
    let heads = |t: &usize| reading.terms[*t].token.is_some_and(|i| is_head(article, i));
    let end = reach.iter().position(heads).map_or(reach.len(), |p| p + 1);
    Negation { token, governed: reach[..end].to_vec(), reach, weak }
}

/// "rarely did", "lost all hope", "declined comment".
fn is_weak(article: &Article<'_>, index: usize, lexicon: &Lexicon) -> bool {
    let lemma = lexicon.lemma(article.lower(index));
    let classes = lexicon.classes(lemma);
    let verb = || article.lower(index + 1) != "to" && article.tokens()[index].tag.is_verb();
    let declines = || classes.has(Class::Denier) && !classes.has(Class::Denial) && !classes.has(Class::Privation) && verb();
    classes.has(Class::NearNegator) || declines()
}

fn is_person(article: &Article<'_>, index: usize) -> bool {
    article.tokens().get(index).is_some_and(|t| t.has(Class::Pronoun))
}

fn is_auxiliary(article: &Article<'_>, index: usize) -> bool {
    article.tokens()[index].has(Class::Auxiliary)
}

/// Verbs, nouns, and what is said of somebody: "open" in "not open to offers", but not in "no open door".
fn is_head(article: &Article<'_>, index: usize) -> bool {
    let tag = |i: usize| article.tokens().get(i).map_or(Tag::Mark, |t| t.tag);
    let before_noun = || tag(index + 1).is_noun() || tag(index + 1).is_adjective() || tag(index + 1) == Tag::Cardinal;
    // "no counterterrorism exercise", "not the nation's first": the last noun of its row, and no owner
    let within = tag(index + 1) == Tag::Possessive || tag(index + 1).is_noun();
    tag(index).is_verb() || (tag(index).is_noun() && !within) || (tag(index).is_adjective() && !before_noun())
}

/// Whether a token negates what stands behind it.
fn negates(reading: &Reading<'_>, index: usize, lexicon: &Lexicon) -> bool {
    let article = &reading.article;
    let (word, next) = (article.lower(index), article.lower(index + 1));
    if lexicon.classes(word).has(Class::Negator) {
        return !is_idle(article, index);
    }
    // "failed a test" fails nothing else; "failed to pass" negates the passing
    let classes = lexicon.classes(lexicon.lemma(word));
    let governs_verb = next == "to" || article.tokens()[index].tag.is_noun();
    classes.has(Class::Privation) || (classes.has(Class::Denier) && (governs_verb || classes.has(Class::Denial)))
}
