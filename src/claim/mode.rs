//! Yes or no, and how firmly: polarity and modality of a stretch of words.

use super::grammar::{Range, has, tag};
use super::{Modality, Polarity};
use crate::lexicon::Class;
use crate::text::{Article, Tag};

/// Denied where an odd number of negations governs the verb; "no longer far", "not only" and double negations come out affirmed.
pub(crate) fn polarity(article: &Article<'_>, range: Range) -> Polarity {
    let negations = range.iter().filter(|&i| has(article, i, Class::Negator) && !is_idle(article, i)).count();
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

/// Whether a word puts as possible what stands beside it.
pub(crate) fn is_possible(word: &str) -> bool {
    let modal = matches!(word, "may" | "might" | "could" | "can" | "ca");
    modal || matches!(word, "likely" | "possibly" | "perhaps" | "maybe" | "probably" | "unlikely" | "potentially")
}

/// The modality of the first verb group that carries one.
pub(crate) fn modality(article: &Article<'_>, range: Range) -> Modality {
    for index in range.iter() {
        let word = article.lower(index);
        if is_possible(word) {
            return Modality::Possible;
        }
        if tag(article, index) == Tag::Modal || has(article, index, Class::Modal) {
            return match word {
                "would" | "should" if range.iter().any(|i| article.lower(i) == "if") => Modality::Conditional,
                "must" | "should" | "ought" | "shall" => Modality::Required,
                _ => Modality::Intended,
            };
        }
        match word {
            "plans" | "planned" | "plan" | "intends" | "intended" | "scheduled" | "due" | "set" if article.lower(index + 1) == "to" => {
                return Modality::Intended;
            }
            "demands" | "demanded" | "requested" | "requests" | "urged" | "urges" | "asked" | "calls" | "called"
                if asks(article, index) && (word != "called" && word != "calls" || article.lower(index + 1) == "for") =>
            {
                return Modality::Asked;
            }
            _ => {}
        }
    }
    Modality::Asserted
}

/// "asked for help", "had asked for help"; the questions "asked by the audience" ask nobody for anything.
fn asks(article: &Article<'_>, index: usize) -> bool {
    let after_have = || index > 0 && matches!(article.lower(index - 1), "has" | "have" | "had" | "'ve" | "'d");
    tag(article, index).is_verb() && (tag(article, index) != Tag::VerbParticiple || after_have())
}
