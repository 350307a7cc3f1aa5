//! What the model sees of a word and its neighbours.

use super::super::shape::Shape;
use super::super::tag::Tag;
use super::super::token::{Token, TokenKind};
use super::{DictionaryEntry, told_by_kind};
use crate::perceptron::{feature, hash};

/// A word of a sentence, described once and seen from its neighbours too.
#[derive(Debug, Clone, Copy)]
pub(super) struct TagWord {
    /// Its key in the dictionary (the lower-case form and how its letters are written), which the training counts by.
    #[cfg(feature = "train")]
    pub(super) key: u32,
    /// What the dictionary knows of it.
    pub(super) entry: Option<DictionaryEntry>,
    /// Its tag, where its characters alone tell it.
    pub(super) fixed: Option<Tag>,
    /// The commonest tag of this form, plus one; 0 where it is unknown.
    common: u64,
    lower: u64,
    last_three: u64,
    last_two: u64,
    first_letter: u64,
    /// What stands behind the last hyphen.
    tail: u64,
    shape: u64,
}

/// What stands before the first and behind the last word.
const EDGE: TagWord = TagWord {
    #[cfg(feature = "train")]
    key: 0,
    entry: None,
    fixed: None,
    common: 99,
    lower: 1,
    last_three: 1,
    last_two: 1,
    first_letter: 1,
    tail: 1,
    shape: 99,
};

/// The key in the dictionary of a word in small letters.
pub(super) fn small_key(lower: &str) -> u32 {
    feature(0, hash(lower.as_bytes()), 0)
}

/// Describes the words of a sentence; `known` is the dictionary, by the keys of words.
pub(super) fn describe(text: &str, lower: &str, sentence: &[Token], known: impl Fn(u32) -> Option<DictionaryEntry>) -> Vec<TagWord> {
    let titled = is_titled(text, sentence);
    let word = |(index, token): (usize, &Token)| {
        let written = token.span.slice(text);
        let low = &lower.as_bytes()[token.lower.0 as usize..token.lower.1 as usize];
        // all shapes of a quotation mark or a dash are one to the model
        let low = match token.kind {
            TokenKind::Quote if low != b"'" => b"\"",
            TokenKind::Dash => b"-",
            _ => low,
        };
        let shape = Shape::of(written);
        let whole = hash(low);
        let key = feature(0, whole, u64::from(shape.upper));
        let tail = low.iter().rposition(|b| *b == b'-').map_or(0, |h| hash(&low[h + 1..]));
        let fixed = told_by_kind(token, written);
        let entry = if fixed.is_none() { known(key) } else { None };
        TagWord {
            #[cfg(feature = "train")]
            key,
            entry,
            fixed,
            common: fixed.or(entry.map(|e| e.tag)).map_or(0, |t| t as u64 + 1),
            lower: whole,
            last_three: hash(&low[low.len().saturating_sub(3)..]),
            last_two: hash(&low[low.len().saturating_sub(2)..]),
            first_letter: u64::from(low.first().copied().unwrap_or(0)),
            tail,
            shape: shape.number() | u64::from(index == 0) << 8 | u64::from(titled) << 9,
        }
    };
    sentence.iter().enumerate().map(word).collect()
}

/// Whether most long words begin with a capital, as in a headline: then a capital says little.
fn is_titled(text: &str, sentence: &[Token]) -> bool {
    let long = sentence.iter().filter(|t| t.is_word() && t.span.len() > 3);
    let (capital, all) =
        long.fold((0, 0), |(capital, all), token| (capital + usize::from(token.span.slice(text).starts_with(char::is_uppercase)), all + 1));
    all > 2 && capital * 4 > all * 3
}

/// How many features a decision has.
pub(super) const FEATURES: usize = 24;

/// The features of the word at `index`, whose two predecessors have these tags (the nearer one last).
pub(super) fn features(words: &[TagWord], index: usize, previous: [Tag; 2]) -> [u32; FEATURES] {
    let at = |offset: isize| index.checked_add_signed(offset).and_then(|i| words.get(i)).unwrap_or(&EDGE);
    let word = at(0);
    let (before, after) = (at(-1), at(1));
    let last = previous[1] as u64;
    let last_two_tags = (previous[0] as u64) << 8 | last;
    [
        feature(1, word.lower, 0),
        feature(2, word.lower, word.shape),
        feature(3, word.last_three, word.shape & 0x1f),
        feature(4, word.last_two, word.first_letter),
        feature(5, word.shape, before.shape << 16 | after.shape),
        feature(6, word.shape, word.tail),
        feature(7, word.common, word.shape),
        feature(8, last, 0),
        feature(9, last_two_tags, 0),
        feature(10, last, word.lower),
        feature(11, last_two_tags, word.common),
        feature(12, last, word.last_three),
        feature(13, last, after.common),
        feature(14, last, word.shape << 16 | after.shape),
        feature(15, before.lower, 0),
        feature(16, before.lower, word.last_three),
        feature(17, at(-2).lower, 0),
        feature(18, after.lower, 0),
        feature(19, after.lower, word.last_three),
        feature(20, at(2).lower, 0),
        feature(21, after.common, at(2).common),
        feature(22, after.last_three, 0),
        feature(23, word.lower, after.common),
        feature(24, before.lower, word.lower),
    ]
}
