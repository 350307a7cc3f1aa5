//! The entities of one article: its names put together, then its pronouns and descriptions.

use rustc_hash::FxHashMap;

use super::person::{self, Fit, PersonName};
use super::{Reference, ReferenceKind, focus, metonym, pronoun};
use crate::extract::{Mention, MentionKind};
use crate::lexicon::{Gender, Lexicon};
use crate::span::Span;
use crate::text::{Article, Tag, TokenKind};

/// How many words before a name are looked at for its noun phrase.
const PHRASE_LENGTH: usize = 8;

/// What one article says of one entity.
#[derive(Debug, Clone)]
pub(super) struct Gathered {
    /// The fullest name.
    pub(super) name: String,
    pub(super) kind: MentionKind,
    /// The parts of the name; of a thing all its words are the last part.
    pub(super) parts: PersonName,
    /// Every title that stood beside the name.
    pub(super) titles: Vec<String>,
    pub(super) gender: Option<Gender>,
}

/// The entities of one article and the places that mean them, in the order of the text.
#[derive(Debug, Clone, Default)]
pub(super) struct Cast {
    pub(super) entities: Vec<Gathered>,
    pub(super) references: Vec<Reference>,
    /// The words of each name and description, as they stand in the text.
    pub(super) words: Vec<String>,
}

/// Ties the names of an article together, then its pronouns and descriptions.
pub(super) fn gather(article: &Article<'_>, mentions: &[Mention], lexicon: &Lexicon) -> Cast {
    let mut gatherer =
        Gatherer { lexicon, entities: Vec::new(), full: FxHashMap::default(), parts: FxHashMap::default(), things: FxHashMap::default() };
    let names: Vec<PersonName> = mentions.iter().map(|m| PersonName::new(&m.name, lexicon)).collect();
    let relations: Vec<Option<&str>> = mentions.iter().map(|m| focus::relation(article, m, lexicon)).collect();
    let mut of: Vec<Option<usize>> = vec![None; mentions.len()];
    for (index, mention) in mentions.iter().enumerate() {
        of[index] = match mention.kind {
            MentionKind::Person => names[index].is_full().then(|| gatherer.full_name(mention, &names[index])),
            _ => Some(gatherer.thing(mention)),
        };
        if let Some((entity, gender)) = of[index].zip(relations[index].and_then(|kin| lexicon.names().gendered(kin))) {
            gatherer.entities[entity].gender.get_or_insert(gender);
        }
    }
    // a last name may stand before the full one, in a headline; so they are tied when all full names are known
    let mut seen = vec![Seen::default(); gatherer.entities.len()];
    for (index, mention) in mentions.iter().enumerate() {
        let sentence = article.sentence_at(mention.span.start).unwrap_or(0);
        let entity = of[index].unwrap_or_else(|| gatherer.single_name(mention, &names[index], &seen, sentence));
        of[index] = Some(entity);
        seen.resize(gatherer.entities.len(), Seen::default());
        seen[entity] = seen[entity].and(weight(article, mention, relations[index]), sentence);
    }
    let reference = |(mention, entity): (&Mention, &Option<usize>)| {
        entity.map(|entity| Reference { span: mention.span, full: noun_phrase(article, mention.full), entity, kind: ReferenceKind::Name })
    };
    let references = mentions.iter().zip(&of).filter_map(reference).collect();
    let mut cast = Cast { entities: gatherer.entities, references, words: Vec::new() };
    let relatives = mentions.iter().zip(&relations).filter(|(_, kin)| kin.is_some()).map(|(m, _)| m.span.start).collect();
    pronoun::resolve(article, &mut cast, &relatives, lexicon);
    cast.words = cast.references.iter().map(|r| article.clean(r.span)).collect();
    cast
}

/// How much the article was about an entity in the sentences up to one. Newspapers give a bare last name to whom they are about, and full
/// names to the spouse.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
struct Seen {
    focus: f64,
    sentence: usize,
}

/// What a sentence leaves of the focus of the one before: after seven of them half is left.
const FADING: f64 = 0.9;
/// A subject is in focus by this much.
const SUBJECT: f64 = 3.0;
/// Any other name.
const OTHER: f64 = 1.0;

impl Seen {
    /// The focus as of a later sentence.
    fn at(self, sentence: usize) -> f64 {
        self.focus * FADING.powi(sentence.saturating_sub(self.sentence).min(1000) as i32)
    }

    /// With one more place of this weight.
    fn and(self, weight: f64, sentence: usize) -> Self {
        Self { focus: self.at(sentence) + weight, sentence }
    }
}

/// How much a place brings an entity into focus: nothing, where it is named for another one's sake.
fn weight(article: &Article<'_>, mention: &Mention, relation: Option<&str>) -> f64 {
    let last = article.tokens_in(mention.span).1;
    let end = article.tokens_in(mention.full).1.max(last);
    let subject = last > 0 && !focus::is_genitive(article, last - 1) && focus::has_verb(article, last - 1, end);
    match relation {
        Some(_) => 0.0,
        None if subject => SUBJECT,
        None => OTHER,
    }
}

struct Gatherer<'l> {
    lexicon: &'l Lexicon,
    entities: Vec<Gathered>,
    /// People with full names by their last name.
    full: FxHashMap<String, Vec<usize>>,
    /// People by each part of their name that can stand alone.
    parts: FxHashMap<String, Vec<(usize, Fit)>>,
    /// Organisations, places and the rest by their words or initials.
    things: FxHashMap<String, usize>,
}

