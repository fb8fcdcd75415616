//! One format to another.

use super::formats::FORMATS;
use crate::Table;
use crate::error::Error;
use crate::writers::format::Format;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The format that a file name's ending asks for: the longest ending that fits, so that `x.excel.csv` is not `csv`.
pub fn format_for(name: &str) -> Option<&'static dyn Format> {
    let name = name.to_ascii_lowercase();
    FORMATS
        .iter()
        .copied()
        .filter(|f| name.ends_with(&format!(".{}", f.ending())))
        .max_by_key(|f| f.ending().len())
}

/// The format of this name.
pub fn format_named(id: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|f| f.id() == id)
}

/// Bytes gathered before they are handed on: formats write a row at a time.
const BUFFER: usize = 128 * 1024;

/// A format, and where a table is written in it.
pub type OutputTarget<'a> = (&'static dyn Format, &'a mut (dyn Write + Send));

/// Writes a table, read once, in each of these formats; says how many rows it has.
///
/// # Errors
/// When a format cannot hold the table, the file cannot be read again, or one of the targets refuses.
pub fn convert(table: &Table, targets: Vec<OutputTarget<'_>>) -> Result<u64, Error> {
    let (formats, outs): (Vec<_>, Vec<_>) = targets.into_iter().unzip();
    for format in &formats {
        if let Some(reason) = format.refuses(table).filter(|reason| reason.id != "small") {
            return Err(Error::Refused {
                format: format.id(),
                reason: reason.id,
                limit: reason.limit,
            });
        }
    }
    let names: Vec<String> = formats
        .iter()
        .map(|format| format.id().to_owned())
        .collect();
    let mut outs: Vec<_> = outs
        .into_iter()
        .map(|out| BufWriter::with_capacity(BUFFER, out))
        .collect();
    let mut writers = Vec::with_capacity(formats.len());
    for ((format, name), out) in formats.iter().zip(&names).zip(&mut outs) {
        writers.push(
            format
                .open(out, table)
                .map_err(Error::io("writing", Path::new(name)))?,
        );
    }
    let rows = super::pour(table, writers, &names)?;
    for (out, name) in outs.iter_mut().zip(&names) {
        out.flush().map_err(Error::io("writing", Path::new(name)))?;
    }
    Ok(rows)
}
