//! What is known of a table once it has been read.

use super::cell_formats::{CellFormat, Value};
use super::disclosure::Protection;
use super::field_type::FieldType;
use super::home::{Home, Origin};
use super::missing_values::is_one_of;
use super::outline::RowOutline;
use super::privacy::FieldHint;
use super::read_plan::{DataRows, ReadPlan};
use super::received_file::ReceivedFile;
use super::unreadable::Unreadable;
use crate::schema::{Constraints, ForeignKey};
use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use tragaluz_text::lang::Lang;
use tragaluz_text::region::in_region;
use tragaluz_text::words::Words;

/// Every table of the portal, in the order of datasets and resources, and the files that are not tables.
#[derive(Debug, Default)]
pub struct Tables {
    /// Tables of every dataset that was read.
    pub tables: Vec<Table>,
    /// Files that are offered as received and nothing else (a PDF, an image).
    pub others: Vec<OtherFile>,
    places: DatasetIndex,
}

/// Where the things of each dataset are in a list of them, found once: a portal of many datasets would else take time
/// with the square of their number.
#[derive(Debug, Clone, Default)]
pub struct DatasetIndex(OnceLock<BTreeMap<String, Vec<usize>>>);

impl DatasetIndex {
    /// The places of a dataset's things in this list.
    pub fn of<'p, T>(
        &'p self,
        list: &[T],
        dataset: &str,
        name: impl Fn(&T) -> &str,
    ) -> &'p [usize] {
        let all = self.0.get_or_init(|| {
            let mut all: BTreeMap<String, Vec<usize>> = BTreeMap::new();
            for (at, one) in list.iter().enumerate() {
                match all.get_mut(name(one)) {
                    Some(places) => places.push(at),
                    None => drop(all.insert(name(one).to_owned(), vec![at])),
                }
            }
            all
        });
        all.get(dataset).map_or(&[], Vec::as_slice)
    }
}

impl Tables {
    /// Makes the index of these tables and other files.
    pub fn new(tables: Vec<Table>, others: Vec<OtherFile>) -> Tables {
        Tables {
            tables,
            others,
            places: DatasetIndex::default(),
        }
    }

    /// Adds those of other datasets.
    pub fn add(&mut self, more: Tables) {
        self.tables.extend(more.tables);
        self.others.extend(more.others);
        self.places = DatasetIndex::default();
    }

    /// Tells each table what its dataset is: title, licence, publisher, sources, address, dates.
    pub fn tell(&mut self, about: &BTreeMap<String, Vec<(&'static str, String)>>) {
        for table in &mut self.tables {
            table.about = about
                .get(&table.dataset)
                .map_or_else(|| Arc::from([]), |said| said.as_slice().into());
        }
    }

    /// Says in which region their languages are written, where their tags do not.
    pub fn settle_in(&mut self, region: Option<&str>) {
        for table in &mut self.tables {
            table.language = table
                .language
                .as_ref()
                .map(|language| in_region(language, region));
        }
    }

    /// The tables of a dataset.
    pub fn of(&self, dataset: &str) -> impl Iterator<Item = &Table> + use<'_> {
        self.places
            .of(&self.tables, dataset, |table| &table.dataset)
            .iter()
            .map(|at| &self.tables[*at])
    }
}

/// A file that is not a table.
#[derive(Debug, Clone)]
pub struct OtherFile {
    /// Folder that its file is read from, and who wrote it.
    pub home: Home,
    /// Identifier of the dataset that it belongs to.
    pub dataset: String,
    /// Name of its resource, which is its own in the dataset.
    pub resource: String,
    /// The file as its publisher gave it.
    pub received: ReceivedFile,
}

