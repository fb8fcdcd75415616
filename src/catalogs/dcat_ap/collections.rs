//! Series of datasets, and services that serve them.

use super::agents::describe_contact;
use super::graph::{Graph, eu, iri};
use super::licence::{describe_license, licence};
use super::nodes::{PortalNodes, dataset_node, file_type, geonames, named};
use crate::record::{CatalogRecord, Record, SeriesRecord, ServiceRecord};
use crate::text::date::PartialDate;
use oxrdf::NamedNode;
use std::collections::BTreeSet;

/// What a dataset says of its series and of the services that serve it.
pub(super) fn link(
    graph: &mut Graph,
    record: &CatalogRecord,
    dataset: &Record,
    page: &NamedNode,
    portal: &PortalNodes,
) {
    let (home, node) = (&portal.page, &named(page, "dataset"));
    if let Some((series, place)) = record.series_of(dataset) {
        graph.add(
            node,
            "dcat:inSeries",
            named(home, &format!("series-{}", series.id)),
        );
        let around = series
            .around(place)
            .map(|at| at.and_then(|at| member(record, at, portal)));
        for (property, other) in ["dcat:prev", "dcat:next"].into_iter().zip(around) {
            graph.add_some(node, property, other);
        }
    }
    for service in record.services_of(dataset) {
        let access = named(page, &format!("service-{}", service.id));
        graph.add(node, "dcat:distribution", access.clone());
        graph.add_class(&access, "dcat:Distribution");
        graph.add_words(&access, "dct:title", &service.title);
        graph.add_words(&access, "dct:description", &service.description);
        graph.add_some(&access, "dcat:accessURL", iri(&service.endpoint));
        graph.add(
            &access,
            "dcat:accessService",
            named(home, &format!("service-{}", service.id)),
        );
        graph.add_some(
            &access,
            "dct:format",
            service.format.as_deref().and_then(file_type),
        );
        graph.add_some(
            &access,
            "dct:license",
            service.license.as_deref().and_then(licence),
        );
        graph.add_some(
            &access,
            "dcatap:availability",
            eu("planned-availability", "STABLE"),
        );
    }
}

/// Every series and service.
pub(super) fn describe(graph: &mut Graph, record: &CatalogRecord, home: &PortalNodes) {
    let contact = record
        .portal
        .contact
        .as_ref()
        .filter(|contact| !contact.name.is_empty());
    let portal_contact = named(&home.page, "contact");
    let mut asked = false;
    // What has no dataset in this file is told in another.
    let is_here = |places: &[usize]| places.iter().any(|at| home.here.contains(at));
    for series in record.series.iter().filter(|s| is_here(&s.members)) {
        asked |= describe_series(
            graph,
            record,
            series,
            home,
            contact.map(|_| &portal_contact),
        );
    }
    for service in record.services.iter().filter(|s| is_here(&s.datasets)) {
        describe_service(graph, record, service, home);
    }
    if let Some(contact) = contact.filter(|_| asked) {
        describe_contact(graph, &portal_contact, contact);
    }
}

/// The datasets of the catalogue that are at these places.
fn members<'a>(record: &'a CatalogRecord, places: &[usize], home: &PortalNodes) -> Vec<&'a Record> {
    places
        .iter()
        .map(|at| &record.datasets[*at])
        .filter(|d| (home.is_listed)(d))
        .collect()
}

fn member(record: &CatalogRecord, at: usize, home: &PortalNodes) -> Option<NamedNode> {
    dataset_node(record, members(record, &[at], home).first()?)
}

