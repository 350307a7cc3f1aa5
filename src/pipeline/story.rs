//! From documents to the reconciled story.

use itertools::{Itertools, izip};
use rustc_hash::FxHashSet;

use super::observer::ask;
use super::{Cancelled, Observer, Reconciler, Stage, Unwatched};
use crate::blocking;
use crate::claim::{self, Claim};
use crate::clustering;
use crate::comparison::{self, Reading};
use crate::document::Document;
use crate::entity::{Entities, Entity, name_speakers};
use crate::extract::Extraction;
use crate::finding::{self, Finding};
use crate::judgement::{Compared, Explanation, judge};
use crate::linkage::Linker;
use crate::origin;
use crate::parallel;
use crate::report::{Extracted, Heading, Report, SCHEMA_VERSION};
use crate::syntax::{Parsed, Syntax};
use crate::text::Article;

impl Reconciler {
    /// What one document says: a line of `corroborate extract`. Never fails.
    #[must_use]
    pub fn extract(&self, document: &Document) -> Extracted {
        let article = Article::new(&document.text, self.lexicon());
        let mut found = self.read(document, &article);
        let entities = Entities::resolve(&[(document, &article, &found.mentions)], self.lexicon());
        name_speakers(&mut found.quotations, &entities, 0);
        let claims = claims(document, &article, &found, (&entities, 0));
        extracted(document, found, entities.in_document(&document.id), Some(claims))
    }

    /// The reconciled story. Never fails; documents in, findings out. Ids of documents must differ (see [`crate::document::check_ids`]).
    #[must_use]
    pub fn reconcile(&self, documents: &[Document]) -> Report {
        match self.reconcile_watched(documents, &Unwatched) {
            Ok(report) => report,
            Err(Cancelled(_)) => unreachable!("nothing stops unwatched work"),
        }
    }

    /// [`Reconciler::reconcile`] with somebody watching, who may stop it.
    ///
    /// # Errors
    /// [`Cancelled`] when the observer stopped the work.
    pub fn reconcile_watched(&self, documents: &[Document], observer: &dyn Observer) -> Result<Report, Cancelled> {
        ask(observer, Stage::Extract, documents.len())?;
        let articles = parallel::map(documents, |d| Article::new(&d.text, self.lexicon()));
        let read = documents.iter().zip(&articles).collect_vec();
        let mut found: Vec<Extraction> = parallel::map(&read, |(d, a)| self.read(d, a));
        let named = izip!(documents, &articles, &found).map(|(d, a, f)| (d, a, f.mentions.as_slice())).collect_vec();
        let entities = Entities::resolve(&named, self.lexicon());
        found.iter_mut().enumerate().for_each(|(d, f)| name_speakers(&mut f.quotations, &entities, d));
        let numbered = izip!(documents, &articles, &found).enumerate().collect_vec();
        let claims = parallel::map(&numbered, |&(i, (d, a, f))| claims(d, a, f, (&entities, i))).into_iter().flatten().collect_vec();
        ask(observer, Stage::Origin, documents.len())?;
        let origins = origin::origins(documents, &articles, self.config.origin);
        ask(observer, Stage::Link, claims.len())?;
        let readings = comparison::readings(&claims, self.lexicon());
        let group = self.cluster(&readings, &self.pairs(&readings), &self.linker(), self.config.clustering);
        ask(observer, Stage::Relate, claims.len())?;
        let outlets = documents.iter().map(|d| (d.id.clone(), d.outlet.clone())).collect_vec();
        let story = finding::StoryContext { outlets: &outlets, origins: &origins, linker: &self.linker(), lexicon: self.lexicon() };
        let groups = findings(&readings, &group, story);
        let documents = documents.iter().zip(found).map(|(d, f)| extracted(d, f, entities.in_document(&d.id), None)).collect();
        Ok(Report { schema_version: SCHEMA_VERSION, documents, entities: entities.all().to_vec(), origins, groups, claims })
    }

