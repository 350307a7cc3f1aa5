//! Passages that somebody is credited with: direct, mixed and indirect speech with cue and speaker.

mod antecedent;
mod assemble;
mod carry;
#[cfg(test)]
mod cases;
mod credit;
mod cue;
mod marks;
mod model;
mod names;
mod nested;
mod phrase;
mod reading;
mod scene;
mod voice;

#[cfg(feature = "train")]
pub use model::train::{Attribution, train};

use serde::{Deserialize, Serialize};

use super::name::Mention;
pub use crate::lexicon::Act;
use crate::lexicon::Lexicon;
use crate::span::Span;
use crate::text::Article;

/// How a passage is rendered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// All in quotation marks.
    Direct,
    /// Reported, with quoted fragments.
    Mixed,
    /// Reported without quotation marks.
    Indirect,
}

/// The word that credits somebody: "said", "according to".
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Cue {
    /// Where it stands.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// What the speaker did.
    #[serde(default)]
    pub act: Act,
}

/// Who is credited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Speaker {
    /// The mention that credits: a name with its title and description, a pronoun, "officials". Where a quotation has no tag of its
    /// own, the mention that its speaker was last credited by; such a quotation has no cue.
    pub mention: Option<Span>,
    /// The words of the mention.
    pub text: String,
    /// The resolved full name ("Sergei Lavrov" for "he"); the same as `text` where nothing better is known.
    pub name: String,
    /// The country that the speaker speaks for, where the story tells it by a title or a seat.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub country: Option<String>,
}

/// A passage that somebody is credited with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Quotation {
    /// The passage with its quotation marks; for reported speech what is reported, without cue and speaker.
    pub span: Span,
    /// The words of the span.
    pub text: String,
    /// How it is rendered.
    pub form: Form,
    /// The quoted fragments of a mixed one, with their marks.
    pub partials: Vec<Span>,
    /// Who is credited; `None` when nobody is.
    pub speaker: Option<Speaker>,
    /// The crediting word, where one stands.
    pub cue: Option<Cue>,
    /// Who passes the words on, where that is somebody else: Reuters in `"It is over," Lavrov said, per Reuters`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub via: Option<Relay>,
    /// What the passage credits to somebody else in turn: "it was over", by Blinken, in "Blinken said it was over, according to Price".
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub inner: Vec<Quotation>,
}

/// Who passes on what somebody else said.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub struct Relay {
    /// Who is credited with passing it on.
    pub speaker: Speaker,
    /// The crediting words.
    pub cue: Cue,
}

/// The quotations of an article, in order of their start; none overlaps another one, but for those that lie in its `inner`.
///
/// `mentions` gives the names of the article; without them runs of proper nouns serve. Which cues credit, who speaks and where the
/// words begin and end is decided by weights learned from PolNeAR (held-out articles: quotations in marks found with F1 .97, with
/// the right speaker .94 of them; all speech at an overlap of .8 with F1 .82, with the right speaker .81).
///
/// ```
/// use corroborate::extract::quotation::{Form, extract};
/// use corroborate::lexicon::Lexicon;
/// use corroborate::text::Article;
/// let lexicon = Lexicon::english();
/// let text = "Mayor Ann Bell denied that the bridge was unsafe. \"We checked every bolt of it in May,\" she said.";
/// let found = extract(&Article::new(text, lexicon), &[], lexicon);
/// assert_eq!(found[0].text, "that the bridge was unsafe");
/// assert_eq!((found[0].form, found[1].form), (Form::Indirect, Form::Direct));
/// assert_eq!(found[1].speaker.as_ref().map(|s| (s.text.as_str(), s.name.as_str())), Some(("she", "Ann Bell")));
/// ```
#[must_use]
pub fn extract(article: &Article<'_>, mentions: &[Mention], lexicon: &Lexicon) -> Vec<Quotation> {
    assemble::quotations(&scene::Scene::new(article, lexicon, mentions), mentions)
}
