//! A new edition of a dataset's file, as far as it was looked through.

use super::TabledPortal;
use super::tables::current_of;
use crate::authoring::{
    DataPlace, EditedPage, RenewedFact, TableDifference, TrialPortal, TriedEdition, is_kept_up,
    renew, temporal,
};
use crate::diag::{Fatal, Sink};
use crate::history::CurrentTable;
use crate::options::Options;
use crate::source;
use crate::stage::Staging;
use std::path::Path;
use tragaluz_tables::Table;

/// Returns the tables of a portal whose files are staged.
pub(crate) fn staged_tables(tried: &TabledPortal, staging: &Staging) -> Vec<CurrentTable> {
    current_of(&tried.tables, &tried.files, staging)
}

/// Puts together what becomes of a dataset: its file, and the facts of its page that the program keeps up.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn edition(
    root: &Path,
    options: &Options,
    (place, trial): (DataPlace, TrialPortal),
    tables: Vec<TableDifference>,
    new: &TabledPortal,
) -> Result<TriedEdition, Fatal> {
    let limits = &new.portal.settings.limits;
    let path = format!("data/{}/dataset.md", place.dataset);
    let page = source::page(root, &path, limits, &mut Sink::new());
    let text = &page.file.text;
    let all: Vec<&Table> = new.tables.tables.iter().collect();
    let modified = options.as_of.map(|day| day.to_string());
    let values = [("modified", modified), ("temporal", temporal(&all))];
    let values: Vec<RenewedFact> = values
        .into_iter()
        .filter_map(|(name, value)| value.map(|value| RenewedFact { name, value }))
        .collect();
    let (renewed, facts) = renew(&path, text, &values, limits);
    Ok(TriedEdition {
        dataset: place.dataset,
        path: place.path,
        tables,
        is_undated: options.as_of.is_none() && is_kept_up(text, "modified"),
        facts,
        page: renewed.map(|text| EditedPage { path, text }),
        trial,
    })
}
