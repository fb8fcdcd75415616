//! The names of files and folders, which are in addresses and in lists of what can be downloaded.

use super::texts::finding;
use crate::diag::{Diagnostic, Place};
use crate::model::Portal;
use std::collections::BTreeSet;
use tragaluz_tables::litter;
use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, PersonalKind, scan};

/// Looks at the name of every file that is published, and of the folders that it is in.
pub(super) fn take(portal: &Portal, declared: &DeclaredContacts, found: &mut Vec<Diagnostic>) {
    let pages = portal
        .written()
        .flat_map(|(_, head)| head.files.values().chain([&head.file]))
        .map(|file| file.path.as_str());
    let data = portal
        .datasets
        .iter()
        .flat_map(|dataset| &dataset.resources)
        .flat_map(|resource| resource.more.iter().chain([&resource.path]))
        .chain(&portal.attachments)
        .map(String::as_str);
    let all: BTreeSet<&str> = pages.chain(data).collect();
    for path in all {
        for (kind, count) in kinds_in(path, declared) {
            let here = finding(kind, count, "file-name").arg("lines", "");
            found.push(here.at(Place::file(path)));
        }
    }
}

/// Returns how often each kind is in the names that a path is made of.
fn kinds_in(path: &str, declared: &DeclaredContacts) -> Vec<(PersonalKind, u64)> {
    let mut counts: Vec<(PersonalKind, u64)> = Vec::new();
    for name in path.split('/') {
        // What joins words in a name is no part of a number or a code.
        let spoken = litter::stem(name).replace('_', " ");
        let mut found = scan(&spoken, FieldHint::default(), declared);
        if found.is_empty() {
            found = scan(name, FieldHint::default(), declared);
        }
        for one in found {
            match counts.iter_mut().find(|(kind, _)| *kind == one.kind) {
                Some((_, count)) => *count += 1,
                None => counts.push((one.kind, 1)),
            }
        }
    }
    counts
}
