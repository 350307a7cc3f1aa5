//! Which word of one passage answers to which of the other.

use super::words::{COUNTRY, WordClass, Words};
use crate::lexicon::{Lexicon, WordRelation};

/// Words further on are not aligned, so that the cost of two long passages stays bounded.
pub(super) const MOST_WORDS: usize = 256;

/// What an equal neighbour on either side adds to a candidate's strength: it decides between two equally good partners.
const NEIGHBOUR: f64 = 0.1;

/// How alike two names must be spelled (Jaro-Winkler): "Kadyrov" and "Kadirov" are .93, "Martin" and "Marvin" .91 in the head.
const SPELLED: f64 = 0.92;

/// The strength of an acronym's pairs, and of one word that is written as two.
const JOINED: f64 = 0.9;

/// The strength of two words of one concept ("unveil", "announce"), and of a capital and its country.
const CONCEPT: f64 = 0.8;

/// Two words that answer to each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pair {
    /// The word's index in the first passage.
    pub a: usize,
    /// Its partner's index in the second one.
    pub b: usize,
    /// How they are related.
    pub relation: WordRelation,
    /// How strongly, 0 to 1.
    pub strength: f64,
}

/// The word pairs of two passages, and how much of either they cover.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Alignment {
    /// The pairs, in the order of the first passage. Antonyms are paired too, but cover nothing.
    pub pairs: Vec<Pair>,
    /// The share of the first passage's weight that has a partner, 0 to 1; 0 where there is no word.
    pub coverage_a: f64,
    /// The same of the second passage.
    pub coverage_b: f64,
}

/// Aligns two passages: equal forms first, then related words, then names that are spelled alike.
///
/// Each word has one partner at most, except that an acronym answers to all the words it stands for. Masked words take no
/// part. Swapping the passages swaps the pairs.
///
/// ```
/// use corroborate::lexicon::{Lexicon, WordRelation};
/// use corroborate::similarity::{TermWeights, Words, align};
/// let lexicon = Lexicon::english();
/// let weights = TermWeights::background(lexicon);
/// let a = Words::read("The council rejected the plan.", lexicon, &weights);
/// let b = Words::read("The plan was rejected by the council.", lexicon, &weights);
/// let alignment = align(&a, &b, lexicon);
/// assert_eq!(a.form(alignment.pairs[1].a), b.form(alignment.pairs[1].b));
/// assert!(alignment.coverage_a > 0.9);
/// ```
#[must_use]
pub fn align(a: &Words, b: &Words, lexicon: &Lexicon) -> Alignment {
    if b.before(a) {
        return align_ordered(b, a, lexicon).swapped();
    }
    align_ordered(a, b, lexicon)
}

fn align_ordered(a: &Words, b: &Words, lexicon: &Lexicon) -> Alignment {
    let mut aligner = Aligner { a, b, lexicon, taken_a: Set::default(), taken_b: Set::default(), pairs: Vec::with_capacity(a.len()) };
    aligner.take(Aligner::equal);
    aligner.take(Aligner::related);
    aligner.join();
    aligner.pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
    let coverage_a = coverage(a, &aligner.pairs, |pair| pair.a);
    let coverage_b = coverage(b, &aligner.pairs, |pair| pair.b);
    Alignment { pairs: aligner.pairs, coverage_a, coverage_b }
}

impl Alignment {
    /// The alignment of the same passages in the other order.
    pub(super) fn swapped(mut self) -> Self {
        for pair in &mut self.pairs {
            std::mem::swap(&mut pair.a, &mut pair.b);
        }
        self.pairs.sort_unstable_by_key(|pair| (pair.a, pair.b));
        Self { pairs: self.pairs, coverage_a: self.coverage_b, coverage_b: self.coverage_a }
    }
}

/// The share of a passage's weight that has a partner; each word counts once.
fn coverage(words: &Words, pairs: &[Pair], index: impl Fn(&Pair) -> usize) -> f64 {
    let all: f64 = words.words().iter().filter(|w| !w.masked).map(|w| w.weight).sum();
    let mut seen = Set::default();
    let mut covered = 0.0;
    for pair in pairs.iter().filter(|p| p.relation != WordRelation::Antonym) {
        if !seen.has(index(pair)) {
            seen.add(index(pair));
            covered += words.words()[index(pair)].weight * pair.strength;
        }
    }
    if all > 0.0 { covered / all } else { 0.0 }
}

/// A set of word indexes.
#[derive(Clone, Copy, Default)]
struct Set([u64; MOST_WORDS / 64]);

