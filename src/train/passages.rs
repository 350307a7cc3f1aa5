//! Learns what a replaced word weighs between passages that stand alone, from claims with known groups.
//!
//! The claims have `id`, `text` and perhaps `speaker` a line, the groups `id` and `group`. Of the pairs that are much alike, a logistic
//! regression on the shipped weight and on the level of [`Replaced`] says what each level adds to that weight.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context as _, Result};
use corroborate::Document;
use corroborate::blocking::{Passages, Stems, overlapping};
use corroborate::claim::{Claim, passage_claims};
use corroborate::comparison::{Comparison, Pairing, Replaced, readings};
use corroborate::extract::{English, Extractor};
use corroborate::lexicon::Lexicon;
use corroborate::linkage::{Linker, Weights, bits};
use corroborate::text::Article;
use serde_json::Value;

use super::logistic::{Row, fit};

pub(super) const USAGE: &str = "passages OUTPUT CLAIMS.jsonl GROUPS.jsonl";

/// The prior of passages that somebody hands in, in thousandths of a bit. Who does that has a reason to: the odds are those of pairs of
/// one event (which the shipped prior had while it was learned from such pairs alone), not those of any two claims of a story.
const PRIOR: i64 = 608;

/// The row of the prior.
fn prior_row() -> String {
    format!("prior\ttwo passages that were handed in\t{PRIOR}")
}

/// Pulls levels that few pairs speak for towards zero.
const RIDGE: f64 = 0.5;

pub(super) fn run(arguments: &[String]) -> Result<()> {
    let [output, claims, groups] = arguments else { anyhow::bail!("usage: corroborate-train {USAGE}") };
    let examples = examples(&rows(claims)?, &rows(groups)?);
    let levels: BTreeSet<&str> = examples.iter().map(|e| e.level).collect();
    let row = |e: &Example| Row {
        values: [1.0, e.bits].into_iter().chain(levels.iter().map(|l| f64::from(u8::from(*l == e.level)))).collect(),
        target: f64::from(u8::from(e.same)),
        weight: 1.0,
    };
    let rows: Vec<Row> = examples.iter().map(row).collect();
    let weights = fit(&rows, RIDGE, &vec![(f64::NEG_INFINITY, f64::INFINITY); levels.len() + 2]);
    let [prior, slope, added @ ..] = weights.as_slice() else { anyhow::bail!("no pair is much alike") };
    let mut table =
        String::from("# What is added for passages that stand alone, in thousandths of a bit: words that stand in each other's place.\n");
    table.push_str(
        "# Made by `corroborate-train passages` from claims with known groups; see README.md beside it.\n# comparison\tlevel\tmillibits\n",
    );
    table.push_str(&format!("{}\n", prior_row()));
    for (level, weight) in levels.iter().zip(added) {
        let of = |same: bool| examples.iter().filter(|e| e.level == *level && e.same == same).count();
        eprintln!("{level}: {} of one matter, {} of two", of(true), of(false));
        table.push_str(&format!("{}\t{level}\t{}\n", Replaced.name(), ((prior + weight) / slope * 1000.0).round()));
    }
    Ok(std::fs::write(output, table)?)
}

/// One pair: what it weighs without the level, its level, and whether the two are of one matter.
struct Example {
    bits: f64,
    level: &'static str,
    same: bool,
}

fn rows(path: &str) -> Result<Vec<Value>> {
    let text = std::fs::read_to_string(Path::new(path)).with_context(|| path.to_owned())?;
    Ok(text.lines().map(serde_json::from_str).collect::<Result<_, _>>()?)
}

fn examples(rows: &[Value], groups: &[Value]) -> Vec<Example> {
    let lexicon = Lexicon::english();
    let group: BTreeMap<&str, &Value> = groups.iter().filter_map(|row| Some((row["id"].as_str()?, &row["group"]))).collect();
    let claims: Vec<Claim> = rows.iter().filter_map(|row| claim(row, lexicon)).collect();
    let readings = readings(&claims, lexicon);
    let weights = Weights::with_rows("prior", &prior_row()).expect("a well-formed row");
    let linker = Linker::new(&weights, lexicon);
    let pairs = overlapping(&readings, &Stems, Passages::default());
    let example = |(x, y): (usize, usize)| {
        let (a, b) = (&readings[x], &readings[y]);
        let level = Replaced.level(a, b, &Pairing::new(a, b, lexicon), lexicon);
        let of = |claim: &Claim| group.get(claim.document.as_str());
        Example { bits: bits(linker.weigh(a, b)), level, same: of(a.claim) == of(b.claim) }
    };
    pairs.into_iter().map(example).collect()
}

fn claim(row: &Value, lexicon: &Lexicon) -> Option<Claim> {
    let document = Document::new(row["id"].as_str()?, row["text"].as_str()?);
    let article = Article::new(&document.text, lexicon);
    let found = English::new(lexicon).extract(&document, &article);
    let claims = passage_claims(&document, &article, &found, row["speaker"].as_str());
    claims.into_iter().max_by_key(|c| (c.text.len(), std::cmp::Reverse(c.order)))
}
