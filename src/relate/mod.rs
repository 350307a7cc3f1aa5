//! Same value? Reads only what the link masked: figures, times, polarity, modality, the wording of a quotation.

mod relation;

pub use relation::{Excuse, ExcuseName, ExcuseResult, Family, Relation};
