//! The cells of a table, each at its place, as browsers find them (HTML, "Forming a table").

use super::tree::Node;

/// Most columns or rows that a cell is taken to span.
const MOST_SPANNED: usize = 100;

/// A cell and its place.
pub(crate) struct Cell<'a> {
    pub(crate) node: &'a Node<'a>,
    /// Its first column, from 0.
    pub(crate) x: usize,
    /// Its first row, from 0.
    pub(crate) y: usize,
    /// How many columns it covers.
    pub(crate) columns: usize,
    /// How many rows it covers.
    pub(crate) rows: usize,
}

/// Returns the places of the cells of some rows, given row by row; no cell lies on another one.
pub(crate) fn grid<'a>(rows: &[Vec<&'a Node<'a>>]) -> Vec<Cell<'a>> {
    let mut found: Vec<Cell<'a>> = Vec::new();
    // For each column, how many rows from here are taken from above.
    let mut taken: Vec<usize> = Vec::new();
    for (y, cells) in rows.iter().enumerate() {
        let mut x = 0;
        for node in cells {
            while taken.get(x).is_some_and(|rows| *rows > 0) {
                x += 1;
            }
            let free = (x..x + span(node, "colspan"))
                .take_while(|x| taken.get(*x).is_none_or(|rows| *rows == 0))
                .count();
            let down = span(node, "rowspan").min(rows.len() - y);
            taken.resize(taken.len().max(x + free), 0);
            taken[x..x + free].fill(down);
            found.push(Cell {
                node,
                x,
                y,
                columns: free,
                rows: down,
            });
            x += free;
        }
        taken
            .iter_mut()
            .for_each(|rows| *rows = rows.saturating_sub(1));
    }
    found
}

/// Returns the cells of each row from left to right; a cell that covers several rows is in each of them.
pub(crate) fn by_row<'c, 'a>(cells: &'c [Cell<'a>]) -> Vec<Vec<&'c Cell<'a>>> {
    let count = cells
        .iter()
        .map(|cell| cell.y + cell.rows)
        .max()
        .unwrap_or(0);
    let mut rows = vec![Vec::new(); count];
    for cell in cells {
        rows[cell.y..cell.y + cell.rows]
            .iter_mut()
            .for_each(|row| row.push(cell));
    }
    rows.iter_mut()
        .for_each(|row| row.sort_by_key(|cell| cell.x));
    rows
}

/// Returns how many columns or rows a cell covers; 0 rows are all that there are below.
fn span(node: &Node, name: &str) -> usize {
    let written = node
        .get(name)
        .and_then(|n| n.parse::<usize>().ok())
        .unwrap_or(1);
    if name == "rowspan" && written == 0 {
        MOST_SPANNED
    } else {
        written.clamp(1, MOST_SPANNED)
    }
}
