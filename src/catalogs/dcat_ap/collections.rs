//! Series of datasets, and services that serve them.

use super::agents::describe_contact;
use super::graph::{Graph, GraphSubject, eu, iri};
use super::licence::{describe_license, licence};
use super::nodes::{
    DatasetNodes, PortalNodes, dataset_node, file_type, frequency, geonames, named, public, stable,
};
use crate::model::dataset::{ContactPoint, Spatial};
use crate::record::{CatalogRecord, Record, SeriesRecord, ServiceRecord};
use crate::text::date::PartialDate;
use oxrdf::NamedNode;
use std::collections::BTreeSet;

/// Links a dataset to its series and to the services that serve it.
pub(super) fn link(
    graph: &mut Graph,
    record: &CatalogRecord,
    dataset: &Record,
    nodes: &DatasetNodes,
    home: &PortalNodes,
) {
    if let Some((series, position)) = record.series_of(dataset) {
        let mut subject = graph.about(&nodes.dataset);
        subject.add("dcat:inSeries", series_node(home, series));
        let around = series.around(position);
        for (property, at) in ["dcat:prev", "dcat:next"].into_iter().zip(around) {
            subject.add_some(property, at.and_then(|at| member(record, at, home)));
        }
    }
    for service in record.services_of(dataset) {
        let access = named(&nodes.page, &format!("service-{}", service.id));
        let mut subject = graph.about(&nodes.dataset);
        subject.add("dcat:distribution", access.clone());
        describe_access(graph, service, &access, home);
    }
}

/// Describes a service as a way to get at a dataset.
fn describe_access(
    graph: &mut Graph,
    service: &ServiceRecord,
    access: &NamedNode,
    home: &PortalNodes,
) {
    let mut subject = graph.about(access);
    subject
        .add_class("dcat:Distribution")
        .add_words("dct:title", &service.title)
        .add_words("dct:description", &service.description)
        .add_some("dcat:accessURL", iri(&service.endpoint))
        .add("dcat:accessService", service_node(home, service))
        .add_some("dct:format", service.format.as_deref().and_then(file_type))
        .add_some("dct:license", service.license.as_deref().and_then(licence))
        .add_some("dcatap:availability", stable());
}

/// Describes every series and service of which a dataset is in this file: what has none here is described in another.
pub(super) fn describe(graph: &mut Graph, record: &CatalogRecord, home: &PortalNodes) {
    let contact = named_contact(record.portal.contact.as_ref());
    let contact = contact.map(|contact| (contact, named(&home.page, "contact")));
    let mut is_asked = false;
    for series in record.series.iter().filter(|s| is_here(&s.members, home)) {
        let datasets = members(record, &series.members, home);
        if !datasets.is_empty() {
            let node = contact.as_ref().map(|(_, node)| node);
            describe_series(graph, record, series, &datasets, home, node);
            is_asked = true;
        }
    }
    for service in (record.services.iter()).filter(|s| is_here(&s.datasets, home)) {
        describe_service(graph, record, service, home);
    }
    if let Some((contact, node)) = contact.filter(|_| is_asked) {
        describe_contact(graph, &node, contact);
    }
}

/// Returns whether one of the datasets at these places is in this file.
fn is_here(places: &[usize], home: &PortalNodes) -> bool {
    places.iter().any(|at| home.here.contains(at))
}

/// Returns an office to ask that has a name.
fn named_contact(contact: Option<&ContactPoint>) -> Option<&ContactPoint> {
    contact.filter(|contact| !contact.name.is_empty())
}

/// Returns the datasets of the catalogue that are at these places.
fn members<'a>(record: &'a CatalogRecord, places: &[usize], home: &PortalNodes) -> Vec<&'a Record> {
    let datasets = places.iter().map(|at| &record.datasets[*at]);
    datasets.filter(|d| (home.is_listed)(d)).collect()
}

/// Returns the node of the dataset at a place, where the catalogue has it.
fn member(record: &CatalogRecord, at: usize, home: &PortalNodes) -> Option<NamedNode> {
    dataset_node(record, members(record, &[at], home).first()?)
}

fn series_node(home: &PortalNodes, series: &SeriesRecord) -> NamedNode {
    named(&home.page, &format!("series-{}", series.id))
}

fn service_node(home: &PortalNodes, service: &ServiceRecord) -> NamedNode {
    named(&home.page, &format!("service-{}", service.id))
}

/// Describes a series with these datasets, of which there is at least one.
fn describe_series(
    graph: &mut Graph,
    record: &CatalogRecord,
    series: &SeriesRecord,
    datasets: &[&Record],
    home: &PortalNodes,
    contact: Option<&NamedNode>,
) {
    let node = series_node(home, series);
    let page = record.url(&series.page).and_then(|url| iri(&url));
    let period = covered(datasets).map(|ends| (ends, series_period(home, series)));
    let mut subject = graph.about(&node);
    subject
        .add_class("dcat:DatasetSeries")
        .add_words("dct:title", &series.title)
        .add_words("dct:description", &series.description)
        .add("dct:publisher", home.publisher.clone())
        .add_some("dcat:contactPoint", contact.cloned())
        .add_some(
            "dct:accrualPeriodicity",
            frequency(series.frequency.as_deref()),
        )
        .add_some("dcat:landingPage", page.clone())
        .add_date("dct:issued", datasets.iter().filter_map(|d| d.issued).min())
        .add_date(
            "dct:modified",
            datasets.iter().filter_map(|d| d.modified).max(),
        )
        .add_some("dct:spatial", shared_area(datasets).and_then(geonames));
    if series.ordered {
        add_ends(&mut subject, record, datasets);
    }
    if let Some(([first, last], period)) = period {
        subject.add("dct:temporal", period.clone());
        graph
            .about(&period)
            .add_class("dct:PeriodOfTime")
            .add_date("dcat:startDate", Some(first))
            .add_date("dcat:endDate", Some(last));
    }
    if let Some(page) = page {
        graph
            .about(&page)
            .add_class("foaf:Document")
            .add_words("dct:title", &series.title);
    }
}

