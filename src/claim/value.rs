//! What a claim says of its slot.

use serde::{Deserialize, Serialize};

use crate::extract::{DateExpression, Trend};
use crate::span::Span;
use crate::value::{Amount, Bound, Measure, Time, Timex};

/// What fills the slot: figures, times, and for an utterance its words. A claim's yes or no is its polarity.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Value {
    /// The figures in the claim, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<Figure>,
    /// The times in the claim, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub times: Vec<TimeValue>,
    /// The words of an utterance, without quotation marks.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
}

/// One figure of a claim.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Figure {
    /// As written.
    pub text: String,
    /// Where it stands in the document.
    #[serde(default)]
    pub span: Span,
    /// Lower end.
    pub low: Option<f64>,
    /// Upper end.
    pub high: Option<f64>,
    /// The hedge.
    #[serde(default)]
    pub bound: Bound,
    /// Which way it moved.
    #[serde(default)]
    pub trend: Option<Trend>,
    /// The unit in its usual name.
    #[serde(default)]
    pub unit: Option<Measure>,
    /// What is counted.
    #[serde(default)]
    pub noun: Option<String>,
    /// Where that stands in the document.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub noun_span: Option<Span>,
}

impl Figure {
    /// Its value as an interval with a bound.
    #[must_use]
    pub fn amount(&self) -> Amount {
        Amount { low: self.low, high: self.high, bound: self.bound }
    }

    /// As written, on one line.
    #[must_use]
    pub fn plain(&self) -> String {
        on_one_line(&self.text)
    }
}

/// One time of a claim.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct TimeValue {
    /// As written.
    pub text: String,
    /// Where it stands in the document.
    #[serde(default)]
    pub span: Span,
    /// The TIMEX3 value.
    pub value: Timex,
}

impl From<&DateExpression> for TimeValue {
    fn from(date: &DateExpression) -> Self {
        Self { text: date.text.clone(), span: date.span, value: date.value.clone() }
    }
}

impl TimeValue {
    /// Its days on the calendar; `None` for durations and open references.
    #[must_use]
    pub fn time(&self) -> Option<Time> {
        self.value.time()
    }

    /// As written, on one line.
    #[must_use]
    pub fn plain(&self) -> String {
        on_one_line(&self.text)
    }
}

fn on_one_line(text: &str) -> String {
    itertools::Itertools::join(&mut text.split_whitespace(), " ")
}
