//! What the templates of this kind read.

use crate::pages::context::{
    Feedback, Group, Headline, Link, Phrase, Prose, Section, Strip, body_facts,
};
use crate::pages::lists::context::Facet;
use crate::pages::terms::context::TermListEntry;
use serde::Serialize;

/// The first page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct HomeContext {
    /// What this is: the first words, three lines of a telephone as a rule.
    pub intro: Option<Prose>,
    /// Whether the page's own text was left out because of an error in it.
    pub left_out: bool,
    /// The search page, to which the words go as `?q=`; null where the portal has none.
    pub search: Option<String>,
    /// Ways in by place and topic, the largest values of each.
    pub ways: Vec<Facet>,
    /// Commitments by status.
    pub strip: Strip,
    /// Milestones by status; empty where all have the same.
    pub milestones: Strip,
    /// Overdue commitments and milestones, the longest overdue first.
    pub overdue: Group,
    /// What has ended without a report.
    pub unreported: Group,
    /// Latest changes, newest first.
    pub changes: Vec<NewsEntry>,
    /// All lists, and how many things each holds.
    pub browse: Vec<TermListEntry>,
    /// Datasets of the publisher's, those with a figure first.
    pub datasets: Vec<HomeDataset>,
    /// The list of all, where there are more.
    pub more_datasets: Option<Link>,
    /// Ways to take part.
    pub feedback: Option<Feedback>,
    /// The registers: what the portal's own pages say, as open data. They are not the publisher's data.
    pub registers: Vec<Link>,
    /// The home page's own text.
    pub sections: Vec<Section>,
}

body_facts!(HomeContext, "home");

/// A dataset, and what it says first.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct HomeDataset {
    /// Its title.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// What its author says of it in figures: the title of its chart, which the build holds against the data.
    pub claim: Option<Phrase>,
    /// Its best figure, where nobody says one; null where no value is sure to mean something by itself.
    pub figure: Option<Headline>,
    /// Where `figure` is the highest of several: the lowest.
    pub lowest: Option<Headline>,
    /// One or two sentences, where it has neither.
    pub summary: Option<Phrase>,
    /// Rows, where it has tables.
    pub rows: Option<u64>,
}

/// A change, told as one. Messages: `news-KIND`, and `news-first-KIND` where it is the first publication.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct NewsEntry {
    /// When.
    pub date: String,
    /// The page that tells it.
    pub what: Link,
    /// `milestone`, `dataset`, `report`, `commitment`, `action-plan`, `initiative` or `page`.
    pub kind: String,
    /// Of how many milestones it was reported; 0 where it is the change of a page itself.
    pub milestones: u64,
    /// The numbers of these milestones: `4`, or `1, 2`.
    pub numbers: String,
    /// The status that was reported; none where the report gives none.
    pub status: Option<String>,
    /// Whether it was published for the first time.
    pub is_first: bool,
}
