//! What each arc is: subject, object, relative clause ...; one decision a word, from left to right.

mod features;
#[cfg(feature = "train")]
mod train;

#[cfg(feature = "train")]
pub(super) use train::train;

use super::certain::Certain;
use super::deprel::Deprel;
use super::word::ParseWord;
use crate::perceptron::{self, ByteReader, LinearModel};
use crate::text::Tag;
use features::ArcView;

pub(super) const LABELS: usize = Deprel::COUNT;

/// How a word hangs on its head: by the tags alone where they nearly always tell it, by the weights elsewhere.
#[derive(Debug, Clone)]
pub(super) struct Labeller {
    certain: Certain,
    model: LinearModel<LABELS>,
}

impl Labeller {
    pub(super) fn read(reader: &mut ByteReader<'_>) -> Option<Self> {
        Some(Self { certain: Certain::read(reader)?, model: LinearModel::read(reader)? })
    }

    /// The relation of each word to its head.
    pub(super) fn relations(&self, words: &[ParseWord], heads: &[Option<u32>]) -> Vec<Deprel> {
        let mut view = ArcView::new(words, heads);
        for (place, word) in words.iter().enumerate() {
            let relation = told_by_tag(*word, view.head(place)).unwrap_or_else(|| self.decide(&view, place));
            view.told(place, relation);
        }
        view.into_relations()
    }

    fn decide(&self, view: &ArcView<'_>, word: usize) -> Deprel {
        let told = self.certain.get(view.situation(word)).and_then(|class| Deprel::ALL.get(class).copied());
        told.unwrap_or_else(|| {
            let mut scores = [0; LABELS];
            self.model.score(&view.features(word), &mut scores);
            Deprel::ALL[perceptron::best(&scores)]
        })
    }
}

/// A mark is punctuation, whatever it hangs on, and what hangs on nothing is the root.
fn told_by_tag(word: ParseWord, head: Option<usize>) -> Option<Deprel> {
    match head {
        _ if word.tag == Tag::Mark as u64 + 1 => Some(Deprel::Punctuation),
        None => Some(Deprel::Root),
        Some(_) => None,
    }
}
