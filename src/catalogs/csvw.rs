//! `RESOURCE.csv-metadata.json` beside each table: CSV on the Web (W3C Recommendations of 2015: "Metadata Vocabulary
//! for Tabular Data", §5), so that tools that know it read the types, titles and keys of the CSV.

use super::{Catalog, CatalogEndpoint, Part, datatype_name, first_csv, without_gaps, write_json};
use crate::record::{CatalogRecord, Distribution, Record, TableRecord, encode_path};
use crate::text::lang::Lang;
use serde_json::{Map, Value, json};
use std::io::{self, Write};
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::cell_formats::pattern::Pattern;
use tragaluz_tables::{Column, FieldType};

/// The catalog.
pub(crate) struct Csvw;

impl Catalog for Csvw {
    fn id(&self) -> &'static str {
        "csvw"
    }

    fn media_type(&self) -> &'static str {
        "application/csvm+json"
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let endpoint = first_csv(record).map(|csv| CatalogEndpoint {
            path: "datasets/NAME/TABLE.csv-metadata.json",
            example: Some(metadata_path(&csv.path)),
            about: "dev-csvw",
            schema: None,
        });
        endpoint.into_iter().collect()
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        let mut files = Vec::new();
        for (i, dataset) in record.datasets.iter().enumerate() {
            for (j, table) in dataset.tables.iter().enumerate() {
                files.extend(
                    dataset
                        .csv_of(&table.name)
                        .map(|csv| (metadata_path(&csv.path), Part::Table(i, j))),
                );
            }
        }
        files
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Table(i, j) = part else {
            return Ok(());
        };
        let (dataset, table) = (&record.datasets[i], &record.datasets[i].tables[j]);
        let Some(csv) = dataset.csv_of(&table.name) else {
            return Ok(());
        };
        write_json(out, &metadata(dataset, table, csv, &record.portal.main))
    }
}

/// The standard's own default place: the CSV's address with `-metadata.json` (Model for Tabular Data, §5.3).
fn metadata_path(csv: &str) -> String {
    format!("{csv}-metadata.json")
}

fn metadata(dataset: &Record, table: &TableRecord, csv: &Distribution, main: &Lang) -> Value {
    let title = if table.title.is_empty() {
        &dataset.title
    } else {
        &table.title
    };
    let description = if table.description.is_empty() {
        &dataset.description
    } else {
        &table.description
    };
    let names: Vec<String> = table.columns.iter().map(|c| column_name(&c.name)).collect();
    let key: Vec<String> = table
        .primary_key
        .iter()
        .map(|k| column_name(k))
        .filter(|k| names.contains(k))
        .collect();
    without_gaps(json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": main.tag() }],
        "url": encode_path(csv.path.rsplit('/').next().unwrap_or_default()),
        "dc:title": title.text(main),
        "dc:description": description.text(main),
        "dc:license": dataset.license_address().map(|url| json!({ "@id": url })),
        "dc:modified": dataset.modified.map(|d| d.to_string()),
        "tableSchema": without_gaps(json!({
            "columns": table.columns.iter().map(|c| column(c, main)).collect::<Vec<_>>(),
            "primaryKey": key,
        })),
    }))
}

fn column(column: &Column, main: &Lang) -> Value {
    without_gaps(json!({
        "name": column_name(&column.name),
        "titles": titles(column),
        "dc:description": column.description.text(main),
        "datatype": datatype(column),
        "required": column.constraints.required.then_some(true),
        "null": nulls(column),
    }))
}

/// The header's text in no language, so that it matches the header whatever its language, and the titles in theirs.
fn titles(column: &Column) -> Value {
    let mut titles = Map::new();
    titles.insert("und".to_owned(), column.name.clone().into());
    for (lang, text) in column.title.sorted() {
        titles.insert(lang.tag().to_owned(), text.into());
    }
    titles.into()
}

/// The empty cell means "no value" by the standard's default.
fn nulls(column: &Column) -> Option<&[String]> {
    let default = column.missing_values.len() == 1 && column.missing_values[0].is_empty();
    (!default && !column.missing_values.is_empty()).then_some(&column.missing_values[..])
}

/// The datatype, where the standard has one that reads what the file holds; what is written in a form of its own is
/// text, but for numbers, whose marks can be told.
fn datatype(column: &Column) -> Value {
    let name = datatype_name(column);
    match &column.published {
        // XML Schema has seconds in every time: what has none is told by its pattern (Unicode TR 35).
        CellFormat::Moment(FieldType::DateTime, patterns)
            if is_to_minutes(patterns, "%Y-%m-%dT%H:%M") =>
        {
            json!({ "base": "dateTime", "format": "yyyy-MM-ddTHH:mm" })
        }
        CellFormat::Moment(FieldType::Time, patterns) if is_to_minutes(patterns, "%H:%M") => {
            json!({ "base": "time", "format": "HH:mm" })
        }
        CellFormat::Integer(form) | CellFormat::Number(form)
            if !form.is_plain() && column.kind.is_numeric() =>
        {
            let group = form.group.map(|group| group.to_string());
            let marks = without_gaps(
                json!({ "decimalChar": char::from(form.decimal).to_string(), "groupChar": group }),
            );
            if form.bare {
                json!({ "base": name, "format": marks })
            } else {
                "string".into()
            }
        }
        _ => name.into(),
    }
}

fn is_to_minutes(patterns: &[Pattern], wanted: &str) -> bool {
    matches!(patterns, [only] if only.text() == wanted)
}

/// A name that may be in a URI template (§5.6): every byte but ASCII letters, digits and `_` percent-encoded, and a
/// leading `_`, which the standard keeps for itself.
fn column_name(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for (i, byte) in name.bytes().enumerate() {
        if byte.is_ascii_alphanumeric() || (byte == b'_' && i > 0) {
            out.push(byte.into());
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_a_uri_template() {
        assert_eq!(column_name("año_2"), "a%C3%B1o_2");
        assert_eq!(column_name("_x y"), "%5Fx%20y");
    }
}
