//! Times as written, resolved against the dateline.
//!
//! A sentence is cut into pieces (`cursor`); at each piece that can open an expression the rules of `moment` (dates and clock
//! times, from `calendar`, `quarter`, `relative`, `told` and `clock`) and `duration` (lengths and habits) read on, and the longest
//! reading stands.
//! `resolve` then turns what was said into a TIMEX3 value, by the dateline and the `tense` of the clause; `open` writes what stays
//! open. A rule for a new form is a function from a cursor to what it read, listed beside its like.
//!
//! On the shown half of TimeBank this finds .943 of the expressions (overlap F1), .810 with their value, and .904 of the calendar
//! dates. Many of the values that differ are annotated in more than one way there: `1989-WXX` and `1989-W43` for "last week", a day
//! and a night for "Sunday night", `1988-10-26`, `1988-QX` and `1988-Q3` for "a year ago" beside a quarter.

mod calendar;
mod clock;
mod context;
mod cursor;
mod dateline;
mod duration;
mod meaning;
mod moment;
mod number;
mod open;
mod quarter;
mod range;
mod relative;
mod resolve;
mod step;
mod tense;
mod told;
mod year;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use self::context::TimeContext;
use self::cursor::{Cursor, Read, longest};
use self::meaning::{Anchor, Length, Meaning, Moment, When, Year};
use self::tense::Tense;

use crate::document::Document;
use crate::lexicon::{Lexicon, TimeUnit};
use crate::span::Span;
use crate::text::{Article, Sentence};
use crate::value::{Granularity, Time, Timex};

/// What kind of time an expression names, as in TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// A day or something coarser: "Monday", "February", "last year".
    Date,
    /// A part of a day or a clock time.
    Time,
    /// "three weeks"
    Duration,
    /// "every Monday"
    Set,
}

/// A time as written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct DateExpression {
    /// Where it stands.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// What kind of time it names.
    pub kind: DateKind,
    /// Its TIMEX3 value: `2022-02-14`, `2022-W07`, `P3D`, `PRESENT_REF`; relative ones stay open (`XXXX-WXX-1`) where no dateline is known.
    pub value: Timex,
}

/// The day that relative times count from: the document's `published` date, or else a date line at the head or foot of its text.
///
/// ```
/// use corroborate::{Document, extract::date, lexicon::Lexicon, text::Article};
/// let document = Document::new("post", "Bridge closed\n\nFeb 14, 2022 - World\n\nThe bridge was closed on Saturday.");
/// let lexicon = Lexicon::english();
/// let article = Article::new(&document.text, lexicon);
/// let day = date::dateline(&document, &article, lexicon);
/// assert_eq!(day.unwrap().to_string(), "2022-02-14");
/// assert_eq!(date::extract(&article, day, lexicon).last().unwrap().value.to_string(), "2022-02-12");
/// ```
#[must_use]
pub fn dateline(document: &Document, article: &Article<'_>, lexicon: &Lexicon) -> Option<Date> {
    let published = document.published.as_ref().map(crate::document::Published::date);
    published.or_else(|| dateline::written(article, lexicon))
}

