//! A blocking rule of one's own: claims of one speaker are compared even where they share no word.
//!
//! `cargo run --example custom_blocking`

use std::borrow::Cow;

use corroborate::blocking::{Blocking, BlockingConfig, Stems, candidates};
use corroborate::comparison::{self, Reading};
use corroborate::document::read_path;
use corroborate::lexicon::Lexicon;
use corroborate::{Document, InputError, Reconciler};

struct StemsAndSpeaker;

impl Blocking for StemsAndSpeaker {
    fn keys<'r>(&self, reading: &'r Reading<'_>) -> Vec<Cow<'r, str>> {
        let names = reading.claim.source().map_or(&[][..], |credit| &credit.names);
        // The mark keeps a speaker apart from a word: Mr. Ford and a ford.
        Stems.keys(reading).into_iter().chain(names.iter().map(|name| Cow::Owned(format!("@{name}")))).collect()
    }
}

fn main() -> Result<(), InputError> {
    let documents: Vec<Document> = read_path("seeds/harbour-bridge-collapse".as_ref()).collect::<Result<_, _>>()?;
    let lexicon = Lexicon::english();
    let report = Reconciler::default().reconcile(&documents);
    let readings = comparison::readings(&report.claims, lexicon);
    let other_document = |a: usize, b: usize| readings[a].claim.document != readings[b].claim.document;
    for (name, rule) in [("stems", &Stems as &dyn Blocking), ("stems and speaker", &StemsAndSpeaker)] {
        println!("{name}: {} pairs", candidates(&readings, rule, BlockingConfig::default(), other_document).len());
    }
    let own = Reconciler::default().with_blocking(StemsAndSpeaker).reconcile(&documents);
    println!("groups: {} by stems, {} with speakers", report.groups.len(), own.groups.len());
    Ok(())
}
