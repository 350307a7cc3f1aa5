//! Which words of two claims match.

use super::{Reading, Term};
use crate::lexicon::{Lexicon, WordRelation};
use crate::span::Span;

/// Two words that match.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matched {
    /// Index into the first reading's terms.
    pub left: usize,
    /// Index into the second reading's terms.
    pub right: usize,
    /// How the two words are related.
    pub relation: WordRelation,
    /// How strongly, 0 to 1.
    pub strength: f64,
}

/// The alignment of two claims' content words.
#[derive(Debug, Clone, Default)]
pub struct Pairing {
    /// The words that match, each word once, by the first claim's order.
    pub matched: Vec<Matched>,
    /// Weight of the matched words of the first claim.
    pub mass_a: f64,
    /// Weight of the matched words of the second claim.
    pub mass_b: f64,
}

/// Names of four letters and more that differ in spelling only (Sergei, Sergey) are alike from here on.
const SAME_SPELLING: f64 = 0.92;

/// An antonym matches as another form of the word would: its direction is a value, and masked.
const MASKED_DIRECTION: f64 = 0.95;

/// Two words of one concept of the list.
const ONE_CONCEPT: f64 = 0.8;

/// Weaker relations than this tell nothing: a shared rare sense.
const WEAKEST: f64 = 0.25;

impl Pairing {
    /// Aligns two readings: the surest matches first, then the nearest in place.
    #[must_use]
    pub fn new(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Self {
        let mut candidates = Vec::new();
        for (left, x) in a.terms.iter().enumerate() {
            for (right, y) in b.terms.iter().enumerate() {
                if let Some((relation, strength)) = related(x, y, lexicon) {
                    let place = (left * b.terms.len()).abs_diff(right * a.terms.len());
                    candidates.push((millis(strength), place, Matched { left, right, relation, strength }));
                }
            }
        }
        candidates.sort_by(|p, q| q.0.cmp(&p.0).then(p.1.cmp(&q.1)).then(p.2.left.cmp(&q.2.left)).then(p.2.right.cmp(&q.2.right)));
        let (mut used_a, mut used_b) = (vec![false; a.terms.len()], vec![false; b.terms.len()]);
        let mut pairing = Self::default();
        for (_, _, matched) in candidates {
            if used_a[matched.left] || used_b[matched.right] {
                continue;
            }
            (used_a[matched.left], used_b[matched.right]) = (true, true);
            pairing.mass_a += a.terms[matched.left].weight * matched.strength;
            pairing.mass_b += b.terms[matched.right].weight * matched.strength;
            pairing.matched.push(matched);
        }
        // the same weights added in another order differ in the last bit, and the edge of a level must not depend on it
        pairing.mass_a = (pairing.mass_a * 1e6).round() / 1e6;
        pairing.mass_b = (pairing.mass_b * 1e6).round() / 1e6;
        pairing.matched.sort_by_key(|m| (m.left, m.right));
        pairing
    }

    /// The matched words that stand in both claims' own text.
    pub fn own<'p>(&'p self, a: &Reading<'_>, b: &Reading<'_>) -> impl Iterator<Item = &'p Matched> + Clone {
        let (left, right) = (a.own, b.own);
        self.matched.iter().filter(move |m| m.left < left && m.right < right)
    }

    /// The weight of the words of both claims' own text that match.
    #[must_use]
    pub fn own_mass(&self, a: &Reading<'_>, b: &Reading<'_>) -> f64 {
        self.own(a, b).map(|m| (a.terms[m.left].weight + b.terms[m.right].weight) * m.strength).sum()
    }

    /// The share of the weight of both claims' own words that matches, 0 to 1.
    #[must_use]
    pub fn share(&self, a: &Reading<'_>, b: &Reading<'_>) -> f64 {
        let own = |r: &Reading<'_>| r.terms[..r.own].iter().map(|t| t.weight).sum::<f64>();
        self.own_mass(a, b) / (own(a) + own(b)).max(f64::EPSILON)
    }

    /// The lesser of the two shares: how much of the claim with more words of its own matches.
    #[must_use]
    pub fn lesser_share(&self, a: &Reading<'_>, b: &Reading<'_>) -> f64 {
        let own = |r: &Reading<'_>| r.terms[..r.own].iter().map(|t| t.weight).sum::<f64>().max(f64::EPSILON);
        let matched = self.own(a, b);
        let x: f64 = matched.clone().map(|m| a.terms[m.left].weight * m.strength).sum();
        let y: f64 = matched.map(|m| b.terms[m.right].weight * m.strength).sum();
        (x / own(a)).min(y / own(b))
    }

    /// The term of the second claim that matches this one of the first.
    #[must_use]
    pub fn partner(&self, left: usize) -> Option<&Matched> {
        self.matched.iter().find(|m| m.left == left)
    }

    /// How many matched words stand close to a place of either claim's document: the context that two figures share.
    #[must_use]
    pub fn context(&self, (a, x): (&Reading<'_>, Span), (b, y): (&Reading<'_>, Span)) -> usize {
        const REACH: usize = 6;
        let window = |r: &Reading<'_>, place: Span| r.tokens_at(place).map(|(first, last)| first.saturating_sub(REACH)..last + REACH);
        let (Some(x), Some(y)) = (window(a, x), window(b, y)) else { return 0 };
        let near =
            |m: &&Matched| a.terms[m.left].token.is_some_and(|t| x.contains(&t)) && b.terms[m.right].token.is_some_and(|t| y.contains(&t));
        self.matched.iter().filter(near).count()
    }
}

fn millis(strength: f64) -> i64 {
    (strength * 1000.0).round() as i64
}

/// How two words match: the same stem, one spelling of a name, or a relation of the lexicon. Antonyms match with their direction
/// masked: "rise" and "fall" speak of one thing.
pub(super) fn related(x: &Term, y: &Term, lexicon: &Lexicon) -> Option<(WordRelation, f64)> {
    if x.is_form_of(y) {
        return Some((WordRelation::Same, if x.word == y.word { 1.0 } else { 0.95 }));
    }
    if x.name && y.name {
        let alike = x.word.len() >= 4
            && y.word.len() >= 4
            && x.word.as_bytes()[0] == y.word.as_bytes()[0]
            && strsim::jaro_winkler(&x.word, &y.word) >= SAME_SPELLING;
        if alike {
            return Some((WordRelation::Same, 0.9));
        }
    }
    let listed = x.id.zip(y.id).and_then(|(p, q)| if p == q { Some((WordRelation::Same, 0.95)) } else { lexicon.relation_of_ids(p, q) });
    let concept = x.concepts.iter().any(|c| y.concepts.contains(c)).then_some((WordRelation::Synonym, ONE_CONCEPT));
    let known = listed.filter(|(_, strength)| *strength >= WEAKEST);
    match (known, concept) {
        // an antonym stays one, whatever else the two words share
        (Some((WordRelation::Antonym, _)), _) => Some((WordRelation::Antonym, MASKED_DIRECTION)),
        (Some((relation, strength)), Some(_)) if strength >= ONE_CONCEPT => Some((relation, strength)),
        (_, Some(shared)) => Some(shared),
        (known, None) => known,
    }
}
