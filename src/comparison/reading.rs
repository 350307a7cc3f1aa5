//! A claim made ready for comparison: its content words with the masked ones left out.

use rustc_hash::{FxHashMap, FxHashSet};

use super::Context;
use super::source::Source;
use super::surroundings::surroundings;
use crate::claim::{Claim, ClaimKind, Facet, Provenance};
use crate::lexicon::{Class, ConceptId, Lexicon};
use crate::parallel;
use crate::perceptron;
use crate::similarity::MOST_WORDS;
use crate::span::Span;
use crate::text::{Article, Tag, TokenKind, stem};

/// A content word of a claim.
#[derive(Debug, Clone)]
pub struct Term {
    /// Its token in the claim's own text; `None` for an inherited word.
    pub token: Option<usize>,
    /// The word in lower case.
    pub word: String,
    /// Its Snowball stem.
    pub stem: String,
    /// The hash of its stem: most words of two claims are told apart by it.
    pub(super) hash: u64,
    /// The number of its lemma among the related words, if it is one of them.
    pub id: Option<u32>,
    /// What it and its phrase stand for.
    pub concepts: Vec<ConceptId>,
    /// How much it tells: about one for a rare word of the story.
    pub weight: f64,
    /// Whether it is (part of) a name.
    pub name: bool,
}

impl Term {
    /// Whether both have one stem.
    #[must_use]
    pub fn is_form_of(&self, other: &Self) -> bool {
        self.hash == other.hash && self.stem == other.stem
    }
}

/// A claim made ready for comparison.
#[derive(Debug)]
pub struct Reading<'c> {
    /// The claim itself.
    pub claim: &'c Claim,
    /// The view of its text.
    pub article: Article<'c>,
    /// Its content words, masked ones left out; own ones first, inherited ones behind.
    pub terms: Vec<Term>,
    /// How many of `terms` stand in the claim's own words.
    pub own: usize,
    /// The content words that other claims of its document have in its sentence and that are not among `terms`.
    pub context: Vec<Term>,
    content: Vec<bool>,
    /// Which of `terms` stand in the subject phrase, in order.
    subject: Vec<usize>,
    source: Option<Source>,
    /// The words of an utterance in their order, masked ones left out, small ones kept; empty for what may be a translation.
    spoken: Vec<u64>,
}

/// The claims of one story made ready, each word weighed by how many of them have it.
///
/// ```
/// use corroborate::{Document, Reconciler, comparison, lexicon::Lexicon};
/// let report = Reconciler::default().reconcile(&[Document::new("herald", "The bridge in Velmouth was closed on Monday.")]);
/// let readings = comparison::readings(&report.claims, Lexicon::english());
/// assert!(readings[0].terms.iter().any(|term| term.stem == "bridg"));
/// ```
#[must_use]
pub fn readings<'c>(claims: &'c [Claim], lexicon: &Lexicon) -> Vec<Reading<'c>> {
    let articles = parallel::map(claims, |claim| claim.article(lexicon));
    let context = Context::of_articles(&articles.iter().collect::<Vec<_>>(), lexicon);
    let elsewhere = Elsewhere::of(claims.iter(), &context, lexicon);
    let cut = claims.iter().zip(articles).collect();
    let mut readings = parallel::map_owned(cut, |(claim, article)| Reading::over(claim, article, &elsewhere, &context, lexicon));
    let around = surroundings(&readings);
    readings.iter_mut().zip(around).for_each(|(reading, terms)| reading.context = terms);
    readings
}

/// What an inherited word weighs against the same word in the claim itself.
const INHERITED: f64 = 0.5;

/// The terms of words that a claim takes over from elsewhere. Many claims go back to one source, so each text is read once.
struct Elsewhere<'c>(FxHashMap<&'c str, Vec<Term>>);

