//! From what was extracted to claims: clauses, utterances and figures, each with its chain, slot and value.

use super::clause::{Clause, clauses};
use super::figure;
use super::grammar::{Range, is_break, is_finite, tag};
use super::id::Ids;
use super::mode;
use super::reference::references;
use super::slots;
use super::utterance;
use super::{AsOf, Basis, Claim, ClaimKind, Credit, Figure, TimeValue, Value};
use crate::document::Document;
use crate::extract::{Act, DateKind, Extraction, Form, Quotation};
use crate::span::Span;
use crate::text::{Article, Tag, Zone};
use crate::value::{Granularity, Time};

/// A claim of fewer words says too little to be matched.
const SHORTEST_STATEMENT: usize = 3;

/// The claims of one document, in the order of the text.
///
/// Every clause of the article is a statement, unless it only frames somebody's words; every sentence or fragment in quotation
/// marks is an utterance; every quantity with a counted noun or a unit is a figure. A claim that lies inside another has it as its
/// parent.
#[must_use]
pub fn claims(document: &Document, article: &Article<'_>, found: &Extraction) -> Vec<Claim> {
    let mut builder = Builder { document, article, found, drafts: Vec::new(), clauses: Vec::new() };
    builder.read_clauses();
    builder.read_utterances();
    builder.read_figures();
    builder.finish()
}

/// A claim before its details: the tokens, the kind, and the clause that it stands in.
pub(super) struct Draft {
    pub range: Range,
    pub kind: ClaimKind,
    pub clause: Option<usize>,
    pub quantity: Option<usize>,
}

/// The claim of one draft outside an article's clauses.
pub(super) fn claim_of(document: &Document, article: &Article<'_>, found: &Extraction, draft: &Draft) -> Claim {
    let builder = Builder { document, article, found, drafts: Vec::new(), clauses: Vec::new() };
    builder.claim(draft, &mut Ids::new(&document.id))
}

struct Builder<'a, 't> {
    document: &'a Document,
    article: &'a Article<'t>,
    found: &'a Extraction,
    drafts: Vec<Draft>,
    clauses: Vec<Clause>,
}

impl Builder<'_, '_> {
    fn range(&self, span: Span) -> Range {
        let (first, last) = self.article.tokens_in(span);
        Range::new(first, last)
    }

    /// Reported speech whose cue is part of what is claimed: a demand or a denial is a statement about the one who makes it, and
    /// "announced the tariffs on March 8" says nothing without its verb.
    fn is_whole(&self, quotation: &Quotation) -> bool {
        if quotation.form == Form::Direct {
            return false;
        }
        let act = quotation.cue.as_ref().map(|c| c.act);
        matches!(act, Some(Act::Asked | Act::Denied | Act::Promised)) || self.is_aside(quotation) || !self.range(quotation.span).iter().any(|i| is_finite(self.article, i))
    }

    /// "some 130,000 troops it says Russia has massed": a noun, a pronoun and the cue; what is credited describes the noun.
    fn is_aside(&self, quotation: &Quotation) -> bool {
        let Some(cue) = &quotation.cue else { return false };
        let first = self.range(cue.span).first;
        first >= 2 && tag(self.article, first - 1) == Tag::Pronoun && tag(self.article, first - 2).is_noun() && self.range(quotation.span).first > first
    }

    fn read_clauses(&mut self) {
        let mut cuts: Vec<usize> = Vec::new();
        for quotation in self.found.quotations.iter().filter(|q| !self.is_whole(q)) {
            let range = self.range(quotation.span);
            cuts.extend([range.first, range.last]);
        }
        cuts.sort_unstable();
        cuts.dedup();
        for sentence in self.article.sentences() {
            if self.article.zone(sentence) == Zone::Boilerplate {
                continue;
            }
            let here = &cuts[cuts.partition_point(|c| *c <= sentence.first)..cuts.partition_point(|c| *c < sentence.last)];
            for clause in clauses(self.article, sentence, here) {
                let clause = self.without_crediting_participle(clause);
                self.clauses.push(clause);
                if self.is_statement(&clause) {
                    let index = self.clauses.len() - 1;
                    self.drafts.push(Draft { range: clause.range, kind: self.kind(&clause), clause: Some(index), quantity: None });
                }
            }
        }
    }

