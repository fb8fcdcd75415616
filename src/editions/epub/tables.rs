//! What a table of a page consists of: its rows, their cells, and its parts in the order in which they must be.

use crate::html::skipped::is_skipped_in_books;
use crate::html::tree::Node;

/// The most columns that fit a telephone.
pub(crate) const MOST: usize = 6;

/// How many columns a table has.
pub(crate) fn columns(table: &Node) -> usize {
    rows(table)
        .into_iter()
        .map(|row| cells(row).into_iter().map(width).sum())
        .max()
        .unwrap_or(0)
}

/// Returns how many columns a cell covers.
fn width(cell: &Node) -> usize {
    cell.get("colspan")
        .and_then(|n| n.parse::<usize>().ok())
        .unwrap_or(1)
        .clamp(1, 1000)
}

/// Returns every row, those of the table's parts too.
pub(crate) fn rows<'a>(table: &'a Node<'a>) -> Vec<&'a Node<'a>> {
    let mut rows = Vec::new();
    table.find("tr", &mut rows);
    rows
}

/// Returns the cells of a row that a book has a use for.
pub(crate) fn cells<'a>(row: &'a Node<'a>) -> Vec<&'a Node<'a>> {
    row.children()
        .iter()
        .filter(|n| matches!(n.name(), "td" | "th") && !is_skipped_in_books(n))
        .collect()
}

/// A table's parts in the order in which they must be: captions but the first, the first, the head, rows, the foot.
#[derive(Default)]
pub(crate) struct Parts<'a> {
    pub(crate) caption: Option<&'a Node<'a>>,
    /// Captions besides, of which HTML allows none.
    pub(crate) more: Vec<&'a Node<'a>>,
    pub(crate) head: Option<&'a Node<'a>>,
    /// Bodies, and rows that are in none.
    pub(crate) rows: Vec<&'a Node<'a>>,
    pub(crate) foot: Option<&'a Node<'a>>,
}

/// The parts of a table.
pub(crate) fn parts<'a>(table: &'a Node<'a>) -> Parts<'a> {
    let mut parts = Parts::default();
    for child in table
        .children()
        .iter()
        .filter(|child| !is_skipped_in_books(child))
    {
        match child.name() {
            "caption" if parts.caption.is_none() => parts.caption = Some(child),
            "caption" => parts.more.push(child),
            "thead" if parts.head.is_none() => parts.head = Some(child),
            "tfoot" if parts.foot.is_none() => parts.foot = Some(child),
            "thead" | "tfoot" | "tbody" | "tr" => parts.rows.push(child),
            _ => {}
        }
    }
    parts
}
