//! Words of one's own on top of the shipped lists: a unit, a cue verb, a seat of government, and what a bad line says.
//!
//! `cargo run --example custom_lexicon`

use corroborate::entity::stands_for;
use corroborate::error::LexiconError;
use corroborate::lexicon::Lexicon;
use corroborate::{Document, Reconciler};

/// Each list is named as the shipped one that it adds to (`src/lexicon/en`), whose head says what the columns are.
const LISTS: &[(&str, &str)] = &[
    ("units.txt", "smoot\tlength\t1.702\t-\t-"),
    ("cues.txt", "clause\tsaid\tgrouse grouses groused grousing"),
    ("metonyms.txt", "bellevue palace\tGermany"),
];

fn main() -> Result<(), LexiconError> {
    let lexicon = Lexicon::with_lists(LISTS)?;
    println!(
        "Bellevue Palace: {:?} before, {:?} now",
        stands_for("Bellevue Palace", Lexicon::english()),
        stands_for("Bellevue Palace", &lexicon)
    );
    let document = Document::new("post", "The course of 340 smoots is too long, trainer Ann Bell groused.");
    for (name, reconciler) in [("shipped", Reconciler::default()), ("with own lists", Reconciler::default().with_lexicon(lexicon))] {
        let found = reconciler.extract(&document);
        let units: Vec<String> = found
            .quantities
            .iter()
            .map(|q| format!("{} ({})", q.text, q.unit.as_ref().map_or_else(|| "a count".to_owned(), ToString::to_string)))
            .collect();
        let speakers: Vec<&str> = found.quotations.iter().filter_map(|q| q.speaker.as_ref()).map(|s| s.name.as_str()).collect();
        println!("{name}: {}; quoted: {speakers:?}", units.join(", "));
    }
    if let Err(error) = Lexicon::with_lists(&[("units.txt", "league\tlength\tfar\t-\t-")]) {
        println!("a bad line: {error}");
    }
    Ok(())
}
