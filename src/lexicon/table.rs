//! The one format of every word list.

use crate::error::LexiconError;

/// A word list: rows of tab-separated cells.
#[derive(Debug, Clone)]
pub struct Table<'a> {
    file: String,
    rows: Vec<Row<'a>>,
}

/// One entry with the line it stands on.
#[derive(Debug, Clone)]
pub struct Row<'a> {
    /// The line, counted from 1.
    pub line: usize,
    /// The cells, trimmed.
    pub cells: Vec<&'a str>,
}

impl<'a> Table<'a> {
    /// Reads one list, or several on top of each other; empty lines and lines that start with `#` are passed over.
    ///
    /// An empty first cell is an error, because such an entry names no word.
    pub fn parse(file: &str, contents: impl Iterator<Item = &'a str>) -> Result<Self, LexiconError> {
        let mut table = Self { file: file.to_owned(), rows: Vec::new() };
        for content in contents {
            for (index, line) in content.lines().enumerate() {
                if line.trim().is_empty() || line.starts_with('#') {
                    continue;
                }
                let row = Row { line: index + 1, cells: line.split('\t').map(str::trim).collect() };
                if row.cells[0].is_empty() {
                    return Err(table.error(&row, "the first cell is empty; write the word before the first tab"));
                }
                table.rows.push(row);
            }
        }
        Ok(table)
    }

    /// The entries, in order.
    #[must_use]
    pub fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }

    /// The cell in this column, or an error that names file and line.
    pub fn cell(&self, row: &Row<'a>, column: usize, what: &str) -> Result<&'a str, LexiconError> {
        let cell = row.cells.get(column).copied().filter(|c| !c.is_empty());
        cell.ok_or_else(|| self.error(row, &format!("no {what} in column {}", column + 1)))
    }

    /// The number in this column, or an error that names file and line.
    pub fn number<T: std::str::FromStr>(&self, row: &Row<'a>, column: usize, what: &str) -> Result<T, LexiconError> {
        let cell = self.cell(row, column, what)?;
        cell.parse().map_err(|_| self.error(row, &format!("{cell:?} is no {what}")))
    }

    /// An error about this entry.
    #[must_use]
    pub fn error(&self, row: &Row<'a>, message: &str) -> LexiconError {
        LexiconError { file: self.file.clone(), line: row.line, message: message.to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comments_and_empty_lines_are_passed_over() {
        let table = Table::parse("t.txt", ["# a\n\none\t1\ntwo\t2"].into_iter()).unwrap();
        let lines: Vec<_> = table.rows().iter().map(|r| (r.line, r.cells[0])).collect();
        assert_eq!(lines, [(3, "one"), (4, "two")]);
        assert_eq!(table.number::<i32>(&table.rows()[1], 1, "number"), Ok(2));
    }

    #[test]
    fn an_error_names_file_and_line() {
        let error = Table::parse("t.txt", ["one\n\tx"].into_iter()).unwrap_err();
        assert_eq!(error.to_string(), "t.txt, line 2: the first cell is empty; write the word before the first tab");
    }
}
