//! Identifiers by which others know a dataset: a DOI, a UUID, any other.

use super::Record;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::dataset::Dataset;
use std::collections::BTreeMap;

/// What may be before a DOI.
const BEFORE_DOI: &[&str] = &[
    "https://doi.org/",
    "http://doi.org/",
    "https://dx.doi.org/",
    "http://dx.doi.org/",
    "doi.org/",
    "doi:",
];

/// The DOI that an identifier is, without what may be before it; none where it is no DOI.
pub(crate) fn doi(identifier: &str) -> Option<&str> {
    let is_before = |before: &&&str| {
        identifier
            .get(..before.len())
            .is_some_and(|own| own.eq_ignore_ascii_case(before))
    };
    let name = BEFORE_DOI
        .iter()
        .find(is_before)
        .map_or(identifier, |before| &identifier[before.len()..])
        .trim_start();
    let (prefix, suffix) = name.strip_prefix("10.")?.split_once('/')?;
    let is_registrant =
        prefix.len() >= 4 && prefix.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    (is_registrant && !suffix.is_empty() && !name.contains(char::is_whitespace)).then_some(name)
}

/// By what two identifiers are one, however they are written.
fn key(identifier: &str) -> String {
    doi(identifier).unwrap_or(identifier).to_lowercase()
}

/// Lets no two datasets be known by one identifier: the first keeps it, another is told and goes by its own name. What a
/// dataset is called in this portal is nobody else's identifier either.
pub(super) fn part(datasets: &[Dataset], drawn: &mut [Record], sink: &mut Sink) {
    let mut first: BTreeMap<String, String> =
        drawn.iter().map(|d| (key(&d.id), d.id.clone())).collect();
    for (dataset, record) in datasets.iter().zip(drawn) {
        let Some(identifier) = record.identifier.clone() else {
            continue;
        };
        match first.get(&key(&identifier)) {
            Some(other) if *other != record.id => {
                let finding = Diagnostic::new(&codes::IDENTIFIER_SHARED).at(dataset.place.clone());
                sink.push(
                    finding
                        .arg("id", identifier)
                        .arg("other", other)
                        .arg("own", &record.id),
                );
                record.identifier = None;
            }
            _ => drop(first.insert(key(&identifier), record.id.clone())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dois_are_known_however_they_are_written() {
        for text in [
            "10.5281/zenodo.7",
            "doi:10.5281/zenodo.7",
            "DOI: 10.5281/zenodo.7",
            "https://doi.org/10.5281/zenodo.7",
        ] {
            assert_eq!(doi(text), Some("10.5281/zenodo.7"), "{text}");
        }
        for text in [
            "",
            "10.5281",
            "10.5281/",
            "10.x/y",
            "https://a.example/10.5281/y",
            "a3f0c2d4-0000-4000-8000-000000000000",
        ] {
            assert_eq!(doi(text), None, "{text}");
        }
        assert_eq!(key("https://doi.org/10.5281/ABC"), key("doi:10.5281/abc"));
    }
}
