//! The laws of the whole way through, on stories woven from invented sentences and on any text at all.

use std::collections::{BTreeMap, BTreeSet};

use corroborate::judgement::Explanation;
use corroborate::lexicon::Lexicon;
use corroborate::relate::{Family, Relation};
use corroborate::report::Extracted;
use corroborate::text::Article;
use corroborate::{Claim, Document, Reconciler, Report, Span};
use itertools::Itertools;
use proptest::prelude::*;
use proptest::sample::select;

const SPEAKERS: &[&str] =
    &["Minister Adaeze Okafor", "Mayor Tomas Lind", "Okafor", "she", "the harbour office", "Elin Sand, the mayor's aide,"];
const PLACES: &[&str] = &["Velmouth", "the harbour district", "Saint Orrin", "Łódkowa", "the north of Carrow"];
const COUNTED: &[&str] = &["people", "residents", "workers", "lorries", "tonnes of grain"];
const DAYS: &[&str] = &["Monday", "on March 3", "on 3 March", "last week", "in June 2024", "at 7:40 a.m. on Friday"];
const MATTERS: &[&str] = &[
    "the bridge was closed",
    "the talks have failed",
    "the ferry will not sail",
    "the owner knew of the cracks",
    "prices rose sharply in the port",
    "the government may reopen the quay",
];

fn number() -> impl Strategy<Value = String> {
    let hedge = select(vec!["", "some ", "about ", "more than ", "at least ", "nearly "]);
    (
        hedge,
        prop_oneof![
            (2_u32..2000).prop_map(|n| n.to_string()),
            select(vec!["dozens of", "twelve", "1,200", "2.5 million"]).prop_map(str::to_owned)
        ],
    )
        .prop_map(|(hedge, number)| format!("{hedge}{number}"))
}

/// One sentence of the invented story.
fn sentence() -> impl Strategy<Value = String> {
    let words = || (select(SPEAKERS), select(PLACES), select(COUNTED), select(DAYS), select(MATTERS), number());
    (0..9_usize, words()).prop_map(|(form, (speaker, place, counted, day, matter, number))| match form {
        0 => format!("In {place} {number} {counted} were moved {day}, {speaker} said."),
        1 => format!("\u{201c}I tell you that {matter},\u{201d} {speaker} said {day}."),
        2 => format!("{speaker} said that {matter} \"for good\" {day}."),
        3 => format!("The harbour office says {matter}; the owner denies that."),
        4 => format!("According to {speaker}, {number} {counted} came to {place}."),
        5 => format!("The share of {counted} rose by {} percent {day}.", number.len()),
        6 => format!("\"It is far from over,\" {speaker} said, \"but {matter}.\""),
        7 => format!("{place} has demanded that {matter}. {speaker} rejected those demands [told](#) {day}."),
        _ => format!("{matter}, and {number} {counted} left {place}"),
    })
}

fn article() -> impl Strategy<Value = String> {
    prop::collection::vec((sentence(), select(vec![" ", "\n\n", "\r\n\r\n", "\n"])), 1..6)
        .prop_map(|sentences| sentences.into_iter().map(|(sentence, gap)| sentence + gap).collect())
}

fn story() -> impl Strategy<Value = Vec<Document>> {
    let published = select(vec!["2025-03-14", "2025-03-15T06:20:00Z", "unknown"]);
    prop::collection::vec((article(), published), 1..4).prop_map(|articles| {
        let numbered = articles.into_iter().enumerate();
        numbered.map(|(i, (text, published))| Document::new(format!("d{i}"), text).with_published(published)).collect()
    })
}

fn reconcile(documents: &[Document]) -> Report {
    Reconciler::default().reconcile(documents)
}

/// A span that lies on characters of the text and holds at least one.
fn is_sound(span: Span, text: &str) -> bool {
    span.start < span.end && text.get(span.start..span.end).is_some()
}

