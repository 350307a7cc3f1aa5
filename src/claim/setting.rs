//! The circumstances of a saying, read from the clause that credits.

use super::grammar::Range;
use super::speech::inside;
use super::{Filler, Provenance, Setting, TimeValue};
use crate::extract::{Cue, DateExpression, DateKind, Extraction, MentionKind, Quotation};
use crate::lexicon::Class;
use crate::span::Span;
use crate::syntax::{Deprel, Parsed};

/// To whom, where, when and on which occasion the words of a quotation were said.
pub(super) fn setting(parsed: Parsed<'_, '_>, quotation: &Quotation, cue: &Cue, found: &Extraction) -> Setting {
    let when = when(parsed, quotation, cue, &found.dates);
    let mut setting = Setting { when, ..Setting::default() };
    let Some(verb) = Range::of(parsed.article, cue.span).iter().find(|i| parsed.is_predicate(*i)) else { return setting };
    let frame = SayingFrame { parsed, quoted: quotation.span, found };
    for child in parsed.syntax.children(verb).filter(|i| *i > verb) {
        match parsed.syntax.relation(child) {
            Deprel::Object | Deprel::IndirectObject => frame.put(&mut setting.to, child),
            Deprel::Preposition => frame.read(&mut setting, child),
            _ => {}
        }
    }
    setting
}

/// What stands around words that somebody is credited with.
struct SayingFrame<'a, 't> {
    parsed: Parsed<'a, 't>,
    quoted: Span,
    found: &'a Extraction,
}

impl SayingFrame<'_, '_> {
    /// A phrase behind the crediting verb: to the council, in Odeville, after the vote.
    fn read(&self, setting: &mut Setting, preposition: usize) {
        let Parsed { article, syntax } = self.parsed;
        let Some(object) = syntax.child(preposition, Deprel::PrepositionObject) else { return };
        let span = self.span(object);
        let place = || inside(&self.found.mentions, span, |m| m.span).any(|(_, m)| m.kind == MentionKind::Place && m.span.end == span.end);
        let dated = || inside(&self.found.dates, span, |d| d.span).next().is_some();
        let opens = |class| article.tokens()[preposition].has(class);
        if article.lower(preposition) == "to" {
            self.put(&mut setting.to, object);
        } else if !dated() && opens(Class::Locative) && place() {
            self.put(&mut setting.place, object);
        } else if !dated() && opens(Class::Occasion) {
            self.put(&mut setting.occasion, object);
        }
        // "in an interview with the Herald in Odeville": what hangs on the occasion
        for inner in syntax.children(object).filter(|i| syntax.relation(*i) == Deprel::Preposition) {
            if setting.occasion.as_ref().is_some_and(|o| o.span == Some(span)) && article.lower(inner) != "of" {
                self.read(setting, inner);
            }
        }
    }

    fn span(&self, head: usize) -> Span {
        let phrase = self.parsed.long_phrase(head);
        self.parsed.article.span(phrase.start, phrase.end)
    }

    /// Fills a circumstance that is not known yet, from outside of the quoted words; a word that only points back names nothing.
    fn put(&self, circumstance: &mut Option<Filler>, head: usize) {
        let article = self.parsed.article;
        let (span, token) = (self.span(head), &article.tokens()[head]);
        let names = token.tag.is_noun() && !token.has(Class::Pronoun);
        if names && circumstance.is_none() && !span.overlaps(self.quoted) {
            *circumstance = Some(Filler { text: article.clean(span), span: Some(span), from: Provenance::Stated });
        }
    }
}

/// How far from its cue a day is that of the saying: "he said in an interview with the paper on Friday".
const SAYING: usize = 10;

/// When something was said: the day in the frame around what is quoted, the nearest to the cue.
fn when(parsed: Parsed<'_, '_>, quotation: &Quotation, cue: &Cue, dates: &[DateExpression]) -> Option<TimeValue> {
    let article = parsed.article;
    let sentence = &article.sentences()[article.sentence_at(cue.span.start)?];
    let frame = article.span(sentence.first, sentence.last);
    let first = dates.partition_point(|d| d.span.start < frame.start);
    let inside = dates[first..].iter().take_while(|d| d.span.end <= frame.end);
    let (from, to) = article.tokens_in(cue.span);
    let distance = |d: &DateExpression| {
        let (first, last) = article.tokens_in(d.span);
        first.saturating_sub(to).max(from.saturating_sub(last))
    };
    let days = inside.filter(|d| matches!(d.kind, DateKind::Date | DateKind::Time) && !d.span.overlaps(quotation.span));
    let nearest = days.filter(|d| distance(d) <= SAYING).min_by_key(|d| distance(d))?;
    Some(nearest.into())
}
