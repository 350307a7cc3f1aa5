//! Claims of a passage that is handed in by itself: one for each sentence, whole.

use super::act::is_claim_itself;
use super::build::claim_of;
use super::credit;
use super::draft::Draft;
use super::grammar::{Range, is_break, is_finite, kind};
use super::{Claim, ClaimKind, Credit, Facet, Filler, Provenance, Setting};
use crate::document::Document;
use crate::extract::{Act, Extraction, Form, Quotation};
use crate::syntax::{Parsed, Syntax};
use crate::text::{Article, TokenKind};

/// A quotation that has this share of a sentence's words is what the sentence says; the rest only credits it.
const CONTENT_SHARE: f64 = 0.7;

/// One claim for each sentence of a passage: what it says without the frame that credits it ("Okafor said on Monday that").
///
/// `speaker` is who said it where that is known from elsewhere; a speaker that the passage names comes before it.
#[must_use]
pub fn passage_claims(document: &Document, article: &Article<'_>, found: &Extraction, speaker: Option<&str>) -> Vec<Claim> {
    let mut claims = Vec::new();
    for sentence in article.sentences() {
        let whole = Range::new(sentence.first, sentence.last);
        let (mut range, mut direct) = (whole, false);
        for quotation in &found.quotations {
            if let Some(content) = content(article, quotation, whole) {
                range = content;
                direct = quotation.form == Form::Direct;
            }
        }
        range = without_marks(article, with_values(article, range, found));
        if words(article, range) == 0 {
            continue;
        }
        let kind = if direct { ClaimKind::Utterance } else { ClaimKind::Statement };
        let mut claim = claim_of(document, article, found, &Draft::new(range, kind));
        claim.order = claims.len();
        credit_from_frame(&mut claim, article, found);
        credit_from_elsewhere(&mut claim, speaker);
        claims.push(claim);
    }
    claims
}

/// A quotation of fewer words is part of what its sentence says.
const WHOLE_QUOTATION: usize = 6;

/// The part of a sentence that a quotation is, where it is what the sentence says and the rest only credits it.
fn content(article: &Article<'_>, quotation: &Quotation, sentence: Range) -> Option<Range> {
    let inner = Range::of(article, quotation.span);
    let inner = Range::new(inner.first.max(sentence.first), inner.last.min(sentence.last));
    let speaker = quotation.speaker.as_ref().filter(|_| inner.first < inner.last)?;
    let cue = quotation.cue.as_ref();
    if cue.is_some_and(|cue| is_claim_itself(article, cue)) {
        return None;
    }
    // of "28 people were believed to be there" the 28 people are what is believed
    if article.lower(inner.first) == "to" {
        return None;
    }
    let credits: Vec<Range> = speaker.mention.into_iter().chain(cue.map(|c| c.span)).map(|s| Range::of(article, s)).collect();
    let beside = |i: usize| !inner.contains(i) && !credits.iter().any(|r| r.contains(i));
    let only_credited = !sentence.iter().any(|i| beside(i) && is_finite(article, i));
    let most = words(article, inner) as f64 >= CONTENT_SHARE * words(article, sentence) as f64;
    (most || (only_credited && words(article, inner) >= WHOLE_QUOTATION)).then_some(inner)
}

fn words(article: &Article<'_>, range: Range) -> usize {
    range.iter().filter(|&i| matches!(article.tokens()[i].kind, TokenKind::Word | TokenKind::Number)).count()
}

/// A range that cuts no date and no figure: "between September and July, 2004".
fn with_values(article: &Article<'_>, range: Range, found: &Extraction) -> Range {
    let spans = found.dates.iter().map(|d| d.span).chain(found.quantities.iter().map(|q| q.span));
    let cut = spans.map(|span| article.tokens_in(span)).filter(|(first, last)| *first < range.last && range.last < *last);
    Range::new(range.first, cut.map(|(_, last)| last).max().unwrap_or(range.last))
}

/// A quotation with less of the sentence than that still says whose statement the sentence is, from this share on.
const CREDITED_SHARE: f64 = 0.3;

/// The one who speaks in a good part of a sentence that is a claim as a whole.
fn credit_from_frame(claim: &mut Claim, article: &Article<'_>, found: &Extraction) {
    let length = claim.span.len() as f64;
    let credited = |q: &&Quotation| q.span.overlap(claim.span) as f64 >= CREDITED_SHARE * length;
    let longest = found.quotations.iter().filter(credited).filter(|q| q.speaker.is_some()).max_by_key(|q| q.span.overlap(claim.span));
    let syntax = Syntax::default();
    let parsed = Parsed { article, syntax: &syntax };
    let spoken = longest.and_then(|q| q.speaker.as_ref().zip(credit::of_quotation(parsed, q, found)));
    if let Some((speaker, credit)) = spoken.filter(|_| claim.attribution.is_empty()) {
        claim.slot.fill(Facet::Source, Filler { text: speaker.name.clone(), span: speaker.mention, from: Provenance::Stated });
        claim.attribution.push(credit);
    }
}

/// A speaker known from elsewhere stands in where the passage names none.
fn credit_from_elsewhere(claim: &mut Claim, speaker: Option<&str>) {
    if let Some(name) = speaker.filter(|s| !s.trim().is_empty())
        && claim.attribution.is_empty()
    {
        claim.attribution.push(Credit {
            names: vec![name.to_owned()],
            mention: None,
            cue: None,
            act: Act::Said,
            country: None,
            setting: Setting::default(),
        });
        claim.slot.fill(Facet::Source, Filler { text: name.to_owned(), span: None, from: Provenance::Inherited });
    }
}

fn without_marks(article: &Article<'_>, range: Range) -> Range {
    let Range { mut first, mut last } = range;
    let mark = |i: usize| is_break(article, i) || kind(article, i) == Some(TokenKind::Quote);
    while first < last && mark(first) {
        first += 1;
    }
    while last > first && mark(last - 1) && kind(article, last - 1) != Some(TokenKind::Close) {
        last -= 1;
    }
    Range::new(first, last)
}

/// The claim of a passage of one sentence, for the tests of the stages behind.
#[cfg(test)]
pub(crate) fn claim_of_text(text: &str) -> Claim {
    use crate::extract::{English, Extractor};
    let (document, lexicon) = (Document::new("d", text), crate::lexicon::Lexicon::english());
    let article = Article::new(text, lexicon);
    let found = English::new(lexicon).extract(&document, &article);
    passage_claims(&document, &article, &found, None).remove(0)
}
