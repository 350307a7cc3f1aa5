//! Learning the weights from labelled news.

use rustc_hash::FxHashMap;

use super::features::{self, NameWord};
use super::recognise::{self, KINDS, LABELS};
use super::{MentionKind, Name, settle};
use crate::lexicon::{Class, Lexicon};
use crate::perceptron::{self, Trainer};
use crate::text::{Article, Tag};

/// A feature is kept from this many changes of its weights on, two for each correction.
const LEAST_UPDATES: u32 = 20;

/// What somebody says of a token: the kind of the name that it belongs to, and whether it begins that name.
pub type Label = Option<(MentionKind, bool)>;

/// Learns from articles, each with a label for each of its tokens, and returns the bytes of `weights.bin`.
#[must_use]
pub fn train(articles: &[(Article<'_>, Vec<Label>)], lexicon: &Lexicon, rounds: usize) -> Vec<u8> {
    let sentences: Vec<(Vec<NameWord>, Vec<u8>)> = articles.iter().flat_map(|(a, labels)| prepared(a, labels, lexicon)).collect();
    let mut trainer = Trainer::<LABELS>::default();
    for round in 0..rounds {
        let mut wrong = 0;
        for index in perceptron::shuffled(sentences.len(), round as u64) {
            let (words, labels) = &sentences[index];
            wrong += learn(&mut trainer, words, labels);
        }
        eprintln!("round {round}: {wrong} wrong");
    }
    trainer.bytes(LEAST_UPDATES)
}

/// How the recogniser's names agree with labels: names found alike in extent and kind, names found, names labelled.
#[must_use]
pub fn agreement(article: &Article<'_>, labels: &[Label], lexicon: &Lexicon) -> [usize; 3] {
    let mut wanted = tidied(article, labels);
    settle::settle(article, lexicon, &mut wanted);
    let found = super::names(article, lexicon);
    let alike = found.iter().filter(|n| wanted.contains(n)).count();
    [alike, found.len(), wanted.len()]
}

/// Reads one sentence as the recogniser would, learning from each decision; returns how many were wrong.
fn learn(trainer: &mut Trainer<LABELS>, words: &[NameWord], labels: &[u8]) -> usize {
    let mut previous = [0, 0];
    let mut wrong = 0;
    for (index, word) in words.iter().enumerate() {
        let mut label = 0;
        if word.open {
            let keys = features::features(words, index, previous);
            label = recognise::best(&trainer.score(&keys), previous[1]);
            let right = reachable(labels[index], previous[1]);
            trainer.learn(&keys, usize::from(right), usize::from(label));
            wrong += usize::from(label != right);
        }
        previous = [previous[1], label];
    }
    wrong
}

/// The label to learn behind a wrong one: a name cannot go on that was not begun, so its next word begins it.
fn reachable(label: u8, previous: u8) -> u8 {
    let kinds = KINDS.len() as u8;
    let goes_on = label > kinds && previous != label && previous + kinds != label;
    if goes_on { label - kinds } else { label }
}

/// The sentences of an article with the labels to learn; headlines, where capitals say nothing, are left out.
fn prepared(article: &Article<'_>, labels: &[Label], lexicon: &Lexicon) -> Vec<(Vec<NameWord>, Vec<u8>)> {
    let mut names = tidied(article, labels);
    settle::settle(article, lexicon, &mut names);
    let numbers = numbered(&names, article.tokens().len());
    let sentence = |s: &crate::text::Sentence| {
        let words = features::describe(article, lexicon, s);
        let capitals = words.iter().filter(|w| w.capital).count();
        (capitals * 2 < words.len()).then(|| (words, numbers[s.first..s.last].to_vec()))
    };
    article.sentences().iter().filter_map(sentence).collect()
}

/// The labels as names, without what a name does not begin or end with here: articles, titles, genitives, marks.
fn tidied(article: &Article<'_>, labels: &[Label]) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        match (label, names.last_mut()) {
            (Some((_, false)), Some(name)) if name.last == index => name.last = index + 1,
            (Some((kind, _)), _) => names.push(Name { first: index, last: index + 1, kind: *kind }),
            (None, _) => {}
        }
    }
    let is_edge = |index: usize| {
        let token = &article.tokens()[index];
        !token.is_word()
            || token.has(Class::Determiner)
            || token.has(Class::Honorific)
            || matches!(token.tag, Tag::Possessive | Tag::PossessivePronoun)
    };
    for name in &mut names {
        while name.first < name.last && is_edge(name.first) {
            name.first += 1;
        }
        while name.first < name.last && is_edge(name.last - 1) {
            name.last -= 1;
        }
    }
    names.retain(|n| n.first < n.last && recognise::is_name(article, n));
    names
}

fn numbered(names: &[Name], count: usize) -> Vec<u8> {
    let ranks: FxHashMap<MentionKind, u8> = KINDS.iter().zip(0..).map(|(kind, rank)| (*kind, rank)).collect();
    let mut numbers = vec![0; count];
    for name in names {
        let rank = ranks[&name.kind];
        numbers[name.first..name.last].fill(1 + KINDS.len() as u8 + rank);
        numbers[name.first] = 1 + rank;
    }
    numbers
}
