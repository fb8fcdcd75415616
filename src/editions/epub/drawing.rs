//! Drawings: what this program drew, as SVG in XML.

use super::xhtml::{XhtmlWriter, name_of};
use crate::html::tree::Node;
use crate::text::escape::xml;
use crate::text::lang::Lang;

/// Elements of SVG that are written as they are.
const DRAWN: &[&str] = &[
    "circle", "desc", "ellipse", "g", "line", "path", "polygon", "polyline", "rect", "svg", "text",
    "title", "tspan",
];

/// Facts about the parts of drawings, as the page has them in lower case, and as they are.
const DRAWN_FACTS: &[(&str, &str)] = &[
    ("cx", "cx"),
    ("cy", "cy"),
    ("d", "d"),
    ("dx", "dx"),
    ("dy", "dy"),
    ("height", "height"),
    ("opacity", "opacity"),
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

/// Whether a character may be in an attribute of a drawing: numbers, lists of them, and calls of functions.
fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, ' ' | '.' | ',' | '-' | '+' | '(' | ')')
}

impl XhtmlWriter<'_> {
    /// A drawing with its title and description. What is in it was made by this program alone.
    pub(crate) fn drawing(&mut self, node: &Node) {
        self.drawings = true;
        self.out
            .push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        self.facts_of_drawing(node);
        let mut said = Vec::new();
        for part in ["title", "desc"] {
            node.find(part, &mut said);
        }
        let told: Vec<String> = said
            .iter()
            .filter_map(|n| n.get("id"))
            .filter(|id| !self.seen.contains(*id))
            .map(name_of)
            .collect();
        self.fact("role", "img");
        if !told.is_empty() {
            self.fact("aria-labelledby", &told.join(" "));
        }
        self.out.push('>');
        node.children().iter().for_each(|child| self.drawn(child));
        self.out.push_str("</svg>");
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
                self.out.push_str(&format!("</{}>", node.name()));
            }
            Node::Element(..) => {}
        }
    }

    /// SVG knows its language by XML's name alone.
    fn general_of_drawing(&mut self, node: &Node) {
        if let Some(id) = node
            .get("id")
            .filter(|id| !id.is_empty() && self.seen.insert((*id).to_owned()))
        {
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
        for (from, to) in DRAWN_FACTS {
            if let Some(value) = node.get(from).filter(|value| value.chars().all(is_plain)) {
                self.fact(to, value);
            }
        }
    }
}
