//! Which claims have which keys, by number.

use rustc_hash::FxHashMap;

use super::Blocking;
use crate::comparison::Reading;
use crate::parallel;

/// An inverted index over the keys of some claims.
pub(super) struct Index {
    /// The keys of each claim, each once, sorted by number.
    pub keys: Vec<Vec<u32>>,
    /// The claims that have each key, in order.
    pub holders: Vec<Vec<u32>>,
}

impl Index {
    /// Keys are numbered in the order of their letters, so that a number tells the same whatever the order of the claims.
    pub fn new(readings: &[Reading<'_>], rule: &dyn Blocking) -> Self {
        let words = parallel::map(readings, |r| rule.keys(r));
        let mut all: Vec<&str> = words.iter().flatten().map(AsRef::as_ref).collect();
        all.sort_unstable();
        all.dedup();
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
        Self { keys, holders }
    }

    /// How many claims have a key.
    pub fn count(&self, key: u32) -> usize {
        self.holders[key as usize].len()
    }

    /// What `choose` makes of each claim and of the others that share keys with it, in order. It is called with the claim's number,
    /// with the others and how many of the keys that `visit` names they share, and with the claim's keys as marks on all keys.
    pub fn each<R: Send>(
        &self,
        visit: impl Fn(&[u32]) -> Vec<u32> + Sync + Send,
        choose: impl Fn(usize, Vec<(u32, u32)>, &[bool]) -> Vec<R> + Sync + Send,
    ) -> Vec<R> {
        let starts: Vec<usize> = (0..self.keys.len()).step_by(CHUNK).collect();
        let found = parallel::map(&starts, |&start| {
            let (mut shared, mut marks) = (vec![0_u32; self.keys.len()], vec![false; self.holders.len()]);
            let mut chosen: Vec<R> = Vec::new();
            for claim in start..(start + CHUNK).min(self.keys.len()) {
                let keys = &self.keys[claim];
                keys.iter().for_each(|key| marks[*key as usize] = true);
                chosen.extend(choose(claim, self.others(claim, &visit(keys), &mut shared), &marks));
                keys.iter().for_each(|key| marks[*key as usize] = false);
            }
            chosen
        });
        found.into_iter().flatten().collect()
    }

    /// The claims that share one of the keys, and how many; `shared` is all zeros before and after.
    fn others(&self, claim: usize, keys: &[u32], shared: &mut [u32]) -> Vec<(u32, u32)> {
        let mut touched = Vec::new();
        for other in keys.iter().flat_map(|key| &self.holders[*key as usize]) {
            if shared[*other as usize] == 0 {
                touched.push(*other);
            }
            shared[*other as usize] += 1;
        }
        let counted = touched.into_iter().map(|other| (other, std::mem::take(&mut shared[other as usize])));
        counted.filter(|(other, _)| *other as usize != claim).collect()
    }
}

/// Claims that are worked on together: they share one row of counters and one of marks.
const CHUNK: usize = 2048;
