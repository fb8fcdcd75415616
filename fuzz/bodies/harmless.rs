//! Finds what in a page, a drawing or a feed could run or load something, as a browser reads it: with the tree that a browser
//! makes of it, not with the program's own reading.
//!
//! Besides a list of elements and attributes, which anybody can compare with the HTML standard, it knows addresses as the URL
//! standard parses them (blanks before, tabs and line ends within) and escapes of CSS.
use html5ever::serialize::SerializeOpts;
use html5ever::tendril::TendrilSink;
use html5ever::tree_builder::TreeBuilderOpts;
use html5ever::{ParseOpts, parse_document, serialize};
use markup5ever_rcdom::{Node, NodeData, RcDom, SerializableHandle};
use quick_xml::events::Event;
use std::rc::Rc;

/// What a reader's click may lead to.
const SCHEMES: [&str; 6] = ["http", "https", "mailto", "tel", "sms", "geo"];

/// Elements that run or load something, whatever is written in them; scripts, styles, links and `meta` are looked at one by one.
const ELEMENTS: [&str; 25] = [
    "iframe",
    "frame",
    "frameset",
    "object",
    "embed",
    "applet",
    "base",
    "portal",
    "fencedframe",
    "noembed",
    "noframes",
    "xmp",
    "plaintext",
    "bgsound",
    "param",
    "handler",
    "listener",
    "set",
    "animate",
    "animatemotion",
    "animatetransform",
    "animatecolor",
    "discard",
    "foreignobject",
    "isindex",
];

/// Attributes whose address is loaded at once.
const LOADED: [&str; 11] = [
    "src",
    "srcset",
    "imagesrcset",
    "poster",
    "background",
    "lowsrc",
    "dynsrc",
    "code",
    "codebase",
    "classid",
    "archive",
];

/// Attributes whose address a click or a form leads to.
const LED: [&str; 5] = ["href", "action", "formaction", "cite", "longdesc"];

/// Attributes that may be nowhere.
const NOWHERE: [&str; 9] = [
    "srcdoc",
    "ping",
    "attributionsrc",
    "manifest",
    "shadowroot",
    "shadowrootmode",
    "is",
    "nonce",
    "attributename",
];

/// Attributes that are styles, of HTML and of drawings.
const STYLED: [&str; 11] = [
    "style",
    "fill",
    "stroke",
    "filter",
    "clip-path",
    "mask",
    "cursor",
    "marker",
    "marker-start",
    "marker-mid",
    "marker-end",
];

/// Elements whose `href` is loaded, not followed.
const LOADING_HREF: [&str; 7] = [
    "use", "image", "feimage", "tref", "mpath", "script", "pattern",
];

/// Where an address leads, as a browser reads it.
#[derive(Debug, PartialEq, Eq)]
enum Leads {
    Here,
    /// To another host, with the scheme of the page.
    Elsewhere,
    By(String),
}

fn leads(address: &str) -> Leads {
    let trimmed = address.trim_matches(|c: char| c <= ' ');
    let plain: String = trimmed
        .chars()
        .filter(|c| !matches!(c, '\t' | '\n' | '\r'))
        .collect();
    let is_slash = |c: Option<char>| matches!(c, Some('/' | '\\'));
    let mut chars = plain.chars();
    if is_slash(chars.next()) && is_slash(chars.next()) {
        return Leads::Elsewhere;
    }
    let Some((scheme, _)) = plain.split_once(':') else {
        return Leads::Here;
    };
    let is_scheme = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme
            .chars()
            .all(|c| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'));
    if is_scheme {
        Leads::By(scheme.to_ascii_lowercase())
    } else {
        Leads::Here
    }
}

/// What of a page is the program's own, and may run or be loaded.
pub trait OwnParts {
    /// Whether a script is the program's, by its text.
    fn is_script(&self, text: &str) -> bool;
    /// Whether an address that is loaded holds its own bytes, and they are the program's.
    fn is_data(&self, address: &str) -> bool;
}

/// Nothing is: a text, a drawing.
pub struct Nothing;

impl OwnParts for Nothing {
    fn is_script(&self, _: &str) -> bool {
        false
    }

    fn is_data(&self, _: &str) -> bool {
        false
    }
}

/// Pictures of dots are, which a drawing may hold.
pub struct Bitmaps;

impl OwnParts for Bitmaps {
    fn is_script(&self, _: &str) -> bool {
        false
    }

    fn is_data(&self, address: &str) -> bool {
        let kind = address.trim().strip_prefix("data:image/");
        ["png", "jpeg", "jpg", "gif", "webp"].iter().any(|known| {
            kind.and_then(|kind| kind.strip_prefix(known))
                .is_some_and(|rest| rest.starts_with([';', ',']))
        })
    }
}

/// An element as it was parsed.
struct Element<'a> {
    /// Its name in lower case, without a prefix.
    name: String,
    /// Names in lower case, without a prefix, and values.
    attributes: Vec<(String, String)>,
    /// The text in it.
    text: String,
    own: &'a dyn OwnParts,
}

