//! The one pass over a file's rows: types, checks and counts together. Memory does not grow with the rows.
//!
//! Rows come in batches, and a column takes in all its cells of a batch before the next column does: what it counts with
//! stays in the nearest cache, and columns can be divided among processors. Nothing depends on how they are.

use super::decisions::Decisions;
use crate::survey::watched_column::WatchedColumn;

use super::row_batches::{RowFeed, RowPortion, RowSummary};
use crate::cell_formats::guess::{FormatGuess, SeparatorEvidence};

use crate::check::ColumnChecks;
use crate::columns::{self, ColumnNames, PlannedColumn};
use crate::disclosure::HIDDEN;
use crate::duplicate_keys::{DuplicateKeys, KeyIndex};
use crate::expansion::ExpansionMeter;

use crate::locate::CitedCell;

use crate::profile::ProfileDepth;
use crate::read_plan::ReadPlan;
use crate::received_file;
use crate::rows::{Row, RowBatch};
use crate::sources::source::OpenedTable;

use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::schema::TableFile;
use crate::table::{Column, FileNote};
use crate::unreadable::Unreadable;
use crate::workers::Workers;
use std::path::Path;

/// What the pass found out about a table.
pub(crate) struct SurveyResult {
    pub(crate) columns: Vec<Column>,
    /// Number of rows of data.
    pub(crate) rows: u64,
    /// The first rows, a cell for each column.
    pub(crate) preview: Vec<Vec<Option<String>>>,
    /// How to read the rows again.
    pub(crate) reading: ReadPlan,
    /// What the file says above and below the table.
    pub(crate) notes: Vec<FileNote>,
}

struct SurveyPass<'a> {
    resource: &'a TableFile,
    columns: Vec<WatchedColumn>,
    rows: u64,
    depth: ProfileDepth,
    key: Option<DeclaredKey>,
    /// The names of the columns.
    names: ColumnNames,
}

/// Reads every row of a table that has been opened.
///
/// # Errors
/// Where its rows, or the lengths of its files, cannot be read.
pub(crate) fn run(
    root: &Path,
    resource: &TableFile,
    opened: OpenedTable,
    depth: ProfileDepth,
    found: &mut Vec<Finding>,
) -> Result<SurveyResult, Unreadable> {
    let OpenedTable {
        stream,
        columns,
        header_rows,
        body,
        repeatable,
        titles,
        named,
        below,
    } = opened;
    let paths = std::iter::once(&resource.path).chain(&resource.more);
    let reading = ReadPlan {
        is_named: named,
        paths: paths.cloned().collect(),
        stream,
        header_rows,
        body,
        is_settled: below.is_some(),
        below: below.unwrap_or_default(),
        header: repeatable,
        titles,
        columns: None,
    };
    if !named && resource.dialect.header != Some(false) {
        found.push(Finding::new(codes::DATA_NO_HEADER).at(Place::file(&resource.path)));
    }
    let width = columns.len();
    let mut pass = SurveyPass::new(resource, columns, depth, found);
    let mut bytes = 0u64;
    for path in &reading.paths {
        bytes = bytes.saturating_add(received_file::length(root, path)?);
    }
    let meter = ExpansionMeter::new(&resource.limits, bytes);
    let rows = reading.stream.rows(root, &resource.path)?;
    let feed = RowFeed::new(&reading, rows, width, meter);
    let mut feed = feed.looking_aside(resource.personal.clone());
    pass.take_rows(&mut feed, found)?;
    let said = feed.finish();
    pass.finish(root, reading, said, found)
}

/// The declared key of the table, and the rows' values of it.
struct DeclaredKey {
    /// Its columns, by their indices in the table.
    columns: Vec<usize>,
    values: KeyIndex,
}

impl DeclaredKey {
    fn take_all(&mut self, rows: &[Row]) -> Result<(), Unreadable> {
        rows.iter().try_for_each(|row| {
            let cells = self.columns.iter().map(|at| row.cell(*at).unwrap_or(""));
            self.values.take(cells, row.line)
        })
    }
}

