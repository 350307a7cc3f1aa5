//! Words of expressions of time, vague references and feasts.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use rustc_hash::FxHashMap;

use super::{Phrases, Row, Table};
use crate::error::LexiconError;
use crate::value::{PartOfDay, Period, PeriodUnit, Season, TimePoint, Timex, TimexError};

/// What a word can be in an expression of time.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum TimeWord {
    /// "February": 2
    Month(i8),
    /// "Monday"
    Weekday(Weekday),
    /// "Mondays": a habit, not a day
    Weekdays(Weekday),
    /// "week", "hours"
    Unit(TimeUnit),
    /// "morning"
    Part(PartOfDay),
    /// "summer"
    Season(Season),
    /// "three": 3
    Number(u32),
    /// "third": 3
    Ordinal(u32),
    /// "last" is -1, "this" 0, "next" 1
    Step(i8),
    /// "past" is -1, "coming" 1: of days the nearest such one
    Near(i8),
    /// "yesterday" is -1
    Day(i8),
    /// "early", "mid", "the end of"
    Edge(Edge),
    /// "ago": counted back from now
    Ago,
    /// "earlier": counted back from the time just spoken of
    Earlier,
    /// "later": counted on from the time just spoken of
    Later,
    /// "p.m.": whether it is after noon
    Meridiem(Meridiem),
    /// "daily": `P1D`
    Frequency(Period),
    /// "every"
    Every,
    /// "nineties": 90
    Decade(i16),
    /// "Q3"
    Quarter(i8),
    /// "H2"
    Half(i8),
    /// "GMT"
    Zone,
    /// "several", "few"
    Vague,
    /// "noon": 12
    Clock(i8),
    /// "tonight": a part of today
    Tonight(PartOfDay),
    /// "people": what is counted, so that a number before it is no year
    Counted,
    /// "flight": what is numbered, so that a number behind it is no year
    Numbered,
    /// "postponed": what stands behind it between "from" and "to" is no stretch
    Moved,
    /// "then": the time spoken of last
    Told,
    /// "now", "(the) moment": a phrase, or its end
    Phrase,
    /// "a", "from": a word of no time that an expression may begin with
    Opens,
}

/// A part of a stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Edge {
    /// "early", "the beginning of"
    Start,
    /// "mid-"
    Middle,
    /// "late", "the end of"
    End,
}

impl Edge {
    fn from_key(key: &str) -> Option<Self> {
        match key {
            "start" => Some(Self::Start),
            "middle" => Some(Self::Middle),
            "end" => Some(Self::End),
            _ => None,
        }
    }
}

/// Before or after noon.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Meridiem {
    /// "a.m."
    Am,
    /// "p.m."
    Pm,
}

/// A unit of time, from the finest to the coarsest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the names say it all")]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Weekend,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

impl TimeUnit {
    fn from_key(key: &str) -> Option<Self> {
        Some(match key {
            "S" => Self::Second,
            "M" => Self::Minute,
            "H" => Self::Hour,
            "D" => Self::Day,
            "W" => Self::Week,
            "F" => Self::Fortnight,
            "WE" => Self::Weekend,
            "MO" => Self::Month,
            "Q" => Self::Quarter,
            "Y" => Self::Year,
            "DE" => Self::Decade,
            "C" => Self::Century,
            _ => return None,
        })
    }

    /// How a TIMEX3 period counts this unit: how many of which unit it is.
    #[must_use]
    pub fn period(self) -> (u32, PeriodUnit) {
        match self {
            Self::Second => (1, PeriodUnit::Second),
            Self::Minute => (1, PeriodUnit::Minute),
            Self::Hour => (1, PeriodUnit::Hour),
            Self::Day => (1, PeriodUnit::Day),
            Self::Week => (1, PeriodUnit::Week),
            Self::Fortnight => (2, PeriodUnit::Week),
            Self::Weekend => (1, PeriodUnit::Weekend),
            Self::Month => (1, PeriodUnit::Month),
            Self::Quarter => (3, PeriodUnit::Month),
            Self::Year => (1, PeriodUnit::Year),
            Self::Decade => (10, PeriodUnit::Year),
            Self::Century => (100, PeriodUnit::Year),
        }
    }
}

/// How the day of a feast is found in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Feast {
    base: FeastBase,
    days: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
enum FeastBase {
    Fixed(i8, i8),
    Nth(i8, Weekday, i8),
    Easter,
}

