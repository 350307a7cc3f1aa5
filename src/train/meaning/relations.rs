//! Pairs of words by relation, each with a strength from 1 to 9.

use std::collections::BTreeMap;

use corroborate::text::stem;

use super::wordnet::{Pointer, Synset, SynsetId, WordNet};

/// (word, partner) in alphabetic order → strength.
pub type Pairs = BTreeMap<(String, String), u8>;

/// Words of one synset. The strength is the geometric mean of the shares of their use that fall to the sense, summed
/// over the senses that they share.
pub fn synonyms(wordnet: &WordNet) -> Pairs {
    let mut strengths: BTreeMap<(String, String), f64> = BTreeMap::new();
    for (id, synset) in &wordnet.synsets {
        let words: Vec<&String> = synset.words.iter().flatten().collect();
        for (index, a) in words.iter().enumerate() {
            for b in words[index + 1..].iter().filter(|b| b != &a) {
                let strength = (wordnet.share(a, *id) * wordnet.share(b, *id)).sqrt();
                *strengths.entry(ordered(a, b)).or_default() += strength;
            }
        }
    }
    strengths.retain(|(a, b), _| is_used(wordnet, a) || is_used(wordnet, b));
    strengths.into_iter().filter_map(|(pair, strength)| Some((pair, digit(strength)?))).collect()
}

/// Whether the word was ever tagged in running text. Names of species and their like never were, and news has none of them.
fn is_used(wordnet: &WordNet, word: &str) -> bool {
    wordnet.count(word) > 0.0
}

/// Direct antonyms, and those of an adjective's neighbours ("similar to"), at half the strength and less.
pub fn antonyms(wordnet: &WordNet) -> Pairs {
    let mut pairs = lexical(wordnet, "!", 9);
    let mut indirect = Pairs::new();
    for synset in wordnet.synsets.values() {
        for satellite in pointed(wordnet, synset, "&") {
            let opposites = synset.pointers.iter().filter(|p| p.symbol == "!").filter_map(|p| word_of(wordnet, p));
            for opposite in opposites {
                for (word, share) in weighted(wordnet, satellite).filter(|(word, _)| is_used(wordnet, word)) {
                    if let Some(strength) = digit(share / 2.0) {
                        indirect.insert(ordered(word, opposite), strength);
                    }
                }
            }
        }
    }
    for (pair, strength) in indirect {
        pairs.entry(pair).or_insert(strength);
    }
    pairs
}

/// Derivationally related forms and what an adjective or adverb pertains to, where the stems differ.
pub fn derivations(wordnet: &WordNet) -> Pairs {
    let mut pairs = lexical(wordnet, "+", 9);
    pairs.extend(lexical(wordnet, "\\", 9));
    pairs.retain(|(a, b), _| stem(a) != stem(b));
    pairs
}

/// The direct hypernyms of the first senses of words that were tagged at all.
pub fn broader(wordnet: &WordNet) -> Pairs {
    let mut pairs = Pairs::new();
    for (word, senses) in &wordnet.senses {
        let Some((id, share)) = senses.iter().max_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
        if !is_used(wordnet, word) {
            continue;
        }
        for parent in pointed(wordnet, &wordnet.synsets[id], "@") {
            for (name, parent_share) in weighted(wordnet, parent).filter(|(name, _)| *name != word) {
                if let Some(strength) = digit((share * parent_share).sqrt()).filter(|s| *s >= WEAKEST_BROADER) {
                    pairs.insert((word.clone(), name.clone()), strength);
                }
            }
        }
    }
    pairs
}

/// Below this a hypernym is a rare sense of its word, and the pair says little.
const WEAKEST_BROADER: u8 = 4;

fn lexical(wordnet: &WordNet, symbol: &str, strength: u8) -> Pairs {
    let mut pairs = Pairs::new();
    for synset in wordnet.synsets.values() {
        for pointer in synset.pointers.iter().filter(|p| p.symbol == symbol) {
            let source = pointer.words.and_then(|(index, _)| synset.words.get(index)?.as_ref());
            if let (Some(a), Some(b)) = (source, word_of(wordnet, pointer))
                && a != b
            {
                pairs.insert(ordered(a, b), strength);
            }
        }
    }
    pairs
}

/// The synsets that a synset points to under this symbol.
fn pointed<'w>(wordnet: &'w WordNet, synset: &'w Synset, symbol: &'w str) -> impl Iterator<Item = SynsetId> + 'w {
    synset.pointers.iter().filter(move |p| p.symbol == symbol).map(|p| p.target).filter(|t| wordnet.synsets.contains_key(t))
}

fn word_of<'w>(wordnet: &'w WordNet, pointer: &Pointer) -> Option<&'w String> {
    wordnet.synsets.get(&pointer.target)?.words.get(pointer.words?.1)?.as_ref()
}

/// A synset's words, each with the share of its use that falls to it.
fn weighted(wordnet: &WordNet, id: SynsetId) -> impl Iterator<Item = (&String, f64)> {
    wordnet.synsets[&id].words.iter().flatten().map(move |w| (w, wordnet.share(w, id)))
}

fn ordered(a: &str, b: &str) -> (String, String) {
    if a < b { (a.to_owned(), b.to_owned()) } else { (b.to_owned(), a.to_owned()) }
}

/// A strength as a digit; `None` below a twentieth.
fn digit(strength: f64) -> Option<u8> {
    let tenths = (strength * 10.0).round().min(9.0) as u8;
    (tenths > 0).then_some(tenths)
}
