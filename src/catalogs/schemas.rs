//! `schemas/`: the JSON Schemas of the portal's own JSON files. They are written by hand, for they are what is promised
//! to programmers; the tests hold what is published against them.

use super::{Catalog, Part};
use crate::record::CatalogRecord;
use std::io::{self, Write};

/// Each schema by its place in [`Part::Page`], from 1.
const ALL: &[(&str, &[u8])] = &[
    (
        "schemas/catalog.schema.json",
        include_bytes!("schemas/catalog.schema.json"),
    ),
    (
        "schemas/dataset.schema.json",
        include_bytes!("schemas/dataset.schema.json"),
    ),
    (
        "schemas/commitment.schema.json",
        include_bytes!("schemas/commitment.schema.json"),
    ),
    (
        "schemas/report.schema.json",
        include_bytes!("schemas/report.schema.json"),
    ),
    (
        "schemas/rows.schema.json",
        include_bytes!("schemas/rows.schema.json"),
    ),
    (
        "schemas/profile.schema.json",
        include_bytes!("schemas/profile.schema.json"),
    ),
];

/// The schemas.
pub(crate) struct Schemas;

impl Catalog for Schemas {
    fn id(&self) -> &'static str {
        "schemas"
    }

    fn files(&self, _record: &CatalogRecord) -> Vec<(String, Part)> {
        ALL.iter()
            .enumerate()
            .map(|(i, (path, _))| ((*path).to_owned(), Part::Page(i + 1)))
            .collect()
    }

    fn write(&self, _record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Page(n) = part else { return Ok(()) };
        out.write_all(ALL[n - 1].1)
    }
}
