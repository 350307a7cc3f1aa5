//! Learns the part-of-speech tagger from tagged text.
//!
//! `tokens` prints one line a token (document, sentence, first byte, end byte, word); `tagger` reads one Penn Treebank tag a line in
//! that order.

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::{Context, Result, bail};
use corroborate::Document;
use corroborate::lexicon::Lexicon;
use corroborate::text::{Article, Tag, train_tagger};

/// How often the tagger's training reads all sentences: the agreement on held-out articles grows no more after that.
const ROUNDS: usize = 5;

pub(super) const USAGE: &str = "tokens DOCUMENTS.jsonl | tagger DOCUMENTS.jsonl TAGS OUTPUT | check DOCUMENTS.jsonl TAGS";

/// `tokens`, `tagger` and `check`: print what is to be tagged, learn from the tags, hold them against the tagger.
pub(super) fn run(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments[..] {
        ["tokens", documents] => tokens(documents),
        ["tagger", documents, tags, output] => tagger(documents, tags, output),
        ["check", documents, tags] => check(documents, tags),
        _ => bail!("usage: corroborate-train {USAGE}"),
    }
}

fn read(path: &str) -> Result<Vec<Document>> {
    Ok(corroborate::document::read_path(Path::new(path)).collect::<Result<Vec<_>, _>>()?)
}

fn tokens(path: &str) -> Result<()> {
    let mut out = BufWriter::new(std::io::stdout().lock());
    for (number, document) in read(path)?.iter().enumerate() {
        let article = Article::new(&document.text, Lexicon::english());
        for (sentence, s) in article.sentences().iter().enumerate() {
            for index in s.first..s.last {
                let span = article.tokens()[index].span;
                writeln!(out, "{number}\t{sentence}\t{}\t{}\t{}", span.start, span.end, article.word(index))?;
            }
        }
    }
    Ok(out.flush()?)
}

/// The articles, each with the tags of its tokens.
fn tagged<'d>(documents: &'d [Document], tags: &str) -> Result<Vec<(Article<'d>, Vec<Tag>)>> {
    let content = std::fs::read_to_string(tags)?;
    let mut lines = content.lines();
    let mut result = Vec::new();
    for document in documents {
        let article = Article::new(&document.text, Lexicon::english());
        let mut tags = Vec::with_capacity(article.tokens().len());
        for line in lines.by_ref().take(article.tokens().len()) {
            tags.push(Tag::from_treebank(line).with_context(|| format!("{line:?} is no tag"))?);
        }
        if tags.len() < article.tokens().len() {
            bail!("fewer tags than tokens; make them again from the output of `tokens`");
        }
        result.push((article, tags));
    }
    Ok(result)
}

fn tagger(path: &str, tags: &str, output: &str) -> Result<()> {
    let documents = read(path)?;
    let articles = tagged(&documents, tags)?;
    Ok(std::fs::write(output, train_tagger(&articles, ROUNDS))?)
}

fn check(path: &str, tags: &str) -> Result<()> {
    let documents = read(path)?;
    let (mut right, mut all) = (0_u32, 0_u32);
    let mut confusions: BTreeMap<(Tag, Tag), usize> = BTreeMap::new();
    for (article, tags) in tagged(&documents, tags)? {
        for (token, tag) in article.tokens().iter().zip(tags) {
            all += 1;
            right += u32::from(token.tag == tag);
            *confusions.entry((tag, token.tag)).or_default() += usize::from(token.tag != tag);
        }
    }
    println!("{right} of {all} agree: {:.2} %", 100.0 * f64::from(right) / f64::from(all.max(1)));
    let mut confusions: Vec<_> = confusions.into_iter().collect();
    confusions.sort_by_key(|(_, n)| std::cmp::Reverse(*n));
    for ((wanted, got), count) in confusions.iter().take(20) {
        println!("{count:6}  {wanted:?} read as {got:?}");
    }
    Ok(())
}
