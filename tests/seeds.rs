//! The example stories, scored: what a careful reader finds in `seeds` against what the program finds.
//!
//! The figures are those that `seeds/README.md` implies: a claim stands for the member with which it shares most, every pair of
//! members of two documents counts once. Floors lie slightly under what is reached, so that a change that loses something fails.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use corroborate::document::read_path;
use corroborate::relate::{Family, Relation};
use corroborate::{Claim, Document, Reconciler, Report, Span};
use serde::Deserialize;

/// An `expected.json`.
#[derive(Deserialize)]
struct Expected {
    groups: Vec<Group>,
    distractors: Vec<Group>,
}

/// Claims that belong together, or look alike and do not.
#[derive(Deserialize)]
struct Group {
    #[serde(default)]
    id: String,
    #[serde(default)]
    family: Option<Family>,
    #[serde(default)]
    relations: Vec<Relation>,
    members: Vec<Member>,
}

/// A passage of an article; offsets are characters.
#[derive(Deserialize)]
struct Member {
    doc: String,
    start: usize,
    end: usize,
    snippet: String,
    side: Option<String>,
}

/// A member with its group; `group` counts the groups first, the distractors behind them. Its span counts characters.
struct Placed<'e> {
    group: usize,
    member: &'e Member,
    span: Span,
}

/// One story with its report.
struct Story {
    expected: Expected,
    documents: Vec<Document>,
    report: Report,
}

/// How a pair of members is told: family and relation of each row between claims that stand for the two.
type Told = BTreeMap<(usize, usize), Vec<(Family, Relation)>>;

/// The score of a story, shares between 0 and 1.
#[derive(Debug, Default)]
struct Score {
    precision: f64,
    recall: f64,
    family: f64,
    differ: f64,
    relation: f64,
    false_alarms: Vec<String>,
    trapped: Vec<String>,
}

impl Story {
    fn read(name: &str) -> Self {
        let folder = seed(name);
        let expected = std::fs::read_to_string(folder.join("expected.json")).expect("expected.json");
        let expected: Expected = serde_json::from_str(&expected).expect("expected.json holds groups and distractors");
        let documents: Vec<Document> = read_path(&folder).collect::<Result<_, _>>().expect("readable articles");
        let report = Reconciler::default().reconcile(&documents);
        Self { expected, documents, report }
    }

    fn groups(&self) -> impl Iterator<Item = &Group> {
        self.expected.groups.iter().chain(&self.expected.distractors)
    }

    fn is_distractor(&self, group: usize) -> bool {
        group >= self.expected.groups.len()
    }

