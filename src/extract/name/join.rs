//! Names that were found in pieces: "Piet | van der | Molen", "Robert “Stumpy” | Crane", "J.R. | Dalloway", "mayor Sadiq | Khan".

use super::{MentionKind, Name};
use crate::lexicon::{Class, Lexicon};
use crate::text::{Article, TokenKind};

/// A nickname between two parts of a name has so many words at most: “The Rock”.
const NICKNAME_WORDS: usize = 3;

/// So many names at most stand between an office and a last name: "Mayor Sadiq Aman Khan".
const GIVEN_NAMES: usize = 2;

/// Puts the pieces of names together; the names are in order and stay so.
pub(super) fn join(article: &Article<'_>, lexicon: &Lexicon, names: &mut Vec<Name>) {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names.drain(..) {
        match joined.last_mut().filter(|before| before.last > name.first) {
            Some(before) => before.last = before.last.max(name.last),
            None => {
                let sentence = article.sentence_at(article.tokens()[name.first].span.start).map(|s| article.sentences()[s]);
                let (first, last) = sentence.map_or((name.first, name.last), |s| (s.first, s.last));
                let low = joined.last().map_or(first, |before| before.last.max(first));
                joined.push(Room { article, lexicon, low, high: last }.grown(name));
            }
        }
    }
    *names = joined;
}

/// The tokens that a name may grow into.
struct Room<'r, 't> {
    article: &'r Article<'t>,
    lexicon: &'r Lexicon,
    low: usize,
    high: usize,
}

impl Room<'_, '_> {
    fn grown(&self, name: Name) -> Name {
        let mut name = name;
        while name.kind == MentionKind::Person && name.last - name.first > 1 && self.has(name.first, Class::Honorific) {
            name.first += 1;
        }
        if name.first > self.low && self.article.lower(name.first - 1) == "st." {
            name.first -= 1;
        } else if name.last - name.first == 1 {
            self.grow_left(&mut name);
        }
        let given = || self.lexicon.names().given(self.article.lower(name.first)).is_some();
        if name.kind == MentionKind::Person || (name.kind != MentionKind::Place && given()) {
            while let Some(last) = self.behind_particles(name.last).or_else(|| self.behind_nickname(name.last)) {
                name = Name { last, kind: MentionKind::Person, ..name };
            }
        }
        name
    }

    /// Takes in what belongs to a last name and stands before it.
    fn grow_left(&self, name: &mut Name) {
        let back = |at: usize| at.checked_sub(1).filter(|b| *b >= self.low);
        if let Some(first) = self.behind_office(name).or_else(|| self.initials(name)) {
            *name = Name { first, kind: MentionKind::Person, ..*name };
        }
        let mut first = name.first;
        while let Some(at) = back(first).filter(|at| self.is_particle(*at)) {
            first = at;
        }
        let given = back(first).filter(|b| first < name.first && self.is_part(*b));
        if let Some(given) = given {
            *name = Name { first: given, kind: MentionKind::Person, ..*name };
            return;
        }
        // "the van Ode", "a big al Ode": a noun of its own behind what describes it
        let apart = back(first).is_none_or(|b| {
            let tag = self.article.tokens()[b].tag;
            !(tag.is_noun() || tag.is_adjective() || self.has(b, Class::Determiner))
        });
        if apart {
            name.first = first;
        }
    }

    /// "J.R. Dalloway", "A. B. Tomlin"
    fn initials(&self, name: &Name) -> Option<usize> {
        let initial = |at: &usize| {
            let word = self.article.word(*at);
            let letters = word.split_terminator('.').all(|l| l.chars().count() == 1 && l.chars().all(char::is_uppercase));
            word.ends_with('.') && letters && self.lexicon.names().country(std::iter::once(self.article.lower(*at))).is_none()
        };
        let body = matches!(name.kind, MentionKind::Place | MentionKind::Group) || self.has(name.first, Class::Organisation);
        (self.low..name.first).rev().take_while(initial).last().filter(|_| !body)
    }

