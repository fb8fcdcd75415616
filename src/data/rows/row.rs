//! One row as it stands in a file.

/// What a row of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// Cells.
    #[default]
    Cells,
    /// A comment line, whole in one cell.
    Comment,
}

/// The cells of one row, and where they stand. Reading the next row reuses its memory.
#[derive(Debug, Clone, Default)]
pub struct Row {
    text: String,
    ends: Vec<usize>,
    starts: Vec<u64>,
    /// The line on which it begins, from 1.
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

    /// Where a cell begins in the decoded file, in bytes; the row's own beginning for a cell it lacks.
    pub fn start_of(&self, at: usize) -> u64 {
        self.starts.get(at).or(self.starts.first()).copied().unwrap_or(0)
    }

    /// Whether no cell holds anything but blanks.
    pub fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
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
        self.end_cell(self.text.len(), self.starts.last().copied().unwrap_or(0));
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
