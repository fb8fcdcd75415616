//! Floor 8: feeds: one of the portal in each language, as Atom and as JSON Feed, and an Atom feed of each dataset, commitment
//! and institution; and milestones as a calendar. Entries are changes, by the content's own dates: a build that changes nothing makes no news.

mod atom;
mod calendar;
mod json;
mod listed_page;
mod things;

use crate::diag::Fatal;
use crate::pages::SiteFacts;
use crate::pages::address::in_lang;
use crate::record::{CatalogRecord, absolute};
use crate::render::Theme;
use crate::stage::{OutputFile, Staging};
use crate::text::date::PartialDate;
use crate::text::lang::Lang;

pub use listed_page::ListedPage;

/// Entries a feed holds at most: the newest.
const MOST_ENTRIES: usize = 100;

/// Names of the portal's feeds in each language's folder: Atom (RFC 4287) and JSON Feed 1.1 (<https://jsonfeed.org>).
const ATOM: &str = "feed.xml";
const JSON: &str = "feed.json";

/// Returns the portal's Atom feeds: language and path; none without a base address, for an entry's identity is its page's
/// full address.
pub fn paths(record: &CatalogRecord) -> Vec<(Lang, String)> {
    if record.portal.base_url.is_none() {
        return Vec::new();
    }
    record
        .portal
        .languages
        .iter()
        .map(|lang| (lang.clone(), in_lang(lang, &record.portal.main, ATOM)))
        .collect()
}

/// Returns the path of the portal's JSON feed in a language, where there is one.
pub(crate) fn json_path(record: &CatalogRecord, lang: &Lang) -> Option<String> {
    record
        .portal
        .base_url
        .as_ref()
        .map(|_| in_lang(lang, &record.portal.main, JSON))
}

/// Writes the feeds of the portal and of its things, and the calendars of milestones.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write_all(
    view: &SiteFacts<'_>,
    theme: &Theme,
    pages: &[ListedPage],
    staging: &Staging,
) -> Result<(), Fatal> {
    let teller = things::Teller::of(view, theme, pages);
    let updates = |lang: &Lang| teller.updates(lang);
    staging.write_files(&portal_feeds(&view.plan.catalog, pages, updates))?;
    calendar::write_all(view, theme, staging)?;
    things::write_things(&teller, staging)
}

/// Draws the portal's feeds in each language: of the pages that are news and have a date, newest first.
pub fn of_portal(record: &CatalogRecord, pages: &[ListedPage]) -> Vec<OutputFile> {
    portal_feeds(record, pages, |_| Vec::new())
}

/// As [`of_portal`], with what was reported of commitments in a language.
fn portal_feeds(
    record: &CatalogRecord,
    pages: &[ListedPage],
    updates: impl Fn(&Lang) -> Vec<FeedEntry>,
) -> Vec<OutputFile> {
    let Some(base) = record.portal.base_url.as_deref() else {
        return Vec::new();
    };
    let mut made = Vec::new();
    for lang in &record.portal.languages {
        let news = pages
            .iter()
            .filter(|p| p.news && p.lang == *lang)
            .filter_map(FeedEntry::of_page)
            .chain(updates(lang));
        let mut feed = Feed {
            path: in_lang(lang, &record.portal.main, ATOM),
            page: in_lang(lang, &record.portal.main, "index.html"),
            lang,
            title: record.portal.title.text(lang).to_owned(),
            subtitle: record.portal.description.text(lang).to_owned(),
            changes: newest_first(news.collect()),
        };
        made.push(atom::write(record, base, &feed));
        feed.path = in_lang(lang, &record.portal.main, JSON);
        made.push(json::write(record, base, &feed));
    }
    made
}

/// A feed: what it is about, and the changes that it tells.
#[derive(Debug)]
struct Feed<'a> {
    path: String,
    /// The page that it is about.
    page: String,
    lang: &'a Lang,
    title: String,
    subtitle: String,
    changes: Vec<FeedEntry>,
}

/// A change: an entry of a feed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct FeedEntry {
    date: PartialDate,
    /// The page that tells of it.
    path: String,
    /// The anchor on that page, and what tells this entry from others of the page.
    fragment: Option<String>,
    title: String,
    summary: String,
    kind: String,
}

impl FeedEntry {
    /// Returns the last change of a page's facts.
    fn of_page(page: &ListedPage) -> Option<FeedEntry> {
        Some(FeedEntry {
            date: page.updated?,
            path: page.path.clone(),
            fragment: None,
            title: non_empty(&page.title, &page.path).to_owned(),
            summary: page.summary.clone(),
            kind: page.kind.clone(),
        })
    }

    /// Returns its identity: where it is told and its day, so that a later change there is news to those who know the first.
    fn id(&self, base: &str) -> String {
        let separator = if self.fragment.is_some() { '-' } else { '#' };
        format!("{}{separator}{}", self.url(base), self.date)
    }

    /// Returns the address at which it is told.
    fn url(&self, base: &str) -> String {
        let fragment = self
            .fragment
            .as_ref()
            .map(|f| format!("#{f}"))
            .unwrap_or_default();
        format!("{}{fragment}", absolute(base, &self.path))
    }
}

/// Returns each change once, the newest first, and no more than a feed holds.
fn newest_first(mut changes: Vec<FeedEntry>) -> Vec<FeedEntry> {
    changes.sort_by(|a, b| {
        b.date
            .cmp(&a.date)
            .then_with(|| (&a.path, &a.fragment).cmp(&(&b.path, &b.fragment)))
    });
    changes.dedup_by(|a, b| a.path == b.path && a.fragment == b.fragment && a.date == b.date);
    changes.truncate(MOST_ENTRIES);
    changes
}

/// Returns who says it: the publisher's, else the portal's.
fn author<'a>(record: &'a CatalogRecord, base: &'a str, lang: &Lang) -> &'a str {
    let portal = &record.portal;
    non_empty(
        portal
            .publisher
            .as_ref()
            .map_or(&portal.title, |p| &p.name)
            .text(lang),
        base,
    )
}

fn non_empty<'a>(text: &'a str, instead: &'a str) -> &'a str {
    if text.trim().is_empty() {
        instead
    } else {
        text
    }
}
