//! What the grammar does not allow, set right after the models have decided: each decision looks at a few words only.

use super::arc::Arc;
use super::deprel::Deprel;
use crate::lexicon::Class;
use crate::text::{Article, Tag};

/// Sets right the arcs of the sentence that begins at `first`; whether a head has changed.
pub(super) fn repair(article: &Article<'_>, arcs: &mut [Arc], first: usize) -> bool {
    let mut moved = false;
    for (place, arc) in arcs.iter_mut().enumerate() {
        let tag = |token: usize| article.tokens()[token].tag;
        let (token, Arc { head, relation, reach, .. }) = (first + place, *arc);
        let Some(head) = head.map(|h| h as usize) else { continue };
        let start = reach.0 as usize;
        match relation {
            // "a claim Moscow denies": a noun before a verb is its subject
            Deprel::Compound if tag(head).is_verb() && token < head => arc.relation = Deprel::Subject,
            // "a driver whose lorry fell": what opens with a relative word describes the noun before
            Deprel::ClausalComplement | Deprel::AdverbialClause
                if matches!(tag(start), Tag::WhPossessive | Tag::WhDeterminer)
                    && start > first
                    && tag(start - 1).is_noun()
                    && head < start - 1 =>
            {
                (arc.head, arc.relation) = (Some(start as u32 - 1), Deprel::RelativeClause);
                moved = true;
            }
            // "while the rest will end": no verb is completed by a circumstance
            Deprel::ClausalComplement if article.tokens()[start].has(Class::Circumstantial) && tag(start) == Tag::Preposition => {
                arc.relation = Deprel::AdverbialClause;
            }
            _ => {}
        }
    }
    moved
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;
    use crate::syntax::{Deprel, Syntax};
    use crate::text::Article;

    #[test]
    fn what_the_grammar_does_not_allow() {
        for (name, text, word, want) in [
            ("a noun before a verb", "The town is bankrupt, a claim Moscow denies.", "Moscow", Deprel::Subject),
            ("whose", "Ann Bell saved a driver whose lorry fell into the river.", "fell", Deprel::RelativeClause),
            ("a circumstance", "Bell reported that some roads have opened, while the rest will open later.", "will", Deprel::Auxiliary),
        ] {
            let article = Article::new(text, Lexicon::english());
            let syntax = Syntax::new(&article);
            let token = (0..article.tokens().len()).find(|&i| article.word(i) == word).unwrap_or_default();
            assert_eq!(syntax.relation(token), want, "{name}");
            if let Some(verb) = syntax.head(token).filter(|_| want == Deprel::Auxiliary) {
                assert_eq!(syntax.relation(verb), Deprel::AdverbialClause, "{name}");
            }
        }
    }
}
