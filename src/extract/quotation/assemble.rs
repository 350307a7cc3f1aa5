//! From what was read to quotations: spans, forms, cues and speakers.

use std::ops::Range;

use super::carry::Carry;
use super::credit::Credit;
use super::cue::Site;
use super::model::Shipped;
use super::model::features::Cover;
use super::names::{self, Names};
use super::phrase::{chunks, described};
use super::reading::{self, Reading};
use super::scene::{Frame, Scene};
use super::{Cue, Form, Quotation, Relay, Speaker};
use crate::extract::name::Mention;
use crate::span::Span;
use crate::text::{Tag, TokenKind};

/// A pronoun stands for somebody named so many paragraphs before at most.
const PRONOUN_REACH: usize = 3;

/// The quotations of a scene, in order.
pub(super) fn quotations(scene: &Scene<'_, '_>, mentions: &[Mention]) -> Vec<Quotation> {
    let mut writer = Writer { scene, names: None, mentions, last_person: None, result: Vec::new() };
    let mut carry = Carry::default();
    for frame in &scene.frames {
        let reading = reading::read(scene, *frame, &mut carry, &Shipped);
        writer.write(*frame, &reading);
    }
    writer.result
}

/// Writes quotations down, and remembers who was named for the pronouns that follow.
struct Writer<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    mentions: &'s [Mention],
    /// Read at the first speaker.
    names: Option<Names<'t>>,
    /// The last speaker with a name, and the paragraph where it stands.
    last_person: Option<(String, usize)>,
    result: Vec<Quotation>,
}

