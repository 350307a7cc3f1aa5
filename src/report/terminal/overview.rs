//! The head of the page: how much there is, and of what.

use super::page::Page;
use super::text::{Text, Tone};
use crate::finding::Finding;
use crate::report::words::{count, list};
use crate::report::{Section, Story};

pub fn print(page: &mut Page, story: &Story<'_>, sections: &[(Section, Vec<&Finding>)]) {
    let report = story.report();
    let mut sizes =
        [count(report.documents.len(), "article"), count(story.outlets().len(), "outlet"), count(story.origin_count(), "origin")]
            .join(" · ");
    let carried = carried(story);
    if !carried.is_empty() {
        sizes += &format!(" ({})", carried.join("; "));
    }
    page.text(0, &Text::plain(&sizes));
    let groups = sections.iter().filter(|(section, _)| *section != Section::Single).map(|(_, findings)| findings.len()).sum();
    let totals = format!("{} → {}", count(report.claims.len(), "claim"), count(groups, "group"));
    let mut counts: Vec<(Section, usize)> =
        sections.iter().filter(|(section, _)| *section != Section::Single).map(|(s, f)| (*s, f.len())).collect();
    counts.push((Section::Single, story.single().len()));
    chips(page, &totals, counts.into_iter().filter(|(_, number)| *number > 0));
}

/// The counts side by side, as many on a line as there is room for.
fn chips(page: &mut Page, totals: &str, counts: impl Iterator<Item = (Section, usize)>) {
    let mut line = Text::plain(totals);
    for (section, number) in counts {
        let chip = Text::new(tone(section), &format!("{} {number} {}", section.symbol(), section.word()));
        if line.width() + 3 + chip.width() > page.width() {
            page.spaced(0, &line);
            line = chip;
        } else {
            let end = line.width() + 3;
            line = line.pad(end).join(&chip);
        }
    }
    page.spaced(0, &line);
}

/// "Herald and Globe carry Agency", for each origin of several outlets.
fn carried(story: &Story<'_>) -> Vec<String> {
    let shared = story.shared_origins();
    shared
        .iter()
        .map(|(first, copies)| format!("{} {} {first}", list(copies), if copies.len() == 1 { "carries" } else { "carry" }))
        .collect()
}

/// The colour of a section's symbol.
pub fn tone(section: Section) -> Tone {
    match section {
        Section::Differ => Tone::Differ,
        Section::Disputed => Tone::Disputed,
        Section::CannotTell | Section::NotAConflict => Tone::Open,
        Section::Wording => Tone::Changed,
        Section::Agree => Tone::Agree,
        Section::Echo | Section::Single => Tone::Quiet,
    }
}
