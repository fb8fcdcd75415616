//! What a sheet's program shows of its rows beside their cells: what is hidden or merged, codes by their format, links. A
//! sheet is looked at once, from its first row to its last, before it is read as a table.

use super::links::CellLink;
use super::sheet_cells::{CellContent, CellRows, FinishPlan, Finisher, SheetRow, plain};
use crate::dialect::lay_out;
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::rows::Row;
use crate::schema::TableFile;
use crate::sources::source::{OpenedTable, SAMPLE_ROWS, header_cells, wanted};
use crate::table_stream::TableStream;
use crate::unreadable::Unreadable;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Cells that are held to find the header: rows of the widest sheets are too much together.
const SAMPLE_CELLS: usize = 1 << 19;

/// Line numbers, and columns, that a message lists.
const MOST_NAMED: usize = 10;

/// Numbers of lines that a message is about.
#[derive(Debug, Default, Clone)]
pub(crate) struct CitedLines {
    pub(crate) count: u64,
    first: Vec<u64>,
}

impl CitedLines {
    /// Counts a line, and keeps its number if it is one of the first.
    pub(crate) fn add(&mut self, line: u64) {
        self.count += 1;
        if self.first.len() < MOST_NAMED {
            self.first.push(line);
        }
    }

    fn say(&self, code: &'static str, path: &str) -> Option<Finding> {
        let first = usize::try_from(*self.first.first()?).unwrap_or(usize::MAX);
        let mut lines = self
            .first
            .iter()
            .map(u64::to_string)
            .collect::<Vec<_>>()
            .join(", ");
        if self.count > self.first.len() as u64 {
            lines.push_str(", …");
        }
        Some(
            Finding::new(code)
                .at(Place::line(path, first))
                .arg("count", self.count)
                .arg("lines", lines),
        )
    }
}

/// Links behind cells that a message is about.
#[derive(Debug, Default, Clone)]
pub(crate) struct CitedLinks {
    count: u64,
    /// The line of the first, and where it leads.
    first: Option<(u64, Arc<str>)>,
}

impl CitedLinks {
    /// Adds so many links, the first of which is on this line.
    pub(crate) fn add(&mut self, count: u64, line: u64, address: &Arc<str>) {
        self.count += count;
        self.first = self
            .first
            .take()
            .or_else(|| Some((line, Arc::clone(address))));
    }

    fn join(&mut self, other: &CitedLinks) {
        self.count += other.count;
        self.first = self
            .first
            .take()
            .into_iter()
            .chain(other.first.clone())
            .min();
    }
}

/// What was seen of a column's cells.
#[derive(Debug, Default, Clone)]
struct ShownColumn {
    filled: u64,
    /// Links whose addresses are known.
    links: CitedLinks,
    /// Those of which no address can be written.
    links_unknown: CitedLinks,
    /// Whether there are more links than were kept, so that a column of them would have gaps.
    has_more_links: bool,
    /// First code in the column, as it is shown.
    code: Option<String>,
}

impl ShownColumn {
    /// Whether more than half of its cells have links, all of which are known.
    fn is_linked(&self) -> bool {
        self.links.count * 2 > self.filled && !self.has_more_links
    }
}

/// Rows of which something is known before they are looked at.
#[derive(Debug, Default)]
pub(crate) struct KnownRows {
    pub(crate) hidden: CitedLines,
    /// Those with formulas without values.
    pub(crate) formulas: CitedLines,
    /// Those with formulas that all come to 0.
    pub(crate) zeros: CitedLines,
}

/// What was seen of a sheet.
#[derive(Debug, Default)]
pub(crate) struct ShownSheet {
    columns: Vec<ShownColumn>,
    hidden_rows: CitedLines,
    texts_merged: CitedLines,
    numbers_merged: CitedLines,
    /// Formulas without values, and those that all come to 0.
    formulas: CitedLines,
    zeros: CitedLines,
    /// Formulas that failed, and the first one's word.
    errors: CitedLines,
    error: String,
}

