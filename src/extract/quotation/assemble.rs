//! From what was read to quotations: spans, forms, cues and speakers.

use std::ops::Range;

use super::antecedent::{self, Number, Stands};
use super::carry::Carry;
use super::credit::Credit;
use super::cue::Site;
use super::model::Shipped;
use super::model::features::Cover;
use super::names::{self, Names};
use super::phrase::described;
use super::reading::{self, Reading};
use super::scene::{Frame, Scene};
use super::voice;
use super::{Cue, Form, Quotation, Relay, Speaker};
use crate::extract::name::Mention;
use crate::span::Span;
use crate::text::{Tag, TokenKind};

/// A pronoun stands for somebody named so many paragraphs before at most.
const PRONOUN_REACH: usize = 3;

/// The name in a tag has so many words at most: ", the company said".
const TAG: usize = 5;

/// Whom "I" means outside of marks where nobody spoke beside it.
const AUTHOR: &str = "the author";

/// The quotations of a scene, in order.
pub(super) fn quotations(scene: &Scene<'_, '_>, mentions: &[Mention]) -> Vec<Quotation> {
    let mut writer = Writer { scene, names: None, mentions, last_person: None, last_thing: None, result: Vec::new() };
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
    /// The last body, thing or group that spoke, whether it is one, and the paragraph where it stands.
    last_thing: Option<(Number, String, usize)>,
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
            let speaker = phrase.as_ref().and_then(|p| self.speaker(frame, described(self.scene, frame, p, None)));
            let quotation = self.quotation(reading, *unit..unit + 1, speaker, None);
            self.result.push(quotation);
        }
        let mut written = self.result.split_off(from);
        written.sort_by_key(|q| q.span);
        if let Some(next) = written.first() {
            self.hand_back(frame, next);
        }
        // two credits may claim one passage of a broken text; the one that begins first has it
        for quotation in written {
            if self.result.last().is_none_or(|before| before.span.end <= quotation.span.start) {
                self.result.push(quotation);
            }
        }
    }

    /// A speech of several paragraphs whose tag stands in the last one: its paragraphs without closing marks are the same speaker's.
    fn hand_back(&mut self, frame: Frame, next: &Quotation) {
        let opens = self.scene.passage(frame.first).is_some_and(|p| p.span(self.scene.article).start >= next.span.start);
        let Some(speaker) = next.speaker.as_ref().filter(|_| opens && next.cue.is_some()) else { return };
        let article = self.scene.article;
        // "The road is closed, said Bell.": a lost mark, with a tag of its own
        let tagged = |span: Span| {
            let (first, last) = article.tokens_in(span);
            let comma = |t: usize| article.tokens()[t].kind == TokenKind::Comma;
            let cue = |t: usize| self.scene.lexicon.speech().verb(article.lower(t)).is_some();
            (first..last).any(|t| cue(t) && (t.saturating_sub(TAG).max(first)..t).any(comma))
        };
        let beside = |span: Span| {
            let sentence = article.sentence_at(span.start).map(|s| article.sentences()[s]);
            sentence.is_some_and(|s| s.paragraph + 1 == frame.paragraph)
        };
        let goes_on = |q: &&mut Quotation| {
            q.speaker.is_none() && q.form == Form::Direct && !ends_marked(&q.text) && beside(q.span) && !tagged(q.span)
        };
        if let Some(before) = self.result.last_mut().filter(goes_on) {
            before.speaker = Some(speaker.clone());
        }
    }

    /// The quotations of one credit: two where its tag stands in the middle. A title in marks that a cue seems to credit is none.
    fn credited(&mut self, frame: Frame, reading: &Reading, credit: &Credit) -> Vec<Quotation> {
        let phrase = credit.speaker.as_ref().map(|p| self.phrase(frame, p, credit.site));
        let speaker = phrase.clone().and_then(|p| self.speaker(frame, p));
        let cue = self.cue(credit.site);
        let via = credit.via.as_ref().and_then(|(site, phrase)| {
            let speaker = self.aside(|writer| writer.speaker(frame, writer.phrase(frame, phrase, *site)))?;
            Some(Relay { speaker, cue: self.cue(*site) })
        });
        let inner: Vec<Quotation> = self.aside(|writer| credit.inner.iter().flat_map(|c| writer.credited(frame, reading, c)).collect());
        let inner = inner.into_iter().map(|q| self.of_outer(q, speaker.as_ref()));
        let mut result = Vec::new();
        for range in credit.content.ranges().map(|r| without(self.scene, r, phrase.as_ref())) {
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

    /// The phrase of a speaker with all who speak with him and all that describes him.
    fn phrase(&self, frame: Frame, phrase: &Range<usize>, site: Site) -> Range<usize> {
        let author = voice::author(self.scene, frame, phrase);
        let phrase = author.as_ref().unwrap_or(phrase);
        if Stands::read(self.scene, phrase) != Stands::Itself {
            return phrase.clone();
        }
        let phrase = voice::introduced(self.scene, frame, &voice::together(self.scene, frame, phrase), site.first);
        described(self.scene, frame, &phrase, Some(site.first))
    }

    /// Who speaks; `None` where that is a pronoun that nobody can be told for.
    fn speaker(&mut self, frame: Frame, phrase: Range<usize>) -> Option<Speaker> {
        let scene = self.scene;
        let span = scene.span(phrase.start, phrase.end);
        let text = scene.article.clean(span);
        let meant = match Stands::read(scene, &phrase) {
            Stands::Person => {
                let near = self.last_person.as_ref().filter(|(_, paragraph)| paragraph + PRONOUN_REACH >= frame.paragraph);
                near.map(|(name, _)| name.clone())
            }
            Stands::Relative => antecedent::of_relative(scene, frame, phrase.start)
                .map(|meant| self.named(&voice::introduced(scene, frame, &meant, phrase.start))),
            Stands::Thing(number) => {
                let subject = antecedent::of_thing(scene, frame, phrase.start, number).map(|meant| self.named(&meant));
                let credited = || self.last_thing.as_ref().filter(|(n, ..)| *n == number);
                let near = || credited().filter(|(.., paragraph)| paragraph + PRONOUN_REACH >= frame.paragraph);
                Some(subject.or_else(|| near().map(|(_, name, _)| name.clone()))?)
            }
            Stands::Narrator => Some(self.spoken_beside(frame).unwrap_or_else(|| AUTHOR.to_owned())),
            Stands::Itself => self.names(phrase.clone()),
        };
        let name = meant.unwrap_or_else(|| self.head(&phrase));
        if name != text || Stands::read(scene, &phrase) == Stands::Itself {
            self.remember(&phrase, &name, frame.paragraph);
        }
        Some(Speaker { mention: Some(span), name, text, country: None })
    }

    /// The words of a phrase up to a comma: "the ministry" of "the ministry, which denied it,".
    fn head(&self, phrase: &Range<usize>) -> String {
        let scene = self.scene;
        let comma = phrase.clone().skip(1).find(|u| scene.kind(*u) == TokenKind::Comma).unwrap_or(phrase.end);
        scene.article.clean(scene.span(phrase.start, comma))
    }

    /// The name in a phrase, or its words.
    fn named(&mut self, phrase: &Range<usize>) -> String {
        let words = self.scene.span(phrase.start, phrase.end);
        self.names(phrase.clone()).unwrap_or_else(|| self.scene.article.clean(words))
    }

    /// Keeps in mind who spoke, for the pronouns that follow.
    fn remember(&mut self, phrase: &Range<usize>, name: &str, paragraph: usize) {
        let number = match Stands::read(self.scene, phrase) {
            Stands::Thing(number) => Some(number),
            Stands::Itself => antecedent::thing(self.scene, phrase),
            _ => None,
        };
        if let Some(number) = number {
            self.last_thing = Some((number, name.to_owned(), paragraph));
        }
        if number.is_none() && name != AUTHOR {
            self.last_person = Some((name.to_owned(), paragraph));
        }
    }

    /// Who spoke last in the paragraph of a frame: whom "I" means outside of marks.
    fn spoken_beside(&self, frame: Frame) -> Option<String> {
        let first = self.scene.frames.iter().find(|f| f.paragraph == frame.paragraph)?.first;
        let paragraph = self.scene.span(first, frame.last).start;
        let before = self.result.last().filter(|q| q.span.start >= paragraph);
        before.and_then(|q| q.speaker.as_ref()).map(|s| s.name.clone())
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
}

/// What is credited without the speaker's own words at its head or its end: "the mayor, Ann Bell," of "said the mayor, Ann Bell, the bridge
/// is safe".
fn without(scene: &Scene<'_, '_>, range: &Range<usize>, speaker: Option<&Range<usize>>) -> Range<usize> {
    let comma = |u: usize| scene.kind(u) == TokenKind::Comma;
    match speaker {
        Some(s) if s.start <= range.start && range.start < s.end && s.end < range.end => s.end + usize::from(comma(s.end))..range.end,
        Some(s) if range.start < s.start && s.start < range.end && range.end <= s.end + 1 => {
            range.start..s.start - usize::from(comma(s.start - 1) && s.start - 1 > range.start)
        }
        _ => range.clone(),
    }
}

/// Whether words end with a mark that closes a quotation.
fn ends_marked(text: &str) -> bool {
    text.ends_with(['"', '\'', '\u{201d}', '\u{2019}', '\u{bb}', '\u{203a}', '\u{201c}'])
}
