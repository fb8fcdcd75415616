//! Drawings (SVG) as they are published: what draws stays, by a list of what may; what runs, loads or leads elsewhere goes.
//!
//! An SVG opened by itself is a page, whatever the portal's own pages allow. Kept are shapes, text, gradients, patterns,
//! masks, markers, filters, raster images that are in the file, and references to places of the same file. Left out are
//! scripts, handlers (`on…`), `foreignObject`, animations (which can set any address), links, addresses of other files,
//! style rules that load something, entities and instructions of XML, and what editors keep for themselves.

mod css;
mod names;
mod publish;
mod weight;

pub(crate) use publish::publish;

use crate::text::escape::html as escape;
use quick_xml::XmlVersion;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;
use std::collections::BTreeSet;
use weight::SvgElements;

/// A drawing as it can be published.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Drawing {
    /// Its text in UTF-8, ready to be written.
    pub(crate) text: String,
    /// Names of elements and attributes that were left out and could have run or loaded something.
    pub(crate) left_out: BTreeSet<String>,
    /// How many elements it draws, each as often as it is shown.
    pub(crate) drawn: u64,
    /// How deep its elements are in one another.
    pub(crate) depth: u64,
}

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Whether a path ends as a drawing's does; one that is packed (`.svgz`) cannot be cleaned.
pub(crate) fn is_drawing(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ending.eq_ignore_ascii_case("svg") || ending.eq_ignore_ascii_case("svgz")
}

/// Cleans a drawing; none where it is no well-formed SVG.
pub(crate) fn clean(bytes: &[u8]) -> Option<Drawing> {
    let text = decoded(bytes)?;
    let mut reader = NsReader::from_str(&text);
    let mut cleaner = Cleaner::default();
    loop {
        let (namespace, event) = reader.read_resolved_event().ok()?;
        let namespace = match namespace {
            ResolveResult::Bound(Namespace(name)) => name.to_owned(),
            _ => String::new(),
        };
        match event {
            Event::Start(start) => cleaner.open(&reader, &namespace, &start, false)?,
            Event::Empty(start) => cleaner.open(&reader, &namespace, &start, true)?,
            Event::End(_) => cleaner.close(),
            Event::Text(words) => cleaner.words(&words),
            Event::CData(words) => cleaner.words(&words),
            Event::GeneralRef(name) => cleaner.words(&referred(&name)),
            Event::Eof => break,
            Event::PI(_) | Event::Comment(_) | Event::Decl(_) | Event::DocType(_) => {}
        }
    }
    cleaner.finish()
}

/// The text of a file in UTF-8, or in UTF-16 with its mark.
fn decoded(bytes: &[u8]) -> Option<String> {
    match encoding_rs::Encoding::for_bom(bytes) {
        Some((encoding, mark)) => encoding
            .decode_without_bom_handling_and_without_replacement(&bytes[mark..])
            .map(std::borrow::Cow::into_owned),
        None => String::from_utf8(bytes.to_vec()).ok(),
    }
}

/// The character that a reference represents; nothing where it is an entity of the file's own.
fn referred(name: &BytesRef<'_>) -> String {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return character.to_string();
    }
    quick_xml::escape::resolve_predefined_entity(name)
        .unwrap_or_default()
        .to_owned()
}

/// Writes the elements and attributes that may stay.
#[derive(Default)]
struct Cleaner {
    out: String,
    /// The namespace of the root, which may be named by an entity.
    root: Option<String>,
    /// Open elements that were written, by name; none for those of which only the content stays.
    open: Vec<Option<&'static str>>,
    /// How deep in an element that is left out.
    skipped: usize,
    /// The rules of an open `style`.
    rules: Option<String>,
    /// Attributes of the element that is being written.
    written: BTreeSet<String>,
    left_out: BTreeSet<String>,
    elements: SvgElements,
    deepest: usize,
    done: bool,
}

impl Cleaner {
    /// Writes the start of an element that may stay; `empty` where it is its end too. Returns `None` where the file is no
    /// picture.
    fn open(
        &mut self,
        reader: &NsReader<&[u8]>,
        namespace: &str,
        start: &BytesStart<'_>,
        empty: bool,
    ) -> Option<()> {
        if self.skipped > 0 {
            self.skipped += usize::from(!empty);
            return Some(());
        }
        if self.done && self.open.is_empty() {
            return None;
        }
        let local = start.local_name().as_ref().to_owned();
        let is_root = self.root.is_none();
        if is_root && local != "svg" {
            return None;
        }
        let root = self.root.get_or_insert_with(|| namespace.to_owned());
        let is_svg = namespace == SVG || namespace == root.as_str();
        let Some(name) = names::element(&local).filter(|_| is_svg) else {
            self.leave_out(local, is_svg, empty);
            return Some(());
        };
        self.elements.open();
        self.deepest = self.deepest.max(self.open.len() + 1);
        self.out.push('<');
        self.out.push_str(name);
        if is_root {
            self.out.push_str(" xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\"");
        }
        self.written.clear();
        for attribute in start.attributes().with_checks(false) {
            self.attribute(reader, name, &attribute.ok()?);
        }
        if empty {
            self.elements.close();
            self.out.push_str("/>");
            self.done |= is_root;
            return Some(());
        }
        self.out.push('>');
        self.open.push(Some(name));
        if name == "style" {
            self.rules = Some(String::new());
        }
        Some(())
    }

