//! A folder (or files) in, JSON out, with progress on standard error; bad inputs are skipped and named, and a story that is too large
//! is stopped.
//!
//! `cargo run --release --example reconcile_folder [FOLDER...] > story.json`

use std::error::Error;
use std::io;
use std::ops::ControlFlow;
use std::path::PathBuf;

use corroborate::Reconciler;
use corroborate::document::read_inputs;
use corroborate::pipeline::{Observer, Stage};

/// Tells each stage on standard error, and stops before more claims are compared than somebody would wait for.
struct Progress {
    most_claims: usize,
}

impl Observer for Progress {
    fn begins(&self, stage: Stage, things: usize) -> ControlFlow<()> {
        eprintln!("{}: {things}", stage.name());
        if stage == Stage::Link && things > self.most_claims { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut inputs: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if inputs.is_empty() {
        inputs.push("seeds/harbour-bridge-collapse".into());
    }
    let mut documents = Vec::new();
    for read in read_inputs(inputs, io::stdin().lock()) {
        match read {
            Ok(document) => documents.push(document),
            Err(error) => eprintln!("skipped: {error}"),
        }
    }
    let report = Reconciler::default().reconcile_watched(&documents, &Progress { most_claims: 50_000 })?;
    serde_json::to_writer(io::stdout().lock(), &report)?;
    Ok(())
}
