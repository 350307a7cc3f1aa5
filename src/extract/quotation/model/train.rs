//! Learning the weights from articles with marked attributions.

use std::ops::Range;

use super::super::carry::Carry;
use super::super::credit::{self, Content};
use super::super::cue::{CueKind, Site};
use super::super::reading::{self, Reading};
use super::super::scene::{Frame, Scene};
use super::features::{self, Carried, Cover, Cue, Cut, Keys};
use super::view::View;
use super::{PLACES, Score};
use crate::extract::name;
use crate::lexicon::Lexicon;
use crate::perceptron::{Trainer, shuffled};
use crate::span::Span;
use crate::text::Article;

/// One attribution as people marked it, in bytes of the article.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    /// What is credited; several stretches where a tag stands in the middle.
    pub contents: Vec<Span>,
    /// The passages in quotation marks among them.
    pub quoted: Vec<Span>,
    /// Who is credited, where somebody is.
    pub speaker: Option<Span>,
    /// The words of the cue.
    pub cue: String,
}

impl Score for Trainer<1> {
    fn score(&self, keys: &Keys) -> i32 {
        Trainer::score(self, keys.as_slice())[0]
    }
}

/// How often all frames are read: held-out articles gain no more after that.
const ROUNDS: u64 = 8;

/// A passage in marks is learned from until it is told by this much.
const MARGIN: i32 = 25;

/// The right speaker and each right cut must win by this much, or they are learned from again.
const DOUBT: i32 = 8;

/// Features that were moved less often are left out: half of the size, none of the figures.
const LEAST_UPDATES: u32 = 3;

/// Learns from these articles and returns the bytes of `weights.bin`.
#[must_use]
pub fn train(articles: &[(Article<'_>, Vec<Attribution>)], lexicon: &Lexicon) -> Vec<u8> {
    let scenes: Vec<Scene<'_, '_>> =
        articles.iter().map(|(article, _)| Scene::new(article, lexicon, &name::extract(article, lexicon))).collect();
    let mut trainer = Trainer::default();
    for round in 0..ROUNDS {
        for article in shuffled(scenes.len(), round) {
            Lesson { scene: &scenes[article], attributions: &articles[article].1 }.learn(&mut trainer);
        }
    }
    bytes(&trainer)
}

/// A byte for each place: the averages in eighths, which is fine enough and leaves room up to 16.
fn bytes(trainer: &Trainer<1>) -> Vec<u8> {
    let mut bytes = vec![0; PLACES];
    for (place, cells) in trainer.averages(LEAST_UPDATES) {
        for (_, sixteenths) in cells {
            bytes[place as usize] =
                (sixteenths + sixteenths.signum()).div_euclid(2).clamp(i32::from(i8::MIN), i32::from(i8::MAX)) as i8 as u8;
        }
    }
    bytes
}

/// What is right at a site; `None` where the marked text does not tell.
#[derive(Debug, Clone)]
struct Right {
    speaker: Option<Option<Range<usize>>>,
    content: Option<Content>,
}

/// One article with what is right about it.
struct Lesson<'s, 'a, 't> {
    scene: &'s Scene<'a, 't>,
    attributions: &'s [Attribution],
}

impl Lesson<'_, '_, '_> {
    fn learn(&self, trainer: &mut Trainer<1>) {
        let mut carry = Carry::default();
        for frame in &self.scene.frames {
            if let Some(view) = View::new(self.scene, *frame) {
                for (site, right) in view.sites.iter().zip(rights(&view, self.attributions)) {
                    learn_site(trainer, &view, *site, &right);
                }
            }
            let before = carry.clone();
            let reading = reading::read(self.scene, *frame, &mut carry, trainer);
            self.learn_passages(trainer, *frame, &reading, before);
        }
    }

    fn learn_passages(&self, trainer: &mut Trainer<1>, frame: Frame, reading: &Reading, mut carry: Carry) {
        carry.note(self.scene, frame, &reading.credits);
        for (unit, cover, _) in &reading.passages {
            let right = self.quoted(*unit);
            trainer.tick();
            let keys = features::passage(self.scene, frame, *unit, *cover);
            let by = if right.is_some() { 1 } else { -1 };
            if Score::score(trainer, &keys) * by < MARGIN {
                trainer.nudge(keys.as_slice(), 0, by);
            }
            if let Some(attribution) = right
                && *cover == Cover::None
                && let Some(phrase) = self.learn_carried(trainer, frame, *unit, &carry, attribution)
            {
                carry.note_carried(frame, phrase);
            }
        }
    }

    /// Learns who speaks where no cue says so; the phrase that is right, if it is a candidate.
    fn learn_carried(
        &self,
        trainer: &mut Trainer<1>,
        frame: Frame,
        unit: usize,
        carry: &Carry,
        right: &Attribution,
    ) -> Option<Range<usize>> {
        let bare = carry.bare(self.scene, frame, unit);
        let candidates = carry.candidates(self.scene, frame, unit);
        let keys = |candidate: Option<&Carried>| {
            candidate.map_or_else(|| features::uncarried(self.scene, bare), |c| features::carried(self.scene, bare, c))
        };
        let best = |of: Vec<Option<Carried>>, model: &dyn Fn(&Keys) -> i32| {
            of.into_iter().max_by_key(|c| model(&keys(c.as_ref()))).unwrap_or_default()
        };
        let is_right = |c: &&Carried| right.speaker.is_some_and(|s| self.names(&c.phrase, s));
        let rights: Vec<Option<Carried>> = candidates.iter().filter(is_right).cloned().map(Some).collect();
        let right = best(rights, &|k| Score::score(trainer, k));
        let right_keys = [keys(right.as_ref())];
        let all = candidates.into_iter().map(Some).chain(std::iter::once(None)).collect();
        let guess = best(all, &|k| Doubting { trainer, right: &right_keys }.score(k));
        trainer.tick();
        if right != guess {
            correct(trainer, &right_keys, &[keys(guess.as_ref())]);
        }
        right.map(|c| c.phrase)
    }

    /// Whether a phrase is the marked speaker, or ends with the same name.
    fn names(&self, phrase: &Range<usize>, speaker: Span) -> bool {
        let article = self.scene.article;
        let head = phrase.end - 1;
        let (first, last) = article.tokens_in(speaker);
        let named = self.scene.tag(head).is_proper() && (first..last).any(|t| article.lower(t) == self.scene.lower(head));
        named || self.scene.span(phrase.start, phrase.end).overlaps(speaker)
    }

    /// The attribution that marks a passage as somebody's words.
    fn quoted(&self, unit: usize) -> Option<&Attribution> {
        let span = self.scene.span(unit, unit + 1);
        let same = |q: &Span| q.overlap(span) * 10 > q.len().max(span.len()) * 6 || (q.overlap(span) * 10 > span.len() * 8);
        self.attributions.iter().find(|a| a.quoted.iter().any(same))
    }
}

