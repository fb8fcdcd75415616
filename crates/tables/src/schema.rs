//! What can be declared of a table: Table Schema (v2), Table Dialect (v2), CSV Dialect (v1), and the file itself.

use crate::disclosure::Disclosure;
use crate::limits::Limits;
use crate::litter;
use crate::observed_rows::Onlooker;
use crate::place::Place;
use crate::privacy::DeclaredContacts;
use std::collections::BTreeMap;
use tragaluz_text::slug::slug;
use tragaluz_text::words::Words;

/// A file that a table is read from, and what is declared of it.
#[derive(Debug, Clone)]
pub struct TableFile {
    /// Name of the resource that the table is.
    pub name: String,
    /// The file, from the root that paths begin at, with `/`; a member of a ZIP as if the ZIP were a folder.
    pub path: String,
    /// Further files of the same table (Data Package's list of paths), in order.
    pub more: Vec<String>,
    /// What is declared of its columns.
    pub schema: Schema,
    /// What is declared of its form.
    pub dialect: Dialect,
    /// The declared character encoding, as its author wrote it.
    pub encoding: Option<String>,
    /// The declared format: `csv`, `tsv` …; else told from the file's name.
    pub format: Option<String>,
    /// What is declared so that nobody is recognised in it.
    pub disclosure: Option<Disclosure>,
    /// How much of it is read before it is refused.
    pub limits: Limits,
    /// Whether personal data are looked for in it, and the offices' contacts that are none.
    pub personal: Option<DeclaredContacts>,
    /// Who is told how its reading goes on.
    pub onlooker: Onlooker,
    /// Where it is declared, or the file itself.
    pub place: Place,
}

impl TableFile {
    /// A file of which nothing is declared; its table has the name of the file.
    ///
    /// ```
    /// use tragaluz_tables::TableFile;
    /// assert_eq!(TableFile::new("data/10.January 2019.csv").name, "10-january-2019");
    /// ```
    pub fn new(path: &str) -> TableFile {
        let name = path.rsplit('/').next().unwrap_or(path);
        TableFile {
            name: slug(litter::stem(name)),
            path: path.to_owned(),
            more: Vec::new(),
            schema: Schema::default(),
            dialect: Dialect::default(),
            encoding: None,
            format: None,
            disclosure: None,
            limits: Limits::default(),
            personal: None,
            onlooker: Onlooker::default(),
            place: Place::file(path),
        }
    }
}

/// A declared Table Schema (v2). Every part may be left out, and is then inferred or absent.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Schema {
    /// Columns in the file's order, or by name.
    pub fields: Vec<Field>,
    /// Names of the columns that together tell rows apart.
    pub primary_key: Vec<String>,
    /// Columns whose values must be in another table.
    pub foreign_keys: Vec<ForeignKey>,
    /// Cell texts that mean "no value"; by Table Schema's default, the empty cell.
    pub missing_values: Option<Vec<String>>,
}

/// A declared column, a `field` of Table Schema.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Field {
    /// The name in the header.
    pub name: String,
    /// A type of Table Schema (`string`, `integer`, `number`, `boolean`, `date`, `datetime`, `time`, `year`,
    /// `yearmonth`, `duration`, `object`, `array`, `list`, `geopoint`, `geojson`, `any`).
    pub kind: Option<String>,
    /// Table Schema's `format`: a pattern of `strptime`, `any`, or a word.
    pub format: Option<String>,
    /// Title for readers, in each language that there is.
    pub title: Words,
    /// What its values mean, in each language that there is.
    pub description: Words,
    /// What its values are called, by value (`categories`).
    pub labels: BTreeMap<String, Words>,
    /// Unit in which the values are measured.
    pub unit: Option<String>,
    /// What every value must satisfy.
    pub constraints: Constraints,
    /// Cell texts that mean "no value" in this column.
    pub missing_values: Option<Vec<String>>,
    /// How its values are written.
    pub written: Notation,
    /// Where in the descriptor it is declared.
    pub place: Option<Place>,
}

/// How a column's numbers and truths are written, where that is declared of the column itself.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notation {
    /// Decimal mark of the numbers.
    pub decimal_char: Option<char>,
    /// Mark between thousands.
    pub group_char: Option<char>,
    /// Whether nothing but the number is in a cell.
    pub bare_number: Option<bool>,
    /// Words that mean yes.
    pub true_values: Option<Vec<String>>,
    /// Words that mean no.
    pub false_values: Option<Vec<String>>,
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
    /// The least value allowed, as a cell would have it.
    pub minimum: Option<String>,
    /// The greatest value allowed, as a cell would have it.
    pub maximum: Option<String>,
    /// The fewest characters that a value may have.
    pub min_length: Option<usize>,
    /// The most characters that a value may have.
    pub max_length: Option<usize>,
}

/// A declared reference: these columns name rows of another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// Columns of this table, in the key's order.
    pub fields: Vec<String>,
    /// The dataset, where it is another one.
    pub dataset: Option<String>,
    /// The table; empty for this very one.
    pub resource: String,
    /// Columns of the other table, in the same order.
    pub reference: Vec<String>,
}

/// A declared dialect (Table Dialect v2, CSV Dialect v1). What is left out is detected.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Dialect {
    /// Character between the cells of a row.
    pub delimiter: Option<char>,
    /// Character around cells that hold a delimiter.
    pub quote_char: Option<char>,
    /// Before a quote inside a cell, where quotes are not doubled.
    pub escape_char: Option<char>,
    /// Whether there is a header.
    pub header: Option<bool>,
    /// Rows of the header, from 1.
    pub header_rows: Option<Vec<usize>>,
    /// What a comment line begins with.
    pub comment_char: Option<String>,
    /// Decimal mark of the numbers.
    pub decimal_char: Option<char>,
    /// Mark between thousands.
    pub group_char: Option<char>,
    /// Sheet of a workbook, by name or number from 1.
    pub sheet: Option<String>,
}
