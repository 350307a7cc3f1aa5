//! Styled text that is safe to print and wraps at words.

use anstyle::{AnsiColor, Style};
use itertools::Itertools;

use crate::report::words::{char_width, clean, width};

/// What a run of text is, told by shape elsewhere and by colour here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Strong,
    Quiet,
    Differ,
    Disputed,
    Open,
    Agree,
    Changed,
}

impl Tone {
    fn style(self) -> Style {
        let color = |color: AnsiColor| Style::new().fg_color(Some(color.into()));
        match self {
            Self::Plain => Style::new(),
            Self::Strong => Style::new().bold(),
            Self::Quiet => Style::new().dimmed(),
            Self::Differ => color(AnsiColor::Red).bold(),
            Self::Disputed => color(AnsiColor::Magenta).bold(),
            Self::Open => color(AnsiColor::Yellow),
            Self::Agree => color(AnsiColor::Green),
            Self::Changed => color(AnsiColor::Cyan).underline(),
        }
    }
}

/// The space inside a run that is never broken. Clean text has none of these, so it stands for nothing else.
const GLUE: &str = "\u{a0}";

/// Runs of text, each with its tone. What comes in is cleaned, so that no text of an article can steer the terminal.
#[derive(Clone, Debug, Default)]
pub struct Text {
    runs: Vec<(Tone, String)>,
}

impl Text {
    pub fn new(tone: Tone, text: &str) -> Self {
        Self::default().push(tone, text)
    }

    pub fn plain(text: &str) -> Self {
        Self::new(Tone::Plain, text)
    }

    /// The same with a run behind it.
    pub fn push(mut self, tone: Tone, text: &str) -> Self {
        self.runs.push((tone, clean(text)));
        self
    }

    /// The same with a run behind it that is never broken: a date, a count.
    pub fn push_whole(mut self, tone: Tone, text: &str) -> Self {
        self.runs.push((tone, clean(text).replace(' ', GLUE)));
        self
    }

    /// The same with another text behind it.
    pub fn join(mut self, other: &Text) -> Self {
        self.runs.extend(other.runs.iter().cloned());
        self
    }

    /// The same, filled with spaces up to this width.
    pub fn pad(mut self, columns: usize) -> Self {
        let missing = columns.saturating_sub(self.width());
        self.runs.push((Tone::Plain, " ".repeat(missing)));
        self
    }

    pub fn width(&self) -> usize {
        self.runs.iter().map(|(_, text)| width(text)).sum()
    }

    /// Lines of at most `columns`, broken at spaces; a word that is wider is broken where it must be.
    pub fn wrap(&self, columns: usize) -> Vec<Text> {
        let mut lines = vec![Text::default()];
        let mut used = 0;
        for word in self.words().into_iter().flat_map(|word| word.broken(columns.max(1))) {
            let wide = word.width();
            if used > 0 && used + 1 + wide > columns {
                lines.push(Text::default());
                used = 0;
            }
            if let Some(line) = lines.last_mut() {
                if used > 0 {
                    line.add_space(&word);
                    used += 1;
                }
                line.runs.extend(word.runs);
                used += wide;
            }
        }
        lines
    }

    /// A space before the next word, in the tone of both sides where they have one.
    fn add_space(&mut self, next: &Text) {
        let before = self.runs.last().map(|(tone, _)| *tone);
        let tone = next.runs.first().map(|(tone, _)| *tone).filter(|tone| Some(*tone) == before);
        self.runs.push((tone.unwrap_or_default(), " ".to_owned()));
    }

    /// The text with the escape codes of its tones.
    pub fn painted(&self) -> String {
        let mut out = String::new();
        for (tone, runs) in &self.runs.iter().chunk_by(|(tone, _)| *tone) {
            let style = tone.style();
            let text: String = runs.map(|(_, text)| text.replace(GLUE, " ")).collect();
            out += &format!("{style}{text}{style:#}");
        }
        out
    }

    /// The runs of each word; white space parts words, a change of tone does not.
    fn words(&self) -> Vec<Text> {
        let mut words = Vec::new();
        let mut word = Text::default();
        for (tone, text) in &self.runs {
            for (index, part) in text.split(' ').enumerate() {
                if index > 0 && !word.runs.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                if !part.is_empty() {
                    word.runs.push((*tone, part.to_owned()));
                }
            }
        }
        if !word.runs.is_empty() {
            words.push(word);
        }
        words
    }

    /// Pieces of at most `columns`; one piece where the word is no wider. Every piece but the last fills its line, so that none of them
    /// gets a space before it.
    fn broken(self, columns: usize) -> Vec<Text> {
        if self.width() <= columns {
            return vec![self];
        }
        let mut pieces = vec![Text::default()];
        let mut used = 0;
        for (tone, text) in self.runs {
            for c in text.chars() {
                if used + char_width(c) > columns && used > 0 {
                    pieces.push(Text::default());
                    used = 0;
                }
                used += char_width(c);
                if let Some(piece) = pieces.last_mut() {
                    piece.runs.push((tone, c.to_string()));
                }
            }
        }
        pieces
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &Text, columns: usize) -> Vec<String> {
        text.wrap(columns).iter().map(|line| line.runs.iter().map(|(_, t)| t.as_str()).collect()).collect()
    }

    #[test]
    fn wraps_at_words() {
        let text = Text::plain("the middle span fell into")
            .push(Tone::Strong, " the ")
            .push(Tone::Changed, "[cold]")
            .push(Tone::Plain, ", dark sea");
        assert_eq!(lines(&text, 16), ["the middle span", "fell into the", "[cold], dark sea"]);
        assert_eq!(lines(&Text::plain("a https://example.org b"), 9), ["a", "https://e", "xample.or", "g b"]);
        assert_eq!(lines(&Text::plain("港口大桥倒塌"), 5), ["港口", "大桥", "倒塌"]);
        assert_eq!(lines(&Text::plain(""), 5), [""]);
        assert_eq!(lines(&Text::plain("on").push_whole(Tone::Quiet, " 14 Mar 10:20"), 13), ["on\u{a0}14\u{a0}Mar\u{a0}10:", "20"]);
        assert_eq!(lines(&Text::plain("filed on ").push_whole(Tone::Quiet, "14 Mar"), 12), ["filed on", "14\u{a0}Mar"]);
    }

    #[test]
    fn one_tone_is_painted_once() {
        let line = &Text::new(Tone::Strong, "two words").push(Tone::Plain, " more").wrap(40)[0];
        assert_eq!(line.painted(), "\u{1b}[1mtwo words\u{1b}[0m more");
    }

    #[test]
    fn article_text_cannot_steer_the_terminal() {
        let text = Text::plain("\u{1b}[2J\u{9b}31mgone\u{7}");
        assert_eq!(text.painted(), "[2J31mgone");
    }
}
