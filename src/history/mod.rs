//! Floor 4: what became of datasets: what changed unsaid since the last build, and the releases that are kept with every
//! version's rows.
//!
//! A release is a line of the dataset's ledger (`data/SLUG/releases.jsonl`), which holds the hash of the line before it, and
//! a file for each table that changed: the first version whole, each later one as what changed
//! (`data/SLUG/releases/N/TABLE.csv.gz` and `.delta.jsonl.gz`). Files come first and the line last, so that a run that is
//! broken off leaves the ledger as it was.
//!
//! A takedown rewrites every file that holds what may not be published, beside the old ones
//! (`data/SLUG/releases/M/rewritten/N/`). Its line says which sums are replaced by which, so that no line above it is touched
//! and the chain stays whole; the old files are removed when it is on the disk.

mod current_table;
mod kept_files;
mod ledger;
mod old_data;
mod published;
mod release;
mod row_versions;
mod takedown;
mod undated;
mod version_store;

pub use current_table::CurrentTable;
pub(crate) use ledger::Ledger;
pub use ledger::{
    LedgerFault, LedgerFaultKind, Release, ReleaseReason, ReleasedTable, RewrittenTable, TableForm,
};
pub(crate) use old_data::{OldDataContext, look};
pub(crate) use published::{
    DatasetHistory, Histories, HistoryContext, VersionFile, address_of_changes, publish,
};
pub(crate) use release::release;
pub use release::{ReleaseOrder, ReleasedDataset};
pub(crate) use row_versions::{RowChange, RowVersion};
pub(crate) use undated::{LastBuild, ReceivedFile, ReceivedFiles, check};
