//! A finished page's text as XHTML: the same elements and words, as far as a book has a use for them, in XML that is well
//! formed whatever stands in it.

use super::package::head;
use super::tables;
use crate::emit::target::{Target, resolve};
use crate::emit::tree::Node;
use crate::text::escape::xml;
use crate::text::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};

/// What links of a book may lead to.
pub struct Book<'a> {
    /// Where the portal stands; other pages are reached on the web.
    pub base: Option<&'a str>,
    /// Each chapter's file and places, by the page that it is made of.
    pub chapters: BTreeMap<String, (String, BTreeSet<String>)>,
}

/// A chapter that is written.
pub struct Chapter<'a> {
    /// The page that it is made of.
    pub page: &'a str,
    /// Its title.
    pub title: &'a str,
    /// Its language.
    pub lang: &'a Lang,
}

/// A chapter, written.
pub struct Written {
    /// The file's text.
    pub text: String,
    /// Whether there are drawings in it.
    pub drawings: bool,
}

/// Writes a chapter.
pub fn chapter(book: &Book<'_>, chapter: &Chapter<'_>, main: &[Node]) -> Written {
    let mut writer = Writer {
        book,
        page: chapter.page,
        seen: BTreeSet::new(),
        drawings: false,
        out: head(chapter.lang, chapter.title),
    };
    writer.out.push_str("<body>\n");
    writer.nodes(main);
    writer.out.push_str("\n</body>\n</html>\n");
    Written { text: writer.out, drawings: writer.drawings }
}

/// The places of a page that its chapter will have.
pub fn places(main: &[Node]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for node in main.iter().filter(|node| !is_skipped(node)) {
        if is_kept(node.name()) {
            found.extend(node.get("id").map(str::to_owned));
        }
        found.extend(places(node.children()));
    }
    found
}

/// A place as XML wants it: a name, and no two places the same name.
fn name_of(id: &str) -> String {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.');
    let byte = |b: u8| if plain(b) { char::from(b).to_string() } else { format!("_{b:02x}") };
    format!("x-{}", id.bytes().map(byte).collect::<String>())
}

/// What a book has no use for: ways through the site, forms, what only a screen or only paper shows.
pub fn is_skipped(node: &Node) -> bool {
    const USELESS: &[&str] = &[
        "nav", "script", "style", "template", "form", "input", "button", "select", "textarea", "iframe", "object",
        "embed", "audio", "video", "source", "track", "link", "meta", "noscript", "datalist", "area", "map",
    ];
    let class = |name: &str| node.get("class").is_some_and(|all| all.split(' ').any(|class| class == name));
    USELESS.contains(&node.name())
        || node.get("hidden").is_some()
        || node.get("aria-hidden") == Some("true")
        || class("paper")
        || class("editions")
}

/// Elements that are written as they are.
const KEPT: &[&str] = &[
    "a",
    "abbr",
    "article",
    "aside",
    "b",
    "bdi",
    "blockquote",
    "br",
    "caption",
    "cite",
    "code",
    "dd",
    "del",
    "dfn",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "h1",
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
    "s",
    "samp",
    "section",
    "small",
    "span",
    "strong",
    "sub",
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

/// Elements that are written under another name: reading systems do not open what is closed.
const RENAMED: &[(&str, &str)] =
    &[("details", "div"), ("summary", "div"), ("header", "div"), ("footer", "div"), ("time", "span"), ("data", "span")];

/// Parts of drawings.
const DRAWN: &[&str] =
    &["circle", "desc", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text", "title", "tspan"];

/// Facts about the parts of drawings, as the page has them in lower case, and as they are.
const DRAWN_FACTS: &[(&str, &str)] = &[
    ("cx", "cx"),
    ("cy", "cy"),
    ("d", "d"),
    ("dx", "dx"),
    ("dy", "dy"),
    ("height", "height"),
    ("points", "points"),
    ("r", "r"),
    ("rx", "rx"),
    ("ry", "ry"),
    ("transform", "transform"),
    ("viewbox", "viewBox"),
    ("width", "width"),
    ("x", "x"),
    ("x1", "x1"),
    ("x2", "x2"),
    ("y", "y"),
    ("y1", "y1"),
    ("y2", "y2"),
];

fn written_as(name: &str) -> Option<&'static str> {
    let kept = KEPT.iter().copied().find(|kept| *kept == name);
    kept.or_else(|| RENAMED.iter().find(|(from, _)| *from == name).map(|(_, to)| *to))
}

fn is_kept(name: &str) -> bool {
    written_as(name).is_some() || name == "svg" || name == "title" || name == "desc"
}

/// Writes nodes.
pub struct Writer<'a> {
    book: &'a Book<'a>,
    page: &'a str,
    seen: BTreeSet<String>,
    drawings: bool,
    /// What was written.
    pub out: String,
}

