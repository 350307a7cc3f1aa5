//! Yes against no: a negation or an opposite on words that both claims have.
//!
//! A negator counts only where it governs a word that the other claim has too. Of real pairs with a negation on one side, one in
//! twenty disagrees: in the others it stands over something that the other outlet left out ("whose names were not released").

use itertools::Itertools;
use rustc_hash::FxHashMap;

use super::difference::Difference;
use super::excuses::TOO_LITTLE;
use super::negation::{Negation, negations};
use super::speaker::same_source;
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::claim::Modality;
use crate::comparison::{Pairing, Reading};
use crate::extract::Act;
use crate::lexicon::{Lexicon, WordRelation};
use crate::text::Tag;

/// Share of the words' weight that must match before a yes and a no are held against each other: (both claims, the longer one alone).
///
/// A negator over a word that both have tells more than two opposites somewhere in two sentences.
const NEGATED: (f64, f64) = (0.4, 0.25);
const OPPOSED: (f64, f64) = (0.55, 0.38);
/// "did not want war", "wants talks": the word under the negator goes on to something else.
const ASIDE: (f64, f64) = (0.6, 0.42);
/// One source is named on both sides; where it says nothing, its sentence tells more around the words.
const WITHHELD: (f64, f64) = (0.25, 0.15);

/// Below this part of those shares the pair is no candidate at all; between, the answer is that it cannot be told.
const CANDIDATE: f64 = 0.8;

/// Content words in common below which a negation says nothing of the pair.
const SHARED_WORDS: usize = 2;

/// Weaker antonyms are opposites in a rare sense only.
const OPPOSITE: f64 = 0.5;

/// How near the words around two small opposites must be: "for the first time", "for the last time".
const BESIDE: usize = 3;

/// The difference in polarity, if the two claims differ by an odd number of negations and opposites.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Difference> {
    // what ought to be does not answer what is: "should not be left in place", "would leave them in place"
    let ought = |r: &Reading<'_>| matches!(r.claim.modality, Modality::Required | Modality::Asked);
    if pairing.matched.len() < SHARED_WORDS || ought(a) != ought(b) {
        return None;
    }
    if objects_part(a, b, pairing) {
        return None;
    }
    let turns = turns(a, b, pairing, lexicon);
    if turns.len().is_multiple_of(2) {
        return None;
    }
    // the strictest, so that it does not matter which turn comes first
    let (both, longer) = turns.iter().map(|t| t.needs).fold((0.0_f64, 0.0_f64), |(p, q), (x, y)| (p.max(x), q.max(y)));
    let reached = (pairing.share(a, b) / both).min(pairing.lesser_share(a, b) / longer);
    let (result, why) = match reached {
        r if r >= 1.0 => (ExcuseResult::RuledOut, "the other words match"),
        r if r >= CANDIDATE => (ExcuseResult::Unknown, TOO_LITTLE),
        _ => return None,
    };
    let excuse = Excuse::new(ExcuseName::OtherEvent, result, why);
    let reason = format!("one affirms what the other denies: {}", turns[0].words);
    Some(Difference { relation: Relation::Polarity, reason, excuses: vec![excuse] })
}

