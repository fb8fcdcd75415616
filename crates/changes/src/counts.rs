//! How much changed.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How many rows and cells differ between two versions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChangeCounts {
    /// Rows that only the later version has.
    pub added: u64,
    /// Rows that only the earlier version has.
    pub removed: u64,
    /// Rows of both versions with another cell in one of them; always 0 without a key.
    pub changed: u64,
    /// Rows that both versions have, cell by cell.
    pub same: u64,
    /// Cells that changed in rows of both versions, by the name of their column.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub cells: BTreeMap<String, u64>,
    /// Columns that only the later version has, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns_added: Vec<String>,
    /// Columns that only the earlier version has, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub columns_removed: Vec<String>,
    /// Whether the order of rows changed.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub reordered: bool,
}

impl ChangeCounts {
    /// Returns whether the versions say the same, in the same order.
    pub fn is_nothing(&self) -> bool {
        let rows = self.added + self.removed + self.changed;
        let columns = self.columns_added.len() + self.columns_removed.len();
        rows == 0 && columns == 0 && !self.reordered
    }
}
