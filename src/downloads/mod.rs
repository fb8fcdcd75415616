//! Floor 4: from tables to files that people download.
//!
//! How a table is written is told in the crate for tables; here are the files' names and addresses, and what earlier runs
//! made. The ZIP of a dataset holds its descriptor too, and so is packed upstairs (`site/archives.rs`).

mod by_value;
pub(crate) mod crest;
pub(crate) mod file;
mod file_names;
mod joined;
mod originals;
#[cfg(feature = "sqlite")]
mod sqlite;
pub(crate) mod svg;
mod table;
pub(crate) mod write_context;

pub use file::{DownloadFile, Files};
pub(crate) use originals::{originals_of, withheld_of};
pub use tragaluz_tables::writers::Role;
pub(crate) use tragaluz_tables::writers::{Archive, PackedEntry, Packer};
pub use write_context::WriteContext;

use crate::diag::{Diagnostic, Fatal, Sink, codes};
use crate::text::near::nearest;
use file_names::FileNames;
use rayon::prelude::*;
use tragaluz_tables::Tables;
use tragaluz_tables::writers::Format;
use tragaluz_tables::writers::formats::{FORMATS, LEFT_OUT, WHOLE};

/// Writes every table in every format asked for (an empty list means those that are made by default), and every
/// received file as it is.
///
/// # Errors
/// When a file cannot be read again, or the disk refuses.
pub fn write(
    tables: &Tables,
    making: &WriteContext<'_>,
    formats: &[String],
    sink: &mut Sink,
) -> Result<Files, Fatal> {
    let chosen = choose(formats, sink);
    let mut names = FileNames::new(tables);
    let written: Vec<Result<(Vec<DownloadFile>, Sink), Fatal>> = tables
        .tables
        .par_iter()
        .map(|table| {
            let mut found = Sink::new();
            let asked = (&*chosen, !formats.is_empty());
            let written = (making.timings).work("downloads", &table.received.path, || {
                table::write(table, names.stem(table), making, asked, &mut found)
            });
            Ok((written?, found))
        })
        .collect();
    let originals = originals::write(tables, making, sink)?;
    let mut files = Vec::new();
    for one in written {
        let (written, found) = one?;
        files.extend(written);
        sink.extend(found.iter().cloned());
    }
    #[cfg(feature = "sqlite")]
    if has(formats, "sqlite") {
        files.extend(sqlite::write(tables, &names, making, sink)?);
    }
    if has(formats, "joined") {
        files.extend(joined::write(tables, &mut names, making)?);
    }
    files.extend(originals);
    files.sort_by(|a, b| a.dataset.cmp(&b.dataset));
    Ok(Files::new(files).with_values(of_values(tables, making)?))
}

/// Writes the files of each value: a table at a time, for each may have hundreds of files open.
fn of_values(tables: &Tables, making: &WriteContext<'_>) -> Result<Vec<DownloadFile>, Fatal> {
    let mut files = Vec::new();
    for table in &tables.tables {
        files.extend(by_value::write(table, making)?);
    }
    Ok(files)
}

/// Whether a format of a whole dataset is made: it is asked for by name, or nothing is.
pub(crate) fn has(wanted: &[String], id: &str) -> bool {
    WHOLE.contains(&id) && (wanted.is_empty() || wanted.iter().any(|w| w == id))
}

/// The formats of these names; one that there is not is a finding.
fn choose(wanted: &[String], sink: &mut Sink) -> Vec<&'static dyn Format> {
    if wanted.is_empty() {
        return FORMATS.iter().copied().filter(|f| f.by_default()).collect();
    }
    let known: Vec<&str> = (FORMATS.iter().map(|f| f.id()))
        .chain(WHOLE.iter().copied())
        .collect();
    for name in wanted {
        if known.contains(&name.as_str()) {
            continue;
        }
        if LEFT_OUT.contains(&name.as_str()) {
            sink.push(Diagnostic::new(&codes::FORMAT_NOT_COMPILED).arg("format", name));
            continue;
        }
        let near = nearest(name, known.iter().copied()).unwrap_or("none");
        let finding = Diagnostic::new(&codes::FORMAT_UNKNOWN)
            .arg("format", name)
            .arg("near", near);
        sink.push(finding.arg("known", known.join(", ")));
    }
    FORMATS
        .iter()
        .copied()
        .filter(|f| wanted.iter().any(|w| w == f.id()))
        .collect()
}

#[cfg(test)]
mod tests;
