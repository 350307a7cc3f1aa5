//! Learns what each level of each comparison weighs, from stories with known groups and pairs of passages.
//!
//! A story is a folder with `documents.jsonl` and `gold.json` (groups of passages: document, start and end in characters), or with
//! `documents.jsonl` and `gold.jsonl` (pairs of passages, each the same utterance or not). A claim stands for the passage that it
//! shares most with. The weights are those of a logistic regression on the levels, in thousandths of a bit.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use anyhow::{Context as _, Result};
use corroborate::blocking::{self, Stems};
use corroborate::claim::Claim;
use corroborate::comparison::{COMPARISONS, Pairing, Reading, readings};
use corroborate::lexicon::Lexicon;
use corroborate::{Document, Reconciler, Span};
use serde_json::Value;

pub(super) const USAGE: &str = "weights OUTPUT STORY...";

/// Rounds of gradient descent; the loss moves in the fifth digit after that.
const ROUNDS: usize = 1500;

/// Stories are held out in so many parts.
const FOLDS: usize = 5;
/// Pulls weights that few pairs speak for towards zero.
const RIDGE: f64 = 1.5;

/// What a story's pairs weigh together.
const PAIRS_A_STORY: f64 = 1000.0;

/// One pair: its levels by number, whether it is one slot, and the story it comes from.
struct Example {
    levels: Vec<usize>,
    same: bool,
    story: usize,
    /// Each story counts the same, however many pairs it has.
    share: f64,
}

/// A passage that a claim may stand for.
struct Passage {
    document: String,
    span: Span,
}

pub(super) fn run(arguments: &[String]) -> Result<()> {
    let [output, stories @ ..] = arguments else { anyhow::bail!("usage: corroborate-train {USAGE}") };
    let mut names: BTreeMap<(usize, &'static str), usize> = BTreeMap::new();
    let mut examples = Vec::new();
    for (number, story) in stories.iter().enumerate() {
        let before = examples.len();
        read_story(Path::new(story), number, &mut names, &mut examples).with_context(|| story.clone())?;
        let share = PAIRS_A_STORY / (examples.len() - before).max(1) as f64;
        examples[before..].iter_mut().for_each(|e| e.share = share);
        let same = examples[before..].iter().filter(|e| e.same).count();
        eprintln!("{story}: {} pairs, {same} of one slot", examples.len() - before);
    }
    let mut told = Vec::new();
    for fold in 0..FOLDS.min(stories.len()) {
        let (test, train): (Vec<_>, Vec<_>) = examples.iter().partition(|e| e.story % FOLDS == fold);
        let model = fit(&train, names.len());
        for (number, name) in stories.iter().enumerate().filter(|(number, _)| number % FOLDS == fold) {
            let story: Vec<_> = test.iter().copied().filter(|e| e.story == number).collect();
            eprintln!("held out {name}: {}", judge(&story, &model));
        }
        told.extend(test.iter().map(|e| (model.probability(e), e.same)));
    }
    reliability(&told);
    let all: Vec<&Example> = examples.iter().collect();
    let model = fit(&all, names.len());
    eprintln!("all: {}", judge(&all, &model));
    Ok(std::fs::write(output, table(&names, &model))?)
}

fn read_story(path: &Path, story: usize, names: &mut BTreeMap<(usize, &'static str), usize>, examples: &mut Vec<Example>) -> Result<()> {
    let documents: Vec<Document> = corroborate::document::read_path(&path.join("documents.jsonl")).collect::<Result<_, _>>()?;
    let rows: Vec<Value> =
        std::fs::read_to_string(path.join("documents.jsonl"))?.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    let events: BTreeMap<&str, &str> = rows.iter().filter_map(|r| Some((r["id"].as_str()?, r["event"].as_str().unwrap_or("")))).collect();
    let pairs = match path.join("gold.json") {
        groups if groups.exists() => group_pairs(&serde_json::from_str(&std::fs::read_to_string(groups)?)?, &documents),
        _ => passage_pairs(&std::fs::read_to_string(path.join("gold.jsonl"))?, &documents)?,
    };
    let mut by_event: BTreeMap<&str, Vec<&Document>> = BTreeMap::new();
    for document in &documents {
        by_event.entry(events[document.id.as_str()]).or_default().push(document);
    }
    let (lexicon, reconciler) = (Lexicon::english(), Reconciler::default());
    let mut proposed = Proposed::default();
    for documents in by_event.values() {
        let claims: Vec<Claim> = documents.iter().flat_map(|d| reconciler.extract(d).claims.unwrap_or_default()).collect();
        let readings = readings(&claims, lexicon);
        let candidates =
            blocking::candidates(&readings, &Stems, blocking::BlockingConfig::default(), |a, b| claims[a].document != claims[b].document);
        let place = |r: &Reading<'_>| readings.iter().position(|other| std::ptr::eq(other, r));
        let is_candidate = |a: &Reading<'_>, b: &Reading<'_>| {
            let pair = place(a).zip(place(b)).map(|(a, b)| (a.min(b), a.max(b)));
            pair.is_some_and(|pair| candidates.binary_search(&pair).is_ok())
        };
        proposed.claims += claims.len();
        proposed.candidates += candidates.len();
        let mut add = |a: &Reading<'_>, b: &Reading<'_>, same: bool| {
            let pairing = Pairing::new(a, b, lexicon);
            let levels = COMPARISONS.iter().enumerate().map(|(number, c)| {
                let next = names.len();
                *names.entry((number, c.level(a, b, &pairing, lexicon))).or_insert(next)
            });
            examples.push(Example { levels: levels.collect(), same, story, share: 1.0 });
        };
        for (x, y, same) in &pairs {
            if let (Some(a), Some(b)) = (standing(x, &readings), standing(y, &readings)) {
                add(a, b, *same);
                proposed.of += usize::from(*same);
                proposed.found += usize::from(*same && is_candidate(a, b));
            }
        }
        for (a, b) in bystanders(&pairs, &readings) {
            add(a, b, false);
        }
    }
    eprintln!("{}: {proposed}", path.display());
    Ok(())
}

/// How many of the pairs of one slot the index proposes, and how many pairs in all.
#[derive(Default)]
struct Proposed {
    of: usize,
    found: usize,
    claims: usize,
    candidates: usize,
}

impl fmt::Display for Proposed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (found, each) = (self.found as f64 / self.of.max(1) as f64, self.candidates as f64 / self.claims.max(1) as f64);
        write!(f, "{found:.2} of {} pairs of one slot proposed, {each:.1} candidates a claim", self.of)
    }
}

