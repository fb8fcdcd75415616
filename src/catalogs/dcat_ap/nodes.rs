//! Nodes of the graph: addresses of things, and codes of the EU's tables and IANA's registry.

use super::graph::{eu, iri};
use crate::model::dataset::Spatial;
use crate::record::{
    CatalogRecord, Record, encode_path, file_type_code, is_web_address, registered,
};
use crate::text::lang::Lang;
use oxrdf::NamedNode;
use std::ops::Range;

/// Nodes of the portal itself, and which datasets the file tells of.
pub(super) struct PortalNodes {
    /// The home page.
    pub(crate) page: NamedNode,
    /// The catalogue.
    pub(crate) catalog: NamedNode,
    /// The portal's publisher.
    pub(crate) publisher: NamedNode,
    /// Which datasets the catalogue has.
    pub(crate) is_listed: fn(&Record) -> bool,
    /// Places in the record of the datasets that this file tells of.
    pub(crate) here: Range<usize>,
}

/// Returns the node of a thing that has no address of its own: its page's, with a fragment.
pub(super) fn named(page: &NamedNode, name: &str) -> NamedNode {
    NamedNode::new_unchecked(format!("{}#{name}", page.as_str()))
}

/// Returns the node of a dataset; none without a base address.
pub(super) fn dataset_node(record: &CatalogRecord, dataset: &Record) -> Option<NamedNode> {
    let page = record.url(dataset.page()).and_then(|url| iri(&url))?;
    Some(named(&page, "dataset"))
}

/// Returns the EU's code of a language; none where ISO 639-3 has no code for it.
pub(super) fn language(lang: &Lang) -> Option<NamedNode> {
    eu("language", &lang.iso639_3()?)
}

/// Returns the node of a place in GeoNames.
pub(super) fn geonames(spatial: &Spatial) -> Option<NamedNode> {
    spatial
        .geonames
        .as_deref()
        .filter(|url| is_web_address(url))
        .and_then(iri)
}

/// Returns the EU's code of a file format.
pub(super) fn file_type(format: &str) -> Option<NamedNode> {
    file_type_code(format).and_then(|code| eu("file-type", code))
}

/// Returns a media type by its address in IANA's registry, in which `+` is as it is (RFC 3986, §3.3).
pub(super) fn media_type(name: &str) -> Option<NamedNode> {
    let path = encode_path(registered(name)?).replace("%2B", "+");
    iri(&format!(
        "http://www.iana.org/assignments/media-types/{path}"
    ))
}
