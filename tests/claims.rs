//! Ten passages in the manner of real reports, and the claims that a careful reader takes from them.
//!
//! A row says what must be there; the program may find more. Officials' words are quoted, the sentences around them are ours.

use corroborate::claim::{ClaimKind, Facet, Modality, Polarity};
use corroborate::extract::Act;
use corroborate::pipeline::Passage;
use corroborate::relate::{Family, Relation};
use corroborate::{Claim, Document, Reconciler};

/// A claim that a passage makes.
struct Wanted {
    /// Its words, quotation marks at the ends left out.
    text: &'static str,
    kind: ClaimKind,
    polarity: Polarity,
    modality: Modality,
    /// Who credits whom, outermost first.
    chain: &'static [&'static [&'static str]],
    /// What the innermost of them does.
    act: Act,
    slot: &'static [(Facet, &'static str)],
    /// The first figure.
    figure: Option<(f64, &'static str)>,
    /// What "those demands" stands for.
    reference: Option<(&'static str, &'static str)>,
}

/// A statement of the outlet's own, said to be so.
const STATEMENT: Wanted = Wanted {
    text: "",
    kind: ClaimKind::Statement,
    polarity: Polarity::Affirmed,
    modality: Modality::Asserted,
    chain: &[],
    act: Act::Said,
    slot: &[],
    figure: None,
    reference: None,
};

/// Somebody's words, said to be so.
const UTTERANCE: Wanted = Wanted { kind: ClaimKind::Utterance, ..STATEMENT };

fn document(text: &str) -> Document {
    Document::new("a", text).with_published("2022-02-14")
}

fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| matches!(c, '"' | '\u{201c}' | '\u{201d}' | ',' | '.'))
}

/// How a claim falls short of what is wanted; empty where it does not.
fn faults(claim: &Claim, wanted: &Wanted, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut check = |holds: bool, what: String| found.extend((!holds).then_some(what));
    check(claim.polarity == wanted.polarity, format!("{:?}", claim.polarity));
    check(claim.modality == wanted.modality, format!("{:?}", claim.modality));
    let chain: Vec<&[String]> = claim.attribution.iter().map(|c| c.names.as_slice()).collect();
    check(chain == wanted.chain, format!("chain {chain:?}"));
    check(claim.source().is_none_or(|s| s.act == wanted.act), format!("{:?}", claim.source()));
    for (facet, words) in wanted.slot {
        let filler = claim.slot.get(*facet).map(|f| f.text.as_str());
        check(filler == Some(words), format!("{facet:?} {filler:?}"));
    }
    if let Some((value, noun)) = wanted.figure {
        let figure = claim.value.figures.first();
        let holds = figure.is_some_and(|f| f.low == Some(value) && f.high == Some(value) && f.noun.as_deref() == Some(noun));
        check(holds, format!("figure {figure:?}"));
    }
    if let Some((mention, antecedent)) = wanted.reference {
        let told = |r: &corroborate::claim::Reference| (r.mention.slice(text), bare(r.antecedent.slice(text))) == (mention, antecedent);
        check(claim.references.iter().any(told), format!("references {:?}", claim.references));
    }
    found
}

/// Every wanted claim is there, as wanted.
fn holds(name: &str, text: &str, wanted: &[Wanted]) {
    let claims = Reconciler::default().extract(&document(text)).claims.expect("extract lists claims");
    for row in wanted {
        let alike = claims.iter().find(|c| c.kind == row.kind && bare(&c.plain) == row.text);
        let claim = alike.unwrap_or_else(|| {
            panic!("{name}: no {:?} {:?} among {:?}", row.kind, row.text, claims.iter().map(|c| (c.kind, &c.text)).collect::<Vec<_>>())
        });
        let faults = faults(claim, row, text);
        assert!(faults.is_empty(), "{name}: {:?}: {faults:?}", row.text);
    }
}

