//! The words of quantities: numbers, units, currencies, hedges, movements, and what stands beside a number that is no quantity.

use rustc_hash::FxHashMap;

use super::{Phrases, Row, Table};
use crate::error::LexiconError;
use crate::value::{Bound, Trend};

/// What a word does in a number.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum NumberWord {
    /// `zero` to `nineteen`.
    Small(f64),
    /// `twenty` to `ninety`.
    Tens(f64),
    /// `hundred`.
    Hundred,
    /// `thousand`, `million`, `lakh`.
    Scale(f64),
    /// `k`, `m`, `bn`: behind digits only.
    Short(f64),
    /// `dozen`.
    Group(f64),
    /// `third`, `quarters`: a denominator.
    Part(f64),
    /// `dozens`, `thousands`: between its two ends.
    Vague(f64, f64),
}

/// What a unit measures. Amounts of one dimension are converted by [`Unit::size`].
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Its usual name, singular: "kilometre".
    pub name: Box<str>,
    /// What it measures: "length", "money", "share".
    pub dimension: Box<str>,
    /// Its size in the dimension's base unit, of a coin in its main one; `None` where no factor leads there (celsius, currencies).
    pub size: Option<f64>,
    /// The currencies that it is a coin of.
    pub coin_of: Box<[Box<str>]>,
}

/// The dimension of currencies: no factor ties them together, for a rate of exchange is no fact of the texts.
const MONEY: &str = "money";

impl Unit {
    /// Whether it is a currency or a coin.
    #[must_use]
    pub fn is_money(&self) -> bool {
        &*self.dimension == MONEY
    }

    /// Whether it counts somebody's age.
    #[must_use]
    pub fn is_age(&self) -> bool {
        &*self.dimension == "age"
    }

    /// How much of the main unit a coin is: a cent is 0.01 of any dollar.
    #[must_use]
    pub fn share_of(&self, main: &Self) -> Option<f64> {
        self.size.filter(|_| self.coin_of.contains(&main.name))
    }
}

/// Where a hedge stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum HedgeSide {
    Before,
    After,
}

