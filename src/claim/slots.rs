//! What a claim is about: predicate, participants, counted noun, place, time and source, from its own words or inherited.

use super::clause::Clause;
use super::grammar::{Range, has, is_verb, phrase_before, tag, verb_group};
use super::speech::inside;
use super::{ClaimKind, Credit, Facet, Filler, Provenance, Reference, Slot};
use crate::extract::{Extraction, MentionKind};
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Article, Tag};

/// Where a claim stands and what is known there.
pub(super) struct Site<'s, 't> {
    pub article: &'s Article<'t>,
    pub found: &'s Extraction,
    pub kind: ClaimKind,
    pub range: Range,
    pub clause: Option<&'s Clause>,
    pub quantity: Option<usize>,
    /// Where the words begin that are credited inside the claim: behind "it says" in "troops it says Russia has massed".
    pub aside: Option<usize>,
    pub source: Option<&'s Credit>,
    pub references: &'s [Reference],
}

/// The slot of the claim at a site.
pub(super) fn slot(site: &Site<'_, '_>) -> Slot {
    let Site { article, found, kind, range, clause, source, references, .. } = *site;
    let mut slot = Slot::default();
    let span = article.span(range.first, range.last);
    // a figure that says itself what its things do has the clause around it as context only
    let described = kind == ClaimKind::Figure && counted(site, &mut slot);
    if let Some(clause) = clause.filter(|_| !described) {
        let subject = clause.subject.filter(|s| !matches!(tag(article, s.first), Tag::WhPronoun | Tag::WhDeterminer));
        let object = object(site, clause);
        let verb = clause.verb.map(|(_, main)| Range::new(main, main + 1));
        // a figure says itself how much is meant
        let scope = [subject, object].into_iter().flatten().filter(|_| kind != ClaimKind::Figure).find_map(|p| quantifier(article, p));
        let facets = [(Facet::Predicate, verb), (Facet::Object, object), (Facet::Subject, subject), (Facet::Scope, scope)];
        fill(site, &mut slot, &facets);
    }
    // what "that" or "those demands" stands for is what the claim is about, too
    if let Some(reference) = references.first() {
        slot.fill(
            Facet::Occasion,
            Filler { text: article.clean(reference.antecedent), span: Some(reference.antecedent), from: Provenance::Inherited },
        );
    }
    for (_, mention) in inside(&found.mentions, span, |m| m.span).filter(|(_, m)| m.kind == MentionKind::Place) {
        slot.fill(Facet::Place, filler(site, mention.span));
    }
    if let Some((_, date)) = inside(&found.dates, span, |d| d.span).next() {
        slot.fill(Facet::Time, filler(site, date.span));
    }
    if let Some(credit) = source {
        let text = credit.names.join(" and ");
        slot.fill(
            Facet::Source,
            Filler { text, span: credit.mention, from: if credit.mention.is_some() { Provenance::Stated } else { Provenance::Inherited } },
        );
    }
    slot
}

/// The words at a place: stated where the claim has them, inherited where its sentence has.
fn filler(site: &Site<'_, '_>, at: Span) -> Filler {
    let own = site.article.span(site.range.first, site.range.last);
    let from = if own.contains(at) { Provenance::Stated } else { Provenance::Inherited };
    Filler { text: site.article.clean(at), span: Some(at), from }
}

fn fill(site: &Site<'_, '_>, slot: &mut Slot, facets: &[(Facet, Option<Range>)]) {
    for (facet, phrase) in facets {
        if let Some(phrase) = phrase {
            slot.fill(*facet, filler(site, site.article.span(phrase.first, phrase.last)));
        }
    }
}

/// Fills in what is counted, how much of it, and what is said of it behind the noun; whether something is said there.
fn counted(site: &Site<'_, '_>, slot: &mut Slot) -> bool {
    let Site { article, found, range, .. } = *site;
    let Some(quantity) = site.quantity.map(|i| &found.quantities[i]) else { return false };
    if let Some(noun) = quantity.noun_span {
        slot.fill(Facet::Noun, filler(site, noun));
    }
    let (_, behind) = article.tokens_in(quantity.span);
    let of = (behind..range.last.min(behind + 3)).find(|&i| article.lower(i) == "of").map(|of| Range::new(of, range.last));
    let relative = Relative::read(article, Range::new(site.aside.unwrap_or(behind), range.last));
    fill(site, slot, &[(Facet::Predicate, relative.verb), (Facet::Subject, relative.subject), (Facet::Scope, of)]);
    relative.verb.is_some()
}

/// What describes the counted noun behind it: "massed near the border", "Norland has massed near the border".
struct Relative {
    verb: Option<Range>,
    subject: Option<Range>,
}

