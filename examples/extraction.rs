//! Extraction alone: who is quoted with which words, and every figure, of one document.
//!
//! `cargo run --example extraction [FILE]`

use std::path::PathBuf;

use corroborate::document::read_path;
use corroborate::{InputError, Reconciler};

fn main() -> Result<(), InputError> {
    let path = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("seeds/harbour-bridge-collapse"), PathBuf::from);
    let Some(document) = read_path(&path).next().transpose()? else { return Ok(()) };
    let found = Reconciler::default().extract(&document);
    println!("{}, {}", document.outlet, document.published.map_or("undated".to_owned(), |p| p.to_string()));
    for quotation in &found.quotations {
        let who = quotation.speaker.as_ref().map_or("?", |speaker| &speaker.name);
        let cue = quotation.cue.as_ref().map_or("-", |cue| &cue.text);
        println!("  {who} [{cue}] {:?}: {}", quotation.form, quotation.text);
    }
    for quantity in found.quantities {
        let what = quantity.unit.map(String::from).or(quantity.noun).unwrap_or_default();
        // Every result slices the text that came in, to the byte.
        assert_eq!(quantity.text, document.text[quantity.span.start..quantity.span.end]);
        println!("  {:?} {:?}..{:?} {what}: {}", quantity.bound, quantity.low, quantity.high, quantity.text);
    }
    Ok(())
}
