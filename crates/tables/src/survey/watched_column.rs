//! A column whose cells are passing by.

use super::near_types::NearType;
use crate::cell_formats::guess::{FormatGuess, is_safe};
use crate::cell_formats::{CellFormat, CellReading};
use crate::check::ColumnChecks;
use crate::columns::PlannedColumn;
use crate::field_type::FieldType;
use crate::finding::Finding;
use crate::locate::CitedCell;
use crate::missing_values::is_one_of;
use crate::privacy::{CellStart, ColumnScan, DeclaredContacts, FieldHint};
use crate::profile::{ColumnTally, ProfileDepth};
use crate::rows::Row;
use crate::unreadable::Unreadable;
use tragaluz_text::unseen;

/// What is at the ends of a column's cells that nobody sees.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct InvisibleEnds {
    /// Whether any cell begins or ends with a blank.
    pub(crate) padded: bool,
    /// Cells with a sign there that is no blank as every keyboard has it.
    pub(crate) odd: u64,
}

impl InvisibleEnds {
    /// Counts what is at the ends of a cell.
    #[inline]
    pub(crate) fn take(&mut self, cell: &str) {
        if unseen::trim(cell).len() < cell.len() {
            self.padded = true;
            self.odd += u64::from(unseen::has_odd_ends(cell));
        }
    }
}

/// A column whose cells are passing by.
pub(super) struct WatchedColumn {
    pub(crate) plan: PlannedColumn,
    /// What its type may be, where none is declared.
    pub(crate) guess: Option<FormatGuess>,
    pub(crate) tally: ColumnTally,
    pub(super) checks: Option<ColumnChecks>,
    /// What is said of it where it stays text.
    pub(crate) nearly: NearType,
    /// Blanks and signs that nobody sees at the ends of its cells.
    pub(crate) ends: InvisibleEnds,
    /// Whether any of its whole numbers has a fraction of zeros, which the published CSV lacks.
    pub(crate) has_fraction: bool,
    /// Its numbers of which a double loses digits: how many, and the first.
    pub(crate) beyond: Option<(u64, CitedCell)>,
    /// The personal data in its cells, where that is looked for.
    pub(super) personal: Option<ColumnScan>,
    /// Whether it has no name, and no value so far.
    pub(super) is_void: bool,
    /// The first row of the next batch that it takes in: a column may appear below the table's first rows.
    pub(super) begins: usize,
}

impl WatchedColumn {
    pub(super) fn new(
        plan: PlannedColumn,
        (columns, depth): (usize, ProfileDepth),
        found: &mut Vec<Finding>,
    ) -> Self {
        let checks = plan
            .field
            .as_ref()
            .map(|field| ColumnChecks::new(field, plan.form.as_ref(), found));
        let guess = plan.form.is_none().then(|| {
            if plan.is_text {
                FormatGuess::of_text()
            } else {
                FormatGuess::default()
            }
        });
        let is_void = plan.is_unnamed && plan.field.is_none();
        let tally = ColumnTally::new(columns, depth, plan.form.as_ref());
        let nearly = if plan.is_text || guess.is_none() {
            NearType::closed()
        } else {
            NearType::default()
        };
        let (ends, beyond, has_fraction, begins) = (InvisibleEnds::default(), None, false, 0);
        WatchedColumn {
            plan,
            guess,
            tally,
            checks,
            nearly,
            ends,
            has_fraction,
            beyond,
            personal: None,
            is_void,
            begins,
        }
    }

    /// Looks for personal data in its cells, other than these contacts; nothing is looked for where there are none to know.
    pub(super) fn looking_for(mut self, declared: Option<&DeclaredContacts>) -> Self {
        self.personal =
            declared.map(|known| ColumnScan::new(FieldHint::of(&self.plan.name), known.clone()));
        self
    }

    /// Whether a cell that fits a column of whole numbers has a decimal mark.
    #[inline]
    fn is_whole_with_fraction(&self, cell: &str) -> bool {
        matches!(&self.plan.form, Some(CellFormat::Integer(form)) if cell.as_bytes().contains(&form.decimal))
    }

