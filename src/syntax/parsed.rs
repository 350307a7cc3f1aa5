//! What is asked of a parsed article: predicates, who takes part in them, and the phrases that name them.

use std::ops::Range;

use super::deprel::Deprel;
use super::tree::Syntax;
use crate::lexicon::Class;
use crate::text::{Article, Tag};

/// An article with its arcs.
///
/// ```
/// use corroborate::lexicon::Lexicon;
/// use corroborate::syntax::{Parsed, Syntax};
/// use corroborate::text::Article;
/// let article = Article::new("Ann Bell, who runs the port, promised to reopen the bridge.", Lexicon::english());
/// let syntax = Syntax::new(&article);
/// let parsed = Parsed { article: &article, syntax: &syntax };
/// let runs = (0..12).find(|&i| article.word(i) == "runs").unwrap();
/// let subject = parsed.subject(runs).unwrap();
/// assert_eq!(article.clean(article.span(parsed.phrase(subject).start, parsed.phrase(subject).end)), "Ann Bell");
/// ```
#[derive(Clone, Copy, Debug)]
pub struct Parsed<'a, 't> {
    /// The words.
    pub article: &'a Article<'t>,
    /// Their arcs.
    pub syntax: &'a Syntax,
}

/// Subjects are looked for over so many clauses upwards: "who came, saw and tried to conquer" has four.
const CLIMB: usize = 8;

/// What gives a predicate its subject.
enum Given {
    /// A noun.
    Noun(usize),
    /// Another predicate, whose subject it shares.
    By(usize),
}

impl Parsed<'_, '_> {
    fn tag(&self, token: usize) -> Tag {
        self.article.tokens().get(token).map_or(Tag::Mark, |t| t.tag)
    }

    /// Whether a token heads a clause: a verb that neither helps another one nor describes a noun.
    #[must_use]
    pub fn is_predicate(&self, token: usize) -> bool {
        let relation = self.syntax.relation(token);
        let clause = relation == Deprel::Root || relation == Deprel::Conjunct || relation.is_clause();
        self.tag(token).is_verb() && clause && !self.is_coordinated_modifier(token)
    }

    /// "a burned and collapsing roof": the second participle describes as the first one does.
    fn is_coordinated_modifier(&self, token: usize) -> bool {
        let (mut at, mut steps) = (token, 0);
        while self.syntax.relation(at) == Deprel::Conjunct && steps < CLIMB {
            let Some(head) = self.syntax.head(at) else { return false };
            (at, steps) = (head, steps + 1);
        }
        steps > 0 && (self.syntax.relation(at) == Deprel::Adjective || self.syntax.relation(at) == Deprel::Compound)
    }

    /// Whether a predicate has a tensed verb or a modal: "closed" of "was closed", but not "to close" or "closing".
    #[must_use]
    pub fn is_finite(&self, predicate: usize) -> bool {
        let tensed = self.tag(predicate).is_finite() || self.auxiliaries(predicate).any(|i| self.tag(i).is_finite());
        // "Odeville never called": the past tense of most verbs looks like their participle, and a clause with a subject is tensed
        let past = self.tag(predicate) == Tag::VerbParticiple && self.syntax.relation(predicate) != Deprel::AdverbialClause;
        tensed || (past && self.own_subject(predicate).is_some() && self.auxiliaries(predicate).next().is_none())
    }

    /// Whether a predicate is an infinitive with its "to".
    #[must_use]
    pub fn is_infinitive(&self, predicate: usize) -> bool {
        self.auxiliaries(predicate).any(|i| self.tag(i) == Tag::To)
    }

