//! The clauses of an article: each predicate with the words that are its own.
//!
//! A clause reaches as far as the words that hang on its predicate, but for the clauses at its edges that say something of their own:
//! what is joined to it by "and", what stands beside it after a comma, and what a quotation's edge parts from it. A clause inside of
//! another one is a clause, too.

use super::grammar::{Range, is_break, kind, tag};
use crate::lexicon::Class;
use crate::syntax::{Deprel, Parsed};
use crate::text::{Article, Sentence, Tag, TokenKind, Zone};

/// The first of a row of joined verbs is looked for over so many: a list of verbs is seldom longer.
const CLIMB: usize = 8;

/// One clause: its predicate, its tokens, and who takes part in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// The verb that it says something by; the noun of a sentence without a verb.
    pub head: usize,
    pub range: Range,
    /// First and last verb of the verb group.
    pub verb: Option<(usize, usize)>,
    /// Who or what does it, be it named here or where the sentence says so; what a passive says its verb of, where no one acts.
    pub subject: Option<Range>,
    /// To whom or what it is done.
    pub object: Option<Range>,
}

/// The clauses of an article in the order of their first words, outer ones first.
#[derive(Debug, Default)]
pub(crate) struct Clauses {
    all: Vec<Clause>,
    /// The clause that each token is an own word of: the innermost one around it.
    owner: Vec<Option<u32>>,
}

impl Clauses {
    /// Reads the clauses of an article. `cuts` are the tokens at which a clause must end, in order: the edges of quotations.
    pub fn read(parsed: Parsed<'_, '_>, cuts: &[usize]) -> Self {
        let article = parsed.article;
        let mut all: Vec<Clause> = Vec::new();
        let bodies =
            article.sentences().iter().filter(|s| article.zone(s) != Zone::Boilerplate).map(|s| body(article, s)).filter(|s| s.len() > 0);
        for sentence in bodies {
            SentenceSite::new(parsed, sentence, cuts).clauses(&mut all);
        }
        all.sort_by_key(|c| (c.range.first, std::cmp::Reverse(c.range.last)));
        let owner = owners(parsed, &all);
        Self { all, owner }
    }

    pub fn all(&self) -> &[Clause] {
        &self.all
    }

    /// The number of the clause that a token is an own word of.
    pub fn owner(&self, token: usize) -> Option<usize> {
        self.owner.get(token).copied().flatten().map(|c| c as usize)
    }

    /// The tokens of a clause that belong to no clause inside of it.
    pub fn own(&self, clause: usize) -> impl Iterator<Item = usize> + Clone + '_ {
        self.all[clause].range.iter().filter(move |i| self.owner(*i) == Some(clause))
    }
}

/// For each token the nearest predicate above it that heads a clause around it.
fn owners(parsed: Parsed<'_, '_>, all: &[Clause]) -> Vec<Option<u32>> {
    let count = parsed.article.tokens().len();
    let mut headed: Vec<Option<u32>> = vec![None; count];
    for (number, clause) in all.iter().enumerate() {
        headed[clause.head] = Some(number as u32);
    }
    let inside = |clause: u32, token: usize| all[clause as usize].range.contains(token);
    let mut owner: Vec<Option<u32>> = vec![None; count];
    let mut settled = vec![false; count];
    let mut path = Vec::new();
    for token in 0..count {
        let mut at = token;
        path.clear();
        while !settled[at] {
            path.push(at);
            match headed[at] {
                Some(_) => break,
                None => match parsed.syntax.head(at) {
                    Some(head) => at = head,
                    None => break,
                },
            }
        }
        let found = headed[at].or(owner[at]);
        for &word in &path {
            (owner[word], settled[word]) = (found, true);
        }
    }
    for (token, clause) in owner.iter_mut().enumerate() {
        *clause = clause.filter(|c| inside(*c, token));
    }
    owner
}

/// A sentence without the dateline before it: "WASHINGTON, April 30 (Agency) - ", a place in capitals and a dash close behind it.
fn body(article: &Article<'_>, sentence: &Sentence) -> Range {
    const REACH: usize = 14;
    let whole = Range::new(sentence.first, sentence.last);
    let word = article.word(sentence.first);
    let capitals = word.chars().count() > 2 && word.chars().all(char::is_uppercase);
    let bracketed = |i: usize| article.lowers(sentence.first, i).any(|w| w == ")");
    let dash = (sentence.first + 1..sentence.last.min(sentence.first + REACH))
        .find(|&i| kind(article, i) == Some(TokenKind::Dash) && is_break(article, i));
    match dash {
        Some(dash) if capitals || bracketed(dash) => Range::new(dash + 1, sentence.last),
        _ => whole,
    }
}

/// A sentence whose clauses are read.
struct SentenceSite<'a, 't, 'c> {
    parsed: Parsed<'a, 't>,
    sentence: Range,
    /// Where quotations begin and end in the sentence.
    cuts: &'c [usize],
    /// For each token of the sentence the predicate that it is told with.
    home: Vec<usize>,
}

