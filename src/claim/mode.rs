//! Yes or no, and how firmly: polarity and modality of a stretch of words.

use super::grammar::{has, tag};
use super::{Modality, Polarity};
use crate::lexicon::Class;
use crate::text::{Article, Tag};

/// Denied where an odd number of negations governs the verb; "no longer far", "not only" and double negations come out affirmed.
/// `own` are the tokens that the claim says itself, in order: what a clause inside of it denies is that one's.
pub(crate) fn polarity(article: &Article<'_>, own: &[usize]) -> Polarity {
    let negations = own.iter().filter(|&&i| has(article, i, Class::Negator) && !is_idle(article, i)).count();
    if negations % 2 == 1 { Polarity::Denied } else { Polarity::Affirmed }
}

/// "not only", "no doubt", "no less than", "no later than": negators that negate nothing.
pub(crate) fn is_idle(article: &Article<'_>, index: usize) -> bool {
    matches!(
        (article.lower(index), article.lower(index + 1)),
        ("not", "only" | "just" | "least")
            | ("no", "doubt" | "less" | "matter" | "fewer" | "later" | "more" | "sooner" | "wonder")
            | ("without", "doubt")
            | ("never" | "not", "mind")
    )
}

/// The modality of the first verb group that carries one.
pub(crate) fn modality(article: &Article<'_>, own: &[usize]) -> Modality {
    for &index in own {
        let is = |class| has(article, index, class);
        if is(Class::Possible) {
            return Modality::Possible;
        }
        if tag(article, index) == Tag::Modal || is(Class::Modal) {
            let conditional = matches!(article.lower(index), "would" | "should") && own.iter().any(|&i| article.lower(i) == "if");
            return match conditional {
                true => Modality::Conditional,
                false if is(Class::Required) => Modality::Required,
                false => Modality::Intended,
            };
        }
        if is(Class::Intending) && article.lower(index + 1) == "to" {
            return Modality::Intended;
        }
        if is(Class::Asking) && asks(article, index) {
            return Modality::Asked;
        }
    }
    Modality::Asserted
}

/// "asked for help", "had asked for help", "called for help"; the questions "asked by the audience" ask nobody for anything, and who "is
/// called" so is not asked for.
fn asks(article: &Article<'_>, index: usize) -> bool {
    if matches!(article.lower(index), "calls" | "called") && article.lower(index + 1) != "for" {
        return false;
    }
    let after_have = || index > 0 && matches!(article.lower(index - 1), "has" | "have" | "had" | "'ve" | "'d");
    tag(article, index).is_verb() && (tag(article, index) != Tag::VerbParticiple || after_have())
}
