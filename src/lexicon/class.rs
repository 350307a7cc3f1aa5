//! Closed classes of words: what a single word can be, whatever stands around it.

use rustc_hash::FxHashMap;

use super::Table;
use crate::error::LexiconError;

macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $key:literal),+ $(,)?) => {
        /// A closed class of words.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Class { $($(#[$doc])* $name),+ }

        impl Class {
            /// How many classes there are.
            const COUNT: usize = [$(Self::$name),+].len();

            fn from_key(key: &str) -> Option<Self> {
                match key { $($key => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

classes! {
    /// he, she, they, it
    Pronoun = "pronoun",
    /// his, her, their, its
    Possessive = "possessive",
    /// the, a, this, some
    Determiner = "determiner",
    /// in, of, near
    Preposition = "preposition",
    /// and, or, but
    Conjunction = "conjunction",
    /// that, which, who, if, because: what opens a clause
    Subordinator = "subordinator",
    /// if, unless: what is said behind it is not said to be so
    Conditional = "conditional",
    /// because, although, while: what opens a circumstance and completes no verb
    Circumstantial = "circumstantial",
    /// in, at, near: prepositions that open a place
    Locative = "locative",
    /// during, after, at: prepositions that open an occasion
    Occasion = "occasion",
    /// be, have, do and their forms
    Auxiliary = "auxiliary",
    /// will, may, must
    Modal = "modal",
    /// may, might, perhaps, likely: what puts something as possible
    Possible = "possible",
    /// must, should: what puts something as due
    Required = "required",
    /// plans, intends: forms of verbs that put as intended what "to" opens behind them
    Intending = "intending",
    /// demands, urged: forms of verbs that ask for something
    Asking = "asking",
    /// not, never, no, without
    Negator = "negator",
    /// refuse, fail, decline: verbs that negate what they govern
    Denier = "denier",
    /// lack, avoid: words that negate the noun behind them
    Privation = "privation",
    /// deny, refute, denial: words that report somebody's denial
    Denial = "denial",
    /// reject, dismiss: what is rejected is a claim only where the text calls it one
    Rejection = "rejection",
    /// claim, charge, allegation: nouns for what somebody asserts
    Allegation = "allegation",
    /// begin, end, launch: verbs whose tense says how far along a matter is
    Phase = "phase",
    /// kill, injure, arrest: words of counts that are kept up as more becomes known
    Tally = "tally",
    /// another, among, average, per: words beside a figure that make it a part, an addition, a rate or a change
    Part = "part",
    /// loss, revenue, yield: what a sum or a percentage is of
    Measure = "measure",
    /// shares, index, dollar: what is traded, and has another price at each hour
    Market = "market",
    /// Mr., Dr., Sen.
    Honorific = "honorific",
    /// minister, president, spokesman: nouns for a person's office
    Role = "role",
    /// ministry, bank, party: nouns for an organisation
    Organisation = "organisation",
    /// January ... December and their short forms
    Month = "month",
    /// Monday ... Sunday and their short forms
    Weekday = "weekday",
    /// today, yesterday, tomorrow
    Day = "day",
    /// words ending in a full stop that does not end a sentence
    Abbreviation = "abbreviation",
    /// begin, ends, scheduled: words that say when something takes place
    Schedule = "schedule",
    /// claim, demand, proposal: nouns that take up what was just said
    Resumption = "resumption",
    /// showed, found, knew: crediting verbs that tell no words
    Finding = "finding",
    /// said, told: crediting verbs that say nothing of how
    PlainSaying = "plain_saying",
    /// some, most, part: words that say how much of something is meant
    Quantifier = "quantifier",
    /// hedges and times in words, which a link does not read
    Masked = "masked",
    /// words that carry no content of their own
    Stop = "stop",
    /// agreed, promised: verbs whose infinitive lies ahead of them
    Intent = "intent",
    /// scheduled, due: words for what is still to come
    Prospect = "prospect",
    /// says, shows: forms of telling verbs that say nothing of when
    Timeless = "timeless",
    /// since: what stands behind it is past
    LooksBack = "looks-back",
    /// until, by: what stands behind it is ahead
    LooksAhead = "looks-ahead",
    /// rarely, lose: nearly a no
    NearNegator = "near-negator",
    /// uh, really: what a desk leaves out of speech
    Filler = "filler",
    /// I, they: who acts, in one word
    Actor = "actor",
}

/// The set of classes of one word.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Classes(u64);

// each class has a bit of its own
const _: () = assert!(Class::COUNT <= u64::BITS as usize);

impl Classes {
    /// Whether the word is of this class.
    #[must_use]
    pub fn has(self, class: Class) -> bool {
        self.0 & (1 << class as u8) != 0
    }

    /// The set with this class added.
    #[must_use]
    pub fn with(self, class: Class) -> Self {
        Self(self.0 | (1 << class as u8))
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct ClassTable {
    words: FxHashMap<Box<str>, Classes>,
}

impl ClassTable {
    /// Reads `classes.txt`: a class, a tab, its words parted by blanks.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut words: FxHashMap<Box<str>, Classes> = FxHashMap::default();
        for row in table.rows() {
            let key = row.cells[0];
            let class = Class::from_key(key).ok_or_else(|| table.error(row, &format!("{key:?} is no class of words")))?;
            for word in table.cell(row, 1, "word")?.split_whitespace() {
                let entry = words.entry(word.into()).or_default();
                *entry = entry.with(class);
            }
        }
        Ok(Self { words })
    }

    /// The classes of a word. Months and days are listed without the full stop that their short forms have; "no." is no "no".
    pub(super) fn of(&self, word: &str) -> Classes {
        let listed = |word: &str| self.words.get(word).copied();
        let of_calendar = |classes: &Classes| classes.has(Class::Month) || classes.has(Class::Weekday);
        listed(word).or_else(|| listed(word.strip_suffix('.')?).filter(of_calendar)).unwrap_or_default()
    }
}
