//! The whole way through, stage by stage; no logic of its own.

mod compared;

pub use compared::{Compared, Explanation, Passage};

use itertools::Itertools;
use serde::{Deserialize, Serialize};

use crate::blocking;
use crate::claim::{self, Claim};
use crate::clustering;
use crate::comparison::{Context, Pairing, Reading};
use crate::document::Document;
use crate::extract::{English, Extraction, Extractor};
use crate::finding::{self, Finding};
use crate::lexicon::Lexicon;
use crate::linkage::{self, Weights};
use crate::origin;
use crate::relate::relate;
use crate::similarity::{Similarity, Wording};
use crate::report::{Extracted, Heading, Report, SCHEMA_VERSION};
use crate::text::Article;

/// The settings of every stage.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// Which pairs are compared.
    pub blocking: blocking::Config,
    /// When two groups become one.
    pub clustering: clustering::Config,
    /// When two documents go back to one text.
    pub origin: origin::Config,
}

/// Reads documents and reconciles their claims.
///
/// ```
/// use corroborate::{Document, Reconciler};
/// let documents = [
///     Document::new("herald", "Some 100,000 troops are massed near the border, Minister Okafor said.").with_published("2025-03-14"),
///     Document::new("gazette", "Minister Okafor spoke of 130,000 troops massed near the border.").with_published("2025-03-14"),
/// ];
/// let report = Reconciler::default().reconcile(&documents);
/// assert_eq!(report.documents.len(), 2);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Reconciler {
    config: Config,
}

impl Reconciler {
    /// A reconciler with these settings.
    #[must_use]
    pub fn new(config: Config) -> Self {
        Self { config }
    }

