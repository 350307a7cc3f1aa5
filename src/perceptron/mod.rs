//! A linear model over hashed features: what an averaged perceptron learned, kept small.
//!
//! A feature is a 32-bit key that [`feature`] makes from the number of its template and the hashes of its words, so that scoring
//! builds no string. Keys that the model does not know weigh nothing. The method is Collins (2002), the way of averaging and
//! pruning that of the taggers that followed Honnibal (2013).

#[cfg(feature = "train")]
mod trainer;

#[cfg(feature = "train")]
pub(crate) use trainer::{Trainer, number, shuffled};

/// The hash of a word, the same on every machine.
#[must_use]
pub(crate) fn hash(word: &[u8]) -> u64 {
    let mut state = word.len() as u64;
    for chunk in word.chunks(8) {
        let mut bytes = [0; 8];
        bytes[..chunk.len()].copy_from_slice(chunk);
        state = mix(state ^ u64::from_le_bytes(bytes));
    }
    state
}

/// The key of a feature: the number of its template and up to two values.
#[must_use]
pub(crate) fn feature(template: u64, first: u64, second: u64) -> u32 {
    (mix(mix(first ^ (template << 56)).wrapping_add(second)) >> 32) as u32
}

fn mix(value: u64) -> u64 {
    let product = value.wrapping_add(0x9e37_79b9_7f4a_7c15).wrapping_mul(0xd6e8_feb8_6659_fd93);
    product ^ (product >> 32)
}

/// A trained model with `CLASSES` classes.
#[derive(Debug, Clone)]
pub(crate) struct LinearModel<const CLASSES: usize> {
    slots: Vec<WeightSlot>,
    cells: Vec<Cell>,
}

/// A place of the open hash table: a key and its run of cells; a run of length 0 marks an empty place.
///
/// Eight bytes, for scoring waits on memory more than on anything else.
#[derive(Debug, Clone, Copy, Default)]
struct WeightSlot {
    key: u32,
    /// Where the run begins, and in the lowest [`LENGTH_BITS`] how long it is.
    run: u32,
}

/// Enough for the classes of any model here.
const LENGTH_BITS: u32 = 6;

impl WeightSlot {
    fn is_empty(self) -> bool {
        self.run == 0
    }

    fn cells(self) -> std::ops::Range<usize> {
        let first = (self.run >> LENGTH_BITS) as usize;
        first..first + (self.run & ((1 << LENGTH_BITS) - 1)) as usize
    }
}

/// A class and what is added to its score. A weight that is too large for a byte takes several cells: the smaller a cell, the more of
/// the model stays in the processor's cache.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    class: u8,
    weight: i8,
}

/// The cells that hold a weight together.
fn cells(class: u8, mut weight: i16) -> impl Iterator<Item = Cell> {
    std::iter::from_fn(move || {
        let part = weight.clamp(i16::from(i8::MIN), i16::from(i8::MAX));
        weight -= part;
        (part != 0).then_some(Cell { class, weight: part as i8 })
    })
}

impl<const CLASSES: usize> LinearModel<CLASSES> {
    /// Reads what [`Trainer::bytes`] wrote; `None` where the bytes are no such model.
    pub(crate) fn read(reader: &mut ByteReader<'_>) -> Option<Self> {
        let rows = reader.number()? as usize;
        let mut model = Self { slots: vec![WeightSlot::default(); (rows * 2).next_power_of_two()], cells: Vec::new() };
        let mut key = 0_u32;
        for _ in 0..rows {
            key = key.wrapping_add(reader.number()?);
            let first = model.cells.len() as u32;
            for _ in 0..reader.number()? {
                let class = reader.byte()?;
                let weight = zigzag(reader.number()?);
                if usize::from(class) >= CLASSES {
                    return None;
                }
                model.cells.extend(cells(class, weight));
            }
            let length = model.cells.len() as u32 - first;
            if length == 0 || length >= 1 << LENGTH_BITS || first >= 1 << (32 - LENGTH_BITS) {
                return None;
            }
            let mut at = model.home(key);
            while !model.slots[at].is_empty() {
                at = (at + 1) & (model.slots.len() - 1);
            }
            model.slots[at] = WeightSlot { key, run: first << LENGTH_BITS | length };
        }
        Some(model)
    }

