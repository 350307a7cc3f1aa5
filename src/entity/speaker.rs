//! Full names for the speakers of quotations.

use rustc_hash::FxHashMap;

use super::Entities;
use crate::extract::{Quotation, Speaker};
use crate::span::Span;

/// Gives each speaker whose mention means a known entity that entity's name. A speaker that is carried over takes the name of the
/// last one with the same words. `document` is the place of the document in the table.
///
/// ```
/// use corroborate::entity::{Entities, name_speakers};
/// use corroborate::extract::{English, Extractor};
/// use corroborate::{Document, lexicon::Lexicon, text::Article};
/// let lexicon = Lexicon::english();
/// let document = Document::new("herald", "Mayor Ann Bell came home. \"The bridge is safe, and it will be safe for years,\" she said.");
/// let article = Article::new(&document.text, lexicon);
/// let mut found = English::new(lexicon).extract(&document, &article);
/// let entities = Entities::resolve(&[(&document, &article, &found.mentions)], lexicon);
/// name_speakers(&mut found.quotations, &entities, 0);
/// assert_eq!(found.quotations[0].speaker.as_ref().unwrap().name, "Ann Bell");
/// ```
pub fn name_speakers(quotations: &mut [Quotation], entities: &Entities, document: usize) {
    let mut known: FxHashMap<String, (String, Option<String>)> = FxHashMap::default();
    let mut last: Option<Speaker> = None;
    for quotation in quotations {
        let before = quotation.speaker.as_ref().map(|s| s.name.clone());
        if let Some(speaker) = &mut quotation.speaker {
            match speaker.mention {
                Some(span) => {
                    name(speaker, span, entities, document);
                    // what goes on without a tag goes back to the head of the phrase that credited: "Bell" of "Bell and Dunn said"
                    let head = |l: &&Speaker| l.mention.is_some_and(|m| m.start == span.start && m.contains(span));
                    if let Some(tagged) = last.as_ref().filter(|_| quotation.cue.is_none()).filter(head) {
                        speaker.name.clone_from(&tagged.name);
                        speaker.country.clone_from(&tagged.country);
                    }
                    last = Some(speaker.clone());
                    known.insert(speaker.text.clone(), (speaker.name.clone(), speaker.country.clone()));
                }
                None => {
                    if let Some((name, country)) = known.get(&speaker.text) {
                        speaker.name.clone_from(name);
                        speaker.country.clone_from(country);
                    }
                }
            }
        }
        let others = quotation.inner.iter_mut().filter_map(|q| q.speaker.as_mut()).chain(quotation.via.as_mut().map(|v| &mut v.speaker));
        for other in others {
            // "the troops it says": it is whoever speaks
            if let (Some(speaker), true) = (&quotation.speaker, Some(&other.name) == before.as_ref()) {
                other.name.clone_from(&speaker.name);
                other.country.clone_from(&speaker.country);
            }
            if let Some(span) = other.mention {
                name(other, span, entities, document);
            }
        }
    }
}

