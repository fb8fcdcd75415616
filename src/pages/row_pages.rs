//! How a table's rows are cut into pages.

use tragaluz_tables::Table;

/// Text of the cells on a page, in bytes: with its markup such a page stays well within its budget.
const BYTES: u64 = 20_000;

/// Most rows on a page.
const MOST_ROWS: u64 = 150;

/// Fewest rows on a page, however long they are.
const FEWEST_ROWS: u64 = 10;

/// Most pages of one table. The page says how many rows there are, and the files below it hold the others.
const MOST_PAGES: u64 = 200;

/// Longest cell on a page, in characters; the files hold the whole of it.
pub(crate) const LONGEST_CELL: usize = 240;

/// Rows on each page of a table.
pub(crate) fn per_page(table: &Table) -> u64 {
    let row = (table.received.bytes / table.rows.max(1)).max(1);
    (BYTES / row).clamp(FEWEST_ROWS, MOST_ROWS)
}

/// How many pages a table has; one that its dataset's page shows whole has none.
pub(crate) fn pages(table: &Table) -> u64 {
    if table.rows <= PREVIEW_ROWS as u64 {
        0
    } else {
        table.rows.div_ceil(per_page(table)).min(MOST_PAGES)
    }
}

pub(crate) fn address_of(table: &Table, part: u64) -> String {
    format!(
        "datasets/{}/rows/{}-{part}.html",
        table.dataset.to_ascii_lowercase(),
        table.resource
    )
}

/// Most rows shown in a preview on the page of a dataset or a table.
pub(crate) const PREVIEW_ROWS: usize = 8;

/// A cell as pages show it.
pub(crate) fn shown(cell: &str) -> String {
    if cell.chars().nth(LONGEST_CELL).is_none() {
        return cell.to_owned();
    }
    cell.chars().take(LONGEST_CELL).chain(['…']).collect()
}