/// "did not want war", "wants talks": where both say what it is done to, and nothing of either is on the other side, a no to the one is
/// no answer to the other.
fn objects_part(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> bool {
    let (left, right) = (a.object(), b.object());
    let met = pairing.matched.iter().any(|m| left.contains(&m.left) || right.contains(&m.right));
    !left.is_empty() && !right.is_empty() && !met
}

/// What turns a yes into a no: the words for the reason, and how much of the rest must match.
struct Turn {
    words: String,
    needs: (f64, f64),
}

/// One side of a pair with its negations.
struct NegatedSide<'r, 'c> {
    reading: &'r Reading<'c>,
    negations: Vec<Negation>,
}

impl<'r, 'c> NegatedSide<'r, 'c> {
    fn new(reading: &'r Reading<'c>, lexicon: &Lexicon) -> Self {
        Self { reading, negations: negations(reading, lexicon) }
    }

    fn word(&self, term: usize) -> &str {
        &self.reading.terms[term].word
    }

    fn token_word(&self, token: usize) -> &str {
        self.reading.article.lower(token)
    }
}

/// What turns a yes into a no between two claims, each in words for the reason.
fn turns(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Vec<Turn> {
    let (left, right) = (NegatedSide::new(a, lexicon), NegatedSide::new(b, lexicon));
    let pairs: Vec<(usize, usize)> = pairing.own(a, b).map(|m| (m.left, m.right)).collect();
    let back: Vec<(usize, usize)> = pairs.iter().map(|(l, r)| (*r, *l)).collect();
    let (lone_left, lone_right) = unanswered(&left.negations, &right.negations, &pairs);
    let mut turns = lone_negations(&left, &lone_left, (&right, &lone_right), &pairs);
    turns.extend(lone_negations(&right, &lone_right, (&left, &lone_left), &back));
    turns.extend(pairs.iter().filter(|(l, r)| is_opposite(a, *l, b, *r, lexicon)).map(|(l, r)| against(left.word(*l), right.word(*r))));
    turns.extend(small_opposites(a, b, &pairs, lexicon));
    turns.extend(withheld(a, b));
    turns
}

/// "confirmed that", "did not confirm that": one source, which says the words in one claim only.
fn withheld(a: &Reading<'_>, b: &Reading<'_>) -> Option<Turn> {
    let (p, q) = (a.claim.source()?, b.claim.source()?);
    let one_source = same_source(&p.names, &q.names);
    let turned = (p.act == Act::Withheld) != (q.act == Act::Withheld);
    (one_source && turned)
        .then(|| Turn { words: format!("{} says it in one and does not in the other", p.names.join(" and ")), needs: WITHHELD })
}

fn against(p: &str, q: &str) -> Turn {
    Turn { words: format!("\u{201c}{p}\u{201d} against its opposite \u{201c}{q}\u{201d}"), needs: OPPOSED }
}

/// The negations of each side without those that say the same: over one word on both sides.
fn unanswered<'n>(left: &'n [Negation], right: &'n [Negation], pairs: &[(usize, usize)]) -> (Vec<&'n Negation>, Vec<&'n Negation>) {
    let head = |n: &Negation| n.governed.last().copied();
    let same = |p: &Negation, q: &Negation| head(p).zip(head(q)).is_some_and(|heads| pairs.contains(&heads));
    let (mut lone_left, mut lone_right) = (Vec::new(), right.iter().collect_vec());
    for negation in left {
        match lone_right.iter().position(|other| same(negation, other)) {
            Some(answer) => drop(lone_right.remove(answer)),
            None => lone_left.push(negation),
        }
    }
    (lone_left, lone_right)
}

/// The negators of one side over words that the other side has and does not negate.
fn lone_negations(
    side: &NegatedSide<'_, '_>,
    negations: &[&Negation],
    (other, others): (&NegatedSide<'_, '_>, &[&Negation]),
    pairs: &[(usize, usize)],
) -> Vec<Turn> {
    let partner = |term: &usize| pairs.iter().find(|(p, _)| p == term).map(|(_, q)| *q);
    let answered = |terms: &[usize]| others.iter().any(|n| n.reach.iter().any(|t| terms.contains(t)));
    let counts = |n: &&&Negation| {
        let reached: Vec<usize> = n.reach.iter().filter_map(partner).collect();
        // the head is what is negated; a matched adjective before an unmatched noun tells nothing
        !n.weak && n.governed.last().and_then(partner).is_some() && !answered(&reached)
    };
    let turn = |n: &&Negation| {
        let aside = n.governed.last().and_then(partner).is_some_and(|head| turns_aside(side, n, other, head, pairs));
        let words = format!("\u{201c}{}\u{201d} stands on one side only", side.token_word(n.token));
        Turn { words, needs: if aside { ASIDE } else { NEGATED } }
    };
    negations.iter().filter(counts).map(turn).collect()
}

/// "did not want war", "wants talks": behind the shared word each side goes on with something of its own.
fn turns_aside(
    side: &NegatedSide<'_, '_>,
    negation: &Negation,
    other: &NegatedSide<'_, '_>,
    head: usize,
    pairs: &[(usize, usize)],
) -> bool {
    let next = negation.reach.get(negation.governed.len());
    let lone = next.is_some_and(|t| near_enough(side, *negation.governed.last().unwrap_or(t), *t) && !pairs.iter().any(|(p, _)| p == t));
    let behind = Some(head + 1).filter(|t| *t < other.reading.own && near_enough(other, head, *t));
    lone && behind.is_some_and(|t| !pairs.iter().any(|(_, q)| *q == t))
}

/// Whether two terms stand within one short phrase.
fn near_enough(side: &NegatedSide<'_, '_>, first: usize, second: usize) -> bool {
    let place = |t: usize| side.reading.terms[t].token;
    place(first).zip(place(second)).is_some_and(|(p, q)| q.saturating_sub(p) <= BESIDE)
}

/// Whether two matched words are opposites; of two nouns only where they name a movement ("rise", "fall").
fn is_opposite(a: &Reading<'_>, left: usize, b: &Reading<'_>, right: usize, lexicon: &Lexicon) -> bool {
    let (p, q) = (&a.terms[left], &b.terms[right]);
    let noun = |r: &Reading<'_>, token: Option<usize>| {
        token.is_some_and(|i| matches!(r.article.tokens()[i].tag, Tag::Noun | Tag::NounPlural | Tag::ProperNoun))
    };
    let (x, y) = (noun(a, p.token), noun(b, q.token));
    // "Blacks" and "white": a noun is no opposite of an adjective
    let apart = x != y || (x && lexicon.quantity().trend(&p.word).is_none());
    !apart && are_opposites(&p.word, &q.word, lexicon)
}

