//! Two versions to a delta.

use crate::columns::{BothColumns, Columns};
use crate::matching::{KnownRows, RowMatches, RowOrigin};
use crate::row_file::{RowFile, each_row};
use crate::{ChangeCounts, DeltaHead, DeltaLine, Error, VersionSum};
use csv::StringRecord;
use std::collections::BTreeMap;
use std::io::{BufWriter, Seek, SeekFrom, Write};
use std::path::Path;
use tragaluz_disk::DiskFile;

/// What is compared.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'a> {
    /// The earlier version.
    pub before: &'a Path,
    /// The later version.
    pub after: &'a Path,
    /// The columns by which a row is known; where there are none, or a version lacks one, it is known by all its cells.
    pub key: &'a [String],
}

/// Writes what changed between two versions, and returns the delta's head.
///
/// # Errors
/// When a version is no table, or the disk refuses.
pub fn compare(versions: &Versions<'_>, out: &mut dyn Write) -> Result<DeltaHead, Error> {
    let mut comparison = Comparison::open(versions)?;
    let mut body = comparison.body()?;
    let head = serde_json::to_string(&comparison.head).map_err(|e| Error::nameless(e.into()))?;
    body.seek(SeekFrom::Start(0)).map_err(Error::nameless)?;
    writeln!(out, "{head}").map_err(Error::nameless)?;
    std::io::copy(&mut body, out).map_err(Error::nameless)?;
    Ok(comparison.head)
}

/// Two versions whose rows are paired.
struct Comparison {
    before: RowFile,
    after: RowFile,
    matches: RowMatches,
    head: DeltaHead,
    /// Rows that follow one another in both versions, and were not written yet.
    run: Option<(u64, u64)>,
    /// The row of the earlier version that came last.
    last: u64,
}

impl Comparison {
    fn open(versions: &Versions<'_>) -> Result<Comparison, Error> {
        let before = RowFile::open(versions.before)?;
        let after = RowFile::open(versions.after)?;
        let columns = Columns::of_both(before.header(), after.header(), versions.key);
        let BothColumns {
            before: old,
            after: new,
            is_keyed,
        } = &columns;
        let (sum_before, rows_before) = known(versions.before, old)?;
        let (sum_after, rows_after) = known(versions.after, new)?;
        let matches = RowMatches::of(rows_before, rows_after).map_err(Error::nameless)?;
        let head = DeltaHead {
            delta: 1,
            key: if *is_keyed {
                versions.key.to_vec()
            } else {
                Vec::new()
            },
            before: sum_before,
            after: sum_after,
            columns_before: names(before.header()),
            columns_after: names(after.header()),
            counts: ChangeCounts {
                columns_added: absent(after.header(), before.header()),
                columns_removed: absent(before.header(), after.header()),
                ..ChangeCounts::default()
            },
        };
        Ok(Comparison {
            before,
            after,
            matches,
            head,
            run: None,
            last: 0,
        })
    }

    /// Returns a file with all lines but the first, which needs the counts of all others.
    fn body(&mut self) -> Result<DiskFile, Error> {
        let mut out = BufWriter::new(DiskFile::nameless().map_err(Error::nameless)?);
        let mut number = 0;
        while let Some(origin) = self.matches.next_origin().map_err(Error::nameless)? {
            number += 1;
            self.write_row(number, origin, &mut out)?;
        }
        self.write_run(&mut out)?;
        while let Some(from) = self.matches.next_removed().map_err(Error::nameless)? {
            let cells = names(self.before.row(from)?);
            self.head.counts.removed += 1;
            write_line(&DeltaLine::Removed { from, cells }, &mut out)?;
        }
        out.into_inner()
            .map_err(|error| Error::nameless(error.into_error()))
    }

    fn write_row(
        &mut self,
        number: u64,
        origin: RowOrigin,
        out: &mut impl Write,
    ) -> Result<(), Error> {
        match origin {
            RowOrigin::Same(from) => {
                self.head.counts.same += 1;
                self.note_order(from);
                match &mut self.run {
                    Some((first, count)) if *first + *count == from => *count += 1,
                    _ => {
                        self.write_run(out)?;
                        self.run = Some((from, 1));
                    }
                }
                Ok(())
            }
            RowOrigin::Changed(from) => {
                self.write_run(out)?;
                self.note_order(from);
                let cells = self.changed_cells(from, number)?;
                write_line(&DeltaLine::Changed { from, cells }, out)
            }
            RowOrigin::Added => {
                self.write_run(out)?;
                self.head.counts.added += 1;
                let cells = names(self.after.row(number)?);
                write_line(&DeltaLine::Added { cells }, out)
            }
        }
    }

    fn note_order(&mut self, from: u64) {
        self.head.counts.reordered |= from < self.last;
        self.last = from;
    }

    fn write_run(&mut self, out: &mut impl Write) -> Result<(), Error> {
        match self.run.take() {
            Some((from, count)) => write_line(&DeltaLine::Same { from, count }, out),
            None => Ok(()),
        }
    }

    /// Returns the cells that a row of both versions has otherwise in one of them, and counts them.
    fn changed_cells(
        &mut self,
        from: u64,
        number: u64,
    ) -> Result<BTreeMap<String, [Option<String>; 2]>, Error> {
        let mut cells: BTreeMap<String, [Option<String>; 2]> = BTreeMap::new();
        for (at, version) in [(0, &mut self.before), (1, &mut self.after)] {
            let names = version.header().clone();
            let row = version.row(if at == 0 { from } else { number })?;
            for (name, cell) in names.iter().zip(row) {
                cells.entry(name.to_owned()).or_default()[at] = Some(cell.to_owned());
            }
        }
        cells.retain(|_, [old, new]| old.as_deref().unwrap_or("") != new.as_deref().unwrap_or(""));
        self.head.counts.changed += 1;
        for name in cells.keys() {
            *self.head.counts.cells.entry(name.clone()).or_default() += 1;
        }
        Ok(cells)
    }
}

/// Reads all rows of a version, and returns what it sums up to with what they are known by.
fn known(path: &Path, columns: &Columns) -> Result<(VersionSum, KnownRows), Error> {
    let mut rows = KnownRows::new();
    let sum = each_row(path, |row, number| {
        let content = columns.content(row);
        let key = columns.key(row, content);
        rows.take(number, key, content).map_err(Error::nameless)
    })?;
    Ok((sum, rows))
}

fn names(row: &StringRecord) -> Vec<String> {
    row.iter().map(str::to_owned).collect()
}

/// Returns the names of `these` that `others` lack.
fn absent(these: &StringRecord, others: &StringRecord) -> Vec<String> {
    let is_absent = |name: &&str| !others.iter().any(|other| other == *name);
    these.iter().filter(is_absent).map(str::to_owned).collect()
}

fn write_line(line: &DeltaLine, out: &mut impl Write) -> Result<(), Error> {
    serde_json::to_writer(&mut *out, line).map_err(|error| Error::nameless(error.into()))?;
    out.write_all(b"\n").map_err(Error::nameless)
}
