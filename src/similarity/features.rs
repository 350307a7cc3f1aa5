//! What an alignment and the order of words say of a pair of statements, as interpretable numbers.

use rustc_hash::FxHashMap;

use super::align::Alignment;
use super::words::{Word, WordClass, Words};
use crate::lexicon::WordRelation;

/// How many features there are.
pub const COUNT: usize = 51;

/// The values of the features, in the order of [`NAMES`].
pub type Features = [f64; COUNT];

/// The features by name, in the order of [`features`]. Each is symmetric; `less` is the lower of the two sides, `more` the higher.
pub const NAMES: [&str; COUNT] = [
    "coverage_less",
    "coverage_more",
    "content_less",
    "content_more",
    "names_less",
    "names_more",
    "name_free_less",
    "name_free_more",
    "number_free_less",
    "number_free_more",
    "date_free_less",
    "date_free_more",
    "negators",
    "antonyms",
    "modals",
    "free_less",
    "free_more",
    "words_less",
    "words_more",
    "bigrams_less",
    "bigrams_more",
    "trigrams_less",
    "trigrams_more",
    "fourgrams_less",
    "fourgrams_more",
    "sequence_less",
    "sequence_more",
    "edits",
    "letters",
    "length_ratio",
    "length",
    "related",
    "order",
    "run",
    "heaviest_less",
    "heaviest_more",
    "first",
    "last",
    "verbs_less","verbs_more","nouns_less","nouns_more","swap_name","swap_other","rare_less","rare_more","given_less","given_more","letters4","told_less","told_more",
];

/// What two passages with this alignment have in common and what not, in the order of [`NAMES`].
#[must_use]
pub fn features(a: &Words, b: &Words, alignment: &Alignment) -> Features {
    let x = Side::new(a, alignment, |p| p.a);
    let y = Side::new(b, alignment, |p| p.b);
    let mut r = Vec::new();
    let mut two = |p: f64, q: f64| {
        r.push(p.min(q));
        r.push(p.max(q));
    };
    two(alignment.coverage_a, alignment.coverage_b);
    let open = |w: &Word| matches!(w.class, WordClass::Content | WordClass::Name | WordClass::Number);
    two(x.share(open), y.share(open));
    two(x.share(|w| w.class == WordClass::Name), y.share(|w| w.class == WordClass::Name));
    two(x.free(|w| w.class == WordClass::Name), y.free(|w| w.class == WordClass::Name));
    two(x.free(|w| w.class == WordClass::Number), y.free(|w| w.class == WordClass::Number));
    two(x.free(|w| w.class == WordClass::Date), y.free(|w| w.class == WordClass::Date));
    let neg = (x.free(|w| w.class == WordClass::Negator) - y.free(|w| w.class == WordClass::Negator)).abs();
    let modal = (x.free(|w| w.class == WordClass::Modal) - y.free(|w| w.class == WordClass::Modal)).abs();
    let ant = alignment.pairs.iter().filter(|p| p.relation == WordRelation::Antonym).map(|p| p.strength).sum::<f64>();
    r.extend([neg, ant, modal]);
    let mut two = |p: f64, q: f64| {
        r.push(p.min(q));
        r.push(p.max(q));
    };
    two(x.free_weight(), y.free_weight());
    let ka: Vec<u64> = a.words().iter().map(|w| w.key).collect();
    // partner keys: b's words take the key of their partner
    let mut kb: Vec<u64> = b.words().iter().map(|w| w.key).collect();
    for p in &alignment.pairs {
        if p.relation != WordRelation::Antonym && p.strength >= 0.5 {
            kb[p.b] = ka[p.a];
        }
    }
    for n in 1..=4 {
        let (p, q) = ngrams(&ka, &kb, n);
        two(p, q);
    }
    let l = lcs(&ka, &kb) as f64;
    two(l / ka.len().max(1) as f64, l / kb.len().max(1) as f64);
    r.push(edits(&ka, &kb));
    r.push(letters(a, b));
    let (m, n) = (ka.len().max(1) as f64, kb.len().max(1) as f64);
    r.push(m.min(n) / m.max(n));
    r.push((m + n).ln());
    let rel = alignment
        .pairs
        .iter()
        .filter(|p| !matches!(p.relation, WordRelation::Same | WordRelation::Antonym))
        .map(|p| p.strength)
        .sum::<f64>();
    r.push(rel / m.min(n));
    let kept = alignment.pairs.windows(2).filter(|w| w[1].b == w[0].b + 1 || w[1].b > w[0].b).count() as f64;
    r.push(kept / alignment.pairs.len().saturating_sub(1).max(1) as f64);
    r.push(run(&ka, &kb) as f64 / m.min(n));
    let mut two = |p: f64, q: f64| {
        r.push(p.min(q));
        r.push(p.max(q));
    };
    two(x.heaviest(), y.heaviest());
    r.push(f64::from(u8::from(ka.first() == kb.first())));
    r.push(f64::from(u8::from(ka.last() == kb.last())));
    let verb = |w: &Word| w.class == WordClass::Content && w.tag.is_verb();
    let noun = |w: &Word| matches!(w.class, WordClass::Content | WordClass::Name) && !w.tag.is_verb();
    let mut two = |p: f64, q: f64| { r.push(p.min(q)); r.push(p.max(q)); };
    two(x.share(verb), y.share(verb));
    two(x.share(noun), y.share(noun));
    // substitutions
    let (mut sn, mut so) = (0.0, 0.0);
    for i in 0..a.len() { for j in 0..b.len() {
        let (u, v) = (&a.words()[i], &b.words()[j]);
        if x.got[i] > 0.3 || y.got[j] > 0.3 || u.class == WordClass::Function || v.class == WordClass::Function { continue; }
        let left = (i == 0 && j == 0) || (i > 0 && j > 0 && ka[i-1] == kb[j-1]);
        let right = (i + 1 == a.len() && j + 1 == b.len()) || (i + 1 < a.len() && j + 1 < b.len() && ka[i+1] == kb[j+1]);
        if left || right {
            let w = u.weight.min(v.weight) * if left && right { 1.0 } else { 0.5 };
            if u.class == v.class && matches!(u.class, WordClass::Name | WordClass::Number | WordClass::Date) { sn += w } else { so += w }
        }
    }}
    r.extend([sn, so]);
    let mut two = |p: f64, q: f64| { r.push(p.min(q)); r.push(p.max(q)); };
    two(x.rare(), y.rare());
    two(x.given(), y.given());
    r.push(letters4(a, b));
    let mut two = |p: f64, q: f64| { r.push(p.min(q)); r.push(p.max(q)); };
    two(x.told(), y.told());
    r.try_into().unwrap()
}

