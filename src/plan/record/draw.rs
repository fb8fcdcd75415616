//! Drawing the record from what the dataset declares and what was found in its files.

use super::{CatalogRecord, PortalFacts};
use crate::data::Tables;
use crate::diag::Sink;
use crate::downloads::Files;
use crate::model::dataset::Dataset;

/// Draws the record of the portal. Pure: the same facts give the same record.
///
/// Finds what is missing (`metadata-missing`: a warning where harvesters refuse the record, else a note) and
/// identifiers that occur twice (`repeated-id`).
pub fn draw(
    portal: PortalFacts,
    datasets: &[Dataset],
    tables: &Tables,
    files: &Files,
    sink: &mut Sink,
) -> CatalogRecord {
    todo!()
}

/// The folder of a dataset in the site, with `/` at its end (PRODUCT.md, "Addresses": lower case).
pub(super) fn folder(id: &str) -> String {
    format!("datasets/{}/", id.to_ascii_lowercase())
}
