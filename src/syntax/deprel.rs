//! The names of the arcs of a parse.

macro_rules! deprels {
    ($($(#[$doc:meta])* $name:ident = $($written:literal)|+),+ $(,)?) => {
        /// How a word depends on its head: the relations of the CLEAR style of dependencies under readable names.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[repr(u8)]
        #[non_exhaustive]
        pub enum Deprel { $($(#[$doc])* $name),+ }

        impl Deprel {
            /// All relations; each stands at its own number.
            pub(super) const ALL: &[Deprel] = &[$(Deprel::$name),+];

            /// The relation that the CLEAR guidelines, or a parser that follows them, write so: "nsubj".
            #[must_use]
            pub fn from_clear(name: &str) -> Option<Self> {
                match name { $($($written)|+ => Some(Self::$name),)+ _ => None }
            }
        }
    };
}

deprels! {
    /// A mark.
    #[default]
    Punctuation = "punct",
    /// The word that the sentence hangs on.
    Root = "ROOT",
    /// Who or what does it: "**Rain** fell".
    Subject = "nsubj",
    /// To whom or what it is done: "The **bridge** was closed".
    PassiveSubject = "nsubjpass",
    /// A clause as the subject: "**Winning** is hard".
    ClausalSubject = "csubj" | "csubjpass",
    /// "closed the **bridge**".
    Object = "dobj",
    /// "gave **her** a book".
    IndirectObject = "dative",
    /// "is a **bridge**", "called it a **mess**".
    Attribute = "attr" | "oprd",
    /// "is **old**".
    AdjectiveComplement = "acomp",
    /// "said that rain **fell**".
    ClausalComplement = "ccomp",
    /// "wants to **go**".
    OpenComplement = "xcomp",
    /// "left when rain **fell**".
    AdverbialClause = "advcl",
    /// "the rain that **fell**".
    RelativeClause = "relcl",
    /// "the plan to **build**", "troops **massed** there".
    NounClause = "acl",
    /// "Bell, the **mayor**".
    Apposition = "appos",
    /// "Ann and **Bob**".
    Conjunct = "conj",
    /// "Ann **and** Bob".
    Coordinator = "cc" | "preconj",
    /// "**in** the north".
    Preposition = "prep",
    /// "built **by** the town".
    Agent = "agent",
    /// "in the **north**".
    PrepositionObject = "pobj",
    /// "after **leaving**".
    PrepositionComplement = "pcomp",
    /// "**has** gone", "**will** go", "**to** go".
    Auxiliary = "aux",
    /// "**was** built".
    PassiveAuxiliary = "auxpass",
    /// "did **not** go".
    Negation = "neg",
    /// "gave **up**".
    Particle = "prt",
    /// "**that** rain fell", "**if** it rains".
    Marker = "mark",
    /// "left **soon**".
    Adverb = "advmod",
    /// "left **Monday**".
    NounAdverbial = "npadvmod",
    /// "**the** bridge", "**all** the bridges".
    Determiner = "det" | "predet",
    /// "**Ode**'s bridge", "**its** bridge".
    Possessor = "poss",
    /// "Ode**'s** bridge".
    Case = "case",
    /// "**toll** bridge", "**Ann** Bell".
    Compound = "compound",
    /// "the **old** bridge".
    Adjective = "amod",
    /// "**40** cars", "**about** 40 cars".
    Number = "nummod" | "quantmod",
    /// What none of the others names.
    Modifier = "nmod" | "meta" | "dep" | "",
    /// "**There** is a bridge".
    Expletive = "expl",
    /// "**Well**, he left".
    Interjection = "intj",
    /// "It is, **says** Ode, too late".
    Parataxis = "parataxis",
}

impl Deprel {
    /// How many relations there are.
    pub(super) const COUNT: usize = Self::ALL.len();

    /// Whether it is the subject of its verb, a clause included.
    #[must_use]
    pub fn is_subject(self) -> bool {
        matches!(self, Self::Subject | Self::PassiveSubject | Self::ClausalSubject)
    }

    /// Whether what hangs so on a verb or noun is a clause of its own.
    #[must_use]
    pub fn is_clause(self) -> bool {
        matches!(
            self,
            Self::ClausalSubject
                | Self::ClausalComplement
                | Self::OpenComplement
                | Self::AdverbialClause
                | Self::RelativeClause
                | Self::NounClause
                | Self::PrepositionComplement
                | Self::Parataxis
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_relation_stands_at_its_own_number() {
        for (number, relation) in Deprel::ALL.iter().enumerate() {
            assert_eq!(*relation as usize, number);
        }
        assert_eq!(Deprel::from_clear("nsubj"), Some(Deprel::Subject));
        assert_eq!(Deprel::from_clear("subject"), None);
    }
}
