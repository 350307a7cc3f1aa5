//! Credits about credits: who passes on what somebody said, and who is said to have said it.

use std::ops::Range;

use super::credit::{Content, Credit, credit};
use super::cue::{CueKind, Site};
use super::model::Score;
use super::model::view::View;
use super::scene::Scene;
use crate::lexicon::{Act, Class, Frame};
use crate::text::{Tag, TokenKind};

/// A credit that stands inside what another one covers: "Blinken said" in "Blinken said it was over, according to Price".
///
/// What somebody says of himself ("he said he hoped ...") is his all the same, but not what he says of things: "the troops it says
/// Russia has massed".
pub(super) fn inside(view: &View<'_, '_, '_>, found: Credit, outer: &Credit, model: &impl Score) -> Option<Credit> {
    let room = outer.content.ranges().find(|r| r.contains(&found.site.first)).filter(|_| reports(view.scene, found.site))?;
    let found = if found.fits(room) { found } else { credit(view, found.site, room.clone(), model)?.1 };
    let speaker = found.speaker.as_ref().filter(|s| room.start <= s.start && s.end <= room.end)?;
    let of_himself = is_pronoun(view.scene.tag(speaker.start)) && !is_aside(view.scene, room, speaker, found.site);
    (!of_himself && tells(view.scene, &found)).then_some(found)
}

/// Whether a credit only describes a thing that other words speak of: "troops it says Russia has massed". It takes nothing from them.
pub(super) fn describes(view: &View<'_, '_, '_>, credit: &Credit) -> bool {
    let room = view.frame.first..view.frame.last;
    let aside = credit.speaker.as_ref().is_some_and(|s| is_aside(view.scene, &room, s, credit.site));
    aside && reports(view.scene, credit.site) && tells(view.scene, credit)
}

/// Whether what a cue credits is a clause or words in marks.
fn tells(scene: &Scene<'_, '_>, credit: &Credit) -> bool {
    credit.content.ranges().any(|r| is_clause(scene, r))
}

/// Whether what is found is a thing and no statement: "Police found a 'suspicious' bag", not "found that it leaked".
pub(super) fn finds_thing(scene: &Scene<'_, '_>, site: Site, content: &Content) -> bool {
    let found = matches!(scene.lower(site.first), "find" | "finds" | "found");
    let stated = |r: &Range<usize>| {
        let whole = r.len() == 1 && scene.passage(r.start).is_some();
        let verb = r.clone().any(|u| scene.tag(u).is_verb());
        whole || verb || scene.tag(r.start).is_wh() || scene.lower(r.start) == "that"
    };
    found && content.before.is_none() && !content.ranges().any(stated)
}

fn is_pronoun(tag: Tag) -> bool {
    matches!(tag, Tag::Pronoun | Tag::WhPronoun)
}

/// Takes a tag off the end of what another cue covers: in `Bell said that "it is over," according to Dunn` and in `Bell said that "it
/// is over," Dunn recalled` Dunn passes it on.
pub(super) fn closes(view: &View<'_, '_, '_>, found: &Credit, outer: &mut Credit) -> bool {
    let Some(speaker) = found.speaker.clone().filter(|_| found.content.behind.is_none()) else { return false };
    let tag = speaker.start.min(found.site.first)..speaker.end.max(found.site.last);
    let beside = speaker.end == found.site.first || speaker.start == found.site.last;
    let at_end = |r: &&mut Range<usize>| r.start + 1 < tag.start && r.contains(&tag.start) && r.end <= tag.end;
    let Some(range) = outer.content.ranges_mut().find(at_end).filter(|_| beside) else { return false };
    range.end = tag.start - usize::from(view.scene.kind(tag.start - 1) == TokenKind::Comma);
    outer.via = Some((found.site, speaker));
    true
}

/// Whether a cue says that something was said: not a thing ("rejected the demands"), not in a time to come ("would announce"), not in
/// passing ("despite Bell saying"), and not that it was believed or found out.
fn reports(scene: &Scene<'_, '_>, site: Site) -> bool {
    let said = matches!(site.act, Act::Said | Act::Warned | Act::Denied);
    let token = |unit: usize, class| scene.token(unit).is_some_and(|t| t.has(class));
    match site.kind {
        CueKind::Verb(verb) => {
            let tag = scene.tag(site.first);
            let has_said = tag == Tag::VerbParticiple && site.first > 0 && token(site.first - 1, Class::Auxiliary);
            said && verb.frame != Frame::Object && (tag.is_finite() || has_said) && !token(site.first, Class::Finding)
        }
        CueKind::Phrase => true,
        CueKind::Colon => false,
    }
}

/// Whether a stretch of units is words in marks or a clause with its subject.
fn is_clause(scene: &Scene<'_, '_>, range: &Range<usize>) -> bool {
    let verb = range.clone().find(|u| scene.tag(*u).is_finite());
    range.clone().any(|u| scene.passage(u).is_some()) || verb.is_some_and(|v| v > range.start)
}

/// "troops it says": a noun, a pronoun, and the cue.
pub(super) fn is_aside(scene: &Scene<'_, '_>, room: &Range<usize>, speaker: &Range<usize>, site: Site) -> bool {
    let behind_noun = speaker.end == site.first && speaker.start > room.start && scene.tag(speaker.start - 1).is_noun();
    behind_noun && scene.tag(speaker.start) == Tag::Pronoun
}

/// "a claim Moscow denies": the noun takes up what was said before, and Moscow denies it.
pub(super) fn behind_resumption(scene: &Scene<'_, '_>, speaker: Range<usize>, content: &mut Content) -> Range<usize> {
    let resumes = |u: &usize| scene.tag(*u) == Tag::Noun && scene.token(*u).is_some_and(|t| t.has(Class::Resumption));
    let noun = speaker.clone().find(resumes).filter(|u| u + 1 < speaker.end && scene.tag(u + 1).is_proper());
    let Some(noun) = noun else { return speaker };
    if let Some(before) = content.before.as_mut().filter(|b| b.contains(&noun)) {
        before.end = noun + 1;
    }
    noun + 1..speaker.end
}

/// Gives the phrases that credit nothing themselves ("per Reuters") to the credit whose tag stands right before them.
pub(super) fn pass_on(view: &View<'_, '_, '_>, credits: &mut [Credit]) {
    for site in view.sites.iter().filter(|s| s.kind == CueKind::Phrase) {
        let settled = credits.iter().any(|c| c.site.first == site.first || c.content.covers(site.first));
        let Some(name) = view.chunks.iter().find(|c| c.start == site.last).filter(|_| !settled) else { continue };
        let tag_ends = |c: &Credit| c.speaker.as_ref().map_or(c.site.last, |s| s.end.max(c.site.last));
        let comma = |unit: usize| unit + 1 == site.first && view.scene.kind(unit) == TokenKind::Comma;
        if let Some(credit) = credits.iter_mut().find(|c| tag_ends(c) == site.first || comma(tag_ends(c))) {
            credit.via = Some((*site, name.clone()));
        }
    }
}
