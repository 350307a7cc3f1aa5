//! Words that may credit somebody.

use super::phrase;
use super::scene::{Frame, Scene};
use crate::lexicon::{Act, Class, CueVerb, Voiceless};
use crate::text::{Tag, Token, TokenKind};

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
        let credits = |length: usize| (length > 1 || stands_alone(scene, frame, at)) && !is_measured(scene, frame, at + length);
        if let Some((length, act)) = found.filter(|(length, _)| credits(*length)) {
            return Some(Site { first: at, last: at + length, kind: CueKind::Phrase, act: *act });
        }
    }
    let verb = speech.verb(word)?;
    Some(Site { first: at, last: at + 1, kind: CueKind::Verb(verb), act: verb.act })
        .filter(|_| !(is_noun(scene, at) || is_addressed(scene, frame, at) || is_glance(scene, at)))
        .filter(|_| !(is_refused(scene, frame, at) || is_named(scene, frame, at + 1)))
}

/// "according to size": what things are arranged by tells nothing.
fn is_measured(scene: &Scene<'_, '_>, frame: Frame, at: usize) -> bool {
    let head = phrase::phrase_at(scene, frame, at).map(|end| end - 1).filter(|head| !scene.tag(*head).is_proper());
    head.is_some_and(|head| scene.lexicon.speech().is_voiceless(scene.lower(head), Voiceless::Measure))
}

/// "was denied a vote": who is denied a thing is no speaker, and neither is who denies it.
fn is_refused(scene: &Scene<'_, '_>, frame: Frame, at: usize) -> bool {
    let passive = at > frame.first && scene.token(at - 1).is_some_and(|t| t.has(Class::Auxiliary)) && scene.lower(at) == "denied";
    let have = at > frame.first && matches!(scene.lower(at - 1), "has" | "have" | "had" | "'ve" | "'d");
    passive && !have && phrase::phrase_at(scene, frame, at + 1).is_some()
}

/// ", per Reuters": a preposition that credits, and not the one of "two per person".
fn stands_alone(scene: &Scene<'_, '_>, frame: Frame, at: usize) -> bool {
    let opens = at == frame.first || scene.kind(at - 1) == TokenKind::Comma;
    opens && at + 1 < frame.last && (scene.tag(at + 1).is_proper() || scene.lower(at + 1) == "the")
}

/// "the claim", "his report", "an array of demands": forms that are a noun behind a determiner or a preposition.
fn is_noun(scene: &Scene<'_, '_>, at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| scene.token(b));
    let plural = scene.tag(at) == Tag::VerbThird || scene.tag(at).is_noun();
    let opens = |t: &Token| t.has(Class::Determiner) || t.has(Class::Possessive) || (plural && t.tag == Tag::Preposition);
    before.is_some_and(|t| opens(t) && !t.has(Class::Subordinator))
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

/// "the dog known as “Duke”", "the programme, called “Who Pays?”, is on": what a thing is named is no speech.
pub(super) fn is_named(scene: &Scene<'_, '_>, frame: Frame, unit: usize) -> bool {
    let naming = |u: usize| matches!(scene.lower(u), "called" | "named" | "nicknamed" | "titled" | "entitled" | "headlined");
    let word = unit.checked_sub(1).filter(|w| *w > frame.first && scene.passage(unit).is_some());
    word.is_some_and(|w| match scene.lower(w) {
        "as" => scene.lower(w - 1) == "known",
        _ => naming(w) && (scene.kind(w - 1) == TokenKind::Comma || matches!(scene.tag(w - 1), Tag::Noun | Tag::NounPlural)),
    })
}
