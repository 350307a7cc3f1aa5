//! Same value? Reads only what the link masked: figures, times, polarity, modality, the wording of a quotation.
//!
//! The rules are asked in a fixed order, and the first that answers decides:
//!
//! | what is found | relation | family |
//! |---|---|---|
//! | one source asserts, another denies | `disputed` | disputed |
//! | one source denies in one claim and asserts in the other | `polarity` | differ |
//! | figures on both sides, none of which is of one slot with another; two verbs that have nothing to do with each other (killed, injured) | `other-scope` | not a conflict |
//! | figures of one slot apart, every excuse ruled out (only a later figure may stay possible) | `value` | differ |
//! | the same, and the texts date the two, a toll has grown, or a price was read at two hours of trading | `superseded`, `other-event` | not a conflict |
//! | the same, and a part, another place or another party is named, or one is ten times the other | `other-scope` | not a conflict |
//! | the same, and another excuse stays open, such as too few words in common | `cannot-tell` | note |
//! | one figure, and two directions | `polarity` | differ |
//! | dates of one slot apart | `date` | differ |
//! | under way against over, final against provisional | `status` | differ |
//! | the largest of something is one in one and another in the other | `entity` | differ |
//! | one statement credited to two people | `speaker` | differ |
//! | an odd number of negations or opposites on matching words; of an utterance | `polarity`; `meaning` | differ |
//! | two days on which one thing was said | `date` | differ |
//! | one utterance in two wordings | `verbatim`, `wording` | agree |
//! | one denial that both report | `wording` | agree |
//! | an approximation, a bound, a rounding, a sum or product of the parts, another unit | `consistent` | agree |
//! | a date within the other | `refinement` | agree |
//! | the same words | `verbatim` | agree |
//! | anything else; "may" on one side is noticed in the reason | `wording` | agree |
//!
//! `tests/relations.rs` holds a named case for each row.

mod difference;
mod dispute;
mod entity;
mod excuses;
mod figures;
mod finality;
mod negation;
mod occasion;
mod participants;
mod parts;
mod polarity;
mod relation;
mod scope;
mod session;
mod speaker;
mod status;
mod times;
mod unit;
mod wording;

pub use relation::{Excuse, ExcuseName, ExcuseResult, Family, Relation};
pub(crate) use speaker::same_source;
pub use wording::Alteration;

use itertools::Itertools;

use self::difference::Difference;
use crate::claim::{ClaimKind, Modality};
use crate::comparison::{Pairing, Reading};
use crate::lexicon::{Class, Lexicon};

/// How two claims of one slot stand to each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// The relation.
    pub relation: Relation,
    /// One sentence that names the words.
    pub reason: String,
    /// The ledger, where there was a candidate difference.
    pub excuses: Vec<Excuse>,
}

impl Judgement {
    fn new(relation: Relation, reason: impl Into<String>) -> Self {
        Self { relation, reason: reason.into(), excuses: Vec::new() }
    }
}

