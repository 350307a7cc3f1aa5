//! Names for the pronouns that claims are about.

use super::{Claim, ClaimKind, Facet};
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
            let pronoun = subject.text.clone();
            let named = super::Filler { text, ..subject.clone() };
            claim.statement = named_statement(claim, &pronoun, &named.text).or_else(|| claim.statement.take());
            claim.slot.replace(Facet::Subject, named);
        }
    }
}

/// The printed words of a statement with the name, in brackets as editors put it, in the place of the pronoun that they begin with.
fn named_statement(claim: &Claim, pronoun: &str, name: &str) -> Option<String> {
    let states = matches!(claim.kind, ClaimKind::Statement | ClaimKind::Time);
    let rest = claim.printed().strip_prefix(pronoun).filter(|rest| states && rest.starts_with(' '))?;
    Some(format!("[{name}]{rest}"))
}
