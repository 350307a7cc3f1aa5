//! Which claims have which keys, by number.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Blocking;
use crate::comparison::Reading;
use crate::parallel;

/// An inverted index over the keys of some claims.
pub(super) struct Index {
    /// The keys of each claim, each once, sorted by number.
    keys: Lists,
    /// The claims that have each key, in order.
    holders: Lists,
    /// How rare each key is: the logarithm of all claims over those that have it.
    rarity: Vec<f64>,
}

/// Lists of numbers, one behind the other.
struct Lists {
    ends: Vec<usize>,
    items: Vec<u32>,
}

impl Lists {
    fn new(lists: &[Vec<u32>]) -> Self {
        let ends = lists.iter().scan(0, |end, list| {
            *end += list.len();
            Some(*end)
        });
        Self { ends: ends.collect(), items: lists.concat() }
    }

    fn get(&self, number: usize) -> &[u32] {
        let start = number.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.items[start..self.ends[number]]
    }
}

/// What is looked up for a claim.
pub(super) struct Lookup {
    /// These keys, each once.
    pub keys: Vec<u32>,
    /// So many of them another claim must share, one at least.
    pub shared: usize,
}

/// A claim among those that share keys with it.
pub(super) struct Neighbourhood<'i> {
    pub claim: usize,
    /// The keys that were looked up.
    pub visited: &'i [u32],
    /// The claims that share enough of them.
    pub others: Vec<Other>,
    /// Whether the claim has each key.
    pub has: &'i [bool],
}

/// A claim that shares keys with another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Other {
    pub claim: usize,
    pub shared: Shared,
}

/// How many of the keys that were looked up two claims share, and their rarity, a little too high rather than too low.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shared {
    pub keys: u16,
    rarity: u16,
}

impl Shared {
    /// Parts of a unit of rarity that are told apart.
    const PARTS: f64 = 64.0;

    fn add(&mut self, key: Self) {
        self.keys = self.keys.saturating_add(key.keys);
        self.rarity = self.rarity.saturating_add(key.rarity);
    }

    pub fn rarity(self) -> f64 {
        if self.rarity == u16::MAX { f64::INFINITY } else { f64::from(self.rarity) / Self::PARTS }
    }
}

impl Index {
    /// Keys are numbered in the order of their letters, so that a number tells the same whatever the order of the claims.
    pub fn new(readings: &[Reading<'_>], rule: &dyn Blocking) -> Self {
        let words = parallel::map(readings, |r| rule.keys(r));
        let mut all: Vec<&str> = words.iter().flatten().map(AsRef::as_ref).collect::<FxHashSet<_>>().into_iter().collect();
        all.sort_unstable();
        let number: FxHashMap<&str, u32> = all.iter().enumerate().map(|(number, key)| (*key, number as u32)).collect();
        let keys = parallel::map(&words, |words| {
            let mut keys: Vec<u32> = words.iter().map(|word| number[word.as_ref()]).collect();
            keys.sort_unstable();
            keys.dedup();
            keys
        });
        let mut holders = vec![Vec::new(); all.len()];
        for (claim, keys) in keys.iter().enumerate() {
            keys.iter().for_each(|key| holders[*key as usize].push(claim as u32));
        }
        let rarity = holders.iter().map(|h| ((readings.len() as f64 + 1.0) / (h.len() as f64 + 0.5)).ln()).collect();
        Self { keys: Lists::new(&keys), holders: Lists::new(&holders), rarity }
    }

    /// The keys of a claim, sorted by number.
    pub fn keys(&self, claim: usize) -> &[u32] {
        self.keys.get(claim)
    }

    /// How many claims have a key.
    pub fn count(&self, key: u32) -> usize {
        self.holders.get(key as usize).len()
    }

    /// The rarity of some keys in all.
    pub fn rarity<'k>(&self, keys: impl IntoIterator<Item = &'k u32>) -> f64 {
        keys.into_iter().map(|key| self.rarity[*key as usize]).sum()
    }

    /// What `choose` makes of each claim and of the others that share keys with it, in order.
    pub fn each<R: Send>(
        &self,
        search: impl Fn(usize) -> Lookup + Sync + Send,
        choose: impl Fn(Neighbourhood<'_>) -> Vec<R> + Sync + Send,
    ) -> Vec<R> {
        let count = self.keys.ends.len();
        let starts: Vec<usize> = (0..count).step_by(CHUNK).collect();
        let found = parallel::map(&starts, |&start| {
            let (mut shared, mut has) = (vec![Shared::default(); count], vec![false; self.rarity.len()]);
            let mut chosen: Vec<R> = Vec::new();
            for claim in start..(start + CHUNK).min(count) {
                let keys = self.keys(claim);
                keys.iter().for_each(|key| has[*key as usize] = true);
                let search = search(claim);
                let others = self.others(claim, &search, &mut shared);
                chosen.extend(choose(Neighbourhood { claim, visited: &search.keys, others, has: &has }));
                keys.iter().for_each(|key| has[*key as usize] = false);
            }
            chosen
        });
        found.into_iter().flatten().collect()
    }

    /// The claims that share enough of the keys; `shared` is all zeros before and after.
    fn others(&self, claim: usize, search: &Lookup, shared: &mut [Shared]) -> Vec<Other> {
        let mut touched = Vec::new();
        for (at, key) in search.keys.iter().enumerate() {
            let key_shared = Shared { keys: 1, rarity: (self.rarity[*key as usize] * Shared::PARTS).ceil() as u16 };
            // who is met too late to share enough is passed over: the last keys are the commonest, and most others have no more
            let in_time = search.keys.len() - at >= search.shared;
            for other in self.holders.get(*key as usize) {
                let sum = &mut shared[*other as usize];
                if sum.keys == 0 && in_time {
                    touched.push(*other as usize);
                }
                if sum.keys > 0 || in_time {
                    sum.add(key_shared);
                }
            }
        }
        let summed = touched.into_iter().map(|other| Other { claim: other, shared: std::mem::take(&mut shared[other]) });
        summed.filter(|other| other.claim != claim && usize::from(other.shared.keys) >= search.shared).collect()
    }
}

/// Claims that are worked on together: they share one row of sums and one of marks.
const CHUNK: usize = 2048;
