//! JSON Feed 1.1 (<https://www.jsonfeed.org/version/1.1/>).

use super::{Change, Channel, author, non_empty};
use crate::catalogs::instant;
use crate::record::{CatalogRecord, absolute};
use crate::stage::OutputFile;
use serde_json::json;

pub(super) fn write(record: &CatalogRecord, base: &str, channel: &Channel<'_>) -> OutputFile {
    let item = |change: &Change| {
        let url = change.url(base);
        json!({
            "id": change.id(base),
            "url": url,
            "title": change.title,
            // The standard wants a content of every item.
            "content_text": non_empty(&change.summary, &change.title),
            "date_modified": instant(change.date),
            "tags": [change.kind],
        })
    };
    let feed = json!({
        "version": "https://jsonfeed.org/version/1.1",
        "title": channel.title,
        "description": channel.subtitle,
        "home_page_url": absolute(base, &channel.page),
        "feed_url": absolute(base, &channel.path),
        "language": channel.lang.tag(),
        "authors": [{ "name": author(record, base, channel.lang) }],
        "items": channel.changes.iter().map(item).collect::<Vec<_>>(),
    });
    OutputFile {
        path: channel.path.clone(),
        text: format!("{feed:#}\n"),
    }
}