#[test]
fn a_figure_inside_a_demand() {
    let text = "The U.S. has demanded that Norland withdraw some 130,000 troops it says Norland has massed near the border.";
    let us: &[&[&str]] = &[&["United States"]];
    holds(
        "what is asked for is the withdrawal; that the troops are there is said to be so",
        text,
        &[
            Wanted {
                text: text.trim_end_matches('.'),
                chain: us,
                act: Act::Asked,
                modality: Modality::Asked,
                slot: &[(Facet::Subject, "The U.S."), (Facet::Predicate, "demanded"), (Facet::Object, "Norland")],
                ..STATEMENT
            },
            Wanted {
                text: "some 130,000 troops it says Norland has massed near the border",
                kind: ClaimKind::Figure,
                chain: us,
                slot: &[(Facet::Subject, "Norland"), (Facet::Predicate, "massed"), (Facet::Noun, "troops")],
                figure: Some((130_000.0, "troops")),
                ..STATEMENT
            },
        ],
    );
    let claims = Reconciler::default().extract(&document(text)).claims.expect("extract lists claims");
    let figure = claims.iter().find(|c| c.kind == ClaimKind::Figure).expect("the figure");
    let above = |claim: &Claim| claims.iter().find(|c| claim.parent.as_ref() == Some(&c.id));
    let outermost = std::iter::successors(Some(figure), |claim| above(claim)).last().expect("a claim");
    assert_eq!(outermost.plain, text.trim_end_matches('.'), "the figure lies inside the demand");
}

#[test]
fn a_demand_and_its_refusal() {
    let text = "Norland has demanded that NATO stop its expansion. The U.S. and its allies rejected those demands on Friday.";
    holds(
        "a refusal that refers back",
        text,
        &[
            Wanted {
                text: "Norland has demanded that NATO stop its expansion",
                chain: &[&["Norland"]],
                act: Act::Asked,
                modality: Modality::Asked,
                slot: &[(Facet::Subject, "Norland"), (Facet::Predicate, "demanded")],
                ..STATEMENT
            },
            Wanted {
                text: "The U.S. and its allies rejected those demands on Friday",
                chain: &[&["The U.S. and its allies"]],
                act: Act::Denied,
                slot: &[(Facet::Subject, "The U.S. and its allies"), (Facet::Predicate, "rejected")],
                reference: Some(("those demands", "Norland has demanded that NATO stop its expansion")),
                ..STATEMENT
            },
        ],
    );
}

#[test]
fn a_ban_that_is_ruled_out() {
    let text = "Norland wants a ban on any further expansion of NATO. The U.S. ruled that out on Monday, officials said.";
    holds(
        "a refusal with a pronoun",
        text,
        &[
            Wanted { text: "Norland wants a ban on any further expansion of NATO", slot: &[(Facet::Object, "a ban")], ..STATEMENT },
            Wanted {
                text: "The U.S. ruled that out on Monday",
                chain: &[&["officials"]],
                slot: &[(Facet::Subject, "The U.S."), (Facet::Predicate, "ruled"), (Facet::Object, "that"), (Facet::Time, "Monday")],
                reference: Some(("that", "Norland wants a ban on any further expansion of NATO")),
                ..STATEMENT
            },
        ],
    );
}

#[test]
fn a_speaker_carried_over() {
    let text = "Foreign Minister Ilan Berec met the president on Monday. \"Our possibilities are far from exhausted,\" Berec said.\n\n\
                His advice, he said, was \"continuing and increasing\" the exchange. The talks, he added, \"certainly shouldn't continue \
                indefinitely.\"";
    let berec: &[&[&str]] = &[&["Ilan Berec"]];
    holds(
        "a mixed quotation",
        text,
        &[
            Wanted { text: "Our possibilities are far from exhausted", chain: berec, ..UTTERANCE },
            Wanted { text: "continuing and increasing", chain: berec, slot: &[(Facet::Source, "Ilan Berec")], ..UTTERANCE },
            Wanted {
                text: "certainly shouldn't continue indefinitely",
                chain: berec,
                polarity: Polarity::Denied,
                modality: Modality::Required,
                ..UTTERANCE
            },
        ],
    );
}

