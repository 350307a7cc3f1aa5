//! `--fail-on FAMILY|RELATION[,...]`: findings that a pipeline shall stop at.

use std::str::FromStr;

use corroborate::Report;
use corroborate::finding::Finding;
use corroborate::relate::{Family, Relation};
use serde::Deserialize;
use serde::de::IntoDeserializer;
use serde::de::value::Error;

/// A family or a relation by its name in the report.
#[derive(Clone, Copy, Debug)]
pub enum Trigger {
    /// Every finding of this family.
    Family(Family),
    /// Every finding with this relation.
    Relation(Relation),
}

impl FromStr for Trigger {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let read = |name: String| Family::deserialize(IntoDeserializer::<Error>::into_deserializer(name));
        if let Ok(family) = read(name.replace('-', "_")) {
            return Ok(Self::Family(family));
        }
        let relation: Result<Relation, Error> = Relation::deserialize(name.replace('_', "-").into_deserializer());
        relation.map(Self::Relation).map_err(|_| {
            "no family (differ, disputed, agree, not_a_conflict, note) and no relation (value, date, speaker, entity, polarity, ...)"
                .to_owned()
        })
    }
}

impl Trigger {
    fn is_met_by(self, finding: &Finding) -> bool {
        match self {
            Self::Family(family) => finding.family == family,
            Self::Relation(relation) => finding.relation == relation,
        }
    }
}

/// Whether any finding of the report meets any of the triggers.
pub fn is_met(triggers: &[Trigger], report: &Report) -> bool {
    report.groups.iter().any(|finding| triggers.iter().any(|trigger| trigger.is_met_by(finding)))
}
