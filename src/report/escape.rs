//! Article text inside Markdown, and addresses that open an article at its sentence.

use std::fmt::Write;

/// Text that Markdown shows as it is: whatever could mark it up, make a link, a table cell or a piece of HTML is escaped.
///
/// ```
/// use corroborate::report::escape::markdown;
/// assert_eq!(markdown("a | b <b>*c*</b> [d](e)"), r"a \| b \<b\>\*c\*\</b\> \[d\](e)");
/// ```
#[must_use]
pub fn markdown(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, c) in text.char_indices() {
        let special = matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '#' | '$');
        // at the start of a line "-", "+" and "1." would open a list
        let opens_list = matches!(c, '-' | '+' | '=') && index == 0;
        let numbers_list = matches!(c, '.' | ')') && index > 0 && text[..index].bytes().all(|b| b.is_ascii_digit());
        // "@name" would notify somebody, a bare address would become a link
        let addresses = c == '@' || (c == ':' && text[index..].starts_with("://"));
        if special || opens_list || numbers_list || addresses {
            out.push('\\');
        }
        out.push(c);
    }
    out
}

/// The address of the article at these words (a URL text fragment); `None` where the address is none of the web.
///
/// ```
/// use corroborate::report::escape::text_fragment;
/// let link = text_fragment("https://example.org/a", "some 130,000 troops").unwrap();
/// assert_eq!(link, "https://example.org/a#:~:text=some%20130%2C000%20troops");
/// assert_eq!(text_fragment("javascript:alert(1)", "some"), None);
/// ```
#[must_use]
pub fn text_fragment(url: &str, words: &str) -> Option<String> {
    let of_the_web = ["https://", "http://"].iter().any(|scheme| url.get(..scheme.len()).is_some_and(|s| s.eq_ignore_ascii_case(scheme)));
    if !of_the_web || url.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '"')) {
        return None;
    }
    let page = url.split_once('#').map_or(url, |(page, _)| page);
    let words: Vec<&str> = words.split_whitespace().collect();
    let text = match words.len() {
        0 => return Some(page.to_owned()),
        1..=LONGEST_FRAGMENT => encoded(&words.join(" ")),
        // a long passage is named by its two ends
        n => format!("{},{}", encoded(&words[..END].join(" ")), encoded(&words[n - END..].join(" "))),
    };
    Some(format!("{page}#:~:text={text}"))
}

/// Passages of up to so many words are named whole; the specification advises ends for longer ones.
const LONGEST_FRAGMENT: usize = 12;
/// How many words name an end.
const END: usize = 5;

/// Percent-encoded; "-" and "," have a meaning of their own in a text fragment.
fn encoded(text: &str) -> String {
    let mut out = String::new();
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_marked_up() {
        for (text, want) in [
            ("- a list", r"\- a list"),
            ("12. a number", r"12\. a number"),
            ("a 12. b", "a 12. b"),
            ("see https://example.org now", r"see https\://example.org now"),
            ("x@example.org", r"x\@example.org"),
            ("# heading", r"\# heading"),
            ("<script>", r"\<script\>"),
        ] {
            assert_eq!(markdown(text), want);
        }
    }

    #[test]
    fn a_long_passage_is_named_by_its_ends() {
        let words = (1..=20).map(|n| n.to_string()).collect::<Vec<_>>().join(" ");
        let link = text_fragment("http://example.org/a#part", &words).unwrap();
        assert_eq!(link, "http://example.org/a#:~:text=1%202%203%204%205,16%2017%2018%2019%2020");
        assert_eq!(text_fragment("https://example.org/\u{1b}", "x"), None);
    }
}
