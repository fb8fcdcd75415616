//! What is said of rows: those that are outside the table, and those that are not as the others. Nothing of the
//! file is left out without a message that names it.

use crate::dialect::holds_number;
use crate::finding::{Finding, codes};
use crate::line_address;
use crate::locate::{self, CitedCell};
use crate::place::Place;
use crate::read_plan::{ReadPlan, RowClass};
use crate::rows::{Row, RowKind};
use crate::table::FileNote;
use crate::unreadable::Unreadable;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// What is odd about a row of data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RowNote {
    /// It has fewer cells than there are columns.
    Short,
    /// It has cells that no column has a name for.
    Long,
    /// A quotation mark is where none should.
    StrayQuote,
    /// Cells are written `="00123"`.
    ExcelText,
    /// Its lines are as rows are: a quotation mark may have joined them.
    Joined,
}

/// Words of the rows outside the table that a message repeats, in characters.
const MOST_WORDS: usize = 400;
/// Line numbers that a message lists.
const MOST_LINES: usize = 10;

/// Rows of which one message speaks.
#[derive(Debug, Default)]
struct NoteGroup {
    count: u64,
    first: Option<CitedCell>,
    lines: Vec<u64>,
    words: String,
}

impl NoteGroup {
    fn add(&mut self, row: &Row, at: usize) {
        self.count += 1;
        if self.first.is_none() {
            self.first = Some(CitedCell::new(
                row.line,
                row.start_of(at),
                row.cell(at).unwrap_or(""),
            ));
        }
        if self.lines.len() < MOST_LINES {
            self.lines.push(row.line);
        }
    }

    fn add_words(&mut self, row: &Row) {
        for cell in row.cells().map(str::trim).filter(|c| !c.is_empty()) {
            if self.words.chars().count() > MOST_WORDS {
                return;
            }
            if !self.words.is_empty() {
                self.words.push_str(" · ");
            }
            self.words.extend(cell.chars().take(MOST_WORDS));
        }
    }

    fn append(&mut self, group: NoteGroup) {
        self.count += group.count;
        self.first = self.first.take().or(group.first);
        self.lines.extend(group.lines);
        let separator = if self.words.is_empty() { "" } else { " · " };
        self.words.push_str(separator);
        self.words.push_str(&group.words);
    }

    fn finding(self, code: &'static str, reading: &ReadPlan) -> Option<(CitedCell, Finding)> {
        let mut lines = self
            .lines
            .iter()
            .map(|line| reading.say(*line))
            .collect::<Vec<_>>()
            .join(", ");
        if self.count > self.lines.len() as u64 {
            lines.push_str(", …");
        }
        let finding = Finding::new(code)
            .arg("count", self.count)
            .arg("lines", lines)
            .arg("words", self.words);
        Some((self.first?, finding))
    }
}

/// Rows outside the table that are kept with it.
const MOST_KEPT: usize = 60;

/// A row outside the table that is kept with it.
#[derive(Debug)]
struct KeptRow {
    /// Its number in the file, where it is above the table.
    above: Option<u64>,
    line: u64,
    cells: Vec<String>,
}

impl KeptRow {
    /// Returns the number of cells that hold more than blanks.
    fn filled(&self) -> usize {
        let filled = self.cells.iter().filter(|cell| !cell.trim().is_empty());
        filled.count()
    }

    /// Its words; where commas of a sentence were taken for delimiters, as the sentence was written.
    fn text(&self, reading: &ReadPlan) -> String {
        let delimiter = reading
            .stream
            .dialect()
            .and_then(|dialect| dialect.delimiter)
            .map_or(',', char::from);
        let mut text = String::new();
        for cell in self.cells.iter().filter(|cell| !cell.trim().is_empty()) {
            let goes_on = cell.starts_with(' ') && !text.is_empty();
            match (text.is_empty(), goes_on) {
                (true, _) => {}
                (_, true) => text.extend([delimiter, ' ']),
                (_, false) => text.push_str(" · "),
            }
            text.push_str(cell.trim());
        }
        text.chars().take(MOST_WORDS).collect()
    }
}

