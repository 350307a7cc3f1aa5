//! Whole reports as snapshots, so that a change of a rendering shows all that it does.

use corroborate::document::read_path;
use corroborate::report::{csv, markdown, terminal};
use corroborate::{Document, Reconciler, Report};

/// A made-up story with a finding of every family.
fn flood() -> Report {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/flood.json");
    serde_json::from_str(&std::fs::read_to_string(path).expect(path)).expect(path)
}

/// The page without its colours.
fn plain(page: &str) -> String {
    let mut out = String::new();
    let mut rest = page;
    while let Some((text, code)) = rest.split_once('\u{1b}') {
        out.push_str(text);
        rest = code.split_once('m').map_or("", |(_, rest)| rest);
    }
    out + rest
}

#[test]
fn terminal_page() {
    insta::assert_snapshot!(plain(&terminal::render(&flood(), 80)));
}

/// The way from the articles to the page, on the stories that come with the program.
#[test]
fn seed_stories() {
    for story in ["harbour-bridge-collapse", "russia-ukraine-feb-2022"] {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(story);
        let documents: Vec<Document> = read_path(&folder).collect::<Result<_, _>>().expect("readable seeds");
        let report = Reconciler::default().reconcile(&documents);
        insta::assert_snapshot!(story, plain(&terminal::render(&report, 80)));
    }
}

#[test]
fn markdown_page() {
    insta::assert_snapshot!(markdown::render(&flood()));
}

#[test]
fn csv_tables() {
    let tables = csv::tables(&flood());
    insta::assert_snapshot!(format!("{}\n{}\n{}", tables.articles, tables.claims, tables.edges));
}

#[test]
fn no_line_is_wider_than_the_page() {
    for width in [40, 80, 120] {
        for line in plain(&terminal::render(&flood(), width)).lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}
