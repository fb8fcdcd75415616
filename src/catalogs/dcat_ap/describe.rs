//! The record as a DCAT-AP graph. Every thing has an address of its own (the page's, with `#` and a name), so that
//! nothing depends on how a reader numbers what has none; and every thing has its class in the file, as the shapes ask.

use super::agents::{describe_agent, describe_contact};
use super::collections;
use super::graph::{Graph, eu, iri};
use super::licence::{describe_license, licence};
use super::nodes::{PortalNodes, dataset_node, file_type, geonames, language, media_type, named};
use super::shares::Share;
use crate::downloads::Role;
use crate::model::dataset::{Agent, ContactPoint, External, License, Spatial};
use crate::record::{CatalogRecord, Distribution, Record, is_web_address};
use crate::text::date::PartialDate;
use oxrdf::{NamedNode, Triple};

/// What the file at `path` says: the catalogue and a share of its datasets, those that `is_listed` says. Empty without a
/// base address.
pub(super) fn catalog(
    record: &CatalogRecord,
    path: &str,
    share: &Share,
    is_listed: fn(&Record) -> bool,
) -> Vec<Triple> {
    let Some(page) = record.url("index.html").and_then(|url| iri(&url)) else {
        return Vec::new();
    };
    let mut graph = Graph::default();
    let portal = &record.portal;
    let (catalog, publisher) = (named(&page, "catalog"), named(&page, "publisher"));
    let home = PortalNodes {
        page,
        catalog,
        publisher,
        is_listed,
        here: share.here.clone(),
    };
    let here: Vec<&Record> = record.datasets[home.here.clone()]
        .iter()
        .filter(|d| is_listed(d))
        .collect();
    describe_catalog(&mut graph, record, &home, &here);
    if share.is_one_of_several() {
        let total = record.datasets.iter().filter(|d| is_listed(d)).count();
        share.describe(&mut graph, record, &home.catalog, path, total);
    }
    graph.add_class(&home.page, "foaf:Document");
    graph.add_words(&home.page, "dct:title", &portal.title);
    let itself = || Agent {
        name: portal.title.clone(),
        url: None,
        kind: None,
    };
    describe_agent(
        &mut graph,
        &home.publisher,
        &portal.publisher.clone().unwrap_or_else(itself),
    );
    describe_license(
        &mut graph,
        portal_license(record),
        title_of(portal_licence(record)),
    );
    for dataset in &here {
        describe_dataset(&mut graph, record, dataset, &home);
    }
    collections::describe(&mut graph, record, &home);
    graph.into_triples()
}

fn portal_license(record: &CatalogRecord) -> Option<&str> {
    portal_licence(record).and_then(|licence| licence.path.as_deref())
}

fn portal_licence(record: &CatalogRecord) -> Option<&License> {
    record
        .portal
        .licenses
        .iter()
        .find(|l| l.path.as_deref().is_some_and(is_web_address))
}

fn title_of(license: Option<&License>) -> Option<&str> {
    license.and_then(|license| license.title.as_deref())
}

fn describe_catalog(
    graph: &mut Graph,
    record: &CatalogRecord,
    home: &PortalNodes,
    here: &[&Record],
) {
    let (portal, node) = (&record.portal, &home.catalog);
    graph.add_class(node, "dcat:Catalog");
    graph.add_words(node, "dct:title", &portal.title);
    let description = if portal.description.is_empty() {
        &portal.title
    } else {
        &portal.description
    };
    graph.add_words(node, "dct:description", description);
    graph.add(node, "foaf:homepage", home.page.clone());
    for lang in &portal.languages {
        graph.add_some(node, "dct:language", language(lang));
    }
    graph.add_date(node, "dct:issued", record.issued);
    graph.add_date(node, "dct:modified", record.modified);
    graph.add_some(node, "dcat:themeTaxonomy", theme_taxonomy());
    // The portal covers what its datasets cover, as far as those places have addresses that others know.
    for spatial in here.iter().filter_map(|d| d.spatial.as_ref()) {
        graph.add_some(node, "dct:spatial", geonames(spatial));
    }
    graph.add_some(
        node,
        "dct:license",
        portal_license(record).and_then(licence),
    );
    // DCAT-AP makes it mandatory; where nobody else is named, the portal publishes itself.
    graph.add(node, "dct:publisher", home.publisher.clone());
    for dataset in here {
        graph.add_some(node, "dcat:dataset", dataset_node(record, dataset));
    }
}

