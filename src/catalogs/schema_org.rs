//! schema.org's `Dataset` with `DataDownload`, for the dataset's page, and `DataCatalog`, for the list of datasets, as
//! Google Dataset Search reads them: `creator` and not `author`, `includedInDataCatalog`
//! and not `isPartOf`; and a catalogue that does not name its datasets, for each would count as a broken one
//! (datacite/datacite 2088).

use super::{Blank, IsoDate, StatedEntries, format_name};
use crate::downloads::Role;
use crate::model::address::{in_lang, relative};
use crate::model::dataset::{Agent, Bounds, External, Spatial};
use crate::record::{CatalogRecord, Distribution, Record, is_web_address};
use crate::text::lang::Lang;
use serde::Serialize;
use std::collections::BTreeSet;
use tragaluz_tables::Column;

/// The vocabulary.
const CONTEXT: &str = "https://schema.org/";

/// The list of datasets, which is the catalogue's page.
const LIST: &str = "datasets/index.html";

/// Columns named at most: the page holds this, and every page has a budget.
const MOST_COLUMNS: usize = 25;

/// Returns the JSON-LD of a dataset for its page in this language, safe to be inside a `script` element.
///
/// Addresses are full where the portal says where it is, else relative to the page, as JSON-LD in a page allows.
pub fn json_ld(record: &CatalogRecord, dataset: &Record, lang: &Lang) -> String {
    for_script(&SchemaOrgDataset::of(record, dataset, lang))
}

/// Returns the JSON-LD of the portal as a catalogue, for the list of datasets at `page`.
pub fn catalog(record: &CatalogRecord, page: &str, lang: &Lang) -> String {
    for_script(&SchemaOrgCatalog::of(record, page, lang))
}

/// Returns JSON that holds no `<`, so that neither `</script` nor `<!--` can end or change the element it is in.
fn for_script<T: Serialize>(value: &T) -> String {
    let text = serde_json::to_string(value).unwrap_or_default();
    text.replace('<', "\\u003c")
}

/// The page that describes something, by which addresses are told.
#[derive(Clone, Copy)]
struct DescribedPage<'a> {
    record: &'a CatalogRecord,
    path: &'a str,
}

impl DescribedPage<'_> {
    /// Returns an address: a full one, or one from this page.
    fn address(self, path: &str) -> String {
        let url = self.record.url(path);
        url.unwrap_or_else(|| relative(self.path, path))
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaOrgDataset<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: String,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
    is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    creator: Option<SchemaOrgOrganization<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<SchemaOrgOrganization<'a>>,
    included_in_data_catalog: CatalogLink<'a>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    in_language: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    version: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    date_published: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    date_modified: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    temporal_coverage: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    spatial_coverage: Option<SchemaOrgPlace<'a>>,
    #[serde(flatten)]
    stated: StatedEntries<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    variable_measured: Vec<Variable<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    distribution: Vec<DataDownload<'a>>,
}

impl<'a> SchemaOrgDataset<'a> {
    fn of(record: &'a CatalogRecord, dataset: &'a Record, lang: &Lang) -> Self {
        let mut pages = dataset.pages.iter();
        let path = pages
            .find(|(l, _)| l == lang)
            .map_or(dataset.page(), |(_, path)| path);
        let page = DescribedPage { record, path };
        let publisher = dataset.publisher.as_ref();
        let publisher = publisher.map(|agent| SchemaOrgOrganization::of(agent, lang));
        let spatial = dataset.spatial.as_ref();
        SchemaOrgDataset {
            context: CONTEXT,
            kind: "Dataset",
            name: dataset.title.text(lang),
            description: description(record, dataset, lang),
            url: page.address(path),
            identifier: dataset.known_as(),
            keywords: dataset.keywords.iter().map(|k| k.text(lang)).collect(),
            license: dataset.license_address(),
            is_accessible_for_free: true,
            creator: publisher,
            publisher,
            included_in_data_catalog: CatalogLink::of(page, lang),
            in_language: dataset.language.tag(),
            version: dataset.version.as_deref(),
            date_published: dataset.issued.map(IsoDate),
            date_modified: dataset.modified.map(IsoDate),
            temporal_coverage: temporal(dataset),
            spatial_coverage: spatial.map(|area| SchemaOrgPlace::of(area, lang)),
            stated: StatedEntries::texts(&dataset.stated, |fact| fact.schema_org, lang),
            variable_measured: variables(dataset, lang),
            distribution: downloads(dataset, page),
        }
    }
}

/// The portal as a catalogue of datasets.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SchemaOrgCatalog<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    publisher: Option<SchemaOrgOrganization<'a>>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
    is_accessible_for_free: bool,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    in_language: Vec<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    date_published: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    date_modified: Option<IsoDate>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    encoding: Vec<MediaObject>,
}

