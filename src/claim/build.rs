//! From what was extracted to claims: clauses, utterances and figures, each with its chain, slot and value.

use rustc_hash::FxHashSet;

use super::as_of::as_of;
use super::clause::{Clause, clauses};
use super::credit;
use super::figure;
use super::grammar::{Range, has, is_break, kind, tag};
use super::id::Ids;
use super::mode;
use super::reference::references;
use super::slots;
use super::speech::{Said, Speech, inside};
use super::utterance;
use super::{Claim, ClaimKind, Figure, TimeValue, Value};
use crate::document::Document;
use crate::extract::{DateExpression, Extraction, Form};
use crate::lexicon::Class;
use crate::span::Span;
use crate::text::{Article, Tag, TokenKind, Zone};
use crate::value::{Granularity, Timex};

/// A claim of fewer words says too little to be matched.
const SHORTEST_STATEMENT: usize = 3;

/// A date within so many tokens of a clause's beginning sets the time of all that follows: "As of 10 a.m.", "On Feb. 14".
const DATED_OPENING: usize = 6;

/// The claims of one document, in the order of the text.
///
/// Every clause of the article is a statement, unless it only frames somebody's words; every sentence or fragment in quotation
/// marks is an utterance; every quantity with a counted noun or a unit is a figure. A claim that lies inside another has it as its
/// parent.
#[must_use]
pub fn claims(document: &Document, article: &Article<'_>, found: &Extraction) -> Vec<Claim> {
    let mut builder = Builder::new(document, article, found);
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
    let builder = Builder::new(document, article, found);
    builder.claim(draft, &mut Ids::new(&document.id))
}

struct Builder<'a, 't> {
    document: &'a Document,
    article: &'a Article<'t>,
    found: &'a Extraction,
    speech: Speech<'a>,
    drafts: Vec<Draft>,
    clauses: Vec<Clause>,
}

impl<'a, 't> Builder<'a, 't> {
    fn new(document: &'a Document, article: &'a Article<'t>, found: &'a Extraction) -> Self {
        let speech = Speech::new(article, &found.quotations);
        Self { document, article, found, speech, drafts: Vec::new(), clauses: Vec::new() }
    }

    fn range(&self, span: Span) -> Range {
        Range::of(self.article, span)
    }

    /// The tokens at which quotations begin and end, but for those whose cue is part of the claim; in order. A quotation that begins
    /// inside a number is read from a broken text, and parts nothing.
    fn quotation_edges(&self) -> Vec<usize> {
        let mut edges: Vec<usize> = self.speech.all().iter().filter(|s| !s.whole).flat_map(|s| [s.range.first, s.range.last]).collect();
        edges.sort_unstable();
        edges.dedup();
        let numbers: Vec<Range> = self.found.quantities.iter().map(|q| self.range(q.span)).collect();
        let inside = |edge: usize| {
            let next = numbers.partition_point(|n| n.last <= edge);
            numbers.get(next).is_some_and(|n| n.first < edge)
        };
        edges.retain(|e| !inside(*e));
        edges
    }

    fn read_clauses(&mut self) {
        let cuts = self.quotation_edges();
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
        let in_direct = |s: &Said<'_>| s.quotation.form == Form::Direct && s.quotation.span.overlap(span) * 2 > span.len();
        let frames = |s: &Said<'_>| !s.whole && !s.quotation.span.overlaps(span);
        let says_enough = utterance::words(self.article, clause.range) >= SHORTEST_STATEMENT && !self.is_label(clause.range);
        says_enough
            && clause.verb.is_some()
            && !self.speech.touching(span).any(in_direct)
            && !self.speech.introduced_in(span).any(frames)
            && !self.says_who_speaks(clause, span)
    }

    /// "who speaks for the president", of a speaker: a habit tells who he is; what he did or will do is news.
    fn says_who_speaks(&self, clause: &Clause, span: Span) -> bool {
        let present = |(finite, main)| finite == main && matches!(tag(self.article, main), Tag::VerbThird | Tag::VerbPresent);
        clause.verb.is_some_and(present) && self.article.lower(clause.range.first) == "who" && self.speech.speaker_around(span)
    }

