//! News sentences for each phenomenon of quotations, as a whole article goes through: form, speaker's full name, cue and words.
//!
//! The table is `tests/fixtures/quotations.txt`; what single steps do is tested beside the rules.

use corroborate::extract::{Form, Quotation};
use corroborate::{Document, Reconciler};

const TABLE: &str = include_str!("fixtures/quotations.txt");

fn row(quotation: &Quotation) -> String {
    let form = match quotation.form {
        Form::Direct => "direct",
        Form::Mixed => "mixed",
        Form::Indirect => "indirect",
    };
    let speaker = quotation.speaker.as_ref().map_or("-", |s| s.name.as_str());
    let cue = quotation.cue.as_ref().map_or("-", |c| c.text.as_str());
    format!("> {form} | {speaker} | {cue} | {}", quotation.text)
}

/// Reads every text of a phenomenon, three at least, and compares what is found with the rows behind it.
fn check(phenomenon: &str) {
    let head = format!("## {phenomenon}");
    let rows = TABLE.lines().skip_while(|line| *line != head).skip(1).take_while(|line| !line.starts_with('#'));
    let rows: Vec<&str> = rows.filter(|line| !line.is_empty()).collect();
    let cases: Vec<&[&str]> = rows.chunk_by(|_, next| next.starts_with("> ")).collect();
    assert!(cases.len() >= 3, "{phenomenon} has {} sentences", cases.len());
    let reconciler = Reconciler::default();
    for case in cases {
        let text = case[0].replace("\\n", "\n");
        let found = reconciler.extract(&Document::new("d", text.as_str()));
        let got: Vec<String> = found.quotations.iter().map(row).collect();
        assert_eq!(got, case[1..], "{phenomenon}: {text}");
    }
}

#[test]
fn marks_of_every_shape() {
    check("marks of every shape");
}

#[test]
fn marks_inside_marks() {
    check("marks inside marks");
}

#[test]
fn a_speech_of_several_paragraphs() {
    check("a speech of several paragraphs");
}

#[test]
fn a_mark_lost_for_good_costs_one_paragraph() {
    check("a mark lost for good costs one paragraph");
}

#[test]
fn apostrophes_and_inches_are_no_marks() {
    check("apostrophes and inches are no marks");
}

#[test]
fn titles_nicknames_and_scare_quotes_are_no_speech() {
    check("titles nicknames and scare quotes are no speech");
}

#[test]
fn long_passages_without_a_tag_are_speech() {
    check("long passages without a tag are speech");
}

#[test]
fn the_speaker_before_and_behind() {
    check("the speaker before and behind");
}

#[test]
fn a_colon() {
    check("a colon");
}

#[test]
fn a_signature_behind_a_dash() {
    check("a signature behind a dash");
}

#[test]
fn according_to() {
    check("according to");
}

#[test]
fn a_tag_in_the_middle() {
    check("a tag in the middle");
}

#[test]
fn long_descriptions_behind_the_name() {
    check("long descriptions behind the name");
}

#[test]
fn speakers_in_small_letters() {
    check("speakers in small letters");
}

#[test]
fn organisations_and_documents_speak() {
    check("organisations and documents speak");
}

#[test]
fn the_speaker_before_is_carried_over() {
    check("the speaker before is carried over");
}

#[test]
fn speakers_named_before() {
    check("speakers named before");
}

#[test]
fn reported_statements() {
    check("reported statements");
}

#[test]
fn quoted_fragments() {
    check("quoted fragments");
}

#[test]
fn nobody_is_credited() {
    check("nobody is credited");
}
