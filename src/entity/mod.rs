//! Who is meant: people, organisations and places under all their names, in one article and across a story.
//!
//! [`Entities::resolve`] reads the names that [`crate::extract::name`] found. In each article it ties last names, titles, pronouns and
//! descriptions to full names; across articles it ties spellings and scripts. What a seat stands for (the Kremlin, Moscow: Russia) is
//! a relation of its own and never makes two names one.

mod focus;
mod gather;
mod metonym;
mod person;
mod pronoun;
mod speaker;
mod story;

pub use metonym::stands_for;
pub use speaker::name_speakers;

use serde::{Deserialize, Serialize};

use crate::document::Document;
use crate::extract::{Mention, MentionKind};
use crate::lexicon::{Gender, Lexicon};
use crate::span::Span;
use crate::text::Article;

/// A person, organisation or place under all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Entity {
    /// Unique in one table, made of the name: "sergei-lavrov".
    pub id: String,
    /// The fullest name: "Sergei Lavrov".
    pub name: String,
    /// The fullest title that stood beside the name: "Russian Foreign Minister".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What it is.
    pub kind: MentionKind,
    /// How pronouns call a person, where that is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub gender: Option<Gender>,
    /// What the name stands for, where it is a seat or a capital: "Russia" for "Kremlin".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stands_for: Option<String>,
    /// The country that the entity speaks for, as its titles or its name tell: "Russia" of a "Russian Foreign Minister".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
    /// Every naming and description in the order of the documents; pronouns are left out.
    pub aliases: Vec<Alias>,
}

/// One naming.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Alias {
    /// The words.
    pub text: String,
    /// Where they stand.
    pub span: Span,
    /// In which document; left out inside one document's own list.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
}

/// The number of an entity in its table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntityId(usize);

/// A place in a document that means an entity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Reference {
    span: Span,
    /// With title, description and all that stands before it in the noun phrase; the same as `span` for pronouns and descriptions.
    full: Span,
    entity: usize,
    kind: ReferenceKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ReferenceKind {
    Name,
    Description,
    Pronoun,
}

/// The entities of one article or of a story, and every place that means one.
///
/// ```
/// use corroborate::entity::Entities;
/// use corroborate::{Document, Span, extract::name, lexicon::Lexicon, text::Article};
/// let lexicon = Lexicon::english();
/// let document = Document::new("herald", "Foreign Minister Carl Dunn came to Oslo. He left. Dunn denied it.");
/// let article = Article::new(&document.text, lexicon);
/// let mentions = name::extract(&article, lexicon);
/// let entities = Entities::resolve(&[(&document, &article, &mentions)], lexicon);
/// let he = entities.of(0, Span::new(41, 43)).unwrap();
/// assert_eq!(entities.get(he).name, "Carl Dunn");
/// assert_eq!(entities.get(he).title.as_deref(), Some("Foreign Minister"));
/// assert_eq!(entities.of(0, Span::new(50, 54)), Some(he));
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entities {
    list: Vec<Entity>,
    /// Of each document, in the order of the text.
    references: Vec<Vec<Reference>>,
}

