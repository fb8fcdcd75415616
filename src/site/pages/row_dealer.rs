//! Dealing a table's rows to the pages that show them, in one reading: pages of all rows one after the other, and beside them
//! those of each value, which wait for their rows. No more is held than one page of each value.

use super::maker::ShownRows;
use crate::pages::{PagePlan, row_pages};
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_tables::Table;
use tragaluz_tables::disclosure::HIDDEN;
use tragaluz_tables::rows::Row;
use tragaluz_tables::unreadable::Unreadable;

/// The rows of a page: its number among those of all rows, or of one value.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct RowsPart {
    value: Option<usize>,
    number: usize,
}

impl RowsPart {
    pub(super) fn of(page: &PagePlan) -> RowsPart {
        RowsPart {
            value: page.draft.rows.value,
            number: page.draft.part,
        }
    }
}

/// Reads a table's rows once, and hands over those of each part once they are whole.
///
/// # Errors
/// When the file can no longer be read.
pub(super) fn deal(
    table: &Table,
    wanted: BTreeSet<RowsPart>,
    hand_over: &mut dyn FnMut(RowsPart, &ShownRows),
) -> Result<(), Unreadable> {
    let mut dealer = RowDealer {
        table,
        wanted,
        open: BTreeMap::new(),
        hand_over,
    };
    let mut records = table.records()?;
    while !dealer.wanted.is_empty() {
        match records.next_row()? {
            Some(row) => dealer.take(row),
            None => break,
        }
    }
    dealer.finish();
    Ok(())
}

struct RowDealer<'a> {
    table: &'a Table,
    /// The parts that are not handed over.
    wanted: BTreeSet<RowsPart>,
    /// For all rows and for each value, the number of the part that is being filled, and its rows.
    open: BTreeMap<Option<usize>, (usize, ShownRows)>,
    hand_over: &'a mut dyn FnMut(RowsPart, &ShownRows),
}

impl RowDealer<'_> {
    fn take(&mut self, row: &Row) {
        let split = self.table.outline.split.as_ref();
        let value = split.and_then(|split| split.index_of(row));
        self.put(None, row);
        if value.is_some() {
            self.put(value, row);
        }
    }

    fn put(&mut self, value: Option<usize>, row: &Row) {
        let (number, rows) = self.open.entry(value).or_insert((1, Vec::new()));
        let part = RowsPart {
            value,
            number: *number,
        };
        if !self.wanted.contains(&part) {
            return;
        }
        rows.push(shown(self.table, row));
        if rows.len() as u64 == row_pages::per_page(self.table) {
            (self.hand_over)(part, rows);
            self.wanted.remove(&part);
            *number += 1;
            rows.clear();
        }
    }

    /// Hands over the last parts, which are shorter.
    fn finish(mut self) {
        for (value, (number, rows)) in std::mem::take(&mut self.open) {
            let part = RowsPart { value, number };
            if self.wanted.contains(&part) {
                (self.hand_over)(part, &rows);
            }
        }
    }
}

/// A row's cells as pages show them; a count that is not shown is told from one that is not known.
fn shown(table: &Table, row: &Row) -> Vec<Option<String>> {
    let is_withheld = table.is_withheld();
    let columns = table.columns.iter().enumerate();
    let cells = columns.map(|(at, column)| {
        row.cell(at)
            .filter(|cell| !column.is_missing(cell) || is_withheld && *cell == HIDDEN)
            .map(row_pages::shown)
    });
    cells.collect()
}
