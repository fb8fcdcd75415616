//! `croissant.json` of each dataset with typed tables: Croissant 1.0
//! (<https://docs.mlcommons.org/croissant/docs/croissant-spec.html>), which programs for machine learning read.
//!
//! The vocabulary makes description, licence, publisher and a date mandatory: a dataset without one has no such file.
//! A file on another server is in it where its checksum is declared, without which readers take no file.
//! It is beside the page's schema.org facts and not in them, for Google takes no `FileObject` as a distribution
//! (mlcommons/croissant 725); its namespace is `https://schema.org/`, with the `s`.

use super::{
    Blank, Catalog, CatalogEndpoint, Part, StatedEntries, datatype_name, first_csv, write_json,
};
use crate::model::dataset::{Agent, External};
use crate::record::{CatalogRecord, Distribution, Fact, Record, TableRecord, is_web_address};
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::slug::slug;
use serde::Serialize;
use serde::ser::Serializer;
use std::io::{self, Write};
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::{Column, FieldType};

/// Croissant, a file for each dataset that is complete.
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
        let datasets = record.datasets.iter().enumerate();
        datasets
            .filter(|(_, dataset)| is_complete(dataset) && holds_something(dataset))
            .map(|(i, d)| (format!("{}croissant.json", d.folder()), Part::Dataset(i)))
            .collect()
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let Part::Dataset(i) = part else {
            return Ok(());
        };
        write_json(out, &CroissantDataset::of(record, &record.datasets[i]))
    }
}

/// Returns whether a dataset has a file that the vocabulary can describe.
fn holds_something(dataset: &Record) -> bool {
    typed(dataset).next().is_some() || external(dataset).next().is_some()
}

/// Returns whether a dataset has the facts that the vocabulary makes mandatory.
fn is_complete(dataset: &Record) -> bool {
    let wanted = [Fact::Description, Fact::License, Fact::Publisher];
    !dataset.missing.iter().any(|fact| wanted.contains(fact))
        && dataset.issued.or(dataset.modified).is_some()
}

/// Returns the tables of which more is known than that they hold text, with their CSV.
fn typed(dataset: &Record) -> impl Iterator<Item = (&TableRecord, &Distribution)> {
    let tables = dataset.tables.iter().filter(|table| is_typed(table));
    tables.filter_map(|table| Some((table, dataset.csv_of(&table.name)?)))
}

/// Returns whether the type of a column is known.
fn is_typed(table: &TableRecord) -> bool {
    let mut columns = table.columns.iter();
    columns.any(|column| column.declared || column.kind != FieldType::String)
}

/// Returns the files on other servers that a `FileObject` can represent: it needs a media type and a checksum.
fn external(dataset: &Record) -> impl Iterator<Item = &External> {
    dataset
        .external
        .iter()
        .filter(|file| file.media_type.is_some() && file.sha256.is_some())
}

/// The description of a dataset.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CroissantDataset<'a> {
    #[serde(rename = "@context")]
    context: CroissantContext<'a>,
    #[serde(rename = "@type")]
    kind: &'static str,
    conforms_to: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    cite_as: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<CroissantOrganization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<CroissantOrganization<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    date_published: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    date_modified: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    keywords: Vec<&'a str>,
    in_language: &'a str,
    #[serde(flatten)]
    stated: StatedEntries<&'a str>,
    is_live_dataset: bool,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    distribution: Vec<FileObject<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    record_set: Vec<RecordSet<'a>>,
}

impl<'a> CroissantDataset<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record) -> Self {
        let main = &record.portal.main;
        let creator = dataset.publisher.as_ref();
        let creator = creator.map(|agent| CroissantOrganization::of(agent, main));
        let published = dataset.issued.or(dataset.modified);
        let citation = crate::catalogs::citations::bibtex(record, dataset);
        CroissantDataset {
            context: CroissantContext(main),
            kind: "sc:Dataset",
            conforms_to: "http://mlcommons.org/croissant/1.0",
            name: dataset.title.text(main),
            description: dataset.description.text(main),
            url: record.url(dataset.page()),
            identifier: dataset.identifier.as_deref(),
            license: dataset.license_address(),
            cite_as: citation.trim_end().to_owned(),
            creator,
            publisher: creator,
            date_published: published.map(|date| date.first_day().to_string()),
            date_modified: dataset.modified.map(|date| date.first_day().to_string()),
            version: dataset.version.as_deref(),
            keywords: dataset.keywords.iter().map(|k| k.text(main)).collect(),
            in_language: dataset.language.tag(),
            stated: StatedEntries::texts(&dataset.stated, |fact| fact.schema_org, main),
            is_live_dataset: false,
            distribution: files(dataset),
            record_set: (typed(dataset).map(|(table, _)| RecordSet::of(table, main))).collect(),
        }
    }
}

