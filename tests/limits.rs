//! The edges of what comes in: nothing, one, the same twice, broken marks and lines, other scripts, very many, very much.

use corroborate::document::{check_ids, read_jsonl, read_text};
use corroborate::extract::Form;
use corroborate::relate::Family;
use corroborate::{Document, Reconciler, Report};

const STORY: &str = "Minister Adaeze Okafor said on Monday that 120 people had left the valley. \"The dam is safe,\" she said. \
                     The mayor, Tomas Lind, said the dam was built in 1962.\n";

fn document(id: &str, text: &str) -> Document {
    Document::new(id, text).with_published("2025-03-14")
}

fn reconcile(documents: &[Document]) -> Report {
    let report = Reconciler::default().reconcile(documents);
    assert_eq!(report.documents.len(), documents.len());
    report
}

/// What was said and by whom, in the order of the text.
fn quotations(text: &str) -> Vec<(String, Option<String>)> {
    let found = Reconciler::default().extract(&document("a", text));
    found.quotations.into_iter().filter(|q| q.form == Form::Direct).map(|q| (q.text, q.speaker.map(|s| s.name))).collect()
}

/// The words of the claims that a document makes.
fn claims(document: &Document) -> Vec<String> {
    Reconciler::default().extract(document).claims.expect("extract lists claims").into_iter().map(|c| c.plain).collect()
}

#[test]
fn nothing_comes_of_nothing() {
    let report = reconcile(&[]);
    assert!(report.claims.is_empty() && report.groups.is_empty() && report.origins.is_empty());
    for text in ["", " ", "\n\n\n", "\u{feff}", ".", "\"\"", "---\n---\n"] {
        let report = reconcile(&[document("a", text), document("b", text)]);
        assert!(report.claims.is_empty() && report.groups.is_empty(), "{text:?}: {:?}", report.claims);
    }
}

#[test]
fn one_document_is_read_and_compared_with_nothing() {
    let report = reconcile(&[document("a", STORY)]);
    assert!(report.claims.iter().any(|c| c.text.contains("120 people")), "{:?}", report.claims);
    assert!(report.groups.is_empty());
    assert_eq!(report.origins.len(), 1);
}

#[test]
fn the_same_document_twice_is_one_origin_and_no_difference() {
    let report = reconcile(&[document("a", STORY), document("b", STORY)]);
    assert_eq!(report.origins.len(), 1, "{:?}", report.origins);
    assert!(!report.groups.is_empty());
    let families: Vec<Family> = report.groups.iter().flat_map(|g| &g.pairs).map(|p| p.family).collect();
    assert!(!families.contains(&Family::Differ) && !families.contains(&Family::Disputed), "{:#?}", report.groups);
}

#[test]
fn the_same_id_twice_is_told_by_both_names() {
    let first = document("a", STORY).with_outlet("Herald");
    let (kept, errors) = check_ids(vec![first, document("a", "Other.").with_outlet("Gazette")]);
    assert_eq!(kept.len(), 1);
    let message = errors[0].to_string();
    assert!(message.contains("Herald") && message.contains("Gazette"), "{message}");
}

#[test]
fn unbalanced_marks_swallow_no_article() {
    for (name, text) in [
        ("a mark that never closes", "\"The dam is safe, the minister said on Monday.\n\nThe valley is green. The river is long.\n"),
        ("a curly one", "\u{201c}The dam is safe, the minister said on Monday.\n\nThe valley is green. The river is long.\n"),
        ("a mark that never opens", "The dam is safe,\" the minister said on Monday.\n\nThe valley is green. The river is long.\n"),
        ("the wrong way round", "\u{201d}The dam is safe,\u{201c} the minister said.\n\nThe valley is green. The river is long.\n"),
        ("every one alone", "\" \u{201c} ' \u{2018} \u{ab} ``\n\nThe dam is \u{bb} safe ''.\n\nThe valley is green. The river is long.\n"),
    ] {
        for (quoted, _) in quotations(text) {
            assert!(!quoted.contains("valley"), "{name}: {quoted}");
        }
        let claims = claims(&document("a", text));
        assert!(claims.iter().any(|c| c.contains("The valley is green")), "{name}: {claims:?}");
    }
}

#[test]
fn a_byte_order_mark_is_no_text() {
    let plain = read_text("a.txt", STORY.as_bytes()).expect("readable");
    let marked = read_text("a.txt", format!("\u{feff}{STORY}").as_bytes()).expect("readable");
    assert_eq!(plain, marked);
    let line = "\u{feff}{\"id\":\"a\",\"text\":\"The dam is safe.\"}\n";
    let documents: Vec<_> = read_jsonl("story.jsonl", line.as_bytes()).collect::<Result<_, _>>().expect("readable");
    assert_eq!(documents[0].text, "The dam is safe.");
    // one that stands in the text itself, as a careless program leaves it, changes no claim
    assert_eq!(claims(&document("a", &format!("\u{feff}{STORY}"))), claims(&document("a", STORY)));
}

#[test]
fn windows_line_ends_change_no_claim() {
    let text = "---\noutlet: Herald\npublished: 2025-03-14\n---\nThe dam above the valley\nis safe, the minister said.\n\n\"We built it\n\nto last,\" \
                she added.\n\nSome 120 people left.\n";
    let unix = read_text("a.txt", text.as_bytes()).expect("readable");
    let windows = read_text("a.txt", text.replace('\n', "\r\n").as_bytes()).expect("readable");
    assert_eq!((&unix.outlet, &unix.published), (&windows.outlet, &windows.published));
    assert_eq!(claims(&unix), claims(&windows));
}

