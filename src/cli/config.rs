//! `--config FILE.toml`: the library's thresholds.

use std::path::PathBuf;

use anyhow::Context;
use corroborate::pipeline::Config;

/// Where the settings come from.
#[derive(clap::Args)]
pub struct Settings {
    /// Thresholds of the stages, as TOML; what it leaves out stays as it is
    #[arg(long = "config", value_name = "FILE.toml")]
    file: Option<PathBuf>,
}

impl Settings {
    /// The settings of the file, or the shipped ones.
    pub fn load(&self) -> anyhow::Result<Config> {
        let Some(path) = &self.file else { return Ok(Config::default()) };
        let text = std::fs::read_to_string(path).with_context(|| format!("{}: cannot be read; check the path", path.display()))?;
        toml::from_str(&text).map_err(|error| {
            let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
            anyhow::anyhow!("{}, line {line}: {}; see `corroborate schema config`", path.display(), error.message())
        })
    }
}
