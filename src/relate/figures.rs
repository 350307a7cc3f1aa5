//! Figures of two claims: which of them count the same thing, and whether they say the same of it.

use super::judgement::{Difference, Support};
use super::scope::{self, Scope};
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::claim::{Claim, Figure};
use crate::comparison::{Pairing, Reading};
use crate::lexicon::{Lexicon, WordRelation};
use crate::value::AmountRelation;

/// What the figures of two claims come to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    /// Figures that are equal, consistent or rounded.
    pub supports: Vec<Support>,
    /// Figures of one slot that no number satisfies both.
    pub differences: Vec<Difference>,
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

/// Pairs the figures of two claims, equal ones first, and judges each pair.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Outcome {
    let (left, right) = (&a.claim.value.figures, &b.claim.value.figures);
    let mut outcome = Outcome::default();
    if left.is_empty() || right.is_empty() {
        return outcome;
    }
    let mut candidates = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            let fit = fit(x, y, lexicon);
            if fit == Fit::No || (x.unit.is_some() && scope::is_share(a, &x.text) != scope::is_share(b, &y.text)) {
                continue;
            }
            let relation = x.amount().relation(&y.amount());
            let near = pairing.context(a, &x.text, b, &y.text);
            candidates.push((relation == AmountRelation::Apart, std::cmp::Reverse(fit), std::cmp::Reverse(near), i, j, relation));
        }
    }
    candidates.sort_by_key(|c| (c.0, c.1, c.2, c.3, c.4));
    let (mut used_left, mut used_right) = (vec![false; left.len()], vec![false; right.len()]);
    for (apart, fit, near, i, j, relation) in candidates {
        if used_left[i] || used_right[j] {
            continue;
        }
        let (x, y) = (&left[i], &right[j]);
        // a figure that differs needs more than a shared unit: its noun, or the words around it
        if apart && fit.0 == Fit::Loose && near.0 < 2 {
            continue;
        }
        (used_left[i], used_right[j]) = (true, true);
        if apart {
            outcome.differences.push(difference(a, x, b, y));
        } else {
            outcome.supports.push(Support { relation: agreement(relation), a: x.text.clone(), b: y.text.clone() });
        }
    }
    outcome
}

fn agreement(relation: AmountRelation) -> Relation {
    match relation {
        AmountRelation::Equal => Relation::Wording,
        _ => Relation::Consistent,
    }
}

/// Whether two figures may be compared at all: one dimension, one counted noun, no age, rate or percentage against a count.
fn fit(x: &Figure, y: &Figure, lexicon: &Lexicon) -> Fit {
    let noun =
        |f: &Figure| f.noun.as_deref().and_then(|n| n.split_whitespace().last()).map(|n| lexicon.lemma(&n.to_lowercase()).to_owned());
    match (&x.unit, &y.unit) {
        (Some(a), Some(b)) if a != b => return Fit::No,
        (None, Some(_)) | (Some(_), None) => return Fit::No,
        _ => {}
    }
    if x.trend.is_some() && y.trend.is_some() && x.trend != y.trend {
        return Fit::No;
    }
    match (noun(x), noun(y)) {
        (Some(a), Some(b)) if a == b => Fit::Close,
        (Some(a), Some(b)) => match lexicon.relation(&a, &b) {
            Some((WordRelation::Synonym | WordRelation::Same | WordRelation::Derived, _)) => Fit::Close,
            Some((WordRelation::Broader, _)) => Fit::Loose,
            _ if x.unit.is_some() => Fit::Loose,
            _ => Fit::No,
        },
        _ if x.unit.is_some() => Fit::Loose,
        (None, None) => Fit::Loose,
        _ => Fit::Loose,
    }
}

fn difference(a: &Reading<'_>, x: &Figure, b: &Reading<'_>, y: &Figure) -> Difference {
    let excuses = vec![later(a.claim, b.claim), part(a, x, b, y), place(a, b), rounding(x, y), source(a.claim, b.claim)];
    let what = x.noun.as_deref().or(y.noun.as_deref()).map(|n| format!(" {n}")).unwrap_or_default();
    let reason = format!("\u{201c}{}\u{201d} against \u{201c}{}\u{201d}{what}: no number fits both", x.text, y.text);
    Difference { relation: Relation::Value, reason, excuses }
}

fn later(a: &Claim, b: &Claim) -> Excuse {
    let day = |c: &Claim| c.as_of.as_ref().map(|t| t.high.get(..10).unwrap_or(&t.high).to_owned());
    let (result, why) = match (day(a), day(b)) {
        (Some(x), Some(y)) if x == y => (ExcuseResult::RuledOut, format!("both of {x}")),
        (Some(x), Some(y)) => (ExcuseResult::Possible, format!("{x} and {y}")),
        _ => (ExcuseResult::Possible, "a date is not known".to_owned()),
    };
    Excuse { name: ExcuseName::Later, result, why, a: None, b: None }
}

fn part(a: &Reading<'_>, x: &Figure, b: &Reading<'_>, y: &Figure) -> Excuse {
    let (p, q) = (scope::of(a, &x.text), scope::of(b, &y.text));
    let (result, why) = match (&p, &q) {
        (Scope::Open, Scope::Open) => (ExcuseResult::RuledOut, "neither speaks of a part".to_owned()),
        (Scope::Marked(m), Scope::Marked(n)) if m == n => (ExcuseResult::RuledOut, format!("both say \u{201c}{m}\u{201d}")),
        (Scope::Marked(m), _) | (_, Scope::Marked(m)) => (ExcuseResult::Possible, format!("one says \u{201c}{m}\u{201d}")),
    };
    Excuse { name: ExcuseName::Part, result, why, a: None, b: None }
}

fn place(a: &Reading<'_>, b: &Reading<'_>) -> Excuse {
    let (result, why) = match (a.places(), b.places()) {
        (x, y) if !x.is_empty() && !y.is_empty() && !x.iter().any(|p| y.contains(p)) => {
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

fn source(a: &Claim, b: &Claim) -> Excuse {
    let name = |c: &Claim| c.source().map(|s| s.names.join(" and "));
    let (result, why) = match (name(a), name(b)) {
        (Some(x), Some(y)) if x != y => (ExcuseResult::Possible, format!("{x} and {y}")),
        _ => (ExcuseResult::RuledOut, "no two sources are named".to_owned()),
    };
    Excuse { name: ExcuseName::OtherSource, result, why, a: None, b: None }
}
