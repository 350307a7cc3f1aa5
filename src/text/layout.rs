//! What a text holds besides prose: markup that is no token, and where its paragraphs end.

use crate::span::Span;

/// The length of the markup at `at`, if markup stands there: a heading mark, a bullet, a link's frame, an address. Emphasis is
/// told by its pairs ([`super::emphasis`]).
pub(super) fn markup(text: &str, at: usize) -> Option<usize> {
    let rest = &text[at..];
    match rest.as_bytes().first()? {
        b'#' if at_line_start(text, at) => {
            let marks = rest.len() - rest.trim_start_matches('#').len();
            (marks <= 6 && rest[marks..].starts_with(' ')).then_some(marks)
        }
        b'>' | b'-' | b'+' if at_line_start(text, at) && rest[1..].starts_with(' ') => Some(1),
        b'[' => link_label_end(rest).map(|_| 1),
        b']' if rest[1..].starts_with('(') => link_target_length(&rest[1..]).map(|l| l + 1),
        b'<' => address_length(rest),
        b'h' if starts_address(rest) && !text[..at].ends_with(char::is_alphanumeric) => Some(until_space(rest)),
        _ if rest.starts_with(['\u{2022}', '\u{25cf}', '\u{25aa}', '\u{b7}']) => rest.chars().next().map(char::len_utf8),
        _ => None,
    }
}

/// Whether only blanks stand between the last line break and `at`.
pub(super) fn at_line_start(text: &str, at: usize) -> bool {
    let line = text[..at].trim_end_matches([' ', '\t', '\u{a0}']);
    line.is_empty() || line.ends_with('\n') || line.ends_with('\r')
}

/// How far a link's label or target is looked for; longer brackets are prose. Keeps the scan linear.
const LINK_REACH: usize = 300;

fn head(rest: &str) -> &str {
    let mut end = rest.len().min(LINK_REACH);
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    &rest[..end]
}

fn link_label_end(rest: &str) -> Option<usize> {
    let close = head(rest).find(']')?;
    let target = &rest[close + 1..];
    (target.starts_with('(') && link_target_length(target).is_some()).then_some(close)
}

/// `(#)`, `(https://…)`, `(/path)`: the target of a link, never a remark in brackets.
fn link_target_length(rest: &str) -> Option<usize> {
    let inside = head(rest).strip_prefix('(')?;
    let close = inside.find(')')?;
    let target = &inside[..close];
    let is_target = target.starts_with(['#', '/']) || starts_address(target) || target.starts_with("mailto:");
    (is_target && !target.contains(char::is_whitespace)).then_some(close + 2)
}

fn address_length(rest: &str) -> Option<usize> {
    let inside = head(rest).strip_prefix('<')?;
    let close = inside.find('>')?;
    let tag = &inside[..close];
    let is_tag = starts_address(tag) || matches!(tag.trim_start_matches('/'), "p" | "br" | "br/" | "b" | "i" | "em" | "strong");
    is_tag.then_some(close + 2)
}

fn starts_address(text: &str) -> bool {
    text.starts_with("https://") || text.starts_with("http://")
}

fn until_space(rest: &str) -> usize {
    rest.find(|c: char| c.is_whitespace() || matches!(c, ')' | '>' | '"')).unwrap_or(rest.len())
}

/// A line is taken for a wrapped one, not for a paragraph of its own, from this length on (half an 80-column line).
const WRAPPED_LINE: usize = 45;

/// The paragraphs of a text: spans without the white space around them.
///
/// A blank line parts paragraphs, except where the sentence plainly goes on behind it (pages of a printed article: no full stop
/// before, a small letter after). A single line break parts them where a sentence ends before it or a list item begins after it;
/// otherwise it is a wrapped line.
pub(super) fn paragraphs(text: &str) -> Vec<Span> {
    let mut result: Vec<Span> = Vec::new();
    let mut blank = true;
    let mut offset = 0;
    for line in text.split_inclusive(['\n', '\r']) {
        let trimmed = line.trim();
        let start = offset + (line.len() - line.trim_start().len());
        offset += line.len();
        if trimmed.is_empty() {
            // "\r\n" shows as an empty piece behind the "\r": no blank line
            blank |= !(line == "\n" && text[..offset - 1].ends_with('\r'));
            continue;
        }
        let span = Span::new(start, start + trimmed.len());
        match result.last_mut() {
            Some(last) if goes_on(last.slice(text), trimmed, blank) => last.end = span.end,
            _ => result.push(span),
        }
        blank = false;
    }
    result
}

fn goes_on(before: &str, line: &str, blank: bool) -> bool {
    let ended =
        before.trim_end_matches(['"', '\'', '\u{201d}', '\u{2019}', ')', '*', ']']).ends_with(['.', '!', '?', ':', ';', '\u{2026}']);
    let Some(first) = line.chars().next() else {
        return true;
    };
    if before.starts_with('#') || line.starts_with('#') || matches!(first, '\u{2022}' | '\u{25cf}' | '*' | '-' | '>') {
        return false;
    }
    if first.is_lowercase() && !ended {
        return true;
    }
    let last_line = before.rsplit(['\n', '\r']).next().unwrap_or(before);
    !blank && !ended && last_line.chars().count() >= WRAPPED_LINE && line.chars().count() >= WRAPPED_LINE / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_paragraphs_end() {
        for (name, text, want) in [
            ("blank lines", "One.\n\nTwo.", vec!["One.", "Two."]),
            (
                "a sentence over a blank line",
                "from across a long\n\ntable in the room.\n\nNext.",
                vec!["from across a long\n\ntable in the room.", "Next."],
            ),
            ("single breaks", "It ended.\nIt began.", vec!["It ended.", "It began."]),
            ("windows line ends", "It ended.\r\nIt began.\r\n\r\nMore", vec!["It ended.", "It began.", "More"]),
            ("bullets", "What they say\n\u{2022} One\n\u{2022} Two", vec!["What they say", "\u{2022} One", "\u{2022} Two"]),
            (
                "a heading",
                "# Title of a long enough line to be taken for wrapped\nText",
                vec!["# Title of a long enough line to be taken for wrapped", "Text"],
            ),
        ] {
            let got: Vec<_> = paragraphs(text).into_iter().map(|s| s.slice(text)).collect();
            assert_eq!(got, want, "{name}");
        }
    }
}