impl Writer<'_> {
    /// Writes some nodes.
    pub fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            self.node(node);
        }
    }

    /// Opens an element that the page does not have.
    pub fn open(&mut self, name: &str) {
        self.out.push_str(&format!("<{name}>"));
    }

    /// Closes an element.
    pub fn close(&mut self, name: &str) {
        self.out.push_str(&format!("</{name}>"));
    }

    fn node(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.out.push_str(&xml(text)),
            Node::Element(..) if is_skipped(node) => {}
            Node::Element(..) => self.element(node),
        }
    }

    fn element(&mut self, node: &Node) {
        match node.name() {
            "svg" => self.drawing(node),
            "img" => self.out.push_str(&node.get("alt").map(|alt| format!("[{}]", xml(alt))).unwrap_or_default()),
            "table" if tables::columns(node) > tables::MOST => tables::as_list(self, node),
            "a" => self.link(node),
            name => match written_as(name) {
                Some(name) => self.kept(name, node),
                None => self.nodes(node.children()),
            },
        }
    }

    fn kept(&mut self, name: &str, node: &Node) {
        self.out.push_str(&format!("<{name}"));
        self.general(node);
        self.own(name, node);
        if matches!(name, "br" | "hr" | "wbr") {
            self.out.push_str("/>");
            return;
        }
        self.out.push('>');
        self.nodes(node.children());
        self.close(name);
    }

    /// Facts that every element may have.
    pub fn general(&mut self, node: &Node) {
        if let Some(id) = node.get("id").filter(|id| !id.is_empty() && self.seen.insert((*id).to_owned())) {
            self.fact("id", &name_of(id));
        }
        if let Some(lang) = node.get("lang").and_then(Lang::parse) {
            self.fact("lang", lang.tag());
            self.fact("xml:lang", lang.tag());
        }
        if let Some(dir) = node.get("dir").filter(|dir| matches!(*dir, "ltr" | "rtl" | "auto")) {
            self.fact("dir", dir);
        }
        let class = node.get("class").unwrap_or_default();
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | ' ');
        if !class.trim().is_empty() && class.chars().all(plain) {
            self.fact("class", class.trim());
        }
    }

    /// Facts that only this element may have.
    fn own(&mut self, name: &str, node: &Node) {
        let number = |name: &str| node.get(name).filter(|n| n.parse::<i32>().is_ok());
        let span = |name: &str| node.get(name).filter(|n| n.parse::<u16>().is_ok_and(|n| (1..=1000).contains(&n)));
        let facts = match name {
            "td" => vec![("colspan", span("colspan")), ("rowspan", span("rowspan"))],
            "th" => {
                let scope = node.get("scope").filter(|s| matches!(*s, "row" | "col" | "rowgroup" | "colgroup"));
                vec![("colspan", span("colspan")), ("rowspan", span("rowspan")), ("scope", scope)]
            }
            "ol" => vec![("start", number("start"))],
            "li" => vec![("value", number("value"))],
            "abbr" | "dfn" => vec![("title", node.get("title"))],
            _ => Vec::new(),
        };
        for (name, value) in facts {
            if let Some(value) = value {
                self.fact(name, value);
            }
        }
    }

    fn fact(&mut self, name: &str, value: &str) {
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
        self.close("a");
    }

    fn leads(&self, href: &str) -> Option<String> {
        let on_the_web = |path: &str, place: Option<&str>| {
            let place = place.map(|p| format!("#{}", crate::plan::record::encode_path(p))).unwrap_or_default();
            Some(format!("{}{place}", crate::plan::record::absolute(self.book.base?, path)))
        };
        match resolve(self.page, href.trim(), self.book.base, false) {
            Target::Inside { path, place } => match self.book.chapters.get(&path) {
                Some((file, places)) => match place {
                    Some(place) if places.contains(&place) => Some(format!("{file}#{}", name_of(&place))),
                    // A place that the book leaves out.
                    Some(_) if path == self.page => None,
                    _ => Some(file.clone()),
                },
                None => on_the_web(&path, place.as_deref()),
            },
            Target::Folder { path, .. } => on_the_web(&format!("{path}index.html"), None),
            Target::OtherHost if crate::plan::record::is_web_address(href.trim()) => Some(href.trim().to_owned()),
            Target::Elsewhere => letter(href.trim()),
            _ => None,
        }
    }

    /// A drawing with its title and description. What is in it was made by this program alone.
    fn drawing(&mut self, node: &Node) {
        self.drawings = true;
        self.out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.facts_of_drawing(node);
        let mut said = Vec::new();
        for part in ["title", "desc"] {
            node.find(part, &mut said);
        }
        let told: Vec<String> =
            said.iter().filter_map(|n| n.get("id")).filter(|id| !self.seen.contains(*id)).map(name_of).collect();
        self.fact("role", "img");
        if !told.is_empty() {
            self.fact("aria-labelledby", &told.join(" "));
        }
        self.out.push('>');
        node.children().iter().for_each(|child| self.drawn(child));
        self.close("svg");
    }

    fn drawn(&mut self, node: &Node) {
        match node {
            Node::Text(text) => self.out.push_str(&xml(text)),
            Node::Element(..) if DRAWN.contains(&node.name()) => {
                self.out.push_str(&format!("<{}", node.name()));
                self.general_of_drawing(node);
                self.facts_of_drawing(node);
                self.out.push('>');
                node.children().iter().for_each(|child| self.drawn(child));
                self.close(node.name());
            }
            Node::Element(..) => {}
        }
    }

    /// SVG knows its language by XML's name alone.
    fn general_of_drawing(&mut self, node: &Node) {
        if let Some(id) = node.get("id").filter(|id| !id.is_empty() && self.seen.insert((*id).to_owned())) {
            self.fact("id", &name_of(id));
        }
        if let Some(lang) = node.get("lang").and_then(Lang::parse) {
            self.fact("xml:lang", lang.tag());
        }
        if let Some(class) = node.get("class") {
            self.fact("class", class);
        }
    }

    fn facts_of_drawing(&mut self, node: &Node) {
        let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-' | '+' | '(' | ')');
        for (from, to) in DRAWN_FACTS {
            if let Some(value) = node.get(from).filter(|value| value.chars().all(plain)) {
                self.fact(to, value);
            }
        }
    }
}

/// A letter or call that a tap begins.
fn letter(href: &str) -> Option<String> {
    let known = ["mailto:", "tel:", "sms:"].iter().any(|scheme| href.len() > scheme.len() && href.starts_with(scheme));
    let uri = |b: u8| b.is_ascii_graphic() && !br#"<>"{}|\^`[]"#.contains(&b);
    (known && href.bytes().all(uri)).then(|| href.to_owned())
}
