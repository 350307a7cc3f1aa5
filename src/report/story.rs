//! A report with its cross-references looked up: what every rendering starts from.

use itertools::Itertools;
use rustc_hash::{FxHashMap, FxHashSet};

use super::card::moment_key;
use super::words::{moment, moment_with_year};
use super::{Extracted, Heading, Report, Section};
use crate::claim::{Claim, ClaimKind};
use crate::document::Published;
use crate::extract::{Form, Quotation};
use crate::finding::Finding;
use crate::origin::Origin;
use crate::relate::Relation;
use crate::text::Zone;

/// A report with its cross-references looked up.
///
/// ```
/// use corroborate::{Document, Reconciler, report::Story};
/// let report = Reconciler::default().reconcile(&[Document::new("a", "Two were hurt.").with_outlet("Herald")]);
/// assert_eq!(Story::new(&report).outlets(), ["Herald"]);
/// ```
#[derive(Debug)]
pub struct Story<'r> {
    report: &'r Report,
    claims: FxHashMap<&'r str, &'r Claim>,
    documents: FxHashMap<&'r str, &'r Extracted>,
    origins: FxHashMap<&'r str, &'r Origin>,
    one_year: bool,
}

impl<'r> Story<'r> {
    /// Looks up every id once.
    #[must_use]
    pub fn new(report: &'r Report) -> Self {
        let years = report.documents.iter().filter_map(|d| d.document.published.as_ref()).map(|p| p.date().year());
        Self {
            report,
            one_year: years.unique().count() <= 1,
            claims: report.claims.iter().map(|c| (c.id.as_str(), c)).collect(),
            documents: report.documents.iter().map(|d| (d.document.id.as_str(), d)).collect(),
            origins: report.origins.iter().flat_map(|o| o.documents.iter().map(move |d| (d.as_str(), o))).collect(),
        }
    }

