//! What the model looks at when it chooses a speaker, decides on a cue, and cuts what is credited.

use std::ops::Range;

use super::super::cue::{CueKind, Site};
use super::super::marks;
use super::super::scene::{Frame, Scene};
use super::PLACE_BITS;
use super::view::{self, View, distance};
use crate::lexicon::Class;
use crate::perceptron::{feature, hash};
use crate::text::Tag;

/// The features of one choice, each by the place of its weight.
#[derive(Clone, Debug)]
pub(in super::super) struct Keys {
    keys: [u32; Keys::MOST],
    length: usize,
    template: u64,
}

impl Keys {
    /// More than the largest choice has.
    const MOST: usize = 40;

    /// No features yet; the first one belongs to this template, the next to the one behind it.
    fn new(template: u64) -> Self {
        Self { keys: [0; Self::MOST], length: 0, template }
    }

    fn add(&mut self, first: u64, second: u64) {
        self.keys[self.length] = feature(self.template, first, second) >> (u32::BITS - PLACE_BITS);
        self.length += 1;
        self.template += 1;
    }

    pub fn as_slice(&self) -> &[u32] {
        &self.keys[..self.length]
    }
}

/// The most templates a kind of choice may have; templates of different kinds never meet.
const ROOM: u64 = Keys::MOST as u64;

/// A cue in its frame, described once.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Cue {
    pub site: Site,
    /// Which verb or phrase it is.
    word: u64,
    /// How the verb takes what it credits, and in which form it stands.
    form: u64,
}

impl Cue {
    pub fn new(view: &View<'_, '_, '_>, site: Site) -> Self {
        let tag = view.scene.tag(site.first) as u64;
        let (word, frame) = match site.kind {
            CueKind::Verb(verb) => (u64::from(verb.verb), verb.frame as u64),
            CueKind::Phrase => (hash(view.scene.lower(site.first).as_bytes()), 7),
            CueKind::Colon => (2, 8),
        };
        // a passive or perfect form is told by the auxiliary before it
        let auxiliary = view.scene.token(site.first.wrapping_sub(1)).map_or(0, |t| u64::from(t.has(Class::Auxiliary)));
        Self { site, word, form: frame << 8 | tag << 1 | auxiliary }
    }
}

/// A noun phrase as the speaker of a cue; `rank` counts the phrases between the two.
pub(in super::super) fn speaker(view: &View<'_, '_, '_>, cue: Cue, candidate: &Range<usize>, rank: usize) -> Keys {
    let mut keys = Keys::new(ROOM);
    let site = cue.site;
    let behind = candidate.start >= site.last;
    let (from, to) = if behind { (site.last, candidate.start) } else { (site.first, candidate.end) };
    let far = distance(from, to) << 1 | u64::from(behind);
    let rank = (rank.min(4) as u64) << 1 | u64::from(behind);
    let gap = view.between(from, to) << 1 | u64::from(behind);
    let head = view.at(candidate.end, -1);
    let first = view.at(candidate.start, 0);
    let kind = kind_of(view.scene, candidate);
    keys.add(far, 0);
    keys.add(far, cue.form);
    keys.add(far, cue.word);
    keys.add(rank, cue.form);
    keys.add(rank, gap);
    keys.add(gap, cue.form);
    keys.add(gap, first.tag);
    keys.add(head.tag, far);
    keys.add(head.word, u64::from(behind));
    keys.add(first.word, rank);
    keys.add(kind, rank);
    keys.add(kind, far);
    keys.add(view.at(candidate.start, -1).word, u64::from(behind));
    keys.add(view.at(candidate.start, -1).tag, rank);
    keys.add(view.at(candidate.end, 0).word, rank);
    keys.add(view.at(candidate.end, 0).tag, view.at(candidate.end, 1).tag << 8 | rank);
    keys.add(u64::from(candidate.start == view.frame.first), cue.form);
    keys.add(path(view, from, to), rank);
    keys.add(view.between(view.frame.first, candidate.start), rank);
    keys.add(view.at(site.first, -1).tag << 8 | view.at(site.last, 0).tag, far);
    keys.add(view.at(site.first, -1).word, rank);
    keys
}

