//! Quotation marks and their pairing: which runs of tokens stand in marks.
//!
//! Marks are paired inside one paragraph, so a lost mark costs one paragraph and never the article. Double marks of all shapes
//! (`"`, `“ ”`, `''`, ` `` `, `« »`) are one family, because real pages open with one shape and close with another; single marks are
//! the other. What stands inside an outer pair is left alone.

use crate::span::Span;
use crate::text::{Article, TokenKind};

/// A run of tokens in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Passage {
    /// Its first token: the opening mark, or the first word where that mark is lost.
    pub first: usize,
    /// One past its last token: the closing mark, or the paragraph's last token where that mark is lost.
    pub last: usize,
    /// Whether it ends without a mark, as a speech of several paragraphs does in all but the last.
    pub open: bool,
}

impl Passage {
    /// How many words stand in it, numbers included.
    pub fn words(&self, article: &Article<'_>) -> usize {
        article.tokens()[self.first..self.last].iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count()
    }

    /// Whether its words stand in capitals as those of a title do, small words of up to three letters left out: "A Winter in Ode and
    /// Other Stories".
    pub fn is_titled(&self, article: &Article<'_>) -> bool {
        let mut words = (self.first..self.last).filter(|t| article.tokens()[*t].is_word());
        let first = words.next().is_some_and(|t| article.is_capital(t));
        let mut longer = words.filter(|t| article.word(*t).len() > TITLE_SMALL).peekable();
        first && longer.peek().is_some() && longer.all(|t| article.is_capital(t))
    }

    /// Whether it is a sentence with its verb, from a capital to a full stop.
    pub fn is_sentence(&self, article: &Article<'_>) -> bool {
        let tokens = &article.tokens()[self.first..self.last];
        let stops = tokens.iter().rev().nth(1).is_some_and(|t| t.kind == TokenKind::Stop);
        article.is_capital(self.first + 1) && stops && tokens.iter().any(|t| t.tag.is_finite())
    }

    /// Where it stands, marks included.
    pub fn span(&self, article: &Article<'_>) -> Span {
        article.span(self.first, self.last)
    }
}

/// Words of so many letters at most are written small in a title.
const TITLE_SMALL: usize = 3;

/// Words that are written with an apostrophe at their head; so are years ('90s).
const ELIDED: &[&str] = &["em", "til", "tis", "twas", "cause", "bout", "n", "round", "cos", "cuz"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Double,
    Single,
}

/// What a mark can be by its shape and by the white space around it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    Opens,
    Closes,
    Either,
}

/// Whether the mark at a token is a single one.
pub(super) fn is_single(article: &Article<'_>, at: usize) -> bool {
    matches!(article.word(at), "'" | "`" | "\u{2018}" | "\u{2019}" | "\u{201a}" | "\u{201b}" | "\u{2039}" | "\u{203a}")
}

/// The passages of an article, outermost only, in order.
pub(super) fn passages(article: &Article<'_>) -> Vec<Passage> {
    let mut result = Vec::new();
    for paragraph in article.paragraphs() {
        let sentences = &article.sentences()[paragraph.first..paragraph.last];
        if let (Some(first), Some(last)) = (sentences.first(), sentences.last()) {
            Pairing { article, first: first.first, last: last.last }.pair(&mut result);
        }
    }
    result
}

/// The pairing of one paragraph.
struct Pairing<'a, 't> {
    article: &'a Article<'t>,
    first: usize,
    last: usize,
}

impl Pairing<'_, '_> {
    fn pair(&self, result: &mut Vec<Passage>) {
        let mut at = self.first;
        let mut seen = false;
        while at < self.last {
            let Some((family, side)) = self.mark(at) else {
                at += 1;
                continue;
            };
            let passage = match side {
                Side::Closes if !seen && family == Family::Double => self.opening_lost(at),
                Side::Closes => None,
                Side::Either if self.is_inches(at) => None,
                _ => self.opened_at(at, family),
            };
            seen |= family == Family::Double;
            at = passage.map_or(at + 1, |p| p.last);
            result.extend(passage);
        }
    }

    /// The passage that the mark at `open` opens.
    fn opened_at(&self, open: usize, family: Family) -> Option<Passage> {
        let close = match family {
            Family::Double => self.double_close(open),
            // a single mark without its partner is an apostrophe: 'em, '90s
            Family::Single => Some(self.single_close(open)?),
        };
        Some(match close {
            Some(close) => Passage { first: open, last: close + 1, open: false },
            None => Passage { first: open, last: self.last, open: true },
        })
    }

