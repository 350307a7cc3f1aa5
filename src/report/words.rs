//! Small turns of phrase that every report shares, and article text made safe to print.

use std::fmt::Write;

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use crate::document::Published;

/// Text that a terminal or a page can show: control characters (escape codes among them) and marks that reverse the direction of
/// writing are left out, and every run of white space is one space.
///
/// ```
/// use corroborate::report::clean;
/// assert_eq!(clean("some\n\n  \u{1b}[31m130,000\u{202e} troops"), "some [31m130,000 troops");
/// ```
#[must_use]
pub fn clean(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() {
            if !out.ends_with(' ') {
                out.push(' ');
            }
        } else if !is_unprintable(c) {
            out.push(c);
        }
    }
    out
}

/// Control characters, and the direction marks with which a line can be made to read as another one (Unicode TR 36).
fn is_unprintable(c: char) -> bool {
    c.is_control() || matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// How many columns of a terminal the text takes.
pub(super) fn width(text: &str) -> usize {
    text.width()
}

/// How many columns one character takes.
pub(super) fn char_width(c: char) -> usize {
    c.width().unwrap_or(0)
}

/// The clean text, cut at a word with "…" where it is wider than `columns`.
pub(super) fn clip(text: &str, columns: usize) -> String {
    let text = clean(text);
    if width(&text) <= columns {
        return text;
    }
    let mut used = 1;
    let fits = |c: &char| {
        used += char_width(*c);
        used <= columns
    };
    let cut: String = text.chars().take_while(fits).collect();
    let at_end_of_word = text[cut.len()..].starts_with(' ');
    let whole = cut.rsplit_once(' ').filter(|_| !at_end_of_word).map_or(cut.as_str(), |(whole, _)| whole);
    format!("{}…", whole.trim_end_matches([' ', ',', ';', ':']))
}

/// "1 outlet", "3 outlets".
pub(super) fn count(number: usize, noun: &str) -> String {
    let ending = if number == 1 { "" } else { "s" };
    format!("{number} {noun}{ending}")
}

/// "a", "a and b", "a, b and c".
pub(super) fn list(items: &[impl AsRef<str>]) -> String {
    let mut out = String::new();
    for (index, item) in items.iter().enumerate() {
        let join = match (index, items.len() - index) {
            (0, _) => "",
            (_, 1) => " and ",
            _ => ", ",
        };
        let _ = write!(out, "{join}{}", item.as_ref());
    }
    out
}

/// "14 Mar 18:30": the day, and the clock where it is known.
pub(super) fn moment(published: &Published) -> String {
    match published.time() {
        Some(time) => time.strftime("%-d %b %H:%M").to_string(),
        None => published.date().strftime("%-d %b").to_string(),
    }
}

/// "14 Mar 2025 18:30": the same with the year.
pub(super) fn moment_with_year(published: &Published) -> String {
    let day = published.date().strftime("%-d %b %Y").to_string();
    published.time().map_or(day.clone(), |time| format!("{day} {}", time.strftime("%H:%M")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut_at_a_word() {
        for (text, columns, want) in [
            ("the bridge fell", 15, "the bridge fell"),
            ("the bridge, it fell", 12, "the bridge…"),
            ("Überschwemmung", 6, "Übers…"),
            ("港口大桥倒塌", 7, "港口大…"),
        ] {
            let cut = clip(text, columns);
            assert_eq!(cut, want);
            assert!(width(&cut) <= columns, "{cut}");
        }
    }

    #[test]
    fn lists_and_counts() {
        assert_eq!(list(&["a"]), "a");
        assert_eq!(list(&["a", "b", "c"]), "a, b and c");
        assert_eq!((count(1, "origin"), count(0, "origin")), ("1 origin".to_owned(), "0 origins".to_owned()));
    }

    #[test]
    fn moments() {
        let (minute, day) = ("2025-03-14T18:30:00Z".parse().unwrap(), "2025-03-14".parse().unwrap());
        assert_eq!((moment(&minute).as_str(), moment(&day).as_str()), ("14 Mar 18:30", "14 Mar"));
        assert_eq!((moment_with_year(&minute).as_str(), moment_with_year(&day).as_str()), ("14 Mar 2025 18:30", "14 Mar 2025"));
    }
}
