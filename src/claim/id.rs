//! Ids that survive a corrected letter elsewhere in the article.

use rustc_hash::FxHashMap;

use super::ClaimKind;

/// FNV-1a, 64 bits: the same on every machine and in every version, which a map's hasher does not promise.
pub(crate) fn fingerprint<'a>(parts: impl IntoIterator<Item = &'a str>) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for part in parts {
        for byte in part.bytes().chain([0x1f]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

/// Gives out the ids of one document's claims.
pub(super) struct Ids<'d> {
    document: &'d str,
    seen: FxHashMap<u64, usize>,
}

impl<'d> Ids<'d> {
    pub fn new(document: &'d str) -> Self {
        Self { document, seen: FxHashMap::default() }
    }

    /// The id of a claim with these words: document, kind, normalised words, and how often they stood before.
    pub fn next(&mut self, kind: ClaimKind, words: &str) -> String {
        let key = fingerprint([self.document, format!("{kind:?}").as_str(), &normal(words)]);
        let occurrence = self.seen.entry(key).or_insert(0);
        *occurrence += 1;
        let id = if *occurrence == 1 { key } else { fingerprint([format!("{key:x}").as_str(), &occurrence.to_string()]) };
        format!("c{:012x}", id & 0xffff_ffff_ffff)
    }
}

/// The words in lower case, with a blank between two.
fn normal(words: &str) -> String {
    let mut normal = String::with_capacity(words.len());
    for word in words.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()) {
        if !normal.is_empty() {
            normal.push(' ');
        }
        if word.is_ascii() {
            normal.extend(word.bytes().map(|b| char::from(b.to_ascii_lowercase())));
        } else {
            normal.push_str(&word.to_lowercase());
        }
    }
    normal
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_words_twice_are_two_claims() {
        let mut ids = Ids::new("a");
        let (one, two) = (ids.next(ClaimKind::Figure, "40 people"), ids.next(ClaimKind::Figure, "40  people,"));
        assert_ne!(one, two);
        let mut again = Ids::new("a");
        assert_eq!(again.next(ClaimKind::Figure, "40 people."), one);
    }
}