impl Element<'_> {
    fn value(&self, name: &str) -> Option<&str> {
        let named = self.attributes.iter().find(|(own, _)| own == name);
        named.map(|(_, value)| value.as_str())
    }

    fn faults(&self, faults: &mut Vec<String>) {
        let name = self.name.as_str();
        if ELEMENTS.contains(&name) {
            faults.push(format!("<{name}>"));
        }
        if name == "script" && !self.is_own_script() {
            faults.push(format!("<script> {:?} {:.80}", self.attributes, self.text));
        }
        if name == "style"
            && let Some(fault) = css_fault(&self.text, self.own)
        {
            faults.push(format!("<style> {fault}"));
        }
        if name == "meta" && !self.is_harmless_meta() {
            faults.push(format!("<meta> {:?}", self.attributes));
        }
        for (attribute, value) in &self.attributes {
            if let Some(fault) = self.attribute_fault(attribute, value) {
                faults.push(format!("<{name} {attribute}={value:?}>: {fault}"));
            }
        }
    }

    /// Whether it is the program's script, one of its files, or no script at all but data.
    fn is_own_script(&self) -> bool {
        if let Some(src) = self.value("src") {
            return leads(src) == Leads::Here
                && self.own.is_script("")
                && self.text.trim().is_empty();
        }
        match self.value("type") {
            Some("application/ld+json") => {
                serde_json::from_str::<serde_json::Value>(&self.text).is_ok()
            }
            _ => self.own.is_script(self.text.trim()),
        }
    }

    fn is_harmless_meta(&self) -> bool {
        let Some(kind) = self.value("http-equiv") else {
            return true;
        };
        let content = self.value("content").unwrap_or_default();
        match kind.trim().to_ascii_lowercase().as_str() {
            "content-security-policy" | "content-type" | "x-ua-compatible" | "content-language" => {
                true
            }
            "refresh" => {
                let lower = content.to_ascii_lowercase();
                let address = lower.split_once("url=").map_or("", |(_, address)| address);
                leads(address.trim_matches(['"', '\''])) == Leads::Here
            }
            _ => false,
        }
    }

    fn attribute_fault(&self, attribute: &str, value: &str) -> Option<String> {
        if attribute.len() > 2 && attribute.starts_with("on") {
            return Some("it runs".into());
        }
        if NOWHERE.contains(&attribute) {
            return Some("it is nowhere".into());
        }
        if STYLED.contains(&attribute) {
            return css_fault(value, self.own);
        }
        let loads_href = attribute == "href"
            && (LOADING_HREF.contains(&self.name.as_str()) || self.is_loading_link());
        if attribute == "srcset" || attribute == "imagesrcset" {
            let addresses = value.split(',').map(str::trim_start);
            return addresses
                .filter_map(|one| one.split_whitespace().next())
                .find_map(|one| self.loaded_fault(one));
        }
        let is_data = self.name == "data" || self.name == "object";
        if loads_href || LOADED.contains(&attribute) || attribute == "data" && is_data {
            return self.loaded_fault(value);
        }
        LED.contains(&attribute).then(|| led_fault(value)).flatten()
    }

    /// Whether a `link` makes a browser load something.
    fn is_loading_link(&self) -> bool {
        const FOLLOWED: [&str; 22] = [
            "alternate",
            "author",
            "bookmark",
            "canonical",
            "cite-as",
            "describedby",
            "first",
            "help",
            "index",
            "item",
            "last",
            "license",
            "me",
            "next",
            "prev",
            "privacy-policy",
            "search",
            "self",
            "start",
            "tag",
            "up",
            "collection",
        ];
        let rel = self.value("rel").unwrap_or_default().to_ascii_lowercase();
        self.name == "link" && !rel.split_whitespace().all(|word| FOLLOWED.contains(&word))
    }

    fn loaded_fault(&self, address: &str) -> Option<String> {
        match leads(address) {
            Leads::Here => None,
            Leads::By(scheme) if scheme == "data" && self.own.is_data(address) => None,
            Leads::By(scheme) => Some(format!("it is loaded by {scheme:?}")),
            Leads::Elsewhere => Some("it is loaded from another host".into()),
        }
    }
}

