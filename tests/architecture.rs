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
    "syntax",
    "extract",
    "claim",
    "entity",
    "origin",
    "comparison",
    "blocking",
    "linkage",
    "clustering",
    "relate",
    "judgement",
    "finding",
    "report",
    "search",
    "pipeline",
];

/// The programs: crates of their own, which no stage can name.
const PROGRAMS: &[&str] = &["cli", "train", "main.rs"];

/// Files of one room that import each other. A recursion of the matter itself stays; whoever mends another takes it out of here.
const CIRCLES: &[&str] = &[
    "entity/gather.rs, entity/pronoun.rs",
    // a credit stands inside of another one
    "extract/quotation/credit.rs, extract/quotation/nested.rs",
];

/// Type names that still stand twice in the library, all of them in `claim`, `entity` and `extract/quotation`. Whoever renames one takes
/// it out of here.
const TWICE: &[&str] = &[
    "Builder",
    "Credit",
    "Cue",
    "Family",
    "Frame",
    "Origin",
    "Pairing",
    "Passage",
    "Reading",
    "Reference",
    "Seen",
    "Shape",
    "Site",
    "Unit",
    "Words",
];

/// The stages that read texts: their closed lists of English words belong into `src/lexicon/en`.
const READERS: &[&str] =
    &["text", "similarity", "syntax", "extract", "claim", "entity", "origin", "comparison", "blocking", "relate", "finding"];

/// How many English words the patterns of the stages that read texts hold. It may only fall: lower it with each list that moves.
const WORDS_IN_PATTERNS: usize = 726;

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

    /// Its module, from the root on: `extract/date/mod.rs` is `["extract", "date"]`.
    fn module(&self) -> Vec<String> {
        let path = self.path.with_extension("");
        let mut names: Vec<String> = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
        names.retain(|name| name != "mod" && name != "lib");
        names
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

/// The paths of a text that begin with `crate`, `super` or `self`, segment by segment; a list in braces gives one for each of its items.
fn paths(code: &str) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for opener in ["crate::", "super::", "self::"] {
        for (at, _) in code.match_indices(opener) {
            let before = code[..at].chars().next_back();
            if !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == ':') {
                found.extend(path(&code[at..]).0);
            }
        }
    }
    found
}

/// The paths that a text begins with, and what stands behind them.
fn path(code: &str) -> (Vec<Vec<String>>, &str) {
    let code = code.trim_start();
    if let Some(list) = code.strip_prefix('{') {
        return items(list);
    }
    let end = code.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == '*')).unwrap_or(code.len());
    let (segment, rest) = code.split_at(end);
    let (behind, rest) = match rest.strip_prefix("::") {
        Some(rest) => path(rest),
        None => (vec![Vec::new()], rest),
    };
    let with_segment = |rest: Vec<String>| std::iter::once(segment.to_owned()).chain(rest).collect();
    (behind.into_iter().map(with_segment).collect(), rest)
}

/// The paths of a list in braces, whose opening brace is read already.
fn items(list: &str) -> (Vec<Vec<String>>, &str) {
    let (mut found, mut rest) = (Vec::new(), list.trim_start());
    while !rest.is_empty() && !rest.starts_with('}') {
        let (item, behind) = path(rest);
        found.extend(item);
        // "as Name" and the comma
        let end = behind.find([',', '}']).unwrap_or(behind.len());
        rest = behind[end..].trim_start_matches(',').trim_start();
    }
    (found, rest.strip_prefix('}').unwrap_or(rest))
}

/// The stages that a text names.
fn imported(code: &str) -> Vec<String> {
    paths(code).into_iter().filter(|path| path[0] == "crate").filter_map(|path| path.into_iter().nth(1)).collect()
}

fn place(stage: &str) -> Option<usize> {
    ORDER.iter().position(|s| *s == stage)
}

