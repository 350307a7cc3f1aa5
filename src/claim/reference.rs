//! Words that stand for something said before: "that", "those demands", "the proposal".

use super::Reference;
use super::clause::Clause;
use super::grammar::{Range, has, is_noun, tag};
use crate::lexicon::Class;
use crate::text::{Article, Tag, stem};

/// How many tokens back an antecedent is looked for; three newspaper sentences.
const REACH: usize = 90;

/// The references of a clause, given all clauses of the text before it.
pub(crate) fn references(article: &Article<'_>, clause: Range, before: &[Clause]) -> Vec<Reference> {
    let mut result = Vec::new();
    let mut index = clause.first;
    while index < clause.last {
        let found = demonstrative(article, clause, index, before).or_else(|| apposition(article, clause, index, before));
        if let Some((mention, antecedent)) = found {
            result.push(Reference {
                mention: article.span(mention.first, mention.last),
                antecedent: article.span(antecedent.first, antecedent.last),
            });
            index = mention.last;
        } else {
            index += 1;
        }
    }
    result
}

/// "..., a claim Moscow denies": the noun opens an apposition to the clause before.
fn apposition(article: &Article<'_>, clause: Range, index: usize, before: &[Clause]) -> Option<(Range, Range)> {
    let opens = index == clause.first && matches!(article.lower(index), "a" | "an") && has(article, index + 1, Class::Resumption);
    let found = near(before, index).next().filter(|_| opens)?;
    Some((Range::new(index, index + 2), found.range))
}

/// The clauses that end before `index` and are not too far from it, the nearest first.
fn near(before: &[Clause], index: usize) -> impl Iterator<Item = &Clause> {
    before.iter().rev().filter(move |c| c.range.last <= index).take_while(move |c| index - c.range.first <= REACH)
}

fn demonstrative(article: &Article<'_>, clause: Range, index: usize, before: &[Clause]) -> Option<(Range, Range)> {
    let word = article.lower(index);
    // "ruled that out": no clause follows, whatever the tag says
    let object = matches!(article.lower(index + 1), "out" | "off" | "down" | "up" | "as");
    if !matches!(word, "that" | "this" | "those" | "these" | "such" | "it") || (tag(article, index) == Tag::Preposition && !object) {
        return None;
    }
    let next_noun = (index + 1..clause.last.min(index + 4)).find(|&i| is_noun(article, i));
    let bare = next_noun
        .is_none_or(|n| !(index + 1..n).all(|i| matches!(tag(article, i), Tag::Adjective | Tag::Noun | Tag::NounPlural | Tag::Cardinal)));
    match (bare, next_noun) {
        (true, _) if word == "it" || has(article, index + 1, Class::Pronoun) => None,
        // bare "that": the clause just before
        (true, _) if matches!(word, "that" | "this") => {
            let clause_before = near(before, index).next()?;
            Some((Range::new(index, index + 1), clause_before.range))
        }
        // "those demands": the clause whose verb or noun shares the stem, or the clause before
        (false, Some(noun)) => {
            let want = stem(article.lower(noun));
            let same = near(before, index).find(|c| c.range.iter().any(|i| stem(article.lower(i)) == want));
            let found = same.or_else(|| near(before, index).next())?;
            Some((Range::new(index, noun + 1), found.range))
        }
        _ => None,
    }
}
