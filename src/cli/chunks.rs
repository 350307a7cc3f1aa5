//! Work on a stream with all cores, a chunk at a time, printed in the order of the stream.

use std::io::Write;

use rayon::prelude::*;
use serde::Serialize;

use super::watch::Watch;

/// How many items are worked on at once: enough for all cores, little beside the memory of any machine.
const CHUNK: usize = 256;

/// Writes the answer to each item as one JSON line, in order.
pub fn each_line<T: Send, R: Serialize>(
    items: &mut impl Iterator<Item = T>,
    out: &mut impl Write,
    answer: impl Fn(T) -> R + Sync,
) -> anyhow::Result<()> {
    let watch = Watch::new("done:");
    loop {
        let chunk: Vec<T> = items.by_ref().take(CHUNK).collect();
        if chunk.is_empty() {
            return Ok(());
        }
        let lines: Vec<Vec<u8>> = chunk.into_par_iter().map(|item| serde_json::to_vec(&answer(item))).collect::<Result<_, _>>()?;
        for line in &lines {
            out.write_all(line)?;
            out.write_all(b"\n")?;
        }
        watch.step(lines.len());
    }
}
