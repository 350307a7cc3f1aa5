//! Which part of a page a paragraph is.

use std::sync::OnceLock;

use aho_corasick::AhoCorasick;
use serde::{Deserialize, Serialize};

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

/// Marks of lines that the page adds, in lower case. A line that starts so is boilerplate.
const BOILERPLATE_STARTS: &[&str] = &[
    "top of page",
    "bottom of page",
    "related article",
    "related:",
    "read more",
    "read also",
    "original url",
    "go deeper",
    "share this",
    "sign up",
    "subscribe",
    "advertisement",
    "copyright",
    "\u{a9}",
    "all rights reserved",
    "follow us",
    "click here",
    "most read",
    "up next",
    "listen to",
    "watch:",
    "by ",
];

/// Marks of picture credits, in lower case. A short paragraph that holds one is a caption.
const CREDITS: &[&str] = &[
    "photo:",
    "photo by",
    "photograph:",
    "getty images",
    "image:",
    "(ap photo",
    "/ap)",
    "/reuters",
    "/ tass",
    "/afp",
    "via ap",
    "file photo",
    "picture:",
    "credit:",
];

/// [`CREDITS`] found in one pass, in capitals or not.
fn credits() -> &'static AhoCorasick {
    static FOUND: OnceLock<AhoCorasick> = OnceLock::new();
    FOUND.get_or_init(|| match AhoCorasick::builder().ascii_case_insensitive(true).build(CREDITS) {
        Ok(searcher) => searcher,
        Err(error) => unreachable!("a dozen short marks are too many: {error}"),
    })
}

/// What the page adds is short; a paragraph of more words is the report itself or a caption, and is not read for the rest.
const SHORT: usize = 25;

/// A caption seldom is longer than this many characters; a body paragraph that ends with a credit by chance often is.
const CAPTION_LENGTH: usize = 420;

/// Judges one paragraph by its words and by what came before it.
pub(super) fn judge(paragraph: &str, body_begun: bool, previous: Option<Zone>) -> Zone {
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
    let byline = lower.starts_with("by ") && words <= 20 && !is_sentence;
    let starts = BOILERPLATE_STARTS.iter().any(|s| *s != "by " && lower.starts_with(s));
    if byline || starts || is_count(&lower, words) || is_credit_line(&lower) {
        return Zone::Boilerplate;
    }
    if !long && credits().is_match(clean) {
        return Zone::Caption;
    }
    if lower.contains("(r)") || lower.contains("(l)") {
        return Zone::Caption;
    }
    if is_dateline_alone(&lower, words) {
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

/// "23 views0 comments", "5 min read"
fn is_count(lower: &str, words: usize) -> bool {
    words <= 5
        && ["views", "comments", "min read", "shares"].iter().any(|w| lower.contains(w))
        && lower.starts_with(|c: char| c.is_ascii_digit())
}

/// "AFP contributed reporting.", "Reporting by …; editing by …"
fn is_credit_line(lower: &str) -> bool {
    lower.contains("contributed reporting")
        || lower.contains("contributed to this report")
        || lower.starts_with("reporting by")
        || lower.starts_with("editing by")
}

/// "February 14, 2022", "Feb 14, 2022 - World": a line that is a date and little else.
fn is_dateline_alone(lower: &str, words: usize) -> bool {
    const MONTHS: [&str; 12] = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    let year = || lower.split(|c: char| !c.is_ascii_digit()).any(|d| d.len() == 4);
    words <= 6 && year() && MONTHS.iter().any(|m| lower.starts_with(m) || lower.contains(&format!(" {m}")))
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
            assert_eq!(judge(paragraph, false, None), want, "{paragraph}");
        }
    }
}
