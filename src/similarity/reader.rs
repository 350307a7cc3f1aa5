//! From tokens to comparable words: numbers, dates, names and variants in one form each.

use super::weights::TermWeights;
use super::words::{CONCEPTS, COUNTRY, Word, WordClass, Words, key};
use crate::lexicon::{Class, Classes, CountryForm, Lexicon, NumberWord, WordRelation};
use crate::span::Span;
use crate::text::{Article, Tag, TokenKind, stem};

/// The weight of numbers and dates, whose forms are too many to count: that of a word of middling rarity.
const FIGURE_WEIGHT: f64 = 0.5;

/// A token, or a part of a hyphenated one.
struct WordPiece<'a> {
    span: Span,
    lower: &'a str,
    kind: TokenKind,
    tag: Tag,
    classes: Classes,
    glued: bool,
    capital: bool,
    opens: bool,
}

impl Words {
    /// Reads a text of its own.
    #[must_use]
    pub fn read(text: &str, lexicon: &Lexicon, weights: &TermWeights<'_>) -> Self {
        let article = Article::new(text, lexicon);
        Self::of(&article, Span::new(0, text.len()), lexicon, weights)
    }

    /// The words of a passage of an article.
    #[must_use]
    pub fn of(article: &Article<'_>, span: Span, lexicon: &Lexicon, weights: &TermWeights<'_>) -> Self {
        read(article, span, lexicon, weights)
    }
}

fn read(article: &Article<'_>, span: Span, lexicon: &Lexicon, weights: &TermWeights<'_>) -> Words {
    let pieces = pieces(article, span, lexicon);
    let title_case = title_case(&pieces);
    let mut reader = WordReader { text: article.text(), lexicon, weights, pieces: &pieces, title_case, words: Words::default() };
    let mut at = 0;
    while at < pieces.len() {
        at = reader.step(at);
    }
    reader.words
}

fn pieces<'a>(article: &'a Article<'_>, span: Span, lexicon: &Lexicon) -> Vec<WordPiece<'a>> {
    let (first, last) = article.tokens_in(span);
    let mut result = Vec::with_capacity(last - first);
    let mut opens = true;
    for index in first..last {
        let token = article.tokens()[index];
        let comparable = matches!(token.kind, TokenKind::Word | TokenKind::Number | TokenKind::Symbol);
        if !comparable {
            opens |= !matches!(token.kind, TokenKind::Comma | TokenKind::Dash | TokenKind::Close);
            continue;
        }
        let mut start = token.span.start;
        let mut glued = token.glued;
        // the lower-case form has the same hyphens, though not always the same length in bytes
        for (part, lower) in token.span.slice(article.text()).split('-').zip(article.lower(index).split('-')) {
            let span = Span::new(start, start + part.len());
            let whole = span == token.span;
            let classes = if whole { token.classes } else { lexicon.classes(lower) };
            let capital = part.starts_with(char::is_uppercase);
            let kind = if part.bytes().all(|b| b.is_ascii_digit()) { TokenKind::Number } else { token.kind };
            result.push(WordPiece { span, lower, kind, tag: token.tag, classes, glued, capital, opens });
            (start, glued, opens) = (span.end + 1, true, false);
        }
    }
    result
}

/// Whether nearly every longer word has a capital, so that a capital says nothing of names.
fn title_case(pieces: &[WordPiece<'_>]) -> bool {
    let long = || pieces.iter().filter(|p| p.kind == TokenKind::Word && p.lower.len() > 3);
    let (all, capital) = (long().count(), long().filter(|p| p.capital).count());
    all >= 3 && capital * 5 >= all * 4
}

struct WordReader<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    weights: &'a TermWeights<'a>,
    pieces: &'a [WordPiece<'a>],
    title_case: bool,
    words: Words,
}

