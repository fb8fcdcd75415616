//! Documents that are passed on as they are: PDF, office files, plain texts, images.

use super::texts::finding;
use crate::diag::{Diagnostic, Place, codes};
use crate::documents::{self, DocumentPart, DocumentText, Extent, GapReason};
use crate::model::Portal;
use crate::model::dataset::Resource;
use crate::source::limits::Limits;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, PersonalKind, scan};
use tragaluz_tables::{is_table, received_file};

/// Endings of tables whose every sign is in a cell, in the header or beside the table, which has been looked at.
const READ_WHOLE: &[&str] = &[
    "csv", "tsv", "tab", "psv", "ssv", "json", "ndjson", "jsonl", "geojson",
];

/// Places within a document that a message lists.
const MOST_PLACES: usize = 5;

/// Looks at every file that is passed on: those beside pages, and those of datasets, less the cells that are read as tables.
pub(super) fn look(root: &Path, portal: &Portal, declared: &DeclaredContacts) -> Vec<Diagnostic> {
    let limits = &portal.settings.limits;
    let mut sheets: BTreeMap<&str, Vec<&str>> = portal
        .attachments
        .iter()
        .map(|path| (path.as_str(), Vec::new()))
        .collect();
    let resources = portal
        .datasets
        .iter()
        .flat_map(|dataset| &dataset.resources);
    for resource in resources.filter(|one| one.inline.is_none() && !is_read_whole(root, one)) {
        let (path, _) = received_file::split(root, &resource.path);
        let here = sheets.entry(path).or_default();
        here.extend(resource.dialect.sheet.as_deref());
    }
    let files: Vec<(&str, Vec<&str>)> = sheets.into_iter().collect();
    let looked: Vec<Vec<Diagnostic>> = (files.par_iter())
        .map(|(path, sheets)| in_file(root, path, sheets, (declared, limits)))
        .collect();
    looked.into_iter().flatten().collect()
}

/// Whether a resource is a table of a kind that the reading of its rows leaves nothing of.
fn is_read_whole(root: &Path, resource: &Resource) -> bool {
    let ending = received_file::ending(&resource.path);
    !resource.as_received
        && READ_WHOLE.contains(&ending.trim_end_matches(".gz"))
        && is_table(root, &resource.table_file())
}

fn in_file(
    root: &Path,
    path: &str,
    sheets: &[&str],
    (declared, limits): (&DeclaredContacts, &Limits),
) -> Vec<Diagnostic> {
    // What cannot be opened is told where it is published.
    let Ok(mut file) = received_file::open(root, path) else {
        return Vec::new();
    };
    let extent = if sheets.is_empty() {
        Extent::Whole
    } else {
        Extent::BesideTables(sheets)
    };
    let mut scan = DocumentScan {
        declared,
        found: Vec::new(),
    };
    let verdict = documents::texts(&mut file, extent, limits, &mut |text| scan.take(&text));
    let mut found: Vec<Diagnostic> = (scan.found.iter())
        .map(|own| own.finding().at(Place::file(path)))
        .collect();
    // A picture, a font or a program has no words.
    let gaps = verdict
        .gaps
        .iter()
        .filter(|gap| gap.reason != GapReason::Format);
    found.extend(gaps.map(|gap| {
        Diagnostic::new(&codes::PERSONAL_UNSEEN)
            .at(Place::file(path))
            .arg("why", gap.reason.id())
            .arg("count", gap.count)
    }));
    found
}

/// The personal data in one document.
struct DocumentScan<'a> {
    declared: &'a DeclaredContacts,
    found: Vec<DocumentMatches>,
}

/// What of a kind is in a document.
struct DocumentMatches {
    kind: PersonalKind,
    count: u64,
    /// Where: the first places, each once.
    places: Vec<String>,
}

impl DocumentScan<'_> {
    fn take(&mut self, text: &DocumentText) {
        let hint = match &text.part {
            DocumentPart::Property(name) | DocumentPart::Tag(name) => FieldHint::of(name),
            _ => FieldHint::default(),
        };
        for one in scan(&text.text, hint, self.declared) {
            let at = self.found.iter().position(|own| own.kind == one.kind);
            let at = at.unwrap_or(self.found.len());
            if at == self.found.len() {
                self.found.push(DocumentMatches {
                    kind: one.kind,
                    count: 0,
                    places: Vec::new(),
                });
            }
            let own = &mut self.found[at];
            own.count += 1;
            let place = place_of(&text.part);
            if own.places.len() <= MOST_PLACES && !own.places.contains(&place) {
                own.places.push(place);
            }
        }
    }
}

impl DocumentMatches {
    fn finding(&self) -> Diagnostic {
        let mut places = self.places.clone();
        if places.len() > MOST_PLACES {
            places.truncate(MOST_PLACES);
            places.push("…".to_owned());
        }
        finding(self.kind, self.count, "document").arg("within", places.join(", "))
    }
}

/// Returns a place as programs name it: `page 3`, `property creator`, `minutes.docx: comment`.
fn place_of(part: &DocumentPart) -> String {
    let mut place = String::new();
    for name in part.inside() {
        place.push_str(name);
        place.push_str(": ");
    }
    place.push_str(part.id());
    let detail = part.detail();
    if !detail.is_empty() {
        place.push(' ');
        place.push_str(&detail);
    }
    place
}