fn learn_site(trainer: &mut Trainer<1>, view: &View<'_, '_, '_>, site: Site, right: &Right) {
    let cue = Cue::new(view, site);
    trainer.tick();
    if let Some(speaker) = &right.speaker {
        let keys = [speaker_keys(view, cue, speaker.as_ref())];
        let guess = credit::speaker(view, site, &Doubting { trainer, right: &keys });
        if *speaker != guess {
            correct(trainer, &keys, &[speaker_keys(view, cue, guess.as_ref())]);
        }
    }
    let Some(content) = &right.content else { return };
    let speaker = credit::speaker(view, site, trainer);
    let keys = content_keys(view, cue, speaker.as_ref(), content);
    let whole = view.frame.first..view.frame.last;
    let (_, guess) = credit::content(view, site, speaker.as_ref(), whole, &Doubting { trainer, right: &keys });
    if guess != *content {
        correct(trainer, &keys, &content_keys(view, cue, speaker.as_ref(), &guess));
    }
}

fn correct(trainer: &mut Trainer<1>, right: &[Keys], wrong: &[Keys]) {
    for (keys, by) in right.iter().map(|k| (k, 1)).chain(wrong.iter().map(|k| (k, -1))) {
        trainer.nudge(keys.as_slice(), 0, by);
    }
}

/// Scores the right choices lower than they are, so that they must win by a margin to be left alone.
struct Doubting<'d> {
    trainer: &'d Trainer<1>,
    right: &'d [Keys],
}

impl Score for Doubting<'_> {
    fn score(&self, keys: &Keys) -> i32 {
        let is_right = self.right.iter().any(|r| r.as_slice() == keys.as_slice());
        Score::score(self.trainer, keys) - i32::from(is_right) * DOUBT
    }
}

fn speaker_keys(view: &View<'_, '_, '_>, cue: Cue, speaker: Option<&Range<usize>>) -> Keys {
    let found = speaker.and_then(|s| credit::candidates(view, cue.site).find(|(c, _)| *c == s));
    found.map_or_else(|| features::nobody(view, cue), |(candidate, rank)| features::speaker(view, cue, candidate, rank))
}

