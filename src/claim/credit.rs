//! Who is credited with the words of a claim, and what he did with them.

use super::act::act;
use super::setting::setting;
use super::speech::Said;
use super::{Credit, Setting};
use crate::extract::{Act, Cue, Extraction, Quotation, Speaker};
use crate::span::Span;
use crate::syntax::Parsed;
use crate::text::Article;

/// Who credits whom for the words of `span`, outermost first; who demands or denies comes last.
pub(super) fn attribution(
    parsed: Parsed<'_, '_>,
    said: &[&Said<'_>],
    act: Option<&Said<'_>>,
    span: Span,
    found: &Extraction,
) -> Vec<Credit> {
    let covers = |q: &Quotation| q.span.contains(span) || q.span.overlap(span) * 2 > span.len();
    let mut around: Vec<&Quotation> = said.iter().map(|s| s.quotation).filter(|q| covers(q)).collect();
    around.sort_by_key(|q| std::cmp::Reverse(q.span.len()));
    let mut chain: Vec<Credit> = Vec::new();
    for quotation in around.into_iter().chain(act.map(|s| s.quotation)) {
        let relay = quotation.via.as_ref().map(|v| credit(parsed.article, &v.speaker, Some(&v.cue), Setting::default()));
        for link in relay.into_iter().chain(of_quotation(parsed, quotation, found)) {
            // "the U.S. demanded ... troops it says": the nearer word tells what the source did
            chain.pop_if(|last| last.names == link.names);
            chain.push(link);
        }
    }
    chain
}

/// Who is credited with a quotation, and in which setting.
pub(super) fn of_quotation(parsed: Parsed<'_, '_>, quotation: &Quotation, found: &Extraction) -> Option<Credit> {
    let (speaker, cue) = (quotation.speaker.as_ref()?, quotation.cue.as_ref());
    let setting = cue.map(|cue| setting(parsed, quotation, cue, found));
    Some(credit(parsed.article, speaker, cue, setting.unwrap_or_default()))
}

/// One link of a chain.
fn credit(article: &Article<'_>, speaker: &Speaker, cue: Option<&Cue>, setting: Setting) -> Credit {
    let act = cue.map_or(Act::Said, |c| act(article, c));
    let names = names(&speaker.name);
    Credit { names, mention: speaker.mention, cue: cue.map(|c| c.span), act, country: speaker.country.clone(), setting }
}

/// "Putin and Lavrov" speak as two; "the Ministry of Trade and Industry" as one, which its small letters or its "of" tell.
fn names(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split(" and ").map(str::trim).collect();
    let is_name = |p: &&str| p.split(' ').count() <= 3 && p.split(' ').all(|w| w.starts_with(char::is_uppercase));
    if parts.len() > 1 && parts.iter().all(is_name) { parts.into_iter().map(str::to_owned).collect() } else { vec![name.to_owned()] }
}
