//! Groups of claims that speak about one thing, with no chain through a weak middle.

use serde::{Deserialize, Serialize};

/// When two groups become one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct ClusteringConfig {
    /// Thousandths of a bit from which on a pair is a link: even odds.
    pub link: i64,
    /// Thousandths of a bit that the better half of the matches between a claim and a group must reach on average. A quotation's short
    /// form need not fit all of its long forms; but the best match alone grows with the group, and a group of some size draws in
    /// whatever has the story's own words.
    ///
    /// Chosen on four stories, each with weights that were learned from the others alone: precision of links with the best match, as it
    /// was before, .97, .20, 1.0, 1.0, with the better half 1.0, .47, 1.0, 1.0 at the same recall. From -900 down groups run together.
    pub fit: i64,
}

impl Default for ClusteringConfig {
    fn default() -> Self {
        Self { link: 0, fit: -750 }
    }
}

/// No pair says more than this for or against a group: what was never proposed is no worse, a copy no better.
const LOUDEST: i64 = 3000;

/// Groups items by weighted pairs: the heaviest link first joins two groups, if their members fit each other on average.
///
/// `keys` break ties, so that the order in which items come changes no group. Returns the group of each item, as the smallest index
/// in it.
#[must_use]
pub fn groups(count: usize, pairs: &[(usize, usize, i64)], keys: &[&str], config: ClusteringConfig) -> Vec<usize> {
    let mut order: Vec<&(usize, usize, i64)> = pairs.iter().filter(|p| p.2 >= config.link).collect();
    let name = |p: &(usize, usize, i64)| {
        let (x, y) = (keys[p.0], keys[p.1]);
        if x <= y { (x, y) } else { (y, x) }
    };
    order.sort_by(|p, q| q.2.cmp(&p.2).then_with(|| name(p).cmp(&name(q))));
    let weights = PairWeights::of(pairs);
    let mut group: Vec<usize> = (0..count).collect();
    let mut members: Vec<Vec<usize>> = (0..count).map(|i| vec![i]).collect();
    for &&(a, b, _) in &order {
        let (x, y) = (group[a], group[b]);
        if x == y || !close_enough(&members[x], &members[y], &weights, config) {
            continue;
        }
        let (keep, gone) = (x.min(y), x.max(y));
        let moved = std::mem::take(&mut members[gone]);
        for &item in &moved {
            group[item] = keep;
        }
        members[keep].extend(moved);
    }
    group
}

/// Whether the members of each side have, on average, good enough matches on the other.
fn close_enough(x: &[usize], y: &[usize], weights: &PairWeights, config: ClusteringConfig) -> bool {
    let fits =
        |one: &[usize], other: &[usize]| one.iter().map(|&a| match_of(a, other, weights)).sum::<i64>() >= config.fit * one.len() as i64;
    fits(x, y) && fits(y, x)
}

/// What the better half of the matches between an item and a group say, on average.
fn match_of(item: usize, group: &[usize], weights: &PairWeights) -> i64 {
    let mut all: Vec<i64> = group.iter().map(|&other| weights.between(item, other)).collect();
    let half = all.len().div_ceil(2);
    all.sort_unstable_by(|p, q| q.cmp(p));
    all[..half].iter().sum::<i64>() / half.max(1) as i64
}

/// What each pair says, in the order of the pairs: candidates come so, and few of them are asked for.
struct PairWeights(Vec<(usize, usize, i64)>);

impl PairWeights {
    fn of(pairs: &[(usize, usize, i64)]) -> Self {
        let mut sorted: Vec<_> = pairs.iter().map(|&(a, b, weight)| (a.min(b), a.max(b), weight)).collect();
        sorted.sort_by_key(|&(a, b, _)| (a, b));
        Self(sorted)
    }

    fn between(&self, a: usize, b: usize) -> i64 {
        let pair = (a.min(b), a.max(b));
        let place = self.0.binary_search_by_key(&pair, |&(a, b, _)| (a, b));
        place.map_or(-LOUDEST, |at| self.0[at].2.clamp(-LOUDEST, LOUDEST))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_weak_middle_joins_nothing() {
        let keys = ["a", "b", "c", "d"];
        let chain = [(0, 1, 4000), (1, 2, 500), (2, 3, 4000)];
        assert_eq!(groups(4, &chain, &keys, ClusteringConfig { link: 0, fit: 0 }), [0, 0, 2, 2]);
        let full = [(0, 1, 4000), (1, 2, 3000), (2, 3, 4000), (0, 2, 3000), (0, 3, 3000), (1, 3, 3000)];
        assert_eq!(groups(4, &full, &keys, ClusteringConfig::default()), [0, 0, 0, 0]);
    }
}
