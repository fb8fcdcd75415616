//! The counts of a table, held to find out which of them are not shown.

use super::declared_columns::{DeclaredColumns, is_whole, unmet};
use super::equations::Equations;
use super::masked_rows::MaskedCell;
use super::protect::{CountLimit, protect};
use crate::cell_formats::CellReading;
use crate::disclosure::Disclosure;
use crate::finding::Finding;
use crate::limits::{Limit, Limits};
use crate::read_plan::DataRows;
use crate::table::Column;
use crate::unreadable::Unreadable;
use std::cmp::Ordering;
use std::collections::BTreeMap;

/// Why a table's counts are not known, or cannot be protected.
pub(crate) enum CountFault {
    /// What is declared cannot be met.
    Unmet(Finding),
    /// The file can no longer be read.
    Unreadable(Unreadable),
}

impl From<Unreadable> for CountFault {
    fn from(why: Unreadable) -> CountFault {
        CountFault::Unreadable(why)
    }
}

impl From<Finding> for CountFault {
    fn from(finding: Finding) -> CountFault {
        CountFault::Unmet(finding)
    }
}

/// The number of a value that means all of them together.
const WHOLE: u32 = 0;

/// Every count of a table, and of whom it counts.
pub(crate) struct CountTable<'d> {
    declared: &'d DeclaredColumns,
    /// Numbers of the rows in the file.
    rows: Vec<u64>,
    /// For each row and dimension, the number of the value.
    labels: Vec<u32>,
    /// For each row and column of counts, the count.
    values: Vec<Option<i64>>,
}

/// The counts that are not shown.
pub(crate) struct HiddenCells {
    /// Where they are, by the columns of the table.
    pub(crate) cells: Vec<MaskedCell>,
    /// How many counts are below the limit.
    pub(crate) small: u64,
    /// How many declared totals are not the sum of their parts.
    pub(crate) differing: u64,
}

/// The numbers of a dimension's values.
#[derive(Default)]
struct LabelNumbers(BTreeMap<String, u32>);

impl LabelNumbers {
    fn of(&mut self, label: &str) -> u32 {
        if let Some(known) = self.0.get(label) {
            return *known;
        }
        let number = u32::try_from(self.0.len() + 1).unwrap_or(u32::MAX);
        self.0.insert(label.to_owned(), number);
        number
    }
}

/// A table's counts while its rows pass by.
struct CountReader<'d, 'c> {
    table: CountTable<'d>,
    columns: &'c [Column],
    numbers: Vec<LabelNumbers>,
    /// For each dimension, the totals that were seen.
    seen: Vec<Vec<bool>>,
    /// Columns of texts that nobody declared.
    undeclared: Vec<usize>,
    most: usize,
}

impl CountReader<'_, '_> {
    fn take(&mut self, row: &crate::rows::Row, number: u64) -> Result<(), Finding> {
        let declared = self.table.declared;
        if self.table.values.len() + declared.counts.len() > self.most {
            return Err(unmet("too-many")
                .arg("limit", self.most)
                .arg("name", Limit::CountedCells.name()));
        }
        self.table.rows.push(number);
        for (at, dimension) in declared.dimensions.iter().enumerate() {
            let label = row.cell(dimension.column).unwrap_or("").trim();
            let mut totals = dimension.totals.iter();
            let total = totals.position(|total| is_same(total, label));
            if total.is_none() && !dimension.is_settled && is_whole(label) {
                return Err(self.undeclared_total(dimension.column, label));
            }
            total
                .into_iter()
                .for_each(|total| self.seen[at][total] = true);
            let number = total.map_or_else(|| self.numbers[at].of(label), |_| WHOLE);
            self.table.labels.push(number);
        }
        for column in &self.undeclared {
            let label = row.cell(*column).unwrap_or("").trim();
            if is_whole(label) {
                return Err(self.undeclared_total(*column, label));
            }
        }
        for column in &declared.counts {
            let value = self.count(*column, row.cell(*column).unwrap_or(""))?;
            self.table.values.push(value);
        }
        Ok(())
    }

