//! An extractor of one's own: the built-in one, without what stands in captions. The picture desk keeps old figures under new pictures.
//!
//! `cargo run --example custom_extractor`

use corroborate::extract::{English, Extraction, Extractor};
use corroborate::lexicon::Lexicon;
use corroborate::text::{Article, Zone};
use corroborate::{Document, Reconciler, Span};

struct WithoutCaptions;

impl Extractor for WithoutCaptions {
    fn extract(&self, document: &Document, article: &Article<'_>) -> Extraction {
        let mut found = English::new(Lexicon::english()).extract(document, article);
        let captions: Vec<Span> = article.paragraphs().iter().filter(|p| p.zone == Zone::Caption).map(|p| p.span).collect();
        let stays = |span: Span| !captions.iter().any(|caption| caption.overlaps(span));
        found.quotations.retain(|q| stays(q.span));
        found.quantities.retain(|q| stays(q.span));
        found.dates.retain(|d| stays(d.span));
        found.mentions.retain(|m| stays(m.span));
        found
    }
}

fn main() {
    let text = "Some 4,000 soldiers took part in the exercise on Monday, General Ann Bell said.\n\n\
                A parade of 900 soldiers in 2019 (Getty Images)\n\n\
                The exercise ends on Friday.";
    let document = Document::new("post", text).with_published("2025-03-12");
    for (name, reconciler) in
        [("built-in", Reconciler::default()), ("without captions", Reconciler::default().with_extractor(WithoutCaptions))]
    {
        let found = reconciler.extract(&document);
        let figures: Vec<&str> = found.quantities.iter().map(|q| q.text.as_str()).collect();
        let dates: Vec<&str> = found.dates.iter().map(|d| d.text.as_str()).collect();
        println!("{name}: figures {figures:?}, dates {dates:?}");
    }
}
