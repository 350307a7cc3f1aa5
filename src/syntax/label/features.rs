//! What the model sees of an arc: its two words, what stands around them, and the relations told so far.

use super::super::deprel::Deprel;
use super::super::word::{NONE, ParseWord};
use crate::perceptron::feature;

/// How many features a decision has.
pub(super) const FEATURES: usize = 24;

/// A parsed sentence whose arcs are named one after the other.
pub(super) struct ArcView<'w> {
    words: &'w [ParseWord],
    heads: &'w [Option<u32>],
    leftmost: Vec<Option<u32>>,
    rightmost: Vec<Option<u32>>,
    relations: Vec<Deprel>,
    /// The relation told last to a word's dependents, plus one.
    last: Vec<u8>,
    /// Whether a word has a subject, an object, a marker or an auxiliary among those told: one bit each.
    has: Vec<u8>,
}

impl<'w> ArcView<'w> {
    pub(super) fn new(words: &'w [ParseWord], heads: &'w [Option<u32>]) -> Self {
        let count = words.len();
        let (mut leftmost, mut rightmost) = (vec![None; count], vec![None; count]);
        for (word, head) in heads.iter().enumerate() {
            let Some(head) = head.map(|h| h as usize) else { continue };
            if leftmost[head].is_none() {
                leftmost[head] = Some(word as u32);
            }
            rightmost[head] = Some(word as u32);
        }
        Self { words, heads, leftmost, rightmost, relations: vec![Deprel::default(); count], last: vec![0; count], has: vec![0; count] }
    }

    pub(super) fn head(&self, word: usize) -> Option<usize> {
        self.heads[word].map(|h| h as usize)
    }

    pub(super) fn told(&mut self, word: usize, relation: Deprel) {
        self.relations[word] = relation;
        let Some(head) = self.head(word) else { return };
        if relation != Deprel::Punctuation {
            self.last[head] = relation as u8 + 1;
        }
        self.has[head] |= match relation {
            relation if relation.is_subject() => 1,
            Deprel::Object | Deprel::Attribute => 2,
            Deprel::Marker => 4,
            Deprel::PassiveAuxiliary => 8,
            Deprel::Auxiliary => 16,
            _ => 0,
        };
    }

    pub(super) fn into_relations(self) -> Vec<Deprel> {
        self.relations
    }

    /// The tags of an arc and what hangs on its lower end, by which it is named where they nearly always come out one way.
    pub(super) fn situation(&self, index: usize) -> u32 {
        let tag = |index: Option<usize>| index.and_then(|i| self.words.get(i)).map_or(0, |w| w.tag);
        let parent = self.head(index);
        let side = u64::from(parent.is_some_and(|p| p < index));
        let near = u64::from(parent.is_some_and(|p| p.abs_diff(index) == 1));
        let child = |child: Option<u32>| tag(child.map(|c| c as usize));
        let tags = tag(Some(index)) << 18 | tag(parent) << 12 | child(self.leftmost[index]) << 6 | tag(index.checked_sub(1));
        feature(0, tags, side << 1 | near)
    }

    pub(super) fn features(&self, index: usize) -> [u32; FEATURES] {
        let at = |index: Option<usize>| index.and_then(|i| self.words.get(i)).unwrap_or(&NONE);
        let child = |child: Option<u32>| at(child.map(|c| c as usize));
        let parent = self.head(index);
        let (word, head) = (at(Some(index)), at(parent));
        let (before, after) = (at(index.checked_sub(1)), at(Some(index + 1)));
        let (left, right) = (child(self.leftmost[index]), child(self.rightmost[index]));
        let above = at(parent.and_then(|p| self.head(p)));
        let own = parent.filter(|p| *p < index).map_or(0, |p| self.relations[p] as u64 + 1);
        let (last, has) = parent.map_or((0, 0), |p| (u64::from(self.last[p]), u64::from(self.has[p])));
        let outermost = parent.map_or(0, |p| u64::from(self.rightmost[p] == Some(index as u32)));
        let place = parent.map_or(0, |p| u64::from(p < index) << 3 | (p.abs_diff(index) as u64).min(6));
        let side = place >> 3;
        let parted = u64::from(word.commas != head.commas);
        let tags = word.tag << 8 | head.tag;
        let around = before.tag << 8 | after.tag;
        [
            feature(1, word.form, head.tag << 1 | side),
            feature(2, head.form, word.tag << 1 | side),
            feature(3, word.form, head.form),
            feature(4, tags, place << 1 | parted),
            feature(5, tags, around),
            feature(6, tags << 8 | last, side),
            feature(7, tags << 8 | has, side),
            feature(8, head.form, has << 9 | word.tag << 1 | side),
            feature(9, head.form, last << 9 | word.tag << 1 | side),
            feature(10, tags << 16 | left.tag << 8 | right.tag, side),
            feature(11, left.form, tags << 1 | side),
            feature(12, right.form, tags << 1 | side),
            feature(13, tags << 8 | above.tag, side),
            feature(14, tags << 8 | own, side),
            feature(15, before.form, tags),
            feature(16, after.form, tags),
            feature(17, left.form, head.form),
            feature(18, tags << 16 | own << 8 | left.tag, parted),
            feature(19, word.form, before.form),
            feature(20, word.form, last << 1 | side),
            feature(21, tags << 8 | has, outermost << 8 | left.tag),
            feature(22, head.form, left.tag << 9 | word.tag << 1 | outermost),
            feature(23, word.form, own),
            feature(24, tags << 8 | last, after.tag << 1 | side),
        ]
    }
}
