//! How words are related in meaning: lemmas, derivations, synonyms, antonyms and broader words, compiled from WordNet.

use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;
use serde::{Deserialize, Serialize};

use super::{Lexicon, Table};
use crate::error::LexiconError;

/// How one word stands to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum WordRelation {
    /// Forms of one lemma: "rose", "rises".
    Same,
    /// One root in two parts of speech: "conclude", "conclusion".
    Derived,
    /// Nearly the same letters ("Zelensky", "Zelenskiy"), an acronym, or one word written as two; only alignments find these.
    Spelled,
    /// They share a sense: "purchase", "buy".
    Synonym,
    /// One is a kind of the other: "car", "vehicle".
    Broader,
    /// Opposites: "rise", "fall".
    Antonym,
}

/// The shipped lists: file name and content.
const ENGLISH: &[(&str, &str)] = &[
    ("meaning/forms.txt", include_str!("en/meaning/forms.txt")),
    ("meaning/broader.txt", include_str!("en/meaning/broader.txt")),
    ("meaning/synonyms.txt", include_str!("en/meaning/synonyms.txt")),
    ("meaning/antonyms.txt", include_str!("en/meaning/antonyms.txt")),
    ("meaning/opposites.txt", include_str!("en/meaning/opposites.txt")),
    ("meaning/derivations.txt", include_str!("en/meaning/derivations.txt")),
];

/// Each list with the relation that it holds, the surest last: of two relations of one pair the later list wins.
const RELATIONS: [(&str, WordRelation); 5] = [
    ("meaning/broader.txt", WordRelation::Broader),
    ("meaning/synonyms.txt", WordRelation::Synonym),
    ("meaning/antonyms.txt", WordRelation::Antonym),
    ("meaning/opposites.txt", WordRelation::Antonym),
    ("meaning/derivations.txt", WordRelation::Derived),
];

/// Endings that are taken off and what is put in their place, tried in this order (WordNet's rules of detachment).
const ENDINGS: &[(&str, &str)] = &[
    ("ies", "y"),
    ("ses", "s"),
    ("xes", "x"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("s", ""),
    ("es", ""),
    ("ied", "y"),
    ("ed", "e"),
    ("ed", ""),
    ("ing", "e"),
    ("ing", ""),
    ("ier", "y"),
    ("iest", "y"),
    ("er", ""),
    ("est", ""),
    ("er", "e"),
    ("est", "e"),
];

/// The relations between words.
#[derive(Debug, Clone, Default)]
pub(super) struct WordRelations {
    ids: FxHashMap<Box<str>, u32>,
    lemmas: FxHashMap<Box<str>, Box<str>>,
    /// By the two ids, the smaller one first; the strength in tenths.
    pairs: FxHashMap<(u32, u32), (WordRelation, u8)>,
    antonyms: FxHashMap<u32, Vec<Box<str>>>,
}

impl WordRelations {
    /// The shipped lists, read on first use.
    fn english() -> &'static Arc<Self> {
        static MEANING: OnceLock<Arc<WordRelations>> = OnceLock::new();
        MEANING.get_or_init(|| match WordRelations::read(ENGLISH) {
            Ok(meaning) => Arc::new(meaning),
            // A test reads every list, so this is a build that never passed its tests.
            Err(error) => unreachable!("the shipped word lists are broken: {error}"),
        })
    }

    /// The shipped lists with further ones on top; only the shared ones where there are none.
    pub(super) fn with_lists(lists: &[(&str, &str)]) -> Result<Option<Arc<Self>>, LexiconError> {
        let own: Vec<_> = lists.iter().filter(|(name, _)| name.starts_with("meaning/")).copied().collect();
        if own.is_empty() {
            return Ok(None);
        }
        Self::read(&[ENGLISH, &own].concat()).map(|meaning| Some(Arc::new(meaning)))
    }

    fn read(lists: &[(&str, &str)]) -> Result<Self, LexiconError> {
        let table = |name: &str| Table::parse(name, lists.iter().filter(|(n, _)| *n == name).map(|(_, c)| *c));
        let mut meaning = Self::default();
        for (name, relation) in RELATIONS {
            meaning.read_relation(&table(name)?, relation)?;
        }
        let forms = table("meaning/forms.txt")?;
        for row in forms.rows() {
            meaning.lemmas.insert(row.cells[0].into(), forms.cell(row, 1, "lemma")?.into());
        }
        Ok(meaning)
    }

    /// Lines of a word, a tab, and its partners as `partner=strength`.
    fn read_relation(&mut self, table: &Table<'_>, relation: WordRelation) -> Result<(), LexiconError> {
        for row in table.rows() {
            let word = self.intern(row.cells[0]);
            for entry in table.cell(row, 1, "related word")?.split(' ') {
                let parts = entry.split_once('=').and_then(|(name, digit)| Some((name, digit.parse::<u8>().ok().filter(|d| *d <= 9)?)));
                let Some((name, strength)) = parts else {
                    return Err(table.error(row, &format!("{entry:?} is no partner=strength with a strength from 1 to 9")));
                };
                let partner = self.intern(name);
                self.pairs.insert((word.min(partner), word.max(partner)), (relation, strength));
                if relation == WordRelation::Antonym {
                    self.antonyms.entry(word).or_default().push(name.into());
                    self.antonyms.entry(partner).or_default().push(row.cells[0].into());
                }
            }
        }
        Ok(())
    }

    fn intern(&mut self, word: &str) -> u32 {
        if let Some(id) = self.ids.get(word) {
            return *id;
        }
        let id = self.ids.len() as u32;
        self.ids.insert(word.into(), id);
        id
    }

    fn lemma<'a>(&'a self, word: &'a str) -> &'a str {
        if let Some(lemma) = self.lemmas.get(word) {
            return lemma;
        }
        if self.ids.contains_key(word) {
            return word;
        }
        let mut buffer = String::new();
        let known = ENDINGS.iter().find_map(|(ending, replacement)| {
            let body = word.strip_suffix(ending).filter(|body| body.len() >= 2)?;
            buffer.clear();
            buffer.push_str(body);
            buffer.push_str(replacement);
            self.known(&buffer).or_else(|| self.known(undoubled(body).filter(|_| replacement.is_empty())?))
        });
        known.unwrap_or(word)
    }

    fn known(&self, word: &str) -> Option<&str> {
        self.ids.get_key_value(word).map(|(key, _)| key.as_ref())
    }
}

