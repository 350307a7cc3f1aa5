//! How long each stage takes, over the seed stories: `cargo bench`.

use corroborate::blocking::{self, Stems};
use corroborate::claim::{self, Claim};
use corroborate::comparison::{Context, Reading};
use corroborate::document::read_inputs;
use corroborate::extract::{English, Extraction, Extractor, date, name, quantity, quotation};
use corroborate::lexicon::Lexicon;
use corroborate::linkage::{Linker, Weights};
use corroborate::text::Article;
use corroborate::{Document, Reconciler};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// The articles of all seed stories.
fn documents() -> Vec<Document> {
    let seeds = ["harbour-bridge-collapse", "russia-ukraine-feb-2022"];
    let folders = seeds.map(|s| format!("{}/seeds/{s}", env!("CARGO_MANIFEST_DIR")).into()).to_vec();
    read_inputs(folders, std::io::empty()).collect::<Result<_, _>>().expect("the seeds are readable")
}

fn lexicon() -> &'static Lexicon {
    Lexicon::english()
}

fn articles(documents: &[Document]) -> Vec<Article<'_>> {
    documents.iter().map(|d| Article::new(&d.text, lexicon())).collect()
}

fn found(documents: &[Document], articles: &[Article<'_>]) -> Vec<Extraction> {
    documents.iter().zip(articles).map(|(d, a)| English::new(lexicon()).extract(d, a)).collect()
}

fn claims(documents: &[Document]) -> Vec<Claim> {
    let articles = articles(documents);
    let found = found(documents, &articles);
    documents.iter().zip(&articles).zip(&found).flat_map(|((d, a), f)| claim::claims(d, a, f)).collect()
}

fn bytes(documents: &[Document]) -> BytesCount {
    BytesCount::new(documents.iter().map(|d| d.text.len()).sum::<usize>())
}

#[divan::bench]
fn text(bencher: Bencher<'_, '_>) {
    let documents = documents();
    bencher.counter(bytes(&documents)).bench_local(|| articles(&documents).len());
}

#[divan::bench]
fn dates(bencher: Bencher<'_, '_>) {
    let documents = documents();
    let articles = articles(&documents);
    bencher.counter(bytes(&documents)).bench_local(|| {
        let read = |(d, a)| date::extract(a, date::dateline(d, a, lexicon()), lexicon()).len();
        documents.iter().zip(&articles).map(read).sum::<usize>()
    });
}

#[divan::bench]
fn quantities(bencher: Bencher<'_, '_>) {
    let documents = documents();
    let articles = articles(&documents);
    let found = found(&documents, &articles);
    bencher
        .counter(bytes(&documents))
        .bench_local(|| articles.iter().zip(&found).map(|(a, f)| quantity::extract(a, &f.dates, lexicon()).len()).sum::<usize>());
}

#[divan::bench]
fn names(bencher: Bencher<'_, '_>) {
    let documents = documents();
    let articles = articles(&documents);
    bencher.counter(bytes(&documents)).bench_local(|| articles.iter().map(|a| name::extract(a, lexicon()).len()).sum::<usize>());
}

#[divan::bench]
fn quotations(bencher: Bencher<'_, '_>) {
    let documents = documents();
    let articles = articles(&documents);
    let found = found(&documents, &articles);
    bencher
        .counter(bytes(&documents))
        .bench_local(|| articles.iter().zip(&found).map(|(a, f)| quotation::extract(a, &f.mentions, lexicon()).len()).sum::<usize>());
}

#[divan::bench(name = "claims")]
fn build_claims(bencher: Bencher<'_, '_>) {
    let documents = documents();
    let articles = articles(&documents);
    let found = found(&documents, &articles);
    bencher
        .counter(bytes(&documents))
        .bench_local(|| documents.iter().zip(&articles).zip(&found).map(|((d, a), f)| claim::claims(d, a, f).len()).sum::<usize>());
}

#[divan::bench]
fn reading(bencher: Bencher<'_, '_>) {
    let claims = claims(&documents());
    let context = Context::of(&claims, lexicon());
    let count = ItemsCount::new(claims.len());
    bencher.counter(count).bench_local(|| claims.iter().map(|c| Reading::new(c, &context, lexicon()).terms.len()).sum::<usize>());
}

#[divan::bench]
fn pairing_and_link(bencher: Bencher<'_, '_>) {
    let claims = claims(&documents());
    let context = Context::of(&claims, lexicon());
    let readings: Vec<Reading<'_>> = claims.iter().map(|c| Reading::new(c, &context, lexicon())).collect();
    let pairs = blocking::candidates(&readings, &Stems, blocking::Config::default(), |a, b| claims[a].document != claims[b].document);
    let linker = Linker::new(Weights::shipped(), lexicon());
    let count = ItemsCount::new(pairs.len());
    bencher.counter(count).bench_local(|| pairs.iter().map(|&(a, b)| linker.weigh(&readings[a], &readings[b])).sum::<i64>());
}

#[divan::bench]
fn reconcile(bencher: Bencher<'_, '_>) {
    let documents = documents();
    bencher.counter(bytes(&documents)).bench_local(|| Reconciler::default().reconcile(&documents).groups.len());
}