/// Relates two claims that speak about one slot. Symmetric but for the order in which the reason names the words.
#[must_use]
pub fn relate(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Judgement {
    if let Some(disputed) = dispute::compare(a, b, lexicon) {
        return disputed;
    }
    let figures = figures::compare(a, b, pairing, lexicon);
    let times = times::compare(a, b, pairing, lexicon);
    if let Some((p, q)) = figures.two_counts(a, b) {
        return Judgement::new(Relation::OtherScope, format!("two counts: \u{201c}{p}\u{201d} and \u{201c}{q}\u{201d}"));
    }
    let utterances = a.claim.kind == ClaimKind::Utterance && b.claim.kind == ClaimKind::Utterance;
    let variants = utterances.then(|| wording::align(a, b, lexicon));
    let difference = figures.differences.into_iter().chain(times.differences).next();
    let difference = difference
        .or_else(|| status::compare(a, b, lexicon))
        .or_else(|| finality::compare(a, b, pairing, lexicon))
        .or_else(|| entity::compare(a, b, pairing, lexicon))
        .or_else(|| speaker::compare(a, b, pairing, lexicon))
        .or_else(|| turned(a, b, pairing, variants.as_ref(), lexicon))
        .or_else(|| times::of_saying(a, b, pairing, lexicon));
    if let Some(difference) = difference {
        return judge(difference);
    }
    if let Some(variants) = variants {
        return compare_wordings(a, b, pairing, &variants);
    }
    if dispute::is_shared_denial(a, b, lexicon) {
        return Judgement::new(Relation::Wording, "both report the denial");
    }
    let mut supports = figures.supports.iter().chain(&times.supports);
    if let Some(loose) = supports.find(|s| matches!(s.relation, Relation::Consistent | Relation::Refinement)) {
        return Judgement::new(loose.relation, format!("\u{201c}{}\u{201d} and \u{201c}{}\u{201d} hold together", loose.a, loose.b));
    }
    agree(a, b, pairing)
}

/// Yes against no; of two wordings of one utterance, that its meaning turned. What was cut off at an end turns nothing that is left.
fn turned(
    a: &Reading<'_>,
    b: &Reading<'_>,
    pairing: &Pairing,
    variants: Option<&wording::Variants>,
    lexicon: &Lexicon,
) -> Option<Difference> {
    if let Some((p, q)) = variants.and_then(|v| v.other_person(lexicon)) {
        let reason = format!("\u{201c}{p}\u{201d} in one, \u{201c}{q}\u{201d} in the other: it is said of somebody else");
        let translation = excuses::translation(a.claim, b.claim, false, lexicon);
        return Some(Difference { relation: Relation::Meaning, reason, excuses: vec![translation] });
    }
    if variants.is_some_and(|v| v.mostly_shared() && !v.may_turn(lexicon)) {
        return None;
    }
    // "denies that the barge struck it", "denies any contact": two denials say one thing, whatever stands under them
    if dispute::is_shared_denial(a, b, lexicon) && a.claim.polarity == b.claim.polarity {
        return None;
    }
    let difference = polarity::compare(a, b, pairing, lexicon)?;
    let Some(variants) = variants else { return Some(difference) };
    let mut excuses = difference.excuses;
    excuses.push(excuses::translation(a.claim, b.claim, variants.has_negator(lexicon), lexicon));
    Some(Difference { relation: Relation::Meaning, excuses, ..difference })
}

fn judge(difference: Difference) -> Judgement {
    let relation = match difference.open().map(|e| e.name) {
        None => difference.relation,
        // the texts themselves say that it is none: a later count, another occasion
        Some(_) if difference.relation.family() == Family::NotAConflict => difference.relation,
        Some(ExcuseName::Part | ExcuseName::OtherPlace | ExcuseName::OtherParty) => Relation::OtherScope,
        Some(_) => Relation::CannotTell,
    };
    let reason = match difference.open() {
        Some(excuse) => format!("{}, but {}", difference.reason, excuse.why),
        None => difference.reason,
    };
    Judgement { relation, reason, excuses: difference.excuses }
}

/// Two wordings of one utterance whose meaning did not turn.
fn compare_wordings(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, variants: &wording::Variants) -> Judgement {
    match variants.alteration {
        _ if !variants.mostly_shared() => agree(a, b, pairing),
        Alteration::None => Judgement::new(Relation::Verbatim, "the same words"),
        _ => Judgement::new(Relation::Wording, format!("{}: {}", variants.alteration.name(), wording::describe(variants))),
    }
}

fn agree(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> Judgement {
    if a.plain() == b.plain() {
        return Judgement::new(Relation::Verbatim, "the same words");
    }
    let words = pairing.matched.iter().filter(|m| m.strength > 0.5).map(|m| a.terms[m.left].word.as_str()).unique().take(5).join(", ");
    let common = if words.is_empty() { String::new() } else { format!("; in common: {words}") };
    Judgement::new(Relation::Wording, format!("the same in other words{}{common}", hedge(a, b)))
}

/// A notice where one claim puts as possible what the other tells: worth knowing, and no difference.
fn hedge(a: &Reading<'_>, b: &Reading<'_>) -> String {
    let may = |r: &Reading<'_>| r.claim.modality == Modality::Possible;
    let told = |r: &Reading<'_>| matches!(r.claim.modality, Modality::Asserted | Modality::Intended);
    let hedged = [(a, b), (b, a)].into_iter().find(|(x, y)| may(x) && told(y)).map(|(x, _)| &x.article);
    let word = hedged
        .and_then(|article| (0..article.tokens().len()).find(|&i| article.tokens()[i].has(Class::Possible)).map(|i| article.lower(i)));
    word.map_or_else(String::new, |word| format!(", but \u{201c}{word}\u{201d} on one side only"))
}
