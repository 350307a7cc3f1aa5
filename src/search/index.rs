//! The index: which claims have which words, and how well a claim answers to a message.

use rustc_hash::FxHashMap;

use super::message::plain;
use crate::lexicon::Lexicon;
use crate::similarity::{TermWeights, Words, align};

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

/// Weights of the two fields and of their lengths (BM25F, Robertson & Zaragoza 2009).
const FIELDS: [Field; 2] = [Field { weight: 1.0, length: 0.4 }, Field { weight: 0.8, length: 0.4 }];
/// How soon a further occurrence of a word stops to count.
const SATURATION: f64 = 1.2;
/// Candidates of the word index that are aligned.
const CANDIDATES: usize = 40;
/// What the coverage of the claim by the message adds, as a multiple of the candidate's score.
const COVERAGE: f64 = 1.0;

struct Field {
    weight: f64,
    length: f64,
}

#[derive(Clone, Copy, Debug)]
struct Posting {
    entry: u32,
    /// How often the word stands in the fields, weighed and made independent of their lengths.
    frequency: f32,
}

/// An index of claims. Building it reads all of them; searching is independent per message, so a caller may run searches on
/// all cores.
///
/// ```
/// use corroborate::lexicon::Lexicon;
/// use corroborate::search::{Entry, SearchIndex};
/// let claims = ["The harbour bridge in Velmouth was sold to a bank.", "A bear was elected mayor of Orrin."];
/// let index = SearchIndex::new(claims.map(|text| Entry { text, title: "" }), Lexicon::english());
/// let hits = index.search("omg they SOLD the #VelmouthBridge", 5);
/// assert_eq!(hits[0].index, 0);
/// assert_eq!(hits.len(), 1);
/// ```
#[derive(Debug)]
pub struct SearchIndex<'l> {
    lexicon: &'l Lexicon,
    weights: TermWeights<'l>,
    terms: FxHashMap<Box<str>, u32>,
    postings: Vec<Vec<Posting>>,
    claims: Vec<Words>,
}

impl<'l> SearchIndex<'l> {
    /// Reads the entries.
    #[must_use]
    pub fn new<'a>(entries: impl IntoIterator<Item = Entry<'a>>, lexicon: &'l Lexicon) -> Self {
        let weights = TermWeights::background(lexicon);
        let fields: Vec<[Words; 2]> =
            entries.into_iter().map(|e| [e.text, e.title].map(|text| Words::read(text, lexicon, &weights))).collect();
        let mean = |field: usize| (fields.iter().map(|f| f[field].len()).sum::<usize>() as f64 / fields.len().max(1) as f64).max(1.0);
        let means = [mean(0), mean(1)];
        let mut index = Self { lexicon, weights, terms: FxHashMap::default(), postings: Vec::new(), claims: Vec::new() };
        for (entry, both) in fields.iter().enumerate() {
            index.add(entry as u32, both, means);
        }
        index.claims = fields.into_iter().map(|[text, title]| if text.is_empty() { title } else { text }).collect();
        index
    }

    fn add(&mut self, entry: u32, fields: &[Words; 2], means: [f64; 2]) {
        for ((words, field), mean) in fields.iter().zip(FIELDS).zip(means) {
            let length = 1.0 - field.length + field.length * words.len() as f64 / mean;
            for position in 0..words.len() {
                let next = self.terms.len() as u32;
                let term = *self.terms.entry(words.form(position).into()).or_insert(next);
                if term == next {
                    self.postings.push(Vec::new());
                }
                let postings = &mut self.postings[term as usize];
                let frequency = (field.weight / length) as f32;
                match postings.last_mut().filter(|p| p.entry == entry) {
                    Some(posting) => posting.frequency += frequency,
                    None => postings.push(Posting { entry, frequency }),
                }
            }
        }
    }

    /// The `count` entries that answer best to a message, best first; those that share no word with it are left out.
    #[must_use]
    pub fn search(&self, message: &str, count: usize) -> Vec<Hit> {
        let message = Words::read(&plain(message), self.lexicon, &self.weights);
        let mut hits = self.candidates(&message, CANDIDATES.max(count));
        let best = hits.first().map_or(1.0, |h| h.score);
        for hit in &mut hits {
            let alignment = align(&self.claims[hit.index], &message, self.lexicon);
            hit.score = hit.score / best + COVERAGE * alignment.coverage_a;
        }
        order(&mut hits);
        hits.truncate(count);
        hits
    }

    /// The entries with the best word scores.
    fn candidates(&self, message: &Words, count: usize) -> Vec<Hit> {
        let mut terms: Vec<u32> = (0..message.len()).filter_map(|i| self.terms.get(message.form(i)).copied()).collect();
        terms.sort_unstable();
        terms.dedup();
        let mut scores = vec![0.0; self.claims.len()];
        for term in terms {
            let postings = &self.postings[term as usize];
            let (all, with) = (self.claims.len() as f64, postings.len() as f64);
            let weight = ((all - with + 0.5) / (with + 0.5) + 1.0).ln();
            for posting in postings {
                let frequency = f64::from(posting.frequency);
                scores[posting.entry as usize] += weight * frequency / (SATURATION + frequency);
            }
        }
        let mut hits: Vec<Hit> =
            scores.iter().enumerate().filter(|(_, s)| **s > 0.0).map(|(index, score)| Hit { index, score: *score }).collect();
        if hits.len() > count {
            hits.select_nth_unstable_by(count, better);
            hits.truncate(count);
        }
        order(&mut hits);
        hits
    }
}

fn better(a: &Hit, b: &Hit) -> std::cmp::Ordering {
    b.score.total_cmp(&a.score).then(a.index.cmp(&b.index))
}

fn order(hits: &mut [Hit]) {
    hits.sort_unstable_by(better);
}
