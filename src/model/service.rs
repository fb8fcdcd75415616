//! Services: programs of the publisher that answer questions about datasets (an API, a map service). The portal is
//! static and runs none itself; it says where they are.

use super::agents::{contact, license};
use super::chart::SpannedText;
use super::dataset::{ContactPoint, License};
use super::facts::words_of;
use super::series::is_name;
use crate::diag::Sink;
use crate::source::fields::Fields;
use crate::text::lang::Lang;
use crate::text::words::Words;

/// A service that answers questions about datasets, such as an API.
#[derive(Debug, Clone, PartialEq)]
pub struct Service {
    /// Its name in addresses.
    pub id: String,
    /// Its title.
    pub title: Words,
    /// What it answers.
    pub description: Words,
    /// Where it is asked.
    pub endpoint: String,
    /// The page or file that says how it is asked.
    pub documentation: Option<String>,
    /// The format of its answers: `json`, `csv` …
    pub format: Option<String>,
    /// Addresses of the standards that it follows.
    pub conforms_to: Vec<String>,
    /// Its licence; the portal's where it names none.
    pub licence: Option<License>,
    /// Whom to ask; the portal's contact where it names none.
    pub contact: Option<ContactPoint>,
    /// Names of the datasets that it serves.
    pub datasets: Vec<SpannedText>,
}

/// Parses every group `[services.NAME]` of the settings.
pub(super) fn read(all: &Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Vec<Service> {
    let mut services = Vec::new();
    for (key, node) in all.entries() {
        let Some(fields) = Fields::of(all.file(), node, &key.name, sink) else {
            continue;
        };
        let place = fields.place(&key.span);
        let service = read_one(fields, &key.name, languages, sink);
        let is_named = is_name(&key.name, place, sink);
        services.extend(service.filter(|_| is_named));
    }
    services
}

/// Parses a service. None without a title and an address to ask at.
fn read_one(
    mut fields: Fields<'_>,
    id: &str,
    languages: &[Lang],
    sink: &mut Sink,
) -> Option<Service> {
    let [title, description] =
        ["title", "description"].map(|name| words_of(&mut fields, name, languages, sink));
    if title.is_empty() {
        sink.push(fields.missing("title"));
    }
    if fields.node("endpoint").is_none() {
        sink.push(fields.missing("endpoint"));
    }
    let endpoint = fields.web_address("endpoint", sink);
    let documentation = fields.web_address("documentation", sink);
    let conforms_to = fields.web_addresses("conforms_to", sink);
    let format = fields.text("format", sink);
    let licence = fields.map_or("licence", "name", sink);
    let licence = licence.map(|fields| license(fields, sink));
    let contact = fields
        .map_or("contact", "name", sink)
        .and_then(|fields| contact(fields, languages, sink));
    let datasets = fields.texts("datasets", sink);
    let datasets = (datasets.into_iter())
        .map(|id| SpannedText {
            place: fields.place(&id.span),
            text: id.value,
        })
        .collect();
    fields.finish(sink);
    let endpoint = endpoint.filter(|_| !title.is_empty())?;
    Some(Service {
        id: id.to_owned(),
        title,
        description,
        endpoint,
        documentation,
        format: format.map(|f| f.value.to_ascii_lowercase()),
        conforms_to,
        licence,
        contact,
        datasets,
    })
}
