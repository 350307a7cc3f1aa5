//! Two wordings of one utterance: what was altered, and whether the meaning turned.

use itertools::Itertools;

use crate::comparison::{Reading, may_be_translated};
use crate::lexicon::{Class, Lexicon, WordRelation};
use crate::similarity::{MOST_WORDS, common_runs};
use crate::text::{TokenKind, stem};

/// How one wording came from the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Alteration {
    /// Nothing but punctuation and case.
    None,
    /// A part was left out at an end.
    Trimmed,
    /// A part was left out inside, and dots tell so.
    Ellipsis,
    /// Fillers were left out, or a word was put into another form.
    Tidied,
    /// Words were put in.
    Inserted,
    /// Words were exchanged.
    Substituted,
    /// Words were exchanged, and who spoke them speaks for a country of another language.
    Translated,
}

impl Alteration {
    /// The name used in reports.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Alteration::None => "same words",
            Alteration::Trimmed => "trimmed",
            Alteration::Ellipsis => "ellipsis",
            Alteration::Tidied => "tidied",
            Alteration::Inserted => "inserted",
            Alteration::Substituted => "substituted",
            Alteration::Translated => "translated",
        }
    }
}

/// Two wordings laid beside each other.
pub(super) struct Variants {
    pub alteration: Alteration,
    /// Words between words in common that stand in the first only.
    only_a: Vec<String>,
    /// Words between words in common that stand in the second only.
    only_b: Vec<String>,
    /// How many words are in common.
    shared: usize,
    /// The words of each right before the first one in common, where a negator of it stands.
    before: [Vec<String>; 2],
    /// The words of each right behind the last one in common: "put down", "put up".
    behind: [Vec<String>; 2],
    /// Single words that stand for each other between words in common.
    exchanged: Vec<(String, String)>,
}

impl Variants {
    /// The pronouns of two different people in one place: "they destroyed his life", "it destroyed his life".
    pub fn other_person(&self, lexicon: &Lexicon) -> Option<(&str, &str)> {
        let actor = |word: &str| lexicon.classes(word).has(Class::Actor);
        let exchanged = self.exchanged.iter().map(|(a, b)| (a.as_str(), b.as_str()));
        exchanged.into_iter().find(|(a, b)| actor(a) && actor(b))
    }

    /// Most of the words that the two have between their first and their last one in common are the same.
    pub fn mostly_shared(&self) -> bool {
        self.shared * 2 > self.only_a.len() + self.only_b.len()
    }

    /// Each altered word is another form of the word in its place: "go", "going".
    fn only_changes_forms(&self) -> bool {
        let alike = |(a, b): (&String, &String)| stem(a) == stem(b);
        self.only_a.len() == self.only_b.len() && self.only_a.iter().zip(&self.only_b).all(alike)
    }

    /// Whether a negator or a denial is among the altered words, or right before those in common.
    pub fn has_negator(&self, lexicon: &Lexicon) -> bool {
        const TURNING: [Class; 3] = [Class::Negator, Class::Privation, Class::Denier];
        let turning = |word: &String| TURNING.iter().any(|class| lexicon.classes(lexicon.lemma(word)).has(*class));
        self.only_a.iter().chain(&self.only_b).chain(self.before.iter().flatten()).any(turning)
    }

    /// Whether a negator or an opposite is among the altered words. What was cut off at an end turns nothing that is left.
    pub fn may_turn(&self, lexicon: &Lexicon) -> bool {
        let opposite = |(a, b): (&String, &String)| matches!(lexicon.relation(a, b), Some((WordRelation::Antonym, _)));
        let opposed = |left: &[String], right: &[String]| left.iter().cartesian_product(right).any(opposite);
        self.has_negator(lexicon) || opposed(&self.only_a, &self.only_b) || opposed(&self.behind[0], &self.behind[1])
    }
}

/// How far before a word its negator stands.
const GOVERNED: usize = 2;

/// How far behind a word its particle stands.
const FOLLOWING: usize = 3;

