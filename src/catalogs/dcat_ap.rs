//! DCAT-AP 3.0.1 as Turtle, RDF/XML and JSON-LD: `catalog.ttl`, `catalog.rdf`, `catalog.jsonld`. One graph
//! ([`graph`]) is written three ways, so that the three cannot disagree. JSON-LD carries its context inline, so that it
//! expands offline; harvesters that do not take JSON-LD take one of the others (ckan/ckanext-dcat 45, 35). A large
//! catalogue goes on in further files ([`Limits`]).

mod agents;
mod collections;
mod describe;
mod files;
mod graph;
mod licence;
mod nodes;
mod shares;

pub use shares::Limits;

use super::{Catalog, CatalogEndpoint, Part};
use crate::record::{CatalogRecord, Record};
use crate::text::lang::Lang;
use graph::{PREFIXES, term};
use oxrdf::{GraphNameRef, Literal, NamedNode, Term, Triple, TripleRef};
use shares::Share;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// `catalog.ttl`.
pub struct Turtle(pub Limits);

/// `catalog.rdf`.
pub struct RdfXml(pub Limits);

/// `catalog.jsonld`.
pub struct JsonLd(pub Limits);

/// `dcat-us.ttl`: DCAT-US 3.0 as Turtle, as far as it differs from DCAT-AP: the names of organisations and contacts are
/// one text in no language, and what harvesters of DCAT-US refuse is left out.
pub struct UsTurtle(pub Limits);

/// Returns the files of a catalogue. Addresses of resources are full ones, so that without a base address there is nothing to
/// say; nor is there without a dataset.
fn files(
    record: &CatalogRecord,
    path: &str,
    limits: Limits,
    is_listed: fn(&Record) -> bool,
) -> Vec<(String, Part)> {
    if record.fills_catalog_of(is_listed) {
        shares::files(record, path, limits, is_listed)
    } else {
        Vec::new()
    }
}

/// Returns what a file of the catalogue says.
fn triples(record: &CatalogRecord, path: &str, part: Part) -> Vec<Triple> {
    describe::catalog(record, path, &Share::of(part, record), Record::is_described)
}

fn refused(error: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::other(error)
}

impl Catalog for Turtle {
    fn id(&self) -> &'static str {
        "dcat-ap-turtle"
    }

    fn media_type(&self) -> &'static str {
        "text/turtle"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_written = record.fills_catalog_of(Record::is_described);
        CatalogEndpoint::single("catalog.ttl", "dev-dcat-ttl", is_written)
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        files(record, "catalog.ttl", self.0, Record::is_described)
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        turtle(&triples(record, "catalog.ttl", part), out)
    }
}

fn turtle(triples: &[Triple], out: &mut dyn Write) -> io::Result<()> {
    let mut serializer = oxttl::TurtleSerializer::new();
    for (name, iri) in PREFIXES {
        serializer = serializer.with_prefix(*name, *iri).map_err(refused)?;
    }
    let mut writer = serializer.for_writer(out);
    triples
        .iter()
        .try_for_each(|triple| writer.serialize_triple(triple))?;
    writer.finish().map(|_| ())
}

impl Catalog for UsTurtle {
    fn id(&self) -> &'static str {
        "dcat-us-turtle"
    }

    fn media_type(&self) -> &'static str {
        "text/turtle"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_written = record.fills_catalog_of(Record::is_harvestable);
        CatalogEndpoint::single("dcat-us.ttl", "dev-dcat-us-ttl", is_written)
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        files(record, "dcat-us.ttl", self.0, Record::is_harvestable)
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let share = Share::of(part, record);
        let triples = describe::catalog(record, "dcat-us.ttl", &share, Record::is_harvestable);
        turtle(&with_plain_names(triples, &record.portal.main), out)
    }
}

/// Returns triples with the names of agents and contacts as one text each: that of the main language, else the first. Each
/// name is where the first of its languages was.
fn with_plain_names(triples: Vec<Triple>, main: &Lang) -> Vec<Triple> {
    let mut names = PlainNames::of(&triples, main);
    triples
        .into_iter()
        .filter_map(|triple| names.plain(triple))
        .collect()
}

/// The names that are left to be written, by the node that they name.
struct PlainNames(BTreeMap<String, Term>);

impl PlainNames {
    fn of(triples: &[Triple], main: &Lang) -> Self {
        let mut chosen = BTreeMap::new();
        for triple in triples.iter().filter(|triple| is_name(&triple.predicate)) {
            let node = triple.subject.to_string();
            let best = chosen.entry(node).or_insert_with(|| triple.object.clone());
            if is_in(&triple.object, main) {
                *best = triple.object.clone();
            }
        }
        PlainNames(chosen)
    }

    /// Returns a triple as it is to be written; none for a name that was written before.
    fn plain(&mut self, mut triple: Triple) -> Option<Triple> {
        if is_name(&triple.predicate)
            && let Term::Literal(name) = self.0.remove(&triple.subject.to_string())?
        {
            triple.object = Literal::new_simple_literal(name.value()).into();
        }
        Some(triple)
    }
}

/// Returns whether a property names an agent or contact.
fn is_name(property: &NamedNode) -> bool {
    *property == term("foaf:name") || *property == term("vcard:fn")
}

/// Returns whether a text is in a language.
fn is_in(object: &Term, lang: &Lang) -> bool {
    matches!(object, Term::Literal(text) if text.language() == Some(lang.tag()))
}

impl Catalog for RdfXml {
    fn id(&self) -> &'static str {
        "dcat-ap-rdf-xml"
    }

    fn media_type(&self) -> &'static str {
        "application/rdf+xml"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_written = record.fills_catalog_of(Record::is_described);
        CatalogEndpoint::single("catalog.rdf", "dev-dcat-rdf", is_written)
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        files(record, "catalog.rdf", self.0, Record::is_described)
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let mut serializer = oxrdfxml::RdfXmlSerializer::new();
        for (name, iri) in PREFIXES {
            serializer = serializer.with_prefix(*name, *iri).map_err(refused)?;
        }
        let mut writer = serializer.for_writer(out);
        triples(record, "catalog.rdf", part)
            .iter()
            .try_for_each(|triple| writer.serialize_triple(triple))?;
        writer.finish().map(|_| ())
    }
}

impl Catalog for JsonLd {
    fn id(&self) -> &'static str {
        "dcat-ap-json-ld"
    }

    fn media_type(&self) -> &'static str {
        "application/ld+json"
    }

    fn is_hinted(&self) -> bool {
        true
    }

    fn endpoints(&self, record: &CatalogRecord) -> Vec<CatalogEndpoint> {
        let is_written = record.fills_catalog_of(Record::is_described);
        CatalogEndpoint::single("catalog.jsonld", "dev-dcat-jsonld", is_written)
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        files(record, "catalog.jsonld", self.0, Record::is_described)
    }

    fn write(&self, record: &CatalogRecord, part: Part, out: &mut dyn Write) -> io::Result<()> {
        let mut serializer = oxjsonld::JsonLdSerializer::new();
        for (name, iri) in PREFIXES {
            serializer = serializer.with_prefix(*name, *iri).map_err(refused)?;
        }
        let mut writer = serializer.for_writer(out);
        for triple in &triples(record, "catalog.jsonld", part) {
            writer.serialize_quad(TripleRef::from(triple).in_graph(GraphNameRef::DefaultGraph))?;
        }
        writer.finish().map(|_| ())
    }
}