    /// The words that help a verb: "has", "been", "will", "to".
    pub fn auxiliaries(&self, predicate: usize) -> impl Iterator<Item = usize> + '_ {
        let helps = |i: &usize| matches!(self.syntax.relation(*i), Deprel::Auxiliary | Deprel::PassiveAuxiliary);
        self.syntax.children(predicate).take_while(move |i| *i < predicate).filter(helps)
    }

    /// Whether a predicate stands in the passive: its surface subject is what it is done to.
    #[must_use]
    pub fn is_passive(&self, predicate: usize) -> bool {
        let marked =
            self.syntax.children(predicate).any(|i| matches!(self.syntax.relation(i), Deprel::PassiveAuxiliary | Deprel::PassiveSubject));
        marked || (self.syntax.relation(predicate) == Deprel::NounClause && self.tag(predicate) == Tag::VerbParticiple)
    }

    /// The head of the subject that stands beside a predicate, a relative word included.
    #[must_use]
    pub fn own_subject(&self, predicate: usize) -> Option<usize> {
        self.syntax.children(predicate).find(|i| self.syntax.relation(*i).is_subject())
    }

    /// Whether a token is a word that stands for the noun that its clause describes: who, which, that.
    #[must_use]
    pub fn is_relative(&self, token: usize) -> bool {
        matches!(self.tag(token), Tag::WhDeterminer | Tag::WhPronoun)
    }

    /// The head of a predicate's surface subject: its own or, where the words leave it out, the one that the sentence gives: the noun
    /// that a relative clause or a participle describes, the subject of the clause before, the one that a purpose belongs to.
    #[must_use]
    pub fn subject(&self, predicate: usize) -> Option<usize> {
        let mut at = predicate;
        for _ in 0..CLIMB {
            if self.syntax.child(at, Deprel::Expletive).is_some() {
                return None;
            }
            match self.own_subject(at) {
                Some(own) if !self.is_relative(own) => return Some(own),
                Some(own) if self.syntax.relation(at) != Deprel::Conjunct => return self.antecedent(at).or(Some(own)),
                _ => {}
            }
            match self.given(at)? {
                Given::Noun(noun) => return Some(noun),
                Given::By(clause) => at = clause,
            }
        }
        None
    }

    /// Where the subject of a predicate without one of its own is looked for.
    fn given(&self, at: usize) -> Option<Given> {
        let head = self.syntax.head(at)?;
        let object = |verb: usize| self.syntax.child(verb, Deprel::Object).filter(|o| *o < at);
        let owner = |noun: usize| self.syntax.child(noun, Deprel::Possessor);
        match self.syntax.relation(at) {
            Deprel::RelativeClause => Some(self.antecedent(at).map_or(Given::Noun(head), Given::Noun)),
            Deprel::NounClause if !self.is_infinitive(at) => Some(Given::Noun(head)),
            // "Ode's plan to build", "a bill to let"
            Deprel::NounClause => Some(Given::Noun(owner(head).unwrap_or(head))),
            Deprel::OpenComplement => Some(object(head).map_or(Given::By(head), Given::Noun)),
            // "insists on building", "accused the town of building", "its habit of building"
            Deprel::PrepositionComplement => {
                let above = self.syntax.head(head)?;
                let blames = matches!(self.article.lower(head), "of" | "from" | "for" | "into");
                match object(above).filter(|_| blames) {
                    Some(object) => Some(Given::Noun(object)),
                    None if self.tag(above).is_noun() => owner(above).map(Given::Noun).or_else(|| self.clause_of(above).map(Given::By)),
                    None => Some(Given::By(above)),
                }
            }
            // "hoped a solution could be found": the parse may hang the subject on the verb before
            Deprel::ClausalComplement | Deprel::AdverbialClause if self.is_finite(at) => {
                let beside = object(head).filter(|o| self.syntax.reach(*o).end == self.syntax.reach(at).start);
                Some(beside.map_or(Given::By(head), Given::Noun))
            }
            Deprel::Conjunct | Deprel::AdverbialClause | Deprel::ClausalComplement => Some(Given::By(head)),
            _ => None,
        }
    }

    /// The noun that a clause with a relative word describes: the one that it hangs on or, where the verb does not agree with that, one
    /// that it belongs to ("drills with Norland that are ..."); where it hangs on no noun, the last one before it.
    fn antecedent(&self, clause: usize) -> Option<usize> {
        let head = self.syntax.head(clause);
        if self.syntax.relation(clause) == Deprel::RelativeClause {
            let mut noun = head?;
            for _ in 0..CLIMB {
                if self.agrees(clause, noun) {
                    return Some(noun);
                }
                match self.syntax.head(noun).and_then(|p| if self.tag(p).is_noun() { Some(p) } else { self.syntax.head(p) }) {
                    Some(above) if self.tag(above).is_noun() => noun = above,
                    _ => break,
                }
            }
            return head;
        }
        let before = self.syntax.reach(clause).start;
        (before.saturating_sub(3)..before).rev().find(|i| self.tag(*i).is_noun())
    }

    /// Whether a clause's tensed verb fits a noun in number, as far as both show it.
    fn agrees(&self, clause: usize, noun: usize) -> bool {
        let finite = self.auxiliaries(clause).chain([clause]).find(|i| self.tag(*i).is_finite()).map(|i| self.tag(i));
        let joined = self.syntax.children(noun).any(|i| self.syntax.relation(i) == Deprel::Conjunct);
        match (finite, self.tag(noun)) {
            (Some(Tag::VerbPresent), Tag::Noun | Tag::ProperNoun) => joined,
            (Some(Tag::VerbThird), Tag::NounPlural) => false,
            _ => true,
        }
    }

    /// The predicate whose clause a token stands in; a predicate stands in its own.
    #[must_use]
    pub fn clause_of(&self, token: usize) -> Option<usize> {
        let mut at = token;
        while !self.is_predicate(at) {
            at = self.syntax.head(at)?;
        }
        Some(at)
    }

    /// Who acts in a passive clause: "the town" of "closed by the town".
    #[must_use]
    pub fn agent(&self, predicate: usize) -> Option<usize> {
        self.syntax.child(self.syntax.child(predicate, Deprel::Agent)?, Deprel::PrepositionObject)
    }

    /// The head of what a predicate is done to or says of its subject; of a relative clause without one, the noun that it describes.
    #[must_use]
    pub fn object(&self, predicate: usize) -> Option<usize> {
        let own = |relation| self.syntax.child(predicate, relation).filter(|i| !self.is_relative(*i));
        own(Deprel::Object).or_else(|| own(Deprel::Attribute)).or_else(|| self.gap(predicate))
    }

    /// The noun that a relative clause describes, where that is no subject of it: "troops" of "troops Norland has massed".
    #[must_use]
    pub fn gap(&self, predicate: usize) -> Option<usize> {
        let relative = self.syntax.relation(predicate) == Deprel::RelativeClause;
        let own = self.own_subject(predicate).filter(|s| relative && !self.is_relative(*s))?;
        let object = self.syntax.child(predicate, Deprel::Object);
        // "whose rig dropped", "when it fell", "to which he objected": the noun is something else than the object
        let opened = (self.syntax.reach(predicate).start..own).any(|i| self.tag(i) == Tag::WhAdverb || self.tag(i) == Tag::WhPossessive);
        let whose = self.syntax.reach(own).any(|i| self.tag(i) == Tag::WhPossessive);
        let stated = object.is_some_and(|o| !self.is_relative(o));
        // "a phrase he confessed to having rehearsed": the noun is a participant of what completes the verb
        let completed = self.syntax.children(predicate).any(|i| {
            self.syntax.relation(i) == Deprel::OpenComplement
                || self.syntax.relation(i) == Deprel::ClausalComplement
                || (self.syntax.relation(i) == Deprel::Preposition && self.syntax.child(i, Deprel::PrepositionObject).is_none())
        });
        (!stated && !opened && !whose && !completed && !self.is_passive(predicate)).then(|| self.syntax.head(predicate)).flatten()
    }

    /// The noun phrase that a token heads: what describes it before, "of" and "and" behind, but no clause, no other preposition and
    /// no apposition.
    #[must_use]
    pub fn phrase(&self, head: usize) -> Range<usize> {
        let reach = self.syntax.reach(head);
        let before = |i: &usize| *i < head && !self.belongs_before(*i);
        let first = self.syntax.children(head).filter(before).last().map_or(reach.start, |i| self.syntax.reach(i).end);
        let mut last = head + 1;
        for child in self.syntax.children(head).filter(|i| *i > head) {
            let end = match self.syntax.relation(child) {
                Deprel::Number | Deprel::Coordinator => self.syntax.reach(child).end,
                Deprel::Preposition if self.article.lower(child) == "of" => {
                    self.syntax.child(child, Deprel::PrepositionObject).map_or(child, |object| self.phrase(object).end)
                }
                Deprel::Conjunct if self.tag(child).is_noun() => self.phrase(child).end,
                Deprel::Punctuation if child == last && self.article.word(child) == "-" => child + 1,
                Deprel::Punctuation if self.joins(head, child) => child + 1,
                _ => break,
            };
            if self.syntax.reach(child).start > last {
                break;
            }
            last = end.max(last);
        }
        while last > head + 1 && matches!(self.syntax.relation(last - 1), Deprel::Coordinator | Deprel::Punctuation) {
            last -= 1;
        }
        first.min(head)..last
    }

    /// What stands before a noun and belongs to its phrase.
    fn belongs_before(&self, token: usize) -> bool {
        use Deprel::{Adjective, Adverb, Case, Compound, Determiner, Modifier, Number, Possessor, Punctuation};
        matches!(
            self.syntax.relation(token),
            Adjective | Adverb | Case | Compound | Determiner | Modifier | Number | Possessor | Punctuation
        ) && !(self.syntax.relation(token) == Punctuation && self.article.lower(token) == ",")
    }

    /// Whether a comma stands in a row of nouns: "Ode, Lark and Velm".
    fn joins(&self, head: usize, comma: usize) -> bool {
        let next = self.syntax.children(head).find(|i| *i > comma);
        self.article.word(comma) == ","
            && next.is_some_and(|i| matches!(self.syntax.relation(i), Deprel::Conjunct) && self.tag(i).is_noun())
    }

    /// A noun with what is set beside it to say who or what that is: "Ann Bell, the mayor of Ode", "the carmaker Brandol"; the head of
    /// the first, and the tokens of both.
    #[must_use]
    pub fn apposition(&self, token: usize) -> Option<(usize, Range<usize>)> {
        if self.syntax.relation(token) == Deprel::Apposition {
            let apart = |h: usize| h < token && self.tag(token).is_noun() && self.names(h) != self.names(token);
            let head = self.syntax.head(token).filter(|h| apart(*h))?;
            let (first, second) = (self.phrase(head), self.long_phrase(token));
            return (second.start - first.end <= 1 && first.end <= second.start).then_some((head, first.start..second.end));
        }
        // "Italian carmaker Brandol"
        let named = self.names(token) && self.syntax.relation(token) != Deprel::Compound;
        let described = self.syntax.children(token).any(|i| self.syntax.relation(i) == Deprel::Compound && self.tag(i) == Tag::Noun);
        (named && described).then(|| (token, self.phrase(token)))
    }

    /// Whether a token is a name: a day or a month is none here.
    fn names(&self, token: usize) -> bool {
        let known = self.article.tokens().get(token);
        known.is_some_and(|t| t.tag.is_proper() && !t.has(Class::Weekday) && !t.has(Class::Month))
    }

    /// A noun phrase with the prepositions behind it: "the mayor of Ode in the north", up to the first clause, apposition or comma.
    #[must_use]
    pub fn long_phrase(&self, head: usize) -> Range<usize> {
        let short = self.phrase(head);
        let mut last = short.end;
        for child in self.syntax.children(head).filter(|i| *i >= short.end) {
            let reach = self.syntax.reach(child);
            let parted = reach.clone().any(|i| self.article.word(i) == "," || self.is_predicate(i));
            if self.syntax.relation(child) != Deprel::Preposition || parted {
                break;
            }
            last = reach.end;
        }
        short.start..last
    }
}
