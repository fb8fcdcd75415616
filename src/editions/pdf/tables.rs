//! Tables, with every cell at its place.

use super::super::epub::tables;
use super::markup::TypstWriter;
use crate::html::grid::{Cell, by_row, grid};
use crate::html::tree::Node;
use std::ops::Range;

/// Columns that fit a sheet; a row of a wider table is written as a list.
const MOST_COLUMNS: usize = 8;

/// A table with its cells placed, those of its heads apart.
struct PlacedTable<'a> {
    head: Vec<Cell<'a>>,
    head_rows: usize,
    body: Vec<Cell<'a>>,
}

impl<'a> PlacedTable<'a> {
    fn of(table: &'a Node<'a>) -> PlacedTable<'a> {
        let mut heads = Vec::new();
        table.find("thead", &mut heads);
        let of_heads: Vec<&Node> = heads.into_iter().flat_map(tables::rows).collect();
        let (head, body): (Vec<&Node>, Vec<&Node>) = tables::rows(table)
            .into_iter()
            .partition(|row| of_heads.iter().any(|own| std::ptr::eq(*own, *row)));
        PlacedTable {
            head_rows: head.len(),
            head: placed(&head),
            body: placed(&body),
        }
    }

    /// Returns how many columns the table has; 0 where it has no cells.
    fn columns(&self) -> usize {
        let cells = self.head.iter().chain(&self.body);
        cells.map(|cell| cell.x + cell.columns).max().unwrap_or(0)
    }
}

/// What a head's cell calls the columns below it.
struct ColumnName {
    columns: Range<usize>,
    words: String,
}

impl TypstWriter<'_> {
    /// Writes a table, its head told as such; one that is too wide as lists.
    pub(super) fn table(&mut self, node: &Node) {
        let mut captions = Vec::new();
        node.find("caption", &mut captions);
        for caption in captions {
            self.within("said", caption);
        }
        let table = PlacedTable::of(node);
        match table.columns() {
            0 => {}
            columns @ 1..=MOST_COLUMNS => self.as_table(&table, columns),
            _ => self.as_lists(&table.head, &table.body),
        }
    }

    fn as_table(&mut self, table: &PlacedTable<'_>, columns: usize) {
        let mut head = Vec::new();
        for cell in &table.head {
            head.push(self.cell(cell, 0, true));
        }
        let mut body = Vec::new();
        for cell in &table.body {
            body.push(self.cell(cell, table.head_rows, false));
        }
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
        let names = self.column_names(head);
        for cells in by_row(body) {
            let mut items = Vec::new();
            for cell in cells {
                let text = self.content(cell.node.children());
                let name = names
                    .iter()
                    .find(|name| name.columns.contains(&cell.x))
                    .map(|name| format!("#strong[{}#\":\";] ", name.words))
                    .unwrap_or_default();
                items.push(format!("[{name}{text}]"));
            }
            if !items.is_empty() {
                self.out
                    .push_str(&format!("#list({});\n", items.join(", ")));
            }
        }
    }

    /// Returns what the last row of a head calls its columns.
    fn column_names(&mut self, head: &[Cell<'_>]) -> Vec<ColumnName> {
        let ends = head.iter().map(|cell| cell.y + cell.rows);
        let last = ends.max().unwrap_or(0);
        let mut names = Vec::new();
        for cell in head.iter().filter(|cell| cell.y + cell.rows == last) {
            names.push(ColumnName {
                columns: cell.x..cell.x + cell.columns,
                words: self.line(cell.node.children()),
            });
        }
        names
    }
}

fn placed<'a>(rows: &[&'a Node<'a>]) -> Vec<Cell<'a>> {
    grid(
        &rows
            .iter()
            .map(|row| tables::cells(row))
            .collect::<Vec<_>>(),
    )
}
