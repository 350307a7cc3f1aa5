//! Whether two figures are said of two parties: each side names somebody or something that the other does not.

use itertools::Itertools;

use super::excuses::Placed;
use super::{Excuse, ExcuseName, ExcuseResult};
use crate::comparison::{Pairing, Reading};

/// How far from a figure a name is taken to be what the figure is said of.
const REACH: usize = 12;

/// The excuse that the two figures belong to two parties ("Home Depot", "Lowe's"): names near the figures without a partner on both
/// sides. A name on one side only is detail, or another word for what the other side calls "the company".
pub(super) fn excuse((a, x): Placed<'_, '_>, (b, y): Placed<'_, '_>, pairing: &Pairing) -> Excuse {
    let (p, q) = (
        lone_names(a, &x.text, |t| pairing.matched.iter().any(|m| m.left == t)),
        lone_names(b, &y.text, |t| pairing.matched.iter().any(|m| m.right == t)),
    );
    let shared = pairing.matched.iter().any(|m| a.terms[m.left].name && b.terms[m.right].name);
    let (result, why) = match (p.is_empty(), q.is_empty()) {
        (false, false) if !shared => {
            (ExcuseResult::Possible, format!("one speaks of {}, the other of {}", p.iter().join(" "), q.iter().join(" ")))
        }
        _ => (ExcuseResult::RuledOut, "no two parties are named".to_owned()),
    };
    Excuse { name: ExcuseName::OtherParty, result, why, a: None, b: None }
}

/// The names near a figure, as written, that have no partner and do not credit anybody.
fn lone_names<'r>(reading: &'r Reading<'_>, figure: &str, matched: impl Fn(usize) -> bool) -> Vec<&'r str> {
    let Some((first, last)) = reading.tokens_of(figure) else { return Vec::new() };
    let source = reading.claim.source().map(|s| s.names.join(" ")).unwrap_or_default();
    let near = |t: usize| t + REACH >= first && t <= last + REACH;
    let term = |i: usize| {
        let t = &reading.terms[i];
        let token = t.token.filter(|token| t.name && near(*token) && !matched(i))?;
        Some(reading.article.word(token)).filter(|word| !source.contains(*word))
    };
    (0..reading.own).filter_map(term).collect()
}
