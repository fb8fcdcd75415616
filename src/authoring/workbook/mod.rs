//! Facts of pages as sheets of rows, for an office that edits them in a spreadsheet: written from the pages, and read back
//! into them. A row is a file of a page, or a milestone; its key says which, and its fingerprints say how each fact was when
//! the sheets were written, so that what changed in the page and what changed in the row are told apart.

mod cell_habits;
mod cell_origin;
mod cell_text;
mod comparison;
mod import_outcome;
mod portal_sheet;
mod row_place;
mod sheet_row;
mod written_sheets;

pub(crate) use comparison::compare;
pub use import_outcome::{FactDifference, RowFault, SheetCount, StrangeColumns, TriedImport};
pub use row_place::RowPlace;
pub(crate) use sheet_row::read_tables;
pub(crate) use written_sheets::fact_sheets;
pub use written_sheets::{FactSheet, write_sheets};

use std::path::PathBuf;

/// A workbook that is to be read back.
#[derive(Debug, Clone)]
pub struct ImportOrder {
    /// The workbook, the CSV, or the folder of CSV files.
    pub file: PathBuf,
    /// Whether facts are written that were changed in the page, too, since the workbook was written.
    pub is_forced: bool,
}