fn led_fault(address: &str) -> Option<String> {
    match leads(address) {
        Leads::By(scheme) if !SCHEMES.contains(&scheme.as_str()) => {
            Some(format!("it leads to {scheme:?}"))
        }
        _ => None,
    }
}

/// Words of a style that run or load something, without blanks.
const STYLE_WORDS: [&str; 7] = [
    "expression(",
    "javascript:",
    "vbscript:",
    "-moz-binding",
    "behavior:",
    "@import",
    "@font-face",
];

/// What in a style could run or load something.
fn css_fault(css: &str, own: &dyn OwnParts) -> Option<String> {
    let plain = css_unescaped(css).to_ascii_lowercase();
    let squeezed: String = plain.chars().filter(|c| !c.is_whitespace()).collect();
    if let Some(word) = STYLE_WORDS.iter().find(|word| squeezed.contains(**word)) {
        return Some((*word).into());
    }
    for (at, _) in squeezed.match_indices("url(") {
        let rest = squeezed[at + 4..].trim_start_matches(['"', '\'']);
        let end = rest.find(['"', '\'', ')']).unwrap_or(rest.len());
        let address = &rest[..end];
        let is_own = leads(address) == Leads::Here || own.is_data(address);
        if !is_own {
            return Some(format!("url({address})"));
        }
    }
    squeezed
        .contains("image-set(")
        .then(|| "image-set(".to_owned())
}

/// A style without comments, and with its escapes read.
fn css_unescaped(css: &str) -> String {
    let mut plain = String::new();
    let mut rest = css;
    while let Some(at) = rest.find("/*") {
        plain.push_str(&rest[..at]);
        rest = rest[at + 2..].split_once("*/").map_or("", |(_, rest)| rest);
    }
    plain.push_str(rest);
    let mut out = String::new();
    let mut chars = plain.chars().peekable();
    while let Some(c) = chars.next() {
        if c != '\\' {
            out.push(c);
            continue;
        }
        let mut number = String::new();
        while number.len() < 6 && chars.peek().is_some_and(char::is_ascii_hexdigit) {
            number.extend(chars.next());
        }
        if number.is_empty() {
            out.extend(chars.next());
            continue;
        }
        chars.next_if(|c| c.is_whitespace());
        let code = u32::from_str_radix(&number, 16).unwrap_or_default();
        out.push(char::from_u32(code).unwrap_or('\u{fffd}'));
    }
    out
}

