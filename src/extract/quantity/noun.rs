//! The noun that is counted or measured.

use super::figure::WrittenAmount;
use super::numeral::Style;
use super::reader::QuantityReader;
use crate::lexicon::{Class, NumberContext, Unit};
use crate::span::Span;
use crate::text::{Tag, TokenKind};

/// How many pieces a noun is looked for behind or before its number; longer noun phrases are rare, and the scan stays linear.
const REACH: usize = 12;

/// A noun with the nouns that modify it: "heart transplants" is one, "Russian troops" is "troops". Its last word is the head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Noun {
    pub first: usize,
    pub last: usize,
}

/// The figures of the sentence that were read before: the pieces they take, and their nouns.
#[derive(Clone, Copy, Debug)]
pub(super) struct Taken {
    pub first: usize,
    pub last: usize,
}

impl QuantityReader<'_> {
    /// What an amount that ends before `last` counts or measures: the noun it stands before ("40 troops", "60% of its revenue",
    /// "a $7 million award"), or, for a measure, what it is said of ("shares fell 5 percent"). `referred` is the noun of the figure
    /// that this one converts or adds to.
    pub fn noun_of(&self, figure: &WrittenAmount<'_>, last: usize, referred: Option<Noun>, taken: &[Taken]) -> Option<Noun> {
        let behind = self.noun_behind(figure, last);
        if behind.is_some() || self.is_subject(figure.first, last) {
            return behind;
        }
        let moved = figure.style == Style::Share && self.lower_back(figure.first, 1) == "by";
        if figure.unit.is_none() && !moved {
            // "the index fell 0.4 percent to 13,176"
            return referred.filter(|_| matches!(self.lower_back(figure.first, 1), "to" | "at"));
        }
        let lasts = figure.is_in("time") || figure.is_in("multiple");
        if figure.is_in("time") && self.is_when(figure.first, last) {
            return referred;
        }
        // a hedge that opens the sentence may look like a name: "Roughly 45 acres"
        let first = self.hedge_before(figure.first).map_or(figure.first, |(at, _)| at);
        let first = if figure.is_in("money") { self.before_price(first) } else { first };
        referred.or_else(|| if lasts { self.subject_before(first, taken) } else { self.noun_before(first, taken) })
    }

    /// "cost" and "costs" between a noun and its price are a verb, also where they are taken for a noun: "the canal cost $4 billion".
    fn before_price(&self, first: usize) -> usize {
        let at = first.saturating_sub(usize::from(matches!(self.lower_back(first, 1), "from" | "between")));
        let verb = matches!(self.lower_back(at, 1), "cost" | "costs") && at > 1 && self.tag(at - 2).is_noun();
        if verb { at - 1 } else { first }
    }

    /// The subject of the clause, of which a length of time or a number of times is said: "the hunt will take place over five weeks".
    fn subject_before(&self, first: usize, taken: &[Taken]) -> Option<Noun> {
        let finite = (first.saturating_sub(REACH)..first).rev().find(|at| self.tag(*at).is_finite());
        let subject = finite.and_then(|verb| self.noun_before(verb + 1, taken));
        subject.or_else(|| self.noun_before(first, taken))
    }

    /// Whether the amount is itself what a verb behind it speaks of: "40 percent chose Bell".
    fn is_subject(&self, first: usize, last: usize) -> bool {
        let from = self.hedge_before(first).map_or(first, |(at, _)| at);
        let verb = if self.tag(last).is_adverb() { last + 1 } else { last };
        self.tag(verb).is_finite() && self.kind(verb) == Some(TokenKind::Word) && self.tag(from.wrapping_sub(1)) != Tag::Preposition
    }

    /// Whether a length of time says when, and so nothing of a noun: "two weeks ago", "in the first 100 days"; not "lasted 30 days",
    /// "has worked for ten years".
    fn is_when(&self, first: usize, last: usize) -> bool {
        let leads = |at: usize| {
            let tag = self.tag(at);
            matches!(tag, Tag::Determiner | Tag::PossessivePronoun)
                || tag.is_adjective()
                || tag.is_adverb()
                || self.lower(at) == "of"
                || self.says(at, NumberContext::Lead)
        };
        let from = self.hedge_before(first).map_or(first, |(at, _)| at);
        let steps = (1..=from.min(5)).take_while(|back| leads(from - back)).count();
        let opener = self.lower_back(from, steps + 1);
        matches!(self.lower(last), "ago" | "earlier" | "later" | "before" | "after" | "from")
            || matches!(opener, "in" | "within" | "during" | "throughout" | "into" | "until" | "after" | "before" | "than" | "as" | "to")
            || steps > 0 && matches!(opener, "for" | "over")
    }

    /// Whether the noun phrase that is counted goes on with a plural that looks like a verb: "one of the campaign surrogates".
    fn with_plural(&self, figure: &WrittenAmount<'_>, noun: Noun) -> Noun {
        let many = figure.unit.is_none() && (figure.low > 1.0 || self.lower(figure.last) == "of");
        let plural = self.tag(noun.last - 1) == Tag::Noun && self.tag(noun.last) == Tag::VerbThird && self.lower(noun.last).len() > 3;
        if many && plural { Noun { last: noun.last + 1, ..noun } } else { noun }
    }

    /// The head of the noun phrase that begins behind the amount; it may be "of" something, and money "in" something.
    fn noun_behind(&self, figure: &WrittenAmount<'_>, last: usize) -> Option<Noun> {
        if figure.unit.is_none()
            && let Some(word) = self.shared_compound(figure.number_last)
        {
            return self.compounded(word);
        }
        if self.is_hyphen(last) {
            return self.compounded(last + 1);
        }
        let last = self.past_bracket(last);
        let share = matches!(figure.style, Style::Share);
        let at = match self.lower(last) {
            "of" => self.skip_determiners(last + 1),
            "in" if figure.is_in("money") && self.is_bare_noun(last + 1) => last + 1,
            "for" if figure.unit.is_some() && !figure.is_in("time") && self.is_bare_noun(last + 1) => last + 1,
            "more" | "other" | "additional" => last + 1,
            _ if share => self.skip_determiners(last),
            _ => last,
        };
        let noun = self.with_plural(figure, self.phrase_head(at)?);
        // a row of names with their figures: "Stoxx 50 -1.3% FTSE -0.6%"
        let next_name =
            figure.unit.is_some() && at == last && self.tag(noun.first).is_proper() && self.tag(figure.first.wrapping_sub(1)).is_proper();
        if next_name {
            return None;
        }
        let single = figure.unit.is_none() && figure.low > 1.0 && at == last && self.tag(noun.last - 1) == Tag::Noun;
        Some(if single { Noun { last: noun.first + 1, ..noun } } else { noun })
    }

    /// What one of several is one of: the "officials" of "one of the officials".
    pub fn noun_counted(&self, figure: &WrittenAmount<'_>) -> Option<Noun> {
        self.phrase_head(self.skip_determiners(figure.last + 1)).map(|noun| self.with_plural(figure, noun))
    }

    /// Behind a conversion in brackets, or behind the bracket that a conversion stands in: "450 Nm (332 lb-ft) of torque".
    fn past_bracket(&self, last: usize) -> usize {
        let opens = self.lower(last) == "(" && self.figure(last + 1).is_some();
        let closing = (last..last + REACH).find(|at| self.lower(*at) == ")").filter(|at| opens || *at == last);
        closing.filter(|at| matches!(self.lower(at + 1), "of" | "in" | "for")).map_or(last, |at| at + 1)
    }

    /// "10-page": the word behind the hyphen is what is counted; "two-sided" counts nothing.
    fn compounded(&self, at: usize) -> Option<Noun> {
        let participle = |word: &str| word.len() > 3 && word.ends_with("ed") && !word.ends_with("eed");
        let piece = self.piece(at).filter(|p| p.is_word() && p.glued && !participle(p.lower) && p.lower.len() > 2)?;
        let loose = piece.token != self.pieces[at - 1].token && !self.tag(at).is_noun();
        (!loose).then_some(Noun { first: at, last: at + 1 })
    }

    fn is_bare_noun(&self, at: usize) -> bool {
        matches!(self.tag(at), Tag::Noun | Tag::NounPlural | Tag::Adjective) && !self.is_time(at)
    }

    fn skip_determiners(&self, at: usize) -> usize {
        let determiner = |i: &usize| matches!(self.tag(*i), Tag::Determiner | Tag::PossessivePronoun | Tag::Predeterminer);
        at + (at..at + 3).take_while(|i| self.kind(*i) == Some(TokenKind::Word) && determiner(i)).count()
    }

    /// The head of a noun phrase from here on: modifiers are passed over, the last run of nouns is the head with what modifies it.
    pub fn phrase_head(&self, at: usize) -> Option<Noun> {
        let mut noun: Option<Noun> = None;
        let mut i = at;
        while i < at + REACH {
            if noun.is_none()
                && let Some(last) = self.measured_modifier(i).or_else(|| self.model(i))
            {
                i = last;
                continue;
            }
            if self.tag(i) == Tag::Possessive {
                noun = None;
            } else if self.is_head(i) {
                let first = noun.filter(|n| n.last == i || self.glued(i) && n.last + 1 == i).map_or(i, |n| n.first);
                noun = Some(Noun { first, last: i + 1 });
            } else if !self.is_modifier(i, noun.is_some()) {
                break;
            }
            i += 1;
        }
        noun
    }

    /// A noun that can be counted: no weekday, no month, no "last year".
    fn is_head(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|p| p.is_word() && p.text.len() > 1) && self.tag(at).is_noun() && !self.is_time(at)
    }

    /// A noun that something can be said of: no percentage, no "total of" or "record" that only leads to the number.
    fn is_topic(&self, at: usize) -> bool {
        let measure = |(last, unit): (usize, &Unit)| last == at + 1 && &*unit.dimension == "share";
        self.is_head(at) && !self.says(at, NumberContext::Lead) && !self.unit_words(at).is_some_and(measure)
    }

    /// The tag of the next token, past the other pieces of a compound.
    fn next_tag(&self, at: usize) -> Tag {
        let token = self.piece(at).map(|p| p.token);
        (at + 1..at + 5).find(|i| self.piece(*i).map(|p| p.token) != token).map_or(Tag::Mark, |i| self.tag(i))
    }

    /// "250ml bottles", "9 liter cases": the piece behind a measure that modifies what is counted.
    fn measured_modifier(&self, at: usize) -> Option<usize> {
        self.piece(at)?.digits?;
        self.measure(at + 1).map(|measure| measure.last)
    }

    /// "F-16 jets", "MiG-29 fighters": the piece behind the name of a model.
    fn model(&self, at: usize) -> Option<usize> {
        let named = self.piece(at)?.is_capital() && self.is_hyphen(at + 1) && self.glued(at + 2);
        (named && self.piece(at + 2)?.digits.is_some()).then_some(at + 3)
    }

    /// What may stand inside a noun phrase besides its nouns.
    fn is_modifier(&self, at: usize, after_noun: bool) -> bool {
        let Some(piece) = self.piece(at) else { return false };
        if piece.kind == TokenKind::Dash {
            return piece.glued && self.glued(at + 1);
        }
        if piece.digits.is_some() {
            // a number in a name: "Model 3 sedans"
            return after_noun && self.before(at).is_some_and(|p| p.is_capital()) && self.tag(at + 1).is_noun();
        }
        let next = self.next_tag(at);
        let tag = self.tag(at);
        let joins = tag == Tag::Conjunction
            && (self.tag(at - 1).is_adjective() && next.is_adjective()
                || self.tag(at - 1).is_proper() && next.is_proper() && self.tag(at + 2).is_noun());
        let describes = tag.is_adjective()
            || matches!(tag, Tag::VerbParticiple | Tag::VerbGerund) && (next.is_noun() || next.is_adjective())
            || tag.is_adverb() && (next.is_adjective() || next == Tag::VerbParticiple);
        // "the three GOP presidential contenders"
        let behind_name = tag.is_adjective() && self.tag(at - 1).is_proper() && next.is_noun();
        let letter = after_noun && piece.text.len() == 1 && piece.is_capital() && self.tag(at - 1).is_proper();
        piece.is_word() && (letter || joins || !after_noun && describes || after_noun && behind_name)
    }

    /// A weekday, a month or a length of time: said of a number, not counted by it ("5 percent last year").
    fn is_time(&self, at: usize) -> bool {
        let month = self.piece(at).is_some_and(|p| p.is_capital()) && self.has(at, Class::Month);
        let unit = || self.unit_words(at).is_some_and(|(last, unit)| last == at + 1 && &*unit.dimension == "time" && &*unit.name != "time");
        self.has(at, Class::Weekday) || month || unit()
    }

    /// The head of the noun phrase that the amount is said of, before it: "The price of gold is $5" is about the price.
    pub fn noun_before(&self, first: usize, taken: &[Taken]) -> Option<Noun> {
        let mut at = first;
        let mut predicate = false;
        for _ in 0..2 * REACH {
            at = at.checked_sub(1)?;
            if let Some(figure) = taken.iter().rev().find(|t| t.first <= at && at < t.last) {
                at = figure.first;
                continue;
            }
            if self.is_topic(at) {
                return Some(self.climb(self.run_of_nouns(at), predicate));
            }
            let tag = self.tag(at);
            if predicate
                && self.kind(at) == Some(TokenKind::Comma)
                && let Some(opening) = self.comma_before(at)
            {
                at = opening;
                continue;
            }
            predicate = !tag.is_wh() && (predicate || tag.is_verb());
            let ends = matches!(self.kind(at), Some(TokenKind::Stop | TokenKind::Quote))
                || self.lower(at) == ";"
                || self.lower(at) == ":" && at + 2 < first;
            if ends {
                return None;
            }
        }
        None
    }

    /// The comma that opens the remark which ends at this one: "debt, excluding that of banks, was".
    fn comma_before(&self, at: usize) -> Option<usize> {
        (at.saturating_sub(REACH)..at).rev().find(|i| self.kind(*i) == Some(TokenKind::Comma))
    }

    /// From "gold" to "the price of gold". Before a verb the other prepositions lead to the head of its subject as well.
    fn climb(&self, noun: Noun, predicate: bool) -> Noun {
        let mut noun = noun;
        for _ in 0..3 {
            let before = self.start_of_phrase(noun.first);
            let joint = self.lower_back(before, 1);
            let leads = joint == "of" || predicate && matches!(joint, "at" | "in" | "across" | "for" | "from" | "on" | "by");
            if !leads || before < 2 || !self.is_head(before - 2) {
                break;
            }
            noun = self.run_of_nouns(before - 2);
        }
        noun
    }

    /// The run of nouns that ends at this piece, without the names before a common noun; a compound is kept whole.
    fn run_of_nouns(&self, at: usize) -> Noun {
        let proper = self.tag(at).is_proper();
        let mut first = at;
        while first > 0 && at - first < REACH {
            let same_word = self.pieces[first - 1].token == self.pieces[first].token;
            let noun = self.is_head(first - 1) && self.tag(first - 1).is_proper() == proper;
            if !same_word && !noun {
                break;
            }
            first -= 1;
        }
        Noun { first, last: at + 1 }
    }

    /// Where the noun phrase whose nouns begin here opens, with its adjectives, names and determiner.
    pub fn start_of_phrase(&self, first: usize) -> usize {
        let inside = |at: usize| {
            let tag = self.tag(at);
            tag.is_noun() || tag.is_adjective() || matches!(tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Possessive | Tag::Cardinal)
        };
        let steps = (1..=first.min(REACH)).take_while(|back| inside(first - back)).count();
        first - steps
    }

    /// Whether nothing but a joint stands between the figure that ended at `last` and the one that begins at `first`, so that both
    /// speak of one thing: "60%, or $30 billion", "162 points (2%)", "rose 7 percent to 47 yuan", "0 to 62 mph in 7 seconds".
    pub fn refers(&self, last: usize, first: usize) -> bool {
        let joint = |at: usize| {
            matches!(self.lower(at), "," | ";" | "(" | ")" | "or" | "and" | "/" | "to" | "in" | "from" | "up" | "down" | "at" | "a" | "an")
        };
        last < first && first - last <= 3 && (last..first).all(joint)
    }

    /// Whether only what joins a list stands between two figures: "100, 200 or 250".
    pub fn is_list(&self, last: usize, first: usize) -> bool {
        last < first && first - last <= 2 && (last..first).all(|at| matches!(self.lower(at), "," | "or" | "and"))
    }

    /// The noun with the rest of the words it begins or ends in: "e-minis".
    pub fn whole_words(&self, noun: Noun) -> Noun {
        let same = |a: usize, b: usize| self.piece(b).is_some_and(|p| self.pieces[a].token == p.token && p.glued);
        let last = (noun.last..noun.last + 4).find(|i| !same(noun.last - 1, *i)).unwrap_or(noun.last);
        Noun { last, ..noun }
    }

    /// The span of a run of pieces.
    pub fn span(&self, first: usize, last: usize) -> Span {
        match (self.piece(first), self.piece(last.wrapping_sub(1))) {
            (Some(first), Some(last)) => first.span.hull(last.span),
            _ => Span::default(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn what_is_counted() {
        check(&[
            ("adjective", "100,000 Russian troops have gathered.", "100000: troops"),
            ("compound", "They did 700 heart transplants.", "700: heart transplants"),
            ("page", "She wrote a 10-page report.", "10: page"),
            ("list", "Perhaps 100, 200 or 250 refugees came.", "~100: refugees, 200: refugees, 250: refugees"),
            ("measured in between", "They filled eight million 250ml bottles.", "8000000: bottles, 250 [millilitre]: bottles"),
            ("one of", "He was one of the most gifted painters.", "1: painters"),
            ("nothing counted", "At least 12 were killed.", ">=12"),
        ]);
    }

    #[test]
    fn what_is_measured() {
        check(&[
            ("of", "They keep 60% of their profits.", "60 [percent]: profits"),
            ("right behind", "She won a $7 million award.", "7000000 [US dollar]: award"),
            ("subject", "The company's shares fell 5 percent.", "v5 [percent]: shares"),
            ("head of the subject", "The price of gold was $5.", "5 [US dollar]: price"),
            ("over a remark", "Rents, unlike wages, rose 5 percent.", "^5 [percent]: Rents"),
            ("the amount is the subject", "Of the two, 40 percent chose Bell.", "40 [percent]"),
            ("one thing, two measures", "The index lost 162 points, or 2%.", "v162 [point]: index, 2 [percent]: index"),
            ("a time when", "The bridge closed two weeks ago.", "2 [week]"),
        ]);
    }
}
