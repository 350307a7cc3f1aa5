//! What is known of names before any article is read: given names, countries, seats of government, words that tell a gender.

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{Phrases, Table};
use crate::error::LexiconError;

/// Who bears a given name, or whom a word means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub enum Gender {
    /// A man: "he".
    Male,
    /// A woman: "she".
    Female,
}

/// How a country is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CountryForm {
    /// France, U.K.
    Name,
    /// French
    Adjective,
    /// Britons
    People,
    /// Paris
    Capital,
}

/// Word lists about names.
#[derive(Debug, Clone, Default)]
pub struct NameWords {
    given: FxHashMap<Box<str>, Option<Gender>>,
    gendered: FxHashMap<Box<str>, Gender>,
    countries: Vec<Box<str>>,
    places: Phrases<(u16, CountryForm)>,
    metonyms: Phrases<Box<str>>,
    governments: Phrases<()>,
    same_language: FxHashSet<Box<str>>,
    homonyms: FxHashSet<Box<str>>,
    nicknames: FxHashMap<Box<str>, Box<[Box<str>]>>,
    offices: FxHashMap<Box<str>, Box<str>>,
    epithets: FxHashSet<Box<str>>,
    particles: FxHashSet<Box<str>>,
    relatives: FxHashSet<Box<str>>,
}

impl NameWords {
    /// Reads the lists of names by their file names.
    pub(super) fn read<'a>(table: impl Fn(&str) -> Result<Table<'a>, LexiconError>) -> Result<Self, LexiconError> {
        let mut words = Self::default();
        let given = table("given_names.txt")?;
        for row in given.rows() {
            let gender = match given.cell(row, 1, "gender")? {
                "either" => None,
                other => Some(gender(&given, row, other)?),
            };
            words.given.insert(row.cells[0].into(), gender);
        }
        let honorifics = table("honorifics.txt")?;
        for row in honorifics.rows() {
            let gender = gender(&honorifics, row, honorifics.cell(row, 1, "gender")?)?;
            words.gendered.insert(row.cells[0].into(), gender);
        }
        let countries = table("countries.txt")?;
        for row in countries.rows() {
            words.add_country(&countries, row)?;
        }
        let metonyms = table("metonyms.txt")?;
        for row in metonyms.rows() {
            words.metonyms.insert(row.cells[0], metonyms.cell(row, 1, "meaning")?.into());
        }
        for row in table("governments.txt")?.rows() {
            words.governments.insert(row.cells[0], ());
        }
        let offices = table("offices.txt")?;
        for row in offices.rows() {
            words.offices.insert(row.cells[0].into(), offices.cell(row, 1, "office")?.into());
        }
        let set = |name: &str| Ok(table(name)?.rows().iter().map(|row| row.cells[0].into()).collect());
        words.same_language = set("anglophone.txt")?;
        words.epithets = set("epithets.txt")?;
        words.particles = set("particles.txt")?;
        words.relatives = set("relatives.txt")?;
        let nicknames = table("nicknames.txt")?;
        for row in nicknames.rows() {
            let formal = nicknames.cell(row, 1, "full form")?.split_whitespace().map(Box::from).collect();
            words.nicknames.insert(row.cells[0].into(), formal);
        }
        Ok(words)
    }

    fn add_country(&mut self, table: &Table<'_>, row: &super::Row<'_>) -> Result<(), LexiconError> {
        let index = self.countries.len() as u16;
        self.countries.push(row.cells[0].into());
        match row.cells.get(5) {
            None => {}
            Some(&"homonym") => _ = self.homonyms.insert(row.cells[0].into()),
            Some(other) => return Err(table.error(row, &format!("{other:?} is no mark of a country; write homonym"))),
        }
        self.places.insert(&row.cells[0].to_lowercase(), (index, CountryForm::Name));
        let forms = [CountryForm::Name, CountryForm::Adjective, CountryForm::People, CountryForm::Capital];
        for (column, form) in forms.into_iter().enumerate() {
            let cell = table.cell(row, column + 1, "name (or - for none)")?;
            for word in cell.split('|').filter(|w| *w != "-") {
                self.places.insert(&word.to_lowercase(), (index, form));
            }
        }
        Ok(())
    }

    /// Who bears this given name (in lower case): `None` where it is none that is listed, `Some(None)` where men and women do.
    ///
    /// ```
    /// use corroborate::lexicon::{Gender, Lexicon};
    /// let names = Lexicon::english().names();
    /// assert_eq!(names.given("oksana"), Some(Some(Gender::Female)));
    /// assert_eq!(names.given("leslie"), Some(None));
    /// assert_eq!(names.given("kremlin"), None);
    /// ```
    #[must_use]
    pub fn given(&self, word: &str) -> Option<Option<Gender>> {
        self.given.get(word).copied()
    }

    /// The full forms of a short given name (in lower case): "robert" of "bob".
    #[must_use]
    pub fn full_forms(&self, nickname: &str) -> &[Box<str>] {
        self.nicknames.get(nickname).map_or(&[], |forms| forms)
    }

    /// The office that a word of a title (in lower case, without a full stop) means: "senator" of "sen"; itself where it is no other word
    /// for one.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let names = Lexicon::english().names();
    /// assert_eq!(names.office("congresswoman"), names.office("rep"));
    /// assert_eq!(names.office("mayor"), "mayor");
    /// ```
    #[must_use]
    pub fn office<'w>(&'w self, word: &'w str) -> &'w str {
        self.offices.get(word).map_or(word, |office| office)
    }

    /// Whether a noun (in lower case) goes back, behind "the", to a person in focus: "Republican", "year-old".
    #[must_use]
    pub fn is_epithet(&self, word: &str) -> bool {
        self.epithets.contains(word)
    }

    /// Whether a word (in lower case) is a small part of last names: "van", "bin".
    #[must_use]
    pub fn is_particle(&self, word: &str) -> bool {
        self.particles.contains(word)
    }

    /// Whether a noun (in lower case) means somebody by his kin: "wife", "brother".
    #[must_use]
    pub fn is_relative(&self, word: &str) -> bool {
        self.relatives.contains(word)
    }

    /// Whether a title or a noun (in lower case) means a man or a woman: "Mrs.", "spokesman".
    #[must_use]
    pub fn gendered(&self, word: &str) -> Option<Gender> {
        self.gendered.get(word).copied()
    }

    /// The country that these lower-case words begin with, in its longest form: how many words, the country's name, the form.
    ///
    /// ```
    /// use corroborate::lexicon::{CountryForm, Lexicon};
    /// let names = Lexicon::english().names();
    /// let found = names.country(["north", "korean", "officials"].into_iter());
    /// assert_eq!(found, Some((2, "North Korea", CountryForm::Adjective)));
    /// ```
    pub fn country<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, &str, CountryForm)> {
        let (length, (index, form)) = self.places.longest(words)?;
        Some((length, &self.countries[usize::from(*index)], *form))
    }

    /// What a seat or a house stands for, where these lower-case words begin with one: how many words, and the meaning.
    pub fn metonym<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, &str)> {
        self.metonyms.longest(words).map(|(length, meaning)| (length, &**meaning))
    }

    /// Whether those who speak for a country speak the language of this lexicon, so that their words need no translation.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let names = Lexicon::english().names();
    /// assert!(names.speaks_this_language("Canada"));
    /// assert!(!names.speaks_this_language("Sweden"));
    /// ```
    #[must_use]
    pub fn speaks_this_language(&self, country: &str) -> bool {
        self.same_language.contains(country)
    }

    /// Whether a country's name is oftener that of something else: Georgia is a state of the United States in English news.
    #[must_use]
    pub fn is_homonym(&self, country: &str) -> bool {
        self.homonyms.contains(country)
    }

    /// How many words speak for a country when they follow its name: "officials", "foreign ministry".
    pub fn government<'w>(&self, words: impl Iterator<Item = &'w str> + Clone) -> Option<usize> {
        self.governments.longest(words).map(|(length, ())| length)
    }
}

