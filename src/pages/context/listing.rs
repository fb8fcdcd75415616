//! Pages that list: the home page, lists, terms, action plans.

use super::data::{Cover, Download};
use super::frame::Feedback;
use super::parts::{Link, Phrase, Prose, Section, Source, Strip};
use crate::pages::context::body_facts;
use crate::pages::report::context::Evaluation;
use serde::Serialize;

/// One line of a list, whatever it leads to. What its kind does not have is null or empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Entry {
    /// `commitment`, `report`, `action-plan`, `initiative`, `practice`, `dataset`, `page` …
    pub kind: String,
    /// Its identifier, where readers know it by that.
    pub id: Option<String>,
    /// Its title.
    pub title: Phrase,
    /// Where it leads.
    pub href: String,
    /// One or two sentences.
    pub summary: Option<Phrase>,
    /// The member, institution or publisher it belongs to.
    pub of: Option<Phrase>,
    /// Its status code.
    pub status: Option<String>,
    /// Finished milestones or commitments; null where that was not reported of some.
    pub finished: Option<u64>,
    /// All milestones or commitments.
    pub total: Option<u64>,
    /// When it begins.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// Since when it is overdue.
    pub overdue_since: Option<String>,
    /// Its end, where that is past, and neither a status nor a report says how it stands.
    pub report_missing_since: Option<String>,
    /// What a report says, or what the reports on a commitment say together.
    pub evaluation: Option<Evaluation>,
    /// When its facts last changed.
    pub updated: Option<String>,
    /// Rows of a dataset.
    pub rows: Option<u64>,
    /// Formats of a dataset, such as `csv`.
    pub formats: Vec<String>,
    /// An initiative's level.
    pub level: Option<String>,
    /// A dataset's main values, the size of a word.
    pub spark: Option<Spark>,
}

/// A line the size of a word, and what it says. Templates draw it with the helper `mini`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Spark {
    /// What is measured.
    pub measure: Phrase,
    /// Of which of several series the line is.
    pub name: Option<String>,
    /// Its values in the order of time; null where there is none.
    pub line: Vec<Option<String>>,
    /// The date of the first value.
    pub from: String,
    /// The first value.
    pub first: String,
    /// The date of the last value.
    pub to: String,
    /// The last value.
    pub last: String,
}

/// Entries under a heading.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Group {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub heading: Phrase,
    /// Its entries.
    pub entries: Vec<Entry>,
    /// Where there are more.
    pub more: Option<Link>,
}

/// The first page.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Home {
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
    pub changes: Vec<super::Change>,
    /// Ways in: lists and how many each holds.
    pub browse: Vec<TermEntry>,
    /// Datasets.
    pub datasets: Group,
    /// Ways to take part.
    pub feedback: Option<Feedback>,
    /// The registers: commitments, milestones, reports, institutions as open data.
    pub downloads: Vec<Download>,
    /// More of the home page's own text.
    pub sections: Vec<Section>,
}

body_facts!(Home, "home");

/// A list, or one page of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Listing {
    /// What is listed: `commitment`, `initiative`, `dataset` …
    pub of: String,
    /// First words.
    pub intro: Option<Prose>,
    /// All of them by status, where they have one.
    pub strip: Option<Strip>,
    /// How many there are on all pages.
    pub total: u64,
    /// Number of the first one on this page, from 1; 0 when there is none.
    pub first: u64,
    /// Number of the last one on this page.
    pub last: u64,
    /// By which fact the list is cut, where it is.
    pub cut: Option<Phrase>,
    /// The same list cut by one fact more: ready-made pages.
    pub facets: Vec<Facet>,
    /// The entries of this page.
    pub entries: Vec<Entry>,
    /// The other pages of the list.
    pub pager: Option<Pager>,
    /// The register behind the list as files.
    pub downloads: Vec<Download>,
}

body_facts!(Listing, "listing");

/// One fact by which a list is cut.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Facet {
    /// The fact.
    pub name: Phrase,
    /// Its values.
    pub values: Vec<FacetValue>,
    /// All values, where not all are shown.
    pub more: Option<Link>,
    /// Whether only the values that most have are shown, and there is no page of all values.
    pub only_largest: bool,
}

