//! Cells of an XLSX sheet, one after the other. The reader of the values refuses words of errors that it does not know
//! (`Err:502`, `#SPILL!`, those of other languages) and goes on behind them; where they are is known from the sheet's part.

use super::super::code_formats::CodeFormat;
use super::super::sheet_cells::CellContent;
use super::facts::SheetFacts;
use crate::sources::excel::values::{code_formats, text_of};
use crate::unreadable::Unreadable;
use calamine::{Data, DataRef, XlsxCellReader, XlsxError};
use std::collections::btree_map;
use std::io::{Read, Seek};
use std::sync::Arc;

/// A cell's row and column, from 0.
type StreamedCell = (u32, u32);

/// The value of a cell.
pub(crate) struct StreamedValue {
    pub(crate) at: StreamedCell,
    pub(crate) text: String,
    pub(crate) held: CellContent,
}

/// The cells of a sheet that have values.
pub(crate) struct StreamedCells<'a, R: Read + Seek> {
    reader: XlsxCellReader<'a, R>,
    formats: Vec<Option<CodeFormat>>,
    odd_errors: btree_map::Iter<'a, StreamedCell, Arc<str>>,
    /// The last cell that the reader refused.
    refused: Option<StreamedCell>,
    /// Columns that the reader is behind in this row: it counts no cell that it refused, and some programs name no
    /// places.
    behind: u32,
    last: StreamedCell,
}

impl<'a, R: Read + Seek> StreamedCells<'a, R> {
    /// Returns the cells of this reader, which is before the first.
    pub(crate) fn new(reader: XlsxCellReader<'a, R>, facts: &'a SheetFacts) -> Self {
        let formats = code_formats(reader.styles());
        StreamedCells {
            reader,
            formats,
            odd_errors: facts.odd_errors.iter(),
            refused: None,
            behind: 0,
            last: (0, 0),
        }
    }

    /// Returns the next value; none at the end.
    ///
    /// # Errors
    /// When the sheet is damaged.
    pub(crate) fn next(&mut self) -> Result<Option<StreamedValue>, Unreadable> {
        let value = match self.reader.next_cell_with_style_id() {
            Ok(None) => return Ok(None),
            Ok(Some((cell, style))) => {
                let format = self.formats.get(style).and_then(Option::as_ref);
                let (text, held) = match cell.get_value() {
                    DataRef::SharedString(text) => ((*text).to_owned(), CellContent::Text),
                    other => text_of(&Data::from(other.clone()), format),
                };
                StreamedValue {
                    at: self.place(cell.get_position()),
                    text,
                    held,
                }
            }
            Err(XlsxError::CellError(word)) => {
                let known = self.odd_errors.next().map(|(at, _)| *at);
                // Nothing is known of the places where it is only asked whether the sheet holds something.
                let at = known.or_else(|| {
                    self.refused
                        .is_none()
                        .then_some((self.last.0, self.last.1 + 1))
                });
                let at = at.ok_or_else(|| Unreadable::damaged(&word))?;
                self.refused = Some(at);
                StreamedValue {
                    at,
                    text: word,
                    held: CellContent::Error,
                }
            }
            Err(why) => return Err(Unreadable::damaged(why)),
        };
        self.last = value.at;
        Ok(Some(value))
    }

    fn place(&mut self, (row, column): StreamedCell) -> StreamedCell {
        if row != self.last.0 {
            self.behind = 0;
        }
        if self.refused == Some((row, column + self.behind)) {
            self.behind += 1;
        }
        (row, column + self.behind)
    }
}