/// Nobody in the frame as the speaker of a cue.
pub(in super::super) fn nobody(view: &View<'_, '_, '_>, cue: Cue) -> Keys {
    let mut keys = Keys::new(2 * ROOM);
    let site = cue.site;
    keys.add(0, 0);
    keys.add(cue.form, 0);
    keys.add(cue.word, 0);
    keys.add(view.at(site.first, -1).word, 0);
    keys.add(view.at(site.last, 0).tag, view.at(site.first, -1).tag);
    keys.add(u64::from(view.chunks.is_empty()), u64::from(site.first == view.frame.first));
    keys
}

/// What kind of speaker the head of a noun phrase makes.
fn kind_of(scene: &Scene<'_, '_>, candidate: &Range<usize>) -> u64 {
    let head = candidate.end - 1;
    let token = scene.token(head);
    let has = |class| u64::from(token.is_some_and(|t| t.has(class)));
    let tag = scene.tag(head);
    has(Class::Role) << 4 | has(Class::Organisation) << 3 | u64::from(tag.is_proper()) << 2 | u64::from(tag == Tag::Pronoun) << 1
}

/// The tags between two units, where they are few.
fn path(view: &View<'_, '_, '_>, from: usize, to: usize) -> u64 {
    let (from, to) = (from.min(to), from.max(to));
    if to - from > 4 {
        return 1;
    }
    (from..to).fold(2, |code, u| code << 7 | view.at(u, 0).tag)
}

/// On which sides of a cue what it credits stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Sides {
    None,
    Before,
    Behind,
    Both,
}

/// A cue that credits what stands on these sides.
pub(in super::super) fn sides(view: &View<'_, '_, '_>, cue: Cue, speaker: Option<&Range<usize>>, sides: Sides) -> Keys {
    let side = sides as u64;
    let mut keys = Keys::new(3 * ROOM);
    let site = cue.site;
    let tag_start = speaker.map_or(site.first, |s| s.start.min(site.first));
    let tag_end = speaker.map_or(site.last, |s| s.end.max(site.last));
    let relation = speaker.map_or(99, |s| distance(site.first, s.start));
    let before = view.between(view.frame.first, tag_start);
    let behind = view.between(tag_end, view.frame.last);
    let mut add = |first: u64, second: u64| keys.add(first, second << 2 | side);
    add(0, 0);
    add(cue.word, 0);
    add(cue.form, 0);
    add(cue.word, cue.form);
    add(relation, cue.form);
    add(cue.word, view.at(site.last, 0).word);
    add(cue.form, view.at(site.last, 0).tag);
    add(view.at(site.last, 0).word, 0);
    add(view.at(site.last, 0).tag, view.at(site.last, 1).tag);
    add(view.at(site.last, 0).tag << 14 | view.at(site.last, 1).tag << 7 | view.at(site.last, 2).tag, 0);
    add(view.at(site.first, -1).word, 0);
    add(view.at(site.first, -1).word, cue.word);
    add(view.at(site.first, -2).word, 0);
    add(view.at(tag_start, -1).word, 0);
    add(view.at(tag_start, -1).tag, view.at(tag_end, 0).tag);
    add(view.at(tag_end, 0).word, 0);
    add(view.at(tag_end, 0).tag << 7 | view.at(tag_end, 1).tag, relation);
    add(before, cue.form >> 8);
    add(behind, cue.form >> 8);
    add(before, behind);
    add(u64::from(tag_start == view.frame.first), distance(tag_end, view.frame.last));
    add(relation, view.at(tag_start, -1).word);
    add(u64::from(tag_start > view.frame.first) << 8 | view.at(tag_start, -1).tag, view.at(tag_end, 0).word);
    add(view.at(view.frame.first, 0).word, 0);
    add(distance(site.first, view.frame.first), distance(site.last, view.frame.last));
    keys
}

/// Which end of what is credited is cut, and on which side of the cue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Cut {
    StartBefore,
    EndBefore,
    StartBehind,
    EndBehind,
}

