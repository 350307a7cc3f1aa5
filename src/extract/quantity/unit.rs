//! What a number is measured in: currency signs before it, units behind it, and what it is counted by ("$52 a barrel").

use super::numeral::Numeral;
use super::reader::QuantityReader;
use crate::lexicon::{NumberContext, NumberWord, Unit};
use crate::text::{Tag, TokenKind};

/// A unit with the piece behind it.
#[derive(Clone, Copy, Debug)]
pub(super) struct UnitBehind<'a> {
    pub unit: &'a Unit,
    pub last: usize,
}

/// How far before its unit a verb of weighing may stand: "weighed 220 pounds (100 kg) and needed to lose between 30 and 80 pounds".
const WEIGHT_REACH: usize = 24;

/// No symbol is longer than this many bytes; caps the look ahead.
const SYMBOL_LENGTH: usize = 8;

impl<'a> QuantityReader<'a> {
    /// The unit behind a number that ends before `at`: "%", "km", "dollars", "-mile", "USD".
    pub fn measure(&self, at: usize) -> Option<UnitBehind<'a>> {
        if let Some(word) = self.shared_compound(at) {
            return self.unit_words(word).map(|(_, unit)| UnitBehind { unit, last: at + 1 });
        }
        let hyphen = self.is_hyphen(at);
        let behind = if hyphen { at + 1 } else { at };
        self.symbol_after(behind, hyphen)
            .or_else(|| self.sign_after(behind))
            .or_else(|| self.unit_words(behind).map(|(last, unit)| UnitBehind { unit, last }))
            .map(|measure| self.by_weight(measure, behind, hyphen))
    }

    /// A pound is a weight in "a 200-pound man", "12 pounds 3 ounces" and beside "weighs"; otherwise money, as British news has it.
    fn by_weight(&self, measure: UnitBehind<'a>, at: usize, hyphen: bool) -> UnitBehind<'a> {
        let word = matches!(self.lower(at), "pound" | "pounds");
        let noun =
            |i: usize| self.tag(i).is_noun() && !matches!(self.lower(i), "note" | "notes" | "coin" | "coins" | "fine" | "fines" | "bill");
        let ounces = || matches!(self.lower(measure.last + 1), "ounce" | "ounces");
        let weighs = || (1..=WEIGHT_REACH).any(|back| matches!(self.lower_back(at, back), "weigh" | "weighs" | "weighed" | "weighing"));
        // "a million-pound loss"
        let scaled = at.checked_sub(2).is_some_and(|i| matches!(self.number_word(i), Some(NumberWord::Scale(_) | NumberWord::Short(_))));
        let mass = word && (hyphen && !scaled && noun(measure.last) || ounces() || weighs());
        self.words.named("pound-mass").filter(|_| mass).map_or(measure, |unit| UnitBehind { unit, ..measure })
    }

    /// A symbol: glued or after one blank. One letter behind a blank must not be an article or the head of a name ("5 A levels").
    fn symbol_after(&self, at: usize, hyphen: bool) -> Option<UnitBehind<'a>> {
        let piece = self.piece(at)?;
        let text = self.text_after(at);
        let head = text.split(char::is_whitespace).next().unwrap_or("");
        let ends = head.char_indices().map(|(i, c)| i + c.len_utf8()).take_while(|end| *end <= SYMBOL_LENGTH);
        let (length, unit) = ends.filter_map(|end| self.symbol_of(head, end)).last()?;
        let spaced_letter = !piece.glued && length == 1 && piece.is_word();
        let figures = hyphen || self.before(at).is_some_and(|p| p.digits.is_some() || p.is_word());
        let odd = spaced_letter && (self.before(at)?.digits.is_none() || matches!(head, "a" | "A" | "x" | "t" | "h" | "N" | "J"));
        (figures && !odd).then(|| UnitBehind { unit, last: self.piece_from(at, piece.span.start + length).max(at + 1) })
    }

    fn symbol_of(&self, head: &str, end: usize) -> Option<(usize, &'a Unit)> {
        let unit = self.words.symbol(&head[..end])?;
        let letters = head[..end].ends_with(char::is_alphanumeric);
        (!(letters && goes_on(&head[end..]))).then_some((end, unit))
    }

    /// A currency sign or code behind a number: "5 USD", "1,200€"; not where it opens the next amount ("5 $6").
    pub fn sign_after(&self, at: usize) -> Option<UnitBehind<'a>> {
        let piece = self.piece(at).filter(|p| p.sign.is_none())?;
        let text = self.text_after(at);
        let sign = self.words.sign(text).filter(|s| !s.scaled_only)?;
        let part = text[..sign.length].ends_with(char::is_alphanumeric) && goes_on(&text[sign.length..]);
        (!part).then(|| UnitBehind { unit: sign.unit, last: self.piece_from(at, piece.span.start + sign.length).max(at + 1) })
    }

    /// Whether something that is counted or measured stands here, so that a letter before it is a scale: "35m of its devices".
    pub fn counts_on(&self, at: usize) -> bool {
        let next = self.tag(at);
        let noun = next == Tag::NounPlural || next.is_adjective() && self.tag(at + 1) == Tag::NounPlural;
        self.piece(at).is_some_and(|p| p.is_word())
            && (noun || self.lower(at) == "of" || self.lower(at) == "people" || self.unit_words(at).is_some())
    }

    /// "US" or "U.S." behind an amount with a dollar sign: "$76 US a barrel".
    pub fn dollar_country(&self, at: usize) -> Option<UnitBehind<'a>> {
        let country = matches!(self.piece(at)?.text, "US" | "U.S." | "U.S");
        let stands_alone = !self.tag(at + 1).is_noun() && !self.tag(at + 1).is_adjective();
        let unit = self.words.named("US dollar").filter(|_| country && stands_alone)?;
        Some(UnitBehind { unit, last: at + 1 })
    }

    /// What an amount is counted by, and the piece behind it: "a barrel", "per square foot", "/kg", "-a-share", "annually".
    pub fn rate(&self, at: usize) -> Option<(&'a str, usize)> {
        let next = if self.is_dash(at) && self.glued(at) { at + 1 } else { at };
        let by = if self.is_dash(next + 1) && self.glued(next + 1) { next + 2 } else { next + 1 };
        match self.lower(next) {
            "annually" | "yearly" => Some(("year", next + 1)),
            "per" if self.lower(by) == "annum" => Some(("year", by + 1)),
            "per" | "/" => self.counted_by(by),
            "a" | "an" if self.is_rate_word(by) && !self.is_past(by + 1) => self.counted_by(by),
            _ => None,
        }
    }

    fn counted_by(&self, at: usize) -> Option<(&'a str, usize)> {
        if let Some((last, unit)) = self.unit_words(at) {
            // "60 cents a pound": money is not priced by money
            let unit = if self.lower(at) == "pound" { self.words.named("pound-mass").unwrap_or(unit) } else { unit };
            return Some((&unit.name, last));
        }
        let piece = self.piece(at).filter(|p| p.is_word())?;
        if let Some(unit) = self.words.symbol(piece.text) {
            return Some((&unit.name, at + 1));
        }
        self.tag(at).is_noun().then_some((piece.lower, at + 1))
    }

    fn is_rate_word(&self, at: usize) -> bool {
        self.says(at, NumberContext::Rate) || self.unit_words(at).is_some_and(|(_, unit)| &*unit.dimension == "time")
    }

    /// "a year ago", "a day later": a time, not a rate.
    fn is_past(&self, at: usize) -> bool {
        let at = if self.is_dash(at) { at + 1 } else { at };
        matches!(self.lower(at), "ago" | "earlier" | "later" | "before" | "after" | "from" | "old" | "on")
    }

    /// A smaller unit of the same kind that is added: "5 ft 2 in", "3 dollars 50 cents". Lengths and money only: other pairs are
    /// mostly listed apart ("24 hours, 39 minutes").
    pub fn smaller(&self, unit: &Unit, at: usize) -> Option<(f64, usize)> {
        if !matches!(&*unit.dimension, "length" | "money") {
            return None;
        }
        let from = at + usize::from(self.lower(at) == "and");
        let count = self.numeral(from).filter(|n| n.low == n.high && self.kind(from) != Some(TokenKind::Symbol))?;
        let measure = self.measure(count.last).filter(|m| m.unit.dimension == unit.dimension);
        match (&*unit.dimension, measure) {
            ("money", Some(m)) if unit.size.is_none() => Some((count.low * m.unit.size?, m.last)),
            ("money", None) if self.is_change(at, &count) => Some((count.low / 100.0, count.last)),
            ("length", Some(m)) if &*unit.name == "foot" && &*m.unit.name == "inch" => Some((count.low / 12.0, m.last)),
            ("length", None) if &*unit.name == "foot" && self.lower(count.last) == "in" => Some((count.low / 12.0, count.last + 1)),
            _ => None,
        }
    }

    /// "15 dollars 50": two figures right behind the currency and nothing counted by them.
    fn is_change(&self, at: usize, count: &Numeral) -> bool {
        let hundredths = (10.0..100.0).contains(&count.low) && count.low.fract() == 0.0;
        hundredths
            && count.first == at
            && !self.tag(count.last).is_noun()
            && self.piece(count.last).is_none_or(|p| !p.is_word() || p.lower == "more")
    }
}

