//! What a dataset is, in a few lines that travel with its files: in the second sheet of its workbooks, and in its
//! database. A file that was sent on must still say whose it is, what may be done with it, and where it came from.

use super::dataset::{Dataset, License};
use super::head::CitedSource;
use super::settings::Settings;
use crate::text::words::Words;
use std::collections::BTreeMap;

/// For each dataset, by its name: what is said, and the words.
pub(crate) type About = BTreeMap<String, Vec<(&'static str, String)>>;

/// What is said of these datasets.
pub(crate) fn about<'d>(
    settings: &Settings,
    datasets: impl IntoIterator<Item = &'d Dataset>,
) -> About {
    datasets
        .into_iter()
        .map(|dataset| (dataset.head.id.clone(), of(settings, dataset)))
        .collect()
}

fn of(settings: &Settings, dataset: &Dataset) -> Vec<(&'static str, String)> {
    let first = |words: &Words| words.all().next().map(|(_, text)| text.to_owned());
    let publisher = dataset.publisher.as_ref().or(settings.publisher.as_ref());
    let mut said: Vec<(&'static str, Option<String>)> = Vec::new();
    for (_, title) in dataset.head.title.all() {
        said.push(("title", Some(title.to_owned())));
    }
    for (_, summary) in dataset.head.summary.all() {
        said.push(("summary", Some(summary.to_owned())));
    }
    said.push((
        "publisher",
        publisher.and_then(|p| with_address(first(&p.name), p.url.as_deref())),
    ));
    let own: Vec<&License> = dataset.licenses.iter().collect();
    let licenses = if own.is_empty() {
        settings.licence.iter().collect()
    } else {
        own
    };
    said.extend(
        licenses
            .into_iter()
            .map(|license| ("license", license_of(license))),
    );
    said.extend(
        dataset
            .origins
            .iter()
            .map(|source| ("source", source_of(source))),
    );
    let page = |base: &String| format!("{base}datasets/{}/", dataset.head.id.to_ascii_lowercase());
    said.push(("address", settings.base_url.as_ref().map(page)));
    let changed = dataset.modified.or(dataset.head.updated);
    said.push(("issued", dataset.issued.map(|day| day.to_string())));
    said.push(("modified", changed.map(|day| day.to_string())));
    said.push(("version", dataset.version.clone()));
    said.into_iter()
        .filter_map(|(what, words)| Some((what, words.filter(|w| !w.trim().is_empty())?)))
        .collect()
}

fn with_address(name: Option<String>, url: Option<&str>) -> Option<String> {
    match (name, url) {
        (Some(name), Some(url)) => Some(format!("{name} <{url}>")),
        (name, url) => name.or(url.map(str::to_owned)),
    }
}

fn license_of(license: &License) -> Option<String> {
    let names: Vec<&str> = [&license.name, &license.title]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    let name = (!names.is_empty()).then(|| names.join(", "));
    with_address(name, license.path.as_deref())
}

fn source_of(source: &CitedSource) -> Option<String> {
    let title = source.title.all().next().map(|(_, text)| text.to_owned());
    let said = with_address(title, source.address())?;
    Some(
        source
            .date
            .map_or(said.clone(), |date| format!("{said} ({date})")),
    )
}
