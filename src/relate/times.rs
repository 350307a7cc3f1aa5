//! Dates of two claims: the same day, one within the other, or two.

use super::judgement::{Difference, Support};
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::claim::TimeValue;
use crate::comparison::{Pairing, Reading};
use crate::value::{Granularity, TimeRelation};

/// What the dates of two claims come to.
#[derive(Debug, Default)]
pub(super) struct Outcome {
    pub supports: Vec<Support>,
    pub differences: Vec<Difference>,
}

/// Each date of one claim against the dates of the other; a date that has its like on the other side is settled.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> Outcome {
    let dated = |times: &[TimeValue]| -> Vec<(TimeValue, crate::value::Time)> {
        times.iter().filter_map(|t| Some((t.clone(), t.time()?))).collect()
    };
    let (left, right) = (dated(&a.claim.value.times), dated(&b.claim.value.times));
    let mut outcome = Outcome::default();
    let mut open_right: Vec<bool> = vec![true; right.len()];
    for (x, time) in &left {
        let best = right.iter().enumerate().filter(|(j, _)| open_right[*j]).min_by_key(|(j, (_, other))| (rank(time.relation(other)), *j));
        let Some((j, (y, other))) = best else { continue };
        match time.relation(other) {
            TimeRelation::Equal => outcome.supports.push(Support { relation: Relation::Wording, a: x.text.clone(), b: y.text.clone() }),
            TimeRelation::Within | TimeRelation::Overlap => {
                outcome.supports.push(Support { relation: Relation::Refinement, a: x.text.clone(), b: y.text.clone() })
            }
            TimeRelation::Apart => {
                let exact = time.granularity >= Granularity::Month && other.granularity >= Granularity::Month;
                // two dates of two claims are one slot's only where the words around them match
                if exact && left.len() == right.len() && pairing.context(a, &x.text, b, &y.text) >= 1 {
                    outcome.differences.push(difference(x, y));
                }
            }
        }
        open_right[j] = false;
    }
    outcome
}

fn rank(relation: TimeRelation) -> u8 {
    match relation {
        TimeRelation::Equal => 0,
        TimeRelation::Within => 1,
        TimeRelation::Overlap => 2,
        TimeRelation::Apart => 3,
    }
}

fn difference(x: &TimeValue, y: &TimeValue) -> Difference {
    let reason = format!("\u{201c}{}\u{201d} ({}) against \u{201c}{}\u{201d} ({})", x.text, x.value, y.text, y.value);
    let excuse = Excuse {
        name: ExcuseName::OtherEvent,
        result: ExcuseResult::RuledOut,
        why: "the words around both dates are the same".to_owned(),
        a: Some(x.span),
        b: Some(y.span),
    };
    Difference { relation: Relation::Date, reason, excuses: vec![excuse] }
}
