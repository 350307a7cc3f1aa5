//! `similarity`: learns the weights of the features from labelled pairs, after cross-validating them.

use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};
use corroborate::lexicon::Lexicon;
use corroborate::similarity::{COUNT, Features, Model, NAMES, TermWeights, Words, align, features, longness};
use serde_json::Value;

use super::logistic::{Bounds, Row, fit};

/// How the subcommand is called.
pub const USAGE: &str = "similarity OUTPUT_FILE (PAIRS.jsonl GOLD.jsonl)...";

const FOLDS: usize = 10;
/// Keeps the weights small; chosen by cross-validation among 0.1, 1 and 10.
const RIDGE: f64 = 10.0;

/// The share of paraphrases among all 5,801 pairs of MRPC (Dolan & Brockett 2005); its training half has fewer.
const PARAPHRASES: f64 = 0.675;

/// One labelled pair of statements.
struct Example {
    features: Features,
    /// The mean of the two numbers of words.
    words: f64,
    /// A label (0 or 1), or a score from 0 to 5 as a share.
    target: f64,
    /// How much it counts: the rarer label more, and a pair of a small set more, so that a large set does not drown it.
    weight: f64,
}

/// Learns from the files and writes the weights.
pub fn run(arguments: &[String]) -> Result<()> {
    let [target, sources @ ..] = arguments else { bail!("usage: corroborate-train {USAGE}") };
    let mut sets = Vec::new();
    for source in sources.chunks(2) {
        let [pairs, gold] = source else { bail!("usage: corroborate-train {USAGE}") };
        sets.push((pairs, examples(pairs, gold)?));
    }
    let largest = sets.iter().map(|(_, set)| set.len()).max().unwrap_or(1) as f64;
    for (_, set) in &mut sets {
        let weight = largest / set.len() as f64;
        set.iter_mut().for_each(|example| example.weight *= weight);
    }
    for (name, set) in &sets {
        let others: Vec<&Example> = sets.iter().filter(|(n, _)| n != name).flat_map(|(_, s)| s).collect();
        println!("{name}: {}", cross_validate(set, &others));
    }
    let all: Vec<&Example> = sets.iter().flat_map(|(_, set)| set).collect();
    fs::write(target, listing(&learn(&all))).with_context(|| target.clone())
}

fn examples(pairs: &str, gold: &str) -> Result<Vec<Example>> {
    let lexicon = Lexicon::english();
    let weights = TermWeights::background(lexicon);
    let mut targets = HashMap::new();
    for line in fs::read_to_string(gold).with_context(|| gold.to_owned())?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let target = row["label"].as_f64().or_else(|| Some(row["score"].as_f64()? / 5.0)).context("neither label nor score")?;
        targets.insert(row["id"].to_string(), target);
    }
    let mut result = Vec::new();
    for line in fs::read_to_string(pairs).with_context(|| pairs.to_owned())?.lines() {
        let row: Value = serde_json::from_str(line)?;
        let words = |side: &str| Words::read(row[side].as_str().unwrap_or(""), lexicon, &weights);
        let (a, b) = (words("a"), words("b"));
        let alignment = align(&a, &b, lexicon);
        let target = *targets.get(&row["id"].to_string()).with_context(|| format!("no label for {}", row["id"]))?;
        let words = (a.len() + b.len()) as f64 / 2.0;
        result.push(Example { features: features(&a, &b, &alignment), words, target, weight: 1.0 });
    }
    weigh_labels(&mut result);
    Ok(result)
}

/// Labelled pairs count so that the share of paraphrases is that of the whole MRPC.
fn weigh_labels(examples: &mut [Example]) {
    let labelled = examples.iter().all(|e| e.target == 0.0 || e.target == 1.0);
    let share = examples.iter().map(|e| e.target).sum::<f64>() / examples.len().max(1) as f64;
    for example in examples.iter_mut().filter(|_| labelled) {
        example.weight = if example.target == 1.0 { PARAPHRASES / share } else { (1.0 - PARAPHRASES) / (1.0 - share) };
    }
}

