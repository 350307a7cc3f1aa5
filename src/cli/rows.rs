//! Rows of claims, pairs and queries: JSON Lines, or CSV with a header line.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::path::Path;

use corroborate::InputError;
use serde::de::DeserializeOwned;

use super::reading::Reading;

/// The rows of a file, or of standard input for `-`; a row that is not as it should be is named and skipped.
pub fn read<T: DeserializeOwned + 'static>(path: &Path) -> Rows<T> {
    Table::open(path).rows()
}

/// The rows of a table, read one by one.
pub type Rows<T> = Reading<Box<dyn Iterator<Item = Result<T, InputError>>>>;

/// A table whose first line is known.
///
/// The format is told by the content: JSON Lines where the first character that is not blank is `{`, else CSV.
pub struct Table(Result<Opened, InputError>);

struct Opened {
    name: String,
    head: Vec<u8>,
    rest: Box<dyn BufRead>,
}

impl Table {
    /// Opens a file, or standard input for `-`, and reads up to its first line that is not blank.
    pub fn open(path: &Path) -> Self {
        Self(open(path).and_then(|(name, input)| begin(name, input)))
    }

    /// Whether the first row is a JSON object of this type.
    pub fn begins_with<T: DeserializeOwned>(&self) -> bool {
        self.0.as_ref().is_ok_and(|opened| serde_json::from_slice::<T>(&opened.head).is_ok())
    }

    /// Its rows.
    pub fn rows<T: DeserializeOwned + 'static>(self) -> Rows<T> {
        Reading::new(match self.0 {
            Ok(Opened { name, head, rest }) => {
                let object = head.trim_ascii_start().starts_with(b"{");
                let whole = Cursor::new(head).chain(rest);
                if object { Box::new(json_lines(name, whole)) } else { Box::new(csv_rows(name, whole)) }
            }
            Err(error) => Box::new(std::iter::once(Err(error))),
        })
    }
}

/// The id of a row, or its number among the rows where it has none.
pub fn id(given: Option<&str>, index: usize) -> String {
    given.map_or_else(|| (index + 1).to_string(), str::to_owned)
}

fn open(path: &Path) -> Result<(String, Box<dyn BufRead>), InputError> {
    if path.as_os_str() == "-" {
        return Ok(("standard input".to_owned(), Box::new(BufReader::new(io::stdin()))));
    }
    let name = path.to_string_lossy().into_owned();
    match File::open(path) {
        Ok(file) => Ok((name, Box::new(BufReader::with_capacity(1 << 16, file)))),
        Err(source) => Err(InputError::Io { path: name, source }),
    }
}

fn begin(name: String, mut rest: Box<dyn BufRead>) -> Result<Opened, InputError> {
    let mut head = Vec::new();
    while head.trim_ascii().is_empty() {
        match rest.read_until(b'\n', &mut head) {
            Ok(0) => return Err(InputError::Line { path: name, line: 1, message: EMPTY.to_owned() }),
            Ok(_) => {}
            Err(source) => return Err(InputError::Io { path: name, source }),
        }
    }
    let head = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head).to_vec();
    Ok(Opened { name, head, rest })
}

const EMPTY: &str = "nothing in it; give one JSON object a line, or CSV with a header line";

fn json_lines<T: DeserializeOwned>(name: String, input: impl BufRead) -> impl Iterator<Item = Result<T, InputError>> {
    input.lines().enumerate().filter_map(move |(index, line)| {
        let read = match line {
            Ok(line) if line.trim().is_empty() => return None,
            Ok(line) => serde_json::from_str(&line).map_err(|error| format!("{error}; give one JSON object a line")),
            Err(error) => Err(format!("{error}; save the file as UTF-8")),
        };
        Some(read.map_err(|message| InputError::Line { path: name.clone(), line: index + 1, message }))
    })
}

fn csv_rows<T: DeserializeOwned>(name: String, input: impl Read) -> impl Iterator<Item = Result<T, InputError>> {
    csv::Reader::from_reader(input).into_deserialize().map(move |row| {
        row.map_err(|error| {
            let line = error.position().map_or(1, |position| position.line() as usize);
            InputError::Line { path: name.clone(), line, message: format!("{error}; give CSV with a header line") }
        })
    })
}