    /// "mayor Sadiq Khan" where "Khan" alone was found: capitals between an office and a person's name belong to the name.
    fn behind_office(&self, name: &Name) -> Option<usize> {
        let is_title = |at: usize| self.has(at, Class::Role) || self.has(at, Class::Honorific);
        let first = (self.low..name.first).rev().take_while(|at| self.is_part(*at)).take(GIVEN_NAMES).last()?;
        let office = first.checked_sub(1).filter(|o| *o >= self.low && is_title(*o));
        office.map(|_| first).filter(|_| name.kind == MentionKind::Person)
    }

    /// Whether a word can be a part of a person's name: a proper noun, and no title, no day, no month.
    fn is_part(&self, at: usize) -> bool {
        let other = [Class::Role, Class::Honorific, Class::Weekday, Class::Month];
        let token = &self.article.tokens()[at];
        token.tag.is_proper() && token.is_word() && self.article.is_capital(at) && !other.iter().any(|c| token.has(*c))
    }

    /// "Piet van der Molen", "Hamad bin Faisal al-Murri": where the name ends behind small words.
    fn behind_particles(&self, last: usize) -> Option<usize> {
        let end = (last..self.high).find(|at| !self.is_particle(*at))?;
        let word = self.article.word(end);
        let prefixed =
            word.split_once('-').is_some_and(|(head, rest)| self.lexicon.names().is_particle(head) && rest.starts_with(char::is_uppercase));
        let named = end > last && self.article.tokens()[end].is_word() && self.article.is_capital(end);
        (named || (end == last && prefixed)).then_some(end + 1)
    }

    /// "Robert “Stumpy” Crane", "William (Bill) Trask": where the name ends behind a nickname in marks.
    fn behind_nickname(&self, last: usize) -> Option<usize> {
        let kind = |at: usize| self.article.tokens().get(at).filter(|_| at < self.high).map(|t| t.kind);
        let closing = match kind(last)? {
            TokenKind::Quote => TokenKind::Quote,
            TokenKind::Open => TokenKind::Close,
            _ => return None,
        };
        let close = (last + 2..=last + 1 + NICKNAME_WORDS).find(|at| kind(*at) == Some(closing))?;
        let plain = (last + 1..close).all(|at| kind(at) == Some(TokenKind::Word)) && self.article.is_capital(last + 1);
        let named = kind(close + 1) == Some(TokenKind::Word) && self.is_part(close + 1);
        (plain && named).then_some(close + 2)
    }

    /// A particle in small letters; "Van" with a capital is found as a part of its name.
    fn is_particle(&self, at: usize) -> bool {
        !self.article.is_capital(at) && self.lexicon.names().is_particle(self.article.lower(at))
    }

    fn has(&self, at: usize, class: Class) -> bool {
        self.article.tokens()[at].has(class)
    }
}

#[cfg(test)]
mod tests {
    use crate::extract::name;
    use crate::lexicon::Lexicon;
    use crate::text::Article;

    #[test]
    fn pieces_of_one_name() {
        for (rule, text, want) in [
            ("particles", "Piet van der Linde said the dyke would hold.", "Piet van der Linde"),
            ("two particles", "Juan de la Torre told the court so.", "Juan de la Torre"),
            ("a particle in a word", "Hamad bin Faisal al-Nuri said the port was open.", "Hamad bin Faisal al-Nuri"),
            ("a particle at the head", "Rosa da Costa came. “It rained,” da Costa said.", "Rosa da Costa|da Costa"),
            ("a van is no particle behind an article", "The driver of the van Carl Dunn bought left.", "Carl Dunn"),
            ("a nickname in marks", "“No,” said Robert “Lefty” Crane, who lives nearby.", "Robert Crane"),
            ("a nickname in brackets", "William (Bill) Thorne told reporters the ice was thin.", "William Thorne"),
            ("a party in brackets is none", "Karen Hall (D-Ohio) told reporters so.", "Karen Hall"),
            ("a name behind an office", "The mayor Sadiq Omar Vell said so. Vell left.", "Sadiq Omar Vell|Vell"),
            ("initials", "J.R. Holloway said the well was dry.", "J.R. Holloway"),
        ] {
            let article = Article::new(text, Lexicon::english());
            let found = name::extract(&article, Lexicon::english());
            let people: Vec<&str> = found.iter().filter(|m| m.kind == name::MentionKind::Person).map(|m| m.name.as_str()).collect();
            assert_eq!(people.join("|"), want, "{rule}: {text}");
        }
    }
}
