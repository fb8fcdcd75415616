//! A catalogue in several files. CKAN's harvester takes no file of more than 50 MB, and every reader of RDF holds a whole
//! file in memory; so a large catalogue is told in shares, and each file says by the Hydra vocabulary where it goes on
//! (<http://www.hydra-cg.com/spec/latest/core/>), which the harvesters of CKAN, udata and data.europa.eu follow.

use super::graph::{Graph, iri};
use crate::catalogs::Part;
use crate::record::{CatalogRecord, Distribution, Record};
use crate::text::words::Words;
use oxrdf::NamedNode;
use std::ops::Range;

/// How much one file holds at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Most datasets in one file.
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
    /// Returns what a file covers.
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

    /// Returns whether there are other files.
    pub(crate) fn is_one_of_several(&self) -> bool {
        self.of > 1
    }

    /// Describes where the file is among the others, in the terms of today and in those that older harvesters know.
    pub(crate) fn describe(
        &self,
        graph: &mut Graph,
        record: &CatalogRecord,
        catalog: &NamedNode,
        path: &str,
        total: usize,
    ) {
        let Some(own) = file_node(record, path, self.number) else {
            return;
        };
        graph.about(catalog).add("hydra:view", own.clone());
        let mut view = graph.about(&own);
        view.add_class("hydra:PartialCollectionView")
            .add_class("hydra:PagedCollection")
            .add_typed("hydra:totalItems", &total.to_string(), "xsd:integer");
        let previous = Some(self.number - 1).filter(|number| *number > 0);
        let next = Some(self.number + 1).filter(|number| *number <= self.of);
        for (properties, number) in [
            (["hydra:first", "hydra:firstPage"], Some(1)),
            (["hydra:previous", "hydra:previousPage"], previous),
            (["hydra:next", "hydra:nextPage"], next),
            (["hydra:last", "hydra:lastPage"], Some(self.of)),
        ] {
            for property in properties {
                view.add_some(property, number.and_then(|n| file_node(record, path, n)));
            }
        }
    }
}

/// Returns the files of a catalogue: `catalog.ttl`, and past the limits `catalog-2.ttl` and so on.
pub(super) fn files(
    record: &CatalogRecord,
    path: &str,
    limits: Limits,
    is_listed: fn(&Record) -> bool,
) -> Vec<(String, Part)> {
    let cuts = cut(&record.datasets, limits, is_listed);
    let of = cuts.len();
    let numbered = (1..).zip(cuts);
    numbered
        .map(|(number, Range { start, end })| {
            let part = Part::Share {
                number,
                of,
                from: start,
                to: end,
            };
            (path_of(path, number), part)
        })
        .collect()
}

/// Returns the node of a catalogue's file of this number.
fn file_node(record: &CatalogRecord, path: &str, number: usize) -> Option<NamedNode> {
    record.url(&path_of(path, number)).and_then(|url| iri(&url))
}

/// Returns the path of a catalogue's file of this number.
fn path_of(path: &str, number: usize) -> String {
    match path.rsplit_once('.') {
        Some((name, ending)) if number > 1 => format!("{name}-{number}.{ending}"),
        _ => path.to_owned(),
    }
}

/// Returns where the datasets are cut: at least one share, in the record's order.
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

/// Returns about how many bytes a dataset takes in the longest form: what it says of itself, and of each file the same words
/// again.
fn weight(dataset: &Record) -> usize {
    let words = escaped_words(&dataset.title) + escaped_words(&dataset.description);
    let keywords = dataset.keywords.iter().map(|k| escaped_words(k) + 60);
    let stated = dataset.stated.iter();
    let stated = stated
        .filter(|(fact, _)| fact.dcat_ap.is_some())
        .map(|(_, words)| escaped_words(words));
    let own = words + stated.sum::<usize>() + keywords.sum::<usize>();
    let files = dataset.distributions.iter();
    let files = files.map(|file| file_weight(file, dataset, words));
    let services = dataset.services.len() * 1_000;
    4_000 + 12 * dataset.page().len() + own + files.sum::<usize>() + services
}

/// Returns about how many bytes a file takes; `words` are those of its dataset's words.
fn file_weight(file: &Distribution, dataset: &Record, words: usize) -> usize {
    let resource = file.resource.as_deref();
    let table = dataset
        .tables
        .iter()
        .find(|t| Some(t.name.as_str()) == resource);
    let own = table.map_or(0, |t| {
        escaped_words(&t.title) + escaped_words(&t.description)
    });
    2_200 + 8 * file.url.as_ref().map_or(0, String::len) + words.max(own)
}

/// Returns the bytes of words in all their languages.
fn escaped_words(words: &Words) -> usize {
    words.all().map(|(_, text)| escaped(text)).sum()
}

/// Returns a text's bytes where signs of XML are written as entities.
fn escaped(text: &str) -> usize {
    text.len()
        + 5 * text
            .bytes()
            .filter(|b| matches!(b, b'<' | b'>' | b'&' | b'"' | b'\'' | b'\n'))
            .count()
}
