//! The report as Markdown (GitHub's), with the same words and symbols as on a terminal.

use std::fmt::Write;

use itertools::Itertools;

use super::card::{
    Carrier, carried_said, carriers, carriers_said, consistent_said, excuse_said, ledger, percent, result_words, with_copies,
};
use super::section::is_utterance;
use super::variants::{Mark, MarkedStretch};
use super::wordings::wordings;
use super::words::{clean, count, list};
use super::{Report, Section, Story, escape, overview};
use crate::finding::{Finding, ValueRow};

/// The report as Markdown. Every piece of article text is escaped, and quoted words link to their place in the live article where its
/// address is known.
///
/// ```
/// use corroborate::{Document, Reconciler, report::markdown};
/// let report = Reconciler::default().reconcile(&[Document::new("a", "Two people were hurt.").with_outlet("Herald")]);
/// assert!(markdown::render(&report).starts_with("1 article · 1 outlet · 1 origin\n"));
/// ```
#[must_use]
pub fn render(report: &Report) -> String {
    let story = Story::new(report);
    let sections = story.sections();
    let mut out = escape::markdown(&overview::sizes(&story)) + "\n\n";
    let counts = overview::counts(&story, &sections);
    let counts = counts.iter().map(|(section, number)| format!("{} {number} {}", section.symbol(), section.word())).join(" · ");
    push(&mut out, &format!("{}: {counts}\n", overview::totals(&story, &sections)));
    for (section, findings) in sections.iter().filter(|(section, _)| *section != Section::Single) {
        push(&mut out, &format!("\n## {} {}\n", section.symbol(), section.title()));
        findings.iter().for_each(|finding| card(&mut out, &story, *section, finding));
    }
    single(&mut out, &story);
    gaps(&mut out, &story);
    out
}

fn push(out: &mut String, text: &str) {
    out.push_str(text);
}

fn card(out: &mut String, story: &Story<'_>, section: Section, finding: &Finding) {
    push(out, &format!("\n### {}\n\n", text(&finding.title)));
    push(out, &format!("*{} · {} · {}*\n\n", finding.relation.name(), carried_said(story, finding), text(&percent(finding.probability))));
    if is_utterance(finding, story) {
        wording_rows(out, story, finding);
    } else {
        value_rows(out, story, finding);
    }
    push(out, &format!("\n- **why** {}\n", text(&finding.reason)));
    if matches!(section, Section::Differ | Section::CannotTell) {
        for (result, excuses) in ledger(finding) {
            let said = excuses.into_iter().map(excuse_said).join(", ");
            push(out, &format!("- **excuses {}** {}\n", result_words(result), text(&said)));
        }
    }
    if !finding.silent.is_empty() {
        push(out, &format!("- **silent** {}\n", text(&list(&finding.silent))));
    }
}

fn value_rows(out: &mut String, story: &Story<'_>, finding: &Finding) {
    push(out, "| value | outlet | published | words |\n|---|---|---|---|\n");
    for row in &finding.values {
        let mut value = format!("**{}**", text(&row.text));
        if let Some(consistent) = consistent_said(finding, row) {
            let _ = write!(value, " ({})", text(&consistent));
        }
        for carrier in carriers(story, row) {
            let outlet = text(&with_copies(carrier.outlet, &carrier.copies));
            let published = text(&story.moment(carrier.published));
            push(out, &format!("| {} | {outlet} | {published} | {} |\n", std::mem::take(&mut value), words(story, &carrier, row)));
        }
    }
}

/// The words of the claim, as a link to the sentence in the live article.
fn words(story: &Story<'_>, carrier: &Carrier<'_>, row: &ValueRow) -> String {
    let said = if carrier.claim.plain == row.text { "↗".to_owned() } else { format!("“{}”", text(&carrier.claim.plain)) };
    let url = story.heading(&carrier.claim.document).and_then(|heading| heading.url.as_deref());
    match url.and_then(|url| escape::text_fragment(url, &carrier.claim.plain)) {
        Some(link) => format!("[{said}](<{link}>)"),
        None if carrier.claim.plain == row.text => String::new(),
        None => said,
    }
}

fn wording_rows(out: &mut String, story: &Story<'_>, finding: &Finding) {
    push(out, "| outlet | wording | |\n|---|---|---|\n");
    for wording in wordings(story, finding) {
        let speaker = wording.speaker.map_or_else(String::new, |name| format!("{}: ", text(&name)));
        let said = wording.pieces.iter().map(marked).join(" ");
        let said = if wording.direct { format!("“{said}”") } else { said };
        push(out, &format!("| {} | {speaker}{said} | {} |\n", text(&carriers_said(&wording.carriers)), wording.alteration));
    }
}

fn marked(piece: &MarkedStretch) -> String {
    match piece.mark {
        Mark::Same => text(&piece.text),
        Mark::Inserted => format!("**\\[{}\\]**", text(&piece.text)),
        Mark::Substituted => format!("**‹{}›**", text(&piece.text)),
        Mark::Trimmed => "\\[…\\]".to_owned(),
    }
}

fn single(out: &mut String, story: &Story<'_>) {
    let claims = story.single();
    if claims.is_empty() {
        return;
    }
    push(out, &format!("\n## {} {}\n", Section::Single.symbol(), Section::Single.title()));
    for (outlet, claims) in &claims.into_iter().chunk_by(|claim| story.outlet(&claim.document)) {
        push(out, &format!("\n**{}**\n\n", text(outlet)));
        claims.for_each(|claim| push(out, &format!("- {}\n", text(&claim.plain))));
    }
}

fn gaps(out: &mut String, story: &Story<'_>) {
    let (quotations, undated) = (story.unattributed(), story.undated());
    if quotations.is_empty() && undated.is_empty() {
        return;
    }
    push(out, "\n## Gaps\n\n");
    for (outlet, quotations) in &quotations.into_iter().chunk_by(|(heading, _)| heading.outlet.as_str()) {
        let quotations: Vec<_> = quotations.collect();
        push(out, &format!("- {}: {} that nobody is credited with\n", text(outlet), count(quotations.len(), "quotation")));
        quotations.iter().for_each(|(_, quotation)| push(out, &format!("  - {}\n", text(&quotation.text))));
    }
    if !undated.is_empty() {
        let outlets: Vec<&str> = undated.iter().map(|heading| heading.outlet.as_str()).unique().collect();
        push(out, &format!("- undated: {}\n", text(&list(&outlets))));
    }
}

/// Article text, clean and escaped.
fn text(words: &str) -> String {
    escape::markdown(&clean(words))
}