#[test]
fn the_reader_of_imports_sees_all_forms() {
    let read = |code: &str| paths(code).iter().map(|path| path.join("::")).collect::<Vec<_>>();
    assert_eq!(read("use super::{a::{B, c as d}, e};"), ["super::a::B", "super::a::c", "super::e"]);
    assert_eq!(read("use self::x::*; super::super::f(1)"), ["super::super::f", "self::x::*"]);
    assert_eq!(imported("use crate::span::Span;\nlet x = crate::relate::f(1);"), ["span", "relate"]);
    assert_eq!(imported("use crate::{text, claim::{Claim, Slot}, span::Span};"), ["text", "claim", "claim", "span"]);
}

#[test]
fn every_stage_has_its_place() {
    let without: Vec<String> =
        sources().iter().map(Source::stage).filter(|s| s != "lib" && place(s).is_none() && !PROGRAMS.contains(&s.as_str())).collect();
    assert!(without.is_empty(), "give these a place in ORDER: {without:?}");
}

#[test]
fn every_place_is_a_stage() {
    let stages: Vec<String> = sources().iter().map(Source::stage).collect();
    let ghosts: Vec<&&str> = ORDER.iter().chain(PROGRAMS).filter(|name| !stages.iter().any(|stage| stage == *name)).collect();
    assert!(ghosts.is_empty(), "no file of src belongs to these: {ghosts:?}");
}

#[test]
fn no_import_points_upstream() {
    for source in sources().iter().filter(|s| place(&s.stage()).is_some()) {
        let upstream: Vec<String> = imported(&source.code()).into_iter().filter(|name| place(name) > place(&source.stage())).collect();
        assert!(upstream.is_empty(), "{} imports {upstream:?}, which stand behind it", source.path.display());
    }
}

/// The files that each file of a room names beside itself, by index; those that hold it, as `mod.rs` its children, are left out.
fn named(files: &[Source]) -> Vec<Vec<usize>> {
    let modules: Vec<Vec<String>> = files.iter().map(Source::module).collect();
    let target = |from: &[String], path: &[String]| {
        let ups = path.iter().take_while(|segment| *segment == "super").count();
        let mut base = match path[0].as_str() {
            "crate" => Vec::new(),
            _ => from[..from.len().saturating_sub(ups)].to_vec(),
        };
        for segment in &path[ups.max(1)..] {
            base.push(segment.clone());
            if !modules.contains(&base) {
                base.pop();
                break;
            }
        }
        modules.iter().position(|module| *module == base)
    };
    let beside = |from: &[String], to: usize| modules[to].first() == from.first() && !from.starts_with(&modules[to]);
    let of = |file: &Source| {
        let (from, code) = (file.module(), file.code());
        let without_tests = code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
        paths(without_tests).iter().filter_map(|path| target(&from, path)).filter(|to| beside(&from, *to)).collect()
    };
    files.iter().map(of).collect()
}

#[test]
fn no_two_files_of_a_room_import_each_other() {
    let files = sources();
    let named = named(&files);
    let reached = |from: usize| {
        let (mut seen, mut open) = (vec![false; files.len()], vec![from]);
        while let Some(file) = open.pop() {
            for &next in named[file].iter().filter(|next| !std::mem::replace(&mut seen[**next], true)) {
                open.push(next);
            }
        }
        seen
    };
    let reach: Vec<Vec<bool>> = (0..files.len()).map(reached).collect();
    let circle = |of: usize| (0..files.len()).filter(|&file| reach[of][file] && reach[file][of]).collect::<Vec<_>>();
    let mut circles: Vec<Vec<usize>> = (0..files.len()).map(circle).filter(|circle| !circle.is_empty()).collect();
    circles.sort();
    circles.dedup();
    let shown = |circle: &Vec<usize>| circle.iter().map(|&file| files[file].path.display().to_string()).collect::<Vec<_>>().join(", ");
    assert_eq!(circles.iter().map(shown).collect::<Vec<_>>(), CIRCLES);
}

