//! The index: which claims have which words, and how well a claim answers to a message.

use rustc_hash::FxHashMap;

use super::message::plain;
use super::terms::{TermKind, for_each_term, weights_of};
use crate::lexicon::Lexicon;
use crate::similarity::{TermWeights, WordClass, Words, align};

/// What is searched: a claim, with the title it was published under if it has one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Entry<'a> {
    /// The claim itself.
    pub text: &'a str,
    /// The title of the article about it; empty where there is none.
    pub title: &'a str,
}

/// A claim that was found.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Hit {
    /// Its place among the entries.
    pub index: usize,
    /// How well it answers, 0 and more; only the order within one search means anything.
    pub score: f64,
}

// All weights below were set on 400 messages of CheckThat 2021 against 14,231 claims; each may be halved or doubled for less than
// .01 of mean average precision, except the letters, which give .01 in all.

/// What a word in the text and in the title counts for (BM25F, Robertson & Zaragoza 2009).
const FIELDS: [f32; 2] = [3.0, 2.0];
/// How far a longer text thins out its words.
const LENGTH: f64 = 0.3;
/// How soon a further occurrence of a word stops to count.
const SATURATION: f64 = 1.2;
/// What a group of letters counts beside a whole word: it finds "bedbugs" in "bed bugs" and words in unsplit tags.
const LETTERS: f64 = 0.25;
/// Candidates of the word index whose words are aligned with the message.
const CANDIDATES: usize = 60;
/// What the share of the claim's text that the message covers adds to the candidate's score, which is at most 1.
const TEXT_COVERED: f64 = 0.6;
/// The same of the title.
const TITLE_COVERED: f64 = 0.4;
/// What the share of the message that the claim covers adds.
const MESSAGE_COVERED: f64 = 0.7;

#[derive(Clone, Copy, Debug)]
struct Posting {
    entry: u32,
    /// How often the term stands in the fields, weighed and made independent of their lengths.
    frequency: f32,
}

/// An index of claims. Building it reads all of them; searches are independent of each other, so a caller may run them on all
/// cores.
///
/// ```
/// use corroborate::lexicon::Lexicon;
/// use corroborate::search::{Entry, SearchIndex};
/// let claims = ["The harbour bridge in Velmouth was sold to a bank.", "A bear was elected mayor of Orrin."];
/// let index = SearchIndex::new(claims.map(|text| Entry { text, title: "" }), Lexicon::english());
/// let hits = index.search("omg they SOLD the #VelmouthBridge", 5);
/// assert_eq!(hits[0].index, 0);
/// ```
#[derive(Debug)]
pub struct SearchIndex<'l> {
    lexicon: &'l Lexicon,
    weights: TermWeights<'l>,
    terms: FxHashMap<Box<str>, usize>,
    postings: Vec<Vec<Posting>>,
    /// The text and the title of each entry.
    claims: Vec<[Words; 2]>,
}

