//! Who can speak: a person, an office, a body; never a dateline, a thing, a place behind "in", a word of the page.

use std::ops::Range;

use super::cue::{CueKind, Site};
use super::model::view::View;
use super::phrase;
use super::scene::{Frame, Scene};
use crate::extract::name::MentionKind;
use crate::lexicon::{Class, Voiceless};
use crate::text::{Tag, TokenKind};

/// A dateline ends with a dash within so many units: "VELMOUTH, June 14 (Reuters) -".
const DATELINE: usize = 14;

/// Whether a noun phrase can be whom a cue credits.
pub(super) fn may_speak(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>, site: Site) -> bool {
    let named = |unit: usize| scene.name(unit).is_some() || scene.tag(unit).is_proper();
    let voiceless =
        |unit: usize, place| (place == Voiceless::Page || !named(unit)) && scene.lexicon.speech().is_voiceless(scene.lower(unit), place);
    let silent = match site.kind {
        CueKind::Phrase => phrase.start != site.last || voiceless(phrase.end - 1, Voiceless::Measure),
        _ if voiceless(phrase.end - 1, Voiceless::Deed) => author(scene, frame, phrase).is_none(),
        CueKind::Verb(_) => false,
        CueKind::Colon => phrase.clone().any(|u| voiceless(u, Voiceless::Page)) || !is_label(scene, frame, phrase, site),
    };
    !silent && !is_mute(scene, frame, phrase) && !is_object(scene, frame, phrase, site)
}

/// Whether a phrase speaks nowhere: a dateline, "what", a day, a thing ("the fact"), adjectives alone ("either aware or not"; but "many of
/// his friends" speak).
pub(super) fn is_mute(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>) -> bool {
    let head = phrase.end - 1;
    let nominal = |u: usize| {
        let tag = scene.tag(u);
        let stands = matches!(tag, Tag::Determiner | Tag::Pronoun | Tag::PossessivePronoun | Tag::WhPronoun | Tag::Cardinal);
        stands || tag.is_noun() || tag.is_wh() || scene.name(u).is_some()
    };
    // "14 October 2016"
    let figure = phrase.len() == 1 && scene.kind(head) == TokenKind::Number;
    let part = matches!(scene.lower(phrase.end), "of" | "in" | "on");
    let day = scene.token(head).is_some_and(|t| t.has(Class::Day));
    let thing = scene.name(head).is_none()
        && !scene.tag(head).is_proper()
        && scene.lexicon.speech().is_voiceless(scene.lower(head), Voiceless::Thing);
    let asks = matches!(scene.lower(head), "what" | "whatever");
    day || thing || asks || (figure && !part) || phrase.end <= dateline(scene, frame) || !(part || phrase.clone().any(nominal))
}

/// Whose words a phrase names: "his" of "his remarks", "Dunn" of "Dunn's message" and of "the comments by Dunn".
pub(super) fn author(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>) -> Option<Range<usize>> {
    if scene.name(phrase.end - 1).is_some() || !scene.lexicon.speech().is_voiceless(scene.lower(phrase.end - 1), Voiceless::Deed) {
        return None;
    }
    if scene.tag(phrase.start) == Tag::PossessivePronoun {
        return Some(phrase.start..phrase.start + 1);
    }
    let owner = phrase.clone().find(|u| scene.tag(*u) == Tag::Possessive).map(|mark| phrase.start..mark);
    let dated = |owner: &Range<usize>| scene.token(owner.end - 1).is_some_and(|t| t.has(Class::Weekday) || t.has(Class::Day));
    let by = || {
        let name = phrase.end + 1;
        matches!(scene.lower(phrase.end), "by" | "from").then(|| phrase::phrase_at(scene, frame, name).map(|end| name..end)).flatten()
    };
    owner.filter(|o| !dated(o)).or_else(by)
}

