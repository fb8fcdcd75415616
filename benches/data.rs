//! The hot paths of the data engine: `cargo bench --bench data`. Whole runs at real sizes are measured by
//! `examples/scale.rs`.

#![allow(
    clippy::disallowed_methods,
    reason = "a measurement writes the file that it reads"
)]

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use std::fmt::Write;
use std::hint::black_box;
use tragaluz::Sink;
use tragaluz::tables::standalone::profile_file;
use tragaluz_tables::dialect;
use tragaluz_tables::encoding::decode::{Utf8Reader, detect};
use tragaluz_tables::rows::{Row, Rows, TextRows};
use tragaluz_tables::writers::convert::{convert, format_named};

/// Rows of the table that is measured with: about 5 MB.
const ROWS: u64 = 60_000;

fn table() -> String {
    let mut text = String::from("id,date,area,supplier,amount,subject\n");
    for id in 0..ROWS {
        let n = id.wrapping_mul(2_654_435_761) % 100_003;
        let (month, day, cents) = (1 + n % 12, 1 + n % 28, n % 100);
        let subject = if n % 5 == 0 {
            "\"Papelería, tóner\""
        } else {
            "Mantenimiento de la red de agua potable"
        };
        writeln!(
            text,
            "{id},2024-{month:02}-{day:02},{:05},Proveedor {},{n}.{cents:02},{subject}",
            n % 2400,
            n % 9000
        )
        .expect("memory");
    }
    text
}

fn hot_paths(criterion: &mut Criterion) {
    let text = table();
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("table.csv");
    std::fs::write(&file, &text).expect("a file");
    let mut group = criterion.benchmark_group("data");
    group
        .throughput(Throughput::Bytes(text.len() as u64))
        .sample_size(20);
    group.bench_function("decode and rows", |bencher| {
        let detected = detect(None, || Ok(text.as_bytes())).expect("an encoding");
        let dialect = dialect::detect(&text[..10_000]);
        bencher.iter(|| {
            let mut rows = TextRows::new(Utf8Reader::new(text.as_bytes(), detected), &dialect);
            let (mut row, mut cells) = (Row::new(), 0);
            while rows.read(&mut row).expect("a row") {
                cells += row.len();
            }
            black_box(cells)
        });
    });
    group.bench_function("survey", |bencher| {
        bencher.iter(|| profile_file(&file, None, &mut Sink::new()).expect("the file"));
    });
    let table = profile_file(&file, None, &mut Sink::new())
        .expect("the file")
        .expect("a table");
    for id in ["csv", "json"] {
        let format = format_named(id).expect("a format");
        group.bench_function(format!("pour to {id}"), |bencher| {
            bencher
                .iter(|| convert(&table, vec![(format, &mut std::io::sink())]).expect("written"));
        });
    }
    group.finish();
}

criterion_group!(benches, hot_paths);
criterion_main!(benches);
