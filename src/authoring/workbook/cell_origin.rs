//! Which cells the facts of a changed page came from, so that an error in the page is told at the row that would make it.

use super::row_place::RowPlace;
use crate::authoring::fact_edit::{FactEdit, FactStep};
use std::ops::RangeInclusive;

/// A cell that was written into a page.
pub(super) struct WrittenCell {
    /// Where its fact is in the page.
    pub(super) fact: Vec<FactStep>,
    pub(super) row: RowPlace,
    /// The head of its column.
    pub(super) head: String,
}

/// The lines of a page that came from a cell, from 1.
#[derive(Debug)]
pub(crate) struct CellLines {
    pub(super) lines: RangeInclusive<usize>,
    pub(super) row: RowPlace,
    pub(super) head: String,
}

impl WrittenCell {
    /// Returns the lines that the cell's fact takes in the page as it is by now; none where it is not there.
    pub(super) fn lines(self, page: &FactEdit) -> Option<CellLines> {
        let span = page.at(&self.fact)?.span.clone();
        let text = page.text();
        let line_of = |at: usize| text[..at].matches('\n').count() + 1;
        let first = line_of(span.start);
        let breaks = text[span].trim_end().matches('\n').count();
        Some(CellLines {
            lines: first..=first + breaks,
            row: self.row,
            head: self.head,
        })
    }
}
