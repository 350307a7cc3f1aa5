//! Who is named as a claim's source, made ready for comparison.

use crate::claim::Claim;
use crate::lexicon::{Class, Lexicon};

/// One of the names that a claim is credited to.
#[derive(Debug)]
struct CreditedName {
    /// The last word in small letters.
    last: String,
    /// The country that it speaks for.
    country: Option<String>,
    /// Whether it may stand for whoever the other outlet names.
    anybody: bool,
}

/// Whom a claim names as its source; several where several speak as one.
#[derive(Debug)]
pub(super) struct Source(Vec<CreditedName>);

/// How two sources stand to each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sources {
    Same,
    /// One of them may be anybody.
    Open,
    Other,
}

impl Source {
    /// `None` where the claim credits nobody, or only a pronoun.
    pub(super) fn of(claim: &Claim, lexicon: &Lexicon) -> Option<Self> {
        let names = &claim.source()?.names;
        let mut lower = names.iter().map(|name| name.to_lowercase());
        lower
            .any(|name| !lexicon.classes(&name).has(Class::Pronoun))
            .then(|| Self(names.iter().map(|n| CreditedName::new(n, lexicon)).collect()))
    }

    pub(super) fn against(&self, other: &Self) -> Sources {
        let pairs = || itertools::iproduct!(&self.0, &other.0);
        if pairs().any(|(a, b)| a.is(b)) {
            Sources::Same
        } else if pairs().all(|(a, b)| a.anybody || b.anybody) {
            Sources::Open
        } else {
            Sources::Other
        }
    }
}

impl CreditedName {
    fn new(name: &str, lexicon: &Lexicon) -> Self {
        let lower = name.to_lowercase();
        let last = lower.split_whitespace().last().unwrap_or_default().to_owned();
        Self { last, country: country(&lower, lexicon).map(str::to_owned), anybody: is_anybody(name) }
    }

    fn is(&self, other: &Self) -> bool {
        same_spelling(&self.last, &other.last) || (self.country.is_some() && self.country == other.country)
    }
}

/// "The White House", "U.S. officials": both speak for one country.
fn country<'l>(lower: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let words = lower.trim_start_matches("the ").split(' ');
    let names = lexicon.names();
    names.country(words.clone()).map(|(_, country, _)| country).or_else(|| names.metonym(words).map(|(_, country)| country))
}

/// "Officials", "the administration", "a source": a word that may stand for whoever the other outlet names.
fn is_anybody(name: &str) -> bool {
    let first = name.split(' ').find(|w| !matches!(w.to_lowercase().as_str(), "the" | "a" | "an"));
    first.is_none_or(|w| w.starts_with(char::is_lowercase)) || (!name.contains(' ') && name.ends_with('s'))
}

/// Whether two last names in small letters are one.
pub(crate) fn same_spelling(a: &str, b: &str) -> bool {
    a == b || strsim::jaro_winkler(a, b) >= SAME_SPELLING
}

/// Zelensky / Zelenskyy is .98, Sergei / Sergey .93, Keller / Kessler .89: from here on it is one name.
const SAME_SPELLING: f64 = 0.93;
