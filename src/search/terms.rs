//! What of a passage is looked up: its words, and the groups of letters in them.

use rustc_hash::FxHashMap;

use crate::lexicon::Lexicon;
use crate::similarity::{TermWeights, WordClass, Words};

/// So many letters make a group.
const GROUP: usize = 4;

/// Whether a term is a whole word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TermKind {
    Word,
    Letters,
}

/// Every word that is not masked, and the groups of letters in it; `_` stands for the beginning and the end of a word.
pub(super) fn for_each_term(words: &Words, mut take: impl FnMut(&str, TermKind)) {
    let mut padded = String::new();
    for (index, word) in words.words().iter().enumerate().filter(|(_, word)| !word.masked) {
        let form = words.form(index);
        take(form, TermKind::Word);
        if matches!(word.class, WordClass::Number | WordClass::Date) || !form.is_ascii() {
            continue;
        }
        padded.clear();
        padded.extend(["_", form, "_"]);
        for start in 0..padded.len().saturating_sub(GROUP - 1) {
            take(&padded[start..start + GROUP], TermKind::Letters);
        }
    }
}

/// Weights that know what these texts keep talking about: "photograph", "video", "President".
pub(super) fn weights_of<'a, 'l>(texts: impl Iterator<Item = &'a str>, lexicon: &'l Lexicon) -> TermWeights<'l> {
    let background = TermWeights::background(lexicon);
    let mut counts: FxHashMap<Box<str>, u32> = FxHashMap::default();
    let mut passages = 0;
    for text in texts {
        passages += 1;
        let words = Words::read(text, lexicon, &background);
        let mut forms: Vec<&str> = (0..words.len()).map(|index| words.form(index)).collect();
        forms.sort_unstable();
        forms.dedup();
        forms.into_iter().for_each(|form| *counts.entry(form.into()).or_default() += 1);
    }
    TermWeights::with_story(lexicon, counts, passages)
}
