//! Numbers written in figures: separators, decimals, fractions, powers of ten.

/// A number in figures at the head of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Digits {
    /// How many bytes it takes.
    pub length: usize,
    /// Its value.
    pub value: f64,
    /// Whether it is a run of digits and nothing else, as years and numbers in names are.
    pub plain: bool,
}

/// Reads the number that `text` begins with: `1,200`, `12,34,567.89`, `1.6`, `40 000`, `3/4`, `½`, `1.99×10−30`, `5e13`.
///
/// A text that begins with something else, or with what only looks like a number (`1.2.3`, `24/7`), has none.
pub(super) fn read(text: &str) -> Option<Digits> {
    if let Some((value, length)) = vulgar(text) {
        return Some(Digits { length, value, plain: false });
    }
    let (length, value) = separated(text)?;
    let rest = &text[length..];
    if let Some((exponent, tail)) = power_of_ten(rest) {
        return Some(Digits { length: length + tail, value: value * 10f64.powi(exponent), plain: false });
    }
    if let Some((part, tail)) = vulgar(rest) {
        return Some(Digits { length: length + tail, value: value + part, plain: false });
    }
    if let Some((denominator, tail)) = denominator(rest).filter(|(denominator, _)| value < *denominator) {
        return Some(Digits { length: length + tail, value: value / denominator, plain: false });
    }
    let plain = text[..length].bytes().all(|b| b.is_ascii_digit());
    Some(Digits { length, value, plain })
}

/// Digits with their separators: length and value.
fn separated(text: &str) -> Option<(usize, f64)> {
    let run = text.bytes().take_while(u8::is_ascii_digit).count();
    if run == 0 {
        return fraction_alone(text);
    }
    let grouped = run + groups(&text[run..], run);
    let mut number: String = text[..grouped].chars().filter(char::is_ascii_digit).collect();
    let mut length = grouped;
    let decimals = decimals(&text[grouped..], grouped == run);
    if decimals > 0 {
        number.push('.');
        number.push_str(&text[grouped + 1..=grouped + decimals]);
        length += 1 + decimals;
    }
    let goes_on = text[length..].starts_with(['.', ',']) && text[length + 1..].starts_with(|c: char| c.is_ascii_digit());
    // "1.2.3" is a version, "22,24,26" a list: its first number is read alone
    if goes_on && decimals > 0 && text[length..].starts_with('.') {
        return None;
    }
    Some((length, number.parse().ok()?))
}

/// `.08`
fn fraction_alone(text: &str) -> Option<(usize, f64)> {
    let digits = text.strip_prefix('.')?.bytes().take_while(u8::is_ascii_digit).count();
    let value = text.get(..=digits)?.parse().ok()?;
    (digits > 0).then_some((digits + 1, value))
}

/// How many bytes of groups of three (`,200`, ` 000` with a narrow blank) follow a first run of digits; Indian groups of two
/// (`12,34,567`) count where the last has three.
fn groups(rest: &str, first_run: usize) -> usize {
    if first_run > 3 {
        return 0;
    }
    let mut end = 0;
    let mut sound = 0;
    while let Some(separator) = rest[end..].chars().next().filter(|c| matches!(c, ',' | '\u{a0}' | '\u{202f}' | '\u{2009}' | ' ')) {
        let digits = &rest[end + separator.len_utf8()..];
        let count = digits.bytes().take_while(u8::is_ascii_digit).count();
        // a plain blank joins only round thousands: "40 000", not "Boeing 737 800"
        let fits = count == 3 && (separator != ' ' || digits.starts_with("000")) || count == 2 && separator == ',';
        if !fits {
            break;
        }
        end += separator.len_utf8() + count;
        if count == 3 {
            sound = end;
        }
    }
    sound
}

