//! Do two figures differ? As bare amounts, and inside their sentences, where an excuse may be found.
//!
//! `cargo run --example two_figures`

use corroborate::Reconciler;
use corroborate::pipeline::Passage;
use corroborate::value::{Amount, Bound};

fn main() {
    println!("Amounts: intervals with bounds");
    let amounts = [
        ("130,000", Amount::exact(130_000.0)),
        ("some 100,000", Amount::new(100_000.0, Bound::About)),
        ("more than 100,000", Amount::new(100_000.0, Bound::MoreThan)),
        ("120,000 to 150,000", Amount::range(120_000.0, 150_000.0)),
    ];
    for (index, (a, x)) in amounts.iter().enumerate() {
        for (b, y) in &amounts[index + 1..] {
            println!("  {a} | {b}: {:?}", x.relation(y));
        }
    }

    println!("\nSentences: one slot or two, and the excuses");
    let reconciler = Reconciler::default();
    for (a, b) in [
        ("The crash hurt 40 people.", "Some 85 people were hurt in the crash."),
        ("The crash hurt more than 40 people.", "Some 85 people were hurt in the crash."),
        ("The repair cost 1.06 million dollars.", "The repair cost $1.1 million."),
    ] {
        let compared = reconciler.compare(&passage(a), &passage(b));
        println!("  {a} | {b}\n    {}, {:+.1} bits: {}", compared.relation.name(), compared.weight, compared.reason);
        for excuse in &compared.excuses {
            println!("      {:?}: {:?}", excuse.name, excuse.result);
        }
    }
}

fn passage(text: &str) -> Passage {
    Passage { text: text.to_owned(), published: Some("2025-03-14".to_owned()), ..Passage::default() }
}
