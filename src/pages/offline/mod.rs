//! The page of the editions that need no connection.

pub mod context;

use crate::model::Portal;
use crate::model::action_plan::ActionPlan;
use crate::model::editions::EditionFormat;
use crate::pages::context::{Body, BodyFacts, Phrase};
use crate::pages::editions::MadeEdition;
use crate::pages::kinds::PageKindFacts;
use crate::pages::offline::context::{OfflineBook, OfflineContext, OfflineFile};
use crate::pages::paging::ListRange;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, entries, linking};
use crate::stage::SUMS;
use crate::text::date::PartialDate;
use tragaluz_tables::Tables;

/// Action plans on a page: each has a few editions, and each edition a checksum that cannot be compressed.
const BOOKS: usize = 5;

/// QR codes on a page, of the editions that are first.
const CODES: usize = 6;

pub(crate) struct OfflinePages;

impl PageKindFacts for OfflinePages {
    fn name(&self) -> &'static str {
        context::OfflineContext::KIND
    }

    /// 6 KB of page; QR codes and checksums, which no program can compress, take the rest.
    fn budget(&self) -> u64 {
        12 * 1024
    }

    /// None where no edition is made, or the portal has a page of its own there.
    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let own = portal.pages.iter().any(|p| p.address == "offline");
        if own || portal.settings.editions.make.is_empty() {
            return Vec::new();
        }
        let spans = std::iter::repeat_n(ListRange::default(), parts(portal));
        Draft::pages_of_list(&Title::Message("offline"), spans, |part| {
            address::list_of(address::OFFLINE, part)
        })
    }

    fn last(&self) -> bool {
        true
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let mut whole = whole_editions(site, page);
        let mut books = books(site, page);
        let files = whole
            .iter_mut()
            .chain(books.iter_mut().flat_map(|book| &mut book.files));
        files.take(CODES).for_each(|file| file.qr = true);
        Body::of(OfflineContext {
            inside: site.editions.is_none(),
            web: site.plan.catalog.url(&page.path),
            sums: site.editions.map(|_| linking::href_of_file(page, SUMS)),
            key: site
                .editions
                .and_then(|_| site.portal.settings.public_key.clone()),
            whole,
            books,
            pager: entries::pager_of(site, page, parts(site.portal), |n| {
                address::list_of(address::OFFLINE, n)
            }),
        })
    }
}

/// Returns the editions of an action plan, or of the whole portal, that a reader of the page's language can use.
fn editions_here<'e>(
    site: &SiteFacts<'e>,
    page: &'e PagePlan,
    plan: Option<usize>,
) -> impl Iterator<Item = &'e MadeEdition> {
    let made = site.editions.unwrap_or_default().iter();
    made.filter(move |edition| {
        let is_read = edition.lang.as_ref().is_none_or(|lang| *lang == page.lang);
        !edition.of_page && is_read && edition.plan == plan
    })
}

/// Returns the editions of the whole portal, on the first page only; what carries everything is first.
fn whole_editions(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<OfflineFile> {
    if page.draft.part > 1 {
        return Vec::new();
    }
    let mut whole: Vec<OfflineFile> = editions_here(site, page, None)
        .map(|edition| offline_file(site, page, edition, site.as_of))
        .collect();
    whole.sort_by_key(|file| {
        let known = ["zip", "zim", "text"];
        known
            .iter()
            .position(|kind| *kind == file.kind)
            .unwrap_or(3)
    });
    whole
}

/// Returns the books of the action plans that this page lists.
fn books(site: &SiteFacts<'_>, page: &PagePlan) -> Vec<OfflineBook> {
    if !has_books(site.portal) {
        return Vec::new();
    }
    let plans = site.portal.action_plans.iter().enumerate();
    plans
        .skip((page.draft.part - 1) * BOOKS)
        .take(BOOKS)
        .map(|(at, plan)| OfflineBook {
            id: anchor(&plan.head.id),
            title: Phrase::of(&plan.head.title, &page.lang).unwrap_or_default(),
            href: linking::href(site, page, &address::action_plan(&plan.head.id)),
            files: editions_here(site, page, Some(at))
                .map(|edition| offline_file(site, page, edition, newest_of(site, plan)))
                .collect(),
        })
        .collect()
}

/// Whether action plans have editions of their own.
fn has_books(portal: &Portal) -> bool {
    portal.settings.editions.has(EditionFormat::Epub) || portal.settings.editions.has_pdf()
}

fn parts(portal: &Portal) -> usize {
    if has_books(portal) {
        portal.action_plans.len().div_ceil(BOOKS).max(1)
    } else {
        1
    }
}

/// Returns the anchor of an action plan's editions.
fn anchor(id: &str) -> String {
    format!("plan-{}", id.to_ascii_lowercase())
}

/// Where the editions of an action plan are listed; none where it has none.
pub(in crate::pages) fn editions_of_plan(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    plan: usize,
) -> Option<String> {
    let address = address::list_of(address::OFFLINE, plan / BOOKS + 1);
    let listed =
        has_books(site.portal) && site.plan.page(&address).is_some_and(|d| d.source.is_none());
    let id = &site.portal.action_plans[plan].head.id;
    listed.then(|| format!("{}#{}", linking::href(site, page, &address), anchor(id)))
}

/// The newest date of a plan and its commitments, as far as the source says.
pub(crate) fn newest_of(site: &SiteFacts<'_>, plan: &ActionPlan) -> Option<PartialDate> {
    let commitments = site
        .portal
        .commitments_of_plan(plan)
        .map(|c| c.head.updated);
    let newest = commitments
        .chain([plan.head.updated])
        .flatten()
        .max_by_key(|d| d.last_day());
    newest.or(site.as_of)
}

fn offline_file(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    edition: &MadeEdition,
    date: Option<PartialDate>,
) -> OfflineFile {
    OfflineFile {
        kind: edition.kind.id().to_owned(),
        file: edition
            .path
            .rsplit('/')
            .next()
            .unwrap_or_default()
            .to_owned(),
        href: linking::href_of_file(page, &edition.path),
        url: site.plan.catalog.url(&edition.path),
        qr: false,
        bytes: edition.bytes,
        date: date.map(|date| date.to_string()),
        sha256: edition.sha256.clone(),
        left_out: edition.left_out,
    }
}
