//! One table of named cases a phenomenon, run through the whole room.

use super::{Form, extract};
use crate::lexicon::Lexicon;
use crate::text::Article;

/// A case: its name, a text, and what is found in it as "form | speaker's name (via) | cue | words [inner]".
type Case = (&'static str, &'static str, &'static [&'static str]);

fn run(cases: &[Case]) {
    for (name, text, want) in cases {
        let article = Article::new(text, Lexicon::english());
        fn row(article: &Article<'_>, q: &super::Quotation) -> String {
            let form = match q.form {
                Form::Direct => "direct",
                Form::Mixed => "mixed",
                Form::Indirect => "indirect",
            };
            let speaker = q.speaker.as_ref().map_or("-", |s| s.name.as_str());
            let cue = q.cue.as_ref().map_or("-", |c| c.text.as_str());
            let via = q.via.as_ref().map_or(String::new(), |v| format!(" (via {})", v.speaker.name));
            let inner: String = q.inner.iter().map(|q| format!(" [{}]", row(article, q))).collect();
            format!("{form} | {speaker}{via} | {cue} | {}{inner}", article.clean(q.span))
        }
        let got: Vec<String> = extract(&article, &[], Lexicon::english()).iter().map(|q| row(&article, q)).collect();
        assert_eq!(got, *want, "{name}");
    }
}

#[test]
fn where_the_speaker_stands() {
    run(&[
        (
            "behind, the verb first",
            "\"The ferry will not sail before Tuesday,\" said Marta Olsen, the harbour master of Velmouth.",
            &["direct | Marta Olsen | said | \"The ferry will not sail before Tuesday,\""],
        ),
        (
            "behind, the name first",
            "\"We have lost the whole harvest,\" farmer Piet Brand told reporters.",
            &["direct | Piet Brand | told | \"We have lost the whole harvest,\""],
        ),
        (
            "before, with a colon",
            "Governor Lena Hart said: \"Nobody will be left without water tonight.\"",
            &["direct | Lena Hart | said | \"Nobody will be left without water tonight.\""],
        ),
        (
            "in the middle",
            "\"The roof came down at noon,\" said Ivo Lark. \"Nobody was under it.\"",
            &["direct | Ivo Lark | said | \"The roof came down at noon,\"", "direct | Ivo Lark | - | \"Nobody was under it.\""],
        ),
        (
            "behind a question",
            "\"Who will pay for all of this?\" Senator Dora Finch asked.",
            &["direct | Dora Finch | asked | \"Who will pay for all of this?\""],
        ),
        (
            "in small letters",
            "\"The patrol is safe and on its way home,\" a coast guard spokeswoman said.",
            &["direct | a coast guard spokeswoman | said | \"The patrol is safe and on its way home,\""],
        ),
        (
            "an organisation",
            "The ministry said in a statement that the dam would hold.",
            &["indirect | The ministry | said | that the dam would hold"],
        ),
    ]);
}

#[test]
fn speakers_carried_over() {
    run(&[
        (
            "a pronoun",
            "Mayor Ann Bell came on Friday. \"The bridge will open in the spring,\" she said.",
            &["direct | she | said | \"The bridge will open in the spring,\""],
        ),
        (
            "a pronoun for the last speaker",
            "Mayor Ann Bell said the bridge was closed. She said it would open in the spring.",
            &["indirect | Ann Bell | said | the bridge was closed", "indirect | Ann Bell | said | it would open in the spring"],
        ),
        (
            "a speech of several paragraphs",
            "\"We lost two boats in the storm,\" said Carl Dunn.\n\n\"We will not lose a third one to this company.\"",
            &[
                "direct | Carl Dunn | said | \"We lost two boats in the storm,\"",
                "direct | Carl Dunn | - | \"We will not lose a third one to this company.\"",
            ],
        ),
        (
            "the last name alone",
            "Economist Rosa Feld joined the bank in May. Feld said prices would fall.",
            &["indirect | Rosa Feld | said | prices would fall"],
        ),
    ]);
}

#[test]
fn reported_statements() {
    run(&[
        (
            "a clause with that",
            "Foreign Minister Ivo Lark said that the talks would go on until June.",
            &["indirect | Ivo Lark | said | that the talks would go on until June"],
        ),
        (
            "the speaker at the end",
            "The fire began in the kitchen, officials said.",
            &["indirect | officials | said | The fire began in the kitchen"],
        ),
        (
            "according to",
            "According to the police, four men were arrested near the station.",
            &["indirect | the police | According to | four men were arrested near the station"],
        ),
        (
            "according to, at the end",
            "The river rose by three metres, according to the weather service.",
            &["indirect | the weather service | according to | The river rose by three metres"],
        ),
        (
            "a quoted fragment",
            "Union leader Tom Reed said the offer was \"an insult to every nurse in the country.\"",
            &["mixed | Tom Reed | said | the offer was \"an insult to every nurse in the country.\""],
        ),
        (
            "two acts",
            "Ode denied that it had shelled the port, and warned that it would answer any attack.",
            &["indirect | Ode | denied | that it had shelled the port", "indirect | Ode | warned | that it would answer any attack"],
        ),
    ]);
}

