//! The program from outside: what it prints, what it says when something is wrong, and its exit codes.
#![cfg(feature = "cli")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// What one run left behind.
struct Run {
    code: i32,
    stdout: String,
    stderr: String,
}

impl Run {
    fn json_lines(&self) -> Vec<serde_json::Value> {
        self.stdout.lines().map(|line| serde_json::from_str(line).expect(line)).collect()
    }
}

fn run(args: &[&str], stdin: &str) -> Run {
    let mut command = Command::new(env!("CARGO_BIN_EXE_corroborate"));
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    // a program that reads no standard input may have closed it already
    let _ = child.stdin.take().expect("piped").write_all(stdin.as_bytes());
    let output = child.wait_with_output().expect("the program ends");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    Run { code: output.status.code().expect("an exit code"), stdout: text(output.stdout), stderr: text(output.stderr) }
}

/// A folder of its own for one test, removed when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("corroborate-{}-{name}", std::process::id()));
        fs::create_dir_all(&path).expect("a temporary folder");
        Self(path)
    }

    fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file in it");
        path.to_string_lossy().into_owned()
    }

    fn path(&self) -> String {
        self.0.to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const HERALD: &str = "---\noutlet: Herald\npublished: 2025-03-14\n---\nAbout 40 people were hurt, Mayor Ann Bell said on Friday.\n";
const GAZETTE: &str = "Mayor Ann Bell said on Friday that 85 people were hurt.\n";

#[test]
fn inputs_of_all_kinds_keep_their_order() {
    let folder = Folder::new("kinds");
    let lines = folder.file("wire.jsonl", "{\"id\":\"w1\",\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}\n");
    let sub = Folder::new("kinds-folder");
    sub.file("b.txt", GAZETTE);
    sub.file("a.md", HERALD);
    sub.file("notes.pdf", "passed over");
    let run = run(&["extract", &lines, "-", &sub.path()], "One text on standard input.");
    let ids: Vec<String> = run.json_lines().iter().map(|line| line["document"]["id"].as_str().unwrap().to_owned()).collect();
    assert_eq!(ids, ["w1", "wire-3", "input", "a", "b"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, ""));
}

#[test]
fn what_is_wrong_is_said_in_one_line_with_file_and_line() {
    let folder = Folder::new("wrong");
    let good = folder.file("good.txt", GAZETTE);
    let bad_date = folder.file("date.md", "---\noutlet: Herald\npublished: soon\n---\nText.");
    let bad_line = folder.file("lines.jsonl", "not json\n");
    let bytes = folder.file("bytes.txt", b"abc\xff");
    let odd = folder.file("story.pdf", "x");
    let empty = folder.file("empty.jsonl", "\n");
    let missing = format!("{}/missing.txt", folder.path());
    for (input, said) in [
        (&bad_date, "date.md, line 3: published: \"soon\" is no date; write it as 2022-02-14"),
        (&bad_line, "lines.jsonl, line 1: no JSON object of a document"),
        (&bytes, "bytes.txt, byte 3: not UTF-8; save the file as UTF-8"),
        (&odd, "story.pdf: not a kind of file that is read here; give .txt, .md or .jsonl"),
        (&empty, "empty.jsonl: no document in it"),
        (&missing, "missing.txt: No such file or directory"),
    ] {
        for command in ["extract", "reconcile"] {
            let alone = run(&[command, input], "");
            assert_eq!((alone.code, alone.stdout.as_str()), (2, ""), "{command} {input}");
            assert!(alone.stderr.contains(said), "{}", alone.stderr);
            assert_eq!(alone.stderr.lines().count(), 1, "{}", alone.stderr);
            let beside = run(&[command, input, &good], "");
            assert_eq!(beside.code, 3, "{command} {input} {}", beside.stderr);
            assert!(beside.stderr.contains(said) && !beside.stdout.is_empty());
        }
    }
}

#[test]
fn a_second_document_with_an_id_is_named_with_the_first() {
    let folder = Folder::new("twice");
    let a = folder.file("story.txt", GAZETTE);
    let b = folder.file("story.md", HERALD);
    let run = run(&["extract", &a, &b], "");
    assert_eq!((run.code, run.json_lines().len()), (3, 1));
    assert!(run.stderr.contains(&format!("{b}: a second document with the id \"story\" (the first is {a})")), "{}", run.stderr);
}

#[test]
fn extract_and_reconcile_follow_the_contract() {
    let folder = Folder::new("contract");
    folder.file("herald.md", HERALD);
    folder.file("gazette.txt", GAZETTE);
    let extracted = run(&["extract", &folder.path()], "").json_lines();
    for line in &extracted {
        assert_eq!(line["schema_version"], 1);
        for list in ["quotations", "quantities", "dates", "entities", "claims"] {
            assert!(line[list].is_array(), "{list}");
        }
    }
    assert_eq!(extracted[1]["document"]["outlet"], "Herald");
    let report = run(&["reconcile", &folder.path(), "--format", "json"], "").json_lines().remove(0);
    assert!(report["documents"][0].get("claims").is_none());
    for list in ["documents", "claims", "entities", "origins", "groups"] {
        assert!(report[list].is_array(), "{list}");
    }
}

#[test]
fn output_that_is_not_watched_has_no_escape_codes() {
    let page = run(&["reconcile", "-"], "{\"id\":\"a\",\"outlet\":\"He\\u001b[31mrald\",\"text\":\"Two \\u001b[2J were hurt.\"}");
    assert_eq!(page.code, 0);
    assert!(!page.stdout.contains('\u{1b}'), "{:?}", page.stdout);
}

#[test]
fn a_reader_that_stops_early_is_no_error() {
    let lines: String = (0..20_000).map(|i| format!("{{\"id\":\"d{i}\",\"text\":\"About {i} people were hurt.\"}}\n")).collect();
    let folder = Folder::new("pipe");
    let input = folder.file("many.jsonl", lines);
    let mut child = Command::new(env!("CARGO_BIN_EXE_corroborate"))
        .args(["extract", &input])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), output.stderr.as_slice()), (Some(0), &b""[..]));
}

