//! Delimited text: cells are masked where they are, columns are cut out of each line, and nothing else changes.

use super::fault::{RedactionFault, RedactionRefusal};
use super::policy::{TextSighting, marker, marker_as_wide};
use super::table_columns::{RowPart, TableColumns, changed};
use super::text_copy::TextCopy;
use super::written_cell::WrittenCell;
use crate::Table;
use crate::rows::Row;
use crate::table_stream::PlacedText;
use std::ops::Range;

/// Writes a copy of a table's file.
pub(super) fn copy(
    table: &Table,
    text: PlacedText,
    columns: &mut TableColumns<'_>,
    out: TextCopy<'_>,
) -> Result<(), RedactionFault> {
    if text.is_printed && columns.leave_some_out() {
        return Err(RedactionRefusal::FixedPlaces.into());
    }
    let mut copy = DelimitedCopy {
        columns,
        out,
        is_printed: text.is_printed,
    };
    let mut rows = table
        .reading
        .stream
        .rows(&table.home.folder, table.reading.path())?;
    let (mut row, mut number) = (Row::new(), 0);
    while rows.read(&mut row)? {
        copy.row(&row, RowPart::of(table, number, &row))?;
        number += 1;
    }
    copy.out.finish()
}

struct DelimitedCopy<'c, 'p, 'o> {
    columns: &'c mut TableColumns<'p>,
    out: TextCopy<'o>,
    is_printed: bool,
}

impl DelimitedCopy<'_, '_, '_> {
    /// Copies a row, with what is behind the one before it.
    fn row(&mut self, row: &Row, part: RowPart) -> Result<(), RedactionFault> {
        let mut is_first = true;
        for (at, cell) in row.cells().enumerate() {
            let sighting = self.columns.look(part, at, cell);
            if self.columns.leaves_out(row, at, part) {
                self.cut(row, at, is_first)?;
            } else {
                is_first = false;
                self.mask(row, at, &sighting)?;
            }
        }
        Ok(())
    }

    /// Cuts a cell out, with the delimiter before it, or behind it where none before it is kept.
    fn cut(&mut self, row: &Row, at: usize, is_first: bool) -> Result<(), RedactionFault> {
        let start = row.start_of(at);
        let span = match row.cell(at + 1) {
            Some(_) if is_first => start..row.start_of(at + 1),
            Some(_) => start - 1..row.start_of(at + 1) - 1,
            None => {
                let written = row.written_from(at).ok_or_else(changed)?;
                // The delimiter before it was cut with the cell that it was behind.
                start - u64::from(!is_first)..start + written.len() as u64
            }
        };
        self.out.replace(span, "")
    }

    fn mask(
        &mut self,
        row: &Row,
        at: usize,
        sighting: &TextSighting,
    ) -> Result<(), RedactionFault> {
        if sighting.masked.is_empty() {
            return Ok(());
        }
        let parts: Vec<Range<usize>> = sighting.masked.iter().map(|one| one.span.clone()).collect();
        let cell = WrittenCell::of(row, at).ok_or_else(changed)?;
        let places = cell.places(&parts).ok_or_else(changed)?;
        for (place, one) in places.into_iter().zip(&sighting.masked) {
            let replaced = row.cell(at).and_then(|cell| cell.get(one.span.clone()));
            let marker = match replaced {
                Some(replaced) if self.is_printed => marker_as_wide(one.kind, replaced),
                _ => marker(one.kind),
            };
            self.out.replace(place, &marker)?;
        }
        Ok(())
    }
}
