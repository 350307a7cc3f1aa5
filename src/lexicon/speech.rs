//! The words that credit somebody: verbs of saying and thinking, and phrases such as "according to".

use rustc_hash::{FxHashMap, FxHashSet};
use serde::{Deserialize, Serialize};

use super::{Phrases, Table};
use crate::error::LexiconError;

/// What the speaker did with the words, told by the cue.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Act {
    /// said, told, added, announced, according to
    #[default]
    Said,
    /// asked, requested, demanded, urged, proposed
    Asked,
    /// denied, dismissed, rejected
    Denied,
    /// warned, threatened
    Warned,
    /// estimated, expects, believes, predicted
    Estimated,
    /// promised, pledged, plans
    Promised,
    /// did not confirm, declined to say: the words are not said
    Withheld,
}

/// How a crediting verb takes what it credits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Frame {
    /// A clause or a quotation, behind the verb or before the speaker: "said it was over".
    Clause,
    /// An addressee first, then the clause: "told reporters it was over".
    Person,
    /// A noun phrase: "criticized the plan".
    Object,
}

/// One form of a crediting verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CueVerb {
    /// Which verb of the list it is a form of; the first has number 0.
    pub verb: u16,
    /// How it takes what it credits.
    pub frame: Frame,
    /// What the speaker does.
    pub act: Act,
}

/// Where a noun cannot be who speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Voiceless {
    /// Nowhere: "the fact", "two hours".
    Thing,
    /// Before a colon, as a part of the page: "Photo: Carl Dunn".
    Page,
    /// Itself, for it is somebody's words: "Dunn's remarks" are Dunn's.
    Deed,
    /// Behind "according to", as what things are arranged by: "according to size".
    Measure,
}

/// Crediting verbs and phrases, what adds a speaker, and what credits nobody (`cues.txt`, `cue_phrases.txt`,
/// `companions.txt`, `idle_cues.txt`, `voiceless.txt`, `documents.txt`).
///
/// ```
/// use corroborate::lexicon::{Act, Lexicon};
/// let speech = Lexicon::english().speech();
/// assert_eq!(speech.verb("denying").unwrap().act, Act::Denied);
/// assert_eq!(speech.verb("said").unwrap().verb, speech.verb("says").unwrap().verb);
/// assert_eq!(speech.phrases().longest(["according", "to", "him"].into_iter()), Some((2, &Act::Said)));
/// ```
#[derive(Debug, Clone, Default)]
pub struct SpeechWords {
    verbs: FxHashMap<Box<str>, CueVerb>,
    phrases: Phrases<Act>,
    companions: Phrases<()>,
    idle: Phrases<()>,
    voiceless: FxHashMap<Box<str>, Vec<Voiceless>>,
    documents: FxHashSet<Box<str>>,
}

