//! The columns of a table that is copied: what their names say, which are left out, and what was found in them.

use super::fault::{RedactionFault, RedactionRefusal};
use super::policy::{RedactionPolicy, TextSighting, ValueHint};
use super::report::{CountByKind, RedactedColumn, RedactedTable, count};
use crate::Table;
use crate::privacy::{CellStart, ColumnScan, ColumnVerdict, mask, settle_beside};
use crate::read_plan::RowClass;
use crate::rows::{Row, RowKind};
use crate::unreadable::Unreadable;

/// What a row is to the columns of the copy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowPart {
    Data,
    /// Names of the columns, of which the first `shift` are not named.
    Header {
        shift: usize,
    },
    /// A title, a note, a total, a blank row.
    Aside,
}

impl RowPart {
    /// Returns what the row of this number is to a table.
    pub(super) fn of(table: &Table, number: u64, row: &Row) -> RowPart {
        match table.reading.class(number, row) {
            RowClass::Data => RowPart::Data,
            RowClass::Header => RowPart::header(table, row),
            _ if table.reading.header_rows.contains(&number) => RowPart::header(table, row),
            _ => RowPart::Aside,
        }
    }

    /// Returns a header; programs may leave out the name of the column of the rows' names, which is the first.
    fn header(table: &Table, row: &Row) -> RowPart {
        let is_short = row.len() + 1 == table.columns.len();
        let is_unnamed = table.columns.first().is_some_and(|column| {
            let name = column.received_name.as_deref().unwrap_or(&column.name);
            name.trim() != row.cell(0).unwrap_or_default().trim()
        });
        RowPart::Header {
            shift: usize::from(is_short && is_unnamed),
        }
    }
}

/// The columns of a table that is copied.
pub(super) struct TableColumns<'p> {
    policy: &'p RedactionPolicy,
    hints: Vec<ValueHint>,
    /// The column of each cell of a row, where not every cell is a column's.
    of_cell: Option<Vec<Option<usize>>>,
    report: RedactedTable,
}

impl<'p> TableColumns<'p> {
    /// Reads a table to tell what its columns hold all together, and which of them are left out.
    pub(super) fn of(table: &Table, policy: &'p RedactionPolicy) -> Result<Self, RedactionFault> {
        let columns = table.columns.iter().map(|column| RedactedColumn {
            name: column
                .received_name
                .clone()
                .unwrap_or_else(|| column.name.clone()),
            is_left_out: policy.names(&column.name)
                || column
                    .received_name
                    .as_deref()
                    .is_some_and(|name| policy.names(name)),
            ..RedactedColumn::default()
        });
        let mut this = TableColumns {
            policy,
            hints: Vec::new(),
            of_cell: table.reading.columns.as_ref().map(|cells| {
                let width = cells.iter().max().map_or(0, |last| last + 1);
                let mut of_cell = vec![None; width];
                for (column, cell) in cells.iter().enumerate() {
                    of_cell[*cell] = Some(column);
                }
                of_cell
            }),
            report: RedactedTable {
                columns: columns.collect(),
                ..RedactedTable::default()
            },
        };
        for column in &mut this.report.columns {
            this.hints.push(ValueHint::of(&column.name));
            column.name = mask(&column.name).into_owned();
        }
        this.read_through(table)?;
        let columns = &this.report.columns;
        if !columns.is_empty() && columns.iter().all(|column| column.is_left_out) {
            return Err(RedactionRefusal::NothingLeft.into());
        }
        Ok(this)
    }

    /// Finds out what is in the columns.
    fn read_through(&mut self, table: &Table) -> Result<(), RedactionFault> {
        const NOWHERE: CellStart = CellStart { line: 0, start: 0 };
        let mut scans: Vec<ColumnScan> = (self.hints.iter())
            .map(|hint| ColumnScan::new(hint.own, self.policy.declared.clone()))
            .collect();
        let mut alone = vec![CountByKind::new(); scans.len()];
        let mut rows = table.records()?;
        while let Some(row) = rows.next_row()? {
            let columns = scans.iter_mut().zip(&mut alone).zip(&self.hints);
            for (cell, ((scan, alone), hint)) in row.cells().zip(columns) {
                scan.take(cell, || NOWHERE);
                let sighting = self.policy.look(cell, hint);
                sighting.masked_kinds().for_each(|kind| count(alone, kind));
            }
        }
        let mut verdicts: Vec<ColumnVerdict> = scans.into_iter().map(ColumnScan::finish).collect();
        settle_beside(&mut verdicts);
        for (at, (verdict, alone)) in verdicts.iter().zip(&alone).enumerate() {
            self.take_verdict(at, verdict, alone);
        }
        Ok(())
    }

