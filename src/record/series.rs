//! Series and services, and which datasets they have.

use super::{PortalFacts, SeriesRecord, ServiceRecord, is_web_address, licence};
use crate::model::address;
use crate::model::dataset::Dataset;
use crate::model::series::Series;
use crate::text::date::PartialDate;
use crate::text::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// The declared series that have datasets, each with the places of its datasets in the portal's order.
pub(crate) fn named<'s>(
    series: &'s [Series],
    datasets: &[Dataset],
) -> Vec<(&'s Series, Vec<usize>)> {
    let mut by_name: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, dataset) in datasets.iter().enumerate() {
        if let Some(name) = &dataset.series {
            by_name
                .entry(name.value.to_ascii_lowercase())
                .or_default()
                .push(at);
        }
    }
    series
        .iter()
        .filter_map(|s| Some((s, by_name.get(&s.id.to_ascii_lowercase())?.clone())))
        .collect()
}

/// The series that have datasets.
pub(super) fn series(portal: &PortalFacts, datasets: &[Dataset]) -> Vec<SeriesRecord> {
    let mut drawn = Vec::new();
    for (series, mut members) in named(&portal.series, datasets) {
        let covered = |at: &usize| datasets[*at].temporal.and_then(|(first, _)| first);
        let issued = |at: &usize| datasets[*at].issued;
        let ordered = sort(&mut members, covered) || sort(&mut members, issued);
        drawn.push(SeriesRecord {
            id: series.id.clone(),
            title: series.title.clone(),
            description: or(&series.description, &series.title),
            page: address::series(&series.id),
            frequency: series.frequency.clone(),
            members,
            ordered,
        });
    }
    drawn
}

/// Puts datasets in the order of a date, where each has one of its own.
fn sort(members: &mut [usize], date: impl Fn(&usize) -> Option<PartialDate>) -> bool {
    let day = |at: &usize| date(at).map(PartialDate::first_day);
    let mut days: Vec<_> = members.iter().filter_map(day).collect();
    days.sort();
    days.dedup();
    let known = days.len() == members.len();
    if known {
        members.sort_by_key(|at| day(at));
    }
    known
}

/// The services that serve datasets of the portal.
pub(super) fn services(portal: &PortalFacts, datasets: &[Dataset]) -> Vec<ServiceRecord> {
    let mut drawn = Vec::new();
    for service in &portal.services {
        let named: BTreeSet<String> = service
            .datasets
            .iter()
            .map(|id| id.text.to_ascii_lowercase())
            .collect();
        let serves = |d: &Dataset| named.contains(&d.head.id.to_ascii_lowercase());
        let served: Vec<usize> = (0..datasets.len())
            .filter(|at| serves(&datasets[*at]))
            .collect();
        if served.is_empty() || !is_web_address(&service.endpoint) {
            continue;
        }
        let own = service.licence.as_ref().map(licence::completed);
        let licenses = own
            .iter()
            .chain(&portal.licenses)
            .filter_map(|l| l.path.clone());
        drawn.push(ServiceRecord {
            id: service.id.clone(),
            title: service.title.clone(),
            description: or(&service.description, &service.title),
            endpoint: service.endpoint.clone(),
            documentation: service
                .documentation
                .clone()
                .filter(|url| is_web_address(url)),
            format: service.format.clone(),
            conforms_to: service
                .conforms_to
                .iter()
                .filter(|url| is_web_address(url))
                .cloned()
                .collect(),
            license: licenses.into_iter().find(|path| is_web_address(path)),
            contact: service.contact.clone().or_else(|| portal.contact.clone()),
            datasets: served,
        });
    }
    drawn
}

fn or(words: &Words, other: &Words) -> Words {
    if words.is_empty() {
        other.clone()
    } else {
        words.clone()
    }
}
