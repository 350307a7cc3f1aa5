//! `meaning`: compiles WordNet's database into the lists of `src/lexicon/en/meaning`.

mod forms;
mod relations;
mod wordnet;

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use relations::Pairs;
use wordnet::WordNet;

/// How the subcommand is called.
pub const USAGE: &str = "meaning WORDNET_FOLDER OUTPUT_FOLDER";

/// Reads the database in the first folder and writes the lists into the second.
pub fn run(arguments: &[String]) -> Result<()> {
    let [source, target] = arguments else { bail!("usage: corroborate-train {USAGE}") };
    let wordnet = WordNet::read(Path::new(source))?;
    let target = Path::new(target);
    fs::create_dir_all(target)?;
    for (name, heading, pairs) in [
        ("synonyms.txt", "words that share a sense, by how often either is used in it", relations::synonyms(&wordnet)),
        ("antonyms.txt", "opposites; below 9 the one is an opposite of a word like the other", relations::antonyms(&wordnet)),
        ("derivations.txt", "forms of one root in several parts of speech that the stemmer keeps apart", relations::derivations(&wordnet)),
        ("broader.txt", "a word and what its first sense is a kind of", relations::broader(&wordnet)),
    ] {
        write(&target.join(name), &listing(heading, &pairs))?;
    }
    let mut forms = String::from("# Inflected forms that no ending rule takes back: the form, a tab, its lemma.\n");
    for (form, lemma) in forms::irregular(&wordnet, Path::new(source))? {
        writeln!(forms, "{form}\t{lemma}")?;
    }
    write(&target.join("forms.txt"), &forms)
}

/// One line a word: the word, a tab, its partners each with a strength from 1 to 9.
fn listing(heading: &str, pairs: &Pairs) -> String {
    let mut text = format!("# WordNet 3.0 (see LICENSE.txt): {heading}.\n# The word, a tab, partner=strength (1 to 9) parted by blanks.\n");
    let mut previous = "";
    for ((word, partner), strength) in pairs {
        if word != previous {
            let line_end = if previous.is_empty() { "" } else { "\n" };
            let _ = write!(text, "{line_end}{word}\t{partner}={strength}");
        } else {
            let _ = write!(text, " {partner}={strength}");
        }
        previous = word;
    }
    text.push('\n');
    text
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| path.display().to_string())
}
