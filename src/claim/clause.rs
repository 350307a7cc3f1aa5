//! Cutting a sentence into clauses: pieces with a finite verb each, at punctuation, conjunctions and subordinators.

use super::grammar::{Range, has, in_noun_phrase, is_break, is_finite, is_noun, kind, phrase_before, subject_before, tag, verb_group};
use crate::lexicon::Class;
use crate::text::{Article, Sentence, Tag, TokenKind};

/// One clause: its tokens, its verb group, and the phrase that is its subject.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    pub range: Range,
    /// First finite verb and main verb.
    pub verb: Option<(usize, usize)>,
    pub subject: Option<Range>,
}

/// The clauses of a sentence, in order. `cuts` are token indexes at which a piece must end: the edges of quotations.
pub(crate) fn clauses(article: &Article<'_>, sentence: &Sentence, cuts: &[usize]) -> Vec<Clause> {
    let sentence = &without_dateline(article, sentence);
    let bounds = boundaries(article, sentence, cuts);
    let pieces = merge(article, &bounds, cuts);
    let mut result: Vec<Clause> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let range = trim(article, piece);
        if range.len() == 0 {
            continue;
        }
        let verb = verb_group(article, range);
        let subject = verb.and_then(|(finite, _)| subject_before(article, range.first, finite));
        // "... and called for": the subject stands in the clause before
        let shared = || result.last().filter(|_| !cuts.contains(&range.first)).and_then(|c: &Clause| c.subject);
        let subject = subject.or_else(shared);
        result.push(Clause { range, verb, subject });
    }
    result
}

/// "WASHINGTON, April 30 (Agency) - ": a place in capitals and a dash close behind it are no part of the sentence.
fn without_dateline(article: &Article<'_>, sentence: &Sentence) -> Sentence {
    const REACH: usize = 14;
    let word = article.word(sentence.first);
    let capitals = word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    let bracketed = |i: usize| article.lowers(sentence.first, i).any(|w| w == ")");
    let dash = (sentence.first + 1..sentence.last.min(sentence.first + REACH))
        .find(|&i| kind(article, i) == Some(TokenKind::Dash) && is_break(article, i));
    match dash {
        Some(dash) if capitals || bracketed(dash) => Sentence { first: dash + 1, ..*sentence },
        _ => *sentence,
    }
}

/// All places where a clause may end, from the sentence's first token to one past its last.
fn boundaries(article: &Article<'_>, sentence: &Sentence, cuts: &[usize]) -> Vec<usize> {
    let mut result = vec![sentence.first];
    let mut piece = Piece::default();
    for index in sentence.first..sentence.last {
        let cut = index > sentence.first && cuts.contains(&index);
        if cut || (index > sentence.first && parts_here(article, index, sentence.last, piece)) {
            result.push(index);
            piece = Piece {
                verb: false,
                relative: matches!(article.lower(index), "which" | "who") || matches!(article.lower(index + 1), "which" | "who"),
            };
        }
        piece.verb |= is_finite(article, index);
    }
    result.push(sentence.last);
    result
}

/// What is known of a piece while it is read.
#[derive(Clone, Copy, Default)]
struct Piece {
    /// It has a finite verb.
    verb: bool,
    /// It is a relative clause: "which have added ... and are scheduled ..." stays together.
    relative: bool,
}

fn parts_here(article: &Article<'_>, index: usize, last: usize, piece: Piece) -> bool {
    match kind(article, index) {
        Some(TokenKind::Comma) => !joins_list(article, index),
        Some(TokenKind::Colon) => true,
        Some(TokenKind::Dash) => is_break(article, index),
        Some(TokenKind::Word) => match article.lower(index) {
            "but" | "which" | "while" | "although" | "though" | "whereas" | "because" | "unless" => true,
            // "the U.S. and NATO rejected": no verb before, so the "and" joins two names
            "and" if piece.verb && !piece.relative && !closes_list(article, index) => opens_clause(article, index + 1, last),
            "or" => piece.verb && has_own_subject(article, index + 1, last),
            "who" => !has(article, index.wrapping_sub(1), Class::Preposition),
            "when" | "after" | "before" | "since" | "as" | "until" => has_own_subject(article, index + 1, last),
            _ => false,
        },
        _ => false,
    }
}