struct Side<'w> {
    words: &'w Words,
    got: Vec<f64>,
}
impl<'w> Side<'w> {
    fn new(words: &'w Words, al: &Alignment, index: impl Fn(&super::align::Pair) -> usize) -> Self {
        let mut got = vec![0.0; words.len()];
        for p in &al.pairs {
            if p.relation != WordRelation::Antonym {
                got[index(p)] = p.strength;
            }
        }
        Self { words, got }
    }
    fn share(&self, f: impl Fn(&Word) -> bool) -> f64 {
        let (mut all, mut hit) = (0.0, 0.0);
        for (w, g) in self.words.words().iter().zip(&self.got) {
            if f(w) {
                all += 1.0;
                hit += g;
            }
        }
        if all > 0.0 { hit / all } else { 1.0 }
    }
    fn free(&self, f: impl Fn(&Word) -> bool) -> f64 {
        self.words.words().iter().zip(&self.got).filter(|(w, _)| f(w)).map(|(_, g)| 1.0 - g).sum()
    }
    fn rare(&self) -> f64 {
        let all: f64 = self.words.words().iter().map(|w| w.weight * w.weight).sum();
        let hit: f64 = self.words.words().iter().zip(&self.got).map(|(w, g)| w.weight * w.weight * g).sum();
        if all > 0.0 { hit / all } else { 1.0 }
    }
    fn told(&self) -> f64 {
        let w = self.words.words();
        let matched = |i: usize| i < w.len() && self.got[i] > 0.5 && w[i].class == WordClass::Name;
        let (mut all, mut hit) = (0.0, 0.0);
        for i in 0..w.len() {
            let mut weight = w[i].weight.powf(1.2) * match w[i].class { WordClass::Content => 0.6, WordClass::Number => 2.0, WordClass::Date => 1.5, WordClass::Function => 0.3, WordClass::Modal => 0.5, _ => 1.0 };
            if w[i].class == WordClass::Name && self.got[i] < 0.5 && (matched(i + 1) || (i > 0 && matched(i - 1))) { weight *= 0.5; }
            all += weight; hit += weight * self.got[i];
        }
        if all > 0.0 { hit / all } else { 0.0 }
    }
    /// free names not beside a matched name
    fn given(&self) -> f64 {
        let w = self.words.words();
        let matched = |i: usize| i < w.len() && self.got[i] > 0.5 && w[i].class == WordClass::Name;
        (0..w.len()).filter(|i| w[*i].class == WordClass::Name && self.got[*i] < 0.5 && !matched(i + 1) && !(*i > 0 && matched(i - 1))).map(|i| w[i].weight).sum()
    }
    fn free_weight(&self) -> f64 {
        self.words.words().iter().zip(&self.got).map(|(w, g)| w.weight * (1.0 - g)).sum()
    }
    fn heaviest(&self) -> f64 {
        self.words.words().iter().zip(&self.got).map(|(w, g)| w.weight * (1.0 - g)).fold(0.0, f64::max)
    }
}

