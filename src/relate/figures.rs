//! Figures of two claims: which of them count the same thing, and whether they say the same of it.

use super::judgement::{Difference, Support};
use super::occasion::{self, Occasion};
use super::scope::{self, Scope};
use super::speaker;
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use std::cmp::Reverse;

use itertools::Itertools;

use crate::claim::{Claim, Figure};
use crate::comparison::{Pairing, Reading};
use crate::lexicon::{Lexicon, WordRelation};
use crate::value::{AmountRelation, Bound};

/// What the figures of two claims come to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Figures that are equal, consistent or rounded.
    pub supports: Vec<Support>,
    /// Figures of one slot that no number satisfies both.
    pub differences: Vec<Difference>,
    /// Two predicates that make the figures two slots: "killed", "injured".
    pub other_slot: Option<(String, String)>,
}

/// How surely two figures count the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Fit {
    /// Another dimension or another counted noun: never compared.
    No,
    /// Nothing speaks against it, and little for it.
    Loose,
    /// The same unit and noun, or words of one meaning for it.
    Close,
}

/// Share of the words that must match for two figures to be held against each other by their place in the sentence alone.
const SAME_SENTENCE: f64 = 0.55;

/// Pairs the figures of two claims, equal ones first, and judges each pair.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Outcome {
    let (left, right) = (&a.claim.value.figures, &b.claim.value.figures);
    let mut outcome = Outcome::default();
    let same_sentence = pairing.share(a, b) >= SAME_SENTENCE;
    let mut candidates = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            let one_dimension = x.unit == y.unit && (x.unit.is_none() || scope::is_share(a, &x.text) == scope::is_share(b, &y.text));
            if !one_dimension {
                continue;
            }
            let relation = relation(x, y);
            let near = pairing.context(a, &x.text, b, &y.text);
            let place = (i * right.len()).abs_diff(j * left.len());
            candidates.push((relation == AmountRelation::Apart, Reverse(fit(x, y, lexicon)), Reverse(near), place, i, j, relation));
        }
    }
    candidates.sort_by_key(|c| (c.0, c.1, c.2, c.3, c.4, c.5));
    let (mut used_left, mut used_right) = (vec![false; left.len()], vec![false; right.len()]);
    for (apart, Reverse(fit), Reverse(near), _, i, j, relation) in candidates {
        // figures that differ are one slot's by their noun, by the words around them, or by a sentence that is the same otherwise
        let one_slot = match fit {
            Fit::Close => true,
            Fit::Loose => near >= 2 || same_sentence,
            Fit::No => near >= 1 && same_sentence,
        };
        let verbs = other_predicate((a, &left[i]), (b, &right[j]), pairing, lexicon).filter(|_| apart && one_slot);
        let one_slot = one_slot && verbs.is_none();
        outcome.other_slot = outcome.other_slot.or(verbs);
        if used_left[i] || used_right[j] || (apart && !one_slot) || (!apart && fit == Fit::No && near == 0) {
            continue;
        }
        (used_left[i], used_right[j]) = (true, true);
        let (x, y) = (&left[i], &right[j]);
        if apart {
            outcome.differences.push(difference((a, x), (b, y), pairing, lexicon));
        } else {
            outcome.supports.push(Support { relation: agreement(relation), a: x.text.clone(), b: y.text.clone() });
        }
    }
    outcome
}

/// Share of the words above which two verbs near a figure are two words for one thing ("tumbled", "shed").
const SAME_BUT_VERB: f64 = 0.75;

