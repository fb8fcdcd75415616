//! One row as it is in a file.

/// What a row of the file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RowKind {
    /// A row of cells, as nearly all are.
    #[default]
    Cells,
    /// A comment line, whole in one cell.
    Comment,
    /// The header of a further file of the same table.
    Header,
    /// A title or note above the table in a further file.
    Title,
}

/// The cells of one row, and where they are. Reading the next row reuses its memory.
#[derive(Debug, Clone, Default)]
pub struct Row {
    /// The row as it is in the file, without its line's end, where it comes from delimited text; then the cells
    /// that are not to be found in there, because a mark in them is doubled. Of other sources, the cells.
    text: String,
    cells: Vec<CellSpan>,
    /// Where the row begins in the decoded file, in bytes.
    start: u64,
    /// Bytes of `text` that are in the file, where cells are found in it.
    given: usize,
    /// What divides cells there, where it may be written as it is.
    received: Option<u8>,
    /// The line on which it begins, from 1; in a table of several files also which of them (see [`crate::line_address`]).
    pub(crate) line: u64,
    pub(crate) kind: RowKind,
    /// Whether a quotation mark is where none should: `"a"b`.
    pub(crate) stray_quote: bool,
    /// Whether a cell was written `="00123"`, so that Excel shows it as text.
    pub(crate) excel_text: bool,
    /// Whether it goes on over several lines of the file.
    pub(crate) several_lines: bool,
}

/// Where a cell is in the text of its row.
#[derive(Debug, Clone, Copy)]
pub(super) struct CellSpan {
    /// Offset of its first byte.
    start: u32,
    /// The byte after its last.
    end: u32,
    /// Where it begins in the file, with the marks before it, in bytes from the row's own beginning.
    from: u32,
}

impl CellSpan {
    /// From its first byte to the one after its last. Every source refuses rows long before they take four gibibytes.
    #[inline]
    #[allow(clippy::cast_possible_truncation, reason = "rows are shorter")]
    pub(crate) fn new(start: usize, end: usize, from: usize) -> CellSpan {
        CellSpan {
            start: start as u32,
            end: end as u32,
            from: from as u32,
        }
    }

    /// The bytes of the cell.
    #[inline]
    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Whether there is anything but blanks in a text; nearly every first character tells.
#[inline]
fn is_filled(cell: &str) -> bool {
    cell.as_bytes()
        .first()
        .is_some_and(|first| first.is_ascii_graphic() || !cell.trim_start().is_empty())
}

/// Whether a cell of a drawn line is blank, or as long as names are.
fn is_long_line(cell: &str) -> bool {
    let drawn = cell.bytes().filter(|b| matches!(b, b'-' | b'=' | b'_'));
    cell.trim().is_empty() || drawn.count() > 2
}

impl Row {
    /// Makes a row without cells, to read into.
    pub fn new() -> Self {
        Row::default()
    }

    /// How many cells it has; a line with nothing on it has none.
    #[inline]
    #[expect(clippy::len_without_is_empty, reason = "what has no cells is no row")]
    pub fn len(&self) -> usize {
        self.cells.len()
    }

    /// A cell's text; none past the last one.
    #[inline]
    pub fn cell(&self, at: usize) -> Option<&str> {
        Some(&self.text[self.cells.get(at)?.range()])
    }

    /// Returns the texts of the cells, in order.
    #[inline]
    pub fn cells(&self) -> impl Iterator<Item = &str> + Clone {
        self.cells.iter().map(|span| &self.text[span.range()])
    }

    /// Text in which every cell is, among whatever divides them: what is not in there, is in no cell.
    #[inline]
    pub(crate) fn everything(&self) -> &str {
        &self.text
    }

    /// Bytes that it takes in memory.
    pub(crate) fn size(&self) -> usize {
        self.text.capacity() + self.cells.capacity() * size_of::<CellSpan>()
    }

    /// The row as it was received, without its line's end, where this divides its cells, and each of them is there as
    /// RFC 4180 has it: bare, or between quotation marks.
    #[inline]
    pub(crate) fn received(&self, delimiter: u8) -> Option<&str> {
        (self.received? == delimiter).then(|| &self.text[..self.given])
    }

