//! Where the claims of an article stand: clauses, utterances, figures, and who is introduced as what.

use rustc_hash::FxHashSet;

use super::ClaimKind;
use super::clause::{Clause, Clauses};
use super::figure;
use super::grammar::{Range, has, is_break, kind, tag};
use super::speech::{Said, Speech, inside};
use super::utterance;
use crate::extract::{Extraction, Form};
use crate::lexicon::Class;
use crate::span::Span;
use crate::syntax::{Deprel, Parsed};
use crate::text::{Article, Tag, TokenKind, Zone};
use crate::value::{Granularity, Timex};

/// A claim of fewer words says too little to be matched.
const SHORTEST_STATEMENT: usize = 2;

/// Without a tensed verb it wants more of them: "entering the union" is a part of what another claim says.
const SHORTEST_FRAGMENT: usize = 3;

/// A claim before its details: the tokens, the kind, and what it stands on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Draft {
    pub range: Range,
    pub kind: ClaimKind,
    /// The clause that it is, or stands in.
    pub clause: Option<usize>,
    /// The quantity that it tells.
    pub quantity: Option<usize>,
    /// The last word of the name that it introduces with a title or a description.
    pub introduces: Option<usize>,
}

impl Draft {
    pub fn new(range: Range, kind: ClaimKind) -> Self {
        Self { range, kind, clause: None, quantity: None, introduces: None }
    }
}

/// What drafts are read from.
#[derive(Clone, Copy)]
pub(super) struct DraftSource<'a, 't> {
    pub parsed: Parsed<'a, 't>,
    pub found: &'a Extraction,
    pub speech: &'a Speech<'a>,
    pub clauses: &'a Clauses,
}

/// The drafts of an article in the order of the text, outer ones first.
pub(super) fn drafts(source: DraftSource<'_, '_>, edges: &[usize]) -> Vec<Draft> {
    let mut figures = source.figures(edges);
    figures.sort_by_key(|f| f.range.first);
    let told: FxHashSet<usize> = figures.iter().filter(|d| source.is_all_that_is_said(d)).filter_map(|d| d.clause).collect();
    // "40 cars parked near the school": what describes the counted things is told by the figure
    let reach = furthest(&figures);
    let counted = |d: &Draft| {
        let before = figures.partition_point(|f| f.range.first < d.range.first);
        before > 0 && d.range.last <= reach[before - 1]
    };
    let statements = source.statements().filter(|d| d.clause.is_none_or(|c| !told.contains(&c)) || d.kind != ClaimKind::Statement);
    let statements = statements.filter(|d| !counted(d));
    let mut drafts: Vec<Draft> =
        statements.chain(source.utterances()).chain(source.introductions()).chain(figures.iter().copied()).collect();
    drafts.sort_by_key(|d| (d.range.first, std::cmp::Reverse(d.range.last), d.kind, d.quantity));
    drafts.dedup_by_key(|d| (d.range, d.kind, d.quantity));
    drafts
}

/// How far the drafts up to each one reach.
fn furthest(drafts: &[Draft]) -> Vec<usize> {
    let mut end = 0;
    let reach = drafts.iter().map(|draft| {
        end = end.max(draft.range.last);
        end
    });
    reach.collect()
}

/// The tokens at which quotations begin and end, in order; but for those whose cue is part of the claim, and for a few words in marks
/// that are a part of the clause around them ("called it a \"mess\""). A quotation that begins inside a number is read from a broken
/// text, and parts nothing.
pub(super) fn quotation_edges(article: &Article<'_>, found: &Extraction, speech: &Speech<'_>) -> Vec<usize> {
    let says = |s: &&Said<'_>| s.quotation.cue.is_some() || s.range.iter().any(|i| article.tokens()[i].tag.is_finite());
    let mut edges: Vec<usize> = speech.all().iter().filter(|s| !s.whole).filter(says).flat_map(|s| [s.range.first, s.range.last]).collect();
    edges.sort_unstable();
    edges.dedup();
    let numbers: Vec<Range> = found.quantities.iter().map(|q| Range::of(article, q.span)).collect();
    let inside = |edge: usize| {
        let next = numbers.partition_point(|n| n.last <= edge);
        numbers.get(next).is_some_and(|n| n.first < edge)
    };
    edges.retain(|e| !inside(*e));
    edges
}

/// The part of the page that a claim stands in.
pub(super) fn zone(article: &Article<'_>, range: Range) -> Zone {
    let sentence = article.tokens().get(range.first).and_then(|t| article.sentence_at(t.span.start));
    sentence.map_or(Zone::Body, |s| article.zone(&article.sentences()[s]))
}

