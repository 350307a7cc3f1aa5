//! What a seat, a capital or "its officials" stand for.

use crate::lexicon::{Class, CountryForm, Lexicon};

/// What the words of a mention stand for without being its name: "the Kremlin", "Moscow" and "Russian officials" for Russia, "the White
/// House" for the United States. `None` where they stand for themselves.
///
/// ```
/// use corroborate::{entity::stands_for, lexicon::Lexicon};
/// let lexicon = Lexicon::english();
/// assert_eq!(stands_for("the Kremlin", lexicon), Some("Russia"));
/// assert_eq!(stands_for("U.S. officials", lexicon), Some("United States"));
/// assert_eq!(stands_for("the Swedish government", lexicon), Some("Sweden"));
/// assert_eq!(stands_for("the Swedish king", lexicon), None);
/// assert_eq!(stands_for("Sweden", lexicon), None);
/// ```
#[must_use]
pub fn stands_for<'l>(words: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let lower = words.to_lowercase().replace('\u{2019}', "'").replace("'s ", " ");
    let words: Vec<&str> =
        lower.split_whitespace().skip_while(|w| matches!(*w, "the" | "senior" | "top" | "some" | "several" | "two")).collect();
    let names = lexicon.names();
    if let Some((length, meaning)) = names.metonym(words.iter().copied()) {
        return (length == words.len()).then_some(meaning);
    }
    let (length, country, form) = names.country(words.iter().copied())?;
    let rest = &words[length..];
    let officials = names.government(rest.iter().copied()) == Some(rest.len());
    ((rest.is_empty() && form == CountryForm::Capital) || (!rest.is_empty() && officials)).then_some(country)
}

/// The country that these words name: "U.S." and "America" are the United States; `None` for capitals and for what is no country.
pub(super) fn country<'l>(words: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let lower = words.to_lowercase();
    let (length, country, form) = lexicon.names().country(lower.split_whitespace())?;
    (length == lower.split_whitespace().count() && form == CountryForm::Name).then_some(country)
}

/// The country that a title is of: "Russia" of "Russia's Foreign Minister", "Swedish king" and "president of Russia".
pub(super) fn country_of_title<'l>(title: &str, lexicon: &'l Lexicon) -> Option<&'l str> {
    let plain = title.replace('\u{2019}', "'");
    let (owner, short) = (plain.split_whitespace().find(|w| w.ends_with("'s")), plain.split_whitespace().next().unwrap_or(""));
    let lower = plain.to_lowercase().replace("'s ", " ");
    let words: Vec<&str> = lower.split_whitespace().collect();
    let office = words.iter().any(|w| lexicon.classes(w).has(Class::Role));
    let named = |words: &[&str]| {
        let (_, country, form) = lexicon.names().country(words.iter().copied())?;
        // a governor of Georgia speaks for no country, and neither does the Georgia Bureau of Investigation
        Some((country, form)).filter(|_| form != CountryForm::Name || !lexicon.names().is_homonym(country))
    };
    // a name by itself stands in the genitive or short, as in "U.S. Trade Representative"; "Iran Air spokesman" has neither
    let stands_so = |form: CountryForm| form != CountryForm::Name || (owner.is_some() && office) || is_short(short);
    let first = named(&words).filter(|(_, form)| stands_so(*form));
    let seat = || lexicon.names().metonym(words.iter().copied()).map(|(_, country)| country);
    let of = words.iter().position(|w| *w == "of").map_or(words.len(), |p| p + 1);
    let behind = || named(words[of..].strip_prefix(&["the"]).unwrap_or(&words[of..])).filter(|_| office).map(|(country, _)| country);
    first.map(|(country, _)| country).or_else(seat).or_else(behind)
}

/// "U.S.", "UK", "EU"
fn is_short(word: &str) -> bool {
    word.contains('.') || (word.len() > 1 && word.chars().all(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_metonyms() {
        let lexicon = Lexicon::english();
        for (words, want) in [
            ("Washington", Some("United States")),
            ("Downing Street", Some("United Kingdom")),
            ("senior Norwegian officials", Some("Norway")),
            ("Norway\u{2019}s foreign ministry", Some("Norway")),
            ("White House lawyers", None),
            ("Moscow residents", None),
            ("officials", None),
            ("", None),
        ] {
            assert_eq!(stands_for(words, lexicon), want, "{words}");
        }
        assert_eq!(country("America", lexicon), Some("United States"));
        assert_eq!(country("Washington", lexicon), None);
    }
}
