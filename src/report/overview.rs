//! The first lines of any page: how much there is, and of what.

use super::words::{count, list};
use super::{Section, Story};
use crate::finding::Finding;

/// "7 articles · 7 outlets · 5 origins (Herald and Globe carry Agency)".
pub(super) fn sizes(story: &Story<'_>) -> String {
    let numbers = [(story.report().documents.len(), "article"), (story.outlets().len(), "outlet"), (story.origin_count(), "origin")];
    let sizes = numbers.map(|(number, noun)| count(number, noun)).join(" · ");
    let shared = story.shared_origins();
    if shared.is_empty() {
        return sizes;
    }
    let carried = |(first, copies): &(&str, Vec<&str>)| {
        let verb = if copies.len() == 1 { "carries" } else { "carry" };
        format!("{} {verb} {first}", list(copies))
    };
    format!("{sizes} ({})", shared.iter().map(carried).collect::<Vec<_>>().join("; "))
}

/// "31 claims → 9 groups".
pub(super) fn totals(story: &Story<'_>, sections: &[(Section, Vec<&Finding>)]) -> String {
    let groups = sections.iter().filter(|(section, _)| *section != Section::Single).map(|(_, findings)| findings.len()).sum();
    format!("{} → {}", count(story.report().claims.len(), "claim"), count(groups, "group"))
}

/// How many findings each section holds; of the last one, how many claims.
pub(super) fn counts(story: &Story<'_>, sections: &[(Section, Vec<&Finding>)]) -> Vec<(Section, usize)> {
    let shared = sections.iter().filter(|(section, _)| *section != Section::Single);
    let mut counts: Vec<(Section, usize)> = shared.map(|(section, findings)| (*section, findings.len())).collect();
    let single = story.single().len();
    if single > 0 {
        counts.push((Section::Single, single));
    }
    counts
}
