//! How a run ended, and the exit code that says so.

use std::io::{self, Write};
use std::process::ExitCode;

use clap::error::ErrorKind;

/// How a run ended; the greater one wins where two hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Outcome {
    /// All was done.
    Done,
    /// All was done, and `--fail-on` was met.
    FailOn,
    /// Nothing could be done.
    Nothing,
    /// Done, with some inputs skipped.
    Skipped,
}

impl From<Outcome> for ExitCode {
    fn from(outcome: Outcome) -> Self {
        ExitCode::from(match outcome {
            Outcome::Done => 0,
            Outcome::FailOn => 1,
            Outcome::Nothing => 2,
            Outcome::Skipped => 3,
        })
    }
}

/// Tells the error in one line. A reader that closed its end (`| head`) is none.
pub fn of_error(error: &anyhow::Error) -> Outcome {
    if error.chain().any(is_broken_pipe) {
        return Outcome::Done;
    }
    complain(&format!("{error:#}"));
    Outcome::Nothing
}

/// Prints the help that was asked for, or tells in one line what is wrong with the arguments.
pub fn of_usage(error: &clap::Error) -> Outcome {
    if !error.use_stderr() || error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        let _ = error.print();
        return if error.use_stderr() { Outcome::Nothing } else { Outcome::Done };
    }
    let rendered = error.to_string();
    let said = rendered.lines().map(str::trim).take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more"));
    let said: Vec<&str> = said.filter(|line| !line.is_empty()).collect();
    complain(&format!("{}; see `corroborate --help`", said.join(" ").trim_start_matches("error: ")));
    Outcome::Nothing
}

/// One line on standard error; where that is closed too, there is nobody to tell.
pub fn complain(message: &str) {
    let line: String = message.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let _ = writeln!(io::stderr(), "corroborate: {line}");
}

fn is_broken_pipe(cause: &(dyn std::error::Error + 'static)) -> bool {
    let io = cause.downcast_ref::<io::Error>().map(io::Error::kind);
    let json = cause.downcast_ref::<serde_json::Error>().and_then(serde_json::Error::io_error_kind);
    io.or(json) == Some(io::ErrorKind::BrokenPipe)
}
