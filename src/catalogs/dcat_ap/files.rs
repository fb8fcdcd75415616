//! A dataset's files, here and on other servers.

use super::graph::{Graph, GraphSubject, iri, term};
use super::licence::licence;
use super::nodes::{file_type, language, media_type, named, stable};
use crate::catalogs::{is_listed, words_or};
use crate::model::dataset::External;
use crate::record::{Distribution, Record};
use oxrdf::NamedNode;

/// Returns a distribution's own address: its file's, with `#distribution`; descriptions are no distributions.
pub(super) fn file_node(file: &Distribution) -> Option<NamedNode> {
    let url = file.url.as_deref().filter(|_| is_listed(&file))?;
    Some(named(&iri(url)?, "distribution"))
}

/// Describes a file of a dataset whose page is `page`.
pub(super) fn describe_file(
    graph: &mut Graph,
    dataset: &Record,
    file: &Distribution,
    page: &NamedNode,
    node: &NamedNode,
) {
    let url = file.url.as_deref().and_then(iri);
    let mut tables = dataset.tables.iter();
    let table = tables.find(|t| Some(t.name.as_str()) == file.resource.as_deref());
    let description = match table {
        Some(table) => words_or(&table.description, &dataset.description),
        None => &dataset.description,
    };
    let checksum = NamedNode::new_unchecked(node.as_str().replace("#distribution", "#checksum"));
    let mut subject = graph.about(node);
    subject
        .add_class("dcat:Distribution")
        .add_words("dct:title", words_or(&file.title, &dataset.title))
        .add_words("dct:description", description)
        .add_some("dcat:accessURL", url.clone())
        .add_some("dcat:downloadURL", url)
        .add_some("dcat:mediaType", media_type(&file.media_type))
        .add_some("dct:format", file_type(&file.format))
        .add_conforms(file.conforms_to());
    add_size(&mut subject, file.bytes);
    subject.add("spdx:checksum", checksum.clone());
    add_terms(&mut subject, dataset, page);
    subject
        .add_date("dct:issued", dataset.issued)
        .add_date("dct:modified", dataset.modified)
        .add_some("dcatap:availability", stable())
        .add_some("dct:language", language(&dataset.language));
    graph
        .about(&checksum)
        .add_class("spdx:Checksum")
        .add("spdx:algorithm", term("spdx:checksumAlgorithm_sha256"))
        .add_typed("spdx:checksumValue", &file.sha256, "xsd:hexBinary");
}

/// Describes a file on another server: what its publisher says of it, and nothing that was found in it.
pub(super) fn describe_external(
    graph: &mut Graph,
    dataset: &Record,
    file: &External,
    page: &NamedNode,
    node: &NamedNode,
) {
    let url = iri(&file.url);
    let format = file.format.as_deref();
    let mut subject = graph.about(node);
    subject
        .add_class("dcat:Distribution")
        .add_words("dct:title", words_or(&file.title, &dataset.title))
        .add_words(
            "dct:description",
            words_or(&file.description, &dataset.description),
        )
        .add_some("dcat:accessURL", url.clone())
        .add_some("dcat:downloadURL", url.filter(|_| format.is_some()))
        .add_some(
            "dcat:mediaType",
            file.media_type.as_deref().and_then(media_type),
        )
        .add_some("dct:format", format.and_then(file_type));
    if let Some(bytes) = file.bytes {
        add_size(&mut subject, bytes);
    }
    add_terms(&mut subject, dataset, page);
}

/// Adds the size of a file.
fn add_size(file: &mut GraphSubject<'_>, bytes: u64) {
    file.add_typed(
        "dcat:byteSize",
        &bytes.to_string(),
        "xsd:nonNegativeInteger",
    );
}

/// Adds what may be done with a file: its dataset's licence and rights.
fn add_terms(file: &mut GraphSubject<'_>, dataset: &Record, page: &NamedNode) {
    file.add_some("dct:license", dataset.license_address().and_then(licence))
        .add_some(
            "dct:rights",
            dataset.rights().map(|_| named(page, "rights")),
        );
}
