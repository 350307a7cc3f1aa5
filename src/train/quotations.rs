//! Learns who speaks and what is credited from articles in which people marked it.
//!
//! Each line of `GOLD` is one article of `DOCUMENTS` by its `id`, with `quotes`: their `start` and `end` in characters, `kind`
//! (`mixed` and `indirect`: reported; `partial`: a passage in marks inside of one; `direct`: all in marks), the attribution `att` they belong to, its `cue`, and where its speaker
//! stands (`speaker_start`, `speaker_end`).

use std::collections::{BTreeMap, HashMap};
use std::path::Path;

use anyhow::{Context, Result, bail};
use corroborate::extract::quotation::{Attribution, train};
use corroborate::lexicon::Lexicon;
use corroborate::text::Article;
use corroborate::{Document, Span};
use serde::Deserialize;

pub(super) const USAGE: &str = "quotations DOCUMENTS.jsonl GOLD.jsonl OUTPUT";

#[derive(Deserialize)]
struct Marked {
    id: String,
    quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct Quote {
    start: usize,
    end: usize,
    kind: String,
    att: u32,
    cue: Option<String>,
    speaker_start: Option<usize>,
    speaker_end: Option<usize>,
}

/// `quotations`: learns from the marked articles and writes the weights.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let [documents, gold, output] = arguments else { bail!("usage: corroborate-train {USAGE}") };
    let documents = corroborate::document::read_path(Path::new(documents)).collect::<Result<Vec<_>, _>>()?;
    let marked = marked(gold)?;
    let lexicon = Lexicon::english();
    let articles: Vec<_> =
        documents.iter().filter_map(|d| Some((Article::new(&d.text, lexicon), attributions(d, marked.get(&d.id)?)))).collect();
    let bytes = train(&articles, lexicon);
    eprintln!("{} articles, {} bytes", articles.len(), bytes.len());
    std::fs::write(output, bytes).with_context(|| format!("{output} cannot be written"))
}

fn marked(path: &str) -> Result<HashMap<String, Vec<Quote>>> {
    let content = std::fs::read_to_string(path).with_context(|| format!("{path} cannot be read"))?;
    let line = |(number, line): (usize, &str)| -> Result<(String, Vec<Quote>)> {
        let marked: Marked = serde_json::from_str(line).with_context(|| format!("{path}, line {}", number + 1))?;
        Ok((marked.id, marked.quotes))
    };
    content.lines().enumerate().map(line).collect()
}

/// The attributions of one article, in bytes.
fn attributions(document: &Document, quotes: &[Quote]) -> Vec<Attribution> {
    let mut bytes: Vec<usize> = document.text.char_indices().map(|(at, _)| at).collect();
    bytes.push(document.text.len());
    let span = |start: usize, end: usize| Some(Span::new(*bytes.get(start)?, *bytes.get(end)?));
    let mut result: BTreeMap<u32, Attribution> = BTreeMap::new();
    for quote in quotes {
        let attribution = result.entry(quote.att).or_insert_with(|| Attribution {
            contents: Vec::new(),
            quoted: Vec::new(),
            speaker: quote.speaker_start.zip(quote.speaker_end).and_then(|(start, end)| span(start, end)),
            cue: quote.cue.clone().unwrap_or_default(),
        });
        let span = span(quote.start, quote.end);
        match quote.kind.as_str() {
            "mixed" | "indirect" => attribution.contents.extend(span),
            "partial" => attribution.quoted.extend(span),
            _ => {
                attribution.contents.extend(span);
                attribution.quoted.extend(span);
            }
        }
    }
    result.into_values().collect()
}