fn ngrams(a: &[u64], b: &[u64], n: usize) -> (f64, f64) {
    let mut c: FxHashMap<&[u64], i32> = FxHashMap::default();
    for w in a.windows(n) {
        *c.entry(w).or_default() += 1;
    }
    let mut m = 0;
    for w in b.windows(n) {
        if let Some(k) = c.get_mut(w) {
            if *k > 0 {
                *k -= 1;
                m += 1;
            }
        }
    }
    let p = |l: usize| f64::from(m) / (l + 1).saturating_sub(n).max(1) as f64;
    (p(a.len()), p(b.len()))
}
fn lcs(a: &[u64], b: &[u64]) -> usize {
    let mut d = vec![0; b.len() + 1];
    for x in a {
        let mut diag = 0;
        for (j, y) in b.iter().enumerate() {
            let up = d[j + 1];
            d[j + 1] = if x == y { diag + 1 } else { up.max(d[j]) };
            diag = up;
        }
    }
    d[b.len()]
}
fn edits(a: &[u64], b: &[u64]) -> f64 {
    strsim::generic_levenshtein(&a.to_vec(), &b.to_vec()) as f64 / a.len().max(b.len()).max(1) as f64
}
fn run(a: &[u64], b: &[u64]) -> usize {
    let mut d = vec![0; b.len() + 1];
    let mut best = 0;
    for x in a {
        let mut diag = 0;
        for (j, y) in b.iter().enumerate() {
            let up = d[j + 1];
            d[j + 1] = if x == y { diag + 1 } else { 0 };
            best = best.max(d[j + 1]);
            diag = up;
        }
    }
    best
}
fn letters(a: &Words, b: &Words) -> f64 {
    let grams = |w: &Words| {
        let mut c: FxHashMap<[u8; 3], f64> = FxHashMap::default();
        for i in 0..w.len() {
            let f = format!(" {} ", w.form(i));
            for g in f.as_bytes().windows(3) {
                *c.entry([g[0], g[1], g[2]]).or_default() += w.words()[i].weight;
            }
        }
        c
    };
    let (x, y) = (grams(a), grams(b));
    let (mut t, mut m) = (0.0, 0.0);
    for (k, v) in &x {
        t += v;
        if let Some(u) = y.get(k) {
            m += v.min(*u);
        }
    }
    for v in y.values() {
        t += v;
    }
    if t > 0.0 { 2.0 * m / t } else { 0.0 }
}

fn letters4(a: &Words, b: &Words) -> f64 {
    let grams = |w: &Words| {
        let mut t = String::from(" ");
        for i in 0..w.len() { if w.words()[i].class != WordClass::Function { t.push_str(w.form(i)); t.push(' '); } }
        let mut c: FxHashMap<[u8; 4], f64> = FxHashMap::default();
        for g in t.as_bytes().windows(4) { *c.entry([g[0], g[1], g[2], g[3]]).or_default() += 1.0; }
        c
    };
    let (x, y) = (grams(a), grams(b));
    let dot: f64 = x.iter().filter_map(|(k, v)| Some(v * y.get(k)?)).sum();
    let n = |c: &FxHashMap<[u8; 4], f64>| c.values().map(|v| v * v).sum::<f64>().sqrt();
    if dot > 0.0 { dot / (n(&x) * n(&y)) } else { 0.0 }
}
