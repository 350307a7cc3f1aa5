//! From credits to quotations, and from one quotation to the next: carrying speakers over.

use std::ops::Range;

use super::credit::{self, Credit};
use super::model::{self, view::View};
use super::scene::{Frame, Scene};
use super::{Cue, Form, Quotation, Speaker};
use crate::span::Span;
use crate::text::TokenKind;

/// Passages of so many words in marks are speech, whoever said it (of 1,700 in PolNeAR 96 of 100 are).
const SPEECH_WORDS: usize = 8;

/// Passages of fewer words are speech only where a cue says so: titles, nicknames and scare quotes are short.
const FRAGMENT_WORDS: usize = 4;

pub(super) fn quotations(scene: &Scene<'_, '_>) -> Vec<Quotation> {
    let mut result: Vec<Quotation> = Vec::new();
    let mut carry = Carry::default();
    let model = model::shared();
    for frame in &scene.frames {
        let credits = View::new(scene, *frame).map(|view| credit::credits(&view, model)).unwrap_or_default();
        carry.enter(scene, *frame);
        let from = result.len();
        for credit in &credits {
            let speaker = credit.speaker.clone().map(|s| speaker(scene, s));
            carry.last = speaker.clone().or(carry.last.take());
            let cue = cue(scene, credit);
            result.extend(credit.content.ranges().map(|range| quotation(scene, range.clone(), speaker.clone(), Some(cue.clone()))));
        }
        for unit in frame.first..frame.last {
            if let Some(quotation) = uncredited(scene, *frame, unit, &credits, &carry) {
                result.push(quotation);
            }
        }
        result[from..].sort_by_key(|q| q.span);
    }
    result
}

/// Who spoke last, for the quotations that have no tag of their own.
#[derive(Default)]
struct Carry {
    paragraph: usize,
    last: Option<Speaker>,
}

impl Carry {
    fn enter(&mut self, _scene: &Scene<'_, '_>, frame: Frame) {
        // a speaker reaches into the next paragraph, no further
        if frame.paragraph > self.paragraph + 1 {
            self.last = None;
        }
        self.paragraph = frame.paragraph;
    }
}

/// A passage in marks that no cue covers.
fn uncredited(scene: &Scene<'_, '_>, frame: Frame, unit: usize, credits: &[Credit], carry: &Carry) -> Option<Quotation> {
    let passage = scene.passage(unit)?;
    if credits.iter().any(|c| c.content.covers(unit)) {
        return None;
    }
    let words = passage.words(scene.article);
    let alone = frame.last - frame.first <= 2;
    let speech = words >= SPEECH_WORDS || (words >= FRAGMENT_WORDS && (alone || !credits.is_empty()));
    let speaker = carry.last.clone().map(|s| Speaker { mention: None, ..s });
    speech.then(|| quotation(scene, unit..unit + 1, speaker, None))
}

fn quotation(scene: &Scene<'_, '_>, range: Range<usize>, speaker: Option<Speaker>, cue: Option<Cue>) -> Quotation {
    let span = scene.span(range.start, range.end);
    let partials: Vec<Span> = range.clone().filter_map(|u| scene.passage(u)).map(|p| p.span(scene.article)).collect();
    let bare = range.clone().any(|u| scene.passage(u).is_none() && matches!(scene.kind(u), TokenKind::Word | TokenKind::Number));
    let form = match (partials.is_empty(), bare) {
        (true, _) => Form::Indirect,
        (false, true) => Form::Mixed,
        (false, false) => Form::Direct,
    };
    let partials = if form == Form::Mixed { partials } else { Vec::new() };
    Quotation { span, text: span.slice(scene.article.text()).to_owned(), form, partials, speaker, cue }
}

fn speaker(scene: &Scene<'_, '_>, range: Range<usize>) -> Speaker {
    let span = scene.span(range.start, range.end);
    let text = scene.article.clean(span);
    Speaker { mention: Some(span), name: text.clone(), text }
}

fn cue(scene: &Scene<'_, '_>, credit: &Credit) -> Cue {
    let span = scene.span(credit.site.first, credit.site.last);
    Cue { span, text: span.slice(scene.article.text()).to_owned(), act: credit.site.act }
}
