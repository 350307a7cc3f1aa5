//! What a seat, a capital or "its officials" stand for.

use crate::lexicon::{CountryForm, Lexicon};

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
    let lower = title.to_lowercase().replace('\u{2019}', "'").replace("'s ", " ");
    let owner = title.split(['\u{2019}', '\'']).next().map_or(0, |head| head.split_whitespace().count());
    let words: Vec<&str> = lower.split_whitespace().collect();
    let of = words.iter().position(|w| *w == "of").map_or(words.len(), |p| p + 1);
    let country = |words: &[&str]| lexicon.names().country(words.iter().copied());
    // "the Georgia Bureau of Investigation" is no country's: a name stands in the genitive or short, as in "U.S. Trade Representative"
    let stands_so = |length: usize, form: CountryForm| form != CountryForm::Name || owner == length || words[0].len() <= ABBREVIATED;
    let first = country(&words).filter(|(length, _, form)| stands_so(*length, *form));
    let seat = || lexicon.names().metonym(words.iter().copied()).map(|(_, country)| country);
    let behind = || country(words[of..].strip_prefix(&["the"]).unwrap_or(&words[of..])).map(|(_, country, _)| country);
    first.map(|(_, country, _)| country).or_else(seat).or_else(behind)
}

/// "U.S.", "U.K.", "EU"
const ABBREVIATED: usize = 4;

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
