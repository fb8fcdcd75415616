//! Who publishes, whom to ask, and under which licence: maps that settings, services and datasets share.

use super::dataset::{Agent, ContactPoint, License};
use super::facts::words_of;
use super::vocabulary::PUBLISHER_TYPES;
use crate::diag::Sink;
use crate::source::fields::Fields;
use crate::text::lang::Lang;
use crate::text::web::is_web_address;

/// An organisation: `{name, url, type}`.
pub(super) fn agent(mut fields: Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Option<Agent> {
    let name = words_of(&mut fields, "name", languages, sink);
    let url = fields
        .web_address("url", sink)
        .or_else(|| fields.web_address("path", sink));
    let kind = fields
        .word("type", &PUBLISHER_TYPES.map(|kind| (kind, kind)), sink)
        .map(|k| k.value.to_owned());
    if name.is_empty() {
        sink.push(fields.missing("name"));
    }
    fields.finish(sink);
    (!name.is_empty()).then_some(Agent { name, url, kind })
}

/// An office to ask: `{name, email, url}`.
pub(super) fn contact(
    mut fields: Fields<'_>,
    languages: &[Lang],
    sink: &mut Sink,
) -> Option<ContactPoint> {
    let name = words_of(&mut fields, "name", languages, sink);
    let email = fields
        .text("email", sink)
        .map(|e| e.value.trim_start_matches("mailto:").to_owned());
    let url = fields.web_address("url", sink);
    if name.is_empty() {
        sink.push(fields.missing("name"));
    }
    fields.finish(sink);
    (!name.is_empty()).then_some(ContactPoint { name, email, url })
}

/// A licence: `{name, title, path}`.
pub(super) fn license(mut fields: Fields<'_>, sink: &mut Sink) -> License {
    let [name, title] = ["name", "title"].map(|key| fields.text(key, sink).map(|t| t.value));
    let [path, url] = ["path", "url"].map(|key| fields.web_address(key, sink));
    fields.finish(sink);
    // An address alone is the licence's path.
    let (name, path) = match (name, path.or(url)) {
        (Some(address), None) if is_web_address(&address) => (None, Some(address)),
        given => given,
    };
    License { name, title, path }
}