    /// What one document says: a line of `corroborate extract`. Never fails.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Extracted {
        let lexicon = Lexicon::english();
        let article = Article::new(&document.text, lexicon);
        let found = English::new(lexicon).extract(document, &article);
        let claims = claim::claims(document, &article, &found);
        extracted(document, found, Some(claims))
    }

    /// The reconciled story. Never fails; documents in, findings out. Ids of documents must differ (see [`crate::document::check_ids`]).
    #[must_use]
    pub fn reconcile(&self, documents: &[Document]) -> Report {
        let lexicon = Lexicon::english();
        let articles: Vec<Article<'_>> = documents.iter().map(|d| Article::new(&d.text, lexicon)).collect();
        let found: Vec<Extraction> = documents.iter().zip(&articles).map(|(d, a)| English::new(lexicon).extract(d, a)).collect();
        let claims: Vec<Claim> = itertools::izip!(documents, &articles, &found).flat_map(|(d, a, f)| claim::claims(d, a, f)).collect();
        let origins = origin::origins(documents, &articles, self.config.origin);
        let context = Context::of(&claims, lexicon);
        let readings: Vec<Reading<'_>> = claims.iter().map(|c| Reading::new(c, &context, lexicon)).collect();
        let group = self.cluster(&readings, lexicon);
        let outlets: Vec<(String, String)> = documents.iter().map(|d| (d.id.clone(), d.outlet.clone())).collect();
        let story = finding::Story { outlets: &outlets, origins: &origins, weights: Weights::shipped(), lexicon };
        let groups = findings(&readings, &group, story);
        let documents = documents.iter().zip(found).map(|(d, f)| extracted(d, f, None)).collect();
        Report { schema_version: SCHEMA_VERSION, documents, entities: Vec::new(), origins, groups, claims }
    }

    /// The group of each reading: blocking, comparison, linkage, clustering.
    fn cluster(&self, readings: &[Reading<'_>], lexicon: &Lexicon) -> Vec<usize> {
        let apart = |a: usize, b: usize| {
            !(readings[a].claim.document == readings[b].claim.document && readings[a].claim.span.overlaps(readings[b].claim.span))
        };
        let pairs = blocking::candidates(readings, self.config.blocking, apart);
        let weighed: Vec<(usize, usize, i64)> = pairs
            .into_iter()
            .map(|(a, b)| {
                let pairing = Pairing::new(&readings[a], &readings[b], lexicon);
                (a, b, linkage::link(&readings[a], &readings[b], &pairing, Weights::shipped(), lexicon).millibits)
            })
            .collect();
        let keys: Vec<&str> = readings.iter().map(|r| r.claim.id.as_str()).collect();
        clustering::groups(readings.len(), &weighed, &keys, self.config.clustering)
    }

    /// Why two claims of a story were linked or not, and how they relate; `None` where a claim id is unknown.
    #[must_use]
    pub fn explain(&self, documents: &[Document], a: &str, b: &str) -> Option<Explanation> {
        let lexicon = Lexicon::english();
        let report = self.reconcile(documents);
        let context = Context::of(&report.claims, lexicon);
        let claim = |id: &str| report.claims.iter().find(|c| c.id == id);
        let (first, second) = (claim(a)?, claim(b)?);
        let (x, y) = (Reading::new(first, &context, lexicon), Reading::new(second, &context, lexicon));
        let grouped = report.groups.iter().any(|g| g.members.iter().any(|m| m == a) && g.members.iter().any(|m| m == b));
        let compared = self.compare_readings(&x, &y, lexicon);
        let verdict = match (grouped, compared.weight >= 0.0) {
            (true, _) => "in one group",
            (false, true) => "linked, but the groups that each stands in do not fit together",
            (false, false) => "not linked: the evidence against one slot outweighs the evidence for it",
        };
        Some(Explanation {
            a: a.to_owned(),
            b: b.to_owned(),
            a_text: first.text.clone(),
            b_text: second.text.clone(),
            grouped,
            verdict: verdict.to_owned(),
            compared,
        })
    }

    fn compare_readings(&self, a: &Reading<'_>, b: &Reading<'_>, lexicon: &Lexicon) -> Compared {
        let pairing = Pairing::new(a, b, lexicon);
        let link = linkage::link(a, b, &pairing, Weights::shipped(), lexicon);
        let judged = relate(a, b, &pairing, lexicon);
        Compared {
            same_slot: link.millibits >= self.config.clustering.link,
            weight: link.bits(),
            probability: link.probability(),
            similarity: 0.0,
            relation: judged.relation,
            family: judged.relation.family(),
            reason: judged.reason,
            excuses: judged.excuses,
            evidence: link.evidence,
        }
    }

    /// How two passages stand to each other; a text of several sentences is compared by its best-matching claims.
    ///
    /// ```
    /// use corroborate::pipeline::Passage;
    /// use corroborate::relate::Relation;
    /// use corroborate::Reconciler;
    /// let passage = |text: &str| Passage { text: text.to_owned(), ..Passage::default() };
    /// let compared = Reconciler::default().compare(&passage("Some 40 people were hurt in the crash."), &passage("The crash hurt 85 people."));
    /// assert_eq!(compared.relation, Relation::Value);
    /// ```
    #[must_use]
    pub fn compare(&self, a: &Passage, b: &Passage) -> Compared {
        let (lexicon, context) = (Lexicon::english(), Context::default());
        let similarity = Wording::new(lexicon).similarity(&a.text, &b.text);
        let (left, right) = (a.claims(lexicon), b.claims(lexicon));
        let x: Vec<Reading<'_>> = left.iter().map(|c| Reading::new(c, &context, lexicon)).collect();
        let y: Vec<Reading<'_>> = right.iter().map(|c| Reading::new(c, &context, lexicon)).collect();
        let weight = |&(p, q): &(&Reading<'_>, &Reading<'_>)| linkage::link(p, q, &Pairing::new(p, q, lexicon), Weights::shipped(), lexicon).millibits;
        let best = x.iter().cartesian_product(&y).max_by_key(weight);
        let compared = best.map_or_else(Compared::default, |(p, q)| self.compare_readings(p, q, lexicon));
        Compared { similarity, ..compared.unless_linked() }
    }

    /// The group of each claim, as an index; claims of one group share it. Order of the input.
    #[must_use]
    pub fn group(&self, claims: &[Passage]) -> Vec<usize> {
        let lexicon = Lexicon::english();
        let main = |(index, passage): (usize, &Passage)| {
            let longest = passage.claims(lexicon).into_iter().max_by_key(|c| (c.text.len(), std::cmp::Reverse(c.order)));
            longest.map(|c| Claim { document: index.to_string(), ..c })
        };
        let claims: Vec<Option<Claim>> = claims.iter().enumerate().map(main).collect();
        let (index, present): (Vec<usize>, Vec<Claim>) = claims.into_iter().enumerate().filter_map(|(i, c)| Some((i, c?))).unzip();
        let context = Context::of(&present, lexicon);
        let readings: Vec<Reading<'_>> = present.iter().map(|c| Reading::new(c, &context, lexicon)).collect();
        let mut groups: Vec<usize> = (0..index.last().map_or(0, |l| l + 1)).collect();
        for (at, group) in self.cluster(&readings, lexicon).into_iter().enumerate() {
            groups[index[at]] = index[group];
        }
        groups
    }
}

fn findings(readings: &[Reading<'_>], group: &[usize], story: finding::Story<'_>) -> Vec<Finding> {
    let by_group = (0..readings.len()).map(|i| (group[i], i)).into_group_map();
    let several = |members: &[usize]| members.iter().map(|&i| readings[i].claim.document.as_str()).unique().count() > 1;
    let mut found: Vec<Finding> = by_group
        .into_iter()
        .sorted()
        .filter(|(_, members)| several(members))
        .map(|(_, members)| finding::assemble(&members.iter().map(|&i| &readings[i]).collect_vec(), story))
        .collect();
    found.sort_by(|x, y| x.family.cmp(&y.family).then(y.probability.total_cmp(&x.probability)).then(x.id.cmp(&y.id)));
    found
}

fn extracted(document: &Document, found: Extraction, claims: Option<Vec<Claim>>) -> Extracted {
    Extracted {
        schema_version: SCHEMA_VERSION,
        document: Heading::from(document),
        quotations: found.quotations,
        quantities: found.quantities,
        dates: found.dates,
        entities: Vec::new(),
        claims,
    }
}
