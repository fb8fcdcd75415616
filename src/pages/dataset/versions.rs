//! The versions of a dataset, as what changed with each.

use crate::history::{DatasetHistory, Release, ReleasedTable, VersionFile};
use crate::pages::context::{ChangeEntry, ChangedColumn, Phrase, VersionDownload, VersionName};
use crate::pages::{PagePlan, SiteFacts, linking};
use tragaluz_changes::ChangeCounts;

/// Versions that a page shows; of others it says how many there are.
const SHOWN: usize = 12;

/// Columns of which it is said how many cells changed.
const COLUMNS: usize = 6;

/// Returns the newest versions of a dataset, the newest first.
pub(super) fn of_dataset(site: &SiteFacts<'_>, page: &PagePlan, dataset: &str) -> Vec<ChangeEntry> {
    let Some(history) = site.plan.histories.of(dataset) else {
        return Vec::new();
    };
    let newest_first = history.releases().iter().rev().take(SHOWN);
    newest_first
        .map(|release| entry(page, history, release))
        .collect()
}

/// Returns how many versions there are besides.
pub(super) fn left_out(site: &SiteFacts<'_>, dataset: &str) -> u64 {
    let history = site.plan.histories.of(dataset);
    history.map_or(0, |all| all.releases().len().saturating_sub(SHOWN) as u64)
}

/// Returns where the ledger of a dataset is.
pub(super) fn ledger(site: &SiteFacts<'_>, page: &PagePlan, dataset: &str) -> Option<String> {
    let history = site.plan.histories.of(dataset)?;
    Some(linking::href_of_file(page, &history.ledger_address))
}

fn entry(page: &PagePlan, history: &DatasetHistory, release: &Release) -> ChangeEntry {
    let changes = release.tables.iter().filter_map(|t| t.changes.as_ref());
    let total = |count: fn(&ChangeCounts) -> u64| {
        let all: Vec<u64> = changes.clone().map(count).collect();
        (!all.is_empty()).then(|| all.into_iter().sum())
    };
    let mut cells = changed_columns(release);
    let cells_more = cells.len().saturating_sub(COLUMNS) as u64;
    cells.truncate(COLUMNS);
    let files = history.files(release.version);
    ChangeEntry {
        date: Some(release.date.clone()),
        version: Some(release.version.to_string()),
        reason: Some(release.reason.id().to_owned()),
        text: release.note.as_ref().map(Phrase::new),
        added: total(|changes| changes.added),
        removed: total(|changes| changes.removed),
        changed: total(|changes| changes.changed),
        files: files.map(|file| download(page, release, file)).collect(),
        cells,
        cells_more,
        columns_added: names(release, |changes| &changes.columns_added),
        columns_removed: names(release, |changes| &changes.columns_removed),
        taken_down: taken_down(history, release),
        takes_from: takes_from(release),
        ..ChangeEntry::default()
    }
}

/// Returns the columns of which cells changed, those with most of them first.
fn changed_columns(release: &Release) -> Vec<ChangedColumn> {
    let mut all = Vec::new();
    for table in &release.tables {
        let cells = table.changes.iter().flat_map(|changes| &changes.cells);
        all.extend(cells.map(|(column, cells)| ChangedColumn {
            name: name(release, table, column),
            cells: *cells,
        }));
    }
    all.sort_by(|a, b| b.cells.cmp(&a.cells).then_with(|| a.name.cmp(&b.name)));
    all
}

fn names(release: &Release, of: fn(&ChangeCounts) -> &Vec<String>) -> Vec<String> {
    let mut all = Vec::new();
    for table in &release.tables {
        let columns = table.changes.iter().flat_map(of);
        all.extend(columns.map(|column| name(release, table, column)));
    }
    all
}

/// Returns a column's name, with that of its table where there are several.
fn name(release: &Release, table: &ReleasedTable, column: &str) -> String {
    match release.tables.len() {
        1 => column.to_owned(),
        _ => format!("{}: {column}", table.name),
    }
}

/// Returns the last version that took something out of this one.
fn taken_down(history: &DatasetHistory, release: &Release) -> Option<VersionName> {
    let by = release.tables.iter().filter_map(|table| table.rewritten_by);
    let by = by.max()?;
    let takedown = history.releases().iter().find(|one| one.version == by)?;
    Some(VersionName {
        version: by.to_string(),
        date: takedown.date.clone(),
    })
}

/// Returns the versions out of which this one took rows or cells.
fn takes_from(release: &Release) -> Vec<String> {
    let rewritten = release.rewritten.iter();
    let emptied = rewritten.filter(|one| one.rows_removed + one.cells_emptied > 0);
    let mut versions: Vec<u32> = emptied.map(|one| one.version).collect();
    versions.dedup();
    versions.iter().map(u32::to_string).collect()
}

fn download(page: &PagePlan, release: &Release, file: &VersionFile) -> VersionDownload {
    let name = file.path.rsplit('/').next().unwrap_or(&file.path);
    let (table, kind) = match name.strip_suffix(".delta.jsonl.gz") {
        Some(table) => (table, "changes"),
        None => (name.trim_end_matches(".csv.gz"), "rows"),
    };
    VersionDownload {
        href: linking::href_of_file(page, &file.path),
        kind: kind.to_owned(),
        table: table.to_owned(),
        version: release.version.to_string(),
        date: release.date.clone(),
        bytes: file.bytes,
    }
}
