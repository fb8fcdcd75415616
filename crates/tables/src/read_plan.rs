//! How a table is read from its file: found out once, by the survey, and followed by everyone who reads it again.

use super::line_address;
use super::rows::{Row, RowBatch, RowKind, Rows};
use super::unreadable::Unreadable;
use crate::table_stream::TableStream;
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// How a table is read from its file.
#[derive(Debug, Clone)]
pub struct ReadPlan {
    /// The files that it is in, from the portal's root: nearly always one.
    pub(crate) paths: Vec<String>,
    /// The rows of the file, opened anew for each reading.
    pub(crate) stream: Arc<dyn TableStream>,
    /// Numbers of the rows that the header is made of.
    pub(crate) header_rows: Vec<u64>,
    /// Rows of the file before the first that can be data.
    pub(crate) body: u64,
    /// Numbers of the rows that are below the table, or below a part of it: totals and notes.
    pub(crate) below: Vec<Range<u64>>,
    /// The header and the titles above it as they are in the file, by which repetitions of them are known.
    pub(crate) header: Vec<Vec<String>>,
    /// Whether the file names its columns.
    pub(crate) is_named: bool,
    /// Titles of one cell above the table, which every printed page repeats.
    pub(crate) titles: Vec<String>,
    /// The cells that are columns of the table, where some are none.
    pub(crate) columns: Option<Vec<usize>>,
    /// Whether it is known from an earlier reading which rows are below the table.
    pub(crate) is_settled: bool,
}

/// What a row of the file is to the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RowClass {
    /// A title, a note or the header.
    Above,
    /// A row of the table.
    Data,
    /// Nothing but blanks and delimiters.
    Blank,
    /// A line that begins with the comment mark.
    Comment,
    /// The header, repeated further down or in a further file.
    Header,
    /// A total or a note below the table.
    Below,
}

impl ReadPlan {
    /// Notes which rows are below the table, unless that is known.
    pub(crate) fn settle(&mut self, below: &mut Vec<Range<u64>>) {
        if !self.is_settled {
            self.below = std::mem::take(below);
        }
    }

    /// What the row of this number, from 0, is to the table.
    pub(crate) fn class(&self, number: u64, row: &Row) -> RowClass {
        if number < self.body || row.kind == RowKind::Title {
            RowClass::Above
        } else if row.kind == RowKind::Header {
            RowClass::Header
        } else if row.kind == RowKind::Comment {
            RowClass::Comment
        } else if !row.holds_something() {
            RowClass::Blank
        } else if self.below.iter().any(|rows| rows.contains(&number)) {
            RowClass::Below
        } else if self.is_header(row) {
            RowClass::Header
        } else {
            RowClass::Data
        }
    }

    /// The first file of the table.
    pub(crate) fn path(&self) -> &str {
        self.paths.first().map_or("", String::as_str)
    }

    /// The file in which a row is.
    pub(crate) fn file_of(&self, address: u64) -> &str {
        self.paths
            .get(line_address::file_of(address))
            .map_or(self.path(), String::as_str)
    }

    /// A row's line, with its file's name where the table is in several.
    pub(crate) fn say(&self, address: u64) -> String {
        let line = line_address::line_of(address);
        if self.paths.len() < 2 {
            return line.to_string();
        }
        let file = self.file_of(address);
        format!("{}:{line}", file.rsplit('/').next().unwrap_or(file))
    }

    /// Whether a row is the header, or a title above it, once more, or numbers a page. Titles differ by the number of
    /// the page.
    fn is_header(&self, row: &Row) -> bool {
        if !self.titles.is_empty() && row.has_one_filled() {
            let cell = row
                .cells()
                .map(str::trim)
                .find(|c| !c.is_empty())
                .unwrap_or("");
            if self.titles.iter().any(|title| same_but_digits(title, cell)) {
                return true;
            }
        }
        if self.header.first().is_some_and(|header| header.len() > 1) && is_page_number(row) {
            return true;
        }
        // Files that were put together carry their marks of byte order along.
        self.header.iter().any(|header| {
            let first = header.first().map_or("", String::as_str);
            row.len() == header.len()
                && row.cell(0).is_some_and(|cell| {
                    cell == first || cell.strip_prefix('\u{feff}') == Some(first)
                })
                && row
                    .cells()
                    .skip(1)
                    .eq(header.iter().skip(1).map(String::as_str))
        })
    }
}

