//! Tables that are wider than a telephone: each row becomes a list of what its columns say, and nothing is lost.

use super::xhtml::{Writer, is_skipped};
use crate::html::grid::{Cell, by_row, grid};
use crate::html::tree::Node;

/// Columns that fit.
pub(crate) const MOST: usize = 6;

/// How many columns a table has.
pub(crate) fn columns(table: &Node) -> usize {
    let width = |cell: &&Node| {
        cell.get("colspan")
            .and_then(|n| n.parse::<usize>().ok())
            .unwrap_or(1)
            .clamp(1, 1000)
    };
    rows(table)
        .iter()
        .map(|row| cells(row).iter().map(width).sum())
        .max()
        .unwrap_or(0)
}

/// Its rows.
pub(crate) fn rows(table: &Node) -> Vec<&Node> {
    let mut rows = Vec::new();
    table.find("tr", &mut rows);
    rows
}

/// A row's cells.
pub(crate) fn cells(row: &Node) -> Vec<&Node> {
    row.children()
        .iter()
        .filter(|n| matches!(n.name(), "td" | "th") && !is_skipped(n))
        .collect()
}

/// Writes a table as a list.
pub(crate) fn as_list(writer: &mut Writer<'_>, table: &Node) {
    let mut captions = Vec::new();
    table.find("caption", &mut captions);
    for caption in captions {
        writer.open("div");
        writer.nodes(caption.children());
        writer.close();
    }
    let mut heads = Vec::new();
    table.find("thead", &mut heads);
    let head = heads
        .first()
        .and_then(|head| rows(head).pop())
        .map(|row| grid(&[cells(row)]))
        .unwrap_or_default();
    let in_head = |row: &&Node| {
        heads
            .iter()
            .any(|head| rows(head).iter().any(|r| std::ptr::eq(*r, *row)))
    };
    let body: Vec<Vec<&Node>> = rows(table)
        .into_iter()
        .filter(|row| !in_head(row))
        .map(cells)
        .collect();
    if body.is_empty() {
        return;
    }
    let placed = grid(&body);
    writer.open("ul");
    for row in by_row(&placed).iter().filter(|row| !row.is_empty()) {
        entry(writer, &head, row);
    }
    writer.close();
}

/// Writes a row as an entry: its own heading, where it has one, and a list of its cells, each behind its column's name.
fn entry(writer: &mut Writer<'_>, head: &[Cell<'_>], row: &[&Cell<'_>]) {
    let (name, rest) = match row.split_first() {
        Some((first, rest)) if first.node.name() == "th" => (Some(first), rest),
        _ => (None, row),
    };
    writer.open("li");
    if let Some(name) = name {
        writer.open("div");
        writer.nodes(name.node.children());
        writer.close();
    }
    if !rest.is_empty() {
        writer.open("ul");
    }
    for cell in rest {
        writer.open("li");
        if let Some(column) = head
            .iter()
            .find(|column| (column.x..column.x + column.columns).contains(&cell.x))
        {
            writer.open("span");
            writer.nodes(column.node.children());
            writer.out.push_str(": ");
            writer.close();
        }
        writer.nodes(cell.node.children());
        writer.close();
    }
    if !rest.is_empty() {
        writer.close();
    }
    writer.close();
}
