//! An article's quotations and other finds by their place, so that no claim looks through all of them.

use super::act::is_claim_itself;
use super::grammar::{Range, is_finite, tag};
use crate::extract::{Form, Quotation};
use crate::span::Span;
use crate::text::{Article, Tag};

/// A quotation with what the claim rules ask of it.
pub(super) struct Said<'a> {
    /// Its number in the extraction; what lies inside another one has the number of that.
    pub index: usize,
    pub quotation: &'a Quotation,
    pub range: Range,
    /// Its cue is part of what is claimed: a demand or a denial is a statement about the one who makes it, and "announced the tariffs
    /// on March 8" says nothing without its verb.
    pub whole: bool,
    /// Its cue demands, denies or promises.
    pub act: bool,
    /// "some 130,000 troops it says Russia has massed": what is credited describes the noun before.
    pub aside: bool,
}

/// The quotations of an article and those inside them, found by place.
pub(super) struct Speech<'a> {
    said: Vec<Said<'a>>,
    /// How far the quotations up to each one reach.
    reach: Vec<usize>,
    /// The cues in order of their place, with the quotation that each introduces.
    cues: Vec<(Span, usize)>,
    /// The mentions of the speakers, in order.
    mentions: Vec<Span>,
}

impl<'a> Speech<'a> {
    /// `quotations` in order of their start, as extraction gives them.
    pub fn new(article: &Article<'_>, quotations: &'a [Quotation]) -> Self {
        let of = |(i, q): (usize, &'a Quotation)| std::iter::once(q).chain(&q.inner).map(move |q| said(article, i, q));
        let mut said: Vec<Said<'a>> = quotations.iter().enumerate().flat_map(of).collect();
        said.sort_by_key(|s| (s.quotation.span.start, std::cmp::Reverse(s.quotation.span.end)));
        let mut furthest = 0;
        let reach = said.iter().map(|s| {
            furthest = furthest.max(s.quotation.span.end);
            furthest
        });
        let reach = reach.collect();
        let mut cues: Vec<(Span, usize)> = said.iter().enumerate().filter_map(|(i, s)| Some((s.quotation.cue.as_ref()?.span, i))).collect();
        cues.sort_unstable();
        let mut mentions: Vec<Span> = said.iter().filter_map(|s| s.quotation.speaker.as_ref()?.mention).collect();
        mentions.sort_unstable();
        Self { said, reach, cues, mentions }
    }

    /// All of them, in order.
    pub fn all(&self) -> &[Said<'a>] {
        &self.said
    }

    /// Those that share a byte with `span`, in order; what lies inside another one comes behind it.
    pub fn touching(&self, span: Span) -> impl Iterator<Item = &Said<'a>> {
        let first = self.reach.partition_point(|end| *end <= span.start);
        let last = self.said.partition_point(|s| s.quotation.span.start < span.end);
        self.said[first..last.max(first)].iter().filter(move |s| s.quotation.span.overlaps(span))
    }

    /// Whether `span` lies in the words that name a speaker.
    pub fn speaker_around(&self, span: Span) -> bool {
        let before = self.mentions.partition_point(|m| m.start <= span.start);
        before.checked_sub(1).is_some_and(|i| self.mentions[i].contains(span))
    }

    /// Those whose cue lies in `span`.
    pub fn introduced_in(&self, span: Span) -> impl Iterator<Item = &Said<'a>> {
        let first = self.cues.partition_point(|(cue, _)| cue.start < span.start);
        self.cues[first..]
            .iter()
            .take_while(move |(cue, _)| cue.start < span.end)
            .filter(move |(cue, _)| cue.end <= span.end)
            .map(|(_, i)| &self.said[*i])
    }
}

fn said<'a>(article: &Article<'_>, index: usize, quotation: &'a Quotation) -> Said<'a> {
    let range = Range::of(article, quotation.span);
    let aside = quotation.cue.as_ref().is_some_and(|cue| {
        let first = Range::of(article, cue.span).first;
        first >= 2 && tag(article, first - 1) == Tag::Pronoun && tag(article, first - 2).is_noun() && range.first > first
    });
    let act = quotation.cue.as_ref().is_some_and(|c| is_claim_itself(article, c));
    let whole = quotation.form != Form::Direct && (act || aside || !range.iter().any(|i| is_finite(article, i)));
    Said { index, quotation, range, whole, act, aside }
}

/// The items that lie in `span`, with their numbers; `items` in order of their start, as extraction gives them.
pub(super) fn inside<'x, T>(items: &'x [T], span: Span, at: impl Fn(&T) -> Span + 'x) -> impl Iterator<Item = (usize, &'x T)> {
    let first = items.partition_point(|item| at(item).start < span.start);
    let numbered = items[first..].iter().enumerate().map(move |(i, item)| (first + i, item, at(item)));
    numbered
        .take_while(move |(_, _, place)| place.start < span.end)
        .filter(move |(_, _, place)| place.end <= span.end)
        .map(|(i, item, _)| (i, item))
}
