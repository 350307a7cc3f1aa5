//! Learning both models from sentences with arcs, and how far they agree with arcs that they did not learn from.

use super::deprel::Deprel;
use super::label::{self, LABELS};
use super::word::{ParseWord, words};
use super::{Models, parser};
use crate::text::Article;

/// A token's head, by its place in its sentence, and how it hangs on it.
pub type SilverArc = (Option<u32>, Deprel);

type SilverSentence = (Vec<ParseWord>, Vec<Option<u32>>, Vec<Deprel>);

/// Learns from articles, each with an arc for each of its tokens, and returns the bytes of `weights.bin`.
#[must_use]
pub fn train(articles: &[(Article<'_>, Vec<SilverArc>)], rounds: usize) -> Vec<u8> {
    let sentences: Vec<SilverSentence> = articles.iter().flat_map(|(a, arcs)| parsed(a, arcs)).collect();
    let heads: Vec<_> = sentences.iter().map(|(words, heads, _)| (words.clone(), heads.clone())).collect();
    let mut bytes = parser::train(&heads, rounds);
    drop(heads);
    bytes.extend(label::train(&sentences, rounds));
    bytes
}

fn parsed(article: &Article<'_>, arcs: &[SilverArc]) -> Vec<SilverSentence> {
    let sentence = |s: &crate::text::Sentence| {
        let (heads, relations) = arcs[s.first..s.last].iter().copied().unzip();
        (words(article, s), heads, relations)
    };
    article.sentences().iter().map(sentence).collect()
}

/// How many words have the head, and the head and relation, that the arcs say; marks are not counted.
#[derive(Debug, Clone, Default)]
pub struct Agreement {
    /// All words.
    pub words: usize,
    /// Those with the same head.
    pub heads: usize,
    /// Those with the same head and relation.
    pub arcs: usize,
    /// By relation: words that have it by the arcs, those of the parse, those of both with the same head.
    pub relations: Vec<(Deprel, [usize; 3])>,
}

/// Holds the shipped models against articles with arcs.
#[must_use]
pub fn agreement(articles: &[(Article<'_>, Vec<SilverArc>)]) -> Agreement {
    let mut found = Agreement::default();
    let mut by = [[0; 3]; LABELS];
    for (article, arcs) in articles {
        for sentence in article.sentences() {
            let (heads, relations) = Models::shared().parse(article, sentence);
            for ((head, relation), (want, right)) in heads.iter().zip(relations).zip(&arcs[sentence.first..sentence.last]) {
                if *right == Deprel::Punctuation {
                    continue;
                }
                let same = head == want;
                found.words += 1;
                found.heads += usize::from(same);
                found.arcs += usize::from(same && relation == *right);
                by[*right as usize][0] += 1;
                by[relation as usize][1] += 1;
                by[*right as usize][2] += usize::from(same && relation == *right);
            }
        }
    }
    found.relations = Deprel::ALL.iter().map(|r| (*r, by[*r as usize])).collect();
    found
}
