//! Ways to get at a dataset: files here, files on other servers, services.

use super::DcatUs3Service;
use super::nodes::DcatUs3Standard;
use crate::catalogs::{Blank, IsoDate, file_title, format_name, is_listed, words_or};
use crate::model::dataset::External;
use crate::record::{CatalogRecord, Distribution, Record, ServiceRecord};
use crate::text::lang::Lang;
use serde::Serialize;

/// Returns a dataset's files, here and elsewhere, and its services.
pub(super) fn distributions<'a>(
    record: &'a CatalogRecord,
    dataset: &'a Record,
) -> Vec<DcatUs3Distribution<'a>> {
    let main = &record.portal.main;
    let page = record.url(dataset.page());
    let page = page.as_deref();
    let files = dataset.distributions.iter().filter(is_listed);
    let files = files.map(|file| DcatUs3File::of(file, dataset, main));
    let external = dataset.external.iter();
    let external = external.map(|file| DcatUs3External::of(file, dataset, page, main));
    let services = record.services_of(dataset);
    let services = services.map(|service| DcatUs3Access::of(record, service, page));
    files
        .map(DcatUs3Distribution::File)
        .chain(external.map(DcatUs3Distribution::External))
        .chain(services.map(DcatUs3Distribution::Access))
        .collect()
}

/// A way to get at a dataset.
#[derive(Serialize)]
#[serde(untagged)]
pub(super) enum DcatUs3Distribution<'a> {
    File(DcatUs3File<'a>),
    External(DcatUs3External<'a>),
    Access(DcatUs3Access<'a>),
}

/// A file here.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DcatUs3File<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: String,
    #[serde(rename = "downloadURL", skip_serializing_if = "Blank::is_blank")]
    download_url: Option<&'a str>,
    #[serde(rename = "accessURL", skip_serializing_if = "Blank::is_blank")]
    access_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    media_type: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    conforms_to: Option<[DcatUs3Standard<'a>; 1]>,
    byte_size: String,
    checksum: DcatUs3Checksum<'a>,
    #[serde(skip_serializing_if = "Option::is_none")]
    character_encoding: Option<[&'a str; 1]>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    modified: Option<IsoDate>,
}

impl<'a> DcatUs3File<'a> {
    pub(super) fn of(file: &'a Distribution, dataset: &'a Record, main: &Lang) -> Self {
        let standard = file.conforms_to();
        DcatUs3File {
            id: file.url.as_ref().map(|url| format!("{url}#distribution")),
            kind: "Distribution",
            title: file_title(file, dataset, main),
            download_url: file.url.as_deref(),
            access_url: file.url.as_deref(),
            media_type: &file.media_type,
            format: format_name(&file.format),
            conforms_to: standard.map(|url| [DcatUs3Standard::new(url, url)]),
            byte_size: file.bytes.to_string(),
            checksum: DcatUs3Checksum {
                algorithm: "SHA-256",
                checksum_value: &file.sha256,
            },
            character_encoding: file.encoding.as_deref().map(|name| [name]),
            license: dataset.license_address(),
            modified: dataset.modified.map(IsoDate),
        }
    }
}

/// What a file's bytes come to.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Checksum", rename_all = "camelCase")]
pub(super) struct DcatUs3Checksum<'a> {
    algorithm: &'static str,
    checksum_value: &'a str,
}

/// A file on another server.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DcatUs3External<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(rename = "accessURL", skip_serializing_if = "Blank::is_blank")]
    access_url: &'a str,
    #[serde(rename = "downloadURL", skip_serializing_if = "Blank::is_blank")]
    download_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    media_type: Option<&'a str>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    format: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    byte_size: Option<String>,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
}

impl<'a> DcatUs3External<'a> {
    pub(super) fn of(
        file: &'a External,
        dataset: &'a Record,
        page: Option<&str>,
        main: &Lang,
    ) -> Self {
        let media_type = file.media_type.as_deref();
        DcatUs3External {
            id: page.map(|url| format!("{url}#external-{}", file.name)),
            kind: "Distribution",
            title: words_or(&file.title, &dataset.title).text(main),
            description: file.description.text(main),
            access_url: &file.url,
            download_url: media_type.map(|_| file.url.as_str()),
            media_type,
            format: file.format.as_deref().map(format_name),
            byte_size: file.bytes.map(|bytes| bytes.to_string()),
            license: dataset.license_address(),
        }
    }
}

/// A way to get at a dataset by a service.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct DcatUs3Access<'a> {
    #[serde(rename = "@id", skip_serializing_if = "Blank::is_blank")]
    id: Option<String>,
    #[serde(rename = "@type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    title: &'a str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    description: &'a str,
    #[serde(rename = "accessURL", skip_serializing_if = "Blank::is_blank")]
    access_url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    access_service: Option<[DcatUs3Service<'a>; 1]>,
    format: &'static str,
    #[serde(skip_serializing_if = "Blank::is_blank")]
    license: Option<&'a str>,
}

impl<'a> DcatUs3Access<'a> {
    pub(super) fn of(
        record: &'a CatalogRecord,
        service: &'a ServiceRecord,
        page: Option<&str>,
    ) -> Self {
        let main = &record.portal.main;
        DcatUs3Access {
            id: page.map(|url| format!("{url}#service-{}", service.id)),
            kind: "Distribution",
            title: service.title.text(main),
            description: service.description.text(main),
            access_url: &service.endpoint,
            access_service: DcatUs3Service::of(record, service).map(|service| [service]),
            format: "API",
            license: service.license.as_deref(),
        }
    }
}
