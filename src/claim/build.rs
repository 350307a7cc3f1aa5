//! From what was extracted to claims: each draft with its chain, slot and value.

use super::as_of::as_of;
use super::clause::{Clause, Clauses};
use super::credit;
use super::draft::{self, Draft, DraftSource};
use super::grammar::Range;
use super::id::Ids;
use super::mode;
use super::reference::references;
use super::slots;
use super::speech::{Said, Speech, inside};
use super::statement;
use super::{Claim, ClaimKind, Facet, Figure, Filler, Provenance, TimeValue, Value};
use crate::document::Document;
use crate::extract::{DateExpression, Extraction};
use crate::span::Span;
use crate::syntax::{Parsed, Syntax};
use crate::text::Article;

/// A date within so many tokens of a clause's beginning sets the time of all that follows: "As of 10 a.m.", "On Feb. 14".
const DATED_OPENING: usize = 6;

/// The claims of one document, in the order of the text.
///
/// Every clause of the article is a statement, unless it only frames somebody's words and tells nothing of when, where or to whom they
/// were said; every sentence or fragment in quotation marks is an utterance; every quantity with a counted noun or a unit is a figure;
/// a name that first stands beside its title or description is a statement of who that is. A claim that lies inside another has it as
/// its parent.
#[must_use]
pub fn claims(document: &Document, parsed: Parsed<'_, '_>, found: &Extraction) -> Vec<Claim> {
    let speech = Speech::new(parsed.article, &found.quotations);
    let edges = draft::quotation_edges(parsed.article, found, &speech);
    let clauses = Clauses::read(parsed, &edges);
    let drafts = draft::drafts(DraftSource { parsed, found, speech: &speech, clauses: &clauses }, &edges);
    Builder { document, parsed, found, speech, clauses }.claims(&drafts)
}

/// The claim of one draft outside an article's clauses.
pub(super) fn claim_of(document: &Document, article: &Article<'_>, found: &Extraction, draft: &Draft) -> Claim {
    let (speech, syntax) = (Speech::new(article, &found.quotations), Syntax::default());
    let parsed = Parsed { article, syntax: &syntax };
    Builder { document, parsed, found, speech, clauses: Clauses::default() }.claim(draft, &mut Ids::new(&document.id))
}

struct Builder<'a, 't> {
    document: &'a Document,
    parsed: Parsed<'a, 't>,
    found: &'a Extraction,
    speech: Speech<'a>,
    clauses: Clauses,
}

impl<'a, 't> Builder<'a, 't> {
    fn claims(&self, drafts: &[Draft]) -> Vec<Claim> {
        let mut ids = Ids::new(&self.document.id);
        let mut claims: Vec<Claim> = Vec::with_capacity(drafts.len());
        let mut open: Vec<usize> = Vec::new();
        for (order, draft) in drafts.iter().enumerate() {
            let mut claim = self.claim(draft, &mut ids);
            claim.order = order;
            open.retain(|&i| claims[i].span.end > claim.span.start);
            claim.parent =
                open.iter().rev().map(|&i| &claims[i]).find(|p| p.span.contains(claim.span) && p.span != claim.span).map(|p| p.id.clone());
            open.push(order);
            claims.push(claim);
        }
        claims
    }