macro_rules! contexts {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// What a word beside a number says about it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum NumberContext { $($(#[$doc])* $name),+ }

        impl NumberContext {
            fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

contexts! {
    /// page, section, game: the number behind it is a name.
    Label = "label",
    /// barrel, share: an amount is counted by it behind "a".
    Rate = "rate",
    /// win, lead, vote: two numbers beside it are a score.
    Score = "score",
    /// A.D., BC: the number beside it is a year.
    Era = "era",
    /// since, early: a plain number of four digits behind it is a year.
    Year = "year",
    /// p.m., o'clock: the number before it is a time of day.
    Clock = "clock",
    /// aged, turned: the number behind it is an age.
    Age = "age",
    /// total, record: a noun that only leads to the number.
    Lead = "lead",
    /// 911: a name, whatever it stands beside.
    Name = "name",
    /// "911 calls": what bears such a name.
    Named = "named",
    /// sharply, by: may stand between a movement and its number.
    Adverb = "adverb",
}

/// The lists of quantities.
#[derive(Debug, Clone, Default)]
pub struct QuantityWords {
    numbers: FxHashMap<Box<str>, NumberWord>,
    units: Vec<Unit>,
    unit_names: FxHashMap<Box<str>, usize>,
    unit_words: Phrases<usize>,
    symbols: FxHashMap<Box<str>, usize>,
    signs: FxHashMap<char, Vec<CurrencySign>>,
    hedges_before: Phrases<Bound>,
    hedges_after: Phrases<Bound>,
    trends: FxHashMap<Box<str>, Trend>,
    contexts: FxHashMap<Box<str>, u16>,
}

/// A currency's sign or code as it stands beside a number.
#[derive(Debug, Clone)]
struct CurrencySign {
    text: Box<str>,
    unit: usize,
    scaled_only: bool,
}

/// A currency's sign that was found in a text.
#[derive(Debug, Clone, Copy)]
pub struct FoundSign<'l> {
    /// How many bytes of the text it takes.
    pub length: usize,
    /// The currency.
    pub unit: &'l Unit,
    /// Whether it counts only before a scaled number, as in "PS6m".
    pub scaled_only: bool,
}

impl QuantityWords {
    /// Reads the six lists: `number_words.txt`, `units.txt`, `currencies.txt`, `approximators.txt`, `trends.txt` and
    /// `number_contexts.txt`, found by name with `table`.
    pub(super) fn read<'a>(table: impl Fn(&str) -> Result<Table<'a>, LexiconError>) -> Result<Self, LexiconError> {
        let mut words = Self::default();
        words.read_numbers(&table("number_words.txt")?)?;
        words.read_units(&table("units.txt")?)?;
        words.read_currencies(&table("currencies.txt")?)?;
        words.read_hedges(&table("approximators.txt")?)?;
        words.read_trends(&table("trends.txt")?)?;
        words.read_contexts(&table("number_contexts.txt")?)?;
        Ok(words)
    }

    /// What a lower-case word does in a number.
    #[must_use]
    pub fn number(&self, word: &str) -> Option<NumberWord> {
        self.numbers.get(word).copied()
    }

    /// The longest unit written in words that a row of lower-case pieces begins with: how many pieces, and the unit.
    pub fn unit<'w>(&self, pieces: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, &Unit)> {
        self.unit_words.longest(pieces).map(|(length, &index)| (length, &self.units[index]))
    }

    /// The unit of exactly this symbol, case kept: "km", "W".
    #[must_use]
    pub fn symbol(&self, symbol: &str) -> Option<&Unit> {
        self.symbols.get(symbol).map(|&index| &self.units[index])
    }

    /// The unit of this usual name.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let words = Lexicon::english().quantity();
    /// let (mile, kilometre) = (words.named("mile").unwrap(), words.named("kilometre").unwrap());
    /// assert_eq!(mile.dimension, kilometre.dimension);
    /// assert_eq!((mile.size, kilometre.size), (Some(1609.344), Some(1000.0)));
    /// ```
    #[must_use]
    pub fn named(&self, name: &str) -> Option<&Unit> {
        self.unit_names.get(name).map(|&index| &self.units[index])
    }

    /// The longest currency sign that `text` begins with.
    #[must_use]
    pub fn sign(&self, text: &str) -> Option<FoundSign<'_>> {
        let first = text.chars().next()?.to_ascii_uppercase();
        let fits = |sign: &&CurrencySign| {
            let head = text.get(..sign.text.len()).unwrap_or("");
            if sign.text.contains('$') { head.eq_ignore_ascii_case(&sign.text) } else { head == &*sign.text }
        };
        let sign = self.signs.get(&first)?.iter().find(fits)?;
        Some(FoundSign { length: sign.text.len(), unit: &self.units[sign.unit], scaled_only: sign.scaled_only })
    }

    /// The longest hedge that a row of lower-case pieces begins with and that stands before a number.
    pub fn hedge_before<'w>(&self, pieces: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, Bound)> {
        self.hedges_before.longest(pieces).map(|(length, &bound)| (length, bound))
    }

    /// The longest hedge that a row of lower-case pieces begins with and that stands after a number.
    pub fn hedge_after<'w>(&self, pieces: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, Bound)> {
        self.hedges_after.longest(pieces).map(|(length, &bound)| (length, bound))
    }

    /// Which way a lower-case word says that a number moved.
    #[must_use]
    pub fn trend(&self, word: &str) -> Option<Trend> {
        self.trends.get(word).copied()
    }

    /// Whether a lower-case word says this about a number beside it.
    #[must_use]
    pub fn says(&self, word: &str, context: NumberContext) -> bool {
        self.contexts.get(word).is_some_and(|set| set & (1 << context as u16) != 0)
    }

    fn read_numbers(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        for row in table.rows() {
            let value = table.number(row, 2, "value")?;
            let word = match table.cell(row, 1, "role")? {
                "small" => NumberWord::Small(value),
                "tens" => NumberWord::Tens(value),
                "hundred" => NumberWord::Hundred,
                "scale" => NumberWord::Scale(value),
                "short" => NumberWord::Short(value),
                "group" => NumberWord::Group(value),
                "part" => NumberWord::Part(value),
                "vague" => NumberWord::Vague(value, table.number(row, 3, "upper end")?),
                role => return Err(table.error(row, &format!("{role:?} is no role of a number word"))),
            };
            self.numbers.insert(row.cells[0].into(), word);
        }
        Ok(())
    }

    fn read_units(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        for row in table.rows() {
            let size = match table.cell(row, 2, "size")? {
                "-" => None,
                _ => Some(table.number(row, 2, "size")?),
            };
            let dimension = table.cell(row, 1, "dimension")?;
            let index = self.add_unit(Unit { name: row.cells[0].into(), dimension: dimension.into(), size, coin_of: Box::default() });
            self.add_words(row.cells[0], table.cell(row, 3, "words")?, index);
            for symbol in table.cell(row, 4, "symbols")?.split_whitespace().filter(|s| *s != "-") {
                self.symbols.insert(symbol.into(), index);
            }
        }
        Ok(())
    }

    fn read_currencies(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        for row in table.rows() {
            let size: f64 = table.number(row, 1, "size")?;
            let coin_of = row.cells.get(4).map_or_else(Box::default, |mains| entries(mains).map(Box::from).collect());
            let size = (size != 1.0).then_some(size);
            let index = self.add_unit(Unit { name: row.cells[0].into(), dimension: MONEY.into(), size, coin_of });
            self.add_words(row.cells[0], table.cell(row, 2, "words")?, index);
            for sign in entries(table.cell(row, 3, "signs")?) {
                let (text, scaled_only) = sign.strip_suffix('~').map_or((sign, false), |text| (text, true));
                self.add_sign(table, row, CurrencySign { text: text.into(), unit: index, scaled_only })?;
            }
        }
        Ok(())
    }

    fn add_sign(&mut self, table: &Table<'_>, row: &Row<'_>, sign: CurrencySign) -> Result<(), LexiconError> {
        let first = sign.text.chars().next().ok_or_else(|| table.error(row, "an empty sign"))?;
        let signs = self.signs.entry(first.to_ascii_uppercase()).or_default();
        signs.push(sign);
        signs.sort_by_key(|sign| std::cmp::Reverse(sign.text.len()));
        Ok(())
    }

    fn add_unit(&mut self, unit: Unit) -> usize {
        let index = self.units.len();
        self.unit_names.entry(unit.name.clone()).or_insert(index);
        self.units.push(unit);
        index
    }

    /// Adds a unit's name and words, each with its regular plural.
    fn add_words(&mut self, name: &str, words: &str, index: usize) {
        for word in entries(words).chain([name]) {
            let word = as_pieces(word).to_lowercase();
            if !word.ends_with('s') {
                self.unit_words.insert(&format!("{word}s"), index);
            }
            self.unit_words.insert(&word, index);
        }
    }

    fn read_hedges(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        for row in table.rows() {
            let bound = match row.cells[0] {
                "about" => Bound::About,
                "more_than" => Bound::MoreThan,
                "at_least" => Bound::AtLeast,
                "less_than" => Bound::LessThan,
                "at_most" => Bound::AtMost,
                other => return Err(table.error(row, &format!("{other:?} is no bound"))),
            };
            let side = match table.cell(row, 1, "side")? {
                "before" => HedgeSide::Before,
                "after" => HedgeSide::After,
                other => return Err(table.error(row, &format!("{other:?} is neither before nor after"))),
            };
            let hedges = if side == HedgeSide::Before { &mut self.hedges_before } else { &mut self.hedges_after };
            for phrase in entries(table.cell(row, 2, "phrases")?) {
                hedges.insert(&as_pieces(phrase), bound);
            }
        }
        Ok(())
    }

    fn read_trends(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        for row in table.rows() {
            let trend = match row.cells[0] {
                "up" => Trend::Up,
                "down" => Trend::Down,
                other => return Err(table.error(row, &format!("{other:?} is neither up nor down"))),
            };
            for word in table.cell(row, 1, "words")?.split_whitespace() {
                self.trends.insert(word.into(), trend);
            }
        }
        Ok(())
    }

    fn read_contexts(&mut self, table: &Table<'_>) -> Result<(), LexiconError> {
        for row in table.rows() {
            let key = row.cells[0];
            let context = NumberContext::from_key(key).ok_or_else(|| table.error(row, &format!("{key:?} is no class")))?;
            for word in table.cell(row, 1, "words")?.split_whitespace() {
                *self.contexts.entry(word.into()).or_default() |= 1 << context as u16;
            }
        }
        Ok(())
    }
}