    /// "rejected that demand, saying": what stands before a participle that credits is a clause of its own.
    fn without_crediting_participle(&self, clause: Clause) -> Clause {
        let Range { first, last } = clause.range;
        let credits = |i: usize| self.speech.introduced_in(self.article.tokens()[i].span).next().is_some();
        let participle =
            (first + 3..last).find(|&i| tag(self.article, i) == Tag::VerbGerund && is_break(self.article, i - 1) && credits(i));
        let end = participle.map_or(last, |i| i - 1);
        Clause { range: Range::new(first, end), ..clause }
    }

    /// "What they're saying:": a few words and a colon that head a paragraph claim nothing.
    fn is_label(&self, range: Range) -> bool {
        const LONGEST: usize = 6;
        utterance::words(self.article, range) <= LONGEST && self.article.word(range.last) == ":"
    }

    /// A clause that says when something begins, ends or takes place is a time claim.
    fn kind(&self, clause: &Clause) -> ClaimKind {
        let names_when = clause.range.iter().any(|i| has(self.article, i, Class::Schedule));
        let span = self.article.span(clause.range.first, clause.range.last);
        let day = |value: &Timex| value.time().is_some_and(|t| t.granularity >= Granularity::Month);
        let dated = inside(&self.found.dates, span, |d| d.span).any(|(_, d)| day(&d.value));
        if names_when && dated { ClaimKind::Time } else { ClaimKind::Statement }
    }

    fn read_utterances(&mut self) {
        for quotation in &self.found.quotations {
            for range in utterance::pieces(self.article, quotation) {
                let zone = self.zone(range);
                if zone != Zone::Boilerplate {
                    self.drafts.push(Draft { range, kind: ClaimKind::Utterance, clause: self.clause_of(range), quantity: None });
                }
            }
        }
    }

    fn zone(&self, range: Range) -> Zone {
        let sentence = self.article.tokens().get(range.first).and_then(|t| self.article.sentence_at(t.span.start));
        sentence.map_or(Zone::Body, |s| self.article.zone(&self.article.sentences()[s]))
    }

    /// The sentence that a claim begins in.
    fn context(&self, range: Range) -> Option<Span> {
        let first = self.article.tokens().get(range.first)?;
        self.article.sentence_at(first.span.start).map(|s| self.article.sentences()[s].span)
    }

    /// The clause in which a range begins: that of its first word, for a clause leaves out the "but" before it.
    fn clause_of(&self, range: Range) -> Option<usize> {
        let index = self.clauses.partition_point(|c| c.range.last <= range.first);
        self.clauses.get(index).filter(|c| c.range.first < range.last).map(|_| index)
    }

