//! Rows of data on their way from the file to the columns, in batches; rows that are none are noted.

use super::report::{Notes, RowNote};
use super::tail::Tail;
use crate::data::fault::Unreadable;
use crate::data::reading::{Class, Reading};
use crate::data::rows::{Batch, Row, Rows};
use crate::data::table::Table;

/// Some rows of data.
#[derive(Default)]
pub struct Portion {
    /// The rows.
    pub batch: Batch,
    /// How many columns the table has from which of these rows on, where that changes.
    pub widths: Vec<(usize, usize)>,
}

/// The file's rows, being divided into data and what stands around them.
pub struct Feed<'a> {
    reading: &'a Reading,
    rows: Box<dyn Rows>,
    row: Row,
    /// The number of the next row of the file.
    number: u64,
    after_blank: bool,
    /// None once the file has ended.
    tail: Option<Tail>,
    /// The last rows of data, when it has ended.
    last: std::vec::IntoIter<(u64, Row)>,
    /// Columns so far.
    width: usize,
    said: Said,
}

/// What is known of the rows once they have all been read.
#[derive(Default)]
pub struct Said {
    /// What was odd about them.
    pub notes: Notes,
    /// The first of them.
    pub preview: Vec<Vec<Option<String>>>,
    /// The number of the first row below the table.
    pub until: Option<u64>,
}

impl<'a> Feed<'a> {
    /// The rows of a table of so many columns.
    pub fn new(reading: &'a Reading, rows: Box<dyn Rows>, width: usize) -> Self {
        Feed {
            reading,
            rows,
            row: Row::new(),
            number: 0,
            after_blank: false,
            tail: Some(Tail::new(width)),
            last: Vec::new().into_iter(),
            width,
            said: Said::default(),
        }
    }

    /// Puts the next rows of data in the place of the last ones; none at the end.
    pub fn fill(&mut self, portion: &mut Portion) -> Result<(), Unreadable> {
        let Portion { batch, widths } = portion;
        batch.clear();
        widths.clear();
        while !batch.is_full() {
            let Some(row) = self.next_data()? else { break };
            if self.look_at(&row) {
                widths.push((batch.rows().len(), self.width));
            }
            let old = batch.push(row);
            if let Some(tail) = &mut self.tail {
                tail.recycle(old);
            }
        }
        Ok(())
    }

    fn next_data(&mut self) -> Result<Option<Row>, Unreadable> {
        while let Some(tail) = &mut self.tail {
            if !self.rows.read(&mut self.row)? {
                self.end();
                break;
            }
            let number = self.number;
            self.number += 1;
            let class = self.reading.class(number, &self.row);
            let blank = std::mem::replace(&mut self.after_blank, class == Class::Blank);
            if class != Class::Data {
                self.said.notes.set_aside(class, number, &self.row);
            } else if let Some((_, row)) = tail.push(number, &mut self.row, blank) {
                return Ok(Some(row));
            }
        }
        Ok(self.last.next().map(|(_, row)| row))
    }

    /// Divides the last rows into data and what stands below them.
    fn end(&mut self) {
        let Some(tail) = self.tail.take() else { return };
        let (data, below) = tail.finish();
        for (number, row) in &below {
            self.said.until = self.said.until.or(Some(*number));
            self.said.notes.set_aside(Class::Below, *number, row);
        }
        self.last = data.into_iter();
    }

    /// Notes what is odd about a row of data; says whether the table has more columns from here on.
    fn look_at(&mut self, row: &Row) -> bool {
        let width = self.width;
        if row.len() < width {
            self.said.notes.note(RowNote::Short, row, row.len());
        }
        if (width..row.len()).any(|at| row.cell(at).is_some_and(|c| !c.trim().is_empty())) {
            self.said.notes.note(RowNote::Long, row, width);
            self.width = row.len();
        }
        if row.stray_quote {
            self.said.notes.note(RowNote::StrayQuote, row, 0);
        }
        if self.said.preview.len() < Table::PREVIEW_ROWS {
            self.said.preview.push((0..self.width).map(|at| row.cell(at).map(str::to_owned)).collect());
        }
        self.width > width
    }

    /// What was found out about the rows.
    pub fn finish(self) -> Said {
        self.said
    }
}