#[test]
fn who_passes_it_on() {
    run(&[
        (
            "per a paper",
            "\"The ferry will not sail before Tuesday,\" Marta Olsen said, per the Courier.",
            &["direct | Marta Olsen (via Courier) | said | \"The ferry will not sail before Tuesday,\""],
        ),
        (
            "per a name",
            "\"The ferry will not sail before Tuesday,\" Marta Olsen said, per Reuters.",
            &["direct | Marta Olsen (via Reuters) | said | \"The ferry will not sail before Tuesday,\""],
        ),
        (
            "behind a clause",
            "Marta Olsen told guests that \"the ferry will not sail,\" according to Ivo Lark.",
            &["mixed | Marta Olsen (via Ivo Lark) | told | that \"the ferry will not sail,\""],
        ),
        (
            "a tag at the end",
            "Marta Olsen told guests that \"the ferry will never sail again,\" Ivo Lark recalled.",
            &["mixed | Marta Olsen (via Ivo Lark) | told | that \"the ferry will never sail again,\""],
        ),
        ("a rate", "The port lost two boats per person and year in the storm.", &[]),
    ]);
}

#[test]
fn speech_inside_speech() {
    run(&[
        (
            "said, according to",
            "Marta Olsen said the ferry would sail, according to Ivo Lark.",
            &[
                "indirect | Ivo Lark | according to | Marta Olsen said the ferry would sail [indirect | Marta Olsen | said | the ferry would sail]",
            ],
        ),
        (
            "in marks",
            "\"The ferry will not sail before Tuesday,\" Marta Olsen told guests, according to Ivo Lark.",
            &[
                "mixed | Ivo Lark | according to | \"The ferry will not sail before Tuesday,\" Marta Olsen told guests [direct | Marta Olsen | \
               told | \"The ferry will not sail before Tuesday,\"]",
            ],
        ),
        (
            "what somebody says of himself",
            "Marta Olsen said she hoped the ferry would sail.",
            &["indirect | Marta Olsen | said | she hoped the ferry would sail"],
        ),
        (
            "what one says of things",
            "Ode demanded that Velmouth remove the 40 lorries it says Velmouth has parked near the harbour.",
            &[
                "indirect | Ode | demanded | that Velmouth remove the 40 lorries it says Velmouth has parked near the harbour [indirect | Ode | \
               says | Velmouth has parked near the harbour]",
            ],
        ),
        (
            "what is found",
            "Marta Olsen said the inspectors knew that the ferry was old.",
            &["indirect | Marta Olsen | said | the inspectors knew that the ferry was old"],
        ),
    ]);
}

#[test]
fn speakers_together() {
    run(&[
        (
            "along with",
            "Ivo Lark, along with Marta Olsen, who runs the harbour, said the ferry would sail.",
            &["indirect | Ivo Lark and Marta Olsen | said | the ferry would sail"],
        ),
        (
            "together with",
            "Ivo Lark, together with Mayor Ann Bell, warned that the dam would break.",
            &["indirect | Ivo Lark and Ann Bell | warned | that the dam would break"],
        ),
        (
            "a claim somebody denies",
            "Ode says Velmouth built the wall, a claim Velmouth denies.",
            &["indirect | Ode | says | Velmouth built the wall", "indirect | Velmouth | denies | a claim"],
        ),
    ]);
}

#[test]
fn what_is_no_speech() {
    run(&[
        ("a title", "She directed \"The Long Winter\" and a film about bees.", &[]),
        ("a nickname", "Robert \"Bobby\" Crane won the race in Velmouth on Saturday.", &[]),
        ("apostrophes", "The farmers' market of the '90s was the town's pride.", &[]),
        ("inches", "The guard is 6'2\" tall and the screen is 30\" wide.", &[]),
        ("plain prose", "The bridge fell into the river on Monday and nobody was hurt.", &[]),
    ]);
}

#[test]
fn a_lost_mark_costs_one_paragraph() {
    run(&[(
        "an opening mark without its partner",
        "\"The road is closed, said Bell.\n\nThe road was built in 1960.\n\n\"It is open again,\" said Carl Dunn.",
        &["direct | - | - | \"The road is closed, said Bell.", "direct | Carl Dunn | said | \"It is open again,\""],
    )]);
}
