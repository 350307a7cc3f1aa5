//! What each stage makes of one article, from its tokens to the words that two claims are compared by.
//!
//! `cargo run --example walk`

use corroborate::comparison::{Context, Reading};
use corroborate::extract::{date, name, quantity, quotation};
use corroborate::lexicon::Lexicon;
use corroborate::text::Article;
use corroborate::{Document, Reconciler};

const TEXT: &str = "Ferry runs aground off Orrin\n\nMore than 240 passengers were taken off a ferry that ran aground on Tuesday, \
                    Coast guard chief Maria Keller [said](#).\n\n\"Nobody was hurt,\" she told reporters. \
                    The ship's owner did not say when it will sail again.\n\nPhoto: Ann Bell / Carrow Agency";

fn main() {
    let lexicon = Lexicon::english();
    let document = Document::new("post", TEXT).with_outlet("Orrin Post").with_published("2025-03-12");
    let article = Article::new(&document.text, lexicon);

    println!("TEXT: sentences by zone, each token with its part of speech");
    for sentence in article.sentences() {
        let tagged: Vec<String> =
            (sentence.first..sentence.last).map(|i| format!("{}/{:?}", article.word(i), article.tokens()[i].tag)).collect();
        println!("  {:?}: {}", article.zone(sentence), tagged.join(" "));
    }

    println!("\nEXTRACT: dates, quantities, names, quotations, each with its bytes");
    let dates = date::extract(&article, date::dateline(&document, &article, lexicon), lexicon);
    for found in &dates {
        println!("  date      {:>8}  {} = {}", range(found.span), found.text, found.value);
    }
    for found in quantity::extract(&article, &dates, lexicon) {
        let noun = found.noun.as_deref().unwrap_or("-");
        println!("  quantity  {:>8}  {} = {:?} {:?}..{:?} of {noun}", range(found.span), found.text, found.bound, found.low, found.high);
    }
    let mentions = name::extract(&article, lexicon);
    for found in &mentions {
        println!(
            "  name      {:>8}  {} ({:?}, {})",
            range(found.span),
            found.name,
            found.kind,
            found.title.as_deref().unwrap_or("no title")
        );
    }
    for found in quotation::extract(&article, &mentions, lexicon) {
        let speaker = found.speaker.map_or("nobody".to_owned(), |s| s.name);
        println!("  quotation {:>8}  {:?} by {speaker}: {}", range(found.span), found.form, article.clean(found.span));
    }

    println!("\nCLAIM: slot and value apart; and the words that a claim is compared by, its value masked");
    let claims = Reconciler::default().extract(&document).claims.unwrap_or_default();
    let context = Context::of(&claims, lexicon);
    for claim in &claims {
        let source = claim.source().map_or("the outlet".to_owned(), |credit| credit.names.join(" and "));
        println!("  {:?}, {:?}, {:?}, from {source}: {}", claim.kind, claim.polarity, claim.modality, claim.text);
        for (facet, filler) in claim.slot.iter() {
            println!("      {facet:?} ({:?}): {}", filler.from, filler.text);
        }
        let terms: Vec<String> =
            Reading::new(claim, &context, lexicon).terms.iter().map(|t| format!("{} {:.1}", t.word, t.weight)).collect();
        println!("      compared by: {}", terms.join(", "));
    }
}

fn range(span: corroborate::Span) -> String {
    format!("{}..{}", span.start, span.end)
}
