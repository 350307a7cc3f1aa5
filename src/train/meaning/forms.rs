//! Irregular forms, and forms that look like lemmas of their own but are mostly inflected ones ("united", "left").

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::wordnet::WordNet;

/// How much oftener the base must be tagged than the form itself before the form is taken back to it.
const PREFERRED: f64 = 1.5;

/// Form → lemma.
pub fn irregular(wordnet: &WordNet, folder: &Path) -> Result<BTreeMap<String, String>> {
    let mut forms: BTreeMap<String, (String, f64)> = BTreeMap::new();
    let mut offer = |form: &str, lemma: &str, count: f64| {
        let own = wordnet.count(form);
        let better = forms.get(form).is_none_or(|(_, known)| *known < count);
        if form != lemma && better && (own == 0.0 || count > own * PREFERRED) {
            forms.insert(form.to_owned(), (lemma.to_owned(), count));
        }
    };
    for (name, part) in [("verb.exc", 'v'), ("noun.exc", 'n'), ("adj.exc", 'a')] {
        let path = folder.join(name);
        let text = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
        for line in text.lines() {
            let mut words = line.split_whitespace();
            let (Some(form), Some(lemma)) = (words.next(), words.next()) else { continue };
            if !form.contains('_') {
                offer(form, lemma, wordnet.count_as(lemma, part).max(0.5));
            }
        }
    }
    for form in wordnet.senses.keys() {
        for base in verb_bases(form) {
            let count = wordnet.count_as(&base, 'v');
            if count > 0.0 {
                offer(form, &base, count);
            }
        }
    }
    Ok(forms.into_iter().map(|(form, (lemma, _))| (form, lemma)).collect())
}

/// What a form in -ed or -ing can be a form of.
fn verb_bases(form: &str) -> Vec<String> {
    let Some(body) = form.strip_suffix("ed").or_else(|| form.strip_suffix("ing")).filter(|b| b.len() > 2) else {
        return Vec::new();
    };
    vec![body.to_owned(), format!("{body}e")]
}
