//! Passages without their articles: two side by side, or many to be grouped.

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use super::Reconciler;
use crate::blocking;
use crate::claim::{self, Claim};
use crate::clustering;
use crate::comparison::{self, Context, Reading};
use crate::document::Document;
use crate::judgement::Compared;
use crate::linkage::Weights;
use crate::parallel;
use crate::text::Article;

/// A claim handed in as a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The words.
    pub text: String,
    /// Who published them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// When, as `2022-02-14` or with a time.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    /// Who said them, where that is known from elsewhere.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub speaker: Option<String>,
}

impl Reconciler {
    /// The claims of a passage, one for each sentence.
    fn passage_claims(&self, passage: &Passage) -> Vec<Claim> {
        let article = Article::new(&passage.text, self.lexicon());
        let mut document = Document::new("", passage.text.clone());
        document.published = passage.published.as_ref().and_then(|p| p.parse().ok());
        let found = self.read(&document, &article);
        claim::passage_claims(&document, &article, &found, passage.speaker.as_deref())
    }

    /// The claim of a passage that says the most, as that of a document with this name.
    fn main_claim(&self, passage: &Passage, document: String) -> Option<Claim> {
        let longest = self.passage_claims(passage).into_iter().max_by_key(|c| (c.plain.len(), std::cmp::Reverse(c.order)))?;
        Some(Claim { document, ..longest })
    }

    /// How two passages stand to each other; a text of several sentences is compared by its best-matching claims.
    ///
    /// ```
    /// use corroborate::Reconciler;
    /// use corroborate::pipeline::Passage;
    /// use corroborate::relate::Relation;
    /// let passage = |text: &str| Passage { text: text.to_owned(), ..Passage::default() };
    /// let compared = Reconciler::default().compare(&passage("Some 40 people were hurt in the crash."), &passage("The crash hurt 85 people."));
    /// assert_eq!(compared.relation, Relation::Value);
    /// ```
    #[must_use]
    pub fn compare(&self, a: &Passage, b: &Passage) -> Compared {
        let context = Context::default();
        let (left, right) = (self.passage_claims(a), self.passage_claims(b));
        let x = left.iter().map(|c| Reading::new(c, &context, self.lexicon())).collect_vec();
        let y = right.iter().map(|c| Reading::new(c, &context, self.lexicon())).collect_vec();
        let linker = self.linker_by(Weights::of_passages());
        let best = x.iter().cartesian_product(&y).max_by_key(|(p, q)| linker.weigh(p, q));
        let compared = best.map_or_else(Compared::default, |(p, q)| self.compare_readings(&linker, p, q));
        Compared { similarity: self.similarity(&a.text, &b.text), ..compared.unless_linked() }
    }

    /// The group of each claim, as an index; claims of one group share it. Order of the input.
    ///
    /// ```
    /// use corroborate::Reconciler;
    /// use corroborate::pipeline::Passage;
    /// let texts = ["The bridge was closed on Monday.", "Rain is expected in the north.", "They closed the bridge on Monday."];
    /// let passages = texts.map(|text| Passage { text: text.to_owned(), ..Passage::default() });
    /// let groups = Reconciler::default().group(&passages);
    /// assert_eq!(groups[0], groups[2]);
    /// assert_ne!(groups[0], groups[1]);
    /// ```
    #[must_use]
    pub fn group(&self, passages: &[Passage]) -> Vec<usize> {
        let numbered = passages.iter().enumerate().collect_vec();
        let found = parallel::map(&numbered, |(at, passage)| self.main_claim(passage, at.to_string()));
        let (index, claims): (Vec<usize>, Vec<Claim>) = found.into_iter().enumerate().filter_map(|(at, claim)| Some((at, claim?))).unzip();
        let mut groups = (0..passages.len()).collect_vec();
        let readings = comparison::readings(&claims, self.lexicon());
        let pairs = blocking::overlapping(&readings, self.blocking(), self.config.passages);
        let settings = clustering::ClusteringConfig { link: self.config.passages.link, ..self.config.clustering };
        for (at, group) in self.cluster(&readings, &pairs, &self.linker_of_passages(), settings).into_iter().enumerate() {
            groups[index[at]] = index[group];
        }
        // to give back so many small strings is work, too
        parallel::map_owned(readings, drop);
        parallel::map_owned(claims, drop);
        groups
    }

    /// The group of each whole claim, as an index: on a report's claims, the report's groups.
    #[must_use]
    pub fn group_claims(&self, claims: &[Claim]) -> Vec<usize> {
        let readings = comparison::readings(claims, self.lexicon());
        self.cluster(&readings, &self.pairs(&readings), &self.linker(), self.config.clustering)
    }
}
