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

use std::fs;
use std::path::Path;

/// Larger files only take longer.
const MOST_BYTES: usize = 4096;

/// Numbers that look random and are the same in every run (Knuth's MMIX generator).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    /// A copy with some bytes changed, taken away, doubled or put in.
    fn damaged(&mut self, bytes: &[u8]) -> Vec<u8> {
        const MARKS: &[u8] = b"\",;\t|\r\n\\\0\xef\xbb\xbf\xff\xfe{}[]:-#";
        let mut copy = bytes.to_vec();
        for _ in 0..=self.roll(8) {
            let at = self.roll(copy.len() + 1);
            let end = (at + self.roll(9)).min(copy.len());
            match self.roll(4) {
                0 => copy.insert(at, MARKS[self.roll(MARKS.len())]),
                1 => drop(copy.drain(at..end)),
                2 => drop(copy.splice(
                    at..at,
                    bytes[..self.roll(bytes.len().min(40) + 1)].iter().copied(),
                )),
                _ if at < copy.len() => copy[at] = u8::try_from(self.roll(256)).unwrap(),
                _ => {}
            }
        }
        copy
    }
}

/// Files below these folders with one of these endings, none too large.
fn seeds(folders: &[&str], endings: &[&str]) -> Vec<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = folders
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(root.join(folder)).sort_by_file_name());
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
fn each(seeds: &[Vec<u8>], damaged: usize, mut run: impl FnMut(&[u8])) {
    let damaged = std::env::var("TRAGALUZ_DAMAGE")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(damaged);
    let mut dice = Dice(7);
    seeds.iter().for_each(|seed| run(seed));
    for turn in 0..damaged {
        run(&dice.damaged(&seeds[turn % seeds.len()]));
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
