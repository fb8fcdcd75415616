//! schema.org's `Dataset`, for the dataset's page.

use crate::plan::record::{CatalogRecord, Record};
use crate::text::lang::Lang;

/// The JSON-LD of a dataset for its page in this language, safe to stand inside a `script` element.
pub fn json_ld(_record: &CatalogRecord, _dataset: &Record, _lang: &Lang) -> String {
    todo!()
}
