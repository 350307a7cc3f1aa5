//! The rows of a quotation that several outlets have: who has which wording, and what is altered in it.

use super::Story;
use super::card::{Carrier, carriers};
use super::variants::{Mark, MarkedStretch, Variant, align, base_pieces};
use crate::claim::Claim;
use crate::extract::Form;
use crate::finding::Finding;
use crate::relate::Relation;

/// One wording of a quotation.
#[derive(Clone, Debug, PartialEq)]
pub struct QuotedWording<'r> {
    /// Who has it.
    pub carriers: Vec<Carrier<'r>>,
    /// Who is credited, where that is what differs.
    pub speaker: Option<String>,
    /// The words, marked against the base; for reported speech one unmarked piece.
    pub pieces: Vec<MarkedStretch>,
    /// What was done to the base: "inserted", "reported"; empty for the base itself.
    pub alteration: String,
    /// Whether the words stand in quotation marks.
    pub direct: bool,
}

/// Every wording of a finding. The base, against which the others are marked, is the direct one that most origins carry; in doubt the
/// first.
#[must_use]
pub fn wordings<'r>(story: &Story<'r>, finding: &'r Finding) -> Vec<QuotedWording<'r>> {
    let carriers: Vec<Vec<Carrier<'r>>> = finding.values.iter().map(|row| carriers(story, row)).collect();
    let direct: Vec<bool> =
        finding.values.iter().zip(&carriers).map(|(row, c)| is_quoted(&row.text) || c.iter().any(|c| is_direct(story, c.claim))).collect();
    let words: Vec<&str> = finding.values.iter().map(|row| unquoted(&row.text)).collect();
    // `max_by_key` takes the last of equals, so the search runs from the end
    let Some(base) = (0..words.len()).rev().max_by_key(|i| (direct[*i], carriers[*i].len())) else { return Vec::new() };
    let variant = |i: usize| (i != base && direct[i]).then(|| align(words[base], words[i])).filter(|v| v.kinship() >= KINSHIP);
    let variants: Vec<Option<Variant>> = (0..words.len()).map(variant).collect();
    let base_words = base_pieces(words[base], variants.iter().flatten());
    let unmarked = |words: &str| vec![MarkedStretch { mark: Mark::Same, text: words.to_owned() }];
    let rows = carriers.into_iter().zip(variants).enumerate();
    rows.map(|(index, (carriers, variant))| {
        let (pieces, alteration) = match variant {
            Some(variant) => (variant.pieces.clone(), variant.alterations()),
            None if !direct[index] => (unmarked(&finding.values[index].text), "reported".to_owned()),
            None if index == base => (base_words.clone(), String::new()),
            None => (unmarked(words[index]), "in other words".to_owned()),
        };
        let speaker = speaker(finding.relation, &carriers);
        QuotedWording { carriers, speaker, pieces, alteration, direct: direct[index] }
    })
    .collect()
}

/// Below this share of common words marks hide more than they show: two translations of one sentence share about a third.
const KINSHIP: f64 = 0.3;

fn speaker(relation: Relation, carriers: &[Carrier<'_>]) -> Option<String> {
    let credit = carriers.iter().find_map(|carrier| carrier.claim.source())?;
    (relation == Relation::Speaker).then(|| credit.names.join(" and "))
}

fn is_direct(story: &Story<'_>, claim: &Claim) -> bool {
    story.quotation(claim).is_some_and(|quotation| quotation.form == Form::Direct)
}

/// Whether one pair of quotation marks holds the whole text.
fn is_quoted(text: &str) -> bool {
    let marks = text.chars().filter(|c| matches!(c, '"' | '“' | '”')).count();
    marks == 2 && text.starts_with(['"', '“']) && text.ends_with(['"', '”'])
}

/// The words without marks, and without the comma that a sentence around them put inside.
fn unquoted(text: &str) -> &str {
    let mark = |c: char| c.is_whitespace() || matches!(c, '"' | '“' | '”');
    text.trim_matches(mark).trim_end_matches(',')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quoted_as_a_whole() {
        for (text, quoted) in
            [("“All of it.”", true), ("\"All of it\"", true), ("“One” and “two”", false), ("they had “no hope”", false), ("none", false)]
        {
            assert_eq!(is_quoted(text), quoted, "{text}");
        }
        assert_eq!(unquoted("“We have no hope,”"), "We have no hope");
    }
}