    /// A clause with a verb and enough words, not in direct speech, and no mere frame of somebody's words.
    fn is_statement(&self, clause: &Clause) -> bool {
        let span = self.article.span(clause.range.first, clause.range.last);
        let in_direct = |q: &Quotation| q.form == Form::Direct && q.span.overlap(span) * 2 > span.len();
        let frames = |q: &Quotation| !self.is_whole(q) && q.cue.as_ref().is_some_and(|c| span.contains(c.span)) && !q.span.overlaps(span);
        let says_enough = utterance::words(self.article, clause.range) >= SHORTEST_STATEMENT;
        says_enough && clause.verb.is_some() && !self.found.quotations.iter().any(|q| in_direct(q) || frames(q))
    }

    /// "rejected that demand, saying": what stands before a participle that credits is a clause of its own.
    fn without_crediting_participle(&self, clause: Clause) -> Clause {
        let Range { first, last } = clause.range;
        let credits = |i: usize| {
            let span = self.article.tokens()[i].span;
            self.found.quotations.iter().any(|q| q.cue.as_ref().is_some_and(|c| c.span.overlaps(span)))
        };
        let participle =
            (first + 3..last).find(|&i| tag(self.article, i) == Tag::VerbGerund && is_break(self.article, i - 1) && credits(i));
        let end = participle.map_or(last, |i| i - 1);
        Clause { range: Range::new(first, end), ..clause }
    }

    /// A clause that says when something begins, ends or takes place is a time claim.
    fn kind(&self, clause: &Clause) -> ClaimKind {
        const WHEN: [&str; 14] =
            ["begin", "began", "start", "started", "end", "ended", "ends", "expire", "expired", "scheduled", "due", "set", "held", "opens"];
        let names_when = clause.range.iter().any(|i| WHEN.contains(&self.article.lower(i)));
        let span = self.article.span(clause.range.first, clause.range.last);
        let day = |value: &str| Time::parse(value).is_some_and(|t| t.granularity >= Granularity::Month);
        let dated = self.found.dates.iter().any(|d| span.contains(d.span) && day(&d.value));
        if names_when && dated { ClaimKind::Time } else { ClaimKind::Statement }
    }

    fn read_utterances(&mut self) {
        for quotation in &self.found.quotations {
            for range in utterance::pieces(self.article, quotation) {
                let zone = self.zone(range);
                if zone != Zone::Boilerplate && !self.drafts.iter().any(|d| d.range == range && d.kind == ClaimKind::Utterance) {
                    self.drafts.push(Draft { range, kind: ClaimKind::Utterance, clause: self.clause_of(range), quantity: None });
                }
            }
        }
    }

    fn zone(&self, range: Range) -> Zone {
        let sentence = self.article.tokens().get(range.first).and_then(|t| self.article.sentence_at(t.span.start));
        sentence.map_or(Zone::Body, |s| self.article.zone(&self.article.sentences()[s]))
    }

    /// The sentence around a claim; the one before it, too, where the claim is all of its own.
    fn context(&self, range: Range) -> Option<String> {
        let article = self.article;
        let index = article.sentence_at(article.tokens().get(range.first)?.span.start)?;
        let sentence = article.sentences()[index];
        let whole = range.len() * 10 >= (sentence.last - sentence.first) * 9;
        let before = index.checked_sub(1).map(|i| article.sentences()[i]).filter(|s| whole && s.paragraph == sentence.paragraph);
        match (whole, before) {
            (false, _) => Some(article.clean(sentence.span)),
            (true, Some(before)) => Some(article.clean(before.span)),
            (true, None) => None,
        }
    }

