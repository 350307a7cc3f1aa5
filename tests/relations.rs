//! The decision table of `corroborate::relate`: named cases for each of its rows.

use corroborate::claim::ClaimKind;
use corroborate::pipeline::Passage;
use corroborate::relate::Relation::{self, *};
use corroborate::{Document, Reconciler};

/// A passage, or a passage with the day on which it was published, parted by `@`.
fn passage(written: &str) -> Passage {
    let (text, day) = written.split_once('@').map_or((written, None), |(text, day)| (text, Some(day.to_owned())));
    Passage { text: text.to_owned(), published: day, ..Passage::default() }
}

/// Checks every case both ways round.
fn hold(cases: &[(&str, &str, &str, Relation)]) {
    let reconciler = Reconciler::default();
    let told = |a: &str, b: &str| {
        let compared = reconciler.compare(&passage(a), &passage(b));
        (compared.relation, compared.reason)
    };
    let wrong: Vec<String> = cases
        .iter()
        .flat_map(|(name, a, b, want)| [(name, told(a, b), want), (name, told(b, a), want)])
        .filter(|(_, (relation, _), want)| relation != *want)
        .map(|(name, got, want)| format!("{name}: {got:?}, wanted {want:?}"))
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn figures() {
    hold(&[
        ("another count", "The flood killed 40 people in the valley.", "The flood killed 12 people in the valley.", Value),
        ("a rounding", "The bridge cost 5.12 million euros.", "The bridge cost 5.1 million euros.", Consistent),
        ("an approximation", "Some 100,000 sandbags were laid along the dyke.", "95,000 sandbags were laid along the dyke.", Consistent),
        ("a bound", "More than 40 houses burned in Orrin.", "55 houses burned in Orrin.", Consistent),
        ("a coin of the main unit", "Shares of the mill fell 50 cents.", "Shares of the mill fell $0.50.", Wording),
        ("kilometres and miles", "The tunnel is 8 kilometres long.", "The tunnel is 5 miles long.", Consistent),
        ("a sum", "The mill cut 40 jobs in Orrin and 20 jobs in Carrow.", "The mill cut 60 jobs in Orrin and Carrow.", Consistent),
        (
            "a product",
            "Police stopped 12 lorries with 40 people each at the port.",
            "Police stopped 480 people in lorries at the port.",
            Consistent,
        ),
        ("two counts", "The crash killed 12 people.", "The crash hurt 40 people.", OtherScope),
        ("two parties", "Shares of Ostby Mills fell 5 percent.", "Shares of Velmouth Steel fell 9 percent.", OtherScope),
        ("two things", "The state put a 25 percent duty on timber.", "The state put a 10 percent duty on paper.", OtherScope),
        ("two measures", "The mill's annual loss rose 59 percent.", "The mill's annual revenue rose 4 percent.", OtherScope),
        ("measures that moved", "The mill told of a 22 percent jump in profit.", "The mill told of a 9 percent jump in sales.", OtherScope),
        (
            "two hours of trading",
            "Shares of Ostby Mills fell 71 cents to close at $21.59 in Carrow.",
            "Shares of Ostby Mills fell 54 cents in midday trading in Carrow.",
            Superseded,
        ),
        (
            "two hours, two directions",
            "Shares of Ostby Mills fell 14 cents to close in Carrow.",
            "Shares of Ostby Mills rose 14 cents at midday in Carrow.",
            Superseded,
        ),
        (
            "so far apart",
            "There are 37 known cases of the fever in the port.",
            "Over all islands there are 8,573 cases of the fever.",
            OtherScope,
        ),
        ("a thousandfold", "The harbour repair cost 5 million euros in all.", "The harbour repair cost 5 billion euros in all.", Value),
        ("written as exactly", "The test showed a level of 0.10 that night.", "The test showed a level of 0.14 that night.", Value),
        (
            "too little in common",
            "A house in the old port is 400,000 euros, the agents in Carrow say.",
            "The new library in the port is a gift of 900,000 euros from the widow of a shipowner.",
            CannotTell,
        ),
        ("two approximations", "The bank drew about 19 billion euros of bids.", "The bank drew about 21 billion euros of bids.", Value),
        (
            "a rounding to one digit",
            "The owner bid 5 billion euros for the mill.",
            "The owner bid 5.1 billion euros for the mill.",
            Consistent,
        ),
        ("an age", "Ann Dunn, 44, was found in the port.", "Ann Dunn, 46, was found in the port.", Value),
        ("two people's ages", "Ann Dunn, 44, was found in the port.", "Carl Hall, 46, was found in the port.", Wording),
        (
            "two ranges with one end in common",
            "The strike may cost the mill 60 million to 70 million euros.",
            "The strike may cost the mill 60 million to 98 million euros.",
            Value,
        ),
        (
            "an act told and counted",
            "Police in the port arrested 38 people and seized a lorry.",
            "Police in the port made 53 arrests and seized a lorry.",
            Value,
        ),
        (
            "two terms",
            "The two-year note fell in price, taking its yield to 1.23 percent.",
            "The 10-year note fell in price, taking its yield to 3.21 percent.",
            OtherScope,
        ),
        (
            "two counts written out",
            "The flood killed twenty-two people and hurt 40 others in the valley.",
            "The flood killed twenty-five people and hurt 60 others in the valley.",
            Value,
        ),
        (
            "one term in two writings",
            "The two-year note of the mill yielded 1.2 percent.",
            "The 2-year note of the mill yielded 1.4 percent.",
            Value,
        ),
        (
            "a span and a month of it",
            "From February to May 2002 the mill in the port lost 40 jobs.",
            "In April 2002 the mill in the port lost 60 jobs.",
            Value,
        ),
        ("no sum of other units", "The men walked 50 miles and then 40 miles.", "The men walked 90 kilometres.", Value),
        (
            "two quarters",
            "In the first quarter the mill lost 40 million euros.",
            "In the second quarter the mill lost 22 million euros.",
            OtherEvent,
        ),
        ("two moves", "The index of the port rose 21 points.", "The index of the port fell 5 points.", CannotTell),
        (
            "one number, two directions",
            "Sales of lorries rose 3 percent in the port.",
            "Sales of lorries fell 3 percent in the port.",
            Polarity,
        ),
    ]);
}

#[test]
fn times() {
    hold(&[
        ("another day", "The bridge was closed on Monday.@2025-03-14", "The bridge was closed on Tuesday.@2025-03-14", Date),
        ("a day of the month", "The school opens on 4 March.@2025-02-14", "The school opens in March.@2025-02-14", Refinement),
        (
            "a later count",
            "As of 10 a.m., four people had been killed in the fire.@2025-03-14",
            "By 6 p.m. seven people had been killed in the fire.@2025-03-14",
            Superseded,
        ),
        ("a toll that grows", "The fire killed four people.@2025-03-14", "The fire killed seven people.@2025-03-16", Superseded),
        (
            "another occasion",
            "In 1998 a fire in the harbour killed 12 people.@2025-03-14",
            "A fire in the harbour killed seven people.@2025-03-14",
            OtherEvent,
        ),
        (
            "in one place of the sentence",
            "The mill sold a million looms, making Saturday the best day of its history.",
            "The mill sold a million looms by Saturday, making Tuesday the best day of its history.",
            Date,
        ),
        (
            "two people's dates",
            "On Jan. 10, Ann Dunn was found bound in her flat in the old port.",
            "On Jan. 1, Eve Hall was found bound in her flat in the old port.",
            OtherScope,
        ),
        (
            "two spans with one end in common",
            "The harbour was shut from May to July 2004 for repairs.",
            "The harbour was shut from May to October 2004 for repairs.",
            Date,
        ),
        (
            "two dates in another order",
            "The bridge closed to all traffic on Monday, and the tunnel reopened to lorries on Tuesday.",
            "The tunnel reopened to lorries on Tuesday, and the bridge closed to all traffic on Monday.",
            Wording,
        ),
        (
            "a span told more exactly",
            "The harbour was shut from May to October 15, 2004 for repairs.",
            "The harbour was shut from May to October 2004 for repairs.",
            Refinement,
        ),
        (
            "said on two days",
            "“We shall go on with the talks on the old harbour,” Ann Dunn said on Friday.",
            "“We shall go on with the talks on the old harbour,” Ann Dunn said on Sunday.",
            Date,
        ),
        ("another hour", "Police shut the bridge on Monday at 8 a.m.", "Police shut the bridge on Monday at 11 a.m.", Date),
        (
            "for good and for now",
            "The council reached a permanent agreement with the mill.",
            "The council reached an agreement in principle with the mill.",
            Status,
        ),
        (
            "for good with one, for now with another",
            "The council reached a final agreement on jobs and rents in the port with Ostby Mills.",
            "The council reached an agreement in principle on jobs and rents in the port with Velmouth Steel.",
            OtherScope,
        ),
        ("under way and over", "The drills in the valley are ending.", "The drills in the valley have already ended.", Status),
    ]);
}

#[test]
fn yes_and_no() {
    hold(&[
        ("not", "The mayor will reopen the bridge.", "The mayor will not reopen the bridge.", Polarity),
        ("an opposite", "The council accepted the plan for the harbour.", "The council rejected the plan for the harbour.", Polarity),
        ("an opposite of the news", "The senator supports the new harbour.", "The senator opposes the new harbour.", Polarity),
        ("an adjective behind its verb", "The governor is open to offers.", "The governor is not open to offers.", Polarity),
        (
            "one of two negations",
            "The cardinal's refusal to take part stands unless the rules are changed.",
            "The cardinal refuses to take part unless the rules are not changed.",
            Polarity,
        ),
        ("nearly a no", "The owners of the ferry rarely keep full lists.", "The owners of the ferry do not keep full lists.", Wording),
        ("a comment declined", "The mayor declined comment on the bridge.", "The mayor would not comment on the bridge.", Wording),
        ("last of a date", "The mayor came for the first time last week.", "The mayor came for the first time on Saturday.", Wording),
        ("a question", "Has he not understood that the bridge is shut?", "He has understood that the bridge is shut.", Wording),
        ("what was asked", "Most questions asked by the class were new.", "Most questions of the class were not new.", Polarity),
        (
            "a number that is no negation",
            "Bell resigned as the bank's No. 2 executive in May.",
            "Bell resigned as the bank's executive in May.",
            Wording,
        ),
        ("a lack", "The old bridge lacked safety barriers.", "The old bridge had safety barriers.", Polarity),
        ("two turns", "The talks on the harbour will not stop.", "The talks on the harbour will continue.", Wording),
        (
            "a negation over what the other leaves out",
            "The two men, whose names were not released, were seen at the harbour.",
            "The two men were seen at the harbour.",
            Wording,
        ),
        ("two sources", "The harbour office says the barge struck the pier.", "The owner denies that the barge struck the pier.", Disputed),
        ("one source", "Ann Dunn confirmed that the barge struck the pier.", "Ann Dunn denied that the barge struck the pier.", Polarity),
        (
            "words withheld",
            "The ministry confirmed that it had a warning about the pier.",
            "The ministry did not confirm that it had a warning about the pier.",
            Polarity,
        ),
    ]);
}

#[test]
fn words() {
    hold(&[
        (
            "the same words",
            "“We shall rebuild the old bridge,” Ann Dunn said.",
            "“We shall rebuild the old bridge,” Ann Dunn said.",
            Verbatim,
        ),
        (
            "small words alone",
            "“We did that before they did it,” Ann Dunn said.",
            "“We did that before they did it,” said Ann Dunn.",
            Verbatim,
        ),
        (
            "a quotation that says something else",
            "“We have not given up hope of finding survivors,” Ann Dunn said.",
            "“We have given up hope of finding survivors,” Ann Dunn said.",
            Meaning,
        ),
        (
            "said of somebody else",
            "“They ruined the old harbour for good,” Ann Dunn said.",
            "“He ruined the old harbour for good,” Ann Dunn said.",
            Meaning,
        ),
        (
            "a negation in what was left out",
            "“It is not about you. It is about the old harbour and its walls,” Ann Dunn said.",
            "“It is about the old harbour and its walls,” Ann Dunn said.",
            Verbatim,
        ),
        (
            "another particle",
            "“We shall put them down with all the force of the law,” Ann Dunn said.",
            "“We shall put them up with all the force of the law,” Ann Dunn said.",
            Meaning,
        ),
        (
            "two speakers",
            "“Every bridge of this type will be checked,” said Ann Dunn.",
            "“Every bridge of this type will be checked,” said Tomas Reddick.",
            Speaker,
        ),
        ("the most of something", "Orrin is the largest producer of slate.", "Velmouth is the largest slate producer.", Entity),
        ("a notice", "The old school will close in March.", "The old school may close in March.", Wording),
        ("other words", "The storm destroyed the harbour wall.", "The harbour wall was destroyed by the storm.", Wording),
        ("two matters", "The mayor opened the school.", "Bread became dearer in the port.", Unrelated),
    ]);
}

/// The relation of the one pair of utterances of two documents.
fn of_two_outlets(first: &str, second: &str) -> (Relation, String) {
    let report = Reconciler::default().reconcile(&[Document::new("herald", first), Document::new("gazette", second)]);
    let spoken = |id: &str| report.claims.iter().any(|c| c.id == id && c.kind == ClaimKind::Utterance);
    let pair = report.groups.iter().flat_map(|group| &group.pairs).find(|pair| spoken(&pair.a)).expect("a pair");
    (pair.relation, pair.reason.clone())
}

#[test]
fn what_is_said_in_another_language() {
    let told = |first: &str, second: &str, who: &str| {
        of_two_outlets(&format!("“{first},” {who} Carl Hall said on Monday."), &format!("“{second},” {who} Carl Hall said on Monday."))
    };
    let (they, he) = ("They ruined the old harbour of the town for good", "He ruined the old harbour of the town for good");
    let negated = "They have not ruined the old harbour of the town for good";
    let other_words = "They wrecked the old port of the town for good";
    for (name, first, second, who, want) in [
        ("two translations", they, he, "Swedish President", CannotTell),
        ("no translation", they, he, "Australian President", Meaning),
        ("a negation in a translation", they, negated, "Swedish President", Meaning),
    ] {
        assert_eq!(told(first, second, who).0, want, "{name}");
    }
    assert!(told(they, other_words, "Swedish President").1.starts_with("translated"), "{:?}", told(they, other_words, "Swedish President"));
    assert!(told(they, other_words, "Australian President").1.starts_with("substituted"));
}
