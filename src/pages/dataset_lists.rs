//! Where the tables of a dataset and the columns of a table are, and how they are parted into pages: nobody who publishes five hundred of them
//! could make their page lighter.

use crate::charts::choose::is_year;
use crate::model::address;
use crate::model::dataset::{Dataset, External, Resource};
use crate::pages::alike_columns;
use crate::pages::paging::{EntryWeight, ListRange, spans_of};
use crate::text::free::FreeNames;
use crate::text::slug::slug;
use crate::text::words::Words;
use std::ops::Range;
use tragaluz_tables::{Column, Table, Tables};

/// Most columns whose meaning a dataset's page tells; the dictionaries of wider datasets have pages of their own.
const DICTIONARY_COLUMNS: usize = 25;

/// Compressed bytes that tables may take on a dataset's page, besides its own text.
const RESOURCES: usize = 6_000;

/// Compressed bytes that columns may take on a dictionary's page.
const COLUMNS: usize = 6_000;

/// Most tables or columns on a page, however short their names are.
const MOST: usize = 150;

/// The tables that each page of a dataset shows.
pub(crate) fn of_resources(dataset: &Dataset) -> Vec<ListRange> {
    let stated = dataset.stated.iter().map(|(_, words)| longest(words));
    let text = dataset.head.bytes() + stated.sum::<usize>();
    let tables = dataset.resources.iter().map(weight_of_resource);
    let external = dataset.external.iter().map(weight_of_external);
    spans_of(text, tables.chain(external), RESOURCES, MOST)
}

/// Returns what a table weighs: its name is in every link.
fn weight_of_resource(r: &Resource) -> EntryWeight {
    EntryWeight::of_text(
        r.name.len() + longest(&r.title) + longest(&r.description),
        60,
    )
}

/// Returns what a file elsewhere weighs: its title is there twice.
fn weight_of_external(e: &External) -> EntryWeight {
    EntryWeight::of_text(
        e.url.len() + longest(&e.title) * 2 + longest(&e.description),
        60,
    )
}

/// The columns that each page of a dictionary shows.
pub(crate) fn of_columns(table: &Table) -> Vec<ListRange> {
    let columns = table.columns.iter().map(weight_of_column);
    spans_of(0, columns, COLUMNS, MOST)
}

/// Returns what a column weighs, with the values that it may have.
fn weight_of_column(c: &Column) -> EntryWeight {
    let allowed = c.constraints.allowed.iter().flatten();
    let allowed: usize = allowed.map(|value| value.len() + 4).sum();
    EntryWeight::of_text(
        c.name.len() + longest(&c.title) + longest(&c.description) + allowed,
        60,
    )
}

/// The page of a dictionary, from 1, that shows the column at this place.
pub(crate) fn part_of_column(table: &Table, place: usize) -> usize {
    of_columns(table)
        .iter()
        .position(|span| place < span.end)
        .map_or(1, |at| at + 1)
}

/// The places of the columns that this page of a dictionary shows, from 1.
pub(crate) fn columns_of_part(table: &Table, part: usize) -> Range<usize> {
    of_columns(table)
        .get(part.saturating_sub(1))
        .map_or(0..table.columns.len(), |span| span.start..span.end)
}

/// The bytes of the longest language.
fn longest(words: &Words) -> usize {
    words.all().map(|(_, text)| text.len()).max().unwrap_or(0)
}

/// The page of a table, where its dataset has several; the page of an only table is its dataset's.
pub(crate) fn table_address(table: &Table) -> String {
    let name = match &*table.resource {
        // The dataset's own page is called so.
        "index" => "index-table",
        name => name,
    };
    format!(
        "datasets/{}/{name}.html",
        table.dataset.to_ascii_lowercase()
    )
}

/// The page of a table's dictionary, where that has one of its own.
pub(crate) fn dictionary_address(tables: &Tables, table: &Table) -> String {
    if has_several(tables, &table.dataset) {
        let dataset = table.dataset.to_ascii_lowercase();
        format!("datasets/{dataset}/columns/{}.html", table.resource)
    } else {
        table_address(table)
    }
}

/// The page that shows a table's columns, where its dictionary has no page of its own.
pub(crate) fn page_of_table(tables: &Tables, table: &Table) -> String {
    if has_several(tables, &table.dataset) {
        table_address(table)
    } else {
        address::dataset(&table.dataset)
    }
}

/// Whether a dataset has several tables, of which each has a page of its own.
pub(crate) fn has_several(tables: &Tables, dataset: &str) -> bool {
    tables.of(dataset).nth(1).is_some()
}

/// Whether a table's dictionary has a page of its own. Columns that are alike are told of together.
pub(crate) fn is_apart(table: &Table) -> bool {
    alike_columns::groups(&table.columns).len() > DICTIONARY_COLUMNS
}

/// Where each column of a table is in the dictionary of its dataset's page: `TABLE_COLUMN`. No other anchor of the page
/// has such a sign, and columns whose names differ only by signs (`a b`, `a/b`, `a_b`) get numbers. `places` are those of
/// the columns that the page shows.
pub(crate) fn column_anchors(table: &Table, places: Range<usize>) -> Vec<String> {
    let mut anchors = FreeNames::default();
    table.columns[places]
        .iter()
        .map(|column| {
            let own = slug(&column.name);
            let own = if own.is_empty() { "column" } else { &own };
            anchors.give(&format!("{}_{own}", table.resource), "-")
        })
        .collect()
}

/// Whether a column's values are written as numbers of a language, with marks between thousands; years are not.
pub(crate) fn is_quantity(column: &Column) -> bool {
    column.kind.is_numeric() && !is_year(column) && column.labels.is_empty()
}

/// Whether a dataset is a register: made of what the portal's pages say.
pub(crate) fn is_register(site: &super::SiteFacts<'_>, dataset: &str) -> bool {
    site.tables
        .of(dataset)
        .any(tragaluz_tables::Table::is_register)
}
