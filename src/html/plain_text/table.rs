//! Tables: as columns where they fit, else a row a block of "Column: value".

use super::block::Block;
use super::inline::{Links, text_of};
use super::wrap::{width, wrapped};
use crate::html::grid::grid;
use crate::html::skipped::is_skipped_in_text;
use crate::html::tree::Node;

/// Blanks between two columns.
const GAP: usize = 2;

/// The words of a table's cells, as they are laid out in its rows.
struct TableText {
    /// The header's row, where there is one.
    head: Option<Vec<String>>,
    rows: Vec<Vec<String>>,
}

/// Returns the blocks of a table: its captions, then its rows.
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
    let text = TableText::of(node, links);
    let widths = text.widths();
    if widths.is_empty() {
        return blocks;
    }
    if widths.iter().sum::<usize>() + GAP * (widths.len() - 1) <= columns {
        blocks.push(text.aligned(&widths));
    } else {
        blocks.extend(text.rows.iter().map(|row| text.listed(row, columns)));
    }
    blocks
}

/// Returns the cells of a row that a reader sees.
fn cells<'a>(row: &'a Node<'a>) -> Vec<&'a Node<'a>> {
    row.children()
        .iter()
        .filter(|n| matches!(n.name(), "td" | "th") && !is_skipped_in_text(n))
        .collect()
}

/// Returns whether a cell heads a column.
fn heads_column(cell: &Node) -> bool {
    cell.name() == "th" && cell.get("scope") != Some("row")
}

impl TableText {
    /// Reads the words of a table; rows without a cell are left out.
    fn of(node: &Node, links: &mut Links<'_>) -> TableText {
        let mut found = Vec::new();
        node.find("tr", &mut found);
        let found: Vec<Vec<&Node>> = (found.into_iter())
            .filter(|n| !is_skipped_in_text(n))
            .map(cells)
            .collect();
        let has_head = (found.first())
            .is_some_and(|cells| !cells.is_empty() && cells.iter().all(|cell| heads_column(cell)));
        let mut rows: Vec<Vec<String>> = vec![Vec::new(); found.len()];
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
        TableText { head, rows }
    }

    /// Returns how wide each column is, in columns of the terminal.
    fn widths(&self) -> Vec<usize> {
        let mut widths = Vec::new();
        for row in self.rows.iter().chain(&self.head) {
            widths.resize(row.len().max(widths.len()), 0);
            for (widest, cell) in widths.iter_mut().zip(row) {
                *widest = width(cell).max(*widest);
            }
        }
        widths
    }

    /// Returns whether a column has a value and each of its values is a number.
    fn is_numeric(&self, column: usize) -> bool {
        let mut cells = (self.rows.iter())
            .filter_map(|row| row.get(column))
            .filter(|cell| !cell.is_empty())
            .peekable();
        cells.peek().is_some() && cells.all(|cell| is_number(cell))
    }

    /// Returns the table in columns, numbers to the right, the header underlined.
    fn aligned(&self, widths: &[usize]) -> Block {
        let columns: Vec<TextColumn> = (widths.iter().enumerate())
            .map(|(i, width)| TextColumn {
                width: *width,
                is_numeric: self.is_numeric(i),
            })
            .collect();
        let mut lines = Vec::new();
        if let Some(head) = &self.head {
            lines.push(line(head, &columns));
            let rules: Vec<String> = widths.iter().map(|wide| "-".repeat(*wide)).collect();
            lines.push(rules.join(&" ".repeat(GAP)));
        }
        lines.extend(self.rows.iter().map(|row| line(row, &columns)));
        Block::new(lines)
    }

    /// Returns a row as a block of "Column: value"; empty cells are left out.
    fn listed(&self, row: &[String], columns: usize) -> Block {
        let mut lines = Vec::new();
        for (i, cell) in row.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
            let name = self.head.as_ref().and_then(|head| head.get(i));
            let text = match name.filter(|name| !name.is_empty()) {
                Some(name) => format!("{name}: {cell}"),
                None => cell.clone(),
            };
            let mut wrapped = wrapped(&text, columns - GAP).into_iter();
            lines.extend(wrapped.next());
            lines.extend(wrapped.map(|line| format!("  {line}")));
        }
        Block::new(lines)
    }
}

/// A column of a table that is written with blanks.
struct TextColumn {
    width: usize,
    is_numeric: bool,
}

impl TextColumn {
    /// Returns a cell with the blanks that fill its column.
    fn padded(&self, cell: &str) -> String {
        let blanks = " ".repeat(self.width - width(cell));
        if self.is_numeric {
            format!("{blanks}{cell}")
        } else {
            format!("{cell}{blanks}")
        }
    }
}

/// Returns a row as one line.
fn line(row: &[String], columns: &[TextColumn]) -> String {
    let cells: Vec<String> = (columns.iter().enumerate())
        .map(|(i, column)| column.padded(row.get(i).map_or("", String::as_str)))
        .collect();
    cells.join(&" ".repeat(GAP)).trim_end().to_owned()
}

/// Returns whether a cell is digits with the signs that numbers have.
fn is_number(cell: &str) -> bool {
    cell.chars().any(|c| c.is_ascii_digit())
        && (cell.chars()).all(|c| c.is_ascii_digit() || c.is_whitespace() || "+-−.,%'’".contains(c))
}
