//! Whom "he", "she" and "the foreign minister" mean.
//!
//! Recency, the subject's place and gender decide, as in the salience counts of Lappin and Leass (1994), without a parse.

use rustc_hash::FxHashSet;

use super::gather::Cast;
use super::{Reference, ReferenceKind, focus, person};
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
/// The subject of what somebody says, "argued that Dunn was a danger", is less so still.
const INNER_SUBJECT: i32 = 2;
/// "Dunn's campaign" speaks of the campaign.
const GENITIVE: i32 = -4;
/// "whose father, Carl Dunn, died": who is named for another one's sake is not what the article goes on to speak of.
const RELATIVE: i32 = -8;
/// A person whose gender is known is likelier than one who only might fit.
const KNOWN_GENDER: i32 = 3;
/// Who is named inside a quotation is the speaker's matter, not the article's.
const INSIDE_QUOTATION: i32 = -12;
/// "Of Dunn, he said": whom a sentence opens on is not the one who speaks of him.
const TOPIC: i32 = -20;
/// Headlines and captions stand beside the text.
const BESIDE_TEXT: i32 = -6;

/// Adds the pronouns and descriptions of an article to its references.
///
/// `relatives` are the places of those names that stand for another one's sake.
pub(super) fn resolve(article: &Article<'_>, cast: &mut Cast, relatives: &FxHashSet<usize>, lexicon: &Lexicon) {
    let mut reader = Reader { article, lexicon, relatives, quoted: quoted(article), recent: Vec::new() };
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
                reader.see(cast, name, (index - 1, end), &mut place);
                continue;
            }
            if let Some((reference, last)) = reader.pronoun(cast, index, &place).or_else(|| reader.description(cast, index, &names, number))
            {
                cast.references.push(reference);
                reader.see(cast, &reference, (last - 1, last), &mut place);
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
    /// Where the names begin that stand for another one's sake, in bytes.
    relatives: &'a FxHashSet<usize>,
    quoted: Vec<bool>,
    recent: Vec<Recent>,
}

impl Reader<'_, '_> {
    /// Keeps a person in mind; the name's last token, and one past its description.
    fn see(&mut self, cast: &Cast, reference: &Reference, (last, end): (usize, usize), place: &mut Place) {
        let entity = reference.entity;
        if cast.entities[entity].kind != MentionKind::Person {
            return;
        }
        let mut salience = self.role(last, end, place);
        salience += if self.quoted[last] { INSIDE_QUOTATION } else { 0 };
        salience += if place.beside { BESIDE_TEXT } else { 0 };
        salience += if self.relatives.contains(&reference.span.start) { RELATIVE } else { 0 };
        salience += if self.is_topic(last) { TOPIC } else { 0 };
        self.recent.push(Recent { entity, sentence: place.sentence, salience });
        if self.recent.len() > 2 * MEMORY {
            self.recent.drain(..MEMORY);
        }
    }

    /// What the place in the sentence says: the subject is what the article goes on to speak of, a genitive is not.
    fn role(&self, last: usize, end: usize, place: &mut Place) -> i32 {
        if focus::is_genitive(self.article, last) {
            return GENITIVE;
        }
        let first = place.subjects == 0 && focus::opens(self.article, last);
        if !first && !focus::has_verb(self.article, last, end) {
            return 0;
        }
        place.subjects += 1;
        match place.subjects {
            _ if focus::is_subordinate(self.article, last) => INNER_SUBJECT,
            1 => FIRST_SUBJECT,
            _ => LATER_SUBJECT,
        }
    }

    /// The name stands in a phrase that opens the sentence and tells what is spoken of, with a pronoun right behind it.
    fn is_topic(&self, last: usize) -> bool {
        let first = self.article.sentence_at(self.article.tokens()[last].span.start).map_or(last, |s| self.article.sentences()[s].first);
        let speaks = matches!(self.article.lower(last + 2), "he" | "she") && self.article.lower(last + 1) == ",";
        speaks && matches!(self.article.lower(first), "of" | "about" | "on" | "regarding" | "concerning")
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
    fn description(&self, cast: &Cast, index: usize, names: &[Reference], number: usize) -> Option<(Reference, usize)> {
        let token = &self.article.tokens()[index];
        let epithet = self.is_epithet(index);
        if !epithet && (!token.has(Class::Role) || token.tag != Tag::Noun) {
            return None;
        }
        let first = if epithet { self.epithet_start(index)? } else { self.definite_start(index)? };
        let span = self.article.span(first, index + 1);
        let described = names.partition_point(|r| r.span.start < span.end);
        let of_name = |r: &Reference| r.full.overlaps(span);
        if names[described.saturating_sub(3)..].iter().take(6).any(of_name) {
            return None;
        }
        let entity = self.titled(cast, &self.article.clean(span)).or_else(|| self.in_focus(number).filter(|_| epithet))?;
        Some((Reference { span, full: span, entity, kind: ReferenceKind::Description }, index + 1))
    }

    /// "Republican", "43-year-old": a noun behind "the" that needs no title, and no noun goes on with it ("the Republican leader").
    fn is_epithet(&self, index: usize) -> bool {
        let tokens = self.article.tokens();
        let goes_on = tokens.get(index + 1).is_some_and(|t| t.tag.is_noun() || t.tag.is_adjective());
        !goes_on && self.lexicon.names().is_epithet(self.article.lower(index))
    }

    /// Where the phrase of an epithet begins: at "the", with what describes it between.
    fn epithet_start(&self, head: usize) -> Option<usize> {
        /// "the 43 - year-old", "the presumptive Republican presidential nominee"
        const BEFORE_HEAD: usize = 4;
        let tokens = self.article.tokens();
        let describes = |t: &usize| {
            let tag = tokens[*t].tag;
            tag.is_noun() || tag.is_adjective() || tag == Tag::Cardinal || tokens[*t].kind == TokenKind::Dash && tokens[*t].glued
        };
        let first = (head.saturating_sub(BEFORE_HEAD)..head).rev().take_while(describes).last().unwrap_or(head);
        first.checked_sub(1).filter(|the| self.article.lower(*the) == "the")
    }

    /// The person who is most in focus in a sentence.
    fn in_focus(&self, sentence: usize) -> Option<usize> {
        let recent = self.recent.iter().enumerate().rev().take(MEMORY).filter(|(_, r)| sentence - r.sentence <= REACH);
        recent.max_by_key(|(at, r)| (r.salience - SENTENCE * (sentence - r.sentence) as i32, *at)).map(|(_, r)| r.entity)
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