/// "12 killed" and "30 injured": verbs beside the two figures that have no partner and nothing to do with each other.
fn other_predicate(
    (a, x): (&Reading<'_>, &Figure),
    (b, y): (&Reading<'_>, &Figure),
    pairing: &Pairing,
    lexicon: &Lexicon,
) -> Option<(String, String)> {
    if pairing.share(a, b) >= SAME_BUT_VERB {
        return None;
    }
    let lone = |index: usize, left: bool| !pairing.matched.iter().any(|m| index == if left { m.left } else { m.right });
    // the verbs near the figure; a matched one that is nearer than all others tells that the figures have one predicate
    let verbs = |r: &Reading<'_>, words: &str, left: bool| -> Vec<usize> {
        const REACH: usize = 3;
        let Some((first, last)) = r.tokens_of(words) else { return Vec::new() };
        let distance = |t: usize| first.saturating_sub(t).max((t + 1).saturating_sub(last));
        let verb = |t: usize| distance(t) <= REACH && r.article.tokens()[t].tag.is_verb();
        let near: Vec<(usize, usize)> =
            (0..r.own).filter_map(|i| r.terms[i].token.filter(|t| verb(*t)).map(|t| (distance(t), i))).sorted().collect();
        let shared = near.first().is_none_or(|(_, i)| !lone(*i, left));
        if shared { Vec::new() } else { near.into_iter().map(|(_, i)| i).filter(|&i| lone(i, left)).sorted().collect() }
    };
    let (p, q) = (verbs(a, &x.text, true), verbs(b, &y.text, false));
    let related = |i: usize, j: usize| {
        let (v, w) = (&a.terms[i], &b.terms[j]);
        lexicon.relation(&v.word, &w.word).is_some() || v.concepts.iter().any(|c| w.concepts.contains(c))
    };
    let (first, second) = (p.first()?, q.first()?);
    let apart = !p.iter().any(|&i| q.iter().any(|&j| related(i, j)));
    apart.then(|| (a.terms[*first].word.clone(), b.terms[*second].word.clone()))
}

/// Two limits of one kind with two numbers ("up to 10 years", "up to 30 years") can both hold of one number, but are two statements.
fn relation(x: &Figure, y: &Figure) -> AmountRelation {
    let limits = x.bound == y.bound && matches!(x.bound, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost);
    match x.amount().relation(&y.amount()) {
        AmountRelation::Consistent if limits => AmountRelation::Apart,
        other => other,
    }
}

fn agreement(relation: AmountRelation) -> Relation {
    match relation {
        AmountRelation::Equal => Relation::Wording,
        _ => Relation::Consistent,
    }
}

/// How surely two figures of one dimension count the same thing. The noun of a measure is what it is said of, which two outlets put
/// in two ways; only of a count does another noun tell them apart.
fn fit(x: &Figure, y: &Figure, lexicon: &Lexicon) -> Fit {
    let noun =
        |f: &Figure| f.noun.as_deref().and_then(|n| n.split_whitespace().last()).map(|n| lexicon.lemma(&n.to_lowercase()).to_owned());
    let (Some(p), Some(q)) = (noun(x), noun(y)) else { return Fit::Loose };
    match lexicon.relation(&p, &q) {
        _ if p == q => Fit::Close,
        Some((WordRelation::Synonym | WordRelation::Same | WordRelation::Derived, _)) => Fit::Close,
        Some((WordRelation::Broader, _)) => Fit::Loose,
        _ if x.unit.is_some() => Fit::Loose,
        _ => Fit::No,
    }
}

fn difference((a, x): (&Reading<'_>, &Figure), (b, y): (&Reading<'_>, &Figure), pairing: &Pairing, lexicon: &Lexicon) -> Difference {
    let alike = pairing.share(a, b) >= SAME_SENTENCE;
    let occasion = occasion::compare(a, b);
    let mut excuses = vec![part((a, x), (b, y), alike, lexicon), place(a, b), rounding(x, y), source(a.claim, b.claim, lexicon)];
    excuses.splice(0..0, occasion::excuses(a, b, occasion));
    let what = x.noun.as_deref().or(y.noun.as_deref()).map(|n| format!(" {n}")).unwrap_or_default();
    let reason = format!("\u{201c}{}\u{201d} against \u{201c}{}\u{201d}{what}: no number fits both", x.text, y.text);
    let relation = match occasion {
        Occasion::Later => Relation::Superseded,
        Occasion::Other => Relation::OtherEvent,
        Occasion::Same | Occasion::Open => Relation::Value,
    };
    Difference { relation, reason, excuses }
}

fn part((a, x): (&Reading<'_>, &Figure), (b, y): (&Reading<'_>, &Figure), alike: bool, lexicon: &Lexicon) -> Excuse {
    let (p, q) = (scope::of(a, &x.text, lexicon), scope::of(b, &y.text, lexicon));
    let (result, why) = match (&p, &q) {
        (Scope::Open, Scope::Open) => (ExcuseResult::RuledOut, "neither speaks of a part".to_owned()),
        (Scope::Marked(m), Scope::Marked(n)) if m == n => (ExcuseResult::RuledOut, format!("both say \u{201c}{m}\u{201d}")),
        (Scope::Marked(m), _) | (_, Scope::Marked(m)) if alike => {
            (ExcuseResult::RuledOut, format!("\u{201c}{m}\u{201d} on one side, but the other words are the same"))
        }
        (Scope::Marked(m), _) | (_, Scope::Marked(m)) => (ExcuseResult::Possible, format!("one says \u{201c}{m}\u{201d}")),
    };
    Excuse { name: ExcuseName::Part, result, why, a: None, b: None }
}

/// Another place is named where neither claim names the other's.
fn place(a: &Reading<'_>, b: &Reading<'_>) -> Excuse {
    let names = |r: &Reading<'_>, place: &str| r.terms.iter().any(|t| t.word == place);
    let elsewhere = |place: &&str, other: &Reading<'_>| !names(other, place);
    let (result, why) = match (a.places(), b.places()) {
        (x, y) if !x.is_empty() && !y.is_empty() && x.iter().all(|p| elsewhere(p, b)) && y.iter().all(|p| elsewhere(p, a)) => {
            (ExcuseResult::Possible, format!("{} and {}", x[0], y[0]))
        }
        _ => (ExcuseResult::RuledOut, "no other place is named".to_owned()),
    };
    Excuse { name: ExcuseName::OtherPlace, result, why, a: None, b: None }
}

fn rounding(x: &Figure, y: &Figure) -> Excuse {
    let why = format!("{} does not round to {}", x.text, y.text);
    Excuse { name: ExcuseName::Rounding, result: ExcuseResult::RuledOut, why, a: Some(x.span), b: Some(y.span) }
}

fn source(a: &Claim, b: &Claim, lexicon: &Lexicon) -> Excuse {
    let (result, why) = match (a.source(), b.source()) {
        (Some(x), Some(y)) if speaker::two_people(&x.names, &y.names, lexicon) => {
            (ExcuseResult::Possible, format!("{} and {}", x.names.join(" and "), y.names.join(" and ")))
        }
        _ => (ExcuseResult::RuledOut, "no two sources are named".to_owned()),
    };
    Excuse { name: ExcuseName::OtherSource, result, why, a: None, b: None }
}
