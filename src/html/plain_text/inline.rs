//! Running text and its links.

use super::Words;
use super::wrap::{add_clean, clean};
use crate::html::pieces::Tag;
use crate::html::skipped::is_skipped_in_text;
use crate::html::tree::{Node, is_block};
use crate::text::web::{encode_address, resolve_address};
use std::collections::BTreeMap;

/// The links of a page, numbered in the order in which they are met, and the words for what only an element says.
pub(super) struct Links<'a> {
    base: Option<&'a str>,
    words: &'a Words,
    numbers: BTreeMap<String, usize>,
    order: Vec<String>,
}

impl<'a> Links<'a> {
    pub(crate) fn new(base: Option<&'a str>, words: &'a Words) -> Self {
        Links {
            base,
            words,
            numbers: BTreeMap::new(),
            order: Vec::new(),
        }
    }

    /// Returns the number of a link, such as ` [3]`; empty for anchors on the same page and for text that is its own address.
    pub(crate) fn number(&mut self, href: Option<&str>, text: &str) -> String {
        let Some(href) = href
            .map(clean)
            .filter(|h| !h.is_empty() && !h.starts_with('#'))
        else {
            return String::new();
        };
        let bare = href
            .strip_prefix("mailto:")
            .or_else(|| href.strip_prefix("tel:"))
            .unwrap_or(&href);
        if is_address_of(text.trim(), bare, &href) {
            return String::new();
        }
        let address = self
            .base
            .map_or_else(|| href.clone(), |base| resolve_address(base, &href));
        let next = self.order.len() + 1;
        let number = *self.numbers.entry(address.clone()).or_insert(next);
        if number == next {
            self.order.push(address);
        }
        format!(" [{number}]")
    }

    /// Returns the lines at the end, which name the addresses by their numbers.
    pub(crate) fn listed(&self) -> Vec<String> {
        self.order
            .iter()
            .enumerate()
            .map(|(i, address)| format!("[{}] {address}", i + 1))
            .collect()
    }
}

/// Whether words are the address that they lead to: one pasted as words has been encoded, and may have got its scheme.
fn is_address_of(words: &str, bare: &str, href: &str) -> bool {
    let bare = bare.split('?').next().unwrap_or_default();
    let without_scheme = href.strip_prefix("http://");
    let mut forms = [Some(bare), Some(href), without_scheme]
        .into_iter()
        .flatten();
    // What is encoded begins with what stands there, or with a sign; most words are told by their first letter.
    let first = words.bytes().next();
    let may_be = forms.clone().any(|form| {
        let begins = form.bytes().next();
        form.len() >= words.len() && (begins == first || begins == Some(b'%'))
    });
    may_be && {
        let words = encode_address(words);
        forms.any(|form| form == words)
    }
}

/// Returns whether an element that begins a block is anywhere inside.
pub(super) fn holds_block(node: &Node) -> bool {
    node.children()
        .iter()
        .any(|child| !is_skipped_in_text(child) && (is_block(child.name()) || holds_block(child)))
}

/// Returns the running text of some nodes; `\n` where a line must break. Blocks inside are set off by blanks.
pub(super) fn text_of(nodes: &[Node], links: &mut Links<'_>) -> String {
    let mut raw = String::new();
    add_all(&mut raw, nodes, links);
    let mut text = String::with_capacity(raw.len());
    for line in raw.split('\n') {
        let before = text.len();
        if before > 0 {
            text.push('\n');
        }
        let start = text.len();
        add_clean(line, &mut text);
        if text.len() == start {
            text.truncate(before);
        }
    }
    text
}

/// Adds a node's running text; white space in the source never breaks a line.
pub(super) fn add(out: &mut String, node: &Node, links: &mut Links<'_>) {
    if is_skipped_in_text(node) {
        return;
    }
    match node {
        Node::Text(text) if text.contains(['\n', '\r']) => {
            out.push_str(&text.replace(['\n', '\r'], " "));
        }
        Node::Text(text) => out.push_str(text),
        Node::Element(tag, children) => match &*tag.name {
            "br" => out.push('\n'),
            "wbr" | "rp" => {}
            "img" => out.push_str(&bracketed(tag.get("alt").unwrap_or_default())),
            "svg" => out.push_str(&bracketed(&drawing(node))),
            "input" | "textarea" | "select" => out.push_str(field(node)),
            "del" | "s" | "ins" => changed(out, tag, children, links),
            "sup" | "sub" => out.push_str(&shifted(node, links)),
            "rt" => out.push_str(&format!("({})", text_of(children, links))),
            "abbr" | "dfn" => explained(out, tag, children, links),
            "q" => {
                out.push('“');
                add_all(out, children, links);
                out.push('”');
            }
            "a" => linked(out, tag, children, links),
            name if is_block(name) || matches!(name, "td" | "th" | "tr") => {
                out.push(' ');
                add_all(out, children, links);
                out.push(' ');
            }
            _ => add_all(out, children, links),
        },
    }
}