/// Returns what in a page could run or load something: as it is parsed with scripts and without, and as it is parsed anew from
/// the tree that the first parsing made.
pub fn html_faults(page: &str, own: &dyn OwnParts) -> Vec<String> {
    let mut faults = Vec::new();
    for scripting_enabled in [true, false] {
        let dom = parsed(page, scripting_enabled);
        tree_faults(&dom.document, own, &mut faults);
        let mut again = Vec::new();
        let handle: SerializableHandle = dom.document.clone().into();
        if serialize(&mut again, &handle, SerializeOpts::default()).is_ok() {
            let again = parsed(&String::from_utf8_lossy(&again), scripting_enabled);
            tree_faults(&again.document, own, &mut faults);
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

fn parsed(page: &str, scripting_enabled: bool) -> RcDom {
    let tree_builder = TreeBuilderOpts {
        scripting_enabled,
        ..TreeBuilderOpts::default()
    };
    let opts = ParseOpts {
        tree_builder,
        ..ParseOpts::default()
    };
    parse_document(RcDom::default(), opts).one(page)
}

fn tree_faults(top: &Rc<Node>, own: &dyn OwnParts, faults: &mut Vec<String>) {
    let mut open = vec![top.clone()];
    while let Some(node) = open.pop() {
        open.extend(node.children.borrow().iter().cloned());
        let NodeData::Element {
            name,
            attrs,
            template_contents,
            ..
        } = &node.data
        else {
            continue;
        };
        open.extend(template_contents.borrow().iter().cloned());
        let attributes = attrs.borrow();
        let attributes = attributes.iter().map(|attribute| {
            let local = attribute.name.local.to_ascii_lowercase();
            (without_prefix(&local), attribute.value.to_string())
        });
        let element = Element {
            name: without_prefix(&name.local.to_ascii_lowercase()),
            attributes: attributes.collect(),
            text: text_of(&node),
            own,
        };
        element.faults(faults);
    }
}

fn without_prefix(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_owned()
}

fn text_of(node: &Node) -> String {
    let mut text = String::new();
    for child in node.children.borrow().iter() {
        if let NodeData::Text { contents } = &child.data {
            text.push_str(&contents.borrow());
        }
    }
    text
}

/// Returns what in a document of XML could run or load something, or that it is no well-formed one.
pub fn xml_faults(text: &str, own: &dyn OwnParts) -> Vec<String> {
    let mut faults = Vec::new();
    let mut reader = quick_xml::Reader::from_str(text);
    let mut open: Vec<(Element<'_>, usize)> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag)) => open.push((xml_element(&tag, own, &mut faults), 0)),
            Ok(Event::Empty(tag)) => xml_element(&tag, own, &mut faults).faults(&mut faults),
            Ok(Event::End(_)) => {
                if let Some((element, _)) = open.pop() {
                    element.faults(&mut faults);
                }
            }
            Ok(Event::Text(words)) => open_text(&mut open, &words),
            Ok(Event::CData(words)) => open_text(&mut open, &words),
            Ok(Event::GeneralRef(name)) => open_text(&mut open, &format!("&{};", &*name)),
            Ok(Event::PI(words)) if words.starts_with("xml-stylesheet") => {
                faults.push("<?xml-stylesheet?>".into());
            }
            Ok(Event::DocType(words)) if words.contains('[') => faults.push("<!DOCTYPE [".into()),
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(error) => {
                faults.push(format!("it is not well-formed: {error}"));
                break;
            }
        }
    }
    if !open.is_empty() {
        faults.push("it is cut off".into());
    }
    faults
}

fn open_text(open: &mut [(Element<'_>, usize)], words: &str) {
    if let Some((element, _)) = open.last_mut() {
        element.text.push_str(words);
    }
}

fn xml_element<'o>(
    tag: &quick_xml::events::BytesStart<'_>,
    own: &'o dyn OwnParts,
    faults: &mut Vec<String>,
) -> Element<'o> {
    let mut attributes = Vec::new();
    for attribute in tag.attributes() {
        match attribute {
            Ok(attribute) => {
                let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
                let name = attribute.key.as_ref().to_ascii_lowercase();
                match value {
                    Ok(value) if name != "xmlns" && !name.starts_with("xmlns:") => {
                        attributes.push((without_prefix(&name), value.into_owned()));
                    }
                    Ok(_) => {}
                    Err(error) => faults.push(format!("it is not well-formed: {error}")),
                }
            }
            Err(error) => faults.push(format!("it is not well-formed: {error}")),
        }
    }
    Element {
        name: without_prefix(&tag.name().as_ref().to_ascii_lowercase()),
        attributes,
        text: String::new(),
        own,
    }
}

/// Fails where one of these was found.
pub fn assert_none(faults: &[String], text: &str) {
    assert!(faults.is_empty(), "{faults:#?}\n{text}");
}
