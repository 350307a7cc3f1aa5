//! Tokens: words, numbers and marks, with markup left out.

use super::emphasis;
use super::layout;
use super::tag::Tag;
use crate::lexicon::{Class, Classes, Lexicon};
use crate::span::Span;

/// What a token is by its characters alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, also with hyphens, dots and digits inside: `large-scale`, `U.S.`, `COVID-19`, `'s`, `n't`.
    Word,
    /// Digits with their separators: `130,000`, `1.6`.
    Number,
    /// A quotation mark of any shape, or an apostrophe that belongs to no word.
    Quote,
    /// `-`, `–`, `—`, `--`
    Dash,
    /// `.`, `!`, `?`
    Stop,
    /// `…`, `...`
    Ellipsis,
    /// `,`
    Comma,
    /// `:` and `;`
    Colon,
    /// `(`, `[`, `{`
    Open,
    /// `)`, `]`, `}`
    Close,
    /// Anything else: `$`, `%`, `/`.
    Symbol,
}

/// One token: where it stands, what it is, and which closed classes its word belongs to.
#[derive(Clone, Copy, Debug)]
pub struct Token {
    /// Its bytes in the document's text.
    pub span: Span,
    /// What it is by its characters.
    pub kind: TokenKind,
    /// Whether no white space stands before it.
    pub glued: bool,
    /// The closed classes of its word.
    pub classes: Classes,
    /// Its part of speech in its sentence.
    pub tag: Tag,
    /// Where its lower-case form stands in the article's buffer.
    pub(super) lower: (u32, u32),
}

impl Token {
    /// Whether it is a word.
    #[must_use]
    pub fn is_word(&self) -> bool {
        self.kind == TokenKind::Word
    }

    /// Whether its word is of this closed class.
    #[must_use]
    pub fn has(&self, class: Class) -> bool {
        self.classes.has(class)
    }
}

/// Cuts a text into tokens; the second result is the buffer of lower-case forms (with straight apostrophes).
pub(super) fn tokenize(text: &str, lexicon: &Lexicon) -> (Vec<Token>, String) {
    let marks = emphasis::marks(text);
    let mut marks = marks.iter().peekable();
    let mut scanner = Scanner::new(text, lexicon);
    let mut at = 0;
    while at < text.len() {
        at = match marks.next_if(|mark| mark.start <= at) {
            Some(mark) => scanner.pass(at, mark.end.max(at)),
            None => scanner.step(at),
        };
    }
    (scanner.tokens, scanner.lower)
}

/// The tokens of a text that was cut before, from their places and tags; `None` where these do not fit the text.
pub(super) fn recut(text: &str, pieces: impl Iterator<Item = (Span, Tag)>, lexicon: &Lexicon) -> Option<(Vec<Token>, String)> {
    let mut scanner = Scanner::new(text, lexicon);
    let mut at = 0;
    for (span, tag) in pieces {
        scanner.space |= text.get(at..span.start)?.contains(is_blank);
        let kind = kind_of(text.get(span.start..span.end)?)?;
        at = scanner.push(span.start, span.len(), kind);
        scanner.tokens.last_mut()?.tag = tag;
    }
    (at == text.len()).then_some((scanner.tokens, scanner.lower))
}

/// What a token is, by its characters.
fn kind_of(word: &str) -> Option<TokenKind> {
    let first = word.chars().next()?;
    Some(if first.is_ascii_digit() && number_length(word) == word.len() {
        TokenKind::Number
    } else if first.is_alphanumeric() || (is_apostrophe(first) && word.contains(char::is_alphanumeric)) {
        TokenKind::Word
    } else {
        mark(word, first).1
    })
}

