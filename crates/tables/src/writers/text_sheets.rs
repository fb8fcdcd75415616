//! A workbook of texts that people edit: every cell is a text, the first row of a sheet is its header.

use super::spreadsheet_cells::SpreadsheetCell;
use super::workbook::{SheetLayout, WorkbookDraft};
use std::io;

/// Characters that a cell of a workbook holds.
pub const LONGEST_CELL: usize = 32_767;

/// Characters of the widest column.
const WIDEST: usize = 40;

/// A sheet of texts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextSheet {
    /// Its name, of at most 31 characters.
    pub name: String,
    /// Its rows, the header first; no cell has more than [`LONGEST_CELL`] characters.
    pub rows: Vec<Vec<String>>,
}

/// Writes an XLSX workbook of sheets.
///
/// # Errors
/// When the disk refuses.
pub fn write_workbook(sheets: &[TextSheet], out: &mut dyn io::Write) -> io::Result<()> {
    let mut draft = WorkbookDraft::new(sheets.len(), false)?;
    for sheet in sheets {
        let header = sheet.rows.first().map_or(&[][..], Vec::as_slice);
        let widths = header
            .iter()
            .map(|head| head.chars().count().clamp(8, WIDEST));
        let layout = SheetLayout {
            is_header_frozen: true,
            widths: widths.collect(),
            filtered: None,
        };
        draft.begin_sheet(&sheet.name, layout)?;
        for (number, row) in sheet.rows.iter().enumerate() {
            draft.begin_row();
            for (at, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
                if number == 0 {
                    draft.head(at, cell);
                } else {
                    draft.cell(at, SpreadsheetCell::Text(cell));
                }
            }
            draft.end_row()?;
        }
    }
    draft.finish(out)
}
