//! DCAT-AP 3.0.1 as Turtle, RDF/XML and JSON-LD: `catalog.ttl`, `catalog.rdf`, `catalog.jsonld`. One graph
//! ([`graph`]) is written three ways, so that the three cannot disagree. JSON-LD carries its context inline, so that it
//! expands offline; harvesters that do not take JSON-LD take one of the others (ckan/ckanext-dcat 45, 35).

mod collections;
mod describe;
mod graph;

use super::{Catalog, Part};
use crate::plan::record::CatalogRecord;
use graph::PREFIXES;
use oxrdf::{GraphNameRef, TripleRef};
use std::io::{self, Write};

/// `catalog.ttl`.
pub struct Turtle;

/// `catalog.rdf`.
pub struct RdfXml;

/// `catalog.jsonld`.
pub struct JsonLd;

/// Addresses of resources are full ones, so that without a base address there is nothing to say.
fn only_with_base(record: &CatalogRecord, path: &str) -> Vec<(String, Part)> {
    record.portal.base_url.iter().map(|_| (path.to_owned(), Part::Whole)).collect()
}

fn refused(error: impl std::error::Error + Send + Sync + 'static) -> io::Error {
    io::Error::other(error)
}

impl Catalog for Turtle {
    fn id(&self) -> &'static str {
        "dcat-ap-turtle"
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        only_with_base(record, "catalog.ttl")
    }

    fn write(&self, record: &CatalogRecord, _part: Part, out: &mut dyn Write) -> io::Result<()> {
        let mut serializer = oxttl::TurtleSerializer::new();
        for (name, iri) in PREFIXES {
            serializer = serializer.with_prefix(*name, *iri).map_err(refused)?;
        }
        let mut writer = serializer.for_writer(out);
        describe::catalog(record).iter().try_for_each(|triple| writer.serialize_triple(triple))?;
        writer.finish().map(|_| ())
    }
}

impl Catalog for RdfXml {
    fn id(&self) -> &'static str {
        "dcat-ap-rdf-xml"
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        only_with_base(record, "catalog.rdf")
    }

    fn write(&self, record: &CatalogRecord, _part: Part, out: &mut dyn Write) -> io::Result<()> {
        let mut serializer = oxrdfxml::RdfXmlSerializer::new();
        for (name, iri) in PREFIXES {
            serializer = serializer.with_prefix(*name, *iri).map_err(refused)?;
        }
        let mut writer = serializer.for_writer(out);
        describe::catalog(record).iter().try_for_each(|triple| writer.serialize_triple(triple))?;
        writer.finish().map(|_| ())
    }
}

impl Catalog for JsonLd {
    fn id(&self) -> &'static str {
        "dcat-ap-json-ld"
    }

    fn files(&self, record: &CatalogRecord) -> Vec<(String, Part)> {
        only_with_base(record, "catalog.jsonld")
    }

    fn write(&self, record: &CatalogRecord, _part: Part, out: &mut dyn Write) -> io::Result<()> {
        let mut serializer = oxjsonld::JsonLdSerializer::new();
        for (name, iri) in PREFIXES {
            serializer = serializer.with_prefix(*name, *iri).map_err(refused)?;
        }
        let mut writer = serializer.for_writer(out);
        for triple in &describe::catalog(record) {
            writer.serialize_quad(TripleRef::from(triple).in_graph(GraphNameRef::DefaultGraph))?;
        }
        writer.finish().map(|_| ())
    }
}
