//! Floor 4: what became of datasets: what changed unsaid since the last build, and the releases that are kept with every
//! version's rows.
//!
//! A release is a line of the dataset's ledger (`data/SLUG/releases.jsonl`), which holds the hash of the line before it, and
//! a file for each table that changed: the first version whole, each later one as what changed
//! (`data/SLUG/releases/N/TABLE.csv.gz` and `.delta.jsonl.gz`). Files come first and the line last, so that a run that is
//! broken off leaves the ledger as it was.

mod ledger;
mod published;
mod release;
mod undated;
mod version_store;

pub(crate) use ledger::Ledger;
pub use ledger::{LedgerFault, LedgerFaultKind, Release, ReleaseReason, ReleasedTable, TableForm};
pub(crate) use published::{DatasetHistory, Histories, HistoryContext, publish};
pub(crate) use release::release;
pub use release::{CurrentTable, ReleaseOrder, ReleasedDataset};
pub(crate) use undated::{LastBuild, ReceivedFile, ReceivedFiles, check};
