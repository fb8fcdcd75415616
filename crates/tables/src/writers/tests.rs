//! Workbooks are read back as they were written.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::standalone;
use crate::writers::convert::{convert, format_named};
use std::path::Path;

/// Types and rows of a file's first table.
fn read(path: &Path) -> (Vec<&'static str>, Vec<Vec<String>>) {
    let table = standalone::profile_file(path, None, &mut Vec::new())
        .unwrap()
        .unwrap();
    let types = table.columns.iter().map(|c| c.kind.id()).collect();
    let mut records = table.records().unwrap();
    let mut rows = Vec::new();
    while let Some(row) = records.next_row().unwrap() {
        rows.push(row.cells().map(str::to_lowercase).collect());
    }
    (types, rows)
}

/// More different names than are shared, over several blocks, with what is odd in workbooks.
#[test]
fn what_is_written_is_read_back() {
    let home = tempfile::tempdir().unwrap();
    let from = home.path().join("a.csv");
    let mut text = String::from("code,name,state,amount,day,moment,open,long\n");
    for row in 0..4_500 {
        let amount = if row % 9 == 0 {
            String::new()
        } else {
            format!("{}.{}5", row * 7, row % 10)
        };
        text.push_str(&format!(
            "{:05},=name {row} <&>_x0041_,State {},{amount},{}-02-28,2024-01-0{}T10:20:30,{},\" two\nlines {row}\"\n",
            row,
            row % 32,
            1950 + row % 70,
            1 + row % 9,
            row % 2 == 0,
        ));
    }
    std::fs::write(&from, text).unwrap();
    let table = standalone::check_file(&from, None, &mut Vec::new())
        .unwrap()
        .unwrap();
    let to = home.path().join("a.xlsx");
    let mut out = Vec::new();
    convert(&table, vec![(format_named("xlsx").unwrap(), &mut out)]).unwrap();
    std::fs::write(&to, out).unwrap();
    let (types, rows) = read(&from);
    let (types_back, rows_back) = read(&to);
    assert_eq!(types_back, types);
    assert_eq!(rows_back.len(), rows.len());
    for (back, row) in rows_back.iter().zip(&rows) {
        assert_eq!(back, row);
    }
}
