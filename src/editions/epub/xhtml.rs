//! A finished page's text as XHTML: the same elements and words, as far as a book has a use for them, in XML that is well
//! formed whatever is in it.

use super::content_model::fitting;
use super::elements::{is_kept, written_as};
use super::package::head;
use super::tables::{self, parts};
use crate::html::skipped::is_skipped_in_books;
use crate::html::target::{Target, resolve};
use crate::html::tree::Node;
use crate::text::escape::xml;
use crate::text::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// What links of a book may lead to.
pub(crate) struct Book<'a> {
    /// Where the portal is; other pages are reached on the web.
    pub(crate) base: Option<&'a str>,
    /// Each chapter's file and places, by the page that it is made of.
    pub(crate) chapters: BTreeMap<String, (String, BTreeSet<String>)>,
    /// The file in the book of each picture, by its path in the site. A picture that is not in it is told by its words.
    pub(crate) pictures: BTreeMap<String, String>,
}

/// A chapter that is written.
pub(crate) struct Chapter<'a> {
    /// The page that it is made of.
    pub(crate) page: &'a str,
    pub(crate) title: &'a str,
    pub(crate) lang: &'a Lang,
}

/// A chapter as a file of the book.
pub(crate) struct ChapterFile {
    pub(crate) text: String,
    /// Whether there are drawings in it.
    pub(crate) drawings: bool,
}

/// Writes a chapter of the nodes of a page.
pub(crate) fn chapter(book: &Book<'_>, chapter: &Chapter<'_>, main: &[Node]) -> ChapterFile {
    let mut writer = XhtmlWriter {
        book,
        page: chapter.page,
        seen: BTreeSet::new(),
        drawings: false,
        above: Vec::new(),
        out: head(chapter.lang, chapter.title),
    };
    writer.out.push_str("<body>\n");
    writer.nodes(main);
    writer.out.push_str("\n</body>\n</html>\n");
    ChapterFile {
        text: writer.out,
        drawings: writer.drawings,
    }
}

/// A drawing by itself, as SVG in XML.
#[cfg(feature = "pdf")]
pub(crate) fn drawing(node: &Node) -> String {
    let book = Book {
        base: None,
        chapters: BTreeMap::new(),
        pictures: BTreeMap::new(),
    };
    let (seen, above, out) = (BTreeSet::new(), Vec::new(), String::new());
    let mut writer = XhtmlWriter {
        book: &book,
        page: "",
        seen,
        drawings: false,
        above,
        out,
    };
    writer.drawing(node);
    writer.out
}

/// The places of a page that its chapter will have.
pub(crate) fn places(main: &[Node]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for node in main.iter().filter(|node| !is_skipped_in_books(node)) {
        if is_kept(node.name()) {
            found.extend(node.get("id").map(str::to_owned));
        }
        found.extend(places(node.children()));
    }
    found
}

/// The paths in the site of the pictures that a page shows, in their order.
pub(crate) fn pictures(main: &[Node], page: &str, base: Option<&str>) -> Vec<String> {
    let mut found = Vec::new();
    for node in main.iter().filter(|node| !is_skipped_in_books(node)) {
        if node.name() == "img" {
            found.extend(picture_of(node, page, base));
        }
        found.extend(pictures(node.children(), page, base));
    }
    found
}

/// The path in the site of a picture.
fn picture_of(node: &Node, page: &str, base: Option<&str>) -> Option<String> {
    match resolve(page, node.get("src")?.trim(), base, false) {
        Target::Inside { path, .. } => Some(path),
        _ => None,
    }
}

/// A place as XML wants it: a name, and no two places the same name.
pub(crate) fn name_of(id: &str) -> String {
    let mut name = String::from("x-");
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.') {
            name.push(char::from(byte));
        } else {
            name.push_str(&format!("_{byte:02x}"));
        }
    }
    name
}

/// Writes the nodes of one page as XHTML.
pub(crate) struct XhtmlWriter<'a> {
    book: &'a Book<'a>,
    page: &'a str,
    pub(super) seen: BTreeSet<String>,
    pub(super) drawings: bool,
    /// Names of the elements that are open, the innermost last.
    above: Vec<&'static str>,
    pub(crate) out: String,
}

