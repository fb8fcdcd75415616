//! A version without what may not be in it.

use crate::newer::write_row;
use crate::row_file::{open, reader, row_error, writer};
use crate::sums::Summing;
use crate::{Error, VersionSum};
use csv::StringRecord;
use std::io::Write;
use std::path::Path;

/// A cell by its column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedCell {
    /// The column's name.
    pub column: String,
    /// What the cell says.
    pub value: String,
}

/// What is taken out of versions.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Removal {
    /// The cells that a row has to have, all of them, to be meant. Every row is, where none is named.
    pub rows: Vec<NamedCell>,
    /// The columns whose cells are emptied in those rows. Where none is named, the rows themselves go.
    pub columns: Vec<String>,
}

/// What came of a removal.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RemovalOutcome {
    /// Rows that went.
    pub rows: u64,
    /// Cells that were emptied; those that were empty are not counted.
    pub cells: u64,
    /// Size and checksum of the version that was written.
    pub sum: VersionSum,
}

impl RemovalOutcome {
    /// Returns whether nothing was there to be removed.
    pub fn is_nothing(&self) -> bool {
        self.rows + self.cells == 0
    }
}

impl Removal {
    /// Writes a version without what is removed. A version that lacks a column by which rows are meant has no such row.
    ///
    /// # Errors
    /// When the version is no table, or the disk refuses.
    pub fn apply(&self, version: &Path, out: &mut dyn Write) -> Result<RemovalOutcome, Error> {
        let mut rows = reader(open(version)?);
        let header = rows.headers().map_err(|e| row_error(e, version, 0))?;
        let places = RemovalPlaces::of(self, header);
        let mut out = writer(Summing::new(out));
        write_row(&mut out, header.iter())?;
        let (mut row, mut number) = (StringRecord::new(), 0);
        let mut outcome = RemovalOutcome::default();
        while rows
            .read_record(&mut row)
            .map_err(|error| row_error(error, version, number + 1))?
        {
            number += 1;
            if !places.are_met(&row) {
                write_row(&mut out, row.iter())?;
            } else if self.columns.is_empty() {
                outcome.rows += 1;
            } else {
                let is_full = |at: &&usize| row.get(**at).is_some_and(|cell| !cell.is_empty());
                outcome.cells += places.emptied.iter().filter(is_full).count() as u64;
                write_row(&mut out, places.without(&row))?;
            }
        }
        let out = out
            .into_inner()
            .map_err(|error| Error::nameless(error.into_error()))?;
        let (sum, out) = out.finish();
        out.flush().map_err(Error::nameless)?;
        Ok(RemovalOutcome { sum, ..outcome })
    }

    /// Returns the names of all columns that it speaks of.
    pub fn named_columns(&self) -> impl Iterator<Item = &str> {
        let rows = self.rows.iter().map(|cell| &*cell.column);
        rows.chain(self.columns.iter().map(String::as_str))
    }
}

/// A removal in the columns of one version.
struct RemovalPlaces<'r> {
    /// The cells by which rows are meant, by their index; nothing where the version lacks one of the columns.
    rows: Option<Vec<PlacedCell<'r>>>,
    emptied: Vec<usize>,
}

/// A cell that a row has to have.
struct PlacedCell<'r> {
    index: usize,
    value: &'r str,
}

impl<'r> RemovalPlaces<'r> {
    fn of(removal: &'r Removal, header: &StringRecord) -> RemovalPlaces<'r> {
        let place = |column: &str| header.iter().position(|name| name == column);
        let rows = removal.rows.iter().map(|cell| {
            let index = place(&cell.column)?;
            let value = &cell.value;
            Some(PlacedCell { index, value })
        });
        RemovalPlaces {
            rows: rows.collect(),
            emptied: removal.columns.iter().filter_map(|c| place(c)).collect(),
        }
    }

    fn are_met(&self, row: &StringRecord) -> bool {
        let has = |cell: &PlacedCell<'_>| row.get(cell.index) == Some(cell.value);
        self.rows
            .as_ref()
            .is_some_and(|cells| cells.iter().all(has))
    }

    fn without<'a>(&'a self, row: &'a StringRecord) -> impl Iterator<Item = &'a str> {
        let cells = row.iter().enumerate();
        cells.map(|(at, cell)| if self.emptied.contains(&at) { "" } else { cell })
    }
}
