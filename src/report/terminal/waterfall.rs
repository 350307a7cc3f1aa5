//! The weights behind one pair, a line a comparison.

use super::page::Page;
use super::text::{Text, Tone};
use crate::judgement::Explanation;
use crate::report::card::{excuse_said, percent, result_words};

/// Why two claims were linked or not: one line a comparison with its bits, its level and the words of both sides, then the sum.
#[must_use]
pub fn waterfall(explanation: &Explanation, width: usize) -> String {
    let mut page = Page::new(width);
    let compared = &explanation.compared;
    for (name, id, text) in [("A", &explanation.a, &explanation.a_text), ("B", &explanation.b, &explanation.b_text)] {
        page.beside(&Text::new(Tone::Strong, name).push(Tone::Quiet, &format!(" {id}")), &Text::plain(text));
    }
    page.gap();
    let scale = compared.evidence.iter().map(|e| e.weight.abs()).fold(1.0, f64::max);
    for evidence in &compared.evidence {
        page.beside(
            &bits(evidence.weight),
            &Text::new(Tone::Strong, &evidence.comparison).push(Tone::Plain, &format!(": {}", evidence.level)),
        );
        let bar = bar(evidence.weight, scale);
        let words = words(&evidence.a, &evidence.b);
        if !bar.is_empty() || !words.is_empty() {
            page.beside(&Text::new(Tone::Quiet, &bar), &Text::new(Tone::Quiet, &words));
        }
    }
    let slot = if compared.same_slot { "one slot" } else { "two slots" };
    let sum = format!("sum: {slot}, probability {}", percent(compared.probability));
    page.beside(&bits(compared.weight), &Text::new(Tone::Strong, &sum));
    page.gap();
    let relation = format!("{} ({})", compared.relation.name(), compared.family.name());
    page.labelled("relation", &Text::plain(&relation));
    page.labelled("why", &Text::plain(&compared.reason));
    for excuse in &compared.excuses {
        page.labelled(result_words(excuse.result), &Text::plain(&excuse_said(excuse)));
    }
    page.labelled("verdict", &Text::plain(&explanation.verdict));
    page.finish()
}

fn bits(weight: f64) -> Text {
    let tone = if weight < 0.0 { Tone::Differ } else { Tone::Agree };
    Text::new(tone, &format!("{weight:+.2} bits"))
}

/// A bar of at most ten blocks, as long as the weight is large beside the largest one.
fn bar(weight: f64, scale: f64) -> String {
    let blocks = (weight.abs() / scale * 10.0).round().clamp(0.0, 10.0) as usize;
    let block = if weight < 0.0 { "▒" } else { "█" };
    block.repeat(blocks)
}

fn words(a: &str, b: &str) -> String {
    match (a.is_empty(), b.is_empty()) {
        (true, true) => String::new(),
        _ if a == b => format!("both \"{a}\""),
        (false, true) => format!("A \"{a}\""),
        (true, false) => format!("B \"{b}\""),
        (false, false) => format!("A \"{a}\"  B \"{b}\""),
    }
}