fn series_period(home: &PortalNodes, series: &SeriesRecord) -> NamedNode {
    named(&home.page, &format!("series-{}-period", series.id))
}

/// Adds the first and the last dataset of a series.
fn add_ends(series: &mut GraphSubject<'_>, record: &CatalogRecord, datasets: &[&Record]) {
    let ends = [datasets.first(), datasets.last()];
    for (property, end) in ["dcat:first", "dcat:last"].into_iter().zip(ends) {
        series.add_some(property, end.and_then(|d| dataset_node(record, d)));
    }
}

/// Returns the area of datasets that all cover the same.
fn shared_area<'a>(datasets: &[&'a Record]) -> Option<&'a Spatial> {
    let area = datasets.first()?.spatial.as_ref()?;
    let is_shared = datasets.iter().all(|d| d.spatial.as_ref() == Some(area));
    is_shared.then_some(area)
}

/// Returns the time from the first to the last dataset, where each says what it covers.
fn covered(datasets: &[&Record]) -> Option<[PartialDate; 2]> {
    let first: Option<Vec<_>> = datasets.iter().map(|d| d.temporal?.0).collect();
    let last: Option<Vec<_>> = datasets.iter().map(|d| d.temporal?.1).collect();
    let first = first?.into_iter().min_by_key(|d| d.first_day())?;
    Some([first, last?.into_iter().max_by_key(|d| d.last_day())?])
}

/// Describes a service, where it serves a dataset that is in this file.
fn describe_service(
    graph: &mut Graph,
    record: &CatalogRecord,
    service: &ServiceRecord,
    home: &PortalNodes,
) {
    let here = service.datasets.iter().copied();
    let here: Vec<usize> = here.filter(|at| home.here.contains(at)).collect();
    let datasets = members(record, &here, home);
    if datasets.is_empty() {
        return;
    }
    let node = service_node(home, service);
    let contact = named_contact(service.contact.as_ref());
    let contact = contact.map(|contact| (contact, service_contact(home, service)));
    graph.about(&home.catalog).add("dcat:service", node.clone());
    let mut subject = graph.about(&node);
    add_service(&mut subject, service);
    for dataset in &datasets {
        subject.add_some("dcat:servesDataset", dataset_node(record, dataset));
    }
    subject.add("dct:publisher", home.publisher.clone());
    add_service_terms(&mut subject, service);
    add_subjects(&mut subject, &datasets);
    subject
        .add_some(
            "dcat:contactPoint",
            contact.as_ref().map(|(_, node)| node.clone()),
        )
        .add_conforms(service.conforms_to.iter().map(String::as_str));
    // What is around it comes after it: triples about one thing are together.
    if let Some((contact, node)) = contact {
        describe_contact(graph, &node, contact);
    }
    describe_license(graph, service.license.as_deref(), None);
    graph.add_standards(service.conforms_to.iter().map(String::as_str));
}

/// Adds what a service is called and where it is asked.
fn add_service(subject: &mut GraphSubject<'_>, service: &ServiceRecord) {
    let documentation = service.documentation.as_deref();
    subject
        .add_class("dcat:DataService")
        .add_text("dct:identifier", Some(&service.id))
        .add_words("dct:title", &service.title)
        .add_words("dct:description", &service.description)
        .add_some("dcat:endpointURL", iri(&service.endpoint))
        .add_some("dcat:endpointDescription", documentation.and_then(iri));
}

/// Adds who may ask a service, what may be done with its answers, and their format.
fn add_service_terms(subject: &mut GraphSubject<'_>, service: &ServiceRecord) {
    subject
        .add_some("dct:accessRights", public())
        .add_some("dct:license", service.license.as_deref().and_then(licence))
        .add_some("dct:format", service.format.as_deref().and_then(file_type));
}

fn service_contact(home: &PortalNodes, service: &ServiceRecord) -> NamedNode {
    named(&home.page, &format!("service-{}-contact", service.id))
}

/// Adds what the datasets that a service serves are about.
fn add_subjects(service: &mut GraphSubject<'_>, datasets: &[&Record]) {
    let themes: BTreeSet<&String> = datasets.iter().flat_map(|d| &d.themes).collect();
    for code in themes {
        service.add_some("dcat:theme", eu("data-theme", code));
    }
    for keyword in datasets.iter().flat_map(|d| &d.keywords) {
        service.add_words("dcat:keyword", keyword);
    }
}
