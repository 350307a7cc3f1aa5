//! Noun phrases: the pieces of a frame that can speak or be spoken to.

use std::ops::Range;

use super::scene::{Frame, Scene};
use crate::extract::name::MentionKind;
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
    let names = scene.name(unit).is_some_and(|(_, inside)| !inside);
    (phrase || names) && !token.has(Class::Weekday)
}

/// Whether a phrase that reaches up to `unit` takes it in.
fn continues(scene: &Scene<'_, '_>, frame: Frame, unit: usize) -> bool {
    if scene.is_inside_name(unit) || is_hyphenated(scene, unit) {
        return true;
    }
    // "In Moscow Lavrov said": two names, the first a place
    if scene.name(unit).is_some_and(|(kind, _)| kind == MentionKind::Person)
        && scene.name(unit - 1).is_some_and(|(kind, _)| kind == MentionKind::Place)
    {
        return false;
    }
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

/// "19-year-old": a hyphen behind a number, and what stands glued behind it.
fn is_hyphenated(scene: &Scene<'_, '_>, unit: usize) -> bool {
    let glued = |u: usize| scene.token(u).is_some_and(|t| t.glued);
    let hyphen = |u: usize| scene.lower(u) == "-" && glued(u) && glued(u + 1) && scene.tag(u - 1) == Tag::Cardinal;
    (unit > 0 && hyphen(unit)) || (unit > 1 && hyphen(unit - 1))
}

/// The phrase without a possessive mark that belongs to nothing.
fn closed(scene: &Scene<'_, '_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut end = range.end;
    // "President Dunn late Thursday": what stands behind a name belongs to the day
    let late = |u: usize| scene.tag(u).is_adjective() && scene.tag(u - 1).is_proper() && scene.name(u).is_none();
    while end > range.start
        && (matches!(scene.tag(end - 1), Tag::Possessive | Tag::Mark | Tag::Symbol) || (end - 1 > range.start && late(end - 1)))
    {
        end -= 1;
    }
    (range.start < end).then_some(range.start..end)
}

/// How long the description behind a name may be, in units.
const DESCRIPTION: usize = 40;

/// A noun phrase with all that describes it, as people mark a speaker: "Ann Bell, the mayor of Ode," and "a spokesman for the mayor".
///
/// Before a cue it reaches up to the words that belong to the verb; elsewhere it takes in what follows "of" and "for", and a
/// description between commas.
pub(super) fn described(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>, cue: Option<usize>) -> Range<usize> {
    let subject = cue.filter(|c| *c >= phrase.end && c - phrase.end <= DESCRIPTION).map(|c| before_verb(scene, phrase.end, c));
    // "the chairmen that asked": the clause is left out where its verb is the cue
    let subject = subject.map(|end| if end > phrase.end && scene.tag(end - 1).is_wh() { end - 1 } else { end });
    if let Some(end) = subject
        && is_description(scene, phrase.end, end)
    {
        return phrase.start..end;
    }
    let mut end = phrase.end;
    while matches!(scene.lower(end), "of" | "for")
        && let Some(next) = phrase_at(scene, frame, end + 1)
    {
        end = next;
    }
    if cue.is_some_and(|c| c < phrase.start) && scene.kind(end) == TokenKind::Comma {
        let stop = (end + 1..frame.last.min(end + DESCRIPTION)).find(|u| closes_description(scene, *u)).unwrap_or(frame.last);
        if stop < frame.last && is_apposition(scene, end, stop) {
            end = stop;
        } else if let Some(name) = name_behind(scene, frame, end) {
            end = name;
        }
    }
    phrase.start..end.max(phrase.end)
}

/// Where the name ends that two commas set off: "the mayor, Ann Bell, the bridge is safe".
pub(super) fn name_behind(scene: &Scene<'_, '_>, frame: Frame, comma: usize) -> Option<usize> {
    if scene.kind(comma) != TokenKind::Comma {
        return None;
    }
    let end = phrase_at(scene, frame, comma + 1)?;
    let person = (comma + 1..end).all(|u| scene.name(u).is_some_and(|(kind, _)| kind == MentionKind::Person));
    (person && end < frame.last && scene.kind(end) == TokenKind::Comma).then_some(end)
}

/// Who signs a passage: the name behind a dash that ends the sentence, `"We go on." — Ann Bell, mayor of Ode`.
pub(super) fn signature(scene: &Scene<'_, '_>, frame: Frame, passage: usize) -> Option<Range<usize>> {
    let dash = passage + 1;
    let first = dash + 1;
    let apart = passage == frame.first && first < frame.last && scene.kind(dash) == TokenKind::Dash && scene.passage(first).is_none();
    let end = phrase_at(scene, frame, first).filter(|_| apart)?;
    let quiet = (end..frame.last).all(|u| scene.passage(u).is_none() && !scene.tag(u).is_finite());
    (quiet && (first..end).any(|u| scene.tag(u).is_proper())).then_some(first..end)
}

/// Where the noun phrase ends that begins at a unit.
pub(super) fn phrase_at(scene: &Scene<'_, '_>, frame: Frame, start: usize) -> Option<usize> {
    if start >= frame.last || !opens(scene, start) {
        return None;
    }
    let end = (start + 1..frame.last).find(|u| !continues(scene, frame, *u)).unwrap_or(frame.last);
    closed(scene, start..end).map(|r| r.end)
}

/// Where the words begin that belong to a verb: its auxiliaries and adverbs.
pub(super) fn before_verb(scene: &Scene<'_, '_>, low: usize, cue: usize) -> usize {
    let belongs = |u: usize| {
        let tag = scene.tag(u);
        tag.is_adverb() || tag == Tag::Modal || scene.token(u).is_some_and(|t| t.has(Class::Auxiliary) || t.has(Class::Weekday))
    };
    let mut end = cue;
    while end > low && belongs(end - 1) {
        end -= 1;
    }
    end
}

fn closes_description(scene: &Scene<'_, '_>, unit: usize) -> bool {
    scene.passage(unit).is_some() || matches!(scene.kind(unit), TokenKind::Stop | TokenKind::Dash | TokenKind::Colon)
}

/// Whether a comma opens a description that reaches up to `end`: a noun phrase or "who", and no verb but that of the "who".
fn is_apposition(scene: &Scene<'_, '_>, start: usize, end: usize) -> bool {
    let tag = scene.tag(start + 1);
    let clause = tag.is_wh();
    let opens_well = clause || (opens(scene, start + 1) && !matches!(tag, Tag::Pronoun));
    let verbless =
        (start..end).all(|u| !(scene.tag(u).is_finite() || scene.kind(u - 1) == TokenKind::Comma && scene.tag(u) == Tag::VerbGerund));
    end > start + 1 && opens_well && (clause || verbless)
}

/// Whether what stands between describes a phrase: "of Ode", ", the mayor,", ", who left in May,", "(D)". A verb of its own does not.
fn is_description(scene: &Scene<'_, '_>, start: usize, end: usize) -> bool {
    if start >= end {
        return start == end;
    }
    if matches!(scene.tag(end - 1), Tag::Preposition | Tag::Conjunction | Tag::To) {
        return false;
    }
    let opens_well = match scene.kind(start) {
        TokenKind::Comma => {
            let companion = scene.companion(start + 1).is_some();
            end - start > 2 && (opens(scene, start + 1) || scene.tag(start + 1).is_wh() || scene.tag(start + 1) == Tag::Adverb || companion)
        }
        TokenKind::Open => true,
        _ => matches!(scene.lower(start), "of" | "for" | "from" | "at" | "in" | "with" | "on" | "to" | "who" | "and"),
    };
    let clause = scene.tag(start).is_wh() || scene.tag(start + 1).is_wh();
    let quiet = (start..end).all(|u| scene.passage(u).is_none() && scene.kind(u) != TokenKind::Stop);
    // "Bell, along with Ann Dunn, who speaks for the mayor,"
    let who = (start..end).find(|u| scene.tag(*u).is_wh() && scene.kind(u - 1) == TokenKind::Comma).unwrap_or(end);
    let verbless = (start..who).all(|u| !scene.tag(u).is_finite());
    opens_well && quiet && (clause || verbless)
}
