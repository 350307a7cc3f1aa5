//! `corroborate compare`: two passages side by side.

use std::io::Write;
use std::path::PathBuf;

use corroborate::Reconciler;
use corroborate::judgement::Compared;
use corroborate::pipeline::Passage;
use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use super::{chunks, config, output, rows};

/// Tell for each pair of passages whether they speak of one thing and how they relate
///
/// INPUT has one pair a line, `{"id","a","b"}`, or CSV with these columns; `a` and `b` are texts, or in JSON objects
/// `{"text","outlet","published","speaker"}`.
#[derive(clap::Args)]
#[command(after_help = "Example:
  echo '{\"id\":\"1\",\"a\":\"Some 40 people were hurt.\",\"b\":\"85 people were hurt.\"}' | corroborate compare -")]
pub struct Args {
    /// A file with one pair a line, or - for standard input
    #[arg(value_name = "INPUT")]
    input: PathBuf,
    #[command(flatten)]
    config: config::Settings,
}

#[derive(Deserialize)]
struct Pair {
    id: String,
    a: Side,
    b: Side,
}

/// A text alone, or with what is known about it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Side {
    Text(String),
    Passage(Passage),
}

impl From<Side> for Passage {
    fn from(side: Side) -> Self {
        match side {
            Side::Text(text) => Passage { text, ..Passage::default() },
            Side::Passage(passage) => passage,
        }
    }
}

/// A line of the answer.
#[derive(Serialize, schemars::JsonSchema)]
pub struct Row {
    /// The pair's id.
    id: String,
    #[serde(flatten)]
    compared: Compared,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let reconciler = Reconciler::new(args.config.load()?);
    let mut pairs = rows::read::<Pair>(&args.input);
    let mut out = output::raw();
    chunks::each_line(&mut pairs, &mut out, |pair| Row { id: pair.id, compared: reconciler.compare(&pair.a.into(), &pair.b.into()) })?;
    out.flush()?;
    Ok(pairs.outcome())
}
