//! The graph that triples are added to, and its vocabularies.

use crate::text::date::PartialDate;
use crate::text::escape::is_of_xml;
use crate::text::words::Words;
use oxrdf::{Literal, NamedNode, Term, Triple};
use std::collections::BTreeSet;

/// Vocabularies by their usual prefixes.
pub(super) const PREFIXES: &[(&str, &str)] = &[
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dcatap", "http://data.europa.eu/r5r/"),
    ("dct", "http://purl.org/dc/terms/"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("gsp", "http://www.opengis.net/ont/geosparql#"),
    ("hydra", "http://www.w3.org/ns/hydra/core#"),
    ("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
    ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("spdx", "http://spdx.org/rdf/terms#"),
    ("vcard", "http://www.w3.org/2006/vcard/ns#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];

/// Base of the EU's tables; exactly `http`.
const EU: &str = "http://publications.europa.eu/resource/authority/";

/// Returns a term by its prefixed name, such as `dct:title`.
pub(super) fn term(name: &str) -> NamedNode {
    let (prefix, local) = name.split_once(':').expect("prefixed names hold a colon");
    let (_, base) = PREFIXES
        .iter()
        .find(|(known, _)| *known == prefix)
        .expect("a prefix of the list");
    NamedNode::new_unchecked(format!("{base}{local}"))
}

/// Returns a code of one of the EU's tables; none where it could not be in an address.
pub(super) fn eu(table: &str, code: &str) -> Option<NamedNode> {
    let plain = !code.is_empty()
        && code
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    plain.then(|| NamedNode::new_unchecked(format!("{EU}{table}/{code}")))
}

/// Returns an address; none where the text is not one.
pub(super) fn iri(text: &str) -> Option<NamedNode> {
    NamedNode::new(text).ok()
}

/// Triples in the order in which they were added, each once.
#[derive(Debug, Default)]
pub(super) struct Graph {
    triples: Vec<Triple>,
}

impl Graph {
    /// Returns a thing, of which triples are added one after another.
    pub(super) fn about<'g>(&'g mut self, node: &'g NamedNode) -> GraphSubject<'g> {
        GraphSubject { graph: self, node }
    }

    /// Describes standards as such.
    pub(super) fn add_standards<'a>(&mut self, standards: impl IntoIterator<Item = &'a str>) {
        for node in standards.into_iter().filter_map(iri) {
            self.about(&node).add_class("dct:Standard");
        }
    }

    /// Returns the triples. Those about one thing are together, for that is how all three forms are written.
    pub(super) fn into_triples(self) -> Vec<Triple> {
        let mut seen = BTreeSet::new();
        self.triples
            .into_iter()
            .filter(|triple| seen.insert(triple.to_string()))
            .collect()
    }
}

/// A thing of a graph. Properties and classes are named with their prefixes.
pub(super) struct GraphSubject<'g> {
    graph: &'g mut Graph,
    node: &'g NamedNode,
}

impl GraphSubject<'_> {
    /// Adds a triple about the thing.
    pub(super) fn add(&mut self, property: &str, object: impl Into<Term>) -> &mut Self {
        let triple = Triple::new(self.node.clone(), term(property), object);
        self.graph.triples.push(triple);
        self
    }

    /// Adds a triple, where there is an object.
    pub(super) fn add_some(
        &mut self,
        property: &str,
        object: Option<impl Into<Term>>,
    ) -> &mut Self {
        match object {
            Some(object) => self.add(property, object),
            None => self,
        }
    }

    /// Adds the class of the thing.
    pub(super) fn add_class(&mut self, class: &str) -> &mut Self {
        self.add("rdf:type", term(class))
    }

    /// Adds a text in no language, where there is any.
    pub(super) fn add_text(&mut self, property: &str, text: Option<&str>) -> &mut Self {
        let text = text.map(clean).filter(|text| !text.is_empty());
        self.add_some(property, text.map(Literal::new_simple_literal))
    }

    /// Adds the same words in each language.
    pub(super) fn add_words(&mut self, property: &str, words: &Words) -> &mut Self {
        for (lang, text) in words.sorted() {
            let text = clean(text);
            if !text.is_empty() {
                let literal = Literal::new_language_tagged_literal(text.clone(), lang.tag());
                self.add(
                    property,
                    literal.unwrap_or_else(|_| Literal::new_simple_literal(text)),
                );
            }
        }
        self
    }

    /// Adds a date in the datatype of its precision.
    pub(super) fn add_date(&mut self, property: &str, date: Option<PartialDate>) -> &mut Self {
        let Some(date) = date else { return self };
        let datatype = match (date.month, date.day) {
            (Some(_), Some(_)) => "xsd:date",
            (Some(_), None) => "xsd:gYearMonth",
            _ => "xsd:gYear",
        };
        self.add_typed(property, &date.to_string(), datatype)
    }

    /// Adds a value of a datatype.
    pub(super) fn add_typed(&mut self, property: &str, value: &str, datatype: &str) -> &mut Self {
        self.add(property, Literal::new_typed_literal(value, term(datatype)))
    }

    /// Adds the standards that the thing follows; [`Graph::add_standards`] describes them.
    pub(super) fn add_conforms<'a>(
        &mut self,
        standards: impl IntoIterator<Item = &'a str>,
    ) -> &mut Self {
        for address in standards {
            self.add_some("dct:conformsTo", iri(address));
        }
        self
    }
}

/// Returns a text without the characters that XML cannot hold (XML 1.0, §2.2), in all forms, so that they agree.
fn clean(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|c| is_of_xml(*c))
        .collect::<String>()
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}
