//! One token's place in the tree.

use super::deprel::Deprel;

/// What a token hangs on, how, and what hangs on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Arc {
    pub head: Option<u32>,
    pub relation: Deprel,
    /// The first token under this one, itself included, and one past the last.
    pub reach: (u32, u32),
    /// The first token that hangs on this one.
    pub first_child: Option<u32>,
    /// The next token that hangs on the same head.
    pub next_sibling: Option<u32>,
}

impl Arc {
    /// A token that hangs on nothing, and nothing on it.
    pub fn alone(token: usize) -> Self {
        let reach = (token as u32, token as u32 + 1);
        Self { head: None, relation: Deprel::default(), reach, first_child: None, next_sibling: None }
    }
}
