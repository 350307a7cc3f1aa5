//! The head of the page.

use super::page::Page;
use super::text::{Text, Tone};
use crate::finding::Finding;
use crate::report::overview::{counts, sizes, totals};
use crate::report::{Section, Story};

/// How much there is, then the counts side by side, as many on a line as there is room for.
pub fn print(page: &mut Page, story: &Story<'_>, sections: &[(Section, Vec<&Finding>)]) {
    page.text(0, &Text::plain(&sizes(story)));
    let mut line = Text::plain(&totals(story, sections));
    for (section, number) in counts(story, sections) {
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
