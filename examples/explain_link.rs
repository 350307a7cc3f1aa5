//! Why two claims stand in one group: the weights of the comparisons as a waterfall, with the words that decided.
//!
//! `cargo run --example explain_link`

use corroborate::document::read_path;
use corroborate::relate::Family;
use corroborate::report::terminal;
use corroborate::{Document, InputError, Reconciler};

fn main() -> Result<(), InputError> {
    let documents: Vec<Document> = read_path("seeds/harbour-bridge-collapse".as_ref()).collect::<Result<_, _>>()?;
    let reconciler = Reconciler::default();
    let report = reconciler.reconcile(&documents);
    let differing = report.groups.iter().flat_map(|group| &group.pairs).find(|pair| pair.family == Family::Differ);
    if let Some(explanation) = differing.and_then(|pair| reconciler.explain_in(&report, &pair.a, &pair.b)) {
        print!("{}", terminal::waterfall(&explanation, 80));
    }
    Ok(())
}
