//! `RESOURCE.csv-metadata.json` beside each table: CSV on the Web (W3C Recommendations of 2015: "Metadata Vocabulary
//! for Tabular Data", §5), so that tools that know it read the types, titles and keys of the CSV.

use super::{
    Blank, Catalog, CatalogEndpoint, IsoDate, Part, datatype_name, first_csv, words_or, write_json,
};
use crate::record::{CatalogRecord, Record, TableRecord, encode_path};
use crate::text::lang::Lang;
use crate::text::web::encode_where;
use serde::Serialize;
use serde::ser::Serializer;
use std::io::{self, Write};
use tragaluz_tables::cell_formats::CellFormat;
use tragaluz_tables::cell_formats::number::NumberFormat;
use tragaluz_tables::cell_formats::pattern::Pattern;
use tragaluz_tables::{Column, FieldType};

/// CSV on the Web, a file beside each table's CSV.
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
            let joined = dataset.joined.iter().enumerate();
            files.extend(joined.map(|(j, of)| (metadata_path(&of.path), Part::Joined(i, j))));
        }
        files
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let main = &record.portal.main;
        let (dataset, table, path) = match part {
            Part::Table(i, j) => {
                let (dataset, table) = (&record.datasets[i], &record.datasets[i].tables[j]);
                let Some(csv) = dataset.csv_of(&table.name) else {
                    return Ok(());
                };
                (dataset, table, &csv.path)
            }
            Part::Joined(i, j) => {
                let (dataset, joined) = (&record.datasets[i], &record.datasets[i].joined[j]);
                (dataset, &joined.table, &joined.path)
            }
            _ => return Ok(()),
        };
        write_json(out, &CsvwTable::of(dataset, table, path, main))
    }
}

/// Returns the standard's own default path: the CSV's address with `-metadata.json` (Model for Tabular Data, §5.3).
fn metadata_path(csv: &str) -> String {
    format!("{csv}-metadata.json")
}

/// The namespace, and the language of what says none.
#[derive(Serialize)]
struct CsvwContext<'a>(&'static str, CsvwLanguage<'a>);

/// The language of texts that say none.
#[derive(Serialize)]
struct CsvwLanguage<'a> {
    #[serde(rename = "@language")]
    language: &'a str,
}

/// The description of a table's CSV.
#[derive(Serialize)]
struct CsvwTable<'a> {
    #[serde(rename = "@context")]
    context: CsvwContext<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: String,
    #[serde(rename = "dc:title", skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(rename = "dc:description", skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(rename = "dc:license", skip_serializing_if = "Option::is_none")]
    license: Option<CsvwLicense<'a>>,
    #[serde(rename = "dc:modified", skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
    #[serde(rename = "tableSchema", skip_serializing_if = "Blank::is_blank")]
    schema: CsvwSchema<'a>,
}

impl<'a> CsvwTable<'a> {
    fn of(dataset: &'a Record, table: &'a TableRecord, csv: &str, main: &'a Lang) -> Self {
        let language = CsvwLanguage {
            language: main.tag(),
        };
        CsvwTable {
            context: CsvwContext("http://www.w3.org/ns/csvw", language),
            url: encode_path(csv.rsplit('/').next().unwrap_or_default()),
            title: words_or(&table.title, &dataset.title).text(main),
            description: words_or(&table.description, &dataset.description).text(main),
            license: dataset.license_address().map(|id| CsvwLicense { id }),
            modified: dataset.modified.map(IsoDate),
            schema: CsvwSchema::of(table, main),
        }
    }
}

/// The address of a licence.
#[derive(Serialize)]
struct CsvwLicense<'a> {
    #[serde(rename = "@id")]
    id: &'a str,
}

/// Columns, and those that together tell rows apart.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CsvwSchema<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    columns: Vec<CsvwColumn<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    primary_key: Vec<String>,
}

impl<'a> CsvwSchema<'a> {
    fn of(table: &'a TableRecord, main: &Lang) -> Self {
        let columns: Vec<_> = table
            .columns
            .iter()
            .map(|c| CsvwColumn::of(c, main))
            .collect();
        let key = table.primary_key.iter().map(|name| column_name(name));
        let primary_key = key
            .filter(|name| columns.iter().any(|c| c.name == *name))
            .collect();
        CsvwSchema {
            columns,
            primary_key,
        }
    }
}

