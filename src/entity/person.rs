//! Names of people: their parts, and when two of them may be one person's.

use crate::lexicon::{Class, Gender, Lexicon};

/// Two keys with the same consonants are spellings of one name from this Jaro-Winkler similarity on: Mohammed / Muhammad is .83 as a key.
/// Consonants must be the same because keys have lost their doubles: Keller / Kessler is .94.
const SAME_SPELLING: f64 = 0.82;
/// Shorter keys must be equal: Hall and Hale are two.
const SPELLING_LENGTH: usize = 5;

/// The parts of a person's name, in small Latin letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct PersonName {
    /// All but the last, initials too.
    pub(super) given: Vec<String>,
    /// The last, without "Jr." and its like, as a key for comparing.
    pub(super) last: String,
}

impl PersonName {
    pub(super) fn new(name: &str, lexicon: &Lexicon) -> Self {
        let suffix = |word: &&str| matches!(word.to_lowercase().trim_end_matches('.'), "jr" | "sr" | "ii" | "iii" | "iv");
        // "van der Ode" alone is a last name
        let words = name.split([' ', '\u{a0}']).filter(|w| !w.is_empty() && !suffix(w) && !lexicon.names().is_particle(w));
        let mut given: Vec<String> = words.map(|w| lexicon.romanization().latin(w)).filter(|w| !w.is_empty()).collect();
        let last = lexicon.romanization().key(&given.pop().unwrap_or_default());
        Self { given, last }
    }

    /// Whether given names are known.
    pub(super) fn is_full(&self) -> bool {
        !self.given.is_empty()
    }

    /// Whether two full names may be one person's: last names alike, and no given name against it.
    pub(super) fn agrees(&self, other: &Self, lexicon: &Lexicon) -> bool {
        let given = |a: &[String], b: &[String]| match (a.first(), b.first()) {
            (Some(a), Some(b)) => same_given(a, b, lexicon),
            _ => true,
        };
        alike(&self.last, &other.last) && given(&self.given, &other.given)
    }
}

/// Which part of a full name a single name is, the better one last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Fit {
    First,
    Last,
}

/// Two spellings of one name part, as keys.
pub(super) fn alike(a: &str, b: &str) -> bool {
    let consonants = |word: &str| word.chars().filter(|c| !matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).collect::<String>();
    a == b || (a.len().min(b.len()) >= SPELLING_LENGTH && consonants(a) == consonants(b) && strsim::jaro_winkler(a, b) >= SAME_SPELLING)
}

/// "Sergei" and "Sergey", "J." and "John", "Bob" and "Robert".
fn same_given(a: &str, b: &str, lexicon: &Lexicon) -> bool {
    let initial = |short: &str, long: &str| short.len() == 1 && long.starts_with(short);
    let nickname = |short: &str, long: &str| lexicon.names().full_forms(short).iter().any(|full| **full == *long);
    let key = |word: &str| lexicon.romanization().key(word);
    alike(&key(a), &key(b)) || initial(a, b) || initial(b, a) || nickname(a, b) || nickname(b, a)
}

/// Whether a title tells a man or a woman: its last word that does, before "of" and "for".
pub(super) fn title_gender(title: &str, lexicon: &Lexicon) -> Option<Gender> {
    let words = title.split_whitespace().map(str::to_lowercase).take_while(|w| !matches!(w.as_str(), "of" | "for" | "to" | "at" | "in"));
    words.filter_map(|w| lexicon.names().gendered(&w)).last()
}

/// The gender that the first given name in `name` tells, where a family name stands behind it.
pub(super) fn given_gender(name: &str, lexicon: &Lexicon) -> Option<Gender> {
    let mut words = name.split_whitespace();
    let first = words.next()?.to_lowercase();
    words.next()?;
    lexicon.names().given(&first)?
}

/// The words of a title that say what the person is: no articles, no small words, no "Mr."; of an office under two words one: "senator"
/// for "Sen.".
pub(super) fn title_words<'t>(title: &'t str, lexicon: &'t Lexicon) -> impl Iterator<Item = String> + 't {
    let words = title.split([' ', '-']).map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
    words.filter_map(|w| {
        let office = lexicon.names().office(&w);
        let classes = lexicon.classes(office);
        let says = !w.is_empty() && !classes.has(Class::Stop) && (!classes.has(Class::Honorific) || classes.has(Class::Role));
        says.then(|| office.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(name: &str) -> PersonName {
        PersonName::new(name, Lexicon::english())
    }

    #[test]
    fn the_table_of_one_person() {
        for (a, b, one) in [
            ("Sergei Lavrov", "Sergey Lavrov", true),
            ("Сергей Лавров", "Sergei Lavrov", true),
            ("Bill Ode", "William Ode", true),
            ("J. Ode", "John Ode", true),
            ("John Q. Ode Jr.", "John Ode", true),
            ("Ode", "John Ode", true),
            ("Ann Ode", "John Ode", false),
            ("John Keller", "John Kessler", false),
            ("John Hall", "John Hale", false),
            ("Volodymyr Zelensky", "Volodymyr Zelenskyy", true),
            ("Zelenskiy", "Volodymyr Zelenskyy", true),
            ("Володимир Зеленський", "Volodymyr Zelensky", true),
            ("Olena Zelenska", "Volodymyr Zelensky", false),
            ("Muhammad Ode", "Mohammed Ode", true),
            ("Paul Johnson", "Paul Johnston", false),
        ] {
            assert_eq!(name(a).agrees(&name(b), Lexicon::english()), one, "{a} and {b}");
        }
    }

    #[test]
    fn the_table_of_genders() {
        let lexicon = Lexicon::english();
        for (title, want) in [("Mrs.", Some(Gender::Female)), ("spokesman for Queen Ann", Some(Gender::Male)), ("Foreign Minister", None)] {
            assert_eq!(title_gender(title, lexicon), want, "{title}");
        }
        assert_eq!(given_gender("Oksana Ode", lexicon), Some(Gender::Female));
        assert_eq!(given_gender("Ode", lexicon), None);
        let words: Vec<String> = title_words("the Deputy Foreign Minister of Mr. Ode", lexicon).collect();
        assert_eq!(words, ["deputy", "foreign", "minister", "ode"]);
    }
}
