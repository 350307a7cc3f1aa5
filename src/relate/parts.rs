//! One side gives the parts of the other's figure: a sum, or so many times so much.

use super::Relation;
use super::difference::{FigureOf, Support};
use crate::claim::Figure;
use crate::comparison::Reading;
use crate::value::{Amount, AmountRelation, Bound};

/// "43,000 jobs in one county and 18,000 in the next" against "nearly 62,000 jobs", "12 lorries with 40 people each" against "480 people".
pub(super) fn make_up((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>) -> Option<Support> {
    // what is added up is rounded as its parts are
    let fits = |parts: f64, whole: &Figure| Amount::new(parts, Bound::About).relation(&whole.amount()) != AmountRelation::Apart;
    let of = |r: &Reading<'_>, part: &Figure, whole: &Figure| {
        let total = totals(r, part).into_iter().flatten().find(|(total, _)| fits(*total, whole));
        total.filter(|_| part.unit == whole.unit)
    };
    let of_left = of(a, x, y).map(|(_, parts)| (parts, y.plain()));
    let of_right = || of(b, y, x).map(|(_, parts)| (x.plain(), parts));
    of_left.or_else(of_right).map(|(a, b)| Support { relation: Relation::Consistent, a, b })
}

/// What a figure makes with the one behind it, and with the one before: a sum and a product.
fn totals(reading: &Reading<'_>, part: &Figure) -> [Option<(f64, String)>; 2] {
    let figures = &reading.claim.value.figures;
    let Some(at) = figures.iter().position(|f| f.span == part.span) else { return [None, None] };
    let sum =
        figures.get(at + 1).filter(|next| next.unit == part.unit && (next.noun.is_none() || next.noun == part.noun)).and_then(|next| {
            let total = part.amount().written()? + next.amount().written()?;
            Some((total, format!("{} and {}", part.plain(), next.plain())))
        });
    let times = at.checked_sub(1).map(|before| &figures[before]).filter(|times| times.unit.is_none() && is_each(reading, part));
    let product = times.and_then(|times| {
        let total = times.amount().written()? * part.amount().written()?;
        Some((total, format!("{} times {}", times.plain(), part.plain())))
    });
    [sum, product]
}

/// How far from a figure a word says that it is of each.
const REACH: usize = 3;

/// "40 people each", "each with 40 people".
fn is_each(reading: &Reading<'_>, figure: &Figure) -> bool {
    let Some((first, last)) = reading.tokens_at(figure.span) else { return false };
    let each = |i: usize| matches!(reading.article.lower(i), "each" | "apiece");
    (first.saturating_sub(REACH)..first).chain(last..last + REACH).any(each)
}
