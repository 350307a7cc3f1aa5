//! Numbers as written: value or range, bound, trend, unit and counted noun.

use serde::{Deserialize, Serialize};

use super::date::DateExpression;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Article;
use crate::value::{Amount, Bound};

/// Which way a number moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Trend {
    /// "rose by 5", "gained 190 points"
    Up,
    /// "fell by 5", "lost 190 points"
    Down,
}

/// A number as written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number with its hedge, unit and currency sign; the counted noun is not part of it.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// Lower end; see [`Amount`].
    pub low: Option<f64>,
    /// Upper end; see [`Amount`].
    pub high: Option<f64>,
    /// The hedge.
    pub bound: Bound,
    /// Which way it moved, where the text says so.
    pub trend: Option<Trend>,
    /// The unit in its usual name, singular ("percent", "US dollar", "kilometre", "US dollar per barrel"); `None` for a bare count.
    pub unit: Option<String>,
    /// The noun that is counted or measured, as it stands in the text ("troops", "page").
    pub noun: Option<String>,
    /// Where that noun stands.
    pub noun_span: Option<Span>,
}

impl Quantity {
    /// Its value as an interval with a bound.
    #[must_use]
    pub fn amount(&self) -> Amount {
        Amount { low: self.low, high: self.high, bound: self.bound }
    }
}

/// The quantities of an article, in order. Numbers inside one of `dates` are left to the dates.
#[must_use]
pub fn extract(_article: &Article<'_>, _dates: &[DateExpression], _lexicon: &Lexicon) -> Vec<Quantity> {
    Vec::new()
}