/// A cut right before unit `at`.
pub(in super::super) fn cut(view: &View<'_, '_, '_>, cue: Cue, speaker: Option<&Range<usize>>, cut: Cut, at: usize) -> Keys {
    let mut keys = Keys::new((4 + cut as u64) * ROOM);
    let anchor = if matches!(cut, Cut::StartBefore | Cut::EndBefore) { cue.site.first } else { cue.site.last };
    let (l2, l1, r1, r2, r3) = (view.at(at, -2), view.at(at, -1), view.at(at, 0), view.at(at, 1), view.at(at, 2));
    let far = distance(anchor, at);
    let gap = view.between(anchor, at);
    let rest = if at <= cue.site.first { view.between(view.frame.first, at) } else { view.between(at, view.frame.last) };
    let edge = distance(at, if at <= cue.site.first { view.frame.first } else { view.frame.last });
    let touch = speaker.map_or(5, |s| match at {
        _ if at == s.start => 1,
        _ if at == s.end => 2,
        _ if at > s.start && at < s.end => 3,
        _ if at + 1 == s.start => 4,
        _ => 0,
    });
    keys.add(r1.word, 0);
    keys.add(l1.word, 0);
    keys.add(l1.tag, r1.tag);
    keys.add(r1.tag << 7 | r2.tag, r3.tag);
    keys.add(l2.tag << 7 | l1.tag, r1.tag);
    keys.add(l1.word, r1.word);
    keys.add(cue.word, r1.word);
    keys.add(cue.word, l1.word);
    keys.add(far, r1.tag);
    keys.add(far, l1.tag);
    keys.add(touch, r1.tag);
    keys.add(touch, far);
    keys.add(edge, l1.tag << 7 | r1.tag);
    keys.add(gap, r1.tag);
    keys.add(gap, l1.tag);
    keys.add(rest, l1.tag << 7 | r1.tag);
    keys.add(rest, gap);
    keys.add(r1.word, r2.word);
    keys.add(r1.word, l1.tag);
    keys.add(r1.tag, l1.word);
    keys.add(cue.form, r1.tag << 7 | l1.tag);
    keys.add(cue.form, far);
    keys.add(cue.word, far);
    keys.add(r1.word, r2.tag << 8 | l1.tag);
    keys
}

/// The stretch from `start` up to `end` as what is credited: what a single cut cannot see.
pub(in super::super) fn stretch(view: &View<'_, '_, '_>, cue: Cue, start: usize, end: usize) -> Keys {
    let mut keys = Keys::new(8 * ROOM);
    let behind = u64::from(start >= cue.site.last);
    let inside = view.between(start, end) << 1 | behind;
    let long = distance(start, end) << 1 | behind;
    let finite = u64::from(view.has_finite(start, end));
    let (first, next) = (view.at(start, 0), view.at(end, 0));
    keys.add(inside, next.tag);
    keys.add(long, 0);
    keys.add(long, cue.form);
    keys.add(first.word, finite);
    keys.add(first.word, next.word);
    keys.add(first.tag << 1 | finite, next.tag << 7 | view.at(end, 1).tag);
    keys.add(cue.word, finite << 8 | first.tag);
    keys.add(finite << 1 | behind, next.word);
    keys.add(finite << 8 | next.tag, view.at(end, 1).word);
    keys
}

/// How a passage in marks stands to what the cues of its frame credit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Cover {
    /// No cue covers it.
    None,
    /// A cue credits it and no other words.
    Whole,
    /// It stands among other words that a cue credits.
    Part,
}

