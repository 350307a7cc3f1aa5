//! What a finding looks like on any page: who carries which value, and what became of the excuses.

use itertools::Itertools;

use super::Story;
use super::words::{clip, count, list};
use crate::claim::Claim;
use crate::document::Published;
use crate::finding::{Finding, PairRow, ValueRow};
use crate::relate::{Excuse, ExcuseName, ExcuseResult};

/// One origin that carries a value: the outlet that had it first, and those that carry the same text.
#[derive(Clone, Debug, PartialEq)]
pub struct Carrier<'r> {
    /// The outlet whose document is the earliest of its origin here; in doubt the first in input order.
    pub outlet: &'r str,
    /// The other outlets of that origin, in input order.
    pub copies: Vec<&'r str>,
    /// When the earliest document was published.
    pub published: Option<&'r Published>,
    /// Its claim: the words that prove it.
    pub claim: &'r Claim,
}

/// The origins that carry a value, by time of publication; undated ones last.
#[must_use]
pub fn carriers<'r>(story: &Story<'r>, row: &'r ValueRow) -> Vec<Carrier<'r>> {
    let claims = row.claims.iter().filter_map(|id| story.claim(id));
    let mut origins: Vec<(&str, Vec<&'r Claim>)> = Vec::new();
    for claim in claims {
        let origin = story.origin(&claim.document);
        match origins.iter_mut().find(|(id, _)| *id == origin) {
            Some((_, members)) => members.push(claim),
            None => origins.push((origin, vec![claim])),
        }
    }
    let mut carriers: Vec<Carrier<'_>> = origins.iter().filter_map(|(_, claims)| carrier(story, claims)).collect();
    carriers.sort_by_key(|carrier| moment_key(carrier.published));
    carriers
}

fn carrier<'r>(story: &Story<'r>, claims: &[&'r Claim]) -> Option<Carrier<'r>> {
    let published = |claim: &Claim| story.heading(&claim.document).and_then(|h| h.published.as_ref());
    let claim = *claims.iter().min_by_key(|claim| moment_key(published(claim)))?;
    let outlet = story.outlet(&claim.document);
    let copies = claims.iter().map(|c| story.outlet(&c.document)).unique().filter(|o| *o != outlet).collect();
    Some(Carrier { outlet, copies, published: published(claim), claim })
}

/// Sorts by day, then by clock where it is known; what is undated comes last.
pub(super) fn moment_key(published: Option<&Published>) -> impl Ord + use<> {
    (published.is_none(), published.map(Published::date), published.and_then(Published::time))
}

/// The outlets that carry one text, the first one ahead: "Agency (+Herald, Globe)".
#[must_use]
pub fn with_copies(outlet: &str, copies: &[&str]) -> String {
    if copies.is_empty() { outlet.to_owned() } else { format!("{outlet} (+{})", copies.join(", ")) }
}

/// All who carry a value: "Agency (+Herald, Globe), Gazette".
#[must_use]
pub fn carriers_said(carriers: &[Carrier<'_>]) -> String {
    carriers.iter().map(|carrier| with_copies(carrier.outlet, &carrier.copies)).join(", ")
}

/// "consistent with both": the other values that this one does not contradict.
#[must_use]
pub fn consistent_said(finding: &Finding, row: &ValueRow) -> Option<String> {
    let others = finding.values.len().saturating_sub(1);
    match row.consistent_with.len() {
        0 => None,
        2 if others == 2 => Some("consistent with both".to_owned()),
        all if all == others && all > 2 => Some("consistent with all others".to_owned()),
        _ => {
            let rows = row.consistent_with.iter().filter_map(|index| finding.values.get(*index));
            let texts: Vec<String> = rows.map(|row| format!("“{}”", clip(&row.text, 40))).collect();
            Some(format!("consistent with {}", list(&texts)))
        }
    }
}

/// "5 of 7 outlets, 3 origins".
#[must_use]
pub fn carried_said(story: &Story<'_>, finding: &Finding) -> String {
    let outlets = count(story.outlets().len(), "outlet");
    format!("{} of {outlets}, {}", story.finding_outlets(finding), count(story.finding_origins(finding), "origin"))
}

/// A probability for people; never 0 % or 100 %, which nobody knows.
#[must_use]
pub fn percent(probability: f64) -> String {
    match (probability * 100.0).round() {
        p if p < 1.0 => "<1 %".to_owned(),
        p if p > 99.0 => ">99 %".to_owned(),
        p => format!("{p} %"),
    }
}

/// The excuses of a finding, over all pairs that have its relation: an excuse that is possible for one pair is possible.
///
/// In the order possible, unknown, ruled out: what is left to check comes first.
#[must_use]
pub fn ledger(finding: &Finding) -> Vec<(ExcuseResult, Vec<&Excuse>)> {
    let pairs = finding.pairs.iter().filter(|pair| pair.relation == finding.relation);
    let mut strongest: Vec<&Excuse> = Vec::new();
    for excuse in pairs.flat_map(|pair| &pair.excuses) {
        match strongest.iter_mut().find(|known| known.name == excuse.name) {
            Some(known) if openness(excuse.result) < openness(known.result) => *known = excuse,
            Some(_) => {}
            None => strongest.push(excuse),
        }
    }
    strongest.sort_by_key(|excuse| (openness(excuse.result), excuse.name));
    let groups = strongest.into_iter().chunk_by(|excuse| excuse.result);
    groups.into_iter().map(|(result, excuses)| (result, excuses.collect())).collect()
}

fn openness(result: ExcuseResult) -> u8 {
    match result {
        ExcuseResult::Possible => 0,
        ExcuseResult::Unknown => 1,
        ExcuseResult::RuledOut => 2,
    }
}

/// The pair that a reader should look at first: of those with the finding's relation the one with the most evidence for one slot.
#[must_use]
pub fn telling_pair(finding: &Finding) -> Option<&PairRow> {
    let pairs = finding.pairs.iter().filter(|pair| pair.relation == finding.relation);
    pairs.max_by(|x, y| x.weight.total_cmp(&y.weight).then_with(|| y.a.cmp(&x.a)).then_with(|| y.b.cmp(&x.b)))
}

/// An excuse in words, as an editor would ask.
#[must_use]
pub fn excuse_words(name: ExcuseName) -> &'static str {
    match name {
        ExcuseName::Later => "a later figure",
        ExcuseName::Part => "a part of the whole",
        ExcuseName::OtherPlace => "another place",
        ExcuseName::Unit => "another unit",
        ExcuseName::Rounding => "rounding",
        ExcuseName::Translation => "translation",
        ExcuseName::OtherSource => "another source",
        ExcuseName::OtherEvent => "another event",
        ExcuseName::OtherParty => "another party",
    }
}

/// An excuse with the words that decided: "a part of the whole (both “in all”)".
#[must_use]
pub fn excuse_said(excuse: &Excuse) -> String {
    let name = excuse_words(excuse.name);
    if excuse.why.is_empty() { name.to_owned() } else { format!("{name} ({})", excuse.why) }
}

/// What became of an excuse, in words.
#[must_use]
pub fn result_words(result: ExcuseResult) -> &'static str {
    match result {
        ExcuseResult::Possible => "possible",
        ExcuseResult::Unknown => "unknown",
        ExcuseResult::RuledOut => "ruled out",
    }
}
