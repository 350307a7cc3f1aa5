//! The parse of an article, and what is asked of it.

use super::Models;
use super::arc::Arc;
use super::deprel::Deprel;
use super::repair::repair;
use crate::text::{Article, Sentence, Zone};

/// The arcs of an article: for each token the token that it hangs on, and how.
///
/// Tokens are named by their index in the article. Arcs stay inside their sentence and do not cross, so the words under a word stand
/// side by side. Sentences of page furniture are not parsed: each of their tokens is a root.
///
/// ```
/// use corroborate::lexicon::Lexicon;
/// use corroborate::syntax::{Deprel, Syntax};
/// use corroborate::text::Article;
/// let article = Article::new("The old bridge was closed by the town.", Lexicon::english());
/// let syntax = Syntax::new(&article);
/// assert_eq!((article.word(2), syntax.relation(2)), ("bridge", Deprel::PassiveSubject));
/// assert_eq!(syntax.head(2).map(|verb| article.word(verb)), Some("closed"));
/// assert_eq!(syntax.reach(2), 0..3);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Syntax {
    arcs: Vec<Arc>,
}

impl Syntax {
    /// Parses an article. Never fails, whatever its words.
    #[must_use]
    pub fn new(article: &Article<'_>) -> Self {
        let mut arcs: Vec<Arc> = (0..article.tokens().len()).map(Arc::alone).collect();
        for sentence in article.sentences().iter().filter(|s| article.zone(s) != Zone::Boilerplate) {
            for first in (sentence.first..sentence.last).step_by(LONGEST) {
                let stretch = Sentence { first, last: sentence.last.min(first + LONGEST), ..*sentence };
                parse(article, &stretch, &mut arcs[first..stretch.last]);
            }
        }
        Self { arcs }
    }

    /// The token that a token hangs on; `None` for the one that its sentence hangs on, and past the end.
    #[must_use]
    pub fn head(&self, token: usize) -> Option<usize> {
        self.arcs.get(token)?.head.map(|h| h as usize)
    }

    /// How a token hangs on its head.
    #[must_use]
    pub fn relation(&self, token: usize) -> Deprel {
        self.arcs.get(token).map_or(Deprel::default(), |a| a.relation)
    }

    /// The tokens of the phrase or clause that a token heads.
    #[must_use]
    pub fn reach(&self, token: usize) -> std::ops::Range<usize> {
        self.arcs.get(token).map_or(token..token, |a| a.reach.0 as usize..a.reach.1 as usize)
    }

    /// The tokens that hang on a token, in order.
    pub fn children(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        let first = self.arcs.get(token).and_then(|arc| arc.first_child);
        std::iter::successors(first, |child| self.arcs[*child as usize].next_sibling).map(|child| child as usize)
    }

    /// The first token that hangs so on a token.
    #[must_use]
    pub fn child(&self, token: usize, relation: Deprel) -> Option<usize> {
        self.children(token).find(|&i| self.relation(i) == relation)
    }
}

/// A longer sentence is a list, or a text without its stops: it is parsed in stretches of so many tokens, so that nothing grows faster
/// than the text does. Of the 60,445 sentences that the parser learned from nine have more than 100, and none so many.
const LONGEST: usize = 300;

/// Parses a sentence into its arcs.
fn parse(article: &Article<'_>, sentence: &Sentence, arcs: &mut [Arc]) {
    let (heads, relations) = Models::shared().parse(article, sentence);
    for ((arc, head), relation) in arcs.iter_mut().zip(heads).zip(relations) {
        (arc.head, arc.relation) = (head.map(|h| h + sentence.first as u32), relation);
    }
    widen(arcs, sentence.first);
    if repair(article, arcs, sentence.first) {
        arcs.iter_mut().enumerate().for_each(|(place, arc)| arc.reach = Arc::alone(sentence.first + place).reach);
        widen(arcs, sentence.first);
    }
    for place in (0..arcs.len()).rev() {
        let Some(head) = arcs[place].head else { continue };
        let head = head as usize - sentence.first;
        arcs[place].next_sibling = arcs[head].first_child;
        arcs[head].first_child = Some((sentence.first + place) as u32);
    }
}

/// Fills in how far each word of a sentence reaches: as far as the words that hang on it. Every word hands its reach to its head once,
/// leaves first.
fn widen(arcs: &mut [Arc], first: usize) {
    let mut waiting = vec![0_u32; arcs.len()];
    for arc in arcs.iter() {
        if let Some(head) = arc.head {
            waiting[head as usize - first] += 1;
        }
    }
    let mut ready: Vec<usize> = (0..arcs.len()).filter(|&i| waiting[i] == 0).collect();
    while let Some(word) = ready.pop() {
        let Arc { head: Some(head), reach, .. } = arcs[word] else { continue };
        let head = head as usize - first;
        let above = &mut arcs[head].reach;
        *above = (above.0.min(reach.0), above.1.max(reach.1));
        waiting[head] -= 1;
        if waiting[head] == 0 {
            ready.push(head);
        }
    }
}
