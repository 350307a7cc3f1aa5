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

/// How many words of an utterance are laid beside another's: more than any quotation in the papers that we read, and what keeps the work
/// on a speech quoted in full small.
pub(crate) const MOST_WORDS: usize = 400;

/// The length of the longest row of keys that both have in this order, with others between.
pub(crate) fn common_subsequence(a: &[u64], b: &[u64]) -> usize {
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

/// The runs of equal keys when two rows are laid beside each other, in order: (start in a, start in b, length).
///
/// The longest run stands first and the rest is laid out on both of its sides (Ratcliff and Obershelp 1988), for that is how a reader
/// sees two wordings: the longest common row takes any "the" on its way. Which row comes first changes nothing.
pub(crate) fn common_runs<T: Ord>(a: &[T], b: &[T]) -> Vec<(usize, usize, usize)> {
    let mut runs = Vec::new();
    if a <= b {
        lay_out((a, 0), (b, 0), &mut runs);
    } else {
        lay_out((b, 0), (a, 0), &mut runs);
        runs.iter_mut().for_each(|(i, j, _)| std::mem::swap(i, j));
    }
    runs
}

/// Adds the runs of two stretches, which begin at the given places of their rows.
fn lay_out<T: Ord>((a, first): (&[T], usize), (b, second): (&[T], usize), runs: &mut Vec<(usize, usize, usize)>) {
    let (i, j, length) = longest_run(a, b);
    if length == 0 {
        return;
    }
    lay_out((&a[..i], first), (&b[..j], second), runs);
    runs.push((first + i, second + j, length));
    lay_out((&a[i + length..], first + i + length), (&b[j + length..], second + j + length), runs);
}

/// The longest run that both have, the first of several.
fn longest_run<T: Eq>(a: &[T], b: &[T]) -> (usize, usize, usize) {
    let mut best = (0, 0, 0);
    let mut lengths = vec![0; b.len() + 1];
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = 0;
        for (j, y) in b.iter().enumerate() {
            let length = if x == y { diagonal + 1 } else { 0 };
            diagonal = std::mem::replace(&mut lengths[j + 1], length);
            if length > best.2 {
                best = (i + 1 - length, j + 1 - length, length);
            }
        }
    }
    best
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

    #[test]
    fn rows_laid_beside_each_other() {
        for (name, a, b, runs) in [
            ("the same", "a b c", "a b c", vec![(0, 0, 3)]),
            ("one put in", "a b d", "a b c d", vec![(0, 0, 2), (2, 3, 1)]),
            ("one exchanged", "a b d e", "a c d e", vec![(0, 0, 1), (2, 2, 2)]),
            ("the longest run, not the first word", "t x a b c", "t y t a b c", vec![(0, 0, 1), (2, 3, 3)]),
            ("nothing", "a", "b", vec![]),
        ] {
            let (a, b): (Vec<_>, Vec<_>) = (a.split(' ').collect(), b.split(' ').collect());
            assert_eq!(common_runs(&a, &b), runs, "{name}");
            let back: Vec<_> = common_runs(&b, &a).into_iter().map(|(i, j, length)| (j, i, length)).collect();
            assert_eq!(back, runs, "{name}, turned");
        }
    }
}
