//! Two rows of keys compared in their order.

use rustc_hash::FxHashMap;

/// The shares of either row's runs of `length` keys that the other row has as well, each run used once.
pub(super) fn ngrams(a: &[u64], b: &[u64], length: usize) -> (f64, f64) {
    let mut counts: FxHashMap<&[u64], usize> = FxHashMap::default();
    for run in a.windows(length) {
        *counts.entry(run).or_default() += 1;
    }
    let mut common = 0;
    for run in b.windows(length) {
        if let Some(count) = counts.get_mut(run).filter(|count| **count > 0) {
            *count -= 1;
            common += 1;
        }
    }
    let share = |row: &[u64]| f64::from(common) / (row.len() + 1).saturating_sub(length).max(1) as f64;
    (share(a), share(b))
}

/// The length of the longest row of keys that both have in this order, with others between.
pub(super) fn common_subsequence(a: &[u64], b: &[u64]) -> usize {
    let mut lengths = vec![0; b.len() + 1];
    for x in a {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let above = lengths[j + 1];
            lengths[j + 1] = if x == y { diagonal + 1 } else { above.max(lengths[j]) };
            diagonal = above;
        }
    }
    lengths[b.len()]
}

/// How many keys must be put in, left out or exchanged to make one row of the other, as a share of the longer one.
pub(super) fn edits(a: &[u64], b: &[u64]) -> f64 {
    let mut costs: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = i;
        costs[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let above = costs[j + 1];
            costs[j + 1] = (diagonal + usize::from(x != y)).min(above + 1).min(costs[j] + 1);
            diagonal = above;
        }
    }
    costs[b.len()] as f64 / a.len().max(b.len()).max(1) as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_compared() {
        for (name, a, b, bigrams, common, edited) in [
            ("the same", vec![1, 2, 3], vec![1, 2, 3], (1.0, 1.0), 3, 0.0),
            ("one more", vec![1, 2], vec![1, 2, 3], (1.0, 0.5), 2, 1.0 / 3.0),
            ("turned", vec![1, 2], vec![2, 1], (0.0, 0.0), 1, 1.0),
            ("a run twice against once", vec![1, 2, 1, 2], vec![1, 2], (1.0 / 3.0, 1.0), 2, 0.5),
            ("nothing", vec![], vec![], (0.0, 0.0), 0, 0.0),
            ("nothing against something", vec![], vec![1], (0.0, 0.0), 0, 1.0),
        ] {
            assert_eq!(ngrams(&a, &b, 2), bigrams, "{name}");
            assert_eq!(common_subsequence(&a, &b), common, "{name}");
            assert_eq!(edits(&a, &b), edited, "{name}");
        }
    }
}
