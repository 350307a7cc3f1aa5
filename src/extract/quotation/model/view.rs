//! A frame as the model sees it: its units as numbers, and what stands between any two of them.

use std::ops::Range;

use super::super::cue::{self, Site};
use super::super::phrase;
use super::super::scene::{Frame, Scene};
use crate::perceptron::hash;
use crate::text::{Tag, TokenKind};

/// One unit: its word and its part of speech, as numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in super::super) struct Seen {
    pub word: u64,
    pub tag: u64,
}

/// What stands before the first and behind the last unit.
pub(in super::super) const EDGE: Seen = Seen { word: 1, tag: 63 };

/// How many units of each kind stand before a unit.
#[derive(Clone, Copy, Debug, Default)]
struct Counts {
    commas: u16,
    finite: u16,
    passages: u16,
    sites: u16,
    openers: u16,
    conjunctions: u16,
    marks: u16,
}

/// A frame, its cue sites and its noun phrases.
pub(in super::super) struct View<'s, 'a, 't> {
    pub scene: &'s Scene<'a, 't>,
    pub frame: Frame,
    pub sites: Vec<Site>,
    pub chunks: Vec<Range<usize>>,
    seen: Vec<Seen>,
    counts: Vec<Counts>,
}

impl<'s, 'a, 't> View<'s, 'a, 't> {
    /// Looks at a frame; `None` where no cue stands in it.
    pub fn new(scene: &'s Scene<'a, 't>, frame: Frame) -> Option<Self> {
        let sites = cue::sites(scene, frame);
        if sites.is_empty() {
            return None;
        }
        let seen = (frame.first..frame.last).map(|u| seen(scene, u)).collect();
        let mut view = Self { scene, frame, sites, chunks: phrase::chunks(scene, frame), seen, counts: Vec::new() };
        view.count();
        Some(view)
    }

    fn count(&mut self) {
        let mut counts = Counts::default();
        let mut sites = self.sites.iter().peekable();
        self.counts = Vec::with_capacity(self.seen.len() + 1);
        self.counts.push(counts);
        for unit in self.frame.first..self.frame.last {
            let tag = self.scene.tag(unit);
            counts.sites += u16::from(sites.next_if(|s| s.first == unit).is_some());
            match self.scene.kind(unit) {
                TokenKind::Quote => counts.passages += u16::from(self.scene.passage(unit).is_some()),
                TokenKind::Comma => counts.commas += 1,
                TokenKind::Word if tag.is_finite() => counts.finite += 1,
                TokenKind::Word if tag.is_wh() || self.scene.lower(unit) == "that" => counts.openers += 1,
                TokenKind::Word if tag == Tag::Conjunction => counts.conjunctions += 1,
                TokenKind::Dash | TokenKind::Colon | TokenKind::Open | TokenKind::Close => counts.marks += 1,
                _ => {}
            }
            self.counts.push(counts);
        }
    }

    /// A unit, or the edge outside of the frame.
    pub fn at(&self, unit: usize, offset: isize) -> Seen {
        let place = (unit as isize + offset).checked_sub_unsigned(self.frame.first);
        place.and_then(|p| usize::try_from(p).ok()).and_then(|p| self.seen.get(p)).copied().unwrap_or(EDGE)
    }

    /// What stands between two units, as a number of two bits a kind: none, one, more.
    pub fn between(&self, from: usize, to: usize) -> u64 {
        let place = |u: usize| self.counts[u.clamp(self.frame.first, self.frame.last) - self.frame.first];
        let (a, b) = (place(from.min(to)), place(from.max(to)));
        let kinds = [
            b.commas - a.commas,
            b.finite - a.finite,
            b.passages - a.passages,
            b.sites - a.sites,
            b.openers - a.openers,
            b.conjunctions - a.conjunctions,
            b.marks - a.marks,
        ];
        kinds.iter().fold(0, |code, n| code << 2 | u64::from(*n).min(2))
    }

    /// Whether a finite verb stands between two units.
    pub fn has_finite(&self, from: usize, to: usize) -> bool {
        self.between(from, to) >> 10 & 3 > 0
    }
}

/// How far two units are apart, in steps that widen.
pub(in super::super) fn distance(from: usize, to: usize) -> u64 {
    let far = from.abs_diff(to);
    let step = match far {
        0..=4 => far as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        15..=24 => 8,
        _ => 9,
    };
    step << 1 | u64::from(to < from)
}

/// A unit as numbers.
pub(in super::super) fn seen(scene: &Scene<'_, '_>, unit: usize) -> Seen {
    let Some(passage) = scene.passage(unit) else {
        return Seen { word: hash(scene.lower(unit).as_bytes()), tag: scene.tag(unit) as u64 };
    };
    // a passage by its length, by whether it begins a sentence, and by what stands before its closing mark
    let words = match passage.words(scene.article) {
        n @ 0..=4 => n as u64,
        5..=7 => 5,
        _ => 6,
    };
    let capital = u64::from(scene.article.is_capital(passage.first + 1));
    let end = scene.article.tokens().get(passage.last.saturating_sub(2)).map_or(0, |t| match t.kind {
        TokenKind::Comma => 1,
        TokenKind::Stop | TokenKind::Ellipsis => 2,
        // outside of the mark, as British papers set it
        _ => u64::from(scene.article.tokens().get(passage.last).is_some_and(|t| t.kind == TokenKind::Comma)),
    });
    Seen { word: 1000 + (words << 3 | capital << 2 | end), tag: 50 + u64::from(words > 3) + 2 * capital }
}
