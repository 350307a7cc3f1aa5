//! What the tables of named cases show of a text: its quantities on one line.

use super::extract;
use crate::lexicon::Lexicon;
use crate::text::Article;
use crate::value::{Bound, Trend};

/// The quantities of a text as `40`, `~40`, `>40` (more than), `>=40`, `<40`, `<=40`, `40..60`, with `^` or `v` for a movement, the
/// unit in brackets and the noun behind a colon: `~v5.5 [percent]: sales`.
pub(super) fn read(text: &str) -> String {
    let lexicon = Lexicon::english();
    let found = extract(&Article::new(text, lexicon), &[], lexicon);
    let shown = found.iter().map(|quantity| {
        let hedge = match quantity.bound {
            Bound::About => "~",
            Bound::MoreThan => ">",
            Bound::AtLeast => ">=",
            Bound::LessThan => "<",
            Bound::AtMost => "<=",
            Bound::Exact | Bound::Range => "",
        };
        let trend = match quantity.trend {
            Some(Trend::Up) => "^",
            Some(Trend::Down) => "v",
            None => "",
        };
        let value = match (quantity.low, quantity.high) {
            (Some(low), Some(high)) if quantity.bound == Bound::Range => format!("{low}..{high}"),
            (low, high) => format!("{}", low.or(high).unwrap_or(f64::NAN)),
        };
        let unit = quantity.unit.as_ref().map_or(String::new(), |unit| format!(" [{unit}]"));
        let noun = quantity.noun.as_ref().map_or(String::new(), |noun| format!(": {noun}"));
        format!("{hedge}{trend}{value}{unit}{noun}")
    });
    shown.collect::<Vec<_>>().join(", ")
}

/// Reads every text of a table and compares it with what its case wants.
pub(super) fn check(table: &[(&str, &str, &str)]) {
    for (name, text, want) in table {
        assert_eq!(read(text), *want, "{name}: {text}");
    }
}
