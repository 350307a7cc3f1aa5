//! The README says what is so: its page, its files and its links. Its code runs as doctests.

use std::path::Path;

use corroborate::document::read_path;
use corroborate::report::terminal;
use corroborate::{Document, Reconciler};

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).expect(name)
}

/// A printed line without colours and with every digit alike: weights that are learned anew move figures and ids, not words.
fn bare(line: &str) -> String {
    let mut bare = String::new();
    let mut chars = line.trim_end().chars();
    while let Some(c) = chars.next() {
        match c {
            '\u{1b}' => {
                chars.find(|c| *c == 'm');
            }
            c if c.is_ascii_digit() => bare.push('0'),
            c => bare.push(c),
        }
    }
    bare.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_page_that_it_shows_is_printed() {
    let readme = read("README.md");
    let shown = readme.split("```text\n").nth(1).and_then(|rest| rest.split("```").next()).expect("a page");
    let story = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/russia-ukraine-feb-2022");
    let documents: Vec<Document> = read_path(&story).map(|document| document.expect("a seed")).collect();
    let page = terminal::render(&Reconciler::default().reconcile(&documents), 80);
    let mut printed = page.lines().map(bare);
    for line in shown.lines().filter(|line| *line != "…") {
        assert!(printed.any(|p| p == bare(line)), "the README shows a line that is not printed any more (or not there): {line}");
    }
}

#[test]
fn the_files_that_it_and_the_map_name_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for page in ["README.md", "ARCHITECTURE.md"] {
        let text = read(page);
        let named = text.split('`').skip(1).step_by(2).filter(|words| {
            ["src/", "tests/", "examples/", "seeds/", ".ci/"].iter().any(|folder| words.starts_with(folder)) && !words.contains([' ', '*'])
        });
        for path in named {
            assert!(root.join(path).exists(), "{page} names {path}, which is not there");
        }
    }
}
