//! Names for the pronouns that claims are about.

use super::{Claim, Facet};
use crate::span::Span;

/// Puts the name of whom a pronoun means in its place as the subject: "he had prepared a response" is about Berec.
///
/// `name` tells whom the words at a span mean, where they are a pronoun that means somebody known.
///
/// ```
/// use corroborate::claim::{Facet, name_subjects};
/// use corroborate::{Document, Reconciler};
/// let said = Reconciler::default().extract(&Document::new("a", "Ann Bell said she had sold the ferry."));
/// let mut claims = said.claims.unwrap();
/// name_subjects(&mut claims, |span| (span.start == 14).then(|| "the mayor".to_owned()));
/// assert_eq!(claims[0].slot.get(Facet::Subject).unwrap().text, "the mayor");
/// ```
pub fn name_subjects(claims: &mut [Claim], name: impl Fn(Span) -> Option<String>) {
    for claim in claims {
        let Some(subject) = claim.slot.get(Facet::Subject) else { continue };
        if let Some(text) = subject.span.and_then(&name) {
            let named = super::Filler { text, ..subject.clone() };
            claim.slot.replace(Facet::Subject, named);
        }
    }
}
