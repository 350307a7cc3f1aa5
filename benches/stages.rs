//! How long each stage takes, over the seed stories: `cargo bench`, or `cargo bench -- NAME` for some.
//!
//! One bench a stage, and the ways through that a user takes (`whole_…`). Each works on what the stages before it
//! made, so that it times its stage alone; figures are bytes of the articles, claims, pairs or queries a second, on one core unless
//! the feature `parallel` is on.

use std::sync::LazyLock;

use corroborate::blocking::{self, Passages, Stems};
use corroborate::claim::{self, Claim};
use corroborate::comparison::{self, Pairing, Reading};
use corroborate::document::read_inputs;
use corroborate::entity::Entities;
use corroborate::extract::{English, Extraction, Extractor, date, name, quantity, quotation};
use corroborate::lexicon::Lexicon;
use corroborate::linkage::{Linker, Weights};
use corroborate::pipeline::Passage;
use corroborate::relate::relate;
use corroborate::report::{markdown, terminal};
use corroborate::search::{Entry, SearchIndex};
use corroborate::similarity::{Similarity, Wording};
use corroborate::syntax::{Parsed, Syntax};
use corroborate::text::Article;
use corroborate::{Document, Reconciler, clustering, origin};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};

fn main() {
    divan::main();
}

/// What the stages make of the seed stories.
struct Story {
    lexicon: &'static Lexicon,
    documents: Vec<Document>,
    articles: Vec<Article<'static>>,
    found: Vec<Extraction>,
    claims: Vec<Claim>,
}

impl Story {
    fn read() -> Self {
        let seeds = ["harbour-bridge-collapse", "russia-ukraine-feb-2022"];
        let folders = seeds.map(|s| format!("{}/seeds/{s}", env!("CARGO_MANIFEST_DIR")).into()).to_vec();
        let documents: Vec<Document> = read_inputs(folders, std::io::empty()).collect::<Result<_, _>>().expect("the seeds are readable");
        let lexicon = Lexicon::english();
        let articles: Vec<_> = documents.iter().map(|d| Article::new(d.text.clone().leak(), lexicon)).collect();
        let found: Vec<_> = documents.iter().zip(&articles).map(|(d, a)| English::new(lexicon).extract(d, a)).collect();
        let claims = documents
            .iter()
            .zip(&articles)
            .zip(&found)
            .flat_map(|((d, a), f)| claim::claims(d, Parsed { article: a, syntax: &Syntax::new(a) }, f))
            .collect();
        Self { lexicon, documents, articles, found, claims }
    }

    fn bytes(&self) -> BytesCount {
        BytesCount::new(self.documents.iter().map(|d| d.text.len()).sum::<usize>())
    }

    fn readings(&self) -> Vec<Reading<'_>> {
        comparison::readings(&self.claims, self.lexicon)
    }

    fn pairs(&self, readings: &[Reading<'_>]) -> Vec<(usize, usize)> {
        blocking::candidates(readings, &Stems, blocking::BlockingConfig::default(), |a, b| {
            self.claims[a].document != self.claims[b].document
        })
    }

    fn linker(&self) -> Linker<'_> {
        Linker::new(Weights::shipped(), self.lexicon)
    }

    fn passages(&self) -> Vec<Passage> {
        self.claims.iter().map(|c| Passage { text: c.text.clone(), ..Passage::default() }).collect()
    }
}

static STORY: LazyLock<Story> = LazyLock::new(Story::read);

#[divan::bench]
fn text(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let read = |d: &Document| Article::new(&d.text, story.lexicon).tokens().len();
    bencher.counter(story.bytes()).bench_local(|| story.documents.iter().map(read).sum::<usize>());
}

#[divan::bench]
fn dates(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let read = |(d, a)| date::extract(a, date::dateline(d, a, story.lexicon), story.lexicon).len();
    bencher.counter(story.bytes()).bench_local(|| story.documents.iter().zip(&story.articles).map(read).sum::<usize>());
}

#[divan::bench]
fn names(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    bencher.counter(story.bytes()).bench_local(|| story.articles.iter().map(|a| name::extract(a, story.lexicon).len()).sum::<usize>());
}

#[divan::bench]
fn quantities(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let read = |(a, f): (_, &Extraction)| quantity::extract(a, &f.dates, story.lexicon).len();
    bencher.counter(story.bytes()).bench_local(|| story.articles.iter().zip(&story.found).map(read).sum::<usize>());
}

#[divan::bench]
fn quotations(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let read = |(a, f): (_, &Extraction)| quotation::extract(a, &f.mentions, story.lexicon).len();
    bencher.counter(story.bytes()).bench_local(|| story.articles.iter().zip(&story.found).map(read).sum::<usize>());
}

#[divan::bench]
fn syntax(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    bencher.counter(story.bytes()).bench_local(|| story.articles.iter().map(|a| Syntax::new(a).relation(0) as usize).sum::<usize>());
}

#[divan::bench]
fn claims(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let parses: Vec<Syntax> = story.articles.iter().map(Syntax::new).collect();
    let read = |(((d, article), syntax), f)| claim::claims(d, Parsed { article, syntax }, f).len();
    let all = || story.documents.iter().zip(&story.articles).zip(&parses).zip(&story.found);
    bencher.counter(story.bytes()).bench_local(|| all().map(read).sum::<usize>());
}

