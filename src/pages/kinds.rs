//! Kinds of page: one file a kind, one list.

use super::context::Body;
use super::{Draft, PagePlan, Plan, SiteFacts};
use super::{
    a_to_z, action_plan, commitment, commitment_facet, dataset, dataset_facet, developers,
    dictionary, home, initiative, left_out, lists, not_found, offline, ordinary, quality, report,
    rows, search, series, statuses, terms, verdict_facet,
};
use crate::data::Tables;
use crate::model::Portal;
use crate::record::Record;
use crate::text::lang::Lang;

/// A kind of page.
pub(crate) trait Kind: Sync {
    /// Its name.
    fn id(&self) -> &'static str;
    /// The pages that it makes of a portal and its tables.
    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft>;
    /// Those of one of its things, by the place that drafts give it.
    fn pages_of(&self, item: usize, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        self.pages(portal, tables)
            .into_iter()
            .filter(|draft| draft.item == item)
            .collect()
    }
    /// Pages that are about all other pages, which have their places by then.
    fn pages_about(&self, _plan: &Plan) -> Vec<Draft> {
        Vec::new()
    }
    /// What one of them shows.
    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body;
    /// The languages that its pages are in.
    fn languages<'p>(&self, portal: &'p Portal) -> &'p [Lang] {
        &portal.settings.languages
    }
    /// The table whose rows the page shows, by its place among all tables: these pages are made while it is streamed.
    fn rows_of(&self, _page: &PagePlan) -> Option<usize> {
        None
    }
    /// Whether its pages state what was made of all the others, and so are made last.
    fn last(&self) -> bool {
        false
    }
    /// The same facts for programs, where the kind has such a file.
    fn data_edition(&self, _page: &PagePlan) -> Option<String> {
        None
    }
    /// Where editions of what it shows are listed that need no connection.
    fn editions(&self, _page: &PagePlan, _site: &SiteFacts<'_>) -> Option<String> {
        None
    }
    /// Whether each of its pages is made as a PDF, where such are made.
    fn is_printed(&self) -> bool {
        false
    }
    /// Whether a notice for a wall is made of each of its pages, where such are made.
    fn has_notice(&self) -> bool {
        false
    }
    /// The address of the feed of its changes, without a language, where it has one of its own.
    fn feed(&self, _page: &PagePlan) -> Option<String> {
        None
    }
    /// What the A–Z index and the search call a page: the name of a message of the theme. None keeps it out of both.
    fn called(&self, _draft: &Draft) -> Option<&'static str> {
        None
    }
    /// What a search finds the page by, besides its title and summary.
    fn findable(&self, _page: &PagePlan, _site: &SiteFacts<'_>) -> Findable {
        Findable::default()
    }
    /// What the page describes that search engines have a vocabulary for, where it describes such a thing.
    fn describes<'v>(&self, _page: &PagePlan, _site: &SiteFacts<'v>) -> Option<Described<'v>> {
        None
    }
}

/// What a search finds a page by, as plain text or Markdown.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Findable {
    /// Names: its identifier, keywords, columns, and those of other things that it names.
    pub names: Vec<String>,
    /// Its text.
    pub texts: Vec<String>,
}

/// The address of the search page.
pub(crate) const SEARCH: &str = "search.html";

/// The folder of the search's index, in each language's own folder.
pub(crate) const SEARCH_FOLDER: &str = "search";

/// What a page describes to search engines.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Described<'v> {
    /// The portal as a catalogue of datasets.
    Catalog,
    /// A dataset.
    Dataset(&'v Record),
}

/// Every kind.
pub(crate) static ALL: &[&dyn Kind] = &[
    &home::Home,
    &commitment::Commitments,
    &report::Reports,
    &action_plan::ActionPlans,
    &initiative::Initiatives,
    &dataset::Datasets,
    &dictionary::Dictionaries,
    &series::SeriesPages,
    &rows::RowPages,
    &lists::CommitmentList,
    &lists::ReportList,
    &lists::ActionPlanList,
    &lists::InitiativeList,
    &lists::PracticeList,
    &lists::DatasetList,
    &terms::TermPages,
    &terms::TermIndexes,
    &statuses::StatusPages,
    &statuses::StatusIndex,
    &ordinary::Pages,
    &left_out::LeftOutPages,
    &quality::QualityPages,
    &developers::DevelopersPage,
    &offline::OfflinePages,
    &commitment_facet::PairPages,
    &dataset_facet::CutPages,
    &verdict_facet::VerdictPages,
    &a_to_z::AToZ,
    &search::SearchPage,
    &not_found::NotFound,
];