struct Scanner<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    tokens: Vec<Token>,
    lower: String,
    space: bool,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str, lexicon: &'a Lexicon) -> Self {
        Self { text, lexicon, tokens: Vec::with_capacity(text.len() / 5), lower: String::with_capacity(text.len()), space: true }
    }

    /// Leaves out the markup from `at` up to `end`.
    fn pass(&mut self, at: usize, end: usize) -> usize {
        self.space |= layout::at_line_start(self.text, at);
        end
    }

    /// Reads what stands at `at` and returns where the next thing begins.
    fn step(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        if let Some(length) = layout::markup(self.text, at) {
            return self.pass(at, at + length);
        }
        let Some(c) = rest.chars().next() else {
            return self.text.len();
        };
        if is_blank(c) || is_invisible(c) {
            self.space |= is_blank(c);
            return at + c.len_utf8();
        }
        if c.is_ascii_digit() {
            let (number, word) = (number_length(rest), word_length(rest));
            // "2024_03_01" names something
            let name = word > number && rest[number..].starts_with('_');
            return if name { self.push(at, word, TokenKind::Word) } else { self.push(at, number, TokenKind::Number) };
        }
        if c.is_alphanumeric() {
            return self.word(at);
        }
        if is_apostrophe(c)
            && let Some(length) = self.clitic(rest)
        {
            return self.push(at, length, TokenKind::Word);
        }
        let (length, kind) = mark(rest, c);
        self.push(at, length, kind)
    }

    fn push(&mut self, at: usize, length: usize, kind: TokenKind) -> usize {
        let end = at + length;
        let start = self.lower.len() as u32;
        for c in self.text[at..end].chars() {
            if is_apostrophe(c) {
                self.lower.push('\'');
            } else if c.is_ascii() {
                self.lower.push(c.to_ascii_lowercase());
            } else {
                self.lower.extend(c.to_lowercase());
            }
        }
        let lower = (start, self.lower.len() as u32);
        let classes = if kind == TokenKind::Word { self.lexicon.classes(&self.lower[start as usize..]) } else { Classes::default() };
        self.tokens.push(Token { span: Span::new(at, end), kind, glued: !self.space, classes, tag: Tag::default(), lower });
        self.space = false;
        end
    }

    /// A word, its clitic (`'s`, `n't`) as a token of its own, and the full stop of an abbreviation.
    fn word(&mut self, at: usize) -> usize {
        let rest = &self.text[at..];
        let mut length = word_length(rest);
        if let Some(dotted) = dotted_length(rest) {
            return self.push(at, dotted, TokenKind::Word);
        }
        let word = &rest[..length];
        if let Some(body) = before_negation(word) {
            let middle = self.push(at, body, TokenKind::Word);
            return self.push(middle, length - body, TokenKind::Word);
        }
        if let Some(apostrophe) = word.rfind(is_apostrophe)
            && self.clitic(&word[apostrophe..]) == Some(word.len() - apostrophe)
        {
            let middle = self.push(at, apostrophe, TokenKind::Word);
            return self.push(middle, length - apostrophe, TokenKind::Word);
        }
        if rest[length..].starts_with('.') && self.is_abbreviation(word, &rest[length + 1..]) {
            length += 1;
        }
        self.push(at, length, TokenKind::Word)
    }

    /// The length of `'s`, `'re` and their like at the head of `rest`, glued to a word before.
    fn clitic(&self, rest: &str) -> Option<usize> {
        let apostrophe = rest.chars().next().filter(|c| is_apostrophe(*c))?.len_utf8();
        let tail = &rest[apostrophe..];
        let length = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
        let known = ["s", "re", "ve", "ll", "d", "m"].iter().any(|k| tail[..length].eq_ignore_ascii_case(k));
        // a number before counts too ("2014's"), a blank does not: that is an opening mark
        (known && !rest.is_empty() && !self.space_before(rest)).then_some(apostrophe + length)
    }

    fn space_before(&self, rest: &str) -> bool {
        let at = rest.as_ptr() as usize - self.text.as_ptr() as usize;
        !self.text[..at].ends_with(char::is_alphanumeric)
    }

    /// Whether the full stop behind `word` belongs to it: a listed abbreviation, or the initial of a name.
    fn is_abbreviation(&self, word: &str, after: &str) -> bool {
        let capital = word.starts_with(char::is_uppercase);
        let next = after.trim_start_matches([' ', '\u{a0}']).chars().next();
        if capital && word.chars().count() == 1 && word != "I" {
            return next.is_some_and(char::is_uppercase);
        }
        let mut buffer = String::new();
        buffer.extend(word.chars().flat_map(char::to_lowercase));
        if !self.lexicon.classes(&buffer).has(Class::Abbreviation) {
            return false;
        }
        match buffer.as_str() {
            "no" | "nos" | "vol" | "pp" | "fig" | "ch" => next.is_some_and(|c| c.is_ascii_digit()),
            "etc" | "vs" | "approx" | "est" | "dept" | "inc" | "ltd" | "corp" | "co" | "bros" => true,
            _ => capital,
        }
    }
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '\u{2019}')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{ad}')
}

/// Digits, with commas and dots only between digits.
fn number_length(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let inner = matches!(bytes[end], b',' | b'.')
            && end > 0
            && bytes[end - 1].is_ascii_digit()
            && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if bytes[end].is_ascii_digit() || inner {
            end += 1;
        } else {
            break;
        }
    }
    end
}

/// White space and control characters, but for those that join what stands around them.
fn is_blank(c: char) -> bool {
    (c.is_whitespace() || c.is_control()) && !is_invisible(c)
}

