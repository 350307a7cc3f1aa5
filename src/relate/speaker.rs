//! One statement credited to two people.

use super::difference::Difference;
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::claim::Credit;
use crate::comparison::{Pairing, Reading, same_spelling};
use crate::lexicon::{Class, Lexicon};

/// Share of the words, the speakers' names aside, that must match for one statement to be credited to two people.
const SAME_STATEMENT: f64 = 0.55;

/// Content words in common from which on two people do not say the same by chance, and a fragment is no statement.
const SHARED_WORDS: usize = 4;

/// The difference in speaker, where two outlets credit the same words to different named people.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<Difference> {
    let (x, y) = (a.claim.source()?, b.claim.source()?);
    // a quotation without a tag of its own is credited to the one before: too little to call it another's words
    let carried = |credit: &Credit| credit.mention.is_some() && credit.cue.is_none();
    if carried(x) || carried(y) {
        return None;
    }
    let same_words = a.plain() == b.plain() && a.words() > SHARED_WORDS;
    let same_statement = share_of_statement(a, b, pairing) >= SAME_STATEMENT && pairing.matched.len() >= SHARED_WORDS;
    if !(same_words || same_statement) || !two_people(&x.names, &y.names, lexicon) {
        return None;
    }
    let reason = format!("the same words credited to {} and to {}", x.names.join(" and "), y.names.join(" and "));
    let excuse = Excuse {
        name: ExcuseName::OtherSource,
        result: ExcuseResult::RuledOut,
        why: "the words are the same".to_owned(),
        a: x.mention,
        b: y.mention,
    };
    Some(Difference { relation: Relation::Speaker, reason, excuses: vec![excuse] })
}

/// The share of the weight of both claims' own words that matches, but for the names that the statement is credited to.
fn share_of_statement(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing) -> f64 {
    let names = |r: &Reading<'_>| r.claim.source().map(|s| s.names.join(" ").to_lowercase()).unwrap_or_default();
    let rest = |r: &Reading<'_>| {
        let names = names(r);
        let counts = |i: &usize| !names.split(' ').any(|n| n == r.terms[*i].word);
        (0..r.own).filter(counts).map(|i| r.terms[i].weight).sum::<f64>()
    };
    pairing.own_mass(a, b) / (rest(a) + rest(b)).max(f64::EPSILON)
}

/// Whether both sides name people, and no person on both: "police" and "investigators" may be one and the same, and so may "Sir
/// John" and "Mr. Stevens".
pub(super) fn two_people(a: &[String], b: &[String], lexicon: &Lexicon) -> bool {
    let parts = |names: &[String]| -> Vec<String> {
        names.iter().flat_map(|n| n.split_whitespace().map(plain).collect::<Vec<_>>()).filter(|w| !w.is_empty()).collect()
    };
    let (x, y) = (parts(a), parts(b));
    let full = |parts: &[String]| parts.len() > 1 && lexicon.names().given(&parts[0]).is_some();
    // beside a full name "Bush" and "Day" are surnames, too; "Prosecutors" are none
    let beside_full = full(&x) || full(&y);
    let named = |names: &[String], parts: &[String]| {
        let is_written_as_name = |last: &str| last.starts_with(char::is_uppercase) && !last.chars().all(char::is_uppercase);
        let last = names.iter().filter_map(|n| n.split_whitespace().next_back()).all(is_written_as_name);
        // behind a given name even "Anderson" and "Stevens" are surnames
        let single = |last: &str| parts.len() == 1 && beside_full && !last.ends_with('s') && is_name(last, lexicon);
        let told = parts.last().is_some_and(|l| (full(parts) && is_name(l, lexicon)) || is_surname(l, lexicon) || single(l));
        last && told
    };
    named(a, &x) && named(b, &y) && !x.iter().any(|p| y.contains(p)) && !same_source(a, b)
}

/// A word of a name in lower case with a straight apostrophe.
fn plain(word: &str) -> String {
    word.replace('\u{2019}', "'").trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// A name that can stand for a person by itself, and no word of the dictionary ("Police", "Prosecutors").
fn is_surname(word: &str, lexicon: &Lexicon) -> bool {
    let common = lexicon.word_id(lexicon.lemma(word)).is_some();
    is_name(word, lexicon) && !common
}

/// Not a pronoun, an office, an organisation's noun or a country: "She", "Minister", "EU".
fn is_name(word: &str, lexicon: &Lexicon) -> bool {
    let classes = lexicon.classes(word);
    let other = [Class::Pronoun, Class::Role, Class::Organisation, Class::Stop].iter().any(|c| classes.has(*c));
    !other && word.chars().count() > 2 && lexicon.names().country(std::iter::once(word)).is_none()
}

/// "He": a source that may be whoever the other outlet names.
pub(super) fn is_pronoun(credit: &Credit, lexicon: &Lexicon) -> bool {
    let pronoun = |name: &String| lexicon.classes(&name.to_lowercase()).has(Class::Pronoun);
    !credit.names.is_empty() && credit.names.iter().all(pronoun)
}

/// Whether two sources have a person in common.
pub(crate) fn same_source(a: &[String], b: &[String]) -> bool {
    a.iter().any(|n| b.iter().any(|m| same_person(n, m)))
}

/// Two forms of one name: the last names are alike in spelling.
pub(crate) fn same_person(a: &str, b: &str) -> bool {
    let last = |name: &str| name.split_whitespace().last().unwrap_or("").to_lowercase();
    let (p, q) = (last(a), last(b));
    same_spelling(&p, &q)
}
