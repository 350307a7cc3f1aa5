//! Learning the weights of a [`LinearModel`](super::Model): run by the training program alone.

use rustc_hash::FxHashMap;

/// An averaged perceptron that learns from one decision at a time.
#[derive(Debug, Clone)]
pub(crate) struct Trainer<const CLASSES: usize> {
    rows: FxHashMap<u32, TrainingRow<CLASSES>>,
    clock: i64,
}

#[derive(Debug, Clone)]
struct TrainingRow<const CLASSES: usize> {
    weights: [i32; CLASSES],
    /// The sum of the weight over all decisions up to `changed`.
    totals: [i64; CLASSES],
    changed: [i64; CLASSES],
    updates: u32,
}

/// How finely an average is written: weights are kept as multiples of 1/16.
const SCALE: f64 = 4.0;

impl<const CLASSES: usize> Default for Trainer<CLASSES> {
    fn default() -> Self {
        Self { rows: FxHashMap::default(), clock: 0 }
    }
}

impl<const CLASSES: usize> Trainer<CLASSES> {
    /// The scores of the classes under the weights as they are.
    #[must_use]
    pub(crate) fn score(&self, keys: &[u32]) -> [i32; CLASSES] {
        let mut scores = [0; CLASSES];
        for row in keys.iter().filter_map(|k| self.rows.get(k)) {
            for (score, weight) in scores.iter_mut().zip(row.weights) {
                *score += weight;
            }
        }
        scores
    }

    /// Counts one decision; where it was wrong, moves the weights towards the right class.
    pub(crate) fn learn(&mut self, keys: &[u32], right: usize, guess: usize) {
        self.tick();
        if right != guess {
            for (class, by) in [(right, 1), (guess, -1)] {
                self.nudge(keys, class, by);
            }
        }
    }

    /// Counts one decision, for the averages. Where a decision has several parts, it is counted once and its parts are nudged.
    pub(crate) fn tick(&mut self) {
        self.clock += 1;
    }

    /// Moves the weights of these features for one class.
    pub(crate) fn nudge(&mut self, keys: &[u32], class: usize, by: i32) {
        for key in keys {
            let row = self.rows.entry(*key).or_insert_with(|| TrainingRow {
                weights: [0; CLASSES],
                totals: [0; CLASSES],
                changed: [0; CLASSES],
                updates: 0,
            });
            row.updates += 1;
            row.shift(class, by, self.clock);
        }
    }

    /// The averaged weights by feature and class, in sixteenths. Features with fewer updates than `least` and weights that round to
    /// nothing are left out.
    #[must_use]
    pub(crate) fn averages(&self, least: u32) -> Vec<(u32, Vec<(u8, i32)>)> {
        let kept = self.rows.iter().filter(|(_, r)| r.updates >= least);
        let mut rows: Vec<(u32, Vec<(u8, i32)>)> = kept.map(|(k, r)| (*k, r.averages(self.clock))).collect();
        rows.retain(|(_, cells)| !cells.is_empty());
        rows.sort_unstable();
        rows
    }

    /// The averaged weights as the bytes that a model reads.
    #[must_use]
    pub(crate) fn bytes(&self, least: u32) -> Vec<u8> {
        let rows = self.averages(least);
        let mut bytes = Vec::new();
        number(&mut bytes, rows.len() as u32);
        let mut last = 0;
        for (key, cells) in rows {
            number(&mut bytes, key - last);
            number(&mut bytes, cells.len() as u32);
            last = key;
            for (class, weight) in cells {
                bytes.push(class);
                number(&mut bytes, ((weight << 1) ^ (weight >> 31)) as u32);
            }
        }
        bytes
    }
}

impl<const CLASSES: usize> TrainingRow<CLASSES> {
    fn shift(&mut self, class: usize, by: i32, clock: i64) {
        self.totals[class] += i64::from(self.weights[class]) * (clock - self.changed[class]);
        self.changed[class] = clock;
        self.weights[class] += by;
    }

    fn averages(&self, clock: i64) -> Vec<(u8, i32)> {
        let average = |class: usize| {
            let total = self.totals[class] + i64::from(self.weights[class]) * (clock - self.changed[class]);
            (total as f64 / clock as f64 * SCALE).round().clamp(f64::from(i16::MIN), f64::from(i16::MAX)) as i32
        };
        (0..CLASSES).map(|c| (c as u8, average(c))).filter(|(_, w)| *w != 0).collect()
    }
}

/// Writes a number as [`ByteReader::number`](super::ByteReader::number) reads it.
pub(crate) fn number(bytes: &mut Vec<u8>, mut value: u32) {
    while value >= 0x80 {
        bytes.push(value as u8 | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
}

/// The numbers below `count` in an order that is mixed, yet the same for the same `seed` (Fisher and Yates).
pub(crate) fn shuffled(count: usize, seed: u64) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    for last in (1..count).rev() {
        let pick = super::mix(seed << 32 | last as u64) % (last as u64 + 1);
        order.swap(last, pick as usize);
    }
    order
}
