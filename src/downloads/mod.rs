//! Floor 4: from tables to files that people download.
//!
//! A table's rows are read once, and every format writes the same row before the next is read: memory does not grow
//! with the rows, and no two formats can disagree. A format is one file in `formats/` and one line in its list.

pub mod file;
pub mod formats;
mod lines;
mod names;
mod objects;
pub mod outside;
mod received;
mod table;

pub use file::{DownloadFile, Files, Role};

use crate::data::Tables;
use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::stage::Staging;
use crate::text::near::nearest;
use formats::{FORMATS, Format};
use names::Names;
use rayon::prelude::*;
use std::path::Path;

/// Writes every table in every format asked for (an empty list means those that are made by default), and every
/// received file as it is.
///
/// # Errors
/// When a file cannot be read again, or the disk refuses.
pub fn write(
    tables: &Tables,
    root: &Path,
    staging: &Staging,
    formats: &[String],
    sink: &mut Sink,
) -> Result<Files, Fatal> {
    let chosen = choose(formats, sink);
    let names = Names::new(tables);
    let written: Vec<Result<(Vec<DownloadFile>, Sink), Fatal>> = tables
        .tables
        .par_iter()
        .map(|table| {
            let mut found = Sink::new();
            let files =
                table::write(table, names.stem(table), root, staging, (&chosen, !formats.is_empty()), &mut found)?;
            Ok((files, found))
        })
        .collect();
    let originals = received::write(tables, root, staging)?;
    let mut files = Files::default();
    for one in written {
        let (written, found) = one?;
        files.files.extend(written);
        sink.extend(found.iter().cloned());
    }
    files.files.extend(originals);
    files.files.sort_by(|a, b| a.dataset.cmp(&b.dataset));
    Ok(files)
}

/// The formats of these names; one that there is not is a finding.
fn choose(wanted: &[String], sink: &mut Sink) -> Vec<&'static dyn Format> {
    if wanted.is_empty() {
        return FORMATS.iter().copied().filter(|f| f.by_default()).collect();
    }
    for name in wanted {
        if FORMATS.iter().any(|f| f.id() == name) {
            continue;
        }
        let known = || FORMATS.iter().map(|f| f.id());
        let left_out = formats::LEFT_OUT.contains(&name.as_str());
        let near = if left_out { "left-out" } else { nearest(name, known()).unwrap_or("none") };
        let finding = Diagnostic::new(&codes::FORMAT_UNKNOWN).arg("format", name).arg("near", near);
        sink.push(finding.arg("known", known().collect::<Vec<_>>().join(", ")));
    }
    FORMATS.iter().copied().filter(|f| wanted.iter().any(|w| w == f.id())).collect()
}

#[cfg(test)]
mod tests;
