//! Two wordings of one utterance: what was altered, and whether the meaning turned.

use itertools::Itertools;

use crate::comparison::Reading;

/// How one wording came from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Alteration {
    /// Nothing but punctuation and case.
    None,
    /// A part was left out at an end.
    Trimmed,
    /// Words were put in.
    Inserted,
    /// Words were exchanged.
    Substituted,
    /// One is reported speech.
    Indirect,
}

impl Alteration {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Alteration::None => "same words",
            Alteration::Trimmed => "trimmed",
            Alteration::Inserted => "inserted",
            Alteration::Substituted => "substituted",
            Alteration::Indirect => "indirect",
        }
    }
}

/// One step of an alignment of two wordings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Both,
    OnlyA,
    OnlyB,
}

/// A word-by-word alignment of two wordings.
pub(super) struct Variants {
    pub alteration: Alteration,
    /// Words that stand in the first only.
    pub only_a: Vec<String>,
    /// Words that stand in the second only.
    pub only_b: Vec<String>,
    /// Words in common.
    pub shared: usize,
    /// Single words that stand for each other between words in common.
    pub exchanged: Vec<(String, String)>,
}

impl Variants {
    /// The pronouns of two different people in one place: "they destroyed his life", "it destroyed his life".
    pub fn other_person(&self) -> Option<(&str, &str)> {
        const PEOPLE: [&str; 7] = ["i", "we", "you", "he", "she", "it", "they"];
        let exchanged = self.exchanged.iter().map(|(a, b)| (a.as_str(), b.as_str()));
        exchanged.into_iter().find(|(a, b)| PEOPLE.contains(a) && PEOPLE.contains(b))
    }
}

/// Longest common subsequence of the words; both sides are utterances, so short.
pub(super) fn align(a: &Reading<'_>, b: &Reading<'_>) -> Variants {
    let (x, y) = (words(a), words(b));
    let steps = common(&x, &y);
    let shared = steps.iter().filter(|s| **s == Step::Both).count();
    let first = steps.iter().position(|s| *s == Step::Both).unwrap_or(steps.len());
    let last = steps.iter().rposition(|s| *s == Step::Both).map_or(steps.len(), |p| p + 1);
    let inner = &steps[first.min(last)..last];
    let (gap_a, gap_b) = (inner.contains(&Step::OnlyA), inner.contains(&Step::OnlyB));
    let alteration = match (gap_a, gap_b) {
        (true, true) => Alteration::Substituted,
        (true, false) | (false, true) => Alteration::Inserted,
        (false, false) if shared == steps.len() => Alteration::None,
        (false, false) => Alteration::Trimmed,
    };
    let (mut i, mut j) = (0, 0);
    let (mut only_a, mut only_b, mut exchanged) = (Vec::new(), Vec::new(), Vec::new());
    for (at, step) in steps.iter().enumerate() {
        let within = (first..last).contains(&at);
        if (at == 0 || steps[at - 1] == Step::Both) && steps[at..].starts_with(&[Step::OnlyA, Step::OnlyB, Step::Both]) {
            exchanged.push((x[i].clone(), y[j].clone()));
        }
        match step {
            Step::Both => (i, j) = (i + 1, j + 1),
            Step::OnlyA => {
                only_a.extend(within.then(|| x[i].clone()));
                i += 1;
            }
            Step::OnlyB => {
                only_b.extend(within.then(|| y[j].clone()));
                j += 1;
            }
        }
    }
    Variants { alteration, only_a, only_b, shared, exchanged }
}

/// The utterance's words in lower case, contractions written out.
fn words(reading: &Reading<'_>) -> Vec<String> {
    let article = &reading.article;
    (0..article.tokens().len())
        .filter(|&i| article.tokens()[i].is_word() || article.word(i).starts_with(|c: char| c.is_ascii_digit()))
        .map(|i| written_out(article.lower(i)).to_owned())
        .collect()
}

fn written_out(word: &str) -> &str {
    match word {
        "n't" => "not",
        "'re" => "are",
        "'ve" => "have",
        "'ll" => "will",
        "'m" => "am",
        other => other,
    }
}

/// The table is the product of the lengths; a longer utterance is compared by its head.
const LONGEST: usize = 400;

fn common(x: &[String], y: &[String]) -> Vec<Step> {
    let (x, y) = (&x[..x.len().min(LONGEST)], &y[..y.len().min(LONGEST)]);
    let width = y.len() + 1;
    let mut table = vec![0u16; (x.len() + 1) * width];
    for i in (0..x.len()).rev() {
        for j in (0..y.len()).rev() {
            table[i * width + j] =
                if x[i] == y[j] { table[(i + 1) * width + j + 1] + 1 } else { table[(i + 1) * width + j].max(table[i * width + j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut steps = Vec::new();
    while i < x.len() || j < y.len() {
        if i < x.len() && j < y.len() && x[i] == y[j] {
            steps.push(Step::Both);
            (i, j) = (i + 1, j + 1);
        } else if j == y.len() || (i < x.len() && table[(i + 1) * width + j] >= table[i * width + j + 1]) {
            steps.push(Step::OnlyA);
            i += 1;
        } else {
            steps.push(Step::OnlyB);
            j += 1;
        }
    }
    steps
}

/// The altered words, for the reason: "being" inserted; "increasing" for "intensifying".
pub(super) fn describe(variants: &Variants) -> String {
    let list = |words: &[String]| words.iter().take(6).join(" ");
    match variants.alteration {
        Alteration::None => "the same words".to_owned(),
        Alteration::Trimmed => "one is shorter, the shared words are the same".to_owned(),
        Alteration::Inserted if variants.only_a.is_empty() => format!("\u{201c}{}\u{201d} inserted", list(&variants.only_b)),
        Alteration::Inserted => format!("\u{201c}{}\u{201d} inserted", list(&variants.only_a)),
        Alteration::Substituted => format!("\u{201c}{}\u{201d} for \u{201c}{}\u{201d}", list(&variants.only_b), list(&variants.only_a)),
        Alteration::Indirect => "one is reported speech".to_owned(),
    }
}
