//! The parts of a report, in the order in which an editor needs them.

use crate::claim::ClaimKind;
use crate::finding::Finding;
use crate::relate::{Family, Relation};

use super::story::Story;

/// A part of the report. The order is that of the page: what needs a human comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Section {
    /// The outlets differ.
    Differ,
    /// The outlets agree that the sources disagree.
    Disputed,
    /// One quotation in several wordings.
    Wording,
    /// The outlets agree.
    Agree,
    /// A difference that an open excuse may explain.
    CannotTell,
    /// Looks like a conflict and is none.
    NotAConflict,
    /// Several outlets, one origin.
    Echo,
    /// Only one outlet says it.
    Single,
}

impl Section {
    /// Every section, in the order of the page.
    pub const ALL: [Self; 8] =
        [Self::Differ, Self::Disputed, Self::Wording, Self::Agree, Self::CannotTell, Self::NotAConflict, Self::Echo, Self::Single];

    /// The section in which a finding stands.
    pub(super) fn of(finding: &Finding, story: &Story<'_>) -> Self {
        match (finding.family, finding.relation) {
            (_, Relation::Echo) => Self::Echo,
            (_, Relation::SingleSource) => Self::Single,
            (Family::Differ, _) => Self::Differ,
            (Family::Disputed, _) => Self::Disputed,
            (Family::Agree, Relation::Wording) if is_utterance(finding, story) => Self::Wording,
            (Family::Agree, _) => Self::Agree,
            (Family::NotAConflict | Family::Unrelated, _) => Self::NotAConflict,
            (Family::Note, _) => Self::CannotTell,
        }
    }

    /// Its shape, so that colour is never needed.
    #[must_use]
    pub fn symbol(self) -> &'static str {
        match self {
            Self::Differ => "▲",
            Self::Disputed => "⚔",
            Self::Wording => "≈",
            Self::Agree => "✓",
            Self::CannotTell => "?",
            Self::NotAConflict => "△",
            Self::Echo => "⧉",
            Self::Single => "○",
        }
    }

    /// The word in the line of counts: "2 differ".
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Differ => "differ",
            Self::Disputed => "disputed",
            Self::Wording => "wording",
            Self::Agree => "agree",
            Self::CannotTell => "cannot tell",
            Self::NotAConflict => "no conflict",
            Self::Echo => "one origin",
            Self::Single => "single",
        }
    }

    /// Its heading.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::Differ => "The outlets differ",
            Self::Disputed => "Disputed between the sources, and every outlet says so",
            Self::Wording => "One quotation, several wordings",
            Self::Agree => "The outlets agree",
            Self::CannotTell => "Cannot tell",
            Self::NotAConflict => "Not a conflict, and why",
            Self::Echo => "Several outlets, one origin",
            Self::Single => "Only one outlet says",
        }
    }
}

pub(super) fn is_utterance(finding: &Finding, story: &Story<'_>) -> bool {
    let utterances = finding.members.iter().filter_map(|id| story.claim(id)).filter(|claim| claim.kind == ClaimKind::Utterance).count();
    utterances * 2 >= finding.members.len()
}
