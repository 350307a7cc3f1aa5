//! Pairs among very many passages that stand alone: those that have most of their rarer words in common.

use serde::{Deserialize, Serialize};

use super::Blocking;
use super::index::{Index, Lookup, Neighbourhood};
use crate::comparison::Reading;

/// How pairs of passages are chosen, and from which weight on they are links.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Passages {
    /// Of a passage's words the rarest ones are looked up, until they stand in so many passages together: the work for one passage
    /// does not grow with their number.
    pub reach: usize,
    /// Words that two passages share at least among the rarest, or all where one has fewer.
    pub shared: usize,
    /// Share of the shorter passage's words, by their rarity, that the other must have. Of 10,000 generated claims with known groups,
    /// 99 of 100 pairs below 0.4 tell of two things, and 97 of 100 from 0.75 on of one.
    pub overlap: f64,
    /// Thousandths of a bit from which on such a pair is a link: more than in a story, for what stood around a passage is not there to
    /// speak against it.
    pub link: i64,
}

impl Default for Passages {
    fn default() -> Self {
        Self { reach: 4000, shared: 2, overlap: 0.55, link: 1500 }
    }
}

/// Pairs of passages (by index, the smaller first, sorted) that are much alike. Masked words count for nothing.
///
/// The order of the passages changes no pair.
pub fn overlapping(readings: &[Reading<'_>], rule: &dyn Blocking, config: Passages) -> Vec<(usize, usize)> {
    let index = Index::new(readings, rule);
    let mass: Vec<f64> = (0..readings.len()).map(|claim| index.rarity(index.keys(claim))).collect();
    let mut pairs = index.each(
        // a passage of fewer words than must be shared finds the others from its own side
        |claim| Lookup { keys: rarest(index.keys(claim), &index, config.reach), shared: config.shared.min(index.keys(claim).len()) },
        |Neighbourhood { claim, visited, others, has }| {
            let unseen = mass[claim] - index.rarity(visited) + ROUNDING;
            let near = others.into_iter().filter(|other| {
                let needed = config.overlap * mass[claim].min(mass[other.claim]);
                // what is shared at most is quick to say, and too little for most others; only then are their keys read
                other.shared.rarity() + unseen >= needed
                    && index.rarity(index.keys(other.claim).iter().filter(|key| has[**key as usize])) >= needed
            });
            near.map(|other| (claim.min(other.claim), claim.max(other.claim))).collect()
        },
    );
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

/// More than the sums of a claim's rarities differ by the order of their terms.
const ROUNDING: f64 = 1e-6;

/// The rarest of the keys that stand in no more than `reach` claims together.
fn rarest(keys: &[u32], index: &Index, reach: usize) -> Vec<u32> {
    let mut keys = keys.to_vec();
    keys.sort_by_key(|key| (index.count(*key), *key));
    let mut visited = 0;
    keys.into_iter()
        .take_while(|key| {
            visited += index.count(*key);
            visited <= reach
        })
        .collect()
}
