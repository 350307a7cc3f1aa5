//! The pieces of a sentence as the rules for times read them.

use jiff::civil::Weekday;

use crate::lexicon::{CalendarWords, Meridiem, TimeUnit, TimeWord};
use crate::span::Span;
use crate::text::{Article, Tag, TokenKind};
use crate::value::{PartOfDay, Season};

/// A token, or a part of one that is joined by hyphens ("third-quarter", "Dec31"), with all that it can be.
#[derive(Clone, Copy, Debug)]
pub(super) struct DatePiece<'a> {
    pub(super) span: Span,
    pub(super) lower: &'a str,
    pub(super) kind: TokenKind,
    pub(super) glued: bool,
    pub(super) capital: bool,
    pub(super) tag: Tag,
    pub(super) senses: &'a [TimeWord],
    /// The token it is, or is a part of.
    pub(super) token: usize,
}

impl DatePiece<'_> {
    fn is_month(&self) -> bool {
        self.senses.iter().any(|s| matches!(s, TimeWord::Month(_)))
    }

    /// Whether it can be more than a word before times.
    fn tells(&self) -> bool {
        let beside = |s: &TimeWord| matches!(s, TimeWord::Opens | TimeWord::Counted | TimeWord::Numbered | TimeWord::Moved);
        matches!(self.kind, TokenKind::Number) || self.lower == "'" || !self.senses.iter().all(beside)
    }

    /// Whether it begins an expression only with a word of time behind it: "in", "every", "some".
    fn leads(&self) -> bool {
        !self.senses.is_empty() && self.senses.iter().all(|s| matches!(s, TimeWord::Opens | TimeWord::Every | TimeWord::Vague))
    }

    pub(super) fn is_number(&self) -> bool {
        self.kind == TokenKind::Number || self.senses.iter().any(|s| matches!(s, TimeWord::Number(_) | TimeWord::Ordinal(_)))
    }
}

/// Fills `pieces` with those of the tokens from `first` up to `last`.
pub(super) fn cut<'a>(article: &'a Article<'_>, first: usize, last: usize, words: &'a CalendarWords, pieces: &mut Vec<DatePiece<'a>>) {
    pieces.clear();
    for index in first..last {
        let token = &article.tokens()[index];
        let lower = article.lower(index);
        let senses = if token.is_word() { words.senses(lower) } else { &[] };
        let piece = DatePiece {
            span: token.span,
            lower,
            kind: token.kind,
            glued: token.glued,
            capital: token.is_word() && article.is_capital(index),
            tag: token.tag,
            senses,
            token: index,
        };
        if !token.is_word() || !senses.is_empty() || !split(piece, words, pieces) {
            pieces.push(piece);
        }
    }
}

/// Pushes the parts of a word such as "third-quarter" where one of them belongs to times; whether it did.
fn split<'a>(word: DatePiece<'a>, words: &'a CalendarWords, pieces: &mut Vec<DatePiece<'a>>) -> bool {
    let bytes = word.lower.as_bytes();
    let class = |b: u8| (b.is_ascii_digit(), b == b'-');
    let joins = |b: &u8| *b == b'-' || b.is_ascii_digit();
    if !word.lower.is_ascii() || word.lower.len() != word.span.len() || !bytes.iter().any(joins) {
        return false;
    }
    let start = pieces.len();
    let mut at = 0;
    while at < bytes.len() {
        // "q1-2019" holds "q1"
        let part = bytes[at..].iter().take_while(|b| **b != b'-').count();
        let known = part < bytes.len() && !words.senses(&word.lower[at..at + part]).is_empty();
        let alike = || bytes[at..].iter().take_while(|b| class(**b) == class(bytes[at])).count();
        let length = if known { part } else { alike() };
        let lower = &word.lower[at..at + length];
        let kind = match class(bytes[at]) {
            (true, _) => TokenKind::Number,
            (_, true) => TokenKind::Dash,
            _ => TokenKind::Word,
        };
        let span = Span::new(word.span.start + at, word.span.start + at + length);
        let (glued, capital) = (word.glued || at > 0, word.capital && at == 0);
        pieces.push(DatePiece { span, lower, kind, glued, capital, tag: word.tag, senses: words.senses(lower), token: word.token });
        at += length;
    }
    // "(3)rd-5th"
    let ordinal = word.glued && ["st-", "nd-", "rd-", "th-"].iter().any(|end| word.lower.starts_with(end));
    let known = ordinal || pieces[start..].iter().any(|p| p.senses.iter().any(|s| !matches!(s, TimeWord::Opens)));
    if !known {
        pieces.truncate(start);
    }
    known
}