    /// Leaves out an element: of one that only wraps others, the content stays.
    fn leave_out(&mut self, local: String, is_svg: bool, empty: bool) {
        if names::is_wrapper(&local) && is_svg {
            self.left_out.insert(local);
            if !empty {
                self.open.push(None);
            }
            return;
        }
        if names::is_active(&local) || !is_svg && names::is_active_in_pages(&local) {
            self.left_out.insert(local);
        }
        self.skipped = usize::from(!empty);
    }

    fn attribute(&mut self, reader: &NsReader<&[u8]>, element: &str, attribute: &Attribute<'_>) {
        let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
        let local = local.as_ref().to_owned();
        let namespace = match namespace {
            ResolveResult::Bound(Namespace(name)) => name,
            ResolveResult::Unbound => "",
            ResolveResult::Unknown(_) => return,
        };
        let Ok(value) = attribute.normalized_value(XmlVersion::Implicit1_0) else {
            return;
        };
        let prefix = match namespace {
            "" => "",
            XLINK if local == "href" => "xlink:",
            XML if matches!(local.as_str(), "lang" | "space") => "xml:",
            _ => return,
        };
        let kept = match local.as_str() {
            "href" => names::leads_inside(element, &value).then(|| value.to_string()),
            "style" => Some(css::declarations(&value))
                .filter(|clean| css::is_harmless(&value) || !clean.is_empty()),
            "lang" | "space" if prefix == "xml:" => Some(value.to_string()),
            name if names::attribute(name) => css::is_harmless(&value).then(|| value.to_string()),
            name => return self.leave_out_handler(name),
        };
        let changed = local == "style" && !css::is_harmless(&value);
        if kept.is_none() || changed {
            self.left_out.insert(local.clone());
        }
        // An element has no attribute twice; the first one counts.
        if let Some(value) = kept
            && self.written.insert(format!("{prefix}{local}"))
        {
            self.elements.attribute(&local, &value);
            self.out
                .push_str(&format!(" {prefix}{local}=\"{}\"", escape(&value)));
        }
    }

    /// Notes an attribute that would run something; any other unknown one goes without a word.
    fn leave_out_handler(&mut self, name: &str) {
        let begins = name.get(..2).unwrap_or_default();
        if name.len() > 2 && begins.eq_ignore_ascii_case("on") {
            self.left_out.insert(name.to_owned());
        }
    }

    fn words(&mut self, words: &str) {
        if self.skipped > 0 || self.open.is_empty() {
            return;
        }
        match &mut self.rules {
            Some(rules) => rules.push_str(words),
            None => self.out.push_str(&escape(words)),
        }
    }

