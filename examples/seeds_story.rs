//! A whole story as a page for the terminal: five outlets on 14 February 2022.
//!
//! `cargo run --example seeds_story`

use corroborate::document::read_path;
use corroborate::report::terminal;
use corroborate::{Document, InputError, Reconciler};

fn main() -> Result<(), InputError> {
    let documents: Vec<Document> = read_path("seeds/russia-ukraine-feb-2022".as_ref()).collect::<Result<_, _>>()?;
    let report = Reconciler::default().reconcile(&documents);
    print!("{}", terminal::render(&report, 80));
    Ok(())
}
