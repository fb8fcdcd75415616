//! What is to be done at a target: which files are sent, in which order, and which go.

use super::built_site::BuiltSite;
use super::present::PresentFiles;
use super::ranks::Rank;
use crate::stage::{MARKER, SUMS};
use serde::Serialize;
use std::cmp::Reverse;

/// What becomes of a file at a target.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FileFate {
    /// It is not there yet.
    New,
    /// Another one is there, which the program put there.
    Replaced,
    /// It goes.
    Removed,
}

/// A file of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedFile {
    /// Its path from the site's root.
    pub path: String,
    /// What becomes of it.
    pub fate: FileFate,
    /// Its size; absent of one that goes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
}

/// What is done, in its order.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct SendPlan {
    /// Files that are sent, the list of checksums and its marker last.
    pub sent: Vec<PlannedFile>,
    /// Files that go after that.
    pub removed: Vec<PlannedFile>,
    /// How many stay as they are.
    pub same: usize,
}

impl SendPlan {
    /// Compares a site with what is at its target.
    pub(super) fn of(site: &BuiltSite, present: &PresentFiles) -> SendPlan {
        let mut plan = SendPlan::default();
        for (path, file) in site.files() {
            let there = present.files().get(path);
            if there.is_some_and(|sum| sum.as_deref() == Some(&file.sha256)) {
                plan.same += 1;
                continue;
            }
            plan.sent.push(PlannedFile {
                path: path.clone(),
                fate: there.map_or(FileFate::New, |_| FileFate::Replaced),
                bytes: Some(file.bytes),
            });
        }
        let gone = present.files().keys();
        let gone = gone.filter(|path| !site.files().contains_key(*path));
        plan.removed = gone
            .map(|path| PlannedFile {
                path: path.clone(),
                fate: FileFate::Removed,
                bytes: None,
            })
            .collect();
        // A new page is there before any page that leads to it is changed.
        plan.sent
            .sort_by_key(|file| (Rank::of(&file.path), file.fate != FileFate::New));
        // And a page is gone before what it led to.
        plan.removed
            .sort_by_key(|file| Reverse(Rank::of(&file.path)));
        plan
    }

    /// Whether everything is there already.
    pub fn is_nothing(&self) -> bool {
        self.sent.is_empty() && self.removed.is_empty()
    }

    /// The files of one rank.
    pub(super) fn of_rank(&self, rank: Rank) -> impl Iterator<Item = &PlannedFile> {
        let sent = self.sent.iter();
        sent.filter(move |file| Rank::of(&file.path) == rank)
    }

    /// The files that are not there yet. Whose a list and its marker are, is known from what is in them.
    pub(super) fn new_files(&self) -> impl Iterator<Item = &str> {
        let new = self.sent.iter().filter(|file| file.fate == FileFate::New);
        let paths = new.map(|file| file.path.as_str());
        paths.filter(|path| ![SUMS, MARKER].contains(path))
    }

    /// How many bytes are sent.
    pub fn bytes(&self) -> u64 {
        self.sent.iter().filter_map(|file| file.bytes).sum()
    }
}
