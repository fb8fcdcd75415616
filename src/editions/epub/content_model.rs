//! Which element may be in which (HTML, "Content models"). Authors may write some HTML of their own, which browsers
//! mend and XML does not: what may not stand where it stands is written as a `div`, or without its tags.

use crate::html::skipped::is_skipped_in_books;
use crate::html::tree::{Node, is_block};

/// Elements that hold running text alone.
const RUNNING: &[&str] = &[
    "abbr", "b", "bdi", "cite", "code", "del", "em", "i", "ins", "kbd", "mark", "q", "rp", "rt",
    "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "u", "var",
];

/// Whether a block is anywhere inside.
fn holds_block(node: &Node) -> bool {
    let kept = node
        .children()
        .iter()
        .filter(|child| !is_skipped_in_books(child));
    kept.into_iter()
        .any(|child| is_block(child.name()) || holds_block(child))
}

/// The name under which an element is written inside those of `above`, the innermost last; none where only what it holds
/// is written.
pub(crate) fn fitting(name: &'static str, node: &Node, above: &[&str]) -> Option<&'static str> {
    let within = above.last().copied().unwrap_or_default();
    let in_group = within == "dl" || within == "div" && above.iter().rev().nth(1) == Some(&"dl");
    let heading = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    let sectioning = matches!(name, "section" | "article" | "aside");
    match name {
        _ if RUNNING.contains(&name) && holds_block(node) => None,
        "p" | "pre" if holds_block(node) => Some("div"),
        _ if heading && holds_block(node) => Some("div"),
        _ if (heading || sectioning)
            && above.iter().any(|n| matches!(*n, "dt" | "th" | "caption")) =>
        {
            Some("div")
        }
        "rp" | "rt" if within != "ruby" => None,
        "li" if !matches!(within, "ul" | "ol") => Some("div"),
        "dt" | "dd" if !in_group => Some("div"),
        "dl" if !is_sound(node) => Some("div"),
        "figcaption" if within != "figure" => Some("div"),
        _ => Some(name),
    }
}

/// Elements of a list or table, without what is not written and blanks between them; none where there is text.
fn elements<'a>(node: &'a Node<'a>) -> Option<Vec<&'a Node<'a>>> {
    let mut found = Vec::new();
    for child in node
        .children()
        .iter()
        .filter(|child| !is_skipped_in_books(child))
    {
        match child {
            Node::Text(text) if text.trim().is_empty() => {}
            Node::Text(_) => return None,
            Node::Element(..) => found.push(child),
        }
    }
    Some(found)
}

/// Whether these are terms, each with its meanings.
fn are_terms(all: &[&Node]) -> bool {
    let names: Vec<&str> = all.iter().map(|n| n.name()).collect();
    let known = names.iter().all(|name| matches!(*name, "dt" | "dd"));
    known && names.first() == Some(&"dt") && names.last() == Some(&"dd")
}

/// Whether a list of terms is one: terms, each with its meanings; or groups of them.
fn is_sound(list: &Node) -> bool {
    let Some(all) = elements(list) else {
        return false;
    };
    let grouped = all.iter().all(|n| n.name() == "div");
    are_terms(&all)
        || grouped
            && all
                .iter()
                .all(|group| elements(group).is_some_and(|all| are_terms(&all)))
}
