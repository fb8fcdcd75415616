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

/// Lines that are said of a dataset; what is blank is not.
#[derive(Default)]
struct SummaryLines(Vec<(&'static str, String)>);

impl SummaryLines {
    fn add(&mut self, what: &'static str, words: Option<String>) {
        let words = words.filter(|words| !words.trim().is_empty());
        self.0.extend(words.map(|words| (what, words)));
    }

    /// Adds a line a language.
    fn add_all(&mut self, what: &'static str, words: &Words) {
        for (_, text) in words.all() {
            self.add(what, Some(text.to_owned()));
        }
    }
}

fn of(settings: &Settings, dataset: &Dataset) -> Vec<(&'static str, String)> {
    let mut lines = SummaryLines::default();
    lines.add_all("title", &dataset.head.title);
    lines.add_all("summary", &dataset.head.summary);
    let publisher = dataset.publisher.as_ref().or(settings.publisher.as_ref());
    lines.add(
        "publisher",
        publisher.and_then(|p| with_address(first(&p.name), p.url.as_deref())),
    );
    let licenses = if dataset.licenses.is_empty() {
        settings.licence.as_slice()
    } else {
        &dataset.licenses
    };
    for license in licenses {
        lines.add("license", license_of(license));
    }
    for source in &dataset.origins {
        lines.add("source", source_of(source));
    }
    let id = dataset.head.id.to_ascii_lowercase();
    let base = settings.base_url.as_ref();
    lines.add("address", base.map(|base| format!("{base}datasets/{id}/")));
    let changed = dataset.modified.or(dataset.head.updated);
    lines.add("issued", dataset.issued.map(|day| day.to_string()));
    lines.add("modified", changed.map(|day| day.to_string()));
    lines.add("version", dataset.version.clone());
    lines.0
}

/// Returns the words in the first language that they have.
fn first(words: &Words) -> Option<String> {
    words.all().next().map(|(_, text)| text.to_owned())
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
    let named = with_address(first(&source.title), source.address())?;
    Some(match source.date {
        Some(date) => format!("{named} ({date})"),
        None => named,
    })
}
