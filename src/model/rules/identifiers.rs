//! Identifiers are unique within their kind, without regard to case.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::Portal;
use crate::model::head::Head;
use std::collections::BTreeMap;

pub fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    unique(portal.commitments.iter().map(|c| &c.head), sink);
    unique(portal.reports.iter().map(|r| &r.head), sink);
    unique(portal.action_plans.iter().map(|p| &p.head), sink);
    unique(portal.initiatives.iter().filter(|i| !i.practice).map(|i| &i.head), sink);
    unique(portal.initiatives.iter().filter(|i| i.practice).map(|i| &i.head), sink);
    unique(portal.datasets.iter().map(|d| &d.head), sink);
}

fn unique<'a>(heads: impl Iterator<Item = &'a Head>, sink: &mut Sink) {
    let mut taken: BTreeMap<String, &Head> = BTreeMap::new();
    for head in heads {
        if let Some(other) = taken.insert(head.id.to_ascii_lowercase(), head) {
            let place = Place::file(&head.file.path);
            sink.push(
                Diagnostic::new(&codes::REPEATED_ID).at(place).arg("id", &head.id).arg("other", &other.file.path),
            );
        }
    }
}