impl<'l> SearchIndex<'l> {
    /// Reads the entries.
    #[must_use]
    pub fn new<'a>(entries: impl IntoIterator<Item = Entry<'a>>, lexicon: &'l Lexicon) -> Self {
        let entries: Vec<Entry<'a>> = entries.into_iter().collect();
        let weights = weights_of(entries.iter().map(|e| e.text), lexicon);
        let mut index = Self { lexicon, weights, terms: FxHashMap::default(), postings: Vec::new(), claims: Vec::new() };
        index.claims = entries.iter().map(|e| [index.read(e.text), index.read(e.title)]).collect();
        let mean = |field: usize| index.claims.iter().map(|c| c[field].len()).sum::<usize>() as f64 / entries.len().max(1) as f64;
        let means = [mean(0).max(1.0), mean(1).max(1.0)];
        let claims = std::mem::take(&mut index.claims);
        for (entry, fields) in claims.iter().enumerate() {
            index.add(entry as u32, fields, means);
        }
        index.claims = claims;
        index
    }

    /// A passage without the words that every passage has.
    fn read(&self, text: &str) -> Words {
        Words::read(text, self.lexicon, &self.weights).mask(|word| matches!(word.class, WordClass::Function | WordClass::Modal))
    }

    fn add(&mut self, entry: u32, fields: &[Words; 2], means: [f64; 2]) {
        for ((words, weight), mean) in fields.iter().zip(FIELDS).zip(means) {
            let length = 1.0 - LENGTH + LENGTH * words.len() as f64 / mean;
            let frequency = weight / length as f32;
            for_each_term(words, |term, _| {
                let postings = self.postings_of(term);
                match postings.last_mut().filter(|p| p.entry == entry) {
                    Some(posting) => posting.frequency += frequency,
                    None => postings.push(Posting { entry, frequency }),
                }
            });
        }
    }

    fn postings_of(&mut self, term: &str) -> &mut Vec<Posting> {
        let number = self.terms.get(term).copied().unwrap_or(self.postings.len());
        if number == self.postings.len() {
            self.terms.insert(term.into(), number);
            self.postings.push(Vec::new());
        }
        &mut self.postings[number]
    }

    /// The `count` entries that answer best to a message, best first; those that share no word with it are left out.
    #[must_use]
    pub fn search(&self, message: &str, count: usize) -> Vec<Hit> {
        let message = self.read(&plain(message));
        let mut hits = self.candidates(&message, CANDIDATES.max(count));
        let best = hits.first().map_or(1.0, |hit| hit.score);
        for hit in &mut hits {
            let [text, title] = self.claims[hit.index].each_ref().map(|words| align(words, &message, self.lexicon));
            let message_covered = text.coverage_b.max(title.coverage_b);
            hit.score =
                hit.score / best + TEXT_COVERED * text.coverage_a + TITLE_COVERED * title.coverage_a + MESSAGE_COVERED * message_covered;
        }
        hits.sort_unstable_by(better);
        hits.truncate(count);
        hits
    }

    /// The entries with the best sums over terms, best first.
    fn candidates(&self, message: &Words, count: usize) -> Vec<Hit> {
        let mut terms: Vec<(usize, TermKind)> = Vec::new();
        for_each_term(message, |term, kind| terms.extend(self.terms.get(term).map(|number| (*number, kind))));
        terms.sort_unstable();
        terms.dedup();
        let mut scores = vec![0.0; self.claims.len()];
        for (number, kind) in terms {
            let postings = &self.postings[number];
            let (all, with) = (self.claims.len() as f64, postings.len() as f64);
            let rarity = ((all - with + 0.5) / (with + 0.5) + 1.0).ln();
            let weight = if kind == TermKind::Letters { LETTERS * rarity } else { rarity };
            for posting in postings {
                let frequency = f64::from(posting.frequency);
                scores[posting.entry as usize] += weight * frequency / (SATURATION + frequency);
            }
        }
        let found = scores.iter().enumerate().filter(|(_, score)| **score > 0.0);
        let mut hits: Vec<Hit> = found.map(|(index, score)| Hit { index, score: *score }).collect();
        if hits.len() > count {
            hits.select_nth_unstable_by(count, better);
            hits.truncate(count);
        }
        hits.sort_unstable_by(better);
        hits
    }
}

fn better(a: &Hit, b: &Hit) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.index.cmp(&b.index))
}

#[cfg(test)]
mod tests {
    use super::*;

    const CLAIMS: [Entry<'static>; 4] = [
        Entry { text: "The harbour bridge in Velmouth was sold to a bank for $7 million.", title: "Velmouth bridge sold?" },
        Entry { text: "A bear was elected mayor of Orrin.", title: "Did Orrin elect a bear?" },
        Entry { text: "Drinking sea water cures the flu.", title: "" },
        Entry { text: "Bed bugs closed the Skerry radio station.", title: "" },
    ];

    #[test]
    fn the_claim_that_a_message_repeats() {
        let index = SearchIndex::new(CLAIMS, Lexicon::english());
        for (phenomenon, message, want) in [
            ("the same words", "they sold the harbour bridge", Some(0)),
            ("a tag of several words", "unbelievable #VelmouthBridge", Some(0)),
            ("another form", "selling a bridge to banks for seven million dollars", Some(0)),
            ("another word", "so a bear gets chosen as the town's mayor", Some(1)),
            ("the title", "orrin elects bear lol", Some(1)),
            ("one word for two", "bedbugs at Radio Skerry", Some(3)),
            ("nothing in common", "xyzzy", None),
            ("nothing", "", None),
        ] {
            assert_eq!(index.search(message, 3).first().map(|hit| hit.index), want, "{phenomenon}");
        }
    }

    #[test]
    fn no_claims_no_hits() {
        assert!(SearchIndex::new([], Lexicon::english()).search("a bridge", 5).is_empty());
        let index = SearchIndex::new(CLAIMS, Lexicon::english());
        assert_eq!(index.search("bridge bear bugs water", 2).len(), 2);
        assert_eq!(index.search("bridge", 0), []);
    }
}