    fn undeclared_total(&self, column: usize, label: &str) -> Finding {
        let name = &self.columns[column].name;
        unmet("total-row").arg("column", name).arg("label", label)
    }

    /// Reads a count; none where there is no value.
    fn count(&self, column: usize, cell: &str) -> Result<Option<i64>, Finding> {
        let column = &self.columns[column];
        if cell.trim().is_empty() || column.is_missing(cell) {
            return Ok(None);
        }
        let whole = match column.form.read(cell) {
            Some(CellReading::Number(number)) => {
                let unit = 10i128.checked_pow(u32::from(number.scale));
                unit.filter(|unit| number.mantissa % unit == 0)
                    .and_then(|unit| i64::try_from(number.mantissa / unit).ok())
            }
            _ => None,
        };
        match whole.filter(|count| (0..=MOST).contains(count)) {
            Some(count) => Ok(Some(count)),
            None => Err(unmet("not-whole").arg("column", &column.name)),
        }
    }

    /// Refuses totals that no row has: they may be misspelt.
    fn check_totals(&self) -> Result<(), Finding> {
        for (dimension, seen) in self.table.declared.dimensions.iter().zip(&self.seen) {
            if let Some(at) = seen.iter().position(|seen| !seen) {
                let name = &self.columns[dimension.column].name;
                let label = dimension.totals[at].clone();
                return Err(unmet("label").arg("column", name).arg("label", label));
            }
        }
        Ok(())
    }
}

/// Whether two labels are the same but for small and capital letters.
fn is_same(a: &str, b: &str) -> bool {
    a == b || a.to_lowercase() == b.to_lowercase()
}

/// The greatest count: sums of as many as are held stay far from overflow.
const MOST: i64 = 1 << 42;

impl<'d> CountTable<'d> {
    /// Reads every count of a table.
    ///
    /// # Errors
    /// Where what is declared cannot be met, or the file can no longer be read.
    pub(crate) fn read(
        rows: &mut DataRows<'_>,
        columns: &[Column],
        (declared, disclosure): (&'d DeclaredColumns, &Disclosure),
        limits: &Limits,
    ) -> Result<CountTable<'d>, CountFault> {
        let dimensions = &declared.dimensions;
        let mut reader = CountReader {
            table: CountTable {
                declared,
                rows: Vec::new(),
                labels: Vec::new(),
                values: Vec::new(),
            },
            columns,
            numbers: dimensions.iter().map(|_| LabelNumbers::default()).collect(),
            seen: dimensions
                .iter()
                .map(|one| vec![false; one.totals.len()])
                .collect(),
            undeclared: declared.undeclared(columns),
            most: limits.count(Limit::CountedCells),
        };
        while rows.advance()? {
            reader.take(rows.row(), rows.number())?;
        }
        if !disclosure.is_shared && !rows.has_rows_below() {
            reader.check_totals()?;
        }
        Ok(reader.table)
    }

    /// Finds out which counts are not shown.
    ///
    /// # Errors
    /// With the finding that says why, where the table cannot be protected.
    pub(crate) fn hide(&self, declared: &Disclosure) -> Result<HiddenCells, Finding> {
        let mut equations = self.equations()?;
        equations.index();
        let limit = CountLimit {
            below: i64::try_from(declared.limit()).unwrap_or(MOST),
            hides_zeros: declared.hides_zeros,
        };
        let bare = protect(&mut equations, limit);
        if bare > 0 {
            return Err(unmet("bare").arg("count", bare));
        }
        let mut hidden = HiddenCells {
            cells: Vec::new(),
            small: equations.small(),
            differing: equations.differing,
        };
        let width = self.declared.counts.len();
        let mut has_hidden = vec![false; width];
        for cell in (0..self.values.len()).filter(|cell| equations.states[*cell].is_hidden()) {
            let (row, count) = (self.rows[cell / width], cell % width);
            has_hidden[count] = true;
            let at = self.declared.counts[count];
            hidden.cells.push(MaskedCell { row, at });
        }
        // A share that is shown gives away the whole that it is a share of, and so the others.
        let companions = self.declared.companions.iter().zip(has_hidden);
        for at in companions.filter(|one| one.1).flat_map(|one| one.0) {
            let rows = self.rows.iter();
            hidden
                .cells
                .extend(rows.map(|row| MaskedCell { row: *row, at: *at }));
        }
        hidden.cells.sort_unstable();
        hidden.cells.dedup();
        Ok(hidden)
    }

