//! From groups to findings: pairs related, values gathered, the strongest relation first.

use itertools::Itertools;
use rustc_hash::FxHashMap;

use super::{Finding, PairRow, ValueRow, title};
use crate::claim::{Claim, ClaimKind, Figure, fingerprint};
use crate::comparison::Reading;
use crate::judgement::{Judged, judge};
use crate::lexicon::Lexicon;
use crate::linkage::{self, Linker, bits};
use crate::origin::Origin;
use crate::relate::{Family, Judgement, Relation, same_source};
use crate::value::AmountRelation;

/// What assembling reads besides the group itself.
#[derive(Debug, Clone, Copy)]
pub struct StoryContext<'s> {
    /// Outlet of each document, in input order: (document id, outlet).
    pub outlets: &'s [(String, String)],
    /// Who copies whom.
    pub origins: &'s [Origin],
    /// What scores a pair.
    pub linker: &'s Linker<'s>,
    /// The word lists.
    pub lexicon: &'s Lexicon,
}

impl StoryContext<'_> {
    fn outlet(&self, claim: &Claim) -> &str {
        self.outlets.iter().find(|(id, _)| *id == claim.document).map_or("", |(_, outlet)| outlet.as_str())
    }

    fn origin(&self, claim: &Claim) -> &str {
        self.origins.iter().find(|o| o.documents.contains(&claim.document)).map_or("", |o| o.id.as_str())
    }
}

