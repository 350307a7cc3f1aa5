//! The optional block between two `---` lines at the head of a `.txt` or `.md` file.

use super::{Document, Published};
use crate::error::InputError;

/// Reads `outlet`, `published`, `url`, `title` and `byline` from the head; the text is all that follows the closing line.
///
/// Unknown keys are passed over. A first line `---` without a closing one is text, not front matter.
pub(super) fn parse(path: &str, id: String, content: &str) -> Result<Document, InputError> {
    let mut document = Document::new(id, "");
    let Some((head, body)) = split(content) else {
        document.text = content.to_owned();
        return Ok(document);
    };
    document.text = body.to_owned();
    for (index, line) in head.lines().enumerate() {
        let Some((key, value)) = line.split_once(':') else {
            continue;
        };
        let value = value.trim().trim_matches('"');
        if value.is_empty() {
            continue;
        }
        match key.trim() {
            "id" => document.id = value.to_owned(),
            "outlet" => document.outlet = value.to_owned(),
            "title" => document.title = Some(value.to_owned()),
            "url" => document.url = Some(value.to_owned()),
            "byline" => document.byline = Some(value.to_owned()),
            "published" => document.published = Some(published(path, index + 2, value)?),
            _ => {}
        }
    }
    Ok(document)
}

fn published(path: &str, line: usize, value: &str) -> Result<Published, InputError> {
    value.parse().map_err(|error| InputError::Line { path: path.to_owned(), line, message: format!("published: {error}") })
}

fn split(content: &str) -> Option<(&str, &str)> {
    let rest = content.strip_prefix("---\n").or_else(|| content.strip_prefix("---\r\n"))?;
    let mut offset = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((&rest[..offset], &rest[offset + line.len()..]));
        }
        offset += line.len();
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn head_and_body() {
        let d = parse("a.md", "a".into(), "---\noutlet: Herald\npublished: 2022-02-14\nmood: grim\n---\n\nText.").unwrap();
        assert_eq!((d.outlet.as_str(), d.text.as_str()), ("Herald", "\nText."));
        let d = parse("a.md", "a".into(), "---\nno end").unwrap();
        assert_eq!((d.outlet.as_str(), d.text.as_str()), ("a", "---\nno end"));
    }

    #[test]
    fn a_bad_date_names_its_line() {
        let e = parse("a.md", "a".into(), "---\noutlet: Herald\npublished: soon\n---\n").unwrap_err();
        assert_eq!(e.to_string(), "a.md, line 3: published: \"soon\" is no date; write it as 2022-02-14 or 2022-02-14T18:30:00Z");
    }
}
