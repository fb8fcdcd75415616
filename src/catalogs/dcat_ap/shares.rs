//! A catalogue in several files. CKAN's harvester takes no file of more than 50 MB, and every reader of RDF holds a whole
//! file in memory; so a large catalogue is told in shares, and each file says by the Hydra vocabulary where it goes on
//! (<http://www.hydra-cg.com/spec/latest/core/>), which the harvesters of CKAN, udata and data.europa.eu follow.

use super::graph::{Graph, iri};
use crate::catalogs::Part;
use crate::record::{CatalogRecord, Distribution, Record};
use oxrdf::NamedNode;
use std::ops::Range;

/// How much one file holds at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Datasets.
    pub datasets: usize,
    /// Bytes, as [`weight`] foresees them; a single dataset may be larger.
    pub bytes: usize,
}

impl Limits {
    /// What the portal's own catalogs keep to. Bytes are foreseen for the longest form, and stay well below what
    /// harvesters refuse.
    pub(crate) const OURS: Limits = Limits {
        datasets: 2_000,
        bytes: 20 * 1024 * 1024,
    };
}

/// Which datasets a file tells of, and where it is among the files of its catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Share {
    /// Places of its datasets in the record.
    pub(crate) here: Range<usize>,
    /// Its number, from 1.
    number: usize,
    /// How many there are.
    of: usize,
}

impl Share {
    /// What a file covers.
    pub(crate) fn of(part: Part, record: &CatalogRecord) -> Share {
        match part {
            Part::Share {
                number,
                of,
                from,
                to,
            } => Share {
                here: from..to,
                number,
                of,
            },
            _ => Share {
                here: 0..record.datasets.len(),
                number: 1,
                of: 1,
            },
        }
    }

    /// Whether there are other files.
    pub(crate) fn is_one_of_several(&self) -> bool {
        self.of > 1
    }

    /// What the file says of the others. Both the terms of today and those that older
    /// harvesters know are said.
    pub(crate) fn describe(
        &self,
        graph: &mut Graph,
        record: &CatalogRecord,
        catalog: &NamedNode,
        path: &str,
        total: usize,
    ) {
        let file = |number: usize| record.url(&path_of(path, number)).and_then(|url| iri(&url));
        let Some(own) = file(self.number) else { return };
        graph.add(catalog, "hydra:view", own.clone());
        graph.add_class(&own, "hydra:PartialCollectionView");
        graph.add_class(&own, "hydra:PagedCollection");
        graph.add_typed(&own, "hydra:totalItems", &total.to_string(), "xsd:integer");
        let others = [
            (["hydra:first", "hydra:firstPage"], Some(1)),
            (
                ["hydra:previous", "hydra:previousPage"],
                Some(self.number - 1).filter(|n| *n > 0),
            ),
            (
                ["hydra:next", "hydra:nextPage"],
                Some(self.number + 1).filter(|n| *n <= self.of),
            ),
            (["hydra:last", "hydra:lastPage"], Some(self.of)),
        ];
        for (properties, number) in others {
            for property in properties {
                graph.add_some(&own, property, number.and_then(file));
            }
        }
    }
}

/// The files of a catalogue: `catalog.ttl`, and past the limits `catalog-2.ttl` and so on.
pub(super) fn files(
    record: &CatalogRecord,
    path: &str,
    limits: Limits,
    is_listed: fn(&Record) -> bool,
) -> Vec<(String, Part)> {
    let cuts = cut(&record.datasets, limits, is_listed);
    let of = cuts.len();
    let part = |(i, range): (usize, Range<usize>)| {
        (
            path_of(path, i + 1),
            Part::Share {
                number: i + 1,
                of,
                from: range.start,
                to: range.end,
            },
        )
    };
    cuts.into_iter().enumerate().map(part).collect()
}

/// The path of a catalogue's file of this number.
fn path_of(path: &str, number: usize) -> String {
    match path.rsplit_once('.') {
        Some((name, ending)) if number > 1 => format!("{name}-{number}.{ending}"),
        _ => path.to_owned(),
    }
}

/// Where the datasets are cut: at least one share, in the record's order.
fn cut(datasets: &[Record], limits: Limits, is_listed: fn(&Record) -> bool) -> Vec<Range<usize>> {
    let mut cuts = Vec::new();
    let (mut from, mut count, mut bytes) = (0, 0, 0);
    for (at, dataset) in datasets.iter().enumerate().filter(|(_, d)| is_listed(d)) {
        let more = weight(dataset);
        if count > 0 && (count == limits.datasets || bytes + more > limits.bytes) {
            cuts.push(from..at);
            (from, count, bytes) = (at, 0, 0);
        }
        (count, bytes) = (count + 1, bytes + more);
    }
    cuts.push(from..datasets.len());
    cuts
}

/// The bytes that a dataset takes in the longest form, about: what it says of itself, and of each file the same words
/// again.
fn weight(dataset: &Record) -> usize {
    let said = |words: &crate::text::words::Words| {
        words.all().map(|(_, text)| escaped(text)).sum::<usize>()
    };
    let address = |d: &Distribution| d.url.as_ref().map_or(0, String::len);
    let words = said(&dataset.title) + said(&dataset.description);
    let own = words
        + said(&dataset.provenance)
        + dataset.keywords.iter().map(|k| said(k) + 60).sum::<usize>();
    let files = dataset.distributions.iter().map(|d| {
        let table = dataset
            .tables
            .iter()
            .find(|t| Some(t.name.as_str()) == d.resource.as_deref());
        2_200
            + 8 * address(d)
            + words.max(table.map_or(0, |t| said(&t.title) + said(&t.description)))
    });
    let services = dataset.services.len() * 1_000;
    4_000 + 12 * dataset.page().len() + own + files.sum::<usize>() + services
}

/// A text's bytes where marks are written as entities.
fn escaped(text: &str) -> usize {
    text.len()
        + 5 * text
            .bytes()
            .filter(|b| matches!(b, b'<' | b'>' | b'&' | b'"' | b'\'' | b'\n'))
            .count()
}
