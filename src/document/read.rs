//! Reading documents from JSON Lines, whole texts and streams that may be either.

use std::io::{BufRead, Cursor, Read};
use std::path::Path;

use serde::Deserialize;

use super::{Document, Published, front_matter};
use crate::error::InputError;

/// The name of standard input in messages.
pub(super) const STANDARD_INPUT: &str = "standard input";

/// A document, or why there is none, with the file and line where it stands.
pub(super) struct Located {
    pub(super) place: String,
    pub(super) document: Result<Document, InputError>,
}

/// One line of JSON Lines input; only `text` is required.
#[derive(Deserialize)]
struct DocumentRow {
    id: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    title: Option<String>,
    url: Option<String>,
    byline: Option<String>,
    text: Option<String>,
}

/// Reads documents from JSON Lines, one at a time; a bad line is an error and the reading goes on behind it.
///
/// `name` stands in messages, and its stem is the id of a line that has none (with the line's number behind it).
///
/// ```
/// use corroborate::document::read_jsonl;
/// let input = "{\"id\":\"a\",\"text\":\"One.\"}\n\n{\"text\":\"Two.\"}\n";
/// let documents: Vec<_> = read_jsonl("story.jsonl", input.as_bytes()).map(Result::unwrap).collect();
/// assert_eq!(documents[1].id, "story-3");
/// ```
pub fn read_jsonl(name: &str, input: impl BufRead) -> impl Iterator<Item = Result<Document, InputError>> {
    placed_lines(name, input).map(|placed| placed.document)
}

pub(super) fn placed_lines<R: BufRead>(name: &str, input: R) -> impl Iterator<Item = Located> + use<R> {
    let name = name.to_owned();
    lines(name.clone(), input).filter_map(move |(number, line)| {
        let document = match line {
            Err(error) => Err(error),
            Ok(line) if line.trim().is_empty() => return None,
            Ok(line) => row(&name, number, &line),
        };
        Some(Located { place: format!("{name}, line {number}"), document })
    })
}

/// The lines of a stream with their numbers; a line that is no UTF-8 is an error of its own.
fn lines(name: String, mut input: impl BufRead) -> impl Iterator<Item = (usize, Result<String, InputError>)> {
    let mut number = 0;
    let mut done = false;
    std::iter::from_fn(move || {
        if done {
            return None;
        }
        number += 1;
        let mut bytes = Vec::new();
        match input.read_until(b'\n', &mut bytes) {
            Ok(0) => None,
            Ok(_) => {
                let bytes = if number == 1 { without_mark(&bytes) } else { &bytes };
                let line = String::from_utf8(bytes.to_vec());
                Some((number, line.map_err(|_| line_error(&name, number, "not UTF-8; save the file as UTF-8"))))
            }
            Err(source) => {
                done = true;
                Some((number, Err(InputError::Io { path: name.clone(), source })))
            }
        }
    })
}

fn row(name: &str, number: usize, line: &str) -> Result<Document, InputError> {
    let row: DocumentRow = serde_json::from_str(line)
        .map_err(|e| line_error(name, number, &format!("no JSON object of a document ({e}); write {{\"text\": ...}}")))?;
    let text = row.text.ok_or_else(|| line_error(name, number, "no \"text\"; give each document its text"))?;
    let published = row.published.filter(|p| !p.trim().is_empty()).map(|p| p.parse::<Published>());
    let published = published.transpose().map_err(|e| line_error(name, number, &format!("published: {e}")))?;
    let id = row.id.unwrap_or_else(|| format!("{}-{number}", stem(name)));
    let outlet = row.outlet.filter(|o| !o.trim().is_empty()).unwrap_or_else(|| id.clone());
    Ok(Document { id, outlet, published, title: row.title, url: row.url, byline: row.byline, text })
}

fn line_error(path: &str, line: usize, message: &str) -> InputError {
    InputError::Line { path: path.to_owned(), line, message: message.to_owned() }
}

/// Reads one document from a whole text, front matter and all; `name` stands in messages and its stem is the id.
pub fn read_text(name: &str, mut input: impl Read) -> Result<Document, InputError> {
    let mut bytes = Vec::new();
    input.read_to_end(&mut bytes).map_err(|source| InputError::Io { path: name.to_owned(), source })?;
    let content =
        std::str::from_utf8(without_mark(&bytes)).map_err(|e| InputError::Encoding { path: name.to_owned(), offset: e.valid_up_to() })?;
    front_matter::parse(name, stem(name), content)
}

/// Reads a stream that is JSON Lines or one text: the first where its first line that is not blank is a JSON object.
///
/// ```
/// use corroborate::document::read_stream;
/// let text = "Two people were hurt, the mayor said.";
/// let documents: Vec<_> = read_stream("note", text.as_bytes()).map(Result::unwrap).collect();
/// assert_eq!((documents[0].id.as_str(), documents[0].text.as_str()), ("note", text));
/// ```
pub fn read_stream<'s>(name: &str, input: impl BufRead + 's) -> impl Iterator<Item = Result<Document, InputError>> + 's {
    placed_stream(name, input).map(|placed| placed.document)
}

pub(super) fn placed_stream<'s>(name: &str, mut input: impl BufRead + 's) -> Box<dyn Iterator<Item = Located> + 's> {
    let mut head = Vec::new();
    let mut line = Vec::new();
    while line.trim_ascii().is_empty() {
        line.clear();
        match input.read_until(b'\n', &mut line) {
            Ok(0) => return Box::new(std::iter::empty()),
            Ok(_) => head.extend_from_slice(&line),
            Err(source) => {
                let document = Err(InputError::Io { path: name.to_owned(), source });
                return Box::new(std::iter::once(Located { place: name.to_owned(), document }));
            }
        }
    }
    let object = serde_json::from_slice::<serde_json::Map<_, _>>(without_mark(&line)).is_ok();
    let whole = Cursor::new(head).chain(input);
    if object {
        return Box::new(placed_lines(name, whole));
    }
    Box::new(std::iter::once(Located { place: name.to_owned(), document: read_text(name, whole) }))
}

fn without_mark(bytes: &[u8]) -> &[u8] {
    bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes)
}

fn stem(name: &str) -> String {
    let stem = Path::new(name).file_stem().map(|s| s.to_string_lossy().into_owned());
    stem.filter(|s| s != STANDARD_INPUT).unwrap_or_else(|| "input".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bad_line_does_not_stop_the_reading() {
        let input: &[u8] = b"\xEF\xBB\xBF{\"text\":\"One.\"}\nnot json\n\xff\n{\"id\":\"b\",\"text\":\"Two.\"}";
        let rows: Vec<_> = read_jsonl("s.jsonl", input).collect();
        let shape: Vec<_> = rows.iter().map(Result::is_ok).collect();
        assert_eq!(shape, [true, false, false, true]);
        assert!(rows[1].as_ref().unwrap_err().to_string().starts_with("s.jsonl, line 2: "));
        assert_eq!(rows[3].as_ref().unwrap().outlet, "b");
    }

    #[test]
    fn a_text_that_is_no_utf8_names_the_byte() {
        let error = read_text("a.txt", &b"abc\xff"[..]).unwrap_err();
        assert_eq!(error.to_string(), "a.txt, byte 3: not UTF-8; save the file as UTF-8");
    }
}
