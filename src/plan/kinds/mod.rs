//! Kinds of page: one file a kind, one list.

mod action_plan;
mod commitment;
mod dataset;
mod home;
mod initiative;
mod lists;
mod not_found;
mod page;
mod report;
mod statuses;
mod terms;

use super::context::Body;
use super::{Draft, PagePlan, View};
use crate::data::Tables;
use crate::model::Portal;
use crate::model::dataset::Dataset;
use crate::text::lang::Lang;

/// A kind of page.
pub trait Kind: Sync {
    /// Its name.
    fn id(&self) -> &'static str;
    /// The pages that it makes of a portal and its tables.
    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft>;
    /// What one of them shows.
    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body;
    /// The languages that its pages stand in.
    fn languages<'p>(&self, portal: &'p Portal) -> &'p [Lang] {
        &portal.settings.languages
    }
    /// The same facts for programs, where the kind has such a file.
    fn data_edition(&self, _page: &PagePlan) -> Option<String> {
        None
    }
    /// The dataset that the page describes, where it describes one.
    fn dataset<'v>(&self, _page: &PagePlan, _view: &View<'v>) -> Option<&'v Dataset> {
        None
    }
}

/// Every kind.
pub static ALL: &[&dyn Kind] = &[
    &home::Home,
    &commitment::Commitments,
    &report::Reports,
    &action_plan::ActionPlans,
    &initiative::Initiatives,
    &dataset::Datasets,
    &dataset::Dictionaries,
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
    &page::Pages,
    &not_found::NotFound,
];