impl<'a, 't, 'c> SentenceSite<'a, 't, 'c> {
    fn new(parsed: Parsed<'a, 't>, sentence: Range, cuts: &'c [usize]) -> Self {
        let cuts = &cuts[cuts.partition_point(|c| *c <= sentence.first)..cuts.partition_point(|c| *c < sentence.last)];
        let mut site = Self { parsed, sentence, cuts, home: Vec::new() };
        site.home = site.homes();
        site
    }

    /// For each token the nearest word above it that parts from what stands above.
    fn homes(&self) -> Vec<usize> {
        const UNKNOWN: usize = usize::MAX;
        let mut home = vec![UNKNOWN; self.sentence.len()];
        let mut path = Vec::new();
        for token in self.sentence.iter() {
            let mut at = token;
            path.clear();
            let found = loop {
                let known = home[at - self.sentence.first];
                if known != UNKNOWN {
                    break known;
                }
                path.push(at);
                match self.parsed.syntax.head(at) {
                    Some(head) if self.sentence.contains(head) && !self.parts(at, head) => at = head,
                    _ => break at,
                }
            };
            for word in path.drain(..) {
                home[word - self.sentence.first] = found;
            }
        }
        home
    }

    fn home(&self, token: usize) -> usize {
        self.home[token - self.sentence.first]
    }

    /// Whether a word's clause is told apart from that of its head.
    fn parts(&self, token: usize, head: usize) -> bool {
        let parsed = self.parsed;
        if self.segment(token) != self.segment(head) {
            return true;
        }
        if !parsed.is_predicate(token) {
            return false;
        }
        let reach = parsed.syntax.reach(token);
        let before = reach.start.checked_sub(1);
        let apart = before.is_some_and(|b| is_break(parsed.article, b)) || is_break(parsed.article, reach.start);
        match parsed.syntax.relation(token) {
            Deprel::Conjunct => self.is_joined_clause(token) && self.says_enough(token),
            // a finite one without a subject took that of its own from the verb before
            Deprel::AdverbialClause if parsed.is_finite(token) => parsed.own_subject(token).is_some(),
            Deprel::AdverbialClause => apart || is_break(parsed.article, reach.end),
            Deprel::RelativeClause | Deprel::NounClause => apart,
            Deprel::Parataxis => true,
            _ => false,
        }
    }

    /// Whether a joined verb says something of its own: "came and saw", but not "wants to come and see".
    fn is_joined_clause(&self, token: usize) -> bool {
        let parsed = self.parsed;
        let mut first = token;
        for _ in 0..CLIMB {
            match parsed.syntax.head(first).filter(|_| parsed.syntax.relation(first) == Deprel::Conjunct) {
                Some(head) => first = head,
                None => break,
            }
        }
        parsed.is_predicate(first) && (parsed.is_finite(first) || parsed.own_subject(token).is_some())
    }

    /// "walked and talked on": a verb with next to nothing beside it is told with the one before it.
    fn says_enough(&self, predicate: usize) -> bool {
        self.parsed.own_subject(predicate).is_some() || self.parsed.syntax.reach(predicate).len() > 2
    }

    /// Between which cuts a token stands.
    fn segment(&self, token: usize) -> usize {
        self.cuts.partition_point(|c| *c <= token)
    }

    /// The tokens between the cuts around a token.
    fn segment_range(&self, token: usize) -> Range {
        let segment = self.segment(token);
        let first = segment.checked_sub(1).map_or(self.sentence.first, |i| self.cuts[i]);
        Range::new(first, self.cuts.get(segment).copied().unwrap_or(self.sentence.last))
    }

    fn clauses(&self, all: &mut Vec<Clause>) {
        for head in self.sentence.iter() {
            let verbal = self.parsed.is_predicate(head) && self.is_told(head);
            if verbal || self.is_verbless(head) {
                let range = self.with_resumption(head, self.range(head));
                if range.len() > 0 && range.contains(head) {
                    all.push(self.clause(head, range, verbal));
                }
            }
        }
    }

    /// "..., a claim Moscow denies": a noun that takes up what was just said opens the clause that describes it.
    fn with_resumption(&self, head: usize, range: Range) -> Range {
        let parsed = self.parsed;
        let describes = parsed.syntax.relation(head) == Deprel::RelativeClause;
        let noun = parsed.syntax.head(head).filter(|n| describes && parsed.article.tokens()[*n].has(Class::Resumption));
        let opening = noun.map(|n| parsed.phrase(n)).filter(|p| p.end == range.first && p.start >= self.segment_range(head).first);
        opening.filter(|p| p.start > 0 && is_break(parsed.article, p.start - 1)).map_or(range, |p| Range::new(p.start, range.last))
    }

    /// Whether a predicate is told as a clause: one that only completes another verb ("wants to go") is told with that.
    fn is_told(&self, predicate: usize) -> bool {
        let parsed = self.parsed;
        match parsed.syntax.relation(predicate) {
            Deprel::OpenComplement | Deprel::ClausalSubject => self.home(predicate) == predicate,
            Deprel::Conjunct => self.home(predicate) == predicate,
            _ => true,
        }
    }