/// How far behind "the", "from" or "in" a word of time must come for them to open an expression ("between the end of March and").
const LEAD: usize = 4;

/// Whether an expression can begin at the first of these pieces; most words are dismissed here.
pub(super) fn may_open(pieces: &[DatePiece<'_>]) -> bool {
    let Some((first, rest)) = pieces.split_first() else { return false };
    match first.lower {
        "'" => rest.first().is_some_and(|p| p.glued && p.is_number()),
        _ if first.leads() => (0..rest.len().min(LEAD)).any(|at| rest[at].tells() && !is_count(&rest[at..])),
        _ => first.tells(),
    }
}

/// Whether a number counts something, as far as its writing tells: it is no year and nothing is joined to it.
fn is_count(pieces: &[DatePiece<'_>]) -> bool {
    let joined = |p: &DatePiece<'_>| p.glued && !matches!(p.kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Quote);
    let number = pieces[0].kind == TokenKind::Number || pieces[0].senses.iter().all(|s| matches!(s, TimeWord::Number(_)));
    number && pieces[0].lower.len() != YEAR && !pieces.get(1).is_some_and(joined)
}

/// How many digits a year has.
const YEAR: usize = 4;

/// A place in the pieces of a sentence. A rule takes one by value and gives back the one behind what it read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cursor<'p> {
    pieces: &'p [DatePiece<'p>],
    pub(super) at: usize,
    pub(super) words: &'p CalendarWords,
}

/// What a rule read, and where it ended.
pub(super) type Read<'p, T> = Option<(T, Cursor<'p>)>;

