//! Who goes back to whom: documents that carry one text, told by shared runs of words outside quotation marks.

use itertools::Itertools;
use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use crate::claim::fingerprint;
use crate::document::Document;
use crate::text::{Article, Token, TokenKind, Zone};

/// How origins are told.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct OriginConfig {
    /// Words in a row that are compared. Shorter runs are shared by chance: names, offices, set phrases.
    pub run: usize,
    /// Share of the shorter document's runs that must stand in the other one. Of 600 pairs of articles on 55 news events, those
    /// written apart share less than 0.05 (set phrases of one statement or of one report that both retell), and those with one source
    /// 0.07 and more.
    pub share: f64,
    /// The share that is enough where both documents credit the same agency: its two reports of a morning and an evening are
    /// rewritten more freely than a copy.
    pub credited: f64,
    /// Runs that must be shared at least. One set phrase of a dozen words makes five.
    pub least: usize,
}

impl Default for OriginConfig {
    fn default() -> Self {
        Self { run: 8, share: 0.065, credited: 0.035, least: 8 }
    }
}

/// Documents that go back to one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Origin {
    /// Unique in the report.
    pub id: String,
    /// Document ids, in input order.
    pub documents: Vec<String>,
    /// Why they are taken for one: a credit line, a share of common words; "stands alone" for one document.
    pub evidence: String,
}

/// The runs of one document, and the credit lines in it.
struct Prints {
    runs: FxHashSet<u64>,
    credits: Vec<String>,
}

