//! The tables of one file as rows of text: for whoever reads a form's answers and not data.

use crate::containers;
use crate::finding::Finding;
use crate::home::Home;
use crate::limits::Limits;
use crate::line_address::line_of;
use crate::profile::ProfileDepth;
use crate::schema::TableFile;
use crate::survey;
use crate::table::Table;
use std::path::Path;

/// A table, each cell as the file writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainTable {
    /// The sheet that it is, in a workbook.
    pub sheet: Option<String>,
    /// Names of its columns. Those that the file gives twice are told apart by a number.
    pub columns: Vec<String>,
    /// Its rows of data, in the order of the file.
    pub rows: Vec<PlainRow>,
}

/// A row with anything in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlainRow {
    /// The line of the text, or the row of the sheet, from 1.
    pub line: u64,
    /// As many cells as there are columns; one that is not there is empty.
    pub cells: Vec<String>,
}

/// Returns the tables of a file in the folder `root`: of a workbook one a sheet. What is wrong with it goes to `found`, and
/// a table that cannot be read is none.
pub fn plain_tables(
    path: &str,
    root: &Path,
    limits: &Limits,
    found: &mut Vec<Finding>,
) -> Vec<PlainTable> {
    read((path, root), limits, std::convert::identity, found)
}

/// The same with every row below the header: also those that look like totals or notes below a table, which a person may have
/// begun and not completed.
pub fn plain_tables_whole(
    path: &str,
    root: &Path,
    limits: &Limits,
    found: &mut Vec<Finding>,
) -> Vec<PlainTable> {
    let whole = |mut table: Table| {
        table.reading.below.clear();
        table
    };
    read((path, root), limits, whole, found)
}

fn read(
    (path, root): (&str, &Path),
    limits: &Limits,
    of: fn(Table) -> Table,
    found: &mut Vec<Finding>,
) -> Vec<PlainTable> {
    let mut declared = TableFile::new(path);
    declared.limits = *limits;
    // Without names of columns nobody knows which answers they are.
    declared.dialect.header = Some(true);
    let files = containers::tables(declared, root, found);
    (files.iter())
        .filter_map(|file| plain_table(file, root, of, found))
        .collect()
}

fn plain_table(
    file: &TableFile,
    root: &Path,
    of: fn(Table) -> Table,
    found: &mut Vec<Finding>,
) -> Option<PlainTable> {
    let home = Home::of_publisher(root);
    let table = of(survey::read(file, "", &home, ProfileDepth::Forms, found)?);
    let columns: Vec<String> = table.columns.iter().map(|c| c.name.clone()).collect();
    let mut rows = Vec::new();
    let read = table.records().and_then(|mut records| {
        while let Some(row) = records.next_row()? {
            let cells = (0..columns.len()).map(|at| row.cell(at).unwrap_or_default().trim());
            rows.push(PlainRow {
                line: line_of(row.line),
                cells: cells.map(str::to_owned).collect(),
            });
        }
        Ok(())
    });
    if let Err(why) = read {
        found.push(why.finding(&file.path));
        return None;
    }
    Some(PlainTable {
        sheet: file.dialect.sheet.clone(),
        columns,
        rows,
    })
}