    /// Which claims of a story are compared.
    pub(super) fn pairs(&self, readings: &[Reading<'_>]) -> Vec<(usize, usize)> {
        let told = claim::told_by_figures(readings.iter().map(|r| r.claim));
        let compared = readings.iter().map(|r| !r.is_frame() && !told.contains(r.claim.id.as_str())).collect_vec();
        let apart = |a: usize, b: usize| {
            let (x, y) = (readings[a].claim, readings[b].claim);
            // who somebody is links with nothing that somebody did
            let alike = x.is_introduction() == y.is_introduction();
            compared[a] && compared[b] && alike && (x.document != y.document || !x.span.overlaps(y.span))
        };
        blocking::candidates(readings, self.blocking(), self.config.blocking, apart)
    }

    /// The group of each reading: comparison, linkage, clustering.
    pub(super) fn cluster(
        &self,
        readings: &[Reading<'_>],
        pairs: &[(usize, usize)],
        linker: &Linker<'_>,
        settings: clustering::ClusteringConfig,
    ) -> Vec<usize> {
        let weighed = parallel::map(pairs, |&(a, b)| (a, b, linker.weigh(&readings[a], &readings[b])));
        let keys: Vec<&str> = readings.iter().map(|r| r.claim.id.as_str()).collect();
        clustering::groups(readings.len(), &weighed, &keys, settings)
    }

    /// Why two claims of a story were linked or not, and how they relate; `None` where a claim id is unknown.
    #[must_use]
    pub fn explain(&self, documents: &[Document], a: &str, b: &str) -> Option<Explanation> {
        self.explain_in(&self.reconcile(documents), a, b)
    }

    /// [`Reconciler::explain`] from a report that was made before: the same relation and weight as the report's own.
    #[must_use]
    pub fn explain_in(&self, report: &Report, a: &str, b: &str) -> Option<Explanation> {
        let readings = comparison::readings(&report.claims, self.lexicon());
        let reading = |id: &str| readings.iter().find(|r| r.claim.id == id);
        let (x, y) = (reading(a)?, reading(b)?);
        let (first, second) = (x.claim, y.claim);
        let grouped = report.groups.iter().any(|g| g.members.iter().any(|m| m == a) && g.members.iter().any(|m| m == b));
        let compared = self.compare_readings(&self.linker(), x, y);
        let verdict = match (grouped, compared.weight >= 0.0) {
            (true, _) => "in one group",
            (false, true) => "linked, but the groups that each stands in do not fit together",
            (false, false) => "not linked: the evidence against one slot outweighs the evidence for it",
        };
        Some(Explanation {
            a: a.to_owned(),
            b: b.to_owned(),
            a_text: first.plain.clone(),
            b_text: second.plain.clone(),
            grouped,
            verdict: verdict.to_owned(),
            compared,
        })
    }

    pub(super) fn compare_readings(&self, linker: &Linker<'_>, a: &Reading<'_>, b: &Reading<'_>) -> Compared {
        let judged = judge(a, b, linker, self.lexicon());
        let evidence = linker.evidence(a, b, &judged.pairing);
        Compared::new(judged, evidence, self.config.clustering.link, self.similarity(&a.claim.plain, &b.claim.plain))
    }
}

/// The claims of a document, their pronouns named; `entities` with the place of the document among theirs.
fn claims(document: &Document, article: &Article<'_>, found: &Extraction, entities: (&Entities, usize)) -> Vec<Claim> {
    let syntax = Syntax::new(article);
    let mut claims = claim::claims(document, Parsed { article, syntax: &syntax }, found);
    let (table, place) = entities;
    claim::name_subjects(&mut claims, |span| table.pronoun(place, span).map(|id| table.get(id).name.clone()));
    claims
}

fn findings(readings: &[Reading<'_>], group: &[usize], story: finding::StoryContext<'_>) -> Vec<Finding> {
    let by_group = (0..readings.len()).map(|i| (group[i], i)).into_group_map();
    let several = |members: &[usize]| members.iter().map(|&i| readings[i].claim.document.as_str()).unique().count() > 1;
    let groups = by_group.into_iter().sorted().map(|(_, members)| members).filter(|m| several(m)).collect_vec();
    let mut found = parallel::map(&groups, |members| finding::assemble(&members.iter().map(|&i| &readings[i]).collect_vec(), story));
    // who somebody is comes last: it is known before the story is read
    let introductions: FxHashSet<&str> = readings.iter().map(|r| r.claim).filter(|c| c.is_introduction()).map(|c| c.id.as_str()).collect();
    let introduces = |finding: &Finding| finding.members.first().is_some_and(|id| introductions.contains(id.as_str()));
    found.sort_by(|x, y| {
        let order = x.family.cmp(&y.family).then(introduces(x).cmp(&introduces(y)));
        order.then(y.probability.total_cmp(&x.probability)).then(x.id.cmp(&y.id))
    });
    found
}

fn extracted(document: &Document, found: Extraction, entities: Vec<Entity>, claims: Option<Vec<Claim>>) -> Extracted {
    Extracted {
        schema_version: SCHEMA_VERSION,
        document: Heading::from(document),
        quotations: found.quotations,
        quantities: found.quantities,
        dates: found.dates,
        entities,
        claims,
    }
}
