//! Speakers of quotations that have no tag of their own.

use std::ops::Range;

use super::credit::Credit;
use super::model::Score;
use super::model::features::{self, Bare, Carried, Origin};
use super::phrase;
use super::scene::{Frame, Scene};
use super::voice;
use crate::lexicon::Class;
use crate::text::{Tag, TokenKind};

/// How many noun phrases of a frame are candidates.
const CANDIDATES: usize = 6;

/// A speaker is carried over so many paragraphs at most.
const REACH: usize = 3;

/// Who was credited, for the quotations that follow.
#[derive(Clone, Debug, Default)]
pub(super) struct Carry {
    /// The last two speakers, the later one last.
    spoken: Vec<Spoken>,
    /// The frame that was read before.
    before: Option<Frame>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Spoken {
    phrase: Range<usize>,
    paragraph: usize,
    quoted: bool,
}

impl Carry {
    /// Notes who is credited in a frame that was read. Who is credited with a passage in marks stands above the others.
    pub fn note(&mut self, scene: &Scene<'_, '_>, frame: Frame, credits: &[Credit]) {
        let quoted = |c: &Credit| c.content.ranges().any(|r| r.clone().any(|u| scene.passage(u).is_some()));
        let mut speakers: Vec<_> = credits.iter().filter_map(|c| Some((quoted(c), c.speaker.clone()?))).collect();
        speakers.sort_by_key(|(quoted, _)| *quoted);
        for (quoted, phrase) in speakers {
            self.push(Spoken { phrase, paragraph: frame.paragraph, quoted });
        }
    }

    /// Notes that a passage was carried to this speaker.
    pub fn note_carried(&mut self, frame: Frame, phrase: Range<usize>) {
        self.push(Spoken { phrase, paragraph: frame.paragraph, quoted: true });
    }

    fn push(&mut self, spoken: Spoken) {
        self.spoken.retain(|s| s.phrase != spoken.phrase);
        self.spoken.push(spoken);
        if self.spoken.len() > 2 {
            self.spoken.remove(0);
        }
    }

    /// Goes on to the next frame.
    pub fn leave(&mut self, frame: Frame) {
        self.before = Some(frame);
    }

    /// The candidates for the speaker of a passage without a cue.
    pub fn candidates(&self, scene: &Scene<'_, '_>, frame: Frame, unit: usize) -> Vec<Carried> {
        let carried = |origin, phrase, rank, paragraphs, quoted| Carried { origin, phrase, rank, paragraphs, quoted };
        let mut result = Vec::new();
        let speaks = |frame: Frame| move |c: &Range<usize>| !voice::is_mute(scene, frame, c);
        let beside: Vec<_> = phrase::chunks(scene, frame).into_iter().filter(speaks(frame)).collect();
        let (left, right): (Vec<_>, Vec<_>) = beside.into_iter().partition(|c| c.end <= unit);
        for side in [left.into_iter().rev().take(CANDIDATES).collect::<Vec<_>>(), right.into_iter().take(CANDIDATES).collect()] {
            result.extend(side.into_iter().enumerate().map(|(rank, phrase)| carried(Origin::Beside, phrase, rank, 0, false)));
        }
        if let Some(before) = self.before.filter(|b| b.paragraph + 1 >= frame.paragraph) {
            let ahead = phrase::chunks(scene, before).into_iter().filter(speaks(before)).take(CANDIDATES).enumerate();
            let ahead = ahead.filter(|(_, c)| may_speak(scene, before, c));
            result.extend(ahead.map(|(rank, phrase)| carried(Origin::Ahead, phrase, rank, frame.paragraph - before.paragraph, false)));
        }
        for (spoken, origin) in self.spoken.iter().rev().zip([Origin::Last, Origin::Earlier]) {
            let paragraphs = frame.paragraph - spoken.paragraph;
            if paragraphs <= REACH {
                result.push(carried(origin, spoken.phrase.clone(), 0, paragraphs, spoken.quoted));
            }
        }
        result
    }

    /// What a passage without a cue and its surroundings look like.
    pub fn bare(&self, scene: &Scene<'_, '_>, frame: Frame, unit: usize) -> Bare {
        let opens_frame = unit == frame.first;
        let opens_paragraph = opens_frame && self.before.is_none_or(|b| b.paragraph != frame.paragraph);
        let last = self.before.map(|b| b.last - 1);
        let follows_open = last.and_then(|u| scene.passage(u)).is_some_and(|p| p.open);
        let follows_passage = last.is_some_and(|u| scene.passage(u).is_some());
        let second = (frame.first..unit).any(|u| scene.passage(u).is_some());
        let place = [opens_frame, opens_paragraph, follows_open, follows_passage, second];
        let lead = last.map_or(0, |u| 1 + scene.kind(u) as u64 * 2 + u64::from(scene.kind(u) == TokenKind::Colon && scene.lower(u) == ":"));
        Bare { unit, place: place.iter().fold(0, |code, flag| code << 1 | u64::from(*flag)), lead }
    }

    /// The speaker of a passage without a cue; `None` where nobody fits.
    pub fn speaker(&self, scene: &Scene<'_, '_>, frame: Frame, unit: usize, model: &impl Score) -> Option<Range<usize>> {
        if let Some(signature) = phrase::signature(scene, frame, unit) {
            return Some(signature);
        }
        let bare = self.bare(scene, frame, unit);
        let mut best = (model.score(&features::uncarried(scene, bare)), None);
        for candidate in self.candidates(scene, frame, unit) {
            let score = model.score(&features::carried(scene, bare, &candidate));
            if score > best.0 {
                best = (score, Some(candidate.phrase));
            }
        }
        best.1
    }
}

/// Whether a noun phrase of the sentence before may be who speaks next: a thing behind a preposition or a verb is not, "is under fire",
/// "has studied the river".
fn may_speak(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>) -> bool {
    let head = phrase.end - 1;
    let tag = scene.tag(head);
    let thing = matches!(tag, Tag::Noun) && !scene.token(head).is_some_and(|t| t.has(Class::Role) || t.has(Class::Organisation));
    let governed = phrase.start > frame.first && {
        let before = scene.tag(phrase.start - 1);
        before == Tag::Preposition || before.is_verb()
    };
    !(thing && governed)
}
