//! The title before a person's name and the description behind it.

use std::ops::Range;

use super::{MentionKind, Name};
use crate::lexicon::Class;
use crate::text::{Article, Tag, Token, TokenKind};

/// How many words a title may have; longer ones are seldom one phrase.
const TITLE_LENGTH: usize = 9;
/// How many words a description behind the name may have.
const DESCRIPTION_LENGTH: usize = 16;

/// The tokens of the title or description that stands beside a person's name; `following` are the names behind it in the text.
pub(super) fn beside(article: &Article<'_>, name: &Name, following: &[Name]) -> Option<Range<usize>> {
    // in "a talk with Dunn, Mayor Ann Bell said" the office is the next one's
    let anothers = |title: &Range<usize>| {
        let mut inside = following.iter().take_while(|n| n.first < title.end).filter(|n| n.kind == MentionKind::Person);
        inside.any(|n| before(article, n.first).is_some_and(|t| t.start <= title.start))
    };
    let behind = || behind(article, name.last).filter(|title| !anothers(title));
    before(article, name.first).or_else(|| before_comma(article, name.first, name.last)).or_else(behind)
}

/// "Foreign Minister Carl Dunn", "Mr. Dunn", "former Swedish diplomat Carl Dunn".
fn before(article: &Article<'_>, name: usize) -> Option<Range<usize>> {
    let adjacent = article.tokens()[name.checked_sub(1).filter(|at| *at >= sentence_start(article, name))?];
    let first = if adjacent.has(Class::Honorific) && !adjacent.has(Class::Role) {
        office_before(article, name - 1).unwrap_or_else(|| honorifics_start(article, name))
    } else {
        small_nouns_left_out(article, phrase_start(article, name), name)
    };
    (first..name).any(|i| is_office(&article.tokens()[i])).then_some(first..name)
}

/// "Lt. Gen.", "Prime Minister Sir", "Vermont Sen.": before an honorific only capitalised words belong to the title.
fn honorifics_start(article: &Article<'_>, name: usize) -> usize {
    let tokens = article.tokens();
    let belongs = |at: &usize| {
        let token = &tokens[*at];
        let capital = token.is_word() && article.is_capital(*at) && (token.tag.is_noun() || token.tag.is_adjective());
        capital && *at + TITLE_LENGTH > name && (is_office(token) || !is_office(&tokens[*at + 1]) || tokens[*at + 1].has(Class::Honorific))
    };
    let first = (sentence_start(article, name)..name - 1).rev().take_while(belongs).last().unwrap_or(name - 1);
    // what stands before "Mr." is no part of the title unless it is an office too
    if (first..name).filter(|i| is_office(&tokens[*i])).count() == 1 && !gives_office(article.lower(name - 1)) { name - 1 } else { first }
}

/// "British Ambassador to the US Sir Carl Dunn": an office with what it is of, right before an honorific.
fn office_before(article: &Article<'_>, honorific: usize) -> Option<usize> {
    let first = phrase_start(article, honorific);
    let of = (first..honorific).find(|i| matches!(article.lower(*i), "of" | "for" | "to"))?;
    article.tokens()[of - 1].has(Class::Role).then_some(first)
}