impl<'a, 't> DraftSource<'a, 't> {
    fn article(&self) -> &'a Article<'t> {
        self.parsed.article
    }

    fn span(&self, range: Range) -> Span {
        self.article().span(range.first, range.last)
    }

    fn statements(self) -> impl Iterator<Item = Draft> {
        let told = move |(index, clause): (usize, &'a Clause)| {
            let draft = Draft { clause: Some(index), ..Draft::new(self.uncut(clause.range), self.kind(clause)) };
            self.is_statement(clause).then_some(draft)
        };
        self.clauses.all().iter().enumerate().filter_map(told)
    }

    /// A clause with enough words, not in direct speech, and no mere frame of somebody's words.
    fn is_statement(&self, clause: &Clause) -> bool {
        let span = self.span(clause.range);
        let in_direct = |s: &Said<'_>| s.quotation.form == Form::Direct && s.quotation.span.overlap(span) * 2 > span.len();
        let least = if self.is_finite(clause) { SHORTEST_STATEMENT } else { SHORTEST_FRAGMENT };
        let says_enough = utterance::words(self.article(), clause.range) >= least && !self.is_label(clause.range);
        says_enough
            && (clause.verb.is_some() || self.is_told_without_verb(clause))
            && clause.range.iter().any(|i| self.says_something(i))
            && !self.speech.touching(span).any(|s| in_direct(s) || self.is_asked_or_denied(s, span))
            && self.frames(span).all(|frame| self.tells_setting(frame, span))
            && !self.says_who_speaks(clause, span)
            && !self.asks(clause)
            && self.is_whole(clause)
    }

    /// Whether a clause without a tensed verb has its subject, here or in the sentence; one that heads its sentence stands for itself.
    fn is_whole(&self, clause: &Clause) -> bool {
        let syntax = self.parsed.syntax;
        self.is_finite(clause) || syntax.relation(clause.head) == Deprel::Root || self.parsed.subject(clause.head).is_some()
    }

    /// "whether it would happen", "what he called a mess": a question that completes another clause says nothing by itself, nor does one
    /// that the outlet asks.
    fn asks(&self, clause: &Clause) -> bool {
        let (span, head) = (self.span(clause.range), self.parsed.syntax.relation(clause.head));
        if self.article().word(clause.range.last) == "?" && head == Deprel::Root && self.speech.touching(span).next().is_none() {
            return true;
        }
        let completes =
            matches!(head, Deprel::ClausalComplement | Deprel::PrepositionComplement | Deprel::ClausalSubject | Deprel::NounClause);
        let opens = tag(self.article(), clause.range.first);
        // "ten reasons why it fell"
        let reasons = opens == Tag::WhAdverb && head == Deprel::RelativeClause;
        reasons || (completes && (self.article().lower(clause.range.first) == "whether" || opens.is_wh()))
    }

    /// "It was" says nothing.
    fn says_something(&self, token: usize) -> bool {
        let idle = [Class::Stop, Class::Pronoun, Class::Auxiliary, Class::Modal];
        let known = &self.article().tokens()[token];
        matches!(known.kind, TokenKind::Word | TokenKind::Number) && !idle.iter().any(|class| known.has(*class))
    }

    /// What somebody denies or demands is told with the denial or the demand: by itself it would be said.
    fn is_asked_or_denied(&self, said: &Said<'_>, span: Span) -> bool {
        said.act && said.whole && said.quotation.span.contains(span) && span.len() * 2 >= said.quotation.span.len()
    }

    fn is_finite(&self, clause: &Clause) -> bool {
        clause.verb.is_some_and(|(_, main)| self.parsed.is_finite(main))
    }

    /// What words in quotes are introduced by a cue in `span` and stand outside of it.
    fn frames(&self, span: Span) -> impl Iterator<Item = &'a Said<'a>> {
        self.speech.introduced_in(span).filter(move |s| !s.whole && !s.quotation.span.overlaps(span))
    }

