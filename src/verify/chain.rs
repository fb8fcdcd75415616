//! The versions of every dataset, held against its ledger.

use super::copy_reader::CopyReader;
use super::ledgers::DatasetLedger;
use super::sums::ListedSums;
use super::table_chain::{CHANGES, TableChain, TableVersion, WHOLE};
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};
use crate::history::TableForm;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// Holds every version of every dataset against its ledger, and the newest one against the file that is offered now.
///
/// # Errors
/// When the disk refuses what versions are unpacked to.
pub(super) fn check(
    copy: &dyn CopyReader,
    sums: &ListedSums,
    ledgers: &[DatasetLedger],
    sink: &mut Sink,
) -> Result<(), Fatal> {
    let chains: Vec<TableChain<'_>> = (ledgers.iter())
        .flat_map(|dataset| chains(copy, sums, dataset))
        .collect();
    let found = (chains.par_iter())
        .map(|chain| chain.follow(&mut |_, _| Ok(())))
        .collect::<Result<Vec<_>, Fatal>>()?;
    sink.extend(found.into_iter().flatten());
    for dataset in ledgers {
        sink.extend(unknown_files(sums, dataset));
        sink.extend(newest(sums, dataset));
    }
    Ok(())
}

/// Returns every table that a ledger names, with its versions.
pub(super) fn chains<'a>(
    copy: &'a dyn CopyReader,
    sums: &'a ListedSums,
    dataset: &'a DatasetLedger,
) -> Vec<TableChain<'a>> {
    let mut by_name: BTreeMap<&str, Vec<TableVersion<'a>>> = BTreeMap::new();
    for release in dataset.ledger.releases() {
        for table in &release.tables {
            by_name.entry(&table.name).or_default().push(TableVersion {
                version: release.version,
                table,
            });
        }
    }
    let versions = by_name.into_values();
    versions
        .map(|versions| TableChain {
            copy,
            sums,
            dataset,
            versions,
        })
        .collect()
}

/// Finds files of versions that the ledger does not know.
fn unknown_files(sums: &ListedSums, dataset: &DatasetLedger) -> Vec<Diagnostic> {
    let mut known: BTreeSet<String> = BTreeSet::new();
    for release in dataset.ledger.releases() {
        let tables = release.tables.iter();
        for table in tables.filter(|table| table.form != TableForm::Same) {
            for ending in [WHOLE, CHANGES] {
                known.insert(dataset.version_file(release.version, &table.name, ending));
            }
        }
    }
    let folder = format!("{}versions/", dataset.folder);
    let listed = sums.files.range(folder.clone()..).map(|(path, _)| path);
    listed
        .take_while(|path| path.starts_with(&folder))
        .filter(|path| !known.contains(*path))
        .map(|path| {
            let finding = Diagnostic::new(&codes::COPY_VERSION_WRONG).arg("kind", "unknown");
            finding.at(Place::file(path))
        })
        .collect()
}

/// Says which tables are offered otherwise than the newest version has them.
fn newest(sums: &ListedSums, dataset: &DatasetLedger) -> Vec<Diagnostic> {
    let Some(last) = dataset.ledger.latest() else {
        return Vec::new();
    };
    let differing = last.tables.iter().filter_map(|table| {
        let path = format!("{}{}.csv", dataset.folder, table.name);
        let found = sums.of(&path).filter(|sum| *sum != table.sha256)?;
        let finding = Diagnostic::new(&codes::COPY_NEWEST_DIFFERS)
            .arg("version", last.version.to_string())
            .arg("date", &last.date)
            .arg("expected", &table.sha256)
            .arg("found", found);
        Some(finding.at(Place::file(path)))
    });
    differing.collect()
}