impl<'c> Elsewhere<'c> {
    fn of(claims: impl Iterator<Item = &'c Claim>, context: &Context, lexicon: &Lexicon) -> Self {
        let texts: FxHashSet<&str> = claims.flat_map(|claim| inherited(claim).chain(resolved_subject(claim))).collect();
        let terms = parallel::map_owned(texts.into_iter().collect(), |text| {
            let article = Article::new(text, lexicon);
            let terms = scan(&article, &content(&article, lexicon), context, lexicon);
            (text, terms.into_iter().map(|term| Term { token: None, ..term }).collect())
        });
        Self(terms.into_iter().collect())
    }

    fn terms(&self, text: &str) -> &[Term] {
        self.0.get(text).map_or(&[], Vec::as_slice)
    }
}

impl<'c> Reading<'c> {
    /// Reads a claim by itself: what other claims say around it, [`readings`] knows.
    #[must_use]
    pub fn new(claim: &'c Claim, context: &Context, lexicon: &Lexicon) -> Self {
        let elsewhere = Elsewhere::of(std::iter::once(claim), context, lexicon);
        Self::over(claim, claim.article(lexicon), &elsewhere, context, lexicon)
    }

    fn over(claim: &'c Claim, article: Article<'c>, elsewhere: &Elsewhere<'_>, context: &Context, lexicon: &Lexicon) -> Self {
        let mut content = content(&article, lexicon);
        // "I did that": of words that somebody spoke the small ones tell, where there are no others
        if claim.kind == ClaimKind::Utterance && !content.contains(&true) {
            content = (0..content.len()).map(|i| article.tokens()[i].kind == TokenKind::Word && !is_value(&article, i, lexicon)).collect();
        }
        let mut terms = scan(&article, &content, context, lexicon);
        let own = terms.len();
        for term in inherited(claim).flat_map(|text| elsewhere.terms(text)) {
            if !terms.iter().any(|t| t.is_form_of(term)) {
                terms.push(Term { weight: term.weight * INHERITED, ..term.clone() });
            }
        }
        let source = Source::of(claim, lexicon);
        let spoken = spoken(claim, &article, lexicon);
        let mut reading = Self { claim, article, terms, own, content, context: Vec::new(), subject: Vec::new(), source, spoken };
        reading.subject = reading.subject_terms(elsewhere);
        reading
    }

    /// Whether a token of the claim carries content that is not masked.
    #[must_use]
    pub fn is_content(&self, token: usize) -> bool {
        self.content.get(token).copied().unwrap_or(false)
    }

    /// The tokens of the claim that lie in a span of its document: the first, and one past the last; `None` where there are none.
    #[must_use]
    pub fn tokens_at(&self, span: Span) -> Option<(usize, usize)> {
        let start = self.claim.span.start;
        let (first, last) = self.article.tokens_in(Span::new(span.start.checked_sub(start)?, span.end.checked_sub(start)?));
        (first < last).then_some((first, last))
    }

    /// Which of its own terms stand in a span of its document.
    fn terms_at(&self, span: Option<Span>) -> impl Iterator<Item = usize> {
        let (first, last) = span.and_then(|span| self.tokens_at(span)).unwrap_or_default();
        (0..self.own).filter(move |&i| self.terms[i].token.is_some_and(|t| (first..last).contains(&t)))
    }

    /// Which terms stand in its subject phrase; of words that its sentence lends it or that tell whom a pronoun means, those of their
    /// form.
    fn subject_terms(&self, elsewhere: &Elsewhere<'_>) -> Vec<usize> {
        let Some(subject) = self.claim.slot.get(Facet::Subject) else { return Vec::new() };
        match resolved_subject(self.claim) {
            Some(text) => (0..self.terms.len()).filter(|&i| elsewhere.terms(text).iter().any(|t| t.is_form_of(&self.terms[i]))).collect(),
            None => self.terms_at(subject.span).collect(),
        }
    }

    /// How many words its text has.
    #[must_use]
    pub fn words(&self) -> usize {
        self.article.tokens().iter().filter(|t| matches!(t.kind, TokenKind::Word | TokenKind::Number)).count()
    }

    /// The words in lower case without punctuation, for telling the same words from others.
    #[must_use]
    pub fn plain(&self) -> String {
        let tokens = self.article.tokens();
        let words = (0..tokens.len()).filter(|&i| matches!(tokens[i].kind, TokenKind::Word | TokenKind::Number));
        itertools::Itertools::join(&mut words.map(|i| self.article.lower(i)), " ")
    }

