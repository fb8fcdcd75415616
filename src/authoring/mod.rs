//! What the program writes for an office to go on with: data files become a dataset with a page that says everything that
//! the files say, and asks for the rest. Nothing that a person wrote is ever written over.

mod asked_facts;
mod data_edition;
mod data_place;
mod dataset_page;
mod declared_field;
mod demo_portal;
mod editor_schemas;
mod fact_edit;
mod new_milestone;
mod new_page;
mod new_portal;
mod page_draft;
mod page_lines;
mod page_order;
mod trial_portal;
pub(crate) mod workbook;
mod written_document;

use crate::model::dataset::Dataset;
pub use data_edition::{
    ColumnDifference, EditionOrder, RenewedFact, TableDifference, TriedEdition,
};
pub(crate) use data_edition::{EditedPage, EditionTables, differences, is_kept_up, renew};
pub(crate) use data_place::DataPlace;
pub(crate) use dataset_page::{DatasetPage, SaidFacts, temporal};
pub use declared_field::table_schema;
pub use demo_portal::demo_files;
pub(crate) use editor_schemas::{SCHEMAS, editor_schemas};
pub(crate) use new_milestone::NewMilestone;
pub(crate) use new_page::NewPage;
pub use new_portal::{NewPortal, NewQuestion};
pub use page_order::{AddedMilestone, AddedPage, MILESTONE, PageOrder, is_page_kind, page_kinds};
use std::path::PathBuf;
use tragaluz_tables::Tables;
pub(crate) use trial_portal::TrialPortal;
pub use workbook::{
    FactDifference, FactSheet, ImportOrder, RowFault, RowPlace, SheetCount, StrangeColumns,
    TriedImport, write_sheets,
};
pub(crate) use written_document::DocumentWords;
pub use written_document::LostKind;

/// What is to become one dataset.
#[derive(Debug, Clone, Default)]
pub struct AddOrder {
    /// Data files, or one folder; at least one.
    pub files: Vec<PathBuf>,
    /// The dataset's name; that of the first file where none is given.
    pub name: Option<String>,
    /// Its title; the file's name in words where none is given.
    pub title: Option<String>,
}

/// A dataset that was added.
#[derive(Debug, Clone)]
pub struct AddedDataset {
    /// Its name.
    pub name: String,
    /// Its page's file, from the portal's root; none where its files brought one.
    pub page: Option<String>,
    /// Its tables.
    pub tables: Vec<AddedTable>,
    /// How many other files it has.
    pub others: usize,
    /// Names of facts that its page asks for.
    pub unknown: Vec<&'static str>,
}

/// A table of a dataset that was added.
#[derive(Debug, Clone)]
pub struct AddedTable {
    /// Its name.
    pub name: String,
    /// Rows of data.
    pub rows: u64,
    /// Its columns.
    pub columns: usize,
}

impl AddedDataset {
    /// Counts what was added; where its page is, is told by who writes it.
    pub(crate) fn of(
        dataset: &Dataset,
        tables: &Tables,
        page: Option<&DatasetPage>,
    ) -> AddedDataset {
        let name = &dataset.head.id;
        let table = |table: &tragaluz_tables::Table| AddedTable {
            name: table.resource.clone(),
            rows: table.rows,
            columns: table.columns.len(),
        };
        AddedDataset {
            name: name.clone(),
            page: None,
            tables: tables.of(name).map(table).collect(),
            others: tables
                .others
                .iter()
                .filter(|one| one.dataset == *name)
                .count(),
            unknown: page.map_or_else(Vec::new, |page| page.unknown.clone()),
        }
    }
}
