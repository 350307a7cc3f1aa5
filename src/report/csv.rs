//! The report as three flat tables with the names of the JSON: articles, claims, edges.

use itertools::Itertools;
use rustc_hash::FxHashMap;

use super::{Report, Story};
use crate::claim::Claim;

/// The three tables as CSV (RFC 4180, header line, `\n` between lines).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tables {
    /// One row a document: `id,outlet,published,title,url,origin`.
    pub articles: String,
    /// One row a claim, with its first figure and its group: see [`tables`].
    pub claims: String,
    /// One row for each two members of a group from different documents: `group,a,b,family,relation,reason,weight`.
    pub edges: String,
}

/// Flattens a report. Spans are UTF-8 bytes; an attribution is its names, outermost first, joined by " > "; empty means unknown.
///
/// ```
/// use corroborate::{Document, Reconciler, report::csv};
/// let report = Reconciler::default().reconcile(&[Document::new("a", "Two people were hurt.").with_outlet("Herald, The")]);
/// assert!(csv::tables(&report).articles.starts_with("id,outlet,published,title,url,origin\na,\"Herald, The\",,,,"));
/// ```
#[must_use]
pub fn tables(report: &Report) -> Tables {
    let story = Story::new(report);
    Tables { articles: articles(&story), claims: claims(&story), edges: edges(report) }
}

fn articles(story: &Story<'_>) -> String {
    let mut out = line(&["id", "outlet", "published", "title", "url", "origin"]);
    for document in story.report().documents.iter().map(|d| &d.document) {
        let published = document.published.as_ref().map(ToString::to_string).unwrap_or_default();
        let (title, url) = (document.title.as_deref().unwrap_or(""), document.url.as_deref().unwrap_or(""));
        out += &line(&[&document.id, &document.outlet, &published, title, url, story.origin(&document.id)]);
    }
    out
}

const CLAIM_COLUMNS: [&str; 19] = [
    "id",
    "document",
    "outlet",
    "order",
    "start",
    "end",
    "text",
    "zone",
    "kind",
    "parent",
    "attribution",
    "polarity",
    "modality",
    "low",
    "high",
    "bound",
    "unit",
    "noun",
    "group",
];

fn claims(story: &Story<'_>) -> String {
    let groups = &story.report().groups;
    let group: FxHashMap<&str, &str> = groups.iter().flat_map(|g| g.members.iter().map(|m| (m.as_str(), g.id.as_str()))).collect();
    let mut out = line(&CLAIM_COLUMNS);
    for claim in &story.report().claims {
        out += &claim_row(story, claim, group.get(claim.id.as_str()).copied().unwrap_or(""));
    }
    out
}

fn claim_row(story: &Story<'_>, claim: &Claim, group: &str) -> String {
    let figure = claim.value.figures.first();
    let end = |end: Option<f64>| end.map(|number| number.to_string()).unwrap_or_default();
    let (low, high) = (end(figure.and_then(|f| f.low)), end(figure.and_then(|f| f.high)));
    let attribution = claim.attribution.iter().map(|credit| credit.names.join(" and ")).join(" > ");
    line(&[
        &claim.id,
        &claim.document,
        story.outlet(&claim.document),
        &claim.order.to_string(),
        &claim.span.start.to_string(),
        &claim.span.end.to_string(),
        &claim.plain,
        &name(&claim.zone),
        &name(&claim.kind),
        claim.parent.as_deref().unwrap_or(""),
        &attribution,
        &name(&claim.polarity),
        &name(&claim.modality),
        &low,
        &high,
        &figure.map(|f| name(&f.bound)).unwrap_or_default(),
        &figure.and_then(|f| f.unit.as_ref()).map_or_else(String::new, ToString::to_string),
        figure.and_then(|f| f.noun.as_deref()).unwrap_or(""),
        group,
    ])
}

fn edges(report: &Report) -> String {
    let mut out = line(&["group", "a", "b", "family", "relation", "reason", "weight"]);
    for (group, pair) in report.groups.iter().flat_map(|g| g.pairs.iter().map(move |pair| (g, pair))) {
        let weight = pair.weight.to_string();
        out += &line(&[&group.id, &pair.a, &pair.b, pair.family.name(), pair.relation.name(), &pair.reason, &weight]);
    }
    out
}

/// The name that the JSON gives to a plain enum value.
fn name(value: &impl serde::Serialize) -> String {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(name)) => name,
        _ => String::new(),
    }
}

fn line(cells: &[&str]) -> String {
    cells.iter().map(|cell| quoted(cell)).join(",") + "\n"
}

fn quoted(cell: &str) -> String {
    if cell.contains([',', '"', '\n', '\r']) || cell.starts_with(' ') || cell.ends_with(' ') {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        for (cell, want) in [("a", "a"), ("a,b", "\"a,b\""), ("a \"b\"", "\"a \"\"b\"\"\""), ("a\nb", "\"a\nb\""), ("", "")] {
            assert_eq!(quoted(cell), want);
        }
    }
}
