//! `frequencies`: counts in how many sentences each form stands, and how often with a capital.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};
use corroborate::lexicon::Lexicon;
use corroborate::similarity::{TermWeights, WordClass, Words};
use corroborate::text::{Article, Sentence};
use serde_json::Value;

/// How the subcommand is called.
pub const USAGE: &str = "frequencies OUTPUT_FILE JSONL_FILE...";

/// The fields of a JSON object that hold prose.
const FIELDS: [&str; 4] = ["text", "title", "a", "b"];
/// How many forms are kept, the most frequent ones.
const KEPT: usize = 20_000;
/// Forms seen less often tell nothing that an unknown form does not.
const LEAST: u32 = 2;

/// So many words at most make a title.
const TITLE: usize = 12;

#[derive(Default)]
struct Count {
    sentences: u32,
    inside: u32,
    capital: u32,
}

#[derive(Default)]
struct Counts {
    forms: BTreeMap<String, Count>,
    sentences: u32,
}

/// Counts over the texts of the files and writes the list.
pub fn run(arguments: &[String]) -> Result<()> {
    let [target, sources @ ..] = arguments else { bail!("usage: corroborate-train {USAGE}") };
    let mut counts = Counts::default();
    for source in sources {
        for line in fs::read_to_string(source).with_context(|| source.clone())?.lines() {
            let object: Value = serde_json::from_str(line).with_context(|| source.clone())?;
            FIELDS.iter().filter_map(|field| object[field].as_str()).for_each(|text| counts.add(text));
        }
    }
    fs::write(target, counts.listing()).with_context(|| target.clone())
}

impl Counts {
    fn add(&mut self, text: &str) {
        let lexicon = Lexicon::english();
        let weights = TermWeights::background(lexicon);
        let article = Article::new(text, lexicon);
        for sentence in article.sentences() {
            let words = Words::of(&article, sentence.span, lexicon, &weights);
            // titles are few beside the sentences of articles, but are what is compared, and have other words: "death toll rises"
            let times = if words.len() <= TITLE { 3 } else { 1 };
            self.sentences += times;
            self.add_sentence(&words, &article, sentence, times);
        }
    }

    fn add_sentence(&mut self, words: &Words, article: &Article<'_>, sentence: &Sentence, times: u32) {
        let capital = |index: usize| words.words()[index].span.slice(article.text()).starts_with(char::is_uppercase);
        let plain = (0..words.len()).filter(|i| capital(*i)).count() * 2 < words.len();
        let mut seen = BTreeSet::new();
        for (index, word) in words.words().iter().enumerate() {
            if matches!(word.class, WordClass::Number | WordClass::Date) {
                continue;
            }
            let form = words.form(index);
            let count = self.forms.entry(form.to_owned()).or_default();
            count.sentences += times * u32::from(seen.insert(form.to_owned()));
            let inside = plain && !article.text()[sentence.span.start..word.span.start].trim_end().ends_with(OPENERS) && index > 0;
            count.inside += u32::from(inside);
            count.capital += u32::from(inside && capital(index));
        }
    }

    fn listing(&self) -> String {
        let mut kept: Vec<_> = self.forms.iter().filter(|(_, c)| c.sentences >= LEAST).collect();
        kept.sort_by_key(|(form, c)| (std::cmp::Reverse(c.sentences), *form));
        kept.truncate(KEPT);
        let mut text =
            String::from("# Forms of words in news and in claims: the form (a stem mostly), a tab, in how many sentences it stands,\n");
        text.push_str("# and a tab and `name` if it mostly has a capital inside a sentence. The form * counts all sentences.\n");
        text.push_str("# Made by `corroborate-train frequencies`; sentences of titles count three times. Say here from which texts.\n");
        let _ = writeln!(text, "*\t{}", self.sentences);
        for (form, count) in kept {
            let name = if count.inside >= LEAST.max(3) && count.capital * 5 > count.inside * 4 { "\tname" } else { "" };
            let _ = writeln!(text, "{form}\t{}{name}", count.sentences);
        }
        text
    }
}

/// What a capital behind it is due to.
const OPENERS: [char; 8] = ['"', '\u{201c}', '\u{2018}', '(', '[', ':', ';', '\''];