#[test]
fn every_command_has_help_with_an_example() {
    for command in ["extract", "reconcile", "why", "compare", "group", "search", "schema", "completions"] {
        let help = run(&[command, "--help"], "");
        assert_eq!(help.code, 0, "{command}");
        assert!(help.stdout.contains("Example") && help.stdout.contains(&format!("corroborate {command} ")), "{}", help.stdout);
    }
}

#[test]
fn a_pair_that_is_not_there_is_named() {
    let run = run(&["why", "-", "--pair", "x", "y"], GAZETTE);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--pair x y: not two claims of these inputs"), "{}", run.stderr);
}

/// Two outlets that differ on a figure.
fn differing(folder: &Folder) -> String {
    folder.file("herald.md", "---\noutlet: Herald\npublished: 2025-03-14\n---\nPolice said 40 vehicles were on the Saltgate Bridge.\n");
    folder.file("gazette.md", "---\noutlet: Gazette\npublished: 2025-03-14\n---\nPolice said 85 vehicles were on the Saltgate Bridge.\n");
    folder.path()
}

#[test]
fn fail_on_is_exit_code_one_and_skipped_inputs_win() {
    let folder = Folder::new("fail-on");
    let story = differing(&folder);
    let report = run(&["reconcile", &story, "--format", "json"], "").json_lines().remove(0);
    let families: Vec<&str> = report["groups"].as_array().expect("groups").iter().filter_map(|g| g["family"].as_str()).collect();
    for family in ["differ", "disputed", "agree", "not_a_conflict", "not-a-conflict", "note"] {
        let met = families.contains(&family.replace('-', "_").as_str());
        assert_eq!(run(&["reconcile", &story, "--fail-on", family], "").code, i32::from(met), "{family}");
        assert_eq!(run(&["reconcile", &story, "no-such-file.txt", "--fail-on", family], "").code, 3, "{family}");
    }
    let wrong = run(&["reconcile", &story, "--fail-on", "differ,quarrel"], "");
    assert_eq!(wrong.code, 2);
    assert!(wrong.stderr.contains("quarrel"), "{}", wrong.stderr);
}

