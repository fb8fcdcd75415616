//! Attributes of a document's tags.

use crate::unreadable::Unreadable;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;

pub(super) fn malformed(error: impl std::fmt::Display) -> Unreadable {
    Unreadable::damaged(error)
}

pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Unreadable> {
    let found = tag.try_get_attribute(name).map_err(malformed)?;
    let text = found.map(|a| {
        a.normalized_value(XmlVersion::Implicit1_0)
            .map(std::borrow::Cow::into_owned)
    });
    text.transpose().map_err(malformed)
}

/// Returns how often a row or a cell is repeated.
pub(super) fn repeated(tag: &BytesStart<'_>, what: &str) -> Result<u64, Unreadable> {
    let count = attribute(tag, &format!("table:number-{what}-repeated"))?;
    Ok(count
        .and_then(|n| n.parse().ok())
        .unwrap_or(1)
        .clamp(1, 1 << 24))
}
