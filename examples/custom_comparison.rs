//! A comparison of one's own: claims that name different countries seldom speak of one thing.
//!
//! `cargo run --example custom_comparison`

use corroborate::Reconciler;
use corroborate::comparison::{Comparison, Pairing, Reading};
use corroborate::lexicon::Lexicon;
use corroborate::linkage::{Weights, WeightsError};
use corroborate::pipeline::Passage;

/// Whether two claims name a country in common. Silence on one side is a level of its own and weighs nothing.
struct Country;

impl Comparison for Country {
    fn name(&self) -> &'static str {
        "country"
    }

    fn level(&self, a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> &'static str {
        let (x, y) = (a.places(), b.places());
        match (x.iter().any(|place| y.contains(place)), x.is_empty() || y.is_empty()) {
            (true, _) => "a country in common",
            (false, true) => "unknown",
            (false, false) => "other countries",
        }
    }

    fn words(&self, a: &Reading<'_>, b: &Reading<'_>, _: &Pairing, _: &Lexicon) -> [String; 2] {
        [a, b].map(|reading| reading.places().join(", "))
    }
}

/// Comparison, level, thousandths of a bit: another country outweighs all else. What no table names weighs nothing.
const WEIGHTS: &str = "country\ta country in common\t500\ncountry\tother countries\t-12000\n";

fn main() -> Result<(), WeightsError> {
    let built_in = Reconciler::default();
    let own = Reconciler::default().with_weights(Weights::with_rows("country.tsv", WEIGHTS)?).with_comparison(Country);
    let [sweden, norway] = ["Sweden", "Norway"]
        .map(|country| Passage { text: format!("The storm cut the power of 40,000 homes in {country}."), ..Passage::default() });
    for (name, reconciler) in [("built-in", built_in), ("with countries", own)] {
        let compared = reconciler.compare(&sweden, &norway);
        println!("{name}: {:+.1} bits, {}, {}", compared.weight, compared.relation.name(), compared.reason);
        if let Some(line) = compared.evidence.iter().find(|line| line.comparison == "country") {
            println!("  {}: {} ({} | {}), {:+.1} bits", line.comparison, line.level, line.a, line.b, line.weight);
        }
    }
    Ok(())
}
