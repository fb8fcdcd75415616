//! Limits as the settings give them; what they are is told where files are read.

use super::fields::Fields;
use crate::diag::Sink;
use crate::source::front_matter::Document;

pub use tragaluz_tables::limits::{Limit, Limits};

/// Returns the limits that the settings raise or lower; what is wrong with them is said when the settings are read.
pub(crate) fn of_settings(settings: &Document) -> Limits {
    let mut unsaid = Sink::new();
    let facts = settings.facts.as_ref();
    let all = facts.and_then(|node| Fields::of(&settings.file, node, "settings", &mut unsaid));
    let group = all.and_then(|mut all| all.map("limits", &mut unsaid));
    group.map_or_else(Limits::default, |group| read(group, &mut unsaid))
}

/// Parses the group `[limits]` of the settings.
pub(crate) fn read(mut group: Fields<'_>, sink: &mut Sink) -> Limits {
    let mut limits = Limits::default();
    for known in Limit::ALL {
        let Some(given) = group.integer(known.name, sink) else {
            continue;
        };
        if !u64::try_from(given.value).is_ok_and(|most| limits.set(known.name, most)) {
            sink.push(group.outside(&given, known.name, known.most));
        }
    }
    group.finish(sink);
    limits
}
