//! Two figures under one unit: the same, a coin and its main unit, kilometres and miles.

use crate::claim::Figure;
use crate::lexicon::Lexicon;
use crate::value::{Amount, Bound};

/// A unit and what it is counted by: "US dollar per share".
fn rate(unit: Option<&str>) -> (Option<&str>, Option<&str>) {
    match unit.and_then(|u| u.split_once(" per ")) {
        Some((base, by)) => (Some(base), Some(by)),
        None => (unit, None),
    }
}

/// Both amounts under one unit; `None` where the two measure different things. A rate that one side leaves out is taken as the other's.
pub(super) fn in_one(x: &Figure, y: &Figure, lexicon: &Lexicon) -> Option<(Amount, Amount)> {
    if x.unit == y.unit {
        return Some((x.amount(), y.amount()));
    }
    let ((p, by), (q, other)) = (rate(x.unit.as_deref()), rate(y.unit.as_deref()));
    let (p, q) = (p?, q?);
    if by.is_some() && other.is_some() && by != other {
        return None;
    }
    if p == q {
        return Some((x.amount(), y.amount()));
    }
    if let Some(factor) = coin(p, q) {
        return Some((scaled(x, factor), y.amount()));
    }
    if let Some(factor) = coin(q, p) {
        return Some((x.amount(), scaled(y, factor)));
    }
    let (u, v) = (lexicon.quantity().named(p)?, lexicon.quantity().named(q)?);
    let sizes = u.size.zip(v.size).filter(|_| u.dimension == v.dimension && &*u.dimension != MONEY)?;
    // "five miles" is not told as "8.04672 kilometres"
    Some((about(scaled(x, sizes.0)), about(scaled(y, sizes.1))))
}

/// The dimension whose units no factor ties together: a rate of exchange is no fact of the texts.
const MONEY: &str = "money";

/// The share that a coin is of its main unit: "cent" of any dollar and of the euro, "penny" of the pound.
fn coin(small: &str, main: &str) -> Option<f64> {
    let belongs = match small {
        "cent" => main.ends_with("dollar") || main == "euro",
        "euro cent" => main == "euro",
        "penny" => main.starts_with("pound"),
        _ => false,
    };
    belongs.then_some(0.01)
}

fn scaled(figure: &Figure, factor: f64) -> Amount {
    let amount = figure.amount();
    Amount { low: amount.low.map(|v| v * factor), high: amount.high.map(|v| v * factor), bound: amount.bound }
}

fn about(amount: Amount) -> Amount {
    Amount { bound: if amount.bound == Bound::Exact { Bound::About } else { amount.bound }, ..amount }
}
