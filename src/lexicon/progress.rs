//! How far along a matter is, by a verb of beginning or ending and the words before it: "is ending", "has ended", "will end".

use super::{Lexicon, Table};
use crate::error::LexiconError;

/// How far along what a claim tells is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Progress {
    /// "will end"
    ToCome,
    /// "is ending"
    UnderWay,
    /// "has ended"
    Over,
}

/// The form of a verb of beginning or ending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhaseForm {
    /// "the end"
    Noun,
    /// "ending"
    Gerund,
    /// "ended", behind an auxiliary
    Participle,
    /// "end"
    Infinitive,
}

impl Progress {
    fn from_key(key: &str) -> Option<Self> {
        match key {
            "to-come" => Some(Self::ToCome),
            "under-way" => Some(Self::UnderWay),
            "over" => Some(Self::Over),
            _ => None,
        }
    }
}

impl PhaseForm {
    fn from_key(key: &str) -> Option<Self> {
        match key {
            "noun" => Some(Self::Noun),
            "gerund" => Some(Self::Gerund),
            "participle" => Some(Self::Participle),
            "infinitive" => Some(Self::Infinitive),
            _ => None,
        }
    }
}

/// What stands before each form, and what it tells.
#[derive(Debug, Clone, Default)]
pub(super) struct ProgressRules(Vec<Rule>);

#[derive(Debug, Clone)]
struct Rule {
    form: PhaseForm,
    before: Vec<Box<str>>,
    tells: Progress,
}

impl ProgressRules {
    /// Reads `progress.txt`: answer, form, words.
    pub(super) fn read(table: &Table<'_>) -> Result<Self, LexiconError> {
        let mut rules = Self::default();
        for row in table.rows() {
            let tells = Progress::from_key(row.cells[0]);
            let tells = tells.ok_or_else(|| table.error(row, "the answer is to-come, under-way or over"))?;
            let form = PhaseForm::from_key(table.cell(row, 1, "form")?);
            let form = form.ok_or_else(|| table.error(row, "a form is noun, gerund, participle or infinitive"))?;
            let before = table.cell(row, 2, "word")?.split_whitespace().map(Box::from).collect();
            rules.0.push(Rule { form, before, tells });
        }
        Ok(rules)
    }
}

impl Lexicon {
    /// How far along a matter is, by the form of its verb and the lower-case words that stand before it.
    ///
    /// ```
    /// use corroborate::lexicon::{Lexicon, PhaseForm, Progress};
    /// let lexicon = Lexicon::english();
    /// assert_eq!(lexicon.progress(PhaseForm::Gerund, ["are", "now"].into_iter()), Some(Progress::UnderWay));
    /// assert_eq!(lexicon.progress(PhaseForm::Gerund, ["the"].into_iter()), None);
    /// ```
    pub fn progress<'w>(&self, form: PhaseForm, before: impl Iterator<Item = &'w str> + Clone) -> Option<Progress> {
        let stands = |rule: &&Rule| before.clone().any(|word| rule.before.iter().any(|listed| **listed == *word));
        self.progress.0.iter().filter(|rule| rule.form == form).find(stands).map(|rule| rule.tells)
    }
}

#[cfg(test)]
mod tests {
    use crate::lexicon::Lexicon;

    #[test]
    fn a_bad_line_is_named() {
        for (line, message) in [
            ("soon\tnoun\tcoming", "progress.txt, line 1: the answer is to-come, under-way or over"),
            ("over\tverb\tcame", "progress.txt, line 1: a form is noun, gerund, participle or infinitive"),
        ] {
            assert_eq!(Lexicon::with_lists(&[("progress.txt", line)]).unwrap_err().to_string(), message);
        }
    }
}