    /// The places that the claim names, under the keys of its terms ("United States" for "US").
    #[must_use]
    pub fn places(&self) -> Vec<&str> {
        let place = self.claim.slot.get(Facet::Place).and_then(|place| place.span);
        self.terms_at(place).map(|i| &self.terms[i]).filter(|t| t.name).map(|t| t.word.as_str()).collect()
    }

    /// Who is named as its source.
    pub(super) fn source(&self) -> Option<&Source> {
        self.source.as_ref()
    }

    /// The words that somebody spoke, in order; empty where another outlet's words for them may be another translation.
    pub(super) fn spoken(&self) -> &[u64] {
        &self.spoken
    }

    /// The terms of its subject phrase.
    pub(super) fn subject(&self) -> impl Iterator<Item = &Term> {
        self.subject.iter().map(|&i| &self.terms[i])
    }

    /// Which of its own terms name somebody or something in its subject phrase; of a passage, which knows no phrases, before its first
    /// verb.
    pub(crate) fn names_in_subject(&self) -> Vec<usize> {
        let verb = || (0..self.article.tokens().len()).find(|&i| self.article.tokens()[i].tag.is_finite());
        let first = if self.subject.is_empty() { verb() } else { None };
        let before = |i: usize| first.is_some_and(|verb| self.terms[i].token.is_some_and(|t| t < verb));
        (0..self.own).filter(|&i| self.terms[i].name && (self.subject.contains(&i) || before(i))).collect()
    }

    /// Whether all that it tells is that somebody said something to somebody: "Bell told the council on Monday". What was said is told by
    /// claims of its own, and this is their setting.
    #[must_use]
    pub fn is_frame(&self) -> bool {
        let predicate = self.claim.slot.get(Facet::Predicate).and_then(|filler| self.tokens_at(filler.span?));
        let plain = predicate.is_some_and(|(first, _)| self.article.tokens()[first].has(Class::PlainSaying));
        plain && self.claim.kind == ClaimKind::Statement && self.claim.attribution.is_empty()
    }

    /// Which of its terms say to whom or what it is done, be it stated or lent by the sentence.
    pub(crate) fn object(&self) -> Vec<usize> {
        let Some(object) = self.claim.slot.get(Facet::Object) else { return Vec::new() };
        let stated: Vec<usize> = self.terms_at(object.span).collect();
        if !stated.is_empty() {
            return stated;
        }
        let lent: Vec<String> = object.text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase).collect();
        (self.own..self.terms.len()).filter(|&i| lent.contains(&self.terms[i].word)).collect()
    }

    /// The sum of the weights of its words.
    #[must_use]
    pub fn mass(&self) -> f64 {
        self.terms.iter().map(|t| t.weight).sum()
    }
}

/// The texts that a claim takes words over from: of its sentence, its antecedents and its source.
fn inherited(claim: &Claim) -> impl Iterator<Item = &str> {
    let taken = |facet: &Facet| matches!(facet, Facet::Subject | Facet::Object | Facet::Predicate | Facet::Occasion | Facet::Source);
    claim
        .slot
        .iter()
        .filter(|_| claim.kind != ClaimKind::Utterance)
        .filter(move |(facet, filler)| taken(facet) && (filler.from == Provenance::Inherited || *facet == Facet::Source))
        .map(|(_, filler)| filler.text.as_str())
}

/// The words of a claim's subject where they are not what stands at its place: inherited, or whom a pronoun means.
fn resolved_subject(claim: &Claim) -> Option<&str> {
    let subject = claim.slot.get(Facet::Subject)?;
    let own = |span: Span| span.start.checked_sub(claim.span.start).zip(span.end.checked_sub(claim.span.start));
    let stands = subject.span.and_then(own).is_some_and(|(start, end)| Span::new(start, end).slice(&claim.text) == subject.text);
    (subject.from == Provenance::Inherited || !stands).then_some(subject.text.as_str())
}

