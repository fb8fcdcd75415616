//! One table of a dataset, followed from version to version.

use super::copy_reader::CopyReader;
use super::ledgers::DatasetLedger;
use super::sums::ListedSums;
use super::unpack::{BoundedWriter, UnpackBounds, UnpackFault, sum_inside, unpack};
use crate::diag::{Diagnostic, Fatal, Place, codes};
use crate::history::{ReleasedTable, TableForm};
use crate::stage::ScratchFolder;
use std::io::{BufWriter, ErrorKind, Write};
use std::path::{Path, PathBuf};
use tragaluz_changes::{DeltaLines, Error as ChangeError};
use tragaluz_disk::DiskFile;

/// The ending of a table that is kept whole.
pub(super) const WHOLE: &str = "csv.gz";
/// The ending of what changed in a table.
pub(super) const CHANGES: &str = "delta.jsonl.gz";

/// A table as a version has it.
#[derive(Debug, Clone, Copy)]
pub(super) struct TableVersion<'a> {
    pub(super) version: u32,
    pub(super) table: &'a ReleasedTable,
}

/// Receives each version of a table, unpacked; the file goes when the next one comes.
pub(super) type EachVersion<'v> = &'v mut dyn FnMut(TableVersion<'_>, &Path) -> Result<(), Fatal>;

/// A table of a dataset in a copy.
pub(super) struct TableChain<'a> {
    pub(super) copy: &'a dyn CopyReader,
    pub(super) sums: &'a ListedSums,
    pub(super) dataset: &'a DatasetLedger,
    pub(super) versions: Vec<TableVersion<'a>>,
}

impl TableChain<'_> {
    /// Unpacks the table version by version, the first one first, hands each on, and returns what is wrong.
    ///
    /// # Errors
    /// When the disk refuses, and those of `each`.
    pub(super) fn follow(&self, each: EachVersion<'_>) -> Result<Vec<Diagnostic>, Fatal> {
        let aside = ScratchFolder::new()?;
        let mut walk = ChainWalk {
            chain: self,
            aside: &aside,
            faults: Vec::new(),
        };
        let mut base: Option<PathBuf> = None;
        let mut last: Option<TableVersion<'_>> = None;
        for now in &self.versions {
            base = match now.table.form {
                TableForm::Same => {
                    let is_same = last.is_some_and(|last| last.table.sha256 == now.table.sha256);
                    if !is_same {
                        walk.tell_of_ledger(*now, "same");
                    }
                    base
                }
                TableForm::Whole => walk.whole(*now)?,
                TableForm::Delta => match last {
                    Some(last) => walk.next(last, *now, base)?,
                    None => {
                        walk.tell_of_ledger(*now, "unfounded");
                        walk.whole_beside(*now)?
                    }
                },
            };
            if let (Some(path), false) = (&base, now.table.form == TableForm::Same) {
                each(*now, path)?;
            }
            last = Some(*now);
        }
        Ok(walk.faults)
    }
}

/// A walk from version to version.
struct ChainWalk<'w> {
    chain: &'w TableChain<'w>,
    /// Where versions are unpacked.
    aside: &'w ScratchFolder,
    faults: Vec<Diagnostic>,
}