fn check_extracted(found: &Extracted, text: &str) -> Result<(), TestCaseError> {
    for quotation in &found.quotations {
        prop_assert_eq!(quotation.span.slice(text), &quotation.text);
        prop_assert!(quotation.partials.iter().all(|p| is_sound(*p, text) && quotation.span.contains(*p)), "{:?}", quotation);
        prop_assert!(quotation.cue.as_ref().is_none_or(|c| c.span.slice(text) == c.text), "{:?}", quotation);
        prop_assert!(quotation.speaker.as_ref().and_then(|s| s.mention).is_none_or(|m| is_sound(m, text)), "{:?}", quotation);
    }
    for quantity in &found.quantities {
        prop_assert_eq!(quantity.span.slice(text), &quantity.text);
    }
    for date in &found.dates {
        prop_assert_eq!(date.span.slice(text), &date.text);
    }
    let article = Article::new(text, Lexicon::english());
    for alias in found.entities.iter().flat_map(|e| &e.aliases) {
        prop_assert!(is_sound(alias.span, text), "{:?}", alias);
        prop_assert_eq!(&article.clean(alias.span), &alias.text);
    }
    Ok(())
}

fn check_claim(claim: &Claim, text: &str) -> Result<(), TestCaseError> {
    let article = Article::new(text, Lexicon::english());
    prop_assert!(is_sound(claim.span, text), "{:?}", claim);
    prop_assert_eq!(claim.span.slice(text), claim.text.as_str());
    prop_assert_eq!(article.clean(claim.span), claim.plain.as_str());
    prop_assert!(claim.context.is_some_and(|c| is_sound(c, text) && c.overlaps(claim.span)), "{:?}", claim);
    let credits = claim.attribution.iter().flat_map(|c| c.mention.into_iter().chain(c.cue));
    let references = claim.references.iter().flat_map(|r| [r.mention, r.antecedent]);
    let facets = claim.slot.iter().filter_map(|(_, filler)| filler.span);
    for span in credits.chain(references).chain(facets) {
        prop_assert!(is_sound(span, text), "{:?} of {:?}", span, claim);
    }
    for (span, words) in claim.value.figures.iter().map(|f| (f.span, &f.text)).chain(claim.value.times.iter().map(|t| (t.span, &t.text))) {
        prop_assert_eq!(span.slice(text), words);
        prop_assert!(claim.span.contains(span), "{:?} outside of {:?}", words, claim);
    }
    Ok(())
}

/// Every span of a report lies on characters and slices to the words that it claims.
fn check_spans(report: &Report, documents: &[Document]) -> Result<(), TestCaseError> {
    let texts: BTreeMap<&str, &str> = documents.iter().map(|d| (d.id.as_str(), d.text.as_str())).collect();
    for found in &report.documents {
        check_extracted(found, texts[found.document.id.as_str()])?;
    }
    for claim in &report.claims {
        check_claim(claim, texts[claim.document.as_str()])?;
    }
    for alias in report.entities.iter().flat_map(|e| &e.aliases) {
        // of a story of one document, which needs no telling
        let document = alias.document.as_deref().or_else(|| documents.first().filter(|_| documents.len() == 1).map(|d| d.id.as_str()));
        let text = texts[document.expect("an alias across documents names its document")];
        prop_assert_eq!(&Article::new(text, Lexicon::english()).clean(alias.span), &alias.text);
    }
    let claims: BTreeMap<&str, &Claim> = report.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    for row in report.groups.iter().flat_map(|g| &g.pairs) {
        for (claim, span) in row.excuses.iter().flat_map(|e| [(&row.a, e.a), (&row.b, e.b)]) {
            let text = texts[claims[claim.as_str()].document.as_str()];
            prop_assert!(span.is_none_or(|s| is_sound(s, text)), "{:?}", row);
        }
    }
    Ok(())
}