impl<'p> Cursor<'p> {
    pub(super) fn new(pieces: &'p [DatePiece<'p>], at: usize, words: &'p CalendarWords) -> Self {
        Self { pieces, at, words }
    }

    pub(super) fn peek(&self) -> Option<&'p DatePiece<'p>> {
        self.pieces.get(self.at)
    }

    pub(super) fn previous(&self) -> Option<&'p DatePiece<'p>> {
        self.pieces.get(self.at.checked_sub(1)?)
    }

    pub(super) fn before_previous(&self) -> Option<&'p DatePiece<'p>> {
        self.pieces.get(self.at.checked_sub(2)?)
    }

    /// The word before, or nothing.
    pub(super) fn before(&self) -> &'p str {
        self.previous().map_or("", |p| p.lower)
    }

    /// The word here, or nothing.
    pub(super) fn lower(&self) -> &'p str {
        self.peek().map_or("", |p| p.lower)
    }

    /// The lower-case words from here on.
    pub(super) fn lowers(&self) -> impl Iterator<Item = &'p str> + Clone + use<'p> {
        self.pieces[self.at.min(self.pieces.len())..].iter().map(|p| p.lower)
    }

    pub(super) fn back(self, count: usize) -> Option<Self> {
        Some(Self { at: self.at.checked_sub(count)?, ..self })
    }

    pub(super) fn behind(self, count: usize) -> Self {
        Self { at: self.at + count, ..self }
    }

    /// Reads one piece that has such a sense.
    pub(super) fn sense<T>(self, pick: impl Fn(&'p TimeWord) -> Option<T>) -> Read<'p, T> {
        let value = self.peek()?.senses.iter().find_map(pick)?;
        Some((value, self.behind(1)))
    }

    /// Reads one of these words.
    pub(super) fn word(self, any: &[&str]) -> Option<Self> {
        any.contains(&self.peek()?.lower).then(|| self.behind(1))
    }

    /// Passes over one of these words, if it stands here.
    pub(super) fn skip(self, any: &[&str]) -> Self {
        self.word(any).unwrap_or(self)
    }

    /// Passes over a hyphen, if one stands here.
    pub(super) fn skip_hyphen(self) -> Self {
        if self.is_hyphen() { self.behind(1) } else { self }
    }

    pub(super) fn is_hyphen(&self) -> bool {
        self.peek().is_some_and(|p| p.kind == TokenKind::Dash && p.glued)
    }

    /// Whether what stands here is written without a blank behind what was read.
    pub(super) fn is_glued(&self) -> bool {
        self.peek().is_some_and(|p| p.glued)
    }

    /// A number in digits alone, with how many digits it has.
    pub(super) fn digits(self) -> Read<'p, (u32, usize)> {
        let piece = self.peek().filter(|p| p.kind == TokenKind::Number)?;
        Some(((piece.lower.parse().ok()?, piece.lower.len()), self.behind(1)))
    }

    pub(super) fn month(self) -> Read<'p, i8> {
        let read = self.sense(|s| if let TimeWord::Month(m) = s { Some(*m) } else { None })?;
        let piece = self.peek()?;
        // "may" and "march" are other words too, and short forms without their full stop are names ("Jan", "Mar")
        let doubtful = (matches!(piece.lower, "may" | "march") && (!piece.capital || piece.tag == Tag::Modal))
            || (piece.lower.len() <= 4 && !piece.lower.ends_with('.') && !matches!(piece.lower, "may" | "june" | "july"));
        let led = matches!(self.before(), "in" | "of" | "early" | "late" | "mid" | "-" | "\u{2013}") && piece.tag != Tag::Modal;
        let month = |c: Option<Self>| c.and_then(|c| c.peek()).is_some_and(DatePiece::is_month);
        let joins = |c: Self| matches!(c.lower(), "to" | "through" | "until");
        // "from Nov to Feb"
        let ranged = (joins(self.behind(1)) && month(Some(self.behind(2)))) || (self.back(1).is_some_and(joins) && month(self.back(2)));
        let led = led || ranged || (self.behind(1).is_hyphen() && month(Some(self.behind(2))));
        (!doubtful || led || self.beside_number()).then_some(read)
    }

    /// Whether a number stands before or behind this piece.
    fn beside_number(&self) -> bool {
        self.previous().is_some_and(DatePiece::is_number)
            || self.behind(1).peek().is_some_and(DatePiece::is_number)
            || self
                .behind(2)
                .peek()
                .is_some_and(|p| p.kind == TokenKind::Number && !self.behind(1).lower().starts_with(char::is_alphabetic))
    }

    pub(super) fn weekday(self) -> Read<'p, Weekday> {
        let read = self.sense(|s| if let TimeWord::Weekday(w) = s { Some(*w) } else { None })?;
        let piece = self.peek()?;
        // "Sun", "sat" and "wed" are other words too
        let short = piece.lower.len() <= 4 && !piece.lower.ends_with('.');
        let led = matches!(self.before(), "on" | "next" | "last" | "this" | "week");
        let dated = || {
            let next = self.behind(1).skip(&[",", "the"]);
            next.month().is_some() || next.peek().is_some_and(DatePiece::is_number) || next.lower() == "at"
        };
        (!short || led || dated()).then_some(read)
    }

    pub(super) fn unit(self) -> Read<'p, TimeUnit> {
        // with a capital inside a sentence it belongs to a name: "60 Minutes", "This Week"
        let named = self.peek()?.capital && self.at > 0;
        self.sense(|s| if let TimeWord::Unit(u) = s { Some(*u) } else { None }).filter(|_| !named)
    }

    pub(super) fn part(self) -> Read<'p, PartOfDay> {
        self.sense(|s| if let TimeWord::Part(part) = s { Some(*part) } else { None })
    }

    pub(super) fn season(self) -> Read<'p, Season> {
        self.sense(|s| if let TimeWord::Season(season) = s { Some(*season) } else { None })
    }

    pub(super) fn meridiem(self) -> Read<'p, Meridiem> {
        self.sense(|s| if let TimeWord::Meridiem(m) = s { Some(*m) } else { None })
    }
}

/// The longest of several readings; of equally long ones the first.
pub(super) fn longest<'p, T, const N: usize>(readings: [Read<'p, T>; N]) -> Read<'p, T> {
    readings.into_iter().flatten().reduce(|best, other| if other.1.at > best.1.at { other } else { best })
}
