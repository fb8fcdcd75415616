//! A dataset as its publisher declares it. What the files really hold is found by the room `data`.

use super::chart::{ChartDeclaration, SpannedText};
use super::head::{CitedSource, Head};
use super::stated_facts::StatedFacts;
use super::value_labels::ValueLabels;
use crate::diag::Place;
use crate::source::fields::Spanned;
use crate::source::limits::Limits;
use crate::text::date::PartialDate;
use crate::text::words::Words;
use rust_decimal::Decimal;
use tragaluz_tables::disclosure::Disclosure;
use tragaluz_tables::{Onlooker, TableFile};

pub use tragaluz_tables::schema::{Constraints, Dialect, Field, ForeignKey, Notation, Schema};

/// A dataset: one folder under `data/`.
#[derive(Debug, Clone)]
pub struct Dataset {
    /// What every page has; `head.id` is the dataset's name (its folder), `head.summary` its short description and
    /// the body its long one.
    pub head: Head,
    /// Who publishes it; the portal's publisher where the dataset names none.
    pub publisher: Option<Agent>,
    /// Where questions go: an office.
    pub contact: Option<ContactPoint>,
    /// Licences; the portal's where the dataset names none.
    pub licenses: Vec<License>,
    /// Where the data came from.
    pub origins: Vec<CitedSource>,
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
    pub series: Option<Spanned<String>>,
    /// What the data are broken down by: `sex`, `state` …
    pub disaggregations: Vec<String>,
    /// What it states of itself in words, such as how the data came to be.
    pub stated: StatedFacts,
    /// Completes "Each row is …".
    pub row_is: Words,
    /// Words for the values of its columns.
    pub labels: ValueLabels,
    /// Its chart, where one is declared for the whole dataset: that of its first table.
    pub(crate) chart: Option<ChartDeclaration>,
    /// What is declared of its tables so that nobody is recognised in them.
    pub(crate) disclosure: Option<Disclosure>,
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
            stated: StatedFacts::default(),
            row_is: Words::default(),
            labels: ValueLabels::default(),
            chart: None,
            disclosure: None,
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
pub struct ContactPoint {
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

/// The column whose every value has pages of its own rows.
#[derive(Debug, Clone, PartialEq)]
pub struct PagesBy {
    /// The column.
    pub column: SpannedText,
    /// Whether the rows of each value are a CSV of their own too.
    pub has_csv: bool,
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
    pub chart: Option<ChartDeclaration>,
    /// What is made of the rows of each value of a column.
    pub pages_by: Option<PagesBy>,
    /// Names and addresses that it had before.
    pub former: Vec<Spanned<String>>,
    /// Whether the file is offered as received, and no table is looked for in it: a text to read beside the data.
    pub as_received: bool,
    /// The data, where they are in the descriptor itself: what the file at `path` holds, once it is written.
    pub inline: Option<String>,
    /// What is declared of its table so that nobody is recognised in it; where there is none, what its dataset declares.
    pub disclosure: Option<Disclosure>,
    /// How much of it is read before it is refused.
    pub limits: Limits,
    /// Where it is declared, or the file itself.
    pub place: Place,
}

impl Resource {
    /// Returns the file that its table is read from, with what is declared of it.
    pub(crate) fn table_file(&self) -> TableFile {
        TableFile {
            name: self.name.clone(),
            path: self.path.clone(),
            more: self.more.clone(),
            schema: self.schema.clone(),
            dialect: self.dialect.clone(),
            encoding: self.encoding.clone(),
            format: self.format.clone(),
            disclosure: self.disclosure.clone(),
            limits: self.limits,
            personal: None,
            onlooker: Onlooker::default(),
            place: self.place.clone(),
        }
    }
}

impl From<TableFile> for Resource {
    fn from(file: TableFile) -> Resource {
        Resource {
            name: file.name,
            is_named: false,
            path: file.path,
            more: file.more,
            title: Words::default(),
            description: Words::default(),
            schema: file.schema,
            dialect: file.dialect,
            encoding: file.encoding,
            format: file.format,
            chart: None,
            pages_by: None,
            former: Vec::new(),
            as_received: false,
            inline: None,
            disclosure: file.disclosure,
            limits: file.limits,
            place: file.place,
        }
    }
}

/// A file of a dataset that is on another server. It is shown, linked and catalogued, and never fetched in a build.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct External {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) title: Words,
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