impl ChainWalk<'_> {
    fn file_of(&self, now: TableVersion<'_>, ending: &str) -> String {
        let dataset = self.chain.dataset;
        dataset.version_file(now.version, &now.table.name, ending)
    }

    /// Says that a line of the ledger contradicts the ones above it.
    fn tell_of_ledger(&mut self, now: TableVersion<'_>, kind: &str) {
        let path = self.chain.dataset.path();
        let finding = fault(now, kind).at(Place::line(path, now.version as usize));
        self.faults.push(finding);
    }

    /// Says what is wrong with a file of a version.
    fn tell(&mut self, now: TableVersion<'_>, path: &str, kind: &str, found: &str) {
        let finding = fault(now, kind).arg("found", found);
        self.faults.push(finding.at(Place::file(path)));
    }

    /// Says why a file was not unpacked.
    fn refuse(&mut self, now: TableVersion<'_>, path: &str, why: UnpackFault) -> Result<(), Fatal> {
        match why {
            UnpackFault::Open(fault) => self.faults.push(fault.told(path)),
            UnpackFault::Damaged => self.tell(now, path, "damaged", ""),
            UnpackFault::Large => self.tell(now, path, "large", ""),
            UnpackFault::Fatal(fatal) => return Err(fatal),
        }
        Ok(())
    }

    /// Unpacks a version that is kept whole; none where it is not the one of the ledger.
    fn whole(&mut self, now: TableVersion<'_>) -> Result<Option<PathBuf>, Fatal> {
        let path = self.file_of(now, WHOLE);
        let to = self.aside.path().join(format!("{}.csv", now.version));
        let bounds = UnpackBounds::of_table(now.table.bytes);
        match unpack(self.chain.copy, &path, bounds, &to) {
            Ok(sum) if sum == now.table.sha256 => return Ok(Some(to)),
            Ok(sum) => self.tell(now, &path, "sum", &sum),
            Err(why) => self.refuse(now, &path, why)?,
        }
        Ok(None)
    }

    /// The same of a version that is kept as what changed, where it is offered whole too.
    fn whole_beside(&mut self, now: TableVersion<'_>) -> Result<Option<PathBuf>, Fatal> {
        if self.is_offered(now) {
            self.whole(now)
        } else {
            Ok(None)
        }
    }

    fn is_offered(&self, now: TableVersion<'_>) -> bool {
        let path = self.file_of(now, WHOLE);
        self.chain.copy.has(&path) || self.chain.sums.of(&path).is_some()
    }

    /// Makes the next version of the one before it, and holds the one that is offered whole against the ledger.
    fn next(
        &mut self,
        last: TableVersion<'_>,
        now: TableVersion<'_>,
        base: Option<PathBuf>,
    ) -> Result<Option<PathBuf>, Fatal> {
        let made = match base {
            Some(base) => {
                let made = self.applied(last, now, &base)?;
                tragaluz_disk::remove_file(&base).map_err(Fatal::io("removing", &base))?;
                made
            }
            None => None,
        };
        let Some(made) = made else {
            return self.whole_beside(now);
        };
        if self.is_offered(now) {
            let path = self.file_of(now, WHOLE);
            let bounds = UnpackBounds::of_table(now.table.bytes);
            match sum_inside(self.chain.copy, &path, bounds) {
                Ok(sum) if sum == now.table.sha256 => {}
                Ok(sum) => self.tell(now, &path, "sum", &sum),
                Err(why) => self.refuse(now, &path, why)?,
            }
        }
        Ok(Some(made))
    }

    /// Applies what changed to the version before; none where that does not lead to the version of the ledger.
    fn applied(
        &mut self,
        last: TableVersion<'_>,
        now: TableVersion<'_>,
        base: &Path,
    ) -> Result<Option<PathBuf>, Fatal> {
        let Some(changes) = self.changes(last, now)? else {
            return Ok(None);
        };
        let to = self.aside.path().join(format!("{}.csv", now.version));
        let file = DiskFile::create_over(&to).map_err(Fatal::io("writing", &to))?;
        let file = BufWriter::with_capacity(128 << 10, file);
        let mut out = BoundedWriter::new(file, UnpackBounds::of_table(now.table.bytes));
        match tragaluz_changes::newer(base, &changes, &mut out) {
            Ok(_) => {
                out.flush().map_err(Fatal::io("writing", &to))?;
                Ok(Some(to))
            }
            Err(ChangeError::Io { path, source })
                if !out.is_exceeded && source.kind() != ErrorKind::InvalidData =>
            {
                Err(Fatal::io("comparing", &path)(source))
            }
            Err(_) => {
                let path = self.file_of(now, CHANGES);
                self.tell(now, &path, "leads", "");
                Ok(None)
            }
        }
    }

    /// Unpacks what changed between two versions; none where it is not about them.
    fn changes(
        &mut self,
        last: TableVersion<'_>,
        now: TableVersion<'_>,
    ) -> Result<Option<PathBuf>, Fatal> {
        let path = self.file_of(now, CHANGES);
        let to = self.aside.path().join("changes");
        let bytes = last.table.bytes.saturating_add(now.table.bytes);
        let rows = last.table.rows.saturating_add(now.table.rows);
        let bounds = UnpackBounds::of_changes(bytes, rows);
        if let Err(why) = unpack(self.chain.copy, &path, bounds, &to) {
            self.refuse(now, &path, why)?;
            return Ok(None);
        }
        match DeltaLines::open(&to) {
            Ok(lines) if is_between(&lines, last.table, now.table) => Ok(Some(to)),
            Err(ChangeError::Io { path, source }) if source.kind() != ErrorKind::InvalidData => {
                Err(Fatal::io("reading", &path)(source))
            }
            _ => {
                self.tell(now, &path, "head", "");
                Ok(None)
            }
        }
    }
}

/// Returns whether what changed is about these two versions.
fn is_between(lines: &DeltaLines, last: &ReleasedTable, now: &ReleasedTable) -> bool {
    let head = lines.head();
    head.before.sha256 == last.sha256
        && head.after.sha256 == now.sha256
        && head.after.bytes == now.bytes
        && head.columns_before == last.columns
        && head.columns_after == now.columns
}

fn fault(now: TableVersion<'_>, kind: &str) -> Diagnostic {
    Diagnostic::new(&codes::COPY_VERSION_WRONG)
        .arg("kind", kind)
        .arg("version", now.version.to_string())
        .arg("table", &now.table.name)
        .arg("expected", &now.table.sha256)
}