    fn members(&self) -> Vec<Placed<'_>> {
        let mut members = Vec::new();
        for (group, g) in self.groups().enumerate() {
            members.extend(g.members.iter().map(|member| Placed { group, member, span: Span::new(member.start, member.end) }));
        }
        members
    }

    fn text(&self, document: &str) -> &str {
        &self.documents.iter().find(|d| d.id == document).expect("an article of that name").text
    }

    /// The members at the place with which a claim shares most: it covers at least half of it, and the place is at least 0.15 of
    /// the claim.
    fn stands_for(&self, claim: &Claim, members: &[Placed<'_>]) -> Vec<usize> {
        let chars = |byte: usize| self.text(&claim.document)[..byte].chars().count();
        let span = Span::new(chars(claim.span.start), chars(claim.span.end));
        let shared = |m: &Placed<'_>| span.overlap(m.span) as f64;
        let fits = |m: &&Placed<'_>| {
            let shared = shared(m);
            let enough = shared >= 0.5 * m.span.len() as f64 && shared >= 0.15 * span.len() as f64;
            m.member.doc == claim.document && shared > 0.0 && enough
        };
        let likeness = |m: &Placed<'_>| shared(m) / ((span.len() + m.span.len()) as f64 - shared(m));
        // from the back, so that the first of several that are equally alike is taken
        let best = members.iter().rev().filter(fits).max_by(|x, y| likeness(x).total_cmp(&likeness(y)));
        let Some(best) = best else { return Vec::new() };
        let same = |m: &Placed<'_>| m.member.doc == best.member.doc && m.span == best.span;
        members.iter().enumerate().filter(|(_, m)| same(m)).map(|(i, _)| i).collect()
    }

    /// Two members of one group that stand in two documents.
    fn belong(&self, a: &Placed<'_>, b: &Placed<'_>) -> bool {
        a.group == b.group && !self.is_distractor(a.group)
    }

    /// How a found pair should be told, if anything is expected of it.
    fn wanted(&self, a: &Placed<'_>, b: &Placed<'_>) -> Option<Family> {
        match (self.expected.groups[a.group].family?, &a.member.side, &b.member.side) {
            (Family::Agree, _, _) => Some(Family::Agree),
            (family, Some(x), Some(y)) => Some(if x == y { Family::Agree } else { family }),
            _ => None,
        }
    }

    /// The pairs of members that the report puts together, with what it says of each.
    fn told(&self, members: &[Placed<'_>]) -> Told {
        let claims: BTreeMap<&str, &Claim> = self.report.claims.iter().map(|c| (c.id.as_str(), c)).collect();
        let mut told = Told::new();
        for row in self.report.groups.iter().flat_map(|g| &g.pairs) {
            let (x, y) = (self.stands_for(claims[row.a.as_str()], members), self.stands_for(claims[row.b.as_str()], members));
            let pairs: Vec<(usize, usize)> =
                x.iter().flat_map(|&i| y.iter().map(move |&j| (i.min(j), i.max(j)))).filter(|(i, j)| i != j).collect();
            let right: Vec<_> = pairs.iter().filter(|(i, j)| self.belong(&members[*i], &members[*j])).copied().collect();
            for pair in if right.is_empty() { pairs.into_iter().take(1).collect() } else { right } {
                told.entry(pair).or_default().push((row.family, row.relation));
            }
        }
        told
    }

    fn score(&self) -> Score {
        let members = self.members();
        let told = self.told(&members);
        let mut all = 0;
        for (i, a) in members.iter().enumerate() {
            all += members[i + 1..].iter().filter(|b| self.belong(a, b) && a.member.doc != b.member.doc).count();
        }
        let mut score = Score::default();
        let (mut found, mut judged, mut right) = (0, 0, 0);
        let mut differing: BTreeSet<usize> = BTreeSet::new();
        let mut related: BTreeSet<usize> = BTreeSet::new();
        for (&(i, j), rows) in &told {
            let (a, b) = (&members[i], &members[j]);
            let differs = rows.iter().any(|(family, _)| *family == Family::Differ);
            let both = format!("{:?} / {:?}", a.member.snippet, b.member.snippet);
            if a.group == b.group && self.is_distractor(a.group) {
                score.trapped.push(both.clone());
            }
            if !self.belong(a, b) {
                score.false_alarms.extend(differs.then_some(both));
                continue;
            }
            found += 1;
            let Some(wanted) = self.wanted(a, b) else { continue };
            judged += 1;
            right += usize::from(rows.iter().any(|(f, _)| *f == wanted) && (wanted == Family::Differ || !differs));
            if differs && wanted != Family::Differ {
                score.false_alarms.push(both);
            } else if differs {
                differing.insert(a.group);
                let accepted = &self.expected.groups[a.group].relations;
                related.extend(rows.iter().any(|(f, r)| *f == Family::Differ && accepted.contains(r)).then_some(a.group));
            }
        }
        let to_find = self.expected.groups.iter().filter(|g| g.family == Some(Family::Differ)).count();
        let share = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        Score {
            precision: share(found, told.len()),
            recall: share(found, all),
            family: share(right, judged),
            differ: share(differing.len(), to_find),
            relation: share(related.len(), to_find),
            ..score
        }
    }
}

fn seed(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(name)
}

/// Fails where a figure lies under its floor; the message holds all figures.
fn hold(score: &Score, floors: [(&str, f64, f64); 5]) {
    for (name, reached, floor) in floors {
        assert!(reached >= floor, "{name} is {reached:.3}, under {floor}: {score:#?}");
    }
}

#[test]
fn the_snippets_stand_where_expected_json_says() {
    for story in ["russia-ukraine-feb-2022", "harbour-bridge-collapse"] {
        let story = Story::read(story);
        for placed in story.members() {
            let Member { doc, start, end, snippet, .. } = placed.member;
            let text = story.text(doc);
            assert_eq!(&text.chars().skip(*start).take(end - start).collect::<String>(), snippet);
            assert_eq!(text.matches(snippet).count(), 1, "{snippet}");
        }
        let named: BTreeSet<&str> = story.expected.groups.iter().map(|g| g.id.as_str()).collect();
        assert_eq!(named.len(), story.expected.groups.len());
    }
}

#[test]
fn russia_and_ukraine_in_february_2022() {
    let score = Story::read("russia-ukraine-feb-2022").score();
    hold(
        &score,
        [
            ("link precision", score.precision, 0.95),
            ("link recall", score.recall, 0.5),
            ("family accuracy", score.family, 0.95),
            ("differ recall", score.differ, 1.0),
            ("relation recall", score.relation, 1.0),
        ],
    );
    assert_eq!(score.trapped, [""; 0]);
    assert_eq!(score.false_alarms, [""; 0]);
}

#[test]
fn the_bridge_of_velmouth_harbour() {
    let score = Story::read("harbour-bridge-collapse").score();
    hold(
        &score,
        [
            ("link precision", score.precision, 0.9),
            ("link recall", score.recall, 0.57),
            ("family accuracy", score.family, 0.98),
            ("differ recall", score.differ, 1.0),
            ("relation recall", score.relation, 1.0),
        ],
    );
    assert_eq!(score.trapped, [""; 0]);
    assert_eq!(score.false_alarms, [""; 0]);
}
