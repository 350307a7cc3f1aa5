//! Posts and messages as plain prose: addresses and pictures out, hashtags and handles as words.

/// The prose of a message: web addresses, emoji and the marks of shared pictures are left out, `#AustralianFires` becomes
/// "Australian Fires", and `@TheirHandle` "Their Handle".
///
/// ```
/// use corroborate::search::plain;
/// assert_eq!(plain("Look \u{1f525} #AustralianFires https://a.example/x pic.twitter.com/0eJt now"), "Look Australian Fires now");
/// ```
#[must_use]
pub fn plain(message: &str) -> String {
    let mut result = String::with_capacity(message.len());
    for word in message.split_whitespace().map(before_address) {
        let start = result.len();
        let tag = word.trim_start_matches(['(', '"', '\u{201c}', '.']).strip_prefix(['#', '@']);
        match tag {
            Some(tag) => split_capitals(tag, &mut result),
            None => result.extend(word.chars().filter(|c| !is_emoji(*c))),
        }
        if result.len() > start {
            result.push(' ');
        }
    }
    result.truncate(result.trim_end().len());
    result
}

/// A word up to the address that it is or that is glued to it.
fn before_address(word: &str) -> &str {
    let starts = ["http://", "https://", "www.", "pic.twitter.com/", "t.co/", "bit.ly/"];
    &word[..starts.iter().filter_map(|start| word.find(start)).min().unwrap_or(word.len())]
}

/// "AustralianFires2020" as "Australian Fires 2020"; underscores are blanks.
fn split_capitals(tag: &str, result: &mut String) {
    let mut previous = ' ';
    let mut chars = tag.chars().filter(|c| !is_emoji(*c)).peekable();
    while let Some(c) = chars.next() {
        let ends_acronym = c.is_uppercase() && previous.is_uppercase() && chars.peek().is_some_and(|next| next.is_lowercase());
        let begins = c.is_uppercase() && previous.is_lowercase();
        let number = c.is_ascii_digit() && previous.is_alphabetic();
        if ends_acronym || begins || number {
            result.push(' ');
        }
        result.push(if c == '_' { ' ' } else { c });
        previous = c;
    }
}

fn is_emoji(c: char) -> bool {
    matches!(c, '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{fe00}'..='\u{fe0f}' | '\u{2b00}'..='\u{2bff}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn messages_as_prose() {
        for (phenomenon, message, want) in [
            ("an address", "read https://a.example/b?c=d now", "read now"),
            ("an address glued to a word", "donehttps://a.example now", "done now"),
            ("a shared picture", "wow pic.twitter.com/abc123", "wow"),
            ("a tag of two words", "#BridgeCollapse today", "Bridge Collapse today"),
            ("a tag with an acronym", "#NATOSummit", "NATO Summit"),
            ("a tag with a year", "#Vote2020", "Vote 2020"),
            ("a tag with an underscore", "#harbour_bridge", "harbour bridge"),
            ("a handle", "says @VelmouthMayor.", "says Velmouth Mayor."),
            ("emoji", "so sad \u{1f622}\u{1f622}", "so sad"),
            ("emoji in a word", "fire\u{1f525}", "fire"),
            ("nothing left", "\u{1f622} https://a.example", ""),
            ("nothing", "", ""),
        ] {
            assert_eq!(plain(message), want, "{phenomenon}");
        }
    }
}
