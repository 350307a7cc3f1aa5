//! Who is credited with the words of a claim, and what he did with them.

use super::Credit;
use super::grammar::has;
use super::speech::Said;
use crate::extract::{Act, Cue, Quotation, Speaker};
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::Article;

/// How far before a cue its negation stands: "did not immediately confirm".
const REACH: usize = 4;

/// Who credits whom for the words of `span`, outermost first; who demands or denies comes last.
pub(super) fn attribution(article: &Article<'_>, said: &[&Said<'_>], act: Option<&Said<'_>>, span: Span) -> Vec<Credit> {
    let covers = |q: &Quotation| q.span.contains(span) || q.span.overlap(span) * 2 > span.len();
    let mut around: Vec<&Quotation> = said.iter().map(|s| s.quotation).filter(|q| covers(q)).collect();
    around.sort_by_key(|q| std::cmp::Reverse(q.span.len()));
    let mut chain: Vec<Credit> = Vec::new();
    for quotation in around.into_iter().chain(act.map(|s| s.quotation)) {
        let relay = quotation.via.as_ref().map(|v| credit(article, &v.speaker, Some(&v.cue)));
        let own = quotation.speaker.as_ref().map(|s| credit(article, s, quotation.cue.as_ref()));
        for link in relay.into_iter().chain(own) {
            // "the U.S. demanded ... troops it says": the nearer word tells what the source did
            chain.pop_if(|last| last.names == link.names);
            chain.push(link);
        }
    }
    chain
}

/// One link of a chain.
pub(super) fn credit(article: &Article<'_>, speaker: &Speaker, cue: Option<&Cue>) -> Credit {
    let act = cue.map_or(Act::Said, |c| act(article, c));
    Credit { names: names(&speaker.name), mention: speaker.mention, cue: cue.map(|c| c.span), act, country: speaker.country.clone() }
}

/// "Putin and Lavrov" speak as two; "the Ministry of Trade and Industry" as one, which its small letters or its "of" tell.
fn names(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split(" and ").map(str::trim).collect();
    let is_name = |p: &&str| p.split(' ').count() <= 3 && p.split(' ').all(|w| w.starts_with(char::is_uppercase));
    if parts.len() > 1 && parts.iter().all(is_name) { parts.into_iter().map(str::to_owned).collect() } else { vec![name.to_owned()] }
}

/// The act of a cue; words that a source "did not confirm" or "declined to discuss" are withheld.
pub(super) fn act(article: &Article<'_>, cue: &Cue) -> Act {
    let (first, _) = article.tokens_in(cue.span);
    let denies = |i: usize| article.lower(i + 1) == "to" && has(article, i, Class::Denier);
    // "had not taken place, according to a spokeswoman": what is negated before a mark is what she tells
    let near = (first.saturating_sub(REACH)..first).rev().take_while(|&i| article.tokens()[i].is_word());
    let negated = near.into_iter().any(|i| has(article, i, Class::Negator) || denies(i));
    if negated { Act::Withheld } else { cue.act }
}
