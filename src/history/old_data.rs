//! Personal data in versions that are offered still.
//!
//! What is published now is looked at where tables are read. A version is looked at too, for what was declared public then may
//! not be so any more: a waiver ends, or a column goes and the waiver with it, while all versions keep what was in them.

use super::current_table::{CurrentTable, by_dataset};
use super::ledger::{Ledger, Release, TableForm};
use super::release;
use super::version_store::VersionStore;
use crate::cache::{Cache, CacheKey};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::ScratchFolder;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::BufReader;
use std::path::Path;
use tragaluz_tables::privacy::{
    CellStart, Certainty, ColumnScan, ColumnVerdict, DeclaredContacts, FieldHint, name_of,
    settle_beside,
};

/// What versions are looked at with.
#[derive(Clone, Copy)]
pub(crate) struct OldDataContext<'a> {
    /// The portal's root.
    pub(crate) root: &'a Path,
    pub(crate) cache: &'a Cache,
    /// Contacts that are no personal data.
    pub(crate) declared: &'a DeclaredContacts,
}

/// A kind of personal data that a column holds.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct PersonalColumn {
    column: String,
    kind: String,
}

/// Columns with personal data, and the versions that have them.
type FoundColumns = BTreeMap<PersonalColumn, Vec<u32>>;

/// Says which columns of earlier versions hold personal data: a finding for each kind, which a waiver may cover as one about
/// the present file.
///
/// # Errors
/// When a file of a version is absent or damaged, or the disk refuses.
pub(crate) fn look(
    tables: &[CurrentTable],
    context: &OldDataContext<'_>,
    sink: &mut Sink,
) -> Result<(), Fatal> {
    for (dataset, tables) in by_dataset(tables) {
        // A ledger that is wrong is told where versions are published.
        let Some(ledger) = release::read(context.root, dataset, &mut Sink::new())? else {
            continue;
        };
        let old = OldData {
            dataset,
            tables: &tables,
            ledger: &ledger,
            context,
        };
        for name in ledger.table_names() {
            old.look(name, sink)?;
        }
    }
    Ok(())
}

/// The versions of a dataset.
struct OldData<'a> {
    dataset: &'a str,
    tables: &'a [&'a CurrentTable],
    ledger: &'a Ledger,
    context: &'a OldDataContext<'a>,
}

impl OldData<'_> {
    /// Looks at a table of every version.
    fn look(&self, name: &str, sink: &mut Sink) -> Result<(), Fatal> {
        let present = self.tables.iter().find(|table| table.name == name);
        let mut found = FoundColumns::new();
        let mut absent = Vec::new();
        let is_other = |release: &&Release| {
            let table = release.table(name);
            let mut table = table
                .into_iter()
                .filter(|table| table.form != TableForm::Same);
            table.any(|table| present.is_none_or(|now| now.sha256 != table.sha256))
        };
        for release in self.ledger.releases().iter().filter(is_other) {
            let known = self.key(release, name);
            match known.and_then(|key| self.context.cache.get(&key)) {
                Some(columns) => note(&mut found, columns, release.version),
                None => absent.push(release.version),
            }
        }
        self.look_anew(name, &absent, &mut found)?;
        let file = present.map(|table| table.source.as_str());
        for (column, versions) in found {
            sink.push(self.finding(name, file, &column, &versions));
        }
        Ok(())
    }

    /// Looks at a table of those versions that no earlier run looked at.
    fn look_anew(
        &self,
        name: &str,
        versions: &[u32],
        found: &mut FoundColumns,
    ) -> Result<(), Fatal> {
        let (Some(first), Some(last)) = (versions.first(), versions.last()) else {
            return Ok(());
        };
        let aside = ScratchFolder::new()?;
        let store = VersionStore {
            root: self.context.root,
            dataset: self.dataset,
            aside: &aside,
        };
        store.each_version(self.ledger, name, *first..=*last, &mut |version, rows| {
            if !versions.contains(&version) {
                return Ok(());
            }
            let columns = looked_through(rows, self.context.declared)?;
            let release = self.ledger.release(version);
            if let Some(key) = release.and_then(|release| self.key(release, name)) {
                self.context.cache.put(key, &columns);
            }
            note(found, columns, version);
            Ok(())
        })
    }

    /// Cache key of what is in a table of a version.
    fn key(&self, release: &Release, name: &str) -> Option<CacheKey> {
        let sum = &release.table(name)?.sha256;
        let mut parts = vec![&b"version looked through"[..], sum.as_bytes()];
        parts.extend(self.context.declared.keys().map(str::as_bytes));
        Some(CacheKey::of(&parts))
    }

    fn finding(
        &self,
        table: &str,
        file: Option<&str>,
        found: &PersonalColumn,
        versions: &[u32],
    ) -> Diagnostic {
        let versions: Vec<String> = versions.iter().map(u32::to_string).collect();
        let ledger = Ledger::path(self.dataset);
        Diagnostic::new(&codes::PERSONAL_DATA_IN_VERSIONS)
            .at(Place::file(&ledger))
            .arg("made-of", file.unwrap_or(&ledger))
            .arg("dataset", self.dataset)
            .arg("table", table)
            .arg("name", &found.column)
            .arg("kind", &found.kind)
            .arg("named", name_of(&found.kind))
            .arg("versions", versions.join(", "))
            .arg("part", "versions")
    }
}

fn note(found: &mut FoundColumns, columns: Vec<PersonalColumn>, version: u32) {
    for column in columns {
        found.entry(column).or_default().push(version);
    }
}

/// Returns what the columns of a version hold of which the form says enough.
fn looked_through(rows: &Path, declared: &DeclaredContacts) -> Result<Vec<PersonalColumn>, Fatal> {
    let file = LocalDisk.open(rows).map_err(Fatal::io("reading", rows))?;
    let mut reader = csv::Reader::from_reader(BufReader::new(file));
    let fault = |error: csv::Error| Fatal::io("reading", rows)(error.into());
    let names: Vec<String> = reader
        .headers()
        .map_err(fault)?
        .iter()
        .map(str::to_owned)
        .collect();
    let scan = |name: &String| ColumnScan::new(FieldHint::of(name), declared.clone());
    let mut scans: Vec<ColumnScan> = names.iter().map(scan).collect();
    let mut row = csv::StringRecord::new();
    while reader.read_record(&mut row).map_err(fault)? {
        for (cell, scan) in row.iter().zip(&mut scans) {
            scan.take(cell, || CellStart { line: 0, start: 0 });
        }
    }
    let mut verdicts: Vec<ColumnVerdict> = scans.into_iter().map(ColumnScan::finish).collect();
    settle_beside(&mut verdicts);
    let mut found = Vec::new();
    for (name, verdict) in names.iter().zip(&verdicts) {
        let sure = verdict
            .counts
            .iter()
            .filter(|count| count.kind.certainty == Certainty::Checked);
        found.extend(sure.map(|count| PersonalColumn {
            column: name.clone(),
            kind: count.kind.id.to_owned(),
        }));
    }
    Ok(found)
}
