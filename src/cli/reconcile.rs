//! `corroborate reconcile`: the story across its outlets.

use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use corroborate::report::{csv, markdown, terminal};
use corroborate::{Reconciler, Report};

use super::fail_on::{self, Trigger};
use super::outcome::Outcome;
use super::reading::Inputs;
use super::watch::Watch;
use super::{config, output};

/// Group what several outlets say about one story and tell where they agree and differ
#[derive(clap::Args)]
#[command(after_help = "Examples:
  corroborate reconcile seeds/harbour-bridge-collapse
  corroborate reconcile herald.txt gazette.md wire.jsonl --format json > story.json
  corroborate reconcile story/ --format csv --out tables/
  corroborate reconcile story/ --fail-on differ --format markdown > report.md")]
pub struct Args {
    #[command(flatten)]
    inputs: Inputs,
    /// How the report is written
    #[arg(long, value_enum, default_value_t = Format::Terminal)]
    format: Format,
    /// Write to this file instead of standard output; with csv, to articles.csv, claims.csv and edges.csv in this folder
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// End with exit code 1 when there is a finding of one of these families or relations
    #[arg(long, value_name = "FAMILY|RELATION", value_delimiter = ',')]
    fail_on: Vec<Trigger>,
    #[command(flatten)]
    config: config::Settings,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    /// A page for a person
    Terminal,
    /// The same page as Markdown
    Markdown,
    /// One JSON object with everything
    Json,
    /// Three tables, articles, claims and edges, with an empty line between them
    Csv,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let reconciler = Reconciler::new(args.config.load()?);
    let mut reading = args.inputs.open();
    let documents = reading.all();
    let outcome = reading.outcome();
    if outcome == Outcome::Nothing {
        return Ok(outcome);
    }
    let watch = Watch::new("reconciling documents:");
    watch.step(documents.len());
    let report = reconciler.reconcile(&documents);
    drop(watch);
    write(&report, args.format, args.out.as_deref())?;
    let met = fail_on::is_met(&args.fail_on, &report);
    Ok(outcome.max(if met { Outcome::FailOn } else { Outcome::Done }))
}

fn write(report: &Report, format: Format, path: Option<&Path>) -> anyhow::Result<()> {
    match (format, path) {
        (Format::Csv, Some(folder)) => write_tables(&csv::tables(report), folder),
        (Format::Terminal, None) => output::page(&terminal::render(report, output::columns())),
        _ => {
            let mut out = output::file_or_raw(path)?;
            match format {
                Format::Terminal => out.write_all(anstream::adapter::strip_str(&terminal::render(report, 80)).to_string().as_bytes())?,
                Format::Markdown => out.write_all(markdown::render(report).as_bytes())?,
                Format::Json => output::json_line(&mut out, report)?,
                Format::Csv => {
                    let tables = csv::tables(report);
                    write!(out, "{}\n{}\n{}", tables.articles, tables.claims, tables.edges)?;
                }
            }
            Ok(out.flush()?)
        }
    }
}

fn write_tables(tables: &csv::Tables, folder: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(folder)
        .with_context(|| format!("{}: cannot be made; name a folder that may be written to", folder.display()))?;
    for (name, table) in [("articles.csv", &tables.articles), ("claims.csv", &tables.claims), ("edges.csv", &tables.edges)] {
        output::create(&folder.join(name))?.write_all(table.as_bytes())?;
    }
    Ok(())
}
