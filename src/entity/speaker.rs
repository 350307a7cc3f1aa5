//! Full names for the speakers of quotations.

use rustc_hash::FxHashMap;

use super::Entities;
use crate::extract::Quotation;

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
    let mut known: FxHashMap<String, String> = FxHashMap::default();
    for speaker in quotations.iter_mut().filter_map(|q| q.speaker.as_mut()) {
        match speaker.mention {
            Some(span) => {
                if let Some(entity) = entities.of(document, span) {
                    speaker.name.clone_from(&entities.get(entity).name);
                }
                known.insert(speaker.text.clone(), speaker.name.clone());
            }
            None => {
                if let Some(name) = known.get(&speaker.text) {
                    speaker.name.clone_from(name);
                }
            }
        }
    }
}
