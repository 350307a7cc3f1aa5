//! What stands around an expression of time and tells which time it names.

use jiff::civil::Date;

use super::tense::Tense;
use crate::value::Time;

/// What a time is counted from.
#[derive(Clone, Copy, Debug)]
pub(super) struct TimeContext<'c> {
    pub(super) dateline: Option<Date>,
    pub(super) tense: Tense,
    /// The time spoken of last.
    pub(super) last: Option<&'c Time>,
    /// Whether it was spoken of in this sentence.
    pub(super) same_sentence: bool,
    /// The part of a year whose results are being told.
    pub(super) quarter: Option<&'c Time>,
    /// The same, however far back: what "the quarter" goes back to by name.
    pub(super) reported: Option<&'c Time>,
}
