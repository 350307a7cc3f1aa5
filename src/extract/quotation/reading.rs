//! Reading one frame after the other: its credits, which of its passages are speech, and who speaks where no cue says so.

use std::ops::Range;

use super::carry::Carry;
use super::credit::{self, Credit};
use super::cue;
use super::model::Score;
use super::model::features::{self, Cover};
use super::model::view::View;
use super::phrase;
use super::scene::{Frame, Scene};

/// Passages of fewer words are mostly titles, nicknames and scare quotes.
const FRAGMENT_WORDS: usize = 4;

/// By how much a short passage that no cue covers must be told from a title (in the units of the weights). On held-out articles a
/// third of the false quotations goes at 32, and none of the true ones that have a speaker.
const DOUBT: i32 = 32;

/// What was read in one frame.
#[derive(Clone, Debug, Default)]
pub(super) struct Reading {
    /// The cues with their speakers and what they credit.
    pub credits: Vec<Credit>,
    /// The passages in marks, with how the cues cover them and whether they are speech.
    pub passages: Vec<(usize, Cover, bool)>,
    /// The speech in marks that no cue covers, and who speaks.
    pub bare: Vec<(usize, Option<Range<usize>>)>,
}

/// Reads a frame; `carry` tells who spoke before it, and is told who speaks in it.
pub(super) fn read(scene: &Scene<'_, '_>, frame: Frame, carry: &mut Carry, model: &impl Score) -> Reading {
    let mut reading = Reading::default();
    if let Some(view) = View::new(scene, frame) {
        reading.credits = credit::credits(&view, model);
    }
    for unit in (frame.first..frame.last).filter(|u| scene.passage(*u).is_some()) {
        let cover = cover(&reading.credits, unit);
        let speech = match shape(scene, frame, unit, cover) {
            Shape::Title => false,
            Shape::Sentence => true,
            Shape::Other => model.score(&features::passage(scene, frame, unit, cover)) > doubt(scene, unit, cover),
        };
        reading.passages.push((unit, cover, speech));
    }
    carry.note(scene, frame, &reading.credits);
    for (unit, ..) in reading.passages.iter().filter(|(_, cover, speech)| *cover == Cover::None && *speech) {
        let speaker = carry.speaker(scene, frame, *unit, model);
        if let Some(phrase) = &speaker {
            carry.note_carried(frame, phrase.clone());
        }
        reading.bare.push((*unit, speaker));
    }
    carry.leave(frame);
    reading
}

/// What a passage that no cue covers is told by its shape alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Title,
    Sentence,
    Other,
}

/// A passage in capitals is a title; one that is a sentence by itself, or that somebody signs, is speech.
fn shape(scene: &Scene<'_, '_>, frame: Frame, unit: usize, cover: Cover) -> Shape {
    if scene.is_inside_name(unit) || cue::is_named(scene, frame, unit) {
        return Shape::Title;
    }
    match scene.passage(unit).filter(|_| cover == Cover::None) {
        Some(passage) if passage.is_titled(scene.article) => Shape::Title,
        Some(passage) if frame.last - frame.first == 1 && passage.is_sentence(scene.article) => Shape::Sentence,
        Some(_) if phrase::signature(scene, frame, unit).is_some() => Shape::Sentence,
        _ => Shape::Other,
    }
}

/// What the score of a passage must exceed to be speech.
fn doubt(scene: &Scene<'_, '_>, unit: usize, cover: Cover) -> i32 {
    let short = scene.passage(unit).is_some_and(|p| p.words(scene.article) < FRAGMENT_WORDS);
    if short && cover == Cover::None { DOUBT } else { 0 }
}

/// How the credits of its frame cover a passage.
pub(super) fn cover(credits: &[Credit], unit: usize) -> Cover {
    let range = credits.iter().flat_map(|c| c.content.ranges()).find(|r| r.contains(&unit));
    match range {
        None => Cover::None,
        Some(range) if range.len() == 1 => Cover::Whole,
        Some(_) => Cover::Part,
    }
}
