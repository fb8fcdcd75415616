//! The versions of a dataset, as what changed with each.

use crate::history::{DatasetHistory, Release};
use crate::pages::context::{ChangeEntry, Link, Phrase};
use crate::pages::{PagePlan, SiteFacts, linking};

/// Returns the versions of a dataset, the newest first.
pub(super) fn of_dataset(site: &SiteFacts<'_>, page: &PagePlan, dataset: &str) -> Vec<ChangeEntry> {
    let Some(history) = site.plan.histories.of(dataset) else {
        return Vec::new();
    };
    let newest_first = history.releases().iter().rev();
    newest_first
        .map(|release| entry(page, history, release))
        .collect()
}

fn entry(page: &PagePlan, history: &DatasetHistory, release: &Release) -> ChangeEntry {
    let changes = release.tables.iter().filter_map(|t| t.changes.as_ref());
    let total = |count: fn(&tragaluz_changes::ChangeCounts) -> u64| {
        let all: Vec<u64> = changes.clone().map(count).collect();
        (!all.is_empty()).then(|| all.into_iter().sum())
    };
    ChangeEntry {
        date: Some(release.date.clone()),
        version: Some(release.version.to_string()),
        reason: Some(release.reason.id().to_owned()),
        text: release.note.as_ref().map(Phrase::new),
        added: total(|changes| changes.added),
        removed: total(|changes| changes.removed),
        changed: total(|changes| changes.changed),
        files: history
            .files(release.version)
            .map(|file| {
                let name = file.path.rsplit('/').next().unwrap_or(&file.path);
                Link::to(Phrase::new(name), linking::href_of_file(page, &file.path))
            })
            .collect(),
        ..ChangeEntry::default()
    }
}