    fn home(&self, key: u32) -> usize {
        key as usize & (self.slots.len() - 1)
    }

    /// The run of cells of a feature, whose search begins at `slot`; an empty one for a feature that the model does not know.
    fn run(&self, key: u32, mut slot: WeightSlot) -> std::ops::Range<usize> {
        let mut at = self.home(key);
        while slot.key != key && !slot.is_empty() {
            at = (at + 1) & (self.slots.len() - 1);
            slot = self.slots[at];
        }
        slot.cells()
    }

    /// Adds the weights of these features to the scores of the classes.
    pub(crate) fn score(&self, keys: &[u32], scores: &mut [i32; CLASSES]) {
        // all the places are fetched before the first is looked at, and all the runs before the first is added, so that their waits
        // for memory overlap
        for keys in keys.chunks(TOGETHER) {
            let mut slots = [WeightSlot::default(); TOGETHER];
            for (slot, key) in slots.iter_mut().zip(keys) {
                *slot = self.slots[self.home(*key)];
            }
            let runs: [_; TOGETHER] = std::array::from_fn(|i| {
                let cells = keys.get(i).map_or(0..0, |key| self.run(*key, slots[i]));
                (self.cells.get(cells.start).copied().unwrap_or_default(), cells)
            });
            for (first, cells) in runs.into_iter().filter(|(_, cells)| !cells.is_empty()) {
                scores[usize::from(first.class)] += i32::from(first.weight);
                for cell in &self.cells[cells.start + 1..cells.end] {
                    scores[usize::from(cell.class)] += i32::from(cell.weight);
                }
            }
        }
    }
}

/// How many features are fetched together.
const TOGETHER: usize = 24;

/// The class with the highest score, the first of equals.
#[must_use]
pub(crate) fn best(scores: &[i32]) -> usize {
    (0..scores.len()).max_by_key(|c| (scores[*c], std::cmp::Reverse(*c))).unwrap_or(0)
}

/// Reads bytes and numbers of variable length (seven bits a byte, lowest first).
#[derive(Debug)]
pub(crate) struct ByteReader<'a>(pub(crate) &'a [u8]);

impl ByteReader<'_> {
    pub(crate) fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    pub(crate) fn number(&mut self) -> Option<u32> {
        let mut value = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            value |= u32::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }
}

/// 0, 1, 2, 3, 4 → 0, -1, 1, -2, 2
fn zigzag(value: u32) -> i16 {
    ((value >> 1) as i32 ^ -((value & 1) as i32)) as i16
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two rows: key 5 with class 1 weight -3, key 300 with class 0 weight 70.
    const BYTES: &[u8] = &[2, 5, 1, 1, 5, 0xa7, 0x02, 1, 0, 0x8c, 0x01];

    #[test]
    fn a_model_adds_the_weights_of_known_features() {
        let model = LinearModel::<2>::read(&mut ByteReader(BYTES)).expect("a model");
        let mut scores = [0; 2];
        model.score(&[5, 300, 7], &mut scores);
        assert_eq!(scores, [70, -3]);
        assert_eq!(best(&scores), 0);
        assert_eq!(best(&[4, 4]), 0);
    }

    #[test]
    fn what_is_no_model_is_refused() {
        assert!(LinearModel::<1>::read(&mut ByteReader(BYTES)).is_none(), "a class too many");
        assert!(LinearModel::<2>::read(&mut ByteReader(&BYTES[..8])).is_none(), "cut off");
        assert!(ByteReader(&[0xff; 9]).number().is_none(), "a number without end");
    }

    #[test]
    fn features_differ_by_template_value_and_order() {
        let (a, b) = (hash(b"ode"), hash(b"lark"));
        let keys = [feature(1, a, b), feature(1, b, a), feature(2, a, b), feature(1, a, 0)];
        for (i, key) in keys.iter().enumerate() {
            assert!(!keys[..i].contains(key), "{i}");
        }
    }
}