/// The words in lower case that stand as literals in patterns of a text: in `matches!`, or beside `|` or `=>`.
fn words_in_patterns(code: &str) -> usize {
    let parts: Vec<&str> = code.split('"').collect();
    let is_word =
        |literal: &str| !literal.is_empty() && literal.chars().all(|c| c.is_ascii_lowercase() || matches!(c, '\'' | '-' | ' ' | '.'));
    let mut open = 0_usize;
    let mut found = 0;
    for (at, pair) in parts.chunks(2).enumerate() {
        let [before, literal] = pair else { break };
        let behind = parts.get(2 * at + 2).copied().unwrap_or("");
        // how deep within a `matches!` the literal stands
        open = match before.rfind("matches!(") {
            Some(start) => depth(1, &before[start + "matches!(".len()..]),
            None => depth(open, before),
        };
        let beside =
            before.trim_end().ends_with('|') || behind.trim_start().starts_with(['|', '=']) && !behind.trim_start().starts_with("==");
        found += usize::from(is_word(literal) && (open > 0 || beside));
    }
    found
}

/// How many parentheses are open behind a text, of so many before it.
fn depth(open: usize, text: &str) -> usize {
    text.chars().fold(open, |open, c| match c {
        '(' if open > 0 => open + 1,
        ')' => open.saturating_sub(1),
        _ => open,
    })
}

#[test]
fn words_of_a_language_are_data() {
    assert_eq!(words_in_patterns(r#"match w { "a" | "the" => f("of"), "I" => 1 } matches!(w, "an" | "some") == ("no")"#), 4);
    let of = |source: &Source| words_in_patterns(source.code().split("#[cfg(test)]\nmod tests").next().unwrap_or_default());
    let files = sources();
    let read = files.iter().filter(|source| READERS.contains(&source.stage().as_str()));
    let mut counts: Vec<(usize, String)> = read.map(|source| (of(source), source.path.display().to_string())).collect();
    counts.sort();
    counts.retain(|(count, _)| *count > 0);
    let all: usize = counts.iter().map(|(count, _)| count).sum();
    assert!(all <= WORDS_IN_PATTERNS, "{all} words of a language stand in patterns: {counts:?}");
}

/// The types that a text defines: structs, enums and traits, and at the margin aliases.
fn types(code: &str) -> impl Iterator<Item = &str> {
    code.split("#[cfg(test)]\nmod tests").next().unwrap_or_default().lines().filter_map(defined)
}

/// The type that a line defines.
fn defined(line: &str) -> Option<&str> {
    let bare = line.trim_start();
    let shown = match bare.strip_prefix("pub") {
        Some(open) => open.strip_prefix('(').and_then(|within| within.split_once(')')).map_or(open, |(_, rest)| rest),
        None => bare,
    };
    let (keyword, rest) = shown.trim_start().split_once(' ')?;
    let associated = keyword == "type" && line.starts_with(' ');
    let name = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next()?;
    (matches!(keyword, "struct" | "enum" | "trait" | "type") && !associated && !name.is_empty()).then_some(name)
}

#[test]
fn a_type_name_stands_once_in_the_library() {
    assert_eq!(types("pub(super) struct A<'a> {\nenum B {\n    type Err = C;\npub type D = E;").collect::<Vec<_>>(), ["A", "B", "D"]);
    let files: Vec<String> = sources().iter().filter(|s| place(&s.stage()).is_some()).map(Source::code).collect();
    let mut names: Vec<&str> = files.iter().flat_map(|code| types(code)).collect();
    names.sort_unstable();
    let mut twice: Vec<&str> = names.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    twice.dedup();
    assert_eq!(twice, TWICE);
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
    may_be_shared::<corroborate::judgement::Compared>();
    may_be_shared::<corroborate::pipeline::Config>();
    may_be_shared::<corroborate::judgement::Explanation>();
    may_be_shared::<corroborate::text::Article<'static>>();
}