impl Set {
    fn has(&self, index: usize) -> bool {
        self.0[index / 64] & (1 << (index % 64)) != 0
    }

    fn add(&mut self, index: usize) {
        self.0[index / 64] |= 1 << (index % 64);
    }
}

struct Aligner<'w> {
    a: &'w Words,
    b: &'w Words,
    lexicon: &'w Lexicon,
    taken_a: Set,
    taken_b: Set,
    pairs: Vec<Pair>,
}

impl Aligner<'_> {
    /// Takes the best pairs among the free words, as `judge` sees them.
    fn take(&mut self, judge: fn(&Self, usize, usize) -> Option<(WordRelation, f64)>) {
        let mut candidates: Vec<(f64, Pair)> = Vec::with_capacity(self.a.len() * 2);
        for a in self.free(self.a, self.taken_a) {
            for b in self.free(self.b, self.taken_b) {
                if let Some((relation, strength)) = judge(self, a, b) {
                    let rank = strength + NEIGHBOUR * self.equal_neighbours(a, b) - 0.01 * self.displacement(a, b);
                    candidates.push((rank, Pair { a, b, relation, strength }));
                }
            }
        }
        candidates
            .sort_unstable_by(|(x, p), (y, q)| y.total_cmp(x).then((p.a + p.b, p.a.abs_diff(p.b)).cmp(&(q.a + q.b, q.a.abs_diff(q.b)))));
        for (_, pair) in candidates {
            if !self.taken_a.has(pair.a) && !self.taken_b.has(pair.b) {
                self.add(pair);
            }
        }
    }

    fn add(&mut self, pair: Pair) {
        self.taken_a.add(pair.a);
        self.taken_b.add(pair.b);
        self.pairs.push(pair);
    }

    fn free<'s>(&self, words: &'s Words, taken: Set) -> impl Iterator<Item = usize> + use<'s> {
        let count = words.len().min(MOST_WORDS);
        (0..count).filter(move |i| !words.words()[*i].masked && !taken.has(*i))
    }

    fn equal(&self, a: usize, b: usize) -> Option<(WordRelation, f64)> {
        let (x, y) = (&self.a.words()[a], &self.b.words()[b]);
        (x.key == y.key).then_some((WordRelation::Same, 1.0))
    }

    fn related(&self, a: usize, b: usize) -> Option<(WordRelation, f64)> {
        let (x, y) = (&self.a.words()[a], &self.b.words()[b]);
        if !x.class.is_open() || !y.class.is_open() {
            return None;
        }
        let listed = x
            .lemma
            .zip(y.lemma)
            .and_then(|(p, q)| if p == q { Some((WordRelation::Same, 1.0)) } else { self.lexicon.relation_of_ids(p, q) });
        let shared = x.concepts.iter().find(|c| **c != 0 && y.concepts.contains(c));
        let shared = shared.map(|c| (if c & COUNTRY != 0 { WordRelation::Broader } else { WordRelation::Synonym }, CONCEPT));
        let best = if listed.is_some_and(|(_, strength)| strength >= CONCEPT) { listed } else { shared.or(listed) };
        if best.is_some() || (x.lemma.is_some() && y.lemma.is_some()) {
            return best;
        }
        let (p, q) = (self.a.form(a), self.b.form(b));
        let comparable = p.len() >= 4 && q.len() >= 4 && (x.class == WordClass::Name || y.class == WordClass::Name);
        let likeness = if comparable { strsim::jaro_winkler(p, q) } else { 0.0 };
        (likeness >= SPELLED).then_some((WordRelation::Spelled, likeness))
    }

    fn equal_neighbours(&self, a: usize, b: usize) -> f64 {
        let same = |a: Option<usize>, b: Option<usize>| {
            let words = a.and_then(|a| self.a.words().get(a)).zip(b.and_then(|b| self.b.words().get(b)));
            words.is_some_and(|(x, y)| x.key == y.key)
        };
        f64::from(u8::from(same(a.checked_sub(1), b.checked_sub(1)))) + f64::from(u8::from(same(Some(a + 1), Some(b + 1))))
    }

    /// How far apart the two stand, as shares of their passages.
    fn displacement(&self, a: usize, b: usize) -> f64 {
        (a as f64 / self.a.len() as f64 - b as f64 / self.b.len() as f64).abs()
    }

    /// Acronyms with the words they stand for, and words written as one or as two.
    fn join(&mut self) {
        for single in 0..self.a.len().min(MOST_WORDS) {
            for part in self.joined(self.a, single, self.taken_a, self.b, self.taken_b) {
                self.add(Pair { a: single, b: part, relation: WordRelation::Spelled, strength: JOINED });
            }
        }
        for single in 0..self.b.len().min(MOST_WORDS) {
            for part in self.joined(self.b, single, self.taken_b, self.a, self.taken_a) {
                self.add(Pair { a: part, b: single, relation: WordRelation::Spelled, strength: JOINED });
            }
        }
    }

    /// The free words of `many` that the free word `single` of `one` abbreviates or joins.
    fn joined(&self, one: &Words, single: usize, taken_one: Set, many: &Words, taken_many: Set) -> Vec<usize> {
        let word = &one.words()[single];
        if word.masked || taken_one.has(single) || !word.class.is_open() {
            return Vec::new();
        }
        let free: Vec<usize> = self.free(many, taken_many).filter(|i| many.words()[*i].class.is_open()).collect();
        run_of(one.form(single), many, &free).map_or_else(Vec::new, <[usize]>::to_vec)
    }
}

