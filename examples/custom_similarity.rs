//! A similarity of one's own beside the built-in one: shared groups of three letters, which know nothing of meaning.
//!
//! `cargo run --example custom_similarity`

use std::collections::BTreeSet;

use corroborate::Reconciler;
use corroborate::pipeline::Passage;
use corroborate::similarity::Similarity;

struct Trigrams;

impl Similarity for Trigrams {
    fn similarity(&self, a: &str, b: &str) -> f64 {
        let (x, y) = (trigrams(a), trigrams(b));
        x.intersection(&y).count() as f64 / x.union(&y).count().max(1) as f64
    }
}

fn trigrams(text: &str) -> BTreeSet<[char; 3]> {
    let letters: Vec<char> = text.to_lowercase().chars().collect();
    letters.windows(3).map(|w| [w[0], w[1], w[2]]).collect()
}

fn main() {
    let (built_in, own) = (Reconciler::default(), Reconciler::default().with_similarity(Trigrams));
    println!("built-in  trigrams");
    for (a, b) in [
        ("The firm hired one thousand people on Feb. 14.", "On 14 February the company employed 1,000 workers."),
        ("The council rejected the plan on Monday.", "On Monday the plan was rejected by the council."),
        ("Two planes landed in Orrin.", "Two planners were lauded in Orrin."),
    ] {
        let [x, y] = [a, b].map(|text| Passage { text: text.to_owned(), ..Passage::default() });
        println!("    {:.2}      {:.2}  {a} | {b}", built_in.compare(&x, &y).similarity, own.compare(&x, &y).similarity);
    }
}
