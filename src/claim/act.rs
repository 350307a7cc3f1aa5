//! What a source does by a crediting word.

use super::grammar::has;
use crate::extract::{Act, Cue};
use crate::lexicon::Class;
use crate::text::Article;

/// How far before a cue its negation stands: "did not immediately confirm".
const REACH: usize = 4;

/// Whether what a source does by a cue is itself what is claimed: who denies or demands something says no less than the words.
pub(super) fn is_claim_itself(article: &Article<'_>, cue: &Cue) -> bool {
    matches!(act(article, cue), Act::Asked | Act::Denied | Act::Promised | Act::Withheld)
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
