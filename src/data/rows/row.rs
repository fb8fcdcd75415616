//! One row as it stands in a file.

/// What a row of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// Cells.
    #[default]
    Cells,
    /// A comment line, whole in one cell.
    Comment,
    /// The header of a further file of the same table.
    Header,
    /// A title or note above the table in a further file.
    Title,
}

/// The cells of one row, and where they stand. Reading the next row reuses its memory.
#[derive(Debug, Clone, Default)]
pub struct Row {
    text: String,
    ends: Vec<usize>,
    starts: Vec<u64>,
    /// The line on which it begins, from 1; in a table of several files also which of them (see [`crate::data::lines`]).
    pub line: u64,
    /// What it is.
    pub kind: RowKind,
    /// Whether a quotation mark stands where none should: `"a"b`.
    pub stray_quote: bool,
}

impl Row {
    /// An empty row.
    pub fn new() -> Self {
        Row::default()
    }

    /// How many cells it has; a line with nothing on it has none.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether it has no cells.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// A cell's text; none past the last one.
    pub fn cell(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = if at == 0 { 0 } else { self.ends[at - 1] };
        Some(&self.text[start..end])
    }

    /// The text of every cell, one after the other.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Every cell.
    pub fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.len()).filter_map(|at| self.cell(at))
    }

    /// Where a cell begins in the decoded file, in bytes; the row's own beginning for a cell it lacks. Where rows are not
    /// read from a text (see [`Row::of`]), the cell's number from 0.
    pub fn start_of(&self, at: usize) -> u64 {
        self.starts.get(at).or(self.starts.first()).copied().unwrap_or(0)
    }

    /// Whether no cell holds anything but blanks, or the mark by which DOS ended a file.
    pub fn is_blank(&self) -> bool {
        matches!(self.text.trim(), "" | "\u{1a}")
    }

    /// Whether it is a line drawn for the eye: `+----+----+`, `|:---|---:|`, `=====  ====`.
    pub fn is_ruling(&self) -> bool {
        let Some(b'+' | b'-' | b'=' | b'|' | b':' | b' ' | b'_') = self.text.as_bytes().first() else { return false };
        let drawn = self.text.bytes().all(|b| matches!(b, b'+' | b'-' | b'=' | b'|' | b':' | b' ' | b'_'));
        let long =
            |cell: &str| cell.trim().is_empty() || cell.bytes().filter(|b| matches!(b, b'-' | b'=' | b'_')).count() > 2;
        drawn && self.cells().all(long) && (self.text.len() > 8 || self.text.contains('+'))
    }

    /// Whether it holds anything but blanks and drawn lines.
    pub fn holds_something(&self) -> bool {
        !self.is_blank() && !self.is_ruling()
    }

    /// Cells that hold something.
    pub fn filled(&self) -> usize {
        self.cells().filter(|c| !c.trim().is_empty()).count()
    }

    /// Whether exactly one cell holds something; found out without looking at all of a full row.
    pub fn has_one_filled(&self) -> bool {
        self.cells().filter(|c| !c.trim().is_empty()).take(2).count() == 1
    }

    /// Begins a new row on this line.
    pub(super) fn begin(&mut self, line: u64) {
        self.text.clear();
        self.ends.clear();
        self.starts.clear();
        self.line = line;
        self.kind = RowKind::Cells;
        self.stray_quote = false;
    }

    /// Lends the memory of its text to a reader that appends bytes.
    pub(super) fn lend(&mut self) -> Vec<u8> {
        std::mem::take(&mut self.text).into_bytes()
    }

    /// Takes the memory back; false when it is not UTF-8.
    pub(super) fn take_back(&mut self, bytes: Vec<u8>) -> bool {
        match String::from_utf8(bytes) {
            Ok(text) => {
                self.text = text;
                self.ends.iter().all(|end| self.text.is_char_boundary(*end))
            }
            Err(_) => false,
        }
    }

    /// Notes that a cell ends where the lent text now ends.
    pub(super) fn end_cell(&mut self, end: usize, start_in_file: u64) {
        self.ends.push(end);
        self.starts.push(start_in_file);
    }

    /// Adds a cell of known text.
    pub fn push(&mut self, cell: &str) {
        self.text.push_str(cell);
        self.end_cell(self.text.len(), self.starts.len() as u64);
    }

    /// Writes this row's cells to `row`, each to its one of `width` columns; a column that none goes to is left blank.
    /// Cells past the last that has a column follow after all columns.
    pub fn arrange(&self, columns: &[usize], width: usize, row: &mut Row) {
        row.begin(self.line);
        (row.kind, row.stray_quote) = (self.kind, self.stray_quote);
        for column in 0..width {
            let from = columns.iter().position(|at| *at == column).filter(|from| *from < self.len());
            row.text.push_str(from.and_then(|from| self.cell(from)).unwrap_or(""));
            row.end_cell(row.text.len(), self.start_of(from.unwrap_or(0)));
        }
        for from in columns.len()..self.len() {
            row.text.push_str(self.cell(from).unwrap_or(""));
            row.end_cell(row.text.len(), self.start_of(from));
        }
    }

    /// Adds a cell of known text that begins here in the decoded file.
    pub fn push_at(&mut self, cell: &str, start: u64) {
        self.text.push_str(cell);
        self.end_cell(self.text.len(), start);
    }

    /// Writes these of this row's cells to `row`; those past its last are lacking there too.
    pub fn choose(&self, cells: &[usize], row: &mut Row) {
        row.begin(self.line);
        (row.kind, row.stray_quote) = (self.kind, self.stray_quote);
        for at in cells.iter().filter(|at| **at < self.len()) {
            row.text.push_str(self.cell(*at).unwrap_or(""));
            row.end_cell(row.text.len(), self.start_of(*at));
        }
    }

    /// A row of these cells, for tests and for sources that have no lines.
    pub fn of<'a>(line: u64, cells: impl IntoIterator<Item = &'a str>) -> Row {
        let mut row = Row::new();
        row.begin(line);
        for cell in cells {
            row.push(cell);
        }
        row
    }
}
