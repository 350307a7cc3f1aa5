//! How a run ended, and the exit code that says so.

use std::io::{self, Write};
use std::process::ExitCode;

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
