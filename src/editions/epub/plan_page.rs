//! The whole of an action plan's page. A plan of many commitments is on several pages, and a book has no use for the
//! way from one to the next: the list on the first goes on with the entries of the others.

use super::{ChapterPage, Portable};
use crate::diag::Fatal;
use crate::html::target::{Target, resolve};
use crate::html::tree;
use crate::html::tree::Node;
use crate::pages::address::relative;
use std::collections::BTreeSet;

/// What a chapter is made of: the page's `main`, and the entries of the pages that go on with its list.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn main_of(
    site: &Portable<'_>,
    page: &ChapterPage,
) -> Result<Vec<Node<'static>>, Fatal> {
    let mut main = owned(tree::main_of(&site.read(&page.path)?));
    let base = site.view.portal.settings.base_url.as_deref();
    for path in &page.more {
        let mut more = owned(tree::main_of(&site.read(path)?));
        let Some(found) = list(&mut more, &|node| leads(node, path, &page.entries, base)) else {
            continue;
        };
        let mut entries = std::mem::take(found);
        entries
            .iter_mut()
            .for_each(|entry| move_links(entry, path, &page.path, base));
        if let Some(own) = list(&mut main, &|node| {
            leads(node, &page.path, &page.entries, base)
        }) {
            own.append(&mut entries);
        }
    }
    Ok(main)
}

/// Returns nodes apart from the page that they were read from.
fn owned(nodes: Vec<Node<'_>>) -> Vec<Node<'static>> {
    nodes.into_iter().map(Node::into_owned).collect()
}

/// Whether it is a list, or a table's rows, and has an entry.
fn is_list(node: &Node, is_entry: &dyn Fn(&Node) -> bool) -> bool {
    matches!(node.name(), "ul" | "ol" | "tbody") && node.children().iter().any(is_entry)
}

/// What the first list of such entries holds.
fn list<'a, 'h>(
    nodes: &'a mut [Node<'h>],
    is_entry: &dyn Fn(&Node<'_>) -> bool,
) -> Option<&'a mut Vec<Node<'h>>> {
    fn holds(node: &Node, is_entry: &dyn Fn(&Node) -> bool) -> bool {
        is_list(node, is_entry) || node.children().iter().any(|child| holds(child, is_entry))
    }
    let node = nodes.iter_mut().find(|node| holds(node, is_entry))?;
    let own = is_list(node, is_entry);
    let children = node.children_mut()?;
    if own {
        Some(children)
    } else {
        list(children, is_entry)
    }
}

/// Whether a link in it leads to one of these pages.
fn leads(node: &Node, from: &str, to: &BTreeSet<String>, base: Option<&str>) -> bool {
    let own = node
        .get("href")
        .filter(|_| node.name() == "a")
        .map(|href| resolve(from, href.trim(), base, false));
    matches!(own, Some(Target::Inside { path, .. }) if to.contains(&path))
        || node
            .children()
            .iter()
            .any(|child| leads(child, from, to, base))
}

/// Links of a page as they are on another one.
fn move_links(node: &mut Node, from: &str, to: &str, base: Option<&str>) {
    node.change(
        &["href", "src"],
        &|address| match resolve(from, address.trim(), base, false) {
            Target::Inside { path, place } => {
                let place = place.map(|place| format!("#{place}")).unwrap_or_default();
                Some(format!("{}{place}", relative(to, &path)))
            }
            _ => None,
        },
    );
    for child in node.children_mut().into_iter().flatten() {
        move_links(child, from, to, base);
    }
}
