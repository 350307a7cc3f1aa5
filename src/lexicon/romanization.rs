//! Names of other scripts in Latin letters, and one form for the spellings of one name.

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::Table;
use crate::error::LexiconError;

/// How letters of other scripts are written in Latin ones, and which spellings of them are one.
#[derive(Debug, Clone, Default)]
pub struct Romanization {
    letters: FxHashMap<char, Box<str>>,
    spellings: Vec<(Box<str>, Box<str>)>,
}

impl Romanization {
    /// Reads the tables of letters and the table of spellings.
    pub(super) fn read(letters: &[Table<'_>], spellings: &Table<'_>) -> Result<Self, LexiconError> {
        let mut romanization = Self::default();
        for table in letters {
            for row in table.rows() {
                let mut written = row.cells[0].chars();
                let (Some(letter), None) = (written.next(), written.next()) else {
                    return Err(table.error(row, &format!("{:?} is not one letter", row.cells[0])));
                };
                let latin = table.cell(row, 1, "Latin letters (or - for none)")?;
                romanization.letters.insert(letter, latin.trim_matches('-').into());
            }
        }
        for row in spellings.rows() {
            romanization.spellings.push((row.cells[0].into(), spellings.cell(row, 1, "form")?.into()));
        }
        Ok(romanization)
    }

    /// A word in small plain Latin letters: other scripts by our tables, accents left out; what is unknown to both by `deunicode`.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let romanization = Lexicon::english().romanization();
    /// assert_eq!(romanization.latin("Шойгу"), "shoygu");
    /// assert_eq!(romanization.latin("Erdoğan"), "erdogan");
    /// ```
    #[must_use]
    pub fn latin(&self, word: &str) -> String {
        let mut latin = String::with_capacity(word.len());
        for letter in word.chars().flat_map(char::to_lowercase) {
            match self.letters.get(&letter) {
                _ if letter.is_ascii() => latin.push(letter),
                Some(written) => latin.push_str(written),
                None => latin.push_str(&plain(letter)),
            }
        }
        latin.retain(|c| c.is_ascii_alphanumeric());
        latin
    }

    /// The form in which the spellings of one name meet; a key for comparing, never shown.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let romanization = Lexicon::english().romanization();
    /// let keys = ["Zelensky", "Zelenskyy", "Zelenskiy", "Зеленский"].map(|name| romanization.key(name));
    /// assert!(keys.iter().all(|key| *key == keys[0]));
    /// ```
    #[must_use]
    pub fn key(&self, word: &str) -> String {
        let mut key = format!("^{}$", self.latin(word));
        for (spelling, form) in &self.spellings {
            if key.contains(&**spelling) {
                let edges = (if spelling.starts_with('^') { "^" } else { "" }, if spelling.ends_with('$') { "$" } else { "" });
                key = key.replace(&**spelling, &format!("{}{form}{}", edges.0, edges.1));
            }
        }
        key.trim_matches(['^', '$']).to_owned()
    }
}

/// A letter without its accents, in Latin letters.
fn plain(letter: char) -> String {
    let bare: String = letter.to_string().nfd().filter(|c| !is_combining_mark(*c)).collect();
    if bare.is_ascii() { bare } else { deunicode::deunicode(&bare).to_lowercase() }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn the_table_of_spellings() {
        let romanization = Lexicon::english().romanization();
        for (a, b, same) in [
            ("Sergei", "Sergey", true),
            ("Sergei", "Сергей", true),
            ("Dmitri", "Dmitry", true),
            ("Kiev", "Kyiv", true),
            ("Medvedev", "Медведев", true),
            ("Alexander", "Aleksander", true),
            ("Khrushchev", "Хрущев", true),
            ("Μητσοτάκης", "Mitsotakis", true),
            ("Peña", "Pena", true),
            ("Keller", "Kessler", false),
            ("Vladimir", "Volodymyr", false),
            ("Ivanov", "Ivanova", false),
        ] {
            assert_eq!(romanization.key(a) == romanization.key(b), same, "{a} and {b}");
        }
    }

    #[test]
    fn a_row_of_two_letters_names_its_line() {
        let error = Lexicon::with_lists(&[("cyrillic.tsv", "шш\tsh")]).unwrap_err();
        assert_eq!(error.to_string(), "cyrillic.tsv, line 1: \"шш\" is not one letter");
    }
}
