//! The laws of times: any text is read without a panic, spans hold the words, and the same text gives the same times.

use corroborate::extract::date;
use corroborate::lexicon::Lexicon;
use corroborate::text::Article;
use corroborate::value::{Time, Timex};
use jiff::civil::Date;
use proptest::prelude::*;

/// Words that the rules for times know, so that random rows of them reach deep into the rules.
const WORDS: &[&str] = &[
    "last",
    "next",
    "this",
    "the",
    "a",
    "of",
    "in",
    "from",
    "to",
    "between",
    "and",
    "until",
    "at",
    "on",
    "Monday",
    "Feb.",
    "March",
    "may",
    "2022",
    "14",
    "31",
    "99",
    "1",
    "/",
    "-",
    ":",
    "30",
    "p.m.",
    "noon",
    "week",
    "weeks",
    "year",
    "quarter",
    "third",
    "second",
    "twenty",
    "nineteen",
    "ago",
    "earlier",
    "every",
    "daily",
    "weekend",
    "century",
    "s",
    "'",
    "early",
    "end",
    "now",
    "summer",
    "half",
    "Easter",
    ",",
    ".",
    "th",
    "day",
    "before",
    "after",
    "999999999",
    "4294967295",
    "9999",
    "tomorrow",
    "night",
    "few",
    "will",
    "was",
    "2022-02-14",
    "é",
];

fn any_day() -> impl Strategy<Value = Option<Date>> {
    prop_oneof![
        Just(None),
        Just(Some(Date::MIN)),
        Just(Some(Date::MAX)),
        (1000i16..2200, 1i8..=12, 1i8..=28).prop_map(|(y, m, d)| Date::new(y, m, d).ok()),
    ]
}

fn any_text() -> impl Strategy<Value = String> {
    let words = proptest::collection::vec(0..WORDS.len(), 0..24);
    let rows = (words, any::<bool>()).prop_map(|(indexes, spaced)| {
        let words: Vec<&str> = indexes.into_iter().map(|i| WORDS[i]).collect();
        words.join(if spaced { " " } else { "" })
    });
    prop_oneof![rows, any::<String>()]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn spans_hold_the_words_in_order(text in any_text(), day in any_day()) {
        let lexicon = Lexicon::english();
        let found = date::extract(&Article::new(&text, lexicon), day, lexicon);
        let mut end = 0;
        for expression in &found {
            prop_assert!(expression.span.start >= end && expression.span.start < expression.span.end);
            prop_assert_eq!(&text[expression.span.start..expression.span.end], expression.text.as_str());
            let value = expression.value.to_string();
            prop_assert_eq!(value.parse::<Timex>().map(|read| read.to_string()), Ok(value));
            end = expression.span.end;
        }
    }

    #[test]
    fn the_same_text_gives_the_same_times(text in any_text(), day in any_day()) {
        let lexicon = Lexicon::english();
        let read = || date::extract(&Article::new(&text, lexicon), day, lexicon);
        prop_assert_eq!(read(), read());
    }

    #[test]
    fn a_day_written_out_is_read_as_that_day(day in any_day(), year in 1900i16..2100, month in 1i8..=12, of_month in 1i8..=28) {
        let lexicon = Lexicon::english();
        let written = Date::new(year, month, of_month).unwrap();
        let text = format!("It was signed on {written} in the hall.");
        let found = date::extract(&Article::new(&text, lexicon), day, lexicon);
        prop_assert_eq!(found.iter().map(|d| d.value.to_string()).collect::<Vec<_>>(), [written.to_string()]);
        prop_assert_eq!(found[0].value.time(), Some(Time::day(written)));
    }

    #[test]
    fn a_bare_weekday_lies_within_a_week(year in 1900i16..2100, month in 1i8..=12, of_month in 1i8..=28, name in 0usize..7) {
        let lexicon = Lexicon::english();
        let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
        let line = Date::new(year, month, of_month).unwrap();
        let text = format!("The hall burned on {}.", names[name]);
        let found = date::extract(&Article::new(&text, lexicon), Some(line), lexicon);
        let day = found[0].value.time().unwrap().first;
        let back = day.until(line).unwrap().get_days();
        prop_assert!((0..7).contains(&back));
        prop_assert_eq!(usize::try_from(day.weekday().to_monday_zero_offset()).unwrap(), name);
    }
}