/// Of the pairs of a member and a claim that no group holds, one in this many is learned from: they outnumber all others.
const BYSTANDERS: usize = 11;

/// Pairs of a group's member with a claim of another document that touches no passage of the gold: what a reader left out of the group.
fn bystanders<'r, 'c>(pairs: &[(Passage, Passage, bool)], readings: &'r [Reading<'c>]) -> Vec<(&'r Reading<'c>, &'r Reading<'c>)> {
    let passages: Vec<&Passage> = pairs.iter().flat_map(|(x, y, _)| [x, y]).collect();
    let mut members: Vec<&Reading<'_>> = passages.iter().filter_map(|p| standing(p, readings)).collect();
    members.sort_by_key(|r| r.claim.id.as_str());
    members.dedup_by_key(|r| r.claim.id.as_str());
    let known = |r: &Reading<'_>| passages.iter().any(|p| p.document == r.claim.document && p.span.overlaps(r.claim.span));
    let others: Vec<&Reading<'_>> = readings.iter().filter(|r| !known(r)).collect();
    let all = members.iter().flat_map(|m| others.iter().map(move |o| (*m, *o))).filter(|(m, o)| m.claim.document != o.claim.document);
    all.step_by(BYSTANDERS).collect()
}

/// The claim that shares most with a passage, if it covers half of it.
fn standing<'r, 'c>(passage: &Passage, readings: &'r [Reading<'c>]) -> Option<&'r Reading<'c>> {
    let share = |r: &&Reading<'_>| {
        let shared = r.claim.span.overlap(passage.span);
        let fits = r.claim.document == passage.document && shared * 2 >= passage.span.len() && shared * 100 >= r.claim.span.len() * 15;
        if fits { shared * 10_000 / (r.claim.span.len() + passage.span.len() - shared) } else { 0 }
    };
    readings.iter().max_by_key(share).filter(|r| share(r) > 0)
}

fn passage(member: &Value, documents: &[Document]) -> Option<Passage> {
    let document = member["doc"].as_str()?;
    let text = &documents.iter().find(|d| d.id == document)?.text;
    let byte = |at: &Value| text.char_indices().nth(at.as_u64()? as usize).map(|(b, _)| b).or(Some(text.len()));
    Some(Passage { document: document.to_owned(), span: Span::new(byte(&member["start"])?, byte(&member["end"])?) })
}

/// Two members of one group are one slot; members of two groups, and of a distractor, are two.
fn group_pairs(gold: &Value, documents: &[Document]) -> Vec<(Passage, Passage, bool)> {
    let list = |key: &str| gold[key].as_array().cloned().unwrap_or_default();
    let mut members: Vec<(usize, bool, Value)> = Vec::new();
    for (number, group) in list("groups").iter().chain(&list("distractors")).enumerate() {
        let real = number < list("groups").len();
        members.extend(group["members"].as_array().into_iter().flatten().map(|m| (number, real, m.clone())));
    }
    let places: Vec<String> = members.iter().map(|(_, _, m)| format!("{}{}{}", m["doc"], m["start"], m["end"])).collect();
    let mut pairs = Vec::new();
    for (i, (group, real, x)) in members.iter().enumerate() {
        for (j, (other, _, y)) in members.iter().enumerate().skip(i + 1) {
            // a passage of two groups says nothing of pairs between them
            let ambiguous = group != other
                && (places[..].iter().filter(|p| **p == places[i]).count() > 1 || places.iter().filter(|p| **p == places[j]).count() > 1);
            if x["doc"] == y["doc"] || ambiguous {
                continue;
            }
            if let (Some(a), Some(b)) = (passage(x, documents), passage(y, documents)) {
                pairs.push((a, b, group == other && *real));
            }
        }
    }
    pairs
}

