//! Learns the parser from text with arcs.
//!
//! `tokens` prints the tokens; `parser` reads a line for each, in that order: the place of its head in its sentence (-1 for the
//! root) and the relation as the CLEAR guidelines write it, parted by a tab.

use std::path::Path;

use anyhow::{Context, Result, bail};
use corroborate::Document;
use corroborate::lexicon::Lexicon;
use corroborate::syntax::{self, Deprel, SilverArc};
use corroborate::text::Article;

/// How often the training reads all sentences: the agreement on held-out articles grows little after that.
const ROUNDS: usize = 6;

pub(super) const USAGE: &str = "parser DOCUMENTS.jsonl ARCS OUTPUT | check-parser DOCUMENTS.jsonl ARCS";

/// `parser` and `check-parser`: learn from the arcs, hold them against the parser.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (["parser", documents, arcs, _] | ["check-parser", documents, arcs]) = arguments[..] else {
        bail!("usage: corroborate-train {USAGE}")
    };
    let documents: Vec<Document> = corroborate::document::read_path(Path::new(documents)).collect::<Result<_, _>>()?;
    let articles = parsed(&documents, arcs)?;
    match arguments[..] {
        [_, _, _, output] => std::fs::write(output, syntax::train(&articles, ROUNDS))?,
        _ => check(&articles),
    }
    Ok(())
}

/// The articles, each with the arcs of its tokens.
fn parsed<'d>(documents: &'d [Document], arcs: &str) -> Result<Vec<(Article<'d>, Vec<SilverArc>)>> {
    let content = std::fs::read_to_string(arcs)?;
    let mut lines = content.lines().filter(|line| !line.is_empty());
    let mut result = Vec::new();
    for document in documents {
        let article = Article::new(&document.text, Lexicon::english());
        let arcs: Vec<SilverArc> = lines.by_ref().take(article.tokens().len()).map(arc).collect::<Result<_>>()?;
        if arcs.len() < article.tokens().len() {
            bail!("fewer arcs than tokens; make them again from the output of `tokens`");
        }
        result.push((article, arcs));
    }
    Ok(result)
}

fn arc(line: &str) -> Result<SilverArc> {
    let (head, relation) = line.split_once('\t').with_context(|| format!("{line:?} is no head and relation"))?;
    let relation = relation.split('\t').next().unwrap_or_default();
    let relation = Deprel::from_clear(relation).with_context(|| format!("{relation:?} is no relation"))?;
    Ok((head.parse::<u32>().ok(), relation))
}

fn check(articles: &[(Article<'_>, Vec<SilverArc>)]) {
    let found = syntax::agreement(articles);
    let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
    println!("{} words: heads {:.2} %, arcs {:.2} %", found.words, share(found.heads, found.words), share(found.arcs, found.words));
    for (relation, [want, got, both]) in found.relations.iter().filter(|(_, [want, ..])| *want > 0) {
        println!("{:20} {want:6}  precision {:5.1}  recall {:5.1}", format!("{relation:?}"), share(*both, *got), share(*both, *want));
    }
}
