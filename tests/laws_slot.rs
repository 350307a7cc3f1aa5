//! The two questions kept apart: what is masked does not move the weight of a link, how a value is written moves nothing at all.

use corroborate::Reconciler;
use corroborate::judgement::Compared;
use corroborate::pipeline::Passage;
use proptest::prelude::*;
use proptest::sample::select;

/// A sentence with a hole, and passages that it is held against.
#[derive(Debug)]
struct Frame {
    before: &'static str,
    after: &'static str,
    against: &'static [&'static str],
}

impl Frame {
    fn fill(&self, value: &str) -> String {
        let text = format!("{}{value}{}", self.before, self.after);
        text[..1].to_uppercase() + &text[1..]
    }
}

const FIGURES: &[Frame] = &[
    Frame {
        before: "the town hall moved ",
        after: " residents out of the harbour district.",
        against: &[
            "Some 900 residents of the harbour district were moved out.",
            "The harbour district is old.",
            "The fire hurt 12 people.",
        ],
    },
    Frame {
        before: "the flood in the valley killed ",
        after: " people.",
        against: &["At least 30 people were killed by the flood.", "The flood left 400 people without homes.", "The dam is safe."],
    },
    Frame {
        before: "",
        after: " lorries stood on the bridge when it gave way.",
        against: &["There were 85 lorries on the bridge.", "The bridge gave way at noon.", "Lorries are dear."],
    },
];

const SHARES: &[Frame] = &[
    Frame {
        before: "bread became ",
        after: " dearer in the port.",
        against: &["In the port bread is 9 percent dearer.", "The port is closed.", "Bread was sold out."],
    },
    Frame {
        before: "turnout stood at ",
        after: " in Carrow.",
        against: &["Carrow saw a turnout of 61 percent.", "Carrow has 400 polling stations.", "Turnout was low."],
    },
];

const DATES: &[Frame] = &[
    Frame {
        before: "the harbour office closed the bridge on ",
        after: ".",
        against: &["On March 3 the bridge was closed by the harbour office.", "The bridge was built long ago.", "The office is small."],
    },
    Frame {
        before: "the drills in the strait end on ",
        after: ", the admiral said.",
        against: &["The admiral said that the drills in the strait would end on June 2.", "The strait is narrow.", "The admiral resigned."],
    },
    Frame {
        before: "\"We closed the old bridge over the strait on ",
        after: ", and that was a good day for the town,\" the admiral said.",
        against: &["\"We closed the old bridge over the strait on May 2, and that was a good day,\" the admiral said."],
    },
];

/// Verbs in their plain form, so that one auxiliary is exchanged for another.
const AUXILIARIES: &[Frame] = &[
    Frame {
        before: "the council ",
        after: " approve the plan for the new quay.",
        against: &["The plan for the new quay was approved by the council.", "The council met at noon.", "The quay is old."],
    },
    Frame {
        before: "the owner ",
        after: " pay for the broken pier.",
        against: &["The broken pier will be paid for by its owner.", "The pier broke in May.", "The owner left town."],
    },
];

fn passage(text: &str) -> Passage {
    Passage { text: text.to_owned(), published: Some("2025-03-14".to_owned()), ..Passage::default() }
}

fn compare(a: &str, b: &str) -> Compared {
    Reconciler::default().compare(&passage(a), &passage(b))
}

/// The waterfall as lines of text, for the message.
fn waterfall(compared: &Compared) -> String {
    compared.evidence.iter().map(|e| format!("{}: {} {} [{} | {}]\n", e.comparison, e.level, e.weight, e.a, e.b)).collect()
}

/// Two fillings of one frame weigh the same against each of its passages.
fn same_weight(frame: &Frame, x: &str, y: &str) -> Result<(), TestCaseError> {
    for against in frame.against {
        let (p, q) = (compare(&frame.fill(x), against), compare(&frame.fill(y), against));
        prop_assert_eq!(
            p.weight,
            q.weight,
            "{:?} / {:?} against {:?}\n{}\n{}",
            frame.fill(x),
            frame.fill(y),
            against,
            waterfall(&p),
            waterfall(&q)
        );
        prop_assert_eq!(p.same_slot, q.same_slot);
    }
    Ok(())
}