#[test]
fn one_quotation_with_two_claims() {
    let okafor: &[&[&str]] = &[&["Okafor"]];
    let wanted = || {
        [
            Wanted { text: "The dam is safe", chain: okafor, slot: &[(Facet::Subject, "The dam"), (Facet::Predicate, "is")], ..UTTERANCE },
            Wanted {
                text: "but the valley must be cleared",
                chain: okafor,
                modality: Modality::Required,
                slot: &[(Facet::Subject, "the valley"), (Facet::Predicate, "cleared")],
                ..UTTERANCE
            },
        ]
    };
    holds("in one piece", "\"The dam is safe, but the valley must be cleared,\" Minister Okafor said.", &wanted());
    holds("in two pieces", "\"The dam is safe,\" Minister Okafor said, \"but the valley must be cleared.\"", &wanted());
}

#[test]
fn two_quotations_around_a_credit() {
    let text = "\"We have already warned more than once that we will not allow endless negotiations on questions that demand a solution \
                today,\" Lavrov responded, per Reuters. But, he said, \"I must say there are always chances.\"";
    holds(
        "two quotations",
        text,
        &[
            Wanted {
                text: "We have already warned more than once that we will not allow endless negotiations on questions that demand a \
                       solution today",
                chain: &[&["Reuters"], &["Lavrov"]],
                polarity: Polarity::Denied,
                modality: Modality::Intended,
                ..UTTERANCE
            },
            Wanted { text: "I must say there are always chances", chain: &[&["Lavrov"]], modality: Modality::Required, ..UTTERANCE },
        ],
    );
}

#[test]
fn one_speaker_according_to_another() {
    let chain: &[&[&str]] = &[&["Ned Price"], &["Antony Blinken"]];
    holds(
        "in marks",
        "Antony Blinken told Ukraine's foreign minister that \"any further aggression would be met with a swift response,\" according to \
         Ned Price.",
        &[Wanted {
            text: "any further aggression would be met with a swift response",
            chain,
            modality: Modality::Intended,
            slot: &[(Facet::Subject, "any further aggression"), (Facet::Source, "Antony Blinken")],
            ..UTTERANCE
        }],
    );
    holds(
        "without marks",
        "Antony Blinken said the response would be swift, according to Ned Price.",
        &[Wanted { text: "the response would be swift", chain, modality: Modality::Intended, ..STATEMENT }],
    );
}

#[test]
fn two_speakers_of_one_quotation() {
    holds(
        "two speakers",
        "Lavrov and Peskov said there were \"few reasons for optimism.\"",
        &[Wanted { text: "few reasons for optimism", chain: &[&["Lavrov", "Peskov"]], ..UTTERANCE }],
    );
    let text = "Lavrov, along with Dmitry Peskov, who speaks for the president, countered that the chances were \"far from exhausted.\"";
    holds("one along with another", text, &[Wanted { text: "far from exhausted", chain: &[&["Lavrov", "Dmitry Peskov"]], ..UTTERANCE }]);
    let claims = Reconciler::default().extract(&document(text)).claims.expect("extract lists claims");
    assert!(claims.iter().all(|c| !c.text.contains("speaks for")), "{claims:?}");
}

#[test]
fn a_claim_that_is_denied() {
    let text = "Washington says the Kremlin is getting ready to overrun its neighbor, a claim Moscow denies.";
    let assertion = "the Kremlin is getting ready to overrun its neighbor";
    holds(
        "one asserts, the other denies",
        text,
        &[
            Wanted { text: assertion, chain: &[&["Washington"]], slot: &[(Facet::Subject, "the Kremlin")], ..STATEMENT },
            Wanted {
                text: "a claim Moscow denies",
                chain: &[&["Moscow"]],
                act: Act::Denied,
                slot: &[(Facet::Subject, "Moscow"), (Facet::Predicate, "denies")],
                reference: Some(("a claim", assertion)),
                ..STATEMENT
            },
        ],
    );
}