    /// Returns what is in the file from where a cell begins, with its marks, to the end of the row; none where rows are not
    /// read from a text that is divided by marks.
    pub(crate) fn written_from(&self, at: usize) -> Option<&str> {
        let from = self.cells.get(at)?.from as usize;
        self.text.get(from..self.given).filter(|_| self.given > 0)
    }

    /// Whether a cell of a row that was [received](Row::received) is between quotation marks.
    pub(crate) fn quoted(&self) -> impl Iterator<Item = &str> {
        self.cells
            .iter()
            .filter(|span| span.start != span.from)
            .map(|span| &self.text[span.range()])
    }

    /// Where a cell begins in the decoded file, in bytes; the row's own beginning for a cell it lacks. Where rows are not
    /// read from a text (see [`Row::of`]), the cell's number from 0.
    pub(crate) fn start_of(&self, at: usize) -> u64 {
        self.start
            + self
                .cells
                .get(at)
                .or(self.cells.first())
                .map_or(0, |span| u64::from(span.from))
    }

    /// Whether no cell holds anything but blanks, or the mark by which DOS ended a file.
    #[inline]
    pub(crate) fn is_blank(&self) -> bool {
        let mut filled = self.cells().filter(|cell| is_filled(cell));
        filled.next().is_none_or(|cell| cell.trim() == "\u{1a}") && filled.next().is_none()
    }

    /// Whether it is a line drawn for the eye: `+----+----+`, `|:---|---:|`, `=====  ====`.
    #[inline]
    pub(crate) fn is_ruling(&self) -> bool {
        const DRAWN: fn(&u8) -> bool =
            |b| matches!(b, b'+' | b'-' | b'=' | b'|' | b':' | b' ' | b'_');
        // Nearly every first character tells.
        if !self
            .cells()
            .find_map(|cell| cell.as_bytes().first())
            .is_some_and(DRAWN)
        {
            return false;
        }
        let drawn = self.cells().all(|cell| cell.as_bytes().iter().all(DRAWN));
        drawn
            && self.cells().all(is_long_line)
            && (self.cells().map(str::len).sum::<usize>() > 8
                || self.cells().any(|cell| cell.contains('+')))
    }

    /// Whether it holds anything but blanks and drawn lines.
    pub(crate) fn holds_something(&self) -> bool {
        !self.is_blank() && !self.is_ruling()
    }

    /// Returns the number of cells that hold more than blanks.
    #[inline]
    pub(crate) fn filled(&self) -> usize {
        self.cells().filter(|cell| is_filled(cell)).count()
    }

    /// Whether exactly one cell holds something; found out without looking at all of a full row.
    #[inline]
    pub(crate) fn has_one_filled(&self) -> bool {
        self.cells().filter(|cell| is_filled(cell)).take(2).count() == 1
    }

    /// Begins a new row on this line, at this place in the file.
    #[inline]
    pub(super) fn begin(&mut self, line: u64, start: u64) {
        self.text.clear();
        self.cells.clear();
        self.given = 0;
        self.received = None;
        self.start = start;
        self.line = line;
        self.kind = RowKind::Cells;
        self.stray_quote = false;
        self.excel_text = false;
        self.several_lines = false;
    }

    /// Adds a cell that is here in the text to be [given](Row::give).
    #[inline]
    pub(super) fn add(&mut self, span: CellSpan) {
        self.cells.push(span);
    }

    /// Gives it the text that its cells are in; `delimiter` where they are in it as RFC 4180 has it.
    #[inline]
    pub(super) fn give(&mut self, text: &str, delimiter: Option<u8>) {
        self.text.push_str(text);
        self.given = text.len();
        self.received = delimiter;
    }

    /// Where a cell is, in bytes of the text that was given.
    pub(super) fn span(&self, at: usize) -> Option<CellSpan> {
        self.cells.get(at).copied()
    }