impl ShownSheet {
    /// Returns what is known before the rows are looked at; `more_links` are those of columns that were not kept.
    #[cfg_attr(
        not(feature = "sheets"),
        expect(dead_code, reason = "only workbooks tell it of themselves")
    )]
    pub(crate) fn known(rows: KnownRows, more_links: &BTreeMap<u32, CitedLinks>) -> ShownSheet {
        let KnownRows {
            hidden: hidden_rows,
            formulas,
            zeros,
        } = rows;
        let mut shown = ShownSheet {
            hidden_rows,
            formulas,
            zeros,
            ..ShownSheet::default()
        };
        for (at, links) in more_links {
            let at = usize::try_from(*at).unwrap_or(usize::MAX);
            shown
                .columns
                .resize(shown.columns.len().max(at + 1), ShownColumn::default());
            (
                shown.columns[at].links_unknown,
                shown.columns[at].has_more_links,
            ) = (links.clone(), true);
        }
        shown
    }

    /// Takes in a row; `is_data` says that it is below the header.
    fn take(&mut self, row: &SheetRow, is_data: bool) {
        if self.columns.len() < row.cells.len() {
            self.columns.resize(row.cells.len(), ShownColumn::default());
        }
        let mut is_filled = false;
        for (column, cell) in self.columns.iter_mut().zip(&row.cells) {
            if cell.held == CellContent::Formula {
                self.formulas.add(row.line);
            }
            if cell.text.is_empty() {
                continue;
            }
            is_filled = true;
            column.filled += u64::from(is_data);
            if !is_data {
                continue;
            }
            if cell.held == CellContent::Error {
                if self.errors.count == 0 {
                    self.error.clone_from(&cell.text);
                }
                self.errors.add(row.line);
            }
            if cell.covers > 0 {
                let merged = if cell.held == CellContent::Number {
                    &mut self.numbers_merged
                } else {
                    &mut self.texts_merged
                };
                merged.add(row.line);
            }
            if cell.held == CellContent::Code && column.code.is_none() {
                column.code = Some(cell.text.clone());
            }
            match &cell.link {
                Some(CellLink::Address(address)) if cell.has_link() => {
                    column.links.add(1, row.line, address);
                }
                Some(CellLink::Computed(formula)) => column.links_unknown.add(1, row.line, formula),
                _ => {}
            }
        }
        if row.is_hidden && is_filled {
            self.hidden_rows.add(row.line);
        }
    }
}

/// How far a sheet is looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum ScanExtent {
    /// The rows among which the header is looked for.
    #[cfg_attr(
        not(feature = "sheets"),
        expect(dead_code, reason = "only workbooks tell it of themselves")
    )]
    Sample,
    Whole,
}

/// A sheet that is being opened.
pub(crate) struct SheetOpener<'a> {
    /// The name by which messages call it, where one is known.
    pub(crate) name: &'a str,
    pub(crate) resource: &'a TableFile,
    pub(crate) extent: ScanExtent,
    /// What is known of it already.
    pub(crate) shown: ShownSheet,
}

