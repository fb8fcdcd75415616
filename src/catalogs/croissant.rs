//! `croissant.json` of each dataset with typed tables: Croissant 1.0
//! (<https://docs.mlcommons.org/croissant/docs/croissant-spec.html>), which programs for machine learning read.
//!
//! The vocabulary makes description, licence, publisher and a date mandatory: a dataset without one has no such file.
//! A file on another server is in it where its checksum is declared, without which readers take no file.
//! It is beside the page's schema.org facts and not in them, for Google takes no `FileObject` as a distribution
//! (mlcommons/croissant 725); its namespace is `https://schema.org/`, with the `s`.

use super::{Catalog, CatalogEndpoint, Part, datatype_name, first_csv, without_gaps, write_json};
use crate::model::dataset::External;
use crate::record::{CatalogRecord, Distribution, Fact, Record, TableRecord, is_web_address};
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::slug::slug;
use serde_json::{Value, json};
use std::io::{self, Write};
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::{Column, FieldType};

/// The catalog.
pub(crate) struct Croissant;

impl Catalog for Croissant {
    fn id(&self) -> &'static str {
        "croissant"
    }

    fn media_type(&self) -> &'static str {
        "application/ld+json"
    }

    /// Not every dataset has the facts that it takes, so that there is no example.
    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_told = record.portal.base_url.is_some() && first_csv(record).is_some();
        let endpoint = is_told.then_some(CatalogEndpoint {
            path: "datasets/NAME/croissant.json",
            example: None,
            about: "dev-croissant",
            schema: None,
        });
        endpoint.into_iter().collect()
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        if record.portal.base_url.is_none() {
            return Vec::new();
        }
        let holds_something =
            |d: &Record| typed(d).next().is_some() || external(d).next().is_some();
        let whole = record
            .datasets
            .iter()
            .enumerate()
            .filter(|(_, d)| is_complete(d) && holds_something(d));
        whole
            .map(|(i, d)| (format!("{}croissant.json", d.folder()), Part::Dataset(i)))
            .collect()
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Dataset(i) = part else {
            return Ok(());
        };
        write_json(out, &croissant(record, &record.datasets[i]))
    }
}

fn is_complete(dataset: &Record) -> bool {
    let wanted = [Fact::Description, Fact::License, Fact::Publisher];
    !dataset.missing.iter().any(|fact| wanted.contains(fact))
        && dataset.issued.or(dataset.modified).is_some()
}

/// Tables of which more is known than that they hold text, with their CSV.
fn typed(dataset: &Record) -> impl Iterator<Item = (&TableRecord, &Distribution)> {
    let known = |t: &&TableRecord| {
        t.columns
            .iter()
            .any(|c| c.declared || c.kind != FieldType::String)
    };
    dataset
        .tables
        .iter()
        .filter(known)
        .filter_map(|t| Some((t, dataset.csv_of(&t.name)?)))
}

/// Files on other servers that a `FileObject` can represent: it needs a media type and a checksum.
fn external(dataset: &Record) -> impl Iterator<Item = &External> {
    dataset
        .external
        .iter()
        .filter(|file| file.media_type.is_some() && file.sha256.is_some())
}

fn croissant(record: &CatalogRecord, dataset: &Record) -> Value {
    let main = &record.portal.main;
    let published = dataset.issued.or(dataset.modified);
    let creator = dataset.publisher.as_ref().map(|p| {
        let url = p.url.as_deref().filter(|url| is_web_address(url));
        without_gaps(json!({ "@type": "sc:Organization", "name": p.name.text(main), "url": url }))
    });
    without_gaps(json!({
        "@context": context(main),
        "@type": "sc:Dataset",
        "conformsTo": "http://mlcommons.org/croissant/1.0",
        "name": dataset.title.text(main),
        "description": dataset.description.text(main),
        "url": record.url(dataset.page()),
        "identifier": dataset.identifier,
        "license": dataset.license_address(),
        "citeAs": crate::catalogs::citations::bibtex(record, dataset).trim_end(),
        "creator": creator,
        "publisher": creator,
        "datePublished": published.map(|d| d.first_day().to_string()),
        "dateModified": dataset.modified.map(|d| d.first_day().to_string()),
        "version": dataset.version,
        "keywords": dataset.keywords.iter().map(|k| k.text(main)).collect::<Vec<_>>(),
        "inLanguage": dataset.language.tag(),
        "isLiveDataset": false,
        "distribution": files(dataset),
        "recordSet": typed(dataset).map(|(t, _)| record_set(t, main)).collect::<Vec<_>>(),
    }))
}

