//! Catalogs: what programs read to find the datasets. Each projects the one neutral record
//! ([`crate::plan::record`]); a new one is a file here and a line in [`ALL`].

mod catalog_json;
mod data_package;
mod dcat_us;
pub mod schema_org;

use crate::diag::Fatal;
use crate::plan::record::CatalogRecord;
use crate::stage::Staging;
use std::io::{self, Write};

/// What a file of a catalog covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The whole portal.
    Whole,
    /// A page of the list of datasets, from 1.
    Page(usize),
    /// One dataset, by its place in the record.
    Dataset(usize),
    /// A table of a dataset, by their places.
    Table(usize, usize),
}

/// A way of describing the portal's datasets to programs.
pub trait Catalog: Sync {
    /// Its name.
    fn id(&self) -> &'static str;
    /// The files it consists of for this record: path from the site's root, and what each covers. None where it
    /// cannot be made: catalogs that harvesters take need full addresses.
    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)>;
    /// Writes one of those files.
    ///
    /// # Errors
    /// When `out` refuses.
    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()>;
}

/// Every catalog.
pub static ALL: &[&dyn Catalog] =
    &[&catalog_json::CatalogJson, &catalog_json::Schema, &dcat_us::DcatUs, &data_package::DataPackage];

/// The paths of all catalog files that [`write_all`] will write for this record, for pages that link to them.
pub fn paths(record: &CatalogRecord) -> Vec<String> {
    ALL.iter().flat_map(|c| c.files(record)).map(|(path, _)| path).collect()
}

/// Writes every catalog.
///
/// # Errors
/// When a path is taken or the disk refuses.
pub fn write_all(record: &CatalogRecord, staging: &Staging) -> Result<(), Fatal> {
    for catalog in ALL {
        for (path, part) in catalog.files(record) {
            let mut file = staging.create(&path)?;
            catalog.write(record, part, &mut file).map_err(Fatal::io("writing", std::path::Path::new(&path)))?;
            file.finish()?;
        }
    }
    Ok(())
}
