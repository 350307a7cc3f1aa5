//! What looks like a number and is no quantity: years, days, clock times, scores, ordinals, names, labels, "one" as a pronoun.

use super::figure::WrittenAmount;
use super::noun::Noun;
use super::numeral::Style;
use super::reader::QuantityReader;
use crate::lexicon::{Class, NumberContext};
use crate::text::{Tag, TokenKind};

/// A plain number of four digits in this range is read as a year unless it is measured or hedged.
const YEARS: std::ops::Range<f64> = 1900.0..2050.0;

/// A run of more digits than this is an identifier.
const LONGEST: usize = 15;

/// No telephone number has more groups of digits than this.
const DIALLED: usize = 6;

/// Behind a word such as "since" or "in" the years reach further.
const OLD_YEARS: std::ops::Range<f64> = 1000.0..2201.0;

impl QuantityReader<'_> {
    /// Whether this figure is no quantity.
    pub fn is_refused(&self, figure: &WrittenAmount<'_>) -> bool {
        self.is_date(figure)
            || self.is_clock(figure)
            || self.is_ordinal(figure)
            || self.is_pair(figure)
            || self.is_factor(figure)
            || self.is_name(figure)
            || self.is_pronoun(figure)
            || self.is_enumerator(figure)
            || self.is_age_group(figure)
    }

    /// Years, days of a month, decades.
    fn is_date(&self, figure: &WrittenAmount<'_>) -> bool {
        let (first, last) = (figure.first, figure.last);
        let month_before = self.is_month(first.wrapping_sub(1)) || self.lower_back(first, 1) == "," && self.is_month(first.wrapping_sub(2));
        let month_behind = self.is_month(last) || matches!(self.lower(last), "of") && self.is_month(last + 1);
        if (month_before || month_behind) && figure.unit.is_none() && figure.high <= 2100.0 {
            return true;
        }
        let era = self.says_back(first, 1, NumberContext::Era) || self.says(last, NumberContext::Era);
        let decade = matches!(self.lower(last), "s" | "'s") && self.glued(last) && figure.is_plain();
        let year = self.is_year(first) && (figure.unit.is_none() || self.says_back(first, 1, NumberContext::Year));
        era && figure.unit.is_none() || decade || year && !self.hedged_count(figure)
    }

    fn is_month(&self, at: usize) -> bool {
        self.has(at, Class::Month) && self.piece(at).is_some_and(|p| p.is_capital())
    }

    /// Whether a plain number of four digits at this piece is a year.
    pub fn is_year(&self, at: usize) -> bool {
        let Some(digits) = self.piece(at).and_then(|p| p.digits).filter(|d| d.plain && d.length == 4) else {
            return false;
        };
        let behind_year_word = self.says_back(at, 1, NumberContext::Year) && !self.tag(at + 1).is_noun();
        YEARS.contains(&digits.value) || OLD_YEARS.contains(&digits.value) && (behind_year_word || self.is_of_event(at))
    }

    /// "the treaty of 1648": a number of four digits that ends a phrase with "the"; "a total of 1250" and "the 1250 men" count.
    fn is_of_event(&self, at: usize) -> bool {
        let opener = at.checked_sub(2).filter(|_| self.lower_back(at, 1) == "of").map_or(at, |noun| self.start_of_phrase(noun));
        let event = at.checked_sub(2).is_some_and(|noun| self.tag(noun).is_noun() && !self.says(noun, NumberContext::Lead));
        event && self.lower(opener) == "the" && !self.tag(at + 1).is_noun() && !self.tag(at + 1).is_adjective()
    }

    /// "about 2000 people": a count, though it looks like a year.
    fn hedged_count(&self, figure: &WrittenAmount<'_>) -> bool {
        let counted = self.tag(figure.last) == Tag::NounPlural || self.lower(figure.last) == "people";
        counted && self.hedge_before(figure.first).is_some_and(|(at, _)| !matches!(self.lower(at), "around" | "before" | "near"))
    }

    /// "10 p.m.", "at 6 o'clock", "4:39", "1.05am", "half past six".
    fn is_clock(&self, figure: &WrittenAmount<'_>) -> bool {
        let colon = |at: usize| self.lower(at) == ":" && self.glued(at) && self.glued(at + 1);
        let hour = self.says(figure.number_last, NumberContext::Clock) && figure.high < 60.0;
        let spoken =
            matches!(self.lower_back(figure.first, 1), "past" | "to") && matches!(self.lower_back(figure.first, 2), "half" | "quarter");
        spoken && figure.high <= 12.0
            || colon(figure.number_last) && self.piece(figure.number_last + 1).is_some_and(|p| p.digits.is_some())
            || figure.first > 0 && colon(figure.first - 1) && self.before(figure.first - 1).is_some_and(|p| p.digits.is_some())
            || hour
    }

    /// "12th", "96th-minute", "21st".
    fn is_ordinal(&self, figure: &WrittenAmount<'_>) -> bool {
        let tail = self.lower(figure.number_last);
        self.glued(figure.number_last) && matches!(tail, "st" | "nd" | "rd" | "th") || self.is_dash_ordinal(figure)
    }

    /// "twenty-third" without a share of anything.
    fn is_dash_ordinal(&self, figure: &WrittenAmount<'_>) -> bool {
        let part = |at: usize| {
            matches!(self.number_word(at), Some(crate::lexicon::NumberWord::Part(_))) && !matches!(self.lower(at), "half" | "quarter")
        };
        figure.unit.is_none()
            && (part(figure.number_last)
                || self.is_dash(figure.number_last) && self.glued(figure.number_last) && part(figure.number_last + 1))
    }

    /// "2*3*4 dollars": what they come to, the text does not say.
    fn is_factor(&self, figure: &WrittenAmount<'_>) -> bool {
        let times = |at: usize| self.lower(at) == "*" && self.glued(at) && self.glued(at + 1);
        times(figure.number_last) || figure.first.checked_sub(1).is_some_and(times)
    }

    /// Two numbers with a hyphen that are no range: scores and votes (2-1, 9-2), phone numbers, seasons (2021-22).
    fn is_pair(&self, figure: &WrittenAmount<'_>) -> bool {
        let joined = |dash: usize, other: usize| {
            (self.kind(dash) == Some(TokenKind::Dash) || self.lower(dash) == "/")
                && self.piece(dash).is_some_and(|p| p.glued == self.glued(dash + 1))
                && self.piece(other).is_some_and(|p| p.digits.is_some())
        };
        let half = figure.unit.is_none() && !figure.range;
        let other_behind = joined(figure.number_last, figure.number_last + 1) && self.glued(figure.number_last);
        let other_before = figure.first >= 2 && joined(figure.first - 1, figure.first - 2) && self.glued(figure.first - 1);
        if half && (other_behind || other_before) {
            return true;
        }
        if half && self.is_spoken_score(figure) {
            return true;
        }
        let hyphen = figure.range && self.kind(figure.first + 1) == Some(TokenKind::Dash) && figure.unit.is_none();
        hyphen
            && (self.is_telephone(figure)
                || self.is_score(figure)
                || figure.high <= 150.0 && !self.counts_on(figure.last) && !self.hedged(figure.first))
    }

    /// "0800 555 0199", "+44 20 7946": plain numbers in a row, of which there are three or one begins with a naught.
    fn is_dialled(&self, at: usize) -> bool {
        let plain = |at: &usize| self.piece(*at).is_some_and(|p| p.digits.is_some_and(|d| d.plain));
        let first = (at.saturating_sub(DIALLED)..at).rev().take_while(plain).last().unwrap_or(at);
        let row = (first..at + DIALLED).take_while(plain).count();
        let naught = |at: usize| self.piece(at).is_some_and(|p| p.text.len() > 2 && p.text.starts_with('0'));
        row > 2 || (first..first + row).any(naught) || row > 1 && self.lower_back(first, 1) == "+"
    }

    /// "555-2368": three digits and four, and nothing counted.
    fn is_telephone(&self, figure: &WrittenAmount<'_>) -> bool {
        let digits = |at: usize| self.piece(at).and_then(|p| p.digits).filter(|d| d.plain).map(|d| d.length);
        digits(figure.first) == Some(3) && digits(figure.first + 2) == Some(4) && !self.counts_on(figure.last)
    }

    /// "won 5 to 3"
    fn is_spoken_score(&self, figure: &WrittenAmount<'_>) -> bool {
        let small = figure.is_plain() && figure.high < 200.0;
        let left = self.lower(figure.last) == "to"
            && self.piece(figure.last + 1).is_some_and(|p| p.digits.is_some_and(|d| d.plain && d.value <= figure.low));
        let right = self.lower_back(figure.first, 1) == "to"
            && figure.first >= 2
            && self.piece(figure.first - 2).is_some_and(|p| p.digits.is_some_and(|d| d.plain && d.value >= figure.low));
        let from = self.lower_back(figure.first, if left { 1 } else { 3 }) == "from";
        small
            && (left || right)
            && !from
            && self.measure(figure.last).is_none()
            && self.tag(figure.last + usize::from(left) * 2) != Tag::NounPlural
    }

    fn is_score(&self, figure: &WrittenAmount<'_>) -> bool {
        (figure.last..figure.last + 2).any(|at| self.says(at, NumberContext::Score))
            || (1..=3).any(|back| self.says_back(figure.first, back, NumberContext::Score))
    }

    /// "401 residents": a noun in the plural is counted even by a number that may be a name; "911 calls" are none.
    fn counts_behind_name(&self, figure: &WrittenAmount<'_>) -> bool {
        let noun = (figure.last..figure.last + 3).find(|&at| !self.tag(at).is_adjective()).unwrap_or(figure.last);
        self.tag(noun) == Tag::NounPlural && !self.says(noun, NumberContext::Named)
    }

    /// Numbers that are names or labels: "Game 7", "iPhone 11", "Section 427", "COVID-19", "the Big 12", "#4".
    fn is_name(&self, figure: &WrittenAmount<'_>) -> bool {
        let first = figure.first;
        let Some(before) = self.before(first) else { return false };
        let zip = figure.is_plain() && self.piece(first).is_some_and(|p| p.text.len() == 5) && self.is_state(first - 1);
        let word_pair =
            self.is_hyphen(figure.number_last) && matches!(self.lower(figure.number_last + 1), "on" | "by" | "to" | "in" | "off");
        if zip || word_pair && figure.unit.is_none() || self.is_behind_word_pair(first) {
            return true;
        }
        let identifier = self.piece(first).and_then(|p| p.digits).is_some_and(|d| d.plain && d.length > LONGEST);
        if identifier
            || figure.is_plain() && self.is_dialled(first)
            || self.says(first, NumberContext::Name) && figure.unit.is_none() && !self.counts_behind_name(figure)
            || before.text == "#" && self.glued(first)
            || before.lower == "nr"
            || before.text == "\u{2116}"
        {
            return true;
        }
        let hyphen_name = before.kind == TokenKind::Dash
            && before.glued
            && self.glued(first)
            && first >= 2
            && self.piece(first - 2).is_some_and(|p| {
                p.is_word() && self.numeral(first - 2).is_none() && !matches!(p.lower, "to" | "mid" | "sub" | "pre" | "top")
            });
        if hyphen_name && self.number_word(first).is_none() {
            return true;
        }
        let bare = figure.is_plain() || figure.unit.is_none() && self.number_word(first).is_some() && before.is_capital();
        let label = self.says_back(first, 1, NumberContext::Label) && !self.ends_phrase(first - 1);
        // "Section 12 of the act", "the Group of 20"
        let part = figure.is_plain() && self.lower(figure.last) == "of";
        let group = self.lower_back(first, 1) == "of"
            && self.says_back(first, 2, NumberContext::Label)
            && self.before(first - 1).is_some_and(|p| p.is_capital());
        if figure.unit.is_none() && (label || group) && (part || !self.counts_on(figure.last)) && bare {
            return true;
        }
        let glued_tail = figure.is_plain()
            && self
                .piece(figure.last)
                .is_some_and(|p| p.is_word() && p.glued && p.text.len() <= 3 && p.text.starts_with(|c: char| c.is_alphabetic()));
        let negative = figure.style == Style::Figures && figure.low < 0.0 && figure.low.fract() == 0.0 && figure.unit.is_none();
        glued_tail
            || (bare || negative) && self.is_in_name(figure)
            || figure.is_plain() && (self.is_before_name(figure) || self.is_bracketed(figure))
    }

    /// Two capitals before a number of five digits, with a comma or not: "NY, 10032".
    fn is_state(&self, at: usize) -> bool {
        let at = if self.lower(at) == "," { at.wrapping_sub(1) } else { at };
        self.piece(at).is_some_and(|p| p.text.len() == 2 && p.text.chars().all(|c| c.is_ascii_uppercase()))
    }

    /// The second number of "one-on-one", "4-to-4".
    fn is_behind_word_pair(&self, first: usize) -> bool {
        let joint = matches!(self.lower_back(first, 2), "on" | "by" | "to" | "in");
        first >= 4 && joint && self.is_hyphen(first - 1) && self.is_hyphen(first - 3) && self.numeral(first - 4).is_some()
    }

    /// A capitalised name right before a bare number, and nothing counted behind it. The first word of a sentence is a name only by
    /// its tag.
    fn is_in_name(&self, figure: &WrittenAmount<'_>) -> bool {
        let at = figure.first - 1;
        let Some(before) = self.piece(at) else { return false };
        let closed = [Class::Month, Class::Weekday, Class::Preposition, Class::Conjunction, Class::Pronoun, Class::Determiner];
        let name = before.is_word() && before.is_capital() && self.tag(at).is_proper() && !closed.iter().any(|c| self.has(at, *c));
        let placed = self.tag(self.start_of_phrase(at).wrapping_sub(1)) == Tag::Preposition;
        name && !(self.counts_on(figure.last) && (self.number_word(figure.first).is_some() || placed && figure.high >= 100.0))
    }

    /// A bare number before a capitalised name that is no plural: "575 Harbour Road", "the 11 Pro Max", "the 90049 ZIP Code".
    fn is_before_name(&self, figure: &WrittenAmount<'_>) -> bool {
        let named = |noun: Noun| {
            let head = noun.last - 1;
            self.tag(head) == Tag::ProperNoun && self.piece(head).is_some_and(|p| p.is_capital()) && !self.lower(head).ends_with('s')
        };
        self.phrase_head(figure.last).is_some_and(named) && !self.hedged(figure.first)
    }

    /// A bare number alone in brackets: the number on a shirt, a note.
    fn is_bracketed(&self, figure: &WrittenAmount<'_>) -> bool {
        self.lower_back(figure.first, 1) == "(" && self.lower(figure.last) == ")" && figure.is_plain() && !self.is_age(figure)
    }

    /// Whether a label word before a number rather ends a phrase of its own: "in the first round 40 people".
    fn ends_phrase(&self, at: usize) -> bool {
        self.piece(at).is_some_and(|p| p.lower.ends_with('s') && p.lower.len() > 3)
            && self.tag(at) == Tag::NounPlural
            && self.counts_on(at + 2)
    }

    /// Numbers that point at things or count off a list: "the two have met", "Two, we must ...", "2. Stir", the "Gang of Eight".
    fn is_enumerator(&self, figure: &WrittenAmount<'_>) -> bool {
        let word = self.number_word(figure.first).is_some()
            && figure.last == figure.first + 1
            && figure.low < 100.0
            && figure.style == Style::Words;
        let uncounted = self.lower(figure.last) != "of" && self.phrase_head(figure.last).is_none() && figure.unit.is_none();
        let opens = figure.first == 0 && matches!(self.lower(figure.last), "," | ":" | ")");
        let item = figure.first == 0 && figure.is_plain() && matches!(self.lower(figure.last), "." | ")") && figure.low < 100.0;
        let points = matches!(self.lower_back(figure.first, 1), "the" | "these" | "those" | "all" | "both" | "top");
        let named = figure.first > 1 && self.piece(figure.first).is_some_and(|p| p.is_capital()) && !self.hedged(figure.first);
        // "the Big Four banks"
        let nickname =
            named && self.before(figure.first).is_some_and(|p| p.is_capital() && p.is_word()) && self.tag(figure.first - 1).is_proper();
        item || word && (uncounted && (opens || points || named) || nickname)
    }

    /// "one" where it stands for a thing already named or for anybody: "this one", "no one", "the one who".
    fn is_pronoun(&self, figure: &WrittenAmount<'_>) -> bool {
        let alone = self.lower(figure.first) == "one" && figure.last == figure.first + 1;
        if !alone || figure.unit.is_some() {
            return false;
        }
        let points = matches!(
            self.lower_back(figure.first, 1),
            "this"
                | "that"
                | "these"
                | "those"
                | "the"
                | "no"
                | "any"
                | "every"
                | "each"
                | "another"
                | "which"
                | "some"
                | "same"
                | "other"
                | "first"
                | "last"
                | "next"
                | "number"
                | "square"
                | "day"
                | "good"
                | "new"
                | "a"
                | "your"
                | "my"
        ) || self.tag(figure.first.wrapping_sub(1)).is_adjective() && figure.first > 0;
        if self.lower(figure.last) == "of" {
            return self.stands_for_somebody(figure);
        }
        let counts = self.phrase_head(figure.last).is_some();
        !counts || points && !matches!(self.lower_back(figure.first, 1), "the") || self.lower(figure.last) == "another"
    }

    /// "One of the officials resigned", "a call to one of them": whoever acts or is acted on. "only one of the boats" counts, and so
    /// does, as NewsQuant has it, what somebody is: "was one of the largest fires".
    fn stands_for_somebody(&self, figure: &WrittenAmount<'_>) -> bool {
        let first = figure.first;
        let before = self.tag(first.wrapping_sub(1));
        if self.hedged(first) || before.is_adverb() && self.says_back(first, 1, NumberContext::Adverb) {
            return false;
        }
        let acted_on =
            before == Tag::Preposition && self.lower_back(first, 1) != "as" || before.is_verb() && !self.has(first - 1, Class::Auxiliary);
        let Some(noun) = self.noun_counted(figure) else { return true };
        let verb = if self.tag(noun.last).is_adverb() { noun.last + 1 } else { noun.last };
        first == 0 || acted_on || self.tag(verb).is_finite()
    }

    /// "men aged 18 to 34": the name of a group, not an age of anybody.
    fn is_age_group(&self, figure: &WrittenAmount<'_>) -> bool {
        let ages = self.says_back(figure.first, 1, NumberContext::Age) || self.lower_back(figure.first, 2) == "ages";
        figure.range && ages && figure.unit.is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::super::probe::check;

    #[test]
    fn dates_and_times_are_none() {
        check(&[
            ("year", "In 2016 he left; the 2018 elections came.", ""),
            ("old year", "It was built in 1260.", ""),
            ("future year", "It will be done by 2120, she said.", ""),
            ("decade", "In the 1990s and the '80s he sang.", ""),
            ("day", "On Feb. 14 and on 9 May they met.", ""),
            ("days", "It runs Oct. 18-22, 2019.", ""),
            ("clock", "It began at 10:27 PM and ended at 6 a.m.", ""),
            ("a count that looks like a year", "More than 2000 people came.", ">2000: people"),
            ("year range", "He ruled from 1999 to 2008.", ""),
        ]);
    }

    #[test]
    fn scores_and_ordinals_are_none() {
        check(&[
            ("score", "They won 3-2 on Sunday.", ""),
            ("lead", "She took a 2-4 loss badly.", ""),
            ("to", "They lost 5 to 3.", ""),
            ("ratio", "It was a 5-to-4 ruling.", ""),
            ("ordinal", "He came 12th in the 96th minute.", ""),
            ("season", "In the 2021-22 season he rested.", ""),
        ]);
    }

    #[test]
    fn names_and_labels_are_none() {
        check(&[
            ("label", "See page 12 and Section 427.", ""),
            ("model", "The Galaxy S23 and the iPhone 11 sold out.", ""),
            ("virus", "COVID-19 spread.", ""),
            ("index", "The FTSE 100 slipped.", ""),
            ("address", "She lives at 575 Harbour Road.", ""),
            ("emergency", "There were many 911 calls after 9/11.", ""),
            ("phone", "Call 555-0134 now.", ""),
            ("identifier", "Post 672138506081275904 was deleted.", ""),
            ("enumeration", "Two, we need more time.", ""),
            ("a name before a count", "In Norway 500 homes burned.", "500: homes"),
        ]);
    }

    #[test]
    fn one_and_two_as_pronouns_are_none() {
        check(&[
            ("this one", "This one is better than that one.", ""),
            ("no one", "No one came.", ""),
            ("the two", "The two have never met.", ""),
            ("one thing", "They found one solution.", "1: solution"),
            ("just one", "It happened in just one area.", "1: area"),
        ]);
    }
}
