//! Parts of speech for the tokens of a sentence: an averaged perceptron with a dictionary of words that need no decision.
//!
//! Marks, numbers and symbols are told by their characters. A word that nearly always has one tag takes it from the dictionary;
//! the others are decided from left to right by a linear model over the word and its neighbours (`features`).

mod features;
#[cfg(feature = "train")]
mod train;

#[cfg(feature = "train")]
pub use train::train;

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::tag::Tag;
use super::token::{Token, TokenKind};
use crate::perceptron::{self, ByteReader, LinearModel};
use features::TagWord;

/// How many tags a model decides between.
pub(super) const TAGS: usize = Tag::COUNT;

/// Made by `corroborate-train tagger`, see the README beside it.
const WEIGHTS: &[u8] = include_bytes!("weights.bin");

#[derive(Debug, Clone)]
pub(crate) struct Tagger {
    dictionary: FxHashMap<u32, DictionaryEntry>,
    model: LinearModel<TAGS>,
}

/// What the dictionary knows of a word form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct DictionaryEntry {
    /// Its commonest tag.
    tag: Tag,
    /// Whether it is so common that no decision is needed.
    certain: bool,
}

/// In a byte of the file: set where the word needs no decision. The other bits are the tag's number.
const CERTAIN: u8 = 0x80;

impl Tagger {
    /// The model that is compiled in, read at its first use.
    pub(crate) fn shared() -> &'static Self {
        static TAGGER: OnceLock<Tagger> = OnceLock::new();
        TAGGER.get_or_init(|| match Tagger::read(WEIGHTS) {
            Some(tagger) => tagger,
            // A test reads the weights, so this is a build that never passed its tests.
            None => unreachable!("the shipped weights of the tagger are broken"),
        })
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = ByteReader(bytes);
        let count = reader.number()?;
        let mut dictionary = FxHashMap::default();
        let mut key = 0_u32;
        for _ in 0..count {
            key = key.wrapping_add(reader.number()?);
            let byte = reader.byte()?;
            let tag = *Tag::ALL.get(usize::from(byte & !CERTAIN))?;
            dictionary.insert(key, DictionaryEntry { tag, certain: byte & CERTAIN != 0 });
        }
        Some(Self { dictionary, model: LinearModel::read(&mut reader)? })
    }

    /// Fills in the tags of one sentence. `lower` is the buffer of lower-case forms that the tokens point into.
    pub(super) fn tag(&self, text: &str, lower: &str, sentence: &mut [Token]) {
        let words: Vec<TagWord> = features::describe(text, lower, sentence, |key| self.dictionary.get(&key).copied());
        let mut previous = [Tag::Mark; 2];
        for (index, token) in sentence.iter_mut().enumerate() {
            let word = &words[index];
            let certain = word.fixed.or(word.entry.filter(|e| e.certain).map(|e| e.tag));
            token.tag = certain.unwrap_or_else(|| self.decide(&words, index, previous));
            previous = [previous[1], token.tag];
        }
    }

    /// The commonest tag of a word as it is written in small letters; `None` where it is not seen so.
    pub(crate) fn small_form(&self, lower: &str) -> Option<Tag> {
        self.dictionary.get(&features::small_key(lower)).map(|e| e.tag)
    }

    fn decide(&self, words: &[TagWord], index: usize, previous: [Tag; 2]) -> Tag {
        let mut scores = [0; TAGS];
        self.model.score(&features::features(words, index, previous), &mut scores);
        Tag::ALL[perceptron::best(&scores)]
    }
}

/// The tag of a token that is told by its characters alone.
fn told_by_kind(token: &Token, word: &str) -> Option<Tag> {
    match token.kind {
        // the tagged news that taught the model writes it as two words
        TokenKind::Word if word.eq_ignore_ascii_case("cannot") => Some(Tag::Modal),
        TokenKind::Word => None,
        TokenKind::Number => Some(Tag::Cardinal),
        TokenKind::Symbol if word == "%" => Some(Tag::Noun),
        TokenKind::Symbol => Some(Tag::Symbol),
        // the apostrophe of "the Russians' plan" looks like a closing mark
        TokenKind::Quote if token.glued && matches!(word, "'" | "\u{2019}") => None,
        _ => Some(Tag::Mark),
    }
}

#[cfg(test)]
mod tests {
    use super::super::Article;
    use super::*;
    use crate::lexicon::Lexicon;

    fn tag_of(sentence: &str, word: &str) -> Tag {
        let article = Article::new(sentence, Lexicon::english());
        let index = (0..article.tokens().len()).find(|i| article.word(*i) == word).expect("the word");
        article.tokens()[index].tag
    }

    #[test]
    fn the_table_of_tags() {
        for (sentence, word, want) in [
            ("The mayor said the bridge was old.", "said", Tag::VerbPast),
            ("The mayor has said little.", "said", Tag::VerbParticiple),
            ("They plan to bridge the gap.", "bridge", Tag::Verb),
            ("Officials plan a new line.", "plan", Tag::VerbPresent),
            ("The plan drew praise.", "plan", Tag::Noun),
            ("He says that costs rose.", "that", Tag::Preposition),
            ("The storm that hit the coast is over.", "that", Tag::WhDeterminer),
            ("Nobody at that time knew.", "that", Tag::Determiner),
            ("Ode's brother left.", "'s", Tag::Possessive),
            ("It's raining.", "'s", Tag::VerbThird),
            ("The Walloons' plan failed.", "'", Tag::Possessive),
            ("He called it 'a mess' again.", "'", Tag::Mark),
            ("There were 40 cars.", "There", Tag::Existential),
            ("There were 40 cars.", "40", Tag::Cardinal),
            ("Mayor Ann Lark spoke.", "Ann", Tag::ProperNoun),
            ("He did not go.", "not", Tag::Adverb),
            ("Bell said that the bridge cannot be closed.", "cannot", Tag::Modal),
        ] {
            assert_eq!(tag_of(sentence, word), want, "{word} in {sentence}");
        }
    }

    #[test]
    fn broken_weights_are_refused() {
        assert!(Tagger::read(WEIGHTS).is_some());
        assert!(Tagger::read(&WEIGHTS[..WEIGHTS.len() / 2]).is_none());
        assert!(Tagger::read(&[1, 1, 0x7f, 0]).is_none(), "a tag without name");
    }
}
