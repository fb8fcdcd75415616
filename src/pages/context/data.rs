//! Files to download, previews of tables, and changes.

use super::parts::{Link, Phrase};
use serde::Serialize;
use std::collections::BTreeMap;

/// A file to download. Its words are made by the theme: what it is, format, size, rows, date, hash.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Download {
    /// Where it is.
    pub href: String,
    /// Its name, such as `scores.csv`.
    pub file: String,
    /// Its format: `csv`, `xlsx`, `json`, `zip` …
    pub format: String,
    /// What it is: `sample`, `table`, `excel`, `received`, `archive`, `joined`, `description`.
    pub role: String,
    /// Whether it is one of the two files that most people want: the whole table as CSV or for a spreadsheet program.
    pub main: bool,
    /// Its size in bytes.
    pub bytes: u64,
    /// Rows of data in it.
    pub rows: Option<u64>,
    /// When its content last changed.
    pub updated: Option<String>,
    /// The first twelve digits of its SHA-256: enough to see that two files differ. The whole is in `SHA256SUMS`.
    pub sum: Option<String>,
}

/// A span of time; either end may be open.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DateRange {
    /// First date.
    pub start: Option<String>,
    /// Last date.
    pub end: Option<String>,
}

/// Rows of a table, as they can be read on a page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TablePreview {
    /// The columns shown.
    pub columns: Vec<PreviewColumn>,
    /// The cells, row by row; null where there is no value.
    pub rows: Vec<Vec<Option<String>>>,
    /// Number of the first row shown, from 1.
    pub first: u64,
    /// Rows of the whole table.
    pub total: u64,
    /// How many columns are left out.
    pub hidden_columns: u64,
    /// Language of the cells, only where it differs from the page's.
    pub lang: Option<String>,
}

/// The head of a column shown.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct PreviewColumn {
    /// Its name in every download.
    pub name: String,
    /// Its title for readers.
    pub title: Option<Phrase>,
    /// The language of its words, by its name, where another column shown has the same title.
    pub said_in: Option<String>,
    /// Whether it holds numbers, which are to the end side and are marked in the language's manner.
    pub numeric: bool,
    /// Whether any of its values is long: it needs room, or rows become high.
    pub long: bool,
    /// What its values are called in the page's language, where that is declared; cells hold that already.
    pub labels: BTreeMap<String, String>,
    /// Language of its cells, where it is another one than the other cells'.
    pub lang: Option<String>,
}

impl PreviewColumn {
    /// Returns a cell as the page shows it.
    pub(crate) fn shown(&self, cell: String) -> String {
        self.labels.get(&cell).cloned().unwrap_or(cell)
    }
}

/// Where each value of a column begins.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RowIndex {
    /// The column.
    pub column: PreviewColumn,
    /// The values; none where there are many and this is not the first page.
    pub values: Vec<ValueLink>,
    /// Where the index is, where it is on another page.
    pub href: Option<String>,
}

/// A value of a column, and where its rows are.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ValueLink {
    /// The value.
    pub value: String,
    /// Where its rows are.
    pub href: String,
}

/// Lines that read a table's CSV with its types.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Snippet {
    /// For which program: `r`, `python`, `spreadsheet`. The message `snippet-PROGRAM` names it.
    pub program: String,
    /// The lines.
    pub code: String,
}

/// A change of a page's facts or data.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ChangeEntry {
    /// When.
    pub date: Option<String>,
    /// What changed: the page or thing, and where it leads.
    pub what: Link,
    /// In words.
    pub text: Option<Phrase>,
    /// The status it has since, where that changed.
    pub status: Option<String>,
    /// The version it made.
    pub version: Option<String>,
    /// Why that was made: the end of a message's name, such as `correction`.
    pub reason: Option<String>,
    /// The files of that version: its rows, and what changed in them.
    pub files: Vec<VersionDownload>,
    /// Cells that changed in rows which stayed, column by column; the columns with most of them first.
    pub cells: Vec<ChangedColumn>,
    /// How many more columns have such cells.
    pub cells_more: u64,
    /// Facts that changed, where it is about one row: what their columns are called.
    pub facts: Vec<Phrase>,
    /// Columns that came.
    pub columns_added: Vec<String>,
    /// Columns that went.
    pub columns_removed: Vec<String>,
    /// The version that has taken something out of this one, and its date.
    pub taken_down: Option<VersionName>,
    /// Numbers of the earlier versions out of which this one took something.
    pub takes_from: Vec<String>,
    /// Rows added.
    pub added: Option<u64>,
    /// Rows removed.
    pub removed: Option<u64>,
    /// Rows changed.
    pub changed: Option<u64>,
}

/// A column of which cells changed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ChangedColumn {
    /// Its name; before it that of its table, where the dataset has several.
    pub name: String,
    /// How many cells.
    pub cells: u64,
}

/// A version by its number and date.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VersionName {
    /// Its number.
    pub version: String,
    /// Its date.
    pub date: String,
}

/// A file of a version.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct VersionDownload {
    /// Where it is.
    pub href: String,
    /// What is in it: the end of a message's name, `rows` or `changes`.
    pub kind: String,
    /// The name of the table.
    pub table: String,
    /// Its version.
    pub version: String,
    /// The version's date.
    pub date: String,
    /// Its size.
    pub bytes: u64,
}
