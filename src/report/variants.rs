//! The wordings of one quotation, aligned word by word, so that what differs can be marked.

use std::ops::Range;

use crate::similarity::{MOST_WORDS, common_runs};

/// What became of a stretch of words beside the base wording.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Mark {
    /// The same words; letter case and punctuation may differ.
    Same,
    /// Words that the base does not have.
    Inserted,
    /// Other words in the place of words of the base.
    Substituted,
    /// Words of the base that are missing here; the piece holds them.
    Trimmed,
}

/// A stretch of words with one mark.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MarkedStretch {
    /// What became of it.
    pub mark: Mark,
    /// The words as written.
    pub text: String,
}

/// A wording beside the base.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Variant {
    /// Its words in order, with what it left out in between.
    pub pieces: Vec<MarkedStretch>,
    /// The words of the base that it replaced, as word indexes.
    replaced: Vec<Range<usize>>,
    tidied: bool,
}

impl Variant {
    /// The alterations in words: "inserted, trimmed"; "tidied" where only case and punctuation differ; empty for the same words.
    #[must_use]
    pub fn alterations(&self) -> String {
        let has = |mark| self.pieces.iter().any(|piece| piece.mark == mark);
        let named = [(Mark::Substituted, "substituted"), (Mark::Inserted, "inserted"), (Mark::Trimmed, "trimmed")];
        let names: Vec<_> = named.iter().filter(|(mark, _)| has(*mark)).map(|(_, name)| *name).collect();
        if names.is_empty() && self.tidied { "tidied".to_owned() } else { names.join(", ") }
    }

    /// The words that it has in common with the base, as a share of the shorter one, 0 to 1.
    #[must_use]
    pub fn kinship(&self) -> f64 {
        let count = |piece: &MarkedStretch| piece.text.split_whitespace().count();
        let of = |marks: &[Mark]| self.pieces.iter().filter(|p| marks.contains(&p.mark)).map(count).sum::<usize>();
        let same = of(&[Mark::Same]);
        let replaced: usize = self.replaced.iter().map(Range::len).sum();
        let shorter = (same + of(&[Mark::Inserted, Mark::Substituted])).min(same + replaced + of(&[Mark::Trimmed]));
        same as f64 / shorter.max(1) as f64
    }
}

/// Aligns a wording with the base, the longest run of words in common first.
///
/// Beyond [`MAX_WORDS`] the rest of a passage counts as one substitution, so that the work stays small.
///
/// ```
/// use corroborate::report::variants::{Mark, align};
/// let variant = align("our options are far from exhausted", "our options are far from being exhausted");
/// let inserted: Vec<_> = variant.pieces.iter().filter(|p| p.mark == Mark::Inserted).map(|p| p.text.as_str()).collect();
/// assert_eq!((inserted, variant.alterations().as_str()), (vec!["being"], "inserted"));
/// ```
#[must_use]
pub fn align(base: &str, wording: &str) -> Variant {
    let base: Vec<&str> = base.split_whitespace().collect();
    let words: Vec<&str> = wording.split_whitespace().collect();
    let mut variant = Variant { pieces: Vec::new(), replaced: Vec::new(), tidied: base != words };
    let (mut i, mut j) = (0, 0);
    let ends = std::iter::once((base.len(), words.len(), 0));
    for (at, to, length) in runs(&base, &words).into_iter().chain(ends) {
        let (missing, other) = (i..at, j..to);
        match (missing.is_empty(), other.is_empty()) {
            (true, true) => {}
            (false, true) => variant.push(Mark::Trimmed, &base[missing]),
            (true, false) => variant.push(Mark::Inserted, &words[other]),
            (false, false) => {
                variant.push(Mark::Substituted, &words[other]);
                variant.replaced.push(missing);
            }
        }
        if length > 0 {
            variant.push(Mark::Same, &words[to..to + length]);
        }
        (i, j) = (at + length, to + length);
    }
    variant
}

impl Variant {
    fn push(&mut self, mark: Mark, words: &[&str]) {
        self.pieces.push(MarkedStretch { mark, text: words.join(" ") });
    }
}

