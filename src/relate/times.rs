//! Dates of two claims: the same day, one within the other, or two.

use super::difference::{Difference, SAME_SENTENCE, Support};
use super::speaker::{self, same_source};
use super::{Excuse, ExcuseName, ExcuseResult, Relation, participants};
use crate::claim::{Facet, Provenance, TimeValue};
use crate::comparison::{Pairing, Reading};
use crate::lexicon::Lexicon;
use crate::value::{Granularity, TimePoint, TimeRelation, Timex};

/// What the dates of two claims come to.
#[derive(Debug, Default)]
pub(super) struct DateOutcome {
    pub supports: Vec<Support>,
    pub differences: Vec<Difference>,
}

/// Matched words close to both dates that tell the same of less similar sentences ("the bridge was last inspected in"), and how
/// similar those must be.
const SAME_WORDS: usize = 2;
const SIMILAR: f64 = 0.4;

/// Each date of one claim against the dates of the other; a date that has its like on the other side is settled, but for two that stand
/// between the same words.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> DateOutcome {
    let mut outcome = DateOutcome::default();
    let (left, right) = (&a.claim.value.times, &b.claim.value.times);
    let mut candidates = Vec::new();
    for (i, x) in left.iter().enumerate() {
        for (j, y) in right.iter().enumerate() {
            if let Some(relation) = relation(x, y) {
                let place = (i * right.len()).abs_diff(j * left.len());
                candidates.push((!in_one_place((a, x), (b, y)), rank(relation), place, i, j, relation));
            }
        }
    }
    candidates.sort_by_key(|c| (c.0, c.1, c.2, c.3, c.4));
    let (mut used_left, mut used_right) = (vec![false; left.len()], vec![false; right.len()]);
    let share = pairing.share(a, b);
    let saying = only_tells_saying(a, lexicon) || only_tells_saying(b, lexicon);
    let near = |x: &TimeValue, y: &TimeValue| share >= SIMILAR && pairing.context((a, x.span), (b, y.span)) >= SAME_WORDS;
    for (.., i, j, relation) in candidates {
        let (x, y) = (&left[i], &right[j]);
        if used_left[i] || used_right[j] {
            continue;
        }
        match relation {
            TimeRelation::Equal => outcome.supports.push(Support { relation: Relation::Wording, a: x.plain(), b: y.plain() }),
            TimeRelation::Within | TimeRelation::Overlap => {
                outcome.supports.push(Support { relation: Relation::Refinement, a: x.plain(), b: y.plain() })
            }
            TimeRelation::Apart if !saying && (share >= SAME_SENTENCE || near(x, y)) => {
                outcome.differences.push(difference(x, y, participants::of_subjects(a, b, pairing, lexicon)))
            }
            TimeRelation::Apart => continue,
        }
        (used_left[i], used_right[j]) = (true, true);
    }
    outcome
}

/// Whether all that a claim tells is that somebody said something, on which people do on many days: "Bell confirmed on Friday", but not
/// "announced the tariffs on Friday".
fn only_tells_saying(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    let slot = &reading.claim.slot;
    let predicate = slot.get(Facet::Predicate).map(|filler| filler.text.to_lowercase());
    let names_what = slot.get(Facet::Object).is_some_and(|object| object.from == Provenance::Stated);
    !names_what && predicate.is_some_and(|word| lexicon.speech().verb(&word).is_some())
}

/// Share of the words that must match for one saying to be dated to two days; people say nearly the same on many.
const ONE_SAYING: f64 = 0.6;

