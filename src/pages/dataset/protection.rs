//! What a dataset's page tells of the numbers that are not shown.

use super::context::ProtectedTable;
use tragaluz_tables::disclosure::Protection;

/// Returns what is told of a table's protection; none where nothing had to be done, and nothing was asked.
pub(super) fn protected_table(done: &Protection) -> Option<ProtectedTable> {
    let shared = done
        .combinations
        .as_ref()
        .filter(|shared| shared.fewest > 0);
    let is_told = done.hidden > 0 || shared.is_some();
    is_told.then(|| ProtectedTable {
        hidden: done.hidden,
        below: done.below,
        columns: done.columns.clone(),
        quasi_identifiers: shared
            .map(|shared| shared.columns.clone())
            .unwrap_or_default(),
        shared_by: shared.map(|shared| shared.fewest),
    })
}
