//! One source asserts, another denies: the outlets agree that the sources disagree.

use crate::claim::{Claim, Credit, Facet, Modality, Polarity};
use crate::comparison::Reading;
use crate::extract::Act;
use crate::lexicon::{Class, Lexicon};

use super::{Judgement, Relation};

/// How near stands what makes a rejection a denial: "rejected the latest allegations", "dismissed that as hysteria".
const REACH: usize = 4;

/// A denial on one side and what is denied on the other.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Option<Judgement> {
    match (is_denial(a, lexicon), is_denial(b, lexicon)) {
        (true, false) => dispute(a, b, lexicon),
        (false, true) => dispute(b, a, lexicon),
        _ => None,
    }
}

/// Whether both claims report a denial; two outlets that do so agree.
pub(super) fn is_shared_denial(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> bool {
    is_denial(a, lexicon) && is_denial(b, lexicon)
}

/// The denial against the assertion. What is asked for is not asserted: "the demand was rejected" disputes nothing.
fn dispute(denial: &Reading<'_>, assertion: &Reading<'_>, lexicon: &Lexicon) -> Option<Judgement> {
    let asserts = !matches!(assertion.claim.modality, Modality::Asked | Modality::Required);
    // "Russia denies that it plans", "Russia says it has no plans": both say no
    let negated = assertion.claim.polarity == Polarity::Denied;
    if !asserts || negated {
        return None;
    }
    let denier = denier(denial.claim).unwrap_or("one source");
    if let Some(name) = shared_source(denial, assertion, lexicon) {
        return Some(Judgement::new(Relation::Polarity, format!("in one {name} denies what {name} says in the other")));
    }
    let asserter =
        assertion.claim.source().map_or_else(|| "the other tells".to_owned(), |s| format!("is credited to {}", s.names.join(" and ")));
    Some(Judgement::new(Relation::Disputed, format!("{denier} denies what {asserter}: the sources disagree, not the outlets")))
}

/// A name that stands before the main verb of both: one source that denies in one claim and confirms in the other.
fn shared_source<'r>(denial: &'r Reading<'_>, assertion: &Reading<'_>, lexicon: &Lexicon) -> Option<&'r str> {
    let subjects = |r: &'r Reading<'_>| {
        let main = main_verb(r).unwrap_or(0);
        (0..main).filter(|&i| r.article.tokens()[i].tag.is_proper()).map(|i| r.article.word(i))
    };
    let main = main_verb(assertion).unwrap_or(0);
    let says = lexicon.speech().verb(assertion.article.lower(main)).is_some();
    let named = |name: &str| says && (0..main).any(|i| assertion.article.word(i) == name);
    let credited = |name: &str| assertion.claim.source().is_some_and(|s| s.names.iter().any(|n| n.split(' ').any(|part| part == name)));
    subjects(denial).find(|name| named(name) || credited(name))
}

/// The verb that a claim says something by; of a passage, which knows no clauses, the first one that carries content.
fn main_verb(reading: &Reading<'_>) -> Option<usize> {
    let predicate = reading.claim.slot.get(Facet::Predicate).and_then(|filler| reading.tokens_at(filler.span?));
    predicate.map(|(first, _)| first).or_else(|| first_verb(reading))
}

fn first_verb(reading: &Reading<'_>) -> Option<usize> {
    (0..reading.article.tokens().len()).find(|&i| reading.article.tokens()[i].tag.is_verb() && reading.is_content(i))
}

/// Who denies: the source of a credited denial, or the subject of the verb.
fn denier(claim: &Claim) -> Option<&str> {
    let credited = claim.source().filter(|s| s.act == Act::Denied).and_then(|s| s.names.first());
    credited.map(String::as_str).or_else(|| claim.slot.get(Facet::Subject).map(|f| f.text.as_str()))
}

/// Whether a claim tells a denial: "Moscow denies it", "dismissed the accusation".
fn is_denial(reading: &Reading<'_>, lexicon: &Lexicon) -> bool {
    let article = &reading.article;
    let count = article.tokens().len();
    let has = |i: usize, class: Class| lexicon.classes(lexicon.lemma(article.lower(i))).has(class);
    let rejects = |i: usize| {
        has(i, Class::Rejection) && (i + 1..count.min(i + 1 + REACH)).any(|n| has(n, Class::Allegation) || article.lower(n) == "as")
    };
    // "denies that she touched it": cut from its subject, the verb is known by what its source is credited with
    let own = |s: &Credit| s.act == Act::Denied && s.cue.is_some_and(|cue| reading.claim.span.contains(cue));
    let credited = || reading.claim.source().is_some_and(own) && (0..count).any(|i| has(i, Class::Denial));
    main_verb(reading).is_some_and(|i| has(i, Class::Denial) || rejects(i)) || credited()
}