/// The base wording itself, with the words marked that some variant replaces.
#[must_use]
pub fn base_pieces<'v>(base: &str, variants: impl IntoIterator<Item = &'v Variant>) -> Vec<MarkedStretch> {
    let words: Vec<&str> = base.split_whitespace().collect();
    let variants: Vec<&Variant> = variants.into_iter().collect();
    let replaced = |index: usize| variants.iter().any(|v| v.replaced.iter().any(|range| range.contains(&index)));
    let mut pieces: Vec<MarkedStretch> = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let mark = if replaced(index) { Mark::Substituted } else { Mark::Same };
        match pieces.last_mut() {
            Some(piece) if piece.mark == mark => {
                piece.text.push(' ');
                piece.text.push_str(word);
            }
            _ => pieces.push(MarkedStretch { mark, text: (*word).to_owned() }),
        }
    }
    pieces
}

/// How many words of a passage are aligned: more than any quotation in the papers that we read.
pub const MAX_WORDS: usize = MOST_WORDS;

/// The runs of equal words: (start in a, start in b, length).
fn runs(a: &[&str], b: &[&str]) -> Vec<(usize, usize, usize)> {
    let keys = |words: &[&str]| words.iter().take(MAX_WORDS).map(|w| key(w)).collect::<Vec<_>>();
    common_runs(&keys(a), &keys(b))
}

/// A word without case and punctuation; a word of punctuation alone is itself.
fn key(word: &str) -> String {
    let letters: String = word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    if letters.is_empty() { word.to_owned() } else { letters }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(base: &str, wording: &str) -> String {
        let piece = |p: &MarkedStretch| match p.mark {
            Mark::Same => p.text.clone(),
            Mark::Inserted => format!("[{}]", p.text),
            Mark::Substituted => format!("<{}>", p.text),
            Mark::Trimmed => format!("-{}-", p.text),
        };
        align(base, wording).pieces.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn each_alteration_is_marked() {
        for (name, base, wording, want, alterations) in [
            ("the same", "we will rebuild", "we will rebuild", "we will rebuild", ""),
            ("tidied", "we will rebuild", "We will rebuild.", "We will rebuild.", "tidied"),
            ("inserted", "far from exhausted", "far from being exhausted", "far from [being] exhausted", "inserted"),
            ("trimmed", "the current is still too strong", "the current is too strong", "the current is -still- too strong", "trimmed"),
            ("substituted", "talks are intensifying daily", "talks are increasing daily", "talks are <increasing> daily", "substituted"),
            (
                "at both ends",
                "so we search from boats now",
                "we search from small boats",
                "-so- we search from [small] boats -now-",
                "inserted, trimmed",
            ),
            ("nothing in common", "yes", "not at all", "<not at all>", "substituted"),
            ("empty", "", "", "", ""),
        ] {
            assert_eq!(marked(base, wording), want, "{name}");
            assert_eq!(align(base, wording).alterations(), alterations, "{name}");
        }
    }

    #[test]
    fn the_base_marks_what_is_replaced() {
        let base = "talks are intensifying daily";
        let variants = [align(base, "talks are increasing daily"), align(base, "talks intensifying daily")];
        let marked: Vec<_> = base_pieces(base, &variants).into_iter().filter(|p| p.mark == Mark::Substituted).map(|p| p.text).collect();
        assert_eq!(marked, ["intensifying"]);
    }

    #[test]
    fn kinship_is_the_share_of_the_shorter_wording() {
        for (base, wording, want) in [("a b c d", "a b", 1.0), ("a b c d", "a x c d", 0.75), ("a b", "c d", 0.0), ("", "", 0.0)] {
            assert_eq!(align(base, wording).kinship(), want, "{base} / {wording}");
        }
    }

    #[test]
    fn a_very_long_passage_stays_cheap() {
        let long = "word ".repeat(100_000);
        assert_eq!(align(&long, &long).pieces.len(), 2);
    }
}
