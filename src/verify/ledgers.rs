//! The ledgers of a copy, read with the distrust that somebody else's file deserves.

use super::copy_reader::{CopyReader, ReadFault, read_within};
use super::sums::ListedSums;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::history::{Ledger, LedgerFault, Release};
use crate::stage::is_plain;
use std::collections::BTreeMap;

/// Most bytes of a ledger.
const MOST_BYTES: u64 = 64 << 20;
/// Most bytes of one of its lines.
const LONGEST_LINE: usize = 4 << 20;
/// Most columns of a table: each of one version is looked for among those of the other.
const MOST_COLUMNS: usize = 1 << 16;

/// The ledger of a dataset in a copy.
#[derive(Debug)]
pub(super) struct DatasetLedger {
    /// The dataset's folder, with `/` at its end.
    pub(super) folder: String,
    pub(super) ledger: Ledger,
}

impl DatasetLedger {
    /// Returns the dataset's name.
    pub(super) fn name(&self) -> &str {
        let name = self.folder.trim_end_matches('/');
        name.rsplit('/').next().unwrap_or(name)
    }

    /// Returns the path of the ledger.
    pub(super) fn path(&self) -> String {
        format!("{}{}", self.folder, Ledger::FILE)
    }

    /// Returns the path of a version's file.
    pub(super) fn version_file(&self, version: u32, table: &str, ending: &str) -> String {
        format!("{}versions/{version}/{table}.{ending}", self.folder)
    }
}

/// The folder that datasets are in.
const DATASETS: &str = "datasets/";

/// Reads every ledger, and says what is wrong with one. Of such a ledger nothing else is looked at.
pub(super) fn read(
    copy: &dyn CopyReader,
    sums: &ListedSums,
    sink: &mut Sink,
) -> Vec<DatasetLedger> {
    let mut ledgers = Vec::new();
    for (folder, has_ledger) in folders(copy, sums) {
        if !has_ledger {
            let place = Place::file(format!("{folder}{}", Ledger::FILE));
            sink.push(broken("absent").at(place));
            continue;
        }
        match read_one(copy, &folder) {
            Ok(ledger) => ledgers.push(DatasetLedger { folder, ledger }),
            Err(finding) => sink.push(*finding),
        }
    }
    ledgers
}

/// Returns the folder of every dataset that has a ledger or files of versions, and whether it has the former.
fn folders(copy: &dyn CopyReader, sums: &ListedSums) -> BTreeMap<String, bool> {
    let mut folders: BTreeMap<String, bool> = BTreeMap::new();
    for path in copy.paths().chain(sums.files.keys().map(String::as_str)) {
        let Some((name, rest)) = path
            .strip_prefix(DATASETS)
            .and_then(|rest| rest.split_once('/'))
        else {
            continue;
        };
        let is_ledger = rest == Ledger::FILE;
        if is_ledger || rest.starts_with("versions/") {
            *folders.entry(format!("{DATASETS}{name}/")).or_default() |= is_ledger;
        }
    }
    folders
}

fn broken(kind: &str) -> Diagnostic {
    Diagnostic::new(&codes::COPY_LEDGER_BROKEN).arg("kind", kind)
}

fn read_one(copy: &dyn CopyReader, folder: &str) -> Result<Ledger, Box<Diagnostic>> {
    let path = format!("{folder}{}", Ledger::FILE);
    let bytes = read_within(copy, &path, MOST_BYTES).map_err(|fault| match fault {
        ReadFault::Open(fault) => fault.told(&path),
        ReadFault::Large => broken("large").at(Place::file(&path)),
    })?;
    let text = String::from_utf8_lossy(&bytes);
    let told = |line: usize, kind: &str| {
        let words = text.lines().nth(line.saturating_sub(1)).unwrap_or("");
        let place = Place::within(&path, line, 1, words, 0..words.len());
        Box::new(broken(kind).at(place))
    };
    let long = text.lines().position(|line| line.len() > LONGEST_LINE);
    if let Some(at) = long {
        return Err(told(at + 1, "long"));
    }
    let ledger =
        Ledger::parse(&text).map_err(|LedgerFault { line, kind }| told(line, kind.id()))?;
    if ledger.releases().is_empty() {
        return Err(told(1, "not-a-release"));
    }
    let odd = ledger.releases().iter().position(|one| !is_sound(one));
    match odd {
        Some(at) => Err(told(at + 1, "table")),
        None => Ok(ledger),
    }
}

/// Returns whether the tables of a release have names that lead nowhere else, each of them once, and columns that can be.
fn is_sound(release: &Release) -> bool {
    let mut names: Vec<&str> = release.tables.iter().map(|table| &*table.name).collect();
    names.sort_unstable();
    let is_once = names.windows(2).all(|pair| pair[0] != pair[1]);
    let is_name = |name: &&str| is_plain(name) && !name.contains('/');
    let is_narrow = (release.tables.iter()).all(|table| table.columns.len() <= MOST_COLUMNS);
    is_once && is_narrow && names.iter().all(is_name)
}
