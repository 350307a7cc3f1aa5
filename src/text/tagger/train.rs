//! Learning the dictionary and the weights from tagged sentences.

use rustc_hash::FxHashMap;

use super::super::article::Article;
use super::super::tag::Tag;
use super::features::{self, TagWord};
use super::{CERTAIN, DictionaryEntry, TAGS};
use crate::perceptron::{self, Trainer, number};

/// A word form needs no decision when it was seen so often ...
const SEEN: u32 = 20;
/// ... and had one tag in this share of its places. The tags learned from are themselves right in 97 of 100 places.
const CERTAIN_SHARE: f64 = 0.985;
/// A form enters the dictionary at all, as a hint for its neighbours, from this many places on.
const KNOWN: u32 = 4;
/// A feature is kept from this many changes of its weights on, two for each correction.
const LEAST_UPDATES: u32 = 12;

/// Learns from articles, each with a tag for each of its tokens, and returns the bytes of `weights.bin`.
#[must_use]
pub fn train(articles: &[(Article<'_>, Vec<Tag>)], rounds: usize) -> Vec<u8> {
    let dictionary = dictionary(articles);
    let sentences: Vec<(Vec<TagWord>, &[Tag])> = articles.iter().flat_map(|(a, tags)| described(a, tags, &dictionary)).collect();
    let mut trainer = Trainer::<TAGS>::default();
    for round in 0..rounds {
        let mut wrong = 0;
        for index in perceptron::shuffled(sentences.len(), round as u64) {
            let (words, tags) = &sentences[index];
            wrong += learn(&mut trainer, words, tags);
        }
        eprintln!("round {round}: {wrong} wrong");
    }
    let mut bytes = Vec::new();
    write(&dictionary, &mut bytes);
    bytes.extend(trainer.bytes(LEAST_UPDATES));
    bytes
}

/// The commonest tag of each frequent word form.
fn dictionary(articles: &[(Article<'_>, Vec<Tag>)]) -> FxHashMap<u32, DictionaryEntry> {
    let mut counts: FxHashMap<u32, [u32; TAGS]> = FxHashMap::default();
    for (article, tags) in articles {
        for (words, tags) in described(article, tags, &FxHashMap::default()) {
            for (word, tag) in words.iter().zip(tags).filter(|(w, _)| w.fixed.is_none()) {
                counts.entry(word.key).or_insert([0; TAGS])[*tag as usize] += 1;
            }
        }
    }
    let entry = |(key, counts): (&u32, &[u32; TAGS])| {
        let all: u32 = counts.iter().sum();
        let best = (0..TAGS).max_by_key(|t| counts[*t]).unwrap_or(0);
        let certain = all >= SEEN && f64::from(counts[best]) >= CERTAIN_SHARE * f64::from(all);
        (all >= KNOWN).then_some((*key, DictionaryEntry { tag: Tag::ALL[best], certain }))
    };
    counts.iter().filter_map(entry).collect()
}

fn described<'a>(
    article: &'a Article<'_>,
    tags: &'a [Tag],
    dictionary: &FxHashMap<u32, DictionaryEntry>,
) -> Vec<(Vec<TagWord>, &'a [Tag])> {
    let sentence = |s: &super::super::article::Sentence| {
        let words = features::describe(article.text(), article.lower_buffer(), &article.tokens()[s.first..s.last], |key| {
            dictionary.get(&key).copied()
        });
        (words, &tags[s.first..s.last])
    };
    article.sentences().iter().map(sentence).collect()
}

/// Tags one sentence as the tagger would, learning from each decision; returns how many were wrong.
fn learn(trainer: &mut Trainer<TAGS>, words: &[TagWord], tags: &[Tag]) -> usize {
    let mut previous = [Tag::Mark; 2];
    let mut wrong = 0;
    for (index, word) in words.iter().enumerate() {
        let certain = word.fixed.or(word.entry.filter(|e| e.certain).map(|e| e.tag));
        let tag = certain.unwrap_or_else(|| {
            let keys = features::features(words, index, previous);
            let guess = perceptron::best(&trainer.score(&keys));
            trainer.learn(&keys, tags[index] as usize, guess);
            wrong += usize::from(tags[index] as usize != guess);
            Tag::ALL[guess]
        });
        previous = [previous[1], tag];
    }
    wrong
}

fn write(dictionary: &FxHashMap<u32, DictionaryEntry>, bytes: &mut Vec<u8>) {
    let mut entries: Vec<_> = dictionary.iter().collect();
    entries.sort_unstable_by_key(|(key, _)| **key);
    number(bytes, entries.len() as u32);
    let mut last = 0;
    for (key, entry) in entries {
        number(bytes, key - last);
        bytes.push(entry.tag as u8 | if entry.certain { CERTAIN } else { 0 });
        last = *key;
    }
}