fn describe_series(
    graph: &mut Graph,
    record: &CatalogRecord,
    series: &SeriesRecord,
    home: &PortalNodes,
    contact: Option<&NamedNode>,
) -> bool {
    let datasets = members(record, &series.members, home);
    if datasets.is_empty() {
        return false;
    }
    let node = named(&home.page, &format!("series-{}", series.id));
    graph.add_class(&node, "dcat:DatasetSeries");
    graph.add_words(&node, "dct:title", &series.title);
    graph.add_words(&node, "dct:description", &series.description);
    graph.add(&node, "dct:publisher", home.publisher.clone());
    graph.add_some(&node, "dcat:contactPoint", contact.cloned());
    let frequency = series.frequency.as_deref().map(str::to_ascii_uppercase);
    graph.add_some(
        &node,
        "dct:accrualPeriodicity",
        frequency.and_then(|code| eu("frequency", &code)),
    );
    let page = record.url(&series.page).and_then(|url| iri(&url));
    graph.add_some(&node, "dcat:landingPage", page.clone());
    graph.add_date(
        &node,
        "dct:issued",
        datasets.iter().filter_map(|d| d.issued).min(),
    );
    graph.add_date(
        &node,
        "dct:modified",
        datasets.iter().filter_map(|d| d.modified).max(),
    );
    let spatial = datasets[0]
        .spatial
        .as_ref()
        .filter(|s| datasets.iter().all(|d| d.spatial.as_ref() == Some(*s)));
    graph.add_some(&node, "dct:spatial", spatial.and_then(geonames));
    if series.ordered {
        let ends = [
            ("dcat:first", datasets.first()),
            ("dcat:last", datasets.last()),
        ];
        for (property, end) in ends {
            graph.add_some(&node, property, end.and_then(|d| dataset_node(record, d)));
        }
    }
    if let Some([first, last]) = covered(&datasets) {
        let period = named(&home.page, &format!("series-{}-period", series.id));
        graph.add(&node, "dct:temporal", period.clone());
        graph.add_class(&period, "dct:PeriodOfTime");
        graph.add_date(&period, "dcat:startDate", Some(first));
        graph.add_date(&period, "dcat:endDate", Some(last));
    }
    if let Some(page) = page {
        graph.add_class(&page, "foaf:Document");
        graph.add_words(&page, "dct:title", &series.title);
    }
    true
}

/// The time from the first to the last dataset, where each says what it covers.
fn covered(datasets: &[&Record]) -> Option<[PartialDate; 2]> {
    let first = datasets
        .iter()
        .map(|d| d.temporal?.0)
        .collect::<Option<Vec<_>>>()?;
    let last = datasets
        .iter()
        .map(|d| d.temporal?.1)
        .collect::<Option<Vec<_>>>()?;
    let first = first.into_iter().min_by_key(|d| d.first_day())?;
    Some([first, last.into_iter().max_by_key(|d| d.last_day())?])
}

fn describe_service(
    graph: &mut Graph,
    record: &CatalogRecord,
    service: &ServiceRecord,
    home: &PortalNodes,
) {
    let here: Vec<usize> = service
        .datasets
        .iter()
        .copied()
        .filter(|at| home.here.contains(at))
        .collect();
    let datasets = members(record, &here, home);
    if datasets.is_empty() {
        return;
    }
    let node = named(&home.page, &format!("service-{}", service.id));
    graph.add(&home.catalog, "dcat:service", node.clone());
    graph.add_class(&node, "dcat:DataService");
    graph.add_text(&node, "dct:identifier", Some(&service.id));
    graph.add_words(&node, "dct:title", &service.title);
    graph.add_words(&node, "dct:description", &service.description);
    graph.add_some(&node, "dcat:endpointURL", iri(&service.endpoint));
    graph.add_some(
        &node,
        "dcat:endpointDescription",
        service.documentation.as_deref().and_then(iri),
    );
    for dataset in &datasets {
        graph.add_some(&node, "dcat:servesDataset", dataset_node(record, dataset));
    }
    graph.add(&node, "dct:publisher", home.publisher.clone());
    graph.add_some(&node, "dct:accessRights", eu("access-right", "PUBLIC"));
    graph.add_some(
        &node,
        "dct:license",
        service.license.as_deref().and_then(licence),
    );
    graph.add_some(
        &node,
        "dct:format",
        service.format.as_deref().and_then(file_type),
    );
    let themes: BTreeSet<&str> = datasets
        .iter()
        .flat_map(|d| d.themes.iter().map(String::as_str))
        .collect();
    themes
        .into_iter()
        .for_each(|code| graph.add_some(&node, "dcat:theme", eu("data-theme", code)));
    for keyword in datasets.iter().flat_map(|d| &d.keywords) {
        graph.add_words(&node, "dcat:keyword", keyword);
    }
    let contact = service
        .contact
        .as_ref()
        .filter(|contact| !contact.name.is_empty());
    let around = named(&home.page, &format!("service-{}-contact", service.id));
    graph.add_some(&node, "dcat:contactPoint", contact.map(|_| around.clone()));
    let standards = || service.conforms_to.iter().map(String::as_str);
    graph.add_conforms(&node, standards());
    // What stands around it comes after it: triples about one thing stand together.
    if let Some(contact) = contact {
        describe_contact(graph, &around, contact);
    }
    describe_license(graph, service.license.as_deref(), None);
    graph.add_standards(standards());
}
