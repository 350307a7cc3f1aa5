//! Learns the recogniser of names from labelled text.
//!
//! `LABELS` has one label a line for the tokens that `tokens` prints: `O`, or `B-` or `I-` and a kind of OntoNotes.

use std::path::Path;

use anyhow::{Result, bail};
use corroborate::Document;
use corroborate::extract::MentionKind;
use corroborate::extract::name::{self, Label};
use corroborate::lexicon::Lexicon;
use corroborate::text::Article;

/// How often the training reads all sentences.
const ROUNDS: usize = 6;

pub(super) const USAGE: &str = "names DOCUMENTS.jsonl LABELS OUTPUT | check-names DOCUMENTS.jsonl LABELS";

/// `names` and `check-names`: learn from the labels, hold them against the recogniser.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let (["names", documents, labels, ..] | ["check-names", documents, labels]) = arguments[..] else {
        bail!("usage: corroborate-train {USAGE}")
    };
    let documents: Vec<Document> = corroborate::document::read_path(Path::new(documents)).collect::<Result<_, _>>()?;
    let articles = labelled(&documents, labels)?;
    match arguments[..] {
        [_, _, _, output] => std::fs::write(output, name::train(&articles, Lexicon::english(), ROUNDS))?,
        _ => check(&articles),
    }
    Ok(())
}

/// The articles, each with the labels of its tokens.
fn labelled<'d>(documents: &'d [Document], labels: &str) -> Result<Vec<(Article<'d>, Vec<Label>)>> {
    let content = std::fs::read_to_string(labels)?;
    let mut lines = content.lines();
    let mut articles = Vec::new();
    for document in documents {
        let article = Article::new(&document.text, Lexicon::english());
        let labels: Vec<Label> = lines.by_ref().take(article.tokens().len()).map(label).collect();
        if labels.len() < article.tokens().len() {
            bail!("fewer labels than tokens; make them again from the output of `tokens`");
        }
        articles.push((article, labels));
    }
    Ok(articles)
}

fn check(articles: &[(Article<'_>, Vec<Label>)]) {
    let mut sums = [0; 3];
    for (article, labels) in articles {
        for (sum, count) in sums.iter_mut().zip(name::agreement(article, labels, Lexicon::english())) {
            *sum += count;
        }
    }
    let [alike, found, wanted] = sums;
    println!("{alike} alike of {found} found and {wanted} labelled: F1 {:.1} %", 200.0 * alike as f64 / (found + wanted).max(1) as f64);
}

fn label(line: &str) -> Label {
    let (place, kind) = line.split_once('-')?;
    let kind = match kind {
        "PERSON" => MentionKind::Person,
        "ORG" => MentionKind::Organisation,
        "GPE" | "LOC" | "FAC" => MentionKind::Place,
        "NORP" => MentionKind::Group,
        "EVENT" | "PRODUCT" | "WORK_OF_ART" | "LAW" => MentionKind::Other,
        _ => return None,
    };
    Some((kind, place == "B"))
}
