//! The phrase around a figure: what is counted, and what is said of it.

use super::grammar::{Range, has, in_noun_phrase, is_break, is_finite, tag};
use crate::extract::Quantity;
use crate::lexicon::Class;
use crate::text::{Article, Tag};

/// How many tokens behind the counted noun still describe it; longer phrases belong to the clause.
const REACH: usize = 14;

/// The tokens of the noun phrase around a quantity: its determiner, the number, the noun and what follows up to the clause's end.
///
/// "the 100,000 Russian troops massed near the border", "some 130,000 troops it says Russia has massed". `stops` are tokens where
/// another figure or a quotation's edge begins: the phrase ends before them.
pub(crate) fn phrase(article: &Article<'_>, quantity: &Quantity, clause: Range, stops: &[usize]) -> Range {
    let (start, end) = article.tokens_in(quantity.span);
    let mut first = start;
    while first > clause.first && in_noun_phrase(article, first - 1) && !is_finite(article, first - 1) && start - first < 4 {
        first -= 1;
    }
    let mut last = end.max(start + 1).min(clause.last);
    let mut verb_seen = false;
    while last < clause.last && last < end + REACH && !stops.contains(&last) {
        let joint = matches!(article.lower(last), "and" | "but" | "or" | "while" | "which" | "who");
        if joint || (is_break(article, last) && !glued_hyphen(article, last)) {
            break;
        }
        // "rose to 120 from 100": the clause's own verb behind the figure ends the phrase, a reduced relative's does not
        if is_finite(article, last) && (verb_seen || !reduced_relative(article, end, last)) {
            break;
        }
        verb_seen |= is_finite(article, last) && tag(article, last) == Tag::Modal;
        last += 1;
    }
    while last > end && matches!(tag(article, last - 1), Tag::Preposition | Tag::To | Tag::Determiner) {
        last -= 1;
    }
    Range::new(first, last)
}

fn glued_hyphen(article: &Article<'_>, index: usize) -> bool {
    article.tokens()[index].glued && article.word(index) == "-"
}

/// "troops it says Russia has massed", "lorries the company has parked": a relative word, or a phrase of its own right behind the noun.
fn reduced_relative(article: &Article<'_>, noun: usize, verb: usize) -> bool {
    let relative =
        |i: usize| matches!(tag(article, i), Tag::Pronoun | Tag::WhDeterminer | Tag::WhPronoun) || has(article, i, Class::Subordinator);
    let owner = |i: usize| {
        let opens = tag(article, i) == Tag::Determiner || (tag(article, i).is_proper() && !has(article, i, Class::Weekday));
        opens && i > noun && matches!(tag(article, i - 1), Tag::Noun | Tag::NounPlural)
    };
    (noun..verb).any(|i| relative(i) || owner(i))
}
