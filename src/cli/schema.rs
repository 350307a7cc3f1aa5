//! `corroborate schema`: the shape of what the commands print.

use std::io::Write;

use corroborate::Report;
use corroborate::judgement::Explanation;
use corroborate::pipeline::Config;
use corroborate::report::Extracted;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};

use super::outcome::Outcome;
use super::{compare, group, output, search};

/// Print the JSON Schema of what a command prints, or of a settings file
#[derive(clap::Args)]
#[command(after_help = "Example:
  corroborate schema reconcile > report.schema.json")]
pub struct Args {
    /// Of which command (a line of its output where it prints JSON Lines); all of them where none is named
    #[arg(value_enum)]
    of: Option<Of>,
}

#[derive(Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Of {
    /// A line of `extract`
    Extract,
    /// The object of `reconcile --format json`
    Reconcile,
    /// The object of `why --format json`
    Why,
    /// A line of `compare`
    Compare,
    /// A line of `group`
    Group,
    /// A line of `search`
    Search,
    /// A file for `--config`
    Config,
}

pub fn run(args: Args) -> anyhow::Result<Outcome> {
    let mut out = output::raw();
    match args.of {
        Some(of) => serde_json::to_writer_pretty(&mut out, &schema(of))?,
        None => {
            let all = <Of as clap::ValueEnum>::value_variants().iter();
            let named: serde_json::Map<String, serde_json::Value> = all.map(|of| (name(*of), schema(*of).into())).collect();
            serde_json::to_writer_pretty(&mut out, &named)?;
        }
    }
    out.write_all(b"\n")?;
    out.flush()?;
    Ok(Outcome::Done)
}

fn name(of: Of) -> String {
    clap::ValueEnum::to_possible_value(&of).map_or_else(String::new, |value| value.get_name().to_owned())
}

fn schema(of: Of) -> Schema {
    match of {
        Of::Extract => printed::<Extracted>(),
        Of::Reconcile => printed::<Report>(),
        Of::Why => printed::<Explanation>(),
        Of::Compare => printed::<compare::Row>(),
        Of::Group => printed::<group::Grouped>(),
        Of::Search => printed::<search::Found>(),
        Of::Config => SchemaSettings::draft2020_12().for_deserialize().into_generator().into_root_schema_for::<Config>(),
    }
}

/// The schema of a type as it is written: fields that are always there are required.
fn printed<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