fn are_opposites(p: &str, q: &str, lexicon: &Lexicon) -> bool {
    matches!(lexicon.relation(p, q), Some((WordRelation::Antonym, strength)) if strength >= OPPOSITE)
}

/// Opposites among the words that a link does not read ("first", "last"; "before", "after"), beside words that match.
fn small_opposites(a: &Reading<'_>, b: &Reading<'_>, pairs: &[(usize, usize)], lexicon: &Lexicon) -> Vec<Turn> {
    let near = |r: &Reading<'_>, term: usize, token: usize| r.terms[term].token.is_some_and(|i| i.abs_diff(token) <= BESIDE);
    let mut found = Vec::new();
    let right = lone_small_words(b, a);
    for i in lone_small_words(a, b) {
        for &j in &right {
            let (p, q) = (a.article.lower(i), b.article.lower(j));
            if are_opposites(p, q, lexicon) && pairs.iter().any(|(l, r)| near(a, *l, i) && near(b, *r, j)) {
                found.push(against(p, q));
            }
        }
    }
    found
}

/// The tokens of one side's small words that stand there oftener than on the other.
fn lone_small_words(a: &Reading<'_>, b: &Reading<'_>) -> Vec<usize> {
    // the "last" of "last week" is no opposite of "first"
    let dates = |r: &Reading<'_>| r.claim.value.times.iter().filter_map(|t| r.tokens_at(t.span)).collect_vec();
    let (own, others) = (dates(a), dates(b));
    let small = |r: &Reading<'_>, dates: &[(usize, usize)], i: usize| {
        let counts = matches!(r.article.lower(i), "first" | "last" | "next");
        let dated = counts && dates.iter().any(|(first, last)| (*first..*last).contains(&i));
        r.article.tokens()[i].is_word() && !r.is_content(i) && !dated
    };
    let counts = (0..b.article.tokens().len()).filter(|i| small(b, &others, *i)).map(|i| b.article.lower(i)).counts();
    let mut seen: FxHashMap<&str, usize> = FxHashMap::default();
    (0..a.article.tokens().len())
        .filter(|i| small(a, &own, *i))
        .filter(|&i| {
            let times = seen.entry(a.article.lower(i)).or_insert(0);
            *times += 1;
            *times > counts.get(a.article.lower(i)).copied().unwrap_or(0)
        })
        .collect()
}