fn add_all(out: &mut String, nodes: &[Node], links: &mut Links<'_>) {
    for node in nodes {
        add(out, node, links);
    }
}

/// Adds an abbreviation or a term, with what its title says of it.
fn explained(out: &mut String, tag: &Tag, children: &[Node], links: &mut Links<'_>) {
    add_all(out, children, links);
    let title = tag.get("title").map(clean);
    if let Some(title) = title.filter(|title| !title.is_empty()) {
        out.push_str(&format!(" ({title})"));
    }
}

/// Adds a link's words and its number, before the blanks that they end with.
fn linked(out: &mut String, tag: &Tag, children: &[Node], links: &mut Links<'_>) {
    let before = out.len();
    add_all(out, children, links);
    let number = links.number(tag.get("href"), &out[before..]);
    let end = out.trim_end().len().max(before);
    out.insert_str(end, &number);
}

fn bracketed(text: &str) -> String {
    let text = clean(text);
    if text.is_empty() {
        text
    } else {
        format!("[{text}]")
    }
}

/// Returns what a drawing says of itself: its title and its description.
pub(super) fn drawing(svg: &Node) -> String {
    let mut parts = Vec::new();
    for name in ["title", "desc"] {
        let mut found = Vec::new();
        svg.find(name, &mut found);
        let first = found.first().map(|node| plain(node)).unwrap_or_default();
        if !first.is_empty() {
            parts.push(first);
        }
    }
    if parts.is_empty() {
        parts.extend(svg.get("aria-label").map(clean));
    }
    parts.join(". ").replace("..", ".")
}

fn plain(node: &Node) -> String {
    let text: String = node
        .children()
        .iter()
        .map(|c| {
            if let Node::Text(text) = c {
                &**text
            } else {
                ""
            }
        })
        .collect();
    clean(&text)
}

/// Adds what was removed or added, and says so: without its line, a word that was struck out would still hold.
fn changed(out: &mut String, tag: &Tag, children: &[Node], links: &mut Links<'_>) {
    let text = text_of(children, links);
    let word = if tag.name == "ins" {
        &links.words.added
    } else {
        &links.words.removed
    };
    if !text.is_empty() {
        out.push_str(&format!("[{word}: {text}]"));
    }
}

/// Says what is above or below the line: a footnote's number, a power, an index.
fn shifted(node: &Node, links: &mut Links<'_>) -> String {
    let text = text_of(node.children(), links);
    let raised = node.name() == "sup";
    let is_note = matches!(node.children(), [a] if a.name() == "a" && a.get("href").is_some_and(|h| h.starts_with('#')));
    if text.is_empty() || !raised && is_note {
        return text;
    }
    if is_note {
        return format!(" ({} {text})", links.words.note);
    }
    let digits: Option<String> = text.chars().map(|c| digit(c, raised)).collect();
    digits.unwrap_or_else(|| format!("{}({text})", if raised { '^' } else { '_' }))
}

/// Returns a digit or sign above or below the line, as Unicode has it.
fn digit(c: char, raised: bool) -> Option<char> {
    const PLAIN: &str = "0123456789+-()";
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾";
    const LOWERED: &str = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎";
    let c = if c == '\u{2212}' { '-' } else { c };
    let at = PLAIN.chars().position(|plain| plain == c)?;
    (if raised { RAISED } else { LOWERED }).chars().nth(at)
}

/// Returns a form's field as it would be on paper.
fn field(node: &Node) -> &'static str {
    match (node.name(), node.get("type").unwrap_or("text")) {
        ("input", "hidden" | "submit" | "reset" | "button" | "image") => "",
        ("input", "checkbox" | "radio") if node.get("checked").is_some() => "[x] ",
        ("input", "checkbox" | "radio") => "[ ] ",
        _ => " ____________________ ",
    }
}
