//! `catalog_json`.

use super::{Catalog, Part};
use crate::plan::record::CatalogRecord;
use std::io::{self, Write};

/// The catalog.
pub struct CatalogJson;

impl Catalog for CatalogJson {
    fn id(&self) -> &'static str {
        "catalog_json"
    }

    fn files(&self, _record: &CatalogRecord) -> Vec<(String, Part)> {
        todo!()
    }

    fn write(&self, _record: &CatalogRecord, _part: Part, _out: &mut dyn Write) -> io::Result<()> {
        todo!()
    }
}

/// Its JSON Schema.
pub struct Schema;

impl Catalog for Schema {
    fn id(&self) -> &'static str {
        "catalog_json"
    }

    fn files(&self, _record: &CatalogRecord) -> Vec<(String, Part)> {
        todo!()
    }

    fn write(&self, _record: &CatalogRecord, _part: Part, _out: &mut dyn Write) -> io::Result<()> {
        todo!()
    }
}