/// One table: its columns and what was counted over all rows.
#[derive(Debug, Clone)]
pub struct Table {
    /// Folder that its file is read from, and who wrote it.
    pub home: Home,
    /// Identifier of the dataset that it belongs to.
    pub dataset: String,
    /// Name of its resource, which is its own in the dataset.
    pub resource: String,
    /// The file that it was read from.
    pub received: ReceivedFile,
    /// The further files, where it is in several.
    pub further: Vec<ReceivedFile>,
    /// Its columns, in the order of the published files.
    pub columns: Vec<Column>,
    /// Names of the columns that together tell rows apart.
    pub primary_key: Vec<String>,
    /// Columns whose values must be in another table.
    pub foreign_keys: Vec<ForeignKey>,
    /// Number of its rows of data.
    pub rows: u64,
    /// The first rows, for the page: at most [`Table::PREVIEW_ROWS`]; a missing cell is none.
    pub preview: Vec<Vec<Option<String>>>,
    /// The language of the data, with its region, which decide how a spreadsheet program expects numbers.
    pub language: Option<Lang>,
    /// How its rows are read from the file.
    pub reading: ReadPlan,
    /// What the file says above and below the table.
    pub notes: Vec<FileNote>,
    /// What was done so that nobody is recognised in it, where something is declared.
    pub protection: Option<Protection>,
    /// What is where among its rows, once that was looked for.
    pub outline: RowOutline,
    /// What its dataset is (see [`Tables::tell`]), which travels with its files.
    pub about: Arc<[(&'static str, String)]>,
}

impl Table {
    /// Rows kept for the preview.
    pub const PREVIEW_ROWS: usize = 20;

    /// Opens the table's rows, in the file's order.
    ///
    /// # Errors
    /// When the file can no longer be read.
    pub fn records(&self) -> Result<DataRows<'_>, Unreadable> {
        DataRows::open(&self.reading, &self.home.folder)
    }

    /// Whether the file that it was read from is not offered, because it holds counts that are not shown.
    pub fn is_withheld(&self) -> bool {
        self.protection.as_ref().is_some_and(|done| done.hidden > 0)
    }

    /// Whether it is a register: made of what the portal's pages say, and not written by the publisher.
    pub fn is_register(&self) -> bool {
        self.home.origin == Origin::Pages
    }
}

/// A title, a source, a total or another row that a file has above or below its table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileNote {
    /// Its line, with the file's name where the table is in several.
    pub line: String,
    /// Whether it is above the table; else below.
    pub is_above: bool,
    /// Its words, from the first cell to the last.
    pub text: String,
}

/// A column of a table that was read.
#[derive(Debug, Clone)]
pub struct Column {
    /// Its name in every download: unique and not empty.
    pub name: String,
    /// Its name in the received file, where that differs.
    pub received_name: Option<String>,
    /// The type that was declared or inferred.
    pub kind: FieldType,
    /// Whether the type was declared; else it was inferred.
    pub declared: bool,
    /// Table Schema's `format`, where it is not the default.
    pub format: Option<String>,
    /// Title for readers, in each language that there is.
    pub title: Words,
    /// What its values mean, in each language that there is.
    pub description: Words,
    /// What its values are called, by cell, where a list of codes says it.
    pub labels: Arc<BTreeMap<String, Words>>,
    /// Unit in which the values are measured.
    pub unit: Option<String>,
    /// What every value must satisfy.
    pub constraints: Constraints,
    /// Cell texts that mean "no value".
    pub missing_values: Vec<String>,
    /// What was counted over all rows.
    pub profile: Profile,
    /// How its cells are written in the received file.
    pub form: CellFormat,
    /// How they are written in the published CSV.
    pub published: CellFormat,
    /// Whether any cell is written otherwise there.
    pub is_rewritten: bool,
    /// Whether it has numbers of which a double loses digits, so that all of them are texts where types matter.
    pub exceeds_doubles: bool,
}

impl Column {
    /// Makes the published CSV have the cells of this column as they were received.
    pub fn keep_as_received(&mut self) {
        self.published = self.form.clone();
        self.is_rewritten = false;
    }

