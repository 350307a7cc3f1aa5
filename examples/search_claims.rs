//! Which claim that was checked before does a message repeat?
//!
//! `cargo run --example search_claims`

use corroborate::lexicon::Lexicon;
use corroborate::search::{Entry, SearchIndex};

const CHECKED: &[(&str, &str)] = &[
    ("The harbour bridge in Velmouth was sold to a foreign bank in 2019.", "No, the Velmouth bridge was not sold"),
    ("A bear was elected mayor of the town of Orrin.", "Was a bear elected mayor?"),
    ("Seven hundred sailors fell ill after eating oysters.", "Oysters and the navy: what happened"),
    ("The ferry company doubled its fares overnight.", "Ferry fares did not double"),
];

fn main() {
    let index = SearchIndex::new(CHECKED.iter().map(|&(text, title)| Entry { text, title }), Lexicon::english());
    for message in [
        "omg they SOLD the #VelmouthBridge to a bank?! https://a.example/x",
        "700 seamen sick from oysters",
        "so apparently Orrin has a BEAR for a mayor",
        "Will it rain tomorrow?",
    ] {
        println!("{message}");
        for hit in index.search(message, 2) {
            println!("  {:.2}  {}", hit.score, CHECKED[hit.index].0);
        }
    }
}
