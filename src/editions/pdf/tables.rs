//! Tables, with every cell at its place.

use super::super::epub::tables;
use super::markup::TypstWriter;
use crate::html::grid::{Cell, by_row, grid};
use crate::html::tree::Node;

/// Columns that fit a sheet; a row of a wider table is written as a list.
const MOST_COLUMNS: usize = 8;

impl TypstWriter<'_> {
    /// Writes a table, its head told as such; one that is too wide as lists.
    pub(super) fn table(&mut self, node: &Node) {
        let mut captions = Vec::new();
        node.find("caption", &mut captions);
        captions
            .into_iter()
            .for_each(|caption| self.within("said", caption));
        if tables::rows(node).is_empty() {
            return;
        }
        let mut heads = Vec::new();
        node.find("thead", &mut heads);
        let is_head = |row: &Node| {
            heads
                .iter()
                .any(|head| tables::rows(head).iter().any(|r| std::ptr::eq(*r, row)))
        };
        let (head, body): (Vec<&Node>, Vec<&Node>) =
            tables::rows(node).into_iter().partition(|row| is_head(row));
        let (head_cells, body_cells) = (placed(&head), placed(&body));
        let columns = head_cells
            .iter()
            .chain(&body_cells)
            .map(|cell| cell.x + cell.columns)
            .max()
            .unwrap_or(0);
        match columns {
            0 => {}
            1..=MOST_COLUMNS => {
                let below = head.len();
                let head: Vec<String> = head_cells
                    .iter()
                    .map(|cell| self.cell(cell, 0, true))
                    .collect();
                let body: Vec<String> = body_cells
                    .iter()
                    .map(|cell| self.cell(cell, below, false))
                    .collect();
                let head = if head.is_empty() {
                    String::new()
                } else {
                    format!("table.header({}), ", head.join(", "))
                };
                self.out.push_str(&format!(
                    "#table(columns: {columns}, {head}{});\n",
                    body.join(", ")
                ));
            }
            _ => self.as_lists(&head_cells, &body_cells),
        }
    }

    fn cell(&mut self, cell: &Cell<'_>, top: usize, in_head: bool) -> String {
        let text = self.content(cell.node.children());
        let align = if cell.node.has_class("n") {
            ", align: end"
        } else {
            ""
        };
        let plain = format!(
            "table.cell(x: {}, y: {}, colspan: {}, rowspan: {}{align})",
            cell.x,
            top + cell.y,
            cell.columns,
            cell.rows
        );
        match cell.node.name() {
            "th" if !in_head => {
                format!("pdf.header-cell(scope: \"row\", {plain}[#strong[{text}]])")
            }
            "th" => format!("{plain}[#strong[{text}]]"),
            _ => format!("{plain}[{text}]"),
        }
    }

    /// Writes a wide table: each row as a list of what its columns say. A cell that covers several rows is said in each.
    fn as_lists(&mut self, head: &[Cell<'_>], body: &[Cell<'_>]) {
        let last = head
            .iter()
            .map(|cell| cell.y + cell.rows)
            .max()
            .unwrap_or(0);
        let in_last = |cell: &&Cell<'_>| cell.y + cell.rows == last;
        let names: Vec<(usize, usize, String)> = (head.iter().filter(in_last))
            .map(|cell| {
                (
                    cell.x,
                    cell.x + cell.columns,
                    self.line(cell.node.children()),
                )
            })
            .collect();
        for cells in by_row(body) {
            let mut items = Vec::new();
            for cell in cells {
                let text = self.content(cell.node.children());
                let name = names
                    .iter()
                    .find(|(from, to, _)| (*from..*to).contains(&cell.x));
                let name = name
                    .map(|(.., name)| format!("#strong[{name}#\":\";] "))
                    .unwrap_or_default();
                items.push(format!("[{name}{text}]"));
            }
            if !items.is_empty() {
                self.out
                    .push_str(&format!("#list({});\n", items.join(", ")));
            }
        }
    }
}

fn placed<'a>(rows: &[&'a Node]) -> Vec<Cell<'a>> {
    grid(
        &rows
            .iter()
            .map(|row| tables::cells(row))
            .collect::<Vec<_>>(),
    )
}
