//! The wordings of one quotation below each other, with the words that differ marked.

use super::page::Page;
use super::text::{Text, Tone};
use crate::claim::Claim;
use crate::extract::Form;
use crate::finding::{Finding, ValueRow};
use crate::relate::Relation;
use crate::report::Story;
use crate::report::card::{Carrier, carriers, with_copies};
use crate::report::variants::{Mark, Piece, Variant, align, base_pieces};

/// Every wording with who has it. The base, against which the others are marked, is the direct one that most origins carry.
pub fn print(page: &mut Page, story: &Story<'_>, finding: &Finding) {
    let rows: Vec<(&ValueRow, Vec<Carrier<'_>>)> = finding.values.iter().map(|row| (row, carriers(story, row))).collect();
    let direct = |index: usize| rows[index].1.iter().any(|carrier| is_direct(story, carrier.claim));
    let Some(base) = (0..rows.len()).rev().max_by_key(|i| (direct(*i), rows[*i].1.len())) else { return };
    let base_words = unquoted(&rows[base].0.text);
    let variant = |index: usize| (index != base && direct(index)).then(|| align(base_words, unquoted(&rows[index].0.text)));
    let variants: Vec<Option<Variant>> = (0..rows.len()).map(variant).collect();
    let known: Vec<Variant> = variants.iter().flatten().cloned().collect();
    for (index, ((row, carriers), variant)) in rows.iter().zip(&variants).enumerate() {
        let (said, note) = match variant {
            Some(variant) => (marked(&variant.pieces), variant.alterations()),
            None if index == base && direct(index) => (marked(&base_pieces(base_words, &known)), String::new()),
            None => (Text::plain(&row.text), "reported".to_owned()),
        };
        let outlets: Vec<String> = carriers.iter().map(|c| with_copies(c.outlet, &c.copies)).collect();
        let speaker = speaker(finding.relation, carriers);
        let note = if note.is_empty() { note } else { format!(" ({note})") };
        page.beside(&Text::plain(&outlets.join(", ")), &speaker.join(&said).push(Tone::Quiet, &note));
    }
}

/// Who is credited, where that is what differs.
fn speaker(relation: Relation, carriers: &[Carrier<'_>]) -> Text {
    let source = carriers.iter().find_map(|carrier| carrier.claim.source());
    match source {
        Some(credit) if relation == Relation::Speaker => Text::new(Tone::Differ, &format!("{}: ", credit.names.join(" and "))),
        _ => Text::default(),
    }
}

fn is_direct(story: &Story<'_>, claim: &Claim) -> bool {
    story.quotation(claim).is_none_or(|quotation| quotation.form == Form::Direct)
}

fn unquoted(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”'))
}

/// “our options are far from [being] exhausted”: inserted in square brackets, substituted in angle quotes, trimmed as […].
fn marked(pieces: &[Piece]) -> Text {
    let mut text = Text::plain("“");
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
    text.push(Tone::Plain, "”")
}
