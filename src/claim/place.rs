//! Claims read back from JSON: what a user's own claims leave out is filled in once, as they are read.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{Claim, Provenance};
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Article;

impl Serialize for Claim {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Claim::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Claim {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Claim::deserialize(deserializer).map(Claim::placed)
    }
}

impl Claim {
    /// The claim with a place for each value and each stated facet, which claims of a user's own come without.
    fn placed(mut self) -> Self {
        if self.plain.is_empty() {
            self.plain.clone_from(&self.text);
        }
        if self.span.is_empty() {
            self.span = Span::new(self.span.start, self.span.start + self.text.len());
        }
        let figures = self.value.figures.iter().map(|f| f.span);
        let times = self.value.times.iter().map(|t| t.span);
        let facets = self.slot.iter().filter(|(_, f)| f.from == Provenance::Stated).map(|(_, f)| f.span.unwrap_or_default());
        if figures.chain(times).chain(facets).any(Span::is_empty) {
            self.place_words();
        }
        self
    }

    fn place_words(&mut self) {
        let article = self.article(Lexicon::english());
        let mut words = Words { article: &article, start: self.span.start, behind: 0 };
        let figures: Vec<Span> = self.value.figures.iter().map(|f| words.place(f.span, &f.text)).collect();
        words.behind = 0;
        let times: Vec<Span> = self.value.times.iter().map(|t| words.place(t.span, &t.text)).collect();
        let facets: Vec<_> = self
            .slot
            .iter()
            .filter(|(_, filler)| filler.from == Provenance::Stated && filler.span.is_none())
            .map(|(facet, filler)| {
                words.behind = 0;
                let span = Some(words.place(Span::default(), &filler.text)).filter(|span| !span.is_empty());
                (facet, super::Filler { span, ..filler.clone() })
            })
            .collect();
        self.value.figures.iter_mut().zip(figures).for_each(|(figure, span)| figure.span = span);
        self.value.times.iter_mut().zip(times).for_each(|(time, span)| time.span = span);
        facets.into_iter().for_each(|(facet, filler)| self.slot.replace(facet, filler));
    }
}

/// The words of a claim, looked through from left to right: of two figures written alike the second stands behind the first.
struct Words<'a, 't> {
    article: &'a Article<'t>,
    /// Where the claim begins in its document.
    start: usize,
    /// The token behind what was placed last.
    behind: usize,
}

impl Words<'_, '_> {
    /// The place that is known, or else that of these words as whole tokens; empty where they stand nowhere.
    fn place(&mut self, known: Span, words: &str) -> Span {
        if !known.is_empty() {
            return known;
        }
        let sought = Article::new(words, Lexicon::english());
        let (count, length) = (self.article.tokens().len(), sought.tokens().len());
        let stand = |at: usize| at + length <= count && (0..length).all(|i| self.article.lower(at + i) == sought.lower(i));
        let Some(at) = (self.behind..count).find(|&at| length > 0 && stand(at)) else { return Span::default() };
        self.behind = at + length;
        let span = self.article.span(at, self.behind);
        Span::new(self.start + span.start, self.start + span.end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::Facet;

    fn read(json: &str) -> Claim {
        serde_json::from_str(json).unwrap_or_else(|error| panic!("{error}: {json}"))
    }

    #[test]
    fn words_alone_are_placed_as_they_are_read() {
        let claim = read(
            r#"{"id":"1","document":"d","kind":"statement","text":"Some 25 miles away 5\nmen and 5 boys met on 5 May.",
                "value":{"figures":[{"text":"5","low":5,"high":5},{"text":"5","low":5,"high":5},{"text":"7","low":7,"high":7}],
                         "times":[{"text":"5 May","value":"XXXX-05-05"}]},
                "slot":{"noun":{"text":"boys","from":"stated"},"place":{"text":"Orrin","from":"stated"}}}"#,
        );
        let places = |spans: Vec<Span>| spans.into_iter().map(|s| (s.start, s.slice(&claim.text))).collect::<Vec<_>>();
        assert_eq!(places(claim.value.figures.iter().map(|f| f.span).collect()), [(19, "5"), (29, "5"), (0, "")]);
        assert_eq!(places(claim.value.times.iter().map(|t| t.span).collect()), [(43, "5 May")]);
        assert_eq!(claim.slot.get(Facet::Noun).and_then(|f| f.span), Some(Span::new(31, 35)));
        assert_eq!(claim.slot.get(Facet::Place).and_then(|f| f.span), None);
        assert_eq!((claim.plain.as_str(), claim.span), (claim.text.as_str(), Span::new(0, claim.text.len())));
    }

    #[test]
    fn what_has_places_is_left_alone() {
        let claim = super::super::claim_of_text("The flood in Orrin killed 12 people on Monday.");
        let written = serde_json::to_string(&claim).unwrap_or_default();
        assert_eq!(read(&written), claim);
    }
}
