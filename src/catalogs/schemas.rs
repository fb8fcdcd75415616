//! `schemas/`: the JSON Schemas of the portal's own JSON files, which are what is promised to programmers. Each is derived
//! from the type that is written.

use super::{Catalog, Part, PublishedSchema, SCHEMAS, schema_of, write_json};
use crate::record::CatalogRecord;
use schemars::JsonSchema;
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// The schema of a table's rows.
pub(super) const ROWS: PublishedSchema = PublishedSchema {
    path: "schemas/rows.schema.json",
    draw: schema_of::<RowsFile>,
};

/// The portal's own schemas, a file each.
pub(crate) struct Schemas;

impl Catalog for Schemas {
    fn id(&self) -> &'static str {
        "schemas"
    }

    fn files(&self, _record: &CatalogRecord) -> Vec<(String, Part)> {
        (SCHEMAS.iter().enumerate())
            .map(|(i, schema)| (schema.path.to_owned(), Part::Page(i + 1)))
            .collect()
    }

    fn write(&self, _record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Page(n) = part else { return Ok(()) };
        write_json(out, &(SCHEMAS[n - 1].draw)())
    }
}

/// A table's rows, in the order of the file received. What each column means stands in datasets/NAME.json.
#[derive(JsonSchema)]
#[schemars(title = "datasets/NAME/TABLE.json")]
#[expect(dead_code, reason = "rows are written as they are read, one by one")]
struct RowsFile(Vec<RowObject>);

/// A row: each column's value by the column's name. null where there is no value.
#[derive(JsonSchema)]
#[schemars(inline, extend("minProperties" = 1))]
#[expect(dead_code, reason = "rows are written as they are read, one by one")]
struct RowObject(BTreeMap<String, CellValue>);

/// A number or truth where the column has such a type and no digit is lost; else the text.
#[derive(JsonSchema)]
#[schemars(inline, extend("type" = ["string", "number", "boolean", "null", "object", "array"]))]
#[expect(dead_code, reason = "rows are written as they are read, one by one")]
struct CellValue(Value);
