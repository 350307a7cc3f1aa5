//! The laws of the similarity and the search: any text, in any order, the same answer every time.

use corroborate::lexicon::Lexicon;
use corroborate::search::{Entry, SearchIndex, plain};
use corroborate::similarity::{Similarity, TermWeights, WordClass, Wording, Words, align};
use proptest::prelude::*;

/// Texts of words that the rules know, mixed with any characters.
fn text() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "The",
        "council",
        "rejected",
        "rejection",
        "Feb.",
        "14",
        "14th",
        "May",
        "one",
        "hundred",
        "2.5",
        "million",
        "U.S.",
        "US",
        "North",
        "Korean",
        "not",
        "n't",
        "will",
        "bridge",
        "bridges",
        "Ode's",
        "twenty-one",
        "health",
        "care",
        "healthcare",
        "%",
        "$",
        "é",
        "NATO",
        "rose",
        "fell",
        ",",
        ".",
        "\"",
    ]);
    let piece = prop_oneof![4 => known.prop_map(str::to_owned), 1 => any::<String>()];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.join(" "))
}

fn read(text: &str) -> Words {
    let lexicon = Lexicon::english();
    Words::read(text, lexicon, &TermWeights::background(lexicon))
}

proptest! {
    #[test]
    fn similarity_is_symmetric_and_a_probability(a in text(), b in text()) {
        let wording = Wording::new(Lexicon::english());
        let value = wording.similarity(&a, &b);
        prop_assert!((0.0..=1.0).contains(&value));
        prop_assert_eq!(value, wording.similarity(&b, &a));
    }

    #[test]
    fn words_slice_to_the_text(text in text()) {
        let words = read(&text);
        for word in words.words() {
            prop_assert!(text.is_char_boundary(word.span.start) && text.is_char_boundary(word.span.end) && !word.span.is_empty());
            prop_assert!((0.0..=1.0).contains(&word.weight));
        }
        prop_assert!(words.words().windows(2).all(|pair| pair[0].span.end <= pair[1].span.start));
    }

    #[test]
    fn an_alignment_swaps_with_its_passages(a in text(), b in text()) {
        let (a, b) = (read(&a), read(&b));
        let (there, back) = (align(&a, &b, Lexicon::english()), align(&b, &a, Lexicon::english()));
        prop_assert_eq!(there.coverage_a, back.coverage_b);
        let mut swapped: Vec<_> = back.pairs.iter().map(|pair| (pair.b, pair.a)).collect();
        swapped.sort_unstable();
        prop_assert_eq!(there.pairs.iter().map(|pair| (pair.a, pair.b)).collect::<Vec<_>>(), swapped);
    }

    #[test]
    fn masked_words_take_no_part(a in text(), b in text()) {
        let masked = |text: &str| read(text).mask(|word| word.class == WordClass::Number);
        let (a, b) = (masked(&a), masked(&b));
        for pair in align(&a, &b, Lexicon::english()).pairs {
            prop_assert!(a.words()[pair.a].class != WordClass::Number && b.words()[pair.b].class != WordClass::Number);
        }
    }

    #[test]
    fn search_finds_a_claim_by_its_own_words(claims in prop::collection::vec(text(), 1..6), message in any::<String>()) {
        let index = SearchIndex::new(claims.iter().map(|text| Entry { text, title: "" }), Lexicon::english());
        let hits = index.search(&message, 3);
        prop_assert!(hits.len() <= 3 && hits.windows(2).all(|pair| pair[0].score >= pair[1].score));
        prop_assert_eq!(&hits, &index.search(&message, 3));
        prop_assert!(plain(&message).len() <= 2 * message.len());
    }
}
