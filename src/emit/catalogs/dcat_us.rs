//! `dcat_us`.

use super::{Catalog, Part};
use crate::plan::record::CatalogRecord;
use std::io::{self, Write};

/// The catalog.
pub struct DcatUs;

impl Catalog for DcatUs {
    fn id(&self) -> &'static str {
        "dcat_us"
    }

    fn files(&self, _record: &CatalogRecord) -> Vec<(String, Part)> {
        todo!()
    }

    fn write(&self, _record: &CatalogRecord, _part: Part, _out: &mut dyn Write) -> io::Result<()> {
        todo!()
    }
}
