//! The ledger of a figure's difference: what would excuse it, and whether the texts rule that out.

use super::difference::{FigureOf, SAME_SENTENCE};
use super::occasion::{self, Occasion};
use super::participants;
use super::scope::{self, Scope};
use super::speaker;
use super::{Excuse, ExcuseName, ExcuseResult, unit};
use crate::claim::{Claim, ClaimKind, Figure};
use crate::comparison::{Pairing, Reading, may_be_translated};
use crate::extract::Trend;
use crate::lexicon::Lexicon;

/// Every excuse for two figures that differ, in the order in which they are told.
pub(super) fn ledger(
    (a, x): FigureOf<'_, '_>,
    (b, y): FigureOf<'_, '_>,
    pairing: &Pairing,
    occasion: Occasion,
    lexicon: &Lexicon,
) -> Vec<Excuse> {
    let alike = pairing.share(a, b) >= SAME_SENTENCE;
    let mut excuses = occasion::excuses(a, b, occasion, lexicon).to_vec();
    excuses.push(part((a, x), (b, y), alike, lexicon));
    excuses.push(participants::excuse((a, x), (b, y), pairing, lexicon));
    excuses.push(place(a, b));
    excuses.push(unit_of(x, y));
    excuses.push(rounding(x, y));
    excuses.push(source(a.claim, b.claim, lexicon));
    excuses
}

/// Why two claims with few words in common are not held against each other.
pub(super) const TOO_LITTLE: &str = "too few of the other words match to tell whether both speak of one thing";

/// Share of the longer sentence's words that must match for the figures of two sentences to be held against each other. Of 48 pairs of
/// news sentences told as two values, 11 of them rightly, ten stood below it, all wrongly.
const SAME_MATTER: f64 = 0.5;

/// Two sentences that have less in common may speak of two matters. A claim that is the figure alone has no other words.
pub(super) fn matter(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> Option<Excuse> {
    let sentences = [a, b].iter().all(|r| r.claim.kind != ClaimKind::Figure);
    (sentences && pairing.lesser_share(a, b) < SAME_MATTER).then(|| Excuse::new(ExcuseName::OtherEvent, ExcuseResult::Unknown, TOO_LITTLE))
}

fn part((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>, alike: bool, lexicon: &Lexicon) -> Excuse {
    let (p, q) = (scope::of(a, x.span, lexicon), scope::of(b, y.span, lexicon));
    let (result, why) = match (&p, &q) {
        (Scope::Open, Scope::Open) => (ExcuseResult::RuledOut, "neither speaks of a part".to_owned()),
        (Scope::Marked(m), Scope::Marked(n)) if m == n => (ExcuseResult::RuledOut, format!("both say \u{201c}{m}\u{201d}")),
        (Scope::Marked(m), _) | (_, Scope::Marked(m)) if alike => {
            (ExcuseResult::RuledOut, format!("\u{201c}{m}\u{201d} on one side, but the other words are the same"))
        }
        (Scope::Marked(m), _) | (_, Scope::Marked(m)) => (ExcuseResult::Possible, format!("one says \u{201c}{m}\u{201d}")),
    };
    Excuse::new(ExcuseName::Part, result, why)
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
    Excuse::new(ExcuseName::OtherPlace, result, why)
}

/// Figures of two dimensions are never compared, so that a unit is no excuse once they are.
fn unit_of(x: &Figure, y: &Figure) -> Excuse {
    let why = match (&x.unit, &y.unit) {
        (Some(p), Some(q)) if p == q => format!("both in {p}"),
        (Some(p), Some(q)) => format!("{p} and {q} were brought to one unit"),
        _ => "both are counts".to_owned(),
    };
    Excuse::new(ExcuseName::Unit, ExcuseResult::RuledOut, why)
}

/// Two wordings of words that were spoken in another language differ as their translators do; a "not" is in both or in one.
pub(super) fn translation(a: &Claim, b: &Claim, negated: bool, lexicon: &Lexicon) -> Excuse {
    let translated = may_be_translated(a, lexicon) || may_be_translated(b, lexicon);
    let (result, why) = match (translated, negated) {
        (false, _) => (ExcuseResult::RuledOut, "the words need no translation"),
        (true, true) => (ExcuseResult::RuledOut, "no translation leaves a negation out"),
        (true, false) => (ExcuseResult::Possible, "the words may be two translations of one sentence"),
    };
    Excuse::new(ExcuseName::Translation, result, why)
}

fn rounding(x: &Figure, y: &Figure) -> Excuse {
    let why = format!("{} does not round to {}", x.plain(), y.plain());
    Excuse { name: ExcuseName::Rounding, result: ExcuseResult::RuledOut, why, a: Some(x.span), b: Some(y.span) }
}

fn source(a: &Claim, b: &Claim, lexicon: &Lexicon) -> Excuse {
    let (result, why) = match (a.source(), b.source()) {
        (Some(x), Some(y)) if speaker::two_people(&x.names, &y.names, lexicon) => {
            (ExcuseResult::Possible, format!("{} and {}", x.names.join(" and "), y.names.join(" and ")))
        }
        _ => (ExcuseResult::RuledOut, "no two sources are named".to_owned()),
    };
    Excuse::new(ExcuseName::OtherSource, result, why)
}

/// What rose by one number and fell by another did so on two days.
pub(super) fn other_move(p: Trend, q: Trend) -> Excuse {
    Excuse::new(ExcuseName::OtherEvent, ExcuseResult::Unknown, format!("one went {}, the other {}", p.word(), q.word()))
}

/// Figures further apart than this are of two things sooner than of one.
const MAGNITUDE: f64 = 10.0;

/// Share of the words that must match for such figures to be held against each other all the same.
const SAME_BUT_FIGURE: f64 = 0.85;

/// Outlets that count one thing differ by a tenth or by half, rarely tenfold; but a million for a billion is a slip of the pen.
pub(super) fn magnitude((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Excuse> {
    let (p, q) = unit::in_one(x, y, lexicon)?;
    let (p, q) = (p.written()?.abs(), q.written()?.abs());
    let ratio = p.max(q) / p.min(q);
    let slip = (ratio.log10() - ratio.log10().round()).abs() < 1e-9;
    let far = ratio.is_finite() && ratio >= MAGNITUDE && !slip && pairing.share(a, b) < SAME_BUT_FIGURE;
    let why = || format!("{} and {} are so far apart that they may count two things", x.plain(), y.plain());
    far.then(|| Excuse::new(ExcuseName::Part, ExcuseResult::Unknown, why()))
}
