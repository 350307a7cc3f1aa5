//! The foot of the page: what only one outlet says, who is silent on how much, and what could not be read.

use itertools::Itertools;

use super::overview::tone;
use super::page::{INDENT, Page};
use super::text::{Text, Tone};
use crate::report::words::{clip, count, list};
use crate::report::{Section, Story};

/// How many claims or quotations of one outlet are shown before only their number is.
const SHOWN: usize = 3;

pub fn print(page: &mut Page, story: &Story<'_>) {
    single(page, story);
    coverage(page, story);
    gaps(page, story);
}

fn single(page: &mut Page, story: &Story<'_>) {
    let claims = story.single();
    if claims.is_empty() {
        return;
    }
    title(page, Section::Single.title());
    for (outlet, claims) in &claims.into_iter().chunk_by(|claim| story.outlet(&claim.document)) {
        let texts: Vec<&str> = claims.map(|claim| claim.text.as_str()).collect();
        let name = Text::new(tone(Section::Single), Section::Single.symbol()).push(Tone::Plain, &format!(" {outlet}"));
        some_of(page, &name, &texts, "claim");
    }
}

fn coverage(page: &mut Page, story: &Story<'_>) {
    let coverage = story.coverage();
    if coverage.iter().all(|row| row.carried == 0) {
        return;
    }
    title(page, "Who carries how much");
    for row in coverage {
        let silent = if row.silent == 0 { String::new() } else { format!(", silent on {}", row.silent) };
        let carried = format!("{}{silent}, {} alone", count(row.carried, "group"), row.alone);
        page.beside(&Text::plain(row.outlet), &Text::plain(&carried));
    }
}

fn gaps(page: &mut Page, story: &Story<'_>) {
    let (quotations, undated) = (story.unattributed(), story.undated());
    if quotations.is_empty() && undated.is_empty() {
        return;
    }
    title(page, "Gaps");
    for (outlet, quotations) in &quotations.into_iter().chunk_by(|(heading, _)| heading.outlet.as_str()) {
        let texts: Vec<&str> = quotations.map(|(_, quotation)| quotation.text.as_str()).collect();
        let name = Text::plain(&format!("{outlet}: {} that nobody is credited with", count(texts.len(), "quotation")));
        some_of(page, &name, &texts, "quotation");
    }
    if !undated.is_empty() {
        let outlets: Vec<&str> = undated.iter().map(|heading| heading.outlet.as_str()).unique().collect();
        page.text(INDENT, &Text::plain(&format!("undated: {}", list(&outlets))));
    }
}

/// A name and the first few of its texts, a line each, with the number of those that are left out.
fn some_of(page: &mut Page, name: &Text, texts: &[&str], noun: &str) {
    page.text(INDENT, name);
    for text in texts.iter().take(SHOWN) {
        page.text(INDENT + 2, &Text::plain(&clip(text, page.width() - INDENT - 2)));
    }
    if texts.len() > SHOWN {
        page.text(INDENT + 2, &Text::new(Tone::Quiet, &format!("and {}", count(texts.len() - SHOWN, &format!("more {noun}")))));
    }
}

fn title(page: &mut Page, words: &str) {
    page.gap();
    page.text(0, &Text::new(Tone::Strong, &words.to_uppercase()));
}