impl SheetOpener<'_> {
    /// Looks at the rows of a sheet, says what is odd about it, and finds its header.
    ///
    /// # Errors
    /// When it cannot be read, or holds nothing.
    pub(crate) fn open<S: TableStream + 'static>(
        mut self,
        rows: &mut dyn CellRows,
        stream: impl FnOnce(Arc<FinishPlan>) -> S,
        found: &mut Vec<Finding>,
    ) -> Result<OpenedTable, Unreadable> {
        let sample = sample(rows)?;
        let first: Vec<Row> = sample.iter().map(plain).collect();
        if first.iter().all(Row::is_blank) {
            return Err(Unreadable::Empty);
        }
        let layout = lay_out(&first, wanted(self.resource));
        for (number, row) in sample.iter().enumerate() {
            self.shown.take(row, number >= layout.body);
        }
        let mut row = SheetRow::default();
        while self.extent == ScanExtent::Whole && rows.read_cells(&mut row)? {
            self.shown.take(&row, true);
        }
        let header = header_cells(&first, &layout);
        let linked = self.linked(header.as_deref());
        SheetReport {
            opener: &self,
            header: header.as_deref(),
            found,
        }
        .say(&linked, rows);
        let plan = Arc::new(FinishPlan {
            body: layout.body as u64,
            header: layout.header.iter().map(|at| *at as u64).collect(),
            linked,
        });
        Ok(OpenedTable::laid_out(
            &finished(sample, &plan),
            &layout,
            Arc::new(stream(plan)),
            self.resource,
            found,
        ))
    }

    /// Columns more than half of whose cells have links behind them; these need a name to be called after.
    fn linked(&self, header: Option<&[String]>) -> Vec<usize> {
        let Some(header) = header else {
            return Vec::new();
        };
        let fields = &self.resource.schema.fields;
        // Fields that are declared by their places would name other columns.
        if !fields.is_empty()
            && !header
                .iter()
                .any(|name| fields.iter().any(|field| field.name.trim() == name.trim()))
        {
            return Vec::new();
        }
        let columns = self.shown.columns.iter().zip(header).enumerate();
        columns
            .filter(|(_, (column, name))| column.is_linked() && !name.trim().is_empty())
            .map(|(at, _)| at)
            .collect()
    }
}

/// Reads the rows among which the header is looked for.
fn sample(rows: &mut dyn CellRows) -> Result<Vec<SheetRow>, Unreadable> {
    let (mut sample, mut cells) = (Vec::new(), 0);
    let mut row = SheetRow::default();
    while sample.len() < SAMPLE_ROWS && cells < SAMPLE_CELLS && rows.read_cells(&mut row)? {
        cells += row.cells.len();
        sample.push(std::mem::take(&mut row));
    }
    Ok(sample)
}

/// Finishes the first rows of a sheet by a plan.
fn finished(sample: Vec<SheetRow>, plan: &Arc<FinishPlan>) -> Vec<Row> {
    let mut finisher = Finisher::new(Arc::clone(plan));
    let rows = sample.into_iter().map(|mut row| {
        finisher.finish(&mut row);
        plain(&row)
    });
    rows.collect()
}

/// What is said of a sheet: each method says one kind of oddity.
struct SheetReport<'a> {
    opener: &'a SheetOpener<'a>,
    /// The names in the header, where there is one.
    header: Option<&'a [String]>,
    found: &'a mut Vec<Finding>,
}