/// Whether a row holds nothing but the number of a printed page: `Página 1 de 2`, `Page 1/2`.
fn is_page_number(row: &Row) -> bool {
    let first = row.cells().find(|cell| !cell.is_empty());
    if !first.is_some_and(|cell| cell.starts_with(['P', 'p', 'S', 's'])) || !row.has_one_filled() {
        return false;
    }
    let cell = row
        .cells()
        .find(|cell| !cell.trim().is_empty())
        .unwrap_or("")
        .to_lowercase();
    let Some((word, number)) = cell.split_once(' ') else {
        return false;
    };
    let parts: Vec<&str> = number
        .split([' ', '/'])
        .filter(|part| !part.is_empty())
        .collect();
    let of = matches!(parts.as_slice(), [n, m] | [n, "de" | "of" | "von" | "di" | "sur", m] if is_number(n) && is_number(m));
    of && matches!(
        word,
        "página" | "pagina" | "pág." | "pag." | "page" | "seite" | "p."
    )
}

/// Whether two texts differ in nothing but their digits.
fn same_but_digits(a: &str, b: &str) -> bool {
    a == b
        || a.len() > 3
            && a.len().abs_diff(b.len()) < 4
            && without_digits(a).nth(2).is_some()
            && without_digits(a).eq(without_digits(b))
}

fn is_number(part: &str) -> bool {
    part.bytes().all(|b| b.is_ascii_digit())
}

/// Returns the bytes of a text that are no digits.
fn without_digits(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|b| !b.is_ascii_digit())
}

/// The rows of data of a table, one after the other.
pub struct DataRows<'a> {
    reading: &'a ReadPlan,
    rows: Box<dyn Rows>,
    row: Row,
    /// The row without the cells that are no columns.
    chosen: Row,
    number: u64,
}

impl<'a> DataRows<'a> {
    /// Opens the rows of a table that is read so, in the file's order.
    ///
    /// # Errors
    /// When the file can no longer be read.
    pub(crate) fn open(reading: &'a ReadPlan, folder: &Path) -> Result<Self, Unreadable> {
        Ok(DataRows {
            reading,
            rows: reading.stream.rows(folder, reading.path())?,
            row: Row::new(),
            chosen: Row::new(),
            number: 0,
        })
    }

    /// The next row of data; none at the end.
    ///
    /// # Errors
    /// When the file can no longer be read as it was before.
    pub fn next_row(&mut self) -> Result<Option<&Row>, Unreadable> {
        while self.rows.read(&mut self.row)? {
            let class = self.reading.class(self.number, &self.row);
            self.number += 1;
            if class == RowClass::Data {
                let Some(columns) = &self.reading.columns else {
                    return Ok(Some(&self.row));
                };
                self.row.choose(columns, &mut self.chosen);
                return Ok(Some(&self.chosen));
            }
        }
        Ok(None)
    }

    /// Moves to the next row of data; false at the end.
    ///
    /// # Errors
    /// When the file can no longer be read as it was before.
    pub(crate) fn advance(&mut self) -> Result<bool, Unreadable> {
        Ok(self.next_row()?.is_some())
    }

    /// The row that was moved to.
    pub(crate) fn row(&self) -> &Row {
        if self.reading.columns.is_some() {
            &self.chosen
        } else {
            &self.row
        }
    }

    /// The number of that row in the file, from 0.
    pub(crate) fn number(&self) -> u64 {
        self.number.saturating_sub(1)
    }

    /// Whether the file has rows below the table: totals and notes.
    pub(crate) fn has_rows_below(&self) -> bool {
        !self.reading.below.is_empty()
    }

    /// Puts the next rows of data in the place of those in the batch; none at the end.
    ///
    /// # Errors
    /// When the file can no longer be read as it was before.
    pub(crate) fn fill(&mut self, batch: &mut RowBatch) -> Result<(), Unreadable> {
        batch.clear();
        while !batch.is_full() && self.next_row()?.is_some() {
            batch.push(if self.reading.columns.is_some() {
                &mut self.chosen
            } else {
                &mut self.row
            });
        }
        Ok(())
    }
}