    /// Draws up every equation that is declared.
    fn equations(&self) -> Result<Equations, Finding> {
        let mut equations = Equations::new(self.values.iter().copied());
        let own = self.distinct_rows(&mut equations)?;
        for dimension in 0..self.declared.dimensions.len() {
            self.add_row_sums(dimension, own.clone(), &mut equations);
        }
        for row in 0..self.rows.len() {
            for sum in &self.declared.sums {
                let parts = sum.parts.iter().map(|part| self.cell(row, *part));
                equations.add(parts, self.cell(row, sum.total));
            }
        }
        Ok(equations)
    }

    fn cell(&self, row: usize, count: usize) -> usize {
        row * self.declared.counts.len() + count
    }

    /// The numbers of a row's values.
    fn key(&self, row: usize) -> &[u32] {
        let width = self.declared.dimensions.len();
        &self.labels[row * width..(row + 1) * width]
    }

    /// Returns the rows without those that count the same persons as an earlier one, which only a total may: their counts
    /// are the same.
    fn distinct_rows(&self, equations: &mut Equations) -> Result<Vec<usize>, Finding> {
        let mut order: Vec<usize> = (0..self.rows.len()).collect();
        order.sort_by(|a, b| self.key(*a).cmp(self.key(*b)).then(a.cmp(b)));
        let (mut own, mut repeated) = (Vec::with_capacity(order.len()), 0u64);
        for row in order {
            let earlier = own.last().copied();
            let Some(earlier) = earlier.filter(|earlier| self.key(*earlier) == self.key(row))
            else {
                own.push(row);
                continue;
            };
            if !self.key(row).contains(&WHOLE) {
                repeated += 1;
            }
            for count in 0..self.declared.counts.len() {
                let part = self.cell(earlier, count);
                equations.add(std::iter::once(part), self.cell(row, count));
            }
        }
        if repeated > 0 {
            return Err(unmet("repeated").arg("count", repeated));
        }
        Ok(own)
    }

    /// Adds the equations of a dimension: rows that differ in nothing else come to the row of all together.
    fn add_row_sums(&self, dimension: usize, mut rows: Vec<usize>, equations: &mut Equations) {
        rows.sort_by(|a, b| self.compare_without(dimension, *a, *b).then(a.cmp(b)));
        for group in rows.chunk_by(|a, b| self.compare_without(dimension, *a, *b).is_eq()) {
            let is_total = |row: &&usize| self.key(**row)[dimension] == WHOLE;
            let Some(total) = group.iter().find(is_total) else {
                continue;
            };
            for count in 0..self.declared.counts.len() {
                let parts = group.iter().filter(|row| !is_total(row));
                let parts = parts.map(|row| self.cell(*row, count));
                equations.add(parts, self.cell(*total, count));
            }
        }
    }

    /// Compares two rows by all of their values but one.
    fn compare_without(&self, dimension: usize, a: usize, b: usize) -> Ordering {
        let others = |row: usize| {
            let key = self.key(row).iter().enumerate();
            key.filter(move |(at, _)| *at != dimension)
                .map(|(_, number)| *number)
        };
        others(a).cmp(others(b))
    }
}