#[test]
fn drills_that_end_and_drills_that_have_ended() {
    holds(
        "under way and over",
        "Shoigu reported that some of the drills have already concluded, while the rest will end later.",
        &[
            Wanted {
                text: "some of the drills have already concluded",
                chain: &[&["Shoigu"]],
                slot: &[(Facet::Subject, "some of the drills"), (Facet::Scope, "some")],
                ..STATEMENT
            },
            Wanted { text: "the rest will end later", chain: &[&["Shoigu"]], modality: Modality::Intended, ..STATEMENT },
        ],
    );
    holds(
        "under way, told in person",
        "Some of these drills are coming to an end, Shoigu told the president.",
        &[Wanted {
            text: "Some of these drills are coming to an end",
            chain: &[&["Shoigu"]],
            slot: &[(Facet::Subject, "Some of these drills"), (Facet::Predicate, "coming"), (Facet::Scope, "Some")],
            ..STATEMENT
        }],
    );
    told("Some of these drills are coming to an end.", "Some of the drills have already concluded.", Relation::Status);
}

#[test]
fn a_response_prepared_and_drafted() {
    let passages = [
        "Berec said he had prepared a 10-page response to the proposals.",
        "Norland has drafted a 10-page response to the proposals, Berec said.",
    ];
    let response: &[(Facet, &str)] = &[(Facet::Subject, "Berec"), (Facet::Predicate, "prepared"), (Facet::Object, "a 10-page response")];
    let drafted: &[(Facet, &str)] = &[(Facet::Subject, "Norland"), (Facet::Predicate, "drafted"), (Facet::Object, "a 10-page response")];
    let wanted = [
        ("he had prepared a 10-page response to the proposals", response),
        ("Norland has drafted a 10-page response to the proposals", drafted),
    ];
    for (passage, (text, slot)) in passages.into_iter().zip(wanted) {
        holds("a response", passage, &[Wanted { text, slot, chain: &[&["Berec"]], figure: Some((10.0, "page")), ..STATEMENT }]);
    }
    assert_eq!(compared(passages[0], passages[1]).0, Family::Agree);
}

fn compared(a: &str, b: &str) -> (Family, Relation, String) {
    let passage = |text: &str| Passage { text: text.to_owned(), published: Some("2022-02-14".to_owned()), ..Passage::default() };
    let compared = Reconciler::default().compare(&passage(a), &passage(b));
    (compared.family, compared.relation, compared.reason)
}

/// Two passages stand in this relation, whichever comes first.
fn told(a: &str, b: &str, relation: Relation) {
    for (x, y) in [(a, b), (b, a)] {
        let (_, told, reason) = compared(x, y);
        assert_eq!(told, relation, "{x:?} / {y:?}: {reason}");
    }
}

#[test]
fn pairs_of_passages() {
    for (a, b, relation) in [
        ("Some 100,000 troops are massed at the border.", "Some 130,000 troops are massed at the border.", Relation::Value),
        ("More than 100,000 troops are massed at the border.", "Some 130,000 troops are massed at the border.", Relation::Consistent),
        ("The joint drills end on Feb. 20.", "The joint drills end on 25 February.", Relation::Date),
        ("The ministry confirmed the warning.", "The ministry did not confirm the warning.", Relation::Polarity),
        ("The harbour bridge was closed on Monday.", "The harbour bridge was closed on Monday.", Relation::Verbatim),
        ("The bakery sells rye bread.", "The minister flew to Oslo.", Relation::Unrelated),
    ] {
        told(a, b, relation);
    }
}
