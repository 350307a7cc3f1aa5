//! `corroborate group`: which claims say the same.

use std::io::Write;
use std::path::PathBuf;

use corroborate::Reconciler;
use corroborate::claim::Claim;
use corroborate::pipeline::Passage;
use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use super::{config, output, rows};

/// Put claims about one thing into one group
///
/// INPUT has one claim a line, `{"id","text","outlet","published","speaker"}`, or CSV with these columns (only `text` is required), or
/// the claim objects of a report of `reconcile --format json`: these are put into the report's groups.
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

/// A claim handed in as a text.
#[derive(Deserialize)]
struct Row {
    id: Option<String>,
    text: String,
    outlet: Option<String>,
    published: Option<String>,
    speaker: Option<String>,
}

impl From<Row> for Passage {
    fn from(row: Row) -> Self {
        let filled = |cell: Option<String>| cell.filter(|text| !text.trim().is_empty());
        Self { text: row.text, outlet: filled(row.outlet), published: filled(row.published), speaker: filled(row.speaker) }
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
    let table = rows::Table::open(&args.input);
    // the first row tells whether the claims come with all that their articles told of them
    if table.begins_with::<Claim>() { whole(&reconciler, table.rows()) } else { plain(&reconciler, table.rows()) }
}

fn whole(reconciler: &Reconciler, mut rows: rows::Rows<Claim>) -> anyhow::Result<Outcome> {
    let claims = rows.all();
    let groups = reconciler.group_claims(&claims);
    print(claims.into_iter().map(|claim| claim.id).zip(groups))?;
    Ok(rows.outcome())
}

fn plain(reconciler: &Reconciler, mut rows: rows::Rows<Row>) -> anyhow::Result<Outcome> {
    let numbered = rows.by_ref().enumerate();
    let (ids, passages): (Vec<String>, Vec<Passage>) =
        numbered.map(|(index, row)| (rows::id(row.id.as_deref(), index), row.into())).unzip();
    let groups = reconciler.group(&passages);
    print(ids.into_iter().zip(groups))?;
    Ok(rows.outcome())
}

fn print(claims: impl Iterator<Item = (String, usize)>) -> anyhow::Result<()> {
    let mut out = output::raw();
    for (id, group) in claims {
        output::json_line(&mut out, &Grouped { id, group: format!("g{}", group + 1) })?;
    }
    Ok(out.flush()?)
}