impl<'a> SchemaOrgCatalog<'a> {
    fn of(record: &'a CatalogRecord, path: &'a str, lang: &Lang) -> Self {
        let portal = &record.portal;
        let page = DescribedPage { record, path };
        let mut licenses = portal.licenses.iter().filter_map(|l| l.path.as_deref());
        let publisher = portal.publisher.as_ref();
        let files = super::hints(record).into_iter();
        SchemaOrgCatalog {
            context: CONTEXT,
            kind: "DataCatalog",
            name: portal.title.text(lang),
            description: portal.description.text(lang),
            url: page.address(path),
            publisher: publisher.map(|agent| SchemaOrgOrganization::of(agent, lang)),
            license: licenses.find(|path| is_web_address(path)),
            is_accessible_for_free: true,
            in_language: portal.languages.iter().map(Lang::tag).collect(),
            date_published: record.issued.map(IsoDate),
            date_modified: record.modified.map(IsoDate),
            encoding: files
                .map(|(path, media_type)| MediaObject {
                    encoding_format: media_type,
                    content_url: page.address(&path),
                })
                .collect(),
        }
    }
}

/// A file of the catalogue in another form.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct MediaObject {
    encoding_format: &'static str,
    content_url: String,
}

/// The catalogue that a dataset is in.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "DataCatalog")]
struct CatalogLink<'a> {
    name: &'a str,
    url: String,
}

impl<'a> CatalogLink<'a> {
    fn of(page: DescribedPage<'a>, lang: &Lang) -> Self {
        let portal = &page.record.portal;
        CatalogLink {
            name: portal.title.text(lang),
            url: page.address(&in_lang(lang, &portal.main, LIST)),
        }
    }
}

/// An office.
#[derive(Clone, Copy, Serialize)]
#[serde(tag = "@type", rename = "Organization")]
struct SchemaOrgOrganization<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    url: Option<&'a str>,
}

impl<'a> SchemaOrgOrganization<'a> {
    fn of(agent: &'a Agent, lang: &Lang) -> Self {
        let url = agent.url.as_deref();
        SchemaOrgOrganization {
            name: agent.name.text(lang),
            url: url.filter(|url| is_web_address(url)),
        }
    }
}

/// Fewest and most characters of a description that Google takes.
const DESCRIPTION: std::ops::RangeInclusive<usize> = 50..=5000;

/// Returns a dataset's description. Google shows nothing whose description is shorter: a short one is told more fully, by what
/// is known of the dataset.
fn description(record: &CatalogRecord, dataset: &Record, lang: &Lang) -> String {
    let text = dataset.description.text(lang);
    if text.chars().count() >= *DESCRIPTION.start() {
        return text.to_owned();
    }
    let mut told = String::new();
    for sentence in sentences(record, dataset, lang) {
        let sentence = sentence.trim().trim_end_matches('.');
        if sentence.is_empty() {
            continue;
        }
        if told.chars().count() >= *DESCRIPTION.start() {
            break;
        }
        told.push_str(if told.is_empty() { "" } else { " " });
        told.push_str(sentence);
        told.push('.');
    }
    told.chars().take(*DESCRIPTION.end()).collect()
}

/// Returns what is known of a dataset in sentences, the most telling first; some may be empty.
fn sentences(record: &CatalogRecord, dataset: &Record, lang: &Lang) -> [String; 6] {
    let portal = record.portal.title.text(lang);
    let page = record.url(dataset.page());
    let page = page.unwrap_or_else(|| dataset.page().to_owned());
    [
        dataset.title.text(lang).to_owned(),
        dataset.description.text(lang).to_owned(),
        sentence(lang, ["Datos abiertos de", "Open data of"], portal),
        sentence(
            lang,
            ["Columnas:", "Columns:"],
            &column_names(dataset, lang),
        ),
        sentence(lang, ["Formatos:", "Formats:"], &format_names(dataset)),
        sentence(lang, ["Su página:", "Its page:"], &page),
    ]
}

/// Returns a sentence that begins in Spanish or English; none where it would say nothing.
fn sentence(lang: &Lang, [spanish, english]: [&str; 2], what: &str) -> String {
    let beginning = if lang.primary() == "es" {
        spanish
    } else {
        english
    };
    if what.is_empty() {
        String::new()
    } else {
        format!("{beginning} {what}")
    }
}

/// Returns the titles of columns, or their names, as far as a page names them.
fn column_names(dataset: &Record, lang: &Lang) -> String {
    let columns = dataset.tables.iter().flat_map(|t| &t.columns);
    let names = columns.map(|c| c.title.said(lang).map_or(&*c.name, |said| said.text));
    names.take(MOST_COLUMNS).collect::<Vec<_>>().join(", ")
}

/// Returns the names of the formats that a dataset's files have.
fn format_names(dataset: &Record) -> String {
    let formats = dataset.distributions.iter();
    let formats: BTreeSet<String> = formats.map(|d| format_name(&d.format)).collect();
    formats.into_iter().collect::<Vec<_>>().join(", ")
}

