//! Targets that the settings name: where `tragaluz publish` brings the site.

use super::series::is_name;
use crate::diag::Sink;
use crate::source::fields::Fields;

/// A target of the settings, `[publish.NAME]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedTarget {
    /// Its name.
    pub name: String,
    /// Its address.
    pub to: String,
    /// The host that it is at, whose limits hold there.
    pub host: Option<String>,
}

/// Parses every group `[publish.NAME]` of the settings.
pub(super) fn read(all: &Fields<'_>, sink: &mut Sink) -> Vec<NamedTarget> {
    let mut targets = Vec::new();
    for (key, node) in all.entries() {
        let Some(mut fields) = Fields::of(all.file(), node, &key.name, sink) else {
            continue;
        };
        let place = fields.place(&key.span);
        let to = fields.text("to", sink);
        let host = fields.text("host", sink).map(|host| host.value);
        if to.is_none() {
            sink.push(fields.missing("to"));
        }
        fields.finish(sink);
        if let Some(to) = to.filter(|_| is_name(&key.name, place, sink)) {
            targets.push(NamedTarget {
                name: key.name.clone(),
                to: to.value,
                host,
            });
        }
    }
    targets
}