/// Two writings of one value weigh the same and stand in the same relation to each passage of the frame.
fn same_answers(frame: &Frame, x: &str, y: &str) -> Result<(), TestCaseError> {
    same_weight(frame, x, y)?;
    for against in frame.against {
        let (p, q) = (compare(&frame.fill(x), against), compare(&frame.fill(y), against));
        prop_assert_eq!(p.family, q.family, "{:?} / {:?} against {:?}: {} / {}", frame.fill(x), frame.fill(y), against, p.reason, q.reason);
    }
    let both = compare(&frame.fill(x), &frame.fill(y));
    prop_assert_eq!(both.family, corroborate::relate::Family::Agree, "{:?} / {:?}: {}", frame.fill(x), frame.fill(y), both.reason);
    Ok(())
}

fn frame(frames: &'static [Frame]) -> impl Strategy<Value = &'static Frame> {
    (0..frames.len()).prop_map(move |i| &frames[i])
}

/// A hedge and a number in digits. Numbers in words ("twelve hundred"), "exactly" and "roughly" still carry weight and are left out.
fn figure() -> impl Strategy<Value = String> {
    let hedge = select(vec!["", "some ", "about ", "around ", "nearly ", "almost ", "at least ", "up to "]);
    let digits = prop_oneof![2_u32..3000, 10_000_u32..3_000_000];
    (hedge, digits).prop_map(|(hedge, number)| format!("{hedge}{}", grouped(number)))
}

/// A number with commas between its thousands: 1,250,000.
fn grouped(number: u32) -> String {
    let digits = number.to_string();
    let comma = |i: usize| if i > 0 && (digits.len() - i).is_multiple_of(3) { "," } else { "" };
    digits.char_indices().map(|(i, c)| format!("{}{c}", comma(i))).collect()
}

const MONTHS: &[&str] = &["January", "February", "June", "October", "December"];
const SHORT_MONTHS: &[&str] = &["Jan.", "Feb.", "June", "Oct.", "Dec."];

/// A day of a year in four writings, the first of them "3 March 2024".
fn day() -> impl Strategy<Value = [String; 4]> {
    (0..MONTHS.len(), 1_u32..29, 1995_u32..2040).prop_map(|(month, day, year)| {
        let (long, short) = (MONTHS[month], SHORT_MONTHS[month]);
        [format!("{day} {long} {year}"), format!("{long} {day}, {year}"), format!("{short} {day}, {year}"), format!("{day} {short} {year}")]
    })
}

fn date() -> impl Strategy<Value = String> {
    let named = select(vec!["Monday", "Friday at 7:40 a.m.", "the first Sunday of May", "March 3", "Feb. 14", "14 February", "Sept. 2"]);
    prop_oneof![day().prop_map(|[written, ..]| written), named.prop_map(str::to_owned)]
}

/// What stands before a verb in its plain form: whether it is so, will be, may be, must be.
const MASKED_AUXILIARIES: &[&str] = &[
    "will",
    "will not",
    "won't",
    "may",
    "may not",
    "might",
    "must",
    "should",
    "could not",
    "can",
    "can't",
    "cannot",
    "did not",
    "didn't",
    "does not",
    "would",
    "shall",
];

/// A text with a hole for a number that has nothing to do with the figure behind it, and what the text is held against.
const BESIDE: &[Frame] = &[
    Frame {
        before: "some ",
        after: " miles away from the port an additional 5 miners were freed by the crew of the old mine on Friday, the mayor said.",
        against: &["Rescuers freed 9 miners of the old mine on Friday, the owner said.", "Rescuers freed 5 miners of the old mine."],
    },
    Frame {
        before: "room ",
        after: " is where the clerks counted 5 of the 60 votes for the old mayor of Carrow on Friday.",
        against: &["The clerks counted 7 votes for the old mayor of Carrow on Friday.", "Clerks counted 60 votes for the old mayor."],
    },
];

/// The hole is within a figure or a date: what stands there must not depend on where a line ends.
const BROKEN: &[Frame] = &[
    Frame {
        before: "an additional 5",
        after: "million people fled the long war in the valley of Orrin.",
        against: &["9 million people fled the long war in the valley of Orrin.", "The long war drove 5 million people out of the valley."],
    },
    Frame {
        before: "the port of Carrow shipped 40 of its 60",
        after: "thousand tonnes of slate on March 3.",
        against: &["The port of Carrow shipped 50 thousand tonnes of slate on March 3.", "The slate was shipped from the port on March 4."],
    },
    Frame {
        before: "the harbour office closed the old bridge on June",
        after: "2, and the ferry with it.",
        against: &["The harbour office closed the old bridge on June 3, and the ferry with it.", "On June 2 the old bridge was closed."],
    },
];

/// What `compare` says of the pair, but for the weight, which is asked elsewhere.
fn told(a: &str, b: &str) -> (corroborate::relate::Relation, String, Vec<corroborate::relate::Excuse>) {
    let Compared { relation, reason, mut excuses, .. } = compare(a, b);
    excuses.iter_mut().for_each(|excuse| (excuse.a, excuse.b) = (None, None));
    (relation, reason, excuses)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn the_digits_of_a_figure_inside_another_number_change_no_relation(
        frame in frame(BESIDE),
        [x, y] in [10_u32..100, 10_u32..100],
    ) {
        for against in frame.against {
            let [p, q] = [x, y].map(|number| told(&frame.fill(&number.to_string()), against));
            prop_assert_eq!(p, q, "{} / {} against {:?}", x, y, against);
        }
    }

    #[test]
    fn a_line_break_in_a_figure_changes_no_relation(frame in frame(BROKEN), gap in select(vec!["\n", "  ", "\r\n", " \n  ", "\u{a0}"])) {
        same_weight(frame, " ", gap)?;
        for against in frame.against {
            prop_assert_eq!(told(&frame.fill(" "), against), told(&frame.fill(gap), against), "{:?} against {:?}", gap, against);
        }
    }

    #[test]
    fn another_figure_weighs_the_same(frame in frame(FIGURES), x in figure(), y in figure()) {
        same_weight(frame, &x, &y)?;
    }

    #[test]
    fn another_share_weighs_the_same(frame in frame(SHARES), x in figure(), y in figure()) {
        same_weight(frame, &format!("{x} percent"), &format!("{y} percent"))?;
    }

    #[test]
    fn another_date_weighs_the_same(frame in frame(DATES), x in date(), y in date()) {
        same_weight(frame, &x, &y)?;
    }

    #[test]
    fn another_auxiliary_weighs_the_same(frame in frame(AUXILIARIES), x in select(MASKED_AUXILIARIES), y in select(MASKED_AUXILIARIES)) {
        same_weight(frame, x, y)?;
    }

    #[test]
    fn commas_in_a_number_change_nothing(frame in frame(FIGURES), number in 1000_u32..3_000_000) {
        same_answers(frame, &grouped(number), &number.to_string())?;
    }

    #[test]
    fn a_day_is_one_day_however_it_is_written(frame in frame(DATES), [first, second, third, fourth] in day()) {
        for other in [second, third, fourth] {
            same_answers(frame, &first, &other)?;
        }
    }
}

#[test]
fn the_table_of_writings() {
    const NAMES: &[Frame] = &[
        Frame {
            before: "the ",
            after: " closed its embassy in Oslo.",
            against: &["The embassy in Oslo was closed by the United States.", "Oslo is cold.", "Washington shut its Oslo embassy."],
        },
        Frame {
            before: "the ",
            after: " has ruled out a ban on missiles.",
            against: &["Washington ruled out a missile ban.", "A ban on missiles was ruled out by the U.S.", "The U.S. left."],
        },
    ];
    for (frames, x, y) in [
        (FIGURES, "1,000", "one thousand"),
        (FIGURES, "1,200", "1.2 thousand"),
        (FIGURES, "2,500,000", "2.5 million"),
        (DATES, "Feb. 14", "14 February"),
        (DATES, "Feb. 14", "February 14"),
        (DATES, "14 February", "14 Feb"),
        (DATES, "Monday", "10 March"),
        (AUXILIARIES, "did not", "didn't"),
        (AUXILIARIES, "does not", "doesn't"),
        (AUXILIARIES, "will not", "won't"),
        (AUXILIARIES, "cannot", "can't"),
        (AUXILIARIES, "cannot", "can not"),
        (NAMES, "U.S.", "United States"),
        (NAMES, "U.S.", "US"),
        (NAMES, "U.S.", "USA"),
    ] {
        for frame in frames {
            same_answers(frame, x, y).unwrap_or_else(|error| panic!("{error}"));
        }
    }
}
