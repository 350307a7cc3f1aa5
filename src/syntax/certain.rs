//! Decisions that need no model: what nearly always comes out one way where these tags meet.

use rustc_hash::FxHashMap;

use crate::perceptron::ByteReader;
#[cfg(feature = "train")]
use crate::perceptron::number;

/// Situations by their key, each with the class that it nearly always has.
#[derive(Clone, Debug, Default)]
pub(super) struct Certain(FxHashMap<u32, u8>);

impl Certain {
    pub(super) fn read(reader: &mut ByteReader<'_>) -> Option<Self> {
        let mut key = 0_u32;
        let mut table = FxHashMap::default();
        for _ in 0..reader.number()? {
            key = key.wrapping_add(reader.number()?);
            table.insert(key, reader.byte()?);
        }
        Some(Self(table))
    }

    pub(super) fn get(&self, key: u32) -> Option<usize> {
        self.0.get(&key).map(|class| usize::from(*class))
    }

    #[cfg(feature = "train")]
    pub(super) fn write(&self, bytes: &mut Vec<u8>) {
        let mut entries: Vec<_> = self.0.iter().collect();
        entries.sort_unstable();
        number(bytes, entries.len() as u32);
        let mut last = 0;
        for (key, class) in entries {
            number(bytes, key - last);
            bytes.push(*class);
            last = *key;
        }
    }
}

/// How often each situation came out each way.
#[cfg(feature = "train")]
#[derive(Clone, Debug, Default)]
pub(super) struct SituationCounts(FxHashMap<(u32, u8), u32>);

#[cfg(feature = "train")]
impl SituationCounts {
    pub(super) fn count(&mut self, key: u32, class: usize) {
        *self.0.entry((key, class as u8)).or_default() += 1;
    }

    /// The situations that were seen `seen` times or more and had one class in this share of them.
    pub(super) fn certain(&self, seen: u32, share: f64) -> Certain {
        let mut all: FxHashMap<u32, u32> = FxHashMap::default();
        for ((key, _), count) in &self.0 {
            *all.entry(*key).or_default() += count;
        }
        let sure = |((key, class), count): (&(u32, u8), &u32)| {
            let total = all[key];
            (total >= seen && f64::from(*count) >= share * f64::from(total)).then_some((*key, *class))
        };
        Certain(self.0.iter().filter_map(sure).collect())
    }
}
