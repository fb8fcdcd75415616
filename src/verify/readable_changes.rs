//! What changed between two versions of a table, as a CSV that a person reads.

use crate::diag::Fatal;
use crate::stage::ScratchFolder;
use csv::Writer;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use tragaluz_changes::{DeltaHead, Error, RowChange, Versions, compare, each_change};
use tragaluz_disk::DiskFile;

/// The column that says what became of a row.
const CHANGE: &str = "change";

/// Writes every row that differs: `added`, `removed`, or `before` and `after` one below the other. Returns how many rows changed,
/// came or went; where none did, the file has a header alone.
///
/// # Errors
/// When the disk refuses.
pub(super) fn write(
    [before, after]: [&Path; 2],
    key: &[String],
    aside: &ScratchFolder,
    to: &Path,
) -> Result<u64, Fatal> {
    let versions = Versions { before, after, key };
    let delta = aside.path().join("between");
    let failed = |error: Error| match error {
        Error::Io { path, source } => Fatal::io("comparing", &path)(source),
        other => Fatal::fault(other),
    };
    let out = DiskFile::create_over(&delta).map_err(Fatal::io("writing", &delta))?;
    let mut out = BufWriter::new(out);
    let head = compare(&versions, &mut out).map_err(failed)?;
    out.flush().map_err(Fatal::io("writing", &delta))?;
    drop(out);
    let file = DiskFile::create_over(to).map_err(Fatal::io("writing", to))?;
    let mut table = ChangeTable::begin(&head, file).map_err(Fatal::io("writing", to))?;
    let mut rows = 0;
    each_change(before, &delta, &mut |head, change| {
        rows += 1;
        table.write(head, &change).map_err(|source| Error::Io {
            path: to.to_owned(),
            source,
        })
    })
    .map_err(failed)?;
    table.out.flush().map_err(Fatal::io("writing", to))?;
    Ok(rows)
}

/// A table of changes that is being written.
struct ChangeTable {
    out: Writer<DiskFile>,
    /// Its columns: those of the later version, and then those that only the earlier one has.
    columns: Vec<String>,
}

impl ChangeTable {
    fn begin(head: &DeltaHead, file: DiskFile) -> io::Result<ChangeTable> {
        let gone = head.columns_before.iter();
        let gone = gone.filter(|name| !head.columns_after.contains(name));
        let columns: Vec<String> = head.columns_after.iter().chain(gone).cloned().collect();
        let mut change = CHANGE.to_owned();
        while columns.contains(&change) {
            change.push('_');
        }
        let mut out = csv::WriterBuilder::new()
            .terminator(csv::Terminator::CRLF)
            .from_writer(file);
        out.write_record(std::iter::once(&change).chain(&columns))?;
        Ok(ChangeTable { out, columns })
    }

    fn write(&mut self, head: &DeltaHead, change: &RowChange) -> io::Result<()> {
        match change {
            RowChange::Added(cells) => self.row("added", &head.columns_after, cells),
            RowChange::Removed(cells) => self.row("removed", &head.columns_before, cells),
            RowChange::Changed { before, after } => {
                self.row("before", &head.columns_before, before)?;
                self.row("after", &head.columns_after, after)
            }
        }
    }

    fn row(&mut self, change: &str, names: &[String], cells: &[String]) -> io::Result<()> {
        let cell = |column: &String| {
            let at = names.iter().position(|name| name == column);
            at.and_then(|at| cells.get(at)).map_or("", String::as_str)
        };
        let cells = self.columns.iter().map(cell);
        Ok(self
            .out
            .write_record(std::iter::once(change).chain(cells))?)
    }
}
