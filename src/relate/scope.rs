//! Whether a figure speaks of a part, a change or a rate: words close to it.

use crate::comparison::Reading;
use crate::lexicon::{Class, Lexicon};

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

/// The scope of a figure of a claim, by its words.
pub(super) fn of(reading: &Reading<'_>, figure: &str, lexicon: &Lexicon) -> Scope {
    let article = &reading.article;
    let Some((first, last)) = reading.tokens_of(figure) else { return Scope::Open };
    let near = (first.saturating_sub(REACH)..last + REACH).filter(|i| !(first..last).contains(i));
    for index in near {
        let word = article.lower(index);
        if lexicon.classes(word).has(Class::Part) {
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
pub(super) fn is_share(reading: &Reading<'_>, figure: &str) -> bool {
    reading.tokens_of(figure).is_some_and(|(_, last)| reading.article.lower(last) == "of")
}
