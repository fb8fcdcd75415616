//! The hot paths of pages: `cargo bench --bench pages`. Whole portals are measured by `examples/pages.rs`.

#![allow(
    clippy::disallowed_methods,
    reason = "a measurement makes the portal that it reads"
)]

#[allow(dead_code, reason = "a part of it is used here")]
#[path = "../examples/pages/corpus.rs"]
mod corpus;

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use tragaluz::cache::CacheKey;
use tragaluz::html::plain_text::{Lines, Words, text_edition};
use tragaluz::render::style::Styles;
use tragaluz::site::audit;
use tragaluz::site::audit::inspect;
use tragaluz::{Options, Sink};

/// Commitments of the portal that is measured with.
const PAGES: usize = 100;

fn hot_paths(criterion: &mut Criterion) {
    let home = tempfile::tempdir().expect("a folder");
    corpus::portal(home.path(), PAGES, 3, true);
    let build = |options: &Options| {
        tragaluz::build_and_hold(home.path(), options, &mut Sink::new()).expect("a portal")
    };
    let (_, mut held) = build(&Options::default());
    let path = "commitments/c00005.html";
    let page = held.page(path).expect("a page");
    let lines = Lines {
        top: vec!["Banco de pruebas".to_owned()],
        ..Lines::default()
    };
    let words = Words {
        removed: "suprimido".into(),
        added: "añadido".into(),
        note: "nota".into(),
    };
    let mut group = criterion.benchmark_group("pages");
    group.sample_size(20);
    group.bench_function("one page, from memory", |bencher| {
        bencher.iter(|| held.page(black_box(path)));
    });
    group.bench_function("leaving out styles", |bencher| {
        let styles = Styles::default();
        bencher.iter(|| styles.lean(page.clone()));
    });
    group.bench_function("text edition", |bencher| {
        bencher.iter(|| text_edition(&page, &words, &lines, None));
    });
    group.bench_function("audit and weight", |bencher| {
        bencher.iter(|| {
            inspect(&audit::AuditedPage {
                path,
                kind: "commitment",
                source: None,
                text: &page,
            })
        });
    });
    group.bench_function("taking in an edit", |bencher| {
        let edited = corpus::change(home.path(), 0);
        bencher.iter(|| assert!(held.take_in(std::slice::from_ref(&edited))));
    });
    group.bench_function("a hundred commitments", |bencher| {
        bencher.iter(|| build(&Options::default()).0.pages);
    });
    let again = Options {
        program: Some(CacheKey::of(&[b"bench"])),
        ..Options::default()
    };
    group.bench_function("the same again", |bencher| {
        bencher.iter(|| build(&again).0.pages);
    });
    group.finish();
}

criterion_group!(benches, hot_paths);
criterion_main!(benches);
