//! Learning the relations from sentences whose arcs are named.

use super::super::certain::SituationCounts;
use super::super::deprel::Deprel;
use super::super::word::ParseWord;
use super::features::ArcView;
use super::{LABELS, told_by_tag};
use crate::perceptron::{self, Trainer};

/// A feature is kept from this many changes of its weights on, two for each correction.
const LEAST_UPDATES: u32 = 8;

/// A situation needs no model when it was seen so often ...
const SEEN: u32 = 20;
/// ... and came out one way in this share of its places.
const CERTAIN_SHARE: f64 = 0.98;

/// A sentence with its heads and their relations.
pub(in super::super) type Labelled = (Vec<ParseWord>, Vec<Option<u32>>, Vec<Deprel>);

/// Learns from parsed sentences, and returns the weights as bytes.
pub(in super::super) fn train(sentences: &[Labelled], rounds: usize) -> Vec<u8> {
    let mut trainer = Trainer::<LABELS>::default();
    for round in 0..rounds {
        let mut wrong = 0;
        for index in perceptron::shuffled(sentences.len(), round as u64) {
            wrong += learn(&mut trainer, &sentences[index]);
        }
        eprintln!("relations, round {round}: {wrong} wrong");
    }
    let mut bytes = Vec::new();
    situations(sentences).certain(SEEN, CERTAIN_SHARE).write(&mut bytes);
    bytes.extend(trainer.bytes(LEAST_UPDATES));
    bytes
}

/// How arcs are named where tags meet.
fn situations(sentences: &[Labelled]) -> SituationCounts {
    let mut counts = SituationCounts::default();
    for (words, heads, relations) in sentences {
        let view = ArcView::new(words, heads);
        let asked = (0..words.len()).filter(|&w| told_by_tag(words[w], view.head(w)).is_none());
        asked.for_each(|word| counts.count(view.situation(word), relations[word] as usize));
    }
    counts
}

/// Names the arcs of one sentence, learning from each decision; returns how many were wrong.
fn learn(trainer: &mut Trainer<LABELS>, (words, heads, relations): &Labelled) -> usize {
    let mut view = ArcView::new(words, heads);
    let mut wrong = 0;
    for (word, right) in relations.iter().enumerate() {
        let decided = told_by_tag(words[word], view.head(word)).is_none();
        let guess = if decided {
            let keys = view.features(word);
            let guess = perceptron::best(&trainer.score(&keys));
            trainer.learn(&keys, *right as usize, guess);
            Deprel::ALL[guess]
        } else {
            *right
        };
        wrong += usize::from(guess != *right);
        view.told(word, guess);
    }
    wrong
}
