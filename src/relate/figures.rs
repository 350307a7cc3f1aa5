//! Figures of two claims: which of them count the same thing, and whether they say the same of it.

use std::cmp::Reverse;

use itertools::Itertools;

use super::difference::{Difference, FigureOf, SAME_SENTENCE, Support};
use super::excuses;
use super::occasion::{self, Occasion};
use super::speaker::same_person;
use super::{Relation, participants, parts, scope, session, unit};
use crate::claim::{ClaimKind, Figure};
use crate::comparison::{Pairing, Reading};
use crate::lexicon::{Class, Lexicon, WordRelation};
use crate::value::{Amount, AmountRelation, Bound};

/// What the figures of two claims come to.
#[derive(Debug, Default)]
pub(super) struct FigureOutcome {
    /// Figures that are equal, consistent or rounded.
    pub supports: Vec<Support>,
    /// Figures of one slot that no number satisfies both.
    pub differences: Vec<Difference>,
    /// Two predicates that make the figures two slots: "killed", "injured".
    pub other_slot: Option<(String, String)>,
}

impl FigureOutcome {
    /// Two slots: the predicates beside the figures differ, or a figure claim and another were held against each other in vain ("31
    /// people", "nine children").
    pub fn two_counts(&self, a: &Reading<'_>, b: &Reading<'_>) -> Option<(String, String)> {
        if !self.supports.is_empty() || !self.differences.is_empty() {
            return None;
        }
        let told = |r: &Reading<'_>| {
            let figure = r.claim.value.figures.first()?;
            Some([figure.plain().as_str(), figure.noun.as_deref().unwrap_or("")].join(" ").trim_end().to_owned())
        };
        let figure_claim = a.claim.kind == ClaimKind::Figure || b.claim.kind == ClaimKind::Figure;
        self.other_slot.clone().or_else(|| figure_claim.then(|| told(a).zip(told(b))).flatten())
    }
}

/// How surely two figures count the same thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum CountFit {
    /// Another dimension or another counted noun: never compared.
    No,
    /// Nothing speaks against it, and little for it.
    Loose,
    /// The same unit and noun, or words of one meaning for it.
    Close,
}

