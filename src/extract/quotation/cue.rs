//! Words that may credit somebody.

use super::scene::{Frame, Scene};
use crate::lexicon::{Act, Class, CueVerb};
use crate::text::TokenKind;

/// What kind of cue stands at a site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CueKind {
    /// A form of a crediting verb.
    Verb(CueVerb),
    /// A phrase with the speaker behind it: "according to".
    Phrase,
    /// A colon behind a name: "Mayor: the bridge is safe".
    Colon,
}

/// A place where somebody may be credited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Site {
    /// Its first unit.
    pub first: usize,
    /// One past its last unit.
    pub last: usize,
    /// What stands there.
    pub kind: CueKind,
    /// What the speaker does.
    pub act: Act,
}

/// A colon credits only near the head of a frame: "Foreign Minister Ann Bell of Ode: ...".
const COLON_REACH: usize = 8;

/// The sites of a frame, in order.
pub(super) fn sites(scene: &Scene<'_, '_>, frame: Frame) -> Vec<Site> {
    let mut result: Vec<Site> = Vec::new();
    let mut at = frame.first;
    while at < frame.last {
        if let Some(length) = idle(scene, frame, at) {
            at += length;
            continue;
        }
        // "he said:" credits by its verb
        let verb_before = result.last().is_some_and(|s| s.last == at && matches!(s.kind, CueKind::Verb(_)));
        let site = site_at(scene, frame, at).filter(|s| s.kind != CueKind::Colon || !verb_before);
        at = site.map_or(at + 1, |s| s.last);
        result.extend(site);
    }
    result
}

/// How many units the phrase at a unit has whose verb credits nobody: "known as".
fn idle(scene: &Scene<'_, '_>, frame: Frame, at: usize) -> Option<usize> {
    let phrases = scene.lexicon.speech().idle();
    let found = || phrases.longest((at..frame.last).map(|u| scene.lower(u)));
    phrases.begins(scene.lower(at)).then(found).flatten().map(|(length, ())| length)
}

fn site_at(scene: &Scene<'_, '_>, frame: Frame, at: usize) -> Option<Site> {
    let speech = scene.lexicon.speech();
    let word = scene.lower(at);
    if scene.kind(at) == TokenKind::Colon {
        let credits = word == ":" && at > frame.first && at < frame.first + COLON_REACH && at + 1 < frame.last;
        return credits.then_some(Site { first: at, last: at + 1, kind: CueKind::Colon, act: Act::Said });
    }
    if speech.phrases().begins(word) {
        let words = (at..frame.last).map(|u| scene.lower(u));
        let found = speech.phrases().longest(words);
        if let Some((length, act)) = found.filter(|(length, _)| *length > 1 || stands_alone(scene, frame, at)) {
            return Some(Site { first: at, last: at + length, kind: CueKind::Phrase, act: *act });
        }
    }
    let verb = speech.verb(word)?;
    Some(Site { first: at, last: at + 1, kind: CueKind::Verb(verb), act: verb.act })
        .filter(|_| !(is_noun(scene, at) || is_addressed(scene, frame, at) || is_glance(scene, at)))
}

/// ", per Reuters": a preposition that credits, and not the one of "two per person".
fn stands_alone(scene: &Scene<'_, '_>, frame: Frame, at: usize) -> bool {
    let opens = at == frame.first || scene.kind(at - 1) == TokenKind::Comma;
    opens && at + 1 < frame.last && scene.tag(at + 1).is_proper()
}

/// "the claim", "his report": forms that are a noun behind a determiner.
fn is_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| scene.token(b));
    before.is_some_and(|t| (t.has(Class::Determiner) || t.has(Class::Possessive)) && !t.has(Class::Subordinator))
}

/// "Asked about the cuts, Bell laughed": whoever is asked or told at the head of a sentence says nothing by that.
fn is_addressed(scene: &Scene<'_, '_>, frame: Frame, at: usize) -> bool {
    let opens = at == frame.first && at + 1 < frame.last && scene.passage(at + 1).is_none();
    opens && matches!(scene.lower(at), "asked" | "told")
}

/// "was seen in Ode": what is seen, viewed or regarded is a view only behind "as".
fn is_glance(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!(scene.lower(at), "seen" | "viewed" | "regarded") && scene.lower(at + 1) != "as"
}
