//! The laws of the quotation room: whatever the text, spans are sound and the answer is the same again.

use corroborate::extract::{Form, quotation};
use corroborate::lexicon::Lexicon;
use corroborate::text::Article;
use proptest::prelude::*;

/// Pieces that news is made of, so that random texts reach the rules.
fn newsy() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "said",
        "says",
        "Ann Bell",
        "the mayor",
        "according to",
        "told reporters",
        "that",
        "he",
        "she",
        ",",
        ".",
        "\n\n",
        "\"",
        "\u{201c}",
        "\u{201d}",
        "''",
        "'",
        "``",
        ":",
        "\u{2014}",
        "it was over",
        "We lost the bridge in the flood of May",
        "who",
        "and",
        "but",
        "?",
        "6'2\"",
        "é",
        "in a statement",
    ]);
    prop::collection::vec(piece, 0..60).prop_map(|pieces| pieces.join(" "))
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let lexicon = Lexicon::english();
    let found = quotation::extract(&Article::new(text, lexicon), &[], lexicon);
    for quotation in &found {
        prop_assert_eq!(quotation.span.slice(text), &quotation.text);
        prop_assert!(!quotation.text.trim().is_empty());
        let inner = quotation.partials.iter().all(|p| quotation.span.contains(*p) && !p.slice(text).is_empty());
        prop_assert!(inner, "a partial outside of {:?}", quotation);
        prop_assert_eq!(quotation.form == Form::Mixed, !quotation.partials.is_empty());
        if let Some(cue) = &quotation.cue {
            prop_assert_eq!(cue.span.slice(text), &cue.text);
            prop_assert!(!cue.span.overlaps(quotation.span), "the cue inside of {:?}", quotation);
        }
        if let Some(mention) = quotation.speaker.as_ref().and_then(|s| s.mention) {
            prop_assert!(!mention.slice(text).is_empty());
        }
    }
    prop_assert!(found.windows(2).all(|w| w[0].span.end <= w[1].span.start), "out of order or overlapping: {:?}", found);
    let again = quotation::extract(&Article::new(text, lexicon), &[], lexicon);
    prop_assert_eq!(found, again);
    Ok(())
}

proptest! {
    #[test]
    fn any_text_gives_sound_spans(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn newsy_text_gives_sound_spans(text in newsy()) {
        check(&text)?;
    }
}