/// The entries of a cell, parted by commas; `-` stands for none.
fn entries(cell: &str) -> impl Iterator<Item = &str> {
    cell.split(',').map(str::trim).filter(|entry| !entry.is_empty() && *entry != "-")
}

/// A phrase as the pieces of a sentence show it: hyphens stand alone.
fn as_pieces(phrase: &str) -> String {
    phrase.replace('-', " - ")
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn a_bad_line_names_file_and_line() {
        for (file, line, message) in [
            ("number_words.txt", "gross\tpile\t144", "\"pile\" is no role of a number word"),
            ("number_words.txt", "gross\tgroup\tmany", "\"many\" is no value"),
            ("approximators.txt", "vaguely\tbefore\tish", "\"vaguely\" is no bound"),
            ("trends.txt", "sideways\tdrifted", "\"sideways\" is neither up nor down"),
            ("units.txt", "league\tlength\tfar\t-\t-", "\"far\" is no size"),
        ] {
            let error = Lexicon::with_lists(&[(file, line)]).unwrap_err();
            assert_eq!((error.file.as_str(), error.line, error.message.as_str()), (file, 1, message));
        }
    }

    #[test]
    fn the_longest_sign_is_found() {
        let words = Lexicon::english().quantity();
        for (text, name, length) in [
            ("$5", "US dollar", 1),
            ("US $5", "US dollar", 4),
            ("us $ 5", "US dollar", 4),
            ("HK$3", "Hong Kong dollar", 3),
            ("RM20", "Malaysian ringgit", 2),
            ("\u{20ac}3", "euro", 3),
        ] {
            let sign = words.sign(text).expect(text);
            assert_eq!((&*sign.unit.name, sign.length), (name, length), "{text}");
        }
        assert!(words.sign("rm20").is_none());
        assert!(words.sign("").is_none());
    }
}
