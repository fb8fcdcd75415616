//! What every download format does.

use crate::Table;
use crate::rows::Row;
use std::io::{self, Write};

/// What a download is to the table it comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// All rows of one table.
    Table,
    /// The whole table, made for a spreadsheet program.
    Excel,
    /// The first rows of a table.
    Sample,
    /// The file as received.
    Received,
    /// Everything of the dataset in one file.
    Archive,
    /// All rows of several tables that have the same columns.
    Joined,
    /// A description, not data.
    Description,
}

/// A format in the EU's table of file types, with what its metadata quality assessment holds of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FileType {
    /// Code of the reason, which messages tell apart.
    pub code: &'static str,
    /// Whether the lists call it open (non-proprietary).
    pub is_open: bool,
    /// Whether the lists call it readable by programs.
    pub is_readable: bool,
}

impl FileType {
    /// Returns a format that is open and readable by programs.
    pub const fn open(code: &'static str) -> FileType {
        FileType {
            code,
            is_open: true,
            is_readable: true,
        }
    }

    /// Returns a format that is neither.
    pub const fn closed(code: &'static str) -> FileType {
        FileType {
            code,
            is_open: false,
            is_readable: false,
        }
    }

    /// Returns a format that is open, but no program can rely on what is in it.
    pub const fn unstructured(code: &'static str) -> FileType {
        FileType {
            code,
            is_open: true,
            is_readable: false,
        }
    }

    /// Returns a format that programs read, but which is somebody's own.
    pub const fn proprietary(code: &'static str) -> FileType {
        FileType {
            code,
            is_open: false,
            is_readable: true,
        }
    }
}

/// A format that a table can be downloaded in. It tells everything about itself, so that a new one is a file and a line in
/// [`FORMATS`](crate::writers::FORMATS).
pub trait Format: Sync {
    /// Its name, as settings write it.
    fn id(&self) -> &'static str;

    /// The name by which pages and catalogs know it.
    fn format(&self) -> &'static str {
        self.id()
    }

    /// What readers call it, which need not be in capitals.
    fn name(&self) -> String {
        self.format().to_ascii_uppercase()
    }

    /// What the EU's table of file types says of it; none where it is not in that table.
    fn file_type(&self) -> Option<FileType> {
        None
    }

    /// The address of the standard that its files follow, where they follow one to the letter.
    fn standard(&self) -> Option<&'static str> {
        None
    }

    /// What its file names end with.
    fn ending(&self) -> &'static str;

    /// Returns its media type, such as `text/csv`.
    fn media_type(&self) -> &'static str;

    /// What its files are to the table.
    fn role(&self) -> Role {
        Role::Table
    }

    /// Whether it is made where nothing is said of formats.
    fn by_default(&self) -> bool {
        true
    }

    /// Why it cannot hold this table; none where it can.
    fn refuses(&self, _table: &Table) -> Option<Reason> {
        None
    }

    /// Rows that it writes of a table of so many.
    fn rows(&self, rows: u64) -> u64 {
        rows
    }

    /// Begins a file.
    ///
    /// # Errors
    /// When the disk refuses.
    fn open<'a>(
        &self,
        out: &'a mut (dyn Write + Send),
        table: &'a Table,
    ) -> io::Result<Box<dyn RowWriter + 'a>>;
}

/// Why a format cannot hold a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reason {
    /// The word by which the message chooses its sentence: `too-many-rows`, `too-many-columns`, `too-long-cells`,
    /// `no-geometry`, `small`.
    pub id: &'static str,
    /// The format's limit, where there is one.
    pub limit: u64,
}

/// Writes one table in one format.
pub trait RowWriter: Send {
    /// Writes the next row of data.
    ///
    /// # Errors
    /// When the disk refuses.
    fn row(&mut self, row: &Row) -> io::Result<()>;

    /// Writes what is after the last row.
    ///
    /// # Errors
    /// When the disk refuses.
    fn finish(self: Box<Self>) -> io::Result<()>;
}
