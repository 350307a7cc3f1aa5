//! How far along something is: to come, under way, over.

use super::Relation;
use super::difference::Difference;
use crate::comparison::Reading;
use crate::lexicon::{Class, Lexicon, PhaseForm, Progress};
use crate::text::Tag;

/// How far before a verb the words stand that tell how far along its matter is.
const REACH: usize = 5;

fn words(progress: Progress) -> &'static str {
    match progress {
        Progress::ToCome => "still to come",
        Progress::UnderWay => "under way",
        Progress::Over => "over",
    }
}

/// The status of the first verb of beginning or ending in a claim, with the verb's token.
///
/// "are coming to an end" and "now ending" are under way, "are already concluded" and "ended" are over, "will end" is to come.
pub(super) fn of(reading: &Reading<'_>, lexicon: &Lexicon) -> Option<(Progress, usize)> {
    let article = &reading.article;
    for index in 0..article.tokens().len() {
        if !is_phase(article.lower(index), lexicon) {
            continue;
        }
        let form = match article.tokens()[index].tag {
            Tag::VerbPast => return Some((Progress::Over, index)),
            // "coming to an end": the noun behind a verb in progress
            Tag::Noun => PhaseForm::Noun,
            Tag::VerbGerund => PhaseForm::Gerund,
            Tag::VerbParticiple | Tag::Adjective => PhaseForm::Participle,
            Tag::Verb => PhaseForm::Infinitive,
            _ => continue,
        };
        let before = (index.saturating_sub(REACH)..index).map(|i| article.lower(i));
        if let Some(progress) = lexicon.progress(form, before) {
            return Some((progress, index));
        }
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
    let far = (x == Progress::Over) != (y == Progress::Over);
    let reason = || {
        let (p, q) = (phrase(a, i), phrase(b, j));
        format!("\u{201c}{p}\u{201d} ({}) against \u{201c}{q}\u{201d} ({})", words(x), words(y))
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