/// Files named at most, for the same reason; of a dataset with more, each table's CSV.
const MOST_FILES: usize = 24;

/// Returns the whole tables and files that are no tables; a page's weight counts, and the rest is on the page anyway.
fn listed(dataset: &Record) -> impl Iterator<Item = &Distribution> {
    let are_many = whole(dataset).count() > MOST_FILES;
    whole(dataset)
        .filter(move |d| !are_many || d.role == Role::Table && d.format == "csv")
        .take(MOST_FILES)
}

/// Returns the files that are no copy or part of another one.
fn whole(dataset: &Record) -> impl Iterator<Item = &Distribution> {
    let files = dataset.distributions.iter();
    files.filter(|d| matches!(d.role, Role::Table | Role::Archive | Role::Received))
}

/// Returns the files here and elsewhere, as far as a page names them.
fn downloads<'a>(dataset: &'a Record, page: DescribedPage<'_>) -> Vec<DataDownload<'a>> {
    let external = dataset.external.iter().take(MOST_FILES);
    listed(dataset)
        .map(|file| DataDownload::of(file, page))
        .chain(external.map(DataDownload::elsewhere))
        .collect()
}

/// A file.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct DataDownload<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    encoding_format: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    content_url: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    content_size: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sha256: Option<&'a str>,
}

impl<'a> DataDownload<'a> {
    fn of(file: &'a Distribution, page: DescribedPage<'_>) -> Self {
        DataDownload {
            encoding_format: Some(&file.media_type),
            content_url: page.address(&file.path),
            content_size: Some(format!("{} B", file.bytes)),
            sha256: Some(&file.sha256),
        }
    }

    fn elsewhere(file: &'a External) -> Self {
        let [encoding_format, sha256] = [&file.media_type, &file.sha256]
            .map(|text| text.as_deref().filter(|text| !text.is_empty()));
        DataDownload {
            encoding_format,
            content_url: file.url.clone(),
            content_size: file.bytes.map(|bytes| format!("{bytes} B")),
            sha256,
        }
    }
}

/// Returns the time that data cover, as an interval of ISO 8601 whose ends may be open.
fn temporal(dataset: &Record) -> Option<String> {
    match dataset.temporal? {
        (Some(first), Some(last)) if first == last => Some(first.to_string()),
        (Some(first), Some(last)) => Some(format!("{first}/{last}")),
        (Some(first), None) => Some(format!("{first}/..")),
        (None, Some(last)) => Some(format!("../{last}")),
        (None, None) => None,
    }
}

/// An area.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Place", rename_all = "camelCase")]
struct SchemaOrgPlace<'a> {
    #[serde(skip_serializing_if = "Blank::is_blank")]
    name: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    identifier: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    same_as: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    geo: Option<GeoShape>,
}

impl<'a> SchemaOrgPlace<'a> {
    fn of(area: &'a Spatial, lang: &Lang) -> Self {
        let geonames = area.geonames.as_deref();
        SchemaOrgPlace {
            name: area.name.text(lang),
            identifier: area.code.as_deref(),
            same_as: geonames.filter(|url| is_web_address(url)),
            geo: area.bounds.map(GeoShape::from),
        }
    }
}

/// A rectangle: south, west, north and east, in degrees of WGS 84.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct GeoShape {
    r#box: String,
}

impl From<Bounds> for GeoShape {
    fn from(bounds: Bounds) -> Self {
        let Bounds {
            west,
            south,
            east,
            north,
        } = bounds;
        GeoShape {
            r#box: format!("{south} {west} {north} {east}"),
        }
    }
}

#[derive(Serialize)]
#[serde(untagged)]
enum Variable<'a> {
    Name(&'a str),
    Titled(PropertyValue<'a>),
}

/// A column that has a title.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct PropertyValue<'a> {
    name: &'a str,
    alternate_name: &'a str,
}

impl<'a> Variable<'a> {
    fn of(column: &'a Column, lang: &Lang) -> Self {
        match column.title.text(lang) {
            "" => Variable::Name(&column.name),
            title => Variable::Titled(PropertyValue {
                name: title,
                alternate_name: &column.name,
            }),
        }
    }
}

/// Returns each column's name once, with its title where it has one.
fn variables<'a>(dataset: &'a Record, lang: &Lang) -> Vec<Variable<'a>> {
    let mut seen = BTreeSet::new();
    let columns = dataset.tables.iter().flat_map(|t| &t.columns);
    columns
        .filter(|column| seen.insert(&column.name))
        .take(MOST_COLUMNS)
        .map(|column| Variable::of(column, lang))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    #[test]
    fn no_text_can_leave_its_script_element() {
        let hostile = json!({ "name": "</script><script>alert(1)</script><!-- " });
        let text = for_script(&hostile);
        assert!(!text.contains('<'));
        assert_eq!(serde_json::from_str::<Value>(&text).unwrap(), hostile);
    }
}
