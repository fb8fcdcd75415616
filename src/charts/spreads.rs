//! How the values of each column of numbers are spread, for the dictionary: ten equal classes from smallest to largest.

use super::value::{number, size};
use crate::data::Table;
use crate::data::cell_formats::number::Decimal;

/// Classes of a column.
const CLASSES: usize = 10;

/// A column being counted: its place, its smallest value, the width of a class, the counts.
struct Column {
    at: usize,
    min: f64,
    width: f64,
    counts: Vec<u64>,
}

/// The counts of each column, in one reading; empty for a column that holds no numbers, or the same one everywhere.
pub(crate) fn spreads(table: &Table) -> Vec<Vec<u64>> {
    let mut all = vec![Vec::new(); table.columns.len()];
    let mut counted: Vec<Column> = (table.columns.iter().enumerate())
        .filter(|(_, c)| c.kind.is_numeric())
        .filter_map(|(at, c)| {
            let mut scratch = String::new();
            let mut end = |text: &Option<String>| {
                super::gather::label(c, text.as_deref(), &mut scratch)
                    .filter(|t| number(t).is_some())
                    .map(size)
            };
            let (min, max) = (end(&c.profile.min)?, end(&c.profile.max)?);
            (max > min).then(|| Column {
                at,
                min,
                width: (max - min) / CLASSES as f64,
                counts: vec![0; CLASSES],
            })
        })
        .collect();
    let Ok(mut records) = table.records() else {
        return all;
    };
    if counted.is_empty() {
        return all;
    }
    let mut scratch = String::new();
    while let Ok(Some(row)) = records.next_row() {
        for column in &mut counted {
            let cell =
                super::gather::label(&table.columns[column.at], row.cell(column.at), &mut scratch);
            if let Some(value) = cell.and_then(number).map(Decimal::to_f64) {
                let class = ((value - column.min) / column.width).max(0.0) as usize;
                column.counts[class.min(CLASSES - 1)] += 1;
            }
        }
    }
    for column in counted {
        all[column.at] = column.counts;
    }
    all
}