/// The two columns of weights, the constants last.
fn learn(examples: &[&Example]) -> [[f64; COUNT + 1]; 2] {
    let (mean, deviation) = moments(examples);
    let scaled = |e: &Example, i: usize| if i == COUNT { 1.0 } else { (e.features[i] - mean[i]) / deviation[i] };
    let rows = examples.iter().map(|e| {
        let long = longness(e.words);
        let values = (0..=COUNT).flat_map(|i| [scaled(e, i) * long, scaled(e, i) * (1.0 - long)]).collect();
        Row { values, target: e.target, weight: e.weight }
    });
    let bounds: Vec<Bounds> = (0..=COUNT).flat_map(|i| [ANY, NAMES.get(i).map_or(ANY, |name| expected(name))]).collect();
    let weights = fit(&rows.collect::<Vec<_>>(), RIDGE, &bounds);
    std::array::from_fn(|column| {
        let mut raw = [0.0; COUNT + 1];
        raw[COUNT] = weights[2 * COUNT + column];
        for i in 0..COUNT {
            raw[i] = weights[2 * i + column] / deviation[i];
            raw[COUNT] -= raw[i] * mean[i];
        }
        raw
    })
}

const ANY: Bounds = (f64::NEG_INFINITY, f64::INFINITY);

/// The sign that a feature's weight must have in short statements: of these there are too few examples to learn that, say, more
/// common words speak against. (Held out, it costs nothing; on headlines of another year it gains .007 of correlation.)
fn expected(name: &str) -> Bounds {
    let against = ["free_", "antonyms", "swapped_", "edits"].iter().any(|start| name.starts_with(start));
    match name {
        "length" | "related" => ANY,
        _ if against => (f64::NEG_INFINITY, 0.0),
        _ => (0.0, f64::INFINITY),
    }
}

fn moments(examples: &[&Example]) -> (Features, Features) {
    let count = examples.len() as f64;
    let mean: Features = std::array::from_fn(|i| examples.iter().map(|e| e.features[i]).sum::<f64>() / count);
    let variance = |i: usize| examples.iter().map(|e| (e.features[i] - mean[i]).powi(2)).sum::<f64>() / count;
    (mean, std::array::from_fn(|i| variance(i).sqrt().max(1e-9)))
}

/// Figures of the set, each fold judged by what was learned from the rest and from the other sets.
fn cross_validate(set: &[Example], others: &[&Example]) -> String {
    let mut judged = Vec::new();
    for fold in 0..FOLDS {
        let rest = set.iter().enumerate().filter(|(i, _)| i % FOLDS != fold).map(|(_, e)| e);
        let [long, short] = learn(&rest.chain(others.iter().copied()).collect::<Vec<_>>());
        let model = Model::new(&long, &short);
        let held_out = set.iter().enumerate().filter(|(i, _)| i % FOLDS == fold).map(|(_, e)| e);
        judged.extend(held_out.map(|e| (model.probability(&e.features, e.words), e.target)));
    }
    let agreed = judged.iter().filter(|(p, t)| (*p >= 0.5) == (*t >= 0.5)).count() as f64 / judged.len() as f64;
    format!("{} pairs, held out: correlation {:.4}, right side of one half {agreed:.4}", set.len(), correlation(&judged))
}

fn correlation(pairs: &[(f64, f64)]) -> f64 {
    let count = pairs.len() as f64;
    let (x, y) = (pairs.iter().map(|p| p.0).sum::<f64>() / count, pairs.iter().map(|p| p.1).sum::<f64>() / count);
    let sum = |f: &dyn Fn(f64, f64) -> f64| pairs.iter().map(|p| f(p.0 - x, p.1 - y)).sum::<f64>();
    sum(&|a, b| a * b) / (sum(&|a, _| a * a) * sum(&|_, b| b * b)).sqrt()
}

fn listing([long, short]: &[[f64; COUNT + 1]; 2]) -> String {
    let mut text =
        String::from("# Learned with `corroborate-train similarity` from the training halves of MRPC (sentences of news) and of STS\n");
    text.push_str("# (headlines): a feature, a tab, its weight in long statements, a tab, its weight in short ones. * is the constant.\n");
    for (index, name) in NAMES.iter().chain(["*"].iter()).enumerate() {
        let _ = writeln!(text, "{name}\t{:.5}\t{:.5}", long[index], short[index]);
    }
    text
}