/// The times of an article, in order, resolved against `dateline`.
///
/// Without a dateline what depends on one stays open: `XXXX-WXX-1` for "Monday", `XXXX-02-20` for "Feb. 20".
///
/// ```
/// use corroborate::{extract::date, lexicon::Lexicon, text::Article};
/// let lexicon = Lexicon::english();
/// let article = Article::new("Talks began last week and will end on Friday after three days.", lexicon);
/// let values = |day: Option<&str>| {
///     let found = date::extract(&article, day.map(|d| d.parse().unwrap()), lexicon);
///     found.into_iter().map(|d| d.value.to_string()).collect::<Vec<_>>()
/// };
/// assert_eq!(values(Some("2022-02-16")), ["2022-W06", "2022-02-18", "P3D"]);
/// assert_eq!(values(None), ["XXXX-WXX", "XXXX-WXX-5", "P3D"]);
/// ```
#[must_use]
pub fn extract(article: &Article<'_>, dateline: Option<Date>, lexicon: &Lexicon) -> Vec<DateExpression> {
    let mut reader =
        DateReader { article, dateline, last: None, told_in: 0, sentence: 0, quarter: None, quarter_told: 0, found: Vec::new() };
    let mut pieces = Vec::new();
    for (index, sentence) in article.sentences().iter().enumerate() {
        reader.sentence = index;
        cursor::cut(article, sentence.first, sentence.last, lexicon.calendar(), &mut pieces);
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let read = cursor::may_open(&pieces[at..]).then(|| expression(Cursor::new(&pieces, at, lexicon.calendar()))).flatten();
            at = match read {
                Some((meaning, end)) => {
                    let tokens = (piece.token, pieces[end.at - 1].token + 1);
                    reader.take(meaning, piece.span.hull(pieces[end.at - 1].span), tokens, sentence);
                    end.at
                }
                None => at + 1,
            };
        }
    }
    reader.found
}

/// For how many sentences of its paragraph a quarter whose results are told stays in view; of the next paragraph it is one.
const QUARTER_REACH: usize = 3;

/// How many sentences behind a day "two days later" may count from it.
const LATER_REACH: usize = 1;

/// The longest expression that begins here.
fn expression(cursor: Cursor<'_>) -> Read<'_, Meaning<'_>> {
    longest([
        range::range(cursor),
        moment::single(cursor),
        duration::set(cursor),
        moment::reference(cursor),
        duration::duration(cursor),
        duration::ahead(cursor),
        duration::continued(cursor),
    ])
}

struct DateReader<'a, 't> {
    article: &'a Article<'t>,
    dateline: Option<Date>,
    /// The time spoken of last.
    last: Option<Time>,
    /// The sentence that it was spoken of in, counted from the first.
    told_in: usize,
    /// The sentence that is being read.
    sentence: usize,
    /// The quarter or half-year whose results are being told.
    quarter: Option<Time>,
    /// The sentence that it was spoken of in, counted from the first.
    quarter_told: usize,
    found: Vec<DateExpression>,
}

impl DateReader<'_, '_> {
    fn take(&mut self, meaning: Meaning<'_>, span: Span, (first, last): (usize, usize), sentence: &Sentence) {
        let tense = tense::around(self.article, sentence, first, last);
        let same_sentence = self.told_in == self.sentence;
        let paragraph = |index: usize| self.article.sentences()[index].paragraph;
        let reach = if paragraph(self.sentence) == paragraph(self.quarter_told) { QUARTER_REACH } else { 1 };
        let quarter = self.quarter.as_ref().filter(|_| self.sentence - self.quarter_told <= reach);
        let last = self.last.as_ref();
        let context = TimeContext { dateline: self.dateline, tense, last, same_sentence, quarter, reported: self.quarter.as_ref() };
        let (kind, value, time) = match meaning {
            Meaning::Moment(moment) => {
                let (point, time) = resolve::moment(moment, context);
                (kind(moment), point.into(), time)
            }
            Meaning::Range(from, to) => {
                let (value, time) = resolve::range(from, to, context);
                (kind(from), value, time)
            }
            Meaning::Ahead(length) => counted(step::in_time(length).filter(|_| tense == Tense::Future), length, context),
            Meaning::Later(length) => counted(step::later(length).filter(|_| self.counts_on(length)), length, context),
            Meaning::Duration(length) => (DateKind::Duration, open::period(length).into(), None),
            Meaning::Compound(coarse, fine) => (DateKind::Duration, open::period(coarse).and(&open::period(fine)).into(), None),
            Meaning::Set(habit) => (DateKind::Set, open::habit(habit), None),
            Meaning::Reference(point) => (DateKind::Date, point.into(), None),
        };
        self.remember(meaning, time);
        let text = span.slice(self.article.text()).to_owned();
        self.found.push(DateExpression { span, text, kind, value });
    }

