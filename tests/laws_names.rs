//! The laws of names and entities: any text is read without a panic, spans give back the words, and nothing depends on chance.

use corroborate::Document;
use corroborate::entity::Entities;
use corroborate::extract::name;
use corroborate::lexicon::Lexicon;
use corroborate::text::Article;
use proptest::prelude::*;

/// Texts of words that names are made of, between marks of every sort.
fn newsy() -> impl Strategy<Value = String> {
    let word = prop::sample::select(vec![
        "Mr.",
        "Foreign",
        "Minister",
        "Carl",
        "Dunn",
        "Ann",
        "Bell",
        ",",
        ".",
        "the",
        "mayor",
        "of",
        "Odeville",
        "'s",
        "and",
        "U.S.",
        "said",
        "\u{201c}",
        "\u{201d}",
        "34",
        "-",
        "Secretary",
        "State",
        "for",
        "he",
        "she",
        "Łódź",
        "\n\n",
        "(",
        "Kremlin",
    ]);
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let lexicon = Lexicon::english();
    let article = Article::new(text, lexicon);
    let mentions = name::extract(&article, lexicon);
    for mention in &mentions {
        prop_assert!(!mention.span.slice(text).is_empty());
        // a nickname in marks is left out
        let words = article.clean(mention.span);
        let (head, tail) = (mention.name.split(' ').next().unwrap_or(""), mention.name.rsplit(' ').next().unwrap_or(""));
        prop_assert!(mention.name == words || (words.starts_with(head) && words.ends_with(tail)), "{} of {words}", mention.name);
        prop_assert!(mention.full.contains(mention.span));
        prop_assert!(!mention.full.slice(text).is_empty());
    }
    for pair in mentions.windows(2) {
        prop_assert!(pair[0].span.end <= pair[1].span.start, "names overlap");
    }
    let document = Document::new("d", text);
    let resolve = || Entities::resolve(&[(&document, &article, &mentions)], lexicon);
    let entities = resolve();
    prop_assert_eq!(&entities, &resolve());
    for mention in &mentions {
        let entity = entities.of(0, mention.span);
        prop_assert!(entity.is_some(), "{} means nobody", mention.name);
    }
    for alias in entities.all().iter().flat_map(|e| &e.aliases) {
        prop_assert_eq!(&alias.text, &article.clean(alias.span));
    }
    prop_assert_eq!(&mentions, &name::extract(&Article::new(text, lexicon), lexicon));
    Ok(())
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,200}") {
        check(&text)?;
    }

    #[test]
    fn news_words_in_any_order_are_read(text in newsy()) {
        check(&text)?;
    }
}