#[test]
fn csv_is_three_tables() {
    let folder = Folder::new("csv");
    let story = differing(&folder);
    let out = folder.0.join("tables");
    let written = run(&["reconcile", &story, "--format", "csv", "--out", &out.to_string_lossy()], "");
    assert_eq!((written.code, written.stdout.as_str()), (0, ""));
    let tables: Vec<String> =
        ["articles", "claims", "edges"].iter().map(|t| fs::read_to_string(out.join(format!("{t}.csv"))).expect("a table")).collect();
    assert_eq!(run(&["reconcile", &story, "--format", "csv"], "").stdout, tables.join("\n"));
    assert_eq!(tables[0].lines().count(), 3);
}

#[test]
fn pairs_come_as_texts_or_objects_as_lines_or_table() {
    let lines = "{\"id\":\"1\",\"a\":\"40 people were hurt.\",\"b\":{\"text\":\"85 people were hurt.\",\"outlet\":\"Herald\"}}\n";
    let table = "id,a,b\n1,40 people were hurt.,85 people were hurt.\n";
    let (from_lines, from_table) = (run(&["compare", "-"], lines), run(&["compare", "-"], table));
    assert_eq!((from_lines.code, from_table.code), (0, 0));
    assert_eq!(from_lines.json_lines()[0]["id"], "1");
    assert_eq!(from_table.json_lines()[0]["id"], "1");
    let bad = run(&["compare", "-"], &format!("{lines}{{\"id\":\"2\"}}\n"));
    assert_eq!((bad.code, bad.json_lines().len()), (3, 1));
    assert!(bad.stderr.contains("standard input, line 2: missing field `a`"), "{}", bad.stderr);
}

#[test]
fn claims_come_as_lines_or_table_or_from_a_report() {
    let table = "id,text\nx,Some 40 people were hurt in the collapse.\ny,Some 40 people were hurt in the collapse.\n";
    let grouped = run(&["group", "-"], table).json_lines();
    assert_eq!(grouped[0]["id"], "x");
    let lines = "{\"text\":\"Some 40 people were hurt in the collapse.\"}\n".repeat(2);
    assert_eq!(run(&["group", "-"], &lines).json_lines()[1]["id"], "2");
}

#[test]
fn a_reports_claims_are_put_into_its_groups() {
    for story in ["seeds/russia-ukraine-feb-2022", "seeds/harbour-bridge-collapse"] {
        let report = run(&["reconcile", story, "--format", "json"], "").json_lines().remove(0);
        let claims = report["claims"].as_array().expect("claims");
        let lines: String = claims.iter().map(|claim| format!("{claim}\n")).collect();
        let grouped = run(&["group", "-"], &lines).json_lines();
        assert_eq!(grouped.iter().map(|g| &g["id"]).collect::<Vec<_>>(), claims.iter().map(|c| &c["id"]).collect::<Vec<_>>());
        let mut found = BTreeMap::<&str, BTreeSet<&str>>::new();
        for row in &grouped {
            found.entry(row["group"].as_str().expect("a group")).or_default().insert(row["id"].as_str().expect("an id"));
        }
        let found: BTreeSet<_> = found.into_values().collect();
        let groups = report["groups"].as_array().expect("groups");
        assert!(!groups.is_empty());
        for group in groups {
            let members = group["members"].as_array().expect("members").iter().filter_map(|m| m.as_str()).collect();
            assert!(found.contains(&members), "{story}: {members:?}");
        }
    }
}