/// The finding of one group of claims that stand in two documents at least; `members` in the order of documents and places.
#[must_use]
pub fn assemble(members: &[&Reading<'_>], story: StoryContext<'_>) -> Finding {
    let pairs = pair_rows(members, story);
    let verdict = verdict(members, &pairs, story);
    let ids: Vec<String> = members.iter().map(|m| m.claim.id.clone()).collect();
    let carried: Vec<&str> = members.iter().map(|m| story.outlet(m.claim)).collect();
    let silent = story.outlets.iter().map(|(_, outlet)| outlet).unique().filter(|o| !carried.contains(&o.as_str())).cloned().collect();
    Finding {
        id: format!("g{:010x}", fingerprint(ids.iter().map(String::as_str).sorted()) & 0xff_ffff_ffff),
        title: title::title(&titled(members, &pairs)),
        family: verdict.relation.family(),
        relation: verdict.relation,
        reason: verdict.reason,
        probability: verdict.probability,
        values: value_rows(members, story),
        members: ids,
        silent,
        pairs,
    }
}

/// The members that name a finding: those that differ, where some do.
fn titled<'r, 'c>(members: &[&'r Reading<'c>], pairs: &[PairRow]) -> Vec<&'r Reading<'c>> {
    let differs = |m: &&Reading<'_>| pairs.iter().any(|p| p.family == Family::Differ && (p.a == m.claim.id || p.b == m.claim.id));
    let some: Vec<_> = members.iter().copied().filter(differs).collect();
    if some.is_empty() { members.to_vec() } else { some }
}

fn pair_rows(members: &[&Reading<'_>], story: StoryContext<'_>) -> Vec<PairRow> {
    let other_documents = members.iter().array_combinations().filter(|[a, b]| a.claim.document != b.claim.document);
    other_documents
        .map(|[a, b]| {
            let Judged { millibits, judgement: Judgement { relation, reason, excuses }, .. } = judge(a, b, story.linker, story.lexicon);
            let (a, b) = (a.claim.id.clone(), b.claim.id.clone());
            PairRow { a, b, family: relation.family(), relation, reason, weight: bits(millibits), excuses }
        })
        .collect()
}

/// What all pairs of a finding come to.
struct Verdict {
    relation: Relation,
    reason: String,
    /// Of the links that speak for it.
    probability: f64,
}

/// From one pair in so many on, values that are no conflict are what a finding is told by, and not the agreement on each of them.
const ASIDE: usize = 4;

/// Below this mean probability agreement is no finding. In four stories with known groups 14 of 32 pairs of such groups belonged
/// together, and 9 of 10 of the others.
const DOUBTFUL: f64 = 0.45;

/// A finding is told by its strongest pair; where one text stands behind all members, agreement is an echo.
fn verdict(members: &[&Reading<'_>], pairs: &[PairRow], story: StoryContext<'_>) -> Verdict {
    let Some(strongest) = strongest(pairs) else {
        return Verdict { relation: Relation::SingleSource, reason: String::new(), probability: 0.0 };
    };
    // four dead in the morning and seven at night: that most outlets agree on either is not what there is to tell
    let aside: Vec<&PairRow> = pairs.iter().filter(|p| p.family == Family::NotAConflict).collect();
    let told_aside = strongest.family == Family::Agree && aside.len() * ASIDE >= pairs.len();
    let heaviest = aside.into_iter().max_by(|p, q| p.weight.total_cmp(&q.weight));
    let strongest = heaviest.filter(|_| told_aside).unwrap_or(strongest);
    let probability = probability(pairs, strongest.family);
    let (relation, reason) = match strongest.family {
        Family::Agree if members.iter().map(|m| story.origin(m.claim)).all_equal() => (Relation::Echo, "all go back to one text"),
        Family::Agree if probability < DOUBTFUL => (Relation::CannotTell, "they may well speak of different things"),
        _ => (strongest.relation, strongest.reason.as_str()),
    };
    Verdict { relation, reason: reason.to_owned(), probability }
}

/// The pair that a finding is told by: a difference before a dispute, a dispute before agreement; in agreement another wording before
/// the same words, for that is what there is to tell; the heaviest of them.
fn strongest(pairs: &[PairRow]) -> Option<&PairRow> {
    let rank = |pair: &PairRow| match (pair.family, pair.relation) {
        (Family::Differ, _) => 0,
        (Family::Disputed, _) => 1,
        (Family::Agree, Relation::Verbatim) => 3,
        (Family::Agree, _) => 2,
        (Family::NotAConflict, _) => 4,
        (Family::Note | Family::Unrelated, _) => 5,
    };
    pairs.iter().min_by(|p, q| rank(p).cmp(&rank(q)).then(q.weight.total_cmp(&p.weight)))
}

/// The mean probability of the links that speak for the family.
fn probability(pairs: &[PairRow], family: Family) -> f64 {
    let of_family: Vec<f64> = pairs.iter().filter(|p| p.family == family).map(|p| linkage::probability(p.weight)).collect();
    if of_family.is_empty() { 0.0 } else { (of_family.iter().sum::<f64>() / of_family.len() as f64 * 1000.0).round() / 1000.0 }
}

/// One row for each value: equal figures together, other claims by their words. A claim whose figure is a member stands with that.
fn value_rows(members: &[&Reading<'_>], story: StoryContext<'_>) -> Vec<ValueRow> {
    let mut rows: Vec<(&Reading<'_>, ValueRow)> = Vec::new();
    let figures = members.iter().filter(|m| m.claim.kind == ClaimKind::Figure);
    let told_by: FxHashMap<&str, &str> = figures.filter_map(|m| Some((m.claim.parent.as_deref()?, m.claim.id.as_str()))).collect();
    for reading in members.iter().sorted_by_key(|m| told_by.contains_key(m.claim.id.as_str())) {
        let figure = told_by.get(reading.claim.id.as_str());
        let claim = reading.claim;
        let (outlet, origin) = (story.outlet(claim).to_owned(), story.origin(claim).to_owned());
        let row = match figure {
            Some(figure) => rows.iter_mut().find(|(_, row)| row.claims.iter().any(|c| c == figure)),
            None => rows.iter_mut().find(|(first, _)| same_value(first, reading)),
        };
        match row {
            Some((_, row)) => {
                row.claims.push(claim.id.clone());
                if !row.outlets.contains(&outlet) {
                    row.outlets.push(outlet);
                }
                if !row.origins.contains(&origin) {
                    row.origins.push(origin);
                }
            }
            None => {
                let figure = claim.value.figures.first().filter(|_| claim.kind == ClaimKind::Figure);
                let row = ValueRow {
                    text: figure.map_or_else(|| claim.plain.clone(), Figure::plain),
                    low: figure.and_then(|f| f.low),
                    high: figure.and_then(|f| f.high),
                    bound: figure.map(|f| f.bound),
                    claims: vec![claim.id.clone()],
                    outlets: vec![outlet],
                    origins: vec![origin],
                    consistent_with: Vec::new(),
                };
                rows.push((reading, row));
            }
        }
    }
    let consistent: Vec<Vec<usize>> =
        (0..rows.len()).map(|i| (0..rows.len()).filter(|&j| i != j && holds_with(rows[i].0, rows[j].0)).collect()).collect();
    rows.into_iter().zip(consistent).map(|((_, row), with)| ValueRow { consistent_with: with, ..row }).collect()
}

fn relation_of_figures(a: &Reading<'_>, b: &Reading<'_>) -> Option<AmountRelation> {
    let figure =
        |r: &Reading<'_>| r.claim.value.figures.first().filter(|_| r.claim.kind == ClaimKind::Figure).map(|f| (f.amount(), f.unit.clone()));
    let ((x, unit_x), (y, unit_y)) = (figure(a)?, figure(b)?);
    (unit_x == unit_y).then(|| x.relation(&y))
}

fn same_value(a: &Reading<'_>, b: &Reading<'_>) -> bool {
    match relation_of_figures(a, b) {
        Some(relation) => relation == AmountRelation::Equal,
        None => a.claim.kind == b.claim.kind && a.plain() == b.plain() && !other_speaker(a.claim, b.claim),
    }
}

/// Words that are credited to two people stand in two rows.
fn other_speaker(a: &Claim, b: &Claim) -> bool {
    a.kind == ClaimKind::Utterance && a.source().zip(b.source()).is_some_and(|(p, q)| !same_source(&p.names, &q.names))
}

fn holds_with(a: &Reading<'_>, b: &Reading<'_>) -> bool {
    matches!(relation_of_figures(a, b), Some(AmountRelation::Consistent | AmountRelation::Rounded))
}