/// Whether what stands before a colon is the name or the office of somebody: not "Some background:", not "Investors liked it:".
fn is_label(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>, site: Site) -> bool {
    let clause = (frame.first..site.first).any(|u| scene.tag(u).is_finite() && !(frame.first..u).any(|w| scene.tag(w).is_wh()));
    !clause && (author(scene, frame, phrase).is_some() || scene.tag(phrase.end - 1).is_proper() || !is_thing(scene, phrase.end - 1))
}

/// Where the dateline of a frame ends: behind the dash; at the frame's head where there is none.
fn dateline(scene: &Scene<'_, '_>, frame: Frame) -> usize {
    let capitals = |unit: usize| {
        let word = scene.token(unit).map_or("", |t| t.span.slice(scene.article.text()));
        word.chars().count() > 2 && word.chars().all(char::is_uppercase)
    };
    let far = frame.last.min(frame.first + DATELINE);
    let dash = (frame.first + 1..far).find(|u| scene.kind(*u) == TokenKind::Dash && !scene.token(*u).is_some_and(|t| t.glued));
    let told = |dash: &usize| capitals(frame.first) && !(frame.first..*dash).any(|u| scene.tag(u).is_finite());
    dash.filter(told).map_or(frame.first, |d| d + 1)
}

/// Whether a phrase before a cue belongs to another verb or to a preposition, and thus is not the subject of the cue: "Citing Dunn, the
/// mayor said", "in an age of censorship said that".
fn is_object(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>, site: Site) -> bool {
    if phrase.end > site.first
        || phrase.start == frame.first
        || author(scene, frame, phrase).is_some()
        || !matches!(site.kind, CueKind::Verb(_))
    {
        return false;
    }
    let before = phrase.start - 1;
    if scene.tag(site.first) == Tag::VerbGerund {
        // "an ally of Dunn, issued a statement saying", "defended the photo, saying"; but "comments by Dunn, saying", "told Dunn, adding"
        let verb_between = (phrase.end..site.first).any(|u| scene.tag(u).is_finite());
        let of_verb = scene.tag(before).is_verb() && scene.lexicon.speech().verb(scene.lower(before)).is_none();
        // "blamed Dunn for passing a bill denying it": what he is blamed for is his
        let controls = scene.tag(phrase.end) == Tag::Preposition && scene.tag(phrase.end + 1) == Tag::VerbGerund;
        return (of_verb && phrase.end < site.first && !controls)
            || (verb_between && is_governed(scene, phrase) && !scene.tag(before).is_verb());
    }
    if !scene.tag(site.first).is_finite() {
        return false;
    }
    let beside = phrase::described(scene, frame, &(phrase.end - 1..phrase.end), Some(site.first)).end == phrase.end
        && phrase::before_verb(scene, phrase.end, site.first) == phrase.end;
    // at the head of a sentence only "Citing" and "Asked by" govern; a capital may hide an adjective there
    let opens = before == frame.first && !matches!(scene.tag(before), Tag::VerbGerund | Tag::VerbParticiple);
    let of_verb = scene.tag(before).is_verb() && !opens && !scene.token(before).is_some_and(|t| t.has(Class::Auxiliary));
    let relative = scene.tag(phrase.end).is_wh() || scene.lower(phrase.end) == "that";
    (of_verb && !beside && !relative) || (is_governed(scene, phrase) && is_thing(scene, phrase.end - 1))
}

/// Whether a verb or a preposition stands right before a phrase.
pub(super) fn is_governed(scene: &Scene<'_, '_>, phrase: &Range<usize>) -> bool {
    let Some(before) = phrase.start.checked_sub(1) else { return false };
    let preposition = scene.tag(before) == Tag::Preposition && !scene.token(before).is_some_and(|t| t.has(Class::Subordinator));
    preposition || scene.tag(before) == Tag::To || scene.tag(before).is_verb()
}

