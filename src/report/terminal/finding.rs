//! One finding: its heading, who carries which value, why, and what is left to check.

use super::overview::tone;
use super::page::{COLUMN, Page};
use super::text::{Text, Tone};
use super::wording;
use crate::finding::{Finding, ValueRow};
use crate::report::card::{
    carried_said, carriers, carriers_said, consistent_said, excuse_said, ledger, percent, result_words, telling_pair, with_copies,
};
use crate::report::section::is_utterance;
use crate::report::words::{clip, list};
use crate::report::{Section, Story};

/// How much of a claim is quoted, in columns: about four lines, which holds nine clauses of ten.
const QUOTED: usize = 240;

pub fn print_section(page: &mut Page, story: &Story<'_>, section: Section, findings: &[&Finding]) {
    page.title(section.title());
    for finding in findings {
        page.gap();
        heading(page, story, section, finding);
        if is_utterance(finding, story) {
            wording::print(page, story, finding);
        } else {
            finding.values.iter().for_each(|row| value(page, story, finding, section, row));
        }
        if finding.values.len() > 1 || section != Section::Agree {
            page.labelled("why", &Text::plain(&finding.reason));
        }
        if matches!(section, Section::Differ | Section::CannotTell) {
            excuses(page, finding);
        }
        if matches!(section, Section::Differ | Section::Disputed | Section::CannotTell | Section::NotAConflict) {
            foot(page, finding);
        }
    }
}

fn heading(page: &mut Page, story: &Story<'_>, section: Section, finding: &Finding) {
    let left = Text::new(tone(section), section.symbol()).push(Tone::Plain, " ").push(Tone::Strong, &finding.title);
    let carried = carried_said(story, finding);
    let right =
        Text::new(tone(section), finding.relation.name()).push(Tone::Quiet, &format!(" · {carried} · {}", percent(finding.probability)));
    page.ends(&left, &right);
}

fn value(page: &mut Page, story: &Story<'_>, finding: &Finding, section: Section, row: &ValueRow) {
    let carriers = carriers(story, row);
    let words = if carriers.iter().any(|c| c.claim.plain == row.text) { format!("“{}”", row.text) } else { row.text.clone() };
    let mut label = Text::new(Tone::Strong, &words);
    if section == Section::Agree {
        page.beside(&label, &Text::plain(&carriers_said(&carriers)));
        return;
    }
    for carrier in &carriers {
        let who = Text::plain(&with_copies(carrier.outlet, &carrier.copies));
        page.beside(&std::mem::take(&mut label), &who.push(Tone::Quiet, " · ").push_whole(Tone::Quiet, &story.moment(carrier.published)));
        if carrier.claim.plain != row.text {
            page.text(COLUMN, &Text::plain(&format!("“{}”", clip(&carrier.claim.plain, QUOTED))));
        }
    }
    if let Some(others) = consistent_said(finding, row) {
        page.text(COLUMN, &Text::new(Tone::Agree, &others));
    }
}

/// The ledger: what is left to check first, then what was ruled out.
fn excuses(page: &mut Page, finding: &Finding) {
    for (index, (result, excuses)) in ledger(finding).into_iter().enumerate() {
        let said: Vec<String> = excuses.iter().map(|excuse| excuse_said(excuse)).collect();
        let text = Text::new(Tone::Strong, result_words(result)).push(Tone::Plain, &format!(": {}", said.join(", ")));
        page.labelled(if index == 0 { "excuses" } else { "" }, &text);
    }
}

/// Which claims to ask for the weights, and which outlets have nothing of it.
fn foot(page: &mut Page, finding: &Finding) {
    if let Some(pair) = telling_pair(finding) {
        page.labelled("weights", &Text::new(Tone::Quiet, &format!("corroborate why … --pair {} {}", pair.a, pair.b)));
    }
    if !finding.silent.is_empty() {
        page.labelled("silent", &Text::new(Tone::Quiet, &list(&finding.silent)));
    }
}