/// The numbers of the rows above the table that are a table of their own: names, and below them two rows or more of as many
/// cells, with numbers where there are names.
fn table_above(kept: &[KeptRow]) -> BTreeSet<u64> {
    let above: Vec<&KeptRow> = kept.iter().filter(|kept| kept.above.is_some()).collect();
    let mut found = BTreeSet::new();
    for block in above.chunk_by(|a, b| a.line + 1 == b.line && a.filled() == b.filled()) {
        let Some((names, rows)) = block
            .split_first()
            .filter(|(names, rows)| names.filled() > 1 && rows.len() > 1)
        else {
            continue;
        };
        let are_names =
            (names.cells.iter()).all(|cell| !holds_number(cell) && !cell.trim_end().ends_with(':'));
        let have_numbers = (0..names.cells.len()).any(|at| {
            rows.iter()
                .all(|row| row.cells.get(at).is_some_and(|cell| holds_number(cell)))
        });
        if are_names && have_numbers {
            found.extend(block.iter().filter_map(|kept| kept.above));
        }
    }
    found
}

/// Rows outside the table, and odd ones of it, by what is said of them.
#[derive(Debug, Default)]
pub(crate) struct RowNotes {
    above: BTreeMap<u64, NoteGroup>,
    blank: NoteGroup,
    comment: NoteGroup,
    header: NoteGroup,
    below: NoteGroup,
    left_out: NoteGroup,
    second: NoteGroup,
    kept: Vec<KeptRow>,
    odd: BTreeMap<RowNote, NoteGroup>,
}

impl RowNotes {
    /// Notes a row outside the table, with its number in the file.
    pub(crate) fn set_aside(&mut self, class: RowClass, number: u64, row: &Row) {
        let group = match class {
            RowClass::Above if !row.is_blank() => self.above.entry(number).or_default(),
            RowClass::Above | RowClass::Blank => &mut self.blank,
            // Each file of a table may have the header: nothing is odd about that.
            RowClass::Header if row.kind == RowKind::Header => return,
            RowClass::Comment => &mut self.comment,
            RowClass::Header => &mut self.header,
            RowClass::Below => {
                // What is set aside, and said to be, is no other table.
                if self.second.lines == [row.line] {
                    self.second = NoteGroup::default();
                }
                &mut self.below
            }
            RowClass::Data => return,
        };
        group.add(row, 0);
        group.add_words(row);
        if matches!(class, RowClass::Above | RowClass::Below)
            && row.holds_something()
            && self.kept.len() < MOST_KEPT
        {
            let above = (class == RowClass::Above).then_some(number);
            let cells = row
                .cells()
                .map(|cell| cell.chars().take(MOST_WORDS).collect())
                .collect();
            self.kept.push(KeptRow {
                above,
                line: row.line,
                cells,
            });
        }
    }

    /// What the file says above and below the table, the header left out.
    pub(crate) fn kept(&self, reading: &ReadPlan) -> Vec<FileNote> {
        let outside = self.kept.iter().filter(|kept| {
            kept.above
                .is_none_or(|number| !reading.header_rows.contains(&number))
        });
        outside
            .map(|kept| FileNote {
                line: reading.say(kept.line),
                is_above: kept.above.is_some(),
                text: kept.text(reading),
            })
            .collect()
    }

    /// Notes a row outside the table that looks like one of it.
    pub(crate) fn left_out(&mut self, row: &Row) {
        self.left_out.add(row, 0);
        self.left_out.add_words(row);
    }

    /// Notes a row that reads as the header of another table.
    pub(crate) fn another(&mut self, row: &Row) {
        self.second.add(row, 0);
        self.second.add_words(row);
    }

    /// Notes an odd row of data; `at` is the cell to show.
    pub(crate) fn note(&mut self, note: RowNote, row: &Row, at: usize) {
        self.odd.entry(note).or_default().add(row, at);
    }