#[test]
fn right_to_left_text_keeps_its_spans() {
    let text = "\u{05e9}\u{05e8} \u{05d4}\u{05d7}\u{05d5}\u{05e5} \u{05d0}\u{05de}\u{05e8}: \"\u{05d4}\u{05e1}\u{05db}\u{05e8} \u{05d1}\u{05d8}\u{05d5}\u{05d7}\". \
                \u{0642}\u{0627}\u{0644} \u{0627}\u{0644}\u{0648}\u{0632}\u{064a}\u{0631} \u{0625}\u{0646} 120 \u{0634}\u{062e}\u{0635}\u{0627} \u{063a}\u{0627}\u{062f}\u{0631}\u{0648}\u{0627}. \
                \u{200f}The minister said 120 people left the valley.\u{200e}\n";
    let found = Reconciler::default().extract(&document("a", text));
    assert!(found.quantities.iter().any(|q| q.low == Some(120.0) && q.noun.as_deref() == Some("people")), "{:?}", found.quantities);
    for quantity in &found.quantities {
        assert_eq!(quantity.span.slice(text), quantity.text);
    }
    let report = reconcile(&[document("a", text), document("b", "Some 120 people left the valley, the minister said.\n")]);
    assert!(report.groups.iter().all(|g| g.family != Family::Differ), "{:#?}", report.groups);
}

#[test]
fn an_unknown_outlet_is_called_by_its_id() {
    let unknown = read_text("news/valley-one.txt", "---\noutlet:\n---\nThe dam is safe.\n".as_bytes()).expect("readable");
    assert_eq!((unknown.id.as_str(), unknown.outlet.as_str()), ("valley-one", "valley-one"));
    assert_eq!(unknown.published, None);
    let report = reconcile(&[Document::new("a", STORY), Document::new("b", STORY)]);
    assert!(report.claims.iter().all(|c| c.as_of.as_ref().is_none_or(|t| t.low.date() <= t.high.date())));
}

#[test]
fn an_unknown_date_does_not_turn_a_difference_into_none() {
    let (a, b) = ("Some 120 people left the valley.\n", "Some 250 people left the valley.\n");
    let report = reconcile(&[Document::new("a", a), Document::new("b", b)]);
    let rows: Vec<_> = report.groups.iter().flat_map(|g| &g.pairs).collect();
    assert!(rows.iter().any(|p| p.family == Family::Differ), "{rows:#?}");
}

#[test]
fn a_date_in_the_future_is_a_date() {
    let far = Document::new("a", "The treaty ends on 3 March 2150, the minister said on Monday.\n").with_published("2149-12-31");
    let found = Reconciler::default().extract(&far);
    let values: Vec<String> = found.dates.iter().map(|d| d.value.to_string()).collect();
    assert_eq!(values, ["2150-03-03", "2149-12-29"]);
    let near = Document::new("b", "The treaty ends on March 3, 2150, the minister said.\n").with_published("2025-03-14");
    let report = reconcile(&[far, near]);
    assert!(report.groups.iter().all(|g| g.family != Family::Differ), "{:#?}", report.groups);
}

#[test]
fn a_number_keeps_the_point_that_it_begins_with() {
    let found = Reconciler::default().extract(&document("a", ".5 percent of the voters stayed at home.\n"));
    let claims = found.claims.expect("claims");
    let figure = claims.iter().find(|c| !c.value.figures.is_empty()).expect("a claim with a figure");
    assert!(figure.text.starts_with(".5 percent"), "{}", figure.text);
    assert!(figure.span.contains(figure.value.figures[0].span));
}

/// So many documents of one sentence each: all of them are read, and no claim stands in two groups.
fn check_tiny_documents(count: usize) {
    let towns = ["Aldor", "Brask", "Corvin", "Dellum", "Ervast", "Fenwold", "Garrow", "Hollin"];
    let documents: Vec<Document> = (0..count)
        .map(|i| document(&format!("d{i:05}"), &format!("Some {} people left {} in week {i}.\n", 10 + i % 7, towns[i % towns.len()])))
        .collect();
    let report = reconcile(&documents);
    assert!(report.claims.len() >= count);
    let mut grouped: Vec<&String> = report.groups.iter().flat_map(|g| &g.members).collect();
    let members = grouped.len();
    grouped.sort();
    grouped.dedup();
    assert_eq!(grouped.len(), members, "a claim stands in two groups");
}

/// A document of so many bytes is read to its end.
fn check_long_document(bytes: usize) {
    let mut text = String::new();
    let mut number = 0;
    while text.len() < bytes {
        text.push_str(&format!("Item {number} was sold for {} euros, Clerk Jan Vos said on Monday. ", 100 + number % 977));
        number += 1;
        if number % 5 == 0 {
            text.push_str("\n\n");
        }
    }
    let found = Reconciler::default().extract(&document("long", &text));
    let sums = found.quantities.iter().filter(|q| q.unit == Some("euro".into())).count();
    assert_eq!(sums, number);
    assert!(found.quantities.iter().all(|q| q.span.slice(&text) == q.text));
    assert!(found.claims.expect("claims").len() >= number);
}

#[test]
fn a_thousand_tiny_documents() {
    check_tiny_documents(1000);
}

#[test]
#[ignore = "long without optimisation: cargo test --release --features cli --test limits -- --ignored"]
fn ten_thousand_tiny_documents() {
    check_tiny_documents(10_000);
}

#[test]
fn a_long_document() {
    check_long_document(64 << 10);
}

#[test]
#[ignore = "long without optimisation: cargo test --release --features cli --test limits -- --ignored"]
fn a_document_of_fifty_megabytes() {
    check_long_document(50 << 20);
}