fn theme_taxonomy() -> Option<NamedNode> {
    iri("http://publications.europa.eu/resource/authority/data-theme")
}

/// Nodes of things around a dataset that have no address of their own.
struct DatasetNodes {
    page: NamedNode,
    publisher: NamedNode,
    /// Whether the publisher is the portal's, and described there.
    shared: bool,
}

fn describe_dataset(
    graph: &mut Graph,
    record: &CatalogRecord,
    dataset: &Record,
    portal: &PortalNodes,
) {
    let Some(page) = record.url(dataset.page()).and_then(|url| iri(&url)) else {
        return;
    };
    let shared = dataset.publisher == record.portal.publisher;
    let home = record
        .url("index.html")
        .and_then(|url| iri(&url))
        .filter(|_| shared);
    let publisher = named(home.as_ref().unwrap_or(&page), "publisher");
    let around = DatasetNodes {
        page,
        publisher,
        shared,
    };
    let node = named(&around.page, "dataset");
    graph.add_class(&node, "dcat:Dataset");
    graph.add_text(&node, "dct:identifier", Some(dataset.known_as()));
    graph.add_words(&node, "dct:title", &dataset.title);
    graph.add_words(&node, "dct:description", &dataset.description);
    dataset
        .keywords
        .iter()
        .for_each(|keyword| graph.add_words(&node, "dcat:keyword", keyword));
    dataset
        .themes
        .iter()
        .for_each(|code| graph.add_some(&node, "dcat:theme", eu("data-theme", code)));
    let frequency = dataset.frequency.as_deref().map(str::to_ascii_uppercase);
    graph.add_some(
        &node,
        "dct:accrualPeriodicity",
        frequency.and_then(|code| eu("frequency", &code)),
    );
    graph.add_date(&node, "dct:issued", dataset.issued);
    graph.add_date(&node, "dct:modified", dataset.modified);
    graph.add_text(&node, "dcat:version", dataset.version.as_deref());
    graph.add_some(&node, "dct:language", language(&dataset.language));
    graph.add_some(&node, "dct:accessRights", eu("access-right", "PUBLIC"));
    graph.add(&node, "dcat:landingPage", around.page.clone());
    for origin in dataset.origin_addresses() {
        graph.add_some(&node, "dct:relation", iri(origin));
    }
    for commitment in dataset.cited_by() {
        graph.add_some(
            &node,
            "dct:isReferencedBy",
            record.url(&commitment).and_then(|url| iri(&url)),
        );
    }
    let files: Vec<(&Distribution, NamedNode)> = dataset
        .distributions
        .iter()
        .filter_map(|f| Some((f, file(f)?)))
        .collect();
    for (_, file) in &files {
        graph.add(&node, "dcat:distribution", file.clone());
    }
    collections::link(graph, record, dataset, &around.page, portal);
    for external in &dataset.external {
        let file = named(&around.page, &format!("external-{}", external.name));
        graph.add(&node, "dcat:distribution", file.clone());
        describe_external(graph, &around.page, (dataset, external), &file);
    }
    link_around(graph, &node, dataset, &around);
    describe_around(graph, dataset, &around);
    for (file, node) in files {
        describe_file(graph, &around.page, dataset, file, &node);
    }
}

