//! Documents that are passed on as they are: PDF, office files, plain texts, images.

use super::texts::finding;
use crate::diag::{BETWEEN_PLACES, Diagnostic, Place, Severity, WITHIN, codes};
use crate::documents::{self, DocumentPart, DocumentText, Extent};
use crate::model::Portal;
use crate::model::dataset::Resource;
use crate::source::limits::{Limit, Limits};
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::path::Path;
use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, PersonalKind, scan};
use tragaluz_tables::{is_table, received_file};

/// Endings of tables whose every sign is in a cell, in the header or beside the table, which has been looked at.
const READ_WHOLE: &[&str] = &[
    "csv", "tsv", "tab", "psv", "ssv", "json", "ndjson", "jsonl", "geojson",
];

/// Endings of pictures that are published without what a camera or a program wrote into them.
const PICTURES: &[&str] = &["jpg", "jpeg", "png", "gif", "webp"];

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
    let is_freed = path.starts_with("content/")
        && PICTURES.contains(&received_file::ending(path).to_lowercase().as_str());
    let mut found: Vec<Diagnostic> = (scan.found.iter())
        .map(|own| own.finding(is_freed).at(Place::file(path)))
        .collect();
    found.extend(verdict.gaps.iter().map(|gap| {
        Diagnostic::new(&codes::PERSONAL_UNSEEN)
            .at(Place::file(path))
            .arg("why", gap.reason.id())
            .arg("setting", gap.reason.limit().map_or("none", Limit::name))
            .arg(
                "most",
                gap.reason.limit().map_or(0, |limit| limits.most(limit)),
            )
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
        // Where a picture was taken is where somebody was.
        let is_place = matches!(&text.part, DocumentPart::Tag(name) if name == documents::GPS);
        let place = is_place.then_some(PersonalKind::likely("home-coordinates"));
        let found = scan(&text.text, hint, self.declared).into_iter();
        for kind in found.map(|one| one.kind).chain(place) {
            let at = self.found.iter().position(|own| own.kind == kind);
            let at = at.unwrap_or(self.found.len());
            if at == self.found.len() {
                self.found.push(DocumentMatches {
                    kind,
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
    /// Returns the finding; what pictures of pages tell of themselves is not published, and only noted.
    fn finding(&self, is_freed: bool) -> Diagnostic {
        let mut places = self.places.clone();
        if places.len() > MOST_PLACES {
            places.truncate(MOST_PLACES);
            places.push("…".to_owned());
        }
        let part = if is_freed { "picture" } else { "document" };
        let found = finding(self.kind, self.count, part).arg(WITHIN, places.join(BETWEEN_PLACES));
        if is_freed {
            return Diagnostic {
                severity: Severity::Note,
                ..found
            };
        }
        found
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
