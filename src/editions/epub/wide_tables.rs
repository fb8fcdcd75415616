//! Tables that are wider than a telephone: each row becomes a list of what its columns say, and nothing is lost.

use super::tables::{cells, rows};
use super::xhtml::XhtmlWriter;
use crate::html::grid::{Cell, by_row, grid};
use crate::html::tree::Node;

/// A table as its list is written: the cells of its head's last row, and its other rows.
struct WideTable<'a> {
    head: Vec<Cell<'a>>,
    body: Vec<Vec<&'a Node<'a>>>,
}

impl<'a> WideTable<'a> {
    fn of(table: &'a Node<'a>) -> WideTable<'a> {
        let mut heads = Vec::new();
        table.find("thead", &mut heads);
        let last = heads.first().and_then(|head| rows(head).pop());
        let of_heads: Vec<&Node> = heads.iter().flat_map(|head| rows(head)).collect();
        let body = rows(table)
            .into_iter()
            .filter(|row| !of_heads.iter().any(|own| std::ptr::eq(*own, *row)));
        WideTable {
            head: last.map(|row| grid(&[cells(row)])).unwrap_or_default(),
            body: body.map(cells).collect(),
        }
    }

    /// Returns what the column is called in which a cell begins.
    fn name_of(&self, cell: &Cell<'_>) -> Option<&Cell<'a>> {
        self.head
            .iter()
            .find(|column| (column.x..column.x + column.columns).contains(&cell.x))
    }
}

impl XhtmlWriter<'_> {
    /// Writes a table as a list, with its captions above it.
    pub(super) fn table_as_list(&mut self, table: &Node) {
        let mut captions = Vec::new();
        table.find("caption", &mut captions);
        for caption in captions {
            self.block("div", caption);
        }
        let table = WideTable::of(table);
        if table.body.is_empty() {
            return;
        }
        let placed = grid(&table.body);
        self.open("ul");
        for row in by_row(&placed).iter().filter(|row| !row.is_empty()) {
            self.entry(&table, row);
        }
        self.close();
    }

    /// Writes a row as an entry: its own heading, where it has one, and a list of its cells, each behind its column's
    /// name.
    fn entry(&mut self, table: &WideTable<'_>, row: &[&Cell<'_>]) {
        let (heading, rest) = match row.split_first() {
            Some((first, rest)) if first.node.name() == "th" => (Some(first), rest),
            _ => (None, row),
        };
        self.open("li");
        if let Some(heading) = heading {
            self.block("div", heading.node);
        }
        if !rest.is_empty() {
            self.open("ul");
            for cell in rest {
                self.value(table, cell);
            }
            self.close();
        }
        self.close();
    }

    /// Writes a cell behind the name of its column.
    fn value(&mut self, table: &WideTable<'_>, cell: &Cell<'_>) {
        self.open("li");
        if let Some(column) = table.name_of(cell) {
            self.open("span");
            self.nodes(column.node.children());
            self.out.push_str(": ");
            self.close();
        }
        self.nodes(cell.node.children());
        self.close();
    }

    /// Writes what a node holds in an element of this name.
    fn block(&mut self, name: &'static str, node: &Node) {
        self.open(name);
        self.nodes(node.children());
        self.close();
    }
}
