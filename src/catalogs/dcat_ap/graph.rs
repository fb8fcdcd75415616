//! A graph in the making, and the vocabularies it uses.

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

/// A term by its prefixed name, such as `dct:title`.
pub(super) fn term(name: &str) -> NamedNode {
    let (prefix, local) = name.split_once(':').expect("prefixed names hold a colon");
    let (_, base) = PREFIXES
        .iter()
        .find(|(known, _)| *known == prefix)
        .expect("a prefix of the list");
    NamedNode::new_unchecked(format!("{base}{local}"))
}

/// A code of one of the EU's tables; none where it could not be in an address.
pub(super) fn eu(table: &str, code: &str) -> Option<NamedNode> {
    let plain = !code.is_empty()
        && code
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
    plain.then(|| NamedNode::new_unchecked(format!("{EU}{table}/{code}")))
}

/// An address, where it is one.
pub(super) fn iri(text: &str) -> Option<NamedNode> {
    NamedNode::new(text).ok()
}

/// Triples in the order in which they were said, each once.
#[derive(Debug, Default)]
pub(super) struct Graph {
    triples: Vec<Triple>,
}

impl Graph {
    /// Begins with a thing of this class.
    pub(crate) fn add_class(&mut self, subject: &NamedNode, class: &str) {
        self.add(subject, "rdf:type", term(class));
    }

    /// Says one thing.
    pub(crate) fn add(&mut self, subject: &NamedNode, property: &str, object: impl Into<Term>) {
        self.triples
            .push(Triple::new(subject.clone(), term(property), object));
    }

    /// Says it where there is something to say.
    pub(crate) fn add_some(
        &mut self,
        subject: &NamedNode,
        property: &str,
        object: Option<impl Into<Term>>,
    ) {
        if let Some(object) = object {
            self.add(subject, property, object);
        }
    }

    /// Text in no language, where there is any.
    pub(crate) fn add_text(&mut self, subject: &NamedNode, property: &str, text: Option<&str>) {
        if let Some(text) = text.map(clean).filter(|t| !t.is_empty()) {
            self.add(subject, property, Literal::new_simple_literal(text));
        }
    }

    /// The same words in each language.
    pub(crate) fn add_words(&mut self, subject: &NamedNode, property: &str, words: &Words) {
        for (lang, text) in words.sorted() {
            let text = clean(text);
            let literal = Literal::new_language_tagged_literal(text.clone(), lang.tag());
            if !text.is_empty() {
                self.add(
                    subject,
                    property,
                    literal.unwrap_or_else(|_| Literal::new_simple_literal(text)),
                );
            }
        }
    }

    /// A date in the datatype of its precision.
    pub(crate) fn add_date(
        &mut self,
        subject: &NamedNode,
        property: &str,
        date: Option<PartialDate>,
    ) {
        let Some(date) = date else { return };
        let datatype = match (date.month, date.day) {
            (Some(_), Some(_)) => "xsd:date",
            (Some(_), None) => "xsd:gYearMonth",
            _ => "xsd:gYear",
        };
        self.add_typed(subject, property, &date.to_string(), datatype);
    }

    /// A value of a datatype.
    pub(crate) fn add_typed(
        &mut self,
        subject: &NamedNode,
        property: &str,
        value: &str,
        datatype: &str,
    ) {
        self.add(
            subject,
            property,
            Literal::new_typed_literal(value, term(datatype)),
        );
    }

    /// Standards that a thing follows; what they are is said by [`Graph::add_standards`].
    pub(crate) fn add_conforms<'a>(
        &mut self,
        subject: &NamedNode,
        standards: impl IntoIterator<Item = &'a str>,
    ) {
        standards
            .into_iter()
            .for_each(|address| self.add_some(subject, "dct:conformsTo", iri(address)));
    }

    /// What standards are.
    pub(crate) fn add_standards<'a>(&mut self, standards: impl IntoIterator<Item = &'a str>) {
        for node in standards.into_iter().filter_map(iri) {
            self.add_class(&node, "dct:Standard");
        }
    }

    /// All that was said. Triples about one thing stand together, for that is how all three forms are written.
    pub(crate) fn into_triples(self) -> Vec<Triple> {
        let mut seen = BTreeSet::new();
        self.triples
            .into_iter()
            .filter(|triple| seen.insert(triple.to_string()))
            .collect()
    }
}

/// A text without the characters that XML cannot hold (XML 1.0, §2.2), in all forms, so that they agree.
fn clean(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|c| is_of_xml(*c))
        .collect::<String>()
        .replace("\r\n", "\n")
        .replace('\r', "\n")
}
