//! People, organisations and places as mentions with spans.
//!
//! A linear model finds the names word by word ([`recognise`](self), learned from tagged news), the article as a whole settles what
//! each name names, and the words around a person's name give the title.

mod features;
mod join;
mod recognise;
mod settle;
mod title;
#[cfg(feature = "train")]
mod train;

#[cfg(feature = "train")]
pub use train::{Label, agreement, train};

use serde::{Deserialize, Serialize};

use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::{Article, TokenKind};
use recognise::Recogniser;

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum MentionKind {
    /// A person.
    Person,
    /// An organisation: ministry, company, party.
    Organisation,
    /// A country, a town, a building.
    Place,
    /// People of one nation, party or faith: Swedes, Democrats.
    Group,
    /// A capitalised name of another kind: a law, a work, an event.
    Other,
}

/// A name in the text, with the title before it and the description after it kept apart.
///
/// ```
/// use corroborate::{extract::{MentionKind, name}, lexicon::Lexicon, text::Article};
/// let lexicon = Lexicon::english();
/// let article = Article::new("Foreign Minister Carl Dunn met Ann Bell, the mayor of Odeville, on Monday.", lexicon);
/// let mentions = name::extract(&article, lexicon);
/// assert_eq!((mentions[0].name.as_str(), mentions[0].title.as_deref()), ("Carl Dunn", Some("Foreign Minister")));
/// assert_eq!(mentions[0].kind, MentionKind::Person);
/// assert_eq!(mentions[1].title.as_deref(), Some("mayor of Odeville"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name alone: "Sergei Lavrov".
    pub span: Span,
    /// Title, name and description: "Foreign Minister Sergei Lavrov", "Ann Bell, the mayor of Ode".
    pub full: Span,
    /// The words of `span`; a nickname in marks is left out: "Robert Crane" of “Robert ‘Lefty’ Crane”.
    pub name: String,
    /// The words of the title or description, where one stands beside the name: "Foreign Minister". An article or a pronoun before
    /// it is left out.
    pub title: Option<String>,
    /// What it names.
    pub kind: MentionKind,
}

/// A name as tokens: the first, and one past the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Name {
    first: usize,
    last: usize,
    kind: MentionKind,
}

/// The names of an article, in order, not overlapping. Their `full` spans may overlap: in "Ann Bell, the mayor of Ode", "Ode" is a
/// name too.
#[must_use]
pub fn extract(article: &Article<'_>, lexicon: &Lexicon) -> Vec<Mention> {
    let names = names(article, lexicon);
    (0..names.len()).map(|index| mention(article, &names[index], &names[index + 1..])).collect()
}

fn names(article: &Article<'_>, lexicon: &Lexicon) -> Vec<Name> {
    let mut names = Recogniser::shared().names(article, lexicon);
    join::join(article, lexicon, &mut names);
    settle::settle(article, lexicon, &mut names);
    names
}

fn mention(article: &Article<'_>, name: &Name, following: &[Name]) -> Mention {
    let span = article.span(name.first, name.last);
    let title = if name.kind == MentionKind::Person { title::beside(article, name, following) } else { None };
    Mention {
        span,
        full: title.as_ref().map_or(span, |t| span.hull(article.span(t.start, t.end))),
        name: words(article, name),
        title: title.map(|t| article.clean(article.span(t.start, t.end))),
        kind: name.kind,
    }
}

/// The words of a name without what stands in marks.
fn words(article: &Article<'_>, name: &Name) -> String {
    let tokens = article.tokens();
    let mark = |at: &usize| matches!(tokens[*at].kind, TokenKind::Quote | TokenKind::Open | TokenKind::Close);
    match ((name.first..name.last).find(mark), (name.first..name.last).rfind(mark)) {
        (Some(open), Some(close)) if name.first < open && open < close && close + 1 < name.last => {
            format!("{} {}", article.clean(article.span(name.first, open)), article.clean(article.span(close + 1, name.last)))
        }
        _ => article.clean(article.span(name.first, name.last)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Article;

    /// The names of a text as "kind: name".
    fn names(text: &str) -> Vec<String> {
        let article = Article::new(text, Lexicon::english());
        extract(&article, Lexicon::english()).iter().map(|m| format!("{:?}: {}", m.kind, m.name)).collect()
    }

    #[test]
    fn people_and_bodies_without_a_gazetteer() {
        for (name, text, want) in [
            ("a title", "Finance Minister Yusuf Karaca resigned.", vec!["Person: Yusuf Karaca"]),
            ("an honorific", "\"No,\" said Dr. Miriam Stone.", vec!["Person: Miriam Stone"]),
            ("a cue", "The well is dry, Tendai Moyo said.", vec!["Person: Tendai Moyo"]),
            ("an apposition", "Kwame Boateng, a fisherman, found the boat.", vec!["Person: Kwame Boateng"]),
            ("a ministry", "The Ministry of Fisheries denied it.", vec!["Organisation: Ministry of Fisheries"]),
            ("a bank", "Analysts at Berger & Lowe Bank disagreed.", vec!["Organisation: Berger & Lowe Bank"]),
            ("both", "Mrs. Adeyemi thanked the Red Cross.", vec!["Person: Adeyemi", "Organisation: Red Cross"]),
            ("none", "The mayor of the town thanked nobody.", vec![]),
        ] {
            assert_eq!(names(text), want, "{name}: {text}");
        }
    }
}
