//! Progress and cancelling of long work.

use std::ops::ControlFlow;

/// A step of the way through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Stage {
    /// Reading the documents.
    Extract,
    /// Telling who copies whom.
    Origin,
    /// Comparing claims.
    Link,
    /// Relating the members of each group.
    Relate,
}

impl Stage {
    /// Its name for a progress line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Stage::Extract => "reading",
            Stage::Origin => "origins",
            Stage::Link => "comparing",
            Stage::Relate => "relating",
        }
    }
}

/// Is told how far the work is, and may stop it.
pub trait Observer: Send + Sync {
    /// A stage begins, with so many things to do; [`ControlFlow::Break`] stops the work.
    fn begins(&self, stage: Stage, things: usize) -> ControlFlow<()>;
}

/// Watches nothing and stops nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Unwatched;

impl Observer for Unwatched {
    fn begins(&self, _: Stage, _: usize) -> ControlFlow<()> {
        ControlFlow::Continue(())
    }
}

/// The observer stopped the work.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("stopped before {}", .0.name())]
pub struct Cancelled(pub Stage);

pub(super) fn ask(observer: &dyn Observer, stage: Stage, things: usize) -> Result<(), Cancelled> {
    match observer.begins(stage, things) {
        ControlFlow::Continue(()) => Ok(()),
        ControlFlow::Break(()) => Err(Cancelled(stage)),
    }
}
