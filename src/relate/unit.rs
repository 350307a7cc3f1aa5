//! Two figures under one unit: the same, a coin and its main unit, kilometres and miles.

use crate::claim::Figure;
use crate::lexicon::{Lexicon, Unit};
use crate::value::{Amount, Bound};

/// Both amounts under one unit; `None` where the two measure different things.
pub(super) fn in_one(x: &Figure, y: &Figure, lexicon: &Lexicon) -> Option<(Amount, Amount)> {
    if x.unit == y.unit {
        return Some((x.amount(), y.amount()));
    }
    let (p, q) = (x.unit.as_ref()?, y.unit.as_ref()?);
    if !p.shares_rate(q) {
        return None;
    }
    if p.unit == q.unit {
        return Some((x.amount(), y.amount()));
    }
    let (u, v) = (lexicon.quantity().named(&p.unit)?, lexicon.quantity().named(&q.unit)?);
    if let Some(share) = u.share_of(v) {
        return Some((scaled(x, share), y.amount()));
    }
    if let Some(share) = v.share_of(u) {
        return Some((x.amount(), scaled(y, share)));
    }
    let sizes = u.size.zip(v.size).filter(|_| u.dimension == v.dimension && !u.is_money())?;
    // "five miles" is not told as "8.04672 kilometres"
    Some((about(scaled(x, sizes.0)), about(scaled(y, sizes.1))))
}

/// Whether a figure is somebody's age.
pub(super) fn is_age(figure: &Figure, lexicon: &Lexicon) -> bool {
    figure.unit.as_ref().and_then(|measure| lexicon.quantity().named(&measure.unit)).is_some_and(Unit::is_age)
}

fn scaled(figure: &Figure, factor: f64) -> Amount {
    let amount = figure.amount();
    Amount { low: amount.low.map(|v| v * factor), high: amount.high.map(|v| v * factor), bound: amount.bound }
}

fn about(amount: Amount) -> Amount {
    Amount { bound: if amount.bound == Bound::Exact { Bound::About } else { amount.bound }, ..amount }
}
