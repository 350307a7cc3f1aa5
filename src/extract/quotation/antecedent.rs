//! Whom a pronoun that speaks goes back to, where that can be told without knowing the article's people: "who", "it", "they".

use std::ops::Range;

use super::phrase::{chunks, described};
use super::scene::{Frame, Scene};
use super::voice::{is_governed, is_thing};
use crate::extract::name::MentionKind;
use crate::lexicon::Class;
use crate::text::{Tag, TokenKind};

/// "It" goes back to a subject of so many frames at most, its own included.
const FRAMES: usize = 4;

/// "It" goes back over so many paragraphs at most.
const PARAGRAPHS: usize = 2;

/// "Who" goes back over so many units at most.
const REACH: usize = 12;

/// Whether a pronoun stands for one or for several.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    One,
    Several,
}

/// What a phrase that speaks stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// "he", "she"
    Person,
    /// "who", "which"
    Relative,
    /// "it", "they"
    Thing(Number),
    /// "I", "we": outside of marks whoever spoke beside it
    Narrator,
    /// Anything else.
    Itself,
}

impl Stands {
    /// What a phrase of units stands for.
    pub fn read(scene: &Scene<'_, '_>, phrase: &Range<usize>) -> Self {
        if phrase.len() != 1 {
            return Self::Itself;
        }
        match scene.lower(phrase.start) {
            "he" | "she" | "him" | "her" | "his" => Self::Person,
            "who" | "which" => Self::Relative,
            "it" | "this" | "that" => Self::Thing(Number::One),
            "its" => Self::Thing(Number::One),
            "they" | "them" | "their" => Self::Thing(Number::Several),
            "i" | "we" | "me" | "us" | "my" | "our" => Self::Narrator,
            _ => Self::Itself,
        }
    }
}

/// The phrase that "who" goes back to: the last one before it that can be a person's, "a spokesman" in "a spokesman for the ministry, who
/// said".
pub(super) fn of_relative(scene: &Scene<'_, '_>, frame: Frame, relative: usize) -> Option<Range<usize>> {
    let before = chunks(scene, frame).into_iter().filter(|c| c.end <= relative && relative - c.end < REACH);
    let who = scene.lower(relative) == "who";
    let body = |unit: usize| match scene.name(unit) {
        Some((kind, _)) => matches!(kind, MentionKind::Organisation | MentionKind::Place),
        None => scene.token(unit).is_some_and(|t| t.has(Class::Organisation)),
    };
    let comma = relative > frame.first && scene.kind(relative - 1) == TokenKind::Comma;
    let skips = |c: &Range<usize>| who && is_governed(scene, c) && (body(c.end - 1) || (comma && is_thing(scene, c.end - 1)));
    let all: Vec<Range<usize>> = before.collect();
    all.iter().rev().find(|c| !skips(c)).or(all.last()).cloned()
}

/// The subject that "it" or "they" at a unit goes back to: the first one of its own frame, or of the frames before, that can speak and has
/// the number.
pub(super) fn of_thing(scene: &Scene<'_, '_>, frame: Frame, unit: usize, number: Number) -> Option<Range<usize>> {
    // "a firm in Ode, which sells what it calls": the relative clause is the firm's
    let relative = (frame.first + 1..unit).rfind(|u| scene.lower(*u) == "which");
    if let Some(meant) = relative.and_then(|r| of_relative(scene, frame, r)).filter(|c| number == Number::One && speaks(scene, c)) {
        return Some(meant);
    }
    let at = scene.frames.partition_point(|f| f.last <= frame.first);
    let near = || {
        let frames = scene.frames[..=at.min(scene.frames.len() - 1)].iter().rev().take(FRAMES);
        frames.filter(|f| f.paragraph + PARAGRAPHS >= frame.paragraph).map(|f| (*f, chunks(scene, *f)))
    };
    let subject = near().find_map(|(f, candidates)| {
        let several = |c: &Range<usize>| number == Number::Several && joined(scene, &candidates, c).is_some();
        let subject =
            |c: &&Range<usize>| c.end <= unit && !is_governed(scene, c) && (speaks(scene, c) || several(c)) && has_verb(scene, f, c);
        candidates.iter().filter(subject).find_map(|c| match (number, joined(scene, &candidates, c)) {
            (Number::Several, Some(both)) => Some(both),
            (Number::One, Some(_)) => None,
            (_, None) => (is_plural(scene, c) == (number == Number::Several)).then(|| c.clone()),
        })
    });
    // "sent a letter": what is written speaks wherever it stands
    let written = |c: &&Range<usize>| c.end <= unit && number == Number::One && scene.lexicon.speech().is_document(scene.lower(c.end - 1));
    subject.or_else(|| near().find_map(|(_, candidates)| candidates.iter().rfind(written).cloned()))
}

