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
    // two who speak together are no entity
    if let Some([first, second]) = entities.joined(document, mention, &speaker.text) {
        speaker.name = format!("{} and {}", entities.get(first).name, entities.get(second).name);
        return;
    }
    let several = speaker.name.contains(" and ");
    if let Some(entity) = entities.of(document, mention).filter(|_| !several) {
        let entity = entities.get(entity);
        speaker.name.clone_from(&entity.name);
        speaker.country.clone_from(&entity.country);
    }
}