impl Feast {
    fn from_key(key: &str) -> Option<Self> {
        let (base, days) = match key.find('+').or_else(|| key.strip_prefix("easter-").map(|_| "easter".len())) {
            Some(at) => (&key[..at], key[at..].parse().ok()?),
            None => (key, 0),
        };
        let numbers = || base.split('-').map(|n| n.parse::<i8>()).collect::<Result<Vec<_>, _>>().ok();
        let base = if base == "easter" {
            FeastBase::Easter
        } else {
            match numbers()?[..] {
                [month, day] => FeastBase::Fixed(month, day),
                [month, weekday, nth] => FeastBase::Nth(month, Weekday::from_monday_one_offset(weekday).ok()?, nth),
                _ => return None,
            }
        };
        let feast = Self { base, days };
        feast.day(2000).map(|_| feast)
    }

    /// Month and day, where they are the same every year.
    #[must_use]
    pub fn fixed(self) -> Option<(i8, i8)> {
        match self.base {
            FeastBase::Fixed(month, day) if self.days == 0 => Some((month, day)),
            _ => None,
        }
    }

    /// Its day in a year.
    #[must_use]
    pub fn day(self, year: i16) -> Option<Date> {
        let base = match self.base {
            FeastBase::Fixed(month, day) => Date::new(year, month, day).ok()?,
            FeastBase::Nth(month, weekday, nth) => {
                let nth = if nth > 4 { -1 } else { nth };
                Date::new(year, month, 1).ok()?.nth_weekday_of_month(nth, weekday).ok()?
            }
            FeastBase::Easter => easter(year)?,
        };
        base.checked_add(self.days.days()).ok()
    }
}

/// Easter Sunday in the Gregorian calendar, by the anonymous computus (Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i16) -> Option<Date> {
    let year_number = i32::from(year);
    let (a, b, c) = (year_number % 19, year_number / 100, year_number % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    Date::new(year, i8::try_from(n / 31).ok()?, i8::try_from(n % 31 + 1).ok()?).ok()
}

/// The words of time: single words with all that they can be, vague references and feasts.
#[derive(Debug, Clone, Default)]
pub struct CalendarWords {
    words: FxHashMap<Box<str>, Vec<TimeWord>>,
    /// Phrases such as "right now", with the time that they name (`PRESENT_REF`).
    pub references: Phrases<TimePoint>,
    /// Phrases such as "new year 's eve", with the rule for their day.
    pub feasts: Phrases<Feast>,
}

impl CalendarWords {
    /// Reads `calendar.txt` (kind, value, words), `time_references.txt` (value, phrase) and `holidays.txt` (rule, phrase).
    pub(super) fn read(words: &Table<'_>, references: &Table<'_>, holidays: &Table<'_>) -> Result<Self, LexiconError> {
        let mut result = Self::default();
        for row in words.rows() {
            let sense = time_word(words, row)?;
            for word in words.cell(row, 2, "word")?.split_whitespace() {
                result.words.entry(word.into()).or_default().push(sense.clone());
            }
        }
        for row in references.rows() {
            let phrase = references.cell(row, 1, "phrase")?;
            let point = timex(references, row, 0)?.point();
            let point = point.ok_or_else(|| references.error(row, "a phrase names a date or PAST_REF, no length of time"))?;
            result.references.insert(phrase, point);
            result.mark(phrase);
        }
        for row in holidays.rows() {
            let rule = Feast::from_key(row.cells[0]);
            let feast = rule.ok_or_else(|| holidays.error(row, "this is no rule for a day; write 12-25, 11-4-4 or easter+1"))?;
            let phrase = holidays.cell(row, 1, "phrase")?;
            result.feasts.insert(phrase, feast);
            result.mark(phrase);
        }
        Ok(result)
    }

    /// Marks the first and the last word of a phrase, so that one look-up of each word tells where none can be.
    fn mark(&mut self, phrase: &str) {
        let mut words = phrase.split_whitespace();
        let (first, last) = (words.next(), words.next_back());
        if let Some(last) = last.or(first) {
            self.words.entry(last.into()).or_default().push(TimeWord::Phrase);
        }
        if let Some(first) = first.filter(|_| last.is_some()) {
            self.words.entry(first.into()).or_default().push(TimeWord::Opens);
        }
    }

    /// All that a lower-case word can be in an expression of time.
    #[must_use]
    pub fn senses(&self, word: &str) -> &[TimeWord] {
        self.words.get(word).map_or(&[], Vec::as_slice)
    }
}

fn timex(table: &Table<'_>, row: &Row<'_>, cell: usize) -> Result<Timex, LexiconError> {
    table.cell(row, cell, "TIMEX3 value")?.parse().map_err(|error: TimexError| table.error(row, &error.to_string()))
}

