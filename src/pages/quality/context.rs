//! What the templates of this kind read.

use crate::pages::context::{Link, Pager, Phrase, body_facts};
use serde::Serialize;

/// How complete the facts about each dataset are. A fact that is not specified never counts as present.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct CompletenessContext {
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
    /// How many of them lack a fact that readers miss.
    pub lacking: u64,
    /// Those of them that give every fact.
    pub whole: Vec<Link>,
    /// Other pages of the list.
    pub pager: Option<Pager>,
}

body_facts!(CompletenessContext, "completeness");

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
    /// What readers miss: the facts that it does not give.
    pub unsaid: Vec<LackingFact>,
    /// What it lacks: facts, and what else costs points.
    pub missing: Vec<LackingFact>,
    /// Its points by the metadata quality assessment of data.europa.eu; null where that sees no such dataset.
    pub points: Option<u64>,
    /// The points of a dataset that lacks nothing.
    pub most_points: u64,
}

/// Something that a dataset lacks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct LackingFact {
    /// Its name, as that of a [`FactCount`].
    pub id: String,
    /// The points that its lack costs; null where it costs none.
    pub points: Option<u64>,
}