impl<'a> SurveyPass<'a> {
    fn new(
        resource: &'a TableFile,
        columns: Vec<PlannedColumn>,
        depth: ProfileDepth,
        found: &mut Vec<Finding>,
    ) -> Self {
        let width = columns.len();
        let key = key_columns(resource, &columns, found);
        let names = ColumnNames::of(&columns);
        SurveyPass {
            resource,
            names,
            columns: columns
                .into_iter()
                .map(|plan| {
                    WatchedColumn::new(plan, (width, depth), found)
                        .looking_for(resource.personal.as_ref())
                })
                .collect(),
            rows: 0,
            depth,
            key: key.map(|columns| DeclaredKey {
                columns,
                values: KeyIndex::default(),
            }),
        }
    }
}

impl SurveyPass<'_> {
    /// Takes in all rows; a table of more than one batch is worth several threads.
    fn take_rows(
        &mut self,
        feed: &mut RowFeed<'_>,
        found: &mut Vec<Finding>,
    ) -> Result<(), Unreadable> {
        let mut portions = (RowPortion::default(), RowPortion::default());
        feed.fill(&mut portions.0)?;
        let alone = Workers::default();
        self.take_up_to(RowBatch::MANY_ROWS, feed, &mut portions, &alone, found)?;
        if !portions.0.batch.is_empty() {
            let workers = Workers::new();
            workers.run(|| self.take_up_to(u64::MAX, feed, &mut portions, &workers, found))?;
        }
        Ok(())
    }

    /// Takes in rows until there are so many, or no more.
    fn take_up_to(
        &mut self,
        most: u64,
        feed: &mut RowFeed<'_>,
        (portion, next): &mut (RowPortion, RowPortion),
        workers: &Workers,
        found: &mut Vec<Finding>,
    ) -> Result<(), Unreadable> {
        while !portion.batch.is_empty() && self.rows < most {
            // The next rows are read while the columns take in these.
            let (read, taken) =
                workers.both(|| feed.fill(next), || self.take(portion, workers, found));
            taken?;
            read?;
            std::mem::swap(portion, next);
        }
        Ok(())
    }

    fn take(
        &mut self,
        portion: &RowPortion,
        workers: &Workers,
        found: &mut Vec<Finding>,
    ) -> Result<(), Unreadable> {
        let rows = portion.batch.rows();
        for (begins, width) in &portion.widths {
            self.widen(*width, *begins, found);
        }
        let SurveyPass { columns, key, .. } = self;
        let (taken, keyed) = workers.both(
            || workers.each(columns, |at, column| column.take_all(at, rows)),
            || key.as_mut().map_or(Ok(()), |key| key.take_all(rows)),
        );
        self.rows += rows.len() as u64;
        taken.and(keyed)
    }

    /// Columns for cells that no header names, so that they are not lost.
    fn widen(&mut self, width: usize, begins: usize, found: &mut Vec<Finding>) {
        for at in self.columns.len()..width {
            let plan = columns::extra(at, &mut self.names, self.resource);
            let mut column = WatchedColumn::new(plan, (width, self.depth), found)
                .looking_for(self.resource.personal.as_ref());
            column.tally.missing = self.rows + begins as u64;
            column.begins = begins;
            self.columns.push(column);
        }
    }

    /// Returns what the table says about the decimal separator.
    fn decimals(&self, reading: &ReadPlan) -> SeparatorEvidence {
        let mut guesses = self.columns.iter().filter_map(|c| c.guess.as_ref());
        if guesses.clone().any(FormatGuess::proves_point) {
            SeparatorEvidence::Point
        } else if guesses.any(FormatGuess::proves_comma) {
            SeparatorEvidence::Comma
        } else if reading
            .stream
            .dialect()
            .is_some_and(|dialect| dialect.delimiter == Some(b';'))
        {
            // Semicolons divide cells where commas divide decimals.
            SeparatorEvidence::LikelyComma
        } else {
            SeparatorEvidence::Point
        }
    }

    /// Closes the columns, and says what is to be said of them.
    fn finish(
        mut self,
        root: &Path,
        mut reading: ReadPlan,
        mut said: RowSummary,
        found: &mut Vec<Finding>,
    ) -> Result<SurveyResult, Unreadable> {
        reading.settle(&mut said.below);
        let void: Vec<bool> = self
            .columns
            .iter()
            .map(|c| c.is_void && self.rows > 0)
            .collect();
        self.report_unnamed(&reading, found);
        let (notes, said_preview) = (said.notes.kept(&reading), std::mem::take(&mut said.preview));
        let mut decisions = Decisions::new(self.resource, self.decimals(&reading));
        let mut end = SurveyEnd {
            root,
            sited: said.findings(&reading, &mut self.columns),
            reading,
            columns: Vec::with_capacity(self.columns.len()),
        };
        for watched in self.columns {
            end.decide(watched, &mut decisions, found)?;
        }
        self.key.map_or(Ok(()), |key| end.check_key(key))?;
        decisions.report(found);
        super::row_notes::place(root, &end.reading, std::mem::take(&mut end.sited), found)?;
        let mut preview = end.preview(said_preview);
        let SurveyEnd {
            mut reading,
            mut columns,
            ..
        } = end;
        leave_out(&void, &mut columns, &mut preview, &mut reading, found);
        Ok(SurveyResult {
            columns,
            rows: self.rows,
            preview,
            reading,
            notes,
        })
    }

    /// Says which columns hold something and have no name in the file.
    fn report_unnamed(&self, reading: &ReadPlan, found: &mut Vec<Finding>) {
        let unnamed = self
            .columns
            .iter()
            .filter(|c| c.plan.is_unnamed && !c.is_void && reading.is_named);
        columns::report_unnamed(
            &unnamed.map(|c| c.plan.name.as_str()).collect::<Vec<_>>(),
            self.resource,
            found,
        );
    }
}