fn gender(table: &Table<'_>, row: &super::Row<'_>, cell: &str) -> Result<Gender, LexiconError> {
    match cell {
        "male" => Ok(Gender::Male),
        "female" => Ok(Gender::Female),
        _ => Err(table.error(row, &format!("{cell:?} is no gender; write male or female"))),
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::{CountryForm, Gender, Lexicon};

    #[test]
    fn the_table_of_countries() {
        let names = Lexicon::english().names();
        for (words, want) in [
            ("u.s. officials", Some((1, "United States", CountryForm::Name))),
            ("united states of america", Some((4, "United States", CountryForm::Name))),
            ("dutch farmers", Some((1, "Netherlands", CountryForm::Adjective))),
            ("buenos aires said", Some((2, "Argentina", CountryForm::Capital))),
            ("swedes voted", Some((1, "Sweden", CountryForm::People))),
            ("officials said", None),
        ] {
            assert_eq!(names.country(words.split(' ')), want, "{words}");
        }
    }

    #[test]
    fn who_speaks_for_a_country() {
        let names = Lexicon::english().names();
        assert_eq!(names.metonym("white house said".split(' ')), Some((2, "United States")));
        assert_eq!(names.government("foreign ministry said".split(' ')), Some(2));
        assert_eq!(names.government("president said".split(' ')), None);
        assert_eq!(names.gendered("spokeswoman"), Some(Gender::Female));
    }

    #[test]
    fn a_bad_gender_names_its_line() {
        let error = Lexicon::with_lists(&[("given_names.txt", "ode\tneuter")]).unwrap_err();
        assert_eq!(error.to_string(), "given_names.txt, line 1: \"neuter\" is no gender; write male or female");
    }
}
