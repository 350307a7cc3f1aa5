//! The comparisons, one function each, and the levels that they answer with.

use super::pairing::related;
use super::source::Sources;
use super::{Matched, Pairing, Reading, Term};
use crate::claim::{ClaimKind, Facet, Figure};
use crate::extract::Act;
use crate::lexicon::{Class, Lexicon, WordRelation};
use crate::similarity::common_subsequence;

/// One feature of a pair. It reads what the value mask left, and answers with one of its levels.
pub trait Comparison: Send + Sync {
    /// The name under which its levels' weights stand in the data.
    fn name(&self) -> &'static str;
    /// The level of this pair: the key under which its weight stands in the data. Symmetric.
    fn level(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> &'static str;
    /// The words of each claim that decided. Asked only of pairs whose evidence somebody wants to see: most pairs are weighed and
    /// forgotten.
    fn words(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> [String; 2];
}

macro_rules! comparisons {
    ($($(#[$doc:meta])* $name:ident = $key:literal => $level:ident, $words:ident);+ $(;)?) => {
        $($(#[$doc])* #[derive(Debug, Clone, Copy)] struct $name;
        impl Comparison for $name {
            fn name(&self) -> &'static str { $key }
            fn level(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> &'static str {
                $level(a, b, pairing, lexicon)
            }
            fn words(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> [String; 2] {
                $words(a, b, pairing, lexicon)
            }
        })+
        /// The built-in comparisons, in the order of the waterfall.
        pub const COMPARISONS: &[&dyn Comparison] = &[$(&$name),+];
    };
}

comparisons! {
    /// How much of the words' weight matches.
    Wording = "wording" => wording, matched_words;
    /// How much weight matches in all: two shared words of a short passage are less than ten of a long one.
    Substance = "substance" => substance, matched_words;
    /// The rarest word that matches: of a word that two claims alone share in a story, chance is no account.
    Rarity = "rarest match" => rarity, rarest_words;
    /// Words of one claim that stand in the sentence around the other.
    Bridge = "words around" => bridge, bridge_words;
    /// Words in common between the sentences around both.
    Surroundings = "surroundings" => surroundings, shared_surroundings;
    /// Whether one utterance has the words of the other in their order.
    Order = "word order" => order, order_words;
    /// Who or what the sentence is about.
    Subject = "subject" => subject, subject_words;
    /// Who said it.
    Speaker = "speaker" => speaker, speaker_names;
    /// What is counted.
    Noun = "counted noun" => noun, noun_words;
    /// What it is measured in.
    Unit = "unit" => unit, unit_words;
    /// What is said to happen.
    Predicate = "predicate" => predicate, predicate_words;
    /// Who and what is named.
    Names = "names" => names, name_words;
    /// Words of somebody, a figure, a statement.
    Kind = "kind" => kind, kind_words;
    /// Whether something is asked for on one side only.
    Force = "act" => act, act_words;
}

fn listed(reading: &Reading<'_>, indexes: impl Iterator<Item = usize>) -> String {
    itertools::Itertools::join(&mut indexes.map(|i| reading.terms[i].word.as_str()).take(8), " ")
}

fn matched_words(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> [String; 2] {
    [listed(a, pairing.matched.iter().map(|m| m.left)), listed(b, pairing.matched.iter().map(|m| m.right))]
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

fn wording(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> &'static str {
    match share(a, b, pairing) {
        s if s >= 0.85 => "nearly all",
        s if s >= 0.70 => "most",
        s if s >= 0.58 => "more than half",
        s if s >= 0.46 => "half",
        s if s >= 0.34 => "a third",
        s if s >= 0.22 => "a quarter",
        s if s > 0.0 => "little",
        _ => "nothing",
    }
}

fn substance(_: &Reading<'_>, _: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> &'static str {
    match pairing.mass_a.min(pairing.mass_b) {
        m if m >= 5.0 => "six words and more",
        m if m >= 3.2 => "four or five words",
        m if m >= 2.2 => "three words",
        m if m >= 1.4 => "two words",
        m if m >= 0.6 => "one word",
        _ => "none",
    }
}

/// The match with the most weight, and its weight.
fn rarest<'p>(a: &Reading<'_>, b: &Reading<'_>, pairing: &'p Pairing) -> Option<(&'p Matched, f64)> {
    let weighed = pairing.matched.iter().map(|m| (m, a.terms[m.left].weight.min(b.terms[m.right].weight) * m.strength));
    weighed.max_by(|(m, v), (n, w)| v.total_cmp(w).then(n.left.cmp(&m.left)))
}

fn rarity(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> &'static str {
    match rarest(a, b, pairing) {
        None => "none",
        Some((_, w)) if w >= 1.0 => "very rare",
        Some((_, w)) if w >= 0.85 => "rare",
        Some((_, w)) if w >= 0.65 => "middling",
        Some(_) => "common",
    }
}

fn rarest_words(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> [String; 2] {
    rarest(a, b, pairing).map_or_else(Default::default, |(best, _)| [a.terms[best.left].word.clone(), b.terms[best.right].word.clone()])
}

/// The terms of one list that have their like in another, each with the weight that it matches with.
fn overlap<'t>(terms: impl Iterator<Item = &'t Term>, others: &[Term], lexicon: &Lexicon) -> impl Iterator<Item = (&'t str, f64)> {
    terms.filter_map(|term| {
        let strength = others.iter().filter_map(|o| related(term, o, lexicon)).map(|(_, s)| s).max_by(f64::total_cmp)?;
        Some((term.word.as_str(), term.weight * strength))
    })
}

/// What each claim says by itself that stands around the other.
fn bridges<'r>(a: &'r Reading<'_>, b: &'r Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> [impl Iterator<Item = (&'r str, f64)>; 2] {
    let free = |own: &'r Reading<'_>, matched: fn(&Matched) -> usize| {
        let taken: Vec<usize> = pairing.matched.iter().map(matched).collect();
        own.terms[..own.own].iter().enumerate().filter(move |(i, _)| !taken.contains(i)).map(|(_, term)| term)
    };
    [overlap(free(a, |m| m.left), &b.context, lexicon), overlap(free(b, |m| m.right), &a.context, lexicon)]
}

fn bridge(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> &'static str {
    if a.context.is_empty() && b.context.is_empty() {
        return "unknown";
    }
    let [x, y] = bridges(a, b, pairing, lexicon).map(mass);
    match x + y {
        s if s >= 2.5 => "three words and more",
        s if s >= 1.3 => "two words",
        s if s >= 0.5 => "one word",
        _ => "none",
    }
}

/// The weight of some words in all. Starts from zero, for the empty sum of floats is -0.
fn mass<'t>(words: impl Iterator<Item = (&'t str, f64)>) -> f64 {
    words.fold(0.0, |sum, (_, weight)| sum + weight)
}

fn joined<'t>(mut words: impl Iterator<Item = (&'t str, f64)>) -> String {
    itertools::Itertools::join(&mut words.by_ref().map(|(word, _)| word), " ")
}

fn bridge_words(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> [String; 2] {
    bridges(a, b, pairing, lexicon).map(joined)
}

fn surroundings(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> &'static str {
    if a.context.is_empty() || b.context.is_empty() {
        return "unknown";
    }
    // one word of one side may have several of the other for its like: what both sides see counts
    let (x, y) = (mass(overlap(a.context.iter(), &b.context, lexicon)), mass(overlap(b.context.iter(), &a.context, lexicon)));
    match x.min(y) {
        s if s >= 4.0 => "five words and more",
        s if s >= 2.2 => "three words",
        s if s >= 0.8 => "one word",
        _ => "none",
    }
}

fn shared_surroundings(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> [String; 2] {
    let shared = joined(overlap(a.context.iter(), &b.context, lexicon));
    [shared.clone(), shared]
}

/// How many of the shorter utterance's words the longer one has in the same order. One speech is quoted in its own words; two remarks on
/// one matter share words and not their order. Of 112 pairs of quotations that other evidence linked, 75 of 89 that share four words in
/// five were one utterance, and 5 of 30 of the others.
fn order(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> &'static str {
    let shorter = a.spoken().len().min(b.spoken().len());
    if shorter == 0 || share(a, b, pairing) < 0.46 {
        return "unknown";
    }
    let in_order = common_subsequence(a.spoken(), b.spoken()) as f64 / shorter as f64;
    match in_order {
        s if s >= 0.8 && shorter <= 3 => "a few words",
        s if s >= 0.95 => "all",
        s if s >= 0.8 => "most",
        s if s >= 0.6 => "half",
        _ => "few",
    }
}

fn order_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
    let count = |own: &Reading<'_>| if own.spoken().is_empty() { String::new() } else { format!("{} words", own.spoken().len()) };
    [count(a), count(b)]
}

fn subject(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> &'static str {
    if a.subject().next().is_none() || b.subject().next().is_none() {
        return "unknown";
    }
    let alike = |p: &Term, q: &Term| related(p, q, lexicon).is_some_and(|(_, s)| s >= 0.5);
    if a.subject().any(|p| b.subject().any(|q| alike(p, q))) { "same subject" } else { "another subject" }
}

fn subject_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
    [a, b].map(|r| itertools::Itertools::join(&mut r.subject().map(|t| t.word.as_str()), " "))
}

fn speaker(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> &'static str {
    let utterance = a.claim.kind == ClaimKind::Utterance || b.claim.kind == ClaimKind::Utterance;
    let Some((x, y)) = a.source().zip(b.source()) else { return "unknown" };
    match (x.against(y), utterance) {
        (Sources::Same, true) => "same speaker",
        (Sources::Same, false) => "same source",
        (Sources::Open, _) => "unknown",
        (Sources::Other, true) => "another speaker",
        (Sources::Other, false) => "another source",
    }
}

fn speaker_names(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
    let named = a.source().is_some() && b.source().is_some();
    [a, b].map(|r| r.claim.source().filter(|_| named).map_or_else(String::new, |credit| credit.names.join(" and ")))
}

fn counted(figure: &Figure) -> Option<String> {
    figure.noun.as_deref().and_then(|n| n.split_whitespace().last()).map(str::to_lowercase)
}

/// The nouns that both claims count, the two that are most alike first; `None` where one claim counts nothing.
fn counted_alike(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Option<(u8, [String; 2])> {
    let all = |r: &Reading<'_>| r.claim.value.figures.iter().filter(|f| f.unit.is_none()).filter_map(counted).collect::<Vec<_>>();
    let (x, y) = (all(a), all(b));
    let pairs = x.iter().flat_map(|p| y.iter().map(move |q| (rank(p, q, lexicon), p, q)));
    let (rank, p, q) = pairs.max_by_key(|(r, p, q)| (*r, std::cmp::Reverse(*p), std::cmp::Reverse(*q)))?;
    // where none are alike, the first of each stand for all
    Some((rank, if rank == 0 { [x[0].clone(), y[0].clone()] } else { [p.clone(), q.clone()] }))
}

fn noun(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> &'static str {
    match counted_alike(a, b, lexicon) {
        Some((2, _)) => "same noun",
        Some((1, _)) => "related noun",
        Some(_) => "another noun",
        None => "unknown",
    }
}

fn noun_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> [String; 2] {
    counted_alike(a, b, lexicon).map_or_else(Default::default, |(_, words)| words)
}

fn rank(p: &str, q: &str, lexicon: &Lexicon) -> u8 {
    if p == q {
        return 2;
    }
    match lexicon.relation(p, q) {
        Some((WordRelation::Same, _)) => 2,
        Some((WordRelation::Antonym, _)) | None => 0,
        Some(_) => 1,
    }
}

fn first_figures<'c>(a: &Reading<'c>, b: &Reading<'c>) -> Option<[&'c Figure; 2]> {
    Some([a.claim.value.figures.first()?, b.claim.value.figures.first()?])
}

fn unit(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> &'static str {
    let figures = a.claim.kind == ClaimKind::Figure && b.claim.kind == ClaimKind::Figure;
    match first_figures(a, b).filter(|_| figures) {
        None => "unknown",
        Some([x, y]) if x.unit == y.unit => "same unit",
        Some(_) => "another unit",
    }
}

fn unit_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
    let shown = |f: &Figure| f.unit.as_ref().map_or_else(|| "a count".to_owned(), ToString::to_string);
    first_figures(a, b).map_or_else(Default::default, |both| both.map(shown))
}

/// What both claims say to happen; `None` where one has no predicate. That something is says nothing of what it is.
fn predicates(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Option<[String; 2]> {
    let tells = |verb: &String| !lexicon.classes(verb).has(Class::Auxiliary);
    let of = |r: &Reading<'_>| r.claim.slot.get(Facet::Predicate).map(|f| f.text.to_lowercase()).filter(tells);
    Some([of(a)?, of(b)?])
}

fn predicate(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> &'static str {
    let Some([x, y]) = predicates(a, b, lexicon) else { return "unknown" };
    if x == y {
        return "same predicate";
    }
    let concepts = |word: &str| lexicon.concepts().of(0, |i| if i == 0 { lexicon.lemma(word) } else { "" });
    let one_concept = || concepts(&x).iter().any(|c| concepts(&y).contains(c));
    match lexicon.relation(&x, &y) {
        Some((WordRelation::Same, _)) => "same predicate",
        Some((WordRelation::Antonym, _)) => "related predicate",
        Some((_, strength)) if strength >= 0.3 => "related predicate",
        _ if one_concept() => "related predicate",
        _ => "another predicate",
    }
}

fn predicate_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, lexicon: &Lexicon) -> [String; 2] {
    predicates(a, b, lexicon).unwrap_or_default()
}

/// The places of the names among a claim's terms.
fn names_of(reading: &Reading<'_>) -> impl Iterator<Item = usize> {
    reading.terms.iter().enumerate().filter(|(_, term)| term.name).map(|(i, _)| i)
}

fn names(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> &'static str {
    let fewer = names_of(a).count().min(names_of(b).count());
    let shared = pairing.matched.iter().filter(|m| a.terms[m.left].name && b.terms[m.right].name).count();
    match shared {
        _ if fewer == 0 => "unknown",
        0 => "no name in common",
        n if n == fewer => "all names in common",
        _ => "some names in common",
    }
}

fn name_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
    if names_of(a).next().is_none() || names_of(b).next().is_none() {
        return Default::default();
    }
    [a, b].map(|r| listed(r, names_of(r)))
}

fn kind(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> &'static str {
    use ClaimKind::*;
    let (x, y) = (a.claim.kind, b.claim.kind);
    match (x.min(y), x.max(y)) {
        (p, q) if p == q => "same kind",
        (Utterance, Statement) => "words and statement",
        (Time, Statement) => "time and statement",
        (Figure, _) | (_, Figure) => "figure and other",
        _ => "two kinds",
    }
}

fn kind_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
    let word = |kind| match kind {
        ClaimKind::Utterance => "utterance",
        ClaimKind::Figure => "figure",
        ClaimKind::Time => "time",
        ClaimKind::Statement => "statement",
    };
    [a, b].map(|r| word(r.claim.kind).to_owned())
}

fn asks(reading: &Reading<'_>) -> bool {
    reading.claim.modality == crate::claim::Modality::Asked || reading.claim.source().is_some_and(|s| s.act == Act::Asked)
}

fn act(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> &'static str {
    if asks(a) == asks(b) { "same" } else { "asked for on one side" }
}

fn act_words(a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
    [a, b].map(|r| if asks(r) { "asked for".to_owned() } else { String::new() })
}