/// Whether the words of a claim's source may be a translation, for it speaks for a country of another language.
pub(crate) fn may_be_translated(claim: &Claim, lexicon: &Lexicon) -> bool {
    claim.source().and_then(|s| s.country.as_deref()).is_some_and(|country| !lexicon.names().speaks_this_language(country))
}

/// The words of an utterance in this language, as spoken: contracted or written out, with what is value left out.
fn spoken(claim: &Claim, article: &Article<'_>, lexicon: &Lexicon) -> Vec<u64> {
    if claim.kind != ClaimKind::Utterance || may_be_translated(claim, lexicon) {
        return Vec::new();
    }
    let words = (0..article.tokens().len()).filter(|&i| article.tokens()[i].kind == TokenKind::Word && !is_value(article, i, lexicon));
    words.take(MOST_WORDS).map(|i| perceptron::hash(stem(article.lower(i)).as_bytes())).collect()
}

/// Which tokens carry content.
fn content(article: &Article<'_>, lexicon: &Lexicon) -> Vec<bool> {
    (0..article.tokens().len()).map(|i| is_content(article, i, lexicon)).collect()
}

/// The terms of a text, names of countries and their seats under one key ("Moscow", "the Kremlin", "Russian").
fn scan(article: &Article<'_>, content: &[bool], context: &Context, lexicon: &Lexicon) -> Vec<Term> {
    let mut terms = Vec::with_capacity(content.iter().filter(|c| **c).count());
    let mut index = 0;
    while index < content.len() {
        if let Some((length, name)) = country(article, index, lexicon) {
            let key = name.to_lowercase();
            let weight = context.weight(&key);
            let hash = perceptron::hash(key.as_bytes());
            terms.push(Term { token: Some(index), id: None, concepts: Vec::new(), weight, stem: key.clone(), hash, word: key, name: true });
            index += length;
            continue;
        }
        if content[index] {
            terms.push(term(article, index, context, lexicon));
        }
        index += 1;
    }
    terms
}

/// The country that a token begins to name, by itself or by its seat: how many tokens, and its name.
fn country<'l>(article: &Article<'_>, index: usize, lexicon: &'l Lexicon) -> Option<(usize, &'l str)> {
    if !article.is_capital(index) {
        return None;
    }
    let (names, words) = (lexicon.names(), article.lowers(index, index + NAME_REACH));
    let country = names.country(words.clone()).map(|(length, name, _)| (length, name));
    country.or_else(|| names.metonym(words))
}

fn term(article: &Article<'_>, index: usize, context: &Context, lexicon: &Lexicon) -> Term {
    let word = article.lower(index);
    let known = context.word(word, lexicon);
    let lemma = |i: usize| if i == index { known.lemma.as_str() } else { lexicon.lemma(article.lower(i)) };
    Term {
        token: Some(index),
        word: word.to_owned(),
        stem: known.stem.clone(),
        hash: known.hash,
        id: known.id,
        concepts: lexicon.concepts().of(index, lemma),
        weight: known.weight,
        name: article.tokens()[index].tag.is_proper(),
    }
}

/// The longest name of a country has four words.
const NAME_REACH: usize = 5;

/// Words that carry content and are no value.
fn is_content(article: &Article<'_>, index: usize, lexicon: &Lexicon) -> bool {
    let token = &article.tokens()[index];
    token.kind == TokenKind::Word && !token.has(Class::Stop) && !token.has(Class::Pronoun) && !is_value(article, index, lexicon)
}

/// What the second question reads, and the first one must not: figures, dates, negators, modals, aspect and hedges.
fn is_value(article: &Article<'_>, index: usize, lexicon: &Lexicon) -> bool {
    const MASKED: [Class; 5] = [Class::Negator, Class::Modal, Class::Auxiliary, Class::Weekday, Class::Masked];
    let (token, word) = (&article.tokens()[index], article.lower(index));
    // "march" in small letters is no month
    let month = token.has(Class::Month) && (word != "march" || article.is_capital(index));
    month || token.tag == Tag::Cardinal || MASKED.iter().any(|class| token.has(*class)) || lexicon.quantity().number(word).is_some()
}
