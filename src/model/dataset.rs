//! A dataset as its publisher declares it. What the files really hold is found by the room `data`.

use super::chart::Declared;
use super::head::{Head, Source};
use crate::diag::Place;
use crate::source::fields::At;
use crate::source::limits::Limits;
use crate::text::date::PartialDate;
use crate::text::words::Words;
use rust_decimal::Decimal;

/// A dataset: one folder under `data/`.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// What every page has; `head.id` is the dataset's name (its folder), `head.summary` its short description and
    /// the body its long one.
    pub head: Head,
    /// Who publishes it; the portal's publisher where the dataset names none.
    pub publisher: Option<Agent>,
    /// Where questions go: an office.
    pub contact: Option<Contact>,
    /// Licences; the portal's where the dataset names none.
    pub licenses: Vec<License>,
    /// Where the data came from.
    pub origins: Vec<Source>,
    /// Keywords.
    pub keywords: Vec<Words>,
    /// Codes of the EU's table of data themes, such as `GOVE`.
    pub themes: Vec<String>,
    /// Code of the EU's table of frequencies, in lower case.
    pub frequency: Option<String>,
    /// First published.
    pub issued: Option<PartialDate>,
    /// Last changed, by the content's own word.
    pub modified: Option<PartialDate>,
    /// Version, as written.
    pub version: Option<String>,
    /// The area covered.
    pub spatial: Option<Spatial>,
    /// Addresses of the standards that it follows.
    pub conforms_to: Vec<String>,
    /// The time covered: first and last.
    pub temporal: Option<(Option<PartialDate>, Option<PartialDate>)>,
    /// Language of the data themselves.
    pub(crate) language: Option<crate::text::lang::Lang>,
    /// The series that it belongs to.
    pub series: Option<At<String>>,
    /// What the data are broken down by: `sex`, `state` …
    pub disaggregations: Vec<String>,
    /// How the data came to be.
    pub provenance: Words,
    /// What the data cannot tell.
    pub limits: Words,
    /// Completes "Each row is …".
    pub row_is: Words,
    /// Its chart, where one is declared for the whole dataset: that of its first table.
    pub(crate) chart: Option<Declared>,
    /// The tables and other files.
    pub resources: Vec<Resource>,
    /// Files that are on other servers.
    pub(crate) external: Vec<External>,
    /// The identifier by which others know it, such as a DOI or a UUID.
    pub(crate) identifier: Option<String>,
    /// Where the declaration is, or the folder when there is none.
    pub(crate) place: Place,
}

impl Dataset {
    /// A dataset of which nothing is known but its page and its place.
    pub fn new(head: Head, place: Place) -> Dataset {
        Dataset {
            head,
            publisher: None,
            contact: None,
            licenses: Vec::new(),
            origins: Vec::new(),
            keywords: Vec::new(),
            themes: Vec::new(),
            frequency: None,
            issued: None,
            modified: None,
            version: None,
            spatial: None,
            conforms_to: Vec::new(),
            temporal: None,
            language: None,
            series: None,
            disaggregations: Vec::new(),
            provenance: Words::default(),
            limits: Words::default(),
            row_is: Words::default(),
            chart: None,
            resources: Vec::new(),
            external: Vec::new(),
            identifier: None,
            place,
        }
    }
}

/// An organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agent {
    /// Its name.
    pub name: Words,
    /// Its site.
    pub url: Option<String>,
    /// A code of ADMS's publisher types, such as `RegionalAuthority`.
    pub kind: Option<String>,
}

/// An office to ask.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contact {
    /// Its name.
    pub name: Words,
    /// Its e-mail address.
    pub email: Option<String>,
    /// Its page.
    pub url: Option<String>,
}

/// A licence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct License {
    /// Its short name: an Open Definition or SPDX identifier where there is one.
    pub name: Option<String>,
    /// Its full name.
    pub title: Option<String>,
    /// Its address.
    pub path: Option<String>,
}

/// An area.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spatial {
    /// Its name.
    pub name: Words,
    /// An official code: ISO 3166 or the country's own.
    pub code: Option<String>,
    /// Its GeoNames address.
    pub geonames: Option<String>,
    /// The rectangle around it.
    pub bounds: Option<Bounds>,
}

/// A rectangle, in degrees of WGS 84.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bounds {
    /// Its west; greater than its east where it goes across the antimeridian.
    pub west: Decimal,
    /// Its south.
    pub south: Decimal,
    /// Its east.
    pub east: Decimal,
    /// Its north.
    pub north: Decimal,
}

impl Bounds {
    /// As a polygon in well-known text (OGC 06-103r4), longitude first.
    pub(crate) fn wkt(&self) -> String {
        let Bounds {
            west,
            south,
            east,
            north,
        } = self;
        format!(
            "POLYGON(({west} {south},{east} {south},{east} {north},{west} {north},{west} {south}))"
        )
    }

    /// West, south, east, north.
    pub(crate) fn sides(&self) -> [Decimal; 4] {
        [self.west, self.south, self.east, self.north]
    }
}