/// Publisher, contact, place, time and provenance, by their addresses.
fn link_around(graph: &mut Graph, node: &NamedNode, dataset: &Record, around: &DatasetNodes) {
    let page = &around.page;
    graph.add_some(
        node,
        "dct:publisher",
        dataset.publisher.as_ref().map(|_| around.publisher.clone()),
    );
    graph.add_some(
        node,
        "dcat:contactPoint",
        contact(dataset).map(|_| named(page, "contact")),
    );
    for place in dataset.spatial.iter().flat_map(|s| places(page, s)) {
        graph.add(node, "dct:spatial", place);
    }
    graph.add_conforms(node, dataset.conforms_to.iter().map(String::as_str));
    graph.add_some(
        node,
        "dct:temporal",
        period(dataset).map(|_| named(page, "period")),
    );
    let provenance = (!dataset.provenance.is_empty()).then(|| named(page, "provenance"));
    graph.add_some(node, "dct:provenance", provenance);
}

/// The same, described.
fn describe_around(graph: &mut Graph, dataset: &Record, around: &DatasetNodes) {
    let page = &around.page;
    graph.add_class(page, "foaf:Document");
    graph.add_words(page, "dct:title", &dataset.title);
    if let Some(agent) = dataset.publisher.as_ref().filter(|_| !around.shared) {
        describe_agent(graph, &around.publisher, agent);
    }
    if let Some(contact) = contact(dataset) {
        describe_contact(graph, &named(page, "contact"), contact);
    }
    if let Some(spatial) = &dataset.spatial {
        for place in places(page, spatial) {
            describe_place(graph, &place, spatial);
        }
        // GeoNames' place is that of many datasets, each of which may draw its own rectangle: at most one a place.
        if let Some(bounds) = spatial.bounds {
            graph.add_typed(
                &named(page, "place"),
                "dcat:bbox",
                &bounds.wkt(),
                "gsp:wktLiteral",
            );
        }
    }
    if let Some((first, last)) = period(dataset) {
        let node = named(page, "period");
        graph.add_class(&node, "dct:PeriodOfTime");
        graph.add_date(&node, "dcat:startDate", first);
        graph.add_date(&node, "dcat:endDate", last);
    }
    if !dataset.provenance.is_empty() {
        let node = named(page, "provenance");
        graph.add_class(&node, "dct:ProvenanceStatement");
        graph.add_words(&node, "rdfs:label", &dataset.provenance);
    }
    describe_license(
        graph,
        dataset.license_address(),
        title_of(dataset.addressed_license()),
    );
    graph.add_standards(dataset.conforms_to.iter().map(String::as_str));
    graph.add_standards(
        dataset
            .distributions
            .iter()
            .filter_map(Distribution::conforms_to),
    );
    describe_rights(graph, page, dataset);
}

fn contact(dataset: &Record) -> Option<&ContactPoint> {
    dataset
        .contact
        .as_ref()
        .filter(|contact| !contact.name.is_empty())
}

fn period(dataset: &Record) -> Option<(Option<PartialDate>, Option<PartialDate>)> {
    dataset
        .temporal
        .filter(|(first, last)| first.is_some() || last.is_some())
}

/// GeoNames' place, and one of the dataset's own where there is none or a rectangle to tell of.
fn places(page: &NamedNode, spatial: &Spatial) -> Vec<NamedNode> {
    let known = geonames(spatial);
    let own = (known.is_none() || spatial.bounds.is_some()).then(|| named(page, "place"));
    known.into_iter().chain(own).collect()
}

fn describe_place(graph: &mut Graph, node: &NamedNode, spatial: &Spatial) {
    graph.add_class(node, "dct:Location");
    graph.add_words(node, "skos:prefLabel", &spatial.name);
    graph.add_text(node, "dct:identifier", spatial.code.as_deref());
}

/// What may be done with the data, in words: the licence's title (MQA counts `dct:rights` beside the licence).
fn describe_rights(graph: &mut Graph, page: &NamedNode, dataset: &Record) {
    if let Some(title) = dataset.rights() {
        let node = named(page, "rights");
        graph.add_class(&node, "dct:RightsStatement");
        graph.add_text(&node, "rdfs:label", Some(title));
    }
}

