//! What fills a slot: amounts as intervals with bounds, and times as ranges of days.
//!
//! These are plain values with an algebra of their own; they know nothing of text. [`Amount`] answers whether two figures
//! are equal, consistent or apart; [`Time`] the same for dates of any granularity.

mod amount;
mod time;

pub use amount::{Amount, AmountRelation, Bound, Trend};
pub use time::{Granularity, Time, TimeRelation};
