//! A finished page's `main` as a tree.

use crate::html::pieces::{Piece, Tag, pieces};
use std::borrow::Cow;

/// A part of a page.
#[derive(Debug)]
pub(crate) enum Node<'h> {
    /// An element and what it holds.
    Element(Tag<'h>, Vec<Node<'h>>),
    Text(Cow<'h, str>),
}

impl<'h> Node<'h> {
    /// Returns the same, apart from the text of the page that it was read from.
    pub(crate) fn into_owned(self) -> Node<'static> {
        match self {
            Node::Element(tag, children) => Node::Element(
                tag.into_owned(),
                children.into_iter().map(Node::into_owned).collect(),
            ),
            Node::Text(text) => Node::Text(Cow::Owned(text.into_owned())),
        }
    }

    /// Returns the element's name; empty for text.
    pub(crate) fn name(&self) -> &str {
        match self {
            Node::Element(tag, _) => &tag.name,
            Node::Text(_) => "",
        }
    }

    /// Returns the nodes that it holds; none for text.
    pub(crate) fn children(&self) -> &[Node<'h>] {
        match self {
            Node::Element(_, children) => children,
            Node::Text(_) => &[],
        }
    }

    /// Returns the nodes that it holds, to be changed; `None` for text.
    pub(crate) fn children_mut(&mut self) -> Option<&mut Vec<Node<'h>>> {
        match self {
            Node::Element(_, children) => Some(children),
            Node::Text(_) => None,
        }
    }

    /// Changes the values of these attributes, where there is something to change them to.
    pub(crate) fn change(&mut self, names: &[&str], to: &dyn Fn(&str) -> Option<String>) {
        if let Node::Element(tag, _) = self {
            tag.change(names, to);
        }
    }

    /// Returns an attribute's value; `None` for text, and where the element lacks it.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        match self {
            Node::Element(tag, _) => tag.get(name),
            Node::Text(_) => None,
        }
    }

    /// Returns whether an element is of this class.
    pub(crate) fn has_class(&self, class: &str) -> bool {
        self.get("class")
            .is_some_and(|all| all.split(' ').any(|one| one == class))
    }

    /// Elements of this name below, in order, not looking inside those found.
    pub(crate) fn find<'a>(&'a self, name: &'a str, found: &mut Vec<&'a Node<'h>>) {
        for child in self.children() {
            if child.name() == name {
                found.push(child);
            } else {
                child.find(name, found);
            }
        }
    }
}

/// Deepest nesting followed; what lies deeper is read as if it lay there, so that no page exhausts the stack.
const DEEPEST: usize = 200;

/// Returns the page's `main`, or its `body`, or all of it.
pub(crate) fn main_of(html: &str) -> Vec<Node<'_>> {
    main_in(pieces(html))
}

/// Returns the `main` among a page's pieces, or its `body`, or all of them.
pub(crate) fn main_in(pieces: Vec<Piece<'_>>) -> Vec<Node<'_>> {
    let root = Node::Element(Tag::named("html"), read(only_main(pieces)));
    for name in ["main", "body"] {
        let mut found = Vec::new();
        root.find(name, &mut found);
        if !found.is_empty() {
            drop(found);
            return take(root, name).map(into_children).unwrap_or_default();
        }
    }
    into_children(root)
}

/// Returns the page's only `main`, without what is around it; everything where there is none or more than one.
fn only_main(mut pieces: Vec<Piece<'_>>) -> Vec<Piece<'_>> {
    let (start, end) = (
        pieces.iter().position(opens_main),
        pieces.iter().rposition(closes_main),
    );
    let (Some(start), Some(end)) = (start, end) else {
        return pieces;
    };
    if start < end
        && pieces
            .iter()
            .filter(|piece| opens_main(piece) || closes_main(piece))
            .count()
            == 2
    {
        pieces.truncate(end);
        pieces.drain(..start);
    }
    pieces
}

fn opens_main(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Open(tag) if tag.name == "main")
}

fn closes_main(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Close(name) if name == "main")
}

fn take<'h>(node: Node<'h>, name: &str) -> Option<Node<'h>> {
    if node.name() == name {
        return Some(node);
    }
    into_children(node)
        .into_iter()
        .find_map(|child| take(child, name))
}

fn into_children(node: Node<'_>) -> Vec<Node<'_>> {
    match node {
        Node::Element(_, children) => children,
        Node::Text(_) => Vec::new(),
    }
}

fn read(pieces: Vec<Piece<'_>>) -> Vec<Node<'_>> {
    let mut open: Vec<(Tag<'_>, Vec<Node<'_>>)> = Vec::new();
    let mut done: Vec<Node<'_>> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Open(tag) => {
                while open
                    .last()
                    .is_some_and(|(last, _)| ends(&last.name, &tag.name))
                {
                    close(&mut open, &mut done);
                }
                let drawn = tag.closes_itself
                    && open.iter().any(|(t, _)| matches!(&*t.name, "svg" | "math"));
                let void = tag.is_void() || drawn || open.len() >= DEEPEST;
                open.push((tag, Vec::new()));
                if void {
                    close(&mut open, &mut done);
                }
            }
            Piece::Close(name) => {
                if let Some(at) = open.iter().rposition(|(tag, _)| tag.name == name) {
                    while open.len() > at {
                        close(&mut open, &mut done);
                    }
                }
            }
            Piece::Text(text) => open
                .last_mut()
                .map_or(&mut done, |(_, children)| children)
                .push(Node::Text(text)),
        }
    }
    while !open.is_empty() {
        close(&mut open, &mut done);
    }
    done
}

fn close<'h>(open: &mut Vec<(Tag<'h>, Vec<Node<'h>>)>, done: &mut Vec<Node<'h>>) {
    if let Some((tag, children)) = open.pop() {
        open.last_mut()
            .map_or(done, |(_, siblings)| siblings)
            .push(Node::Element(tag, children));
    }
}

/// Returns whether an open element ends where another begins, its end tag being left out (HTML, "Optional tags").
fn ends(open: &str, next: &str) -> bool {
    match open {
        "p" => is_block(next),
        "li" => next == "li",
        "dt" | "dd" => matches!(next, "dt" | "dd"),
        "td" | "th" => matches!(next, "td" | "th" | "tr" | "tbody" | "tfoot"),
        "tr" => matches!(next, "tr" | "tbody" | "tfoot"),
        "thead" | "tbody" => matches!(next, "tbody" | "tfoot"),
        "option" => next == "option",
        _ => false,
    }
}

/// Returns whether an element begins a block of its own.
pub(crate) fn is_block(name: &str) -> bool {
    // Asked of nearly every element of a page, several times.
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "body"
            | "dd"
            | "details"
            | "dialog"
            | "div"
            | "dl"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "header"
            | "hgroup"
            | "hr"
            | "legend"
            | "li"
            | "main"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "ul"
    )
}