/// The end of the pass, when every row has been read and the columns are decided one after the other.
struct SurveyEnd<'a> {
    root: &'a Path,
    reading: ReadPlan,
    /// Findings about cells, whose lines and columns are looked up together.
    sited: Vec<(CitedCell, Finding)>,
    /// The columns decided so far.
    columns: Vec<Column>,
}

impl SurveyEnd<'_> {
    /// Decides the next column.
    fn decide(
        &mut self,
        mut watched: WatchedColumn,
        decisions: &mut Decisions<'_>,
        found: &mut Vec<Finding>,
    ) -> Result<(), Unreadable> {
        let fits = watched.checks.as_ref().is_none_or(ColumnChecks::fits);
        if let Some(checks) = watched.checks.take() {
            let (faults, keys) = checks.finish(|line| self.reading.say(line));
            self.sited.extend(faults);
            if let Some(repeated) = keys.map(KeyIndex::finish).transpose()?.flatten() {
                let at = self.columns.len();
                self.say_repeated(&repeated, &[at], &watched.plan.name, "unique")?;
            }
        }
        let reading = &self.reading;
        let (column, said) = decisions.decide(watched, fits, &|line| reading.say(line), found);
        self.sited.extend(said);
        self.columns.push(column);
        Ok(())
    }

    /// Says where rows repeat the declared key.
    fn check_key(&mut self, key: DeclaredKey) -> Result<(), Unreadable> {
        let Some(repeated) = key.values.finish()? else {
            return Ok(());
        };
        let names: Vec<&str> = (key.columns.iter())
            .map(|at| self.columns[*at].name.as_str())
            .collect();
        let names = names.join(", ");
        self.say_repeated(&repeated, &key.columns, &names, "key")
    }

    /// Says that rows repeat a key, which is in the columns of these places and names.
    fn say_repeated(
        &mut self,
        repeated: &DuplicateKeys,
        at: &[usize],
        names: &str,
        what: &str,
    ) -> Result<(), Unreadable> {
        let finding = repeated_finding(repeated, names, what, &self.reading);
        let site = super::row_notes::site_of_key(self.root, &self.reading, repeated.line, at)?;
        self.sited
            .extend(site.map(|(site, cell)| (site, finding.arg("cell", cell))));
        Ok(())
    }

    /// Returns the first rows with a cell for each column, and none where its text means "no value". A count that is not shown
    /// keeps the mark that says so.
    fn preview(&self, mut preview: Vec<Vec<Option<String>>>) -> Vec<Vec<Option<String>>> {
        for row in &mut preview {
            row.resize(self.columns.len(), None);
            for (cell, column) in row.iter_mut().zip(&self.columns) {
                let is_mark = |c: &str| self.reading.is_settled && c == HIDDEN;
                let is_kept = |c: &String| is_mark(c) || !column.missing_values.contains(c);
                *cell = cell.take().filter(is_kept);
            }
        }
        preview
    }
}