/// Honorifics that name an office, so that a state or a party may stand before them.
fn gives_office(honorific: &str) -> bool {
    !matches!(honorific.trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss" | "mx" | "sir" | "dame" | "lord" | "lady" | "dr")
}

/// "the defence minister, Carl Dunn," and "a spokeswoman for Lark, Ann Bell, said".
fn before_comma(article: &Article<'_>, name: usize, name_end: usize) -> Option<Range<usize>> {
    let tokens = article.tokens();
    let comma = name.checked_sub(1).filter(|c| tokens[*c].kind == TokenKind::Comma && *c >= sentence_start(article, name))?;
    let closed = tokens.get(name_end).is_none_or(|t| matches!(t.kind, TokenKind::Comma | TokenKind::Stop) || t.tag.is_wh());
    let first = phrase_start(article, comma);
    let headed = (first..comma).any(|i| tokens[i].has(Class::Role));
    (closed && headed && opens_phrase(article, first)).then_some(first..comma)
}

/// "Ann Bell, the mayor of Odeville": up to the next comma, or to the verb of the sentence. An age may stand between.
fn behind(article: &Article<'_>, name_end: usize) -> Option<Range<usize>> {
    let tokens = article.tokens();
    let is = |at: usize, kind: TokenKind| tokens.get(at).is_some_and(|t| t.kind == kind);
    let aged = is(name_end, TokenKind::Comma) && is(name_end + 1, TokenKind::Number) && is(name_end + 2, TokenKind::Comma);
    let comma = if aged { name_end + 2 } else { name_end };
    if !is(comma, TokenKind::Comma) {
        return None;
    }
    let opens = tokens.get(comma + 1).is_some_and(|t| matches!(t.tag, Tag::Determiner | Tag::PossessivePronoun));
    let first = comma + 1 + usize::from(opens);
    let limit = (first + DESCRIPTION_LENGTH).min(tokens.len());
    let last = (first..limit).find(|i| ends_description(&tokens[*i])).unwrap_or(limit);
    // the office must head the phrase: "director at Ode Group", not "speaking to the director"
    let head = (first..last).find(|i| matches!(tokens[*i].tag, Tag::Preposition | Tag::To) || tokens[*i].tag.is_verb()).unwrap_or(last);
    (first..head).any(|i| tokens[i].has(Class::Role)).then_some(first..last)
}

fn ends_description(token: &Token) -> bool {
    use TokenKind::{Close, Colon, Comma, Dash, Ellipsis, Open, Quote, Stop};
    // a hyphen without blanks ("64 - year-old") parts nothing
    let mark = matches!(token.kind, Close | Colon | Comma | Ellipsis | Open | Quote | Stop) || (token.kind == Dash && !token.glued);
    mark || token.tag.is_finite() || token.tag.is_wh()
}

/// Where the noun phrase that ends before `end` begins, its article or pronoun left out.
fn phrase_start(article: &Article<'_>, end: usize) -> usize {
    let tokens = article.tokens();
    let low = sentence_start(article, end);
    let mut first = end;
    while let Some(at) =
        first.checked_sub(1).filter(|at| *at >= low && end - at <= TITLE_LENGTH && (is_nominal(&tokens[*at]) || links(article, *at, end)))
    {
        first = at;
    }
    // a phrase does not begin with the word that links two
    while first < end && !is_nominal(&tokens[first]) {
        first += 1;
    }
    first
}

/// The first token of the sentence that a token stands in: a title does not reach over a headline's end.
fn sentence_start(article: &Article<'_>, token: usize) -> usize {
    let sentence = article.tokens().get(token).and_then(|t| article.sentence_at(t.span.start));
    sentence.map_or(0, |s| article.sentences()[s].first)
}

fn is_nominal(token: &Token) -> bool {
    let timely = token.has(Class::Weekday) || token.has(Class::Month);
    token.is_word() && !timely && (token.tag.is_noun() || token.tag.is_adjective() || token.has(Class::Honorific))
}

/// "Minister of Trade", "president and chief executive", "Ode's mayor": the small words inside a title. "Lark and Mayor Dunn" are two
/// people, and "a chance for President Dunn" is no title.
fn links(article: &Article<'_>, at: usize, end: usize) -> bool {
    let before = at.checked_sub(1).map(|i| article.tokens()[i]);
    let office = before.is_some_and(|t| t.has(Class::Role) || t.has(Class::Organisation));
    let inside = at + 1 < end;
    match article.lower(at) {
        "of" => inside && office,
        // "a spokesman for Senator Ann Bell" is somebody else than the senator
        "for" | "to" => inside && office && !is_office(&article.tokens()[at + 1]),
        "and" => inside && before.is_some_and(|t| t.has(Class::Role) || !t.tag.is_proper()),
        "'s" => inside,
        "the" | "his" | "her" | "its" | "their" => inside && before.is_some_and(|_| matches!(article.lower(at - 1), "of" | "for" | "to")),
        "-" => article.tokens()[at].glued,
        _ => false,
    }
}

/// Of "talks yesterday with campaign Chairman" the part that is the title: small nouns before a capital belong to something else.
fn small_nouns_left_out(article: &Article<'_>, first: usize, end: usize) -> usize {
    let tokens = article.tokens();
    let breaks = |i: &usize| {
        let small = !article.is_capital(*i) && tokens[*i].tag.is_noun() && article.is_capital(*i + 1);
        small && !is_office(&tokens[*i]) && !tokens[*i].has(Class::Organisation)
    };
    (first..end.saturating_sub(1)).rev().find(breaks).map_or(first, |i| i + 1)
}

fn is_office(token: &Token) -> bool {
    token.has(Class::Role) || token.has(Class::Honorific)
}

/// Whether a noun phrase can begin at `first`: an article, a pronoun, a preposition, a verb or the sentence's edge stands before.
fn opens_phrase(article: &Article<'_>, first: usize) -> bool {
    let before = first.checked_sub(1).map(|i| article.tokens()[i]);
    let opener = |tag: Tag| matches!(tag, Tag::Determiner | Tag::PossessivePronoun | Tag::Preposition | Tag::Conjunction) || tag.is_verb();
    before.is_none_or(|t| !t.is_word() || opener(t.tag))
}

#[cfg(test)]
mod tests {
    use crate::extract::name;
    use crate::lexicon::Lexicon;
    use crate::text::Article;

    fn title(text: &str, of: &str) -> Option<String> {
        let article = Article::new(text, Lexicon::english());
        let mentions = name::extract(&article, Lexicon::english());
        mentions.into_iter().find(|m| m.name == of).unwrap_or_else(|| panic!("{of} is no mention of {text}")).title
    }

    #[test]
    fn the_table_of_titles() {
        for (text, of, want) in [
            ("The talks with Foreign Minister Carl Dunn failed.", "Carl Dunn", Some("Foreign Minister")),
            ("A chance for Mr. Dunn to win.", "Dunn", Some("Mr.")),
            ("Lt. Gen. Peter Hall arrived.", "Peter Hall", Some("Lt. Gen.")),
            ("Vermont Sen. Karen Hall voted no.", "Karen Hall", Some("Vermont Sen.")),
            ("U.S. Secretary of State Ann Bell flew home.", "Ann Bell", Some("U.S. Secretary of State")),
            ("Carl Hall and Mayor Ann Bell agreed.", "Ann Bell", Some("Mayor")),
            ("He met his defence minister, Carl Dunn, on Monday.", "Carl Dunn", Some("defence minister")),
            ("A spokeswoman for the bank, Ann Bell, said so.", "Ann Bell", Some("spokeswoman for the bank")),
            ("A spokesman for Putin, Carl Dunn, said so.", "Carl Dunn", Some("spokesman for Putin")),
            ("Ann Bell, director at Control Group in London, said no.", "Ann Bell", Some("director at Control Group in London")),
            ("Ann Bell, 43, a teacher from Leeds, won.", "Ann Bell", Some("teacher from Leeds")),
            ("Ann Bell, speaking to the director, wept.", "Ann Bell", None),
            ("Finance Minister Yusuf Karaca met Chancellor Petra Klein.", "Petra Klein", Some("Chancellor")),
            ("Acme Steel cut jobs, Chief Executive Rolf Danner said.", "Rolf Danner", Some("Chief Executive")),
            ("Kwame Boateng, a fisherman from Elmina, found the boat.", "Kwame Boateng", Some("fisherman from Elmina")),
            ("Novelist Aisha Karim was not surprised.", "Aisha Karim", Some("Novelist")),
            ("Former Swedish diplomat Carl Dunn spoke.", "Carl Dunn", Some("Former Swedish diplomat")),
            ("In a talk with Hall, Defence Minister Ann Bell said no.", "Hall", None),
            ("She met Karen Hall before Defence Minister Ann Bell did.", "Karen Hall", None),
            ("Peter Hall won.", "Peter Hall", None),
            ("The keys went to the mayor\n\nPeter Hall, the caretaker, left.", "Peter Hall", None),
            ("British Ambassador to the US Sir Carl Dunn said so.", "Carl Dunn", Some("British Ambassador to the US Sir")),
            ("A spokesman for Senator Ann Bell said so.", "Ann Bell", Some("Senator")),
        ] {
            assert_eq!(title(text, of).as_deref(), want, "{of} in {text}");
        }
    }
}
