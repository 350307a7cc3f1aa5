//! Who is credited with the words of a claim, and what he did with them.

use super::grammar::has;
use super::speech::Said;
use super::{Credit, TimeValue};
use crate::extract::{Act, Cue, DateExpression, DateKind, Quotation, Speaker};
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::Article;

/// How far before a cue its negation stands: "did not immediately confirm".
const REACH: usize = 4;

/// Who credits whom for the words of `span`, outermost first; who demands or denies comes last.
pub(super) fn attribution(
    article: &Article<'_>,
    said: &[&Said<'_>],
    act: Option<&Said<'_>>,
    span: Span,
    dates: &[DateExpression],
) -> Vec<Credit> {
    let covers = |q: &Quotation| q.span.contains(span) || q.span.overlap(span) * 2 > span.len();
    let mut around: Vec<&Quotation> = said.iter().map(|s| s.quotation).filter(|q| covers(q)).collect();
    around.sort_by_key(|q| std::cmp::Reverse(q.span.len()));
    let mut chain: Vec<Credit> = Vec::new();
    for quotation in around.into_iter().chain(act.map(|s| s.quotation)) {
        let relay = quotation.via.as_ref().map(|v| credit(article, &v.speaker, Some(&v.cue), None));
        for link in relay.into_iter().chain(of_quotation(article, quotation, dates)) {
            // "the U.S. demanded ... troops it says": the nearer word tells what the source did
            chain.pop_if(|last| last.names == link.names);
            chain.push(link);
        }
    }
    chain
}

/// Who is credited with a quotation, and when it was said.
pub(super) fn of_quotation(article: &Article<'_>, quotation: &Quotation, dates: &[DateExpression]) -> Option<Credit> {
    let (speaker, cue) = (quotation.speaker.as_ref()?, quotation.cue.as_ref());
    Some(credit(article, speaker, cue, cue.and_then(|cue| when(article, quotation, cue, dates))))
}

/// One link of a chain.
fn credit(article: &Article<'_>, speaker: &Speaker, cue: Option<&Cue>, when: Option<TimeValue>) -> Credit {
    let act = cue.map_or(Act::Said, |c| act(article, c));
    let names = names(&speaker.name);
    Credit { names, mention: speaker.mention, cue: cue.map(|c| c.span), act, country: speaker.country.clone(), when }
}

/// How far from its cue a day is that of the saying: "he said in an interview with the paper on Friday".
const SAYING: usize = 10;

/// When something was said: the day in the frame around what is quoted, the nearest to the cue.
fn when(article: &Article<'_>, quotation: &Quotation, cue: &Cue, dates: &[DateExpression]) -> Option<TimeValue> {
    let sentence = &article.sentences()[article.sentence_at(cue.span.start)?];
    let frame = article.span(sentence.first, sentence.last);
    let first = dates.partition_point(|d| d.span.start < frame.start);
    let inside = dates[first..].iter().take_while(|d| d.span.end <= frame.end);
    let (from, to) = article.tokens_in(cue.span);
    let distance = |d: &DateExpression| {
        let (first, last) = article.tokens_in(d.span);
        first.saturating_sub(to).max(from.saturating_sub(last))
    };
    let days = inside.filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time) && !d.span.overlaps(quotation.span));
    let nearest = days.filter(|d| distance(d) <= SAYING).min_by_key(|d| distance(d))?;
    Some(nearest.into())
}

/// "Putin and Lavrov" speak as two; "the Ministry of Trade and Industry" as one, which its small letters or its "of" tell.
fn names(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split(" and ").map(str::trim).collect();
    let is_name = |p: &&str| p.split(' ').count() <= 3 && p.split(' ').all(|w| w.starts_with(char::is_uppercase));
    if parts.len() > 1 && parts.iter().all(is_name) { parts.into_iter().map(str::to_owned).collect() } else { vec![name.to_owned()] }
}

/// Whether what a source does by a cue is itself what is claimed: who denies or demands something says no less than the words.
pub(super) fn is_claim_itself(article: &Article<'_>, cue: &Cue) -> bool {
    matches!(act(article, cue), Act::Asked | Act::Denied | Act::Promised | Act::Withheld)
}

/// The act of a cue; words that a source "did not confirm" or "declined to discuss" are withheld.
fn act(article: &Article<'_>, cue: &Cue) -> Act {
    let (first, _) = article.tokens_in(cue.span);
    let denies = |i: usize| article.lower(i + 1) == "to" && has(article, i, Class::Denier);
    // "had not taken place, according to a spokeswoman": what is negated before a mark is what she tells
    let near = (first.saturating_sub(REACH)..first).rev().take_while(|&i| article.tokens()[i].is_word());
    let negated = near.into_iter().any(|i| has(article, i, Class::Negator) || denies(i));
    if negated { Act::Withheld } else { cue.act }
}