/// One table (or other file) of a dataset.
#[derive(Debug, Clone)]
pub struct Resource {
    /// Its name: the stem of every download.
    pub name: String,
    /// Whether the name is declared, and not its file's.
    pub is_named: bool,
    /// The file, from the portal's root, with `/`.
    pub path: String,
    /// Further files of the same table (Data Package's list of paths), in order.
    pub more: Vec<String>,
    /// Title.
    pub title: Words,
    /// Description.
    pub description: Words,
    /// What is declared of its columns.
    pub schema: Schema,
    /// What is declared of its form.
    pub dialect: Dialect,
    /// The declared character encoding.
    pub encoding: Option<String>,
    /// The declared format: `csv`, `tsv` …; else told from the file's name.
    pub format: Option<String>,
    /// Its chart, where one is declared.
    pub chart: Option<Declared>,
    /// Names and addresses that it had before.
    pub former: Vec<At<String>>,
    /// Whether the file is offered as received, and no table is looked for in it: a text to read beside the data.
    pub as_received: bool,
    /// The data, where they are in the descriptor itself: what the file at `path` holds, once it is written.
    pub inline: Option<String>,
    /// How much of it is read before it is refused.
    pub limits: Limits,
    /// Where it is declared, or the file itself.
    pub place: Place,
}

/// A file of a dataset that is on another server. It is shown, linked and catalogued, and never fetched in a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct External {
    /// Its name.
    pub(crate) name: String,
    /// Its address.
    pub(crate) url: String,
    /// Title.
    pub(crate) title: Words,
    /// Description.
    pub(crate) description: Words,
    /// Its format, such as `csv`: declared, or told from its address.
    pub(crate) format: Option<String>,
    /// Its media type, as declared.
    pub(crate) media_type: Option<String>,
    /// Its size in bytes, as declared.
    pub(crate) bytes: Option<u64>,
    /// Its SHA-256 in hexadecimal, as declared.
    pub(crate) sha256: Option<String>,
}

/// A declared Table Schema (v2). Every part may be left out, and is then inferred or absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// Columns in the file's order, or by name.
    pub fields: Vec<Field>,
    /// Names of the columns that together tell rows apart.
    pub primary_key: Vec<String>,
    /// References to other tables.
    pub foreign_keys: Vec<ForeignKey>,
    /// Cell texts that mean "no value"; by Table Schema's default, the empty cell.
    pub missing_values: Option<Vec<String>>,
}

/// A declared column.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Field {
    /// The name in the header.
    pub name: String,
    /// A type of Table Schema (`string`, `integer`, `number`, `boolean`, `date`, `datetime`, `time`, `year`,
    /// `yearmonth`, `duration`, `object`, `array`, `list`, `geopoint`, `geojson`, `any`).
    pub kind: Option<String>,
    /// Table Schema's `format`.
    pub format: Option<String>,
    /// Title for readers.
    pub title: Words,
    /// Meaning.
    pub description: Words,
    /// Unit of the values.
    pub unit: Option<String>,
    /// Constraints.
    pub constraints: Constraints,
    /// Cell texts that mean "no value" in this column.
    pub missing_values: Option<Vec<String>>,
    /// How its values are written.
    pub written: Written,
    /// Where it is declared.
    pub place: Option<Place>,
}

/// How a column's numbers and truths are written, where that is declared of the column itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// Decimal mark of the numbers.
    pub(crate) decimal_char: Option<char>,
    /// Mark between thousands.
    pub(crate) group_char: Option<char>,
    /// Whether nothing but the number is in a cell.
    pub(crate) bare_number: Option<bool>,
    /// Words that mean yes.
    pub(crate) true_values: Option<Vec<String>>,
    /// Words that mean no.
    pub(crate) false_values: Option<Vec<String>>,
}

/// Table Schema's constraints; bounds are kept as written and compared in the column's type.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Constraints {
    /// No value may be missing.
    pub required: bool,
    /// No value may occur twice.
    pub unique: bool,
    /// The only values allowed.
    pub allowed: Option<Vec<String>>,
    /// A pattern for the whole cell.
    pub pattern: Option<String>,
    /// Smallest value.
    pub minimum: Option<String>,
    /// Largest value.
    pub maximum: Option<String>,
    /// Fewest characters.
    pub min_length: Option<usize>,
    /// Most characters.
    pub max_length: Option<usize>,
}

/// A declared reference: these columns name rows of another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// Columns here.
    pub fields: Vec<String>,
    /// The dataset, where it is another one.
    pub dataset: Option<String>,
    /// The table; empty for this very one.
    pub resource: String,
    /// Columns there.
    pub reference: Vec<String>,
}

/// A declared dialect (Table Dialect v2, CSV Dialect v1). What is left out is detected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dialect {
    /// Between cells.
    pub delimiter: Option<char>,
    /// Around cells.
    pub(crate) quote_char: Option<char>,
    /// Before a quote inside a cell, where quotes are not doubled.
    pub(crate) escape_char: Option<char>,
    /// Whether there is a header.
    pub(crate) header: Option<bool>,
    /// Rows of the header, from 1.
    pub(crate) header_rows: Option<Vec<usize>>,
    /// What a comment line begins with.
    pub(crate) comment_char: Option<String>,
    /// Decimal mark of the numbers.
    pub(crate) decimal_char: Option<char>,
    /// Mark between thousands.
    pub(crate) group_char: Option<char>,
    /// Sheet of a workbook, by name or number from 1.
    pub(crate) sheet: Option<String>,
}
