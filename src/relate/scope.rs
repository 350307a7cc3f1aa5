//! Whether a figure speaks of a part, a change or a rate: words close to it.

use crate::claim::Figure;
use crate::comparison::Reading;
use crate::lexicon::{Class, Lexicon};
use crate::span::Span;
use crate::text::Tag;

/// What the words around a figure say of its scope.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scope {
    /// Nothing.
    Open,
    /// A word that makes it a part, an addition, a rate or an average.
    Marked(String),
}

/// How many tokens around the figure are looked at.
const REACH: usize = 4;

/// How far before a figure "up" and "down" are its own.
const DIRECTION: usize = 2;

/// The scope of the figure of a claim at this place.
pub(super) fn of(reading: &Reading<'_>, figure: Span, lexicon: &Lexicon) -> Scope {
    let article = &reading.article;
    let Some((first, last)) = reading.tokens_at(figure) else { return Scope::Open };
    let near = (first.saturating_sub(REACH)..last + REACH).filter(|i| !(first..last).contains(i));
    for index in near {
        let word = article.lower(index);
        // "up 45 percent" tells of a change, "racked up a record 45" does not
        let direction = matches!(word, "up" | "down");
        if lexicon.classes(word).has(Class::Part) && (!direction || (index < first && first - index <= DIRECTION)) {
            return Scope::Marked(word.to_owned());
        }
    }
    // "40 of the 60", "two of them": a part of something that is named
    if article.lower(last) == "of"
        && matches!(article.lower(last + 1), "the" | "them" | "those" | "its" | "their" | "his" | "her" | "these")
    {
        return Scope::Marked(format!("of {}", article.lower(last + 1)));
    }
    Scope::Open
}

/// "30 percent of imports" is a share, "a 30 percent tariff" is none; the two are never compared.
pub(super) fn is_share(reading: &Reading<'_>, figure: Span) -> bool {
    reading.tokens_at(figure).is_some_and(|(_, last)| reading.article.lower(last) == "of")
}

/// "from 3.17 percent late on Monday": what the figure beside it has come from, and never what that figure is.
pub(super) fn is_base(reading: &Reading<'_>, figure: Span) -> bool {
    reading.tokens_at(figure).is_some_and(|(first, _)| first > 0 && reading.article.lower(first - 1) == "from")
}

/// What a figure counts, in its dictionary form; of "a 22 percent jump in profit" the profit.
pub(super) fn counted(reading: &Reading<'_>, figure: &Figure, lexicon: &Lexicon) -> Option<String> {
    let article = &reading.article;
    let noun = figure.noun.as_deref()?.split_whitespace().last()?.to_lowercase();
    let moved = || {
        let (_, last) = reading.tokens_at(figure.span)?;
        let (_, behind) = reading.tokens_at(figure.noun_span?)?;
        let at = (behind > last && behind <= last + REACH).then_some(behind - 1)?;
        let end = (at + 2..article.tokens().len()).find(|&i| !is_part_of_noun(article.tokens()[i].tag))?;
        (article.lower(at + 1) == "in" && end > at + 2).then(|| article.lower(end - 1).to_owned())
    };
    let counted = lexicon.quantity().trend(&noun).and_then(|_| moved()).unwrap_or(noun);
    Some(lexicon.lemma(&counted).to_owned())
}

fn is_part_of_noun(tag: Tag) -> bool {
    tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Determiner | Tag::Cardinal)
}
