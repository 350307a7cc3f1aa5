//! Noun phrases: the pieces of a frame that can speak or be spoken to.

use std::ops::Range;

use super::scene::{Frame, Scene};
use crate::lexicon::Class;
use crate::text::{Tag, TokenKind};

/// A nickname stands in marks inside a name: Carl "Skip" Dunn.
const NICKNAME_WORDS: usize = 2;

/// The plain noun phrases of a frame, in order, without what follows behind "of", a comma or "who".
///
/// A day or a month stands outside: "Bell Monday said".
pub(super) fn chunks(scene: &Scene<'_, '_>, frame: Frame) -> Vec<Range<usize>> {
    let mut result: Vec<Range<usize>> = Vec::new();
    let mut first = None;
    for unit in frame.first..=frame.last {
        let goes_on = unit < frame.last && first.is_some() && continues(scene, frame, unit);
        if goes_on {
            continue;
        }
        if let Some(first) = first.take() {
            result.extend(closed(scene, first..unit));
        }
        if unit < frame.last && opens(scene, unit) {
            first = Some(unit);
        }
    }
    result
}

fn opens(scene: &Scene<'_, '_>, unit: usize) -> bool {
    let Some(token) = scene.token(unit) else { return false };
    let tag = token.tag;
    let phrase = tag.is_noun()
        || tag.is_adjective()
        || matches!(
            tag,
            Tag::Determiner | Tag::Predeterminer | Tag::PossessivePronoun | Tag::Cardinal | Tag::Pronoun | Tag::WhPronoun | Tag::Symbol
        );
    phrase && !token.has(Class::Weekday)
}

/// Whether a phrase that reaches up to `unit` takes it in.
fn continues(scene: &Scene<'_, '_>, frame: Frame, unit: usize) -> bool {
    let before = scene.tag(unit - 1);
    let next = if unit + 1 < frame.last { scene.tag(unit + 1) } else { Tag::Mark };
    if let Some(passage) = scene.passage(unit) {
        return before.is_proper() && next.is_proper() && passage.words(scene.article) <= NICKNAME_WORDS;
    }
    if matches!(before, Tag::Pronoun | Tag::WhPronoun) {
        return false;
    }
    let describes =
        |tag: Tag| tag.is_adjective() || matches!(tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Possessive | Tag::Adverb);
    let named = |tag: Tag| tag.is_noun() || tag.is_adjective();
    match scene.tag(unit) {
        Tag::Determiner | Tag::PossessivePronoun => matches!(before, Tag::Predeterminer),
        Tag::VerbGerund | Tag::VerbParticiple => describes(before) && named(next),
        Tag::Adverb => matches!(before, Tag::Determiner | Tag::PossessivePronoun) && (next.is_adjective() || next == Tag::VerbParticiple),
        Tag::Possessive => true,
        Tag::Mark => scene.kind(unit) == TokenKind::Dash && scene.token(unit).is_some_and(|t| t.glued) && named(next),
        Tag::Conjunction => scene.lower(unit) == "&",
        _ => opens(scene, unit) && !matches!(scene.tag(unit), Tag::Pronoun | Tag::WhPronoun | Tag::Predeterminer),
    }
}

/// The phrase without a possessive mark that belongs to nothing.
fn closed(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut end = range.end;
    while end > range.start && matches!(scene.tag(end - 1), Tag::Possessive | Tag::Mark | Tag::Symbol) {
        end -= 1;
    }
    (range.start < end).then_some(range.start..end)
}
