//! `corroborate why`: the weights behind one pair of claims.

use std::io::Write;

use anyhow::Context;
use corroborate::Reconciler;
use corroborate::report::terminal;

use super::outcome::Outcome;
use super::reading::Inputs;
use super::{config, output};

/// Show why two claims of a story were linked or not, and how they relate
#[derive(clap::Args)]
#[command(after_help = "Example (claim ids stand in the report):
  corroborate why seeds/harbour-bridge-collapse --pair A B")]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// The ids of two claims, linked or not
    #[arg(long, num_args = 2, value_names = ["A", "B"], required = true)]
    pair: Vec<String>,
    /// How the answer is written
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    #[command(flatten)]
    config: config::Settings,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A page for a person
    Terminal,
    /// One JSON object
    Json,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let mut reading = args.inputs.open();
    let documents = reading.all();
    let outcome = reading.outcome();
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    let (a, b) = (&args.pair[0], &args.pair[1]);
    let explanation = Reconciler::default().explain(&documents, a, b).with_context(|| {
        format!("--pair {a} {b}: not two claims of these inputs; take ids that `corroborate reconcile` prints for them")
    })?;
    match args.format {
        Format::Terminal => {
            output::page(&terminal::waterfall(&explanation, output::columns()))?;
        }
        Format::Json => {
            let mut out = output::raw();
            output::json_line(&mut out, &explanation)?;
            out.flush()?;
        }
    }
    Ok(outcome)
}
