//! One article, one meaning: what the whole text says of a name decides its single places.

use rustc_hash::{FxHashMap, FxHashSet};

use super::recognise::KINDS;
use super::{MentionKind, Name};
use crate::lexicon::{Class, CountryForm, Lexicon};
use crate::perceptron::hash;
use crate::text::{Article, Tag, Tagger};

/// A full name ("Ann Lark") says more of what "Lark" is than a single place of "Lark" does.
const FULL_NAME: u32 = 3;

/// Gives every name the kind that its places in the article vote for, and adds its places that were passed over.
pub(super) fn settle(article: &Article<'_>, lexicon: &Lexicon, names: &mut Vec<Name>) {
    let mut votes: FxHashMap<u64, [u32; KINDS.len()]> = FxHashMap::default();
    for name in &*names {
        let full = name.last - name.first > 1;
        votes.entry(key(article, name.first, name.last)).or_default()[rank(name.kind)] += 1;
        if full && name.kind == MentionKind::Person {
            votes.entry(key(article, name.last - 1, name.last)).or_default()[rank(name.kind)] += FULL_NAME;
        }
    }
    let whole = |name: &Name| name.last - name.first > 1;
    for name in names.iter_mut().filter(|n| whole(n)) {
        let voted = votes.get(&key(article, name.first, name.last)).and_then(winner).unwrap_or(name.kind);
        let kind = match is_persons(article, lexicon, name, &votes) {
            true => MentionKind::Person,
            false if voted == MentionKind::Person && is_of_place(article, lexicon, name) => MentionKind::Organisation,
            false => voted,
        };
        name.kind = listed(article, lexicon, &Name { kind, ..*name }).unwrap_or(kind);
    }
    let people = names.iter().filter(|n| whole(n) && n.kind == MentionKind::Person);
    let surnames: FxHashSet<u64> = people.map(|n| key(article, n.last - 1, n.last)).collect();
    for name in &mut *names {
        let surname = surnames.contains(&key(article, name.last - 1, name.last));
        let kind = match votes.get(&key(article, name.first, name.last)).and_then(winner) {
            _ if surname && (!whole(name) || is_namesake(article, name)) => MentionKind::Person,
            Some(voted) if !whole(name) => voted,
            _ => name.kind,
        };
        name.kind = listed(article, lexicon, &Name { kind, ..*name }).unwrap_or(kind);
    }
    names.retain(|n| !is_epithet(article, lexicon, n));
    let found = passed_over(article, names, &votes, &surnames);
    names.extend(found);
    names.sort_unstable_by_key(|n| n.first);
}

/// "Lark London" is no person but a body where "Lark" is no given name: its last word is a country or a capital.
fn is_of_place(article: &Article<'_>, lexicon: &Lexicon, name: &Name) -> bool {
    let place = |form| matches!(form, CountryForm::Name | CountryForm::Capital);
    let last = lexicon.names().country(article.lowers(name.last - 1, name.last));
    last.is_some_and(|(_, _, form)| place(form)) && lexicon.names().given(article.lower(name.first)).is_none()
}

/// "the Ode Republican" goes back to somebody and names nobody.
fn is_epithet(article: &Article<'_>, lexicon: &Lexicon, name: &Name) -> bool {
    let tag = article.tokens()[name.last - 1].tag;
    let singular = matches!(tag, Tag::Noun | Tag::ProperNoun) || tag.is_adjective();
    let definite = name.first.checked_sub(1).is_some_and(|the| article.lower(the) == "the");
    name.kind != MentionKind::Person && singular && definite && lexicon.names().is_epithet(article.lower(name.last - 1))
}

/// "Carly Ode" is a person where "Ode" is one elsewhere in the article and "Carly" is a given name.
fn is_persons(article: &Article<'_>, lexicon: &Lexicon, name: &Name, votes: &FxHashMap<u64, [u32; KINDS.len()]>) -> bool {
    let last = votes.get(&key(article, name.last - 1, name.last)).and_then(winner);
    last == Some(MentionKind::Person) && lexicon.names().given(article.lower(name.first)).is_some()
}

/// "Arne Lark" is a person like Greta Lark: two words, and the first is no common word ("Greater Ode").
fn is_namesake(article: &Article<'_>, name: &Name) -> bool {
    name.last - name.first == 2
        && !article.tokens()[name.last - 1].has(Class::Organisation)
        && Tagger::shared().small_form(article.lower(name.first)).is_none()
}

/// Single capitalised words, between words that are none, that are names elsewhere in the article.
fn passed_over(article: &Article<'_>, names: &[Name], votes: &FxHashMap<u64, [u32; KINDS.len()]>, surnames: &FxHashSet<u64>) -> Vec<Name> {
    let taken: FxHashSet<usize> = names.iter().flat_map(|n| n.first..n.last).collect();
    let alone = |index: usize| !article.is_capital(index + 1) && index.checked_sub(1).is_none_or(|before| !article.is_capital(before));
    let is_candidate = |index: &usize| {
        let tag = article.tokens()[*index].tag;
        // "Summers replied": a last name that looks like a common noun
        let noun = tag.is_proper() || (tag.is_noun() && surnames.contains(&key(article, *index, index + 1)));
        noun && article.is_capital(*index) && alone(*index) && !taken.contains(index)
    };
    let name = |index: usize| {
        let kind = votes.get(&key(article, index, index + 1)).and_then(winner)?;
        (kind != MentionKind::Group).then_some(Name { first: index, last: index + 1, kind })
    };
    (0..article.tokens().len()).filter(is_candidate).filter_map(name).collect()
}

/// The kind that the word lists give a name. A country's name may be a person's too (Jordan, Georgia), a seat of government is no one's.
fn listed(article: &Article<'_>, lexicon: &Lexicon, name: &Name) -> Option<MentionKind> {
    let words = || article.lowers(name.first, name.last);
    let whole = name.last - name.first;
    let place = |form| matches!(form, CountryForm::Name | CountryForm::Capital) && name.kind != MentionKind::Person;
    if lexicon.names().country(words()).is_some_and(|(length, _, form)| length == whole && place(form)) {
        return Some(MentionKind::Place);
    }
    if is_body(article, name) {
        return Some(MentionKind::Organisation);
    }
    lexicon.names().metonym(words()).filter(|(length, _)| *length == whole).map(|_| MentionKind::Organisation)
}

/// "Federal Bureau of Ode": a word for an organisation before "of", whatever stands behind it.
fn is_body(article: &Article<'_>, name: &Name) -> bool {
    let of = (name.first + 1..name.last).find(|i| article.lower(*i) == "of");
    of.is_some_and(|of| article.tokens()[of - 1].has(Class::Organisation))
}

fn key(article: &Article<'_>, first: usize, last: usize) -> u64 {
    article.lowers(first, last).fold(0, |key, word| key.rotate_left(9) ^ hash(word.as_bytes()))
}

fn rank(kind: MentionKind) -> usize {
    KINDS.iter().position(|k| *k == kind).unwrap_or(KINDS.len() - 1)
}

/// The kind with most votes; `None` where two have as many.
fn winner(votes: &[u32; KINDS.len()]) -> Option<MentionKind> {
    let best = (0..votes.len()).max_by_key(|k| votes[*k])?;
    let shared = votes.iter().filter(|v| **v == votes[best]).count() > 1;
    (!shared).then_some(KINDS[best])
}
