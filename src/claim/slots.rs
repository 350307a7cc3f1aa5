//! What a claim is about: predicate, participants, counted noun, place, time and source, from its own words or inherited.

use super::clause::Clause;
use super::grammar::{Range, is_verb, phrase_after, tag};
use super::speech::inside;
use super::{ClaimKind, Credit, Facet, Filler, From, Reference, Slot};
use crate::extract::{Extraction, MentionKind};
use crate::span::Span;
use crate::text::{Article, Tag};

/// Where a claim stands and what is known there.
pub(super) struct Site<'s, 't> {
    pub article: &'s Article<'t>,
    pub found: &'s Extraction,
    pub kind: ClaimKind,
    pub range: Range,
    pub clause: Option<&'s Clause>,
    pub quantity: Option<usize>,
    pub source: Option<&'s Credit>,
    pub references: &'s [Reference],
}

/// The slot of the claim at a site.
pub(super) fn slot(site: &Site<'_, '_>) -> Slot {
    let Site { article, found, kind, range, clause, source, references, .. } = *site;
    let mut slot = Slot::default();
    let span = article.span(range.first, range.last);
    let filler =
        |at: Span| Filler { text: article.clean(at), span: Some(at), from: if span.contains(at) { From::Stated } else { From::Inherited } };
    let tokens = |r: Range| article.span(r.first, r.last);
    if kind == ClaimKind::Figure
        && let Some(quantity) = site.quantity.map(|i| &found.quantities[i])
    {
        if let Some(noun) = quantity.noun_span {
            slot.fill(Facet::Noun, filler(noun));
        }
        let (_, behind) = article.tokens_in(quantity.span);
        if let Some(verb) = (behind..range.last).find(|&i| is_verb(article, i)) {
            slot.fill(Facet::Predicate, filler(tokens(Range::new(verb, verb + 1))));
        }
        if let Some(of) = (behind..range.last.min(behind + 3)).find(|&i| article.lower(i) == "of") {
            slot.fill(Facet::Scope, filler(tokens(Range::new(of, range.last))));
        }
    }
    if let Some(clause) = clause {
        if let Some((_, main)) = clause.verb {
            slot.fill(Facet::Predicate, filler(tokens(Range::new(main, main + 1))));
            if let Some(object) = phrase_after(article, main + 1, clause.range.last) {
                slot.fill(Facet::Object, filler(tokens(object)));
            }
        }
        if let Some(subject) = clause.subject.filter(|s| !matches!(tag(article, s.first), Tag::WhPronoun | Tag::WhDeterminer)) {
            slot.fill(Facet::Subject, filler(tokens(subject)));
        }
    }
    // what "that" or "those demands" stands for is what the claim is about, too
    if let Some(reference) = references.first() {
        slot.fill(
            Facet::Occasion,
            Filler { text: article.clean(reference.antecedent), span: Some(reference.antecedent), from: From::Inherited },
        );
    }
    for (_, mention) in inside(&found.mentions, span, |m| m.span).filter(|(_, m)| m.kind == MentionKind::Place) {
        slot.fill(Facet::Place, filler(mention.span));
    }
    if let Some((_, date)) = inside(&found.dates, span, |d| d.span).next() {
        slot.fill(Facet::Time, filler(date.span));
    }
    if let Some(credit) = source {
        let text = credit.names.join(" and ");
        slot.fill(
            Facet::Source,
            Filler { text, span: credit.mention, from: if credit.mention.is_some() { From::Stated } else { From::Inherited } },
        );
    }
    slot
}
