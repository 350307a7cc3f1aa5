//! Which pairs are worth comparing: an inverted index over the rarer words of each claim.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use crate::comparison::Reading;

/// How candidates are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// A word that stands in more claims than this proposes no pair. In a story of a few hundred claims no word does.
    pub commonest: usize,
    /// At most so many candidates a claim, those with the most words in common first.
    pub most: usize,
}

impl Default for Config {
    fn default() -> Self {
        Self { commonest: 400, most: 120 }
    }
}

/// Which claims are proposed to each other: those that share a key. A user's own rule may wrap [`Stems`] and add keys.
pub trait Blocking: Send + Sync {
    /// The keys of a claim; a key that very many claims share proposes none of them.
    fn keys<'r>(&self, reading: &'r Reading<'_>) -> Vec<Cow<'r, str>>;
}

/// The built-in rule: the stem of each content word, the claim's own and those that it inherits.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stems;

impl Blocking for Stems {
    fn keys<'r>(&self, reading: &'r Reading<'_>) -> Vec<Cow<'r, str>> {
        reading.terms.iter().map(|t| Cow::Borrowed(t.stem.as_str())).collect()
    }
}

/// Pairs of readings (by index, the smaller first, sorted) that share a rare word, a lemma or a related one, and that `allowed` lets through.
///
/// The order of the readings changes no pair: candidates are ranked by words in common, then by the claims' ids.
pub fn candidates(
    readings: &[Reading<'_>],
    rule: &dyn Blocking,
    config: Config,
    allowed: impl Fn(usize, usize) -> bool,
) -> Vec<(usize, usize)> {
    let keys: Vec<Vec<Cow<'_, str>>> = readings.iter().map(|r| keys(rule, r)).collect();
    let mut index: FxHashMap<&str, Vec<u32>> = FxHashMap::default();
    for (number, keys) in keys.iter().enumerate() {
        for key in keys {
            index.entry(key).or_default().push(number as u32);
        }
    }
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let mut shared: FxHashMap<u32, u32> = FxHashMap::default();
    for (number, keys) in keys.iter().enumerate() {
        shared.clear();
        for key in keys {
            let claims = &index[key.as_ref()];
            if claims.len() > config.commonest {
                continue;
            }
            for other in claims.iter().filter(|o| **o as usize != number) {
                *shared.entry(*other).or_insert(0) += 1;
            }
        }
        let mut ranked: Vec<(u32, u32)> =
            shared.iter().map(|(other, count)| (*other, *count)).filter(|(other, _)| allowed(number, *other as usize)).collect();
        ranked.sort_by(|x, y| y.1.cmp(&x.1).then_with(|| readings[x.0 as usize].claim.id.cmp(&readings[y.0 as usize].claim.id)));
        ranked.truncate(config.most);
        pairs.extend(ranked.iter().map(|(other, _)| (number.min(*other as usize), number.max(*other as usize))));
    }
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// The keys of a claim, each once.
fn keys<'r>(rule: &dyn Blocking, reading: &'r Reading<'_>) -> Vec<Cow<'r, str>> {
    let mut keys = rule.keys(reading);
    keys.sort_unstable();
    keys.dedup();
    keys
}