    /// Whether a time was just told that such a length can be counted from: days from a day, years from a year.
    fn counts_on(&self, length: Length) -> bool {
        let near = self.sentence - self.told_in <= LATER_REACH;
        let granularity = step::granularity(length.unit);
        near && self.last.as_ref().is_some_and(|told| granularity.is_some_and(|unit| told.granularity >= unit))
    }

    /// Keeps what the next expression may count from.
    fn remember(&mut self, meaning: Meaning<'_>, time: Option<Time>) {
        // "the first nine months" are told of now, no quarter
        if let Meaning::Duration(Length { unit: TimeUnit::Month | TimeUnit::Year, .. }) = meaning {
            self.quarter = None;
        }
        // "a year earlier" is set against what is spoken of, which goes on being spoken of
        let compared = matches!(
            meaning,
            Meaning::Moment(Moment {
                when: When::Offset { anchor: Anchor::Now | Anchor::Last, .. } | When::Reported(_, Year::Step(_) | Year::Written(_)),
                ..
            })
        );
        if let Some(time) = time.filter(|_| !compared) {
            if matches!(time.granularity, Granularity::Quarter | Granularity::Half) {
                self.quarter = Some(time.clone());
                self.quarter_told = self.sentence;
            }
            self.last = Some(time);
            self.told_in = self.sentence;
        }
    }
}

/// The day that so long a time leads to, or where it leads to none, how long it is.
fn counted(when: Option<When>, length: Length, context: TimeContext<'_>) -> (DateKind, Timex, Option<Time>) {
    let Some(when) = when else { return (DateKind::Duration, open::period(length).into(), None) };
    let (point, time) = resolve::moment(when.into(), context);
    (DateKind::Date, point.into(), time)
}

fn kind(moment: Moment) -> DateKind {
    if moment.clock.is_some() { DateKind::Time } else { DateKind::Date }
}

/// The expressions of a text and their values, for the tables of cases beside the rules. The dateline is Wednesday, March 12, 2025.
#[cfg(test)]
fn table(cases: &[(&str, &[(&str, &str)])]) {
    let lexicon = Lexicon::english();
    for (text, want) in cases {
        let article = Article::new(text, lexicon);
        let found = extract(&article, Some(Date::constant(2025, 3, 12)), lexicon);
        let got: Vec<_> = found.iter().map(|d| (d.text.as_str(), d.value.to_string())).collect();
        let want: Vec<_> = want.iter().map(|(words, value)| (*words, (*value).to_owned())).collect();
        assert_eq!(got, want, "{text}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_time() {
        table(&[
            ("The ship carries 2025 people and may march on.", &[]),
            ("It cost $1998 and weighed 1,900 tons.", &[]),
            ("A 44-year-old man and a six-year-old girl were hurt.", &[]),
            ("Mayor May said that April Jones would sit in the second row.", &[]),
            ("They won 3-2 on aggregate, with a ratio of 4:3.", &[]),
            ("She reads the Daily Lantern and watches 60 Minutes.", &[]),
            ("Flight 1955 was late, as was No. 1960.", &[]),
            ("Prices fall in spring-loaded markets; this fall in prices hurt.", &[]),
        ]);
    }

    #[test]
    fn kinds() {
        let lexicon = Lexicon::english();
        for (text, want) in [
            ("It opened on Monday.", DateKind::Date),
            ("It opened at 6 p.m.", DateKind::Time),
            ("It opened on Monday night.", DateKind::Time),
            ("It was open for three weeks.", DateKind::Duration),
            ("It opens every Monday.", DateKind::Set),
        ] {
            let found = extract(&Article::new(text, lexicon), None, lexicon);
            assert_eq!(found.iter().map(|d| d.kind).collect::<Vec<_>>(), [want], "{text}");
        }
    }
}
