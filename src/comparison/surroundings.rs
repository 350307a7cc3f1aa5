//! What stands around a claim, told by the other claims of its document.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::{Reading, Term};
use crate::parallel;
use crate::span::Span;

/// How many bytes before and behind a claim are looked through: sentences of newspapers are shorter, and what is longer is a list, or a
/// text without its full stops.
const REACH: usize = 400;

/// For each reading the content words that other claims of its document have in its sentence, those of its own terms left out; for a
/// claim that is a whole sentence, in the one right before it.
pub(super) fn surroundings(readings: &[Reading<'_>]) -> Vec<Vec<Term>> {
    let mut pages: FxHashMap<&str, ToldAround<'_>> = FxHashMap::default();
    for reading in readings {
        pages.entry(&reading.claim.document).or_default().add(reading);
    }
    pages.values_mut().for_each(ToldAround::sort);
    parallel::map(readings, |reading| match reading.claim.context {
        Some(sentence) => pages[reading.claim.document.as_str()].around(reading, sentence),
        None => Vec::new(),
    })
}

/// What the claims of one document tell, in order.
#[derive(Default)]
struct ToldAround<'r> {
    words: Vec<(usize, &'r Term)>,
    sentences: Vec<Span>,
}

impl<'r> ToldAround<'r> {
    fn add(&mut self, reading: &'r Reading<'_>) {
        let place = |token: usize| reading.claim.span.start + reading.article.tokens()[token].span.start;
        self.words.extend(reading.terms[..reading.own].iter().filter_map(|term| Some((place(term.token?), term))));
        self.sentences.extend(reading.claim.context);
    }

    /// Puts each word once into its place: claims lie inside each other, and where "the United States" begins stands no "United".
    fn sort(&mut self) {
        self.words.sort_unstable_by_key(|(place, term)| (*place, Reverse(term.word.len()), &term.word));
        self.words.dedup_by_key(|(place, _)| *place);
        self.sentences.sort_unstable();
        self.sentences.dedup();
    }

    fn around(&self, reading: &Reading<'_>, sentence: Span) -> Vec<Term> {
        let own = reading.claim.span;
        let seen = self.seen(own, sentence);
        let (start, end) = (seen.start.max(own.start.saturating_sub(REACH)), seen.end.min(own.end.saturating_add(REACH)));
        let first = self.words.partition_point(|(place, _)| *place < start);
        let near = self.words[first..].iter().take_while(|(place, _)| *place < end).map(|(_, term)| *term);
        let others = near.filter(|term| !reading.terms.iter().any(|own| own.is_form_of(term)));
        others.map(|term| Term { token: None, ..term.clone() }).collect()
    }

    /// The sentence of a claim, with the one before it where the claim is nearly all of its own.
    fn seen(&self, own: Span, sentence: Span) -> Span {
        /// A blank: more parts paragraphs.
        const GAP: usize = 1;
        let whole = own.len() * 10 >= sentence.len() * 9;
        let before = self.sentences.partition_point(|s| s.start < sentence.start).checked_sub(1).map(|i| self.sentences[i]);
        before.filter(|before| whole && sentence.start <= before.end + GAP).map_or(sentence, |before| before.hull(sentence))
    }
}

#[cfg(test)]
mod tests {
    use crate::comparison::readings;
    use crate::lexicon::Lexicon;
    use crate::{Document, Reconciler};

    #[test]
    fn what_other_claims_say_in_the_sentence() {
        let text = "Ann Bell said the old ferry had sunk because its pumps failed.\n\nThe mayor was asleep.";
        let claims = Reconciler::default().extract(&Document::new("a", text)).claims.unwrap_or_default();
        let around = |words: &str| {
            let reading = readings(&claims, Lexicon::english()).into_iter().find(|r| r.claim.text.contains(words));
            let terms = reading.unwrap_or_else(|| panic!("no claim {words:?}: {claims:?}")).context;
            itertools::Itertools::join(&mut terms.iter().map(|t| t.word.as_str()), " ")
        };
        assert_eq!(around("pumps failed"), "old ferry sunk");
        assert_eq!(around("asleep"), "");
    }
}
