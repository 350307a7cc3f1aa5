//! A few words that name a group's slot.

use crate::claim::{ClaimKind, Facet};
use crate::comparison::Reading;
use crate::extract::Act;

/// Longest title in characters; a terminal line holds it beside relation and counts.
const LONGEST: usize = 56;

/// The title of a group: the speaker and the shortest wording of an utterance, what is counted of a figure, or the shortest statement.
pub(super) fn title(members: &[&Reading<'_>]) -> String {
    let shortest = |kind: Option<ClaimKind>| {
        members.iter().filter(|m| kind.is_none_or(|k| m.claim.kind == k)).min_by_key(|m| (m.claim.plain.len(), m.claim.id.as_str()))
    };
    if let Some(utterance) = shortest(Some(ClaimKind::Utterance)) {
        let words = utterance.claim.value.words.as_deref().unwrap_or(&utterance.claim.plain);
        let speaker = members.iter().find_map(|m| m.claim.source()).map(|s| s.names.join(" and "));
        let quoted = format!("\u{201c}{}\u{201d}", cut(words));
        return speaker.map_or(quoted.clone(), |s| format!("{s}: {quoted}"));
    }
    if let Some(figure) = shortest(Some(ClaimKind::Figure))
        && let Some(noun) = figure.claim.slot.get(Facet::Noun)
    {
        let number = figure.claim.value.figures.first().and_then(|f| figure.tokens_at(f.span));
        let rest = number.map(|(_, behind)| figure.article.clean(figure.article.span(behind, figure.article.tokens().len())));
        return cut(rest.as_deref().unwrap_or(&noun.text).trim_matches(|c: char| !c.is_alphanumeric()));
    }
    // what is denied names a dispute better than the denial of it
    let asserted = members.iter().filter(|m| m.claim.source().is_none_or(|s| s.act != Act::Denied));
    let told = asserted.min_by_key(|m| (m.claim.plain.len(), m.claim.id.as_str())).or_else(|| shortest(None));
    told.map(|m| cut(without_that(m.claim.printed()))).unwrap_or_default()
}

/// "that the barge struck the pier" is called by what is said.
fn without_that(text: &str) -> &str {
    text.strip_prefix("that ").unwrap_or(text)
}

/// Cuts at a word's end.
fn cut(words: &str) -> String {
    if words.chars().count() <= LONGEST {
        return words.to_owned();
    }
    let mut result = String::new();
    for word in words.split_whitespace() {
        if result.chars().count() + word.chars().count() + 1 >= LONGEST {
            break;
        }
        if !result.is_empty() {
            result.push(' ');
        }
        result.push_str(word);
    }
    result.push('\u{2026}');
    result
}