/// The context that the standard prescribes, in the portal's main language.
struct CroissantContext<'a>(&'a Lang);

/// What a name means in the context.
#[derive(Serialize)]
#[serde(untagged)]
enum ContextTerm<'a> {
    Address(&'a str),
    Typed {
        #[serde(rename = "@id")]
        id: &'a str,
        #[serde(rename = "@type")]
        kind: &'a str,
    },
}

impl Serialize for CroissantContext<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let language = ("@language", &ContextTerm::Address(self.0.tag()));
        let terms = CONTEXT.iter().map(|(name, term)| (*name, term));
        serializer.collect_map(std::iter::once(language).chain(terms))
    }
}

/// The names of the context, but for its language.
const CONTEXT: &[(&str, ContextTerm<'static>)] = {
    use ContextTerm::{Address, Typed};
    &[
        ("@vocab", Address("https://schema.org/")),
        ("citeAs", Address("cr:citeAs")),
        ("column", Address("cr:column")),
        ("conformsTo", Address("dct:conformsTo")),
        ("cr", Address("http://mlcommons.org/croissant/")),
        ("rai", Address("http://mlcommons.org/croissant/RAI/")),
        (
            "data",
            Typed {
                id: "cr:data",
                kind: "@json",
            },
        ),
        (
            "dataType",
            Typed {
                id: "cr:dataType",
                kind: "@vocab",
            },
        ),
        ("dct", Address("http://purl.org/dc/terms/")),
        (
            "examples",
            Typed {
                id: "cr:examples",
                kind: "@json",
            },
        ),
        ("extract", Address("cr:extract")),
        ("field", Address("cr:field")),
        ("fileProperty", Address("cr:fileProperty")),
        ("fileObject", Address("cr:fileObject")),
        ("fileSet", Address("cr:fileSet")),
        ("format", Address("cr:format")),
        ("includes", Address("cr:includes")),
        ("isLiveDataset", Address("cr:isLiveDataset")),
        ("jsonPath", Address("cr:jsonPath")),
        ("key", Address("cr:key")),
        ("md5", Address("cr:md5")),
        ("parentField", Address("cr:parentField")),
        ("path", Address("cr:path")),
        ("recordSet", Address("cr:recordSet")),
        ("references", Address("cr:references")),
        ("regex", Address("cr:regex")),
        ("repeated", Address("cr:repeated")),
        ("replace", Address("cr:replace")),
        ("sc", Address("https://schema.org/")),
        ("separator", Address("cr:separator")),
        ("source", Address("cr:source")),
        ("subField", Address("cr:subField")),
        ("transform", Address("cr:transform")),
    ]
};

/// An office that publishes.
#[derive(Clone, Copy, Serialize)]
#[serde(tag = "@type", rename = "sc:Organization")]
struct CroissantOrganization<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
}

impl<'a> CroissantOrganization<'a> {
    fn of(agent: &'a Agent, main: &Lang) -> Self {
        let url = agent.url.as_deref();
        CroissantOrganization {
            name: agent.name.text(main),
            url: url.filter(|url| is_web_address(url)),
        }
    }
}

/// The name of something within the description.
#[derive(Serialize)]
struct CroissantId {
    #[serde(rename = "@id")]
    id: String,
}

/// Returns the name of a table's file within the description.
fn file_id(table: &TableRecord) -> String {
    format!("{}.csv", plain(&table.name))
}

/// Returns the CSV of each typed table, and files elsewhere. No two have one name.
fn files(dataset: &Record) -> Vec<FileObject<'_>> {
    let mut names = FreeNames::default();
    let mut files = Vec::new();
    for (table, csv) in typed(dataset) {
        names.give(&file_id(table), "-");
        files.push(FileObject::of_table(table, csv));
    }
    for file in external(dataset) {
        let name = names.give(&external_id(file), "-");
        files.push(FileObject::elsewhere(file, name));
    }
    files
}

