//! The main job in five lines: two articles in, one sentence out for each thing that both tell.
//!
//! `cargo run --example quickstart`

use corroborate::{Document, Reconciler};

fn main() {
    let herald = Document::new("herald", "Some 100,000 troops are massed near the border, Minister Ann Okafor said on Friday.");
    let gazette = Document::new("gazette", "Minister Ann Okafor spoke of 130,000 troops massed near the border.");
    let report = Reconciler::default().reconcile(&[herald.with_published("2025-03-14"), gazette.with_published("2025-03-14")]);
    for finding in &report.groups {
        println!("{} ({}): {}", finding.title, finding.relation.name(), finding.reason);
    }
}