/// A value of a facet.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct FacetValue {
    /// The value.
    pub text: Phrase,
    /// The list of those that have it.
    pub href: String,
    /// How many have it.
    pub count: u64,
    /// Whether this page is that list.
    pub current: bool,
}

/// The pages of a long list.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Pager {
    /// This page's number, from 1.
    pub page: u64,
    /// How many pages there are.
    pub pages: u64,
    /// The page before.
    pub previous: Option<String>,
    /// The page after.
    pub next: Option<String>,
    /// Pages to choose from; a gap in the numbers is shown as one.
    pub links: Vec<PagerLink>,
}

/// A page to choose.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct PagerLink {
    /// Its number.
    pub number: u64,
    /// Where it is.
    pub href: String,
    /// Whether it is this page.
    pub current: bool,
    /// Whether pages are left out before it.
    pub gap: bool,
}

/// A term (institution, policy area, sector, value, locality, status) and what belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Term {
    /// What it is: `institution`, `policy-area`, `sector`, `value`, `locality`, `status`.
    pub of: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// Its official code.
    pub code: Option<String>,
    /// ISO 3166-1 alpha-3 code of its country.
    pub country: Option<String>,
    /// Its own site.
    pub href: Option<String>,
    /// Its own text.
    pub sections: Vec<Section>,
    /// Its commitments, or one page of them.
    pub listing: Listing,
    /// What else belongs to it: action plans, datasets, reports, initiatives.
    pub groups: Vec<Group>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

body_facts!(Term, "term");

/// A series of datasets, which are editions of one thing.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Series {
    /// What its datasets have in common.
    pub description: Option<Phrase>,
    /// The EU's code of how often a dataset joins it, such as `annual`.
    pub frequency: Option<String>,
    /// The time from its first to its last dataset, where each says what it covers.
    pub temporal: Option<Cover>,
    /// Whether the datasets are in the order of the time that they cover, or else of their publication.
    pub ordered: bool,
    /// Its datasets, or one page of them.
    pub listing: Listing,
}

body_facts!(Series, "series");

/// All terms of one kind.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Terms {
    /// What they are: `institution`, `policy-area`, `sector`, `value`, `locality`.
    pub of: String,
    /// First words.
    pub intro: Option<Prose>,
    /// The terms, in alphabetical order.
    pub terms: Vec<TermEntry>,
    /// The other pages of the list.
    pub pager: Option<Pager>,
}

body_facts!(Terms, "terms");

/// A term, and how much belongs to it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TermEntry {
    /// Its name.
    pub title: Phrase,
    /// Its page.
    pub href: String,
    /// How many commitments (or other things) belong to it.
    pub count: u64,
    /// Those commitments by status.
    pub strip: Option<Strip>,
    /// One sentence.
    pub summary: Option<Phrase>,
}

/// An action plan.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ActionPlan {
    /// Its identifier.
    pub id: String,
    /// "In brief".
    pub summary: Option<Prose>,
    /// The member whose plan it is.
    pub locality: Option<Link>,
    /// When it begins.
    pub start: Option<String>,
    /// When it ends.
    pub end: Option<String>,
    /// The plan itself, where it was published.
    pub href: Option<String>,
    /// Its commitments by status.
    pub strip: Strip,
    /// The milestones of its commitments by status.
    pub milestones: Strip,
    /// Its commitments, or one page of them; on the pages after the first nothing else is told that is not needed there.
    pub commitments: Vec<Entry>,
    /// The other pages of its commitments.
    pub pager: Option<Pager>,
    /// Reports about its commitments.
    pub reports: Vec<Entry>,
    /// Its text.
    pub sections: Vec<Section>,
    /// How to comment.
    pub feedback: Option<Feedback>,
    /// Files of this plan.
    pub downloads: Vec<Download>,
    /// Where the facts come from.
    pub sources: Vec<Source>,
}

body_facts!(ActionPlan, "action-plan");