/// Claims have one id each and stand in one group at most; a group has one row for each two members of two documents.
fn check_groups(report: &Report) -> Result<(), TestCaseError> {
    let documents: BTreeMap<&str, &str> = report.claims.iter().map(|c| (c.id.as_str(), c.document.as_str())).collect();
    prop_assert_eq!(documents.len(), report.claims.len());
    prop_assert!(report.claims.iter().all(|c| c.parent.as_deref().is_none_or(|p| p != c.id && documents.contains_key(p))));
    let members = report.groups.iter().flat_map(|g| &g.members).collect_vec();
    prop_assert!(members.iter().all(|m| documents.contains_key(m.as_str())));
    prop_assert!(members.iter().all_unique(), "a claim in two groups");
    for group in &report.groups {
        let pairs = group.members.iter().array_combinations().filter(|[a, b]| documents[a.as_str()] != documents[b.as_str()]);
        let wanted: BTreeSet<[&String; 2]> = pairs.collect();
        let rows = group.pairs.iter().map(|p| [&p.a, &p.b]).collect_vec();
        prop_assert_eq!(rows.len(), wanted.len());
        prop_assert_eq!(rows.into_iter().collect::<BTreeSet<_>>(), wanted);
        prop_assert!(group.pairs.iter().all(|p| p.family == p.relation.family()));
        prop_assert!((0.0..=1.0).contains(&group.probability));
        let valued = group.values.iter().flat_map(|v| &v.claims).sorted().collect_vec();
        prop_assert_eq!(valued, group.members.iter().sorted().collect_vec());
    }
    Ok(())
}

/// Every comparison weighs the same whichever claim comes first.
fn is_symmetric(there: &Explanation, back: &Explanation) -> bool {
    let lines =
        |e: &Explanation| e.compared.evidence.iter().map(|l| (l.comparison.clone(), l.level.clone(), l.weight.to_bits())).collect_vec();
    lines(there) == lines(back)
}

/// The groups as sets of members.
fn member_sets(report: &Report) -> BTreeSet<BTreeSet<String>> {
    report.groups.iter().map(|g| g.members.iter().cloned().collect()).collect()
}

/// Where a claim stands, whatever its document is called: a copy's claims stand where the original's do.
fn site(claim: &Claim) -> (String, Span, String) {
    (claim.document.trim_end_matches("-copy").to_owned(), claim.span, format!("{:?}", claim.kind))
}

