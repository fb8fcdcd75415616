//! `data_package`.

use super::{Catalog, Part};
use crate::plan::record::CatalogRecord;
use std::io::{self, Write};

/// The catalog.
pub struct DataPackage;

impl Catalog for DataPackage {
    fn id(&self) -> &'static str {
        "data_package"
    }

    fn files(&self, _record: &CatalogRecord) -> Vec<(String, Part)> {
        todo!()
    }

    fn write(&self, _record: &CatalogRecord, _part: Part, _out: &mut dyn Write) -> io::Result<()> {
        todo!()
    }
}