    /// The findings, with their sites.
    pub(crate) fn findings(self, reading: &ReadPlan) -> Vec<(CitedCell, Finding)> {
        let mut titles = NoteGroup::default();
        let mut left_out = self.left_out;
        let of_tables = table_above(&self.kept);
        // The header's own rows are in the names of the columns.
        for (number, group) in self.above {
            if !reading.header_rows.contains(&number) {
                if of_tables.contains(&number) {
                    &mut left_out
                } else {
                    &mut titles
                }
                .append(group);
            }
        }
        let mut out: Vec<(CitedCell, Finding)> = [
            (titles, codes::DATA_ROWS_ABOVE),
            (self.blank, codes::DATA_BLANK_ROWS),
            (self.comment, codes::DATA_COMMENTS),
            (self.header, codes::DATA_HEADER_REPEATED),
            (self.below, codes::DATA_ROWS_BELOW),
            (left_out, codes::DATA_ROWS_LEFT_OUT),
            (self.second, codes::DATA_SECOND_TABLE),
        ]
        .into_iter()
        .filter_map(|(group, code)| group.finding(code, reading))
        .collect();
        for (note, group) in self.odd {
            out.extend(group.finding(
                match note {
                    RowNote::Short => codes::DATA_ROWS_SHORT,
                    RowNote::Long => codes::DATA_ROWS_LONG,
                    RowNote::StrayQuote => codes::DATA_STRAY_QUOTE,
                    RowNote::ExcelText => codes::DATA_EXCEL_TEXT,
                    RowNote::Joined => codes::DATA_ROWS_JOINED,
                },
                reading,
            ));
        }
        out
    }
}

/// Gives the findings their places, with the line shown, by reading the file up to the last of them once more.
pub(crate) fn place(
    root: &Path,
    reading: &ReadPlan,
    sited: Vec<(CitedCell, Finding)>,
    found: &mut Vec<Finding>,
) -> Result<(), Unreadable> {
    if sited.is_empty() {
        return Ok(());
    }
    let (sites, findings): (Vec<CitedCell>, Vec<Finding>) = sited.into_iter().unzip();
    let mut placed: Vec<Option<Finding>> = findings.into_iter().map(Some).collect();
    for (file, path) in reading.paths.iter().enumerate() {
        let here: Vec<usize> = (0..sites.len())
            .filter(|at| line_address::file_of(sites[*at].line) == file)
            .collect();
        let sites: Vec<CitedCell> = here.iter().map(|at| sites[*at].clone()).collect();
        let places = match reading
            .stream
            .text(root, path)?
            .filter(|_| !sites.is_empty())
        {
            Some(text) => locate::places(text, path, &sites)?,
            None => sites
                .iter()
                .map(|site| untexted(path, site, reading))
                .collect(),
        };
        for (at, place) in here.into_iter().zip(places) {
            placed[at] = placed[at].take().map(|finding| finding.at(place));
        }
    }
    found.extend(placed.into_iter().flatten());
    Ok(())
}

/// The place of a cell in a file that is no text.
fn untexted(path: &str, site: &CitedCell, reading: &ReadPlan) -> Place {
    let line = usize::try_from(line_address::line_of(site.line));
    let place = Place::line(path, line.unwrap_or(usize::MAX));
    if reading.stream.has_columns() {
        let column = usize::try_from(site.start).unwrap_or(usize::MAX);
        Place {
            column: column.saturating_add(1),
            ..place
        }
    } else {
        place
    }
}

/// The place of the row with this key, and the key: found again by reading up to it.
pub(crate) fn site_of_key(
    root: &Path,
    reading: &ReadPlan,
    address: u64,
    key: &[usize],
) -> Result<Option<(CitedCell, String)>, Unreadable> {
    let mut rows = reading.stream.rows(root, reading.path())?;
    let mut row = Row::new();
    while rows.read(&mut row)? {
        if row.line == address {
            if let Some(columns) = &reading.columns {
                let whole = row.clone();
                whole.choose(columns, &mut row);
            }
            let cells: Vec<&str> = key.iter().map(|at| row.cell(*at).unwrap_or("")).collect();
            let first = key.first().copied().unwrap_or(0);
            return Ok(Some((
                CitedCell::new(
                    row.line,
                    row.start_of(first),
                    cells.first().copied().unwrap_or(""),
                ),
                cells.join(", "),
            )));
        }
    }
    Ok(None)
}
