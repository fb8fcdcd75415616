//! How the values of each column of numbers are spread, for the dictionary: ten equal classes from smallest to largest.

use super::gather::label;
use super::value::{number, size};
use tragaluz_tables::cell_formats::number::Decimal;
use tragaluz_tables::{Column, Table};

/// Classes that a column's values are counted in.
const CLASSES: usize = 10;

/// A column being counted: its index, its smallest value, the width of a class, the counts.
struct CountedColumn {
    at: usize,
    min: f64,
    width: f64,
    counts: Vec<u64>,
}

impl CountedColumn {
    /// Begins to count; `None` for a column that holds no numbers, or the same one everywhere.
    fn new(at: usize, column: &Column) -> Option<CountedColumn> {
        let min = end(column, column.profile.min.as_deref())?;
        let max = end(column, column.profile.max.as_deref())?;
        (max > min).then(|| CountedColumn {
            at,
            min,
            width: (max - min) / CLASSES as f64,
            counts: vec![0; CLASSES],
        })
    }
}

/// Returns the smallest or largest value of a column as a number.
fn end(column: &Column, text: Option<&str>) -> Option<f64> {
    let mut scratch = String::new();
    let digits = label(column, text, &mut scratch)?;
    number(digits).map(|_| size(digits))
}

/// Returns the counts of each column, in one reading; empty for a column that holds no numbers, or the same one everywhere.
pub(crate) fn spreads(table: &Table) -> Vec<Vec<u64>> {
    let mut all = vec![Vec::new(); table.columns.len()];
    let mut counted: Vec<CountedColumn> = (table.columns.iter().enumerate())
        .filter(|(_, column)| column.kind.is_numeric())
        .filter_map(|(at, column)| CountedColumn::new(at, column))
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
            let cell = label(&table.columns[column.at], row.cell(column.at), &mut scratch);
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
