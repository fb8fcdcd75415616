//! Tables, with every cell at its place.

use super::super::epub::tables;
use super::markup::{Writer, has_class};
use crate::emit::tree::Node;

/// Columns that fit a sheet; a row of a wider table is written as a list.
const MOST_COLUMNS: usize = 8;

impl Writer<'_> {
    /// Writes a table, its head told as such; one that is too wide as lists.
    pub(super) fn table(&mut self, node: &Node) {
        let mut captions = Vec::new();
        node.find("caption", &mut captions);
        captions.into_iter().for_each(|caption| self.within("said", caption));
        if tables::rows(node).is_empty() {
            return;
        }
        let mut heads = Vec::new();
        node.find("thead", &mut heads);
        let is_head = |row: &Node| heads.iter().any(|head| tables::rows(head).iter().any(|r| std::ptr::eq(*r, row)));
        let (head, body): (Vec<&Node>, Vec<&Node>) = tables::rows(node).into_iter().partition(|row| is_head(row));
        let (head_cells, body_cells) = (grid(&head, 0), grid(&body, head.len()));
        let columns = head_cells.iter().chain(&body_cells).map(|cell| cell.x + cell.columns).max().unwrap_or(0);
        match columns {
            0 => {}
            1..=MOST_COLUMNS => {
                let head: Vec<String> = head_cells.iter().map(|cell| self.cell(cell, true)).collect();
                let body: Vec<String> = body_cells.iter().map(|cell| self.cell(cell, false)).collect();
                let head = if head.is_empty() { String::new() } else { format!("table.header({}), ", head.join(", ")) };
                self.out.push_str(&format!("#table(columns: {columns}, {head}{});\n", body.join(", ")));
            }
            _ => self.as_lists(&head, &body),
        }
    }

    fn cell(&mut self, cell: &Cell<'_>, in_head: bool) -> String {
        let text = self.content(cell.node.children());
        let align = if has_class(cell.node, "n") { ", align: end" } else { "" };
        let plain = format!(
            "table.cell(x: {}, y: {}, colspan: {}, rowspan: {}{align})",
            cell.x, cell.y, cell.columns, cell.rows
        );
        match cell.node.name() {
            "th" if !in_head => format!("pdf.header-cell(scope: \"row\", {plain}[#strong[{text}]])"),
            "th" => format!("{plain}[#strong[{text}]]"),
            _ => format!("{plain}[{text}]"),
        }
    }

    /// A wide table: each row as a list of what its columns say.
    fn as_lists(&mut self, head: &[&Node], body: &[&Node]) {
        let names: Vec<String> = match head.last() {
            Some(row) => tables::cells(row).iter().map(|cell| self.line(cell.children())).collect(),
            None => Vec::new(),
        };
        for row in body {
            let mut items = Vec::new();
            for (at, cell) in tables::cells(row).into_iter().enumerate() {
                let text = self.content(cell.children());
                let name = names.get(at).map(|name| format!("#strong[{name}#\":\";] ")).unwrap_or_default();
                items.push(format!("[{name}{text}]"));
            }
            if !items.is_empty() {
                self.out.push_str(&format!("#list({});\n", items.join(", ")));
            }
        }
    }
}

/// A cell and its place.
struct Cell<'a> {
    node: &'a Node,
    x: usize,
    y: usize,
    columns: usize,
    rows: usize,
}

/// The places of cells, as browsers find them (HTML, "Forming a table"); none lies on another one.
fn grid<'a>(rows: &[&'a Node], top: usize) -> Vec<Cell<'a>> {
    let mut found: Vec<Cell<'a>> = Vec::new();
    // For each column, how many rows from here are taken from above.
    let mut taken: Vec<usize> = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        let mut x = 0;
        for node in tables::cells(row) {
            let span = |name: &str| node.get(name).and_then(|n| n.parse::<usize>().ok()).unwrap_or(1).clamp(1, 100);
            while taken.get(x).is_some_and(|rows| *rows > 0) {
                x += 1;
            }
            let free = (x..x + span("colspan")).take_while(|x| taken.get(*x).is_none_or(|rows| *rows == 0)).count();
            let down = span("rowspan").min(rows.len() - y);
            taken.resize(taken.len().max(x + free), 0);
            taken[x..x + free].fill(down);
            found.push(Cell { node, x, y: top + y, columns: free, rows: down });
            x += free;
        }
        taken.iter_mut().for_each(|rows| *rows = rows.saturating_sub(1));
    }
    found
}
