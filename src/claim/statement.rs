//! A clause as a sentence that begins with its subject, for people to read.
//!
//! "who runs the port" is told as "Ann Bell runs the port", "citing a report" as "the mayor, citing a report". What is not in these
//! words at this place stays away: nothing is inflected, and a clause whose participant the sentence does not give has no such form.

use super::grammar::{Range, is_break, kind, tag};
use crate::syntax::{Deprel, Parsed};
use crate::text::{Article, Tag, TokenKind};

/// The sentence of the clause that `head` is the predicate of, where it differs from the words of `range`; `None` where the words stand
/// for themselves, or where no subject is to be had.
pub(super) fn statement(parsed: Parsed<'_, '_>, head: usize, range: Range) -> Option<String> {
    let halved = range.iter().filter(|&i| kind(parsed.article, i) == Some(TokenKind::Quote)).count() % 2 == 1;
    match with_subject(parsed, head, range) {
        Some(told) => Some(if halved { without_marks(&told) } else { told }),
        // half a pair of quotation marks is left out
        None => halved.then(|| without_marks(&words(parsed.article, range))),
    }
}

fn without_marks(told: &str) -> String {
    told.replace(['"', '\u{201c}', '\u{201d}'], "")
}

fn with_subject(parsed: Parsed<'_, '_>, head: usize, range: Range) -> Option<String> {
    let article = parsed.article;
    let Some(subject) = parsed.own_subject(head) else { return without_subject(parsed, head, range) };
    let own = parsed.syntax.reach(subject);
    if parsed.is_relative(subject) {
        let antecedent = parsed.subject(head).filter(|s| *s != subject)?;
        return Some(joined(article, &[described(parsed, antecedent), after(range, own.end)], " "));
    }
    let whose = own.clone().find(|i| tag(article, *i) == Tag::WhPossessive);
    if let Some(whose) = whose {
        let owner = parsed.syntax.head(head).filter(|_| parsed.syntax.relation(head) == Deprel::RelativeClause)?;
        let owner = words(article, described(parsed, owner));
        return Some(format!("{owner}'s {}", words(article, after(range, whose + 1))));
    }
    // a question, or "who said what": the words stand for themselves or for nothing
    if own.start < range.first || own.start >= range.last {
        return None;
    }
    if let Some(object) = parsed.gap(head) {
        let verb = Range::new(own.start, head + 1);
        return Some(joined(article, &[verb, described(parsed, object), after(range, head + 1)], " "));
    }
    // "The Democrat, who is known for his style, said nothing": the subject without what is told apart
    let apart = own.clone().find(|i| is_break(article, *i)).filter(|_| own.start == range.first)?;
    let phrase = described(parsed, subject);
    let joins = parsed.syntax.children(subject).any(|i| i >= phrase.last && parsed.syntax.relation(i) == Deprel::Conjunct);
    (phrase.last <= apart && !joins).then(|| joined(article, &[phrase, after(range, own.end)], " "))
}

/// A clause whose subject stands in the clause around it.
fn without_subject(parsed: Parsed<'_, '_>, head: usize, range: Range) -> Option<String> {
    let subject = parsed.subject(head).filter(|s| !range.contains(*s))?;
    let subject = described(parsed, subject);
    // "would put them at risk and leave ...": a joined verb shares the auxiliaries of the first
    let joined_to = parsed.syntax.head(head).filter(|_| parsed.syntax.relation(head) == Deprel::Conjunct);
    let shared = joined_to.filter(|_| !parsed.is_finite(head) && !parsed.is_infinitive(head)).map(|first| auxiliaries(parsed, first));
    if let Some(shared) = shared.flatten() {
        return Some(joined(parsed.article, &[subject, shared, range], " "));
    }
    let finite = parsed.is_finite(head) || joined_to.is_some() || tag(parsed.article, range.first) == Tag::To;
    Some(joined(parsed.article, &[subject, range], if finite { " " } else { ", " }))
}

/// The words that help a verb, where they stand side by side.
fn auxiliaries(parsed: Parsed<'_, '_>, head: usize) -> Option<Range> {
    let (first, last) = (parsed.auxiliaries(head).next()?, parsed.auxiliaries(head).last()?);
    Some(Range::new(first, last + 1)).filter(|r| r.len() <= 3)
}

/// A participant with what describes it closely.
fn described(parsed: Parsed<'_, '_>, head: usize) -> Range {
    let phrase = parsed.long_phrase(head);
    Range::new(phrase.start, phrase.end)
}

/// The part of a range behind a token, without the marks at its head.
fn after(range: Range, from: usize) -> Range {
    Range::new(from.max(range.first), range.last)
}

fn words(article: &Article<'_>, range: Range) -> String {
    let Range { mut first, mut last } = range;
    while first < last && is_break(article, first) {
        first += 1;
    }
    while first < last && is_break(article, last - 1) {
        last -= 1;
    }
    article.clean(article.span(first, last))
}

fn joined(article: &Article<'_>, parts: &[Range], between: &str) -> String {
    let told: Vec<String> = parts.iter().filter(|p| p.len() > 0).map(|p| words(article, *p)).filter(|w| !w.is_empty()).collect();
    told.join(between)
}

#[cfg(test)]
mod tests {
    use crate::{Document, Reconciler};

    #[test]
    fn a_clause_is_told_with_its_subject() {
        for (name, text, words, want) in [
            ("a relative clause", "Ann Bell, who runs the old port, left for Orrin on Monday.", "runs", Some("Ann Bell runs the old port")),
            (
                "what it is done to",
                "The farmer sued over the wall which the workers opened in May.",
                "opened",
                Some("the workers opened the wall in May"),
            ),
            ("whose", "Ann Bell saved a driver whose lorry fell into the river.", "fell", Some("a driver's lorry fell into the river")),
            (
                "a participle",
                "The mayor declined to speak on Monday, citing the report of the inquiry.",
                "citing",
                Some("The mayor, citing the report of the inquiry"),
            ),
            (
                "a second verb",
                "The mayor opened the bridge and praised the builders of Orrin.",
                "praised",
                Some("The mayor praised the builders of Orrin"),
            ),
            (
                "a purpose of somebody",
                "Norland's plan to build a dam in the valley failed.",
                "build",
                Some("Norland to build a dam in the valley"),
            ),
            (
                "a subject that is described",
                "The mayor, who is 46, declined to speak on Monday.",
                "declined",
                Some("The mayor declined to speak on Monday"),
            ),
            ("itself", "The mayor opened the bridge.", "opened", None),
        ] {
            let claims = Reconciler::default().extract(&Document::new("a", text)).claims.unwrap_or_default();
            let found: Vec<_> = claims.iter().filter(|c| c.text.contains(words)).collect();
            let claim = found.iter().min_by_key(|c| c.text.len()).unwrap_or_else(|| panic!("{name}: no claim {words:?} in {claims:?}"));
            assert_eq!(claim.statement.as_deref(), want, "{name}: {:?}", claim.text);
        }
    }
}
