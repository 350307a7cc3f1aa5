//! From what was read to quotations: spans, forms, cues and speakers.

use std::ops::Range;

use super::carry::Carry;
use super::credit::Credit;
use super::model;
use super::model::features::Cover;
use super::reading::{self, Reading};
use super::scene::Scene;
use super::{Cue, Form, Quotation, Speaker};
use crate::text::TokenKind;

/// The quotations of a scene, in order.
pub(super) fn quotations(scene: &Scene<'_, '_>) -> Vec<Quotation> {
    let mut result: Vec<Quotation> = Vec::new();
    let mut carry = Carry::default();
    for frame in &scene.frames {
        let reading = reading::read(scene, *frame, &mut carry, model::shared());
        let from = result.len();
        for credit in &reading.credits {
            result.extend(credited(scene, &reading, credit));
        }
        for (unit, phrase) in &reading.bare {
            result.push(quotation(scene, &reading, *unit..unit + 1, phrase.clone().map(|p| speaker(scene, p)), None));
        }
        result[from..].sort_by_key(|q| q.span);
    }
    result
}

/// The quotations of one credit: two where its tag stands in the middle. A title in marks that a cue seems to credit is none.
fn credited<'r>(scene: &'r Scene<'_, '_>, reading: &'r Reading, credit: &'r Credit) -> impl Iterator<Item = Quotation> + 'r {
    let speaker = credit.speaker.clone().map(|s| speaker(scene, s));
    let span = scene.span(credit.site.first, credit.site.last);
    let cue = Cue { span, text: span.slice(scene.article.text()).to_owned(), act: credit.site.act };
    let speech = |r: &&Range<usize>| r.len() > 1 || !reading.passages.iter().any(|(u, _, speech)| r.contains(u) && !speech);
    credit.content.ranges().filter(speech).map(move |range| quotation(scene, reading, range.clone(), speaker.clone(), Some(cue.clone())))
}

fn quotation(scene: &Scene<'_, '_>, reading: &Reading, range: Range<usize>, speaker: Option<Speaker>, cue: Option<Cue>) -> Quotation {
    let span = scene.span(range.start, range.end);
    let inside = || reading.passages.iter().filter(|(u, ..)| range.contains(u));
    let bare = range.clone().any(|u| scene.passage(u).is_none() && matches!(scene.kind(u), TokenKind::Word | TokenKind::Number));
    let parts = || inside().filter(|(_, cover, speech)| *speech && *cover == Cover::Part);
    let form = match (bare, parts().next().is_some()) {
        (false, _) => Form::Direct,
        (true, true) => Form::Mixed,
        (true, false) => Form::Indirect,
    };
    let partials = if form == Form::Mixed {
        parts().filter_map(|(u, ..)| scene.passage(*u)).map(|p| p.span(scene.article)).collect()
    } else {
        Vec::new()
    };
    Quotation { span, text: span.slice(scene.article.text()).to_owned(), form, partials, speaker, cue }
}

fn speaker(scene: &Scene<'_, '_>, range: Range<usize>) -> Speaker {
    let span = scene.span(range.start, range.end);
    let text = scene.article.clean(span);
    Speaker { mention: Some(span), name: text.clone(), text }
}
