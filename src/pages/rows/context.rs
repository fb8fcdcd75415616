//! What the templates of this kind read.

use crate::pages::context::{Download, Link, Phrase, RowIndex, TablePreview, body_facts};
use serde::Serialize;

/// A page of a table's rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RowsContext {
    /// The dataset.
    pub dataset: Link,
    /// The table.
    pub resource: Phrase,
    /// The rows, with the columns of the key first.
    pub preview: TablePreview,
    /// Anchors of the rows, where a value begins that the index leads to; else null. Nothing where there is no index.
    pub anchors: Vec<Option<String>>,
    /// Whether the columns find room beside one another on a wide screen, so that the page needs no scrolling sideways.
    pub fits: bool,
    /// Whether the columns stand in another order than in the files.
    pub reordered: bool,
    /// The other pages.
    pub pager: Option<RowPager>,
    /// Where each value begins, where rows are grouped by a column.
    pub index: Option<RowIndex>,
    /// The parts of the columns, where there are several.
    pub parts: Vec<ColumnPart>,
    /// The CSV with the rows of this page's value alone, where there is one.
    pub value_csv: Option<Download>,
    /// The table's files.
    pub downloads: Vec<Download>,
}

/// The pages of a table's rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RowPager {
    /// How many pages there are.
    pub pages: u64,
    /// This page.
    pub here: RowPageLink,
    /// The page before.
    pub previous: Option<RowPageLink>,
    /// The page after.
    pub next: Option<RowPageLink>,
    /// Pages to choose from: the first, the last, those around this one, and some evenly between.
    pub links: Vec<RowPageLink>,
}

/// A page of rows, by what is on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct RowPageLink {
    /// Its number.
    pub number: u64,
    /// Where it is.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
    /// The key of its first row; null where nothing tells rows apart.
    pub from: Option<String>,
    /// The key of its last row.
    pub to: Option<String>,
    /// Number of its first row.
    pub first: u64,
    /// Number of its last row.
    pub last: u64,
}

/// Some of a table's columns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct ColumnPart {
    /// Its number.
    pub number: u64,
    /// The same rows with these columns.
    pub href: String,
    /// Whether it is on this page.
    pub current: bool,
    /// The name of its first column besides the key's.
    pub from: String,
    /// The name of its last column.
    pub to: String,
}

body_facts!(RowsContext, "rows");
