//! schema.org's `Dataset` with `DataDownload`, for the dataset's page, and `DataCatalog`, for the list of datasets, as
//! Google Dataset Search reads them: `creator` and not `author`, `includedInDataCatalog`
//! and not `isPartOf`; and a catalogue that does not name its datasets, for each would count as a broken one
//! (datacite/datacite 2088).

use super::{format_name, without_gaps};
use crate::downloads::Role;
use crate::model::address::in_lang;
use crate::model::address::relative;
use crate::model::dataset::{Agent, External};
use crate::record::{CatalogRecord, Distribution, Record, is_web_address};
use crate::text::lang::Lang;
use serde_json::{Value, json};
use std::collections::BTreeSet;

/// The list of datasets, which is the catalogue's page.
const LIST: &str = "datasets/index.html";

/// Columns named at most: the page holds this, and every page has a budget.
const MOST_COLUMNS: usize = 25;

/// The JSON-LD of a dataset for its page in this language, safe to be inside a `script` element.
///
/// Addresses are full where the portal says where it is, else relative to the page, as JSON-LD in a page allows.
pub fn json_ld(record: &CatalogRecord, dataset: &Record, lang: &Lang) -> String {
    let page = dataset
        .pages
        .iter()
        .find(|(l, _)| l == lang)
        .map_or(dataset.page(), |(_, path)| path);
    let address = |path: &str| record.url(path).unwrap_or_else(|| relative(page, path));
    let publisher = organization(dataset.publisher.as_ref(), lang);
    let catalog = json!({
        "@type": "DataCatalog", "name": record.portal.title.text(lang), "url": address(&in_lang(lang, &record.portal.main, LIST)),
    });
    let value = without_gaps(json!({
        "@context": "https://schema.org/",
        "@type": "Dataset",
        "name": dataset.title.text(lang),
        "description": description(record, dataset, lang),
        "url": address(page),
        "identifier": dataset.known_as(),
        "keywords": dataset.keywords.iter().map(|k| k.text(lang)).collect::<Vec<_>>(),
        "license": dataset.license_address(),
        "isAccessibleForFree": true,
        "creator": publisher,
        "publisher": publisher,
        "includedInDataCatalog": catalog,
        "inLanguage": dataset.language.tag(),
        "version": dataset.version,
        "datePublished": dataset.issued.map(|d| d.to_string()),
        "dateModified": dataset.modified.map(|d| d.to_string()),
        "temporalCoverage": temporal(dataset),
        "spatialCoverage": spatial(dataset, lang),
        "variableMeasured": variables(dataset, lang),
        "distribution": listed(dataset)
            .map(|d| download(d, &address))
            .chain(dataset.external.iter().take(MOST_FILES).map(external))
            .collect::<Vec<_>>(),
    }));
    for_script(&value)
}

/// The JSON-LD of the portal as a catalogue, for the list of datasets at `page`.
pub fn catalog(record: &CatalogRecord, page: &str, lang: &Lang) -> String {
    let portal = &record.portal;
    let address = |path: &str| record.url(path).unwrap_or_else(|| relative(page, path));
    let license = portal
        .licenses
        .iter()
        .filter_map(|l| l.path.as_deref())
        .find(|path| is_web_address(path));
    let file = |(path, media_type): (String, &str)| json!({ "@type": "MediaObject", "encodingFormat": media_type, "contentUrl": address(&path) });
    for_script(&without_gaps(json!({
        "@context": "https://schema.org/",
        "@type": "DataCatalog",
        "name": portal.title.text(lang),
        "description": portal.description.text(lang),
        "url": address(page),
        "publisher": organization(portal.publisher.as_ref(), lang),
        "license": license,
        "isAccessibleForFree": true,
        "inLanguage": portal.languages.iter().map(Lang::tag).collect::<Vec<_>>(),
        "datePublished": record.issued.map(|d| d.to_string()),
        "dateModified": record.modified.map(|d| d.to_string()),
        "encoding": super::hints(record).into_iter().map(file).collect::<Vec<_>>(),
    })))
}

fn organization(agent: Option<&Agent>, lang: &Lang) -> Option<Value> {
    agent.map(|agent| {
        let url = agent.url.as_deref().filter(|url| is_web_address(url));
        without_gaps(json!({ "@type": "Organization", "name": agent.name.text(lang), "url": url }))
    })
}

/// JSON that holds no `<`, so that neither `</script` nor `<!--` can end or change the element it is in.
fn for_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c")
}

/// Fewest and most characters of a description that Google takes.
const DESCRIPTION: std::ops::RangeInclusive<usize> = 50..=5000;

