//! What the models see of a word.

use crate::perceptron::hash;
use crate::text::{Article, Sentence, Tag, TokenKind};

/// A word of a sentence.
#[derive(Clone, Copy, Debug)]
pub(super) struct ParseWord {
    /// The hash of its form in small letters.
    pub form: u64,
    /// Its part of speech, plus one.
    pub tag: u64,
    /// How many commas and dashes of the sentence stand before it.
    pub commas: u32,
    /// How many verbs of the sentence stand before it.
    pub verbs: u32,
}

/// What stands where no word is.
pub(super) const NONE: ParseWord = ParseWord { form: 0, tag: 0, commas: 0, verbs: 0 };

/// The words of a sentence.
pub(super) fn words(article: &Article<'_>, sentence: &Sentence) -> Vec<ParseWord> {
    let (mut commas, mut verbs) = (0, 0);
    let word = |index: usize| {
        let token = &article.tokens()[index];
        let form = match token.kind {
            // all figures are one to the models, and so are all shapes of a quotation mark
            TokenKind::Number => 1,
            TokenKind::Quote if token.tag == Tag::Mark => 2,
            TokenKind::Dash => 3,
            _ => hash(article.lower(index).as_bytes()),
        };
        let word = ParseWord { form, tag: token.tag as u64 + 1, commas, verbs };
        commas += u32::from(matches!(token.kind, TokenKind::Comma | TokenKind::Dash));
        verbs += u32::from(token.tag.is_verb());
        word
    };
    (sentence.first..sentence.last).map(word).collect()
}
