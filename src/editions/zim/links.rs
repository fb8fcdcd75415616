//! Links of pages inside the edition: what leads to a file that is not in it leads to the web, or is no link.

use crate::html::target::{Target, resolve};
use crate::record::absolute;
use crate::text::escape::html as escaped;
use std::ops::Range;

/// A page with the links that it can have here. `has` says which files the edition holds.
pub(crate) fn within(
    html: &str,
    page: &str,
    base: Option<&str>,
    has: &dyn Fn(&str) -> bool,
) -> String {
    let mut out = String::with_capacity(html.len());
    let mut from = 0;
    for found in values(html) {
        let address = plain(&html[found.value.clone()]);
        let missing = match resolve(page, address.trim(), base, false) {
            // A full address of the portal itself is a link to the web, as the page means it.
            Target::Inside { path, .. } => {
                (!address.contains("://") && !has(&path)).then_some(path)
            }
            Target::Folder { path, .. } if !address.contains("://") => Some(path),
            Target::Absolute | Target::Above => Some(String::new()),
            _ => None,
        };
        let Some(path) = missing else { continue };
        match base.filter(|_| !path.is_empty()) {
            Some(base) => {
                out.push_str(&html[from..found.value.start]);
                out.push_str(&escaped(&absolute(base, &path)));
                from = found.value.end;
            }
            None => {
                out.push_str(&html[from..found.whole.start]);
                from = found.whole.end;
            }
        }
    }
    out.push_str(&html[from..]);
    out
}

/// A `href` or `src` of a tag: with the blank before it, and its value.
struct LinkValue {
    whole: Range<usize>,
    value: Range<usize>,
}

/// Every `href` and `src` in double quotation marks, as our templates write them, inside tags.
fn values(html: &str) -> Vec<LinkValue> {
    let bytes = html.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = html[at..].find('<').map(|i| at + i) {
        at = open + 1;
        if html[at..].starts_with("!--") {
            at = html[at..].find("-->").map_or(html.len(), |i| at + i + 3);
            continue;
        }
        if !bytes.get(at).is_some_and(u8::is_ascii_alphabetic) {
            continue;
        }
        let name_end = html[at..]
            .find(|c: char| !c.is_ascii_alphanumeric())
            .map_or(html.len(), |i| at + i);
        let name = html[at..name_end].to_ascii_lowercase();
        at = tag(html, name_end, &mut found);
        // What is in these is no markup.
        if matches!(name.as_str(), "script" | "style") {
            at = html[at..]
                .find(&format!("</{name}"))
                .map_or(html.len(), |i| at + i);
        }
    }
    found
}

/// Parses a tag's facts; gives where it ends.
fn tag(html: &str, mut at: usize, found: &mut Vec<LinkValue>) -> usize {
    let bytes = html.as_bytes();
    while at < bytes.len() && bytes[at] != b'>' {
        let mark = bytes[at];
        if mark != b'"' && mark != b'\'' {
            at += 1;
            continue;
        }
        let end = html[at + 1..]
            .find(char::from(mark))
            .map_or(html.len(), |i| at + 1 + i);
        let before = &html[..at];
        for name in [" href=", " src="] {
            if mark == b'"' && before.ends_with(name) {
                let whole = at - name.len()..(end + 1).min(html.len());
                found.push(LinkValue {
                    whole,
                    value: at + 1..end,
                });
            }
        }
        at = (end + 1).min(html.len());
    }
    (at + 1).min(html.len())
}

/// A value without its escapes, as our writers make them.
fn plain(value: &str) -> String {
    value
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::within;

    #[test]
    fn what_is_not_inside_leads_to_the_web_or_is_no_link() {
        let html = "<style>a{x:\"<b href=\\\"x\\\">\"}</style><a href=\"b.html#x\">1</a><a class=\"c\" href=\"d.csv\">2</a>\
                    <code>&lt;a href=\"d.csv\"</code><a href=\"https://a.example/p/d.csv\">3</a><a href=\"mailto:x\">4</a>";
        let has = |path: &str| path == "b.html";
        let made = within(html, "a.html", Some("https://a.example/p/"), &has);
        assert_eq!(
            made,
            html.replacen("\"d.csv\"", "\"https://a.example/p/d.csv\"", 1)
        );
        let made = within(html, "a.html", None, &has);
        assert_eq!(made, html.replacen(" href=\"d.csv\"", "", 1));
        assert_eq!(within("<a href=\"", "a.html", None, &has), "<a");
    }
}
