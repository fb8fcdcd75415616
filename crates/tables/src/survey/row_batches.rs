//! Rows of data on their way from the file to the columns, in batches; rows that are none are noted.

use super::footer::FooterBuffer;
use super::personal_data::{self, AsideScan};
use super::row_notes::{RowNote, RowNotes};
use super::second_table::{self, PrecedingRow};
use super::stray_quotes;
use super::watched_column::WatchedColumn;
use crate::dialect::holds_number;
use crate::expansion::ExpansionMeter;
use crate::finding::Finding;
use crate::line_address;
use crate::locate::CitedCell;
use crate::privacy::DeclaredContacts;
use crate::read_plan::{ReadPlan, RowClass};
use crate::rows::{Row, RowBatch, Rows};
use crate::table::Table;
use crate::unreadable::Unreadable;
use std::ops::Range;

/// A batch of rows of data, and where in it the table grew wider.
#[derive(Default)]
pub(crate) struct RowPortion {
    pub(crate) batch: RowBatch,
    /// How many columns the table has from which of these rows on, where that changes.
    pub(crate) widths: Vec<(usize, usize)>,
}

/// The file's rows, being divided into data and what is around them.
pub(crate) struct RowFeed<'a> {
    reading: &'a ReadPlan,
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
    /// Whether the last row stood alone in its line, as the title of another table does, and whether after a gap.
    after_title: bool,
    after_gap: bool,
    tail: FooterBuffer,
    /// The last rows of data of a file that has ended.
    last: std::vec::IntoIter<(u64, Row)>,
    /// Columns of the header, and columns so far.
    columns: usize,
    width: usize,
    /// What the first rows hold, by which a second table is noticed.
    first: second_table::ColumnKinds,
    summary: RowSummary,
    meter: ExpansionMeter,
}

/// What is known of the rows once they have all been read.
#[derive(Default)]
pub(crate) struct RowSummary {
    /// What was odd about them.
    pub(crate) notes: RowNotes,
    /// The first of them.
    pub(crate) preview: Vec<Vec<Option<String>>>,
    /// Numbers of the rows below the table, or below a part of it.
    pub(crate) below: Vec<Range<u64>>,
    /// The personal data in rows that are none of the table's.
    pub(super) aside: AsideScan,
}

impl RowSummary {
    /// Returns what is to be said of the rows and of personal data in them, with their sites.
    pub(super) fn findings(
        self,
        reading: &ReadPlan,
        columns: &mut [WatchedColumn],
    ) -> Vec<(CitedCell, Finding)> {
        let mut sited = self.aside.findings(reading);
        sited.extend(personal_data::of_columns(columns));
        sited.extend(self.notes.findings(reading));
        sited
    }
}

impl<'a> RowFeed<'a> {
    /// The rows of a table of so many columns.
    pub(crate) fn new(
        reading: &'a ReadPlan,
        rows: Box<dyn Rows>,
        width: usize,
        meter: ExpansionMeter,
    ) -> Self {
        RowFeed {
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
            after_gap: false,
            tail: FooterBuffer::new(width),
            last: Vec::new().into_iter(),
            columns: width,
            width,
            first: second_table::ColumnKinds::default(),
            summary: RowSummary::default(),
            meter,
        }
    }

    /// Looks for personal data beside the table, too, other than these contacts.
    pub(super) fn looking_aside(mut self, declared: Option<DeclaredContacts>) -> Self {
        self.summary.aside = AsideScan::new(declared);
        self
    }

