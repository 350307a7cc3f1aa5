//! Whom "he", "she" and "the foreign minister" mean.
//!
//! Recency, the subject's place and gender decide, as in the salience counts of Lappin and Leass (1994), without a parse.

use super::gather::Cast;
use super::person;
use super::{Reference, ReferenceKind};
use crate::extract::MentionKind;
use crate::lexicon::{Class, Gender, Lexicon};
use crate::text::{Article, Tag, TokenKind, Zone};

/// How many of the last references are looked at; keeps the search linear.
const MEMORY: usize = 16;
/// What each sentence between takes away.
const SENTENCE: i32 = 10;
/// Nobody is meant from further away than this many sentences.
const REACH: usize = 4;
/// The first subject of a sentence is what the next one speaks of.
const FIRST_SUBJECT: i32 = 8;
/// A later subject, of a clause inside, is less so.
const LATER_SUBJECT: i32 = 4;
/// "Dunn's campaign" speaks of the campaign.
const GENITIVE: i32 = -4;
/// How many words before a name are looked at for a verb.
const PHRASE: usize = 24;
/// A person whose gender is known is likelier than one who only might fit.
const KNOWN_GENDER: i32 = 3;
/// Who is named inside a quotation is the speaker's matter, not the article's.
const INSIDE_QUOTATION: i32 = -12;
/// "Of Dunn, he said": whom a sentence opens on is not the one who speaks of him.
const TOPIC: i32 = -20;
/// Headlines and captions stand beside the text.
const BESIDE_TEXT: i32 = -6;

/// Adds the pronouns and descriptions of an article to its references.
pub(super) fn resolve(article: &Article<'_>, cast: &mut Cast, lexicon: &Lexicon) {
    let mut reader = Reader { article, lexicon, quoted: quoted(article), recent: Vec::new() };
    let names = std::mem::take(&mut cast.references);
    let mut next = names.iter().peekable();
    for (number, sentence) in article.sentences().iter().enumerate() {
        let mut place = Place { sentence: number, subjects: 0, beside: article.zone(sentence) != Zone::Body };
        let mut index = sentence.first;
        while index < sentence.last {
            let start = article.tokens()[index].span.start;
            if let Some(name) = next.next_if(|r| r.span.start <= start) {
                cast.references.push(*name);
                index = article.tokens_in(name.span).1.max(index + 1);
                let end = article.tokens_in(name.full).1.max(index);
                reader.see(cast, name.entity, (index - 1, end), &mut place);
                continue;
            }
            if let Some((reference, last)) = reader.pronoun(cast, index, &place).or_else(|| reader.description(cast, index, &names)) {
                cast.references.push(reference);
                reader.see(cast, reference.entity, (last - 1, last), &mut place);
            }
            index += 1;
        }
    }
    cast.references.extend(next);
    cast.references.sort_by_key(|r| (r.span.start, r.span.end));
}

/// Where in the article the reader is.
struct Place {
    sentence: usize,
    subjects: usize,
    beside: bool,
}

/// A person as lately spoken of.
struct Recent {
    entity: usize,
    sentence: usize,
    salience: i32,
}

struct Reader<'a, 't> {
    article: &'a Article<'t>,
    lexicon: &'a Lexicon,
    quoted: Vec<bool>,
    recent: Vec<Recent>,
}

impl Reader<'_, '_> {
    /// Keeps a person in mind; the name's last token, and one past its description.
    fn see(&mut self, cast: &Cast, entity: usize, (last, end): (usize, usize), place: &mut Place) {
        if cast.entities[entity].kind != MentionKind::Person {
            return;
        }
        let mut salience = self.role(last, end, place);
        salience += if self.quoted[last] { INSIDE_QUOTATION } else { 0 };
        salience += if place.beside { BESIDE_TEXT } else { 0 };
        salience += if self.is_topic(last) { TOPIC } else { 0 };
        self.recent.push(Recent { entity, sentence: place.sentence, salience });
        if self.recent.len() > 2 * MEMORY {
            self.recent.drain(..MEMORY);
        }
    }