    fn close(&mut self) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        if let Some(rules) = self.rules.take() {
            let clean = css::rules(&rules);
            if !css::is_harmless(&rules) {
                self.left_out.insert("style".to_owned());
            }
            self.out.push_str(&escape(&clean));
        }
        if let Some(Some(name)) = self.open.pop() {
            self.elements.close();
            self.out.push_str(&format!("</{name}>"));
        }
        self.done |= self.open.is_empty();
    }

    fn finish(mut self) -> Option<Drawing> {
        if !self.done || !self.open.is_empty() {
            return None;
        }
        self.out.push('\n');
        let drawn = self.elements.drawn();
        Some(Drawing {
            text: self.out,
            left_out: self.left_out,
            drawn,
            depth: self.deepest as u64,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(inner: &str) -> (String, Vec<String>) {
        let svg = format!(
            "<?xml version=\"1.0\"?><?xml-stylesheet href=\"http://e.example/a.css\"?><!DOCTYPE svg [<!ENTITY e \"<script>1</script>\">]>\
             <svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" xmlns:h=\"http://www.w3.org/1999/xhtml\" \
             xmlns:ev=\"http://www.w3.org/2001/xml-events\">{inner}</svg>"
        );
        let Drawing { text, left_out, .. } =
            clean(svg.as_bytes()).unwrap_or_else(|| panic!("{inner}"));
        let start = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\">";
        let inner = text
            .strip_prefix(start)
            .and_then(|t| t.strip_suffix("</svg>\n"))
            .unwrap_or_else(|| panic!("{text}"));
        (inner.to_owned(), left_out.into_iter().collect())
    }

    #[test]
    fn what_draws_stays() {
        for inner in [
            "<title>Año &amp; mes</title><g transform=\"scale(2)\" fill=\"url(#a)\"><path d=\"M0 0h9\"/></g>",
            "<defs><linearGradient id=\"a\" gradientUnits=\"userSpaceOnUse\"><stop offset=\"0\" stop-color=\"#f00\"/></linearGradient></defs>",
            "<use xlink:href=\"#a\"/><use href=\"#b\" x=\"1\"/>",
            "<image href=\"data:image/png;base64,AAAA\" width=\"1\" height=\"1\"/>",
            "<style>.a{fill:#f00}@media print{.a{fill:url(#b)}}</style><rect class=\"a\" style=\"stroke:blue\" width=\"2\" height=\"2\"/>",
            "<text x=\"1\" xml:space=\"preserve\">a <tspan dy=\"1em\">b</tspan></text>",
            "<filter id=\"f\"><feGaussianBlur in=\"SourceGraphic\" stdDeviation=\"2\"/></filter>",
        ] {
            assert_eq!(cleaned(inner), (inner.to_owned(), Vec::new()));
        }
    }

    #[test]
    fn names_of_attributes_may_hold_any_letter() {
        for inner in [
            "<path v\u{feff}iew=\"x\"/>",
            "<path ñ=\"x\"/>",
            "<path o\u{301}n=\"x\"/>",
        ] {
            assert_eq!(cleaned(inner), ("<path/>".to_owned(), Vec::new()));
        }
        let twice = "<path d=\"M0 0\" d=\"M1 1\" style=\"\"/>";
        assert_eq!(cleaned(twice).0, "<path d=\"M0 0\" style=\"\"/>");
    }

    #[test]
    fn what_is_shown_again_counts_each_time() {
        let drawn = |inner: &str| {
            clean(format!("<svg xmlns=\"{SVG}\">{inner}</svg>").as_bytes())
                .unwrap()
                .drawn
        };
        assert_eq!(drawn("<g><path/><path/></g>"), 4);
        assert_eq!(
            drawn("<g id=\"a\"><path/></g><use href=\"#a\"/><use href=\"#a\"/>"),
            1 + 2 + 2 * 3
        );
        assert_eq!(
            drawn("<pattern id=\"p\"><path/></pattern><rect fill=\"url(#p)\"/>"),
            1 + 2 + 3
        );
        // What shows itself, and what is not there.
        assert_eq!(
            drawn("<g id=\"a\"><use href=\"#a\"/></g><use href=\"#b\"/>"),
            4
        );
        let bomb: String = (1..40)
            .map(|n| {
                format!(
                    "<g id=\"a{n}\">{}</g>",
                    format!("<use href=\"#a{}\"/>", n - 1).repeat(10)
                )
            })
            .collect();
        assert_eq!(drawn(&format!("<g id=\"a0\"><path/></g>{bomb}")), u64::MAX);
        // A row of thousands, each showing the next, takes no more of the stack than two.
        let row: String = (0..100_000)
            .map(|n| format!("<use id=\"a{n}\" href=\"#a{}\"/>", n + 1))
            .collect();
        assert!(drawn(&row) > 100_000);
    }

    #[test]
    fn what_runs_or_loads_goes_and_is_told() {
        for (inner, left, told) in [
            ("<script>alert(1)</script><g/>", "<g/>", "script"),
            ("<SCRIPT>alert(1)</SCRIPT>", "", "SCRIPT"),
            ("<h:script>alert(1)</h:script>", "", "script"),
            (
                "<foreignObject><h:iframe src=\"x\"/></foreignObject>",
                "",
                "foreignObject",
            ),
            (
                "<rect onclick=\"x()\" ONLOAD=\"y()\"/>",
                "<rect/>",
                "onclick",
            ),
            ("<a href=\"javascript:x()\"><rect/></a>", "<rect/>", "a"),
            (
                "<use href=\"https://e.example/a.svg#b\"/>",
                "<use/>",
                "href",
            ),
            (
                "<use xlink:href=\"data:image/svg+xml;base64,AA\"/>",
                "<use/>",
                "href",
            ),
            (
                "<image href=\"http://e.example/spy.png\"/>",
                "<image/>",
                "href",
            ),
            ("<image href=\"data:image/svg+xml,x\"/>", "<image/>", "href"),
            ("<feImage href=\"x.png\"/>", "<feImage/>", "href"),
            (
                "<set attributeName=\"href\" to=\"javascript:x()\"/>",
                "",
                "set",
            ),
            (
                "<animate attributeName=\"xlink:href\" values=\"javascript:x()\"/>",
                "",
                "animate",
            ),
            (
                "<rect fill=\"url(http://e.example/#a)\"/>",
                "<rect/>",
                "fill",
            ),
            (
                "<rect filter=\"u\\72l(//e.example)\"/>",
                "<rect/>",
                "filter",
            ),
            (
                "<rect style=\"fill:red;behavior:x\"/>",
                "<rect style=\"fill:red;\"/>",
                "style",
            ),
            (
                "<rect style=\"fill:red;background:url('//e.example')\"/>",
                "<rect style=\"fill:red;\"/>",
                "style",
            ),
            (
                "<style>@import 'http://e.example/a.css';.a{fill:red}</style>",
                "<style>.a{fill:red}</style>",
                "style",
            ),
            (
                "<style><![CDATA[@font-face{src:url(x)}b{fill:URL( \"x\" )}]]></style>",
                "<style>b{fill:none}</style>",
                "style",
            ),
            (
                "<style>a{background:image-set(\"//e.example/x\" 1x)}</style>",
                "<style></style>",
                "style",
            ),
            (
                "<style>&lt;/style>&lt;script></style>",
                "<style></style>",
                "style",
            ),
            ("<handler ev:event=\"load\">x</handler>", "", "handler"),
            ("<iframe src=\"x\"/>", "", "iframe"),
        ] {
            let (kept, names) = cleaned(inner);
            assert_eq!(kept, left, "{inner}");
            assert!(names.iter().any(|name| name == told), "{inner}: {names:?}");
        }
        // What editors keep for themselves is no loss.
        let own = "<metadata>x</metadata><!-- c --><g data-x=\"1\" xmlns:i=\"http://www.inkscape.org\" i:label=\"a\">&e;</g>";
        assert_eq!(cleaned(own), ("<g></g>".to_owned(), Vec::new()));
    }

    #[test]
    fn what_is_no_drawing_is_refused() {
        for bad in [
            "",
            "<html><script/></html>",
            "<svg><g></svg>",
            "<svg/><script/>",
            "x",
            "<svg>",
            "\u{1f}\u{8b}",
        ] {
            assert_eq!(clean(bad.as_bytes()), None, "{bad}");
        }
        let deep = format!("<svg>{}{}</svg>", "<g>".repeat(300), "</g>".repeat(300));
        assert_eq!(clean(deep.as_bytes()).unwrap().depth, 301);
    }

    #[test]
    fn old_editors_and_other_encodings_are_read() {
        let entity = "<!DOCTYPE svg [<!ENTITY ns_svg \"http://www.w3.org/2000/svg\">]><svg xmlns=\"&ns_svg;\"><rect/></svg>";
        assert!(
            clean(entity.as_bytes())
                .unwrap()
                .text
                .ends_with("<rect/></svg>\n")
        );
        let prefixed = "<s:svg xmlns:s=\"http://www.w3.org/2000/svg\"><s:rect/></s:svg>";
        assert!(
            clean(prefixed.as_bytes())
                .unwrap()
                .text
                .ends_with("<rect/></svg>\n")
        );
        let wide: Vec<u8> = "\u{feff}<svg><title>ñ</title></svg>"
            .encode_utf16()
            .flat_map(u16::to_le_bytes)
            .collect();
        assert!(clean(&wide).unwrap().text.contains("<title>ñ</title>"));
    }

    proptest::proptest! {
        #[test]
        fn nothing_that_runs_comes_through(inner in "(<|>|/|=|\"|'| |script|style|svg|a|g|use|href|on|load|:|;|url|\\(|\\)|#|x|&|@import|!\\[CDATA\\[|\\]\\]|--|\\{|\\}){0,60}") {
            if let Some(Drawing { text, .. }) = clean(format!("<svg>{inner}</svg>").as_bytes()) {
                proptest::prop_assert!(!text.to_ascii_lowercase().contains("<script"), "{}", text);
                // What was cleaned once is clean, and stays as it is.
                let again = clean(text.as_bytes()).unwrap();
                proptest::prop_assert!(again.left_out.is_empty());
            }
        }
    }

    #[test]
    fn what_could_run_is_cleaned_away() {
        let drawing = clean(
            br#"<svg xmlns="http://www.w3.org/2000/svg" onload="x()"><path d="M0 0h9"/></svg>"#,
        )
        .unwrap();
        assert!(drawing.text.ends_with("<path d=\"M0 0h9\"/></svg>\n"));
        assert!(drawing.left_out.contains("onload"));
    }
}