impl Entities {
    /// The entities of some documents: each with the view of its text and the names found in it.
    #[must_use]
    pub fn resolve(documents: &[(&Document, &Article<'_>, &[Mention])], lexicon: &Lexicon) -> Self {
        let each = documents.iter().map(|(_, article, mentions)| gather::gather(article, mentions, lexicon)).collect();
        let ids: Vec<&str> = documents.iter().map(|(document, _, _)| document.id.as_str()).collect();
        story::join(each, &ids, lexicon)
    }

    /// All entities, by the first place that means them.
    #[must_use]
    pub fn all(&self) -> &[Entity] {
        &self.list
    }

    /// The entities of one document by its id, each with its namings there alone.
    #[must_use]
    pub fn in_document(&self, id: &str) -> Vec<Entity> {
        let there = |alias: &Alias| alias.document.as_deref().is_none_or(|d| d == id);
        let part = |entity: &Entity| {
            let aliases = entity.aliases.iter().filter(|a| there(a)).map(|a| Alias { document: None, ..a.clone() }).collect();
            Entity { aliases, ..entity.clone() }
        };
        self.list.iter().map(part).filter(|e| !e.aliases.is_empty()).collect()
    }

    /// The entity of this number.
    ///
    /// # Panics
    /// Where the number comes from another table.
    #[must_use]
    pub fn get(&self, id: EntityId) -> &Entity {
        &self.list[id.0]
    }

    /// Whom the pronoun at a span of a document means.
    #[must_use]
    pub fn pronoun(&self, document: usize, span: Span) -> Option<EntityId> {
        let references = self.references.get(document)?;
        let at = references.partition_point(|r| r.span.start < span.start);
        let found = references[at..].iter().take_while(|r| r.span.start == span.start).find(|r| r.span == span);
        found.filter(|r| r.kind == ReferenceKind::Pronoun).map(|r| EntityId(r.entity))
    }

    /// Whom a span of a document means: the very mention, a mention with its title, or the name that heads the phrase. `None` for a
    /// phrase that only holds a name ("a spokesman for Dunn").
    #[must_use]
    pub fn of(&self, document: usize, span: Span) -> Option<EntityId> {
        let references = self.references.get(document)?;
        let first = references.partition_point(|r| r.span.end <= span.start);
        let inside = || references[first..].iter().take_while(|r| r.span.start < span.end).filter(|r| span.contains(r.span));
        let exact = inside().find(|r| r.span == span || r.full == span);
        // "Dunn, the minister," begins with the name, "the minister Dunn" ends with it; "a spokesman for Dunn" is somebody else
        let at_edge = |r: &Reference| r.span.start == span.start || r.span.end == span.end;
        let head = || inside().find(|r| r.kind == ReferenceKind::Name && r.full.contains(span) && at_edge(r));
        exact.or_else(head).map(|r| EntityId(r.entity))
    }

    /// Those whom a phrase of a document joins with "and", in order: "Speaker Ann Bell of Orrin and Senator Carl Dunn", "the U.S. and NATO".
    /// `text` are the words of the phrase. Empty where it means one.
    pub(super) fn joined(&self, document: usize, phrase: Span, text: &str) -> Vec<EntityId> {
        const JOINT: &str = " and ";
        // without markup between, a place in the document is a place in the words
        let Some(references) = self.references.get(document).filter(|_| text.len() == phrase.len() && text.contains(JOINT)) else {
            return Vec::new();
        };
        let first = references.partition_point(|r| r.span.start < phrase.start);
        let words = |from: usize, to: usize| text.get(from - phrase.start..to.max(from) - phrase.start).unwrap_or("");
        let owner = |r: &&Reference| words(r.span.end, phrase.end).starts_with(['\'', '\u{2019}']);
        let inside = references[first..].iter().take_while(|r| r.span.end <= phrase.end);
        let named: Vec<&Reference> = inside.filter(|r| r.kind == ReferenceKind::Name && !owner(r)).collect();
        let Some(head) = named.first().filter(|r| r.full.start <= phrase.start) else { return Vec::new() };
        let mut joined = vec![*head];
        let mut ends_joint = false;
        for next in &named[1..] {
            let last = joined[joined.len() - 1];
            let between = words(last.span.end, next.full.start);
            // "Price, spokesman for Blinken and Kirby": nobody stands between the two, and the first heads the phrase
            let joint = between.ends_with(JOINT) && !between.contains(" for ");
            if self.list[next.entity].kind == self.list[head.entity].kind && (joint || between == ", ") {
                joined.push(next);
                ends_joint = joint;
            }
        }
        let mut entities: Vec<usize> = joined.iter().map(|r| r.entity).collect();
        entities.dedup();
        if ends_joint && entities.len() > 1 { entities.into_iter().map(EntityId).collect() } else { Vec::new() }
    }

    /// The entity that some document calls by exactly these words, an article at their head left out; a last name alone may be anybody's.
    pub(super) fn called(&self, words: &str) -> Option<EntityId> {
        let bare = words.strip_prefix("The ").or_else(|| words.strip_prefix("the ")).unwrap_or(words);
        let whole = |e: &Entity| e.kind != MentionKind::Person || words.contains(' ');
        let called = |e: &Entity| whole(e) && e.aliases.iter().any(|a| a.text == words || a.text == bare);
        self.list.iter().position(called).map(EntityId)
    }

    /// Whether one of the two stands for the other, or both for one: the Kremlin and Russia, Moscow and the Kremlin.
    #[must_use]
    pub fn stands_for(&self, a: EntityId, b: EntityId) -> bool {
        let meaning = |id: EntityId| self.get(id).stands_for.as_deref().unwrap_or(&self.get(id).name);
        meaning(a) == meaning(b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::name;

    /// Whom the mention in braces means.
    fn meant(text: &str) -> Option<String> {
        let (start, end) = (text.find('{').unwrap(), text.find('}').unwrap() - 1);
        let clean = text.replace(['{', '}'], "");
        let lexicon = Lexicon::english();
        let document = Document::new("d", clean.as_str());
        let article = Article::new(&document.text, lexicon);
        let mentions = name::extract(&article, lexicon);
        let entities = Entities::resolve(&[(&document, &article, &mentions)], lexicon);
        entities.of(0, Span::new(start, end)).map(|id| entities.get(id).name.clone())
    }

    #[test]
    fn the_table_of_one_article() {
        for (name, text, want) in [
            ("a last name", "Mayor Ann Bell came. The bridge is old, {Bell} said.", Some("Ann Bell")),
            (
                "a last name before the full one",
                "{Bell} says bridge is old.\n\nMayor Ann Bell said on Monday that the bridge was old.",
                Some("Ann Bell"),
            ),
            ("a pronoun", "Mayor Ann Bell came late. {She} said the bridge was old.", Some("Ann Bell")),
            ("the gender decides", "Ann Bell met Robert Hall on Monday. {He} said the bridge was old.", Some("Robert Hall")),
            ("the subject is meant", "Robert Hall called Peter Stone on Monday. {He} said the bridge was old.", Some("Robert Hall")),
            (
                "a subject far from its verb",
                "Carl Hall, who managed Peter Stone's campaign, said little. \"It is over,\" {he} said.",
                Some("Carl Hall"),
            ),
            (
                "a bare last name is the chief bearer's",
                "Peter Stone came. Stone spoke. Robert Stone left. {Stone} said no.",
                Some("Peter Stone"),
            ),
            (
                "whom a sentence opens on",
                "Carl Hall came late. He said Peter Stone knew it. Of Stone, {he} said little.",
                Some("Carl Hall"),
            ),
            ("a title", "Foreign Minister Carl Hall came to Oslo. Nothing was signed, {the foreign minister} said.", Some("Carl Hall")),
            (
                "a title of another country",
                "Swedish President Carl Hall met Norwegian President Ole Berg. {The Swedish president} left.",
                Some("Carl Hall"),
            ),
            ("two of one last name", "Bill Hall met Karen Hall. Mrs. {Hall} left early.", Some("Karen Hall")),
            ("a country", "The talks in Oslo ended. {The U.S.} wants more of them.", Some("United States")),
            ("the name heads the phrase", "{Carl Hall, the mayor of Leeds}, came.", Some("Carl Hall")),
            ("the name ends the phrase", "{The lanky frontrunner Carl Hall} came.", Some("Carl Hall")),
            ("a country's people", "Sweden was asked. {Sweden's defence minister} came.", None),
            ("the phrase only holds the name", "{A spokesman for Carl Hall} came.", None),
            ("nobody yet", "{He} said the bridge was old.", None),
        ] {
            assert_eq!(meant(text).as_deref(), want, "{name}: {text}");
        }
    }

    #[test]
    fn two_who_speak_together() {
        for (name, text, want) in [
            (
                "with titles",
                "“This is a bad law,” Speaker Ann Bell of California and Senator Carl Dunn of Ohio, the Democratic leader, said in a statement.",
                "Ann Bell and Carl Dunn",
            ),
            (
                "what goes on without a tag",
                "“It is a bad law,” House Speaker Ann Bell and Senate Leader Carl Dunn said in a statement. “It breaks the law.”",
                "Ann Bell and Carl Dunn",
            ),
            ("in a description", "“No,” said Ann Bell, spokeswoman for Carl Dunn and Peter Hall.", "Ann Bell"),
        ] {
            use crate::extract::{English, Extractor};
            let (document, lexicon) = (Document::new("d", text), Lexicon::english());
            let article = Article::new(text, lexicon);
            let mut found = English::new(lexicon).extract(&document, &article);
            let entities = Entities::resolve(&[(&document, &article, &found.mentions)], lexicon);
            name_speakers(&mut found.quotations, &entities, 0);
            let speaker = found.quotations.last().and_then(|q| q.speaker.as_ref());
            assert_eq!(speaker.map(|s| s.name.as_str()), Some(want), "{name}");
        }
    }

    #[test]
    fn countries_that_people_speak_for() {
        for (text, want) in [
            ("Russian Foreign Minister Carl Hall came.", Some("Russia")),
            ("Russia’s Foreign Minister Carl Hall came.", Some("Russia")),
            ("Carl Hall, president of the United States, came.", Some("United States")),
            ("U.S. Trade Representative Carl Hall came.", Some("United States")),
            ("Georgia Bureau of Investigation spokesman Carl Hall came.", None),
            ("Carl Hall, an expert on Russia, came.", None),
        ] {
            let (document, lexicon) = (Document::new("d", text), Lexicon::english());
            let article = Article::new(text, lexicon);
            let entities = Entities::resolve(&[(&document, &article, &name::extract(&article, lexicon))], lexicon);
            let hall = entities.all().iter().find(|e| e.name == "Carl Hall");
            assert_eq!(hall.and_then(|e| e.country.as_deref()), want, "{text}");
        }
    }

    #[test]
    fn one_table_for_a_story() {
        let lexicon = Lexicon::english();
        let documents = [
            Document::new("a", "Foreign Minister Sergei Orlov met Anna Orlova in Kyiv."),
            Document::new("b", "The minister was Sergey Orlov. Peter Hall left Kiev. The North Sea Group came."),
            Document::new("c", "Orlov said no. Karen Hall spoke for the Kremlin and the NSG."),
            Document::new("d", "The talks failed, Hall said. Сергей Орлов said no."),
        ];
        let articles: Vec<Article<'_>> = documents.iter().map(|d| Article::new(&d.text, lexicon)).collect();
        let mentions: Vec<Vec<Mention>> = articles.iter().map(|a| name::extract(a, lexicon)).collect();
        let parts: Vec<_> = documents.iter().zip(&articles).zip(&mentions).map(|((d, a), m)| (d, a, m.as_slice())).collect();
        let entities = Entities::resolve(&parts, lexicon);
        let of = |document: usize, words: &str| {
            let start = documents[document].text.find(words).unwrap();
            entities.of(document, Span::new(start, start + words.len())).unwrap_or_else(|| panic!("{words} means nobody"))
        };
        let orlov = of(0, "Sergei Orlov");
        assert_eq!([of(1, "Sergey Orlov"), of(2, "Orlov")], [orlov, orlov], "spelling and short form");
        assert_ne!(of(0, "Anna Orlova"), orlov, "another last name");
        assert_ne!(of(1, "Peter Hall"), of(2, "Karen Hall"), "two people of one last name");
        assert!(![of(1, "Peter Hall"), of(2, "Karen Hall")].contains(&of(3, "Hall")), "a last name of two people is left to itself");
        assert_eq!(of(0, "Kyiv"), of(1, "Kiev"), "two spellings of a town");
        let kremlin = of(2, "Kremlin");
        assert_eq!(entities.get(kremlin).stands_for.as_deref(), Some("Russia"));
        assert_eq!(entities.get(orlov).title.as_deref(), Some("Foreign Minister"));
        let reversed: Vec<_> = parts.iter().rev().copied().collect();
        let other = Entities::resolve(&reversed, lexicon);
        let names = |e: &Entities| -> std::collections::BTreeSet<String> {
            e.all().iter().map(|e| format!("{} {}", e.name, e.aliases.len())).collect()
        };
        assert_eq!(names(&entities), names(&other), "the order of documents changes nobody");
    }
}
