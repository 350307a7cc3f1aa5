//! One table for all articles of a story: spellings, scripts and short forms of one name become one entity.

use std::collections::BTreeMap;

use super::gather::{Cast, Gathered, initials};
use super::metonym::{country_of_title, stands_for};
use super::person::title_words;
use super::{Alias, Entities, Entity, Reference, ReferenceKind};
use crate::extract::MentionKind;
use crate::lexicon::Lexicon;

/// Joins what the articles gathered. `ids` names the documents in the aliases; a single document needs no naming.
pub(super) fn join(casts: Vec<Cast>, ids: &[&str], lexicon: &Lexicon) -> Entities {
    let all: Vec<(usize, usize)> = casts.iter().enumerate().flat_map(|(d, cast)| (0..cast.entities.len()).map(move |e| (d, e))).collect();
    let clusters = clusters(&casts, &all, lexicon);
    let mut builder = Builder { lexicon, entities: Entities::default(), taken: BTreeMap::new() };
    let mut number = vec![usize::MAX; all.len()];
    // numbered by the first place that means them
    for (document, cast) in casts.iter().enumerate() {
        let offset = all.partition_point(|(d, _)| *d < document);
        for reference in &cast.references {
            let cluster = clusters[offset + reference.entity];
            if number[cluster] == usize::MAX {
                let members = all.iter().zip(&clusters).filter(|(_, c)| **c == cluster).map(|((d, e), _)| &casts[*d].entities[*e]);
                number[cluster] = builder.add(members.collect());
            }
        }
    }
    for (document, cast) in casts.into_iter().enumerate() {
        let offset = all.partition_point(|(d, _)| *d < document);
        let id = (ids.len() > 1).then(|| ids[document].to_owned());
        builder.place(cast, id, |entity| number[clusters[offset + entity]]);
    }
    builder.entities
}

/// For each entity of each article the first one (in a fixed order of names) that it is the same as.
fn clusters(casts: &[Cast], all: &[(usize, usize)], lexicon: &Lexicon) -> Vec<usize> {
    let entity = |index: usize| &casts[all[index].0].entities[all[index].1];
    let mut order: Vec<usize> = (0..all.len()).collect();
    // full names first, so that a last name alone finds all who bear it, whichever document comes first
    order.sort_by(|a, b| {
        let rank = |i: usize| (std::cmp::Reverse(entity(i).parts.given.len()), entity(i).parts.last.clone(), entity(i).name.clone());
        rank(*a).cmp(&rank(*b))
    });
    let mut cluster: Vec<usize> = (0..all.len()).collect();
    let mut leaders: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for index in order {
        let found = block_keys(entity(index), lexicon).iter().filter_map(|k| leaders.get(k)).flatten().copied().collect::<Vec<_>>();
        let same: Vec<usize> = found.into_iter().filter(|l| is_same(entity(*l), entity(index), lexicon)).collect();
        match same[..] {
            [] => {
                for key in block_keys(entity(index), lexicon) {
                    leaders.entry(key).or_default().push(index);
                }
            }
            // a last name that two people of the story bear is left to itself
            [first, ..]
                if entity(index).parts.is_full() || entity(index).kind != MentionKind::Person || same.iter().all(|l| *l == first) =>
            {
                cluster[index] = first;
            }
            _ => {}
        }
    }
    cluster
}

/// Entities that share no key are not compared: for people the first letters of the last name, for things the name and its initials.
fn block_keys(entity: &Gathered, lexicon: &Lexicon) -> Vec<String> {
    if entity.kind == MentionKind::Person {
        let first: String = entity.parts.last.chars().take(2).collect();
        return vec![format!("person {first}")];
    }
    let mut keys = vec![entity.parts.last.clone()];
    keys.extend(initials(&entity.name, lexicon));
    keys
}

fn is_same(a: &Gathered, b: &Gathered, lexicon: &Lexicon) -> bool {
    if (a.kind == MentionKind::Person) != (b.kind == MentionKind::Person) {
        return false;
    }
    if a.kind != MentionKind::Person {
        let short = |long: &Gathered, short: &Gathered| initials(&long.name, lexicon).is_some_and(|i| i == short.parts.last);
        return a.parts.last == b.parts.last || short(a, b) || short(b, a);
    }
    let gender = a.gender.is_none() || b.gender.is_none() || a.gender == b.gender;
    let one_full = !a.parts.is_full() || !b.parts.is_full();
    let names = if one_full { a.parts.last == b.parts.last } else { a.parts.agrees(&b.parts, lexicon) };
    gender && names
}

struct Builder<'l> {
    lexicon: &'l Lexicon,
    entities: Entities,
    /// How many entities have each id.
    taken: BTreeMap<String, usize>,
}

impl Builder<'_> {
    /// Adds the entity that these are; its fullest name and title do not depend on their order.
    fn add(&mut self, members: Vec<&Gathered>) -> usize {
        let names: Vec<&str> = members.iter().map(|m| m.name.as_str()).collect();
        let name = fullest(&names);
        let titles: Vec<&str> = members.iter().flat_map(|m| &m.titles).map(String::as_str).collect();
        let says = |title: &&str| title_words(title, self.lexicon).next().is_some();
        let titles: Vec<&str> = titles.into_iter().filter(says).collect();
        let country = titles.iter().filter_map(|title| country_of_title(title, self.lexicon)).min();
        let kind = members.iter().map(|m| m.kind).min().unwrap_or(MentionKind::Other);
        let stands_for = stands_for(name, self.lexicon).filter(|_| kind != MentionKind::Person);
        let entity = Entity {
            id: self.id(name),
            name: name.to_owned(),
            title: (!titles.is_empty()).then(|| fullest(&titles).to_owned()),
            kind,
            gender: members.iter().filter_map(|m| m.gender).min(),
            country: country.or(stands_for).map(str::to_owned),
            stands_for: stands_for.map(str::to_owned),
            aliases: Vec::new(),
        };
        self.entities.list.push(entity);
        self.entities.list.len() - 1
    }

    fn id(&mut self, name: &str) -> String {
        let words: Vec<String> = name.split_whitespace().map(|w| self.lexicon.romanization().latin(w)).filter(|w| !w.is_empty()).collect();
        let id = words.join("-");
        let count = self.taken.entry(id.clone()).or_default();
        *count += 1;
        if *count == 1 { id } else { format!("{id}-{count}") }
    }

    /// Adds the references of one document.
    fn place(&mut self, cast: Cast, document: Option<String>, entity_of: impl Fn(usize) -> usize) {
        for (reference, words) in cast.references.iter().zip(cast.words) {
            if reference.kind != ReferenceKind::Pronoun {
                let alias = Alias { text: words, span: reference.span, document: document.clone() };
                self.entities.list[entity_of(reference.entity)].aliases.push(alias);
            }
        }
        let references = cast.references.iter().map(|r| Reference { entity: entity_of(r.entity), ..*r });
        self.entities.references.push(references.collect());
    }
}

/// The one with the most words, then the one written most often, then the first in the alphabet.
fn fullest<'n>(names: &[&'n str]) -> &'n str {
    let count = |name: &str| names.iter().filter(|n| **n == name).count();
    let longest = names.iter().map(|n| (n.split_whitespace().count(), count(n))).max();
    let ranked = names.iter().copied().filter(|n| Some((n.split_whitespace().count(), count(n))) == longest);
    ranked.min().unwrap_or("")
}
