//! Pages about the data for those who use and those who publish them.

use super::listing::Pager;
use super::parts::{Link, Phrase};
use crate::pages::context::body_facts;
use serde::Serialize;

/// What the portal offers to programs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Developers {
    /// The portal's full address, which the files' paths follow; null where it does not say where it stands.
    pub base: Option<String>,
    /// Files by what they are for.
    pub groups: Vec<Endpoints>,
    /// Programs that can be copied and run.
    pub examples: Vec<Example>,
}

body_facts!(Developers, "developers");

/// Files of one purpose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Endpoints {
    /// The anchor.
    pub id: String,
    /// What they are.
    pub heading: Phrase,
    /// What they are for.
    pub about: Phrase,
    /// The files.
    pub files: Vec<Endpoint>,
}

/// A file for programs, or files of one form.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Endpoint {
    /// Its path from the site's root; what differs from file to file is in capitals.
    pub path: String,
    /// The file, or one of its form; null where there is none yet.
    pub href: Option<String>,
    /// What it holds.
    pub about: Phrase,
    /// Its media type.
    pub media_type: String,
    /// The JSON Schema that documents it.
    pub schema: Option<String>,
}

/// A program.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Example {
    /// What it does.
    pub title: Phrase,
    /// What it is written in, such as `python`.
    pub language: String,
    /// Its text.
    pub code: String,
}

/// How complete the facts about each dataset are. A fact that is not specified never counts as present.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Completeness {
    /// How many datasets there are.
    pub total: u64,
    /// How many of them lack nothing.
    pub complete: u64,
    /// Each fact and how many datasets have it; on the first page only.
    pub facts: Vec<FactCount>,
    /// The page that explains the facts, with `#` and without a fact's name; empty on that page, besides the `#`.
    pub legend: String,
    /// Number of the first dataset on this page, from 1.
    pub first: u64,
    /// Number of the last dataset on this page.
    pub last: u64,
    /// Pages and datasets that were left out because of errors in them, as far as they are on this page of the list.
    pub left_out: Vec<Link>,
    /// The datasets.
    pub datasets: Vec<DatasetFacts>,
    /// Other pages of the list.
    pub pager: Option<Pager>,
}

body_facts!(Completeness, "completeness");

/// A fact that catalogs want. Messages: `fact-ID` its name, `fact-ID-cost` what its lack costs, `fact-ID-add` how to
/// give it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FactCount {
    /// Its name in `dataset.md`; or `file`, `format`, `licence-table`, `licence-title`, which are no facts of their own.
    pub id: String,
    /// Whether harvesters refuse a dataset without it.
    pub mandatory: bool,
    /// How many datasets have it.
    pub present: u64,
}

/// A dataset, and what it lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct DatasetFacts {
    /// Its title.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// How many facts it has.
    pub passed: u64,
    /// How many there are.
    pub total: u64,
    /// What it lacks: facts, and what else costs points.
    pub missing: Vec<Lacking>,
    /// Its points by the metadata quality assessment of data.europa.eu; null where that sees no such dataset.
    pub points: Option<u64>,
    /// The points of a dataset that lacks nothing.
    pub most_points: u64,
}

/// Something that a dataset lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Lacking {
    /// Its name, as that of a [`FactCount`].
    pub id: String,
    /// The points that its lack costs; null where it costs none.
    pub points: Option<u64>,
}
