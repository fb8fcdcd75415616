//! What the fuzz targets hold, on files that people sent and on many damaged copies of them; so that the targets are compiled
//! with everything else, and hold where nobody fuzzes. `TRAGALUZ_DAMAGE=1000 cargo test --test it fuzz::` damages more.

#![allow(
    clippy::disallowed_methods,
    reason = "a test reads its files, and how much it is to do"
)]

#[path = "../../fuzz/bodies/mod.rs"]
pub(crate) mod bodies;

use crate::driver::{Dice, repository};
use bodies::{decode, descriptors, dialect, rows, table};
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
    let mut endings = table::ALL.iter().cycle();
    each(&seeds(&["tests/messy"], TABLES), 200, |bytes| {
        table::run(endings.next().unwrap(), bytes);
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

/// Every target is run on what it begins with, and on a few damaged copies of that.
#[test]
fn every_target_holds_on_what_it_begins_with() {
    for (name, target) in bodies::TARGETS {
        let folder = repository(&format!("fuzz/seeds/{name}"));
        let mut paths: Vec<_> = fs::read_dir(&folder)
            .unwrap_or_else(|_| panic!("{name} has seeds"))
            .map(|entry| entry.unwrap().path())
            .collect();
        paths.sort();
        let seeds: Vec<Vec<u8>> = paths.iter().map(|path| fs::read(path).unwrap()).collect();
        // Whole portals take a while: those of `untrusted.rs` are enough.
        if *name != "portal" {
            each(&seeds, 40, target);
        }
    }
}
