//! What the fuzz targets hold, on files that people sent and on many damaged copies of them; so that the targets are compiled
//! with everything else, and hold where nobody fuzzes. `TRAGALUZ_DAMAGE=1000 cargo test --test it fuzz::` damages more.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads its files, and how much it is to do"
)]

#[path = "../../fuzz/bodies/decode.rs"]
mod decode;
#[path = "../../fuzz/bodies/descriptors.rs"]
mod descriptors;
#[path = "../../fuzz/bodies/dialect.rs"]
mod dialect;
#[path = "../../fuzz/bodies/file.rs"]
mod file;
#[path = "../../fuzz/bodies/rows.rs"]
mod rows;

use crate::driver::{Dice, repository};
use std::fs;
use std::path::Path;

/// Larger files only take longer.
const MOST_BYTES: usize = 4096;

/// Returns a copy with some bytes changed, taken away, doubled or put in.
fn damaged(dice: &mut Dice, bytes: &[u8]) -> Vec<u8> {
    const MARKS: &[u8] = b"\",;\t|\r\n\\\0\xef\xbb\xbf\xff\xfe{}[]:-#";
    let mut copy = bytes.to_vec();
    for _ in 0..=dice.roll(8) {
        let at = dice.roll(copy.len() + 1);
        let end = (at + dice.roll(9)).min(copy.len());
        match dice.roll(4) {
            0 => copy.insert(at, *dice.of(MARKS)),
            1 => drop(copy.drain(at..end)),
            2 => drop(copy.splice(
                at..at,
                bytes[..dice.roll(bytes.len().min(40) + 1)].iter().copied(),
            )),
            _ if at < copy.len() => copy[at] = u8::try_from(dice.roll(256)).unwrap(),
            _ => {}
        }
    }
    copy
}

/// Files below these folders with one of these endings, none too large.
fn seeds(folders: &[&str], endings: &[&str]) -> Vec<Vec<u8>> {
    let files = folders
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(repository(folder)).sort_by_file_name());
    let named = |path: &Path| {
        path.extension()
            .is_some_and(|e| endings.iter().any(|own| e.eq_ignore_ascii_case(own)))
    };
    let paths = files.filter_map(|entry| {
        Some(entry.ok()?.into_path()).filter(|path| path.is_file() && named(path))
    });
    let all: Vec<Vec<u8>> = paths
        .filter_map(|path| fs::read(path).ok())
        .filter(|b| b.len() <= MOST_BYTES)
        .collect();
    assert!(all.len() > 10, "{folders:?} hold the seeds");
    all
}

/// Every seed as it is, and damaged copies of them in turn.
fn each(seeds: &[Vec<u8>], copies: usize, mut run: impl FnMut(&[u8])) {
    let copies = std::env::var("TRAGALUZ_DAMAGE")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(copies);
    let mut dice = Dice::new(7);
    seeds.iter().for_each(|seed| run(seed));
    for turn in 0..copies {
        run(&damaged(&mut dice, &seeds[turn % seeds.len()]));
    }
}

const TABLES: &[&str] = &["csv", "tsv", "txt", "json"];

#[test]
fn decoding_and_rows() {
    each(&seeds(&["tests/messy"], TABLES), 2_000, |bytes| {
        decode::run(bytes);
        let text = String::from_utf8_lossy(bytes);
        dialect::run(&text);
        rows::run(&text);
    });
}

#[test]
fn whole_files() {
    let mut ending = 0_u8;
    each(&seeds(&["tests/messy"], TABLES), 200, |bytes| {
        ending = ending.wrapping_add(1);
        file::run(ending, bytes);
    });
}

#[test]
fn descriptors() {
    each(
        &seeds(&["content", "data"], &["md", "json", "yaml"]),
        100,
        |bytes| {
            descriptors::run(&String::from_utf8_lossy(bytes));
        },
    );
}