/// Google shows nothing whose description is shorter: a short one is told more fully, by what is known of the dataset.
fn description(record: &CatalogRecord, dataset: &Record, lang: &Lang) -> String {
    let text = dataset.description.text(lang);
    if text.chars().count() >= *DESCRIPTION.start() {
        return text.to_owned();
    }
    let spanish = lang.primary() == "es";
    let said = |es: &str, en: &str, what: &str| {
        let words = if spanish { es } else { en };
        if what.is_empty() {
            String::new()
        } else {
            format!("{words} {what}")
        }
    };
    let columns = dataset
        .tables
        .iter()
        .flat_map(|t| &t.columns)
        .map(|c| c.title.said(lang).map_or(&*c.name, |said| said.text));
    let formats: BTreeSet<String> = dataset
        .distributions
        .iter()
        .map(|d| format_name(&d.format))
        .collect();
    let page = record
        .url(dataset.page())
        .unwrap_or_else(|| dataset.page().to_owned());
    let parts = [
        dataset.title.text(lang).to_owned(),
        text.to_owned(),
        said(
            "Datos abiertos de",
            "Open data of",
            record.portal.title.text(lang),
        ),
        said(
            "Columnas:",
            "Columns:",
            &columns.take(MOST_COLUMNS).collect::<Vec<_>>().join(", "),
        ),
        said(
            "Formatos:",
            "Formats:",
            &formats.into_iter().collect::<Vec<_>>().join(", "),
        ),
        said("Su página:", "Its page:", &page),
    ];
    let mut told = String::new();
    for part in parts
        .iter()
        .map(|part| part.trim().trim_end_matches('.'))
        .filter(|part| !part.is_empty())
    {
        if told.chars().count() >= *DESCRIPTION.start() {
            break;
        }
        told.push_str(if told.is_empty() { "" } else { " " });
        told.push_str(part);
        told.push('.');
    }
    told.chars().take(*DESCRIPTION.end()).collect()
}

/// Files named at most, for the same reason; of a dataset with more, each table's CSV.
const MOST_FILES: usize = 24;

/// The whole tables and files that are no tables; a page's weight counts, and the rest is on the page anyway.
fn listed(dataset: &Record) -> impl Iterator<Item = &Distribution> {
    let whole = |d: &&Distribution| matches!(d.role, Role::Table | Role::Archive | Role::Received);
    let many = dataset.distributions.iter().filter(whole).count() > MOST_FILES;
    let csv = move |d: &&Distribution| !many || d.role == Role::Table && d.format == "csv";
    dataset
        .distributions
        .iter()
        .filter(whole)
        .filter(csv)
        .take(MOST_FILES)
}

fn external(file: &External) -> Value {
    without_gaps(json!({
        "@type": "DataDownload",
        "encodingFormat": file.media_type,
        "contentUrl": file.url,
        "contentSize": file.bytes.map(|bytes| format!("{bytes} B")),
        "sha256": file.sha256,
    }))
}

fn download(file: &Distribution, address: &dyn Fn(&str) -> String) -> Value {
    json!({
        "@type": "DataDownload",
        "encodingFormat": file.media_type,
        "contentUrl": address(&file.path),
        "contentSize": format!("{} B", file.bytes),
        "sha256": file.sha256,
    })
}

fn temporal(dataset: &Record) -> Option<String> {
    match dataset.temporal? {
        (Some(first), Some(last)) if first == last => Some(first.to_string()),
        (Some(first), Some(last)) => Some(format!("{first}/{last}")),
        (Some(first), None) => Some(format!("{first}/..")),
        (None, Some(last)) => Some(format!("../{last}")),
        (None, None) => None,
    }
}

fn spatial(dataset: &Record, lang: &Lang) -> Option<Value> {
    let spatial = dataset.spatial.as_ref()?;
    let geonames = spatial
        .geonames
        .as_deref()
        .filter(|url| is_web_address(url));
    Some(without_gaps(json!({
        "@type": "Place", "name": spatial.name.text(lang), "identifier": spatial.code, "sameAs": geonames,
        "geo": spatial.bounds.map(|b| json!({
            "@type": "GeoShape", "box": format!("{} {} {} {}", b.south, b.west, b.north, b.east),
        })),
    })))
}

/// Each column's name once, with its title where it has one.
fn variables(dataset: &Record, lang: &Lang) -> Vec<Value> {
    let mut seen = std::collections::BTreeSet::new();
    let columns = dataset
        .tables
        .iter()
        .flat_map(|t| &t.columns)
        .filter(|c| seen.insert(&c.name));
    columns
        .take(MOST_COLUMNS)
        .map(|c| match c.title.text(lang) {
            "" => c.name.clone().into(),
            title => json!({ "@type": "PropertyValue", "name": title, "alternateName": c.name }),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_can_leave_its_script_element() {
        let hostile = json!({ "name": "</script><script>alert(1)</script><!-- " });
        let text = for_script(&hostile);
        assert!(!text.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), hostile);
    }
}
