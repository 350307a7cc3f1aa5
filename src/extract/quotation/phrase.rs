//! Noun phrases that can speak: where they begin and end beside a cue.

use super::scene::{Frame, Scene};
use crate::lexicon::Class;
use crate::text::TokenKind;

/// How many units a noun phrase may reach; longer ones are no mention anybody would mark.
const REACH: usize = 30;

/// The noun phrase that ends right before unit `end`: its first unit.
pub(super) fn ending_at(scene: &Scene<'_, '_>, frame: Frame, end: usize) -> Option<usize> {
    let low = frame.first.max(end.saturating_sub(REACH));
    let mut first = end;
    while first > low && belongs(scene, first - 1) {
        first -= 1;
        if scene.token(first).is_some_and(|t| t.has(Class::Determiner) || t.has(Class::Pronoun)) {
            break;
        }
    }
    (first < end).then_some(first)
}

/// The noun phrase that begins at unit `start`: one past its last unit.
pub(super) fn starting_at(scene: &Scene<'_, '_>, frame: Frame, start: usize) -> Option<usize> {
    let high = frame.last.min(start + REACH);
    let mut last = start;
    while last < high && (belongs(scene, last) || (last > start && scene.lower(last) == "of")) {
        last += 1;
        if scene.token(last - 1).is_some_and(|t| t.has(Class::Pronoun)) {
            break;
        }
    }
    (last > start).then_some(last)
}

fn belongs(scene: &Scene<'_, '_>, unit: usize) -> bool {
    let stops = [Class::Preposition, Class::Conjunction, Class::Auxiliary, Class::Modal, Class::Negator, Class::Subordinator];
    scene.token(unit).is_some_and(|t| {
        let who = matches!(scene.lower(unit), "who" | "'s" | "that");
        let word = matches!(t.kind, TokenKind::Word | TokenKind::Number);
        word && (who || !stops.iter().any(|c| t.has(*c))) && !is_adverb(scene, unit)
    })
}

/// "quickly", "also", "later": words between a subject and its verb.
pub(super) fn is_adverb(scene: &Scene<'_, '_>, unit: usize) -> bool {
    let word = scene.lower(unit);
    let plain = ["also", "later", "then", "now", "once", "often", "even", "still", "never", "further", "once", "first", "just"];
    plain.contains(&word) || (word.len() > 4 && word.ends_with("ly") && !scene.article.is_capital(scene.units[unit].first))
}
