//! Every messy file is read as the table beside it, cell by cell.
//!
//! The expected tables are made by `messy/expected.py` with Python's reader from decisions written down there by
//! hand, and those of `messy/government` were written by hand, never by this program.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

use crate::driver::repository;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use tragaluz::diag::Sink;
use tragaluz::tables::standalone;

/// Files of which no table can be made, and a word of the reason.
const REFUSED: &[(&str, &str)] = &[("csvkit/empty.csv", "empty")];

fn folder() -> PathBuf {
    repository("tests/messy")
}

fn messy_files() -> Vec<PathBuf> {
    let mut folders = vec![folder()];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.to_string_lossy();
            if path.is_dir() {
                folders.push(path);
            } else if !name.ends_with(".expected.csv")
                && (name.ends_with("sv") || PathBuf::from(format!("{name}.expected.csv")).is_file())
            {
                files.push(path);
            }
        }
    }
    files.sort();
    files
}

/// Header and rows as the program reads them.
fn read(path: &Path) -> Result<Vec<Vec<String>>, String> {
    let mut sink = Sink::new();
    let Some(table) = standalone::profile_file(path, None, &mut sink).unwrap() else {
        return Err(format!("{:?}", sink.into_sorted()));
    };
    let mut rows = vec![
        table
            .columns
            .iter()
            .map(|c| c.name.clone())
            .collect::<Vec<_>>(),
    ];
    let mut records = table.records().unwrap();
    while let Some(row) = records.next_row().unwrap() {
        rows.push(
            (0..table.columns.len())
                .map(|at| row.cell(at).unwrap_or("").to_owned())
                .collect(),
        );
    }
    assert_eq!(rows.len() as u64 - 1, table.rows, "{}", path.display());
    Ok(rows)
}

fn expected(path: &Path) -> Vec<Vec<String>> {
    let path = PathBuf::from(format!("{}.expected.csv", path.display()));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .from_path(&path)
        .unwrap();
    let rows = reader
        .records()
        .map(|r| r.unwrap().iter().map(str::to_owned).collect());
    rows.collect()
}

/// The first cells that differ, in words.
fn differences(got: &[Vec<String>], wanted: &[Vec<String>]) -> String {
    let mut out = String::new();
    if got.len() != wanted.len() {
        let _ = writeln!(
            out,
            "  {} rows, expected {}",
            got.len() - 1,
            wanted.len() - 1
        );
    }
    for (row, (got, wanted)) in got.iter().zip(wanted).enumerate() {
        if got != wanted {
            let at = got
                .iter()
                .zip(wanted)
                .position(|(g, w)| g != w)
                .unwrap_or(got.len().min(wanted.len()));
            let _ = writeln!(
                out,
                "  row {row}, cell {at}: {:?}, expected {:?}",
                got.get(at),
                wanted.get(at)
            );
            break;
        }
    }
    out
}

#[test]
fn every_messy_file_is_read_as_it_was_meant() {
    let files = messy_files();
    assert!(files.len() > 120, "the files are there");
    let mut wrong = String::new();
    for path in &files {
        let name = path
            .strip_prefix(folder())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let refused = REFUSED.iter().find(|(file, _)| *file == name);
        match (read(path), refused) {
            (Ok(got), None) => {
                let differences = differences(&got, &expected(path));
                if !differences.is_empty() {
                    let _ = write!(wrong, "{name}:\n{differences}");
                }
            }
            (Err(why), Some((_, word))) if why.contains(word) => {}
            (Err(why), _) => {
                let _ = writeln!(wrong, "{name}: refused: {why}");
            }
            (Ok(_), Some(_)) => {
                let _ = writeln!(wrong, "{name}: should have been refused");
            }
        }
    }
    assert!(wrong.is_empty(), "of {} files:\n{wrong}", files.len());
}
