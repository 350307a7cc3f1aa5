//! Makes the learned data of the library again from tagged text.
//!
//! ```text
//! corroborate-train tokens DOCUMENTS.jsonl               one line a token: document, sentence, first byte, end byte, word
//! corroborate-train tagger DOCUMENTS.jsonl TAGS OUTPUT   learns the tagger; TAGS has one Penn Treebank tag a line, in that order
//! corroborate-train check DOCUMENTS.jsonl TAGS           how many of the tagger's decisions agree with those tags
//! ```

use std::collections::BTreeMap;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;

use corroborate::Document;
use corroborate::lexicon::Lexicon;
use corroborate::text::{Article, Tag, train_tagger};

/// How often the tagger's training reads all sentences: the agreement on held-out articles grows no more after that.
const ROUNDS: usize = 5;

type Failure = Box<dyn std::error::Error>;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let done = match arguments[..] {
        ["tokens", documents] => tokens(documents),
        ["tagger", documents, tags, output] => tagger(documents, tags, output),
        ["check", documents, tags] => check(documents, tags),
        _ => Err("usage: corroborate-train tokens|tagger|check FILE...; its source says more".into()),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("corroborate-train: {error}");
            ExitCode::from(2)
        }
    }
}

fn read(path: &str) -> Result<Vec<Document>, Failure> {
    Ok(corroborate::document::read_path(Path::new(path)).into_iter().collect::<Result<Vec<_>, _>>()?)
}

fn tokens(path: &str) -> Result<(), Failure> {
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
fn tagged<'d>(documents: &'d [Document], tags: &str) -> Result<Vec<(Article<'d>, Vec<Tag>)>, Failure> {
    let content = std::fs::read_to_string(tags)?;
    let mut lines = content.lines();
    let mut result = Vec::new();
    for document in documents {
        let article = Article::new(&document.text, Lexicon::english());
        let mut tags = Vec::with_capacity(article.tokens().len());
        for line in lines.by_ref().take(article.tokens().len()) {
            tags.push(Tag::from_treebank(line).ok_or_else(|| format!("{line:?} is no tag"))?);
        }
        if tags.len() < article.tokens().len() {
            return Err("fewer tags than tokens; make them again from the output of `tokens`".into());
        }
        result.push((article, tags));
    }
    Ok(result)
}

fn tagger(path: &str, tags: &str, output: &str) -> Result<(), Failure> {
    let documents = read(path)?;
    let articles = tagged(&documents, tags)?;
    Ok(std::fs::write(output, train_tagger(&articles, ROUNDS))?)
}

fn check(path: &str, tags: &str) -> Result<(), Failure> {
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