/// How far the last item of a list may stand from a comma.
const LIST_REACH: usize = 9;

/// "Argentina, Australia and Brazil": from a comma, only words of noun phrases up to "and" or "or" and one more phrase.
fn joins_list(article: &Article<'_>, index: usize) -> bool {
    if index == 0 || !is_noun(article, index - 1) {
        return false;
    }
    let end = (index + 1..index + LIST_REACH).find(|&i| !in_noun_phrase(article, i) && kind(article, i) != Some(TokenKind::Comma));
    end.is_some_and(|i| {
        i > index + 1 && matches!(article.lower(i), "and" | "or") && in_noun_phrase(article, i + 1) && !is_finite(article, i + 1)
    })
}

/// Whether an "and" closes a list that a comma before it opened.
fn closes_list(article: &Article<'_>, index: usize) -> bool {
    let from = index.saturating_sub(LIST_REACH);
    (from..index).any(|i| {
        kind(article, i) == Some(TokenKind::Comma)
            && joins_list(article, i)
            && (i + 1..index).all(|k| in_noun_phrase(article, k) || kind(article, k) == Some(TokenKind::Comma))
    })
}

/// Whether a verb, or a phrase and then a verb, begins here: what follows "and" is a clause, not a further noun.
fn opens_clause(article: &Article<'_>, from: usize, last: usize) -> bool {
    let mut index = from;
    while index < last && matches!(tag(article, index), Tag::Adverb) {
        index += 1;
    }
    is_finite(article, index) || has_own_subject(article, from, last)
}

/// A phrase followed by a finite verb within a short reach, with no punctuation between.
fn has_own_subject(article: &Article<'_>, from: usize, last: usize) -> bool {
    const REACH: usize = 10;
    let end = last.min(from + REACH);
    let Some(verb) = (from..end).find(|&i| is_finite(article, i) || is_break(article, i)) else { return false };
    let parted = (from..verb).any(|i| tag(article, i).is_wh() || article.lower(i) == "that");
    verb > from && is_finite(article, verb) && !parted && in_noun_phrase(article, from) && phrase_before(article, from, verb).is_some()
}

/// Joins pieces without a finite verb to a neighbour: a leading one to what follows, any other to what stands before.
fn merge(article: &Article<'_>, bounds: &[usize], cuts: &[usize]) -> Vec<Range> {
    let mut result: Vec<Range> = Vec::new();
    let mut waiting: Option<usize> = None;
    for pair in bounds.windows(2) {
        let piece = Range::new(pair[0], pair[1]);
        let verbal = piece.iter().any(|i| is_finite(article, i));
        if cuts.contains(&piece.first) {
            flush(&mut result, &mut waiting, piece.first);
        }
        if verbal {
            let relative = matches!(article.lower(piece.first), "which" | "who" | "while" | "although" | "though" | "whereas" | "because");
            match waiting.take() {
                // "Shoigu, who described ...": the name waits for its own verb, and is told with the clause that has it
                Some(first) if !relative => result.push(Range::new(first, piece.last)),
                Some(first) => {
                    result.push(Range::new(first, piece.first));
                    result.push(piece);
                }
                None => result.push(piece),
            }
        } else {
            match result.last_mut() {
                Some(before) if waiting.is_none() && before.last == piece.first && !cuts.contains(&piece.first) => before.last = piece.last,
                _ => waiting = Some(waiting.unwrap_or(piece.first)),
            }
        }
    }
    let end = bounds.last().copied().unwrap_or_default();
    flush(&mut result, &mut waiting, end);
    result
}

fn flush(result: &mut Vec<Range>, waiting: &mut Option<usize>, end: usize) {
    if let Some(first) = waiting.take() {
        result.push(Range::new(first, end));
    }
}

/// Leaves out punctuation at both ends, and conjunctions at the head; an opening mark at the head and a closing one at the end stay.
fn trim(article: &Article<'_>, piece: Range) -> Range {
    let Range { mut first, mut last } = piece;
    while first < last && (is_break(article, first) || matches!(article.lower(first), "and" | "but" | "or")) {
        first += 1;
    }
    while first < last && is_break(article, last - 1) {
        last -= 1;
    }
    Range::new(first, last)
}