#[test]
fn messages_find_the_claims_that_they_repeat() {
    let folder = Folder::new("search");
    let table = folder.file(
        "claims.csv",
        "id,title,text\nbear,,A bear was elected mayor of Orrin.\nbridge,The sale of Velmouth bridge,A bank bought it.\n",
    );
    let lines = folder.file(
        "claims.jsonl",
        "{\"text\":\"A bear was elected mayor of Orrin.\"}\n{\"text\":\"A bank bought it.\",\"title\":\"The sale of Velmouth bridge\"}\n",
    );
    let messages = "{\"id\":\"m1\",\"text\":\"they SOLD #VelmouthBridge\"}\n{\"text\":\"a bear was elected mayor of Orrin, says a bank\"}\n{\"text\":\"\"}\n";
    for (claims, bear, bridge) in [(&table, "bear", "bridge"), (&lines, "1", "2")] {
        let found = run(&["search", "--claims", claims, "--queries", "-", "-k", "2"], messages).json_lines();
        let ids = |line: usize| {
            found[line]["hits"].as_array().expect("hits").iter().map(|hit| hit["id"].as_str().unwrap_or("")).collect::<Vec<_>>()
        };
        assert_eq!(found.iter().map(|line| &line["query"]).collect::<Vec<_>>(), ["m1", "2", "3"]);
        assert_eq!((ids(0), ids(1), ids(2)), (vec![bridge], vec![bear, bridge], vec![]));
        let scores: Vec<f64> = found[1]["hits"].as_array().expect("hits").iter().filter_map(|hit| hit["score"].as_f64()).collect();
        assert!(scores[0] >= scores[1]);
    }
    let one = run(&["search", "--claims", &table, "--queries", "-", "-k", "1"], messages).json_lines();
    assert_eq!(one[1]["hits"].as_array().map(Vec::len), Some(1));
}

#[test]
fn a_search_names_what_it_cannot_read() {
    let folder = Folder::new("search-wrong");
    let claims = folder.file("claims.csv", "id,text\nbear,A bear was elected mayor of Orrin.\n");
    let broken = folder.file("broken.jsonl", "{\"text\":\"A bear was elected mayor of Orrin.\"}\n{\"id\":\"2\"}\n");
    let message = "{\"text\":\"a bear\"}\n";
    for (claims, queries, stdin, code, said) in [
        ("-", "-", message, 2, "cannot both come from standard input"),
        ("none.csv", "-", message, 2, "none.csv"),
        (&claims, "none.jsonl", "", 2, "none.jsonl"),
        (&broken, "-", message, 3, "broken.jsonl, line 2: missing field `text`"),
        (&claims, "-", "{\"text\":\"a bear\"}\n{}\n", 3, "standard input, line 2: missing field `text`"),
    ] {
        let run = run(&["search", "--claims", claims, "--queries", queries], stdin);
        assert_eq!((run.code, run.stderr.lines().count()), (code, 1), "{}", run.stderr);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
}

#[test]
fn settings_name_their_faults() {
    let folder = Folder::new("settings");
    let good = folder.file("good.toml", "[clustering]\nlink = 2000\n");
    let unknown = folder.file("unknown.toml", "[clustering]\nlink = 2000\nlinks = 1\n");
    assert_eq!(run(&["reconcile", "-", "--config", &good], GAZETTE).code, 0);
    for (file, said) in [(unknown.as_str(), "unknown.toml, line 3: unknown field `links`"), ("none.toml", "none.toml: cannot be read")] {
        let run = run(&["reconcile", "-", "--config", file], GAZETTE);
        assert_eq!(run.code, 2);
        assert!(run.stderr.contains(said), "{}", run.stderr);
        assert_eq!(run.stderr.lines().count(), 1);
    }
}

#[test]
fn wrong_arguments_are_told_in_one_line() {
    for (args, said) in [
        (&["extract"][..], "corroborate: the following required arguments were not provided: <INPUT>...; see `corroborate --help`\n"),
        (&["why", "-", "--pair", "a"], "2 values required"),
        (&["reconcile", "-", "--format", "pdf"], "invalid value 'pdf' for '--format <FORMAT>'"),
        (&["rate"], "unrecognized subcommand 'rate'"),
    ] {
        let run = run(args, "");
        assert_eq!((run.code, run.stderr.lines().count()), (2, 1), "{}", run.stderr);
        assert!(run.stderr.contains(said), "{}", run.stderr);
    }
    assert_eq!(run(&["--help"], "").code, 0);
}

#[test]
fn every_shell_gets_completions() {
    for shell in ["bash", "zsh", "fish"] {
        assert!(run(&["completions", shell], "").stdout.contains("reconcile"), "{shell}");
    }
}
