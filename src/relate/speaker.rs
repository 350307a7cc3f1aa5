//! One statement credited to two people.

use super::judgement::Difference;
use super::wording::Variants;
use super::{Excuse, ExcuseName, ExcuseResult, Relation};
use crate::comparison::Reading;

/// Words in common from which on two people do not say the same by chance.
const SHARED_WORDS: usize = 5;

/// The difference in speaker, where two outlets credit the same words to different named people.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, variants: &Variants) -> Option<Difference> {
    let (x, y) = (a.claim.source()?, b.claim.source()?);
    let apart = !x.names.iter().any(|n| y.names.iter().any(|m| same_person(n, m)));
    let named = |names: &[String]| names.iter().all(|n| n.starts_with(char::is_uppercase) && n.contains(' '));
    let mostly = variants.shared >= SHARED_WORDS && variants.shared > 2 * (variants.only_a.len() + variants.only_b.len());
    if !(apart && mostly && named(&x.names) && named(&y.names)) {
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

/// Two forms of one name: the last names are alike in spelling.
pub(crate) fn same_person(a: &str, b: &str) -> bool {
    let last = |name: &str| name.split_whitespace().last().unwrap_or("").to_lowercase();
    let (p, q) = (last(a), last(b));
    p == q || strsim::jaro_winkler(&p, &q) >= SAME_SPELLING
}

/// Zelensky / Zelenskyy is .98, Sergei / Sergey .93, Keller / Kessler .89: from here on it is one name.
const SAME_SPELLING: f64 = 0.93;
