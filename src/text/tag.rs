//! Parts of speech.

macro_rules! tags {
    ($($(#[$doc:meta])* $name:ident = $treebank:literal $(| $other:literal)*),+ $(,)?) => {
        /// The part of speech of a word in its sentence: the classes of the Penn Treebank under readable names.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        pub enum Tag { $($(#[$doc])* $name),+ }

        impl Tag {
            /// All tags; each stands at its own number.
            pub(super) const ALL: &[Tag] = &[$(Tag::$name),+];

            /// The tag that the Penn Treebank, or one of the corpora that followed it, writes so: "NNP".
            #[must_use]
            pub fn from_treebank(name: &str) -> Option<Self> {
                match name { $($treebank $(| $other)* => Some(Self::$name),)+ _ => None }
            }

            /// As the Penn Treebank writes it.
            #[must_use]
            pub fn treebank(self) -> &'static str {
                match self { $(Self::$name => $treebank),+ }
            }
        }
    };
}

tags! {
    /// Anything that is no word: commas, dashes, quotation marks.
    #[default]
    Mark = "." | "," | ":" | "``" | "''" | "\"" | "-LRB-" | "-RRB-" | "HYPH" | "NFP" | "_SP",
    /// bridge, news
    Noun = "NN" | "ADD",
    /// bridges
    NounPlural = "NNS",
    /// Ode, London, Monday
    ProperNoun = "NNP",
    /// Alps, Republicans
    ProperNounPlural = "NNPS",
    /// go: the bare form, as behind "to" or a modal
    Verb = "VB",
    /// went
    VerbPast = "VBD",
    /// going
    VerbGerund = "VBG",
    /// gone, built
    VerbParticiple = "VBN",
    /// go, are: present tense, but for the third person singular
    VerbPresent = "VBP",
    /// goes, is
    VerbThird = "VBZ",
    /// will, could, must
    Modal = "MD",
    /// large, Russian
    Adjective = "JJ" | "AFX",
    /// larger
    AdjectiveComparative = "JJR",
    /// largest
    AdjectiveSuperlative = "JJS",
    /// soon, not, n't
    Adverb = "RB",
    /// sooner, more
    AdverbComparative = "RBR",
    /// most
    AdverbSuperlative = "RBS",
    /// the, a, this
    Determiner = "DT",
    /// "all" of "all the", "such" of "such a"
    Predeterminer = "PDT",
    /// which, that: where they open a relative clause
    WhDeterminer = "WDT",
    /// in, of, because, that
    Preposition = "IN",
    /// to
    To = "TO",
    /// he, them, itself
    Pronoun = "PRP",
    /// his, their
    PossessivePronoun = "PRP$",
    /// who, what
    WhPronoun = "WP",
    /// whose
    WhPossessive = "WP$",
    /// when, how
    WhAdverb = "WRB",
    /// five, 130,000
    Cardinal = "CD" | "LS",
    /// and, but
    Conjunction = "CC",
    /// "there" of "there is"
    Existential = "EX",
    /// "up" of "give up"
    Particle = "RP",
    /// 's
    Possessive = "POS",
    /// oh, well
    Interjection = "UH",
    /// words of another language
    Foreign = "FW" | "XX",
    /// $, %, /
    Symbol = "SYM" | "$" | "#",
}

impl Tag {
    /// How many tags there are.
    pub(super) const COUNT: usize = Self::ALL.len();

    /// Whether it is a noun, common or proper.
    #[must_use]
    pub fn is_noun(self) -> bool {
        matches!(self, Self::Noun | Self::NounPlural | Self::ProperNoun | Self::ProperNounPlural)
    }

    /// Whether it is a proper noun.
    #[must_use]
    pub fn is_proper(self) -> bool {
        matches!(self, Self::ProperNoun | Self::ProperNounPlural)
    }

    /// Whether it is a verb in any form; a modal is none.
    #[must_use]
    pub fn is_verb(self) -> bool {
        matches!(self, Self::Verb | Self::VerbPast | Self::VerbGerund | Self::VerbParticiple | Self::VerbPresent | Self::VerbThird)
    }

    /// Whether it can be the head of a clause with a subject: a tensed verb or a modal.
    #[must_use]
    pub fn is_finite(self) -> bool {
        matches!(self, Self::VerbPast | Self::VerbPresent | Self::VerbThird | Self::Modal)
    }

    /// Whether it is an adjective of any degree.
    #[must_use]
    pub fn is_adjective(self) -> bool {
        matches!(self, Self::Adjective | Self::AdjectiveComparative | Self::AdjectiveSuperlative)
    }

    /// Whether it is an adverb of any degree, or one that asks.
    #[must_use]
    pub fn is_adverb(self) -> bool {
        matches!(self, Self::Adverb | Self::AdverbComparative | Self::AdverbSuperlative | Self::WhAdverb)
    }

    /// Whether it asks or opens a relative clause: who, which, whose, when.
    #[must_use]
    pub fn is_wh(self) -> bool {
        matches!(self, Self::WhDeterminer | Self::WhPronoun | Self::WhPossessive | Self::WhAdverb)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_stands_at_its_own_number() {
        for (number, tag) in Tag::ALL.iter().enumerate() {
            assert_eq!(*tag as usize, number);
            assert_eq!(Tag::from_treebank(tag.treebank()), Some(*tag));
        }
        assert_eq!(Tag::from_treebank("NNP"), Some(Tag::ProperNoun));
        assert_eq!(Tag::from_treebank("NP"), None);
    }
}
