//! Standard output for programs (raw) and for people (colours only where they show).

use std::fs::File;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

/// Large enough that extraction, not the kernel, sets the pace.
const BUFFER: usize = 1 << 20;

/// Standard output for another program: bytes as they are.
pub fn raw() -> impl Write {
    BufWriter::with_capacity(BUFFER, io::stdout().lock())
}

/// Prints a page for a person: escape codes are dropped where standard output is no terminal or `NO_COLOR` is set.
pub fn page(text: &str) -> anyhow::Result<()> {
    let mut out = anstream::stdout().lock();
    out.write_all(text.as_bytes())?;
    Ok(out.flush()?)
}

/// The file, or standard output where none is named.
pub fn file_or_raw(path: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    Ok(match path {
        Some(path) => Box::new(BufWriter::with_capacity(BUFFER, create(path)?)),
        None => Box::new(raw()),
    })
}

/// A new file, or the old one emptied.
pub fn create(path: &Path) -> anyhow::Result<File> {
    File::create(path).with_context(|| format!("{}: cannot be written; check that its folder exists and may be written to", path.display()))
}

/// One JSON object and a line break.
pub fn json_line(out: &mut impl Write, value: &impl Serialize) -> anyhow::Result<()> {
    serde_json::to_writer(&mut *out, value)?;
    out.write_all(b"\n")?;
    Ok(())
}

/// How many columns a person has: those of the terminal, or 80 where there is none.
pub fn columns() -> usize {
    terminal_size::terminal_size_of(io::stdout()).map_or(80, |(width, _)| usize::from(width.0))
}