    /// What the place in the sentence says: the subject is what the article goes on to speak of, a genitive is not.
    fn role(&self, last: usize, end: usize, place: &mut Place) -> i32 {
        if matches!(self.article.lower(last + 1), "'s" | "'") || matches!(self.article.lower(last), "his" | "her") {
            return GENITIVE;
        }
        let first = place.subjects == 0 && self.opens(last);
        if !first && !self.has_verb(last, end) {
            return 0;
        }
        place.subjects += 1;
        if place.subjects == 1 { FIRST_SUBJECT } else { LATER_SUBJECT }
    }

    /// The name stands in a phrase that opens the sentence and tells what is spoken of, with a pronoun right behind it.
    fn is_topic(&self, last: usize) -> bool {
        let first = self.article.sentence_at(self.article.tokens()[last].span.start).map_or(last, |s| self.article.sentences()[s].first);
        let speaks = matches!(self.article.lower(last + 2), "he" | "she") && self.article.lower(last + 1) == ",";
        speaks && matches!(self.article.lower(first), "of" | "about" | "on" | "regarding" | "concerning")
    }

    /// No verb stands before the name in its sentence and no preposition, as in "Dunn, who managed the bank, said".
    fn opens(&self, last: usize) -> bool {
        let tokens = self.article.tokens();
        let sentence = self.article.sentence_at(tokens[last].span.start).map(|s| self.article.sentences()[s].first);
        let before = sentence.unwrap_or(last)..last;
        !tokens[before].iter().rev().take(PHRASE).any(|t| t.tag.is_finite() || matches!(t.tag, Tag::Preposition | Tag::To))
    }

    /// A verb follows the name or its description, or a verb stands before it and a mark behind ("said Dunn.").
    fn has_verb(&self, last: usize, end: usize) -> bool {
        let tag = |index: usize| self.article.tokens().get(index).map_or(Tag::Mark, |t| t.tag);
        let verb = |at: usize| tag(at).is_finite() || (tag(at).is_adverb() && tag(at + 1).is_finite());
        let behind = if tag(end) == Tag::Mark { end + 1 } else { end };
        let inverted =
            self.article.lower(last) != "him" && tag(end) == Tag::Mark && (1..=2).any(|back| last >= back && tag(last - back).is_finite());
        verb(last + 1) || verb(end) || (end > last + 1 && verb(behind)) || inverted
    }

    /// "he" at a token outside quotations: the person whom it means, and one past its last token.
    fn pronoun(&self, cast: &mut Cast, index: usize, place: &Place) -> Option<(Reference, usize)> {
        let gender = match self.article.lower(index) {
            "he" | "him" | "his" | "himself" => Gender::Male,
            "she" | "her" | "hers" | "herself" => Gender::Female,
            _ => return None,
        };
        if self.quoted[index] {
            return None;
        }
        let recent = self.recent.iter().enumerate().rev().take(MEMORY).filter(|(_, r)| place.sentence - r.sentence <= REACH);
        let fitting = recent.filter(|(_, r)| cast.entities[r.entity].gender.is_none_or(|g| g == gender));
        let score = |r: &Recent| {
            let known = if cast.entities[r.entity].gender.is_some() { KNOWN_GENDER } else { 0 };
            r.salience + known - SENTENCE * (place.sentence - r.sentence) as i32
        };
        let entity = fitting.max_by_key(|(at, r)| (score(r), *at)).map(|(_, r)| r.entity)?;
        cast.entities[entity].gender = Some(gender);
        let span = self.article.tokens()[index].span;
        Some((Reference { span, full: span, entity, kind: ReferenceKind::Pronoun }, index + 1))
    }

    /// "the foreign minister" that is no title of a name, ending at this token: the person whose title says so.
    fn description(&self, cast: &Cast, index: usize, names: &[Reference]) -> Option<(Reference, usize)> {
        let token = &self.article.tokens()[index];
        if !token.has(Class::Role) || token.tag != Tag::Noun {
            return None;
        }
        let first = self.definite_start(index)?;
        let span = self.article.span(first, index + 1);
        let described = names.partition_point(|r| r.span.start < span.end);
        let of_name = |r: &Reference| r.full.overlaps(span);
        if names[described.saturating_sub(3)..].iter().take(6).any(of_name) {
            return None;
        }
        let entity = self.titled(cast, &self.article.clean(span))?;
        Some((Reference { span, full: span, entity, kind: ReferenceKind::Description }, index + 1))
    }