/// Whether a word goes on here, so that the letters before are no symbol: the "p" of "p.m.".
fn goes_on(rest: &str) -> bool {
    let letter = |text: &str| text.starts_with(char::is_alphanumeric);
    letter(rest) || rest.starts_with(['\'', '\u{2019}']) || rest.strip_prefix('.').is_some_and(letter)
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn units_by_their_usual_name() {
        check(&[
            ("symbol", "The tower is 37m high.", "37 [metre]: tower"),
            ("words", "It covers 660 square feet.", "660 [square foot]"),
            ("percent", "Turnout was 61 per cent.", "61 [percent]: Turnout"),
            ("percentage points", "Her lead grew by 3 percentage points.", "^3 [percentage point]: lead"),
            ("speed", "Winds of 50mph were measured.", "50 [mile per hour]: Winds"),
            ("feet and inches", "The boy is 5 ft 2 in.", "5.166666666666667 [foot]: boy"),
            ("half a unit", "It took half an hour.", "0.5 [hour]"),
            ("times", "He called three times.", "3 [time]"),
            ("fold", "Exports rose sixfold.", "^6 [time]: Exports"),
            ("compound", "They took a six-mile walk.", "6 [mile]: walk"),
            ("compound of two words", "A 900-square-foot flat is to let.", "900 [square foot]: flat"),
            ("shared compound", "They offer two- and three-day trips.", "2 [day], 3 [day]: trips"),
        ]);
    }

    #[test]
    fn money() {
        check(&[
            ("sign", "It paid $7.7m for the land.", "7700000 [US dollar]"),
            ("sign of another country", "It paid HK$3 billion.", "3000000000 [Hong Kong dollar]"),
            ("glued code", "The fee is RM3.06mil.", "3060000 [Malaysian ringgit]: fee"),
            ("country behind", "Oil fell to $76 US a barrel.", "v76 [US dollar per barrel]: Oil"),
            ("words", "He owes 420 million Swiss francs.", "420000000 [Swiss franc]"),
            ("behind", "The ticket was 30 \u{20ac}.", "30 [euro]: ticket"),
            ("cents", "It cost 3 dollars 50 cents.", "3.5 [US dollar]"),
            ("a verb is no currency", "In the vote party 5 won.", "5"),
        ]);
    }

    #[test]
    fn percentage_points() {
        check(&[
            ("points", "Her lead grew by 3 percentage points.", "^3 [percentage point]: lead"),
            ("a quarter of one", "The bank raised its rate by 0.25 percentage point.", "0.25 [percentage point]: rate"),
            ("basis points", "Yields rose 12 basis points.", "^12 [basis point]: Yields"),
            ("and percent", "Turnout fell 4 percentage points to 61 percent.", "v4 [percentage point]: Turnout, 61 [percent]: Turnout"),
        ]);
    }

    #[test]
    fn conversions_in_brackets() {
        check(&[
            ("length", "The tunnel is 30 miles (48 km) long.", "30 [mile]: tunnel, 48 [kilometre]: tunnel"),
            ("money", "The bridge cost 9 million yuan ($1.3 million).", "9000000 [Chinese yuan]: bridge, 1300000 [US dollar]: bridge"),
            ("mass", "The bell weighs about 400 kg (880 lb).", "~400 [kilogram]: bell, ~880 [pound-mass]: bell"),
        ]);
    }

    #[test]
    fn pounds_as_weights_and_as_money() {
        check(&[
            ("compound", "A 200-pound boar was shot.", "200 [pound-mass]: boar"),
            ("weighing", "The calf weighs 80 pounds.", "80 [pound-mass]: calf"),
            (
                "weighing before",
                "The calf weighed 80 pounds (36 kg) and gained 9 pounds.",
                "80 [pound-mass]: calf, 36 [kilogram]: calf, ^9 [pound-mass]: calf",
            ),
            ("ounces", "She caught 12 pounds 3 ounces of eel.", "12 [pound-mass], 3 [ounce]: eel"),
            ("price of a weight", "Cotton fell to 60 cents a pound.", "v60 [cent per pound-mass]: Cotton"),
            ("scaled", "It told of a 2.5 billion-pound loss.", "2500000000 [pound sterling]: loss"),
            ("note", "He found a 5-pound note.", "5 [pound sterling]: note"),
            ("money", "The bill came to 80 pounds.", "80 [pound sterling]: bill"),
        ]);
    }

    #[test]
    fn rates() {
        check(&[
            ("a barrel", "Crude oil costs $52 a barrel.", "52 [US dollar per barrel]: oil"),
            ("per unit", "Land costs $1,100 per square foot.", "1100 [US dollar per square foot]: Land"),
            ("percent a year", "The town grows 5 percent a year.", "^5 [percent per year]: town"),
            ("a time, no rate", "It cost $5 a year ago.", "5 [US dollar]"),
        ]);
    }
}
