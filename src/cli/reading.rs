//! Documents from the command line's inputs; those that cannot be read are named and skipped.

use std::io::{self, BufReader};
use std::path::PathBuf;

use corroborate::document::read_inputs;
use corroborate::{Document, InputError};

use super::outcome::{Outcome, complain};
use super::watch::Watch;

/// The inputs of a command.
#[derive(clap::Args)]
pub struct Inputs {
    /// Files (.txt, .md, .jsonl), folders of them, or - for standard input (JSON Lines or one text)
    #[arg(value_name = "INPUT", required = true)]
    inputs: Vec<PathBuf>,
}

impl Inputs {
    /// The documents, read as they are asked for.
    pub fn open(self) -> Reading<impl Iterator<Item = Result<Document, InputError>>> {
        Reading::new(read_inputs(self.inputs, BufReader::with_capacity(1 << 16, io::stdin())))
    }
}

/// Items that are read one by one. An error among them is named on standard error and passed over.
pub struct Reading<I> {
    items: I,
    read: usize,
    skipped: usize,
}

impl<T, I: Iterator<Item = Result<T, InputError>>> Reading<I> {
    /// Nothing is read yet.
    pub fn new(items: I) -> Self {
        Self { items, read: 0, skipped: 0 }
    }

    /// All items at once.
    pub fn all(&mut self) -> Vec<T> {
        let watch = Watch::new("read:");
        self.inspect(|_| watch.step(1)).collect()
    }

    /// How the reading went: all of it, a part, or nothing.
    pub fn outcome(&self) -> Outcome {
        match (self.read, self.skipped) {
            (_, 0) => Outcome::Done,
            (0, _) => Outcome::Nothing,
            _ => Outcome::Skipped,
        }
    }
}

impl<T, I: Iterator<Item = Result<T, InputError>>> Iterator for Reading<I> {
    type Item = T;

    fn next(&mut self) -> Option<T> {
        loop {
            match self.items.next()? {
                Ok(item) => {
                    self.read += 1;
                    return Some(item);
                }
                Err(error) => {
                    self.skipped += 1;
                    complain(&error.to_string());
                }
            }
        }
    }
}
