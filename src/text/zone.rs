//! Which part of a page a paragraph is.

use serde::{Deserialize, Serialize};

use crate::lexicon::{Furniture, Lexicon};

/// Where in an article a passage stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Zone {
    /// The headline, or a line under it.
    Headline,
    /// What stands under a picture, with its credit.
    Caption,
    /// The report itself.
    #[default]
    Body,
    /// What the page adds: "top of page", "Related article", bylines, dates, counts of views.
    Boilerplate,
}

/// What the page adds is short; a paragraph of more words is the report itself or a caption, and is not read for the rest.
const SHORT: usize = 25;

/// A caption seldom is longer than this many characters; a body paragraph that ends with a credit by chance often is.
const CAPTION_LENGTH: usize = 420;

/// Judges one paragraph by its words and by what came before it.
pub(super) fn judge(paragraph: &str, body_begun: bool, previous: Option<Zone>, lexicon: &Lexicon) -> Zone {
    let clean = paragraph.trim_start_matches(['*', '_', '#', ' ', '\u{2022}']);
    let words = clean.split_whitespace().take(SHORT + 1).count();
    let short = words <= SHORT;
    let long = clean.len() > CAPTION_LENGTH && clean.chars().nth(CAPTION_LENGTH).is_some();
    let lower = match (short, long) {
        (true, true) => clean.chars().take(CAPTION_LENGTH).flat_map(char::to_lowercase).collect(),
        (true, false) => clean.to_lowercase(),
        (false, _) => String::new(),
    };
    if paragraph.trim_start().starts_with('#') {
        return Zone::Headline;
    }
    if words == 0 || lower.starts_with("http") || lower.starts_with("<http") {
        return Zone::Boilerplate;
    }
    let is_sentence = ends_sentence(paragraph);
    let begins = |kind| lexicon.furniture(kind).any(|words| lower.starts_with(words));
    let holds = |kind| lexicon.furniture(kind).any(|words| lower.contains(words));
    let by = |mark: &str| lower.strip_prefix(mark).is_some_and(|rest| rest.starts_with(' '));
    let byline = lexicon.furniture(Furniture::Byline).any(by) && words <= 20 && !is_sentence;
    // "23 views0 comments", "5 min read"
    let is_count = words <= 5 && holds(Furniture::Count) && lower.starts_with(|c: char| c.is_ascii_digit());
    if byline || begins(Furniture::Opens) || is_count || holds(Furniture::Thanks) {
        return Zone::Boilerplate;
    }
    if (!long && lexicon.credits_picture(clean)) || holds(Furniture::Side) {
        return Zone::Caption;
    }
    if is_dateline_alone(&lower, words, lexicon) {
        return Zone::Boilerplate;
    }
    if !body_begun && !is_sentence && short && previous != Some(Zone::Body) {
        return Zone::Headline;
    }
    Zone::Body
}

fn ends_sentence(paragraph: &str) -> bool {
    paragraph.trim_end_matches(['"', '\u{201d}', '*', ')', '\u{2019}']).ends_with(['.', '!', '?', ':', '\u{2026}'])
}

/// "February 14, 2022", "Feb 14, 2022 - World": a line that is a date and little else.
fn is_dateline_alone(lower: &str, words: usize, lexicon: &Lexicon) -> bool {
    let year = || lower.split(|c: char| !c.is_ascii_digit()).any(|d| d.len() == 4);
    words <= 6 && year() && lexicon.furniture(Furniture::Month).any(|m| lower.starts_with(m) || lower.contains(&format!(" {m}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_zones() {
        for (paragraph, want) in [
            ("# Talks go on, drills end", Zone::Headline),
            ("Minister wants more talks", Zone::Headline),
            ("top of page", Zone::Boilerplate),
            ("By Ann Bell and Carl Dunn", Zone::Boilerplate),
            ("The mayor and her deputy. Photo: Pool/Getty Images", Zone::Caption),
            ("President Ode (R) and Minister Lark in January.", Zone::Caption),
            ("February 14, 2022", Zone::Boilerplate),
            ("23 views0 comments", Zone::Boilerplate),
            ("*AFP contributed reporting.*", Zone::Boilerplate),
            ("The mayor said that the bridge was safe.", Zone::Body),
            ("By Monday the bridge was open again.", Zone::Body),
        ] {
            assert_eq!(judge(paragraph, false, None, Lexicon::english()), want, "{paragraph}");
        }
    }
}
