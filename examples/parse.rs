//! Who does what to whom: the arcs of a sentence, and the participants of its predicates.
//!
//! `cargo run --example parse` or `cargo run --example parse -- "A sentence of your own."`

use corroborate::lexicon::Lexicon;
use corroborate::syntax::{Parsed, Syntax};
use corroborate::text::Article;

fn main() {
    let given: Vec<String> = std::env::args().skip(1).collect();
    let text = if given.is_empty() { "Ann Bell, who runs the port, promised to reopen the bridge.".to_owned() } else { given.join(" ") };
    let article = Article::new(&text, Lexicon::english());
    let syntax = Syntax::new(&article);
    let parsed = Parsed { article: &article, syntax: &syntax };
    for token in 0..article.tokens().len() {
        let head = syntax.head(token).map_or("-", |head| article.word(head));
        println!(
            "{:14} {:18} of {head:14} {:?}",
            article.word(token),
            format!("{:?}", syntax.relation(token)),
            article.tokens()[token].tag
        );
    }
    let phrase = |head: Option<usize>| {
        let words = head.map(|head| parsed.phrase(head)).map(|range| article.clean(article.span(range.start, range.end)));
        words.unwrap_or_else(|| "-".to_owned())
    };
    for predicate in (0..article.tokens().len()).filter(|&token| parsed.is_predicate(token)) {
        println!("{}: {} → {}", article.word(predicate), phrase(parsed.subject(predicate)), phrase(parsed.object(predicate)));
    }
}