    fn clause_of(&self, range: Range) -> Option<usize> {
        let index = self.clauses.partition_point(|c| c.range.last <= range.first);
        self.clauses.get(index).filter(|c| c.range.contains(range.first)).map(|_| index)
    }

    fn read_figures(&mut self) {
        let mut edges: Vec<usize> = self.found.quantities.iter().map(|q| self.range(q.span).first).collect();
        edges.extend(
            self.found.quotations.iter().filter(|q| !self.is_whole(q)).flat_map(|q| [self.range(q.span).first, self.range(q.span).last]),
        );
        for (index, quantity) in self.found.quantities.iter().enumerate() {
            if quantity.noun.is_none() && quantity.unit.is_none() {
                continue;
            }
            let number = self.range(quantity.span);
            if self.is_attributive(number.last) {
                continue;
            }
            let Some(clause) = self.clause_of(number).filter(|_| self.zone(number) != Zone::Boilerplate) else { continue };
            let whole = self.clauses[clause].range;
            let stops: Vec<usize> = edges.iter().copied().filter(|e| *e > number.first && *e < whole.last).collect();
            let range = figure::phrase(self.article, quantity, whole, &stops);
            // a clause that is little more than its figure is told once, as the figure
            let most = utterance::words(self.article, range) * 2 >= utterance::words(self.article, whole);
            if most {
                self.drafts.retain(|d| !(d.range == whole && matches!(d.kind, ClaimKind::Statement)));
            }
            self.drafts.push(Draft { range, kind: ClaimKind::Figure, clause: Some(clause), quantity: Some(index) });
        }
    }

    /// "a 10-page response", "the 30-day delay": the number describes a thing, and the clause that speaks of the thing carries it.
    fn is_attributive(&self, behind: usize) -> bool {
        let token = self.article.tokens().get(behind);
        token.is_some_and(|t| t.glued && self.article.word(behind) == "-")
            || self.article.tokens().get(behind.wrapping_sub(2)).is_some_and(|t| t.glued && self.article.word(behind - 2) == "-")
    }

