//! `corroborate extract`: what each document says, one JSON object a line.

use std::io::Write;

use corroborate::Reconciler;

use super::outcome::Outcome;
use super::reading::Inputs;
use super::{chunks, output};

/// Print what each document says and credits, one JSON object a line
///
/// Quotations with their speakers, figures, dates, names and claims, each with its place in the text (UTF-8 bytes).
#[derive(clap::Args)]
#[command(after_help = "Example:
  corroborate extract seeds/harbour-bridge-collapse | jq '.quotations[] | {text, speaker: .speaker.name}'")]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let reconciler = Reconciler::default();
    let mut documents = args.inputs.open();
    let mut out = output::raw();
    chunks::each_line(&mut documents, &mut out, |document| reconciler.extract(&document))?;
    out.flush()?;
    Ok(documents.outcome())
}
