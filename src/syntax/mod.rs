//! Who does what to whom: one analysis of each sentence, made once.
//!
//! [`Syntax`] holds for each token of an article the word that it hangs on and how ([`Deprel`]), as the CLEAR style of dependencies
//! has it. The parser and the labeller are linear models over hashed features, learned from silver arcs (see the README beside them).

mod arc;
mod certain;
mod deprel;
mod label;
mod parsed;
mod parser;
mod repair;
#[cfg(feature = "train")]
mod train;
mod tree;
mod word;

pub use deprel::Deprel;
pub use parsed::Parsed;
#[cfg(feature = "train")]
pub use train::{Agreement, SilverArc, agreement, train};
pub use tree::Syntax;

use std::sync::OnceLock;

use crate::perceptron::ByteReader;
use crate::text::{Article, Sentence};
use label::Labeller;
use parser::Parser;

/// Made by `corroborate-train parser`, see the README beside it.
const WEIGHTS: &[u8] = include_bytes!("weights.bin");

/// Both models.
#[derive(Debug, Clone)]
struct Models {
    parser: Parser,
    labeller: Labeller,
}

impl Models {
    /// The models that are compiled in, read at their first use.
    fn shared() -> &'static Self {
        static MODELS: OnceLock<Models> = OnceLock::new();
        MODELS.get_or_init(|| match Models::read(WEIGHTS) {
            Some(models) => models,
            // A test reads the weights, so this is a build that never passed its tests.
            None => unreachable!("the shipped weights of the parser are broken"),
        })
    }

    fn read(bytes: &[u8]) -> Option<Self> {
        let mut reader = ByteReader(bytes);
        Some(Self { parser: Parser::read(&mut reader)?, labeller: Labeller::read(&mut reader)? })
    }

    /// The head and the relation of each word of a sentence, by places in the sentence.
    fn parse(&self, article: &Article<'_>, sentence: &Sentence) -> (Vec<Option<u32>>, Vec<Deprel>) {
        let words = word::words(article, sentence);
        let heads = self.parser.heads(&words);
        let relations = self.labeller.relations(&words, &heads);
        (heads, relations)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_weights_are_refused() {
        assert!(Models::read(WEIGHTS).is_some());
        assert!(Models::read(&WEIGHTS[..WEIGHTS.len() / 2]).is_none());
    }
}
