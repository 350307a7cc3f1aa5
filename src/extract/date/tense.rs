//! Whether a clause speaks of the past or of the future.

use crate::lexicon::Class;
use crate::text::{Article, Sentence, Tag, TokenKind};

/// The time that a clause speaks of, as far as its verb shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Future,
    Unknown,
}

/// How far from an expression its verb is looked for.
const REACH: usize = 25;

/// The tense of the verb that the tokens from `first` up to `last` stand with: the nearest before them, or the first behind them
/// where they open their clause.
pub(super) fn around(article: &Article<'_>, sentence: &Sentence, first: usize, last: usize) -> Tense {
    let start = sentence.first.max(first.saturating_sub(REACH));
    let led = |class| article.tokens().get(first.wrapping_sub(1)).is_some_and(|token| token.has(class));
    if led(Class::LooksBack) {
        return Tense::Past;
    }
    // "until Friday", "as soon as Tuesday"
    if led(Class::LooksAhead) {
        return Tense::Future;
    }
    let before = || clause(article, start, (start..first).rev());
    let behind = || clause(article, start, last..sentence.last.min(last + REACH));
    // "Friday's vote": what is named so has mostly been
    if article.lower(last) == "'s" {
        return before().filter(|t| *t == Tense::Past).unwrap_or(Tense::Unknown);
    }
    let tense = if opens_clause(article, start, first) { behind().or_else(before) } else { before().or_else(behind) };
    tense.unwrap_or(Tense::Unknown)
}

/// The tense that the first telling verb of these words shows.
fn clause(article: &Article<'_>, start: usize, words: impl Iterator<Item = usize>) -> Option<Tense> {
    let mut infinitive = false;
    for index in words {
        match of_word(article, start, index) {
            Some(TenseSign::Infinitive) => infinitive = true,
            // "celebrations were held to mark", but "agreed to meet"
            Some(TenseSign::Intent) if infinitive => return Some(Tense::Future),
            Some(TenseSign::Past | TenseSign::Intent) => return Some(Tense::Past),
            Some(TenseSign::Future) => return Some(Tense::Future),
            None => {}
        }
    }
    infinitive.then_some(Tense::Future)
}

/// Whether only a preposition or an article stands between these tokens and the beginning of their clause.
fn opens_clause(article: &Article<'_>, start: usize, first: usize) -> bool {
    let lead = |index: &usize| article.tokens()[*index].has(Class::Preposition) || article.tokens()[*index].has(Class::Determiner);
    let opener = (start..first).rev().find(|index| !lead(index));
    opener.is_some_and(|index| {
        let token = &article.tokens()[index];
        token.has(Class::Conjunction) || token.has(Class::Subordinator) || matches!(token.kind, TokenKind::Colon | TokenKind::Quote)
    })
}

/// What one word says of the tense of its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TenseSign {
    Past,
    Future,
    /// "to meet": as its governing verb has it
    Infinitive,
    /// "agreed": past, but what was agreed lies ahead
    Intent,
}

fn of_word(article: &Article<'_>, start: usize, index: usize) -> Option<TenseSign> {
    let (word, token) = (article.lower(index), &article.tokens()[index]);
    let (intends, looks_ahead) = (token.has(Class::Intent), token.has(Class::Prospect));
    match token.tag {
        Tag::Modal if word == "could" => Some(TenseSign::Past),
        Tag::Modal => Some(TenseSign::Future),
        // "set to leave", but "set aside"
        Tag::VerbPast | Tag::VerbParticiple if word == "set" && !matches!(article.lower(index + 1), "to" | "for") => Some(TenseSign::Past),
        // "protesters planned to march"
        Tag::VerbPast if word == "planned" && article.lower(index + 1) == "to" => Some(TenseSign::Intent),
        // "as previously planned"
        Tag::VerbPast | Tag::VerbParticiple if word == "planned" && matches!(article.lower(index.wrapping_sub(1)), "as" | "previously") => {
            None
        }
        // "it had been scheduled to expire": no longer ahead
        _ if looks_ahead && follows_had(article, start, index) => Some(TenseSign::Past),
        Tag::VerbPast | Tag::VerbParticiple if looks_ahead => Some(TenseSign::Future),
        // "were planning to meet"
        Tag::VerbGerund if intends => Some(TenseSign::Intent),
        Tag::VerbPast if intends => Some(TenseSign::Intent),
        Tag::VerbPast => Some(TenseSign::Past),
        // "held Monday", but "will be held Monday" and "has held" turn on their auxiliary
        Tag::VerbParticiple => {
            (!follows_auxiliary(article, start, index)).then_some(if intends { TenseSign::Intent } else { TenseSign::Past })
        }
        Tag::Verb => (article.tokens().get(index.wrapping_sub(1))?.tag == Tag::To).then_some(TenseSign::Infinitive),
        Tag::VerbThird | Tag::VerbPresent => match word {
            "has" | "have" | "'s" | "'ve" | "had" => Some(TenseSign::Past),
            _ if token.has(Class::Timeless) => None,
            _ => Some(TenseSign::Future),
        },
        _ if looks_ahead => Some(TenseSign::Future),
        _ => None,
    }
}

/// Whether it stands behind "had been".
fn follows_had(article: &Article<'_>, start: usize, index: usize) -> bool {
    let mut before = (start..index).rev().filter(|i| article.tokens()[*i].tag != Tag::Adverb).map(|i| article.lower(i));
    before.next() == Some("been") && before.next() == Some("had")
}

fn follows_auxiliary(article: &Article<'_>, start: usize, index: usize) -> bool {
    let before = (start..index).rev().find(|i| article.tokens()[*i].tag != Tag::Adverb);
    before.is_some_and(|i| article.tokens()[i].has(Class::Auxiliary))
}

#[cfg(test)]
mod tests {
    use crate::extract::date::table;

    #[test]
    fn a_weekday_by_its_verb() {
        table(&[
            ("The mayor spoke on Friday.", &[("Friday", "2025-03-07")]),
            ("The mayor will speak on Friday.", &[("Friday", "2025-03-14")]),
            ("The mayor agreed to speak on Friday.", &[("Friday", "2025-03-14")]),
            ("A service was held to mark the day on Friday.", &[("Friday", "2025-03-07")]),
            ("On Friday, the mayor is to speak.", &[("Friday", "2025-03-14")]),
            ("She said on Friday that she would resign.", &[("Friday", "2025-03-07")]),
            ("Friday's vote was close.", &[("Friday", "2025-03-07")]),
            ("The mayor speaks on Wednesday.", &[("Wednesday", "2025-03-12")]),
            ("On Friday they planned to march.", &[("Friday", "2025-03-07")]),
            ("They planned to march on Friday.", &[("Friday", "2025-03-14")]),
            ("They were planning to march on Friday.", &[("Friday", "2025-03-14")]),
            ("The offer had been due to expire on Friday.", &[("Friday", "2025-03-07")]),
            ("The march began as planned on Friday.", &[("Friday", "2025-03-07")]),
        ]);
    }

    #[test]
    fn a_month_or_day_by_its_verb() {
        table(&[
            ("The drills began on Feb. 10 and will end on March 20.", &[("Feb. 10", "2025-02-10"), ("March 20", "2025-03-20")]),
            ("He was elected in November.", &[("November", "2024-11")]),
            ("He will stand again in November.", &[("November", "2025-11")]),
            ("The lease runs until June.", &[("June", "2025-06")]),
            ("Since January nobody came.", &[("January", "2025-01")]),
        ]);
    }
}
