//! Published addresses of what was left out: they are not lost, and a page says so at each that a page stood at.

use super::{Draft, Plan, Title, address};
use crate::diag::Sink;
use crate::model::Portal;
use crate::model::exclusions::{ExcludedKind, Exclusion};
use crate::pages::page_kind::PageKind;
use crate::source::address_list::AddressList;
use std::collections::BTreeSet;

/// Endings of files that pages show.
const IMAGES: &[&str] = &[".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".avif"];

impl Plan {
    /// Places pages at published addresses of what was left out: of a dataset's further pages, and those that its facts
    /// name as former ones where they cannot be read.
    pub(super) fn stand_in(&mut self, portal: &Portal, published: &AddressList, sink: &mut Sink) {
        if portal.left_out.is_empty() {
            return;
        }
        let former: BTreeSet<&str> = self
            .addresses
            .values()
            .flat_map(|draft| &draft.former)
            .map(|from| from.trim_start_matches('/'))
            .collect();
        let mut drafts: Vec<Draft> = Vec::new();
        for line in published.lines() {
            let plain = self.plain(&line.address);
            let free = plain.ends_with(".html") && !self.has(plain) && !former.contains(plain);
            if free && !drafts.iter().any(|draft| draft.address == plain) {
                let owner = portal
                    .left_out
                    .iter()
                    .enumerate()
                    .find(|(_, one)| owns(one, plain));
                drafts.extend(owner.map(|(item, one)| Draft {
                    former: Vec::new(),
                    // Links to its file lead to its own page.
                    source: None,
                    ..draft(one, plain.to_owned(), item)
                }));
            }
        }
        for draft in drafts {
            self.place(PageKind::LeftOut, draft, portal, sink);
        }
        self.left_out = portal
            .left_out
            .iter()
            .filter(|one| one.what == ExcludedKind::Dataset)
            .filter_map(address_of)
            .collect();
        self.left_out_files = files(portal);
    }

    /// Whether a path belongs to a dataset that was left out: its files are away, but not for good.
    pub(crate) fn is_left_out(&self, path: &str) -> bool {
        self.left_out_files.contains(path) || self.stands_for(path).is_some()
    }

    /// The page that stands in for what there would be at a path.
    pub(super) fn stands_for(&self, path: &str) -> Option<&str> {
        let mut left_out = self.left_out.iter();
        let of_dataset = left_out.find(|page| path.starts_with(folder_of(page)));
        // A page cannot be shown in the place of an image: whoever shows it is told.
        let is_image = IMAGES
            .iter()
            .any(|ending| path.to_ascii_lowercase().ends_with(ending));
        let of_file = || {
            (!is_image && self.left_out_files.contains(path))
                .then_some(address::QUALITY)
                .filter(|page| self.has(page))
        };
        of_dataset.map(String::as_str).or_else(of_file)
    }

    /// An address without the folder of its language.
    fn plain<'a>(&self, path: &'a str) -> &'a str {
        let portal = &self.catalog.portal;
        let mut others = portal.languages.iter().filter(|lang| **lang != portal.main);
        others
            .find_map(|lang| path.strip_prefix(&address::in_lang(lang, &portal.main, "")))
            .unwrap_or(path)
    }
}

/// Files that would be passed on, by their paths in the site.
fn files(portal: &Portal) -> BTreeSet<String> {
    let files = portal
        .left_out
        .iter()
        .filter(|one| one.what == ExcludedKind::File);
    files
        .map(|one| {
            one.source
                .strip_prefix("content/")
                .unwrap_or(&one.source)
                .to_owned()
        })
        .collect()
}

/// Returns the folder of a dataset's page.
fn folder_of(page: &str) -> &str {
    page.trim_end_matches("index.html")
}

/// Whether an address is one of what was left out.
fn owns(one: &Exclusion, plain: &str) -> bool {
    let is_inside = one.what == ExcludedKind::Dataset
        && address_of(one).is_some_and(|page| plain.starts_with(folder_of(&page)));
    is_inside || one.facts.contains(plain)
}

/// A page that stands in for what was left out.
pub(crate) fn draft(one: &Exclusion, address: String, item: usize) -> Draft {
    Draft {
        item,
        source: Some(one.source.clone()),
        former: one.former.clone(),
        ..Draft::generated(address, Title::Words(one.title.clone()))
    }
}

/// Where it would be; none where no page of its own would.
pub(crate) fn address_of(one: &Exclusion) -> Option<String> {
    Some(match &one.what {
        ExcludedKind::Home | ExcludedKind::File => return None,
        ExcludedKind::Commitment => address::commitment(&one.id),
        ExcludedKind::Report => address::report(&one.id),
        ExcludedKind::ActionPlan => address::action_plan(&one.id),
        ExcludedKind::Initiative { practice } => address::initiative(&one.id, *practice),
        ExcludedKind::Declared(folder) => address::declared(folder, &one.id),
        ExcludedKind::Term(taxonomy) => address::term(*taxonomy, &one.id.to_ascii_lowercase()),
        ExcludedKind::Page(path) => format!("{path}.html"),
        ExcludedKind::Dataset => address::dataset(&one.id),
    })
}
