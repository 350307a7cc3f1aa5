//! From a mention to a name: "Bell", "the mayor Ann Bell" and "she" to "Ann Bell".

use std::ops::Range;

use rustc_hash::FxHashMap;

use crate::extract::name::{Mention, MentionKind};
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Article, Tag, TokenKind};

/// The full names of an article, by their last word.
#[derive(Clone, Debug, Default)]
pub(super) struct Names<'t> {
    by_last: FxHashMap<&'t str, Vec<Full>>,
}

/// A name of two words or more: the tokens where it first stands, and how often it stands in the text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Full {
    tokens: Range<usize>,
    times: usize,
}

impl<'t> Names<'t> {
    /// Reads the names of an article: those of `mentions`, or runs of proper nouns where there are none.
    pub fn new(article: &Article<'t>, mentions: &[Mention]) -> Self {
        let mut names = Self::default();
        if mentions.is_empty() {
            let mut at = 0;
            while let Some(run) = next_run(article, at) {
                at = run.end;
                names.add(article, run);
            }
        }
        for mention in mentions.iter().filter(|m| matches!(m.kind, MentionKind::Person | MentionKind::Other)) {
            let (first, last) = article.tokens_in(mention.span);
            names.add(article, first..last);
        }
        names
    }

    fn add(&mut self, article: &Article<'t>, tokens: Range<usize>) {
        if tokens.len() < 2 {
            return;
        }
        let known = self.by_last.entry(article.word(tokens.end - 1)).or_default();
        match known.iter_mut().find(|f| same_words(article, &f.tokens, &tokens)) {
            Some(full) => full.times += 1,
            None => known.push(Full { tokens, times: 1 }),
        }
    }

    /// The tokens of the full name that a run of name words stands for: the commonest that ends with the same word.
    fn full(&self, article: &Article<'t>, run: Range<usize>) -> Range<usize> {
        if run.len() > 1 {
            return run;
        }
        let known = self.by_last.get(article.word(run.start)).map_or(&[][..], Vec::as_slice);
        // the first of equals: a story gives the full name first
        known.iter().rev().max_by_key(|f| f.times).map_or(run, |f| f.tokens.clone())
    }

    /// The name in a mention, in full; `None` where no name stands in it.
    pub fn of(&self, article: &Article<'t>, mention: Span) -> Option<String> {
        let run = name_in(article, mention)?;
        let full = self.full(article, run);
        Some(article.clean(article.span(full.start, full.end)))
    }
}

fn same_words(article: &Article<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    a.len() == b.len() && a.clone().zip(b.clone()).all(|(x, y)| article.word(x) == article.word(y))
}

/// The words of a name that a mention is about: "Ann Bell" in "Mayor Ann Bell of Ode", in "the mayor, Ann Bell," and in "Bell, who
/// left". Of "the Bell campaign" or "Bell's aide" the name is no answer.
fn name_in(article: &Article<'_>, mention: Span) -> Option<Range<usize>> {
    let (first, last) = article.tokens_in(mention);
    let tokens = article.tokens();
    let of_office = |t: usize| t > first && article.lower(t) == "of" && is_office(article, t - 1);
    let breaks = |t: &usize| matches!(tokens[*t].tag, Tag::Preposition | Tag::Mark | Tag::WhPronoun) && !of_office(*t);
    let head = (first..last).find(breaks).unwrap_or(last);
    let together = (first..head).any(|t| tokens[t].tag == Tag::Conjunction) && !(first..head).any(|t| tokens[t].has(Class::Role));
    let in_head = last_run(article, first..head).filter(|_| !together);
    // a common noun with the name behind a comma
    let behind = || {
        let comma = (head..last).find(|t| tokens[*t].kind == TokenKind::Comma)?;
        let end = (comma + 1..last).find(breaks).unwrap_or(last);
        let titled = |r: &Range<usize>| (comma + 1..r.start).all(|t| tokens[t].has(Class::Role) || tokens[t].has(Class::Honorific));
        last_run(article, comma + 1..end).filter(|r| titled(r) && r.end == end)
    };
    in_head.filter(|r| r.end == head).map(|run| with_seat(article, run, last)).or_else(behind)
}

/// "Secretary of State Eve Lark": an office whose name goes on behind "of".
fn is_office(article: &Article<'_>, token: usize) -> bool {
    matches!(article.lower(token), "secretary" | "minister")
}

