//! A file's rows without the counts that are not shown: whoever reads them finds a mark there.

use crate::dialect::TextDialect;
use crate::disclosure::HIDDEN;
use crate::rows::{Row, Rows};
use crate::table_stream::TableStream;
use crate::unreadable::Unreadable;
use std::path::Path;
use std::sync::Arc;

/// A cell of a file: the number of its row, from 0, and its place there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct MaskedCell {
    pub(crate) row: u64,
    pub(crate) at: usize,
}

/// A file whose rows are read with marks in place of some cells. Its text, in which they are still to be seen, it does not give.
#[derive(Debug)]
pub(crate) struct MaskedStream {
    inner: Arc<dyn TableStream>,
    /// In the order of rows.
    cells: Arc<[MaskedCell]>,
}

impl MaskedStream {
    /// Masks these cells of a file.
    pub(crate) fn new(inner: Arc<dyn TableStream>, mut cells: Vec<MaskedCell>) -> MaskedStream {
        cells.sort_unstable();
        MaskedStream {
            inner,
            cells: cells.into(),
        }
    }
}

impl TableStream for MaskedStream {
    fn rows(&self, root: &Path, path: &str) -> Result<Box<dyn Rows>, Unreadable> {
        Ok(Box::new(MaskedRows {
            inner: self.inner.rows(root, path)?,
            cells: self.cells.clone(),
            next: 0,
            number: 0,
            masked: Row::new(),
        }))
    }

    fn encoding(&self) -> Option<&'static str> {
        self.inner.encoding()
    }

    fn has_columns(&self) -> bool {
        self.inner.has_columns()
    }

    fn has_sparse_rows(&self) -> bool {
        self.inner.has_sparse_rows()
    }

    fn feature_id(&self) -> Option<usize> {
        self.inner.feature_id()
    }

    fn dialect(&self) -> Option<&TextDialect> {
        self.inner.dialect()
    }
}

struct MaskedRows {
    inner: Box<dyn Rows>,
    cells: Arc<[MaskedCell]>,
    /// The first of `cells` that is not passed yet.
    next: usize,
    /// The number of the next row.
    number: u64,
    masked: Row,
}

impl Rows for MaskedRows {
    fn read(&mut self, row: &mut Row) -> Result<bool, Unreadable> {
        if !self.inner.read(row)? {
            return Ok(false);
        }
        let here = &self.cells[self.next..];
        let here = here.iter().take_while(|cell| cell.row == self.number);
        let count = here.clone().count();
        if count > 0 {
            let is_masked = |at| here.clone().any(|cell| cell.at == at);
            row.mask(is_masked, HIDDEN, &mut self.masked);
            std::mem::swap(row, &mut self.masked);
        }
        self.next += count;
        self.number += 1;
        Ok(true)
    }
}
