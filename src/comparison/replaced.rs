//! Another word in the same place: "the bridge in Velmouth" and "the bridge in Orrin".

use super::features::Comparison;
use super::{Pairing, Reading, Term};
use crate::lexicon::{Class, Lexicon};

/// Which words stand in each other's place and have nothing to do with each other.
///
/// Two passages that stand alone, of one event or of two, may have most of their words in common; where one names another place,
/// another firm or another thing at the same spot they are of two. In a story, where the event is known to be one, it tells little: so
/// it is no part of [`super::COMPARISONS`], and [`crate::Reconciler::group`] adds it. Among 17,000 pairs of generated claims that
/// have most words in common 99 of 100 are of one matter where no word is replaced, 14 of 100 where a rare name is.
#[derive(Debug, Clone, Copy)]
pub struct Replaced;

/// Names that differ less than this may be two spellings of one.
const PERHAPS_ONE_NAME: f64 = 0.8;

impl Comparison for Replaced {
    fn name(&self) -> &'static str {
        "replaced"
    }

    fn level(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> &'static str {
        let found = replaced(a, b, pairing);
        let weight: f64 = found.iter().map(|(x, y)| x.weight.min(y.weight)).sum();
        match (found.iter().any(|(x, y)| x.name && y.name), weight) {
            _ if found.is_empty() => "nothing",
            (true, w) if w >= 1.5 => "a name and more",
            (true, w) if w >= 0.6 => "a rare name",
            (true, _) => "a common name",
            (false, w) if w >= 1.0 => "several words",
            (false, w) if w >= 0.6 => "a rare word",
            (false, _) => "a common word",
        }
    }

    fn words(&self, a: &Reading<'_>, b: &Reading<'_>, pairing: &Pairing, _: &Lexicon) -> [String; 2] {
        let found = replaced(a, b, pairing);
        let words = |side: fn(&(&Term, &Term)) -> String| itertools::Itertools::join(&mut found.iter().map(side), " ");
        [words(|(x, _)| x.word.clone()), words(|(_, y)| y.word.clone())]
    }
}

/// The terms of `a` and `b` that match nothing and stand beside words that do.
fn replaced<'r>(a: &'r Reading<'_>, b: &'r Reading<'_>, pairing: &Pairing) -> Vec<(&'r Term, &'r Term)> {
    let lone = |reading: &Reading<'_>, matched: &dyn Fn(usize) -> bool| (0..reading.own).any(|i| !matched(i));
    let (in_a, in_b) = (|i: usize| pairing.partner(i).is_some(), |j: usize| pairing.matched.iter().any(|m| m.right == j));
    if !lone(a, &in_a) || !lone(b, &in_b) {
        return Vec::new();
    }
    let (x, y) = (line(a), line(b));
    let mut free: Vec<usize> = (0..y.len()).filter(|&t| matches!(y[t], WordInPlace::Term(j) if !in_b(j))).collect();
    let mut found = Vec::new();
    for (s, place) in x.iter().enumerate() {
        let WordInPlace::Term(i) = *place else { continue };
        let sides =
            |t: usize| usize::from(alike(before(&x, s), before(&y, t), pairing)) + usize::from(alike(x.get(s + 1), y.get(t + 1), pairing));
        // the first of those with the most sides in common
        let best = free.iter().copied().enumerate().filter(|_| !in_a(i)).max_by_key(|&(k, t)| (sides(t), std::cmp::Reverse(k)));
        let Some((k, t)) = best.filter(|&(_, t)| sides(t) > 0) else { continue };
        free.remove(k);
        let WordInPlace::Term(j) = y[t] else { continue };
        let (p, q) = (&a.terms[i], &b.terms[j]);
        if !(p.name && q.name && strsim::jaro_winkler(&p.word, &q.word) >= PERHAPS_ONE_NAME) {
            found.push((p, q));
        }
    }
    found
}

/// A word of a claim that is not masked.
enum WordInPlace<'r> {
    /// A content word, by its number among the terms.
    Term(usize),
    /// "in", "the": nothing by itself, but it marks a place.
    Stop(&'r str),
}

/// The words of a claim in order, masked ones passed over: what is masked must not tell whether its neighbours stand in one place.
fn line<'r>(reading: &'r Reading<'_>) -> Vec<WordInPlace<'r>> {
    const MASKED: [Class; 6] = [Class::Negator, Class::Modal, Class::Auxiliary, Class::Masked, Class::Month, Class::Weekday];
    let mut terms = reading.terms[..reading.own].iter().enumerate().peekable();
    let mut line = Vec::new();
    for (index, token) in reading.article.tokens().iter().enumerate() {
        if let Some((number, _)) = terms.next_if(|(_, term)| term.token == Some(index)) {
            line.push(WordInPlace::Term(number));
        } else if token.has(Class::Stop) && !MASKED.iter().any(|class| token.has(*class)) {
            line.push(WordInPlace::Stop(reading.article.lower(index)));
        }
    }
    line
}

fn before<'l, 'r>(line: &'l [WordInPlace<'r>], at: usize) -> Option<&'l WordInPlace<'r>> {
    line.get(at.checked_sub(1)?)
}

/// Whether two neighbours mark one place.
fn alike(x: Option<&WordInPlace<'_>>, y: Option<&WordInPlace<'_>>, pairing: &Pairing) -> bool {
    match (x, y) {
        (Some(WordInPlace::Term(i)), Some(WordInPlace::Term(j))) => pairing.partner(*i).is_some_and(|m| m.right == *j),
        (Some(WordInPlace::Stop(p)), Some(WordInPlace::Stop(q))) => p == q,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparison::of_two_texts;

    #[test]
    fn words_in_each_others_place() {
        let first = "The council of Velmouth will close the old bridge for 20 days.";
        for (phenomenon, second, want) in [
            ("the same words", first, ""),
            ("another figure", "The council of Velmouth will close the old bridge for 35 days.", ""),
            ("a negation", "The council of Velmouth will not close the old bridge for 20 days.", ""),
            ("cut short", "The council of Velmouth will close the bridge.", ""),
            ("more words at the end", "The council of Velmouth will close the old bridge for 20 days over rusty cables.", ""),
            ("another place", "The council of Orrin will close the old bridge for 20 days.", "velmouth/orrin"),
            ("another spelling of it", "The council of Vellmouth will close the old bridge for 20 days.", ""),
            ("another thing", "The council of Velmouth will close the old theatre for 20 days.", "bridge/theatre"),
            ("another thing and figure", "The council of Velmouth will close the old theatre for 35 days.", "bridge/theatre"),
            ("two of them", "The council of Orrin will close the old theatre for 20 days.", "velmouth/orrin bridge/theatre"),
            ("a word of one meaning", "The council of Velmouth will shut the old bridge for 20 days.", ""),
        ] {
            let got = of_two_texts([first, second], |a, b| {
                let found = replaced(a, b, &Pairing::new(a, b, Lexicon::english()));
                itertools::Itertools::join(&mut found.iter().map(|(x, y)| format!("{}/{}", x.word, y.word)), " ")
            });
            assert_eq!(got, want, "{phenomenon}");
        }
    }
}
