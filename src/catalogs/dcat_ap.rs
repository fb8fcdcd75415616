//! DCAT-AP 3.0.1 as Turtle, RDF/XML and JSON-LD: `catalog.ttl`, `catalog.rdf`, `catalog.jsonld`. One graph
//! ([`graph`]) is written three ways, so that the three cannot disagree. JSON-LD carries its context inline, so that it
//! expands offline; harvesters that do not take JSON-LD take one of the others (ckan/ckanext-dcat 45, 35). A large
//! catalogue goes on in further files ([`Limits`]).

mod agents;
mod collections;
mod describe;
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

/// The files. Addresses of resources are full ones, so that without a base address there is nothing to say; nor is there
/// without a dataset.
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

/// What a file of the catalogue says.
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

/// The names of agents and contacts as one text each: that of the main language, else the first.
fn with_plain_names(triples: Vec<Triple>, main: &Lang) -> Vec<Triple> {
    let is_name =
        |property: &NamedNode| *property == term("foaf:name") || *property == term("vcard:fn");
    let in_main =
        |object: &Term| matches!(object, Term::Literal(l) if l.language() == Some(main.tag()));
    let mut chosen: BTreeMap<String, Term> = BTreeMap::new();
    for triple in triples.iter().filter(|t| is_name(&t.predicate)) {
        let best = chosen
            .entry(triple.subject.to_string())
            .or_insert_with(|| triple.object.clone());
        if in_main(&triple.object) {
            *best = triple.object.clone();
        }
    }
    let plain = |mut triple: Triple| {
        if !is_name(&triple.predicate) {
            return Some(triple);
        }
        // Each name is said once, where the first of its languages stood.
        let Term::Literal(name) = chosen.remove(&triple.subject.to_string())? else {
            return Some(triple);
        };
        triple.object = Literal::new_simple_literal(name.value()).into();
        Some(triple)
    };
    triples.into_iter().filter_map(plain).collect()
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