/// Returns the name that a file elsewhere would have, if no other had it.
fn external_id(file: &External) -> String {
    match &file.format {
        Some(format) => format!("{}.{}", plain(&file.name), plain(format)),
        None => plain(&file.name),
    }
}

/// A file that the description's records are in.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "cr:FileObject", rename_all = "camelCase")]
struct FileObject<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    content_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    content_size: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    encoding_format: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    sha256: Option<&'a str>,
}

impl<'a> FileObject<'a> {
    fn of_table(table: &TableRecord, csv: &'a Distribution) -> Self {
        FileObject {
            id: file_id(table),
            name: file_id(table),
            content_url: csv.url.as_deref(),
            content_size: Some(format!("{} B", csv.bytes)),
            encoding_format: Some("text/csv"),
            sha256: Some(&csv.sha256),
        }
    }

    fn elsewhere(file: &'a External, name: String) -> Self {
        FileObject {
            id: name.clone(),
            name,
            content_url: Some(&file.url),
            content_size: file.bytes.map(|bytes| format!("{bytes} B")),
            encoding_format: file.media_type.as_deref(),
            sha256: file.sha256.as_deref(),
        }
    }
}

/// The rows of a table, and what they are made of.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "cr:RecordSet", rename_all = "camelCase")]
struct RecordSet<'a> {
    #[serde(rename = "@id")]
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    key: Vec<CroissantId>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    field: Vec<RecordField<'a>>,
}

impl<'a> RecordSet<'a> {
    fn of(table: &'a TableRecord, main: &Lang) -> Self {
        let set = plain(&table.name);
        let mut names = FreeNames::default();
        let mut field = Vec::new();
        for column in &table.columns {
            let id = format!("{set}/{}", names.give(&plain(&column.name), "-"));
            field.push(RecordField::of(id, column, file_id(table), main));
        }
        RecordSet {
            key: key(table, &field),
            id: set.clone(),
            name: set,
            description: table.description.text(main),
            field,
        }
    }
}

/// Returns the fields that together tell rows apart.
fn key(table: &TableRecord, fields: &[RecordField<'_>]) -> Vec<CroissantId> {
    let names = table.primary_key.iter();
    names
        .filter_map(|name| fields.iter().find(|field| field.column() == name))
        .map(|field| CroissantId {
            id: field.id.clone(),
        })
        .collect()
}

/// A column, and where its values are.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "cr:Field", rename_all = "camelCase")]
struct RecordField<'a> {
    #[serde(rename = "@id")]
    id: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: String,
    data_type: &'static str,
    source: FieldSource<'a>,
}

impl<'a> RecordField<'a> {
    fn of(id: String, column: &'a Column, file: String, main: &Lang) -> Self {
        let words = [column.title.text(main), column.description.text(main)];
        let words: Vec<&str> = words.into_iter().filter(|w| !w.is_empty()).collect();
        RecordField {
            name: id.rsplit('/').next().unwrap_or_default().to_owned(),
            id,
            description: words.join(". "),
            data_type: data_type(column),
            source: FieldSource {
                file_object: CroissantId { id: file },
                extract: FieldExtract {
                    column: &column.name,
                },
            },
        }
    }

    /// Returns the column's name in the header.
    fn column(&self) -> &str {
        self.source.extract.column
    }
}

/// Where a field's values are.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct FieldSource<'a> {
    file_object: CroissantId,
    extract: FieldExtract<'a>,
}

/// The column of a file.
#[derive(Serialize)]
struct FieldExtract<'a> {
    column: &'a str,
}

/// Returns the type by which a program reads the file's texts as they are; text where a text for "no value", a decimal comma or
/// a date of another order would make it stumble.
fn data_type(column: &Column) -> &'static str {
    let has_own_missing_values = column.missing_values.iter().any(|text| !text.is_empty());
    let plain = match &column.published {
        CellFormat::Integer(form) | CellFormat::Number(form) => form.is_plain(),
        _ => true,
    };
    match datatype_name(column) {
        _ if has_own_missing_values || !plain => "sc:Text",
        "integer" | "gYear" => "sc:Integer",
        "number" => "sc:Float",
        "boolean" => "sc:Boolean",
        "date" => "sc:Date",
        "dateTime" => "sc:DateTime",
        _ => "sc:Text",
    }
}

/// Returns a name of letters, digits and `-`, which is all that readers take.
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