impl SheetReport<'_> {
    /// Says everything; `linked` are the columns that get one more for their links.
    fn say(&mut self, linked: &[usize], rows: &dyn CellRows) {
        self.say_hidden_columns(rows);
        self.say_cells();
        self.say_codes();
        self.say_added_links(linked);
        self.say_other_links(linked);
    }

    fn columns(&self) -> impl Iterator<Item = (usize, &ShownColumn)> {
        self.opener.shown.columns.iter().enumerate()
    }

    /// Returns the name of a column, which is empty where it has none.
    fn name(&self, at: usize) -> &str {
        self.header
            .and_then(|names| names.get(at))
            .map_or("", |name| name.trim())
    }

    /// Returns a column's letters, and its name: `C “town”`.
    fn lettered(&self, at: usize) -> String {
        match self.name(at) {
            "" => letters(at),
            name => format!("{} “{name}”", letters(at)),
        }
    }

    /// Returns a finding about the columns of these names, of which it lists the first.
    fn about(&self, code: &'static str, list: &[String], count: u64) -> Finding {
        let more = if list.len() > MOST_NAMED { ", …" } else { "" };
        let names = format!("{}{more}", list[..list.len().min(MOST_NAMED)].join(", "));
        Finding::new(code)
            .at(Place::file(&self.opener.resource.path))
            .arg("count", count)
            .arg("names", names)
    }

    fn say_hidden_columns(&mut self, rows: &dyn CellRows) {
        let hidden: Vec<String> = self
            .columns()
            .filter(|(at, column)| column.filled > 0 && rows.hides(*at))
            .map(|(at, _)| self.lettered(at))
            .collect();
        if !hidden.is_empty() {
            let finding = self.about(codes::DATA_COLUMNS_HIDDEN, &hidden, hidden.len() as u64);
            self.found.push(finding);
        }
    }

    /// Says which rows are hidden, which cells merged, and what is odd about formulas.
    fn say_cells(&mut self) {
        let (shown, path) = (&self.opener.shown, &self.opener.resource.path);
        let sheet = self.opener.name;
        let hidden = shown.hidden_rows.say(codes::DATA_ROWS_HIDDEN, path);
        let texts = shown.texts_merged.say(codes::DATA_TEXTS_MERGED, path);
        let numbers = shown.numbers_merged.say(codes::DATA_NUMBERS_MERGED, path);
        let formulas = shown.formulas.say(codes::DATA_FORMULA_WITHOUT_VALUE, path);
        let zeros = shown.zeros.say(codes::DATA_FORMULAS_ZERO, path);
        let errors = shown.errors.say(codes::DATA_ERROR_CELLS, path);
        self.found.extend(hidden);
        self.found.extend(texts);
        self.found.extend(numbers);
        for finding in formulas.into_iter().chain(zeros) {
            self.found.push(finding.arg("sheet", sheet));
        }
        self.found
            .extend(errors.map(|finding| finding.arg("example", &shown.error)));
    }

    /// Says which columns hold codes, which their number format shows.
    fn say_codes(&mut self) {
        let coded: Vec<String> = self
            .columns()
            .filter(|(_, column)| column.code.is_some())
            .map(|(at, _)| self.lettered(at))
            .collect();
        let example = self.columns().find_map(|(_, column)| column.code.clone());
        if let Some(example) = example {
            let finding = self.about(codes::DATA_SHOWN_BY_FORMAT, &coded, coded.len() as u64);
            self.found.push(finding.arg("example", example));
        }
    }

    fn say_added_links(&mut self, linked: &[usize]) {
        let added: Vec<String> = linked
            .iter()
            .map(|at| format!("{} (link)", self.name(*at)))
            .collect();
        if !added.is_empty() {
            let finding = self.about(codes::DATA_LINKS_ADDED, &added, added.len() as u64);
            self.found.push(finding);
        }
    }

    /// Says which links are in no column of their own.
    fn say_other_links(&mut self, linked: &[usize]) {
        let (mut left, mut names) = (CitedLinks::default(), Vec::new());
        for (at, column) in self.columns() {
            let mut own = column.links_unknown.clone();
            if !linked.contains(&at) {
                own.join(&column.links);
            }
            if own.count > 0 {
                left.join(&own);
                names.push(self.lettered(at));
            }
        }
        if let Some((line, link)) = &left.first {
            let number = usize::try_from(*line).unwrap_or(usize::MAX);
            let place = Place::line(&self.opener.resource.path, number);
            let finding = self
                .about(codes::DATA_LINKS_LEFT, &names, left.count)
                .at(place);
            self.found
                .push(finding.arg("line", line.to_string()).arg("link", &**link));
        }
    }
}

/// Returns the letters by which spreadsheet programs call a column, from 0.
fn letters(mut column: usize) -> String {
    let mut letters = Vec::new();
    loop {
        letters.push(char::from(b'A' + u8::try_from(column % 26).unwrap_or(0)));
        if column < 26 {
            return letters.iter().rev().collect();
        }
        column = column / 26 - 1;
    }
}

#[cfg(test)]
mod tests {
    use super::letters;

    #[test]
    fn columns_are_called_by_letters() {
        assert_eq!(
            [0, 25, 26, 701, 702].map(letters),
            ["A", "Z", "AA", "ZZ", "AAA"]
        );
    }
}
