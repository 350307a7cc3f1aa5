//! Lines on a page of a certain width.

use super::text::{Text, Tone};

/// A page that grows line by line.
#[derive(Debug)]
pub struct Page {
    out: String,
    width: usize,
}

/// Where the right-hand column of a card begins; labels and values stand left of it.
pub const INDENT: usize = 3;
pub const COLUMN: usize = 18;

impl Page {
    /// A page of `width` columns; fewer than forty cannot hold a card.
    pub fn new(width: usize) -> Self {
        Self { out: String::new(), width: width.clamp(40, 160) }
    }

    /// How many columns a line has.
    pub fn width(&self) -> usize {
        self.width
    }

    /// One empty line; at the head of a page none is needed.
    pub fn gap(&mut self) {
        if !self.out.is_empty() {
            self.out.push('\n');
        }
    }

    /// The heading of a part.
    pub fn title(&mut self, words: &str) {
        self.gap();
        self.text(0, &Text::new(Tone::Strong, &words.to_uppercase()));
    }

    /// A text at this column, wrapped.
    pub fn text(&mut self, column: usize, text: &Text) {
        for line in text.wrap(self.width.saturating_sub(column)) {
            self.line(column, &line);
        }
    }

    /// A label and a text beside it; a label that is too wide gets a line of its own.
    pub fn beside(&mut self, label: &Text, text: &Text) {
        let room = COLUMN - INDENT - 1;
        let lines = text.wrap(self.width - COLUMN);
        if label.width() > room {
            self.text(INDENT, label);
            lines.iter().for_each(|line| self.line(COLUMN, line));
            return;
        }
        let first = Text::default().join(label).pad(COLUMN - INDENT).join(&lines[0]);
        self.line(INDENT, &first);
        lines[1..].iter().for_each(|line| self.line(COLUMN, line));
    }

    /// A label in quiet type and a text beside it.
    pub fn labelled(&mut self, label: &str, text: &Text) {
        self.beside(&Text::new(Tone::Quiet, label), text);
    }

    /// Two texts at the two ends of a line, or below each other where there is no room.
    pub fn ends(&mut self, left: &Text, right: &Text) {
        if left.width() + 2 + right.width() > self.width {
            self.text(0, left);
            self.text(INDENT, right);
            return;
        }
        let line = Text::default().join(left).pad(self.width - right.width()).join(right);
        self.line(0, &line);
    }

    /// One line with its own spacing, which is given up where there is no room.
    pub fn spaced(&mut self, column: usize, line: &Text) {
        if column + line.width() > self.width { self.text(column, line) } else { self.line(column, line) }
    }

    fn line(&mut self, column: usize, line: &Text) {
        let line = format!("{:column$}{}", "", line.painted());
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    /// The whole page.
    pub fn finish(self) -> String {
        self.out
    }
}