/// Takes out the columns that have neither name nor value, unless there is no other.
fn leave_out(
    void: &[bool],
    columns: &mut Vec<Column>,
    preview: &mut [Vec<Option<String>>],
    reading: &mut ReadPlan,
    found: &mut Vec<Finding>,
) {
    let kept: Vec<usize> = (0..void.len()).filter(|at| !void[*at]).collect();
    if kept.is_empty() || kept.len() == void.len() {
        return;
    }
    let numbers: Vec<String> = (0..void.len())
        .filter(|at| void[*at])
        .map(|at| (at + 1).to_string())
        .collect();
    let finding = Finding::new(codes::DATA_COLUMNS_BLANK).at(Place::file(reading.path()));
    let finding = finding
        .arg("count", numbers.len())
        .arg("columns", numbers.join(", "));
    found.push(finding.arg("beside", if divides(void) { "yes" } else { "no" }));
    let mut at = 0;
    columns.retain(|_| {
        at += 1;
        !void[at - 1]
    });
    for row in preview {
        *row = kept.iter().map(|at| row[*at].take()).collect();
    }
    reading.columns = Some(kept);
}

/// Whether blank columns are between two groups of columns, each of which may be a table.
fn divides(void: &[bool]) -> bool {
    let groups: Vec<usize> = void
        .split(|void| *void)
        .map(<[bool]>::len)
        .filter(|columns| *columns > 0)
        .collect();
    groups.len() == 2 && groups.iter().all(|columns| *columns > 1)
}

fn repeated_finding(
    repeated: &DuplicateKeys,
    columns: &str,
    what: &str,
    reading: &ReadPlan,
) -> Finding {
    Finding::new(codes::DATA_KEY_REPEATED)
        .arg("what", what)
        .arg("columns", columns)
        .arg("count", repeated.rows)
        .arg("line", reading.say(repeated.line))
        .arg("earlier", reading.say(repeated.earlier))
}

/// The columns of the declared key; a name that is no column is a finding, and then there is no key.
fn key_columns(
    resource: &TableFile,
    columns: &[PlannedColumn],
    found: &mut Vec<Finding>,
) -> Option<Vec<usize>> {
    let names = &resource.schema.primary_key;
    let mut at = Vec::new();
    for name in names {
        match columns.iter().position(|c| c.name == name.trim()) {
            Some(column) => at.push(column),
            None => {
                let finding = Finding::new(codes::DATA_COLUMN_ABSENT).at(resource.place.clone());
                found.push(
                    finding
                        .arg("column", name)
                        .arg("file", &resource.path)
                        .arg("near", "none"),
                );
            }
        }
    }
    (!names.is_empty() && at.len() == names.len()).then_some(at)
}