/// The run of words that `form` abbreviates or joins: "iaea", "healthcar".
fn run_of<'f>(form: &str, many: &Words, free: &'f [usize]) -> Option<&'f [usize]> {
    if form.len() < 2 || !form.is_ascii() {
        return None;
    }
    let initials = |run: &[usize]| run.iter().zip(form.bytes()).all(|(i, letter)| many.form(*i).as_bytes().first() == Some(&letter));
    let acronym = free.windows(form.len()).find(|run| form.len() <= 6 && initials(run));
    acronym.or_else(|| {
        // stemming may have taken a letter or two from the seam or the end
        let both = |run: &&[usize]| {
            let (first, second) = (many.form(run[0]), many.form(run[1]));
            let rest = form.strip_prefix(first).filter(|rest| rest.len() >= 3 && rest.len().abs_diff(second.len()) <= 2);
            run[0] + 1 == run[1] && rest.is_some_and(|rest| rest.ends_with(second) || second.starts_with(rest))
        };
        free.windows(2).find(both)
    })
}

#[cfg(test)]
mod tests {
    use super::super::weights::TermWeights;
    use super::*;

    /// The pairs whose forms differ, with their relation.
    fn related(a: &str, b: &str) -> Vec<(String, String, WordRelation)> {
        let lexicon = Lexicon::english();
        let weights = TermWeights::background(lexicon);
        let (a, b) = (Words::read(a, lexicon, &weights), Words::read(b, lexicon, &weights));
        let pairs = align(&a, &b, lexicon).pairs;
        let named = pairs.iter().map(|p| (a.form(p.a).to_owned(), b.form(p.b).to_owned(), p.relation));
        named.filter(|(x, y, _)| x != y).collect()
    }

    #[test]
    fn words_that_answer_to_each_other() {
        use WordRelation::*;
        for (phenomenon, a, b, want) in [
            ("an irregular form", "the price rose", "the price rises", vec![("rose", "rise", Same)]),
            ("a derivation", "they concluded it", "the conclusion", vec![("conclud", "conclus", Derived)]),
            ("a synonym", "a physician came", "a doctor came", vec![("physician", "dr", Synonym)]),
            ("opposites", "prices rose", "prices fell", vec![("rose", "fell", Antonym)]),
            ("a name spelled otherwise", "met Kadyrov", "met Kadirov", vec![("kadyrov", "kadirov", Spelled)]),
            (
                "one word or two",
                "healthcare bill",
                "health care bill",
                vec![("healthcar", "health", Spelled), ("healthcar", "care", Spelled)],
            ),
            ("another thing", "the bridge", "the ministry", vec![]),
        ] {
            let got = related(a, b);
            let got: Vec<_> = got.iter().map(|(x, y, relation)| (x.as_str(), y.as_str(), *relation)).collect();
            assert_eq!(got, want, "{phenomenon}");
        }
    }

    #[test]
    fn an_equal_neighbour_decides() {
        let lexicon = Lexicon::english();
        let read = |text: &str| Words::read(text, lexicon, &TermWeights::background(lexicon));
        let (a, b) = (read("red bridge"), read("blue bridge near red bridge"));
        let pairs: Vec<_> = align(&a, &b, lexicon).pairs.iter().map(|p| (p.a, p.b)).collect();
        assert_eq!(pairs, [(0, 3), (1, 4)]);
    }

    #[test]
    fn nothing_covers_nothing() {
        let lexicon = Lexicon::english();
        assert_eq!(align(&Words::default(), &Words::default(), lexicon), Alignment::default());
    }
}
