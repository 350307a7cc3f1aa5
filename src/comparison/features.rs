//! The comparisons, one function each, and the levels that they answer with.

use super::pairing::related;
use super::{Matched, Pairing, Reading, Term};
use crate::claim::{ClaimKind, Facet, Figure};
use crate::extract::Act;
use crate::lexicon::{Class, Lexicon, WordRelation};
use crate::text::stem;

/// A labelled answer of a comparison.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Level {
    /// The key under which its weight stands in the data; unique within the comparison.
    pub key: &'static str,
    /// The words of the first claim that decided.
    pub a: String,
    /// The words of the second claim that decided.
    pub b: String,
}

/// One feature of a pair. It reads what the value mask left, and answers with one of its levels.
pub trait Comparison: Send + Sync {
    /// The name under which its levels' weights stand in the data.
    fn name(&self) -> &'static str;
    /// The level of this pair. Symmetric but for the order of the words.
    fn level(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Level;
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident = $key:literal => $function:ident),+ $(,)?) => {
        $($(#[$doc])* #[derive(Debug, Clone, Copy)] struct $name;
        impl Comparison for $name {
            fn name(&self) -> &'static str { $key }
            fn level(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Level { $function(a, b, pairing, lexicon) }
        })+
        /// The built-in comparisons, in the order of the waterfall.
        pub const COMPARISONS: &[&dyn Comparison] = &[$(&$name),+];
    };
}

comparisons! {
    /// How much of the words' weight matches.
    Wording = "wording" => wording,
    /// How much weight matches in all: two shared words of a short passage are less than ten of a long one.
    Substance = "substance" => substance,
    /// The rarest word that matches: of a word that two claims alone share in a story, chance is no account.
    Rarity = "rarest match" => rarity,
    /// Words of one claim that stand in the sentence around the other.
    Bridge = "words around" => bridge,
    /// Words in common between the sentences around both.
    Surroundings = "surroundings" => surroundings,
    /// Who or what the sentence is about.
    Subject = "subject" => subject,
    /// Who said it.
    Speaker = "speaker" => speaker,
    /// What is counted.
    Noun = "counted noun" => noun,
    /// What it is measured in.
    Unit = "unit" => unit,
    /// What is said to happen.
    Predicate = "predicate" => predicate,
    /// Who and what is named.
    Names = "names" => names,
    /// Words of somebody, a figure, a statement.
    Kind = "kind" => kind,
    /// Whether something is asked for on one side only.
    Force = "act" => act,
}

fn level(key: &'static str, a: impl Into<String>, b: impl Into<String>) -> Level {
    Level { key, a: a.into(), b: b.into() }
}

fn listed(reading: &Reading<'_>, indexes: impl Iterator<Item = usize>) -> String {
    itertools::Itertools::join(&mut indexes.map(|i| reading.terms[i].word.as_str()).take(8), " ")
}

fn matched_words(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> (String, String) {
    (listed(a, pairing.matched.iter().map(|m| m.left)), listed(b, pairing.matched.iter().map(|m| m.right)))
}

/// The share of the weight that matches: of both sides together, or nearly the share of the shorter one where it is a fragment.
fn share(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> f64 {
    let (x, y) = (a.mass(), b.mass());
    if x <= 0.0 || y <= 0.0 {
        return 0.0;
    }
    let both = (pairing.mass_a + pairing.mass_b) / (x + y);
    let shorter = (pairing.mass_a / x).max(pairing.mass_b / y);
    (0.5 * both + 0.5 * shorter).min(1.0)
}

fn wording(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> Level {
    let key = match share(a, b, pairing) {
        s if s >= 0.85 => "nearly all",
        s if s >= 0.70 => "most",
        s if s >= 0.58 => "more than half",
        s if s >= 0.46 => "half",
        s if s >= 0.34 => "a third",
        s if s >= 0.22 => "a quarter",
        s if s > 0.0 => "little",
        _ => "nothing",
    };
    let (p, q) = matched_words(a, b, pairing);
    level(key, p, q)
}

fn substance(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> Level {
    let key = match pairing.mass_a.min(pairing.mass_b) {
        m if m >= 5.0 => "six words and more",
        m if m >= 3.2 => "four or five words",
        m if m >= 2.2 => "three words",
        m if m >= 1.4 => "two words",
        m if m >= 0.6 => "one word",
        _ => "none",
    };
    let (p, q) = matched_words(a, b, pairing);
    level(key, p, q)
}

fn rarity(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> Level {
    let weight = |m: &Matched| a.terms[m.left].weight.min(b.terms[m.right].weight) * m.strength;
    let Some(best) = pairing.matched.iter().max_by(|m, n| weight(m).total_cmp(&weight(n)).then(n.left.cmp(&m.left))) else {
        return level("none", "", "");
    };
    let key = match weight(best) {
        w if w >= 1.0 => "very rare",
        w if w >= 0.85 => "rare",
        w if w >= 0.65 => "middling",
        _ => "common",
    };
    level(key, a.terms[best.left].word.as_str(), b.terms[best.right].word.as_str())
}

/// The weight of the terms of one list that have their like in another, and those terms.
fn overlap<'t>(terms: impl Iterator<Item = &'t Term>, others: &[Term], lexicon: &Lexicon) -> (f64, Vec<&'t str>) {
    let mut found = (0.0, Vec::new());
    for term in terms {
        if let Some(strength) = others.iter().filter_map(|o| related(term, o, lexicon)).map(|(_, s)| s).max_by(f64::total_cmp) {
            found.0 += term.weight * strength;
            found.1.push(term.word.as_str());
        }
    }
    found
}

fn bridge(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Level {
    let free_a = (0..a.own).filter(|i| !pairing.matched.iter().any(|m| m.left == *i)).map(|i| &a.terms[i]);
    let free_b = (0..b.own).filter(|i| !pairing.matched.iter().any(|m| m.right == *i)).map(|i| &b.terms[i]);
    let ((x, p), (y, q)) = (overlap(free_a, &b.context, lexicon), overlap(free_b, &a.context, lexicon));
    if a.context.is_empty() && b.context.is_empty() {
        return level("unknown", "", "");
    }
    let key = match x + y {
        s if s >= 2.5 => "three words and more",
        s if s >= 1.3 => "two words",
        s if s >= 0.5 => "one word",
        _ => "none",
    };
    level(key, p.join(" "), q.join(" "))
}

fn surroundings(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> Level {
    if a.context.is_empty() || b.context.is_empty() {
        return level("unknown", "", "");
    }
    let (mass, words) = overlap(a.context.iter(), &b.context, lexicon);
    let key = match mass {
        s if s >= 4.0 => "five words and more",
        s if s >= 2.2 => "three words",
        s if s >= 0.8 => "one word",
        _ => "none",
    };
    let shared = words.join(" ");
    level(key, shared.clone(), shared)
}

/// The terms of a claim's subject phrase.
fn subject_terms<'r>(reading: &'r Reading<'_>) -> Vec<&'r Term> {
    let Some(filler) = reading.claim.slot.get(Facet::Subject) else { return Vec::new() };
    let words = filler.text.to_lowercase();
    let within = |t: &&Term| {
        words.split(|c: char| !c.is_alphanumeric() && c != '.' && c != '-').any(|w| w == t.word || stem(w) == t.stem)
            || (t.name && words.contains(&t.word))
    };
    reading.terms.iter().filter(within).collect()
}

fn subject(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> Level {
    let (x, y) = (subject_terms(a), subject_terms(b));
    let shown = |terms: &[&Term]| itertools::Itertools::join(&mut terms.iter().map(|t| t.word.as_str()), " ");
    let alike = |p: &Term, q: &Term| related(p, q, lexicon).is_some_and(|(_, s)| s >= 0.5);
    let key = match (x.is_empty(), y.is_empty()) {
        (false, false) if x.iter().any(|p| y.iter().any(|q| alike(p, q))) => "same subject",
        (false, false) => "another subject",
        _ => "unknown",
    };
    level(key, shown(&x), shown(&y))
}

fn speaker(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> Level {
    let utterance = a.claim.kind == ClaimKind::Utterance || b.claim.kind == ClaimKind::Utterance;
    let named = |r: &Reading<'_>| {
        r.claim.source().filter(|s| s.names.iter().any(|n| !lexicon.classes(&n.to_lowercase()).has(Class::Pronoun))).cloned()
    };
    let (Some(x), Some(y)) = (named(a), named(b)) else {
        return level("unknown", "", "");
    };
    let pairs = || x.names.iter().flat_map(|n| y.names.iter().map(move |m| (n, m)));
    let same = pairs().any(|(n, m)| crate::relate::same_person(n, m) || one_country(n, m, lexicon));
    let anybody = pairs().all(|(n, m)| is_anybody(n) || is_anybody(m));
    let key = match (same, utterance) {
        (true, true) => "same speaker",
        (true, false) => "same source",
        _ if anybody => "unknown",
        (false, true) => "another speaker",
        (false, false) => "another source",
    };
    level(key, x.names.join(" and "), y.names.join(" and "))
}

/// "The White House", "U.S. officials": both speak for one country.
fn one_country(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let country = |name: &str| {
        let lower = name.to_lowercase();
        let words = lower.trim_start_matches("the ").split(' ');
        let names = lexicon.names();
        let found =
            names.country(words.clone()).map(|(_, country, _)| country).or_else(|| names.metonym(words).map(|(_, country)| country));
        found.map(str::to_owned)
    };
    country(a).is_some_and(|found| country(b) == Some(found))
}

/// "Officials", "the administration", "a source": a word that may stand for whoever the other outlet names.
fn is_anybody(name: &str) -> bool {
    let words = name.split(' ').skip_while(|w| matches!(w.to_lowercase().as_str(), "the" | "a" | "an"));
    words.clone().next().is_none_or(|first| first.starts_with(char::is_lowercase))
        || (words.count() == 1 && !name.contains(' ') && name.ends_with('s'))
}

fn counted(figure: &Figure) -> Option<String> {
    figure.noun.as_deref().and_then(|n| n.split_whitespace().last()).map(str::to_lowercase)
}

fn noun(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> Level {
    let all = |r: &Reading<'_>| r.claim.value.figures.iter().filter(|f| f.unit.is_none()).filter_map(counted).collect::<Vec<_>>();
    let (x, y) = (all(a), all(b));
    if x.is_empty() || y.is_empty() {
        return level("unknown", "", "");
    }
    let best = x
        .iter()
        .flat_map(|p| y.iter().map(move |q| (rank(p, q, lexicon), p, q)))
        .max_by_key(|(r, p, q)| (*r, std::cmp::Reverse((*p).clone()), std::cmp::Reverse((*q).clone())));
    match best {
        Some((2, p, q)) => level("same noun", p.as_str(), q.as_str()),
        Some((1, p, q)) => level("related noun", p.as_str(), q.as_str()),
        _ => level("another noun", x[0].as_str(), y[0].as_str()),
    }
}

fn rank(p: &str, q: &str, lexicon: &Lexicon) -> u8 {
    match lexicon.relation(p, q) {
        _ if p == q => 2,
        Some((WordRelation::Same, _)) => 2,
        Some((WordRelation::Antonym, _)) | None => 0,
        Some(_) => 1,
    }
}

fn unit(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> Level {
    let figures = a.claim.kind == ClaimKind::Figure && b.claim.kind == ClaimKind::Figure;
    let (Some(x), Some(y)) = (a.claim.value.figures.first(), b.claim.value.figures.first()) else {
        return level("unknown", "", "");
    };
    let shown = |f: &Figure| f.unit.clone().unwrap_or_else(|| "a count".to_owned());
    let key = match (figures, x.unit == y.unit) {
        (false, _) => "unknown",
        (true, true) => "same unit",
        (true, false) => "another unit",
    };
    level(key, shown(x), shown(y))
}

fn predicate(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> Level {
    let of = |r: &Reading<'_>| r.claim.slot.get(Facet::Predicate).map(|f| f.text.to_lowercase());
    let (Some(x), Some(y)) = (of(a), of(b)) else { return level("unknown", "", "") };
    let concepts = |word: &str| lexicon.concepts().of(0, |i| if i == 0 { lexicon.lemma(word) } else { "" });
    let one_concept = || concepts(&x).iter().any(|c| concepts(&y).contains(c));
    let key = match lexicon.relation(&x, &y) {
        _ if x == y => "same predicate",
        Some((WordRelation::Same, _)) => "same predicate",
        Some((WordRelation::Antonym, _)) => "related predicate",
        Some((_, strength)) if strength >= 0.3 => "related predicate",
        _ if one_concept() => "related predicate",
        _ => "another predicate",
    };
    level(key, x, y)
}

fn names(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> Level {
    let count = |r: &Reading<'_>| r.terms.iter().filter(|t| t.name).count();
    let (x, y) = (count(a), count(b));
    if x == 0 || y == 0 {
        return level("unknown", "", "");
    }
    let shared = pairing.matched.iter().filter(|m| a.terms[m.left].name && b.terms[m.right].name).count();
    let shown = |r: &Reading<'_>| listed(r, (0..r.terms.len()).filter(|&i| r.terms[i].name));
    let key = match shared {
        0 => "no name in common",
        n if n == x.min(y) => "all names in common",
        _ => "some names in common",
    };
    level(key, shown(a), shown(b))
}

fn kind(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> Level {
    use ClaimKind::*;
    let word = |k: ClaimKind| match k {
        Utterance => "utterance",
        Figure => "figure",
        Time => "time",
        Statement => "statement",
    };
    let (x, y) = (a.claim.kind, b.claim.kind);
    let key = match (x.min(y), x.max(y)) {
        (p, q) if p == q => "same kind",
        (Utterance, Statement) => "words and statement",
        (Time, Statement) => "time and statement",
        (Figure, _) | (_, Figure) => "figure and other",
        _ => "two kinds",
    };
    level(key, word(x), word(y))
}

fn act(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> Level {
    let asked =
        |r: &Reading<'_>| r.claim.modality == crate::claim::Modality::Asked || r.claim.source().is_some_and(|s| s.act == Act::Asked);
    let (x, y) = (asked(a), asked(b));
    let shown = |yes: bool| if yes { "asked for" } else { "" };
    level(if x == y { "same" } else { "asked for on one side" }, shown(x), shown(y))
}