impl WordReader<'_> {
    /// Reads what stands at a piece and returns the piece behind it.
    fn step(&mut self, at: usize) -> usize {
        let found = self.date(at).or_else(|| self.number(at)).or_else(|| self.country(at)).or_else(|| self.variant(at));
        found.unwrap_or_else(|| {
            self.word(at);
            at + 1
        })
    }

    /// "Feb. 14", "14th February", a month or a weekday alone.
    fn date(&mut self, at: usize) -> Option<usize> {
        let (form, end) = self.day_and_month(at).or_else(|| self.month_and_day(at)).or_else(|| Some((self.weekday(at)?, at + 1)))?;
        self.push(at, end, &form, WordClass::Date);
        Some(end)
    }

    fn month_and_day(&self, at: usize) -> Option<(String, usize)> {
        let month = self.month(at)?;
        let Some(day) = self.day(at + 1) else { return Some((month, at + 1)) };
        Some((format!("{month} {day}"), at + 2 + usize::from(self.is_ordinal_ending(at + 2))))
    }

    fn day_and_month(&self, at: usize) -> Option<(String, usize)> {
        let day = self.day(at)?;
        let month_at = at + 1 + usize::from(self.is_ordinal_ending(at + 1));
        Some((format!("{} {day}", self.month(month_at)?), month_at + 1))
    }

    /// The usual name of the month; "may" and "march" need a capital, and "May" a day as well.
    fn month(&self, at: usize) -> Option<String> {
        let piece = self.pieces.get(at).filter(|p| p.capital)?;
        let usual = self.usual(at, 1).unwrap_or(piece.lower);
        let sure = !piece.classes.has(Class::Modal) || self.day(at + 1).is_some() || (at > 0 && self.day(at - 1).is_some());
        (sure && self.lexicon.classes(usual).has(Class::Month)).then(|| usual.to_owned())
    }

    /// The usual name of a weekday, or "today" and its like.
    fn weekday(&self, at: usize) -> Option<String> {
        let piece = &self.pieces[at];
        let usual = self.usual(at, 1).unwrap_or(piece.lower);
        let named = piece.capital && self.lexicon.classes(usual).has(Class::Weekday);
        (named || piece.classes.has(Class::Day)).then(|| usual.to_owned())
    }

    fn day(&self, at: usize) -> Option<u32> {
        let piece = self.pieces.get(at).filter(|p| p.kind == TokenKind::Number)?;
        piece.lower.parse().ok().filter(|day| (1..=31).contains(day))
    }

    /// Whether a number word multiplies the number before it: "hundred", "million", "dozen".
    fn multiplies(&self, at: usize) -> bool {
        let word = self.lexicon.quantity().number(self.pieces[at].lower);
        matches!(word, Some(NumberWord::Hundred | NumberWord::Scale(_) | NumberWord::Short(_) | NumberWord::Group(_)))
    }

    fn is_ordinal_ending(&self, at: usize) -> bool {
        self.pieces.get(at).is_some_and(|p| p.glued && matches!(p.lower, "st" | "nd" | "rd" | "th"))
    }

    /// "1,000", "one thousand", "2.5 million", "4th".
    fn number(&mut self, at: usize) -> Option<usize> {
        let mut value = self.numeral(at)?;
        let mut end = at + 1;
        let ordinal = self.is_ordinal_ending(end);
        while let Some(next) = self.numeral(end).filter(|_| !ordinal) {
            if self.multiplies(end) {
                value *= next;
            } else if next < 10.0 && (20.0..100.0).contains(&value) && self.pieces[end].kind == TokenKind::Word {
                value += next;
            } else {
                break;
            }
            end += 1;
        }
        end += usize::from(ordinal);
        let after_date = self.words.words().last().is_some_and(|w| w.class == WordClass::Date);
        let year = after_date && (1900.0..2100.0).contains(&value);
        let ending = if ordinal { "th" } else { "" };
        self.push(at, end, &format!("{value}{ending}"), if year { WordClass::Date } else { WordClass::Number });
        Some(end)
    }

    /// The value of one piece: digits, a number word, or a scale's letter glued to digits ("5m").
    fn numeral(&self, at: usize) -> Option<f64> {
        let piece = self.pieces.get(at)?;
        if piece.kind == TokenKind::Number {
            return piece.lower.replace(',', "").parse().ok();
        }
        let behind_digits = at > 0 && self.pieces[at - 1].kind == TokenKind::Number && piece.glued;
        match self.lexicon.quantity().number(piece.lower)? {
            NumberWord::Small(value) | NumberWord::Tens(value) | NumberWord::Scale(value) | NumberWord::Group(value) => Some(value),
            NumberWord::Hundred => Some(100.0),
            NumberWord::Short(value) => behind_digits.then_some(value),
            NumberWord::Part(_) | NumberWord::Vague(..) => None,
        }
    }

    /// The usual way of writing a phrase of exactly so many pieces.
    fn usual(&self, at: usize, length: usize) -> Option<&str> {
        let phrase = self.pieces[at..at + length].iter().map(|p| p.lower);
        self.lexicon.variant(phrase).filter(|(covered, _)| *covered == length).map(|(_, usual)| usual)
    }

    /// A country by its name, adjective or people: one form for all three. A capital keeps its own form.
    fn country(&mut self, at: usize) -> Option<usize> {
        let dotted = self.dotted(at);
        let (length, name, form) = match &dotted {
            Some(dotted) => self.lexicon.names().country(std::iter::once(dotted.as_str()))?,
            None => self.lexicon.names().country(self.pieces[at..].iter().map(|p| p.lower))?,
        };
        if form == CountryForm::Capital || !self.pieces[at].capital {
            return None;
        }
        let name = name.to_lowercase();
        self.push(at, at + length, &name, WordClass::Name);
        Some(at + length)
    }

    fn variant(&mut self, at: usize) -> Option<usize> {
        let dotted = self.dotted(at);
        let lowers = self.pieces[at..].iter().map(|p| p.lower);
        let (length, usual) = match &dotted {
            Some(dotted) => self.lexicon.variant(std::iter::once(dotted.as_str()))?,
            None => self.lexicon.variant(lowers)?,
        };
        let usual = usual.to_owned();
        let class = if dotted.is_some() { WordClass::Name } else { self.class(at, &usual) };
        let form = if class == WordClass::Content { stem(&usual) } else { usual };
        self.push(at, at + length, &form, class);
        Some(at + length)
    }

    /// "US" as "u.s.", so that it is no "us".
    fn dotted(&self, at: usize) -> Option<String> {
        let piece = &self.pieces[at];
        let word = piece.span.slice(self.text);
        let acronym = (2..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        (acronym && !self.title_case).then(|| piece.lower.chars().flat_map(|c| [c, '.']).collect())
    }

    fn word(&mut self, at: usize) {
        let piece = &self.pieces[at];
        if piece.kind == TokenKind::Symbol || piece.lower == "'s" {
            return;
        }
        let mut lower = std::borrow::Cow::Borrowed(piece.lower);
        if !lower.is_ascii() {
            lower = deunicode::deunicode(piece.lower).to_ascii_lowercase().into();
        }
        if lower.len() > 2 && lower.ends_with('.') {
            lower = lower.replace('.', "").into();
        }
        let form = stem(&american(&lower, self.lexicon).unwrap_or(lower.into_owned()));
        let class = self.class(at, &form);
        self.push(at, at + 1, &form, class);
    }

    fn class(&self, at: usize, form: &str) -> WordClass {
        let piece = &self.pieces[at];
        let any = |classes: &[Class]| classes.iter().any(|c| piece.classes.has(*c));
        if piece.classes.has(Class::Negator) {
            WordClass::Negator
        } else if piece.classes.has(Class::Modal) {
            WordClass::Modal
        } else if any(&[Class::Stop, Class::Pronoun, Class::Possessive, Class::Determiner, Class::Auxiliary, Class::Preposition]) {
            WordClass::Function
        } else if piece.capital && self.is_name(piece, form) {
            WordClass::Name
        } else {
            WordClass::Content
        }
    }

    fn is_name(&self, piece: &WordPiece<'_>, form: &str) -> bool {
        let background = self.lexicon.frequency(form);
        let common_noun = [Class::Role, Class::Organisation, Class::Honorific].iter().any(|c| piece.classes.has(*c));
        let unknown = background.count == 0 && self.lexicon.word_id(self.lexicon.lemma(piece.lower)).is_none();
        background.name || unknown || !(common_noun || piece.opens || self.title_case)
    }

    fn push(&mut self, first: usize, last: usize, form: &str, class: WordClass) {
        let span = self.pieces[first].span.hull(self.pieces[last - 1].span);
        let lemma = match class {
            WordClass::Content | WordClass::Name if last == first + 1 => self.lexicon.word_id(self.lexicon.lemma(self.pieces[first].lower)),
            _ => None,
        };
        let weight = match class {
            WordClass::Number | WordClass::Date => FIGURE_WEIGHT,
            _ => self.weights.weight(form),
        };
        let tag = self.pieces[last - 1].tag;
        let concepts = if class.is_open() { self.concepts(first) } else { [0; CONCEPTS] };
        self.words.push(form, Word { span, class, weight, masked: false, tag, concepts, key: 0, lemma, form: (0, 0) });
    }

    /// The concepts of the word at a piece, and the country that it names or is the capital of.
    fn concepts(&self, at: usize) -> [u32; CONCEPTS] {
        let lemma = |i: usize| self.pieces.get(i).map_or("", |p| self.lexicon.lemma(p.lower));
        let found = self.lexicon.concepts().of(at, lemma).into_iter().map(|id| u32::from(id) + 1);
        let dotted = self.dotted(at);
        let country = match &dotted {
            Some(dotted) => self.lexicon.names().country(std::iter::once(dotted.as_str())),
            None => self.lexicon.names().country(self.pieces[at..].iter().map(|p| p.lower)),
        };
        let country = country.filter(|_| self.pieces[at].capital).map(|(_, name, _)| key(name) as u32 | COUNTRY);
        let mut concepts = [0; CONCEPTS];
        concepts.iter_mut().zip(country.into_iter().chain(found)).for_each(|(place, concept)| *place = concept);
        concepts
    }
}

