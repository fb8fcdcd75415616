//! Rows of data on their way from the file to the columns, in batches; rows that are none are noted.

use super::report::{Notes, RowNote};
use super::second;
use super::tail::Tail;
use crate::data::fault::Unreadable;
use crate::data::lines;
use crate::data::reading::{Class, Reading};
use crate::data::rows::{Batch, Row, Rows};
use crate::data::table::Table;
use std::ops::Range;

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
    /// The next row of data.
    data: Row,
    /// Whether `row` has been read, and waits for the last ones of the file before it.
    waits: bool,
    has_ended: bool,
    /// The number of the next row.
    number: u64,
    /// Which of the table's files is being read.
    file: usize,
    after_blank: bool,
    /// Whether the last row stood alone in its line, after a gap, as the title of another table does.
    after_title: bool,
    tail: Tail,
    /// The last rows of data of a file that has ended.
    last: std::vec::IntoIter<(u64, Row)>,
    /// Columns of the header, and columns so far.
    columns: usize,
    width: usize,
    /// What the first rows hold, by which a second table is noticed.
    first: second::Columns,
    said: Said,
}

/// What is known of the rows once they have all been read.
#[derive(Default)]
pub struct Said {
    /// What was odd about them.
    pub notes: Notes,
    /// The first of them.
    pub preview: Vec<Vec<Option<String>>>,
    /// Numbers of the rows below the table, or below a part of it.
    pub below: Vec<Range<u64>>,
}

impl<'a> Feed<'a> {
    /// The rows of a table of so many columns.
    pub fn new(reading: &'a Reading, rows: Box<dyn Rows>, width: usize) -> Self {
        Feed {
            reading,
            rows,
            row: Row::new(),
            data: Row::new(),
            waits: false,
            has_ended: false,
            number: 0,
            file: 0,
            after_blank: false,
            after_title: false,
            tail: Tail::new(width),
            last: Vec::new().into_iter(),
            columns: width,
            width,
            first: second::Columns::default(),
            said: Said::default(),
        }
    }

    /// Puts the next rows of data in the place of the last ones; none at the end.
    pub fn fill(&mut self, portion: &mut Portion) -> Result<(), Unreadable> {
        let Portion { batch, widths } = portion;
        batch.clear();
        widths.clear();
        while !batch.is_full() && self.next_data()? {
            if self.look_at() {
                widths.push((batch.rows().len(), self.width));
            }
            batch.push(&mut self.data);
        }
        Ok(())
    }

    /// Puts the next row of data in its place; false at the end.
    fn next_data(&mut self) -> Result<bool, Unreadable> {
        loop {
            if let Some((_, row)) = self.last.next() {
                self.data = row;
                return Ok(true);
            }
            if self.has_ended {
                return Ok(false);
            }
            if !std::mem::take(&mut self.waits) && !self.rows.read(&mut self.row)? {
                self.has_ended = true;
                self.close();
            } else if lines::file_of(self.row.line) != self.file {
                // Each file of a table may have its own totals and notes.
                self.file = lines::file_of(self.row.line);
                self.waits = true;
                self.close();
            } else if self.take_in() {
                std::mem::swap(&mut self.row, &mut self.data);
                return Ok(true);
            }
        }
    }

    /// Takes in the row that was read. Whether a row of data comes out for it, which then is in its place.
    fn take_in(&mut self) -> bool {
        let number = self.number;
        self.number += 1;
        let class = self.reading.class(number, &self.row);
        let blank = std::mem::replace(&mut self.after_blank, class == Class::Blank);
        let is_title = blank && class == Class::Data && self.columns > 1 && self.row.has_one_filled();
        let titled = std::mem::replace(&mut self.after_title, is_title);
        if class != Class::Data {
            if class == Class::Header && titled {
                self.said.notes.another(&self.row);
            }
            self.said.notes.set_aside(class, number, &self.row);
            return false;
        }
        if self.first.begins_another(&self.row, blank || titled) {
            self.said.notes.another(&self.row);
        }
        self.tail.push(number, &mut self.row, blank)
    }

    /// Divides the last rows of a file into data and what stands below them.
    fn close(&mut self) {
        let (data, below) = std::mem::replace(&mut self.tail, Tail::new(self.columns)).finish();
        for (number, row) in &below {
            self.said.notes.set_aside(Class::Below, *number, row);
        }
        if let (Some((first, _)), Some((last, _))) = (below.first(), below.last()) {
            self.said.below.push(*first..last + 1);
        }
        self.last = data.into_iter();
    }

    /// Notes what is odd about the next row of data; says whether the table has more columns from here on.
    fn look_at(&mut self) -> bool {
        let (row, width) = (&self.data, self.width);
        if row.len() < width && !self.reading.stream.has_sparse_rows() {
            self.said.notes.note(RowNote::Short, row, row.len());
        }
        if (width..row.len()).any(|at| row.cell(at).is_some_and(|c| !c.trim().is_empty())) {
            self.said.notes.note(RowNote::Long, row, width);
            self.width = row.len();
        }
        if row.stray_quote {
            self.said.notes.note(RowNote::StrayQuote, row, 0);
        }
        if row.excel_text {
            self.said.notes.note(RowNote::ExcelText, row, 0);
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
