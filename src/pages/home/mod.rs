//! The first page.

pub mod context;
mod data;
mod news;
mod ways;
mod welcome;

use crate::model::Portal;
use crate::model::exclusions::ExcludedKind;
use crate::pages::context::{Body, BodyFacts, Group, Link, ListEntry, Phrase, Strip};
use crate::pages::dataset_lists::is_register;
use crate::pages::kinds::{PageKindFacts, SEARCH};
use crate::pages::status_tally::StatusTally;
use crate::pages::terms::context::TermListEntry;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, entries, frame, linking, lists, prose,
};
use tragaluz_tables::Tables;

pub(crate) struct HomePages;

/// Most entries of each list on the home page.
const MOST: usize = 5;

impl PageKindFacts for HomePages {
    fn name(&self) -> &'static str {
        context::HomeContext::KIND
    }

    fn budget(&self) -> u64 {
        10 * 1024
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &[
            "all",
            "changes",
            "commitments",
            "datasets",
            "milestones",
            "overdue",
            "q",
            "unreported",
        ]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let draft = match &portal.home {
            Some(home) => Draft {
                news: false,
                ..Draft::of(&home.head, "index.html".into(), 0)
            },
            None => Draft::generated(
                "index.html".into(),
                Title::Words(portal.settings.title.clone()),
            ),
        };
        vec![draft]
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let portal = site.portal;
        let head = portal.home.as_ref().map(|home| &home.head);
        let mut sections = head
            .map(|h| prose::sections(site, page, h, |_| true))
            .unwrap_or_default();
        let intro = welcome::welcome(site, page, &mut sections);
        let milestones = portal.commitments.iter().flat_map(|c| &c.milestones);
        Body::of(context::HomeContext {
            intro,
            left_out: portal
                .left_out
                .iter()
                .any(|one| one.what == ExcludedKind::Home),
            search: (site.plan.has(SEARCH)).then(|| linking::href(site, page, SEARCH)),
            ways: ways::ways(site, page),
            strip: lists::commitments_strip(site, page),
            milestones: telling(StatusTally::of(milestones.map(|m| m.status)).strip(|_| None)),
            overdue: late(site, page, "overdue", |e| e.overdue_since.clone()),
            unreported: unreported(site, page),
            changes: news::latest(site, page),
            browse: more_than_one(browse(site, page)),
            datasets: data::first(site, page),
            more_datasets: data::more(site, page),
            feedback: frame::feedback(site, None),
            registers: registers(site, page),
            sections,
        })
    }
}

/// Returns a strip that says something: one whose things have not all the same status.
fn telling(strip: Strip) -> Strip {
    if strip.parts.len() > 1 {
        strip
    } else {
        Strip::default()
    }
}

/// Returns ways to choose from: a single one is led to already.
fn more_than_one(ways: Vec<TermListEntry>) -> Vec<TermListEntry> {
    if ways.len() > 1 { ways } else { Vec::new() }
}

/// Commitments that are late in some way, the longest first.
fn late(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    id: &str,
    since: impl Fn(&ListEntry) -> Option<String>,
) -> Group {
    let mut late: Vec<(String, ListEntry)> = Vec::new();
    for commitment in &site.portal.commitments {
        let entry = entries::of_commitment(site, page, commitment);
        late.extend(since(&entry).map(|date| (date, entry)));
    }
    late.sort_by(|a, b| a.0.cmp(&b.0));
    let entries = late
        .into_iter()
        .take(MOST)
        .map(|(_, entry)| ListEntry {
            id: None,
            updated: None,
            ..entries::in_brief(entry, true)
        })
        .collect();
    Group {
        id: id.into(),
        heading: Phrase::message(id),
        entries,
        more: None,
    }
}

/// Commitments that ended without a report: the heading says so of all.
fn unreported(site: &SiteFacts<'_>, page: &PagePlan) -> Group {
    let mut group = late(site, page, "unreported", |e| e.report_missing_since.clone());
    for entry in &mut group.entries {
        (entry.status, entry.report_missing_since) = (None, None);
    }
    group
}

/// Counts the pages of a folder in the page's language.
fn count_members(site: &SiteFacts<'_>, page: &PagePlan, folder: &str) -> u64 {
    let pages = site.plan.pages.iter();
    let members = pages.filter(|p| p.lang == page.lang && is_member(&p.draft.address, folder));
    members.count() as u64
}

/// Returns all lists that there are, and how many things each holds.
pub(crate) fn browse(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<TermListEntry> {
    let ways = lists::WAYS
        .iter()
        .filter(|(_, address)| site.plan.has(address));
    ways.map(|(message, address)| TermListEntry {
        title: Phrase::message(*message),
        href: linking::href(site, page, address),
        count: match *message {
            "milestones-by-month" => site.plan.milestones.order.len() as u64,
            _ => count_members(site, page, address.trim_end_matches("index.html")),
        },
        ..TermListEntry::default()
    })
    .chain(declared_lists(site, page))
    .collect()
}

/// Returns the lists of the kinds that the portal declares.
fn declared_lists(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<TermListEntry> {
    let kinds = site.portal.settings.kinds.iter();
    let listed = kinds.filter(|kind| site.plan.has(&address::list(&kind.folder, 1)));
    listed
        .map(|kind| TermListEntry {
            title: Phrase::of(&kind.plural, &page.lang).unwrap_or_default(),
            href: linking::href(site, page, &address::list(&kind.folder, 1)),
            count: count_members(site, page, &format!("{}/", kind.folder)),
            ..TermListEntry::default()
        })
        .collect()
}

/// Returns the registers, which are made of the portal's own pages.
fn registers(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<Link> {
    let all = site.portal.datasets.iter();
    let registers = all.filter(|d| is_register(site, &d.head.id));
    registers
        .filter_map(|d| linking::link(site, page, &address::dataset(&d.head.id)))
        .collect()
}

/// Whether an address is one of the things that a folder's list lists, rather than a page of the list.
fn is_member(address: &str, folder: &str) -> bool {
    let Some(rest) = address.strip_prefix(folder) else {
        return false;
    };
    let own_folder = rest.ends_with("/index.html");
    let page_of_list = rest == "index.html" || rest.starts_with("page-");
    (own_folder || !rest.contains('/')) && !page_of_list
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_not_pages_of_the_list() {
        assert!(is_member("datasets/x/index.html", "datasets/"));
        assert!(is_member("commitments/a.html", "commitments/"));
        for other in [
            "commitments/index.html",
            "commitments/page-2.html",
            "sectors/justice/page-2.html",
        ] {
            assert!(
                !is_member(other, other.split_inclusive('/').next().unwrap()),
                "{other}"
            );
        }
    }
}