    /// Takes in what a column holds; `alone` counts the cells that tell it by themselves.
    fn take_verdict(&mut self, at: usize, verdict: &ColumnVerdict, alone: &CountByKind) {
        let (column, hint) = (&mut self.report.columns[at], &mut self.hints[at]);
        let mut is_masked = !alone.is_empty();
        for found in &verdict.counts {
            if !self.policy.kinds.contains(found.kind.id) {
                *column.kept.entry(found.kind.id).or_default() += found.cells;
                continue;
            }
            is_masked = true;
            if alone
                .get(found.kind.id)
                .is_none_or(|cells| *cells < found.cells)
            {
                hint.together.push(found.kind);
            }
        }
        column.is_left_out |= self.policy.leaves_columns_out && is_masked;
    }

    /// Returns the column that a cell of a row of data belongs to.
    fn column_of(&self, cell: usize) -> Option<usize> {
        let column = match &self.of_cell {
            Some(of_cell) => of_cell.get(cell).copied().flatten(),
            None => Some(cell),
        };
        column.filter(|column| *column < self.report.columns.len())
    }

    /// Whether a cell is not in the copy. A title that is alone in its row stays, wherever it is.
    pub(super) fn leaves_out(&self, row: &Row, at: usize, part: RowPart) -> bool {
        let cell = match part {
            RowPart::Header { shift } => at + shift,
            _ => at,
        };
        let is_left_out =
            (self.column_of(cell)).is_some_and(|column| self.report.columns[column].is_left_out);
        if row.kind == RowKind::Comment || !is_left_out {
            return false;
        }
        let is_title = part == RowPart::Aside && row.has_one_filled();
        !is_title || row.cell(at).is_some_and(|cell| cell.trim().is_empty())
    }

    /// Returns the table's column that a cell of data is in.
    #[cfg(feature = "xlsx")]
    pub(super) fn table_column(&self, part: RowPart, cell: usize) -> Option<usize> {
        self.column_of(cell).filter(|_| part == RowPart::Data)
    }

    /// Whether any column is left out.
    pub(super) fn leave_some_out(&self) -> bool {
        self.report.columns.iter().any(|column| column.is_left_out)
    }

    /// Looks at a cell, and counts what is found.
    pub(super) fn look(&mut self, part: RowPart, cell: usize, text: &str) -> TextSighting {
        if part == RowPart::Data {
            self.look_at_data(cell, text)
        } else {
            self.look_elsewhere(text)
        }
    }

    fn look_at_data(&mut self, cell: usize, text: &str) -> TextSighting {
        let column = self.column_of(cell);
        let Some(column) = column else {
            return self.look_elsewhere(text);
        };
        let sighting = self.policy.look(text, &self.hints[column]);
        let masked = &mut self.report.columns[column].masked;
        sighting.masked_kinds().for_each(|kind| count(masked, kind));
        sighting
    }

    /// Returns the hint of each column, with its name in the file.
    pub(super) fn hints(&self) -> impl Iterator<Item = (&str, &ValueHint)> {
        let names = self
            .report
            .columns
            .iter()
            .map(|column| column.name.as_str());
        names.zip(&self.hints)
    }

    /// Looks at a title, a name of a column or a note, and counts what is found.
    pub(super) fn look_elsewhere(&mut self, text: &str) -> TextSighting {
        let sighting = self.policy.look_at_text(text);
        let report = &mut self.report;
        (sighting.masked_kinds()).for_each(|kind| count(&mut report.elsewhere, kind));
        (sighting.kept.iter()).for_each(|kind| count(&mut report.kept_elsewhere, *kind));
        sighting
    }

    /// Returns what was done.
    pub(super) fn into_report(self) -> RedactedTable {
        self.report
    }
}

/// Returns what is wrong with a file whose cells are not where the rows say.
pub(super) fn changed() -> Unreadable {
    Unreadable::Packed {
        cause: "changed",
        detail: String::new(),
    }
}