/// Lays two wordings beside each other.
pub(super) fn align(a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Variants {
    let (x, y) = (words(a, lexicon), words(b, lexicon));
    let runs = common_runs(&x, &y);
    let (mut only_a, mut only_b) = (Vec::new(), Vec::new());
    let opening = runs.first().filter(|(i, j, _)| (*i, *j) == (1, 1));
    let mut exchanged: Vec<_> = opening.map(|_| (x[0].clone(), y[0].clone())).into_iter().collect();
    for ((i, j, length), (next_i, next_j, _)) in runs.iter().tuple_windows() {
        let (p, q) = (&x[i + length..*next_i], &y[j + length..*next_j]);
        if let ([p], [q]) = (p, q) {
            exchanged.push((p.clone(), q.clone()));
        }
        only_a.extend_from_slice(p);
        only_b.extend_from_slice(q);
    }
    let head = |words: &[String], at: usize| words[at.saturating_sub(GOVERNED)..at].to_vec();
    let tail = |words: &[String], at: usize| words[at..words.len().min(at + FOLLOWING)].to_vec();
    let before = runs.first().map_or_else(Default::default, |(i, j, _)| [head(&x, *i), head(&y, *j)]);
    let behind = runs.last().map_or_else(Default::default, |(i, j, length)| [tail(&x, i + length), tail(&y, j + length)]);
    let shared = runs.iter().map(|(_, _, length)| length).sum();
    let mut variants = Variants { alteration: Alteration::None, only_a, only_b, shared, before, behind, exchanged };
    variants.alteration = alteration(&variants, (a, x.len()), (b, y.len()), lexicon);
    variants
}

fn alteration(variants: &Variants, (a, x): (&Reading<'_>, usize), (b, y): (&Reading<'_>, usize), lexicon: &Lexicon) -> Alteration {
    let dots = |r: &Reading<'_>| r.article.tokens().iter().any(|t| t.kind == TokenKind::Ellipsis);
    let (gap_a, gap_b) = (!variants.only_a.is_empty(), !variants.only_b.is_empty());
    let fillers = |words: &[String]| words.iter().all(|w| lexicon.classes(w).has(Class::Filler));
    match (gap_a, gap_b) {
        (false, false) if variants.shared == x.max(y) => Alteration::None,
        (false, false) => Alteration::Trimmed,
        (true, true) if may_be_translated(a.claim, lexicon) || may_be_translated(b.claim, lexicon) => Alteration::Translated,
        (true, true) if variants.only_changes_forms() => Alteration::Tidied,
        (true, true) => Alteration::Substituted,
        _ if fillers(&variants.only_a) && fillers(&variants.only_b) => Alteration::Tidied,
        (true, false) if dots(b) => Alteration::Ellipsis,
        (false, true) if dots(a) => Alteration::Ellipsis,
        _ => Alteration::Inserted,
    }
}

/// The utterance's words in lower case, contractions written out.
fn words(reading: &Reading<'_>, lexicon: &Lexicon) -> Vec<String> {
    let article = &reading.article;
    (0..article.tokens().len())
        .filter(|&i| article.tokens()[i].is_word() || article.word(i).starts_with(|c: char| c.is_ascii_digit()))
        .map(|i| lexicon.written_out(article.lower(i)).to_owned())
        .take(MOST_WORDS)
        .collect()
}

/// The altered words, for the reason: "being" on one side only; "increasing" for "intensifying".
pub(super) fn describe(variants: &Variants) -> String {
    let list = |words: &[String]| words.iter().take(6).join(" ");
    match (variants.only_a.is_empty(), variants.only_b.is_empty()) {
        (true, true) => "one is shorter, the shared words are the same".to_owned(),
        (true, false) => format!("\u{201c}{}\u{201d} on one side only", list(&variants.only_b)),
        (false, true) => format!("\u{201c}{}\u{201d} on one side only", list(&variants.only_a)),
        (false, false) => format!("\u{201c}{}\u{201d} for \u{201c}{}\u{201d}", list(&variants.only_b), list(&variants.only_a)),
    }
}
