//! The wordings of one quotation below each other, with the words that differ marked.

use super::page::Page;
use super::text::{Text, Tone};
use crate::finding::Finding;
use crate::report::Story;
use crate::report::card::carriers_said;
use crate::report::variants::{Mark, MarkedStretch};
use crate::report::wordings::wordings;

pub fn print(page: &mut Page, story: &Story<'_>, finding: &Finding) {
    for wording in wordings(story, finding) {
        let speaker = wording.speaker.map_or_else(Text::default, |name| Text::new(Tone::Differ, &format!("{name}: ")));
        let said = if wording.direct {
            Text::plain("“").join(&marked(&wording.pieces)).push(Tone::Plain, "”")
        } else {
            marked(&wording.pieces)
        };
        let note = if wording.alteration.is_empty() { String::new() } else { format!(" ({})", wording.alteration) };
        page.beside(&Text::plain(&carriers_said(&wording.carriers)), &speaker.join(&said).push(Tone::Quiet, &note));
    }
}

/// our options are far from [being] exhausted: inserted in square brackets, substituted in angle quotes, trimmed as […].
fn marked(pieces: &[MarkedStretch]) -> Text {
    let mut text = Text::default();
    for (index, piece) in pieces.iter().enumerate() {
        if index > 0 {
            text = text.push(Tone::Plain, " ");
        }
        text = match piece.mark {
            Mark::Same => text.push(Tone::Plain, &piece.text),
            Mark::Inserted => text.push(Tone::Changed, &format!("[{}]", piece.text)),
            Mark::Substituted => text.push(Tone::Changed, &format!("‹{}›", piece.text)),
            Mark::Trimmed => text.push(Tone::Quiet, "[…]"),
        };
    }
    text
}
