//! What the model sees of a word that may be part of a name.

use crate::lexicon::{Class, CountryForm, Lexicon};
use crate::perceptron::{feature, hash};
use crate::text::{Article, Sentence, Shape, Tagger, TokenKind};

/// A word of a sentence, described once and seen from its neighbours too.
#[derive(Debug, Clone, Copy)]
pub(super) struct NameWord {
    /// Whether it is written with a capital.
    pub(super) capital: bool,
    /// Whether a name may hold it at all; marks and small words far from capitals may not.
    pub(super) open: bool,
    lower: u64,
    last_three: u64,
    shape: u64,
    tag: u64,
    /// The commonest tag of the word in small letters, plus one; 0 where it is not written so: "Foreign" has one, "Lavrov" has none.
    small: u64,
    /// What the word lists say of it.
    known: u64,
    /// The last word of its run of capitals, or 0: "Ministry" of "Finance Ministry".
    head: u64,
    /// What the word lists say of the head.
    head_known: u64,
    /// The word behind its run of capitals.
    behind: u64,
    /// The word before its run of capitals.
    ahead: u64,
    /// How many words the run has, and which of them this is.
    place: u64,
}

/// What stands before the first and behind the last word.
const EDGE: NameWord = NameWord {
    capital: false,
    open: false,
    lower: 1,
    last_three: 1,
    shape: 99,
    tag: 99,
    small: 99,
    known: 0,
    head: 0,
    head_known: 0,
    behind: 0,
    ahead: 0,
    place: 0,
};

/// Small words that may begin a name must be short ("de Ode", "al-Ode"), those inside one as well ("Bank of Ode").
const SMALL: usize = 4;

fn is_link(article: &Article<'_>, index: usize) -> bool {
    let token = &article.tokens()[index];
    (token.is_word() && token.span.len() <= SMALL) || (token.kind == TokenKind::Dash && token.glued) || article.word(index) == "&"
}

/// Describes the words of a sentence.
pub(super) fn describe(article: &Article<'_>, lexicon: &Lexicon, sentence: &Sentence) -> Vec<NameWord> {
    let mut words: Vec<NameWord> = (sentence.first..sentence.last).map(|index| word(article, lexicon, sentence, index)).collect();
    let mut first = 0;
    while first < words.len() {
        let length = words[first..].iter().take_while(|w| w.capital).count();
        run(&mut words, first, first + length);
        first += length.max(1);
    }
    for index in 0..words.len() {
        let near = |at: Option<usize>| at.and_then(|i| words.get(i)).is_some_and(|w| w.capital);
        let linked = near(index.checked_sub(1)) || near(Some(index + 1)) || near(index.checked_sub(2));
        words[index].open = words[index].capital || (linked && is_link(article, sentence.first + index));
    }
    words
}

fn word(article: &Article<'_>, lexicon: &Lexicon, sentence: &Sentence, index: usize) -> NameWord {
    let token = &article.tokens()[index];
    let low = article.lower(index).as_bytes();
    let shape = Shape::of(article.word(index));
    // "Lavrov Monday" is no name; a day begins none either
    let capital = shape.upper && !article.lower(index).ends_with("day");
    NameWord {
        capital,
        lower: hash(low),
        last_three: hash(&low[low.len().saturating_sub(3)..]),
        shape: shape.number() | u64::from(is_joined(article.word(index))) << 7 | u64::from(index == sentence.first) << 8,
        tag: token.tag as u64,
        small: if capital { Tagger::shared().small_form(article.lower(index)).map_or(0, |t| t as u64 + 1) } else { 0 },
        known: if capital { known(article, lexicon, index) } else { classes(article, index) },
        ..EDGE
    }
}

/// "HarperCollins", "WikiLeaks": two words in one, as companies like it. "McOde" and "DeOde" have the first part of a family's name.
fn is_joined(word: &str) -> bool {
    let joint = word.as_bytes().windows(2).position(|pair| pair[0].is_ascii_lowercase() && pair[1].is_ascii_uppercase());
    joint.is_some_and(|at| at >= 3)
}

/// The closed classes that tell of names, as bits.
fn classes(article: &Article<'_>, index: usize) -> u64 {
    let token = &article.tokens()[index];
    let told = [Class::Honorific, Class::Role, Class::Organisation, Class::Month, Class::Weekday, Class::Stop, Class::Preposition];
    told.iter().fold(0, |bits, class| bits << 1 | u64::from(token.has(*class)))
}

/// What all the word lists say of a capitalised word, as bits.
fn known(article: &Article<'_>, lexicon: &Lexicon, index: usize) -> u64 {
    let names = lexicon.names();
    let given = u64::from(names.given(article.lower(index)).is_some());
    let country = match names.country(article.lowers(index, index + 3)) {
        None => 0,
        Some((_, _, CountryForm::Name)) => 1,
        Some((_, _, CountryForm::Adjective)) => 2,
        Some((_, _, CountryForm::People)) => 3,
        Some((_, _, CountryForm::Capital)) => 4,
    };
    classes(article, index) | given << 8 | country << 9
}

/// Tells the words of a run of capitals about the run.
fn run(words: &mut [NameWord], first: usize, last: usize) {
    if first == last {
        return;
    }
    let head = words[last - 1];
    let behind = words.get(last).unwrap_or(&EDGE).lower;
    let ahead = first.checked_sub(1).map_or(EDGE.lower, |i| words[i].lower);
    let length = (last - first).min(5) as u64;
    for (place, word) in words[first..last].iter_mut().enumerate() {
        word.head = head.lower;
        word.head_known = head.known;
        word.behind = behind;
        word.ahead = ahead;
        word.place = length << 4 | (place as u64).min(5);
    }
}

/// How many features a decision has. Twice as many were tried; those left out made the agreement on held-out articles worse by less than
/// one in a thousand, or better.
const FEATURES: usize = 21;

/// The features of the word at `index`, whose two predecessors have these labels (the nearer one last).
pub(super) fn features(words: &[NameWord], index: usize, previous: [u8; 2]) -> [u32; FEATURES] {
    let at = |offset: isize| index.checked_add_signed(offset).and_then(|i| words.get(i)).unwrap_or(&EDGE);
    let word = at(0);
    let (before, after) = (at(-1), at(1));
    let last = u64::from(previous[1]);
    let last_two = u64::from(previous[0]) << 8 | last;
    let form = word.shape << 8 | word.tag;
    [
        feature(31, last_two, form),
        feature(32, form, word.known),
        feature(33, word.known, last),
        feature(34, after.lower, word.shape),
        feature(35, after.lower, last),
        feature(36, at(2).lower, word.shape),
        feature(37, before.tag, form),
        feature(38, before.known, word.known),
        feature(39, before.known, last << 8 | word.tag),
        feature(40, before.shape << 16 | after.shape, word.shape),
        feature(41, word.head, last),
        feature(42, word.head_known, word.place << 8 | last),
        feature(43, word.behind, word.place),
        feature(44, word.behind, last),
        feature(45, word.ahead, last),
        feature(46, word.ahead, word.behind),
        feature(47, after.last_three, last),
        feature(48, before.last_three, word.place),
        feature(49, word.last_three, word.head_known << 8 | last),
        feature(50, word.head, word.lower),
        feature(51, word.small << 8 | after.small, form),
    ]
}
