//! The record as a DCAT-AP graph. Every thing has an address of its own (the page's, with `#` and a name), so that
//! nothing depends on how a reader numbers what has none; and every thing has its class in the file, as the shapes ask.

use super::agents::{describe_agent, describe_contact};
use super::collections;
use super::files::{describe_external, describe_file, file_node};
use super::graph::{Graph, eu, iri};
use super::licence::{describe_license, licence};
use super::nodes::{
    DatasetNodes, PortalNodes, dataset_node, frequency, geonames, language, named, public,
};
use super::shares::Share;
use crate::catalogs::words_or;
use crate::model::dataset::{Agent, ContactPoint, License, Spatial};
use crate::model::stated_facts::DcatApStatement;
use crate::record::{CatalogRecord, Distribution, Record, is_web_address};
use crate::text::date::PartialDate;
use crate::text::words::Words;
use oxrdf::{NamedNode, Triple};

/// Returns what the file at `path` says: the catalogue and a share of its datasets, those that `is_listed` says. Empty without
/// a base address.
pub(super) fn catalog(
    record: &CatalogRecord,
    path: &str,
    share: &Share,
    is_listed: fn(&Record) -> bool,
) -> Vec<Triple> {
    let Some(page) = record.url("index.html").and_then(|url| iri(&url)) else {
        return Vec::new();
    };
    let home = PortalNodes::new(page, is_listed, share.here.clone());
    let mut graph = Graph::default();
    let here: Vec<&Record> = record.datasets[share.here.clone()]
        .iter()
        .filter(|d| is_listed(d))
        .collect();
    describe_catalog(&mut graph, record, &home, &here);
    if share.is_one_of_several() {
        let total = record.datasets.iter().filter(|d| is_listed(d)).count();
        share.describe(&mut graph, record, &home.catalog, path, total);
    }
    describe_portal(&mut graph, record, &home);
    for dataset in here {
        describe_dataset(&mut graph, record, dataset, &home);
    }
    collections::describe(&mut graph, record, &home);
    graph.into_triples()
}

/// Describes the home page, the portal's publisher and its licence.
fn describe_portal(graph: &mut Graph, record: &CatalogRecord, home: &PortalNodes) {
    let portal = &record.portal;
    graph
        .about(&home.page)
        .add_class("foaf:Document")
        .add_words("dct:title", &portal.title);
    match &portal.publisher {
        Some(publisher) => describe_agent(graph, &home.publisher, publisher),
        None => {
            let portal_itself = Agent {
                name: portal.title.clone(),
                url: None,
                kind: None,
            };
            describe_agent(graph, &home.publisher, &portal_itself);
        }
    }
    let license = portal_license(record);
    describe_license(graph, address_of(license), title_of(license));
}

/// Returns the portal's first licence that has an address.
fn portal_license(record: &CatalogRecord) -> Option<&License> {
    let mut licenses = record.portal.licenses.iter();
    licenses.find(|license| license.path.as_deref().is_some_and(is_web_address))
}

fn address_of(license: Option<&License>) -> Option<&str> {
    license.and_then(|license| license.path.as_deref())
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
    let portal = &record.portal;
    let mut catalog = graph.about(&home.catalog);
    catalog
        .add_class("dcat:Catalog")
        .add_words("dct:title", &portal.title)
        .add_words(
            "dct:description",
            words_or(&portal.description, &portal.title),
        )
        .add("foaf:homepage", home.page.clone());
    for lang in &portal.languages {
        catalog.add_some("dct:language", language(lang));
    }
    catalog
        .add_date("dct:issued", record.issued)
        .add_date("dct:modified", record.modified)
        .add_some("dcat:themeTaxonomy", theme_taxonomy());
    // The portal covers what its datasets cover, as far as those places have addresses that others know.
    for area in here.iter().filter_map(|d| d.spatial.as_ref()) {
        catalog.add_some("dct:spatial", geonames(area));
    }
    catalog
        .add_some(
            "dct:license",
            address_of(portal_license(record)).and_then(licence),
        )
        // DCAT-AP makes it mandatory; where nobody else is named, the portal publishes itself.
        .add("dct:publisher", home.publisher.clone());
    for dataset in here {
        catalog.add_some("dcat:dataset", dataset_node(record, dataset));
    }
}

