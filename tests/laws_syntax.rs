//! The laws of `syntax`, on text of any kind: every token has one place in a tree, and asking about it never fails.

use corroborate::lexicon::Lexicon;
use corroborate::syntax::{Parsed, Syntax};
use corroborate::text::Article;
use proptest::prelude::*;

/// Prose with marks, relative words, verbs without subjects, and anything else that may stand in a text.
fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => prop::sample::select(vec![
            "the", "mayor", "who", "which", "that", "said", "has", "closed", "and", "to", "build", "bridge", "of", "Ode", ",", "\u{201c}",
            "\u{201d}", ".", "while", "was", "by", "40", "cars", "whose", "if", "leaving", "not", "-", "there", "is",
        ])
        .prop_map(str::to_owned),
        1 => any::<String>(),
    ];
    prop::collection::vec(word, 0..120).prop_map(|words| words.join(" "))
}

proptest! {
    #[test]
    fn every_token_hangs_in_a_tree(text in text()) {
        let article = Article::new(&text, Lexicon::english());
        let syntax = Syntax::new(&article);
        for (token, _) in article.tokens().iter().enumerate() {
            let sentence = article.sentences().iter().find(|s| (s.first..s.last).contains(&token)).expect("a sentence");
            // up to the root in fewer steps than the sentence has words, and never out of it
            let path: Vec<usize> = std::iter::successors(Some(token), |t| syntax.head(*t)).take(sentence.last - sentence.first + 1).collect();
            let root = *path.last().expect("the token itself");
            prop_assert!(syntax.head(root).is_none(), "{token} hangs in a circle: {path:?}");
            prop_assert!(path.iter().all(|t| (sentence.first..sentence.last).contains(t)));
            // what hangs on a token is what says that it does, and lies in its reach
            let children: Vec<usize> = syntax.children(token).collect();
            let told: Vec<usize> = (sentence.first..sentence.last).filter(|t| syntax.head(*t) == Some(token)).collect();
            prop_assert_eq!(&children, &told);
            let reach = syntax.reach(token);
            prop_assert!(reach.contains(&token));
            prop_assert!(children.iter().all(|c| reach.start <= syntax.reach(*c).start && syntax.reach(*c).end <= reach.end));
        }
    }

    #[test]
    fn asking_never_fails(text in text()) {
        let article = Article::new(&text, Lexicon::english());
        let syntax = Syntax::new(&article);
        let parsed = Parsed { article: &article, syntax: &syntax };
        let count = article.tokens().len();
        for token in 0..count + 2 {
            prop_assert!(parsed.phrase(token).end <= parsed.long_phrase(token).end);
            prop_assert!(parsed.subject(token).is_none_or(|s| s < count));
            prop_assert!(parsed.object(token).is_none_or(|o| o < count));
            prop_assert!(parsed.apposition(token).is_none_or(|(head, words)| words.contains(&head) && words.end <= count));
        }
    }
}