    /// Puts the next rows of data in the place of the last ones; none at the end.
    pub(crate) fn fill(&mut self, portion: &mut RowPortion) -> Result<(), Unreadable> {
        let RowPortion { batch, widths } = portion;
        batch.clear();
        widths.clear();
        while !batch.is_full() && self.next_data()? {
            // Cells that a short row lacks are cells too.
            self.meter.take(
                self.data.len().max(self.width),
                line_address::line_of(self.data.line),
            )?;
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
            } else if line_address::file_of(self.row.line) != self.file {
                // Each file of a table may have its own totals and notes.
                self.file = line_address::file_of(self.row.line);
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
        let blank = std::mem::replace(&mut self.after_blank, class == RowClass::Blank);
        // Nearly every row is told apart by its second cell.
        let is_title = class == RowClass::Data
            && self.columns > 1
            && self.row.cell(1).is_none_or(str::is_empty)
            && self.row.has_one_filled();
        let titled = std::mem::replace(&mut self.after_title, is_title);
        if class != RowClass::Data {
            self.summary.aside.take(class, number, &self.row);
            if class == RowClass::Header && titled {
                self.summary.notes.another(&self.row);
            }
            if class == RowClass::Above && self.is_left_out(number) {
                self.summary.notes.left_out(&self.row);
            } else {
                self.summary.notes.set_aside(class, number, &self.row);
            }
            return false;
        }
        let before = match (blank || titled && self.after_gap, titled) {
            (true, _) => PrecedingRow::Gap,
            (false, true) => PrecedingRow::Title,
            (false, false) => PrecedingRow::Row,
        };
        self.after_gap = blank && is_title;
        if self.reading.is_settled {
            return true;
        }
        if let Some(header) = self.first.take(&self.row, before) {
            self.summary.notes.another(&header);
        }
        self.tail.push(number, &mut self.row, blank)
    }

    /// Whether a row above the table, which is neither its header nor numbers its columns, looks like one of its rows, or
    /// like names right above its header.
    fn is_left_out(&self, number: u64) -> bool {
        let (row, header) = (&self.row, &self.reading.header_rows);
        let filled = row.cells().map(str::trim).filter(|cell| !cell.is_empty());
        if row.filled() < 3 || header.contains(&number) || row.is_ruling() {
            return false;
        }
        let numbers: Option<Vec<u64>> = filled
            .clone()
            .map(|cell| cell.trim_matches(['(', ')', '[', ']']).parse().ok())
            .collect();
        if numbers.is_some_and(|numbers| numbers.windows(2).all(|pair| pair[0] < pair[1])) {
            return false;
        }
        let count = filled.clone().count();
        let has_numbers = filled.clone().any(holds_number);
        let first_of_header = header.iter().min().copied();
        if has_numbers {
            count * 2 > self.columns && number < first_of_header.unwrap_or(0)
        } else {
            first_of_header == Some(number + 1)
        }
    }

    /// Divides the last rows of a file into data and what is below them.
    fn close(&mut self) {
        let ended = std::mem::replace(&mut self.tail, FooterBuffer::new(self.columns)).finish();
        let below = &ended.below;
        for (number, row) in below {
            self.summary.aside.take(RowClass::Below, *number, row);
            if ended.looks_like_data(row) {
                self.summary.notes.left_out(row);
            } else {
                self.summary.notes.set_aside(RowClass::Below, *number, row);
            }
        }
        if let (Some((first, _)), Some((last, _))) = (below.first(), below.last()) {
            self.summary.below.push(*first..last + 1);
        }
        self.last = ended.data.into_iter();
    }

    /// Notes what is odd about the next row of data; says whether the table has more columns from here on.
    fn look_at(&mut self) -> bool {
        let (row, width) = (&self.data, self.width);
        if row.len() < width && !self.reading.stream.has_sparse_rows() {
            self.summary.notes.note(RowNote::Short, row, row.len());
        }
        if (width..row.len()).any(|at| row.cell(at).is_some_and(|c| !c.trim().is_empty())) {
            self.summary.notes.note(RowNote::Long, row, width);
            self.width = row.len();
        }
        if row.stray_quote {
            self.summary.notes.note(RowNote::StrayQuote, row, 0);
        } else if row.several_lines
            && self
                .reading
                .stream
                .dialect()
                .is_some_and(|marks| stray_quotes::holds_rows(row, marks))
        {
            self.summary.notes.note(RowNote::Joined, row, 0);
        }
        if row.excel_text {
            self.summary.notes.note(RowNote::ExcelText, row, 0);
        }
        if self.summary.preview.len() < Table::PREVIEW_ROWS {
            self.summary.preview.push(
                (0..self.width)
                    .map(|at| row.cell(at).map(str::to_owned))
                    .collect(),
            );
        }
        self.width > width
    }

    /// What was found out about the rows.
    pub(crate) fn finish(self) -> RowSummary {
        self.summary
    }
}
