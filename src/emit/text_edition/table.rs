//! Tables: as columns where they fit, else a row a block of "Column: value".

use super::block::Block;
use super::inline::{Links, is_skipped, text_of};
use super::wrap::{width, wrapped};
use crate::emit::tree::Node;

/// Blanks between columns.
const GAP: usize = 2;

/// The blocks of a table.
pub(super) fn table(node: &Node, columns: usize, links: &mut Links<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for caption in node.children().iter().filter(|n| n.name() == "caption" && !is_skipped(n)) {
        blocks.push(Block::new(wrapped(&text_of(caption.children(), links), columns)));
    }
    let (head, rows) = rows(node, links);
    let count = rows.iter().chain(&head).map(Vec::len).max().unwrap_or_default();
    if count == 0 {
        return blocks;
    }
    let widths: Vec<usize> = (0..count).map(|i| widest(i, head.as_ref(), &rows)).collect();
    if widths.iter().sum::<usize>() + GAP * (count - 1) <= columns {
        blocks.push(aligned(head.as_ref(), &rows, &widths));
    } else {
        blocks.extend(rows.iter().map(|row| listed(head.as_ref(), row, columns)));
    }
    blocks
}

type Row = Vec<String>;

/// The header's row, where there is one, and the others.
fn rows(node: &Node, links: &mut Links<'_>) -> (Option<Row>, Vec<Row>) {
    let mut found = Vec::new();
    node.find("tr", &mut found);
    let mut head = None;
    let mut rows = Vec::new();
    for (i, row) in found.into_iter().filter(|n| !is_skipped(n)).enumerate() {
        let cells: Vec<&Node> =
            row.children().iter().filter(|n| matches!(n.name(), "td" | "th") && !is_skipped(n)).collect();
        let is_head =
            i == 0 && !cells.is_empty() && cells.iter().all(|c| c.name() == "th" && c.get("scope") != Some("row"));
        let texts: Row = cells.iter().flat_map(|cell| spread(cell, links)).collect();
        if is_head {
            head = Some(texts);
        } else if !texts.is_empty() {
            rows.push(texts);
        }
    }
    (head, rows)
}

/// A cell's text, and empty ones for the columns that it covers besides its own.
fn spread(cell: &Node, links: &mut Links<'_>) -> Vec<String> {
    let span = cell.get("colspan").and_then(|s| s.parse::<usize>().ok()).unwrap_or(1).clamp(1, 1000);
    let mut texts = vec![String::new(); span];
    texts[0] = text_of(cell.children(), links).replace('\n', " ");
    texts
}

fn widest(column: usize, head: Option<&Row>, rows: &[Row]) -> usize {
    rows.iter().chain(head).filter_map(|row| row.get(column)).map(|cell| width(cell)).max().unwrap_or_default()
}

/// The table in columns, numbers to the right, the header underlined.
fn aligned(head: Option<&Row>, rows: &[Row], widths: &[usize]) -> Block {
    let right: Vec<bool> = (0..widths.len()).map(|i| is_numeric(rows, i)).collect();
    let line = |row: &Row| {
        let cells = widths.iter().enumerate().map(|(i, wide)| {
            let cell = row.get(i).map_or("", String::as_str);
            let blanks = " ".repeat(wide - width(cell));
            if right[i] { format!("{blanks}{cell}") } else { format!("{cell}{blanks}") }
        });
        cells.collect::<Vec<_>>().join(&" ".repeat(GAP)).trim_end().to_owned()
    };
    let mut lines = Vec::new();
    if let Some(head) = head {
        lines.push(line(head));
        lines.push(widths.iter().map(|wide| "-".repeat(*wide)).collect::<Vec<_>>().join(&" ".repeat(GAP)));
    }
    lines.extend(rows.iter().map(line));
    Block::new(lines)
}

fn is_numeric(rows: &[Row], column: usize) -> bool {
    let mut cells = rows.iter().filter_map(|row| row.get(column)).filter(|cell| !cell.is_empty()).peekable();
    let number = |cell: &String| {
        cell.chars().any(|c| c.is_ascii_digit())
            && cell.chars().all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-−.,%'’".contains(c))
    };
    cells.peek().is_some() && cells.all(number)
}

/// A row as a block of "Column: value"; empty cells are left out.
fn listed(head: Option<&Row>, row: &Row, columns: usize) -> Block {
    let mut lines = Vec::new();
    for (i, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let name = head.and_then(|h| h.get(i)).filter(|n| !n.is_empty());
        let text = name.map_or_else(|| cell.clone(), |name| format!("{name}: {cell}"));
        let wrapped = wrapped(&text, columns - GAP);
        lines.extend(wrapped.into_iter().enumerate().map(|(i, line)| if i == 0 { line } else { format!("  {line}") }));
    }
    Block::new(lines)
}