/// The days on which one thing was said, where they are two: "the companies said on Friday", "on Sunday".
pub(super) fn of_saying(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Difference> {
    let (x, y) = (a.claim.source()?, b.claim.source()?);
    let (p, q) = (x.setting.when.as_ref()?, y.setting.when.as_ref()?);
    let one_source = same_source(&x.names, &y.names) || speaker::is_pronoun(x, lexicon) || speaker::is_pronoun(y, lexicon);
    let one_saying = one_source && pairing.share(a, b) >= ONE_SAYING && pairing.matched.len() > SAME_WORDS;
    let ruled_out = Excuse::new(ExcuseName::OtherEvent, ExcuseResult::RuledOut, "the words are the same");
    (one_saying && relation(p, q) == Some(TimeRelation::Apart)).then(|| {
        let difference = difference(p, q, ruled_out);
        Difference { reason: format!("said on {}", difference.reason), ..difference }
    })
}

/// Whether the words right before and behind two dates are the same, and tell of something: "making Saturday the", "making Tuesday the".
fn in_one_place((a, x): (&Reading<'_>, &TimeValue), (b, y): (&Reading<'_>, &TimeValue)) -> bool {
    let around = |r: &Reading<'_>, time: &TimeValue| {
        let (first, last) = r.tokens_at(time.span)?;
        let before = first.checked_sub(1)?;
        let tells = r.is_content(before) || r.is_content(last);
        (tells && last < r.article.tokens().len()).then(|| [r.article.lower(before).to_owned(), r.article.lower(last).to_owned()])
    };
    around(a, x).is_some_and(|words| around(b, y).is_some_and(|others| words == others))
}

/// How two dates stand to each other, if both are exact enough to be told apart: a month at least. Where no dateline is known, two
/// weekdays or two months are compared by their names.
fn relation(x: &TimeValue, y: &TimeValue) -> Option<TimeRelation> {
    if one_end(&x.value, &y.value) {
        return Some(TimeRelation::Apart);
    }
    match (x.time(), y.time()) {
        (Some(p), Some(q)) => {
            let relation = p.relation(&q);
            let exact = p.granularity >= Granularity::Month && q.granularity >= Granularity::Month;
            (relation != TimeRelation::Apart || exact).then_some(relation)
        }
        (None, None) => match (&x.value, &y.value) {
            (Timex::Point(p), Timex::Point(q)) => of_open(*p, *q),
            (Timex::Interval(p, first), Timex::Interval(q, second)) => of_open(*p, *q)?.max(of_open(*first, *second)?).into(),
            _ => None,
        },
        _ => None,
    }
}

/// Two dates of some year: some Monday and some Tuesday, some February and some March.
fn of_open(x: TimePoint, y: TimePoint) -> Option<TimeRelation> {
    let (p, q) = (x.date?, y.date?);
    let one = p == q && x.clock.zip(y.clock).is_none_or(|(x, y)| x.may_equal(y));
    p.is_like(q).then_some(if one { TimeRelation::Equal } else { TimeRelation::Apart })
}

/// Two spans of time that have one end in common are one span with two ends: "from May to October", "from May to July". Another day of
/// one month tells the same more exactly.
fn one_end(x: &Timex, y: &Timex) -> bool {
    let (Timex::Interval(first, last), Timex::Interval(from, to)) = (x, y) else { return false };
    let months = |p: &TimePoint, q: &TimePoint| p.month() != q.month();
    (first == from && months(last, to)) || (last == to && months(first, from))
}

fn rank(relation: TimeRelation) -> u8 {
    match relation {
        TimeRelation::Equal => 0,
        TimeRelation::Within => 1,
        TimeRelation::Overlap => 2,
        TimeRelation::Apart => 3,
    }
}

fn difference(x: &TimeValue, y: &TimeValue, further: Excuse) -> Difference {
    let reason = format!("\u{201c}{}\u{201d} ({}) against \u{201c}{}\u{201d} ({})", x.plain(), x.value, y.plain(), y.value);
    let excuse = Excuse {
        name: ExcuseName::OtherEvent,
        result: ExcuseResult::RuledOut,
        why: "the words around both dates are the same".to_owned(),
        a: Some(x.span),
        b: Some(y.span),
    };
    Difference { relation: Relation::Date, reason, excuses: vec![excuse, further] }
}