/// Returns the EU's table of data themes.
fn theme_taxonomy() -> Option<NamedNode> {
    iri("http://publications.europa.eu/resource/authority/data-theme")
}

fn describe_dataset(
    graph: &mut Graph,
    record: &CatalogRecord,
    dataset: &Record,
    home: &PortalNodes,
) {
    let Some(nodes) = DatasetNodes::of(record, dataset, home) else {
        return;
    };
    describe_facts(graph, record, dataset, &nodes);
    let files: Vec<(&Distribution, NamedNode)> = (dataset.distributions.iter())
        .filter_map(|file| Some((file, file_node(file)?)))
        .collect();
    for (_, file) in &files {
        let mut subject = graph.about(&nodes.dataset);
        subject.add("dcat:distribution", file.clone());
    }
    collections::link(graph, record, dataset, &nodes, home);
    for external in &dataset.external {
        let file = named(&nodes.page, &format!("external-{}", external.name));
        let mut subject = graph.about(&nodes.dataset);
        subject.add("dcat:distribution", file.clone());
        describe_external(graph, dataset, external, &nodes.page, &file);
    }
    link_around(graph, dataset, &nodes);
    describe_around(graph, dataset, &nodes);
    for (file, node) in files {
        describe_file(graph, dataset, file, &nodes.page, &node);
    }
}

/// Describes what a dataset is, but for its files and the things around it.
fn describe_facts(
    graph: &mut Graph,
    record: &CatalogRecord,
    dataset: &Record,
    nodes: &DatasetNodes,
) {
    let mut subject = graph.about(&nodes.dataset);
    subject
        .add_class("dcat:Dataset")
        .add_text("dct:identifier", Some(dataset.known_as()))
        .add_words("dct:title", &dataset.title)
        .add_words("dct:description", &dataset.description);
    for keyword in &dataset.keywords {
        subject.add_words("dcat:keyword", keyword);
    }
    for code in &dataset.themes {
        subject.add_some("dcat:theme", eu("data-theme", code));
    }
    subject
        .add_some(
            "dct:accrualPeriodicity",
            frequency(dataset.frequency.as_deref()),
        )
        .add_date("dct:issued", dataset.issued)
        .add_date("dct:modified", dataset.modified)
        .add_text("dcat:version", dataset.version.as_deref())
        .add_some("dct:language", language(&dataset.language))
        .add_some("dct:accessRights", public())
        .add("dcat:landingPage", nodes.page.clone());
    for origin in dataset.origin_addresses() {
        subject.add_some("dct:relation", iri(origin));
    }
    for commitment in dataset.cited_by() {
        let page = record.url(&commitment);
        subject.add_some("dct:isReferencedBy", page.and_then(|url| iri(&url)));
    }
}

/// Links publisher, contact, place, time and statements, by their addresses.
fn link_around(graph: &mut Graph, dataset: &Record, nodes: &DatasetNodes) {
    let page = &nodes.page;
    let publisher = dataset.publisher.as_ref();
    let mut subject = graph.about(&nodes.dataset);
    subject
        .add_some("dct:publisher", publisher.map(|_| nodes.publisher.clone()))
        .add_some(
            "dcat:contactPoint",
            contact(dataset).map(|_| named(page, "contact")),
        );
    for place in dataset.spatial.iter().flat_map(|area| places(page, area)) {
        subject.add("dct:spatial", place);
    }
    subject
        .add_conforms(dataset.conforms_to.iter().map(String::as_str))
        .add_some(
            "dct:temporal",
            period(dataset).map(|_| named(page, "period")),
        );
    for StatementNode { node, is, .. } in statements(page, dataset) {
        subject.add(is.property, node);
    }
}