impl Relative {
    fn read(article: &Article<'_>, behind: Range) -> Self {
        let finite = verb_group(article, behind);
        let verb = finite.map(|(_, main)| main).or_else(|| behind.iter().find(|&i| is_verb(article, i)));
        let subject = finite.and_then(|(first, _)| phrase_before(article, behind.first, first));
        Self { verb: verb.map(|v| Range::new(v, v + 1)), subject }
    }
}

/// What a verb does something to: the words that stand for something said before ("ruled that out on Monday"), or its object, which is
/// no time.
fn object(site: &Site<'_, '_>, clause: &Clause) -> Option<Range> {
    let Site { article, found, references, .. } = *site;
    let behind = clause.verb?.1 + 1;
    let (first, end) = references.iter().map(|r| article.tokens_in(r.mention)).find(|(first, _)| *first == behind).unwrap_or_default();
    if first < end {
        return Some(Range::new(first, end));
    }
    let dated = |phrase: &Range| inside(&found.dates, article.span(phrase.first, phrase.last), |d| d.span).next().is_some();
    clause.object.filter(|phrase| !dated(phrase))
}

/// How much of something a noun phrase means: "Some" in "Some of these drills", "part of" in "part of the drills"; the "some" of "some
/// 900 residents" is a hedge.
fn quantifier(article: &Article<'_>, phrase: Range) -> Option<Range> {
    let at = phrase.first + usize::from(matches!(article.lower(phrase.first), "a" | "the"));
    let counts = has(article, at, Class::Quantifier) && at < phrase.last && tag(article, at + 1) != Tag::Cardinal;
    let of = usize::from(tag(article, at).is_noun() && article.lower(at + 1) == "of");
    counts.then(|| Range::new(at, at + 1 + of))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Document, Reconciler};

    /// A case: its name, the text, the words of a claim in it, a facet and what fills it.
    type Case = (&'static str, &'static str, &'static str, Facet, Option<&'static str>);

    fn run(cases: &[Case]) {
        for (name, text, words, facet, want) in cases {
            let claims = Reconciler::default().extract(&Document::new("a", *text)).claims.unwrap_or_default();
            let claim = claims
                .iter()
                .filter(|c| c.text.contains(words))
                .min_by_key(|c| c.text.len())
                .unwrap_or_else(|| panic!("{name}: no claim {words:?}"));
            assert_eq!(claim.slot.get(*facet).map(|f| f.text.as_str()), *want, "{name}");
        }
    }

    #[test]
    fn who_or_what_does_it() {
        run(&[
            ("a place behind it", "The flood in the valley killed 12 people.", "killed", Facet::Subject, Some("The flood")),
            ("two places", "A fire at the mill near the harbour injured a guard.", "injured", Facet::Subject, Some("A fire")),
            ("of", "The mayor of Ode sold the old ferry.", "sold", Facet::Subject, Some("The mayor of Ode")),
            ("a time before it", "On Monday the ministry sold the ferry.", "sold", Facet::Subject, Some("the ministry")),
            ("a clause behind a noun", "The fear that prices rise stopped buyers.", "prices rise", Facet::Subject, Some("prices")),
        ]);
    }

    #[test]
    fn what_it_is_done_to() {
        run(&[
            ("a number before the noun", "The council drafted a 10-page reply.", "drafted", Facet::Object, Some("a 10-page reply")),
            ("a time", "The bridge reopened on Monday.", "reopened", Facet::Object, None),
            ("what was said before", "Ode wants a new toll. The mayor ruled that out on Friday.", "ruled", Facet::Object, Some("that")),
            ("two objects", "The council sold the town a ferry.", "sold", Facet::Object, Some("the town")),
        ]);
    }

    #[test]
    fn how_much_of_it() {
        run(&[
            ("some", "Some of the roads are open.", "open", Facet::Scope, Some("Some")),
            ("most", "Most schools closed early.", "closed", Facet::Scope, Some("Most")),
            ("a part", "The storm destroyed part of the pier.", "destroyed", Facet::Scope, Some("part of")),
            ("all, of the object", "The council closed all schools.", "closed", Facet::Scope, Some("all")),
            ("a hedge", "Some 900 residents left the valley early.", "left", Facet::Scope, None),
        ]);
    }

    #[test]
    fn who_owns_what_is_counted() {
        let text = "The mayor counted 40 lorries the company has parked near the school in the last days of the long harbour strike.";
        run(&[
            ("a clause without its pronoun", text, "40 lorries the", Facet::Subject, Some("the company")),
            ("its verb", text, "40 lorries the", Facet::Predicate, Some("parked")),
            ("a participle", "The town bought 40 lorries parked near the school.", "40 lorries parked", Facet::Predicate, Some("parked")),
        ]);
    }
}
