//! Makes the learned and compiled data files again from named sources; one file a subcommand.

mod meaning;
mod names;
mod tagger;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first().map(|(command, rest)| (command.as_str(), rest)) {
        Some(("meaning", rest)) => meaning::run(rest),
        Some(("names" | "check-names", _)) => names::run(&arguments),
        Some(("tokens" | "tagger" | "check", _)) => tagger::run(&arguments),
        _ => bail!("usage: corroborate-train {} | {} | {}", meaning::USAGE, names::USAGE, tagger::USAGE),
    }
}