/// "The U.S. and NATO": two phrases with "and" between.
fn joined(scene: &Scene<'_, '_>, chunks: &[Range<usize>], first: &Range<usize>) -> Option<Range<usize>> {
    let next = chunks.iter().find(|c| scene.lower(first.end) == "and" && c.start == first.end + 1)?;
    let names = scene.tag(first.end - 1).is_proper() && scene.tag(next.end - 1).is_proper();
    (names || scene.tag(next.end).is_finite()).then_some(first.start..next.end)
}

/// The number of a phrase that no "he" goes back to: a body, a thing, several people. `None` for a person.
pub(super) fn thing(scene: &Scene<'_, '_>, phrase: &Range<usize>) -> Option<Number> {
    let head = phrase.end - 1;
    let joint = phrase.clone().any(|u| scene.lower(u) == "and") && scene.tag(head).is_proper();
    if is_plural(scene, phrase) || joint {
        return Some(Number::Several);
    }
    let body = match scene.name(head) {
        Some((kind, _)) => matches!(kind, MentionKind::Organisation | MentionKind::Place),
        None => {
            let person =
                scene.token(head).is_some_and(|t| t.has(Class::Role)) || scene.lexicon.names().gendered(scene.lower(head)).is_some();
            scene.tag(head) == Tag::Noun && !person
        }
    };
    body.then_some(Number::One)
}

/// Whether a phrase is a body, a country or people: "the ministry", "Russia", "residents".
fn speaks(scene: &Scene<'_, '_>, phrase: &Range<usize>) -> bool {
    let head = phrase.end - 1;
    let body = scene.token(head).is_some_and(|t| t.has(Class::Organisation));
    match scene.name(head) {
        Some((kind, _)) => matches!(kind, MentionKind::Organisation | MentionKind::Place | MentionKind::Group),
        None => body || scene.tag(head).is_proper() || is_plural(scene, phrase),
    }
}

fn is_plural(scene: &Scene<'_, '_>, phrase: &Range<usize>) -> bool {
    let name = scene.name(phrase.end - 1).is_some_and(|(kind, _)| matches!(kind, MentionKind::Organisation | MentionKind::Place));
    !name && matches!(scene.tag(phrase.end - 1), Tag::NounPlural | Tag::ProperNounPlural)
}

/// Whether a phrase, with what describes it, has a verb right behind it.
fn has_verb(scene: &Scene<'_, '_>, frame: Frame, phrase: &Range<usize>) -> bool {
    let verb =
        |u: usize| scene.tag(u).is_finite() || scene.tag(u) == Tag::Modal || scene.tag(u).is_adverb() && scene.tag(u + 1).is_finite();
    let end = described(scene, frame, phrase, None).end;
    let joint = scene.lower(phrase.end) == "and";
    verb(phrase.end) || verb(end) || joint || (scene.kind(end) == TokenKind::Comma && scene.tag(end + 1).is_wh())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::name;
    use crate::lexicon::Lexicon;
    use crate::text::Article;

    #[test]
    fn whom_it_and_they_go_back_to() {
        for (rule, text, pronoun, number, want) in [
            ("a body", "The ministry apologised. It said the letters were lost.", "It", Number::One, Some("The ministry")),
            ("in the same sentence", "While Norland has gone, it said so.", "it", Number::One, Some("Norland")),
            ("a writing", "Forty groups sent a letter. It read badly.", "It", Number::One, Some("a letter")),
            ("nothing that can speak", "The gate is shut. It says so.", "It", Number::One, None),
            ("at the head of a text", "It says on the gate that dogs are banned.", "It", Number::One, None),
            ("several", "Residents wept. They said the dam was old.", "They", Number::Several, Some("Residents")),
            ("two together", "The bank and the union met. They said so.", "They", Number::Several, Some("The bank and the union")),
            ("of a relative clause", "He pays Lark Bank, which sells what it calls gold.", "it", Number::One, Some("Lark Bank")),
            ("not behind a preposition", "In the ministry, nobody spoke. It said so.", "It", Number::One, None),
        ] {
            let article = Article::new(text, Lexicon::english());
            let mentions = name::extract(&article, Lexicon::english());
            let scene = Scene::new(&article, Lexicon::english(), &mentions);
            let unit = (0..scene.units.len()).rfind(|u| scene.token(*u).is_some_and(|t| t.span.slice(text) == pronoun)).unwrap();
            let frame = *scene.frames.iter().find(|f| f.first <= unit && unit < f.last).unwrap();
            let got = of_thing(&scene, frame, unit, number).map(|r| article.clean(scene.span(r.start, r.end)));
            assert_eq!(got.as_deref(), want, "{rule}: {text}");
        }
    }
}
