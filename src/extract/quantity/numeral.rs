//! Whole numbers in figures and in words: "3.5 million", "two dozen", "tens of thousands", "minus 260".

use super::reader::QuantityReader;
use crate::lexicon::NumberWord;
use crate::text::{Tag, TokenKind};

/// How a number was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// A run of digits: years and numbers in names look so too.
    Plain,
    /// Figures with a separator, a decimal, a sign or a scale.
    Figures,
    /// Words.
    Words,
    /// A fraction of a whole: "a third", "half of", "one in five".
    Share,
    /// An open plural: "dozens", "tens of thousands".
    Vague,
}

/// A number: the pieces it takes and its value, `low < high` for a vague one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Numeral {
    pub first: usize,
    pub last: usize,
    pub low: f64,
    pub high: f64,
    pub style: Style,
}

/// A number and the piece behind it.
pub(super) type NumberRead = (f64, usize);

impl Numeral {
    pub fn new(first: usize, (value, last): NumberRead, style: Style) -> Self {
        Self { first, last, low: value, high: value, style }
    }

    pub fn times(self, factor: f64) -> Self {
        Self { low: self.low * factor, high: self.high * factor, ..self }
    }
}

impl QuantityReader<'_> {
    /// The longest number that begins at this piece.
    pub fn numeral(&self, at: usize) -> Option<Numeral> {
        let piece = self.piece(at)?;
        if piece.kind == TokenKind::Dash || matches!(piece.lower, "minus" | "negative" | "+") {
            return self.signed(at);
        }
        self.vague(at).or_else(|| self.half(at)).or_else(|| self.cardinal(at))
    }

    /// A number behind its sign: "minus 260", "-1.3", "minus-5". A dash behind a word is none.
    fn signed(&self, at: usize) -> Option<Numeral> {
        let piece = self.piece(at)?;
        let word = piece.is_word();
        let next = if word && self.is_dash(at + 1) { at + 2 } else { at + 1 };
        // "+/-3" is how far a poll may err, not a number below zero
        let margin = self.lower_back(at, 1) == "/";
        let stands_free = word || !margin && piece.text.chars().count() == 1 && (!piece.glued || !self.ends_word(at));
        let number = self.piece(next).filter(|p| word || p.glued || at == 0)?;
        if !stands_free || number.kind == TokenKind::Dash || (!word && number.digits.is_none()) {
            return None;
        }
        let numeral = self.cardinal(next)?;
        let style = if numeral.style == Style::Plain { Style::Figures } else { numeral.style };
        let sign = if piece.lower == "+" { 1.0 } else { -1.0 };
        Some(Numeral { first: at, style, ..numeral }.times(sign))
    }

    /// "dozens", "tens of thousands", "several hundred", "a few thousand".
    fn vague(&self, at: usize) -> Option<Numeral> {
        if let Some(NumberWord::Vague(low, high)) = self.number_word(at) {
            let scale = match self.number_word(at + 2) {
                Some(NumberWord::Vague(scale, _)) if self.lower(at + 1) == "of" => scale,
                _ => return Some(Numeral { first: at, last: at + 1, low, high, style: Style::Vague }),
            };
            return Some(Numeral { first: at, last: at + 3, low: low * scale, high: high * scale, style: Style::Vague });
        }
        let few = match (self.lower(at), self.lower(at + 1)) {
            ("several" | "few", _) => at + 1,
            ("a", "few") => at + 2,
            _ => return None,
        };
        let (scale, last) = match self.number_word(few) {
            Some(NumberWord::Hundred) => (100.0, few + 1),
            _ => self.scales(few)?,
        };
        // several and few: from two to nine times the scale
        Some(Numeral { first: at, last, low: 2.0 * scale, high: 9.0 * scale, style: Style::Vague })
    }

    /// A cardinal number with its fraction.
    fn cardinal(&self, at: usize) -> Option<Numeral> {
        if let Some(read) = self.single_part(at) {
            return Some(Numeral::new(at, read, Style::Share));
        }
        let from = self.skip_article(at);
        let (value, last) = self.whole(from).or_else(|| self.group(from))?;
        let style = self.style(from, last);
        let numeral = Numeral::new(at, (value, last), style);
        let fraction = self.mixed(value, last).or_else(|| self.point(value, last)).map(|read| Numeral::new(at, read, style));
        let share = || self.parts(from, value, last).or_else(|| self.one_in(value, last)).map(|read| Numeral::new(at, read, Style::Share));
        Some(fraction.or_else(share).unwrap_or(numeral))
    }

    /// "a" before a number that needs one: "a hundred", "a million", "a third of".
    fn skip_article(&self, at: usize) -> usize {
        let next = self.number_word(at + 1);
        let takes = matches!(
            next,
            Some(NumberWord::Hundred | NumberWord::Scale(_) | NumberWord::Group(_) | NumberWord::Part(_) | NumberWord::Tens(_))
        );
        if matches!(self.lower(at), "a" | "an") && takes { at + 1 } else { at }
    }

    fn style(&self, first: usize, last: usize) -> Style {
        match self.piece(first).and_then(|p| p.digits) {
            Some(digits) if digits.plain && last == first + 1 => Style::Plain,
            Some(_) => Style::Figures,
            None => Style::Words,
        }
    }

    /// Chunks with falling scales: "two million three hundred thousand and five".
    pub fn whole(&self, at: usize) -> Option<NumberRead> {
        let (mut total, mut next) = (0.0, at);
        let mut limit = f64::INFINITY;
        while let Some((chunk, behind)) = self.chunk(next) {
            let (scale, behind) = self.scales(behind).unwrap_or((1.0, behind));
            if scale >= limit || chunk >= limit {
                break;
            }
            (total, next, limit) = (total + chunk * scale, behind, scale);
            if limit < 1000.0 {
                break;
            }
            let and = usize::from(self.lower(next) == "and");
            // "$5 million and 300 jobs" are two numbers, "two thousand and six" is one
            if self.is_figure(next + and) && (and == 1 || !self.is_figure(at) || limit >= 1e6)
                || self.part_alone(next + 1).is_some()
                || self.hundred_alone(next + and)
            {
                break;
            }
            if self.chunk(next + and).is_some() {
                next += and;
            }
        }
        // the last "and" was taken only where a chunk follows it; a chunk that did not fit gives it back
        while next > at && self.lower(next - 1) == "and" {
            next -= 1;
        }
        (next > at).then_some((total, next))
    }

    fn hundred_alone(&self, at: usize) -> bool {
        matches!(self.number_word(at), Some(NumberWord::Hundred | NumberWord::Scale(_)))
    }

    /// "two hundred and six", "a hundred", "17", or a scale alone.
    fn chunk(&self, at: usize) -> Option<NumberRead> {
        if matches!(self.number_word(at), Some(NumberWord::Scale(_))) {
            return Some((1.0, at));
        }
        let (mut value, mut next) = self.small(at).unwrap_or((1.0, at));
        if self.number_word(next) != Some(NumberWord::Hundred) || value >= 100.0 && !self.is_figure(at) {
            return (next > at).then_some((value, next));
        }
        value *= 100.0;
        next += 1;
        if self.lower(next) == "s" {
            return Some((value, next));
        }
        let and = next + usize::from(self.lower(next) == "and");
        match self.small(and) {
            Some((rest, behind))
                if (1.0..100.0).contains(&rest) && rest.fract() == 0.0 && self.number_word(behind) != Some(NumberWord::Hundred) =>
            {
                Some((value + rest, behind))
            }
            _ => Some((value, next)),
        }
    }

    /// Figures, or words below a hundred: "17", "twenty-one", "twenty one".
    pub fn small(&self, at: usize) -> Option<NumberRead> {
        if let Some(digits) = self.piece(at)?.digits {
            return Some((digits.value, at + 1));
        }
        match self.number_word(at)? {
            NumberWord::Small(value) => Some((value, at + 1)),
            NumberWord::Tens(tens) => {
                let next = if self.is_dash(at + 1) { at + 2 } else { at + 1 };
                match self.number_word(next) {
                    Some(NumberWord::Small(ones)) if (1.0..10.0).contains(&ones) => Some((tens + ones, next + 1)),
                    _ => Some((tens, at + 1)),
                }
            }
            _ => None,
        }
    }

    /// The product of the scales that stand here: "thousand", "lakh crore", behind figures also "k" and "bn".
    pub fn scales(&self, at: usize) -> Option<NumberRead> {
        let (mut product, mut next) = (1.0, at);
        if let Some(scale) = self.short_scale(at) {
            return Some((scale, at + 1));
        }
        while let Some(NumberWord::Scale(scale)) = self.number_word(self.past_dash(next)) {
            product *= scale;
            next = self.past_dash(next) + 1;
        }
        (next > at).then_some((product, next))
    }

    /// "k", "m", "bn" behind figures. "m" is a million behind a currency sign or before something counted, otherwise a metre.
    fn short_scale(&self, at: usize) -> Option<f64> {
        let Some(NumberWord::Short(scale)) = self.number_word(at) else { return None };
        let piece = self.piece(at)?;
        let single = piece.text.len() == 1;
        let number = at.checked_sub(1).and_then(|i| self.piece(i)).filter(|p| p.digits.is_some())?;
        let of_code = self.glued(at + 1) && self.sign_after(at + 1).is_some();
        if !piece.glued && !of_code && (single && piece.text != "B" || matches!(piece.lower, "mm")) {
            return None;
        }
        let money = at.checked_sub(2).and_then(|i| self.piece(i)).is_some_and(|p| p.sign.is_some())
            || self.sign_after(at + 1).is_some()
            || self.unit_words(at + 1).is_some();
        let certain = match piece.text {
            "m" | "t" | "b" => money || self.counts_on(at + 1),
            "mm" => money,
            _ => true,
        };
        (certain && number.span.end <= piece.span.start).then_some(scale)
    }

    /// "dozen", "half a dozen" is read before.
    pub fn group(&self, at: usize) -> Option<NumberRead> {
        let (count, next) = self.whole(at).unwrap_or((1.0, at));
        let possessed = next == at && self.tag(at.wrapping_sub(1)) == Tag::Possessive;
        match self.number_word(next) {
            Some(NumberWord::Group(size)) if !possessed => Some((count * size, next + 1)),
            _ => None,
        }
    }

    pub fn is_figure(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|p| p.digits.is_some())
    }

    /// The piece behind a glued hyphen, or this one.
    pub fn past_dash(&self, at: usize) -> usize {
        if self.is_dash(at) { at + 1 } else { at }
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn numbers_in_words_and_figures() {
        check(&[
            ("words", "The mill has fifty-two looms.", "52: looms"),
            ("hundreds", "They planted one hundred and six oaks.", "106: oaks"),
            ("scales", "It holds two million three hundred thousand seeds.", "2300000: seeds"),
            ("mixed", "The port handled 3.5 million crates.", "3500000: crates"),
            ("scale in a code", "Orders rose to 120 MEUR and 30 MSEK.", "^120000000 [euro]: Orders, 30000000 [Swedish krona]: Orders"),
            ("thousands that are no year", "It has two thousand and two hundred trees.", "2200: trees"),
            ("Indian scales", "The dam serves 13 lakh farmers.", "1300000: farmers"),
            ("a number that two make up", "Some 4 thousand 3 hundred sheep died.", "~4300: sheep"),
            ("two numbers", "It sold 5 million books and 300 maps.", "5000000: books, 300: maps"),
            ("point", "It weighs five point five tons.", "5.5 [ton]"),
        ]);
    }

    #[test]
    fn short_scales() {
        check(&[
            ("k", "The fair drew 40k visitors.", "40000: visitors"),
            ("m", "The quake left 3m people without light.", "3000000: people"),
            ("bn", "Debt reached $1.2bn.", "1200000000 [US dollar]: Debt"),
            ("mil", "The fee is RM3.06mil.", "3060000 [Malaysian ringgit]: fee"),
        ]);
    }

    #[test]
    fn below_zero() {
        check(&[
            ("minus", "The buoy measured minus 260 degrees.", "-260 [degree]: buoy"),
            ("minus joined", "It was a minus-4 degree night.", "-4 [degree]"),
            ("a sign", "The index showed -1.3 percent.", "-1.3 [percent]: index"),
            ("a dash", "The mill - 40 looms - was sold.", "40: looms"),
        ]);
    }

    #[test]
    fn groups_and_vague_plurals() {
        check(&[
            ("two dozen", "Two dozen boats sank.", "24: boats"),
            ("half a dozen", "Half a dozen boats sank.", "6: boats"),
            ("dozens", "Dozens of boats sank.", "24..99: boats"),
            ("thousands", "It cost thousands of lives.", "1000..10000: lives"),
            ("tens of thousands", "Tens of thousands of homes lost power.", "10000..100000: homes"),
            ("several hundred", "Several hundred nurses marched.", "200..900: nurses"),
            ("a dozen of a baker", "It was a baker's dozen.", ""),
        ]);
    }
}