/// Whether a noun is no person, no office and no body; a place behind a preposition is none either.
pub(super) fn is_thing(scene: &Scene<'_, '_>, head: usize) -> bool {
    let person = scene.token(head).is_some_and(|t| t.has(Class::Role) || t.has(Class::Organisation))
        || scene.lexicon.names().gendered(scene.lower(head)).is_some()
        || scene.lexicon.names().is_relative(scene.lower(head));
    match scene.name(head) {
        Some((kind, _)) => kind == MentionKind::Place,
        None => scene.tag(head) == Tag::Noun && !person && !scene.lower(head).ends_with("one") && !scene.lower(head).ends_with("body"),
    }
}

/// The subject of the main clause, whom a clause before it credits: "While denying any part in it, General Carl Dunn praised the raid".
pub(super) fn main_subject(view: &View<'_, '_, '_>, site: Site) -> Option<Range<usize>> {
    let opens = site.first <= view.frame.first + 1 && view.scene.tag(site.first) == Tag::VerbGerund;
    let comma = (site.last..view.frame.last).find(|u| view.scene.kind(*u) == TokenKind::Comma).filter(|_| opens)?;
    view.chunks.iter().find(|c| c.start == comma + 1).cloned()
}

/// The phrase together with the name that it describes: "Kadri Lusk, a fellow" for the "a fellow" of "Kadri Lusk, a fellow at the Ode
/// Institute, said little but told". Between the name and its comma may stand where somebody is from.
pub(super) fn introduced(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>, verb: usize) -> Range<usize> {
    let person = |unit: usize| scene.name(unit).is_some_and(|(kind, _)| kind == MentionKind::Person);
    let comma = phrase.start.checked_sub(1).filter(|c| *c > frame.first && scene.kind(*c) == TokenKind::Comma);
    let own_name =
        phrase.clone().any(|u| person(u) || scene.tag(u) == Tag::Pronoun) || phrase::name_behind(scene, frame, phrase.end).is_some();
    let office = !scene.tag(phrase.end - 1).is_proper() || scene.token(phrase.end - 1).is_some_and(|t| t.has(Class::Role));
    let Some(comma) = comma.filter(|_| !own_name && office) else { return phrase.clone() };
    let chunks = phrase::chunks(scene, frame);
    let beside = |end: usize| chunks.iter().find(|c| c.end == end);
    let from = |c: &&Range<usize>| matches!(scene.lower(c.start.wrapping_sub(1)), "of" | "from");
    let nearest = beside(comma);
    let name = nearest.filter(|c| person(c.end - 1)).or_else(|| beside(nearest.filter(from)?.start - 1).filter(|c| person(c.end - 1)));
    let Some(name) = name else { return phrase.clone() };
    // "In a talk with Carl Dunn, the mayor said": a phrase with an article may be the next subject
    let article = matches!(scene.tag(phrase.start), Tag::Determiner | Tag::PossessivePronoun);
    let subject = phrase::before_verb(scene, phrase.end, verb) == phrase.end && verb >= phrase.end;
    if article && subject && is_governed(scene, name) { phrase.clone() } else { name.start..phrase.end }
}

/// All who speak together, where a phrase is one of several: "Deutsche Bank, Ode and Dunn" for "Dunn".
pub(super) fn together(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>) -> Range<usize> {
    let chunks = phrase::chunks(scene, frame);
    let named = |c: &Range<usize>| scene.tag(c.end - 1).is_proper();
    let mut whole = phrase.clone();
    if !named(phrase) {
        return whole;
    }
    if scene.lower(whole.end) == "and"
        && let Some(next) = chunks.iter().find(|c| c.start == whole.end + 1 && named(c))
        && scene.tag(next.end).is_finite()
    {
        whole.end = next.end;
    }
    let mut link = if whole.end > phrase.end { "," } else { "and" };
    while let Some(before) = whole.start.checked_sub(1).filter(|b| *b > frame.first && scene.lower(*b) == link) {
        let Some(chunk) = chunks.iter().find(|c| c.end == before && named(c) && !is_governed(scene, c)) else { break };
        whole.start = chunk.start;
        link = ",";
    }
    whole
}