fn name(speaker: &mut Speaker, mention: Span, entities: &Entities, document: usize) {
    // those who speak together are no entity
    let joined = entities.joined(document, mention, &speaker.text);
    if let [others @ .., last] = &joined[..]
        && !others.is_empty()
    {
        let names: Vec<&str> = others.iter().map(|e| entities.get(*e).name.as_str()).collect();
        speaker.name = format!("{} and {}", names.join(", "), entities.get(*last).name);
        return;
    }
    let several = speaker.name.contains(" and ");
    // "it" was told for a body by its words
    let called = || entities.called(&speaker.name).filter(|_| speaker.name != speaker.text);
    if let Some(entity) = entities.of(document, mention).or_else(called).filter(|_| !several) {
        let entity = entities.get(entity);
        speaker.name.clone_from(&entity.name);
        speaker.country.clone_from(&entity.country);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Document;
    use crate::extract::{English, Extractor};
    use crate::lexicon::Lexicon;
    use crate::text::Article;

    /// The name of whoever is credited with the last words that are credited at all; "-" for nobody.
    fn last_speaker(text: &str) -> String {
        let (document, lexicon) = (Document::new("d", text), Lexicon::english());
        let article = Article::new(text, lexicon);
        let mut found = English::new(lexicon).extract(&document, &article);
        let entities = Entities::resolve(&[(&document, &article, &found.mentions)], lexicon);
        name_speakers(&mut found.quotations, &entities, 0);
        found.quotations.last().map_or("nothing".into(), |q| q.speaker.as_ref().map_or("-".into(), |s| s.name.clone()))
    }

    fn check(cases: &[(&str, &str, &str)]) {
        for (rule, text, want) in cases {
            assert_eq!(last_speaker(text), *want, "{rule}: {text}");
        }
    }

    #[test]
    fn who_is_nobody() {
        check(&[
            ("a pronoun of the weather", "It says on the door that cats are banned.", "-"),
            ("a fact", "The fact that the gate was open says a lot about the guard.", "nothing"),
            ("a measure", "Boats are moored according to size.", "nothing"),
            ("a credit line", "The flooded yard. Photograph: Ines Hall/Reuters\n\nWork has stopped.", "nothing"),
            ("a label", "Some background: the bridge was built in 1960 by the army.", "nothing"),
            ("a thing that is denied somebody", "The village was denied a bus for nine years.", "nothing"),
            ("what a thing is named", "The play, called “Who Rings the Bell?”, opens tonight.", "nothing"),
            (
                "a dateline",
                "VELMOUTH, June 14 (Reuters) - The presidents of Norway and Chad agreed to meet again.",
                "The presidents of Norway and Chad",
            ),
            ("a place behind a preposition", "In Velmouth, said the mayor, Karin Dahl, the wells are dry.", "Karin Dahl"),
            ("a day behind a name", "President Carl Dunn late Thursday tweeted that the talks had failed.", "Carl Dunn"),
        ]);
    }

    #[test]
    fn who_stands_for_whom() {
        check(&[
            ("a body", "The ministry apologised. It said the letters had been lost.", "The ministry"),
            ("a country in the same sentence", "While Russia has left the talks, it said they would go on.", "Russia"),
            ("two together", "The U.S. and NATO met on Monday. They urged Russia to come back.", "The U.S. and NATO"),
            ("a man and his wife", "Colm Dorn spoke. Wen Faro, his wife, stood by. “I am moving on,” he said.", "Colm Dorn"),
            ("who", "Another hint came from Norway’s president, who said that the talks would go on.", "Norway’s president"),
            ("who, behind a body", "Howard Rubin, an analyst at Ode Bank, who notes that sales fell, left.", "Howard Rubin"),
            ("the writer", "I think the bridge should be closed at once.", "the author"),
            ("an epithet", "Rep. Ann Bell came late. “I am tired,” the 43-year-old said.", "Ann Bell"),
            ("somebody's remarks", "Carl Dunn spoke on Monday. His remarks suggested that the talks had failed.", "Carl Dunn"),
            ("an office under its short form", "Sen. Carl Dunn came. The senator said that he was tired.", "Carl Dunn"),
        ]);
    }

    #[test]
    fn whole_names() {
        check(&[
            ("an institute", "“Prices will rise,” said the Velden Iron and Steel Institute.", "the Velden Iron and Steel Institute"),
            ("an age", "“We are ready,” said 19-year-old Carl Dunn.", "Carl Dunn"),
            ("a description behind a comma", "Ann Bell, a fellow at Ode Bank, told us little but said it was over.", "Ann Bell"),
            ("an ambassador", "British Ambassador to the US Sir Carl Dunn said he was delighted.", "Carl Dunn"),
            ("a spokesman", "“No,” said a spokesman for Senator Ann Bell.", "a spokesman for Senator Ann Bell"),
            ("a list", "Ode Bank, Lark Group and Dunn Trust projected that sales would rise.", "Ode Bank, Lark Group and Dunn Trust"),
            (
                "somebody's spokesman joined",
                "Lee and President Ann Bell's spokesman, Carl Dunn, said that it was over.",
                "Lee and Carl Dunn",
            ),
            ("the object of a participle", "Citing Chancellor Ann Bell, the clerk, Carl Dunn, said: “We had orders.”", "Carl Dunn"),
            ("the subject of the main clause", "While denying any part in it, General Carl Dunn left.", "Carl Dunn"),
            ("a description of its own", "The ministry, which had denied it twice, said on Friday that it was over.", "The ministry"),
            ("a reply", "“Not a chance,” came the reply from Ann Bell, who owns the ferry.", "Ann Bell"),
        ]);
    }

    #[test]
    fn a_surname_of_two_goes_to_the_one_in_focus() {
        check(&[
            ("a father", "Police charged Dean Hall, whose father, Roy Hall, died. “I was never there,” Hall said.", "Dean Hall"),
            ("a widow", "Greta Hall, the widow of Arne Hall, sued the yard. “He was careful,” Hall said.", "Greta Hall"),
            ("a missing brother", "Eliska Hall wept. Her brother, Tomas Hall, is missing. “I am scared,” Hall said.", "Eliska Hall"),
            ("a title", "Professor Ines Hall and Mr Giles Hall share a room. “It is gone,” Professor Hall said.", "Ines Hall"),
            ("the one spoken of", "Carl Hall came. Hall spoke. Robert Hall left. “No,” Hall said.", "Carl Hall"),
        ]);
    }

    #[test]
    fn a_speech_over_two_paragraphs() {
        check(&[("the tag stands in the last one", "“The well is dry.\n\n“The barn is empty,” said Carl Dunn.", "Carl Dunn")]);
    }
}
