//! Emphasis marks: `*` and `_` where Markdown means them, and neither in "2*3*4" nor in "budget_final".

use crate::span::Span;

/// More marks in a row are no emphasis: "f****", "____".
const LONGEST: usize = 3;

/// The marks of a text that are markup, in order: pairs around words, bullets, and lines of nothing else.
pub(super) fn marks(text: &str) -> Vec<Span> {
    if !text.bytes().any(is_mark) {
        return Vec::new();
    }
    let mut pairs = Pairs { text, open: [Vec::new(), Vec::new()], found: Vec::new(), word: 0 };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        pairs.read(line, start);
        start += line.len();
    }
    pairs.found.sort_unstable();
    pairs.found
}

fn is_mark(byte: u8) -> bool {
    matches!(byte, b'*' | b'_')
}

/// Marks that may open emphasis and wait for those that close it.
#[derive(Debug, Clone, Copy)]
struct Opener {
    marks: Span,
    /// Letters stand on both sides: its partner must stand in the same word.
    within: bool,
}

/// Pairs openers and closers, each of the two marks for itself.
struct Pairs<'t> {
    text: &'t str,
    open: [Vec<Opener>; 2],
    found: Vec<Span>,
    /// Where the last white space before the marks at hand ends.
    word: usize,
}

impl Pairs<'_> {
    fn read(&mut self, line: &str, start: usize) {
        let words = line.trim();
        // no emphasis goes on over a blank line
        if words.is_empty() {
            self.open = [Vec::new(), Vec::new()];
        }
        let rule = words.len() >= 3 && words.bytes().all(|b| is_mark(b) || b == b' ');
        let first = start + line.len() - line.trim_start().len();
        let bytes = line.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let length = bytes[at..].iter().take_while(|b| is_mark(**b) && **b == bytes[at]).count();
            let marks = Span::new(start + at, start + at + length);
            match bytes[at] {
                _ if length == 0 && bytes[at].is_ascii_whitespace() => self.word = start + at + 1,
                _ if length == 0 => {}
                mark if rule || (mark == b'*' && marks.start == first && is_bullet(&line[at + length..])) => self.found.push(marks),
                _ if length <= LONGEST => self.pair(marks),
                _ => {}
            }
            at += length.max(1);
        }
    }

    fn pair(&mut self, marks: Span) {
        let (before, after) = (self.text[..marks.start].chars().next_back(), self.text[marks.end..].chars().next());
        let of = |c: Option<char>, is: fn(char) -> bool| c.is_some_and(is);
        let star = self.text.as_bytes()[marks.start] == b'*';
        let within = of(before, char::is_alphanumeric) && of(after, char::is_alphanumeric);
        let number = of(before, char::is_numeric) || of(after, char::is_numeric);
        if within && (!star || number) {
            return;
        }
        let spaced = |c: Option<char>| c.is_none_or(char::is_whitespace);
        let closes = !spaced(before) && (within || !of(after, char::is_alphanumeric));
        let opens = !spaced(after) && (within || !of(before, char::is_alphanumeric));
        let left = if closes { self.close(marks, within, star) } else { marks };
        if opens && !left.is_empty() {
            self.open[usize::from(star)].push(Opener { marks: left, within });
        }
    }

    /// Takes the nearest openers for the partners of these marks; what is left of the marks.
    fn close(&mut self, mut marks: Span, within: bool, star: bool) -> Span {
        while let Some(opener) = self.open[usize::from(star)].pop_if(|_| !marks.is_empty()) {
            if (within || opener.within) && opener.marks.end < self.word {
                continue;
            }
            let length = opener.marks.len().min(marks.len());
            let middle = opener.marks.end - length;
            self.found.push(Span::new(middle, opener.marks.end));
            self.found.push(Span::new(marks.start, marks.start + length));
            marks = Span::new(marks.start + length, marks.end);
            if opener.marks.start < middle {
                self.open[usize::from(star)].push(Opener { marks: Span::new(opener.marks.start, middle), ..opener });
            }
        }
        marks
    }
}

fn is_bullet(behind: &str) -> bool {
    behind.starts_with([' ', '\t']) && !behind.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text without its marks.
    fn bare(text: &str) -> String {
        let mut left = String::new();
        let mut at = 0;
        for marks in marks(text) {
            left.push_str(&text[at..marks.start]);
            at = marks.end;
        }
        left + &text[at..]
    }

    #[test]
    fn what_is_markup_and_what_is_text() {
        for (phenomenon, text, want) in [
            ("bold", "**Why it matters:** Rain fell.", "Why it matters: Rain fell."),
            ("italics", "*The Herald* and _The Gazette_ said so.", "The Herald and The Gazette said so."),
            ("both at once", "***Now*** and _**then**_.", "Now and then."),
            ("one in the other", "**the *old* dam**", "the old dam"),
            ("inside quotation marks", "\"*Stay* off,\" he said.", "\"Stay off,\" he said."),
            ("over a line break", "*the old\ndam* held", "the old\ndam held"),
            ("part of a word", "un*believ*able", "unbelievable"),
            ("a bullet", "* 14 people\n* 3 roads", " 14 people\n 3 roads"),
            ("a line of marks", "Rain.\n\n* * *\n\n___\nSun.", "Rain.\n\n  \n\n\nSun."),
            ("a product", "2*3*4 dollars", "2*3*4 dollars"),
            ("spaces around", "2 * 3 * 4 tiles", "2 * 3 * 4 tiles"),
            ("a name on the net", "@osby_fire_dept and @orrin_news", "@osby_fire_dept and @orrin_news"),
            ("names of files", "_old_ budget_final_v2 and _draft_x_", "old budget_final_v2 and draft_x"),
            ("letters left out", "the f*** it is, and s*** too", "the f*** it is, and s*** too"),
            ("a letter left out of two words", "f*ck this sh*t", "f*ck this sh*t"),
            ("a lone mark", "The price* rose.", "The price* rose."),
            ("a blank line between", "*one\n\ntwo*", "*one\n\ntwo*"),
            ("blanks to fill in", "Name: ______ Age: ____", "Name: ______ Age: ____"),
        ] {
            assert_eq!(bare(text), want, "{phenomenon}");
        }
    }
}
