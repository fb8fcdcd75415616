//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use super::{Feed, FeedEntry, author, non_empty};
use crate::catalogs::{instant, json_text};
use crate::record::{CatalogRecord, absolute};
use crate::stage::OutputFile;
use serde::Serialize;

#[derive(Serialize)]
struct JsonFeed<'a> {
    version: &'static str,
    title: &'a str,
    description: &'a str,
    home_page_url: String,
    feed_url: String,
    language: &'a str,
    authors: [FeedAuthor<'a>; 1],
    items: Vec<FeedItem<'a>>,
}

#[derive(Serialize)]
struct FeedAuthor<'a> {
    name: &'a str,
}

/// A change, as an item of a feed.
#[derive(Serialize)]
struct FeedItem<'a> {
    id: String,
    url: String,
    title: &'a str,
    /// The standard wants a content of every item.
    content_text: &'a str,
    date_modified: String,
    tags: [&'a str; 1],
}

impl<'a> FeedItem<'a> {
    fn of(change: &'a FeedEntry, base: &str) -> Self {
        FeedItem {
            id: change.id(base),
            url: change.url(base),
            title: &change.title,
            content_text: non_empty(&change.summary, &change.title),
            date_modified: instant(change.date),
            tags: [&change.kind],
        }
    }
}

/// Writes a feed as JSON Feed 1.1.
pub(super) fn write(record: &CatalogRecord, base: &str, feed: &Feed<'_>) -> OutputFile {
    let json = JsonFeed {
        version: "https://jsonfeed.org/version/1.1",
        title: &feed.title,
        description: &feed.subtitle,
        home_page_url: absolute(base, &feed.page),
        feed_url: absolute(base, &feed.path),
        language: feed.lang.tag(),
        authors: [FeedAuthor {
            name: author(record, base, feed.lang),
        }],
        items: (feed.changes.iter())
            .map(|change| FeedItem::of(change, base))
            .collect(),
    };
    OutputFile {
        path: feed.path.clone(),
        text: json_text(&json),
    }
}
