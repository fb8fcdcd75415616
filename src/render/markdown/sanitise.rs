//! Raw HTML in a text: a strict list of what may stay, applied by ammonia to the whole text at once, so that elements
//! opened in one place and closed in another stay balanced.
//!
//! What the writer itself adds (anchors, scrollers) must survive, and authors must not be able to write it. So the
//! writer puts a private mark before its attributes' values; the mark cannot occur in a text ([`RESERVED`] are removed
//! first), and an attribute of that kind without the mark is dropped.

#![allow(
    clippy::disallowed_types,
    reason = "ammonia wants them, and only looks things up in them"
)]

use super::MarkdownContext;
use super::reserved::{BY_AUTHOR, BY_WRITER, SET_ASIDE};
use super::writer::WrittenHtml;
use crate::text::escape::html as escape;
use crate::text::scheme;
use crate::text::web::encode_address;
use ammonia::Builder;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

/// Elements of raw HTML that may stay.
const ELEMENTS: &[&str] = &[
    "a",
    "abbr",
    "b",
    "bdi",
    "bdo",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "details",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "ins",
    "kbd",
    "li",
    "mark",
    "ol",
    "p",
    "pre",
    "q",
    "rp",
    "rt",
    "ruby",
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
    "summary",
    "sup",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "u",
    "ul",
    "var",
    "wbr",
];

/// Attributes that only the writer may set.
const GUARDED: &[&str] = &["id", "class", "role", "tabindex", "aria-label"];

static BUILDER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut builder = Builder::empty();
    builder
        .tags(ELEMENTS.iter().copied().collect())
        .clean_content_tags(HashSet::from([
            "script", "style", "template", "title", "noscript", "iframe", "svg", "math",
        ]))
        .generic_attributes(HashSet::from([
            "lang",
            "dir",
            "title",
            "id",
            "class",
            "role",
            "tabindex",
            "aria-label",
        ]))
        .tag_attributes(HashMap::from([
            ("a", HashSet::from(["href", "hreflang"])),
            ("abbr", HashSet::from(["title"])),
            ("ol", HashSet::from(["start", "reversed"])),
            ("td", HashSet::from(["colspan", "rowspan"])),
            ("th", HashSet::from(["colspan", "rowspan", "scope"])),
            ("details", HashSet::from(["open"])),
        ]))
        .url_schemes(scheme::SCHEMES.iter().copied().collect())
        .link_rel(None)
        .attribute_filter(|_, name, value| match value.strip_prefix(BY_WRITER) {
            Some(value) => Some(Cow::Owned(value.to_owned())),
            None if name == "href" => Some(Cow::Owned(format!("{BY_AUTHOR}{value}"))),
            None if GUARDED.contains(&name) => None,
            None => Some(Cow::Borrowed(value)),
        });
    builder
});

/// Cleans what was written, sees where its links lead, and puts in what was held back.
pub(crate) fn clean(written: &WrittenHtml, context: &MarkdownContext<'_>) -> String {
    let cleaned = led(&BUILDER.clean(&written.html).to_string(), written, context);
    let mut out = String::with_capacity(cleaned.len());
    for (i, piece) in cleaned.split(SET_ASIDE).enumerate() {
        match piece
            .parse::<usize>()
            .ok()
            .filter(|_| i % 2 == 1)
            .and_then(|n| written.set_aside.get(n))
        {
            Some(html) => out.push_str(html),
            None => out.push_str(piece),
        }
    }
    out
}

/// HTML whose links lead where those of Markdown would.
fn led(html: &str, written: &WrittenHtml, context: &MarkdownContext<'_>) -> String {
    let attribute = format!(" href=\"{BY_AUTHOR}");
    let mut pieces = html.split(attribute.as_str());
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (address, rest) = piece.split_once('"').unwrap_or((piece, ""));
        let href = written.headings.lead(&unescaped(address), context).href;
        if scheme::may_link(&href) {
            out.push_str(&format!(" href=\"{}\"", escape(&encode_address(&href))));
        }
        out.push_str(rest);
    }
    out
}

/// Returns an attribute's value as its author meant it.
fn unescaped(value: &str) -> String {
    value
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&nbsp;", "\u{a0}")
        .replace("&amp;", "&")
}

/// Returns whether a piece of raw HTML holds something that is left out.
pub(crate) fn is_unsafe(html: &str) -> bool {
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let name: String = rest
            .trim_start_matches('/')
            .chars()
            .take_while(char::is_ascii_alphanumeric)
            .collect();
        let end = rest.find('>').unwrap_or(rest.len());
        let attributes = rest[..end].to_ascii_lowercase();
        let runs = attributes
            .split_ascii_whitespace()
            .any(|a| a.starts_with("on") || a.starts_with("style"));
        let known = name.is_empty() || ELEMENTS.contains(&&*name.to_ascii_lowercase());
        if !known || runs || attributes.contains("script:") || attributes.contains("data:") {
            return true;
        }
    }
    false
}
