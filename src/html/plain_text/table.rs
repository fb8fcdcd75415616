//! Tables: as columns where they fit, else a row a block of "Column: value".

use super::block::Block;
use super::inline::{Links, text_of};
use super::wrap::{width, wrapped};
use crate::html::grid::grid;
use crate::html::skipped::is_skipped_in_text;
use crate::html::tree::Node;

/// Blanks between columns.
const GAP: usize = 2;

/// The blocks of a table.
pub(super) fn table(node: &Node, columns: usize, links: &mut Links<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for caption in node
        .children()
        .iter()
        .filter(|n| n.name() == "caption" && !is_skipped_in_text(n))
    {
        blocks.push(Block::new(wrapped(
            &text_of(caption.children(), links),
            columns,
        )));
    }
    let (head, rows) = rows(node, links);
    let count = rows
        .iter()
        .chain(&head)
        .map(Vec::len)
        .max()
        .unwrap_or_default();
    if count == 0 {
        return blocks;
    }
    let widths: Vec<usize> = (0..count)
        .map(|i| widest(i, head.as_ref(), &rows))
        .collect();
    if widths.iter().sum::<usize>() + GAP * (count - 1) <= columns {
        blocks.push(aligned(head.as_ref(), &rows, &widths));
    } else {
        blocks.extend(rows.iter().map(|row| listed(head.as_ref(), row, columns)));
    }
    blocks
}

type Row = Vec<String>;

/// The header's row, where there is one, and the others.
fn rows<'n>(node: &'n Node, links: &mut Links<'_>) -> (Option<Row>, Vec<Row>) {
    let mut found = Vec::new();
    node.find("tr", &mut found);
    let cells = |row: &&'n Node| -> Vec<&'n Node> {
        row.children()
            .iter()
            .filter(|n| matches!(n.name(), "td" | "th") && !is_skipped_in_text(n))
            .collect()
    };
    let found: Vec<Vec<&Node>> = found
        .iter()
        .filter(|n| !is_skipped_in_text(n))
        .map(cells)
        .collect();
    let is_head = |cell: &&Node| cell.name() == "th" && cell.get("scope") != Some("row");
    let has_head = found
        .first()
        .is_some_and(|cells| !cells.is_empty() && cells.iter().all(is_head));
    let mut rows: Vec<Row> = vec![Row::new(); found.len()];
    for cell in grid(&found) {
        let text = text_of(cell.node.children(), links).replace('\n', " ");
        // What covers several rows is said in each of them; of several columns, in the first.
        for row in &mut rows[cell.y..cell.y + cell.rows] {
            row.resize(row.len().max(cell.x + cell.columns), String::new());
            row[cell.x].clone_from(&text);
        }
    }
    let head = has_head.then(|| rows.remove(0));
    rows.retain(|row| !row.is_empty());
    (head, rows)
}

fn widest(column: usize, head: Option<&Row>, rows: &[Row]) -> usize {
    rows.iter()
        .chain(head)
        .filter_map(|row| row.get(column))
        .map(|cell| width(cell))
        .max()
        .unwrap_or_default()
}

/// The table in columns, numbers to the right, the header underlined.
fn aligned(head: Option<&Row>, rows: &[Row], widths: &[usize]) -> Block {
    let right: Vec<bool> = (0..widths.len()).map(|i| is_numeric(rows, i)).collect();
    let line = |row: &Row| {
        let cells = widths.iter().enumerate().map(|(i, wide)| {
            let cell = row.get(i).map_or("", String::as_str);
            let blanks = " ".repeat(wide - width(cell));
            if right[i] {
                format!("{blanks}{cell}")
            } else {
                format!("{cell}{blanks}")
            }
        });
        cells
            .collect::<Vec<_>>()
            .join(&" ".repeat(GAP))
            .trim_end()
            .to_owned()
    };
    let mut lines = Vec::new();
    if let Some(head) = head {
        lines.push(line(head));
        lines.push(
            widths
                .iter()
                .map(|wide| "-".repeat(*wide))
                .collect::<Vec<_>>()
                .join(&" ".repeat(GAP)),
        );
    }
    lines.extend(rows.iter().map(line));
    Block::new(lines)
}

fn is_numeric(rows: &[Row], column: usize) -> bool {
    let mut cells = rows
        .iter()
        .filter_map(|row| row.get(column))
        .filter(|cell| !cell.is_empty())
        .peekable();
    let number = |cell: &String| {
        cell.chars().any(|c| c.is_ascii_digit())
            && cell
                .chars()
                .all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-−.,%'’".contains(c))
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
        lines.extend(
            wrapped
                .into_iter()
                .enumerate()
                .map(|(i, line)| if i == 0 { line } else { format!("  {line}") }),
        );
    }
    Block::new(lines)
}
