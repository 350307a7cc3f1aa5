//! How far along something is: to come, under way, over.

use super::Relation;
use super::judgement::Difference;
use crate::comparison::Reading;
use crate::lexicon::{Class, Lexicon};
use crate::text::Tag;

/// How far along what a claim tells is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Status {
    ToCome,
    UnderWay,
    Over,
}

impl Status {
    pub fn words(self) -> &'static str {
        match self {
            Status::ToCome => "still to come",
            Status::UnderWay => "under way",
            Status::Over => "over",
        }
    }
}

/// The status of the first verb of beginning or ending in a claim, with the verb's token.
///
/// "are coming to an end" and "now ending" are under way, "are already concluded" and "ended" are over, "will end" is to come.
pub(super) fn of(reading: &Reading<'_>, lexicon: &Lexicon) -> Option<(Status, usize)> {
    let article = &reading.article;
    for index in 0..article.tokens().len() {
        if !is_phase(article.lower(index), lexicon) {
            continue;
        }
        let before = |word: &[&str]| (index.saturating_sub(5)..index).any(|i| word.contains(&article.lower(i)));
        let status = match article.tokens()[index].tag {
            // "coming to an end": the noun behind a verb in progress
            Tag::Noun if before(&["coming", "nearing", "drawing", "approaching"]) => Status::UnderWay,
            Tag::Noun if before(&["came", "reached"]) => Status::Over,
            Tag::VerbGerund if before(&["is", "are", "was", "were", "'re", "'s", "now", "been", "be"]) => Status::UnderWay,
            Tag::VerbPast => Status::Over,
            Tag::VerbParticiple | Tag::Adjective if before(&["will", "would", "shall", "may", "could", "scheduled", "due", "expected"]) => {
                Status::ToCome
            }
            Tag::VerbParticiple | Tag::Adjective
                if before(&["already", "has", "have", "had", "'ve", "was", "were", "are", "is", "been"]) =>
            {
                Status::Over
            }
            Tag::Verb if before(&["will", "would", "shall", "'ll", "may", "could", "scheduled", "due", "expected"]) => Status::ToCome,
            _ => continue,
        };
        return Some((status, index));
    }
    None
}

/// Whether a word is a form of a verb of beginning or ending, of which alone the tense says how far along the matter is.
fn is_phase(word: &str, lexicon: &Lexicon) -> bool {
    lexicon.classes(phase(word, lexicon)).has(Class::Phase)
}

/// The dictionary form of a verb; "ending" is a noun of its own in the dictionary.
fn phase<'w>(word: &'w str, lexicon: &'w Lexicon) -> &'w str {
    word.strip_suffix("ing").filter(|body| lexicon.classes(body).has(Class::Phase)).unwrap_or_else(|| lexicon.lemma(word))
}

/// Two claims that tell one matter at two stages: over in one, not yet in the other.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Option<Difference> {
    let ((x, i), (y, j)) = (of(a, lexicon)?, of(b, lexicon)?);
    let far = (x == Status::Over) != (y == Status::Over);
    let reason = || {
        let (p, q) = (phrase(a, i), phrase(b, j));
        format!("\u{201c}{p}\u{201d} ({}) against \u{201c}{q}\u{201d} ({})", x.words(), y.words())
    };
    (far && one_phase((a, i), (b, j), lexicon)).then(|| Difference { relation: Relation::Status, reason: reason(), excuses: Vec::new() })
}

/// The verb with the two words before it, for the reason.
fn phrase(reading: &Reading<'_>, index: usize) -> String {
    let from = index.saturating_sub(2);
    reading.article.clean(reading.article.span(from, index + 1))
}

/// Forms of one verb, or two verbs for one phase: ended, concluded, "winding up".
fn one_phase((a, i): (&Reading<'_>, usize), (b, j): (&Reading<'_>, usize), lexicon: &Lexicon) -> bool {
    let of = |r: &Reading<'_>, at: usize| lexicon.concepts().of(at, |k| phase(r.article.lower(k), lexicon)).to_vec();
    phase(a.article.lower(i), lexicon) == phase(b.article.lower(j), lexicon) || of(a, i).iter().any(|c| of(b, j).contains(c))
}
