//! Numbers as written: value or range, bound, trend, unit and counted noun.

mod age;
#[cfg(test)]
mod cases;
mod digits;
mod figure;
mod hedge;
mod noun;
mod numeral;
mod piece;
#[cfg(test)]
mod probe;
mod reader;
mod refuse;
mod share;
mod unit;

use serde::{Deserialize, Serialize};

use self::figure::WrittenAmount;
use self::noun::{Noun, Taken};
use self::reader::QuantityReader;
use super::date::{DateExpression, DateKind};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Article;
use crate::value::{Amount, Bound, Measure};

pub use crate::value::Trend;

/// A number as written.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quantity {
    /// The number with its hedge, unit and currency sign; the counted noun is not part of it.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// Lower end; see [`Amount`].
    pub low: Option<f64>,
    /// Upper end; see [`Amount`].
    pub high: Option<f64>,
    /// The hedge.
    pub bound: Bound,
    /// Which way it moved, where the text says so.
    pub trend: Option<Trend>,
    /// The unit in its usual name, singular ("percent", "US dollar", "kilometre", "US dollar per barrel"); `None` for a bare count.
    pub unit: Option<Measure>,
    /// The noun that is counted or measured, as it stands in the text ("troops", "page").
    pub noun: Option<String>,
    /// Where that noun stands.
    pub noun_span: Option<Span>,
}

impl Quantity {
    /// Its value as an interval with a bound.
    #[must_use]
    pub fn amount(&self) -> Amount {
        Amount { low: self.low, high: self.high, bound: self.bound }
    }
}

/// The quantities of an article, in order and not overlapping.
///
/// Numbers inside one of `dates` are left to the dates, but for a length of time, which is a quantity as well ("three weeks").
/// Years, days, clock times, scores, ordinals and numbers in names are recognised also where `dates` is empty.
///
/// ```
/// use corroborate::extract::quantity;
/// use corroborate::{lexicon::Lexicon, text::Article, value::Bound};
/// let lexicon = Lexicon::english();
/// let article = Article::new("In 2022 more than 130,000 Russian troops stood within 40 km of the border.", lexicon);
/// let found = quantity::extract(&article, &[], lexicon);
/// assert_eq!((found[0].low, found[0].bound, found[0].noun.as_deref()), (Some(130_000.0), Bound::MoreThan, Some("troops")));
/// assert_eq!((found[1].text.as_str(), &found[1].unit), ("40 km", &Some("kilometre".into())));
/// assert_eq!(found.len(), 2);
/// ```
#[must_use]
pub fn extract(article: &Article<'_>, dates: &[DateExpression], lexicon: &Lexicon) -> Vec<Quantity> {
    let words = lexicon.quantity();
    let mut found = Vec::new();
    for sentence in article.sentences().iter().filter(|sentence| piece::may_hold_number(article, sentence, words)) {
        let pieces = piece::cut(article, sentence, words);
        let reader = QuantityReader { article, pieces: &pieces, words };
        read_sentence(&reader, dates, &mut found);
    }
    keep_apart(&mut found);
    found
}

/// A hedge that reaches back over a number glued to it ("5at least 5") gives way to that number.
fn keep_apart(found: &mut Vec<Quantity>) {
    let mut end = 0;
    found.retain(|quantity| {
        let apart = quantity.span.start >= end;
        end = end.max(quantity.span.end);
        apart
    });
}

/// The figure before, to which a conversion or an addition refers: "7.5 million crowns ($1.1 million)", "60%, or $30 billion".
struct Previous {
    last: usize,
    bound: Bound,
    noun: Option<Noun>,
}

fn read_sentence(reader: &QuantityReader<'_>, dates: &[DateExpression], found: &mut Vec<Quantity>) {
    let mut previous: Option<Previous> = None;
    let mut taken = Vec::new();
    let mut listed = Listed { from: found.len(), last: 0 };
    let mut at = 0;
    while at < reader.pieces.len() {
        let Some(figure) = reader.figure(at) else {
            at += 1;
            continue;
        };
        at = figure.last;
        if !figure.high.is_finite() || reader.is_refused(&figure) || is_dated(reader, &figure, dates) {
            continue;
        }
        let quantity = Hedged::new(reader, figure, previous.as_ref(), &taken);
        taken.push(Taken { first: quantity.figure.first, last: quantity.last });
        listed.add(reader, &quantity, found);
        previous = Some(Previous { last: quantity.last, bound: quantity.bound, noun: quantity.noun });
        at = quantity.last;
        found.push(quantity.write(reader));
    }
}

