//! Nodes of the graph: addresses of things, and codes of the EU's tables and IANA's registry.

use super::graph::{eu, iri};
use crate::model::dataset::Spatial;
use crate::record::{CatalogRecord, Record, encode_path, is_web_address, registered};
use crate::text::lang::Lang;
use oxrdf::NamedNode;
use std::ops::Range;

/// Nodes of the portal itself, and which datasets the file tells of.
pub(super) struct PortalNodes {
    /// The home page.
    pub(super) page: NamedNode,
    pub(super) catalog: NamedNode,
    pub(super) publisher: NamedNode,
    /// Which datasets the catalogue has.
    pub(super) is_listed: fn(&Record) -> bool,
    /// Places in the record of the datasets that this file tells of.
    pub(super) here: Range<usize>,
}

impl PortalNodes {
    /// Names the things that the home page tells of, for a file that tells of the datasets at `here`.
    pub(super) fn new(page: NamedNode, is_listed: fn(&Record) -> bool, here: Range<usize>) -> Self {
        PortalNodes {
            catalog: named(&page, "catalog"),
            publisher: named(&page, "publisher"),
            page,
            is_listed,
            here,
        }
    }
}

/// Nodes of a dataset and of what is around it.
pub(super) struct DatasetNodes {
    pub(super) page: NamedNode,
    pub(super) dataset: NamedNode,
    pub(super) publisher: NamedNode,
    /// Whether the publisher is the portal's, and described there.
    pub(super) is_portals: bool,
}

impl DatasetNodes {
    /// Names the things that a dataset's page tells of; none without a base address.
    pub(super) fn of(
        record: &CatalogRecord,
        dataset: &Record,
        home: &PortalNodes,
    ) -> Option<DatasetNodes> {
        let page = record.url(dataset.page()).and_then(|url| iri(&url))?;
        let is_portals = dataset.publisher == record.portal.publisher;
        Some(DatasetNodes {
            dataset: named(&page, "dataset"),
            publisher: if is_portals {
                home.publisher.clone()
            } else {
                named(&page, "publisher")
            },
            is_portals,
            page,
        })
    }
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
pub(super) fn geonames(area: &Spatial) -> Option<NamedNode> {
    site(area.geonames.as_deref())
}

/// Returns the node of an address on the web.
pub(super) fn site(address: Option<&str>) -> Option<NamedNode> {
    address.filter(|url| is_web_address(url)).and_then(iri)
}

/// Returns the EU's code of a frequency.
pub(super) fn frequency(code: Option<&str>) -> Option<NamedNode> {
    eu("frequency", &code?.to_ascii_uppercase())
}

/// Returns the EU's code of access for everybody.
pub(super) fn public() -> Option<NamedNode> {
    eu("access-right", "PUBLIC")
}

/// Returns the EU's code of what is to stay.
pub(super) fn stable() -> Option<NamedNode> {
    eu("planned-availability", "STABLE")
}

/// Returns the EU's code of a file format.
pub(super) fn file_type(format: &str) -> Option<NamedNode> {
    eu("file-type", crate::record::file_type(format)?.code)
}

/// Returns a media type by its address in IANA's registry, in which `+` is as it is (RFC 3986, §3.3).
pub(super) fn media_type(name: &str) -> Option<NamedNode> {
    let path = encode_path(registered(name)?).replace("%2B", "+");
    iri(&format!(
        "http://www.iana.org/assignments/media-types/{path}"
    ))
}
