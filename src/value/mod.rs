//! What fills a slot: amounts as intervals with bounds, what they are measured in, and times as far as they are known.
//!
//! These are plain values with an algebra of their own; they know nothing of text. [`Amount`] answers whether two figures
//! are equal, consistent or apart; [`Time`] the same for dates of any granularity, and [`Timex`]
//! is a time as it was said, open parts included.

mod amount;
mod measure;
mod time;
mod timex;

pub use amount::{Amount, AmountRelation, Bound, Trend};
pub use measure::Measure;
pub use time::{Granularity, Time, TimeRelation};
pub use timex::{
    Clock, PartOfDay, PartOfYear, PartialDate, Period, PeriodPart, PeriodUnit, Season, TimePoint, Timex, TimexError, VagueTime, Week,
};