/// Bare numbers in a row, whose noun stands behind the last: "100, 200 or 250 people".
struct Listed {
    /// The first of them in the list of what was found.
    from: usize,
    /// The piece behind the one before.
    last: usize,
}

impl Listed {
    /// Goes on with this quantity, the next to be found; where it has a noun, those before it in the row get it as well.
    fn add(&mut self, reader: &QuantityReader<'_>, next: &Hedged<'_>, found: &mut [Quantity]) {
        let joined = self.last > 0 && reader.is_list(self.last, next.first);
        let open = found.last().is_some_and(|before| before.unit.is_none() && before.noun.is_none());
        if !(joined && open && next.figure.unit.is_none()) {
            self.from = found.len();
        } else if let Some(noun) = next.noun {
            let span = reader.span(noun.first, noun.last);
            for quantity in &mut found[self.from..] {
                quantity.noun = Some(span.slice(reader.article.text()).to_owned());
                quantity.noun_span = Some(span);
            }
        }
        self.last = next.last;
    }
}

/// Whether a figure lies in a date expression and is no length of time.
fn is_dated(reader: &QuantityReader<'_>, figure: &WrittenAmount<'_>, dates: &[DateExpression]) -> bool {
    let Some(piece) = reader.piece(figure.first) else { return false };
    let next = dates.partition_point(|date| date.span.end <= piece.span.start);
    let inside = dates.get(next).is_some_and(|date| date.span.contains(piece.span) && date.kind != DateKind::Duration);
    inside && !figure.is_in("time")
}

/// A figure with its hedge, movement and noun.
struct Hedged<'a> {
    figure: WrittenAmount<'a>,
    first: usize,
    last: usize,
    bound: Bound,
    trend: Option<Trend>,
    noun: Option<Noun>,
    age: bool,
}

impl<'a> Hedged<'a> {
    fn new(reader: &QuantityReader<'a>, figure: WrittenAmount<'a>, previous: Option<&Previous>, taken: &[Taken]) -> Self {
        let before = reader.hedge_before(figure.first);
        let after = reader.hedge_after(figure.last);
        let first = before.map_or(figure.first, |(at, _)| at);
        let (figure, last) = match after {
            Some((at, _)) => reader.measured_behind(figure, at),
            None => (figure.clone(), figure.last),
        };
        let referred = previous.filter(|previous| reader.refers(previous.last, first));
        let converted = referred.filter(|_| reader.lower_back(first, 1) == "(" || reader.lower_back(first, 1) == "/").map(|p| p.bound);
        let hedge = after.or(before).map(|(_, bound)| bound).or(converted);
        let bound = if figure.range { Bound::Range } else { hedge.unwrap_or_default() };
        let age = reader.is_age(&figure);
        let noun = if age { reader.aged(&figure, taken) } else { reader.noun_of(&figure, last, referred.and_then(|p| p.noun), taken) };
        let noun = noun.map(|noun| reader.whole_words(noun));
        let trend = reader.trend(&figure, first);
        Self { figure, first, last, bound, trend, noun, age }
    }

    fn amount(&self) -> Amount {
        match self.bound {
            Bound::Range => Amount::range(self.figure.low, self.figure.high),
            bound => Amount::new(self.figure.low, bound),
        }
    }

    fn unit(&self) -> Option<Measure> {
        let unit = if self.age { age::YEARS } else { &self.figure.unit?.name };
        let measure = Measure::from(unit);
        Some(self.figure.rate.map_or_else(|| measure.clone(), |rate| measure.clone().by(rate)))
    }

    fn write(&self, reader: &QuantityReader<'_>) -> Quantity {
        let span = reader.span(self.first, self.last);
        let noun_span = self.noun.map(|noun| reader.span(noun.first, noun.last));
        let Amount { low, high, bound } = self.amount();
        let text = reader.article.text();
        Quantity {
            span,
            text: span.slice(text).to_owned(),
            low,
            high,
            bound,
            trend: self.trend,
            unit: self.unit(),
            noun: noun_span.map(|span| span.slice(text).to_owned()),
            noun_span,
        }
    }
}