/// "stopp" → "stop": the consonant that is doubled before an ending.
fn undoubled(body: &str) -> Option<&str> {
    let [.., a, b] = body.as_bytes() else { return None };
    (a == b && b.is_ascii_alphabetic()).then(|| &body[..body.len() - 1])
}

impl Lexicon {
    /// The dictionary form of a lower-case word; the word itself where none is known.
    ///
    /// Irregular forms come from a list; of a form that is a word of its own as well ("left", "united") the reading that
    /// WordNet's tagged texts have oftener is taken. Other forms lose a regular ending if that leaves a known word.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.lemma("rose"), "rise");
    /// assert_eq!(lexicon.lemma("denied"), "deny");
    /// assert_eq!(lexicon.lemma("stopping"), "stop");
    /// ```
    #[must_use]
    pub fn lemma<'a>(&'a self, word: &'a str) -> &'a str {
        self.meaning().lemma(word)
    }

    /// How two lower-case words are related, and how strongly (0 to 1); `None` where nothing is known of it.
    ///
    /// The strength of synonyms is the geometric mean of the shares of either word's use that fall to a common sense, so
    /// a rare sense counts for little. Symmetric.
    ///
    /// ```
    /// use corroborate::lexicon::{Lexicon, WordRelation};
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.relation("rises", "rose"), Some((WordRelation::Same, 1.0)));
    /// assert_eq!(lexicon.relation("concluded", "conclusion"), Some((WordRelation::Derived, 0.9)));
    /// assert_eq!(lexicon.relation("rises", "fell"), Some((WordRelation::Antonym, 0.9)));
    /// assert!(matches!(lexicon.relation("bought", "purchases"), Some((WordRelation::Synonym, _))));
    /// assert_eq!(lexicon.relation("troops", "conclusion"), None);
    /// ```
    #[must_use]
    pub fn relation(&self, a: &str, b: &str) -> Option<(WordRelation, f64)> {
        let (a, b) = (self.lemma(a), self.lemma(b));
        if a == b {
            return Some((WordRelation::Same, 1.0));
        }
        self.relation_of_ids(self.word_id(a)?, self.word_id(b)?)
    }

    /// The antonyms of a lower-case word, as lemmas, in the order of the lists.
    ///
    /// ```
    /// use corroborate::lexicon::Lexicon;
    /// assert!(Lexicon::english().antonyms("rises").any(|word| word == "fall"));
    /// ```
    pub fn antonyms(&self, word: &str) -> impl Iterator<Item = &str> {
        let words = self.word_id(self.lemma(word)).and_then(|id| self.meaning().antonyms.get(&id));
        words.into_iter().flatten().map(AsRef::as_ref)
    }

    /// A number for a lemma that has relations at all, for [`Lexicon::relation_of_ids`].
    #[must_use]
    pub fn word_id(&self, lemma: &str) -> Option<u32> {
        self.meaning().ids.get(lemma).copied()
    }

    /// [`Lexicon::relation`] of two lemmas by their numbers; the fast way for many pairs.
    #[must_use]
    pub fn relation_of_ids(&self, a: u32, b: u32) -> Option<(WordRelation, f64)> {
        let (relation, tenths) = self.meaning().pairs.get(&(a.min(b), a.max(b)))?;
        Some((*relation, f64::from(*tenths) / 10.0))
    }

    fn meaning(&self) -> &WordRelations {
        self.meaning.as_ref().unwrap_or_else(|| WordRelations::english())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_are_sound() {
        WordRelations::read(ENGLISH).expect("shipped lists");
    }

    #[test]
    fn lemmas() {
        let lexicon = Lexicon::english();
        for (phenomenon, form, lemma) in [
            ("irregular verb", "bought", "buy"),
            ("irregular verb", "shook", "shake"),
            ("irregular verb, also a noun", "rose", "rise"),
            ("irregular noun", "children", "child"),
            ("irregular noun", "wives", "wife"),
            ("irregular adjective", "worse", "bad"),
            ("regular plural", "ministries", "ministry"),
            ("regular plural", "taxes", "tax"),
            ("regular plural", "bridges", "bridge"),
            ("past", "denied", "deny"),
            ("past", "closed", "close"),
            ("doubled consonant", "stopped", "stop"),
            ("doubled consonant", "planning", "plan"),
            ("participle that is an adjective too", "united", "unite"),
            ("a word of its own", "species", "species"),
            ("unknown", "velmouth", "velmouth"),
            ("empty", "", ""),
        ] {
            assert_eq!(lexicon.lemma(form), lemma, "{phenomenon}");
        }
    }

    #[test]
    fn relations_of_words() {
        use WordRelation::*;
        let lexicon = Lexicon::english();
        for (a, b, want) in [
            ("children", "child", Some(Same)),
            ("denied", "denial", Some(Derived)),
            ("Ukraine", "ukraine", None),
            ("iraqi", "iraq", Some(Derived)),
            ("quickly", "slowly", Some(Antonym)),
            ("begin", "ended", Some(Antonym)),
            ("purchased", "buying", Some(Synonym)),
            ("started", "begin", Some(Synonym)),
            ("doctors", "physician", Some(Synonym)),
            ("basement", "floors", Some(Broader)),
            ("bridge", "ministry", None),
        ] {
            assert_eq!(lexicon.relation(a, b).map(|r| r.0), want, "{a} {b}");
            assert_eq!(lexicon.relation(a, b), lexicon.relation(b, a), "{a} {b} the other way round");
        }
    }

    #[test]
    fn own_lists_come_on_top() {
        let lexicon = Lexicon::with_lists(&[("meaning/synonyms.txt", "skerry\tholm=8")]).unwrap();
        assert_eq!(lexicon.relation("skerry", "holm"), Some((WordRelation::Synonym, 0.8)));
        assert_eq!(lexicon.lemma("rose"), "rise");
        let error = Lexicon::with_lists(&[("meaning/synonyms.txt", "skerry\tholm")]).unwrap_err();
        assert_eq!(error.to_string(), "meaning/synonyms.txt, line 1: \"holm\" is no partner=strength with a strength from 1 to 9");
    }
}
