//! The report as a page for a terminal: shapes as well as colours, what needs a human first.

mod finding;
mod overview;
mod page;
mod rest;
mod text;
mod waterfall;
mod wording;

use super::{Report, Section, Story};
use page::Page;

pub use waterfall::waterfall;

/// The report as a page of `width` columns (40 to 160), with ANSI styles; strip them where they do not show.
///
/// All article text is printed clean (see [`clean`](super::clean)).
///
/// ```
/// use corroborate::{Document, Reconciler, report::terminal};
/// let report = Reconciler::default().reconcile(&[Document::new("a", "Two people were hurt.").with_outlet("Herald")]);
/// assert!(terminal::render(&report, 80).contains("1 article · 1 outlet · 1 origin"));
/// ```
#[must_use]
pub fn render(report: &Report, width: usize) -> String {
    let story = Story::new(report);
    let mut page = Page::new(width);
    let sections = story.sections();
    overview::print(&mut page, &story, &sections);
    for (section, findings) in sections.iter().filter(|(section, _)| *section < Section::Echo) {
        finding::print_section(&mut page, &story, *section, findings);
    }
    rest::print(&mut page, &story, &sections);
    page.finish()
}
