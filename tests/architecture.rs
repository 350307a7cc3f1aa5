//! The shape of the source: imports point from left to right, files stay short, `lib.rs` is a tour.

use std::fs;
use std::path::{Path, PathBuf};

/// The library's stages, each of which may import only what stands before it.
///
/// `value` stands before `lexicon`, whose tables are typed by it; `similarity` reads articles, so it stands behind `text`;
/// `blocking` draws its pairs from the readings that `comparison` makes.
const ORDER: &[&str] = &[
    "error",
    "span",
    "value",
    "lexicon",
    "parallel",
    "perceptron",
    "document",
    "text",
    "similarity",
    "extract",
    "claim",
    "entity",
    "origin",
    "comparison",
    "blocking",
    "linkage",
    "clustering",
    "relate",
    "finding",
    "report",
    "search",
    "decision",
    "pipeline",
];

/// The stages that stand beside each other: neither imports the other.
const BESIDE: &[&str] = &["search", "decision"];

/// The programs: crates of their own, which no stage can name.
const PROGRAMS: &[&str] = &["cli", "train", "main.rs"];

/// Imports that point upstream today. Whoever turns one around takes it out of here: one that is gone fails the test, too.
const UPSTREAM: &[(&str, &str)] = &[("finding", "report"), ("origin", "report"), ("report", "pipeline")];

/// One `.rs` file of `src`: its path below `src` and its text.
struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// The stage that the file belongs to: its folder, or its own name.
    fn stage(&self) -> String {
        let first = self.path.iter().next().expect("a path has a first part").to_string_lossy().into_owned();
        first.strip_suffix(".rs").filter(|_| first != "main.rs").map(str::to_owned).unwrap_or(first)
    }

    /// The lines that are code: comments and docs left out.
    fn code(&self) -> String {
        self.text
            .lines()
            .filter(|l| !l.trim_start().starts_with("//"))
            .map(|l| l.split(" // ").next().unwrap_or(l))
            .collect::<Vec<_>>()
            .join("\n")
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut found = Vec::new();
    let mut folders = vec![root.clone()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder of src") {
            let path = entry.expect("an entry of src").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                let text = fs::read_to_string(&path).expect("source is UTF-8");
                found.push(Source { path: path.strip_prefix(&root).expect("below src").to_owned(), text });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// The first names behind each `crate::` of a text: one, or those of a list in braces.
fn imported(code: &str) -> Vec<String> {
    let word = |s: &str| s.trim_start().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    let mut names = Vec::new();
    for (at, _) in code.match_indices("crate::") {
        let rest = &code[at + "crate::".len()..];
        match rest.strip_prefix('{') {
            Some(list) => names.extend(items(list).into_iter().map(word)),
            None => names.push(word(rest)),
        }
    }
    names
}

/// The items of a list in braces, whose opening brace is read already; nested lists stay whole.
fn items(list: &str) -> Vec<&str> {
    let (mut depth, mut start, mut found) = (0, 0, Vec::new());
    for (at, c) in list.char_indices() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => {
                found.push(&list[start..at]);
                return found;
            }
            '}' => depth -= 1,
            ',' if depth == 0 => {
                found.push(&list[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    found
}

fn place(stage: &str) -> Option<usize> {
    ORDER.iter().position(|s| *s == stage)
}

#[test]
fn the_reader_of_imports_sees_all_forms() {
    assert_eq!(imported("use crate::span::Span;\nlet x = crate::relate::f(1);"), ["span", "relate"]);
    assert_eq!(imported("use crate::{text, claim::{Claim, Slot}, span::Span};"), ["text", "claim", "span"]);
}

#[test]
fn every_stage_has_its_place() {
    let without: Vec<String> =
        sources().iter().map(Source::stage).filter(|s| s != "lib" && place(s).is_none() && !PROGRAMS.contains(&s.as_str())).collect();
    assert!(without.is_empty(), "give these a place in ORDER: {without:?}");
}

#[test]
fn no_import_points_upstream() {
    let mut upstream: Vec<(String, String)> = Vec::new();
    for source in sources().iter().filter(|s| place(&s.stage()).is_some()) {
        let stage = source.stage();
        for name in imported(&source.code()) {
            let points_up =
                place(&name) > place(&stage) || (name != stage && BESIDE.contains(&name.as_str()) && BESIDE.contains(&stage.as_str()));
            if points_up {
                upstream.push((stage.clone(), name));
            }
        }
    }
    upstream.sort();
    upstream.dedup();
    let known: Vec<(String, String)> = UPSTREAM.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
    assert_eq!(upstream, known);
}

#[test]
fn no_stage_names_a_program() {
    for source in sources().iter().filter(|s| place(&s.stage()).is_some()) {
        let names = imported(&source.code());
        assert!(!names.iter().any(|n| PROGRAMS.contains(&n.as_str())), "{} names a program", source.path.display());
    }
}

#[test]
fn no_file_is_longer_than_500_lines() {
    let long: Vec<String> = sources()
        .iter()
        .map(|s| (s.path.display().to_string(), s.text.lines().count()))
        .filter(|(_, lines)| *lines > 500)
        .map(|(path, lines)| format!("{path}: {lines}"))
        .collect();
    assert!(long.is_empty(), "split by theme: {long:?}");
}

#[test]
fn unsafe_code_is_forbidden() {
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).expect("Cargo.toml");
    let lints = manifest.split("[lints.rust]").nth(1).expect("lints for the whole package");
    assert!(lints.split("\n[").next().is_some_and(|own| own.contains("unsafe_code = \"forbid\"")));
}

#[test]
fn the_root_of_the_library_is_a_tour() {
    let lib = sources().into_iter().find(|s| s.path == Path::new("lib.rs")).expect("lib.rs");
    assert!(lib.text.starts_with("//! "));
    for statement in lib.code().split(';').map(str::trim).filter(|s| !s.is_empty()) {
        let bare = statement.lines().filter(|l| !l.trim_start().starts_with('#')).collect::<Vec<_>>().join("\n");
        let allowed = ["mod ", "pub mod ", "pub use "].iter().any(|start| bare.starts_with(start));
        assert!(allowed, "lib.rs holds more than modules and re-exports: {statement}");
    }
}

/// Compiles only where `T` may be shared between threads and kept.
fn may_be_shared<T: Send + Sync + 'static>() {}

#[test]
fn public_types_may_be_shared_between_threads() {
    may_be_shared::<corroborate::Claim>();
    may_be_shared::<corroborate::Document>();
    may_be_shared::<corroborate::InputError>();
    may_be_shared::<corroborate::LexiconError>();
    may_be_shared::<corroborate::Reconciler>();
    may_be_shared::<corroborate::Report>();
    may_be_shared::<corroborate::comparison::Context>();
    may_be_shared::<corroborate::comparison::Reading<'static>>();
    may_be_shared::<corroborate::extract::Extraction>();
    may_be_shared::<corroborate::lexicon::Lexicon>();
    may_be_shared::<corroborate::linkage::Weights>();
    may_be_shared::<corroborate::pipeline::Compared>();
    may_be_shared::<corroborate::pipeline::Config>();
    may_be_shared::<corroborate::pipeline::Explanation>();
    may_be_shared::<corroborate::text::Article<'static>>();
}