    /// Puts the text that is written here in the place of a cell.
    pub(super) fn replace(&mut self, at: usize, write: impl FnOnce(&mut String)) {
        let Some(span) = self.cells.get_mut(at) else {
            return;
        };
        let start = self.text.len();
        write(&mut self.text);
        *span = CellSpan::new(start, self.text.len(), span.from as usize);
    }

    /// Takes off the marks of cells that are written `="00123"`, so that Excel shows them as text.
    pub(super) fn take_excel_marks_off(&mut self) {
        for span in &mut self.cells {
            let Some(inner) = self.text[span.range()]
                .strip_prefix("=\"")
                .and_then(|rest| rest.strip_suffix('"'))
            else {
                continue;
            };
            if !inner.contains('"') {
                *span = CellSpan {
                    start: span.start + 2,
                    end: span.end - 1,
                    ..*span
                };
                self.excel_text = true;
            }
        }
        if self.excel_text {
            self.received = None;
        }
    }

    /// Adds a cell of known text.
    pub(crate) fn push(&mut self, cell: &str) {
        self.append(cell, self.cells.len());
    }

    /// Adds a cell of known text that begins here in the decoded file, after the row's own beginning.
    pub(crate) fn push_at(&mut self, cell: &str, start: u64) {
        self.append(
            cell,
            usize::try_from(start.saturating_sub(self.start)).unwrap_or(0),
        );
    }

    fn append(&mut self, cell: &str, from: usize) {
        let start = self.text.len();
        self.text.push_str(cell);
        self.cells.push(CellSpan::new(start, self.text.len(), from));
        // With one more cell, it is no longer as it was received.
        self.received = None;
    }

    /// Begins a row in the place of this one.
    fn stand_in(&self, row: &mut Row) {
        row.begin(self.line, self.start);
        (row.kind, row.stray_quote) = (self.kind, self.stray_quote);
        (row.excel_text, row.several_lines) = (self.excel_text, self.several_lines);
    }

    /// Adds one of this row's cells to another row; where there is none, a blank one.
    fn hand(&self, at: Option<usize>, row: &mut Row) {
        let from = self
            .cells
            .get(at.unwrap_or(0))
            .or(self.cells.first())
            .map_or(0, |span| span.from as usize);
        row.append(at.and_then(|at| self.cell(at)).unwrap_or(""), from);
    }

    /// Writes this row's cells to `row`, each to its one of `width` columns; a column that none goes to is left blank.
    /// Cells past the last that has a column follow after all columns.
    pub(crate) fn arrange(&self, columns: &[usize], width: usize, row: &mut Row) {
        self.stand_in(row);
        let mut from = vec![None; width];
        // The first cell that goes to a column is in it.
        for (cell, column) in columns.iter().enumerate().take(self.len()).rev() {
            from[*column] = Some(cell);
        }
        from.into_iter().for_each(|cell| self.hand(cell, row));
        (columns.len()..self.len()).for_each(|from| self.hand(Some(from), row));
    }

    /// Writes these of this row's cells to `row`; those past its last are lacking there too.
    pub(crate) fn choose(&self, cells: &[usize], row: &mut Row) {
        self.stand_in(row);
        cells
            .iter()
            .filter(|at| **at < self.len())
            .for_each(|at| self.hand(Some(*at), row));
    }

    /// Writes this row to `row`, with a mark in place of some of its cells: what was in them is in no part of it.
    pub(crate) fn mask(&self, is_masked: impl Fn(usize) -> bool, mark: &str, row: &mut Row) {
        self.stand_in(row);
        for (at, span) in self.cells.iter().enumerate() {
            let cell = if is_masked(at) {
                mark
            } else {
                &self.text[span.range()]
            };
            row.append(cell, span.from as usize);
        }
    }

    /// A row of these cells, for tests and for sources that have no lines.
    pub(crate) fn of<'a>(line: u64, cells: impl IntoIterator<Item = &'a str>) -> Row {
        let mut row = Row::new();
        row.begin(line, 0);
        for cell in cells {
            row.push(cell);
        }
        row
    }
}
