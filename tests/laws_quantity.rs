//! The laws of quantities: never a panic, spans that slice to their text, the same result each time, a value that fits its bound.

use corroborate::extract::{Quantity, quantity};
use corroborate::lexicon::Lexicon;
use corroborate::text::Article;
use corroborate::value::{Amount, AmountRelation, Bound};
use proptest::prelude::*;

/// Bits that numbers are made of, so that random rows of them reach every rule.
const BITS: &[&str] = &[
    "5",
    "12",
    "2016",
    "1,200",
    "3.5",
    "7/8",
    "\u{bd}",
    ".08",
    "100",
    "9",
    "672138506081275904",
    "one",
    "two",
    "twenty",
    "dozen",
    "dozens",
    "half",
    "third",
    "thirds",
    "hundred",
    "thousand",
    "million",
    "bn",
    "k",
    "m",
    "of",
    "a",
    "an",
    "the",
    "and",
    "or",
    "to",
    "from",
    "between",
    "in",
    "out",
    "per",
    "cent",
    "percent",
    "%",
    "$",
    "US$",
    "\u{20ac}",
    "RM",
    "USD",
    "euros",
    "km",
    "year-old",
    "years",
    "-",
    "--",
    "\u{2013}",
    "/",
    ",",
    ".",
    "(",
    ")",
    ":",
    "minus",
    "point",
    "more",
    "than",
    "about",
    "up",
    "at",
    "least",
    "rose",
    "fell",
    "by",
    "troops",
    "shares",
    "Game",
    "iPhone",
    "Feb.",
    "p.m.",
    "th",
    "s",
    "fold",
    "six-mile",
    "10-page",
    "two-",
    "\u{212a}",
    "\u{130}",
    "\u{e9}",
    "\n",
];

fn quantities(text: &str) -> Vec<Quantity> {
    let lexicon = Lexicon::english();
    quantity::extract(&Article::new(text, lexicon), &[], lexicon)
}

/// Rows of bits, glued or with blanks between.
fn rows() -> impl Strategy<Value = String> {
    let bit = (proptest::sample::select(BITS), proptest::bool::weighted(0.7));
    proptest::collection::vec(bit, 0..24).prop_map(|bits| {
        bits.into_iter().fold(String::new(), |mut text, (bit, blank)| {
            text.push_str(bit);
            text.push_str(if blank { " " } else { "" });
            text
        })
    })
}

fn check(text: &str) -> Result<(), TestCaseError> {
    let found = quantities(text);
    prop_assert_eq!(&found, &quantities(text));
    let mut end = 0;
    for quantity in &found {
        prop_assert_eq!(quantity.span.slice(text), quantity.text.as_str());
        prop_assert!(!quantity.text.is_empty() && quantity.span.start >= end, "in order, not overlapping: {:?}", quantity);
        end = quantity.span.end;
        prop_assert_eq!(quantity.noun_span.map(|span| span.slice(text)), quantity.noun.as_deref());
        prop_assert!(fits(quantity), "{:?}", quantity);
    }
    Ok(())
}

/// Whether the ends are those that the bound promises, and no end is without value.
fn fits(quantity: &Quantity) -> bool {
    let ends = match quantity.bound {
        Bound::Exact | Bound::About => quantity.low == quantity.high && quantity.low.is_some(),
        Bound::MoreThan | Bound::AtLeast => quantity.low.is_some() && quantity.high.is_none(),
        Bound::LessThan | Bound::AtMost => quantity.low.is_none() && quantity.high.is_some(),
        Bound::Range => matches!((quantity.low, quantity.high), (Some(low), Some(high)) if low <= high),
    };
    ends && [quantity.low, quantity.high].into_iter().flatten().all(f64::is_finite)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        check(&text)?;
    }

    #[test]
    fn rows_of_number_bits_are_read(text in rows()) {
        check(&text)?;
    }

    #[test]
    fn a_number_is_read_back(value in 1u32..999_999) {
        let grouped = group(value);
        let text = format!("The mayor counted {grouped} old boats.");
        let found = quantities(&text);
        prop_assert_eq!(found.len(), 1, "{}", text);
        prop_assert_eq!(found[0].low, Some(f64::from(value)));
    }

    #[test]
    fn the_way_a_number_is_grouped_changes_nothing(value in 10_000u32..9_999_999) {
        let plain = quantities(&format!("They sold {value} books."));
        let grouped = quantities(&format!("They sold {} books.", group(value)));
        prop_assert_eq!(plain[0].amount(), grouped[0].amount());
        prop_assert_eq!(&plain[0].noun, &grouped[0].noun);
    }
}

/// Amounts of every kind of bound.
fn amounts() -> impl Strategy<Value = Amount> {
    use Bound::{About, AtLeast, AtMost, Exact, LessThan, MoreThan};
    let value = (1u32..500, proptest::sample::select(&[-10.0, 0.1, 1.0, 1000.0, 1e6][..])).prop_map(|(n, scale)| f64::from(n) * scale);
    let bound = proptest::sample::select(&[Exact, About, MoreThan, AtLeast, LessThan, AtMost][..]);
    let single = (value.clone(), bound).prop_map(|(value, bound)| Amount::new(value, bound));
    prop_oneof![single, (value.clone(), value).prop_map(|(a, b)| Amount::range(a, b))]
}

proptest! {
    #[test]
    fn the_relation_of_amounts_has_no_direction(a in amounts(), b in amounts()) {
        prop_assert_eq!(a.relation(&b), b.relation(&a));
        prop_assert_eq!(a.relation(&a), AmountRelation::Equal);
    }

    #[test]
    fn the_interval_holds_what_was_written(a in amounts()) {
        let (low, high) = a.interval();
        prop_assert!(low <= high);
        prop_assert!(a.written().is_none_or(|value| low <= value && value <= high));
    }
}

/// Digits in groups of three.
fn group(value: u32) -> String {
    let digits = value.to_string();
    let mut result = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            result.push(',');
        }
        result.push(digit);
    }
    result
}
