//! Word lists as data: one folder a language, one entry a line, `#` comments; a bad line names file and line.
//!
//! [`Lexicon::english`] is compiled in and read once. [`Lexicon::with_lists`] reads further entries on top of it. Each part of the
//! lexicon has a file of its own here, next to the lists it reads; a list is a [`Table`] of tab-separated cells, and entries of
//! several words are found with [`Phrases`].

mod calendar;
mod class;
mod concept;
mod contraction;
mod finality;
mod frequency;
mod furniture;
mod meaning;
mod names;
mod phrases;
mod progress;
mod quantity;
mod romanization;
mod session;
mod speech;
mod table;
mod variant;

pub use calendar::{CalendarWords, Edge, Feast, Meridiem, TimeUnit, TimeWord};
pub use class::{Class, Classes};
pub use concept::{ConceptId, Concepts};
pub use finality::Finality;
pub use frequency::Frequency;
pub use furniture::Furniture;
pub use meaning::WordRelation;
pub use names::{CountryForm, Gender, NameWords};
pub use phrases::Phrases;
pub use progress::{PhaseForm, Progress};
pub use quantity::{FoundSign, NumberContext, NumberWord, QuantityWords, Unit};
pub use romanization::Romanization;
pub use speech::{Act, CueVerb, Frame, SpeechWords, Voiceless};
pub use table::{Row, Table};

use std::sync::{Arc, OnceLock};

use crate::error::LexiconError;

/// Everything the stages know about words.
///
/// ```
/// use corroborate::lexicon::{Class, Lexicon};
/// let lexicon = Lexicon::english();
/// assert!(lexicon.classes("he").has(Class::Pronoun));
/// assert!(lexicon.classes("not").has(Class::Negator));
/// ```
#[derive(Debug, Clone)]
pub struct Lexicon {
    classes: class::ClassTable,
    concepts: Concepts,
    names: NameWords,
    romanization: Romanization,
    calendar: CalendarWords,
    speech: SpeechWords,
    sessions: session::Sessions,
    finalities: finality::Finalities,
    variants: variant::WrittenForms,
    contractions: contraction::Contractions,
    progress: progress::ProgressRules,
    furniture: furniture::FurnitureWords,
    frequencies: frequency::Frequencies,
    /// `None` for the shipped relations of words, which are read on first use.
    meaning: Option<Arc<meaning::WordRelations>>,
    quantity: QuantityWords,
}

/// The lists of the first language, compiled in: file name and content.
const ENGLISH: &[(&str, &str)] = &[
    ("classes.txt", include_str!("en/classes.txt")),
    ("concepts.txt", include_str!("en/concepts.txt")),
    ("given_names.txt", include_str!("en/given_names.txt")),
    ("honorifics.txt", include_str!("en/honorifics.txt")),
    ("countries.txt", include_str!("en/countries.txt")),
    ("metonyms.txt", include_str!("en/metonyms.txt")),
    ("governments.txt", include_str!("en/governments.txt")),
    ("anglophone.txt", include_str!("en/anglophone.txt")),
    ("nicknames.txt", include_str!("en/nicknames.txt")),
    ("epithets.txt", include_str!("en/epithets.txt")),
    ("offices.txt", include_str!("en/offices.txt")),
    ("particles.txt", include_str!("en/particles.txt")),
    ("relatives.txt", include_str!("en/relatives.txt")),
    ("cyrillic.tsv", include_str!("romanization/cyrillic.tsv")),
    ("greek.tsv", include_str!("romanization/greek.tsv")),
    ("spellings.tsv", include_str!("romanization/spellings.tsv")),
    ("calendar.txt", include_str!("en/calendar.txt")),
    ("time_references.txt", include_str!("en/time_references.txt")),
    ("holidays.txt", include_str!("en/holidays.txt")),
    ("cues.txt", include_str!("en/cues.txt")),
    ("cue_phrases.txt", include_str!("en/cue_phrases.txt")),
    ("companions.txt", include_str!("en/companions.txt")),
    ("idle_cues.txt", include_str!("en/idle_cues.txt")),
    ("documents.txt", include_str!("en/documents.txt")),
    ("voiceless.txt", include_str!("en/voiceless.txt")),
    ("number_words.txt", include_str!("en/number_words.txt")),
    ("units.txt", include_str!("en/units.txt")),
    ("currencies.txt", include_str!("en/currencies.txt")),
    ("approximators.txt", include_str!("en/approximators.txt")),
    ("trends.txt", include_str!("en/trends.txt")),
    ("number_contexts.txt", include_str!("en/number_contexts.txt")),
    ("frequencies.txt", include_str!("en/frequencies.txt")),
    ("sessions.txt", include_str!("en/sessions.txt")),
    ("finality.txt", include_str!("en/finality.txt")),
    ("variants.txt", include_str!("en/variants.txt")),
    ("contractions.txt", include_str!("en/contractions.txt")),
    ("progress.txt", include_str!("en/progress.txt")),
    ("furniture.txt", include_str!("en/furniture.txt")),
];