/// A distribution's own address: its file's, with `#distribution`; descriptions are no distributions.
fn file(file: &Distribution) -> Option<NamedNode> {
    let url = file
        .url
        .as_deref()
        .filter(|_| !matches!(file.role, Role::Description | Role::Sample))?;
    Some(named(&iri(url)?, "distribution"))
}

fn describe_file(
    graph: &mut Graph,
    page: &NamedNode,
    dataset: &Record,
    file: &Distribution,
    node: &NamedNode,
) {
    let url = file.url.as_deref().and_then(iri);
    graph.add_class(node, "dcat:Distribution");
    graph.add_words(
        node,
        "dct:title",
        if file.title.is_empty() {
            &dataset.title
        } else {
            &file.title
        },
    );
    let table = dataset
        .tables
        .iter()
        .find(|t| Some(t.name.as_str()) == file.resource.as_deref());
    let own = table
        .map(|t| &t.description)
        .filter(|words| !words.is_empty());
    graph.add_words(node, "dct:description", own.unwrap_or(&dataset.description));
    graph.add_some(node, "dcat:accessURL", url.clone());
    graph.add_some(node, "dcat:downloadURL", url);
    graph.add_some(node, "dcat:mediaType", media_type(&file.media_type));
    graph.add_some(node, "dct:format", file_type(&file.format));
    graph.add_conforms(node, file.conforms_to());
    graph.add_typed(
        node,
        "dcat:byteSize",
        &file.bytes.to_string(),
        "xsd:nonNegativeInteger",
    );
    let checksum = NamedNode::new_unchecked(node.as_str().replace("#distribution", "#checksum"));
    graph.add(node, "spdx:checksum", checksum.clone());
    graph.add_some(
        node,
        "dct:license",
        dataset.license_address().and_then(licence),
    );
    graph.add_some(
        node,
        "dct:rights",
        dataset.rights().map(|_| named(page, "rights")),
    );
    graph.add_date(node, "dct:issued", dataset.issued);
    graph.add_date(node, "dct:modified", dataset.modified);
    graph.add_some(
        node,
        "dcatap:availability",
        eu("planned-availability", "STABLE"),
    );
    graph.add_some(node, "dct:language", language(&dataset.language));
    graph.add_class(&checksum, "spdx:Checksum");
    graph.add(
        &checksum,
        "spdx:algorithm",
        super::graph::term("spdx:checksumAlgorithm_sha256"),
    );
    graph.add_typed(
        &checksum,
        "spdx:checksumValue",
        &file.sha256,
        "xsd:hexBinary",
    );
}

/// A file on another server: what its publisher says of it, and nothing that was found in it.
fn describe_external(
    graph: &mut Graph,
    page: &NamedNode,
    (dataset, external): (&Record, &External),
    node: &NamedNode,
) {
    let url = iri(&external.url);
    graph.add_class(node, "dcat:Distribution");
    graph.add_words(
        node,
        "dct:title",
        if external.title.is_empty() {
            &dataset.title
        } else {
            &external.title
        },
    );
    let own = Some(&external.description).filter(|words| !words.is_empty());
    graph.add_words(node, "dct:description", own.unwrap_or(&dataset.description));
    graph.add_some(node, "dcat:accessURL", url.clone());
    graph.add_some(
        node,
        "dcat:downloadURL",
        url.filter(|_| external.format.is_some()),
    );
    graph.add_some(
        node,
        "dcat:mediaType",
        external.media_type.as_deref().and_then(media_type),
    );
    graph.add_some(
        node,
        "dct:format",
        external.format.as_deref().and_then(file_type),
    );
    if let Some(bytes) = external.bytes {
        graph.add_typed(
            node,
            "dcat:byteSize",
            &bytes.to_string(),
            "xsd:nonNegativeInteger",
        );
    }
    graph.add_some(
        node,
        "dct:license",
        dataset.license_address().and_then(licence),
    );
    graph.add_some(
        node,
        "dct:rights",
        dataset.rights().map(|_| named(page, "rights")),
    );
}
