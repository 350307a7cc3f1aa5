//! `corroborate reconcile`: the story across its outlets.

use std::io::Write;
use std::path::PathBuf;

use corroborate::Reconciler;
use corroborate::report::terminal;

use super::outcome::Outcome;
use super::output;
use super::reading::Inputs;

/// Group what several outlets say about one story and tell where they agree and differ
#[derive(clap::Args)]
#[command(after_help = "Examples:
  corroborate reconcile seeds/harbour-bridge-collapse
  corroborate reconcile herald.txt gazette.md wire.jsonl --format json > story.json")]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Write to this file instead of standard output
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A page for a person
    Terminal,
    /// One JSON object with everything
    Json,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let mut reading = args.inputs.open();
    let documents: Vec<_> = reading.by_ref().collect();
    let outcome = reading.outcome();
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    let report = Reconciler::default().reconcile(&documents);
    match args.format {
        Format::Terminal => {
            let mut out = output::styled();
            out.write_all(terminal::render(&report, output::columns()).as_bytes())?;
            out.flush()?;
        }
        Format::Json => {
            let mut out = output::file_or_raw(args.out.as_deref())?;
            output::json_line(&mut out, &report)?;
            out.flush()?;
        }
    }
    Ok(outcome)
}
