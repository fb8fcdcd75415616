//! What the templates of this kind read.

use crate::pages::context::{
    ChangeEntry, Download, Feedback, Group, Prose, Section, Strip, body_facts,
};
use crate::pages::terms::context::TermListEntry;
use serde::Serialize;

/// The first page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct HomeContext {
    /// What this is: the first words.
    pub intro: Option<Prose>,
    /// Whether the page's own text was left out because of an error in it.
    pub left_out: bool,
    /// Commitments by status.
    pub strip: Strip,
    /// Milestones by status.
    pub milestones: Strip,
    /// Overdue commitments and milestones, the longest overdue first.
    pub overdue: Group,
    /// What has ended without a report.
    pub unreported: Group,
    /// Latest changes, newest first.
    pub changes: Vec<ChangeEntry>,
    /// Ways in: lists and how many each holds.
    pub browse: Vec<TermListEntry>,
    /// Datasets.
    pub datasets: Group,
    /// Ways to take part.
    pub feedback: Option<Feedback>,
    /// The registers: commitments, milestones, reports, institutions as open data.
    pub downloads: Vec<Download>,
    /// More of the home page's own text.
    pub sections: Vec<Section>,
}

body_facts!(HomeContext, "home");
