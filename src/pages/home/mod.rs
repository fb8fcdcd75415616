//! The first page.

pub mod context;

use crate::model::Portal;
use crate::model::exclusions::ExcludedKind;
use crate::pages::context::{Body, BodyFacts, ChangeEntry, Group, ListEntry, Phrase, Prose};
use crate::pages::kinds::PageKindFacts;
use crate::pages::overdue::strip;
use crate::pages::terms::context::TermListEntry;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, entries, frame, linking, lists, prose};
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
        &["changes", "datasets", "milestones", "overdue", "unreported"]
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
        let first = sections.first().is_some_and(|s| s.heading.is_none());
        let intro = if first {
            sections.remove(0).text
        } else {
            described(site, page)
        };
        let milestones = portal.commitments.iter().flat_map(|c| &c.milestones);
        Body::of(context::HomeContext {
            intro,
            left_out: portal
                .left_out
                .iter()
                .any(|one| one.what == ExcludedKind::Home),
            strip: lists::commitments_strip(site, page),
            milestones: strip(milestones.map(|m| m.status), |_| None),
            overdue: late(site, page, "overdue", |e| e.overdue_since.clone()),
            unreported: late(site, page, "unreported", |e| e.report_missing_since.clone()),
            changes: changes(site, page),
            browse: browse(site, page),
            datasets: first_datasets(site, page),
            feedback: frame::feedback(site, None),
            downloads: Vec::new(),
            sections,
        })
    }
}

fn described(site: &SiteFacts<'_>, page: &PagePlan) -> Option<Prose> {
    prose::of_words(
        page,
        &site.portal.settings.description,
        crate::source::SETTINGS,
    )
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
        .map(|(_, entry)| entry)
        .collect();
    Group {
        id: id.into(),
        heading: Phrase::message(id),
        entries,
        more: None,
    }
}

/// The pages whose facts changed last, by their own dates.
fn changes(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<ChangeEntry> {
    let mut dated: Vec<&Draft> = Vec::new();
    for other in site
        .plan
        .pages
        .iter()
        .filter(|p| p.lang == page.lang && p.draft.news)
    {
        if other.draft.updated.is_some() {
            dated.push(&other.draft);
        }
    }
    dated.sort_by(|a, b| {
        b.updated
            .cmp(&a.updated)
            .then_with(|| a.address.cmp(&b.address))
    });
    dated
        .into_iter()
        .take(MOST)
        .filter_map(|draft| {
            Some(ChangeEntry {
                date: draft.updated.map(|d| d.to_string()),
                what: linking::link(site, page, &draft.address)?,
                ..ChangeEntry::default()
            })
        })
        .collect()
}

/// Counts the pages of a folder in the page's language.
fn count_members(site: &SiteFacts<'_>, page: &PagePlan, folder: &str) -> u64 {
    let pages = site.plan.pages.iter();
    let members = pages.filter(|p| p.lang == page.lang && is_member(&p.draft.address, folder));
    members.count() as u64
}

fn browse(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<TermListEntry> {
    let ways = lists::WAYS
        .iter()
        .filter(|(_, address)| site.plan.has(address));
    ways.map(|(message, address)| TermListEntry {
        title: Phrase::message(*message),
        href: linking::href(site, page, address),
        count: count_members(site, page, address.trim_end_matches("index.html")),
        ..TermListEntry::default()
    })
    .collect()
}

fn first_datasets(site: &SiteFacts<'_>, page: &PagePlan) -> Group {
    let all = &site.portal.datasets;
    let more = (all.len() > MOST)
        .then(|| linking::all_of(site, page, "datasets"))
        .flatten();
    Group {
        id: "datasets".into(),
        heading: Phrase::message("datasets"),
        entries: all
            .iter()
            .take(MOST)
            .map(|d| entries::of_dataset(site, page, d))
            .collect(),
        more,
    }
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