    /// A paragraph that begins inside a quotation, its opening mark lost: `I think so," he said.`
    fn opening_lost(&self, close: usize) -> Option<Passage> {
        let before = self.article.tokens()[close.checked_sub(1)?].kind;
        let ends_speech = matches!(before, TokenKind::Comma | TokenKind::Stop | TokenKind::Ellipsis);
        (ends_speech && close > self.first).then_some(Passage { first: self.first, last: close + 1, open: false })
    }

    fn double_close(&self, open: usize) -> Option<usize> {
        let mut depth = 0;
        for at in open + 1..self.last {
            match self.mark(at) {
                Some((Family::Double, Side::Opens)) => {
                    // two closing marks ahead: marks in marks of the same shape; else this one's partner is lost
                    if !self.two_close_next(at) {
                        return Some(at - 1).filter(|a| *a > open);
                    }
                    depth += 1;
                }
                Some((Family::Double, side)) => {
                    if self.is_inches(at) && (side == Side::Either || self.closes_next(at)) {
                        continue;
                    }
                    if depth == 0 {
                        return Some(at);
                    }
                    depth -= 1;
                }
                _ => {}
            }
        }
        None
    }

    /// The next double marks behind `at` that are no inches.
    fn doubles_behind(&self, at: usize) -> impl Iterator<Item = Side> {
        (at + 1..self.last).filter_map(|i| self.mark(i)).filter(|(family, _)| *family == Family::Double).map(|(_, side)| side)
    }

    fn closes_next(&self, at: usize) -> bool {
        self.doubles_behind(at).next() == Some(Side::Closes)
    }

    fn two_close_next(&self, at: usize) -> bool {
        let mut behind = self.doubles_behind(at);
        behind.next() == Some(Side::Closes) && behind.next() == Some(Side::Closes)
    }

    /// The partner of a single mark: the first closing one that is no plural's apostrophe ("the Russians' plan"), or else the first.
    fn single_close(&self, open: usize) -> Option<usize> {
        let elided = ELIDED.contains(&self.article.lower(open + 1)) || self.article.tokens().get(open + 1)?.kind == TokenKind::Number;
        if elided && self.article.word(open) != "\u{2018}" {
            return None;
        }
        let mut plural = None;
        let mut next = open + 1;
        while next < self.last {
            let at = next;
            next += 1;
            match self.mark(at) {
                // marks in marks: 'He told us "never" and left'
                Some((Family::Double, Side::Opens)) => match self.double_close(at) {
                    Some(close) => next = close + 1,
                    None => break,
                },
                Some((Family::Double, _)) => break,
                Some((Family::Single, Side::Opens)) => break,
                Some((Family::Single, _)) => {
                    let tokens = self.article.tokens();
                    if !(tokens[at - 1].is_word() && self.article.lower(at - 1).ends_with('s')) {
                        return Some(at);
                    }
                    plural = plural.or(Some(at));
                }
                None => {}
            }
        }
        plural
    }

    /// The mark at a token, if it is one.
    fn mark(&self, at: usize) -> Option<(Family, Side)> {
        let token = self.article.tokens()[at];
        if token.kind != TokenKind::Quote {
            return None;
        }
        let shape = self.article.word(at);
        let family = if is_single(self.article, at) { Family::Single } else { Family::Double };
        let side = match shape {
            // pages that turn straight marks round close with an opening one now and then: \u{201c}Never,\u{201c} he said
            "\u{201c}" if self.side_by_space(at) == Side::Closes => Side::Closes,
            "\u{201c}" | "``" | "\u{201e}" | "\u{201f}" | "\u{ab}" | "\u{2018}" | "`" | "\u{201a}" | "\u{2039}" => Side::Opens,
            "\u{201d}" | "\u{bb}" | "\u{203a}" => Side::Closes,
            _ => self.side_by_space(at),
        };
        Some((family, side))
    }