fn content_keys(view: &View<'_, '_, '_>, cue: Cue, speaker: Option<&Range<usize>>, content: &Content) -> Vec<Keys> {
    let mut result = vec![features::sides(view, cue, speaker, content.sides())];
    let sides = [(&content.before, Cut::StartBefore, Cut::EndBefore), (&content.behind, Cut::StartBehind, Cut::EndBehind)];
    for (range, start, end) in sides {
        if let Some(range) = range {
            result.push(features::cut(view, cue, speaker, start, range.start));
            result.push(features::cut(view, cue, speaker, end, range.end));
            result.push(features::stretch(view, cue, range.start, range.end));
        }
    }
    result
}

/// What is right at each site of a frame. An attribution belongs to the nearest site that its cue's words name.
fn rights(view: &View<'_, '_, '_>, attributions: &[Attribution]) -> Vec<Right> {
    let mut rights: Vec<Option<Right>> = vec![None; view.sites.len()];
    let frame = view.scene.span(view.frame.first, view.frame.last);
    for attribution in attributions {
        let inside: Vec<Span> = attribution.contents.iter().copied().filter(|c| c.overlaps(frame)).collect();
        let speaker = attribution.speaker.filter(|s| s.overlaps(frame));
        if inside.is_empty() && speaker.is_none() {
            continue;
        }
        let near = |site: &Site| {
            let at = view.scene.span(site.first, site.last);
            let gap = |s: &Span| s.start.saturating_sub(at.end) + at.start.saturating_sub(s.end);
            inside.iter().chain(&speaker).map(gap).min().unwrap_or(0)
        };
        let named = |site: &Site| {
            attribution.cue.to_lowercase().split(|c: char| c.is_whitespace()).any(|w| same_word(w, view.scene.lower(site.first)))
        };
        let sites = view.sites.iter().enumerate().filter(|(i, s)| rights[*i].is_none() && named(s));
        if let Some((index, site)) = sites.min_by_key(|(_, s)| (s.kind == CueKind::Colon, near(s))) {
            rights[index] = Some(right(view, *site, &inside, speaker));
        }
    }
    let nothing = Right { speaker: None, content: Some(Content::default()) };
    rights.into_iter().map(|r| r.unwrap_or_else(|| nothing.clone())).collect()
}

fn same_word(word: &str, lower: &str) -> bool {
    word.trim_matches(|c: char| !c.is_alphanumeric()) == lower || (lower == ":" && word.ends_with(':'))
}

fn right(view: &View<'_, '_, '_>, site: Site, contents: &[Span], speaker: Option<Span>) -> Right {
    let speaker = match speaker {
        None => Some(None),
        Some(span) => credit::candidates(view, site)
            .map(|(c, _)| c)
            .filter(|c| view.scene.span(c.start, c.end).overlaps(span))
            .min_by_key(|c| c.start)
            .map(|c| Some(c.clone())),
    };
    let mut content = Some(Content::default());
    for range in contents.iter().filter_map(|span| units(view, *span)) {
        content = content.and_then(|c| add(c, site, range));
    }
    Right { speaker, content }
}

/// The content with a further stretch; `None` where the cue stands inside of it.
fn add(mut content: Content, site: Site, range: Range<usize>) -> Option<Content> {
    let hull = |old: Option<Range<usize>>, new: Range<usize>| match old {
        Some(old) => old.start.min(new.start)..old.end.max(new.end),
        None => new,
    };
    if range.end <= site.first {
        content.before = Some(hull(content.before.take(), range));
    } else if range.start >= site.last {
        content.behind = Some(hull(content.behind.take(), range));
    } else {
        return None;
    }
    Some(content)
}

/// The units of the frame that a span covers, cut as a content can be cut.
fn units(view: &View<'_, '_, '_>, span: Span) -> Option<Range<usize>> {
    let frame = view.frame;
    let overlaps = |u: usize| view.scene.span(u, u + 1).overlaps(span);
    let mut start = (frame.first..frame.last).find(|u| overlaps(*u))?;
    let mut end = (start..frame.last).rev().find(|u| overlaps(*u))? + 1;
    while start < end && !credit::can_start(view.scene, start) {
        start += 1;
    }
    while start < end && !credit::can_end(view.scene, end) {
        end -= 1;
    }
    (start < end).then_some(start..end)
}
