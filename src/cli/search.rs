//! `corroborate search`: the earlier claims that a message repeats.

use std::io::Write;
use std::path::PathBuf;

use corroborate::lexicon::Lexicon;
use corroborate::search::{Entry, SearchIndex};
use serde::{Deserialize, Serialize};

use super::outcome::Outcome;
use super::{chunks, output, rows};

/// Find for each message the claims that it repeats
///
/// CLAIMS has one claim a line, `{"id","text"}`, or CSV with these columns; a `title` is searched too. QUERIES has the messages in the
/// same way.
#[derive(clap::Args)]
#[command(after_help = "Example:
  echo '{\"id\":\"1\",\"text\":\"omg they SOLD the #HarbourBridge\"}' | corroborate search --claims claims.csv --queries - -k 3")]
pub struct Args {
    /// A file with one claim a line, or - for standard input
    #[arg(long, value_name = "CLAIMS")]
    claims: PathBuf,
    /// A file with one message a line, or - for standard input
    #[arg(long, value_name = "QUERIES")]
    queries: PathBuf,
    /// How many claims are told for each message at most
    #[arg(short, value_name = "K", default_value_t = 10)]
    k: usize,
}

#[derive(Deserialize)]
struct Claim {
    id: Option<String>,
    text: String,
    title: Option<String>,
}

#[derive(Deserialize)]
struct Query {
    id: Option<String>,
    text: String,
}

/// A line of the answer.
#[derive(Serialize, schemars::JsonSchema)]
pub struct Found {
    /// The message's id, or its number where it has none.
    query: String,
    /// The claims that answer to it, best first.
    hits: Vec<Hit>,
}

/// A claim that answers to a message.
#[derive(Serialize, schemars::JsonSchema)]
struct Hit {
    /// The claim's id, or its number where it has none.
    id: String,
    /// How well it answers, 0 and more; only the order within one message means anything.
    score: f64,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    anyhow::ensure!(
        args.claims.as_os_str() != "-" || args.queries.as_os_str() != "-",
        "claims and queries cannot both come from standard input; give a file for one of them"
    );
    let mut reading = rows::read::<Claim>(&args.claims);
    let claims = reading.all();
    if reading.outcome() == Outcome::Nothing {
        return Ok(Outcome::Nothing);
    }
    let entries = claims.iter().map(|c| Entry { text: &c.text, title: c.title.as_deref().unwrap_or("") });
    let index = SearchIndex::new(entries, Lexicon::english());
    let id = |claim: usize| rows::id(claims[claim].id.as_deref(), claim);
    let mut queries = rows::read::<Query>(&args.queries);
    let mut out = output::raw();
    chunks::each_line(&mut queries.by_ref().enumerate(), &mut out, |(number, query)| Found {
        query: rows::id(query.id.as_deref(), number),
        hits: index.search(&query.text, args.k).into_iter().map(|hit| Hit { id: id(hit.index), score: hit.score }).collect(),
    })?;
    out.flush()?;
    Ok(match queries.outcome() {
        Outcome::Nothing => Outcome::Nothing,
        outcome => outcome.max(reading.outcome()),
    })
}
