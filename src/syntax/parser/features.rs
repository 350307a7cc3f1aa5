//! What the model sees of a sentence half way through its parse.
//!
//! Templates after Zhang and Nivre (2011), without labels: the words on top of the stack, the next ones, their outermost
//! dependents, how far they stand apart and what parts them.

use super::super::word::{NONE, ParseWord};
use super::state::State;
use crate::perceptron::feature;

/// How many features a decision has: twice what the model fetches together.
pub(super) const FEATURES: usize = 48;

/// So many of them, the first ones, mostly tell the move by themselves.
pub(super) const TELLING: usize = 24;

pub(super) fn features(words: &[ParseWord], state: &State) -> [u32; FEATURES] {
    let at = |index: Option<usize>| index.map_or(&NONE, |i| &words[i]);
    let (i0, i1) = (state.stacked(0), state.stacked(1));
    let (s0, s1, s2) = (at(i0), at(i1), at(state.stacked(2)));
    let (b0, b1, b2) = (at(state.coming(0)), at(state.coming(1)), at(state.coming(2)));
    let before = at(state.next.checked_sub(1));
    let children = |index: Option<usize>| index.map_or_else(Default::default, |i| state.children(i));
    let (c0, c1, cb) = (children(i0), children(i1), children(state.coming(0)));
    let child = |word: Option<u32>| at(word.map(|w| w as usize));
    let (l0, r0, l1, r1, lb) = (child(c0.leftmost), child(c0.rightmost), child(c1.leftmost), child(c1.rightmost), child(cb.leftmost));
    let (ahead, below) = (gap(i0, Some(state.next)), gap(i1, i0));
    // what parts the two words that a move would join
    let (parted, parted_below) = (b0.commas.wrapping_sub(s0.commas).min(3), s0.commas.wrapping_sub(s1.commas).min(3));
    let (verbs, verbs_below) = (b0.verbs.wrapping_sub(s0.verbs).min(3), s0.verbs.wrapping_sub(s1.verbs).min(3));
    let (parted, parted_below) = (u64::from(parted) << 2 | u64::from(verbs), u64::from(parted_below) << 2 | u64::from(verbs_below));
    let (left, right) = (u64::from(c0.left.min(3)), u64::from(c0.right.min(3)));
    let right_below = u64::from(c1.right.min(3));
    let tags = |a: &ParseWord, b: &ParseWord| a.tag << 8 | b.tag;
    let three = |a: &ParseWord, b: &ParseWord, c: &ParseWord| a.tag << 16 | b.tag << 8 | c.tag;
    [
        feature(1, s0.form, s0.tag),
        feature(2, s0.tag, b0.tag),
        feature(3, s1.form, s1.tag),
        feature(4, b0.form, b0.tag),
        feature(5, b1.form, b1.tag),
        feature(6, s0.form, b0.form),
        feature(7, s0.form, tags(s0, b0)),
        feature(8, b0.form, tags(s0, b0)),
        feature(9, s0.form, s1.form),
        feature(10, s0.form, tags(s1, s0)),
        feature(11, s1.form, tags(s1, s0)),
        feature(12, three(s0, b0, b1), 0),
        feature(13, three(s1, s0, b0), 0),
        feature(14, three(s2, s1, s0), 0),
        feature(15, three(b0, b1, b2), s0.tag),
        feature(16, three(s1, s0, b0), b1.tag),
        feature(17, three(s0, l0, b0), 0),
        feature(18, three(s0, r0, b0), 0),
        feature(19, three(s1, r1, s0), 0),
        feature(20, three(s1, s0, l0), r0.tag),
        feature(21, three(s0, b0, lb), 0),
        feature(22, three(s1, l1, s0), b0.tag),
        feature(23, tags(s0, b0), ahead << 8 | parted),
        feature(24, tags(s1, s0), below << 8 | parted_below),
        feature(25, s0.form, ahead << 8 | b0.tag),
        feature(26, b0.form, ahead << 8 | s0.tag),
        feature(27, s1.form, below << 16 | parted_below << 8 | s0.tag),
        feature(28, s0.tag << 8 | left, right << 8 | b0.tag),
        feature(29, s1.tag << 8 | right_below, s0.tag),
        feature(30, s0.form, left << 4 | right),
        feature(31, s1.form, right_below << 8 | s0.tag),
        feature(32, s1.form, b0.form),
        feature(33, s0.form, r0.form),
        feature(34, s1.form, r1.form.wrapping_add(s0.tag)),
        feature(35, s0.form, l0.form),
        feature(36, b0.form, b1.form),
        feature(37, b1.form, tags(s0, b0)),
        feature(38, s2.form, tags(s1, s0)),
        feature(39, before.form, tags(s0, b0)),
        feature(40, three(s1, s0, b0), parted_below << 8 | parted),
        feature(41, r0.form, tags(s0, b0)),
        feature(42, l0.form, tags(s1, s0)),
        feature(43, r1.form, tags(s1, s0)),
        feature(44, s0.form, b0.tag << 16 | b1.tag << 8 | s1.tag),
        feature(45, b0.form, three(s1, s0, b1)),
        feature(46, s1.form, s0.form.wrapping_add(b0.tag)),
        feature(47, three(s2, s1, s0), tags(b0, b1)),
        feature(48, s0.tag << 8 | parted, parted_below << 8 | b0.tag),
    ]
}

/// The tags around a decision, by which it is told where they nearly always come out one way.
pub(super) fn situation(words: &[ParseWord], state: &State) -> u32 {
    let tag = |index: Option<usize>| index.map_or(0, |i| words[i].tag);
    let (top, below) = (state.stacked(0), state.stacked(1));
    let tags = [below, top, state.coming(0), state.coming(1)].into_iter().fold(0, |key, index| key << 6 | tag(index));
    let children = top.map_or_else(Default::default, |i| state.children(i));
    let next = state.coming(0).map_or_else(Default::default, |i| state.children(i));
    let has = |count: u8| u64::from(count > 0);
    feature(0, tags, has(children.left) << 3 | has(children.right) << 2 | has(next.left) << 1 | u64::from(gap(top, state.coming(0)) == 1))
}

/// How far two words stand apart, in seven steps; 0 where one is missing.
fn gap(first: Option<usize>, second: Option<usize>) -> u64 {
    match first.zip(second).map(|(a, b)| b.saturating_sub(a)) {
        None => 0,
        Some(near @ 0..=4) => near as u64,
        Some(5..=6) => 5,
        Some(7..=10) => 6,
        Some(_) => 7,
    }
}
