//! `corroborate group`: which claims say the same.

use std::io::Write;
use std::path::PathBuf;

use corroborate::Reconciler;
use corroborate::pipeline::Passage;
use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use super::{config, output, rows};

/// Put claims about one thing into one group
///
/// INPUT has one claim a line, `{"id","text","outlet","published","speaker"}`, or CSV with these columns (only `text` is required), or
/// claim objects as `reconcile --format json` prints them.
#[derive(clap::Args)]
#[command(after_help = "Examples:
  corroborate group claims.csv
  corroborate reconcile seeds/harbour-bridge-collapse --format json | jq -c '.claims[]' | corroborate group -")]
pub struct Args {
    /// A file with one claim a line, or - for standard input
    #[arg(value_name = "INPUT")]
    input: PathBuf,
    #[command(flatten)]
    config: config::Settings,
}

/// A claim handed in: plain, or as `reconcile` prints it.
#[derive(Deserialize)]
struct Row {
    id: Option<String>,
    text: String,
    outlet: Option<String>,
    document: Option<String>,
    published: Option<String>,
    speaker: Option<String>,
    #[serde(default)]
    attribution: Vec<Source>,
}

/// The part of a claim's attribution that is read.
#[derive(Deserialize)]
struct Source {
    names: Vec<String>,
}

impl Row {
    fn passage(self) -> Passage {
        let filled = |cell: Option<String>| cell.filter(|text| !text.trim().is_empty());
        let source = self.attribution.into_iter().next_back().and_then(|credit| credit.names.into_iter().next());
        Passage {
            text: self.text,
            outlet: filled(self.outlet).or(self.document),
            published: filled(self.published),
            speaker: filled(self.speaker).or(source),
        }
    }
}

/// A line of the answer.
#[derive(Serialize, schemars::JsonSchema)]
pub struct Grouped {
    /// The claim's id, or its number where it has none.
    id: String,
    /// Claims of one group share it.
    group: String,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let reconciler = Reconciler::new(args.config.load()?);
    let mut reading = rows::read::<Row>(&args.input);
    let (ids, passages): (Vec<String>, Vec<Passage>) =
        reading.by_ref().enumerate().map(|(index, row)| (rows::id(row.id.as_deref(), index), row.passage())).unzip();
    let mut out = output::raw();
    for (id, group) in ids.into_iter().zip(reconciler.group(&passages)) {
        output::json_line(&mut out, &Grouped { id, group: format!("g{}", group + 1) })?;
    }
    out.flush()?;
    Ok(reading.outcome())
}
