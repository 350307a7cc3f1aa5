//! What the place of a name in its sentence says of how much the article is about it.

use crate::extract::Mention;
use crate::lexicon::Lexicon;
use crate::text::{Article, Tag, TokenKind};

/// How many words before a name are looked at for a verb.
const PHRASE: usize = 24;

/// A clause inside opens within so many words before its subject's last.
const CLAUSE: usize = 3;

/// How many words a relation may have before its noun: "his late elder brother".
const RELATION: usize = 4;

/// Whether "'s", "his" or "her" follows a name's last token: "Dunn's campaign" speaks of the campaign.
pub(super) fn is_genitive(article: &Article<'_>, last: usize) -> bool {
    matches!(article.lower(last + 1), "'s" | "'") || matches!(article.lower(last), "his" | "her")
}

/// No verb stands before the name in its sentence and no preposition, as in "Dunn, who managed the bank, said".
pub(super) fn opens(article: &Article<'_>, last: usize) -> bool {
    let tokens = article.tokens();
    let sentence = article.sentence_at(tokens[last].span.start).map(|s| article.sentences()[s].first);
    let before = sentence.unwrap_or(last)..last;
    !tokens[before].iter().rev().take(PHRASE).any(|t| t.tag.is_finite() || matches!(t.tag, Tag::Preposition | Tag::To))
}

/// Whether a name stands in a clause inside of its sentence, right behind the word that opens it: "the charge that he paid".
pub(super) fn is_subordinate(article: &Article<'_>, last: usize) -> bool {
    let tokens = article.tokens();
    let sentence = article.sentence_at(tokens[last].span.start).map(|s| article.sentences()[s].first).unwrap_or(last);
    let opens = |at: usize| at > sentence && article.lower(at) == "that";
    (last.saturating_sub(CLAUSE).max(sentence)..last).any(opens)
}

/// A verb follows the name or its description, or a verb stands before it and a mark behind ("said Dunn."); the name's last token, and
/// one past its description.
pub(super) fn has_verb(article: &Article<'_>, last: usize, end: usize) -> bool {
    let tag = |index: usize| article.tokens().get(index).map_or(Tag::Mark, |t| t.tag);
    let verb = |at: usize| tag(at).is_finite() || (tag(at).is_adverb() && tag(at + 1).is_finite());
    let behind = if tag(end) == Tag::Mark { end + 1 } else { end };
    let set_off = article.lower(end) == ",";
    let inverted =
        article.lower(last) != "him" && tag(end) == Tag::Mark && (1..=2).any(|back| last >= back && tag(last - back).is_finite());
    verb(last + 1) || verb(end) || ((end > last + 1 || set_off) && verb(behind)) || inverted
}

/// The word that tells whose kin somebody is who is named for another one's sake: "father" of "whose father, Carl Dunn, died", "wife" of
/// "Ann Dunn, his wife,". `None` for "Ann Dunn, the widow of Carl Dunn", who is named for her own.
pub(super) fn relation<'a>(article: &'a Article<'_>, mention: &Mention, lexicon: &Lexicon) -> Option<&'a str> {
    let (first, last) = article.tokens_in(mention.span);
    let tokens = article.tokens();
    let owner = |at: usize| matches!(tokens[at].tag, Tag::PossessivePronoun | Tag::Possessive | Tag::WhPossessive);
    let comma = |at: usize| tokens.get(at).is_some_and(|t| t.kind == TokenKind::Comma);
    let kin = |at: usize| Some(article.lower(at)).filter(|w| lexicon.names().is_relative(w));
    let before = || {
        let noun = first.checked_sub(1).and_then(|at| if comma(at) { at.checked_sub(1) } else { Some(at) })?;
        kin(noun).filter(|_| (noun.saturating_sub(RELATION)..noun).any(owner))
    };
    let behind = || {
        let low = comma(last).then_some(last + 1)?;
        let high = (low..tokens.len().min(low + RELATION)).find(|at| !tokens[*at].is_word())?;
        kin(high - 1).filter(|_| high > low && (low..high).any(owner))
    };
    before().or_else(behind)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::name;

    #[test]
    fn who_is_named_for_another_ones_sake() {
        for (text, of, want) in [
            ("Police charged Dean Hall, whose father, Roy Hall, died.", "Roy Hall", Some("father")),
            ("Wen Hall, his wife, stood behind him.", "Wen Hall", Some("wife")),
            ("He came with his late elder brother Carl Hall.", "Carl Hall", Some("brother")),
            ("Greta Hall, the widow of Arne Hall, sued the yard.", "Greta Hall", None),
            ("Carl Hall left.", "Carl Hall", None),
        ] {
            let article = Article::new(text, Lexicon::english());
            let mentions = name::extract(&article, Lexicon::english());
            let mention = mentions.iter().find(|m| m.name == of).unwrap_or_else(|| panic!("{of} is no mention of {text}"));
            assert_eq!(relation(&article, mention, Lexicon::english()), want, "{text}");
        }
    }
}
