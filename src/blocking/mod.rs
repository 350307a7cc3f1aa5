//! Which pairs are worth comparing: an inverted index over the rarer words of each claim.

mod index;
mod overlap;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::comparison::Reading;
use index::{Index, Lookup, Neighbourhood};

pub use overlap::{Passages, overlapping};

/// How candidates are chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct BlockingConfig {
    /// A word that stands in more claims than this proposes no pair. In a story of a few hundred claims no word does.
    pub commonest: usize,
    /// At most so many candidates a claim, those with the most words in common first.
    pub most: usize,
}

impl Default for BlockingConfig {
    fn default() -> Self {
        Self { commonest: 400, most: 120 }
    }
}

/// Which claims are proposed to each other: those that share a key. A user's own rule may wrap [`Stems`] and add keys.
pub trait Blocking: Send + Sync {
    /// The keys of a claim; a key that very many claims share proposes none of them.
    fn keys<'r>(&self, reading: &'r Reading<'_>) -> Vec<Cow<'r, str>>;
}

/// The built-in rule: the stem of each content word, the claim's own and those that it inherits.
#[derive(Debug, Clone, Copy, Default)]
pub struct Stems;

impl Blocking for Stems {
    fn keys<'r>(&self, reading: &'r Reading<'_>) -> Vec<Cow<'r, str>> {
        reading.terms.iter().map(|t| Cow::Borrowed(t.stem.as_str())).collect()
    }
}

/// Pairs of readings (by index, the smaller first, sorted) that share a rare word, a lemma or a related one, and that `allowed` lets through.
///
/// The order of the readings changes no pair: candidates are ranked by words in common, then by the claims' ids.
pub fn candidates(
    readings: &[Reading<'_>],
    rule: &dyn Blocking,
    config: BlockingConfig,
    allowed: impl Fn(usize, usize) -> bool + Sync + Send,
) -> Vec<(usize, usize)> {
    let index = Index::new(readings, rule);
    let id = |claim: usize| readings[claim].claim.id.as_str();
    let mut pairs = index.each(
        |claim| Lookup { keys: index.keys(claim).iter().copied().filter(|key| index.count(*key) <= config.commonest).collect(), shared: 1 },
        |Neighbourhood { claim, mut others, .. }| {
            others.retain(|other| allowed(claim, other.claim));
            others.sort_by(|x, y| y.shared.keys.cmp(&x.shared.keys).then_with(|| id(x.claim).cmp(id(y.claim))));
            others.truncate(config.most);
            others.into_iter().map(|other| (claim.min(other.claim), claim.max(other.claim))).collect()
        },
    );
    pairs.sort_unstable();
    pairs.dedup();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::claim_of_text as claim;
    use crate::comparison::Context;
    use crate::lexicon::Lexicon;

    #[test]
    fn passages_that_are_much_alike() {
        let first = "The harbour bridge in Velmouth will be closed for 20 days.";
        for (phenomenon, second, want) in [
            ("the same words", first, true),
            ("another figure", "The harbour bridge in Velmouth will be closed for 35 days.", true),
            ("cut short", "The harbour bridge in Velmouth was closed.", true),
            ("another order", "In Velmouth the harbour bridge will be closed for 20 days.", true),
            ("another matter in one place", "The old theatre in Velmouth asks for more guests.", false),
            ("nothing in common", "Rain is expected all over the northern hills.", false),
            ("no word that tells", "They did it.", false),
        ] {
            let claims = [claim(first), claim(second), claim("A bear was elected mayor of Orrin.")];
            let readings: Vec<Reading<'_>> = claims.iter().map(|c| Reading::new(c, &Context::default(), Lexicon::english())).collect();
            let pairs = overlapping(&readings, &Stems, Passages::default());
            assert_eq!(pairs, if want { vec![(0, 1)] } else { vec![] }, "{phenomenon}");
        }
    }
}
