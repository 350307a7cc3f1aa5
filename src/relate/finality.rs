//! Settled for good in one claim, for now in the other: "a permanent exemption", "an exemption in principle".

use super::difference::{Difference, SAME_SENTENCE};
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::claim::Modality;
use crate::comparison::{Pairing, Reading};
use crate::lexicon::{Finality, Lexicon};

/// Two claims of one thing of which one calls it final and the other provisional.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Difference> {
    if pairing.share(a, b) < SAME_SENTENCE || !is_told(a) || !is_told(b) {
        return None;
    }
    let ((x, p), (y, q)) = (of(a, lexicon)?, of(b, lexicon)?);
    let reason = || format!("\u{201c}{p}\u{201d} against \u{201c}{q}\u{201d}: settled for good in one, for now in the other");
    (x != y).then(|| Difference { relation: Relation::Status, reason: reason(), excuses: vec![parties(a, b, pairing)] })
}

/// Told as a fact: what somebody asks for, or weighs "whether to" do, is settled in no way.
fn is_told(reading: &Reading<'_>) -> bool {
    let open = matches!(reading.claim.modality, Modality::Possible | Modality::Conditional | Modality::Asked | Modality::Required);
    !open && !(0..reading.article.tokens().len()).any(|i| reading.article.lower(i) == "whether")
}

/// How settled a claim says something is, with the words; `None` where it says nothing, or both.
fn of(reading: &Reading<'_>, lexicon: &Lexicon) -> Option<(Finality, String)> {
    let article = &reading.article;
    let count = article.tokens().len();
    let mut told = (0..count).filter_map(|i| lexicon.finality(article.lowers(i, count)).map(|(length, finality)| (i, length, finality)));
    let (at, length, finality) = told.next()?;
    told.all(|(.., other)| other == finality).then(|| (finality, article.clean(article.span(at, at + length))))
}

/// "A final agreement with one country, one in principle with another": names that each side has alone.
fn parties(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> Excuse {
    let lone = |r: &Reading<'_>, matched: &dyn Fn(usize) -> bool| (0..r.own).any(|i| r.terms[i].name && !matched(i));
    let (left, right) = (|i: usize| pairing.partner(i).is_some(), |j: usize| pairing.matched.iter().any(|m| m.right == j));
    match lone(a, &left) && lone(b, &right) {
        true => Excuse::new(ExcuseName::OtherParty, ExcuseResult::Possible, "each names somebody whom the other does not"),
        false => Excuse::new(ExcuseName::OtherParty, ExcuseResult::RuledOut, "no two parties are named"),
    }
}