/// Pairs the figures of two claims, equal ones first, and judges each pair.
pub(super) fn compare(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> FigureOutcome {
    let (left, right) = (&a.claim.value.figures, &b.claim.value.figures);
    let mut outcome = FigureOutcome::default();
    let same_sentence = pairing.share(a, b) >= SAME_SENTENCE;
    let mut taken: Vec<(usize, usize)> = Vec::new();
    let mut terms = Vec::new();
    for candidate in candidates(a, b, pairing, lexicon) {
        let Candidate { left: i, right: j, apart, fit, near, relation } = candidate;
        // "or 13.4 percent, to $13.98": an equal figure beside both is as much context as a word
        let beside = taken.iter().filter(|(p, q)| p.abs_diff(i) == 1 && q.abs_diff(j) == 1).count();
        // figures that differ are one slot's by their noun, by the words around them, or by a sentence that is the same otherwise
        let one_slot = match fit {
            CountFit::Close => true,
            CountFit::Loose => near + beside >= 2 || same_sentence,
            CountFit::No => near + beside >= 1 && same_sentence,
        };
        let (x, y) = ((a, &left[i]), (b, &right[j]));
        let verbs = other_predicate(x, y, pairing, lexicon).filter(|_| apart && one_slot);
        let one_slot = one_slot && verbs.is_none();
        outcome.other_slot = outcome.other_slot.or(verbs);
        let used = taken.iter().any(|(p, q)| *p == i || *q == j);
        if used || (apart && !one_slot) || (!apart && fit == CountFit::No && near == 0) {
            continue;
        }
        taken.push((i, j));
        if !apart && let Some(turned) = opposite_trends(x, y, lexicon) {
            outcome.differences.push(turned);
            continue;
        }
        if !apart {
            outcome.supports.push(Support { relation: agreement(relation), a: x.1.plain(), b: y.1.plain() });
        } else if let Some(support) = parts::make_up(x, y) {
            outcome.supports.push(support);
        } else {
            // of "the two-year note at 1.2 percent" the term tells which note, where something else differs as well
            let term = participants::is_compound(a, x.1) || participants::is_compound(b, y.1);
            let list = if term { &mut terms } else { &mut outcome.differences };
            list.push(difference(x, y, pairing, beside > 0, lexicon));
        }
    }
    outcome.differences.extend(terms);
    outcome
}

/// "rose 2.7 percent", "fell 2.7 percent": one number, and two directions.
fn opposite_trends((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>, lexicon: &Lexicon) -> Option<Difference> {
    let (p, q) = (x.trend?, y.trend?);
    let relation = if session::two_hours(a, b, lexicon).is_some() { Relation::Superseded } else { Relation::Polarity };
    let reason = format!("\u{201c}{}\u{201d} {} against \u{201c}{}\u{201d} {}", x.plain(), p.word(), y.plain(), q.word());
    (p != q).then(|| Difference { relation, reason, excuses: Vec::new() })
}

/// Two figures of one unit that may count one thing.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    left: usize,
    right: usize,
    apart: bool,
    fit: CountFit,
    /// Matched words close to both.
    near: usize,
    relation: AmountRelation,
}

/// The pairs of figures worth judging: those that agree first, then the surest fits, the nearest words, the nearest places.
fn candidates(a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, lexicon: &Lexicon) -> Vec<Candidate> {
    let (left, right) = (&a.claim.value.figures, &b.claim.value.figures);
    let mut found = Vec::new();
    for ((i, x), (j, y)) in left.iter().enumerate().cartesian_product(right.iter().enumerate()) {
        let percent = |figure: &Figure| figure.unit.as_ref().is_some_and(|measure| measure.is("percent"));
        let one_kind = (!percent(x) && !percent(y)) || scope::is_share(a, x.span) == scope::is_share(b, y.span);
        let one_kind = one_kind && scope::is_base(a, x.span) == scope::is_base(b, y.span);
        let Some((p, q)) = unit::in_one(x, y, lexicon).filter(|_| one_kind) else { continue };
        let relation = relation((x, p), (y, q));
        let near = pairing.context((a, x.span), (b, y.span));
        found.push(Candidate {
            left: i,
            right: j,
            apart: relation == AmountRelation::Apart,
            fit: fit((a, x), (b, y), pairing, lexicon),
            near,
            relation,
        });
    }
    let place = |c: &Candidate| (c.left * right.len()).abs_diff(c.right * left.len());
    found.sort_by_key(|c| (c.apart, Reverse(c.fit), Reverse(c.near), place(c), c.left, c.right));
    found
}

/// Share of the words above which two verbs near a figure are two words for one thing ("tumbled", "shed").
const SAME_BUT_VERB: f64 = 0.75;

/// "12 killed" and "30 injured": verbs beside the two figures that have no partner and nothing to do with each other.
fn other_predicate((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>, pairing: &Pairing, lexicon: &Lexicon) -> Option<(String, String)> {
    if pairing.share(a, b) >= SAME_BUT_VERB {
        return None;
    }
    let lone = |index: usize, left: bool| !pairing.matched.iter().any(|m| index == if left { m.left } else { m.right });
    // the verbs near the figure; a matched one that is nearer than all others tells that the figures have one predicate
    let verbs = |r: &Reading<'_>, figure: &Figure, left: bool| -> Vec<usize> {
        const REACH: usize = 3;
        let Some((first, last)) = r.tokens_at(figure.span) else { return Vec::new() };
        let distance = |t: usize| first.saturating_sub(t).max((t + 1).saturating_sub(last));
        let verb = |t: usize| distance(t) <= REACH && r.article.tokens()[t].tag.is_verb();
        let near: Vec<(usize, usize)> =
            (0..r.own).filter_map(|i| r.terms[i].token.filter(|t| verb(*t)).map(|t| (distance(t), i))).sorted().collect();
        let shared = near.first().is_none_or(|(_, i)| !lone(*i, left));
        if shared { Vec::new() } else { near.into_iter().map(|(_, i)| i).filter(|&i| lone(i, left)).sorted().collect() }
    };
    let (p, q) = (verbs(a, x, true), verbs(b, y, false));
    let related = |i: usize, j: usize| {
        let (v, w) = (&a.terms[i], &b.terms[j]);
        lexicon.relation(&v.word, &w.word).is_some() || v.concepts.iter().any(|c| w.concepts.contains(c))
    };
    let (first, second) = (p.first()?, q.first()?);
    let apart = !p.iter().any(|&i| q.iter().any(|&j| related(i, j)));
    apart.then(|| (a.terms[*first].word.clone(), b.terms[*second].word.clone()))
}

/// Two limits of one kind with two numbers ("up to 10 years", "up to 30 years") can both hold of one number, but are two statements.
fn relation((x, p): (&Figure, Amount), (y, q): (&Figure, Amount)) -> AmountRelation {
    let limits = x.bound == y.bound && matches!(x.bound, Bound::MoreThan | Bound::AtLeast | Bound::LessThan | Bound::AtMost);
    // "0.10" and "0.14" are written to one digit, and neither is the other rounded
    let as_exact = decimals(&x.text) > 0 && decimals(&x.text) == decimals(&y.text) && !nearly(&p, &q);
    match p.relation(&q) {
        AmountRelation::Consistent if limits || (one_end(&p, &q) && in_digits(x) && in_digits(y)) => AmountRelation::Apart,
        AmountRelation::Rounded if as_exact => AmountRelation::Apart,
        other => other,
    }
}

fn in_digits(figure: &Figure) -> bool {
    figure.text.contains(|c: char| c.is_ascii_digit())
}

/// Two ranges that have one end in common are one range with two ends: "60 to 70 million", "60 to 98 million".
fn one_end(p: &Amount, q: &Amount) -> bool {
    let ranges = p.bound == Bound::Range && q.bound == Bound::Range;
    ranges && ((p.low == q.low) != (p.high == q.high))
}

/// Whether two numbers are so near that the last digit of one may be rounded: 0.29 and 0.30.
fn nearly(p: &Amount, q: &Amount) -> bool {
    const NEAR: f64 = 0.05;
    p.written().zip(q.written()).is_some_and(|(x, y)| (x - y).abs() <= NEAR * x.abs().max(y.abs()))
}

/// How many digits are written behind the point of a figure's last number.
fn decimals(text: &str) -> usize {
    let behind = text.rsplit_once('.').map_or("", |(_, behind)| behind);
    behind.bytes().take_while(u8::is_ascii_digit).count()
}

fn agreement(relation: AmountRelation) -> Relation {
    match relation {
        AmountRelation::Equal => Relation::Wording,
        _ => Relation::Consistent,
    }
}

/// How surely two figures of one dimension count the same thing. The noun of a measure is what it is said of, which two outlets put
/// in two ways; only of a count does another noun tell them apart.
fn fit((a, x): FigureOf<'_, '_>, (b, y): FigureOf<'_, '_>, pairing: &Pairing, lexicon: &Lexicon) -> CountFit {
    // an age is counted of a person by name
    let ages = || [x, y].iter().any(|figure| unit::is_age(figure, lexicon));
    if let Some((p, q)) = x.noun.as_ref().zip(y.noun.as_ref()).filter(|_| ages()) {
        return if same_person(p, q) { CountFit::Close } else { CountFit::No };
    }
    let pairs = || pairing.matched.iter().map(|m| (m.left, m.right));
    if x.unit.is_none() && (is_act_counted((a, x), (b, y), pairs()) || is_act_counted((b, y), (a, x), pairs().map(|(p, q)| (q, p)))) {
        return CountFit::Close;
    }
    let (Some(p), Some(q)) = (scope::counted(a, x, lexicon), scope::counted(b, y, lexicon)) else { return CountFit::Loose };
    match lexicon.relation(&p, &q) {
        _ if p == q => CountFit::Close,
        Some((WordRelation::Synonym | WordRelation::Same | WordRelation::Derived, _)) => CountFit::Close,
        Some((WordRelation::Broader, _)) => CountFit::Loose,
        // what rose may be "shares" to one and "stock" to the other, but a loss is no revenue
        _ if [&p, &q].iter().all(|noun| lexicon.classes(noun).has(Class::Measure)) => CountFit::No,
        _ if x.unit.is_some() => CountFit::Loose,
        _ => CountFit::No,
    }
}

/// "arrested 38 people", "53 arrests": one side counts the act that the other one tells by its verb, right before its figure. `pairs` are
/// the matched terms, those of the side that tells it first.
fn is_act_counted((told, x): FigureOf<'_, '_>, (counting, y): FigureOf<'_, '_>, mut pairs: impl Iterator<Item = (usize, usize)>) -> bool {
    /// "arrested at least another 38 people"
    const BEFORE: usize = 4;
    let (Some((first, _)), Some((_, behind))) = (told.tokens_at(x.span), counting.tokens_at(y.span)) else { return false };
    let tag = |r: &Reading<'_>, token: usize| r.article.tokens()[token].tag;
    pairs.any(|(verb, noun)| {
        let verb = told.terms[verb].token.is_some_and(|t| t < first && first - t <= BEFORE && tag(told, t).is_verb());
        verb && counting.terms[noun].token.is_some_and(|t| (behind..behind + 2).contains(&t) && tag(counting, t).is_noun())
    })
}

/// `in_row` where a figure right beside both is the same: of such rows one figure is another, and the matter is one.
fn difference(x: FigureOf<'_, '_>, y: FigureOf<'_, '_>, pairing: &Pairing, in_row: bool, lexicon: &Lexicon) -> Difference {
    let ((a, p), (b, q)) = (x, y);
    let occasion = occasion::of_figures(x, y, lexicon);
    let what = p.noun.as_deref().or(q.noun.as_deref()).map(|n| format!(" {n}")).unwrap_or_default();
    let reason = format!("\u{201c}{}\u{201d} against \u{201c}{}\u{201d}{what}: no number fits both", p.plain(), q.plain());
    let relation = match occasion {
        Occasion::Later => Relation::Superseded,
        Occasion::Other => Relation::OtherEvent,
        Occasion::Same | Occasion::Open => Relation::Value,
    };
    let directions = p.trend.zip(q.trend).filter(|(up, down)| up != down);
    let mut excuses = excuses::ledger((a, p), (b, q), pairing, occasion, lexicon);
    excuses.extend(excuses::matter(a, b, pairing).filter(|_| !in_row));
    excuses.extend(directions.map(|(p, q)| excuses::other_move(p, q)));
    excuses.extend(excuses::magnitude((a, p), (b, q), pairing, lexicon));
    Difference { relation, reason, excuses }
}