    /// A sentence, or what quotations leave of one, that hangs on no verb.
    fn is_verbless(&self, head: usize) -> bool {
        self.home(head) == head && self.parsed.syntax.relation(head) == Deprel::Root && !self.parsed.is_predicate(head)
    }

    /// The words of a clause: what hangs on its head between the cuts, without the clauses at its edges that are told apart.
    fn range(&self, head: usize) -> Range {
        let (reach, segment) = (self.parsed.syntax.reach(head), self.segment_range(head));
        let (mut first, mut last) = (reach.start.max(segment.first), reach.end.min(segment.last));
        let home = self.home(head);
        let foreign = |token: usize| Some(self.home(token)).filter(|h| *h != home);
        loop {
            let start = (first, last);
            if let Some(other) = (first < last).then(|| foreign(first)).flatten() {
                first = self.parsed.syntax.reach(other).end.clamp(first + 1, last);
            }
            if let Some(other) = (first < last).then(|| foreign(last - 1)).flatten() {
                last = self.parsed.syntax.reach(other).start.clamp(first, last - 1);
            }
            (first, last) = self.trim(first, last, head);
            if (first, last) == start {
                return Range::new(first, last);
            }
        }
    }

    /// Without marks at both ends, the joining word at the head and what is left of a clause that was taken off the end; the relative
    /// word that only stands for a noun, and the marker that only joins, go too. "If" and "unless" stay: without them it would be said.
    fn trim(&self, mut first: usize, mut last: usize, head: usize) -> (usize, usize) {
        let article = self.parsed.article;
        while first < last && first < head && (is_break(article, first) || self.only_joins(first)) {
            first += 1;
        }
        while first < last && last - 1 > head && (is_break(article, last - 1) || self.is_left_over(last - 1)) {
            last -= 1;
        }
        (first, last)
    }

    fn only_joins(&self, token: usize) -> bool {
        let parsed = self.parsed;
        match parsed.syntax.relation(token) {
            Deprel::Coordinator => true,
            Deprel::Marker => !parsed.article.tokens()[token].has(Class::Conditional),
            _ if parsed.article.lower(token) == "that" && tag(parsed.article, token) == Tag::Preposition => true,
            // "even after it fell"
            Deprel::Adverb if parsed.syntax.relation(token + 1) == Deprel::Marker => self.only_joins(token + 1),
            relation => {
                let stands_for = parsed.is_relative(token) && (relation.is_subject() || relation == Deprel::Object);
                let asks_when = tag(parsed.article, token) == Tag::WhAdverb && relation == Deprel::Adverb;
                let clause = parsed.syntax.head(token).map(|h| parsed.syntax.relation(h));
                (stands_for && clause == Some(Deprel::RelativeClause))
                    || (asks_when && matches!(clause, Some(Deprel::RelativeClause | Deprel::AdverbialClause)))
            }
        }
    }

    /// "and", "that", an opening bracket: what led into a clause that is told apart.
    fn is_left_over(&self, token: usize) -> bool {
        let relation = self.parsed.syntax.relation(token);
        matches!(relation, Deprel::Coordinator | Deprel::Marker)
    }

    fn clause(&self, head: usize, range: Range, verbal: bool) -> Clause {
        if !verbal {
            return Clause { head, range, verb: None, subject: Some(self.phrase(head)), object: None };
        }
        let parsed = self.parsed;
        let first = parsed.auxiliaries(head).find(|i| tag(parsed.article, *i).is_finite()).unwrap_or(head);
        let surface = parsed.subject(head).filter(|s| parsed.syntax.relation(*s) != Deprel::Expletive);
        let (subject, object) = match parsed.is_passive(head) {
            true => (parsed.agent(head).or(surface), parsed.agent(head).and(surface)),
            false => (surface, parsed.object(head).or_else(|| self.oblique(head)).or_else(|| self.of_complement(head))),
        };
        Clause { head, range, verb: Some((first, head)), subject: subject.map(|s| self.phrase(s)), object: object.map(|o| self.phrase(o)) }
    }

    /// Whom or what a verb reaches by a preposition: "met with the union", "agreed to a plan".
    fn oblique(&self, predicate: usize) -> Option<usize> {
        let syntax = self.parsed.syntax;
        let preposition = syntax.children(predicate).find(|i| *i > predicate && syntax.relation(*i) == Deprel::Preposition)?;
        syntax.child(preposition, Deprel::PrepositionObject)
    }

    /// Of whom a verb says something: "Norland" of "demanded that Norland withdraw".
    fn of_complement(&self, predicate: usize) -> Option<usize> {
        let complement = self.parsed.syntax.child(predicate, Deprel::ClausalComplement).filter(|c| *c > predicate)?;
        self.parsed.own_subject(complement).filter(|s| !self.parsed.is_relative(*s))
    }

    fn phrase(&self, head: usize) -> Range {
        let phrase = self.parsed.phrase(head);
        Range::new(phrase.start, phrase.end)
    }
}
