//! Lists: their entries, groups and pagers.

use super::evaluation::EvaluationContext;
use super::parts::{Link, Phrase};
use serde::Serialize;

/// One line of a list, whatever it leads to. What its kind does not have is null or empty.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct ListEntry {
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
    pub evaluation: Option<EvaluationContext>,
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
    pub entries: Vec<ListEntry>,
    /// Where there are more.
    pub more: Option<Link>,
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