/// The origins of a story: documents that share enough unquoted words in a row, joined over any number of steps.
///
/// Words in quotation marks are left out: two outlets that quote one speech wrote two texts.
#[must_use]
pub fn origins(documents: &[Document], articles: &[Article<'_>], config: OriginConfig) -> Vec<Origin> {
    let prints: Vec<Prints> = articles.iter().map(|a| prints(a, config)).collect();
    let mut origin: Vec<usize> = (0..documents.len()).collect();
    let mut why: FxHashMap<usize, String> = FxHashMap::default();
    for (a, b, shared) in shared_runs(&prints) {
        let shorter = prints[a].runs.len().min(prints[b].runs.len());
        let share = shared as f64 / shorter.max(1) as f64;
        let agency = prints[a].credits.iter().find(|c| prints[b].credits.contains(c));
        if shared < config.least || share < agency.map_or(config.share, |_| config.credited) {
            continue;
        }
        let (keep, gone) = (origin[a].min(origin[b]), origin[a].max(origin[b]));
        origin.iter_mut().filter(|o| **o == gone).for_each(|o| *o = keep);
        let credit = agency.map(|c| format!("; both credit {c}")).unwrap_or_default();
        why.entry(keep).or_insert_with(|| {
            format!(
                "{} and {} share {:.0} % of the shorter text word for word{credit}",
                documents[a].outlet,
                documents[b].outlet,
                share * 100.0
            )
        });
    }
    (0..documents.len())
        .filter(|d| origin[*d] == *d)
        .enumerate()
        .map(|(number, first)| {
            let members = (0..documents.len()).filter(|d| origin[*d] == first).map(|d| documents[d].id.clone()).collect_vec();
            let evidence = if members.len() == 1 { "stands alone".to_owned() } else { why.remove(&first).unwrap_or_default() };
            Origin { id: format!("o{}", number + 1), documents: members, evidence }
        })
        .collect()
}

/// For each two documents that share a run, how many they share; by index.
fn shared_runs(prints: &[Prints]) -> Vec<(usize, usize, usize)> {
    let mut holders: FxHashMap<u64, Vec<usize>> = FxHashMap::default();
    for (document, print) in prints.iter().enumerate() {
        for run in &print.runs {
            holders.entry(*run).or_default().push(document);
        }
    }
    let mut counts: FxHashMap<(usize, usize), usize> = FxHashMap::default();
    // a run that very many documents share is a notice that a system prints, and would cost their square
    for documents in holders.values().filter(|d| d.len() <= COMMON_NOTICE) {
        for [a, b] in documents.iter().array_combinations() {
            *counts.entry((*a.min(b), *a.max(b))).or_insert(0) += 1;
        }
    }
    counts.into_iter().map(|((a, b), n)| (a, b, n)).sorted().collect()
}

/// Documents with one run from which on it is a notice, not a source.
const COMMON_NOTICE: usize = 64;

/// Agencies whose credit stands in brackets behind the place: "(AP)", "(Reuters)".
const AGENCIES: [&str; 10] = ["ap", "reuters", "afp", "upi", "tass", "dpa", "xinhua", "pa", "interfax", "bloomberg"];

fn prints(article: &Article<'_>, config: OriginConfig) -> Prints {
    let mut runs = FxHashSet::default();
    let mut credits = Vec::new();
    for paragraph in article.paragraphs().iter().filter(|p| p.zone == Zone::Body) {
        let sentences = &article.sentences()[paragraph.first..paragraph.last];
        let (Some(first), Some(last)) = (sentences.first(), sentences.last()) else { continue };
        let words = unquoted(article, first.first, last.last);
        for window in words.windows(config.run) {
            runs.insert(fingerprint(window.iter().map(|&i| article.lower(i))));
        }
    }
    for (index, token) in article.tokens().iter().enumerate().take(40) {
        let bracketed = token.kind == TokenKind::Open && AGENCIES.contains(&article.lower(index + 1));
        if bracketed {
            credits.push(article.word(index + 1).to_owned());
        }
    }
    Prints { runs, credits }
}

/// The words of a stretch that stand outside quotation marks.
fn unquoted(article: &Article<'_>, first: usize, last: usize) -> Vec<usize> {
    let mut inside = false;
    let mut words = Vec::new();
    for index in first..last {
        let token: &Token = &article.tokens()[index];
        match token.kind {
            TokenKind::Quote if !matches!(article.word(index), "'" | "\u{2019}") => inside = !inside,
            TokenKind::Word | TokenKind::Number if !inside => words.push(index),
            _ => {}
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    const WIRE: &str = "The harbour bridge in Velmouth was closed on Monday after an inspector found cracks in two of its eleven pillars, \
        the city said. Buses will run around the bay until the spring while engineers replace the pillars one by one.";
    const OWN: &str = "Drivers in Velmouth need patience: their bridge is shut. An inspector had seen that some pillars have cracks, and \
        nobody at the town hall dares to say when cars may cross again, though spring is what most people there expect.";
    const SPEECH: &str = "\"We will not open this bridge again before every single one of the pillars has been replaced and tested\"";

    fn grouped(texts: [String; 2]) -> Vec<Vec<String>> {
        let documents: Vec<Document> = texts.into_iter().enumerate().map(|(i, text)| Document::new(format!("d{i}"), text)).collect();
        let articles: Vec<Article<'_>> = documents.iter().map(|d| Article::new(&d.text, Lexicon::english())).collect();
        origins(&documents, &articles, OriginConfig::default()).into_iter().map(|o| o.documents).collect()
    }

    #[test]
    fn who_goes_back_to_whom() {
        let rewritten = "Velmouth's harbour bridge is shut. Cracks were seen in two of its eleven pillars, the city said. Buses will run \
            around the bay until the spring while engineers work, and many a shop keeper fears for the season that lies ahead of them.";
        let filler = "Shop keepers near the old quay fear for the season, and two of them asked for help from a fund of the county. \
            Fishermen on the contrary hope for calm water. A ferry may come, but nobody knows who would pay for one this year. Last \
               winter the same town lost its only cinema, its second bakery and a school for sailors that was older than the bridge.";
        for (phenomenon, a, b, one) in [
            ("a copy", WIRE.to_owned(), WIRE.to_owned(), true),
            ("a copy with an end of its own", WIRE.to_owned(), format!("{WIRE} {filler}"), true),
            ("a rewrite that keeps half", WIRE.to_owned(), rewritten.to_owned(), true),
            ("the same news in other words", WIRE.to_owned(), OWN.to_owned(), false),
            ("one speech in two texts", format!("{WIRE} {SPEECH}, the mayor said."), format!("{OWN} {SPEECH}, the mayor said."), false),
            ("nothing", String::new(), String::new(), false),
        ] {
            assert_eq!(grouped([a, b]).len(), if one { 1 } else { 2 }, "{phenomenon}");
        }
    }

    #[test]
    fn one_agency_needs_fewer_words_in_common() {
        let shared = "The city closed the harbour bridge in Velmouth on Monday after an inspector found cracks in it. ";
        let (a, b) = (format!("{shared}{}", long("alpha")), format!("{shared}{}", long("beta")));
        assert_eq!(grouped([a.clone(), b.clone()]).len(), 2);
        assert_eq!(grouped([format!("VELMOUTH (AP) - {a}"), format!("VELMOUTH (AP) - {b}")]).len(), 1);
        assert_eq!(grouped([format!("VELMOUTH (AP) - {a}"), format!("VELMOUTH (Reuters) - {b}")]).len(), 2);
    }

    /// A long text whose runs are its own.
    fn long(word: &str) -> String {
        (0..40).map(|i| format!("The {word}{i} told the {i} others of it. ")).collect()
    }
}
