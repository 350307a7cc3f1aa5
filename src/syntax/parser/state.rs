//! A sentence half way through its parse.

/// The moves of the arc-hybrid system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Move {
    /// The next word goes onto the stack.
    Shift,
    /// The word on top of the stack hangs on the next word.
    Left,
    /// The word on top of the stack hangs on the one below it.
    Right,
}

pub(super) const MOVES: usize = 3;
pub(super) const ALL: [Move; MOVES] = [Move::Shift, Move::Left, Move::Right];

/// The stack, the next word, and what is attached so far.
#[derive(Clone, Debug)]
pub(super) struct State {
    pub stack: Vec<u32>,
    pub next: usize,
    heads: Vec<Option<u32>>,
    children: Vec<Children>,
}

/// The outermost words that hang on a word, and how many there are.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Children {
    pub leftmost: Option<u32>,
    pub rightmost: Option<u32>,
    pub left: u8,
    pub right: u8,
}

impl State {
    pub fn new(words: usize) -> Self {
        Self { stack: Vec::new(), next: 0, heads: vec![None; words], children: vec![Children::default(); words] }
    }

    pub fn words(&self) -> usize {
        self.heads.len()
    }

    /// The word so far below the top of the stack.
    pub fn stacked(&self, below: usize) -> Option<usize> {
        Some(*self.stack.get(self.stack.len().checked_sub(below + 1)?)? as usize)
    }

    /// The word so far behind the next one.
    pub fn coming(&self, behind: usize) -> Option<usize> {
        Some(self.next + behind).filter(|w| *w < self.words())
    }

    pub fn children(&self, word: usize) -> Children {
        self.children[word]
    }

    /// Whether there is a next step: `Some(None)` where a decision is needed, `Some(Some(step))` where one step alone is possible.
    pub fn next(&self) -> Option<Option<Move>> {
        match (self.next < self.words(), self.stack.len()) {
            (true, 0) => Some(Some(Move::Shift)),
            (true, _) => Some(None),
            (false, 0 | 1) => None,
            (false, _) => Some(Some(Move::Right)),
        }
    }

    /// Whether a move can be made where a decision is needed.
    pub fn allows(&self, step: Move) -> bool {
        step != Move::Right || self.stack.len() > 1
    }

    /// The allowed move with the highest score.
    pub fn best(&self, scores: &[i32; MOVES]) -> Move {
        let allowed = ALL.into_iter().filter(|m| self.allows(*m));
        allowed.max_by_key(|m| (scores[*m as usize], std::cmp::Reverse(*m as usize))).unwrap_or(Move::Shift)
    }

    pub fn apply(&mut self, step: Move) {
        match step {
            Move::Shift => {
                self.stack.push(self.next as u32);
                self.next += 1;
            }
            Move::Left => {
                if let Some(word) = self.stack.pop() {
                    self.attach(word, self.next as u32);
                }
            }
            Move::Right => {
                if let (Some(word), Some(head)) = (self.stack.pop(), self.stack.last().copied()) {
                    self.attach(word, head);
                }
            }
        }
    }

    fn attach(&mut self, word: u32, head: u32) {
        self.heads[word as usize] = Some(head);
        let children = &mut self.children[head as usize];
        if word < head {
            children.leftmost = Some(word);
            children.left = children.left.saturating_add(1);
        } else {
            children.rightmost = Some(word);
            children.right = children.right.saturating_add(1);
        }
    }

    pub fn into_heads(self) -> Vec<Option<u32>> {
        self.heads
    }
}