/// British endings with the American ones that the lists are written in.
const BRITISH: &[(&str, &str)] = &[
    ("ise", "ize"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("isation", "ization"),
    ("isations", "izations"),
    ("our", "or"),
    ("ours", "ors"),
    ("oured", "ored"),
    ("ouring", "oring"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("lled", "led"),
    ("lling", "ling"),
];

/// "recognised" as "recognized", if that is a known word; other endings also want the British word to be unknown or to mean
/// the same, for "four" is no "for".
fn american(word: &str, lexicon: &Lexicon) -> Option<String> {
    let (body, ending) = BRITISH.iter().find_map(|(british, ending)| Some((word.strip_suffix(british)?, ending)))?;
    let candidate = format!("{body}{ending}");
    let id = |word: &str| lexicon.word_id(lexicon.lemma(word));
    let american = id(&candidate)?;
    let same = |british| matches!(lexicon.relation_of_ids(british, american), Some((WordRelation::Synonym, _)));
    (ending.contains('z') || id(word).is_none_or(same)).then_some(candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Words {
        let lexicon = Lexicon::english();
        Words::read(text, lexicon, &TermWeights::background(lexicon))
    }

    #[test]
    fn one_thing_has_one_form() {
        for (phenomenon, a, b) in [
            ("a number in words", "one thousand", "1,000"),
            ("a number in words", "twenty-one", "21"),
            ("a scale behind digits", "2.5 million", "2,500,000"),
            ("a scale's letter", "$7m", "$7 million"),
            ("a dozen", "two dozen", "24"),
            ("an ordinal", "4th", "4TH"),
            ("percent", "5%", "5 percent"),
            ("percent", "5 per cent", "5 pct"),
            ("a day", "Feb. 14", "14 February"),
            ("a day", "February 14th", "14th February"),
            ("a weekday", "Mon.", "Monday"),
            ("a country", "U.S.", "United States"),
            ("a country", "US", "American"),
            ("a country", "North Korean", "North Korea"),
            ("a state", "Fla.", "Florida"),
            ("spelling", "recognised", "recognized"),
            ("spelling", "harbour", "harbor"),
            ("a negation", "did n't", "did not"),
            ("a form", "rejected", "rejecting"),
        ] {
            let forms = |text: &str| -> Vec<String> {
                let words = read(text);
                (0..words.len()).map(|index| words.form(index).to_owned()).collect()
            };
            assert_eq!(forms(a), forms(b), "{phenomenon}");
        }
    }

    #[test]
    fn classes_of_words() {
        use WordClass::*;
        for (phenomenon, text, want) in [
            ("a name inside a sentence", "they met Oksana", vec![Function, Content, Name]),
            ("an unknown name", "the Velmouth bridge", vec![Function, Name, Content]),
            ("an office is no name", "the President spoke", vec![Function, Content, Content]),
            ("a month without a day", "since March", vec![Function, Date]),
            ("a modal is no month", "it may rain", vec![Function, Modal, Content]),
            ("a year behind a day", "Feb. 14, 2022", vec![Date, Date]),
            ("a year alone", "in 2022", vec![Function, Number]),
            ("a negation", "he never left", vec![Function, Negator, Content]),
            ("the pronoun", "give us troops", vec![Content, Function, Content]),
            ("the country", "the US troops", vec![Function, Name, Content]),
        ] {
            let got: Vec<WordClass> = read(text).words().iter().map(|word| word.class).collect();
            assert_eq!(got, want, "{phenomenon}");
        }
    }
}