/// The pairs told as a difference, as sites in order.
fn differing(report: &Report) -> Vec<[(String, Span, String); 2]> {
    let claims: BTreeMap<&str, &Claim> = report.claims.iter().map(|c| (c.id.as_str(), c)).collect();
    let rows = report.groups.iter().flat_map(|g| &g.pairs).filter(|p| p.family == Family::Differ);
    rows.map(|p| [site(claims[p.a.as_str()]), site(claims[p.b.as_str()])])
        .map(|mut pair| {
            pair.sort();
            pair
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_text_is_read(a in any::<String>(), b in "\\PC*") {
        let documents = [Document::new("a", a), Document::new("b", b)];
        let report = reconcile(&documents);
        check_spans(&report, &documents)?;
        check_groups(&report)?;
    }

    #[test]
    fn any_cut_of_a_story_is_read(text in article(), at in any::<prop::sample::Index>(), wedge in any::<char>()) {
        let cut = (0..=at.index(text.len())).rev().find(|i| text.is_char_boundary(*i)).unwrap_or(0);
        let documents = [Document::new("a", format!("{}{wedge}{}", &text[..cut], &text[cut..])), Document::new("b", &text[cut..])];
        let report = reconcile(&documents);
        check_spans(&report, &documents)?;
        check_groups(&report)?;
    }

    #[test]
    fn a_story_has_sound_spans_and_groups(documents in story()) {
        let report = reconcile(&documents);
        check_spans(&report, &documents)?;
        check_groups(&report)?;
    }

    #[test]
    fn the_same_story_is_the_same_report_and_survives_json(documents in story()) {
        let report = reconcile(&documents);
        let json = serde_json::to_string(&report).expect("a report is JSON");
        prop_assert_eq!(&serde_json::to_string(&reconcile(&documents)).expect("a report is JSON"), &json);
        prop_assert_eq!(serde_json::from_str::<Report>(&json).expect("the report's own JSON"), report);
    }

    #[test]
    fn the_order_of_documents_changes_no_group(documents in story(), turn in 1..3_usize) {
        let mut turned = documents.clone();
        turned.reverse();
        let by = turn.min(turned.len());
        turned.rotate_left(by);
        prop_assert_eq!(member_sets(&reconcile(&documents)), member_sets(&reconcile(&turned)));
    }

    #[test]
    fn extract_says_what_reconcile_says(documents in story()) {
        let report = reconcile(&documents);
        for (document, found) in documents.iter().zip(&report.documents) {
            let alone = Reconciler::default().extract(document);
            // who "she" or "Okafor" is may stand in another document, where a quotation is does not
            let places = |e: &Extracted| e.quotations.iter().map(|q| (q.span, q.form, q.partials.clone())).collect_vec();
            prop_assert_eq!(places(&alone), places(found));
            prop_assert_eq!(&alone.quantities, &found.quantities);
            prop_assert_eq!(&alone.dates, &found.dates);
            let of_document = report.claims.iter().filter(|c| c.document == document.id).map(|c| &c.id).collect_vec();
            prop_assert_eq!(alone.claims.iter().flatten().map(|c| &c.id).collect_vec(), of_document);
        }
    }

    #[test]
    fn a_pair_explains_itself_both_ways_as_the_report_tells_it(documents in story()) {
        let report = reconcile(&documents);
        let reconciler = Reconciler::default();
        let explain = |a: &str, b: &str| -> Explanation { reconciler.explain_in(&report, a, b).expect("claims of the report") };
        for row in report.groups.iter().flat_map(|g| &g.pairs).take(12) {
            let (there, back) = (explain(&row.a, &row.b), explain(&row.b, &row.a));
            prop_assert!(there.grouped);
            prop_assert!(is_symmetric(&there, &back), "{:?} / {:?}", there, back);
            prop_assert_eq!(there.compared.relation, back.compared.relation, "{} / {}", there.a_text, there.b_text);
            prop_assert_eq!(there.compared.weight, row.weight);
            prop_assert!(row.relation == Relation::Echo || row.relation == there.compared.relation, "{:?}", row);
        }
        for [a, b] in report.claims.iter().array_combinations().take(12) {
            let (there, back) = (explain(&a.id, &b.id), explain(&b.id, &a.id));
            prop_assert!(is_symmetric(&there, &back), "{:?} / {:?}", there, back);
            prop_assert_eq!(there.compared.family, back.compared.family, "{} / {}", there.a_text, there.b_text);
        }
    }

    #[test]
    fn a_copy_differs_from_its_original_in_nothing(text in article()) {
        let documents = [Document::new("a", text.clone()), Document::new("a-copy", text)];
        let report = reconcile(&documents);
        prop_assert_eq!(report.origins.iter().map(|o| o.documents.len()).sum::<usize>(), 2);
        for [x, y] in differing(&report) {
            prop_assert_ne!(x, y, "the same passage told as a difference");
        }
    }
}

/// One thread and several come to the same bytes.
#[cfg(feature = "parallel")]
mod parallel {
    use super::*;

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(12))]

        #[test]
        fn the_number_of_threads_changes_no_byte(documents in story()) {
            let with = |threads: usize| {
                let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("a pool of threads");
                serde_json::to_string(&pool.install(|| reconcile(&documents))).expect("a report is JSON")
            };
            prop_assert_eq!(with(1), with(4));
        }
    }
}