/// A passage as somebody's words, not a title, a nickname or a word held with tongs.
pub(in super::super) fn passage(scene: &Scene<'_, '_>, frame: Frame, unit: usize, cover: Cover) -> Keys {
    let mut keys = Keys::new(9 * ROOM);
    let cover = cover as u64;
    let Some(passage) = scene.passage(unit) else { return keys };
    let outside = |offset: isize| {
        let at = unit.wrapping_add_signed(offset);
        if (frame.first..frame.last).contains(&at) { view::seen(scene, at) } else { view::EDGE }
    };
    let inner = passage.first + 1..passage.last - usize::from(!passage.open && passage.last > passage.first + 1);
    let tokens = &scene.article.tokens()[inner.start.min(inner.end)..inner.end];
    let words = tokens.iter().filter(|t| t.is_word()).count();
    let capitals = inner.clone().filter(|t| scene.article.is_capital(*t)).count();
    let titled = u64::from(words > 0 && capitals * 3 >= words * 2);
    let finite = u64::from(tokens.iter().any(|t| t.tag.is_finite()));
    let end = tokens.last().map_or(0, |t| t.kind as u64);
    let capital = u64::from(scene.article.is_capital(inner.start));
    let length = distance(0, words);
    let shape = titled << 6 | capital << 5 | finite << 4 | end;
    let alone = u64::from(frame.last - frame.first == 1) << 1 | u64::from(passage.open);
    let cover = cover << 2 | alone;
    keys.add(cover, 0);
    keys.add(length, cover);
    keys.add(shape, cover);
    keys.add(shape << 8 | length, cover);
    keys.add(outside(-1).word, cover);
    keys.add(outside(-1).tag, cover << 8 | length);
    keys.add(outside(-1).tag, cover << 8 | shape);
    keys.add(outside(-2).word, outside(-1).word);
    keys.add(outside(-2).tag << 8 | outside(-1).tag, cover);
    keys.add(outside(1).word, cover);
    keys.add(outside(1).tag, shape);
    keys.add(outside(1).tag << 8 | outside(-1).tag, length);
    keys.add(tokens.first().map_or(0, |_| hash(scene.article.lower(inner.start).as_bytes())), cover);
    keys.add(tokens.first().map_or(0, |t| t.tag as u64), tokens.last().map_or(0, |t| t.tag as u64) << 4 | titled);
    // in an article that sets its speech in single marks they are no tongs
    keys.add(u64::from(!scene.single && marks::is_single(scene.article, passage.first)), cover);
    keys
}

/// Where the speaker of a passage that no cue covers was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) enum Origin {
    /// A noun phrase of the same frame.
    Beside,
    /// A noun phrase of the frame before.
    Ahead,
    /// Who was credited last.
    Last,
    /// Who was credited before that one.
    Earlier,
}

/// A candidate for the speaker of a passage that no cue covers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in super::super) struct Carried {
    pub origin: Origin,
    /// The noun phrase, in units.
    pub phrase: Range<usize>,
    /// How many noun phrases stand between it and the head of its frame or the passage.
    pub rank: usize,
    /// How many paragraphs lie between.
    pub paragraphs: usize,
    /// Whether it was credited with a passage in marks.
    pub quoted: bool,
}

/// What a passage without a cue and its surroundings look like: the same for all candidates.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Bare {
    /// Its unit.
    pub unit: usize,
    /// Whether it opens its paragraph, opens its frame, follows an open passage, is the second one of its frame.
    pub place: u64,
    /// The last mark of the frame before.
    pub lead: u64,
}

/// Nobody as the speaker of a passage that no cue covers.
pub(in super::super) fn uncarried(scene: &Scene<'_, '_>, bare: Bare) -> Keys {
    let mut keys = Keys::new(10 * ROOM);
    keys.add(0, bare.place);
    keys.add(0, bare.lead);
    keys.add(0, view::seen(scene, bare.unit).word);
    keys
}

/// A candidate as the speaker of a passage that no cue covers.
pub(in super::super) fn carried(scene: &Scene<'_, '_>, bare: Bare, candidate: &Carried) -> Keys {
    let mut keys = Keys::new(11 * ROOM);
    let origin = candidate.origin as u64;
    let head = view::seen(scene, candidate.phrase.end - 1);
    let first = view::seen(scene, candidate.phrase.start);
    let behind = u64::from(candidate.phrase.start > bare.unit);
    let rank = (candidate.rank.min(4) as u64) << 1 | behind;
    let place = origin << 6 | (candidate.paragraphs.min(3) as u64) << 4 | u64::from(candidate.quoted);
    let kind = kind_of(scene, &candidate.phrase);
    keys.add(place, 0);
    keys.add(place, bare.place);
    keys.add(place, bare.lead);
    keys.add(place << 8 | rank, bare.place);
    keys.add(place << 8 | rank, bare.lead);
    keys.add(place << 8 | kind, rank);
    keys.add(head.tag, place);
    keys.add(first.tag, place);
    keys.add(head.word, 0);
    keys.add(first.word, origin);
    keys.add(kind, bare.lead << 8 | bare.place);
    keys.add(view::seen(scene, bare.unit).word, place);
    let behind = if candidate.phrase.end < scene.units.len() { view::seen(scene, candidate.phrase.end) } else { view::EDGE };
    keys.add(behind.word, origin);
    keys.add(behind.tag, place << 8 | rank);
    keys
}