impl Gatherer<'_> {
    fn full_name(&mut self, mention: &Mention, name: &PersonName) -> usize {
        let known =
            self.full.get(&name.last).and_then(|all| all.iter().copied().find(|e| self.entities[*e].parts.agrees(name, self.lexicon)));
        let entity = known.unwrap_or_else(|| self.person(mention, name));
        let person = &mut self.entities[entity];
        if name.given.len() > person.parts.given.len() {
            person.name.clone_from(&mention.name);
            person.parts = name.clone();
        }
        self.entitle(entity, mention);
        entity
    }

    fn person(&mut self, mention: &Mention, name: &PersonName) -> usize {
        let entity = self.entities.len();
        let gender = person::given_gender(&mention.name, self.lexicon);
        self.entities.push(Gathered {
            name: mention.name.clone(),
            kind: MentionKind::Person,
            parts: name.clone(),
            titles: Vec::new(),
            gender,
        });
        if name.is_full() {
            self.full.entry(name.last.clone()).or_default().push(entity);
            self.parts.entry(self.lexicon.romanization().key(&name.given[0])).or_default().push((entity, Fit::First));
        }
        self.parts.entry(name.last.clone()).or_default().push((entity, Fit::Last));
        entity
    }

    /// Whom a last or first name alone means: of those whom it fits and whom the title does not rule out, the one who bears the title,
    /// else the one who is most in focus.
    fn single_name(&mut self, mention: &Mention, name: &PersonName, seen: &[Seen], sentence: usize) -> usize {
        let gender = mention.title.as_deref().and_then(|t| person::title_gender(t, self.lexicon));
        let fits = |e: &usize| gender.is_none() || self.entities[*e].gender.is_none_or(|g| Some(g) == gender);
        let office: Vec<String> = mention.title.iter().flat_map(|t| person::title_words(t, self.lexicon)).collect();
        let titled = |e: usize| {
            let bears = |title: &String| {
                let words: Vec<String> = person::title_words(title, self.lexicon).collect();
                office.iter().all(|w| words.contains(w))
            };
            !office.is_empty() && self.entities[e].titles.iter().any(bears)
        };
        let focus = |e: usize| seen.get(e).map_or(0.0, |s| s.at(sentence));
        let candidates = self.parts.get(&name.last).into_iter().flatten().filter(|(e, _)| fits(e));
        let best = candidates.max_by(|(a, fit), (b, other)| {
            let rank = (*fit, titled(*a)).cmp(&(*other, titled(*b)));
            rank.then(focus(*a).total_cmp(&focus(*b))).then(b.cmp(a))
        });
        let entity = best.map(|(e, _)| *e).unwrap_or_else(|| self.person(mention, name));
        self.entitle(entity, mention);
        entity
    }

    fn entitle(&mut self, entity: usize, mention: &Mention) {
        let Some(title) = &mention.title else { return };
        let person = &mut self.entities[entity];
        person.gender = person::title_gender(title, self.lexicon).or(person.gender);
        if !person.titles.contains(title) {
            person.titles.push(title.clone());
        }
    }

    fn thing(&mut self, mention: &Mention) -> usize {
        let country = metonym::country(&mention.name, self.lexicon);
        let key = country.map_or_else(|| thing_key(&mention.name, self.lexicon), str::to_owned);
        if let Some(entity) = self.things.get(&key) {
            return *entity;
        }
        let entity = self.entities.len();
        if let Some(initials) = initials(&mention.name, self.lexicon) {
            // "NATO" before or behind "North Atlantic Treaty Organization"
            if let Some(known) = self.things.get(&initials).copied().filter(|e| !self.entities[*e].name.contains(' ')) {
                self.entities[known].name.clone_from(&mention.name);
                self.things.insert(key, known);
                return known;
            }
            self.things.entry(initials).or_insert(entity);
        }
        let parts = PersonName { given: Vec::new(), last: key.clone() };
        self.things.insert(key, entity);
        let name = country.map_or_else(|| mention.name.clone(), str::to_owned);
        self.entities.push(Gathered { name, kind: mention.kind, parts, titles: Vec::new(), gender: None });
        entity
    }
}

/// The span with the rest of its noun phrase before it: "the U.S.", "his loyal Foreign Minister Carl Dunn".
fn noun_phrase(article: &Article<'_>, span: Span) -> Span {
    let end = article.tokens_in(span).0;
    let tokens = article.tokens();
    let hyphen = |index: usize| tokens.get(index).is_some_and(|t| t.kind == TokenKind::Dash && t.glued);
    let nominal = |index: &usize| {
        let tag = tokens[*index].tag;
        // "19-year-old" is four pieces
        let hyphenated = hyphen(*index) || (*index > 0 && hyphen(index - 1)) || (tag == Tag::Cardinal && hyphen(index + 1));
        tag.is_noun() || tag.is_adjective() || hyphenated
    };
    let start = (end.saturating_sub(PHRASE_LENGTH)..end).rev().take_while(nominal).last().unwrap_or(end);
    let opener = start.checked_sub(1).filter(|i| matches!(tokens[*i].tag, Tag::Determiner | Tag::PossessivePronoun));
    tokens.get(opener.unwrap_or(start)).map_or(span, |t| t.span.hull(span))
}

/// The words of a thing's name as one key, without "the".
fn thing_key(name: &str, lexicon: &Lexicon) -> String {
    let words = name.split_whitespace().filter(|w| !w.eq_ignore_ascii_case("the"));
    words.map(|w| lexicon.romanization().key(w)).collect::<Vec<_>>().join(" ")
}

/// The first letters of the capitalised words of a name of two words or more as a key, "nato".
pub(super) fn initials(name: &str, lexicon: &Lexicon) -> Option<String> {
    let letters: String = name.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
    (letters.chars().count() > 1 && name.contains(' ')).then(|| lexicon.romanization().key(&letters))
}