impl Lexicon {
    /// The English lexicon that is compiled in.
    #[must_use]
    pub fn english() -> &'static Self {
        static ENGLISH_LEXICON: OnceLock<Lexicon> = OnceLock::new();
        ENGLISH_LEXICON.get_or_init(|| match Lexicon::read(ENGLISH) {
            Ok(lexicon) => lexicon,
            // A test reads every list, so this is a build that never passed its tests.
            Err(error) => unreachable!("the shipped word lists are broken: {error}"),
        })
    }

    /// Reads a whole lexicon from its lists: (file name, content).
    pub fn read(lists: &[(&str, &str)]) -> Result<Self, LexiconError> {
        let table = |name: &str| Table::parse(name, lists.iter().filter(|(n, _)| *n == name).map(|(_, c)| *c));
        Ok(Self {
            classes: class::ClassTable::read(&table("classes.txt")?)?,
            concepts: Concepts::read(&table("concepts.txt")?)?,
            names: NameWords::read(table)?,
            romanization: Romanization::read(&[table("cyrillic.tsv")?, table("greek.tsv")?], &table("spellings.tsv")?)?,
            calendar: CalendarWords::read(&table("calendar.txt")?, &table("time_references.txt")?, &table("holidays.txt")?)?,
            speech: SpeechWords::read(table)?,
            meaning: meaning::WordRelations::with_lists(lists)?,
            quantity: QuantityWords::read(table)?,
            frequencies: frequency::Frequencies::read(&table("frequencies.txt")?)?,
            sessions: session::Sessions::read(&table("sessions.txt")?)?,
            finalities: finality::Finalities::read(&table("finality.txt")?)?,
            variants: variant::WrittenForms::read(&table("variants.txt")?)?,
            contractions: contraction::Contractions::read(&table("contractions.txt")?)?,
            progress: progress::ProgressRules::read(&table("progress.txt")?)?,
            furniture: furniture::FurnitureWords::read(&table("furniture.txt")?)?,
        })
    }

    /// The English lexicon with further entries: each list is named as the shipped one it adds to.
    ///
    /// ```
    /// use corroborate::lexicon::{Class, Lexicon};
    /// let lexicon = Lexicon::with_lists(&[("classes.txt", "honorific\tcomrade")]).unwrap();
    /// assert!(lexicon.classes("comrade").has(Class::Honorific));
    /// let error = Lexicon::with_lists(&[("classes.txt", "no-such-class\tword")]).unwrap_err();
    /// assert_eq!(error.line, 1);
    /// ```
    pub fn with_lists(lists: &[(&str, &str)]) -> Result<Self, LexiconError> {
        let mut all = ENGLISH.to_vec();
        all.extend_from_slice(lists);
        Self::read(&all)
    }

    /// The words of quantities.
    #[must_use]
    pub fn quantity(&self) -> &QuantityWords {
        &self.quantity
    }

    /// Names of other scripts in Latin letters, and one form for their spellings.
    #[must_use]
    pub fn romanization(&self) -> &Romanization {
        &self.romanization
    }

    /// Given names, countries, seats of government.
    #[must_use]
    pub fn names(&self) -> &NameWords {
        &self.names
    }

    /// Words and phrases for one thing.
    #[must_use]
    pub fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// The words of expressions of time.
    #[must_use]
    pub fn calendar(&self) -> &CalendarWords {
        &self.calendar
    }

    /// The classes of a lower-case word.
    #[must_use]
    pub fn classes(&self, word: &str) -> Classes {
        self.classes.of(word)
    }

    /// The words that credit somebody.
    #[must_use]
    pub fn speech(&self) -> &SpeechWords {
        &self.speech
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_shipped_lists_are_sound() {
        Lexicon::read(ENGLISH).expect("shipped lists");
    }
}