fn passage_pairs(gold: &str, documents: &[Document]) -> Result<Vec<(Passage, Passage, bool)>> {
    let rows: Vec<Value> = gold.lines().map(serde_json::from_str).collect::<Result<_, _>>()?;
    Ok(rows.iter().filter_map(|r| Some((passage(&r["a"], documents)?, passage(&r["b"], documents)?, r["same"].as_bool()?))).collect())
}

/// The prior and the weight of each level, in natural units.
struct Model {
    prior: f64,
    weights: Vec<f64>,
}

impl Model {
    fn score(&self, example: &Example) -> f64 {
        self.prior + example.levels.iter().map(|&l| self.weights[l]).sum::<f64>()
    }

    fn probability(&self, example: &Example) -> f64 {
        1.0 / (1.0 + (-self.score(example)).exp())
    }
}

fn fit(examples: &[&Example], levels: usize) -> Model {
    let mut model = Model { prior: -2.0, weights: vec![0.0; levels] };
    let rate = 2.0 / examples.len().max(1) as f64;
    let mut momentum = vec![0.0; levels + 1];
    for _ in 0..ROUNDS {
        let mut gradient = vec![0.0; levels + 1];
        for example in examples {
            let error = example.share * (f64::from(u8::from(example.same)) - model.probability(example));
            gradient[levels] += error;
            example.levels.iter().for_each(|&l| gradient[l] += error);
        }
        for level in 0..=levels {
            let pull = if level < levels { RIDGE * model.weights[level] } else { 0.0 };
            momentum[level] = 0.9 * momentum[level] + rate * (gradient[level] - pull);
        }
        model.weights.iter_mut().zip(&momentum).for_each(|(w, m)| *w += m);
        model.prior += momentum[levels];
    }
    model
}

fn judge(examples: &[&Example], model: &Model) -> String {
    let linked = |e: &&&Example| model.score(e) >= 0.0;
    let right = examples.iter().filter(|e| e.same).filter(linked).count() as f64;
    let (told, same) = (examples.iter().filter(linked).count() as f64, examples.iter().filter(|e| e.same).count() as f64);
    let (precision, recall) = (right / told.max(1.0), right / same.max(1.0));
    format!(
        "precision {precision:.3} recall {recall:.3} average precision {:.3} of {} pairs",
        average_precision(examples, model),
        examples.len()
    )
}

/// How well the scores put pairs of one slot before the others, whatever the threshold: the mean precision at each of them. It tells two
/// sets of comparisons apart where precision and recall at one threshold jump.
fn average_precision(examples: &[&Example], model: &Model) -> f64 {
    let mut ranked: Vec<(f64, bool)> = examples.iter().map(|e| (model.score(e), e.same)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0));
    let places = ranked.iter().enumerate().filter(|(_, (_, same))| *same).map(|(place, _)| place + 1);
    let precisions: Vec<f64> = places.enumerate().map(|(before, place)| (before + 1) as f64 / place as f64).collect();
    precisions.iter().sum::<f64>() / precisions.len().max(1) as f64
}

/// Whether a probability means a probability: told, of stories that were held out, against found, by tenths.
fn reliability(told: &[(f64, bool)]) {
    for tenth in 0..10 {
        let here: Vec<bool> = told.iter().filter(|(p, _)| (p * 10.0).min(9.0) as usize == tenth).map(|(_, same)| *same).collect();
        let same = here.iter().filter(|same| **same).count();
        eprintln!("told 0.{tenth}: {:4} pairs, {:.2} of one slot", here.len(), same as f64 / here.len().max(1) as f64);
    }
}

fn table(names: &BTreeMap<(usize, &'static str), usize>, model: &Model) -> String {
    let millibits = |natural: f64| (natural / std::f64::consts::LN_2 * 1000.0).round() as i64;
    let mut text = String::from("# What each level of each comparison weighs, in thousandths of a bit.\n");
    text.push_str(
        "# Made by `corroborate-train weights` from stories with known groups; see README.md beside it.\n# comparison\tlevel\tmillibits\n",
    );
    text.push_str(&format!("prior\ttwo passages of one story\t{}\n", millibits(model.prior)));
    for ((comparison, key), level) in names {
        text.push_str(&format!("{}\t{key}\t{}\n", COMPARISONS[*comparison].name(), millibits(model.weights[*level])));
    }
    text
}
