//! Yes against no: negations, opposites and denials that stand on one side only.

use super::judgement::Difference;
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::comparison::{Pairing, Reading};
use crate::lexicon::{Class, Lexicon, WordRelation};
use crate::text::Tag;

/// Share of the words' weight that must match before a yes and a no are held against each other: of cross-outlet pairs with a
/// negation on one side one in twenty disagrees, and those share most of their words.
const MATCHING: f64 = 0.6;

/// Below this share the negation is about something else, and says nothing of the pair.
const TOO_FAR: f64 = 0.5;

/// The same for the longer of the two: "the office is open" does not answer "the harbour office closed the bridge".
const TOO_FAR_ASIDE: f64 = 0.42;

/// Content words in common below which a negation says nothing of the pair.
const SHARED_WORDS: usize = 2;

/// Weaker antonyms are opposites in a rare sense only.
const OPPOSITE: f64 = 0.5;

/// Pairs of opposites among the small words, which no dictionary of content words has.
const SMALL_OPPOSITES: &[(&str, &str)] = &[
    ("up", "down"),
    ("first", "last"),
    ("more", "less"),
    ("before", "after"),
    ("with", "without"),
    ("above", "below"),
    ("over", "under"),
    ("most", "least"),
    ("more", "fewer"),
    ("always", "never"),
    ("all", "none"),
    ("early", "late"),
    ("earlier", "later"),
    ("highest", "lowest"),
    ("best", "worst"),
];

/// Verbs that deny what others say.
const DENIALS: &[&str] = &["deny", "reject", "dismiss", "refute", "dispute", "denial", "rejection", "contradict"];

/// Whether a claim tells a denial: its predicate denies.
pub(super) fn is_denial(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    (0..reading.article.tokens().len()).any(|i| DENIALS.contains(&lexicon.lemma(reading.article.lower(i))))
}

/// A word of one claim that the other lacks.
struct Lone<'r> {
    word: &'r str,
    noun: bool,
}

/// The words of `a` that do not stand in `b`, in order.
fn lone<'r>(a: &'r Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Vec<Lone<'r>> {
    let words = |r: &'r Reading<'_>| (0..r.article.tokens().len()).filter(move |&i| r.article.tokens()[i].is_word());
    let mut others: Vec<&str> = (0..b.article.tokens().len()).map(|i| lexicon.lemma(b.article.lower(i))).collect();
    let mut result = Vec::new();
    for index in words(a) {
        let word = a.article.lower(index);
        let lemma = lexicon.lemma(word);
        match others.iter().position(|o| *o == lemma) {
            Some(at) => drop(others.swap_remove(at)),
            None => {
                result.push(Lone { word, noun: matches!(a.article.tokens()[index].tag, Tag::Noun | Tag::NounPlural | Tag::ProperNoun) })
            }
        }
    }
    result
}

/// What turns a yes into a no between two claims: negators and opposites that stand on one side only.
fn turns(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Vec<String> {
    let (left, right) = (lone(a, b, lexicon), lone(b, a, lexicon));
    // "refusal" on the other side says what "refused" says
    let answered = |word: &str, others: &[Lone<'_>]| {
        others.iter().any(|o| {
            is_negator(o.word, lexicon) || matches!(lexicon.relation(word, o.word), Some((WordRelation::Derived | WordRelation::Same, _)))
        })
    };
    let alone = |side: &'_ [Lone<'_>], others: &[Lone<'_>]| -> Vec<usize> {
        (0..side.len()).filter(|&i| is_negator(side[i].word, lexicon) && !answered(side[i].word, others)).collect()
    };
    let negators = alone(&left, &right).into_iter().map(|i| &left[i]).chain(alone(&right, &left).into_iter().map(|i| &right[i]));
    let mut turns: Vec<String> = negators.map(|l| format!("\u{201c}{}\u{201d} stands on one side only", l.word)).collect();
    for p in &left {
        for q in &right {
            let small = SMALL_OPPOSITES.iter().any(|(x, y)| (p.word == *x && q.word == *y) || (p.word == *y && q.word == *x));
            let listed = !(p.noun && q.noun && lexicon.quantity().trend(p.word).is_none())
                && lexicon.relation(p.word, q.word).is_some_and(|(r, strength)| r == WordRelation::Antonym && strength >= OPPOSITE);
            if small || listed {
                turns.push(format!("\u{201c}{}\u{201d} against its opposite \u{201c}{}\u{201d}", p.word, q.word));
            }
        }
    }
    turns
}

/// "not", "never", and verbs that negate what they govern: "declined to give details" gives none.
fn is_negator(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.classes(word).has(Class::Negator) || lexicon.classes(lexicon.lemma(word)).has(Class::Denier)
}

/// The difference in polarity, if the two claims differ by an odd number of negations and opposites.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Difference> {
    let share = pairing.share(a, b);
    if share < TOO_FAR || pairing.lesser_share(a, b) < TOO_FAR_ASIDE || pairing.matched.len() < SHARED_WORDS {
        return None;
    }
    let turns = turns(a, b, lexicon);
    if turns.len().is_multiple_of(2) {
        return None;
    }
    let (result, why) = if share >= MATCHING {
        (ExcuseResult::RuledOut, "the other words match")
    } else {
        (ExcuseResult::Unknown, "too few of the other words match to tell whether both speak of one thing")
    };
    let excuse = Excuse { name: ExcuseName::OtherEvent, result, why: why.to_owned(), a: None, b: None };
    Some(Difference {
        relation: Relation::Polarity,
        reason: format!("one affirms what the other denies: {}", turns[0]),
        excuses: vec![excuse],
    })
}