    /// Takes in the cells of this column, which is the one at this place.
    pub(super) fn take_all(&mut self, at: usize, rows: &[Row]) -> Result<(), Unreadable> {
        let rows = &rows[std::mem::take(&mut self.begins)..];
        let missing = &self.plan.missing_values;
        let of_rows: Vec<Option<&str>> = rows
            .iter()
            .map(|row| row.cell(at).filter(|cell| !is_one_of(missing, cell)))
            .collect();
        let mut cells: Vec<&str> = Vec::with_capacity(rows.len());
        cells.extend(of_rows.iter().flatten());
        self.look_for_personal(rows, &of_rows, at);
        self.tally.missing += (rows.len() - cells.len()) as u64;
        self.is_void = self.is_void && cells.iter().all(|cell| cell.trim().is_empty());
        self.tally.take_texts(&cells);
        let text_from = self.guess_at(&cells, rows, &of_rows, at);
        // Most columns turn out to be text within a few rows, and nearly all of those to be of no type.
        if text_from < cells.len() && self.nearly.is_open() {
            let rest = rows
                .iter()
                .zip(&of_rows)
                .filter_map(|(row, cell)| Some((row, (*cell)?)));
            for (row, cell) in rest.skip(text_from) {
                self.nearly
                    .take(cell, || CitedCell::new(row.line, row.start_of(at), cell));
            }
        }
        if self.plan.form.is_none() && self.checks.is_none() {
            return Ok(());
        }
        rows.iter()
            .zip(of_rows)
            .try_for_each(|(row, cell)| self.check(cell, row, at))
    }

    /// Looks for personal data in these cells.
    fn look_for_personal(&mut self, rows: &[Row], of_rows: &[Option<&str>], at: usize) {
        let Some(personal) = &mut self.personal else {
            return;
        };
        for (row, cell) in rows.iter().zip(of_rows) {
            if let Some(cell) = cell {
                personal.take(cell, || CellStart {
                    line: row.line,
                    start: row.start_of(at),
                });
            }
        }
    }

    /// Guesses what these cells are, those of this column that have a value; returns how many fitted a guess that is not text.
    fn guess_at(
        &mut self,
        cells: &[&str],
        rows: &[Row],
        of_rows: &[Option<&str>],
        at: usize,
    ) -> usize {
        let Some(guess) = self.guess.as_mut().filter(|guess| !guess.is_text()) else {
            return 0;
        };
        self.nearly.keep_first(rows, of_rows, at);
        for (taken, cell) in cells.iter().enumerate() {
            let left = guess.possible();
            self.ends.take(cell);
            let was_mark = !self.tally.take_guessing(cell, guess);
            if guess.is_text() {
                self.nearly.begin(left);
                return taken;
            }
            if !was_mark {
                self.nearly.fits(cell);
            }
        }
        cells.len()
    }

    /// Holds a cell against what is declared of the column; none has no value.
    fn check(&mut self, cell: Option<&str>, row: &Row, at: usize) -> Result<(), Unreadable> {
        let Some(cell) = cell else {
            if let Some(checks) = &mut self.checks {
                checks.missing(row, at);
            }
            return Ok(());
        };
        let fact = self.plan.form.as_ref().and_then(|form| form.read(cell));
        if matches!(fact, Some(CellReading::Number(_) | CellReading::Moment(_))) {
            self.ends.take(cell);
        }
        self.has_fraction =
            self.has_fraction || fact.is_some() && self.is_whole_with_fraction(cell);
        if let Some(CellReading::Number(number)) = fact
            && self
                .plan
                .form
                .as_ref()
                .is_some_and(|form| form.kind() == FieldType::Number)
            && !is_safe(number)
        {
            let (count, _) = self
                .beyond
                .get_or_insert_with(|| (0, CitedCell::new(row.line, row.start_of(at), cell)));
            *count += 1;
        }
        self.tally.take(cell, fact.as_ref());
        match &mut self.checks {
            Some(checks) => checks.cell(cell, fact.as_ref(), row, at),
            None => Ok(()),
        }
    }
}