impl XhtmlWriter<'_> {
    /// Writes some nodes. In a list, what is no item becomes one.
    pub(crate) fn nodes(&mut self, nodes: &[Node]) {
        let in_list = matches!(self.above.last(), Some(&("ul" | "ol")));
        for node in nodes {
            match node {
                Node::Text(text) if in_list && text.trim().is_empty() => {}
                _ if is_skipped_in_books(node) => {}
                Node::Text(text) if !in_list => self.out.push_str(&xml(text)),
                Node::Element(..) if !in_list || node.name() == "li" => self.element(node),
                _ => {
                    self.open("li");
                    self.nodes(std::slice::from_ref(node));
                    self.close();
                }
            }
        }
    }

    /// Opens an element that has no attributes.
    pub(crate) fn open(&mut self, name: &'static str) {
        self.out.push_str(&format!("<{name}>"));
        self.above.push(name);
    }

    /// Closes the element opened last.
    pub(crate) fn close(&mut self) {
        if let Some(name) = self.above.pop() {
            self.out.push_str(&format!("</{name}>"));
        }
    }

    fn element(&mut self, node: &Node) {
        match node.name() {
            "svg" => self.drawing(node),
            "img" => self.picture(node),
            "table" if tables::columns(node) > tables::MOST => self.table_as_list(node),
            "table" => self.table(node),
            "a" => self.link(node),
            name => match written_as(name).and_then(|name| fitting(name, node, &self.above)) {
                Some(name) => self.kept(name, node),
                None => self.nodes(node.children()),
            },
        }
    }

    fn kept(&mut self, name: &'static str, node: &Node) {
        self.out.push_str(&format!("<{name}"));
        self.general(node);
        self.own(name, node);
        if matches!(name, "br" | "hr" | "wbr") {
            self.out.push_str("/>");
            return;
        }
        self.out.push('>');
        self.above.push(name);
        self.nodes(node.children());
        self.close();
    }

    /// An author's picture, where the book holds it; else what it shows, in words.
    fn picture(&mut self, node: &Node) {
        let alt = node.get("alt").unwrap_or_default();
        let file = picture_of(node, self.page, self.book.base)
            .and_then(|path| self.book.pictures.get(&path));
        let Some(file) = file else {
            return self.out.push_str(&if alt.is_empty() {
                String::new()
            } else {
                format!("[{}]", xml(alt))
            });
        };
        self.out.push_str("<img");
        self.fact("src", file);
        self.fact("alt", alt);
        for side in ["width", "height"] {
            if let Some(pixels) = node
                .get(side)
                .filter(|pixels| pixels.parse::<u32>().is_ok())
            {
                self.fact(side, pixels);
            }
        }
        self.out.push_str("/>");
    }

    /// A table, its parts in the order in which they must be.
    fn table(&mut self, node: &Node) {
        let parts = parts(node);
        for caption in parts.more {
            self.kept("div", caption);
        }
        if parts.rows.is_empty() && parts.head.is_none() && parts.foot.is_none() {
            return parts
                .caption
                .into_iter()
                .for_each(|caption| self.kept("div", caption));
        }
        self.open("table");
        parts
            .caption
            .into_iter()
            .for_each(|caption| self.kept("caption", caption));
        parts
            .head
            .into_iter()
            .for_each(|head| self.kept("thead", head));
        for rows in parts.rows {
            if rows.name() == "tr" {
                self.open("tbody");
                self.kept("tr", rows);
                self.close();
            } else {
                self.kept("tbody", rows);
            }
        }
        parts
            .foot
            .into_iter()
            .for_each(|foot| self.kept("tfoot", foot));
        self.close();
    }

    /// Facts that every element may have.
    pub(crate) fn general(&mut self, node: &Node) {
        if let Some(id) = node
            .get("id")
            .filter(|id| !id.is_empty() && self.seen.insert((*id).to_owned()))
        {
            self.fact("id", &name_of(id));
        }
        if let Some(lang) = node.get("lang").and_then(Lang::parse) {
            self.fact("lang", lang.tag());
            self.fact("xml:lang", lang.tag());
        }
        if let Some(dir) = node
            .get("dir")
            .filter(|dir| matches!(*dir, "ltr" | "rtl" | "auto"))
        {
            self.fact("dir", dir);
        }
        let class = node.get("class").unwrap_or_default();
        let is_plain = class
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' '));
        if !class.trim().is_empty() && is_plain {
            self.fact("class", class.trim());
        }
    }

    /// Facts that only this element may have.
    fn own(&mut self, name: &str, node: &Node) {
        let facts = match name {
            "td" => vec![
                ("colspan", span_of(node, "colspan")),
                ("rowspan", span_of(node, "rowspan")),
            ],
            "th" => {
                let scope = node
                    .get("scope")
                    .filter(|s| matches!(*s, "row" | "col" | "rowgroup" | "colgroup"));
                vec![
                    ("colspan", span_of(node, "colspan")),
                    ("rowspan", span_of(node, "rowspan")),
                    ("scope", scope),
                ]
            }
            "ol" => vec![
                ("start", number_of(node, "start")),
                ("reversed", node.get("reversed").map(|_| "reversed")),
            ],
            "li" => vec![("value", number_of(node, "value"))],
            "abbr" => vec![("title", node.get("title"))],
            _ => Vec::new(),
        };
        for (name, value) in facts {
            if let Some(value) = value {
                self.fact(name, value);
            }
        }
    }

    /// Writes an attribute.
    pub(crate) fn fact(&mut self, name: &str, value: &str) {
        self.out.push_str(&format!(" {name}=\"{}\"", xml(value)));
    }

    /// A link that leads to a chapter, or to the web; else its words.
    fn link(&mut self, node: &Node) {
        let Some(href) = node.get("href").and_then(|href| self.leads(href)) else {
            return self.nodes(node.children());
        };
        self.out.push_str("<a");
        self.general(node);
        self.fact("href", &href);
        self.out.push('>');
        self.nodes(node.children());
        self.out.push_str("</a>");
    }

    /// Returns the full address of a page of the portal, where that says where it is.
    fn on_the_web(&self, path: &str, place: Option<&str>) -> Option<String> {
        let place = place
            .map(|p| format!("#{}", crate::record::encode_path(p)))
            .unwrap_or_default();
        let page = crate::record::absolute(self.book.base?, path);
        Some(format!("{page}{place}"))
    }

    fn leads(&self, href: &str) -> Option<String> {
        match resolve(self.page, href.trim(), self.book.base, false) {
            Target::Inside { path, place } => match self.book.chapters.get(&path) {
                Some((file, places)) => match place {
                    Some(place) if places.contains(&place) => {
                        Some(format!("{file}#{}", name_of(&place)))
                    }
                    // A place that the book leaves out.
                    Some(_) if path == self.page => None,
                    _ => Some(file.clone()),
                },
                None => self.on_the_web(&path, place.as_deref()),
            },
            Target::Folder { path, .. } => self.on_the_web(&format!("{path}index.html"), None),
            Target::OtherHost if crate::record::is_web_address(href.trim()) => {
                Some(href.trim().to_owned())
            }
            Target::Elsewhere => letter(href.trim()),
            _ => None,
        }
    }
}

/// Returns an attribute's value where it is a whole number.
fn number_of<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.get(name).filter(|n| n.parse::<i32>().is_ok())
}

/// Returns an attribute's value where a cell can span so many columns or rows.
fn span_of<'n>(node: &'n Node, name: &str) -> Option<&'n str> {
    node.get(name)
        .filter(|n| n.parse::<u16>().is_ok_and(|n| (1..=1000).contains(&n)))
}

/// A letter or call that a tap begins.
fn letter(href: &str) -> Option<String> {
    let known = ["mailto:", "tel:", "sms:"]
        .iter()
        .any(|scheme| href.len() > scheme.len() && href.starts_with(scheme));
    let is_uri = href
        .bytes()
        .all(|b| b.is_ascii_graphic() && !br#"<>"{}|\^`[]"#.contains(&b));
    (known && is_uri).then(|| href.to_owned())
}
