//! `corroborate completions`: what a shell needs to complete commands and options.

use std::io::Write;

use clap::CommandFactory;

use super::outcome::Outcome;
use super::{Cli, output};

/// Print the completions for a shell
#[derive(clap::Args)]
#[command(after_help = "Example:
  corroborate completions bash > ~/.local/share/bash-completion/completions/corroborate")]
pub struct Args {
    /// Which shell
    shell: clap_complete::Shell,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut Cli::command(), "corroborate", &mut script);
    let mut out = output::raw();
    out.write_all(&script)?;
    out.flush()?;
    Ok(Outcome::Done)
}
