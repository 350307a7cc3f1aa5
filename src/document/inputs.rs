//! Many inputs as one stream of documents: files, folders and standard input, each id once.

use std::fs::File;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};

use rustc_hash::FxHashMap;

use super::Document;
use super::read::{Located, STANDARD_INPUT, placed_lines, placed_stream, read_text};
use crate::error::InputError;

/// Reads every document of these files and folders, one after the other; `-` stands for `stdin`.
///
/// A stream: one document is in memory at a time. A document that cannot be read, and a second one with an id that was there already,
/// is an error of its own that says where it stands, and the reading goes on behind it.
///
/// ```
/// use corroborate::document::read_inputs;
/// let stdin = "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"a\",\"text\":\"Two.\"}\n";
/// let read: Vec<_> = read_inputs(vec!["-".into()], stdin.as_bytes()).collect();
/// assert_eq!(read[0].as_ref().unwrap().text, "One.");
/// let error = read[1].as_ref().unwrap_err().to_string();
/// assert!(error.starts_with("standard input, line 2: a second document with the id \"a\" (the first is standard input, line 1)"));
/// ```
pub fn read_inputs<'s>(inputs: Vec<PathBuf>, stdin: impl BufRead + 's) -> impl Iterator<Item = Result<Document, InputError>> + 's {
    let mut stdin = Some(stdin);
    let mut ids = SeenIds::default();
    inputs
        .into_iter()
        .flat_map(move |path| -> Box<dyn Iterator<Item = Located> + 's> {
            if path.as_os_str() != "-" {
                return placed_path(&path);
            }
            match stdin.take() {
                Some(stdin) => or_empty(STANDARD_INPUT.to_owned(), placed_stream(STANDARD_INPUT, stdin)),
                None => Box::new(std::iter::empty()),
            }
        })
        .map(move |Located { place, document }| ids.admit(place, document?))
}

/// Reads every document of a file or folder, in the order of the file names; other kinds of file in a folder are passed over.
///
/// Each document that cannot be read is an error of its own, and the rest is still read. Ids are not checked (see [`check_ids`]).
pub fn read_path(path: &Path) -> impl Iterator<Item = Result<Document, InputError>> {
    placed_path(path).map(|placed| placed.document)
}

/// Keeps the first document of each id; every further one is an error that names both outlets.
///
/// ```
/// use corroborate::document::{Document, check_ids};
/// let documents = vec![Document::new("a", "One."), Document::new("a", "Two.")];
/// let (kept, errors) = check_ids(documents);
/// assert_eq!((kept.len(), errors.len()), (1, 1));
/// ```
#[must_use]
pub fn check_ids(documents: Vec<Document>) -> (Vec<Document>, Vec<InputError>) {
    let mut ids = SeenIds::default();
    let mut kept = Vec::with_capacity(documents.len());
    let mut errors = Vec::new();
    for document in documents {
        match ids.admit(document.outlet.clone(), document) {
            Ok(document) => kept.push(document),
            Err(error) => errors.push(error),
        }
    }
    (kept, errors)
}

/// The ids that were seen, each with the place of its first document.
#[derive(Default)]
struct SeenIds {
    first: FxHashMap<String, String>,
}

impl SeenIds {
    fn admit(&mut self, place: String, document: Document) -> Result<Document, InputError> {
        if let Some(first) = self.first.get(&document.id) {
            return Err(InputError::DuplicateId { id: document.id, first: first.clone(), second: place });
        }
        self.first.insert(document.id.clone(), place);
        Ok(document)
    }
}

enum InputKind {
    Text,
    Lines,
}

fn kind(path: &Path) -> Option<InputKind> {
    match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
        "txt" | "md" => Some(InputKind::Text),
        "jsonl" => Some(InputKind::Lines),
        _ => None,
    }
}

fn placed_path(path: &Path) -> Box<dyn Iterator<Item = Located>> {
    if path.is_dir() { folder(path) } else { file(path) }
}

fn file(path: &Path) -> Box<dyn Iterator<Item = Located>> {
    let name = path.to_string_lossy().into_owned();
    let opened = match File::open(path) {
        Ok(file) => file,
        Err(source) => return one(name.clone(), Err(InputError::Io { path: name, source })),
    };
    match kind(path) {
        Some(InputKind::Text) => one(name.clone(), read_text(&name, opened)),
        Some(InputKind::Lines) => or_empty(name.clone(), placed_lines(&name, BufReader::with_capacity(1 << 16, opened))),
        None => one(name.clone(), Err(InputError::Kind { path: name })),
    }
}

fn folder(path: &Path) -> Box<dyn Iterator<Item = Located>> {
    let name = path.to_string_lossy().into_owned();
    let entries = match std::fs::read_dir(path) {
        Ok(entries) => entries,
        Err(source) => return one(name.clone(), Err(InputError::Io { path: name, source })),
    };
    let mut files: Vec<_> = entries.filter_map(|e| e.ok().map(|e| e.path())).filter(|p| p.is_file() && kind(p).is_some()).collect();
    files.sort();
    or_empty(name, files.into_iter().flat_map(|path| file(&path)))
}

fn one(place: String, document: Result<Document, InputError>) -> Box<dyn Iterator<Item = Located>> {
    Box::new(std::iter::once(Located { place, document }))
}

/// The stream itself, or an error where nothing is in it.
fn or_empty<'s>(name: String, placed: impl Iterator<Item = Located> + 's) -> Box<dyn Iterator<Item = Located> + 's> {
    let mut placed = placed.peekable();
    if placed.peek().is_some() {
        return Box::new(placed);
    }
    one(name.clone(), Err(InputError::Empty { path: name }))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(inputs: &[&str], stdin: &str) -> Vec<Result<String, String>> {
        let inputs = inputs.iter().map(PathBuf::from).collect();
        read_inputs(inputs, stdin.as_bytes()).map(|d| d.map(|d| d.id).map_err(|e| e.to_string())).collect()
    }

    #[test]
    fn standard_input_is_lines_or_one_text() {
        for (name, stdin, ids) in [
            ("lines", "\n {\"id\":\"a\",\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n", vec!["a", "input-3"]),
            ("one text", "Two people were hurt.\n{not} a line", vec!["input"]),
            ("a brace that opens no object", "{sic} is what he wrote.", vec!["input"]),
            ("front matter", "---\nid: b\n---\nText.", vec!["b"]),
        ] {
            let read: Vec<_> = read(&["-"], stdin).into_iter().map(Result::unwrap).collect();
            assert_eq!(read, ids, "{name}");
        }
    }

    #[test]
    fn nothing_to_read_is_an_error() {
        for stdin in ["", " \n\n"] {
            assert_eq!(
                read(&["-"], stdin),
                [Err("standard input: no document in it; give at least one article as .txt, .md or .jsonl".to_owned())]
            );
        }
        let error = read(&["no/such/file.txt"], "").remove(0).unwrap_err();
        assert!(error.starts_with("no/such/file.txt: "), "{error}");
    }
}