    /// The report itself.
    #[must_use]
    pub fn report(&self) -> &'r Report {
        self.report
    }

    /// The claim with this id.
    #[must_use]
    pub fn claim(&self, id: &str) -> Option<&'r Claim> {
        self.claims.get(id).copied()
    }

    /// The document with this id.
    #[must_use]
    pub fn heading(&self, document: &str) -> Option<&'r Heading> {
        self.documents.get(document).map(|d| &d.document)
    }

    /// The outlet of a document, or the document's id where it is not part of the report.
    #[must_use]
    pub fn outlet<'s>(&self, document: &'s str) -> &'s str
    where
        'r: 's,
    {
        self.heading(document).map_or(document, |h| h.outlet.as_str())
    }

    /// The origin of a document: a document that no origin names is its own.
    #[must_use]
    pub fn origin<'s>(&self, document: &'s str) -> &'s str
    where
        'r: 's,
    {
        self.origins.get(document).map_or(document, |o| o.id.as_str())
    }

    /// When a document was published, in words; the year is told where the story's documents are of several.
    #[must_use]
    pub fn moment(&self, published: Option<&Published>) -> String {
        match published {
            None => "undated".to_owned(),
            Some(published) if self.one_year => moment(published),
            Some(published) => moment_with_year(published),
        }
    }

    /// Every outlet once, in input order.
    #[must_use]
    pub fn outlets(&self) -> Vec<&'r str> {
        self.report.documents.iter().map(|d| d.document.outlet.as_str()).unique().collect()
    }

    /// How many origins the documents go back to.
    #[must_use]
    pub fn origin_count(&self) -> usize {
        self.report.documents.iter().map(|d| self.origin(&d.document.id)).unique().count()
    }

    /// Each section that holds findings; in it, those that most origins carry first, then the most probable.
    #[must_use]
    pub fn sections(&self) -> Vec<(Section, Vec<&'r Finding>)> {
        let mut sections: Vec<(Section, Vec<&Finding>)> = Vec::new();
        for section in Section::ALL {
            let mut findings: Vec<&Finding> = self.report.groups.iter().filter(|f| Section::of(f, self) == section).collect();
            findings.sort_by(|a, b| {
                let origins = self.finding_origins(b).cmp(&self.finding_origins(a));
                origins.then(b.probability.total_cmp(&a.probability))
            });
            if !findings.is_empty() {
                sections.push((section, findings));
            }
        }
        sections
    }

    /// How many origins carry the finding.
    #[must_use]
    pub fn finding_origins(&self, finding: &Finding) -> usize {
        self.documents_of(&finding.members).map(|d| self.origin(d)).unique().count()
    }

    /// How many outlets carry the finding.
    #[must_use]
    pub fn finding_outlets(&self, finding: &Finding) -> usize {
        self.documents_of(&finding.members).map(|d| self.outlet(d)).unique().count()
    }

    fn documents_of(&self, claims: &'r [String]) -> impl Iterator<Item = &'r str> {
        claims.iter().filter_map(|id| self.claim(id)).map(|c| c.document.as_str())
    }

    /// The quotation that a claim renders, where it is one.
    #[must_use]
    pub fn quotation(&self, claim: &Claim) -> Option<&'r Quotation> {
        self.documents.get(claim.document.as_str())?.quotations.get(*claim.quotations.first()?)
    }

    /// The claims that only one outlet has: no member of a group of several documents, no part of the page's furniture, and not the
    /// context of a smaller claim. By document; in it somebody's words, figures and times come before other statements.
    #[must_use]
    pub fn single(&self) -> Vec<&'r Claim> {
        let shared = self.report.groups.iter().filter(|f| f.relation != Relation::SingleSource);
        let mut told: FxHashSet<&str> = shared.flat_map(|f| f.members.iter().map(String::as_str)).collect();
        told.extend(self.report.claims.iter().filter_map(|c| c.parent.as_deref()));
        let single = self.report.claims.iter().filter(|c| !told.contains(c.id.as_str()) && c.zone == Zone::Body);
        let by_document = single.chunk_by(|c| c.document.as_str());
        by_document.into_iter().flat_map(|(_, claims)| claims.sorted_by_key(|c| c.kind == ClaimKind::Statement)).collect()
    }

    /// Quotations in quote marks that nobody is credited with, each with its document.
    #[must_use]
    pub fn unattributed(&self) -> Vec<(&'r Heading, &'r Quotation)> {
        let quotations = self.report.documents.iter().flat_map(|d| d.quotations.iter().map(move |q| (&d.document, q)));
        quotations.filter(|(_, q)| q.speaker.is_none() && q.form == Form::Direct).collect()
    }

    /// Documents whose date is not known.
    #[must_use]
    pub fn undated(&self) -> Vec<&'r Heading> {
        self.report.documents.iter().map(|d| &d.document).filter(|h| h.published.is_none()).collect()
    }

    /// Origins of several outlets: the outlet that had the text first, and those that carry it.
    #[must_use]
    pub fn shared_origins(&self) -> Vec<(&'r str, Vec<&'r str>)> {
        let shared = self.report.origins.iter().filter_map(|origin| {
            let headings = origin.documents.iter().filter_map(|d| self.heading(d));
            let mut outlets = headings.sorted_by_key(|h| moment_key(h.published.as_ref())).map(|h| h.outlet.as_str()).unique();
            Some((outlets.next()?, outlets.collect::<Vec<_>>()))
        });
        shared.filter(|(_, copies)| !copies.is_empty()).collect()
    }

    /// Who carries how much, by outlet in input order.
    #[must_use]
    pub fn coverage(&self) -> Vec<Coverage<'r>> {
        let shared = || self.report.groups.iter().filter(|f| f.relation != Relation::SingleSource);
        let alone: Vec<&str> = self.single().iter().map(|c| self.outlet(&c.document)).collect();
        let row = |outlet: &'r str| Coverage {
            outlet,
            carried: shared().filter(|f| self.documents_of(&f.members).any(|d| self.outlet(d) == outlet)).count(),
            silent: shared().filter(|f| f.silent.iter().any(|s| s == outlet)).count(),
            alone: alone.iter().filter(|o| **o == outlet).count(),
        };
        self.outlets().into_iter().map(row).collect()
    }
}

/// How much of the story one outlet carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Coverage<'r> {
    /// The outlet.
    pub outlet: &'r str,
    /// Groups with a claim of this outlet.
    pub carried: usize,
    /// Groups that it does not carry.
    pub silent: usize,
    /// Claims that it alone has.
    pub alone: usize,
}
