//! How a table is read from its file: found out once, by the survey, and followed by everyone who reads it again.

use super::fault::Unreadable;
use super::rows::{Batch, Row, RowKind, Rows};
use super::sources::Stream;
use super::table::Table;
use std::path::Path;
use std::sync::Arc;

/// How a table is read from its file.
#[derive(Debug, Clone)]
pub struct Reading {
    /// The file's rows.
    pub stream: Arc<dyn Stream>,
    /// Numbers of the rows that the header is made of.
    pub header_rows: Vec<u64>,
    /// Rows of the file before the first that can be data.
    pub body: u64,
    /// Rows of the file up to the last that can be data; totals and notes stand below.
    pub until: u64,
    /// The header and the titles above it as they stand in the file, by which repetitions of them are known.
    pub header: Vec<Vec<String>>,
}

/// What a row of the file is to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// A title, a note or the header.
    Above,
    /// A row of the table.
    Data,
    /// Nothing but blanks and delimiters.
    Blank,
    /// A comment.
    Comment,
    /// The header once more.
    Header,
    /// A total or a note below the table.
    Below,
}

impl Reading {
    /// What the row of this number, from 0, is to the table.
    pub fn class(&self, number: u64, row: &Row) -> Class {
        if number < self.body {
            Class::Above
        } else if row.kind == RowKind::Comment {
            Class::Comment
        } else if row.is_blank() {
            Class::Blank
        } else if number >= self.until {
            Class::Below
        } else if self.is_header(row) {
            Class::Header
        } else {
            Class::Data
        }
    }

    fn is_header(&self, row: &Row) -> bool {
        self.header.iter().any(|header| {
            row.len() == header.len()
                && row.cell(0) == header.first().map(String::as_str)
                && row.cells().eq(header.iter().map(String::as_str))
        })
    }
}

/// The rows of data of a table, one after the other.
pub struct Records<'a> {
    reading: &'a Reading,
    rows: Box<dyn Rows>,
    row: Row,
    number: u64,
}

impl Table {
    /// Opens the table's rows, in the file's order.
    ///
    /// # Errors
    /// When the file can no longer be read.
    pub fn records(&self, root: &Path) -> Result<Records<'_>, Unreadable> {
        let rows = self.reading.stream.rows(root, &self.received.path)?;
        Ok(Records { reading: &self.reading, rows, row: Row::new(), number: 0 })
    }
}

impl Records<'_> {
    /// The next row of data; none at the end.
    ///
    /// # Errors
    /// When the file can no longer be read as it was before.
    pub fn next_row(&mut self) -> Result<Option<&Row>, Unreadable> {
        while self.rows.read(&mut self.row)? {
            let class = self.reading.class(self.number, &self.row);
            self.number += 1;
            if class == Class::Data {
                return Ok(Some(&self.row));
            }
        }
        Ok(None)
    }

    /// Puts the next rows of data in the place of those in the batch; none at the end.
    ///
    /// # Errors
    /// When the file can no longer be read as it was before.
    pub fn fill(&mut self, batch: &mut Batch) -> Result<(), Unreadable> {
        batch.clear();
        while !batch.is_full() && self.next_row()?.is_some() {
            let row = std::mem::take(&mut self.row);
            self.row = batch.push(row);
        }
        Ok(())
    }
}