    /// Where the definite phrase that ends with this noun begins: at "the", "this", or at a name in the genitive.
    fn definite_start(&self, head: usize) -> Option<usize> {
        /// "the Russian deputy foreign minister" has four words before the last.
        const BEFORE_HEAD: usize = 5;
        let tokens = self.article.tokens();
        for first in (head.saturating_sub(BEFORE_HEAD)..head).rev() {
            match self.article.lower(first) {
                "the" | "this" | "that" => return Some(first),
                "'s" if tokens[first].tag == Tag::Possessive => {}
                _ if tokens[first].tag.is_noun() || tokens[first].tag.is_adjective() => {
                    let genitive = self.article.lower(first + 1) == "'s" && tokens[first].tag.is_proper();
                    let opens = first == 0
                        || !(tokens[first - 1].tag.is_noun()
                            || tokens[first - 1].tag.is_adjective()
                            || tokens[first - 1].tag == Tag::Determiner);
                    if genitive && opens {
                        return Some(first);
                    }
                }
                _ => return None,
            }
        }
        None
    }

    /// The one person whose titles hold all words of the description; of several, the one spoken of last. A country in it must not
    /// be against the title's.
    fn titled(&self, cast: &Cast, description: &str) -> Option<usize> {
        let country = |text: &str| countries(text, self.lexicon).into_iter().next();
        let wanted: Vec<String> = person::title_words(description, self.lexicon).filter(|w| !self.is_country(w)).collect();
        let place = country(description);
        let fits = |title: &String| {
            let words: Vec<String> = person::title_words(title, self.lexicon).collect();
            let theirs = country(title);
            wanted.iter().all(|w| words.contains(w)) && (place.is_none() || theirs.is_none() || place == theirs)
        };
        let mut candidates: Vec<usize> =
            self.recent.iter().rev().take(MEMORY).map(|r| r.entity).filter(|e| cast.entities[*e].titles.iter().any(fits)).collect();
        let nearest = candidates.first().copied();
        candidates.sort_unstable();
        candidates.dedup();
        // "the Russian president" with two presidents about needs one who is known to be Russian
        let placed = |e: &usize| cast.entities[*e].titles.iter().any(|t| place.is_some() && country(t) == place && fits(t));
        match candidates.len() {
            0 | 1 => nearest,
            _ if place.is_some() => candidates.into_iter().find(placed),
            _ => nearest,
        }
    }

    fn is_country(&self, word: &str) -> bool {
        self.lexicon.names().country([word].into_iter()).is_some()
    }
}

/// The countries that a title names: "Russian Foreign Minister" Russia.
fn countries<'l>(title: &str, lexicon: &'l Lexicon) -> Vec<&'l str> {
    let lower = title.to_lowercase().replace(['\u{2019}', '\''], " '");
    let words: Vec<&str> = lower.split_whitespace().collect();
    (0..words.len()).filter_map(|i| lexicon.names().country(words[i..].iter().copied())).map(|(_, country, _)| country).collect()
}

/// Which tokens stand inside double quotation marks; a paragraph's end closes them.
fn quoted(article: &Article<'_>) -> Vec<bool> {
    let mut inside = vec![false; article.tokens().len()];
    for paragraph in article.paragraphs() {
        let mut open = false;
        for sentence in &article.sentences()[paragraph.first..paragraph.last] {
            for (index, state) in inside.iter_mut().enumerate().take(sentence.last).skip(sentence.first) {
                if article.tokens()[index].kind == TokenKind::Quote {
                    open = match article.word(index) {
                        "\u{201c}" | "``" | "\u{ab}" | "\u{201e}" => true,
                        "\u{201d}" | "''" | "\u{bb}" => false,
                        "\"" => !open,
                        _ => open,
                    };
                }
                *state = open;
            }
        }
    }
    inside
}