    fn read_figures(&mut self) {
        let mut edges = self.quotation_edges();
        edges.extend(self.found.quantities.iter().map(|q| self.range(q.span).first));
        edges.sort_unstable();
        let mut told = FxHashSet::default();
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
            // where a quotation begins inside the number, the number is no place to stop
            let (from, to) = (edges.partition_point(|e| *e < number.last), edges.partition_point(|e| *e < whole.last));
            let stops = &edges[from.min(to)..to];
            let range = figure::phrase(self.article, quantity, whole, stops);
            // a clause that is little more than its figure is told once, as the figure; a demand of it is something else
            let span = self.article.span(whole.first, whole.last);
            let demands = self.act(&self.clauses[clause], span).is_some();
            if !demands && utterance::words(self.article, range) * 2 >= utterance::words(self.article, whole) {
                told.insert(clause);
            }
            self.drafts.push(Draft { range, kind: ClaimKind::Figure, clause: Some(clause), quantity: Some(index) });
        }
        let stays = |d: &Draft| d.kind != ClaimKind::Statement || d.clause.is_none_or(|c| !told.contains(&c));
        self.drafts.retain(stays);
    }

    /// "a 10-page response", "the 30-day delay": the number describes a thing, and the clause that speaks of the thing carries it.
    fn is_attributive(&self, behind: usize) -> bool {
        let hyphen = |at: usize| self.article.tokens().get(at).is_some_and(|t| t.glued && self.article.word(at) == "-");
        // "two-way" is one token, "10-page" three
        let within = self.article.word(behind.wrapping_sub(1)).trim_start_matches(|c: char| !c.is_alphanumeric());
        hyphen(behind) || hyphen(behind.wrapping_sub(2)) || (within.contains('-') && within.starts_with(char::is_alphabetic))
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
        let plain = article.clean(span);
        let credits = |s: &Said<'_>| !s.whole || s.quotation.span.contains(span) || s.aside;
        let clause = draft.clause.map(|c| &self.clauses[c]);
        let said: Vec<&Said<'_>> = self.speech.touching(span).filter(|s| credits(s)).collect();
        let mut quotations: Vec<usize> = said.iter().map(|s| s.index).collect();
        quotations.dedup();
        let act = clause.filter(|_| draft.kind == ClaimKind::Statement).and_then(|c| self.act(c, span));
        let attribution = credit::attribution(article, &said, act, span, &self.found.dates);
        let quantities = match draft.quantity {
            Some(index) => vec![index],
            None => inside(&self.found.quantities, span, |q| q.span).map(|(i, _)| i).collect(),
        };
        let dates: Vec<usize> = inside(&self.found.dates, span, |d| d.span).map(|(i, _)| i).collect();
        let reads = if draft.kind == ClaimKind::Figure {
            range
        } else {
            clause.filter(|_| draft.kind != ClaimKind::Utterance).map_or(range, |c| c.range)
        };
        let before = self.clauses.partition_point(|c| c.range.first < range.last);
        let references = references(article, range, &self.clauses[..before]);
        let slot = slots::slot(&slots::Site {
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
        Claim {
            id: ids.next(draft.kind, &plain),
            document: self.document.id.clone(),
            order: 0,
            span,
            text: span.slice(article.text()).to_owned(),
            tokens: article.excerpt(span),
            context: self.context(range),
            zone: self.zone(range),
            kind: draft.kind,
            parent: None,
            slot,
            value: self.value(draft.kind, &plain, &quantities, &dates),
            references,
            as_of: as_of(self.document, self.dates_of(range, clause)),
            polarity: mode::polarity(article, reads),
            modality: mode::modality(article, reads),
            attribution,
            quotations,
            quantities,
            dates,
            plain,
        }
    }

    /// The dates that say when a claim holds: its own, then the one that its clause opens with ("As of 10 a.m., four people ..."); "the
    /// fire of 1998, when 12 died" is of the year before it.
    fn dates_of(&self, range: Range, clause: Option<&Clause>) -> impl Iterator<Item = &'a DateExpression> {
        let (article, dates) = (self.article, &self.found.dates);
        let of = |r: Range| inside(dates, article.span(r.first, r.last), |d| d.span).map(|(_, d)| d);
        let whole = clause.map_or(range, |c| c.range);
        let opening = article.tokens().get(whole.first).map_or(0, |t| t.span.start);
        let before = article.sentence_at(opening).map_or(whole.first, |s| article.sentences()[s].first);
        let relative =
            if article.lower(whole.first) == "when" { Range::new(before, whole.first) } else { Range::new(whole.first, whole.first) };
        let head = Range::new(whole.first, whole.last.min(whole.first + DATED_OPENING));
        of(range).chain(of(head)).chain(of(relative))
    }

    /// The range without punctuation at its ends, and without a quotation mark whose partner stands outside of it.
    fn without_loose_marks(&self, range: Range) -> Range {
        let Range { mut first, mut last } = range;
        let quotes = range.iter().filter(|&i| self.is_quote(i)).count();
        let mut odd = quotes % 2 == 1;
        while last > first + 1 {
            let loose = |i: usize| is_break(self.article, i) || (odd && self.is_quote(i));
            if loose(last - 1) {
                last -= 1;
                odd &= !self.is_quote(last);
            } else if loose(first) {
                first += 1;
                odd &= !self.is_quote(first - 1);
            } else {
                break;
            }
        }
        Range::new(first, last)
    }

    fn is_quote(&self, index: usize) -> bool {
        kind(self.article, index) == Some(TokenKind::Quote)
    }

    /// The demand, denial or promise that a clause is, told by its verb.
    fn act(&self, clause: &Clause, span: Span) -> Option<&Said<'a>> {
        let (_, main) = clause.verb?;
        let verb = self.article.tokens()[main].span;
        self.speech.introduced_in(span).find(|s| s.act && s.quotation.cue.as_ref().is_some_and(|c| c.span == verb))
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
