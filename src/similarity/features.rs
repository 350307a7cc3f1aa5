//! What an alignment and the order of words say of a pair of statements, as interpretable numbers.

use rustc_hash::FxHashMap;

use super::align::{Alignment, MOST_WORDS, Pair};
use super::sequence::{common_subsequence, edits, ngrams};
use super::words::{Word, WordClass, Words};
use crate::lexicon::WordRelation;

/// How many features there are.
pub const COUNT: usize = 32;

/// The values of the features, in the order of [`NAMES`].
pub type Features = [f64; COUNT];

/// The features by name. Each is symmetric; of two sides, `less` is the lower value and `more` the higher one.
pub const NAMES: [&str; COUNT] = [
    "coverage_less",
    "coverage_more",
    "told_less",
    "told_more",
    "nouns_less",
    "nouns_more",
    "verbs_less",
    "verbs_more",
    "free_names_less",
    "free_names_more",
    "free_numbers_less",
    "free_numbers_more",
    "free_dates_less",
    "free_dates_more",
    "free_negators",
    "free_modals",
    "antonyms",
    "related",
    "swapped_names",
    "swapped_words",
    "words_less",
    "words_more",
    "bigrams_less",
    "bigrams_more",
    "trigrams_less",
    "trigrams_more",
    "sequence_less",
    "sequence_more",
    "edits",
    "letters",
    "order",
    "length",
];

/// A pair with less strength than this leaves its words different ones.
const PARTNERS: f64 = 0.5;

/// What two passages with this alignment have in common and what not, in the order of [`NAMES`].
#[must_use]
pub fn features(a: &Words, b: &Words, alignment: &Alignment) -> Features {
    let x = PairedWords::new(a, alignment, |pair| pair.a);
    let y = PairedWords::new(b, alignment, |pair| pair.b);
    let (p, q) = keys(a, b, alignment);
    let mut row = FeatureRow { values: [0.0; COUNT], next: 0 };
    row.sides(alignment.coverage_a, alignment.coverage_b);
    row.sides(x.told(), y.told());
    row.sides(x.share(is_noun), y.share(is_noun));
    row.sides(x.share(is_verb), y.share(is_verb));
    for class in [WordClass::Name, WordClass::Number, WordClass::Date] {
        row.sides(x.free(class), y.free(class));
    }
    for class in [WordClass::Negator, WordClass::Modal] {
        row.value((x.free(class) - y.free(class)).abs());
    }
    let strength =
        |chosen: fn(WordRelation) -> bool| alignment.pairs.iter().filter(|p| chosen(p.relation)).map(|p| p.strength).sum::<f64>();
    row.value(strength(|r| r == WordRelation::Antonym));
    row.value(strength(|r| !matches!(r, WordRelation::Same | WordRelation::Antonym)) / p.len().min(q.len()).max(1) as f64);
    let (names, words) = swaps(&x, &y, &p, &q);
    row.value(names);
    row.value(words);
    for length in 1..=3 {
        let (less, more) = ngrams(&p, &q, length);
        row.sides(less, more);
    }
    let common = common_subsequence(&p, &q) as f64;
    row.sides(common / p.len().max(1) as f64, common / q.len().max(1) as f64);
    row.value(edits(&p, &q));
    row.value(letters(a, b));
    row.value(order(&alignment.pairs));
    row.value(((p.len() + q.len()).max(1) as f64).ln());
    row.values
}

/// The row of values as it fills.
struct FeatureRow {
    values: Features,
    next: usize,
}

impl FeatureRow {
    fn value(&mut self, value: f64) {
        self.values[self.next] = value;
        self.next += 1;
    }

    fn sides(&mut self, a: f64, b: f64) {
        self.value(a.min(b));
        self.value(a.max(b));
    }
}

/// One passage with how strongly each of its words is paired.
struct PairedWords<'w> {
    words: &'w [Word],
    strengths: Vec<f64>,
}

impl<'w> PairedWords<'w> {
    fn new(words: &'w Words, alignment: &Alignment, index: impl Fn(&Pair) -> usize) -> Self {
        let count = words.len().min(MOST_WORDS);
        let mut strengths = vec![0.0; count];
        for pair in alignment.pairs.iter().filter(|p| p.relation != WordRelation::Antonym) {
            strengths[index(pair)] = pair.strength;
        }
        Self { words: &words.words()[..count], strengths }
    }

    fn both(&self) -> impl Iterator<Item = (&Word, f64)> {
        self.words.iter().zip(self.strengths.iter().copied())
    }

    /// The share of the chosen words that is paired; 1 where there are none.
    fn share(&self, chosen: fn(&Word) -> bool) -> f64 {
        let (all, paired) = self.both().filter(|(w, _)| chosen(w)).fold((0.0, 0.0), |(all, paired), (_, s)| (all + 1.0, paired + s));
        if all > 0.0 { paired / all } else { 1.0 }
    }

    /// How many words of this class have no partner.
    fn free(&self, class: WordClass) -> f64 {
        self.both().filter(|(w, _)| w.class == class).map(|(_, s)| 1.0 - s).sum()
    }

