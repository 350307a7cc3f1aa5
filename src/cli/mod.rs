//! The command line: one file a command; what a command does is the library's work.

mod chunks;
mod compare;
mod completions;
mod config;
mod extract;
mod fail_on;
mod group;
mod outcome;
mod output;
mod reading;
mod reconcile;
mod rows;
mod schema;
mod search;
mod watch;
mod why;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// What several outlets say about one story: where they agree, where they differ, and the words that prove it.
#[derive(Parser)]
#[command(name = "corroborate", version, arg_required_else_help = true, after_help = EXIT_CODES)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    Extract(extract::Args),
    Reconcile(reconcile::Args),
    Why(why::Args),
    Compare(compare::Args),
    Group(group::Args),
    Search(search::Args),
    Schema(schema::Args),
    Completions(completions::Args),
}

const EXIT_CODES: &str = "Exit codes:
  0  done
  1  done, and --fail-on was met
  2  nothing could be done; the reason is on standard error
  3  done, but some inputs were skipped; each is named on standard error

An INPUT is a file (.txt, .md with an optional front matter, .jsonl), a folder of such files, or - for standard input.
`corroborate COMMAND --help` shows an example for each command.";

/// Runs the command that the arguments name.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return outcome::of_usage(&error).into(),
    };
    let result = match cli.command {
        Command::Extract(args) => extract::run(args),
        Command::Reconcile(args) => reconcile::run(args),
        Command::Why(args) => why::run(args),
        Command::Compare(args) => compare::run(args),
        Command::Group(args) => group::run(args),
        Command::Search(args) => search::run(args),
        Command::Schema(args) => schema::run(args),
        Command::Completions(args) => completions::run(args),
    };
    result.unwrap_or_else(|error| outcome::of_error(&error)).into()
}