    /// A straight mark leans on the word it belongs to.
    fn side_by_space(&self, at: usize) -> Side {
        let tokens = self.article.tokens();
        let opens_behind = |kind| matches!(kind, TokenKind::Open | TokenKind::Dash | TokenKind::Quote);
        let starts = |kind| !matches!(kind, TokenKind::Comma | TokenKind::Stop | TokenKind::Colon | TokenKind::Close | TokenKind::Dash);
        let before = at == self.first || !tokens[at].glued;
        let behind = at + 1 < self.last && tokens[at + 1].glued && starts(tokens[at + 1].kind);
        match (before, behind) {
            (true, true) => Side::Opens,
            (false, false) => Side::Closes,
            (false, true) if opens_behind(tokens[at - 1].kind) => Side::Opens,
            (false, true) if tokens[at + 1].kind == TokenKind::Quote => Side::Closes,
            _ => Side::Either,
        }
    }

    /// `6'2"`, `a 30" screen`: a mark glued to a number.
    fn is_inches(&self, at: usize) -> bool {
        let tokens = self.article.tokens();
        at > self.first && tokens[at].glued && tokens[at - 1].kind == TokenKind::Number && self.article.word(at) != "\u{201d}"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::Lexicon;

    fn quoted(text: &str) -> Vec<&str> {
        let article = Article::new(text, Lexicon::english());
        passages(&article).iter().map(|p| p.span(&article).slice(text)).collect()
    }

    #[test]
    fn the_table_of_marks() {
        for (name, text, want) in [
            ("straight", r#"He said "no" and "never"."#, vec![r#""no""#, r#""never""#]),
            ("curly", "\u{201c}No,\u{201d} she said. \u{201c}Never.\u{201d}", vec!["\u{201c}No,\u{201d}", "\u{201c}Never.\u{201d}"]),
            ("two apostrophes", "''We won't,'' he said.", vec!["''We won't,''"]),
            ("backticks", "``We won't,'' he said.", vec!["``We won't,''"]),
            ("guillemets", "\u{ab}Non\u{bb}, he said.", vec!["\u{ab}Non\u{bb}"]),
            ("shapes mixed", "\u{201c}The road is long,\" she said.", vec!["\u{201c}The road is long,\""]),
            (
                "closed with an opening mark",
                "\u{201c}Never,\u{201c} he said. \u{201c}No.\u{201d}",
                vec!["\u{201c}Never,\u{201c}", "\u{201c}No.\u{201d}"],
            ),
            ("single outer marks", "Mayor: 'We will rebuild it'", vec!["'We will rebuild it'"]),
            ("single outer marks with a plural", "He said 'the workers' pay is low.'", vec!["'the workers' pay is low.'"]),
            ("apostrophes", "the '90s and the Russians' plan, rock 'n roll", vec![]),
            ("inches", r#"He is 6'2" tall, with a 30" screen."#, vec![]),
            ("inches in a quotation", r#""It is a 30" screen," he said."#, vec![r#""It is a 30" screen,""#]),
            (
                "nested",
                "\u{201c}She told me \u{201c}go\u{201d} twice,\u{201d} he said.",
                vec!["\u{201c}She told me \u{201c}go\u{201d} twice,\u{201d}"],
            ),
            (
                "double marks in single ones",
                "'We heard \"go\" and ran,' he said. 'The \"old\" road is shut,' she said.",
                vec!["'We heard \"go\" and ran,'", "'The \"old\" road is shut,'"],
            ),
            ("a double mark lost in single ones", "'We heard \"go and ran,' he said.", vec!["\"go and ran,' he said."]),
            ("nested single", r#""She told me 'go,'" he said."#, vec![r#""She told me 'go,'""#]),
            ("a number ends the quotation", r#""We want 30," he said."#, vec![r#""We want 30,""#]),
            ("a lost closing mark", "\"It goes on.\n\n\"It ends,\" he said. \"Yes.\"", vec!["\"It goes on.", "\"It ends,\"", "\"Yes.\""]),
            ("a lost opening mark", "I think so,\" he said.\n\n\"Yes,\" she said.", vec!["I think so,\"", "\"Yes,\""]),
            (
                "a closing mark lost in the middle",
                "\u{201c}It is so, he said. \u{201c}Yes.\u{201d}",
                vec!["\u{201c}It is so, he said.", "\u{201c}Yes.\u{201d}"],
            ),
        ] {
            assert_eq!(quoted(text), want, "{name}");
        }
    }

    #[test]
    fn a_lost_mark_is_told() {
        let text = "\"It goes on.\n\n\"It ends.\"";
        let article = Article::new(text, Lexicon::english());
        let open: Vec<_> = passages(&article).iter().map(|p| p.open).collect();
        assert_eq!(open, [true, false]);
    }
}
