//! The pieces of a quotation that can be matched one by one.

use super::grammar::{Range, is_finite, kind};
use crate::extract::{Form, Quotation};
use crate::text::{Article, TokenKind};

/// A quoted fragment of fewer words is a term, not an utterance ("hysteria").
const SHORTEST: usize = 2;

/// The utterances of a quotation: each sentence of a direct one, cut again where "but" opens a second claim; each fragment of a
/// mixed one. Nothing for reported speech, whose clauses are statements.
pub(crate) fn pieces(article: &Article<'_>, quotation: &Quotation) -> Vec<Range> {
    match quotation.form {
        Form::Indirect => Vec::new(),
        Form::Mixed => quotation.partials.iter().map(|span| Range::of(article, *span)).filter(|r| words(article, *r) >= SHORTEST).collect(),
        Form::Direct => {
            let whole = Range::of(article, quotation.span);
            let pieces: Vec<Range> = sentences(article, whole).into_iter().flat_map(|r| at_but(article, r)).collect();
            let long: Vec<Range> = pieces.into_iter().filter(|r| words(article, *r) >= SHORTEST).collect();
            if long.is_empty() && words(article, whole) > 0 { vec![whole] } else { long }
        }
    }
}

pub(crate) fn words(article: &Article<'_>, range: Range) -> usize {
    range.iter().filter(|&i| article.tokens()[i].is_word()).count()
}

fn sentences(article: &Article<'_>, range: Range) -> Vec<Range> {
    let mut result = Vec::new();
    let mut at = range.first;
    while at < range.last {
        let sentence = article.sentence_at(article.tokens()[at].span.start).map(|s| article.sentences()[s].last);
        let end = sentence.unwrap_or(range.last).clamp(at + 1, range.last);
        result.push(Range::new(at, end));
        at = end;
    }
    result
}

/// "..., but as the head of the ministry I must say there is always a chance": two claims in one breath.
fn at_but(article: &Article<'_>, range: Range) -> Vec<Range> {
    let turn = range.iter().skip(3).find(|&i| {
        let but = matches!(article.lower(i), "but" | "however") && kind(article, i - 1) == Some(TokenKind::Comma);
        but || article.word(i) == ";"
    });
    let verbs = |r: Range| r.iter().any(|i| is_finite(article, i));
    match turn.map(|i| (Range::new(range.first, i), Range::new(i, range.last))) {
        Some((before, after)) if verbs(before) && verbs(after) => vec![before, after],
        _ => vec![range],
    }
}
