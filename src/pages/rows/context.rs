//! What the templates of this kind read.

use crate::pages::context::{Download, Link, Pager, Phrase, TablePreview, body_facts};
use serde::Serialize;

/// A page of a table's rows.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct RowsContext {
    /// The dataset.
    pub dataset: Link,
    /// The table.
    pub resource: Phrase,
    /// The rows.
    pub preview: TablePreview,
    /// The other pages.
    pub pager: Option<Pager>,
    /// The table's files.
    pub downloads: Vec<Download>,
}

body_facts!(RowsContext, "rows");
