//! One finding: its heading, who carries which value, why, and what is left to check.

use super::overview::tone;
use super::page::{COLUMN, Page};
use super::text::{Text, Tone};
use super::wording;
use crate::finding::{Finding, ValueRow};
use crate::report::card::{Carrier, carriers, excuse_words, ledger, result_words, telling_pair, with_copies};
use crate::report::section::is_utterance;
use crate::report::words::{clip, count, list, moment};
use crate::report::{Section, Story};

/// How much of a claim is quoted, in columns: about four lines, which holds nine clauses of ten.
const QUOTED: usize = 240;

pub fn print_section(page: &mut Page, story: &Story<'_>, section: Section, findings: &[&Finding]) {
    page.gap();
    page.ends(&Text::new(Tone::Strong, &section.title().to_uppercase()), &Text::default());
    for finding in findings {
        page.gap();
        heading(page, story, section, finding);
        if is_utterance(finding, story) {
            wording::print(page, story, finding);
        } else {
            finding.values.iter().for_each(|row| value(page, story, finding, section, row));
        }
        reasons(page, section, finding);
        if !finding.silent.is_empty() {
            page.labelled("silent", &Text::new(Tone::Quiet, &list(&finding.silent)));
        }
    }
}

fn heading(page: &mut Page, story: &Story<'_>, section: Section, finding: &Finding) {
    let left = Text::new(tone(section), section.symbol()).push(Tone::Plain, " ").push(Tone::Strong, &finding.title);
    let carried = format!("{}, {}", count(story.finding_outlets(finding), "outlet"), count(story.finding_origins(finding), "origin"));
    let right =
        Text::new(tone(section), finding.relation.name()).push(Tone::Quiet, &format!(" · {carried} · {}", percent(finding.probability)));
    page.ends(&left, &right);
}

/// A probability for people; never 0 % or 100 %, which nobody knows.
pub fn percent(probability: f64) -> String {
    match (probability * 100.0).round() {
        p if p < 1.0 => "<1 %".to_owned(),
        p if p > 99.0 => ">99 %".to_owned(),
        p => format!("{p} %"),
    }
}

fn value(page: &mut Page, story: &Story<'_>, finding: &Finding, section: Section, row: &ValueRow) {
    let carriers = carriers(story, row);
    let mut label = Text::new(Tone::Strong, &row.text);
    if section == Section::Agree {
        let outlets: Vec<String> = carriers.iter().map(|c| with_copies(c.outlet, &c.copies)).collect();
        page.beside(&label, &Text::plain(&outlets.join(", ")));
        return;
    }
    for carrier in &carriers {
        page.beside(&std::mem::take(&mut label), &who(carrier));
        if carrier.claim.text != row.text {
            page.text(COLUMN, &Text::new(Tone::Plain, &format!("“{}”", clip(&carrier.claim.text, QUOTED))));
        }
    }
    if let Some(others) = consistent(finding, row) {
        page.text(COLUMN, &Text::new(Tone::Agree, &others));
    }
}

fn who(carrier: &Carrier<'_>) -> Text {
    let published = carrier.published.map_or_else(|| "undated".to_owned(), moment);
    Text::plain(&with_copies(carrier.outlet, &carrier.copies)).push(Tone::Quiet, &format!(" · {published}"))
}

/// "consistent with both": the other values that this one does not contradict, where it contradicts some or there are several.
fn consistent(finding: &Finding, row: &ValueRow) -> Option<String> {
    let others = finding.values.len().saturating_sub(1);
    match row.consistent_with.len() {
        0 => None,
        2 if others == 2 => Some("consistent with both".to_owned()),
        all if all == others && all > 2 => Some("consistent with all".to_owned()),
        _ => {
            let texts: Vec<String> =
                row.consistent_with.iter().filter_map(|i| finding.values.get(*i)).map(|v| format!("“{}”", clip(&v.text, 40))).collect();
            Some(format!("consistent with {}", list(&texts)))
        }
    }
}

fn reasons(page: &mut Page, section: Section, finding: &Finding) {
    if section == Section::Agree && finding.values.len() < 2 {
        return;
    }
    page.labelled("why", &Text::plain(&finding.reason));
    if matches!(section, Section::Differ | Section::CannotTell) {
        for (index, (result, excuses)) in ledger(finding).into_iter().enumerate() {
            let label = if index == 0 { "excuses" } else { "" };
            let said = excuses.iter().map(|e| match e.why.as_str() {
                "" => excuse_words(e.name).to_owned(),
                why => format!("{} ({why})", excuse_words(e.name)),
            });
            let said = said.collect::<Vec<_>>().join(", ");
            page.labelled(label, &Text::new(Tone::Strong, result_words(result)).push(Tone::Plain, &format!(": {said}")));
        }
    }
    if section != Section::Agree
        && section != Section::Wording
        && let Some(pair) = telling_pair(finding)
    {
        page.labelled("weights", &Text::new(Tone::Quiet, &format!("corroborate why … --pair {} {}", pair.a, pair.b)));
    }
}
