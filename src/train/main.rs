//! Makes the learned and compiled data files again from named sources; one file a subcommand.

mod frequencies;
mod logistic;
mod meaning;
mod names;
mod parser;
mod passages;
mod quotations;
mod similarity;
mod tagger;
mod weights;

use anyhow::{Result, bail};

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.split_first().map(|(command, rest)| (command.as_str(), rest)) {
        Some(("meaning", rest)) => meaning::run(rest),
        Some(("names" | "check-names", _)) => names::run(&arguments),
        Some(("parser" | "check-parser", _)) => parser::run(&arguments),
        Some(("quotations", rest)) => quotations::run(rest),
        Some(("tokens" | "tagger" | "check", _)) => tagger::run(&arguments),
        Some(("weights", rest)) => weights::run(rest),
        Some(("passages", rest)) => passages::run(rest),
        Some(("frequencies", rest)) => frequencies::run(rest),
        Some(("similarity", rest)) => similarity::run(rest),
        _ => bail!("usage: corroborate-train COMMAND\n{}", usage()),
    }
}

fn usage() -> String {
    [
        meaning::USAGE,
        names::USAGE,
        parser::USAGE,
        quotations::USAGE,
        tagger::USAGE,
        weights::USAGE,
        passages::USAGE,
        frequencies::USAGE,
        similarity::USAGE,
    ]
    .join("\n")
}
