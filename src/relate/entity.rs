//! Another person, place or thing in the same slot: what can be said of one only is said of two.

use super::Relation;
use super::difference::Difference;
use super::occasion;
use crate::comparison::{Pairing, Reading};
use crate::lexicon::Lexicon;
use crate::text::Tag;

/// "Canada is the largest exporter", "South Korea made up the largest share": one superlative, two names.
///
/// Only a description that fits one thing tells them apart: two mayors may open a bridge, two firms may be large. The rest of what the
/// claims say must have a word in common, too, or each speaks of the largest of its own kind.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Difference> {
    let (x, y) = (Described::of(a)?, Described::of(b)?);
    let superlative = |r: &Reading<'_>, term: usize, at: usize| r.terms[term].token == Some(at);
    let beside = pairing.own(a, b).filter(|m| !superlative(a, m.left, x.superlative) && !superlative(b, m.right, y.superlative)).count();
    let same_name = pairing.matched.iter().any(|m| x.names.contains(&m.left) && y.names.contains(&m.right));
    if a.article.lower(x.superlative) != b.article.lower(y.superlative) || beside == 0 || same_name {
        return None;
    }
    let reason = format!(
        "\u{201c}{}\u{201d} against \u{201c}{}\u{201d} as \u{201c}the {}\u{201d}",
        x.words(a),
        y.words(b),
        a.article.lower(x.superlative)
    );
    Some(Difference { relation: Relation::Entity, reason, excuses: occasion::excuses(a, b, occasion::compare(a, b), lexicon).to_vec() })
}

/// A name that a claim says to be the most of something.
struct Described {
    /// The terms of the name: those before the verb.
    names: Vec<usize>,
    verb: usize,
    superlative: usize,
}

impl Described {
    fn of(reading: &Reading<'_>) -> Option<Self> {
        let article = &reading.article;
        let verb = article.tokens().iter().position(|t| t.tag.is_verb())?;
        let is_the = |i: usize| matches!(article.lower(i - 1), "the" | "its" | "their" | "'s");
        let most = |i: &usize| article.tokens()[*i].tag == Tag::AdjectiveSuperlative && is_the(*i);
        let superlative = (verb + 1..article.tokens().len()).find(most)?;
        let named = |i: &usize| reading.terms[*i].name && reading.terms[*i].token.is_some_and(|t| t < verb);
        let names: Vec<usize> = (0..reading.own).filter(named).collect();
        (!names.is_empty()).then_some(Self { names, verb, superlative })
    }

    fn words(&self, reading: &Reading<'_>) -> String {
        let first = self.names.first().and_then(|&i| reading.terms[i].token).unwrap_or(self.verb);
        reading.article.clean(reading.article.span(first, self.verb))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::of_two_texts;

    #[test]
    fn the_most_of_something_is_one() {
        let lexicon = Lexicon::english();
        for (phenomenon, first, second, want) in [
            ("two towns", "Orrin is the largest producer of slate.", "Velmouth is the largest slate producer in the county.", true),
            ("in other words", "Orrin made up the largest share of slate sales.", "Velmouth sells the largest share of the slate.", true),
            ("one town", "Orrin is the largest producer of slate.", "Orrin has the largest slate quarry.", false),
            ("the other named, too", "Orrin sells the most slate.", "Velmouth sells the most slate, followed by Orrin.", true),
            ("of two kinds", "Orrin has the largest school.", "Velmouth runs the largest ferry.", false),
            ("two superlatives", "Orrin is the largest producer of slate.", "Velmouth is the oldest producer of slate.", false),
            ("no superlative", "Orrin is a large producer of slate.", "Velmouth is a large producer of slate.", false),
        ] {
            let differ = of_two_texts([first, second], |a, b| compare(a, b, &Pairing::new(a, b, lexicon), lexicon).is_some());
            assert_eq!(differ, want, "{phenomenon}");
        }
    }
}
