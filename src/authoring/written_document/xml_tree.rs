//! XML of a document as a tree, which is small enough to be held: how many pieces it has and how deep they lie is bounded.

use crate::documents::in_utf8;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

/// Elements and texts of one part; a book has fewer.
const MOST_PIECES: usize = 1_000_000;

/// An element; names are without their namespace.
#[derive(Debug, Default)]
pub(super) struct XmlElement {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<XmlNode>,
}

/// What is in an element.
#[derive(Debug)]
pub(super) enum XmlNode {
    Element(XmlElement),
    Text(String),
}

/// Why XML cannot be taken.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum XmlFault {
    Damaged,
    /// Elements lie deeper than they may.
    Deep,
    /// It has more pieces than it may.
    Many,
}

impl XmlElement {
    /// Returns the elements in it, without the texts between them.
    pub(super) fn elements(&self) -> impl Iterator<Item = &XmlElement> {
        self.children.iter().filter_map(|child| match child {
            XmlNode::Element(element) => Some(element),
            XmlNode::Text(_) => None,
        })
    }

    /// Returns the first element of a name in it.
    pub(super) fn child(&self, name: &str) -> Option<&XmlElement> {
        self.elements().find(|element| element.name == name)
    }

    /// Returns the element that a way of names leads to.
    pub(super) fn below(&self, way: &[&str]) -> Option<&XmlElement> {
        way.iter().try_fold(self, |at, name| at.child(name))
    }

    /// Returns the value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let mut all = self.attributes.iter();
        all.find(|(own, _)| own == name)
            .map(|(_, value)| value.as_str())
    }

    /// Whether an element of a name is anywhere in it.
    pub(super) fn holds(&self, name: &str) -> bool {
        let mut open: Vec<&XmlElement> = self.elements().collect();
        while let Some(element) = open.pop() {
            if element.name == name {
                return true;
            }
            open.extend(element.elements());
        }
        false
    }
}

/// Parses XML.
pub(super) fn parse(bytes: &[u8], most_depth: usize) -> Result<XmlElement, XmlFault> {
    let text = in_utf8(bytes);
    let text = std::str::from_utf8(&text).map_err(|_| XmlFault::Damaged)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open = vec![XmlElement::default()];
    let mut pieces = 0;
    loop {
        let event = reader.read_event().map_err(|_| XmlFault::Damaged)?;
        pieces += 1;
        if pieces > MOST_PIECES {
            return Err(XmlFault::Many);
        }
        if matches!(event, Event::Start(_)) && open.len() > most_depth {
            return Err(XmlFault::Deep);
        }
        if matches!(event, Event::Eof) {
            break;
        }
        take(&event, &mut open)?;
    }
    let root = open.pop().filter(|_| open.is_empty());
    let mut root = root.ok_or(XmlFault::Damaged)?;
    let mut elements = root.children.drain(..).filter_map(|child| match child {
        XmlNode::Element(element) => Some(element),
        XmlNode::Text(_) => None,
    });
    elements.next_back().ok_or(XmlFault::Damaged)
}

/// Takes an event into the elements that are open.
fn take(event: &Event<'_>, open: &mut Vec<XmlElement>) -> Result<(), XmlFault> {
    match event {
        Event::Start(tag) => open.push(element(tag)),
        Event::Empty(tag) => add(open, XmlNode::Element(element(tag))),
        Event::End(_) => {
            let closed = open.pop().ok_or(XmlFault::Damaged)?;
            add(open, XmlNode::Element(closed));
        }
        Event::Text(text) => words(open, &text.xml10_content()),
        Event::CData(text) => words(open, &text.xml10_content()),
        Event::GeneralRef(name) => match name.resolve_char_ref() {
            Ok(Some(letter)) => words(open, letter.encode_utf8(&mut [0; 4])),
            _ => {
                let letter = quick_xml::escape::resolve_predefined_entity(name);
                words(open, letter.unwrap_or(" "));
            }
        },
        _ => {}
    }
    Ok(())
}

fn element(tag: &BytesStart<'_>) -> XmlElement {
    let mut attributes = tag.attributes();
    let attributes = attributes.with_checks(false).flatten();
    let attributes = attributes.filter_map(|attribute| {
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).ok()?;
        let name = attribute.key.local_name().as_ref().to_owned();
        Some((name, value.into_owned()))
    });
    XmlElement {
        name: tag.local_name().as_ref().to_owned(),
        attributes: attributes.collect(),
        children: Vec::new(),
    }
}

fn add(open: &mut [XmlElement], node: XmlNode) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

/// Adds words to the text that they go on, if there is one.
fn words(open: &mut [XmlElement], words: &str) {
    let Some(parent) = open.last_mut() else {
        return;
    };
    match parent.children.last_mut() {
        Some(XmlNode::Text(text)) => text.push_str(words),
        _ => parent.children.push(XmlNode::Text(words.to_owned())),
    }
}