    /// Whether a frame says more than who speaks: where, to whom, on which occasion; and when, if it tells how, too.
    fn tells_setting(&self, frame: &Said<'_>, span: Span) -> bool {
        let mention = frame.quotation.speaker.as_ref().and_then(|s| s.mention);
        let cue = frame.quotation.cue.as_ref().map(|c| c.span);
        // "he said on Monday" says less than "he confirmed on Monday"
        let plain = cue.is_some_and(|c| Range::of(self.article(), c).iter().any(|i| has(self.article(), i, Class::PlainSaying)));
        let known = [mention, cue].into_iter().flatten().map(|s| Range::of(self.article(), s));
        let range = Range::of(self.article(), span);
        let beside = |i: &usize| !known.clone().any(|k| k.contains(*i));
        let tells = |i: usize| {
            let token = &self.article().tokens()[i];
            let dated = || inside(&self.found.dates, span, |d| d.span).any(|(_, d)| d.span.overlaps(token.span));
            token.tag.is_noun() && token.is_word() && !token.has(Class::Pronoun) && !(plain && dated())
        };
        range.iter().filter(beside).any(tells)
    }

    /// A headline or a short sentence of a noun and what is said of it: "Talks at a standstill".
    fn is_told_without_verb(&self, clause: &Clause) -> bool {
        const LEAST: usize = 4;
        let article = self.article();
        let described = clause.range.iter().any(|i| tag(article, i) == Tag::Preposition);
        described && utterance::words(article, clause.range) >= LEAST
    }

    /// "who speaks for the president", of a speaker: a habit tells who he is; what he did or will do is news.
    fn says_who_speaks(&self, clause: &Clause, span: Span) -> bool {
        let present = |(finite, main)| finite == main && matches!(tag(self.article(), main), Tag::VerbThird | Tag::VerbPresent);
        let before = clause.range.first.checked_sub(1);
        clause.verb.is_some_and(present) && before.is_some_and(|b| self.article().lower(b) == "who") && self.speech.speaker_around(span)
    }

    /// "What they're saying:": a few words and a colon that head a paragraph claim nothing.
    fn is_label(&self, range: Range) -> bool {
        const LONGEST: usize = 6;
        utterance::words(self.article(), range) <= LONGEST && self.article().word(range.last) == ":"
    }

    /// A clause that says when something begins, ends or takes place is a time claim.
    fn kind(&self, clause: &Clause) -> ClaimKind {
        let names_when = clause.range.iter().any(|i| has(self.article(), i, Class::Schedule));
        let day = |value: &Timex| value.time().is_some_and(|t| t.granularity >= Granularity::Month);
        let dated = inside(&self.found.dates, self.span(clause.range), |d| d.span).any(|(_, d)| day(&d.value));
        if names_when && dated { ClaimKind::Time } else { ClaimKind::Statement }
    }

    fn utterances(self) -> impl Iterator<Item = Draft> {
        let pieces = self.found.quotations.iter().flat_map(move |q| utterance::pieces(self.article(), q));
        let told = pieces.filter(move |r| zone(self.article(), *r) != Zone::Boilerplate);
        told.map(move |range| Draft { clause: self.clause_of(range), ..Draft::new(range, ClaimKind::Utterance) })
    }

    /// Who or what somebody is, where the name first stands beside a title or a description: "Ann Bell, the mayor of Ode".
    fn introductions(self) -> Vec<Draft> {
        let article = self.article();
        let titled = self.found.mentions.iter().filter(|m| m.title.as_deref().is_some_and(|t| !t.ends_with('.')));
        let titled = titled.map(|m| (Range::of(article, m.full), Range::of(article, m.span).last.saturating_sub(1)));
        let beside = (0..article.tokens().len()).filter_map(|i| self.parsed.apposition(i));
        let beside = beside.map(|(head, tokens)| (Range::new(tokens.start, tokens.end), head));
        let mut known = FxHashSet::default();
        let introduces = |(range, head): (Range, usize)| {
            let tells = utterance::words(article, range) >= SHORTEST_STATEMENT && zone(article, range) != Zone::Boilerplate;
            let direct = |s: &Said<'_>| s.quotation.form == Form::Direct && s.quotation.span.contains(self.span(range));
            let told = tells && !self.speech.touching(self.span(range)).any(direct) && known.insert(article.lower(head).to_owned());
            told.then(|| Draft { introduces: Some(head), ..Draft::new(range, ClaimKind::Statement) })
        };
        titled.chain(beside).filter_map(introduces).collect()
    }

