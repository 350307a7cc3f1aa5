//! An article's quotations and other finds by their place, so that no claim looks through all of them.

use super::grammar::{Range, is_finite, tag};
use crate::extract::{Act, Form, Quotation};
use crate::span::Span;
use crate::text::{Article, Tag};

/// A quotation with what the claim rules ask of it.
pub(super) struct Said<'a> {
    pub quotation: &'a Quotation,
    pub range: Range,
    /// Its cue is part of what is claimed: a demand or a denial is a statement about the one who makes it, and "announced the tariffs
    /// on March 8" says nothing without its verb.
    pub whole: bool,
    /// "some 130,000 troops it says Russia has massed": what is credited describes the noun before.
    pub aside: bool,
}

/// The quotations of an article, found by place.
pub(super) struct Speech<'a> {
    said: Vec<Said<'a>>,
    /// How far the quotations up to each one reach.
    reach: Vec<usize>,
    /// The cues in order of their place, with the quotation that each introduces.
    cues: Vec<(Span, usize)>,
}

impl<'a> Speech<'a> {
    /// `quotations` in order of their start, as extraction gives them.
    pub fn new(article: &Article<'_>, quotations: &'a [Quotation]) -> Self {
        let said: Vec<Said<'a>> = quotations.iter().map(|q| said(article, q)).collect();
        let mut furthest = 0;
        let reach = said.iter().map(|s| {
            furthest = furthest.max(s.quotation.span.end);
            furthest
        });
        let reach = reach.collect();
        let mut cues: Vec<(Span, usize)> = quotations.iter().enumerate().filter_map(|(i, q)| Some((q.cue.as_ref()?.span, i))).collect();
        cues.sort_unstable();
        Self { said, reach, cues }
    }

    /// All of them, in order.
    pub fn all(&self) -> &[Said<'a>] {
        &self.said
    }

    /// Those that share a byte with `span`, with their numbers, in order.
    pub fn touching(&self, span: Span) -> impl Iterator<Item = (usize, &Said<'a>)> {
        let first = self.reach.partition_point(|end| *end <= span.start);
        let last = self.said.partition_point(|s| s.quotation.span.start < span.end);
        (first..last).map(|i| (i, &self.said[i])).filter(move |(_, s)| s.quotation.span.overlaps(span))
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

fn said<'a>(article: &Article<'_>, quotation: &'a Quotation) -> Said<'a> {
    let tokens = |span: Span| {
        let (first, last) = article.tokens_in(span);
        Range::new(first, last)
    };
    let range = tokens(quotation.span);
    let aside = quotation.cue.as_ref().is_some_and(|cue| {
        let first = tokens(cue.span).first;
        first >= 2 && tag(article, first - 1) == Tag::Pronoun && tag(article, first - 2).is_noun() && range.first > first
    });
    let demands = matches!(quotation.cue.as_ref().map(|c| c.act), Some(Act::Asked | Act::Denied | Act::Promised));
    let whole = quotation.form != Form::Direct && (demands || aside || !range.iter().any(|i| is_finite(article, i)));
    Said { quotation, range, whole, aside }
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