/// Letters and digits, joined by hyphens, underscores and apostrophes between them.
fn word_length(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((index, c)) = chars.next() {
        let joins = matches!(c, '-' | '\u{2010}' | '\u{2011}' | '&') || is_apostrophe(c);
        let next = chars.peek().map(|(_, n)| *n);
        let joined = |n: char| n.is_alphanumeric() || (c == '_' && n == '_');
        if c.is_alphanumeric() || is_combining(c) {
            end = index + c.len_utf8();
        } else if !((joins || c == '_') && index > 0 && next.is_some_and(joined)) {
            break;
        }
    }
    end
}

fn is_combining(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// `U.S.`, `a.m.`, `Ph.D.`, `J.K.`: short runs of letters, each with its dot, two at least.
fn dotted_length(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let (mut end, mut parts) = (0, 0);
    loop {
        let letters = bytes[end..].iter().take_while(|b| b.is_ascii_alphabetic()).count();
        let short = letters == 1 || (parts == 0 && letters == 2 && bytes[end..].starts_with(b"Ph"));
        if !short || bytes.get(end + letters) != Some(&b'.') {
            break;
        }
        end += letters + 1;
        parts += 1;
    }
    let followed = bytes.get(end).is_some_and(u8::is_ascii_alphanumeric);
    (parts >= 2 && !followed).then_some(end)
}

/// Where `n't` begins in a word such as "didn't".
fn before_negation(word: &str) -> Option<usize> {
    let body = ["n't", "n\u{2019}t", "N'T", "N\u{2019}T"].iter().find_map(|tail| word.strip_suffix(tail))?;
    (!body.is_empty()).then_some(body.len())
}

fn mark(rest: &str, c: char) -> (usize, TokenKind) {
    let starts = |s: &str| rest.starts_with(s);
    if starts("''") || starts("``") {
        return (2, TokenKind::Quote);
    }
    if starts("...") {
        return (rest.len() - rest.trim_start_matches('.').len(), TokenKind::Ellipsis);
    }
    if starts("--") {
        return (rest.len() - rest.trim_start_matches('-').len(), TokenKind::Dash);
    }
    let kind = match c {
        '"' | '\'' | '`' | '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{2039}' | '\u{203a}' => TokenKind::Quote,
        // old wires write a dash as " _ "
        '-' | '_' | '\u{2010}'..='\u{2015}' | '\u{2212}' => TokenKind::Dash,
        '.' | '!' | '?' => TokenKind::Stop,
        '\u{2026}' => TokenKind::Ellipsis,
        ',' => TokenKind::Comma,
        ':' | ';' => TokenKind::Colon,
        '(' | '[' | '{' => TokenKind::Open,
        ')' | ']' | '}' => TokenKind::Close,
        _ => TokenKind::Symbol,
    };
    (c.len_utf8(), kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<String> {
        let (tokens, _) = tokenize(text, Lexicon::english());
        tokens.iter().map(|t| t.span.slice(text).to_owned()).collect()
    }

    #[test]
    fn the_table_of_tokens() {
        for (text, want) in [
            ("The U.S. didn't", "The|U.S.|did|n't"),
            ("Russia\u{2019}s 130,000 troops.", "Russia|\u{2019}s|130,000|troops|."),
            ("a 10-page large-scale plan", "a|10|-|page|large-scale|plan"),
            ("on Feb. 20, at 6:41 p.m. in", "on|Feb.|20|,|at|6|:|41|p.m.|in"),
            ("COVID-19 and G20", "COVID-19|and|G20"),
            ("Mr. J. Smith's $7.7m", "Mr.|J.|Smith|'s|$|7.7|m"),
            ("``It's,'' he said", "``|It|'s|,|''|he|said"),
            ("[told](#) **AFP**", "told|AFP"),
            ("\u{2022} \"Well\u{2026}\"", "\"|Well|\u{2026}|\""),
            ("No. 5 and no. Then", "No.|5|and|no|.|Then"),
            ("the Russians' plan", "the|Russians|'|plan"),
            ("war -- at least", "war|--|at|least"),
            ("see <https://a.example/b> now", "see|now"),
            ("the file budget_final__v2_ at @osby_fire", "the|file|budget_final__v2|_|at|@|osby_fire"),
            ("2024_03_01.csv and 2*3 tiles", "2024_03_01|.|csv|and|2|*|3|tiles"),
        ] {
            assert_eq!(words(text).join("|"), want, "{text}");
        }
    }

    #[test]
    fn the_dash_of_old_wires() {
        let (tokens, _) = tokenize("the days _ in 1997 _ that", Lexicon::english());
        assert_eq!(tokens.iter().filter(|t| t.kind == TokenKind::Dash).count(), 2);
    }
}
