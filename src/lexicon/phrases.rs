//! Entries of one word or several, found at a place in a row of words.

use rustc_hash::FxHashMap;

/// A map from phrases (lower-case words) to values, with the longest match first.
///
/// ```
/// use corroborate::lexicon::Phrases;
/// let mut phrases = Phrases::default();
/// phrases.insert("more than", 1);
/// phrases.insert("more", 2);
/// assert_eq!(phrases.longest(["more", "than", "five"].into_iter()), Some((2, &1)));
/// assert_eq!(phrases.longest(["more", "or", "less"].into_iter()), Some((1, &2)));
/// ```
#[derive(Debug, Clone)]
pub struct Phrases<V> {
    by_first: FxHashMap<Box<str>, Vec<Continuation<V>>>,
}

/// The words behind the first, and the value.
type Continuation<V> = (Box<[Box<str>]>, V);

impl<V> Default for Phrases<V> {
    fn default() -> Self {
        Self { by_first: FxHashMap::default() }
    }
}

impl<V> Phrases<V> {
    /// Adds a phrase, its words parted by blanks; a later value of the same phrase replaces the earlier one.
    pub fn insert(&mut self, phrase: &str, value: V) {
        let mut words = phrase.split_whitespace();
        let Some(first) = words.next() else { return };
        let rest: Box<[Box<str>]> = words.map(Box::from).collect();
        let entries = self.by_first.entry(first.into()).or_default();
        match entries.iter_mut().find(|(r, _)| *r == rest) {
            Some(entry) => entry.1 = value,
            None => {
                entries.push((rest, value));
                entries.sort_by_key(|(r, _)| std::cmp::Reverse(r.len()));
            }
        }
    }

    /// The longest phrase that the words begin with: how many words it has, and its value.
    pub fn longest<'w>(&self, mut words: impl Iterator<Item = &'w str> + Clone) -> Option<(usize, &V)> {
        let entries = self.by_first.get(words.next()?)?;
        let fits = |rest: &[Box<str>]| {
            let mut words = words.clone();
            rest.iter().all(|want| words.next() == Some(want))
        };
        entries.iter().find(|(rest, _)| fits(rest)).map(|(rest, value)| (rest.len() + 1, value))
    }

    /// The value of exactly this one word.
    #[must_use]
    pub fn word(&self, word: &str) -> Option<&V> {
        self.by_first.get(word)?.iter().find(|(rest, _)| rest.is_empty()).map(|(_, v)| v)
    }

    /// Whether some phrase begins with this word; cheap enough to ask of every word.
    #[must_use]
    pub fn begins(&self, word: &str) -> bool {
        self.by_first.contains_key(word)
    }
}