    /// Returns a cell as the published CSV has it; `scratch` holds what has to be rewritten.
    #[inline]
    pub(crate) fn publish<'a>(&self, cell: &'a str, scratch: &'a mut String) -> &'a str {
        let is_rewritten = self.is_rewritten
            && !self.is_missing(cell)
            && self
                .form
                .publish(cell, &self.published, &self.missing_values, scratch);
        if is_rewritten { scratch } else { cell }
    }

    /// Whether a cell's text means "no value".
    #[inline]
    pub fn is_missing(&self, cell: &str) -> bool {
        is_one_of(&self.missing_values, cell)
    }

    /// Returns its different values where they are categories, such as states or airlines: none where they are codes,
    /// addresses, free text or personal data, or too many.
    pub fn categories(&self) -> impl Iterator<Item = &str> {
        let values = &self.profile.values;
        let hint = FieldHint::of(&self.name);
        let is_telling = !hint.is_code && hint.announces.is_none();
        let of_words = values.iter().filter(|value| is_of_words(value)).count();
        let are_categories =
            is_telling && self.profile.longest <= LONGEST_CATEGORY && of_words * 2 > values.len();
        let kept = if are_categories {
            values.as_slice()
        } else {
            &[]
        };
        kept.iter()
            .map(String::as_str)
            .filter(|value| is_of_words(value))
    }

    /// A cell's value for typed formats; `scratch` holds what has to be rewritten.
    #[inline]
    pub fn value<'a>(&self, cell: Option<&'a str>, scratch: &'a mut String) -> Value<'a> {
        match cell {
            Some(cell) if self.exceeds_doubles && !self.is_missing(cell) => Value::Text(cell),
            Some(cell) if !self.is_missing(cell) => self.form.value(cell, scratch),
            _ => Value::Missing,
        }
    }
}

/// Characters of a category's name, at most: what is longer is free text.
const LONGEST_CATEGORY: usize = 80;

/// Whether a value is of words, and no code, number, address or sign that something is not shown (`[c]`).
fn is_of_words(value: &str) -> bool {
    if value.starts_with('[') && value.ends_with(']') {
        return false;
    }
    let letters = value.chars().filter(|c| c.is_alphabetic()).count();
    let digits = value.chars().filter(char::is_ascii_digit).count();
    letters > 2 * digits && !value.contains("://") && !value.contains('@')
}

/// What was counted of a column over all rows.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Profile {
    /// Number of cells that have no value.
    pub missing: u64,
    /// Different values, and whether that count is exact.
    pub distinct: Option<(u64, bool)>,
    /// The least value, as the file has it.
    pub min: Option<String>,
    /// The greatest value, as the file has it.
    pub max: Option<String>,
    /// Sum of a numeric column, in decimal arithmetic.
    pub(crate) sum: Option<String>,
    /// Mean of a numeric column.
    pub(crate) mean: Option<String>,
    /// Most frequent values and how often each occurs, most frequent first.
    pub frequent: Vec<(String, u64)>,
    /// Every different value of a column of text that has at most 200 of them, in order; none where any of its cells
    /// holds personal data.
    pub values: Vec<String>,
    /// Characters of the longest value.
    pub longest: usize,
    /// Lower quartile, median and upper quartile of a numeric column, and whether they are exact; else they are
    /// within one per cent.
    pub(crate) quartiles: Option<([String; 3], bool)>,
    /// Bars of equal width from the smallest to the largest number: from, to, how many.
    pub(crate) histogram: Vec<ProfileBar>,
}

impl Profile {
    /// Takes out every value, for a column whose values are nobody's business; counts stay.
    pub fn withhold(&mut self) {
        *self = Profile {
            missing: self.missing,
            distinct: self.distinct,
            longest: self.longest,
            ..Profile::default()
        };
    }
}

/// A bar of a column's histogram.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ProfileBar {
    /// Its bounds, as texts.
    pub(crate) from: String,
    pub(crate) to: String,
    /// How many values are within them.
    pub(crate) count: u64,
}