/// The context that the standard prescribes, in the portal's main language.
fn context(main: &Lang) -> Value {
    json!({
        "@language": main.tag(), "@vocab": "https://schema.org/", "citeAs": "cr:citeAs", "column": "cr:column",
        "conformsTo": "dct:conformsTo", "cr": "http://mlcommons.org/croissant/",
        "rai": "http://mlcommons.org/croissant/RAI/", "data": { "@id": "cr:data", "@type": "@json" },
        "dataType": { "@id": "cr:dataType", "@type": "@vocab" }, "dct": "http://purl.org/dc/terms/",
        "examples": { "@id": "cr:examples", "@type": "@json" }, "extract": "cr:extract", "field": "cr:field",
        "fileProperty": "cr:fileProperty", "fileObject": "cr:fileObject", "fileSet": "cr:fileSet",
        "format": "cr:format", "includes": "cr:includes", "isLiveDataset": "cr:isLiveDataset",
        "jsonPath": "cr:jsonPath", "key": "cr:key", "md5": "cr:md5", "parentField": "cr:parentField",
        "path": "cr:path", "recordSet": "cr:recordSet", "references": "cr:references", "regex": "cr:regex",
        "repeated": "cr:repeated", "replace": "cr:replace", "sc": "https://schema.org/",
        "separator": "cr:separator", "source": "cr:source", "subField": "cr:subField", "transform": "cr:transform",
    })
}

/// The name of a table's file within the description.
fn file_id(table: &TableRecord) -> String {
    format!("{}.csv", plain(&table.name))
}

/// The CSV of each typed table, and files elsewhere. No two have one name.
fn files(dataset: &Record) -> Vec<Value> {
    let mut names = FreeNames::default();
    let tables = typed(dataset).map(|(table, csv)| {
        names.give(&file_id(table), "-");
        file(table, csv)
    });
    let mut files: Vec<Value> = tables.collect();
    files.extend(external(dataset).map(|file| {
        let name = match &file.format {
            Some(format) => format!("{}.{}", plain(&file.name), plain(format)),
            None => plain(&file.name),
        };
        let name = names.give(&name, "-");
        without_gaps(json!({
            "@type": "cr:FileObject",
            "@id": name,
            "name": name,
            "contentUrl": file.url,
            "contentSize": file.bytes.map(|bytes| format!("{bytes} B")),
            "encodingFormat": file.media_type,
            "sha256": file.sha256,
        }))
    }));
    files
}

fn file(table: &TableRecord, csv: &Distribution) -> Value {
    json!({
        "@type": "cr:FileObject",
        "@id": file_id(table),
        "name": file_id(table),
        "contentUrl": csv.url,
        "contentSize": format!("{} B", csv.bytes),
        "encodingFormat": "text/csv",
        "sha256": csv.sha256,
    })
}

fn record_set(table: &TableRecord, main: &Lang) -> Value {
    let set = plain(&table.name);
    let mut names = FreeNames::default();
    let fields: Vec<(String, &Column)> = table
        .columns
        .iter()
        .map(|c| (format!("{set}/{}", names.give(&plain(&c.name), "-")), c))
        .collect();
    let key: Vec<Value> = table
        .primary_key
        .iter()
        .filter_map(|name| fields.iter().find(|(_, c)| c.name == *name))
        .map(|(id, _)| json!({ "@id": id }))
        .collect();
    without_gaps(json!({
        "@type": "cr:RecordSet",
        "@id": set,
        "name": set,
        "description": table.description.text(main),
        "key": key,
        "field": fields.iter().map(|(id, c)| field(id, c, &file_id(table), main)).collect::<Vec<_>>(),
    }))
}

fn field(id: &str, column: &Column, file: &str, main: &Lang) -> Value {
    let words = [column.title.text(main), column.description.text(main)];
    let description = words
        .into_iter()
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join(". ");
    without_gaps(json!({
        "@type": "cr:Field",
        "@id": id,
        "name": id.rsplit('/').next(),
        "description": description,
        "dataType": data_type(column),
        "source": { "fileObject": { "@id": file }, "extract": { "column": column.name } },
    }))
}

/// The type by which a program reads the file's texts as they are; text where a mark for "no value", a decimal comma or
/// a date of another order would make it stumble.
fn data_type(column: &Column) -> &'static str {
    let marked = column.missing_values.iter().any(|text| !text.is_empty());
    let plain = match &column.published {
        CellFormat::Integer(form) | CellFormat::Number(form) => form.is_plain(),
        _ => true,
    };
    match datatype_name(column) {
        _ if marked || !plain => "sc:Text",
        "integer" | "gYear" => "sc:Integer",
        "number" => "sc:Float",
        "boolean" => "sc:Boolean",
        "date" => "sc:Date",
        "dateTime" => "sc:DateTime",
        _ => "sc:Text",
    }
}

/// A name of letters, digits and `-`, which is all that readers take.
fn plain(name: &str) -> String {
    let name = slug(name);
    if name.is_empty() {
        "x".to_owned()
    } else {
        name
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_plain_and_no_two_alike() {
        let mut names = FreeNames::default();
        let names: Vec<String> = ["año", "ano", "ñ!", ""]
            .map(|n| names.give(&plain(n), "-"))
            .into();
        assert_eq!(names, ["ano", "ano-2", "n", "x"]);
    }
}
