//! Atom feeds (RFC 4287): one a language, of the pages whose facts changed, by the content's own dates. A build that
//! changes nothing makes no news.

use super::{Listed, Made};
use crate::plan::address::in_lang;
use crate::plan::record::{CatalogRecord, absolute};
use crate::text::date::PartialDate;
use crate::text::escape::xml;
use crate::text::lang::Lang;

/// Entries a feed holds at most: the newest.
const MOST_ENTRIES: usize = 100;

/// Its name in each language's folder.
const NAME: &str = "feed.xml";

/// The feeds that [`atom`] makes for this record: language and path; none without a base address, for an entry's
/// identity is its page's full address.
pub fn paths(record: &CatalogRecord) -> Vec<(Lang, String)> {
    if record.portal.base_url.is_none() {
        return Vec::new();
    }
    record.portal.languages.iter().map(|lang| (lang.clone(), path(record, lang))).collect()
}

fn path(record: &CatalogRecord, lang: &Lang) -> String {
    in_lang(lang, &record.portal.main, NAME)
}

/// One Atom feed a language, of the pages that are news and have a date, newest first.
pub fn atom(record: &CatalogRecord, pages: &[Listed]) -> Vec<Made> {
    let Some(base) = record.portal.base_url.as_deref() else { return Vec::new() };
    let feed = |(lang, path): (Lang, String)| Made { text: feed(record, base, &lang, &path, pages), path };
    paths(record).into_iter().map(feed).collect()
}

fn feed(record: &CatalogRecord, base: &str, lang: &Lang, path: &str, pages: &[Listed]) -> String {
    let mut news: Vec<(PartialDate, &Listed)> =
        pages.iter().filter(|p| p.news && p.lang == *lang).filter_map(|p| Some((p.updated?, p))).collect();
    news.sort_by(|(a, p), (b, q)| b.cmp(a).then_with(|| p.path.cmp(&q.path)));
    news.truncate(MOST_ENTRIES);
    let portal = &record.portal;
    let own = absolute(base, path);
    let home = absolute(base, &in_lang(lang, &portal.main, "index.html"));
    // A feed must have a date even before there is any news; the portal's newest date is the only other one known.
    let updated = news.first().map(|(date, _)| *date).or(record.modified);
    let author = portal.publisher.as_ref().map_or(&portal.title, |p| &p.name).text(lang);
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.push_str(&format!("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"{}\">\n", xml(lang.tag())));
    push(&mut out, 1, "title", portal.title.text(lang));
    push(&mut out, 1, "subtitle", portal.description.text(lang));
    push(&mut out, 1, "id", &own);
    out.push_str(&format!("  <link rel=\"self\" type=\"application/atom+xml\" href=\"{}\"/>\n", xml(&own)));
    out.push_str(&format!("  <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml(&home)));
    push(&mut out, 1, "updated", &updated.map_or_else(|| "1970-01-01T00:00:00Z".to_owned(), instant));
    out.push_str(&format!("  <author><name>{}</name></author>\n", xml(non_empty(author, base))));
    for (date, page) in news {
        entry(&mut out, base, date, page);
    }
    out.push_str("</feed>\n");
    out
}

fn entry(out: &mut String, base: &str, date: PartialDate, page: &Listed) {
    let url = absolute(base, &page.path);
    out.push_str("  <entry>\n");
    push(out, 2, "title", non_empty(&page.title, &page.path));
    push(out, 2, "id", &url);
    out.push_str(&format!("    <link rel=\"alternate\" type=\"text/html\" href=\"{}\"/>\n", xml(&url)));
    push(out, 2, "updated", &instant(date));
    if !page.kind.is_empty() {
        out.push_str(&format!("    <category term=\"{}\"/>\n", xml(&page.kind)));
    }
    push(out, 2, "summary", &page.summary);
    out.push_str("  </entry>\n");
}

fn push(out: &mut String, depth: usize, name: &str, text: &str) {
    if !text.trim().is_empty() {
        out.push_str(&format!("{}<{name}>{}</{name}>\n", "  ".repeat(depth), xml(text)));
    }
}

fn non_empty<'a>(text: &'a str, instead: &'a str) -> &'a str {
    if text.trim().is_empty() { instead } else { text }
}

/// A date as RFC 3339 with a zone. The content knows days, not hours: noon in UTC is that very day from UTC−12 to
/// UTC+11, while midnight would be shown as the day before all over America.
pub fn instant(date: PartialDate) -> String {
    format!("{}T12:00:00Z", date.first_day())
}
