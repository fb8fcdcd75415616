//! A workbook made anew of what is read of another: the values of its tables, and nothing that such a file holds beside
//! them (formulas, comments, properties, hidden sheets, pictures, earlier versions).

use super::fault::{RedactionFault, RedactionRefusal};
use super::policy::{RedactionPolicy, marker};
use super::report::RedactedTable;
use super::table_columns::{RowPart, TableColumns};
use crate::Table;
use crate::rows::Row;
use crate::writers::plain_workbook::PlainWorkbook;
use std::io::Write;

/// Characters of a sheet's name.
const LONGEST_NAME: usize = 31;
/// From this size as received, a sheet may need the ZIP's longer form of sizes: markup is some ten times the data.
const LONG: u64 = 200_000_000;
/// The first row below what a sheet holds.
const MOST_ROWS: u64 = 1_048_576;

/// Writes these tables, each with the name of its sheet.
pub(super) fn copy(
    tables: &[(Option<String>, Table)],
    policy: &RedactionPolicy,
    out: &mut (dyn Write + Send),
) -> Result<Vec<RedactedTable>, RedactionFault> {
    let mut copy = WorkbookCopy {
        workbook: PlainWorkbook::new(
            tables.len(),
            tables.iter().any(|(_, table)| table.received.bytes > LONG),
        )
        .map_err(RedactionFault::Unwritable)?,
        names: Vec::new(),
    };
    let mut reports = Vec::with_capacity(tables.len());
    for (name, table) in tables {
        let mut columns = TableColumns::of(table, policy)?;
        let shown = copy.begin_sheet(name.as_deref(), policy)?;
        copy.rows(table, &mut columns)?;
        let name = (tables.len() > 1).then_some(shown);
        reports.push(RedactedTable {
            name,
            ..columns.into_report()
        });
    }
    copy.workbook
        .finish(out)
        .map_err(RedactionFault::Unwritable)?;
    Ok(reports)
}

struct WorkbookCopy {
    workbook: PlainWorkbook,
    names: Vec<String>,
}

impl WorkbookCopy {
    /// Begins a sheet of this name without what is personal in it, or of the next free one; returns its name.
    fn begin_sheet(
        &mut self,
        name: Option<&str>,
        policy: &RedactionPolicy,
    ) -> Result<String, RedactionFault> {
        let mut name = name.unwrap_or("data").to_owned();
        for one in policy.look_at_text(&name).masked.iter().rev() {
            name.replace_range(one.span.clone(), one.kind.id);
        }
        let name: String = name
            .chars()
            .map(|c| {
                if matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '\'') || c.is_control() {
                    '-'
                } else {
                    c
                }
            })
            .take(LONGEST_NAME - 4)
            .collect();
        let mut free = name.clone();
        let mut number = 1;
        while free.trim().is_empty() || self.names.contains(&free.to_lowercase()) {
            number += 1;
            free = format!("{name} {number}");
        }
        self.names.push(free.to_lowercase());
        self.workbook
            .begin_sheet(&free)
            .map_err(RedactionFault::Unwritable)?;
        Ok(free)
    }

    fn rows(
        &mut self,
        table: &Table,
        columns: &mut TableColumns<'_>,
    ) -> Result<(), RedactionFault> {
        let mut rows = table
            .reading
            .stream
            .rows(&table.home.folder, table.reading.path())?;
        let (mut row, mut number) = (Row::new(), 0);
        while rows.read(&mut row)? {
            if number >= MOST_ROWS {
                return Err(RedactionRefusal::TooLarge.into());
            }
            self.row(number, table, &row, columns)?;
            number += 1;
        }
        Ok(())
    }

    fn row(
        &mut self,
        number: u64,
        table: &Table,
        row: &Row,
        columns: &mut TableColumns<'_>,
    ) -> Result<(), RedactionFault> {
        let part = RowPart::of(table, number, row);
        self.workbook
            .begin_row(matches!(part, RowPart::Header { .. }));
        for (at, cell) in row.cells().enumerate() {
            let sighting = columns.look(part, at, cell);
            if columns.leaves_out(row, at, part) {
                continue;
            }
            let written = if sighting.masked.is_empty() {
                let column = columns
                    .table_column(part, at)
                    .map(|column| &table.columns[column]);
                self.workbook.cell(cell, column)
            } else {
                let mut masked = cell.to_owned();
                for one in sighting.masked.iter().rev() {
                    masked.replace_range(one.span.clone(), &marker(one.kind));
                }
                self.workbook.cell(&masked, None)
            };
            written.map_err(|_| RedactionRefusal::TooLarge)?;
        }
        self.workbook.end_row().map_err(RedactionFault::Unwritable)
    }
}