/// Describes publisher, contact, place, time, statements, licence, standards and rights.
fn describe_around(graph: &mut Graph, dataset: &Record, nodes: &DatasetNodes) {
    let page = &nodes.page;
    graph
        .about(page)
        .add_class("foaf:Document")
        .add_words("dct:title", &dataset.title);
    if let Some(agent) = dataset.publisher.as_ref().filter(|_| !nodes.is_portals) {
        describe_agent(graph, &nodes.publisher, agent);
    }
    if let Some(contact) = contact(dataset) {
        describe_contact(graph, &named(page, "contact"), contact);
    }
    if let Some(area) = &dataset.spatial {
        describe_area(graph, page, area);
    }
    if let Some([first, last]) = period(dataset) {
        graph
            .about(&named(page, "period"))
            .add_class("dct:PeriodOfTime")
            .add_date("dcat:startDate", first)
            .add_date("dcat:endDate", last);
    }
    for StatementNode { node, is, words } in statements(page, dataset) {
        graph
            .about(&node)
            .add_class(is.class)
            .add_words("rdfs:label", words);
    }
    let title = title_of(dataset.addressed_license());
    describe_license(graph, dataset.license_address(), title);
    graph.add_standards(dataset.conforms_to.iter().map(String::as_str));
    graph.add_standards((dataset.distributions.iter()).filter_map(Distribution::conforms_to));
    describe_rights(graph, page, dataset);
}

/// A fact in words as a node of its own.
struct StatementNode<'a> {
    node: NamedNode,
    is: &'static DcatApStatement,
    words: &'a Words,
}

/// Returns the facts in words that DCAT-AP has a name for.
fn statements<'a>(
    page: &NamedNode,
    dataset: &'a Record,
) -> impl Iterator<Item = StatementNode<'a>> {
    dataset.stated.iter().filter_map(|(fact, words)| {
        Some(StatementNode {
            node: named(page, fact.key),
            is: fact.dcat_ap.as_ref()?,
            words,
        })
    })
}

/// Returns whom to ask, where that office has a name.
fn contact(dataset: &Record) -> Option<&ContactPoint> {
    let contact = dataset.contact.as_ref();
    contact.filter(|contact| !contact.name.is_empty())
}

/// Returns first and last of the time that a dataset covers, where one of them is known.
fn period(dataset: &Record) -> Option<[Option<PartialDate>; 2]> {
    let (first, last) = dataset.temporal?;
    (first.is_some() || last.is_some()).then_some([first, last])
}

/// Returns GeoNames' place, and one of the dataset's own where there is none or a rectangle to tell of.
fn places(page: &NamedNode, area: &Spatial) -> Vec<NamedNode> {
    let known = geonames(area);
    let own = (known.is_none() || area.bounds.is_some()).then(|| named(page, "place"));
    known.into_iter().chain(own).collect()
}

fn describe_area(graph: &mut Graph, page: &NamedNode, area: &Spatial) {
    for place in places(page, area) {
        graph
            .about(&place)
            .add_class("dct:Location")
            .add_words("skos:prefLabel", &area.name)
            .add_text("dct:identifier", area.code.as_deref());
    }
    // GeoNames' place is that of many datasets, each of which may draw its own rectangle: at most one a place.
    if let Some(bounds) = area.bounds {
        graph
            .about(&named(page, "place"))
            .add_typed("dcat:bbox", &bounds.wkt(), "gsp:wktLiteral");
    }
}

/// Describes what may be done with the data, in words: the licence's title (MQA counts `dct:rights` beside the licence).
fn describe_rights(graph: &mut Graph, page: &NamedNode, dataset: &Record) {
    if let Some(title) = dataset.rights() {
        graph
            .about(&named(page, "rights"))
            .add_class("dct:RightsStatement")
            .add_text("rdfs:label", Some(title));
    }
}
