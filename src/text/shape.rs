//! How a word is written, whatever its letters.

/// Capitals, digits, hyphens and dots of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Shape {
    /// It begins with a capital.
    pub(crate) upper: bool,
    /// It has no small letter, and two letters at least.
    pub(crate) all_upper: bool,
    /// It holds a digit.
    pub(crate) digit: bool,
    /// It holds a hyphen.
    pub(crate) hyphen: bool,
    /// It ends with a full stop.
    pub(crate) dot: bool,
}

impl Shape {
    pub(crate) fn of(word: &str) -> Self {
        let has = |test: fn(char) -> bool| word.chars().any(test);
        let upper = word.starts_with(char::is_uppercase);
        Self {
            upper,
            all_upper: upper && word.len() > 1 && !has(char::is_lowercase),
            digit: has(|c| c.is_ascii_digit()),
            hyphen: has(|c| c == '-'),
            dot: word.ends_with('.'),
        }
    }

    /// A number below 32 for each shape.
    pub(crate) fn number(self) -> u64 {
        let bits = [self.upper, self.all_upper, self.digit, self.hyphen, self.dot];
        bits.iter().fold(0, |number, bit| number << 1 | u64::from(*bit))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_shapes() {
        for (word, upper, all_upper, digit) in [
            ("ode", false, false, false),
            ("Ode", true, false, false),
            ("NATO", true, true, false),
            ("U.S.", true, true, false),
            ("G7", true, true, true),
            ("A", true, false, false),
        ] {
            let shape = Shape::of(word);
            assert_eq!((shape.upper, shape.all_upper, shape.digit), (upper, all_upper, digit), "{word}");
        }
        assert!(Shape::of("U.S.").dot && Shape::of("Jean-Luc").hyphen);
        assert_ne!(Shape::of("Ode").number(), Shape::of("ode").number());
    }
}
