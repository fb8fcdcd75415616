//! What the templates of this kind read.

use crate::pages::context::{Citation, Headline, Licence, Link, Phrase, body_facts, missing};
use crate::pages::dataset::context::{JoinedFile, ResourceContext};
use crate::pages::dictionary::context::meanings;
use serde::Serialize;

/// A table of a dataset that has several.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct TableContext {
    /// Completes "Each row is …", where the dataset says it.
    pub row_is: Option<Phrase>,
    /// The few figures that readers look for first; none where no number is sure to mean something by itself.
    pub headlines: Vec<Headline>,
    /// When the data last changed.
    pub modified: Option<String>,
    /// The licence.
    pub licence: Option<Licence>,
    /// The table, with everything that is known of it.
    pub table: ResourceContext,
    /// Other tables of the dataset with the same columns, a few of them.
    pub alike: Vec<Link>,
    /// How many more there are than are shown.
    pub alike_more: u64,
    /// The file with its rows and theirs; null where none is made.
    pub joined: Option<JoinedFile>,
    /// How to cite it.
    pub cite: Option<Citation>,
    /// The table before it.
    pub previous: Option<Link>,
    /// The table after it.
    pub next: Option<Link>,
}

body_facts!(TableContext, "table", gaps);

impl TableContext {
    fn gaps(&self) -> Vec<&'static str> {
        missing(&meanings(&self.table.dictionary))
    }
}
