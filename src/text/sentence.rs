//! Where sentences end.

use super::tag::Tag;
use super::tagger::Tagger;
use super::token::{Token, TokenKind};
use crate::lexicon::Class;

/// Splits a paragraph's tokens into sentences: index ranges into `tokens`, in order, without gaps.
///
/// A sentence ends at `.`, `!`, `?` or an ellipsis (with the closing marks behind it) where the next token does not plainly go on
/// with a small letter; also at an abbreviation with a full stop when a typical sentence opener follows.
pub(super) fn split(text: &str, tokens: &[Token], first: usize, last: usize) -> Vec<(usize, usize)> {
    let mut result = Vec::new();
    let mut start = first;
    let mut index = first;
    while index < last {
        if let Some(end) = sentence_end(text, tokens, index, last) {
            result.push((start, end));
            start = end;
            index = end;
        } else {
            index += 1;
        }
    }
    if start < last {
        result.push((start, last));
    }
    result
}

/// A capital and then a small letter: a word that opens a sentence, no symbol and no initial.
fn is_capitalised(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
}

/// Whether the token before this one opens a bracket of any kind.
fn opens_before(text: &str, tokens: &[Token], index: usize) -> bool {
    index.checked_sub(1).is_some_and(|before| matches!(tokens[before].span.slice(text), "<" | "(" | "["))
}

/// "Prices rose": a common noun with a capital and a verb behind it, which a name ("Mills Bank rose") or an office is not.
fn opens_clause(text: &str, tokens: &[Token]) -> bool {
    let known = |token: &Token| Tagger::shared().small_form(&token.span.slice(text).to_lowercase());
    let [noun, verb, ..] = tokens else { return false };
    let office = noun.has(Class::Role) || noun.has(Class::Honorific) || noun.has(Class::Organisation);
    let common = matches!(known(noun), Some(Tag::Noun | Tag::NounPlural));
    common && !office && matches!(known(verb), Some(Tag::VerbPast | Tag::VerbThird | Tag::Modal))
}

/// If a sentence ends at this token, where the next begins.
fn sentence_end(text: &str, tokens: &[Token], index: usize, last: usize) -> Option<usize> {
    let token = &tokens[index];
    let abbreviation = token.is_word() && token.span.slice(text).ends_with('.');
    if !matches!(token.kind, TokenKind::Stop | TokenKind::Ellipsis) && !abbreviation {
        return None;
    }
    let mut end = index + 1;
    while end < last
        && tokens[end].glued
        && matches!(tokens[end].kind, TokenKind::Quote | TokenKind::Close | TokenKind::Stop | TokenKind::Ellipsis)
    {
        end += 1;
    }
    if end == last {
        return Some(end);
    }
    let mut next = end;
    while next < last && matches!(tokens[next].kind, TokenKind::Quote | TokenKind::Open | TokenKind::Dash) {
        next += 1;
    }
    let following = tokens.get(next).filter(|_| next < last)?;
    let letter = following.span.slice(text).chars().next().unwrap_or(' ');
    let goes_on = letter.is_lowercase() || matches!(following.kind, TokenKind::Comma | TokenKind::Colon);
    // closing marks and then a small letter: the tag of a quotation ("Really?" she asked)
    if goes_on {
        return None;
    }
    if abbreviation {
        let ends_often = !token.has(Class::Honorific) && !token.has(Class::Month);
        let opener = [Class::Pronoun, Class::Determiner, Class::Preposition, Class::Conjunction, Class::Subordinator, Class::Possessive];
        let opens = opener.iter().any(|c| following.has(*c)) || (next > end && end > index + 1);
        let begins = opens || opens_clause(text, &tokens[next..last]);
        return (ends_often && begins && letter.is_uppercase()).then_some(end);
    }
    // "index .DJI", "<.SPX>": a point that opens a word ends nothing
    let opens_word = tokens[end].glued && tokens[end].is_word() && (!token.glued || opens_before(text, tokens, index));
    if end == index + 1 && opens_word {
        return None;
    }
    let glued_on =
        end == index + 1 && tokens[end].glued && !matches!(tokens[end].kind, TokenKind::Quote | TokenKind::Open | TokenKind::Dash);
    // "said.The" is a lost blank; "3.b", "co.uk" and "ISPH.O" are not
    if glued_on && !is_capitalised(following.span.slice(text)) {
        return None;
    }
    Some(end)
}
