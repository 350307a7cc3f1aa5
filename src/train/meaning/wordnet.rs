//! The parts of WordNet's database that are used: synsets with their pointers, and how often each sense was tagged.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

/// The suffixes of the database's files with the part of speech each holds.
const PARTS: [(&str, char); 4] = [("noun", 'n'), ("verb", 'v'), ("adj", 'a'), ("adv", 'r')];

/// A synset's place: part of speech and byte offset in its file.
pub type SynsetId = (char, u32);

/// Words with one sense.
#[derive(Debug, Default)]
pub struct Synset {
    /// The members in lower case, `None` for those of several words.
    pub words: Vec<Option<String>>,
    /// What it points to.
    pub pointers: Vec<Pointer>,
}

/// A pointer from one synset, or one word of it, to another.
#[derive(Debug)]
pub struct Pointer {
    /// WordNet's symbol: `!` antonym, `+` derivation, `@` hypernym, `&` similar, `\` pertains to.
    pub symbol: String,
    /// The synset pointed to.
    pub target: SynsetId,
    /// The indexes of the two words, where the pointer is between words.
    pub words: Option<(usize, usize)>,
}

/// The database.
#[derive(Debug, Default)]
pub struct WordNet {
    /// All synsets, in order.
    pub synsets: BTreeMap<SynsetId, Synset>,
    /// The senses of a word, the most frequent first within a part of speech, each with its share of the word's use.
    pub senses: BTreeMap<String, Vec<(SynsetId, f64)>>,
    /// How often a word was tagged as this part of speech.
    pub counts: HashMap<(String, char), f64>,
}

impl WordNet {
    /// Reads `index.*`, `data.*` and `cntlist.rev`.
    pub fn read(folder: &Path) -> Result<Self> {
        let mut wordnet = Self::default();
        let counts = open(folder, "cntlist.rev")?;
        let tagged = tagged_senses(&counts);
        for (name, part) in PARTS {
            wordnet.read_synsets(&open(folder, &format!("data.{name}"))?, part);
            wordnet.read_index(&open(folder, &format!("index.{name}"))?, part, &tagged);
        }
        for senses in wordnet.senses.values_mut() {
            let total: f64 = senses.iter().map(|(_, count)| count).sum();
            senses.iter_mut().for_each(|(_, count)| *count /= total);
        }
        Ok(wordnet)
    }

    /// How often the word was tagged, in any part of speech.
    pub fn count(&self, word: &str) -> f64 {
        PARTS.iter().map(|(_, part)| self.count_as(word, *part)).sum()
    }

    /// How often the word was tagged as this part of speech.
    pub fn count_as(&self, word: &str, part: char) -> f64 {
        self.counts.get(&(word.to_owned(), part)).copied().unwrap_or(0.0)
    }

    /// The share of a word's use that falls to a synset.
    pub fn share(&self, word: &str, synset: SynsetId) -> f64 {
        let senses = self.senses.get(word).map_or(&[][..], Vec::as_slice);
        senses.iter().filter(|(id, _)| *id == synset).map(|(_, share)| *share).sum()
    }

    fn read_synsets(&mut self, text: &str, part: char) {
        for line in text.lines().filter(|l| !l.starts_with("  ")) {
            let cells: Vec<&str> = line.split(" | ").next().unwrap_or("").split_whitespace().collect();
            let count = usize::from_str_radix(cells[3], 16).unwrap_or(0);
            let words = (0..count).map(|i| plain_word(cells[4 + 2 * i])).collect();
            let pointers = cells[5 + 2 * count..].chunks_exact(4).map_while(pointer).collect();
            self.synsets.insert((part, cells[0].parse().unwrap_or(0)), Synset { words, pointers });
        }
    }

    fn read_index(&mut self, text: &str, part: char, tagged: &HashMap<(&str, char, usize), f64>) {
        for line in text.lines().filter(|l| !l.starts_with("  ")) {
            let cells: Vec<&str> = line.split_whitespace().collect();
            let Some(word) = plain_word(cells[0]) else { continue };
            let offsets = cells.iter().filter(|c| c.len() == 8 && c.bytes().all(|b| b.is_ascii_digit()));
            for (rank, offset) in offsets.enumerate() {
                let count = tagged.get(&(cells[0], part, rank + 1)).copied().unwrap_or(0.0);
                *self.counts.entry((word.clone(), part)).or_default() += count;
                // a sense that was never tagged still has some use, the less the later it is listed
                let use_of_sense = count + 1.0 / (rank + 1) as f64;
                self.senses.entry(word.clone()).or_default().push(((part, offset.parse().unwrap_or(0)), use_of_sense));
            }
        }
    }
}

fn open(folder: &Path, name: &str) -> Result<String> {
    let path = folder.join(name);
    fs::read_to_string(&path).with_context(|| path.display().to_string())
}

/// How often each sense was tagged: (lemma, part of speech, sense number).
fn tagged_senses(text: &str) -> HashMap<(&str, char, usize), f64> {
    let mut result = HashMap::new();
    for line in text.lines() {
        let mut cells = line.split_whitespace();
        let (Some(key), Some(number), Some(count)) = (cells.next(), cells.next(), cells.next()) else { continue };
        let Some((lemma, sense)) = key.split_once('%') else { continue };
        let part = match sense.as_bytes().first() {
            Some(b'1') => 'n',
            Some(b'2') => 'v',
            Some(b'4') => 'r',
            _ => 'a',
        };
        let count: f64 = count.parse().unwrap_or(0.0);
        *result.entry((lemma, part, number.parse().unwrap_or(0))).or_default() += count;
    }
    result
}

/// A single word of letters and hyphens in lower case, without its syntactic marker (`(a)`, `(p)`).
fn plain_word(cell: &str) -> Option<String> {
    let word = cell.split('(').next().unwrap_or("");
    let letters = word.starts_with(|c: char| c.is_ascii_alphabetic()) && word.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    (letters && word.len() > 1).then(|| word.to_ascii_lowercase())
}

fn pointer(cells: &[&str]) -> Option<Pointer> {
    let [symbol, offset, part, words] = cells else { return None };
    let part = part.chars().next().filter(char::is_ascii_alphabetic)?;
    let index = |range| usize::from_str_radix(words.get(range)?, 16).ok()?.checked_sub(1);
    Some(Pointer { symbol: (*symbol).to_owned(), target: (part, offset.parse().ok()?), words: index(0..2).zip(index(2..4)) })
}