impl Writer<'_, '_, '_> {
    fn write(&mut self, frame: Frame, reading: &Reading) {
        let from = self.result.len();
        for credit in &reading.credits {
            let found = self.credited(frame, reading, credit);
            self.result.extend(found);
        }
        for (unit, phrase) in &reading.bare {
            let speaker = phrase.as_ref().map(|p| self.speaker(frame, described(self.scene, frame, p, None)));
            let quotation = self.quotation(reading, *unit..unit + 1, speaker, None);
            self.result.push(quotation);
        }
        let mut written = self.result.split_off(from);
        written.sort_by_key(|q| q.span);
        // two credits may claim one passage of a broken text; the one that begins first has it
        for quotation in written {
            if self.result.last().is_none_or(|before| before.span.end <= quotation.span.start) {
                self.result.push(quotation);
            }
        }
    }

    /// The quotations of one credit: two where its tag stands in the middle. A title in marks that a cue seems to credit is none.
    fn credited(&mut self, frame: Frame, reading: &Reading, credit: &Credit) -> Vec<Quotation> {
        let phrase = credit.speaker.as_ref().map(|p| described(self.scene, frame, p, Some(credit.site.first)));
        let speaker = phrase.map(|p| self.speaker(frame, p));
        let cue = self.cue(credit.site);
        let via = credit.via.as_ref().map(|(site, phrase)| {
            let speaker = self.aside(|writer| writer.speaker(frame, described(writer.scene, frame, phrase, Some(site.first))));
            Relay { speaker, cue: self.cue(*site) }
        });
        let inner: Vec<Quotation> = self.aside(|writer| credit.inner.iter().flat_map(|c| writer.credited(frame, reading, c)).collect());
        let inner = inner.into_iter().map(|q| self.of_outer(q, speaker.as_ref()));
        let mut result = Vec::new();
        for range in credit.content.ranges() {
            // a stray "But" before "he said" is no statement
            let stray = range.len() == 1 && self.scene.tag(range.start) == Tag::Conjunction;
            let title = range.len() == 1 && reading.passages.iter().any(|(u, _, speech)| range.contains(u) && !speech);
            if !title && !stray {
                let quotation = self.quotation(reading, range.clone(), speaker.clone(), Some(cue.clone()));
                result.push(Quotation { via: via.clone(), ..quotation });
            }
        }
        for quotation in inner {
            if let Some(outer) = result.iter_mut().find(|q| q.span.contains(quotation.span)) {
                outer.inner.push(quotation);
            }
        }
        result.iter_mut().for_each(|q| q.inner.sort_by_key(|q| q.span));
        result
    }

    /// "the troops it says": it is whoever is credited with the words around.
    fn of_outer(&self, mut quotation: Quotation, outer: Option<&Speaker>) -> Quotation {
        if let (Some(speaker), Some(outer)) = (&mut quotation.speaker, outer)
            && speaker.mention.is_some_and(|m| names::is_pronoun(self.scene.article, m))
        {
            speaker.name.clone_from(&outer.name);
        }
        quotation
    }

    /// Reads who is named on the way; the next pronoun means the one who was spoken of before.
    fn aside<T>(&mut self, read: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.last_person.clone();
        let result = read(self);
        self.last_person = before;
        result
    }

    fn cue(&self, site: Site) -> Cue {
        let span = self.scene.span(site.first, site.last);
        Cue { span, text: span.slice(self.scene.article.text()).to_owned(), act: site.act }
    }

    fn quotation(&self, reading: &Reading, range: Range<usize>, speaker: Option<Speaker>, cue: Option<Cue>) -> Quotation {
        let scene = self.scene;
        let span = scene.span(range.start, range.end);
        let is_word = |u: usize| matches!(scene.kind(u), TokenKind::Word | TokenKind::Number);
        let bare = range.clone().any(is_word);
        let inside = reading.passages.iter().filter(|(u, cover, speech)| range.contains(u) && *speech && *cover == Cover::Part);
        let mut partials: Vec<Span> = inside.filter_map(|(u, ..)| scene.passage(*u)).map(|p| p.span(scene.article)).collect();
        let form = match (bare, partials.is_empty()) {
            (false, _) => Form::Direct,
            (true, false) => Form::Mixed,
            (true, true) => Form::Indirect,
        };
        partials.retain(|_| form == Form::Mixed);
        Quotation { span, text: span.slice(scene.article.text()).to_owned(), form, partials, speaker, cue, via: None, inner: Vec::new() }
    }

    fn speaker(&mut self, frame: Frame, phrase: Range<usize>) -> Speaker {
        let article = self.scene.article;
        let span = self.scene.span(phrase.start, phrase.end);
        let text = article.clean(span);
        let name = if article.lower(self.scene.units[phrase.start].first) == "who" {
            self.antecedent(frame, phrase.start).and_then(|span| self.name(span))
        } else if names::is_he_or_she(article, span) {
            let near = self.last_person.as_ref().filter(|(_, paragraph)| paragraph + PRONOUN_REACH >= frame.paragraph);
            near.map(|(name, _)| name.clone())
        } else {
            self.names(phrase)
        };
        if let Some(name) = &name {
            self.last_person = Some((name.clone(), frame.paragraph));
        }
        Speaker { mention: Some(span), name: name.unwrap_or_else(|| text.clone()), text, country: None }
    }

    /// The name in a phrase; both where it adds a second speaker: "Bell, along with Ann Dunn," are Bell and Ann Dunn.
    fn names(&mut self, phrase: Range<usize>) -> Option<String> {
        let first = self.name(self.scene.span(phrase.start, phrase.end));
        let added = phrase.clone().find_map(|u| self.scene.companion(u).map(|length| u + length)).filter(|u| *u < phrase.end);
        let second = added.and_then(|u| self.name(self.scene.span(u, phrase.end)));
        match (first, second) {
            (Some(first), Some(second)) => Some(format!("{first} and {second}")),
            (first, _) => first,
        }
    }

    fn name(&mut self, mention: Span) -> Option<String> {
        let article = self.scene.article;
        self.names.get_or_insert_with(|| Names::new(article, self.mentions)).of(article, mention)
    }

    /// The noun phrase that "who" goes back to: the one right before it.
    fn antecedent(&self, frame: Frame, who: usize) -> Option<Span> {
        let before = chunks(self.scene, frame).into_iter().rfind(|c| c.end <= who)?;
        Some(self.scene.span(before.start, before.end))
    }
}
