//! Personal data in a table: in its cells, its header and the rows beside it. A finding says where and how many, never what.

use crate::finding::{Finding, codes};
use crate::locate::CitedCell;
use crate::privacy::{
    CellStart, Certainty, ColumnScan, ColumnVerdict, DeclaredContacts, FieldHint, KindCount,
    PersonalKind, name_of, scan, settle_beside,
};
use crate::read_plan::{ReadPlan, RowClass};
use crate::rows::Row;
use crate::survey::watched_column::WatchedColumn;

/// Returns the findings about the cells of all columns, with the first cell of each kind. What is in one column tells of what
/// another holds: a name beside a telephone is a person's.
pub(super) fn of_columns(columns: &mut [WatchedColumn]) -> Vec<(CitedCell, Finding)> {
    let taken = |column: &mut WatchedColumn| column.personal.take().map(ColumnScan::finish);
    let mut verdicts: Vec<ColumnVerdict> = (columns.iter_mut())
        .map(|column| taken(column).unwrap_or_default())
        .collect();
    settle_beside(&mut verdicts);
    let mut sited = Vec::new();
    for (column, verdict) in columns.iter_mut().zip(&verdicts) {
        if !verdict.counts.is_empty() {
            column.tally.withhold_values();
        }
        let counts = verdict.counts.iter();
        sited.extend(counts.map(|count| {
            let finding = finding(count, "cells").arg("name", &column.plan.name);
            cited(count, finding)
        }));
    }
    sited
}

/// Returns a finding with the cell that it is about, and nothing of what is in it.
fn cited(count: &KindCount, finding: Finding) -> (CitedCell, Finding) {
    (
        CitedCell::new(count.first.line, count.first.start, ""),
        finding,
    )
}

/// Returns a finding about cells with this kind of data; `part` says which part of the file they are in.
fn finding(count: &KindCount, part: &'static str) -> Finding {
    let code = match count.kind.certainty {
        Certainty::Checked => codes::PERSONAL_DATA,
        Certainty::Likely => codes::PERSONAL_DATA_LIKELY,
    };
    Finding::new(code)
        .arg("kind", count.kind.id)
        .arg("named", name_of(count.kind.id))
        .arg("count", count.cells)
        .arg("part", part)
        .arg("lines", "")
}

/// The personal data in the rows beside a table: above and below it, in comments, in its header.
#[derive(Debug, Default)]
pub(super) struct AsideScan {
    declared: Option<DeclaredContacts>,
    found: Vec<AsideMatch>,
}

/// A cell outside the table that holds personal data.
#[derive(Debug, Clone, Copy)]
struct AsideMatch {
    kind: PersonalKind,
    at: CellStart,
    /// Its row's number in the file, where it may be one of the header.
    number: Option<u64>,
    /// Whether only the cell to the left says what it is: of a header, where names of columns are side by side, that is not so.
    is_by_neighbour: bool,
}

impl AsideScan {
    /// Returns a scan with these contacts that are none; without any, nothing is looked for.
    pub(super) fn new(declared: Option<DeclaredContacts>) -> AsideScan {
        let found = Vec::new();
        AsideScan { declared, found }
    }

    /// Takes in a row that is none of the table's. The cell to the left of another may say what that one holds.
    pub(super) fn take(&mut self, class: RowClass, number: u64, row: &Row) {
        let Some(declared) = &self.declared else {
            return;
        };
        let number = matches!(class, RowClass::Above | RowClass::Header).then_some(number);
        let mut hint = FieldHint::default();
        for (at, cell) in row.cells().enumerate() {
            let start = CellStart {
                line: row.line,
                start: row.start_of(at),
            };
            let found = scan(cell, hint, declared);
            if !found.is_empty() {
                let alone = scan(cell, FieldHint::default(), declared);
                self.found.extend(found.into_iter().map(|one| AsideMatch {
                    kind: one.kind,
                    at: start,
                    number,
                    is_by_neighbour: !alone.iter().any(|other| other.kind == one.kind),
                }));
            }
            hint = FieldHint::of(cell);
        }
    }

    /// Returns what was found, one finding a kind for the header and one for the other rows.
    pub(super) fn findings(&self, reading: &ReadPlan) -> Vec<(CitedCell, Finding)> {
        let mut counts: Vec<(&'static str, KindCount)> = Vec::new();
        for one in &self.found {
            let is_header =
                (one.number).is_some_and(|number| reading.header_rows.contains(&number));
            if is_header && one.is_by_neighbour {
                continue;
            }
            let part = if is_header { "header" } else { "notes" };
            let known =
                (counts.iter_mut()).find(|(known, count)| *known == part && count.kind == one.kind);
            match known {
                Some((_, count)) => count.cells += 1,
                None => counts.push((
                    part,
                    KindCount {
                        kind: one.kind,
                        cells: 1,
                        first: one.at,
                    },
                )),
            }
        }
        (counts.iter())
            .map(|(part, count)| cited(count, finding(count, part).arg("name", "")))
            .collect()
    }
}