impl SpeechWords {
    /// Reads `cues.txt` (frame, act, forms), `cue_phrases.txt` (phrase, act), `companions.txt` and `idle_cues.txt` (phrase),
    /// `voiceless.txt` (noun, where it cannot speak), and `documents.txt` (noun).
    pub(super) fn read<'a>(table: impl Fn(&str) -> Result<Table<'a>, LexiconError>) -> Result<Self, LexiconError> {
        let mut words = Self::default();
        let (verbs, phrases) = (table("cues.txt")?, table("cue_phrases.txt")?);
        for (number, row) in verbs.rows().iter().enumerate() {
            let key = row.cells[0];
            let frame = frame_of(key).ok_or_else(|| verbs.error(row, &format!("{key:?} is no frame; write clause, person or object")))?;
            let act = act_of(verbs.cell(row, 1, "act")?).ok_or_else(|| verbs.error(row, "no known act in column 2"))?;
            let verb = u16::try_from(number).map_err(|_| verbs.error(row, "more than 65,535 verbs"))?;
            for form in verbs.cell(row, 2, "form")?.split_whitespace() {
                words.verbs.insert(form.into(), CueVerb { verb, frame, act });
            }
        }
        for row in phrases.rows() {
            let act = act_of(phrases.cell(row, 1, "act")?).ok_or_else(|| phrases.error(row, "no known act in column 2"))?;
            words.phrases.insert(row.cells[0], act);
        }
        table("companions.txt")?.rows().iter().for_each(|row| words.companions.insert(row.cells[0], ()));
        table("idle_cues.txt")?.rows().iter().for_each(|row| words.idle.insert(row.cells[0], ()));
        words.documents = table("documents.txt")?.rows().iter().map(|row| row.cells[0].into()).collect();
        let voiceless = table("voiceless.txt")?;
        for row in voiceless.rows() {
            let place = voiceless_of(voiceless.cell(row, 1, "place")?)
                .ok_or_else(|| voiceless.error(row, "no known place in column 2; write thing, page, measure or deed"))?;
            words.voiceless.entry(row.cells[0].into()).or_default().push(place);
        }
        Ok(words)
    }

    /// The crediting verb that this lower-case word is a form of.
    #[must_use]
    pub fn verb(&self, word: &str) -> Option<CueVerb> {
        self.verbs.get(word).copied()
    }

    /// The phrases that add one more to those who speak: "along with".
    #[must_use]
    pub fn companions(&self) -> &Phrases<()> {
        &self.companions
    }

    /// The phrases whose crediting verb credits nobody: "known as".
    #[must_use]
    pub fn idle(&self) -> &Phrases<()> {
        &self.idle
    }

    /// Whether a noun (in lower case) cannot speak in this place; a thing can nowhere.
    ///
    /// ```
    /// use corroborate::lexicon::{Lexicon, Voiceless};
    /// let speech = Lexicon::english().speech();
    /// assert!(speech.is_voiceless("photo", Voiceless::Page));
    /// assert!(!speech.is_voiceless("photo", Voiceless::Measure));
    /// assert!(speech.is_voiceless("fact", Voiceless::Measure));
    /// ```
    #[must_use]
    pub fn is_voiceless(&self, noun: &str, place: Voiceless) -> bool {
        self.voiceless.get(noun).is_some_and(|places| places.iter().any(|p| *p == place || *p == Voiceless::Thing))
    }

    /// Whether a noun (in lower case) is a writing that speaks in its writers' stead: "letter", "statement".
    #[must_use]
    pub fn is_document(&self, noun: &str) -> bool {
        self.documents.contains(noun)
    }

    /// The phrases that credit what stands behind them.
    #[must_use]
    pub fn phrases(&self) -> &Phrases<Act> {
        &self.phrases
    }
}

fn frame_of(key: &str) -> Option<Frame> {
    match key {
        "clause" => Some(Frame::Clause),
        "person" => Some(Frame::Person),
        "object" => Some(Frame::Object),
        _ => None,
    }
}

fn voiceless_of(key: &str) -> Option<Voiceless> {
    match key {
        "thing" => Some(Voiceless::Thing),
        "page" => Some(Voiceless::Page),
        "measure" => Some(Voiceless::Measure),
        "deed" => Some(Voiceless::Deed),
        _ => None,
    }
}

fn act_of(key: &str) -> Option<Act> {
    match key {
        "said" => Some(Act::Said),
        "asked" => Some(Act::Asked),
        "denied" => Some(Act::Denied),
        "warned" => Some(Act::Warned),
        "estimated" => Some(Act::Estimated),
        "promised" => Some(Act::Promised),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(verbs: &'static str, phrases: &'static str) -> Result<SpeechWords, LexiconError> {
        let content = |name: &str| match name {
            "cues.txt" => verbs,
            "cue_phrases.txt" => phrases,
            _ => "",
        };
        SpeechWords::read(|name| Table::parse(name, std::iter::once(content(name))))
    }

    #[test]
    fn an_unknown_frame_or_act_is_named_with_its_line() {
        for (name, verbs, phrases, want) in [
            ("frame", "# c\nnoun\tsaid\tsay", "", "cues.txt, line 2: \"noun\" is no frame; write clause, person or object"),
            ("act of a verb", "clause\tsang\tsing", "", "cues.txt, line 1: no known act in column 2"),
            ("act of a phrase", "", "so says\tsang", "cue_phrases.txt, line 1: no known act in column 2"),
            ("no forms", "clause\tsaid", "", "cues.txt, line 1: no form in column 3"),
        ] {
            assert_eq!(read(verbs, phrases).unwrap_err().to_string(), want, "{name}");
        }
    }

    #[test]
    fn all_forms_of_a_verb_are_one_verb() {
        let words = read("clause\tsaid\tsay says said\nperson\tasked\turge urged", "").unwrap();
        assert_eq!(words.verb("says"), words.verb("said"));
        assert_eq!(words.verb("urged").map(|v| (v.verb, v.frame)), Some((1, Frame::Person)));
        assert_eq!(words.verb("sing"), None);
    }
}
