//! What a claim is about, facet by facet.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// One side of what a claim is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
#[non_exhaustive]
pub enum Facet {
    /// What is said to happen or to be.
    Predicate,
    /// Who or what does it, or owns it.
    Subject,
    /// To whom or what.
    Object,
    /// The counted noun of a figure.
    Noun,
    /// Where.
    Place,
    /// When.
    Time,
    /// On which occasion.
    Occasion,
    /// The whole, a part, a change, a rate.
    Scope,
    /// Whose utterance it is.
    Source,
}

/// Whether a facet stands in the claim's own words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum From {
    /// In the claim's own words.
    Stated,
    /// From its sentence or an antecedent.
    Inherited,
}

/// What fills a facet.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Filler {
    /// The words, or the resolved name.
    pub text: String,
    /// Where they stand.
    #[serde(default)]
    pub span: Option<Span>,
    /// Stated or inherited.
    pub from: From,
}

/// The facets that are known; an unknown one agrees with everything but proves nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct Slot {
    facets: BTreeMap<Facet, Filler>,
}

impl Slot {
    /// What fills this facet, if it is known.
    #[must_use]
    pub fn get(&self, facet: Facet) -> Option<&Filler> {
        self.facets.get(&facet)
    }

    /// Fills a facet, unless it is filled already: what is stated comes before what is inherited.
    pub fn fill(&mut self, facet: Facet, filler: Filler) {
        self.facets.entry(facet).or_insert(filler);
    }

    /// Fills a facet, whatever filled it.
    pub fn replace(&mut self, facet: Facet, filler: Filler) {
        self.facets.insert(facet, filler);
    }

    /// The known facets, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &Filler)> {
        self.facets.iter().map(|(f, v)| (*f, v))
    }
}