#[divan::bench]
fn entities(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let all = story.documents.iter().zip(&story.articles).zip(&story.found);
    let named: Vec<_> = all.map(|((d, a), f)| (d, a, f.mentions.as_slice())).collect();
    bencher.counter(story.bytes()).bench_local(|| Entities::resolve(&named, story.lexicon).all().len());
}

#[divan::bench]
fn origins(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    bencher
        .counter(story.bytes())
        .bench_local(|| origin::origins(&story.documents, &story.articles, origin::OriginConfig::default()).len());
}

#[divan::bench]
fn readings(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    bencher.counter(ItemsCount::new(story.claims.len())).bench_local(|| story.readings().len());
}

#[divan::bench]
fn blocking(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let readings = story.readings();
    bencher.counter(ItemsCount::new(readings.len())).bench_local(|| story.pairs(&readings).len());
}

#[divan::bench]
fn blocking_of_passages(bencher: Bencher<'_, '_>) {
    let readings = STORY.readings();
    let config = Passages::default();
    bencher.counter(ItemsCount::new(readings.len())).bench_local(|| blocking::overlapping(&readings, &Stems, config).len());
}

#[divan::bench]
fn linkage(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let readings = story.readings();
    let (pairs, linker) = (story.pairs(&readings), story.linker());
    let weigh = |&(a, b): &(usize, usize)| linker.weigh(&readings[a], &readings[b]);
    bencher.counter(ItemsCount::new(pairs.len())).bench_local(|| pairs.iter().map(weigh).sum::<i64>());
}

#[divan::bench]
fn clustering(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let (readings, linker) = (story.readings(), story.linker());
    let weighed: Vec<_> = story.pairs(&readings).into_iter().map(|(a, b)| (a, b, linker.weigh(&readings[a], &readings[b]))).collect();
    let keys: Vec<&str> = story.claims.iter().map(|c| c.id.as_str()).collect();
    let count = ItemsCount::new(weighed.len());
    bencher.counter(count).bench_local(|| clustering::groups(keys.len(), &weighed, &keys, clustering::ClusteringConfig::default()).len());
}

#[divan::bench]
fn relations(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let (readings, linker) = (story.readings(), story.linker());
    let pairing = |a: usize, b: usize| Pairing::new(&readings[a], &readings[b], story.lexicon);
    let linked = story.pairs(&readings).into_iter().filter(|&(a, b)| linker.weigh(&readings[a], &readings[b]) > 0);
    let pairs: Vec<_> = linked.map(|(a, b)| (a, b, pairing(a, b))).collect();
    let count = |(a, b, pairing): &(usize, usize, Pairing)| relate(&readings[*a], &readings[*b], pairing, story.lexicon).excuses.len();
    bencher.counter(ItemsCount::new(pairs.len())).bench_local(|| pairs.iter().map(count).sum::<usize>());
}

#[divan::bench]
fn similarity(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let wording = Wording::new(story.lexicon);
    let pairs: Vec<_> = story.claims.windows(2).map(|w| (w[0].text.as_str(), w[1].text.as_str())).collect();
    bencher.counter(ItemsCount::new(pairs.len())).bench_local(|| pairs.iter().map(|(a, b)| wording.similarity(a, b)).sum::<f64>());
}

fn index(story: &Story) -> SearchIndex<'_> {
    SearchIndex::new(story.claims.iter().map(|c| Entry { text: &c.text, title: "" }), story.lexicon)
}

#[divan::bench]
fn search_index(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(STORY.claims.len())).bench_local(|| drop(index(&STORY)));
}

#[divan::bench]
fn search_queries(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let index = index(story);
    let queries: Vec<&str> = story.claims.iter().step_by(20).map(|c| c.text.as_str()).collect();
    bencher.counter(ItemsCount::new(queries.len())).bench_local(|| queries.iter().map(|q| index.search(q, 10).len()).sum::<usize>());
}

#[divan::bench]
fn rendering(bencher: Bencher<'_, '_>) {
    let report = Reconciler::default().reconcile(&STORY.documents);
    let render = || terminal::render(&report, 100).len() + markdown::render(&report).len();
    bencher.counter(ItemsCount::new(report.groups.len())).bench_local(render);
}

#[divan::bench]
fn whole_extract(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let reconciler = Reconciler::default();
    bencher.counter(story.bytes()).bench_local(|| story.documents.iter().map(|d| reconciler.extract(d).dates.len()).sum::<usize>());
}

#[divan::bench]
fn whole_group(bencher: Bencher<'_, '_>) {
    let passages = STORY.passages();
    let reconciler = Reconciler::default();
    bencher.counter(ItemsCount::new(passages.len())).bench_local(|| reconciler.group(&passages).len());
}

#[divan::bench]
fn whole_reconcile(bencher: Bencher<'_, '_>) {
    let story = &*STORY;
    let reconciler = Reconciler::default();
    bencher.counter(story.bytes()).bench_local(|| reconciler.reconcile(&story.documents).groups.len());
}