impl Blank for CsvwSchema<'_> {
    fn is_blank(&self) -> bool {
        self.columns.is_empty() && self.primary_key.is_empty()
    }
}

/// A column, by its name in a URI template.
#[derive(Serialize)]
struct CsvwColumn<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: String,
    titles: CsvwTitles<'a>,
    #[serde(rename = "dc:description", skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    datatype: CsvwDatatype,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    required: Option<bool>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    null: Option<&'a [String]>,
}

impl<'a> CsvwColumn<'a> {
    fn of(column: &'a Column, main: &Lang) -> Self {
        CsvwColumn {
            name: column_name(&column.name),
            titles: CsvwTitles(column),
            description: column.description.text(main),
            datatype: CsvwDatatype::of(column),
            required: column.constraints.required.then_some(true),
            null: nulls(column),
        }
    }
}

/// The header's text in no language, so that it matches the header whatever its language, and the titles in theirs.
struct CsvwTitles<'a>(&'a Column);

impl Serialize for CsvwTitles<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let titles = self.0.title.sorted();
        let (no_language, others): (Vec<_>, Vec<_>) = (titles.into_iter())
            .map(|(lang, text)| (lang.tag(), text))
            .partition(|(tag, _)| *tag == "und");
        let header = no_language.first().map_or(&*self.0.name, |(_, text)| *text);
        serializer.collect_map([("und", header)].into_iter().chain(others))
    }
}

/// Returns the texts that mean "no value", where they differ from the standard's default, the empty cell.
fn nulls(column: &Column) -> Option<&[String]> {
    let default = column.missing_values.len() == 1 && column.missing_values[0].is_empty();
    (!default && !column.missing_values.is_empty()).then_some(&column.missing_values[..])
}

/// A datatype, and how it is written where that is not the standard's default.
#[derive(Serialize)]
#[serde(untagged)]
enum CsvwDatatype {
    Plain(&'static str),
    /// A time by its pattern (Unicode TR 35).
    Time {
        base: &'static str,
        format: &'static str,
    },
    Number {
        base: &'static str,
        format: CsvwNumberFormat,
    },
}

impl CsvwDatatype {
    /// Returns the datatype, where the standard has one that reads what the file holds; what is written in a form of its own
    /// is text, but for numbers, whose separators can be told.
    fn of(column: &Column) -> Self {
        let name = datatype_name(column);
        match &column.published {
            // XML Schema has seconds in every time: what has none is told by its pattern.
            CellFormat::Moment(FieldType::DateTime, patterns)
                if is_to_minutes(patterns, "%Y-%m-%dT%H:%M") =>
            {
                CsvwDatatype::Time {
                    base: "dateTime",
                    format: "yyyy-MM-ddTHH:mm",
                }
            }
            CellFormat::Moment(FieldType::Time, patterns) if is_to_minutes(patterns, "%H:%M") => {
                CsvwDatatype::Time {
                    base: "time",
                    format: "HH:mm",
                }
            }
            CellFormat::Integer(form) | CellFormat::Number(form)
                if !form.is_plain() && column.kind.is_numeric() =>
            {
                CsvwDatatype::of_number(name, form)
            }
            _ => CsvwDatatype::Plain(name),
        }
    }

    /// Returns the datatype of numbers with separators of their own; text where a unit is among the digits.
    fn of_number(base: &'static str, form: &NumberFormat) -> Self {
        if !form.bare {
            return CsvwDatatype::Plain("string");
        }
        let format = CsvwNumberFormat {
            decimal_char: form.decimal.into(),
            group_char: form.group.map(|group| group.to_string()),
        };
        CsvwDatatype::Number { base, format }
    }
}

/// The separators that numbers are written with.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct CsvwNumberFormat {
    decimal_char: char,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    group_char: Option<String>,
}

fn is_to_minutes(patterns: &[Pattern], wanted: &str) -> bool {
    matches!(patterns, [only] if only.text() == wanted)
}

/// Returns a name that may be in a URI template (§5.6): every byte but ASCII letters, digits and `_` percent-encoded, and a
/// leading `_`, which the standard keeps for itself.
fn column_name(name: &str) -> String {
    let encoded = encode_where(name, |c| !(c.is_ascii_alphanumeric() || c == '_'));
    match encoded.strip_prefix('_') {
        Some(rest) => format!("%5F{rest}"),
        None => encoded,
    }
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