    fn finish(mut self) -> Vec<Claim> {
        self.drafts.sort_by_key(|d| (d.range.first, std::cmp::Reverse(d.range.last), d.kind, d.quantity));
        self.drafts.dedup_by_key(|d| (d.range, d.kind, d.quantity));
        let mut ids = Ids::new(&self.document.id);
        let mut claims: Vec<Claim> = Vec::with_capacity(self.drafts.len());
        let mut open: Vec<usize> = Vec::new();
        for (order, draft) in self.drafts.iter().enumerate() {
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
        let (article, range) = (self.article, self.without_loose_marks(draft.range));
        let span = article.span(range.first, range.last);
        let text = article.clean(span);
        let within = |s: Span| span.contains(s);
        let quotations: Vec<usize> =
            indexes(&self.found.quotations, |q| q.span.overlaps(span) && (!self.is_whole(q) || q.span.contains(span) || self.is_aside(q)));
        let attribution = self.attribution(&quotations, span);
        let quantities = match draft.quantity {
            Some(index) => vec![index],
            None => indexes(&self.found.quantities, |q| within(q.span)),
        };
        let dates = indexes(&self.found.dates, |d| within(d.span));
        let clause = draft.clause.map(|c| &self.clauses[c]);
        let reads = if draft.kind == ClaimKind::Figure {
            range
        } else {
            clause.filter(|_| draft.kind != ClaimKind::Utterance).map_or(range, |c| c.range)
        };
        let references = references(article, range, &self.clauses);
        let slot = slots::slot(&slots::Site {
            article,
            found: self.found,
            kind: draft.kind,
            range,
            clause,
            quantity: draft.quantity,
            source: attribution.last(),
            references: &references,
        });
        Claim {
            id: ids.next(draft.kind, &text),
            document: self.document.id.clone(),
            order: 0,
            span,
            context: self.context(range),
            zone: self.zone(range),
            kind: draft.kind,
            parent: None,
            slot,
            value: self.value(draft.kind, &text, &quantities, &dates),
            references,
            as_of: self.as_of(&dates),
            polarity: mode::polarity(article, reads),
            modality: mode::modality(article, reads),
            attribution,
            quotations,
            quantities,
            dates,
            text,
        }
    }

    /// A quotation mark at one end only belongs to the passage around the claim.
    fn without_loose_marks(&self, range: Range) -> Range {
        let Range { mut first, mut last } = range;
        while last > first + 1 && is_break(self.article, last - 1) {
            last -= 1;
        }
        while first + 1 < last && is_break(self.article, first) {
            first += 1;
        }
        Range::new(first, last)
    }

    /// Who credits whom for the words of `span`, outermost first.
    fn attribution(&self, quotations: &[usize], span: Span) -> Vec<Credit> {
        let mut around: Vec<&Quotation> = quotations
            .iter()
            .map(|&i| &self.found.quotations[i])
            .filter(|q| q.span.contains(span) || q.span.overlap(span) * 2 > span.len())
            .collect();
        around.sort_by_key(|q| std::cmp::Reverse(q.span.len()));
        let mut chain: Vec<Credit> = Vec::new();
        for quotation in around {
            let Some(speaker) = &quotation.speaker else { continue };
            let names = names(&speaker.name);
            if chain.last().is_some_and(|c| c.names == names) {
                continue;
            }
            let cue = quotation.cue.as_ref();
            chain.push(Credit { names, mention: speaker.mention, cue: cue.map(|c| c.span), act: cue.map_or(Act::Said, |c| c.act) });
        }
        chain
    }

    fn value(&self, kind: ClaimKind, text: &str, quantities: &[usize], dates: &[usize]) -> Value {
        let figures = quantities.iter().map(|&i| &self.found.quantities[i]).map(|q| Figure {
            text: q.text.clone(),
            span: q.span,
            low: q.low,
            high: q.high,
            bound: q.bound,
            trend: q.trend,
            unit: q.unit.clone(),
            noun: q.noun.clone(),
        });
        let times =
            dates.iter().map(|&i| &self.found.dates[i]).map(|d| TimeValue { text: d.text.clone(), span: d.span, value: d.value.clone() });
        let words = (kind == ClaimKind::Utterance)
            .then(|| text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '$' | '%' | '?' | '!')).to_owned());
        Value { figures: figures.collect(), times: times.collect(), words }
    }

    fn as_of(&self, dates: &[usize]) -> Option<AsOf> {
        let stated = dates
            .iter()
            .map(|&i| &self.found.dates[i])
            .filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time))
            .find_map(|d| Time::parse(&d.value));
        if let Some(time) = stated {
            return Some(AsOf { low: time.first.to_string(), high: time.last.to_string(), basis: Basis::Stated });
        }
        let published = self.document.published.as_ref()?.to_string();
        Some(AsOf { low: published.clone(), high: published, basis: Basis::Dateline })
    }
}

fn indexes<T>(items: &[T], keep: impl Fn(&T) -> bool) -> Vec<usize> {
    items.iter().enumerate().filter(|(_, item)| keep(item)).map(|(i, _)| i).collect()
}

/// "Putin and Lavrov" speak as two; "the Ministry of Trade and Industry" as one, which its small letters or its "of" tell.
fn names(name: &str) -> Vec<String> {
    let parts: Vec<&str> = name.split(" and ").map(str::trim).collect();
    let is_name = |p: &&str| p.split(' ').count() <= 3 && p.split(' ').all(|w| w.starts_with(char::is_uppercase));
    if parts.len() > 1 && parts.iter().all(is_name) { parts.into_iter().map(str::to_owned).collect() } else { vec![name.to_owned()] }
}
