//! `corroborate extract`: what each document says, one JSON object a line.

use std::io::Write;

use rayon::prelude::*;

use corroborate::{Document, Reconciler};

use super::outcome::Outcome;
use super::output;
use super::reading::Inputs;

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

/// How much text is worked on at once: enough for all cores, little beside the memory of any machine.
const CHUNK_BYTES: usize = 2 << 20;

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let reconciler = Reconciler::default();
    let mut documents = args.inputs.open();
    let mut out = output::raw();
    loop {
        let chunk = next_chunk(&mut documents);
        if chunk.is_empty() {
            break;
        }
        let lines: Vec<Vec<u8>> =
            chunk.par_iter().map(|document| serde_json::to_vec(&reconciler.extract(document))).collect::<Result<_, _>>()?;
        for line in &lines {
            out.write_all(line)?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()?;
    Ok(documents.outcome())
}

fn next_chunk(documents: &mut impl Iterator<Item = Document>) -> Vec<Document> {
    let mut chunk = Vec::new();
    let mut bytes = 0;
    while bytes < CHUNK_BYTES
        && let Some(document) = documents.next()
    {
        bytes += document.text.len();
        chunk.push(document);
    }
    chunk
}
