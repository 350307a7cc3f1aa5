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
pub enum Provenance {
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
    pub from: Provenance,
}

/// The facets that are known; an unknown one agrees with everything but proves nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[cfg_attr(feature = "schema", schemars(with = "BTreeMap<Facet, Filler>"))]
#[serde(from = "BTreeMap<Facet, Filler>", into = "BTreeMap<Facet, Filler>")]
pub struct Slot {
    /// In their order; most claims know two or three.
    facets: Vec<(Facet, Filler)>,
}

impl Slot {
    /// What fills this facet, if it is known.
    #[must_use]
    pub fn get(&self, facet: Facet) -> Option<&Filler> {
        self.place(facet).ok().map(|at| &self.facets[at].1)
    }

    /// Fills a facet, unless it is filled already: what is stated comes before what is inherited.
    pub fn fill(&mut self, facet: Facet, filler: Filler) {
        if let Err(at) = self.place(facet) {
            self.facets.insert(at, (facet, filler));
        }
    }

    /// Fills a facet, whatever filled it.
    pub fn replace(&mut self, facet: Facet, filler: Filler) {
        match self.place(facet) {
            Ok(at) => self.facets[at].1 = filler,
            Err(at) => self.facets.insert(at, (facet, filler)),
        }
    }

    /// The known facets, in a fixed order.
    pub fn iter(&self) -> impl Iterator<Item = (Facet, &Filler)> {
        self.facets.iter().map(|(facet, filler)| (*facet, filler))
    }

    fn place(&self, facet: Facet) -> Result<usize, usize> {
        self.facets.binary_search_by_key(&facet, |(known, _)| *known)
    }
}

impl From<BTreeMap<Facet, Filler>> for Slot {
    fn from(facets: BTreeMap<Facet, Filler>) -> Self {
        Self { facets: facets.into_iter().collect() }
    }
}

impl From<Slot> for BTreeMap<Facet, Filler> {
    fn from(slot: Slot) -> Self {
        slot.facets.into_iter().collect()
    }
}
