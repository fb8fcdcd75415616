//! One format to another, outside a portal.

use super::formats::{FORMATS, Format};
use crate::data::Table;
use crate::diag::Fatal;
use std::io::{BufWriter, Write};
use std::path::Path;

/// The format that a file name's ending asks for: the longest ending that fits, so that `x.excel.csv` is not `csv`.
pub fn format_for(name: &str) -> Option<&'static dyn Format> {
    let name = name.to_ascii_lowercase();
    FORMATS.iter().copied().filter(|f| name.ends_with(&format!(".{}", f.ending()))).max_by_key(|f| f.ending().len())
}

/// The format of this name.
pub fn format_named(id: &str) -> Option<&'static dyn Format> {
    FORMATS.iter().copied().find(|f| f.id() == id)
}

/// Bytes gathered before they are handed on: formats write a row at a time.
const BUFFER: usize = 128 * 1024;

/// Writes a table in this format; says how many rows it wrote.
///
/// # Errors
/// When the format cannot hold the table, the file cannot be read again, or `out` refuses.
pub fn convert(table: &Table, format: &'static dyn Format, out: &mut (dyn Write + Send)) -> Result<u64, Fatal> {
    if let Some(reason) = format.refuses(table).filter(|reason| reason.id != "small") {
        let why = format!("{} cannot hold this table: {} (limit {})", format.id(), reason.id, reason.limit);
        return Err(Fatal::Refused(why));
    }
    let target = vec![format.id().to_owned()];
    let writing = || Fatal::io("writing", Path::new(format.id()));
    let mut out = BufWriter::with_capacity(BUFFER, out);
    let writer = format.open(&mut out, table).map_err(writing())?;
    let rows = super::table::pour(table, vec![writer], &target)?;
    out.flush().map_err(writing())?;
    Ok(rows)
}
