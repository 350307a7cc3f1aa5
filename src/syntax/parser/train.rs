//! Learning the moves from parsed sentences, by the dynamic oracle: a parser that went wrong learns the best way on from there.

use super::super::certain::SituationCounts;
use super::super::word::ParseWord;
use super::features::{features, situation};
use super::state::{ALL, MOVES, Move, State};
use crate::perceptron::{self, Trainer};

/// A feature is kept from this many changes of its weights on, two for each correction.
const LEAST_UPDATES: u32 = 16;

/// A situation needs no model when it was seen so often ...
const SEEN: u32 = 20;
/// ... and came out one way in this share of its places.
const CERTAIN_SHARE: f64 = 0.98;

/// From this round on the parser follows its own moves ...
const EXPLORE_FROM: usize = 1;
/// ... in so many of ten wrong ones (Goldberg and Nivre explore nine of ten).
const EXPLORED: usize = 9;

/// Learns from sentences with the heads of their words, and returns the weights as bytes.
pub(in super::super) fn train(sentences: &[(Vec<ParseWord>, Vec<Option<u32>>)], rounds: usize) -> Vec<u8> {
    let mut trainer = Trainer::<MOVES>::default();
    for round in 0..rounds {
        let mut wrong = 0;
        for index in perceptron::shuffled(sentences.len(), round as u64) {
            let (words, heads) = &sentences[index];
            wrong += learn(&mut trainer, words, heads, round >= EXPLORE_FROM);
        }
        eprintln!("moves, round {round}: {wrong} wrong");
    }
    let mut bytes = Vec::new();
    situations(sentences).certain(SEEN, CERTAIN_SHARE).write(&mut bytes);
    bytes.extend(trainer.bytes(LEAST_UPDATES));
    bytes
}

/// How the right moves come out where tags meet.
fn situations(sentences: &[(Vec<ParseWord>, Vec<Option<u32>>)]) -> SituationCounts {
    let mut counts = SituationCounts::default();
    for (words, heads) in sentences {
        let mut state = State::new(words.len());
        while let Some(only) = state.next() {
            let step = only.unwrap_or_else(|| {
                let allowed = ALL.into_iter().filter(|m| state.allows(*m));
                let step = allowed.min_by_key(|m| cost(&state, heads, *m)).unwrap_or(Move::Shift);
                counts.count(situation(words, &state), step as usize);
                step
            });
            state.apply(step);
        }
    }
    counts
}

/// Parses one sentence, learning from each decision; returns how many were wrong.
fn learn(trainer: &mut Trainer<MOVES>, words: &[ParseWord], heads: &[Option<u32>], explores: bool) -> usize {
    let mut state = State::new(words.len());
    let mut wrong = 0;
    while let Some(only) = state.next() {
        let step = only.unwrap_or_else(|| {
            let keys = features(words, &state);
            let scores = trainer.score(&keys);
            let guess = state.best(&scores);
            let costs = ALL.map(|m| if state.allows(m) { cost(&state, heads, m) } else { usize::MAX });
            let least = costs.iter().min().copied().unwrap_or(0);
            if costs[guess as usize] == least {
                trainer.tick();
                return guess;
            }
            let good = ALL.into_iter().filter(|m| costs[*m as usize] == least);
            let right = good.max_by_key(|m| scores[*m as usize]).unwrap_or(guess);
            trainer.learn(&keys, right as usize, guess as usize);
            wrong += 1;
            if explores && (state.next + wrong) % 10 < EXPLORED { guess } else { right }
        });
        state.apply(step);
    }
    wrong
}

/// How many right arcs a move puts out of reach.
fn cost(state: &State, heads: &[Option<u32>], step: Move) -> usize {
    let next = state.next as u32;
    let is_head = |head: u32, word: u32| heads[word as usize] == Some(head);
    let Some(top) = state.stack.last().copied() else { return 0 };
    let coming = next..state.words() as u32;
    match step {
        Move::Shift => {
            let below = &state.stack[..state.stack.len() - 1];
            let head = below.iter().any(|&w| is_head(w, next));
            usize::from(head) + state.stack.iter().filter(|&&w| is_head(next, w)).count()
        }
        Move::Left => {
            let below = state.stack.len().checked_sub(2).map(|i| state.stack[i]);
            let lost = heads[top as usize].is_none_or(|h| h > next || Some(h) == below);
            usize::from(lost) + coming.filter(|&w| is_head(top, w)).count()
        }
        Move::Right => {
            let lost = heads[top as usize].is_none_or(|h| h >= next);
            usize::from(lost) + coming.filter(|&w| is_head(top, w)).count()
        }
    }
}
