//! Names word by word: each word begins a name of some kind, goes on with it, or stands outside.

use std::sync::OnceLock;

use super::features::{self, NameWord};
use super::{MentionKind, Name};
use crate::lexicon::{Class, Lexicon};
use crate::perceptron::{self, ByteReader, LinearModel};
use crate::text::{Article, Sentence, Tag, Tagger, TokenKind};

/// The kinds in the order of their labels.
pub(super) const KINDS: [MentionKind; 5] =
    [MentionKind::Person, MentionKind::Organisation, MentionKind::Place, MentionKind::Group, MentionKind::Other];

/// Label 0 stands outside; then one label a kind for its first word, then one a kind for its further words.
pub(super) const LABELS: usize = 1 + 2 * KINDS.len();

/// Made by `corroborate-train names`, see the README beside it.
const WEIGHTS: &[u8] = include_bytes!("weights.bin");

#[derive(Debug, Clone)]
pub(super) struct Recogniser {
    model: LinearModel<LABELS>,
}

impl Recogniser {
    /// The model that is compiled in, read at its first use.
    pub(super) fn shared() -> &'static Self {
        static RECOGNISER: OnceLock<Recogniser> = OnceLock::new();
        RECOGNISER.get_or_init(|| match LinearModel::read(&mut ByteReader(WEIGHTS)) {
            Some(model) => Recogniser { model },
            // A test reads the weights, so this is a build that never passed its tests.
            None => unreachable!("the shipped weights of the names are broken"),
        })
    }

    /// The names of an article, in order.
    pub(super) fn names(&self, article: &Article<'_>, lexicon: &Lexicon) -> Vec<Name> {
        let mut names = Vec::new();
        for sentence in article.sentences() {
            let words = features::describe(article, lexicon, sentence);
            let labels = decode(&words, |keys| {
                let mut scores = [0; LABELS];
                self.model.score(keys, &mut scores);
                scores
            });
            names.extend(spans(article, &labels, sentence).into_iter().filter(|n| is_name(article, n)));
        }
        names
    }
}

/// Labels the words of a sentence from left to right with the scores of a model.
pub(super) fn decode(words: &[NameWord], mut score: impl FnMut(&[u32]) -> [i32; LABELS]) -> Vec<u8> {
    let mut labels = Vec::with_capacity(words.len());
    let mut previous = [0, 0];
    for (index, word) in words.iter().enumerate() {
        let label = if word.open { best(&score(&features::features(words, index, previous)), previous[1]) } else { 0 };
        labels.push(label);
        previous = [previous[1], label];
    }
    labels
}

/// The best label that may follow `previous`: a name goes on only where one of its kind stands before.
pub(super) fn best(scores: &[i32; LABELS], previous: u8) -> u8 {
    let mut allowed = *scores;
    for kind in 0..KINDS.len() {
        let (begin, inside) = (1 + kind, 1 + KINDS.len() + kind);
        if usize::from(previous) != begin && usize::from(previous) != inside {
            allowed[inside] = i32::MIN;
        }
    }
    perceptron::best(&allowed) as u8
}

/// The names that the labels spell; a small word at the end belongs to none.
fn spans(article: &Article<'_>, labels: &[u8], sentence: &Sentence) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for (offset, label) in labels.iter().enumerate() {
        let at = sentence.first + offset;
        let label = usize::from(*label);
        match names.last_mut() {
            Some(name) if label > KINDS.len() => name.last = at + 1,
            _ if label > 0 => names.push(Name { first: at, last: at + 1, kind: KINDS[(label - 1) % KINDS.len()] }),
            _ => {}
        }
    }
    for name in &mut names {
        while name.last > name.first + 1
            && !(article.is_capital(name.last - 1) || article.tokens()[name.last - 1].kind == TokenKind::Number)
        {
            name.last -= 1;
        }
    }
    names
}

/// Not every run of capitals that looks so is a name: "Swedish" before a noun describes, "Secretary of State" and "Defence Minister"
/// are offices.
pub(super) fn is_name(article: &Article<'_>, name: &Name) -> bool {
    let capital = (name.first..name.last).any(|index| article.is_capital(index));
    let place = name.kind == MentionKind::Place;
    capital && !describes_people(article, name) && !opens_sentence(article, name) && (place || !is_portfolio(article, name))
}

/// "Alas," and "Remain" with a capital for the sentence's sake: single words that in small letters are no nouns.
fn opens_sentence(article: &Article<'_>, name: &Name) -> bool {
    let token = &article.tokens()[name.first];
    let opens = article.sentence_at(token.span.start).is_some_and(|s| article.sentences()[s].first == name.first);
    let small = || Tagger::shared().small_form(article.lower(name.first));
    name.last - name.first == 1
        && opens
        && !article.word(name.first).ends_with('.')
        && small().is_some_and(|t| !t.is_noun() && !t.is_adjective())
}

fn describes_people(article: &Article<'_>, name: &Name) -> bool {
    let tag = |index: usize| article.tokens().get(index).map_or(Tag::Mark, |t| t.tag);
    let (head, behind) = (tag(name.last - 1), tag(name.last));
    let plural = matches!(head, Tag::NounPlural | Tag::ProperNounPlural);
    name.kind == MentionKind::Group && !plural && (head.is_adjective() || behind.is_adjective() || behind.is_noun())
}

/// "State" of "Secretary of State", "Defence" of "Defence Minister"; "FBI" of "FBI Director" is no common word and thus a name.
fn is_portfolio(article: &Article<'_>, name: &Name) -> bool {
    let before = |back: usize| name.first.checked_sub(back).map_or("", |index| article.lower(index));
    let of_office =
        before(1) == "of" && matches!(before(2), "secretary" | "secretaries" | "minister" | "ministers" | "ministry" | "department");
    let single = name.last - name.first == 1 && name.kind != MentionKind::Person;
    let office_behind = article.tokens().get(name.last).is_some_and(|t| t.has(Class::Role)) && article.is_capital(name.last);
    of_office || (single && office_behind && Tagger::shared().small_form(article.lower(name.first)).is_some())
}