/// "the Department of Commerce": the name of an organisation goes on behind "of".
fn with_seat(article: &Article<'_>, run: Range<usize>, last: usize) -> Range<usize> {
    let tokens = article.tokens();
    let organisation = tokens[run.end - 1].has(Class::Organisation) && article.lower(run.end) == "of";
    match last_run(article, run.end..last) {
        Some(seat) if organisation && seat.start == run.end + 1 => run.start..seat.end,
        _ => run,
    }
}

/// The last run of name words in a range.
fn last_run(article: &Article<'_>, range: Range<usize>) -> Option<Range<usize>> {
    let mut found = None;
    let mut at = range.start;
    while let Some(run) = next_run(article, at).filter(|r| r.end <= range.end) {
        at = run.end;
        found = Some(run);
    }
    found
}

/// The next run of proper nouns from a token on, without titles before it ("President", "Mr.").
fn next_run(article: &Article<'_>, from: usize) -> Option<Range<usize>> {
    let tokens = article.tokens();
    let named = |t: usize| tokens.get(t).is_some_and(|t| t.tag.is_proper() && !t.has(Class::Weekday) && !t.has(Class::Month));
    let mut at = from;
    loop {
        let start = (at..tokens.len()).find(|t| named(*t))?;
        let mut end = start + 1;
        while named(end) && !article.text()[tokens[end - 1].span.end..tokens[end].span.start].contains('\n') {
            end += 1;
        }
        let title = |t: &usize| tokens[*t].has(Class::Role) || tokens[*t].has(Class::Honorific);
        let behind_office = start > 1 && article.lower(start - 1) == "of" && is_office(article, start - 2) && end - start > 2;
        let first = (start..end).rev().find(title).map_or(start + usize::from(behind_office), |t| t + 1);
        if first < end {
            return Some(first..end);
        }
        at = end;
    }
}

/// Whether a mention is one pronoun.
pub(super) fn is_pronoun(article: &Article<'_>, mention: Span) -> bool {
    let (first, last) = article.tokens_in(mention);
    last == first + 1 && article.tokens()[first].tag == Tag::Pronoun
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    #[test]
    fn a_mention_and_its_name() {
        let text = "Mayor Ann Bell met Carl Dunn of Ode Water Works on Monday. The mayor's aide left.";
        for (name, more, mention, want) in [
            ("the last name", "Bell said so.", "Bell", Some("Ann Bell")),
            ("a title before it", "Mayor Bell said so.", "Mayor Bell", Some("Ann Bell")),
            ("a description behind it", "Dunn, a friend of Ann Bell, said so.", "Dunn, a friend of Ann Bell", Some("Carl Dunn")),
            ("a name of its own", "Secretary Eve Lark said so.", "Secretary Eve Lark", Some("Eve Lark")),
            ("a name behind a comma", "The engineer, Eve Lark, said so.", "The engineer, Eve Lark,", Some("Eve Lark")),
            (
                "a title behind a comma",
                "The legislator, Representative Eve Lark, said so.",
                "The legislator, Representative Eve Lark",
                Some("Eve Lark"),
            ),
            ("an office with of", "Secretary of State Eve Lark said so.", "Secretary of State Eve Lark", Some("Eve Lark")),
            ("a department", "The Department of Roads said so.", "The Department of Roads", Some("Department of Roads")),
            ("two together", "Bell and Dunn said so.", "Bell and Dunn", None),
            ("somebody's aide", "Bell's aide said so.", "Bell's aide", None),
            ("a campaign", "The Bell campaign said so.", "The Bell campaign", None),
            ("no name", "The spokesman said so.", "The spokesman", None),
        ] {
            let text = format!("{text} {more}");
            let article = Article::new(&text, Lexicon::english());
            let start = text.rfind(mention).unwrap();
            let names = Names::new(&article, &[]);
            assert_eq!(names.of(&article, Span::new(start, start + mention.len())).as_deref(), want, "{name}");
        }
    }

    #[test]
    fn given_mentions_are_used() {
        let text = "Ann Bell came. Bell said so.";
        let article = Article::new(text, Lexicon::english());
        let span = Span::new(0, 8);
        let mention = Mention { span, full: span, name: "Ann Bell".into(), title: None, kind: MentionKind::Person };
        let names = Names::new(&article, &[mention]);
        assert_eq!(names.of(&article, Span::new(15, 19)).as_deref(), Some("Ann Bell"));
    }
}
