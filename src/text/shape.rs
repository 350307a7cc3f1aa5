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
        let mut shape = Self { upper: false, all_upper: word.len() > 1, digit: false, hyphen: false, dot: word.ends_with('.') };
        for (index, c) in word.chars().enumerate() {
            shape.upper |= index == 0 && c.is_uppercase();
            shape.all_upper &= !c.is_lowercase();
            shape.digit |= c.is_ascii_digit();
            shape.hyphen |= c == '-';
        }
        shape.all_upper &= shape.upper;
        shape
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