    fn figures(&self, edges: &[usize]) -> Vec<Draft> {
        let article = self.article();
        let mut stops = edges.to_vec();
        stops.extend(self.found.quantities.iter().map(|q| Range::of(article, q.span).first));
        stops.sort_unstable();
        let figure = |(index, quantity): (usize, &crate::extract::Quantity)| {
            let number = Range::of(article, quantity.span);
            let counts = quantity.noun.is_some() || quantity.unit.is_some();
            if !counts || self.is_attributive(number.last) || zone(article, number) == Zone::Boilerplate {
                return None;
            }
            let clause = self.clause_of(number)?;
            let whole = self.uncut(self.clauses.all()[clause].range);
            // where a quotation begins inside the number, the number is no place to stop
            let (from, to) = (stops.partition_point(|e| *e < number.last), stops.partition_point(|e| *e < whole.last));
            let range = figure::phrase(article, quantity, whole, &stops[from.min(to)..to]);
            // a bare age tells nothing by itself: the clause around it does
            (range.len() > 1).then(|| Draft { clause: Some(clause), quantity: Some(index), ..Draft::new(range, ClaimKind::Figure) })
        };
        self.found.quantities.iter().enumerate().filter_map(figure).collect()
    }

    /// A range that ends inside no name, number or date, whatever the parse made of it.
    fn uncut(&self, range: Range) -> Range {
        let span = self.span(range);
        let ends = [
            reaching(&self.found.mentions, span, |m| m.span),
            reaching(&self.found.quantities, span, |q| q.span),
            reaching(&self.found.dates, span, |d| d.span),
        ];
        let whole = ends.into_iter().fold(span, Span::hull);
        Range::of(self.article(), whole)
    }

    /// The innermost clause that a range begins in.
    fn clause_of(&self, range: Range) -> Option<usize> {
        let owned = range.iter().find_map(|i| self.clauses.owner(i));
        owned.filter(|c| self.clauses.all()[*c].range.first < range.last)
    }

    /// A clause that is little more than its figure is told once, as the figure; a demand of it is something else.
    fn is_all_that_is_said(&self, figure: &Draft) -> bool {
        let Some(clause) = figure.clause.map(|c| &self.clauses.all()[c]) else { return false };
        let demands = self.speech.act_of(self.article(), clause, self.span(clause.range)).is_some();
        !demands && utterance::words(self.article(), figure.range) * 4 >= utterance::words(self.article(), clause.range) * 3
    }

    /// "a 10-page response", "the 30-day delay": the number describes a thing, and the clause that speaks of the thing carries it.
    fn is_attributive(&self, behind: usize) -> bool {
        let article = self.article();
        let hyphen = |at: usize| article.tokens().get(at).is_some_and(|t| t.glued && article.word(at) == "-");
        // "two-way" is one token, "10-page" three
        let within = article.word(behind.wrapping_sub(1)).trim_start_matches(|c: char| !c.is_alphanumeric());
        hyphen(behind) || hyphen(behind.wrapping_sub(2)) || (within.contains('-') && within.starts_with(char::is_alphabetic))
    }
}

/// The span with what lies across its ends; `items` in order of their start, as extraction gives them.
fn reaching<T>(items: &[T], span: Span, at: impl Fn(&T) -> Span) -> Span {
    let first = items.partition_point(|item| at(item).end <= span.start);
    let last = items.partition_point(|item| at(item).start < span.end);
    let across = [first, last.wrapping_sub(1)].into_iter().filter_map(|i| items.get(i)).map(at);
    across.filter(|item| item.overlaps(span)).fold(span, Span::hull)
}

/// The range without punctuation at its ends, and without a quotation mark whose partner stands outside of it.
pub(super) fn without_loose_marks(article: &Article<'_>, range: Range) -> Range {
    let is_quote = |i: usize| kind(article, i) == Some(TokenKind::Quote);
    let Range { mut first, mut last } = range;
    let mut odd = range.iter().filter(|&i| is_quote(i)).count() % 2 == 1;
    while last > first + 1 {
        let loose = |i: usize| is_break(article, i) || (odd && is_quote(i));
        if loose(last - 1) {
            last -= 1;
            odd &= !is_quote(last);
        } else if loose(first) {
            first += 1;
            odd &= !is_quote(first - 1);
        } else {
            break;
        }
    }
    Range::new(first, last)
}

impl<'a> Speech<'a> {
    /// The demand, denial or promise that a clause is, told by its verb.
    pub(super) fn act_of(&self, article: &Article<'_>, clause: &Clause, span: Span) -> Option<&Said<'a>> {
        let (_, main) = clause.verb?;
        let verb = article.tokens()[main].span;
        self.introduced_in(span).find(|s| s.act && s.quotation.cue.as_ref().is_some_and(|c| c.span == verb))
    }
}
