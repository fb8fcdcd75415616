//! What a template can read: explicit structs, one for each kind of page, serialised to one JSON value.
//!
//! Rules that hold everywhere:
//! - whatever can be missing is null, and every field is always there, so that a template never asks for
//!   something undefined;
//! - links are ready made, relative to the page, and end in a file's name (only the page "not found" has absolute ones);
//! - dates are ISO text as precise as the source (`2022`, `2022-02`, `2022-02-28`); helpers write them in words;
//! - counts are numbers; numbers of the data are text, digit by digit as in the source;
//! - codes (`in-progress`, `lead`, `substantial`) are turned into words by the theme's messages, never here;
//! - words carry their language wherever it differs from the page's ([`Phrase`], [`Prose`]).

mod data;
mod finding;
mod frame;
mod listing;
mod parts;
mod programs;
mod text;

pub use super::commitment::context::{Commitment, Inception, Institution, Milestone, ValueReason};
pub use super::offline::context::{Offline, OfflineBook, OfflineFile};
pub use super::report::context::{Evaluation, Opened, Question, Report};
pub use crate::charts::{Chart, ChartCondition, ChartOthers, ChartSeries, ChartTile};
pub use data::{
    Change, Check, Column, ColumnRule, Contact, Cover, Dataset, Dictionary, Download, ExternalFile,
    Frequent, FurtherFact, InSeries, Preview, PreviewColumn, Quality, Resource, Rows, Service,
};
pub use finding::{AToZ, IndexGroup, IndexLetter, IndexLine, Search};
pub use frame::{
    Alternate, Card, Channel, Feedback, Hint, Language, Licence, NavItem, OwnFact, Page, Publisher,
    Site, Worker,
};
pub use listing::{
    ActionPlan, Entry, Facet, FacetValue, Group, Home, Listing, Pager, PagerLink, Series, Spark,
    Term, TermEntry, Terms,
};
pub use parts::{Citation, Evidence, Link, Phrase, Prose, Section, Source, Strip, StripPart};
pub use programs::{
    Completeness, DatasetFacts, Developers, Endpoint, Endpoints, Example, FactCount, Lacking,
};
pub use text::{Initiative, LeftOut, NotFound, OrdinaryPage, StatusEntry, Statuses};

use serde::Serialize;

/// Everything that a template can read.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageContext {
    /// The page itself: title, language, addresses.
    pub page: Page,
    /// What every page of the site has around it.
    pub site: Site,
    /// What the page shows; its fields depend on the kind of page.
    pub body: Body,
}

impl PageContext {
    /// The template that makes this page.
    pub fn template(&self) -> &'static str {
        self.body.template()
    }

    /// The value that both template engines read.
    ///
    /// # Errors
    /// None in practice: every part is text, a number, a list or a map with text keys.
    pub fn to_json(&self) -> Result<serde_json::Value, serde_json::Error> {
        serde_json::to_value(self)
    }
}

/// What a page shows. In a template `body` has the fields of the kind at hand, with no level between.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Body {
    /// The first page.
    Home(Box<Home>),
    /// A list of commitments, initiatives, datasets, reports or pages.
    Listing(Box<Listing>),
    /// An institution, policy area, sector, value or locality, and what belongs to it.
    Term(Box<Term>),
    /// All terms of one kind.
    Terms(Box<Terms>),
    /// The statuses, what each means and how many commitments have it.
    Statuses(Box<Statuses>),
    /// A commitment.
    Commitment(Box<Commitment>),
    /// An end-of-commitment report.
    Report(Box<Report>),
    /// An action plan.
    ActionPlan(Box<ActionPlan>),
    /// An initiative or a good practice.
    Initiative(Box<Initiative>),
    /// A dataset.
    Dataset(Box<Dataset>),
    /// A page of a table's rows.
    Rows(Box<Rows>),
    /// The dictionary of a wide table.
    Dictionary(Box<Dictionary>),
    /// A series of datasets.
    Series(Box<Series>),
    /// How complete the facts about the datasets are.
    Completeness(Box<Completeness>),
    /// What programs can read.
    Developers(Box<Developers>),
    /// The editions that need no connection.
    Offline(Box<Offline>),
    /// An ordinary page.
    Page(Box<OrdinaryPage>),
    /// A page of the A–Z index.
    AToZ(Box<AToZ>),
    /// The search page.
    Search(Box<Search>),
    /// What stands in for a page or dataset that was left out.
    LeftOut(Box<LeftOut>),
    /// What a host shows for an address that does not exist.
    NotFound(Box<NotFound>),
}

impl Body {
    /// Every kind and its template, in the order of the documentation.
    pub const KINDS: [(&'static str, &'static str); 21] = [
        ("home", "home.html"),
        ("listing", "listing.html"),
        ("term", "term.html"),
        ("terms", "terms.html"),
        ("statuses", "statuses.html"),
        ("commitment", "commitment.html"),
        ("report", "report.html"),
        ("action-plan", "action-plan.html"),
        ("initiative", "initiative.html"),
        ("dataset", "dataset.html"),
        ("rows", "rows.html"),
        ("dictionary", "dictionary.html"),
        ("series", "series.html"),
        ("completeness", "completeness.html"),
        ("developers", "developers.html"),
        ("offline", "offline.html"),
        ("page", "page.html"),
        ("a-z", "a-z.html"),
        ("search", "search.html"),
        ("left-out", "left-out.html"),
        ("not-found", "not-found.html"),
    ];

    /// The kind's name, as `page.kind` and budgets call it.
    pub fn kind(&self) -> &'static str {
        Self::KINDS[self.index()].0
    }

    /// The template that makes this kind of page.
    pub fn template(&self) -> &'static str {
        Self::KINDS[self.index()].1
    }

    fn index(&self) -> usize {
        match self {
            Body::Home(_) => 0,
            Body::Listing(_) => 1,
            Body::Term(_) => 2,
            Body::Terms(_) => 3,
            Body::Statuses(_) => 4,
            Body::Commitment(_) => 5,
            Body::Report(_) => 6,
            Body::ActionPlan(_) => 7,
            Body::Initiative(_) => 8,
            Body::Dataset(_) => 9,
            Body::Rows(_) => 10,
            Body::Dictionary(_) => 11,
            Body::Series(_) => 12,
            Body::Completeness(_) => 13,
            Body::Developers(_) => 14,
            Body::Offline(_) => 15,
            Body::Page(_) => 16,
            Body::AToZ(_) => 17,
            Body::Search(_) => 18,
            Body::LeftOut(_) => 19,
            Body::NotFound(_) => 20,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_has_its_own_template() {
        assert_eq!(Body::Home(Box::default()).template(), "home.html");
        assert_eq!(Body::NotFound(Box::default()).kind(), "not-found");
        let mut templates: Vec<_> = Body::KINDS.iter().map(|(_, template)| template).collect();
        templates.sort_unstable();
        templates.dedup();
        assert_eq!(templates.len(), Body::KINDS.len());
    }
}