/// How many decimals follow: behind a dot any number, behind a comma (as much of Europe writes) one or two and no more commas.
fn decimals(rest: &str, ungrouped: bool) -> usize {
    let Some(separator) = rest.chars().next().filter(|c| matches!(c, '.' | ',')) else {
        return 0;
    };
    let count = rest[1..].bytes().take_while(u8::is_ascii_digit).count();
    let comma = ungrouped && (1..=2).contains(&count) && !rest[1 + count..].starts_with(',');
    if separator == '.' || comma { count } else { 0 }
}

/// `e13`, `e+14`, `×10−30`, `x10^6`: the exponent and its length.
fn power_of_ten(rest: &str) -> Option<(i32, usize)> {
    let base = ["\u{d7}10^", "x10^", "\u{d7}10", "x10", "e"].into_iter().find(|base| rest.starts_with(base))?;
    let tail = &rest[base.len()..];
    let (sign, digits) = match tail.chars().next()? {
        c @ ('-' | '\u{2212}' | '\u{2013}') => (-1, &tail[c.len_utf8()..]),
        '+' => (1, &tail[1..]),
        _ => (1, tail),
    };
    let count = digits.bytes().take_while(u8::is_ascii_digit).count();
    let exponent: i32 = digits[..count].parse().ok().filter(|e| *e <= 300)?;
    Some((sign * exponent, rest.len() - digits.len() + count))
}

/// `½` and its like at the head: value and length.
fn vulgar(text: &str) -> Option<(f64, usize)> {
    let c = text.chars().next()?;
    let value = match c {
        '\u{bd}' => 0.5,
        '\u{bc}' => 0.25,
        '\u{be}' => 0.75,
        '\u{2153}' => 1.0 / 3.0,
        '\u{2154}' => 2.0 / 3.0,
        '\u{2155}'..='\u{2158}' => f64::from(c as u32 - 0x2154) / 5.0,
        '\u{2159}' => 1.0 / 6.0,
        '\u{215a}' => 5.0 / 6.0,
        '\u{215b}' => 0.125,
        '\u{215c}' => 0.375,
        '\u{215d}' => 0.625,
        '\u{215e}' => 0.875,
        _ => return None,
    };
    Some((value, c.len_utf8()))
}

/// `/4`: a denominator that people write, and its length. "9/11" and "24/7" are names.
fn denominator(rest: &str) -> Option<(f64, usize)> {
    let slash = rest.chars().next().filter(|c| matches!(c, '/' | '\u{2044}'))?.len_utf8();
    let count = rest[slash..].bytes().take_while(u8::is_ascii_digit).count();
    let value: u32 = rest[slash..slash + count].parse().ok()?;
    let usual = matches!(value, 2..=10 | 12 | 16 | 20 | 32 | 64 | 100 | 128 | 1000);
    let ends = !rest[slash + count..].starts_with(['/', '\u{2044}']);
    (usual && ends).then_some((f64::from(value), slash + count))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_of_figures() {
        for (text, length, value) in [
            ("192.", 3, 192.0),
            ("1,307,000 of", 9, 1_307_000.0),
            ("12,34,567.89", 12, 1_234_567.89),
            ("4.800", 5, 4.8),
            ("5,25 euro", 4, 5.25),
            (".08", 3, 0.08),
            ("40\u{202f}000", 8, 40_000.0),
            ("40 000 men", 6, 40_000.0),
            ("737 800", 3, 737.0),
            ("22,24,26", 2, 22.0),
            ("3/4 mile", 3, 0.75),
            ("1\u{2044}32", 6, 1.0 / 32.0),
            ("2\u{bd}", 3, 2.5),
            ("6.2\u{d7}10\u{2212}4", 11, 6.2e-4),
            ("12.5e+14", 8, 12.5e14),
            ("5 each", 1, 5.0),
        ] {
            let got = read(text).expect(text);
            assert_eq!(got.length, length, "{text}");
            assert!((got.value - value).abs() <= 1e-9 * value, "{text}: {}", got.value);
        }
        for text in ["1.2.3", "24/7 now"] {
            assert!(read(text).is_none_or(|d| d.length < text.len()), "{text}");
        }
        assert_eq!(read(""), None);
        assert_eq!(read("."), None);
    }
}
