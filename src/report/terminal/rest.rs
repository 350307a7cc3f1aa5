//! The foot of the page: what only one outlet says, who is silent on how much, and what could not be read.

use std::collections::BTreeMap;

use itertools::Itertools;

use super::overview::tone;
use super::page::{INDENT, Page};
use super::text::{Text, Tone};
use crate::finding::Finding;
use crate::report::card::{carriers, carriers_said};
use crate::report::words::{clip, count, list};
use crate::report::{Section, Story};

/// How many claims or quotations of one outlet are shown before only their number is.
const SHOWN: usize = 3;

pub fn print(page: &mut Page, story: &Story<'_>, sections: &[(Section, Vec<&Finding>)]) {
    echoes(page, story, sections);
    single(page, story);
    coverage(page, story);
    gaps(page, story);
}

/// Groups of one origin by who carries them: nothing but the wire's text, however many outlets have it.
fn echoes(page: &mut Page, story: &Story<'_>, sections: &[(Section, Vec<&Finding>)]) {
    let Some((section, findings)) = sections.iter().find(|(section, _)| *section == Section::Echo) else { return };
    page.title(section.title());
    let carried = |finding: &&Finding| {
        let carriers: Vec<_> = finding.values.iter().flat_map(|row| carriers(story, row)).collect();
        carriers_said(&carriers)
    };
    let by_outlets: BTreeMap<String, Vec<&str>> =
        findings.iter().map(|f| (carried(f), f.title.as_str())).into_group_map().into_iter().collect();
    for (outlets, titles) in by_outlets {
        let name = Text::new(tone(*section), section.symbol()).push(Tone::Plain, &format!(" {outlets}"));
        some_of(page, &name, &titles, "group");
    }
}

fn single(page: &mut Page, story: &Story<'_>) {
    let claims = story.single();
    if claims.is_empty() {
        return;
    }
    page.title(Section::Single.title());
    for (outlet, claims) in &claims.into_iter().chunk_by(|claim| story.outlet(&claim.document)) {
        let texts: Vec<&str> = claims.map(|claim| claim.plain.as_str()).collect();
        let name = Text::new(tone(Section::Single), Section::Single.symbol()).push(Tone::Plain, &format!(" {outlet}"));
        some_of(page, &name, &texts, "claim");
    }
}

fn coverage(page: &mut Page, story: &Story<'_>) {
    let coverage = story.coverage();
    if coverage.iter().all(|row| row.carried == 0) {
        return;
    }
    page.title("Who carries how much");
    let names = coverage.iter().map(|row| Text::plain(row.outlet).width()).max().unwrap_or(0);
    for row in coverage {
        let counts = [(row.carried, " carried"), (row.silent, " silent"), (row.alone, " alone")];
        let line = counts.iter().fold(Text::plain(row.outlet).pad(names), |line, (number, word)| {
            let number = number.to_string();
            let gap = line.width() + 6 - number.len().min(5);
            line.pad(gap).push(Tone::Plain, &number).push(Tone::Quiet, word)
        });
        page.spaced(INDENT, &line);
    }
}

fn gaps(page: &mut Page, story: &Story<'_>) {
    let (quotations, undated) = (story.unattributed(), story.undated());
    if quotations.is_empty() && undated.is_empty() {
        return;
    }
    page.title("Gaps");
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
