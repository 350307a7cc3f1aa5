//! Who credits what in one frame: for each cue its speaker and the units it covers.

use std::ops::Range;

use super::cue::{self, CueKind, Site};
use super::phrase;
use super::scene::{Frame, Scene};
use crate::lexicon::{Class, Frame as VerbFrame};
use crate::text::TokenKind;

/// A cue with its speaker and what it credits, in units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Credit {
    pub site: Site,
    pub speaker: Option<Range<usize>>,
    pub content: Vec<Range<usize>>,
}

/// The credits of a frame; each unit is covered by one at most, the first that claims it.
pub(super) fn credits(scene: &Scene<'_, '_>, frame: Frame) -> Vec<Credit> {
    let mut result: Vec<Credit> = Vec::new();
    for site in cue::sites(scene, frame) {
        let covered = |u: usize| result.iter().any(|c| c.content.iter().any(|r| r.contains(&u)));
        if covered(site.first) {
            continue;
        }
        if let Some(mut credit) = credit(scene, frame, site) {
            credit.content.retain(|r| !r.clone().any(covered));
            if !credit.content.is_empty() {
                result.push(credit);
            }
        }
    }
    result
}

fn credit(scene: &Scene<'_, '_>, frame: Frame, site: Site) -> Option<Credit> {
    match site.kind {
        CueKind::Verb(verb) if verb.frame != VerbFrame::Object => by_verb(scene, frame, site),
        CueKind::Verb(_) => None,
        CueKind::Phrase => by_phrase(scene, frame, site),
        CueKind::Colon => by_colon(scene, frame, site),
    }
}

fn by_phrase(scene: &Scene<'_, '_>, frame: Frame, site: Site) -> Option<Credit> {
    let end = phrase::starting_at(scene, frame, site.last)?;
    let content = if site.first == frame.first { trimmed(scene, end..frame.last) } else { trimmed(scene, frame.first..site.first) }?;
    Some(Credit { site, speaker: Some(site.last..end), content: vec![content] })
}

fn by_colon(scene: &Scene<'_, '_>, frame: Frame, site: Site) -> Option<Credit> {
    let first = phrase::ending_at(scene, frame, site.first)?;
    let content = trimmed(scene, site.last..frame.last)?;
    (first == frame.first).then_some(Credit { site, speaker: Some(first..site.first), content: vec![content] })
}

fn by_verb(scene: &Scene<'_, '_>, frame: Frame, site: Site) -> Option<Credit> {
    let CueKind::Verb(verb) = site.kind else { return None };
    let mut subject_end = site.first;
    while subject_end > frame.first && is_between(scene, subject_end - 1) {
        subject_end -= 1;
    }
    let before = phrase::ending_at(scene, frame, subject_end).map(|first| first..subject_end);
    let behind = phrase::starting_at(scene, frame, site.last).map(|last| site.last..last);
    let tag_start = before.as_ref().map_or(site.first, |b| b.start);
    let head = trimmed(scene, frame.first..tag_start).filter(|_| tag_start > frame.first && ends_clause(scene, tag_start - 1));
    let speaker = match (&before, &behind) {
        (Some(b), _) if b.start > frame.first || head.is_none() => Some(b.clone()),
        (_, Some(b)) if cue::inverts(verb) && head.is_some() => Some(b.clone()),
        _ => before,
    }?;
    let rest = speaker.end.max(site.last);
    if let Some(head) = head
        && (speaker.start >= site.last || closes_tag(scene, frame, rest))
    {
        let tail = (rest..frame.last).find(|u| scene.passage(*u).is_some()).and_then(|u| trimmed(scene, u..frame.last));
        return Some(Credit { site, speaker: Some(speaker), content: std::iter::once(head).chain(tail).collect() });
    }
    let start = if verb.frame == VerbFrame::Person { behind_addressee(scene, frame, rest) } else { rest };
    let content = trimmed(scene, start..frame.last)?;
    Some(Credit { site, speaker: Some(speaker), content: vec![content] })
}

/// A word between a subject and its verb.
fn is_between(scene: &Scene<'_, '_>, unit: usize) -> bool {
    phrase::is_adverb(scene, unit)
        || scene.token(unit).is_some_and(|t| t.has(Class::Auxiliary) || t.has(Class::Modal) || t.has(Class::Negator))
}

fn ends_clause(scene: &Scene<'_, '_>, unit: usize) -> bool {
    scene.passage(unit).is_some() || scene.kind(unit) == TokenKind::Comma
}

/// Whether nothing that could be reported follows at `unit`: the end, a comma, "in a statement", "on Monday".
fn closes_tag(scene: &Scene<'_, '_>, frame: Frame, unit: usize) -> bool {
    let ends = |kind| matches!(kind, TokenKind::Stop | TokenKind::Comma | TokenKind::Colon | TokenKind::Dash);
    unit >= frame.last
        || (scene.passage(unit).is_none() && ends(scene.kind(unit)))
        || scene.token(unit).is_some_and(|t| (t.has(Class::Preposition) || t.has(Class::Weekday)) && scene.lower(unit) != "that")
        || scene.lower(unit) == "reporters"
}

/// Where what is told begins: "told the paper that ..." → "that".
fn behind_addressee(scene: &Scene<'_, '_>, frame: Frame, unit: usize) -> usize {
    let stop =
        |u: &usize| scene.passage(*u).is_some() || matches!(scene.lower(*u), "that" | "to" | "," | ":" | "he" | "she" | "it" | "they");
    (unit..frame.last.min(unit + 8)).find(stop).unwrap_or(unit)
}

/// A range without the marks at its two ends; `None` where nothing else is in it.
fn trimmed(scene: &Scene<'_, '_>, mut range: Range<usize>) -> Option<Range<usize>> {
    let mark = |u: usize| {
        scene.passage(u).is_none() && !matches!(scene.kind(u), TokenKind::Word | TokenKind::Number | TokenKind::Symbol | TokenKind::Open)
    };
    while range.start < range.end && mark(range.start) {
        range.start += 1;
    }
    while range.start < range.end && mark(range.end - 1) && scene.kind(range.end - 1) != TokenKind::Close {
        range.end -= 1;
    }
    (!range.is_empty()).then_some(range)
}