fn time_word(table: &Table<'_>, row: &Row<'_>) -> Result<TimeWord, LexiconError> {
    let value = table.cell(row, 1, "value")?;
    let weekday = || {
        let number = table.number(row, 1, "number of a weekday")?;
        Weekday::from_monday_one_offset(number).map_err(|_| table.error(row, "a weekday is a number from 1 to 7"))
    };
    let part_of_day =
        || PartOfDay::from_code(value).ok_or_else(|| table.error(row, &format!("{value:?} is no part of the day; write MO, AF, EV or NI")));
    Ok(match row.cells[0] {
        "month" => TimeWord::Month(table.number(row, 1, "number of a month")?),
        "weekday" => TimeWord::Weekday(weekday()?),
        "weekdays" => TimeWord::Weekdays(weekday()?),
        "unit" => TimeWord::Unit(TimeUnit::from_key(value).ok_or_else(|| table.error(row, &format!("{value:?} is no unit of time")))?),
        "part" => TimeWord::Part(part_of_day()?),
        "season" => TimeWord::Season(Season::from_code(value).ok_or_else(|| table.error(row, "a season is SP, SU, FA or WI"))?),
        "number" => TimeWord::Number(table.number(row, 1, "number")?),
        "ordinal" => TimeWord::Ordinal(table.number(row, 1, "number")?),
        "step" => TimeWord::Step(table.number(row, 1, "step")?),
        "near" => TimeWord::Near(table.number(row, 1, "step")?),
        "day" => TimeWord::Day(table.number(row, 1, "number of days")?),
        "edge" => TimeWord::Edge(Edge::from_key(value).ok_or_else(|| table.error(row, "an edge is start, middle or end"))?),
        "ago" if value == "now" => TimeWord::Ago,
        "ago" => TimeWord::Earlier,
        "hence" => TimeWord::Later,
        "meridiem" => TimeWord::Meridiem(if value == "am" { Meridiem::Am } else { Meridiem::Pm }),
        "frequency" => match timex(table, row, 1)? {
            Timex::Period(period) => TimeWord::Frequency(period),
            _ => return Err(table.error(row, "how often is a period; write P1W")),
        },
        "every" => TimeWord::Every,
        "decade" => TimeWord::Decade(table.number(row, 1, "year of the century")?),
        "quarter" => TimeWord::Quarter(table.number(row, 1, "number of a quarter")?),
        "half" => TimeWord::Half(table.number(row, 1, "number of a half")?),
        "zone" => TimeWord::Zone,
        "vague" => TimeWord::Vague,
        "clock" => TimeWord::Clock(table.number(row, 1, "hour")?),
        "tonight" => TimeWord::Tonight(part_of_day()?),
        "counted" => TimeWord::Counted,
        "numbered" => TimeWord::Numbered,
        "moved" => TimeWord::Moved,
        "told" => TimeWord::Told,
        "opens" => TimeWord::Opens,
        kind => return Err(table.error(row, &format!("{kind:?} is no kind of word of time"))),
    })
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn days_of_feasts() {
        for (words, year, day) in [
            (vec!["easter"], 2018, "2018-04-01"),
            (vec!["easter"], 2019, "2019-04-21"),
            (vec!["good", "friday"], 2022, "2022-04-15"),
            (vec!["christmas", "eve"], 2021, "2021-12-24"),
            (vec!["thanksgiving"], 1999, "1999-11-25"),
            (vec!["memorial", "day"], 2022, "2022-05-30"),
            (vec!["black", "friday"], 2010, "2010-11-26"),
        ] {
            let feasts = &Lexicon::english().calendar().feasts;
            let (_, feast) = feasts.longest(words.iter().copied()).expect(words[0]);
            assert_eq!(feast.day(year).map(|d| d.to_string()).as_deref(), Some(day), "{words:?}");
        }
    }

    #[test]
    fn a_bad_line_is_named() {
        for (file, line, message) in [
            ("calendar.txt", "unit\tX\tword", "calendar.txt, line 1: \"X\" is no unit of time"),
            ("calendar.txt", "weekday\t8\tword", "calendar.txt, line 1: a weekday is a number from 1 to 7"),
            ("calendar.txt", "season\tXX\tword", "calendar.txt, line 1: a season is SP, SU, FA or WI"),
            ("time_references.txt", "P1D\tnow", "time_references.txt, line 1: a phrase names a date or PAST_REF, no length of time"),
            ("holidays.txt", "2-31\tno day", "holidays.txt, line 1: this is no rule for a day; write 12-25, 11-4-4 or easter+1"),
        ] {
            assert_eq!(Lexicon::with_lists(&[(file, line)]).unwrap_err().to_string(), message);
        }
    }
}
