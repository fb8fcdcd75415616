//! Atom (RFC 4287).

use super::{Feed, FeedEntry, author};
use crate::catalogs::instant;
use crate::record::{CatalogRecord, absolute};
use crate::stage::OutputFile;
use crate::text::escape::xml;

pub(super) fn write(record: &CatalogRecord, base: &str, feed: &Feed<'_>) -> OutputFile {
    let own = absolute(base, &feed.path);
    let page = absolute(base, &feed.page);
    // A feed must have a date even before there is any news; the portal's newest date is the only other one known.
    let updated = feed.changes.first().map(|c| c.date).or(record.modified);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!(
        "<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n",
        xml(feed.lang.tag())
    ));
    push(&mut out, 1, "title", &feed.title);
    push(&mut out, 1, "subtitle", &feed.subtitle);
    push(&mut out, 1, "id", &own);
    out.push_str(&format!(
        "  <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n",
        xml(&own)
    ));
    out.push_str(&format!(
        "  <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        xml(&page)
    ));
    push(
        &mut out,
        1,
        "updated",
        &updated.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), instant),
    );
    out.push_str(&format!(
        "  <author><name>{}</name></author>\n",
        xml(author(record, base, feed.lang))
    ));
    for change in &feed.changes {
        entry(&mut out, base, change);
    }
    out.push_str("</feed>\n");
    OutputFile {
        path: feed.path.clone(),
        text: out,
    }
}

fn entry(out: &mut String, base: &str, change: &FeedEntry) {
    let url = change.url(base);
    out.push_str("  <entry>\n");
    push(out, 2, "title", &change.title);
    push(out, 2, "id", &change.id(base));
    out.push_str(&format!(
        "    <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n",
        xml(&url)
    ));
    push(out, 2, "updated", &instant(change.date));
    if !change.kind.is_empty() {
        out.push_str(&format!("    <category term=\"{}\"/>\n", xml(&change.kind)));
    }
    push(out, 2, "summary", &change.summary);
    out.push_str("  </entry>\n");
}

fn push(out: &mut String, depth: usize, name: &str, text: &str) {
    if !text.trim().is_empty() {
        out.push_str(&format!(
            "{}<{name}>{}</{name}>\n",
            "  ".repeat(depth),
            xml(text)
        ));
    }
}