    /// The share of what the passage tells that is paired: like its coverage, but figures and names count for more.
    fn told(&self) -> f64 {
        let weight = |index: usize| {
            let word = &self.words[index];
            let part_of_name = word.class == WordClass::Name && self.strengths[index] < PARTNERS && self.beside_paired_name(index);
            word.weight.powf(EMPHASIS) * importance(word.class) * if part_of_name { PART_OF_NAME } else { 1.0 }
        };
        let (mut all, mut paired) = (0.0, 0.0);
        for (index, strength) in self.strengths.iter().enumerate() {
            all += weight(index);
            paired += weight(index) * strength;
        }
        if all > 0.0 { paired / all } else { 0.0 }
    }

    /// "Janet" in "Janet Yellen" where the other passage says "Yellen".
    fn beside_paired_name(&self, index: usize) -> bool {
        let paired = |i: usize| self.words.get(i).is_some_and(|w| w.class == WordClass::Name) && self.strengths[i] > PARTNERS;
        paired(index + 1) || index.checked_sub(1).is_some_and(paired)
    }
}

/// How much a word of a class matters to what is told, beside its rarity. These factors gave the highest correlation of this one
/// share with the scores of STS headlines of 2013 (.82; .80 with every class alike).
fn importance(class: WordClass) -> f64 {
    match class {
        WordClass::Number => 2.0,
        WordClass::Date => 1.5,
        WordClass::Name | WordClass::Negator => 1.0,
        WordClass::Content => 0.6,
        WordClass::Modal => 0.5,
        WordClass::Function => 0.3,
    }
}

/// The power of the weight by rarity, found with [`importance`].
const EMPHASIS: f64 = 1.2;
/// What is left of the weight of a given name or surname whose other part is paired.
const PART_OF_NAME: f64 = 0.5;

fn is_verb(word: &Word) -> bool {
    word.class == WordClass::Content && word.tag.is_verb()
}

fn is_noun(word: &Word) -> bool {
    matches!(word.class, WordClass::Content | WordClass::Name) && !word.tag.is_verb()
}

/// The keys of both passages, a word of the second taking the key of its partner.
fn keys(a: &Words, b: &Words, alignment: &Alignment) -> (Vec<u64>, Vec<u64>) {
    let keys = |words: &Words| -> Vec<u64> { words.words().iter().take(MOST_WORDS).map(|w| w.key).collect() };
    let (p, mut q) = (keys(a), keys(b));
    for pair in alignment.pairs.iter().filter(|p| p.relation != WordRelation::Antonym && p.strength >= PARTNERS) {
        q[pair.b] = p[pair.a];
    }
    (p, q)
}

/// Words without a partner that stand in the same place, beside an equal word: "visits Britain", "visits Australia". The first
/// number is of names, numbers and dates, the second of other words; each by weight, half where only one neighbour is equal.
fn swaps(x: &PairedWords<'_>, y: &PairedWords<'_>, p: &[u64], q: &[u64]) -> (f64, f64) {
    let lonely = |side: &PairedWords<'_>| -> Vec<usize> {
        let chosen = side.both().enumerate().filter(|(_, (w, s))| *s < PARTNERS && w.class != WordClass::Function);
        chosen.map(|(index, _)| index).collect()
    };
    let neighbour = |keys: &[u64], index: Option<usize>| index.and_then(|i| keys.get(i).copied());
    let (mut names, mut words) = (0.0, 0.0);
    let others = lonely(y);
    for i in lonely(x) {
        for &j in &others {
            let left = neighbour(p, i.checked_sub(1)) == neighbour(q, j.checked_sub(1));
            let right = neighbour(p, Some(i + 1)) == neighbour(q, Some(j + 1));
            let (u, v) = (&x.words[i], &y.words[j]);
            let weight = u.weight.min(v.weight) * (f64::from(u8::from(left)) + f64::from(u8::from(right))) / 2.0;
            let named = u.class == v.class && matches!(u.class, WordClass::Name | WordClass::Number | WordClass::Date);
            *(if named { &mut names } else { &mut words }) += weight;
        }
    }
    (names, words)
}

/// The share of neighbouring pairs that stand in the same order on both sides.
fn order(pairs: &[Pair]) -> f64 {
    let kept = pairs.windows(2).filter(|w| w[1].b > w[0].b).count();
    kept as f64 / pairs.len().saturating_sub(1).max(1) as f64
}

/// How many groups of three letters the forms share (Dice), each by the weight of its word.
fn letters(a: &Words, b: &Words) -> f64 {
    let ((mut x, all_x), (y, all_y)) = (trigrams(a), trigrams(b));
    let mut common: Vec<f64> = y.iter().filter_map(|(gram, weight)| Some(weight.min(x.remove(gram)?))).collect();
    // added up in one order, whatever the order of the map
    common.sort_unstable_by(f64::total_cmp);
    let all = all_x + all_y;
    if all > 0.0 { 2.0 * common.iter().sum::<f64>() / all } else { 0.0 }
}

/// The groups of three letters with their weights, and the sum of these.
fn trigrams(words: &Words) -> (FxHashMap<[u8; 3], f64>, f64) {
    let (mut grams, mut all) = (FxHashMap::default(), 0.0);
    let mut padded = Vec::new();
    for (index, word) in words.words().iter().enumerate() {
        padded.clear();
        padded.push(b' ');
        padded.extend_from_slice(words.form(index).as_bytes());
        padded.push(b' ');
        for gram in padded.windows(3) {
            *grams.entry([gram[0], gram[1], gram[2]]).or_default() += word.weight;
            all += word.weight;
        }
    }
    (grams, all)
}
