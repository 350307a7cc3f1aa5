//! What a source did with the words that it is credited with.

use super::grammar::has;
use crate::extract::{Act, Quotation};
use crate::lexicon::Class;
use crate::text::Article;

/// How far before a cue its negation stands: "did not immediately confirm".
const REACH: usize = 4;

/// The act of a quotation's cue; words that a source "did not confirm" or "declined to discuss" are withheld.
pub(super) fn act(article: &Article<'_>, quotation: &Quotation) -> Act {
    let Some(cue) = &quotation.cue else { return Act::Said };
    let (first, _) = article.tokens_in(cue.span);
    let denies = |i: usize| article.lower(i + 1) == "to" && has(article, i, Class::Denier);
    let negated = (first.saturating_sub(REACH)..first).any(|i| has(article, i, Class::Negator) || denies(i));
    if negated { Act::Withheld } else { cue.act }
}
