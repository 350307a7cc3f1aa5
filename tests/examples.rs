//! Every example runs and prints what its head promises. `cargo test` builds the examples before it runs this.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Each example, and words that must stand in what it prints.
const EXAMPLES: &[(&str, &[&str])] = &[
    ("quickstart", &["(value)", "100,000", "130,000"]),
    ("seeds_story", &["5 articles · 5 outlets · 5 origins", "THE OUTLETS DIFFER", "ONE QUOTATION, SEVERAL WORDINGS"]),
    (
        "walk",
        &[
            "Photo/",
            "More than 240 = MoreThan Some(240.0)..None of passengers",
            "Tuesday = 2025-03-11",
            "Direct by Maria Keller",
            "compared by: ",
        ],
    ),
    ("parse", &["promised: Ann Bell → -", "runs: Ann Bell → the port", "reopen: Ann Bell → the bridge"]),
    ("extraction", &["Carrow Valley Herald, 2025-03-14", "Maria Keller [said] Direct"]),
    ("two_figures", &["130,000 | some 100,000: Apart", "130,000 | more than 100,000: Consistent", "value, +", "consistent, +"]),
    ("explain_link", &["wording", "sum", "in one group"]),
    ("custom_comparison", &["built-in: +", "with countries: -", "other countries (sweden | norway), -12.0 bits"]),
    ("custom_extractor", &["built-in: figures [\"Some 4,000\", \"900\"]", "without captions: figures [\"Some 4,000\"]"]),
    ("custom_similarity", &["built-in  trigrams", "one thousand people"]),
    ("custom_blocking", &["stems: ", "stems and speaker: ", "groups: "]),
    ("custom_lexicon", &["None before, Some(\"Germany\") now", "quoted: [\"Ann Bell\"]", "340 smoots (smoot)", "units.txt, line 1"]),
    ("search_claims", &["#VelmouthBridge", "The harbour bridge in Velmouth was sold"]),
    ("reconcile_folder", &["{\"schema_version\":1,", "\"groups\":[{"]),
];

/// Where cargo puts the built examples: beside the folder of this test's own program.
fn built(name: &str) -> PathBuf {
    let program = std::env::current_exe().expect("the test's own path");
    let profile = program.ancestors().nth(2).expect("a profile's folder");
    profile.join("examples").join(name).with_extension(std::env::consts::EXE_EXTENSION)
}

#[test]
fn each_prints_what_it_promises() {
    for (name, expected) in EXAMPLES {
        let output = Command::new(built(name)).current_dir(env!("CARGO_MANIFEST_DIR")).output();
        let output = output.unwrap_or_else(|error| panic!("{name}: {error}; `cargo build --examples` builds it"));
        assert!(output.status.success(), "{name}: {}", String::from_utf8_lossy(&output.stderr));
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        for words in *expected {
            assert!(printed.contains(words), "{name} does not print {words:?} but:\n{printed}");
        }
    }
}

#[test]
fn each_is_listed_here_and_in_the_readme_and_says_how_to_run_it() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = std::fs::read_to_string(root.join("README.md")).expect("README.md");
    let files = std::fs::read_dir(root.join("examples")).expect("examples/");
    let mut names: Vec<String> =
        files.map(|file| file.expect("a file").path().file_stem().expect("a name").to_string_lossy().into_owned()).collect();
    names.sort();
    let mut listed: Vec<&str> = EXAMPLES.iter().map(|(name, _)| *name).collect();
    listed.sort_unstable();
    assert_eq!(names, listed);
    for name in names {
        let source = std::fs::read_to_string(root.join("examples").join(&name).with_extension("rs")).expect("an example");
        assert!(source.starts_with("//! "), "{name} has no head");
        assert!(source.contains(&format!("--example {name}")), "{name} does not say how to run it");
        assert!(readme.contains(&format!("`{name}`")), "README.md does not list {name}");
    }
}
