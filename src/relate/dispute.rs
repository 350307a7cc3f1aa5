//! One source asserts, another denies: the outlets agree that the sources disagree.

use crate::claim::{Claim, Facet, Modality};
use crate::comparison::{Pairing, Reading};
use crate::extract::Act;
use crate::lexicon::{Class, Lexicon};

use super::{Judgement, Relation};

/// How near stands what makes a rejection a denial: "rejected the latest allegations", "dismissed that as hysteria".
const REACH: usize = 4;

/// A denial on one side and what is denied on the other.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Judgement> {
    match (is_denial(a, lexicon), is_denial(b, lexicon)) {
        (true, false) => dispute(a, b, pairing),
        (false, true) => dispute(b, a, &pairing.turned()),
        _ => None,
    }
}

/// Whether both claims report a denial; two outlets that do so agree.
pub(super) fn is_shared_denial(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> bool {
    is_denial(a, lexicon) && is_denial(b, lexicon)
}

/// The denial against the assertion. What is asked for is not asserted: "the demand was rejected" disputes nothing.
fn dispute(denial: &Reading<'_>, assertion: &Reading<'_>, pairing: &Pairing) -> Option<Judgement> {
    let asserts = !matches!(assertion.claim.modality, Modality::Asked | Modality::Required);
    let linked = !pairing.matched.is_empty();
    let denier = denier(denial.claim).unwrap_or("one source");
    let asserter = assertion.claim.source().map_or_else(|| "the other passage tells".to_owned(), |s| format!("is credited to {}", s.names.join(" and ")));
    (asserts && linked).then(|| Judgement::new(Relation::Disputed, format!("{denier} denies what {asserter}: the sources disagree, not the outlets")))
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
    let rejects = |i: usize| has(i, Class::Rejection) && (i + 1..count.min(i + 1 + REACH)).any(|n| has(n, Class::Allegation) || article.lower(n) == "as");
    let main = (0..count).find(|&i| article.tokens()[i].tag.is_verb() && reading.is_content(i));
    main.is_some_and(|i| has(i, Class::Denial) || rejects(i)) || reading.claim.source().is_some_and(|s| s.act == Act::Denied)
}