    fn claim(&self, draft: &Draft, ids: &mut Ids<'_>) -> Claim {
        let (article, range) = (self.parsed.article, draft::without_loose_marks(self.parsed.article, draft.range));
        let span = article.span(range.first, range.last);
        let plain = article.clean(span);
        let credits = |s: &Said<'_>| !s.whole || s.quotation.span.contains(span) || s.aside;
        let clause = draft.clause.map(|c| &self.clauses.all()[c]);
        let said: Vec<&Said<'_>> = self.speech.touching(span).filter(|s| credits(s)).collect();
        let mut quotations: Vec<usize> = said.iter().map(|s| s.index).collect();
        quotations.dedup();
        let states = matches!(draft.kind, ClaimKind::Statement | ClaimKind::Time);
        let act = clause.filter(|_| draft.kind == ClaimKind::Statement).and_then(|c| self.speech.act_of(article, c, span));
        let attribution = credit::attribution(self.parsed, &said, act, span, self.found);
        let quantities = match draft.quantity {
            Some(index) => vec![index],
            None => inside(&self.found.quantities, span, |q| q.span).map(|(i, _)| i).collect(),
        };
        let dates: Vec<usize> = inside(&self.found.dates, span, |d| d.span).map(|(i, _)| i).collect();
        let before = self.clauses.all().partition_point(|c| c.range.first < range.last);
        let references = references(article, range, &self.clauses.all()[..before]);
        let mut slot = slots::slot(&slots::Site {
            article,
            found: self.found,
            kind: draft.kind,
            range,
            clause,
            quantity: draft.quantity,
            aside: said.iter().find(|s| s.aside && range.contains(s.range.first)).map(|s| s.range.first),
            source: attribution.last(),
            references: &references,
        });
        self.introduce(draft, &mut slot);
        let own: Vec<usize> = match draft.clause {
            Some(clause) if states => self.clauses.own(clause).collect(),
            _ => range.iter().collect(),
        };
        Claim {
            id: ids.next(draft.kind, &plain),
            document: self.document.id.clone(),
            order: 0,
            span,
            text: span.slice(article.text()).to_owned(),
            tokens: article.excerpt(span),
            context: self.context(range),
            statement: clause.filter(|_| states).and_then(|c| statement::statement(self.parsed, c.head, range)),
            zone: draft::zone(article, range),
            kind: draft.kind,
            parent: None,
            slot,
            value: self.value(draft.kind, &plain, &quantities, &dates),
            references,
            as_of: as_of(self.document, self.dates_of(range, clause)),
            polarity: mode::polarity(article, &own),
            modality: mode::modality(article, &own),
            attribution,
            quotations,
            quantities,
            dates,
            plain,
        }
    }

    /// Whom or what an introduction is about, and what is said of it.
    fn introduce(&self, draft: &Draft, slot: &mut super::Slot) {
        let Some(head) = draft.introduces else { return };
        let article = self.parsed.article;
        let name = self.parsed.phrase(head);
        let words = |range: Range| {
            let span = article.span(range.first, range.last);
            Filler { text: article.clean(span), span: Some(span), from: Provenance::Stated }
        };
        slot.replace(Facet::Subject, words(Range::new(name.start, name.end)));
        let behind = Range::new(name.end.min(draft.range.last), draft.range.last);
        let description = draft::without_loose_marks(article, behind);
        slot.replace(Facet::Object, words(if behind.len() > 1 { description } else { draft.range }));
    }

    /// The sentence that a claim begins in.
    fn context(&self, range: Range) -> Option<Span> {
        let article = self.parsed.article;
        let first = article.tokens().get(range.first)?;
        article.sentence_at(first.span.start).map(|s| article.sentences()[s].span)
    }

    /// The dates that say when a claim holds: its own, then the one that its clause opens with ("As of 10 a.m., four people ..."); "the
    /// fire of 1998, when 12 died" is of the year before it.
    fn dates_of(&self, range: Range, clause: Option<&Clause>) -> impl Iterator<Item = &'a DateExpression> {
        let (article, dates) = (self.parsed.article, &self.found.dates);
        let of = |r: Range| inside(dates, article.span(r.first, r.last), |d| d.span).map(|(_, d)| d);
        let whole = clause.map_or(range, |c| c.range);
        let opening = article.tokens().get(whole.first).map_or(0, |t| t.span.start);
        let before = article.sentence_at(opening).map_or(whole.first, |s| article.sentences()[s].first);
        let relative =
            if article.lower(whole.first) == "when" { Range::new(before, whole.first) } else { Range::new(whole.first, whole.first) };
        let head = Range::new(whole.first, whole.last.min(whole.first + DATED_OPENING));
        of(range).chain(of(head)).chain(of(relative))
    }

    fn value(&self, kind: ClaimKind, plain: &str, quantities: &[usize], dates: &[usize]) -> Value {
        let figures = quantities.iter().map(|&i| &self.found.quantities[i]).map(|q| Figure {
            text: q.text.clone(),
            span: q.span,
            low: q.low,
            high: q.high,
            bound: q.bound,
            trend: q.trend,
            unit: q.unit.clone(),
            noun: q.noun.clone(),
            noun_span: q.noun_span,
        });
        let times = dates.iter().map(|&i| TimeValue::from(&self.found.dates[i]));
        let words = (kind == ClaimKind::Utterance)
            .then(|| plain.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '%' | '?' | '!')).to_owned());
        Value { figures: figures.collect(), times: times.collect(), words }
    }
}
